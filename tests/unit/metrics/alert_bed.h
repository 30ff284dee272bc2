// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert_book.h"

#include <QtTest>

namespace gavel::metrics {

inline constexpr TimeMs kStart{1'714'552'200'000}; // 2024-05-01T08:30:00Z
inline constexpr std::int64_t kSecond = base::kSecondMs;
inline constexpr std::int64_t kMinute = base::kMinuteMs;

/// A rule that watches "load" and fires at once above 10.
inline AlertRule loadRule(std::string id = "load_high")
{
    AlertRule rule;
    rule.id = std::move(id);
    rule.name = "Load above 10";
    rule.metric = "load";
    rule.condition = Threshold{Side::Above, 10};
    rule.group = "system";
    return rule;
}

inline Observation value(std::string metric, double reading, TimeMs at, std::string subject = {})
{
    return {std::move(metric), std::move(subject), at, reading};
}

inline Observation counts(std::string metric, std::int64_t part, std::int64_t whole, TimeMs at,
                          std::string subject = {})
{
    return {std::move(metric), std::move(subject), at, Counts{part, whole}};
}

/// What one observation at its own time changes.
inline std::vector<AlertChange> see(AlertBook& book, const Observation& observation)
{
    return book.observe({&observation, 1}, observation.at);
}

/// "pending load_high, firing load_high": what happened, in order.
inline QString told(const std::vector<AlertChange>& changes)
{
    QStringList words;
    for (const AlertChange& change : changes) {
        const auto kind = kAlertChangeKindNames[static_cast<std::size_t>(change.kind)];
        words << QString::fromUtf8(kind.data(), static_cast<int>(kind.size())) + u' '
                + QString::fromStdString(change.alert.rule);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace gavel::metrics
