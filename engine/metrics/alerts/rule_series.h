// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert_rule.h"
#include "engine/metrics/alerts/observation.h"

#include <vector>

namespace gavel::metrics {

/// What a rule says of a subject now.
struct Verdict
{
    bool holds = false; ///< its condition is met
    double value = 0; ///< the reading: a value, a ratio, or the slower of two burn rates
    bool operator==(const Verdict&) const = default;
};

/// What one rule remembers of one subject: the newest reading, or one or two windows. It is always
/// used with the rule it was made for.
class RuleSeries
{
public:
    explicit RuleSeries(const AlertRule& rule);

    /// False when the rule needs a value and got counts, or the other way round.
    bool take(const AlertRule& rule, const Observation& observation);
    Verdict judge(const AlertRule& rule, TimeMs now) const;
    /// Nothing in it could ever count again: it may be forgotten while its alert is inactive.
    bool isSpent(const AlertRule& rule, TimeMs now) const;

    TimeMs newestAt() const { return m_newestAt; }
    const std::variant<double, Counts>& newest() const { return m_newest; }
    const std::vector<RatioWindow>& windows() const { return m_windows; }
    /// What a file kept. Windows of another length than the rule's begin empty.
    void restore(TimeMs at, const std::variant<double, Counts>& newest,
                 const std::vector<RatioWindow>& windows);

private:
    TimeMs m_newestAt;
    std::variant<double, Counts> m_newest = 0.0;
    std::vector<RatioWindow> m_windows; ///< of a burn rate: the long one, the short one
};

} // namespace gavel::metrics
