// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/belongings.h"

#include "engine/pipeline/counters/counter_table.h"
#include "engine/store/connection.h"
#include "engine/store/event_names.h"

#include <algorithm>
#include <limits>
#include <string>

namespace gavel::pipeline {

namespace {

using store::NameKind;

/// The first minute of a scope that has no counters; 0 = it has none at all.
Result<std::int64_t> firstFree(store::Connection& connection, std::uint32_t scope)
{
    auto newest = connection.prepare(
        "SELECT coalesce(max(bucket) + 1, 0) FROM counter WHERE scope = $1 AND granularity = $2");
    if (!newest)
        return newest.error();
    const auto row = newest->bindAll(scope, static_cast<int>(Granularity::Minute)).step();
    if (!row)
        return row.error();
    return newest->integer(0);
}

} // namespace

/// Keeps what differs from what holds already.
class Belongings::Keeper
{
public:
    static Result<Keeper> open(store::Connection& connection, std::uint32_t run)
    {
        auto known = read(connection);
        const auto scopes = Scopes::read(connection);
        if (!known || !scopes)
            return !known ? known.error() : scopes.error();
        const auto freeOutside = firstFree(connection, scopes->newestOf(kOutsideMarket));
        if (!freeOutside)
            return freeOutside.error();
        Keeper keeper(connection, std::move(*known));
        keeper.m_targets.push_back({0, 0, std::max<std::int64_t>(*freeOutside, 1)});
        if (run == 0)
            return keeper;
        const auto scope = scopes->scopeOf.find(run);
        if (scope == scopes->scopeOf.end() || scopes->isOutside(run))
            return Error{"RUN_UNKNOWN", "run " + std::to_string(run),
                         "no market has this run of the log", "begin it first"};
        const auto free = firstFree(connection, scope->second);
        if (!free)
            return free.error();
        keeper.m_targets.push_back({scope->second, run, *free});
        return keeper;
    }

    Result<void> keep(Kind kind, NameKind childKind, std::string_view child, NameKind parentKind,
                      std::string_view parent)
    {
        if (child.empty() || parent.empty())
            return {};
        const auto childNumber = store::durableName(m_connection, childKind, child);
        if (!childNumber)
            return childNumber.error();
        const auto parentNumber = store::durableName(m_connection, parentKind, parent);
        if (!parentNumber)
            return parentNumber.error();
        for (const Target& target : m_targets)
            if (auto kept = keepOne(target, kind, *childNumber, *parentNumber); !kept)
                return kept;
        return {};
    }

private:
    /// A scope, one of its runs, and from when on it is said.
    struct Target
    {
        std::uint32_t scope = 0;
        std::uint32_t run = 0;
        std::int64_t since = 0;
    };

    Keeper(store::Connection& connection, Belongings known)
        : m_connection(connection)
        , m_known(std::move(known))
    {
    }

    Result<void> keepOne(const Target& target, Kind kind, std::uint32_t child, std::uint32_t parent)
    {
        constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
        const std::uint32_t holds = m_known.parentOf({target.run, kEnd}, kind, child);
        if (holds == parent)
            return {};
        const std::int64_t since = holds == 0 && target.scope == 0 ? 0 : target.since;
        const auto keep
            = m_connection.cached("INSERT INTO belonging (kind, child, scope, since, parent) "
                                  "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kind, child, scope, "
                                  "since) DO UPDATE SET parent = excluded.parent");
        if (!keep)
            return keep.error();
        // What was said first anywhere holds for a market that says nothing else.
        if (target.scope == 0)
            m_known.m_scopes[0][static_cast<std::size_t>(kind)][child].push_back({since, parent});
        return (*keep)
            ->bindAll(kKinds[static_cast<std::size_t>(kind)], child, target.scope, since, parent)
            .run();
    }

