// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health/fault_tables.h"

#include "engine/base/enum_name.h"
#include "engine/health/alert_tables.h"
#include "engine/store/connection.h"

#include <algorithm>
#include <charconv>

namespace gavel::health {

namespace {

constexpr std::string_view kBook = "faults";

template<typename Value, std::size_t Count>
std::optional<Value> valueOf(std::string_view name,
                             const std::array<std::string_view, Count>& names)
{
    const auto place = std::ranges::find(names, name);
    if (place == names.end())
        return std::nullopt;
    return static_cast<Value>(place - names.begin());
}

std::optional<KeptFaultChange> changeOf(const store::Statement& row)
{
    const auto what = valueOf<FaultEntry>(row.text(2), kFaultEntryNames);
    const auto from = valueOf<model::FaultState>(row.text(5), model::kFaultStateNames);
    const auto to = valueOf<model::FaultState>(row.text(6), model::kFaultStateNames);
    if (!what || !from || !to)
        return std::nullopt;
    return KeptFaultChange{row.integer(0),
                           *what,
                           {row.integer(1)},
                           std::string(row.text(3)),
                           valueOf<model::FaultClass>(row.text(4), model::kFaultClassNames),
                           *from,
                           *to,
                           std::string(row.text(7)),
                           std::string(row.text(8))};
}

} // namespace

KeptFaultChange keptOf(const FaultChange& change)
{
    return {0,           static_cast<FaultEntry>(change.what),
            change.at,   change.component,
            change.kind, change.from,
            change.to,   change.person,
            change.cause};
}

Result<void> keepFaultChange(store::Connection& connection, const KeptFaultChange& change)
{
    const auto add = connection.cached(
        "INSERT INTO fault_change (at, what, component, class, from_state, to_state, person, "
        "cause) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    if (!add)
        return add.error();
    const std::string_view kind
        = change.kind ? base::nameOf(*change.kind, model::kFaultClassNames) : std::string_view();
    if (auto added
        = (*add)
              ->bindAll(change.at.value, base::nameOf(change.what, kFaultEntryNames),
                        change.component, kind, base::nameOf(change.from, model::kFaultStateNames),
                        base::nameOf(change.to, model::kFaultStateNames), change.person,
                        change.cause)
              .run();
        !added)
        return added;
    const auto forget = connection.cached("DELETE FROM fault_change WHERE id <= $1");
    if (!forget)
        return forget.error();
    return (*forget)->bindAll(connection.lastRow() - kMostKept).run();
}

Result<std::vector<KeptFaultChange>> readFaultChanges(store::Connection& connection,
                                                      const FaultHistoryQuery& query)
{
    auto statement = connection.prepare(
        "SELECT id, at, what, component, class, from_state, to_state, person, cause "
        "FROM fault_change WHERE id < $1 AND ($2 = '' OR component = $2) "
        "AND ($3 = '' OR class = '' OR class = $3) ORDER BY id DESC LIMIT $4");
    if (!statement)
        return statement.error();
    const std::string_view kind
        = query.kind ? base::nameOf(*query.kind, model::kFaultClassNames) : std::string_view();
    statement->bindAll(query.beforeId, query.component, kind, query.most);
    std::vector<KeptFaultChange> changes;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return changes;
        if (auto change = changeOf(*statement))
            changes.push_back(std::move(*change));
    }
}

// The number of the newest alert stands before the book's own JSON: "17 {...}".
Result<std::optional<KeptFaultBook>> readFaultBook(store::Connection& connection)
{
    const auto state = readBook(connection, kBook);
    if (!state)
        return state.error();
    if (state->empty())
        return std::optional<KeptFaultBook>();
    KeptFaultBook kept;
    const char* const end = state->data() + state->size();
    const auto [rest, failed] = std::from_chars(state->data(), end, kept.seenAlerts);
    if (failed != std::errc())
        return Error{"INVALID_JSON", "health_book faults", "it does not begin with a number",
                     "restore the workspace from a backup"};
    auto book = FaultBook::restore({rest, end});
    if (!book)
        return book.error();
    kept.book = std::move(*book);
    return std::optional(std::move(kept));
}

Result<void> keepFaultBook(store::Connection& connection, const FaultBook& book,
                           std::uint64_t seenAlerts)
{
    return keepBook(connection, kBook, std::to_string(seenAlerts) + " " + book.exportState());
}

} // namespace gavel::health
