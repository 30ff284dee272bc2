// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/setting_table.h"

#include "engine/store/connection.h"

namespace gavel::store {

Result<void> saveSetting(Connection& connection, std::string_view key, std::string_view value)
{
    const auto save = connection.cached("INSERT INTO setting (key, value) VALUES ($1, $2) "
                                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!save)
        return save.error();
    return (*save)->bindAll(key, value).run();
}

Result<std::optional<std::string>> loadSetting(Connection& connection, std::string_view key)
{
    auto statement = connection.prepare("SELECT value FROM setting WHERE key = $1");
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(key).step();
    if (!row)
        return row.error();
    return *row ? std::optional<std::string>(statement->text(0)) : std::optional<std::string>();
}

} // namespace gavel::store
