// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/event_log_table.h"

#include "engine/store/tiers/event_cursor.h"

#include <sqlite3.h>

namespace gavel::store {

namespace {

// Which bounds a plan uses; its values come in this order.
enum Bound : unsigned {
    KeyIs = 1,
    KeyFrom = 2,
    KeyTo = 4,
    AtFrom = 8,
    AtTo = 16,
    AuctionIs = 32,
    KindFrom = 64,
    Rises = 128,
    Falls = 256,
};
constexpr std::size_t kBounds = 7;

constexpr char kMark = '\x1f'; // parts of an error in SQLite's message
constexpr std::string_view kPrefix = "event log\x1f";

struct LogTable
{
    sqlite3_vtab base{};
    LogReading reading;
    explicit LogTable(sqlite3* database)
        : reading(database)
    {
    }
};

struct LogCursor
{
    sqlite3_vtab_cursor base{};
    EventCursor events;
    explicit LogCursor(LogReading& reading)
        : events(reading)
    {
    }
};

LogTable& tableOf(sqlite3_vtab* table)
{
    return *reinterpret_cast<LogTable*>(table);
}
LogCursor& cursorOf(sqlite3_vtab_cursor* cursor)
{
    return *reinterpret_cast<LogCursor*>(cursor);
}

std::string columnList()
{
    std::string list = "CREATE TABLE event_log (";
    for (std::size_t i = 0; i < kEventColumns; ++i)
        list.append(i == 0 ? "" : ", ").append(kEventColumnNames[i]).append(" INTEGER");
    return list + ")";
}

int connect(sqlite3* database, void* /*unused*/, int /*unused*/, const char* const* /*unused*/,
            sqlite3_vtab** table, char** /*message*/)
{
    if (const int declared = sqlite3_declare_vtab(database, columnList().c_str());
        declared != SQLITE_OK)
        return declared;
    sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS); // a view may read it
    auto* made = new LogTable(database);
    *table = &made->base;
    return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table)
{
    delete &tableOf(table);
    return SQLITE_OK;
}

/// The place of a bound in the order above, or kBounds.
std::size_t boundOf(int column, unsigned char operation)
{
    const bool from
        = operation == SQLITE_INDEX_CONSTRAINT_GT || operation == SQLITE_INDEX_CONSTRAINT_GE;
    const bool to
        = operation == SQLITE_INDEX_CONSTRAINT_LT || operation == SQLITE_INDEX_CONSTRAINT_LE;
    const bool is = operation == SQLITE_INDEX_CONSTRAINT_EQ;
    if (column == static_cast<int>(kKeyColumn) || column == -1)
        return is ? 0 : from ? 1 : to ? 2 : kBounds;
    if (column == static_cast<int>(kAtColumn))
        return from ? 3 : to ? 4 : kBounds;
    if (column == static_cast<int>(kAuctionColumn))
        return is ? 5 : kBounds;
    return column == static_cast<int>(kKindColumn) && from ? 6 : kBounds;
}

/// What a plan costs, so that a bound key or auction goes before a scan.
double costOf(unsigned plan)
{
    if ((plan & KeyIs) != 0)
        return 50;
    if ((plan & AuctionIs) != 0)
        return 500;
    const unsigned ends = ((plan & KeyFrom) != 0 ? 1 : 0) + ((plan & KeyTo) != 0 ? 1 : 0);
    return ends == 2 ? 1e5 : ends == 1 ? 1e6 : 1e7;
}

int bestIndex(sqlite3_vtab* /*table*/, sqlite3_index_info* info)
{
    std::array<int, kBounds> found{};
    found.fill(-1);
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto& constraint = info->aConstraint[i];
        const std::size_t bound = boundOf(constraint.iColumn, constraint.op);
        if (constraint.usable != 0 && bound < kBounds && found[bound] < 0)
            found[bound] = i;
    }
    // The index of real auctions has no bids; without the kind it answers nothing.
    if (found[5] < 0 || found[6] < 0)
        found[5] = found[6] = -1;
    unsigned plan = 0;
    int arguments = 0;
    for (std::size_t bound = 0; bound < kBounds; ++bound) {
        if (found[bound] < 0)
            continue;
        plan |= 1U << bound;
        info->aConstraintUsage[found[bound]].argvIndex = ++arguments;
    }
    if (info->nOrderBy == 1 && info->aOrderBy[0].iColumn == static_cast<int>(kKeyColumn)
        && (plan & (KeyIs | KeyFrom | KeyTo)) != 0 && (plan & AuctionIs) == 0) {
        plan |= info->aOrderBy[0].desc != 0 ? Falls : Rises;
        info->orderByConsumed = 1;
    }
    info->idxNum = static_cast<int>(plan);
    info->estimatedCost = costOf(plan);
    info->estimatedRows = static_cast<sqlite3_int64>(costOf(plan) / 10);
    return SQLITE_OK;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor)
{
    auto* made = new LogCursor(tableOf(table).reading);
    *cursor = &made->base;
    return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor)
{
    delete &cursorOf(cursor);
    return SQLITE_OK;
}

