// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/annotation_table.h"

#include "engine/store/connection.h"

namespace gavel::health {

Result<std::vector<Annotation>> readAnnotations(store::Connection& connection,
                                                std::string_view market)
{
    auto statement = connection.prepare(
        "SELECT id, market, at, told_at, kind, level, person, subject, text FROM annotation "
        "WHERE market = $1 ORDER BY id");
    if (!statement)
        return statement.error();
    statement->bindAll(market);
    const auto word = [&](int column) { return std::string(statement->text(column)); };
    std::vector<Annotation> all;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back({statement->integer(0),
                       word(1),
                       {statement->integer(2)},
                       {statement->integer(3)},
                       word(4),
                       word(5),
                       word(6),
                       word(7),
                       word(8)});
    }
}

Result<std::int64_t> newestAnnotation(store::Connection& connection)
{
    return connection.integer("SELECT coalesce(max(id), 0) FROM annotation");
}

Result<void> keepAnnotation(store::Connection& connection, const Annotation& annotation)
{
    const auto keep = connection.cached(
        "INSERT INTO annotation (id, market, at, told_at, kind, level, person, subject, text) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET "
        "at = excluded.at, told_at = excluded.told_at, person = excluded.person, "
        "text = excluded.text");
    if (!keep)
        return keep.error();
    return (*keep)
        ->bindAll(annotation.id, annotation.market, annotation.at.value, annotation.toldAt.value,
                  annotation.kind, annotation.level, annotation.person, annotation.subject,
                  annotation.text)
        .run();
}

Result<void> dropAnnotation(store::Connection& connection, std::int64_t id)
{
    const auto drop = connection.cached("DELETE FROM annotation WHERE id = $1");
    if (!drop)
        return drop.error();
    return (*drop)->bindAll(id).run();
}

Result<void> dropProgramAnnotations(store::Connection& connection, std::string_view market)
{
    const auto drop = connection.cached("DELETE FROM annotation WHERE market = $1 AND kind <> $2");
    if (!drop)
        return drop.error();
    return (*drop)->bindAll(market, kByPerson).run();
}

} // namespace gavel::health
