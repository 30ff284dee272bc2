// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/belongings.h"

#include "engine/store/connection.h"
#include "engine/store/event_names.h"

#include <string>

namespace gavel::pipeline {

namespace {

using store::NameKind;

Result<void> keepOne(store::Connection& connection, std::string_view kind, NameKind childKind,
                     std::string_view child, NameKind parentKind, std::string_view parent)
{
    if (child.empty() || parent.empty())
        return {};
    const auto childNumber = store::durableName(connection, childKind, child);
    if (!childNumber)
        return childNumber.error();
    const auto parentNumber = store::durableName(connection, parentKind, parent);
    if (!parentNumber)
        return parentNumber.error();
    const auto keep
        = connection.cached("INSERT INTO belonging (kind, child, parent) VALUES ($1, $2, $3) "
                            "ON CONFLICT (kind, child) DO UPDATE SET parent = excluded.parent "
                            "WHERE parent <> excluded.parent");
    if (!keep)
        return keep.error();
    return (*keep)->bindAll(kind, *childNumber, *parentNumber).run();
}

Result<void> keepCampaign(store::Connection& connection, const model::Campaign& campaign)
{
    if (auto kept = keepOne(connection, "advertiser", NameKind::Campaign, campaign.id,
                            NameKind::Advertiser, campaign.advertiserId);
        !kept)
        return kept;
    if (auto kept = keepOne(connection, "zone", NameKind::Campaign, campaign.id, NameKind::Zone,
                            campaign.timeZone);
        !kept)
        return kept;
    for (const model::Ad& ad : campaign.ads)
        for (const model::Creative& creative : ad.creatives)
            if (auto kept
                = keepOne(connection, "ad", NameKind::Creative, creative.id, NameKind::Ad, ad.id);
                !kept)
                return kept;
    return {};
}

} // namespace

Result<void> Belongings::keep(store::Connection& connection,
                              std::span<const model::Campaign> campaigns,
                              std::span<const model::Placement> placements)
{
    for (const model::Campaign& campaign : campaigns)
        if (auto kept = keepCampaign(connection, campaign); !kept)
            return kept;
    for (const model::Placement& placement : placements)
        if (auto kept = keepOne(connection, "publisher", NameKind::Placement, placement.id,
                                NameKind::Publisher, placement.publisherId);
            !kept)
            return kept;
    return {};
}

Result<Belongings> Belongings::read(store::Connection& connection)
{
    auto statement = connection.prepare("SELECT b.kind, b.child, b.parent, l.text FROM belonging b "
                                        "JOIN label l ON l.id = b.parent");
    if (!statement)
        return statement.error();
    Belongings all;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        const std::string_view kind = statement->text(0);
        const auto child = static_cast<std::uint32_t>(statement->integer(1));
        const auto parent = static_cast<std::uint32_t>(statement->integer(2));
        if (kind == "advertiser")
            all.m_advertisers[child] = parent;
        else if (kind == "ad")
            all.m_ads[child] = parent;
        else if (kind == "publisher")
            all.m_publishers[child] = parent;
        else if (const auto zone = dsp::TimeZone::named(statement->text(3)); kind == "zone" && zone)
            all.m_zones.insert_or_assign(child, *zone);
    }
}

const dsp::TimeZone& Belongings::zoneOf(std::uint32_t campaign) const
{
    static const dsp::TimeZone utc;
    const auto found = m_zones.find(campaign);
    return found == m_zones.end() ? utc : found->second;
}

} // namespace gavel::pipeline
