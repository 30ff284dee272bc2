// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/record_table.h"

#include "engine/store/connection.h"

namespace gavel::store {

namespace {

constexpr std::string_view kKeep = R"sql(
INSERT INTO record (kind, place, name, at, json)
VALUES ($1, (SELECT coalesce(max(place), 0) + 1 FROM record WHERE kind = $1), $2, $3, $4)
ON CONFLICT (kind, name) DO UPDATE SET at = excluded.at, json = excluded.json)sql";

constexpr std::string_view kForgetOldest = R"sql(
DELETE FROM record WHERE kind = $1
AND place <= (SELECT max(place) FROM record WHERE kind = $1) - $2)sql";

} // namespace

Result<void> keepRecord(Connection& connection, std::string_view kind, const StoredRecord& record,
                        std::size_t most)
{
    const auto keep = connection.cached(kKeep);
    if (!keep)
        return keep.error();
    if (auto kept = (*keep)->bindAll(kind, record.name, record.at.value, record.json).run(); !kept)
        return kept;
    const auto forget = connection.cached(kForgetOldest);
    if (!forget)
        return forget.error();
    return (*forget)->bindAll(kind, most).run();
}

Result<std::vector<StoredRecord>> readRecords(Connection& connection, std::string_view kind)
{
    auto statement
        = connection.prepare("SELECT name, at, json FROM record WHERE kind = $1 ORDER BY place");
    if (!statement)
        return statement.error();
    statement->bindAll(kind);
    std::vector<StoredRecord> records;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return records;
        records.push_back({std::string(statement->text(0)), TimeMs{statement->integer(1)},
                           std::string(statement->text(2))});
    }
}

Result<void> forgetRecords(Connection& connection, std::string_view kind)
{
    const auto forget = connection.cached("DELETE FROM record WHERE kind = $1");
    if (!forget)
        return forget.error();
    return (*forget)->bindAll(kind).run();
}

} // namespace gavel::store