    store::Connection& m_connection;
    Belongings m_known;
    std::vector<Target> m_targets; ///< that of others first
};

Result<void> Belongings::keep(store::Connection& connection, std::uint32_t run,
                              std::span<const model::Campaign> campaigns,
                              std::span<const model::Placement> placements)
{
    auto keeper = Keeper::open(connection, run);
    if (!keeper)
        return keeper.error();
    const auto keepCampaign = [&](const model::Campaign& campaign) -> Result<void> {
        if (auto kept = keeper->keep(Kind::Advertiser, NameKind::Campaign, campaign.id,
                                     NameKind::Advertiser, campaign.advertiserId);
            !kept)
            return kept;
        if (auto kept = keeper->keep(Kind::Zone, NameKind::Campaign, campaign.id, NameKind::Zone,
                                     campaign.timeZone);
            !kept)
            return kept;
        for (const model::Ad& ad : campaign.ads)
            for (const model::Creative& creative : ad.creatives)
                if (auto kept
                    = keeper->keep(Kind::Ad, NameKind::Creative, creative.id, NameKind::Ad, ad.id);
                    !kept)
                    return kept;
        return {};
    };
    for (const model::Campaign& campaign : campaigns)
        if (auto kept = keepCampaign(campaign); !kept)
            return kept;
    for (const model::Placement& placement : placements)
        if (auto kept = keeper->keep(Kind::Publisher, NameKind::Placement, placement.id,
                                     NameKind::Publisher, placement.publisherId);
            !kept)
            return kept;
    return {};
}

Result<Belongings> Belongings::read(store::Connection& connection)
{
    const auto scopes = Scopes::read(connection);
    if (!scopes)
        return scopes.error();
    auto statement = connection.prepare(
        "SELECT b.kind, b.child, b.scope, b.since, b.parent, l.text FROM belonging b JOIN label l "
        "ON l.id = b.parent ORDER BY b.kind, b.child, b.scope, b.since");
    if (!statement)
        return statement.error();
    Belongings all;
    for (const auto& [run, scope] : scopes->scopeOf)
        all.m_scopeOf[run] = scopes->isOutside(run) ? 0 : scope;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        const auto number
            = [&](int column) { return static_cast<std::uint32_t>(statement->integer(column)); };
        const auto kind = static_cast<std::size_t>(
            std::find(kKinds.begin(), kKinds.end(), statement->text(0)) - kKinds.begin());
        const std::uint32_t parent = number(4);
        all.m_scopes[number(2)].at(kind)[number(1)].push_back({statement->integer(3), parent});
        if (static_cast<Kind>(kind) != Kind::Zone || all.m_zones.contains(parent))
            continue;
        if (const auto zone = dsp::TimeZone::named(statement->text(5)))
            all.m_zones.emplace(parent, *zone);
    }
}

std::uint32_t Belongings::parentOf(const Moment& at, Kind kind, std::uint32_t child) const
{
    const auto said = [&](std::uint32_t scope) -> const std::vector<Said>* {
        const auto things = m_scopes.find(scope);
        if (things == m_scopes.end())
            return nullptr;
        const Things& known = things->second[static_cast<std::size_t>(kind)];
        const auto found = known.find(child);
        return found == known.end() ? nullptr : &found->second;
    };
    const auto scope = m_scopeOf.find(at.run);
    const std::uint32_t own = scope == m_scopeOf.end() ? 0 : scope->second;
    if (const auto* history = said(own)) {
        const auto last = std::find_if(history->rbegin(), history->rend(),
                                       [&](const Said& one) { return one.since <= at.minute; });
        if (last != history->rend())
            return last->parent;
    }
    const auto* first = said(0);
    return first == nullptr ? 0 : first->front().parent;
}

const dsp::TimeZone& Belongings::zoneOf(const Moment& at, std::uint32_t campaign) const
{
    static const dsp::TimeZone utc;
    const auto found = m_zones.find(parentOf(at, Kind::Zone, campaign));
    return found == m_zones.end() ? utc : found->second;
}

} // namespace gavel::pipeline