/// SQLite's message carries the error to errorOf() of the connection.
int told(LogCursor& cursor, int result)
{
    const auto& error = cursor.events.error();
    if (result == SQLITE_OK || !error)
        return result;
    sqlite3_free(cursor.base.pVtab->zErrMsg);
    const std::string text = std::string(kPrefix) + error->code + kMark + error->where + kMark
        + error->what + kMark + error->advice;
    cursor.base.pVtab->zErrMsg = sqlite3_mprintf("%s", text.c_str());
    return result;
}

int filter(sqlite3_vtab_cursor* base, int number, const char* /*unused*/, int count,
           sqlite3_value** values)
{
    const auto plan = static_cast<unsigned>(number);
    EventsWanted wanted;
    std::int64_t kind = 0;
    int at = 0;
    for (std::size_t bound = 0; bound < kBounds && at < count; ++bound) {
        if ((plan & (1U << bound)) == 0)
            continue;
        sqlite3_value* value = values[at++];
        if (sqlite3_value_type(value) != SQLITE_INTEGER)
            continue; // SQLite compares again what it is given
        const std::int64_t limit = sqlite3_value_int64(value);
        switch (1U << bound) {
        case KeyIs:
            wanted.firstKey = wanted.lastKey = limit;
            break;
        case KeyFrom:
            wanted.firstKey = std::max(wanted.firstKey, limit);
            break;
        case KeyTo:
            wanted.lastKey = std::min(wanted.lastKey, limit);
            break;
        case AtFrom:
            wanted.firstAt = limit;
            break;
        case AtTo:
            wanted.lastAt = limit;
            break;
        case AuctionIs:
            wanted.auction = limit;
            break;
        default:
            kind = limit;
        }
    }
    if (kind < 2 || wanted.auction.value_or(0) >= 0)
        wanted.auction.reset();
    if ((plan & (Rises | Falls)) != 0)
        wanted.order
            = (plan & Rises) != 0 ? EventsWanted::Order::Rising : EventsWanted::Order::Falling;
    LogCursor& cursor = cursorOf(base);
    return told(cursor, cursor.events.begin(wanted));
}

int next(sqlite3_vtab_cursor* base)
{
    LogCursor& cursor = cursorOf(base);
    return told(cursor, cursor.events.next());
}

int isAtEnd(sqlite3_vtab_cursor* base)
{
    return cursorOf(base).events.isAtEnd() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int wanted)
{
    LogCursor& cursor = cursorOf(base);
    std::int64_t value = 0;
    const int got = cursor.events.value(static_cast<std::size_t>(wanted), value);
    if (got == SQLITE_OK)
        sqlite3_result_int64(context, value);
    return told(cursor, got);
}

int rowNumber(sqlite3_vtab_cursor* base, sqlite3_int64* number)
{
    LogCursor& cursor = cursorOf(base);
    std::int64_t value = 0;
    const int got = cursor.events.value(kKeyColumn, value);
    *number = value;
    return told(cursor, got);
}

constexpr sqlite3_module moduleOf()
{
    sqlite3_module module{};
    module.xConnect = connect; // without xCreate it is there under its own name only
    module.xBestIndex = bestIndex;
    module.xDisconnect = disconnect;
    module.xDestroy = disconnect;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = isAtEnd;
    module.xColumn = column;
    module.xRowid = rowNumber;
    return module;
}
constexpr sqlite3_module kModule = moduleOf();

} // namespace

int addEventLog(sqlite3* database)
{
    return sqlite3_create_module_v2(database, "event_log", &kModule, nullptr, nullptr);
}

std::optional<Error> eventLogError(std::string_view message)
{
    if (!message.starts_with(kPrefix))
        return std::nullopt;
    std::array<std::string, 4> parts;
    std::size_t at = kPrefix.size();
    for (std::string& part : parts) {
        const std::size_t end = std::min(message.find(kMark, at), message.size());
        part = message.substr(std::min(at, message.size()), end - std::min(at, end));
        at = end + 1;
    }
    return Error{parts[0], parts[1], parts[2], parts[3]};
}

} // namespace gavel::store
