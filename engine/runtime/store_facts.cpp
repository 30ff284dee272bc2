// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/store_facts.h"

#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::string_view kEventLog = "event";
/// A row whose number is higher is not numbered by count.
constexpr std::int64_t kMostRows = std::int64_t{1} << 40;
/// Events are numbered within their source: the newest of each, added up.
constexpr std::string_view kEvents
    = "SELECT ifnull(sum((SELECT ifnull(max(key), 0) & 1099511627775 FROM event WHERE "
      "key >= source.id << 40 AND key < (source.id + 1) << 40)), 0) FROM source";

std::int64_t sizeOf(const std::filesystem::path& file)
{
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    return failed ? 0 : static_cast<std::int64_t>(bytes);
}

Result<std::vector<StoreFacts::Table>> readTables(store::Connection& reader)
{
    auto names = reader.prepare("SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND "
                                "schema = 'main' AND name NOT LIKE 'sqlite%'");
    if (!names)
        return names.error();
    std::vector<StoreFacts::Table> tables;
    for (;;) {
        const auto row = names->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const bool isNumbered = names->integer(1) == 0;
        tables.push_back({std::string(names->text(0)), isNumbered ? 0 : -1});
    }
    for (StoreFacts::Table& table : tables)
        if (table.rows == 0) { // the name is from the schema itself
            const auto rows = table.name == kEventLog
                ? reader.integer(kEvents)
                : reader.integer("SELECT ifnull(max(rowid), 0) FROM \"" + table.name + "\"");
            if (!rows)
                return rows.error();
            table.rows = *rows < kMostRows ? *rows : -1;
        }
    std::ranges::stable_sort(tables, std::greater<>(), &StoreFacts::Table::rows);
    return tables;
}

} // namespace

Result<StoreFacts> readStoreFacts(const store::Workspace& workspace)
{
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    StoreFacts facts;
    facts.file = workspace.file();
    const auto pages = reader->integer("PRAGMA page_count");
    const auto pageBytes = reader->integer("PRAGMA page_size");
    const auto unused = reader->integer("PRAGMA freelist_count");
    if (!pages || !pageBytes || !unused)
        return !pages ? pages.error() : !pageBytes ? pageBytes.error() : unused.error();
    facts.fileBytes = *pages * *pageBytes;
    facts.unusedBytes = *unused * *pageBytes;
    auto tables = readTables(*reader);
    if (!tables)
        return tables.error();
    facts.tables = std::move(*tables);
    const auto log = std::ranges::find(facts.tables, kEventLog, &StoreFacts::Table::name);
    facts.events = log == facts.tables.end() ? 0 : log->rows;
    if (facts.file.empty())
        return facts;
    facts.fileBytes = sizeOf(facts.file);
    facts.logBytes = sizeOf(facts.file.string() + "-wal");
    const auto folder
        = facts.file.has_parent_path() ? facts.file.parent_path() : std::filesystem::path(".");
    std::error_code failed;
    const auto space = std::filesystem::space(folder, failed);
    if (!failed)
        facts.freeBytes = static_cast<std::int64_t>(space.available);
    return facts;
}

} // namespace gavel::runtime
