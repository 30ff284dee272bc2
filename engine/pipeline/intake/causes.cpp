// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/causes.h"

#include "engine/model/auction_name.h"
#include "engine/store/connection.h"
#include "engine/store/event_key.h"

#include <optional>

namespace gavel::pipeline {

namespace {

using model::AttributedBy;

constexpr std::size_t kMostCauses = 3; ///< conversion, click, what was shown

struct Link
{
    std::int64_t key = 0;
    AttributedBy how{};
};

/// nullopt = the log has it no more.
Result<std::optional<LinkedEvent>> readLinked(store::Connection& connection, const Link& link)
{
    const auto find = connection.cached(
        "SELECT e.kind, e.at, e.auction, s.name, c.text FROM event e JOIN source s ON s.id = e.key "
        ">> 40 LEFT JOIN name c ON c.id = e.campaign WHERE e.key = $1");
    if (!find)
        return find.error();
    std::optional<LinkedEvent> found;
    const auto row = (*find)->bindAll(link.key).step();
    if (!row)
        return row.error();
    if (*row)
        found = LinkedEvent{link.key,
                            link.how,
                            static_cast<model::EventKind>((*find)->integer(0)),
                            {(*find)->integer(1)},
                            static_cast<std::uint64_t>((*find)->integer(2)),
                            std::string((*find)->text(3)),
                            static_cast<std::uint64_t>(link.key) & store::kMostSequence,
                            std::string((*find)->text(4))};
    (*find)->reset();
    return found;
}

/// Of a statement whose rows are a key and how.
Result<std::vector<Link>> linksOf(store::Statement& rows)
{
    std::vector<Link> links;
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return row.error();
        if (!*row)
            return links;
        links.push_back({rows.integer(0), static_cast<AttributedBy>(rows.integer(1))});
    }
}

Result<std::vector<Link>> readLinks(store::Connection& connection, std::string_view sql,
                                    std::uint64_t parameter)
{
    const auto find = connection.cached(sql);
    if (!find)
        return find.error();
    return linksOf((*find)->bindAll(parameter));
}

/// The event itself and those of its auction.
Result<std::vector<Link>> readOfAuction(store::Connection& connection, std::int64_t key)
{
    const auto event = readLinked(connection, {key, {}});
    if (!event)
        return event.error();
    if (!*event || !model::isRealAuction((*event)->auction))
        return std::vector<Link>{{key, {}}};
    return readLinks(connection,
                     "SELECT key, 0 FROM event WHERE auction = $1 AND auction < 0 AND kind >= 2 "
                     "ORDER BY key",
                     (*event)->auction);
}

} // namespace

Result<std::vector<LinkedEvent>> readCauses(store::Connection& connection, std::int64_t key)
{
    std::vector<LinkedEvent> causes;
    while (causes.size() < kMostCauses) {
        const auto link
            = readLinks(connection, "SELECT cause, how FROM attribution WHERE event = $1",
                        static_cast<std::uint64_t>(key));
        if (!link)
            return link.error();
        if (link->empty())
            return causes;
        auto cause = readLinked(connection, link->front());
        if (!cause)
            return cause.error();
        if (!*cause)
            return causes;
        key = (*cause)->key;
        causes.push_back(std::move(**cause));
    }
    return causes;
}

Result<std::vector<LinkedEvent>> readEffects(store::Connection& connection, std::int64_t key,
                                             std::size_t most)
{
    auto of = readOfAuction(connection, key);
    if (!of)
        return of.error();
    std::vector<LinkedEvent> effects;
    for (std::size_t i = 0; i < of->size() && effects.size() < most; ++i) {
        const auto links = readLinks(connection,
                                     "SELECT event, how FROM attribution WHERE cause = $1 ORDER BY "
                                     "event",
                                     static_cast<std::uint64_t>((*of)[i].key));
        if (!links)
            return links.error();
        for (const Link& link : *links) {
            if (effects.size() == most)
                break;
            of->push_back(link);
            auto effect = readLinked(connection, link);
            if (!effect)
                return effect.error();
            if (*effect)
                effects.push_back(std::move(**effect));
        }
    }
    return effects;
}

} // namespace gavel::pipeline
