// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/affiliations.h"

#include "engine/store/connection.h"

#include <utility>

namespace gavel::pipeline {

Result<Scopes> Scopes::read(store::Connection& connection)
{
    auto statement = connection.prepare("SELECT id, market FROM run ORDER BY id");
    if (!statement)
        return statement.error();
    Scopes scopes;
    std::map<std::string, std::uint32_t, std::less<>> firsts;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return scopes;
        const auto run = static_cast<std::uint32_t>(statement->integer(0));
        const std::string market(statement->text(1));
        const bool together = market == "live" || market == kOutsideMarket;
        scopes.scopeOf[run] = together ? firsts.try_emplace(market, run).first->second : run;
        scopes.marketOf[run] = market;
    }
}

bool Scopes::isOutside(std::uint32_t run) const
{
    const auto found = marketOf.find(run);
    return found != marketOf.end() && found->second == kOutsideMarket;
}

std::uint32_t Scopes::newestOf(std::string_view market) const
{
    for (auto run = marketOf.rbegin(); run != marketOf.rend(); ++run)
        if (run->second == market)
            return scopeOf.at(run->first);
    return 0;
}

std::string Scopes::newestMarket() const
{
    for (auto run = marketOf.rbegin(); run != marketOf.rend(); ++run)
        if (run->second != kOutsideMarket)
            return run->second;
    return {};
}

Result<Affiliations> Affiliations::read(store::Connection& connection)
{
    Affiliations affiliations;
    if (auto refreshed = affiliations.refresh(connection); !refreshed)
        return refreshed.error();
    return affiliations;
}

Result<void> Affiliations::refresh(store::Connection& connection)
{
    auto readScopes = Scopes::read(connection);
    if (!readScopes)
        return readScopes.error();
    auto readBelongings = Belongings::read(connection);
    if (!readBelongings)
        return readBelongings.error();
    scopes = std::make_shared<const Scopes>(std::move(*readScopes));
    belongings = std::make_shared<const Belongings>(std::move(*readBelongings));
    return refreshAudiences(connection);
}

Result<void> Affiliations::refreshAudiences(store::Connection& connection)
{
    const auto next = std::make_shared<store::Audiences>(*audiences);
    if (auto refreshed = next->refresh(connection); !refreshed)
        return refreshed;
    audiences = next;
    return {};
}

} // namespace gavel::pipeline
