// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/kept_document.h"

#include "engine/store/connection.h"

namespace gavel::store {

Result<std::optional<KeptDocument>> readNewestDocument(Connection& connection,
                                                       std::string_view table)
{
    std::string sql = "SELECT version, at, actor, json FROM ";
    sql.append(table).append(" ORDER BY version DESC LIMIT 1");
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<KeptDocument>();
    return std::optional<KeptDocument>({static_cast<std::uint32_t>(statement->integer(0)),
                                        {statement->integer(1)},
                                        std::string(statement->text(2)),
                                        std::string(statement->text(3))});
}

Result<std::uint32_t> keepDocument(Connection& connection, std::string_view table,
                                   std::string_view json, std::string_view actor, TimeMs at)
{
    std::string sql = "INSERT INTO ";
    sql.append(table).append(" (at, actor, json) VALUES ($1, $2, $3)");
    auto add = connection.prepare(sql);
    if (!add)
        return add.error();
    if (auto added = add->bindAll(at.value, actor, json).run(); !added)
        return added.error();
    return static_cast<std::uint32_t>(connection.lastRow());
}

} // namespace gavel::store
