// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/rules/ad_event_reader.h"
#include "engine/pipeline/rules/judge.h"

#include <QFile>
#include <QtTest>

#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace gavel::pipeline {

using model::AdEvent;
using model::AdField;

/// 2026-03-20T14:31:52Z: 20,532 days since 1970 are 1,773,964,800 s, and 52,312 s of the day.
inline constexpr TimeMs kNow{1'774'017'112'000};

/// A world in which ad-1 belongs to camp-1 and only camp-1 and ad-1 are known.
struct SmallWorld final : Surroundings
{
    bool isKnown(AdField, std::string_view text) const override
    {
        return text == "camp-1" || text == "ad-1";
    }
    std::string_view ownerOf(AdField field, std::string_view text, AdField owner) const override
    {
        const bool isAd = field == AdField::AdvertisementId && owner == AdField::CampaignId;
        return isAd && text == "ad-1" ? "camp-1" : "";
    }
};

inline AdEvent eventOf(std::initializer_list<std::pair<AdField, std::string_view>> fields)
{
    AdEvent event;
    for (const auto& [field, text] : fields)
        event[field] = text;
    return event;
}

inline std::string shippedRules()
{
    QFile file(QStringLiteral(GAVEL_SOURCE_DIR "/resources/pipeline/rules.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// A set of rules in its JSON; fails the test loudly when it is not good.
inline RuleSet setOf(const std::string& rules)
{
    const auto set = RuleSet::parse(R"({"version":1,"rules":[)" + rules + "]}");
    if (!set)
        qFatal("%s", base::toString(set.error()).c_str());
    return *set;
}

/// One rule of a stage on a field, with the rest of its JSON.
inline std::string rule(const std::string& id, const std::string& stage, const std::string& field,
                        const std::string& rest)
{
    return R"({"id":")" + id + R"(","stage":")" + stage + R"(","field":")" + field + R"(",)" + rest
        + R"(,"reason":{"en":"it fails"}})";
}

inline std::string text(std::string_view view)
{
    return std::string(view);
}

inline QByteArray bytes(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace gavel::pipeline
