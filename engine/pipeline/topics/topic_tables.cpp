// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/topics/topic_tables.h"

#include "engine/store/connection.h"

namespace gavel::pipeline {

Result<std::optional<CountedTo>> readPlaces(store::Connection& connection, std::string_view topic)
{
    auto statement
        = connection.prepare("SELECT source, sequence FROM topic_place WHERE topic = $1");
    if (!statement)
        return statement.error();
    statement->bindAll(topic);
    CountedTo places;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        places[static_cast<std::uint32_t>(statement->integer(0))]
            = static_cast<std::uint64_t>(statement->integer(1));
    }
    if (places.empty())
        return std::optional<CountedTo>();
    return std::optional(std::move(places));
}

Result<void> keepPlaces(store::Connection& connection, std::string_view topic,
                        const CountedTo& places)
{
    const auto keep = connection.cached(
        "INSERT INTO topic_place (topic, source, sequence) VALUES ($1, $2, $3) "
        "ON CONFLICT (topic, source) DO UPDATE SET sequence = excluded.sequence");
    if (!keep)
        return keep.error();
    if (auto begun = (*keep)->bindAll(topic, 0, 0).run(); !begun)
        return begun;
    for (const auto& [source, sequence] : places)
        if (auto kept = (*keep)->bindAll(topic, source, sequence).run(); !kept)
            return kept;
    return {};
}

} // namespace gavel::pipeline
