// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/draft_table.h"

#include "engine/store/connection.h"

namespace gavel::store {

namespace {

Result<std::vector<Draft>> read(Statement& statement)
{
    std::vector<Draft> drafts;
    for (;;) {
        const auto row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return drafts;
        drafts.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                          TimeMs{statement.integer(2)}});
    }
}

} // namespace

Result<void> saveDraft(Connection& connection, const Draft& draft)
{
    const auto save = connection.cached(
        "INSERT INTO draft (name, json, updated_at) VALUES ($1, $2, $3) "
        "ON CONFLICT (name) DO UPDATE SET json = excluded.json, updated_at = excluded.updated_at");
    if (!save)
        return save.error();
    return (*save)->bindAll(draft.name, draft.json, draft.updatedAt.value).run();
}

Result<std::optional<Draft>> loadDraft(Connection& connection, std::string_view name)
{
    auto statement = connection.prepare("SELECT name, json, updated_at FROM draft WHERE name = $1");
    if (!statement)
        return statement.error();
    auto drafts = read(statement->bindAll(name));
    if (!drafts)
        return drafts.error();
    return drafts->empty() ? std::optional<Draft>()
                           : std::optional<Draft>(std::move(drafts->front()));
}

Result<void> discardDraft(Connection& connection, std::string_view name)
{
    const auto discard = connection.cached("DELETE FROM draft WHERE name = $1");
    if (!discard)
        return discard.error();
    return (*discard)->bindAll(name).run();
}

Result<std::vector<Draft>> loadDrafts(Connection& connection)
{
    auto statement = connection.prepare(
        "SELECT name, json, updated_at FROM draft ORDER BY updated_at DESC, name");
    if (!statement)
        return statement.error();
    return read(*statement);
}

} // namespace gavel::store
