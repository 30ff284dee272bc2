// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/connection.h"

#include "engine/store/sqlite_error.h"
#include "engine/store/tiers/event_log_table.h"

#include <sqlite3.h>

namespace gavel::store {

namespace {

struct Meaning
{
    const char* code;
    const char* advice;
};

Meaning meaningOf(int result)
{
    switch (result & 0xff) {
    case SQLITE_FULL:
        return {"STORE_FULL", "free space on the disk and open the workspace again"};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {"STORE_IO", "check the folder, its permissions and the disk"};
    case SQLITE_CORRUPT:
        return {"STORE_CORRUPT", "restore the workspace from a backup"};
    case SQLITE_NOTADB:
        return {"NOT_A_WORKSPACE", "choose a *.gavel file"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {"STORE_BUSY", "close the other program that uses the file"};
    case SQLITE_CONSTRAINT:
        return {"STORE_RULE", "send values that the table's rules allow"};
    default:
        return {"STORE_SQL", "report this: the statement is wrong"};
    }
}

// What every connection keeps to; journal_mode is a property of the file and set by the workspace.
// 16 MiB of cache and no more: when pages of an index have changed places, SQLite 3.40 walks every
// cached page at the end of the transaction (balance_nonroot gives one the number of the pending
// byte for a moment, and truncating the cache then begins there).
constexpr const char* kWriterPragmas
    = "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=67108864;"
      "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
      "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;";
constexpr const char* kReaderPragmas
    = "PRAGMA query_only=1; PRAGMA wal_autocheckpoint=0; PRAGMA trusted_schema=OFF;"
      "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
      "PRAGMA busy_timeout=2000;";

} // namespace

Error errorOf(sqlite3* database, int result)
{
    if (database != nullptr && (result & 0xff) == SQLITE_ERROR)
        if (auto told = eventLogError(sqlite3_errmsg(database)))
            return std::move(*told);
    const Meaning meaning = meaningOf(result);
    const char* file = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
    return {meaning.code, file == nullptr ? "" : file,
            database == nullptr ? sqlite3_errstr(result) : sqlite3_errmsg(database),
            meaning.advice};
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::learnPositions()
{
    const int count = sqlite3_bind_parameter_count(m_statement.get());
    bool inOrder = true;
    for (int parameter = 1; parameter <= count; ++parameter) {
        const std::string name = "$" + std::to_string(parameter);
        const int position = sqlite3_bind_parameter_index(m_statement.get(), name.c_str());
        m_positions.push_back(position);
        inOrder = inOrder && position == parameter;
    }
    if (inOrder)
        m_positions.clear();
}

int Statement::positionOf(int parameter) const
{
    if (m_positions.empty())
        return parameter;
    const auto index = static_cast<std::size_t>(parameter) - 1;
    return index < m_positions.size() ? m_positions[index] : 0;
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    m_bindResult |= sqlite3_bind_int64(m_statement.get(), positionOf(parameter), value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    m_bindResult |= sqlite3_bind_double(m_statement.get(), positionOf(parameter), value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    const char* begin = text.data() == nullptr ? "" : text.data();
    m_bindResult |= sqlite3_bind_text64(m_statement.get(), positionOf(parameter), begin,
                                        text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int parameter, Blob blob)
{
    const char* begin = blob.bytes.data() == nullptr ? "" : blob.bytes.data();
    m_bindResult |= sqlite3_bind_blob64(m_statement.get(), positionOf(parameter), begin,
                                        blob.bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    m_bindResult |= sqlite3_bind_null(m_statement.get(), positionOf(parameter));
    return *this;
}

Result<bool> Statement::step()
{
    sqlite3* database = sqlite3_db_handle(m_statement.get());
    if (m_bindResult != SQLITE_OK) {
        m_bindResult = SQLITE_OK;
        return Error{"STORE_SQL", sqlite3_sql(m_statement.get()),
                     "a parameter does not exist or is too long", "bind what the statement names"};
    }
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    const Error error = errorOf(database, result);
    sqlite3_reset(m_statement.get());
    return error;
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* text = sqlite3_column_text(m_statement.get(), column);
    if (text == nullptr)
        return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view Statement::bytes(int column) const
{
    const auto* blob = sqlite3_column_blob(m_statement.get(), column);
    if (blob == nullptr)
        return {};
    return {static_cast<const char*>(blob),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Connection::Closer::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Result<Connection> Connection::open(const std::filesystem::path& file, Access access)
{
    const bool writes = access == Access::Write;
    const int flags = SQLITE_OPEN_NOMUTEX
        | (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
    Connection connection;
    connection.m_database.reset(database);
    if (result != SQLITE_OK) {
        Error error = errorOf(database, result);
        error.where = file.string();
        return error;
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (!writes)
        sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (const int added = addEventLog(database); added != SQLITE_OK)
        return errorOf(database, added);
    if (const auto set = connection.execute(writes ? kWriterPragmas : kReaderPragmas); !set)
        return set.error();
    return connection;
}

Result<void> Connection::execute(std::string_view sql)
{
    const int result
        = sqlite3_exec(m_database.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return errorOf(m_database.get(), result);
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql)
{
    sqlite3_stmt* prepared = nullptr;
    const int result
        = sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (result != SQLITE_OK)
        return errorOf(m_database.get(), result);
    Statement statement;
    statement.m_statement.reset(prepared);
    statement.learnPositions();
    return statement;
}

Result<Statement*> Connection::cached(std::string_view sql)
{
    auto found = m_cached.find(sql);
    if (found == m_cached.end()) {
        auto prepared = prepare(sql);
        if (!prepared)
            return prepared.error();
        found = m_cached.emplace(std::string(sql), std::move(*prepared)).first;
    }
    found->second.reset();
    return &found->second;
}

Result<std::int64_t> Connection::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : std::int64_t{0};
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_database.get());
}

std::int64_t Connection::lastRow() const
{
    return sqlite3_last_insert_rowid(m_database.get());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_database.get()) == 0;
}

void Connection::dropCache()
{
    sqlite3_db_release_memory(m_database.get());
}

std::int64_t Connection::memoryBytes()
{
    return sqlite3_memory_used();
}

Result<std::int64_t> Connection::checkpoint(bool truncate)
{
    int logged = 0;
    int copied = 0;
    const int result = sqlite3_wal_checkpoint_v2(
        m_database.get(), "main", truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
        &logged, &copied);
    if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY)
        return errorOf(m_database.get(), result);
    return static_cast<std::int64_t>(copied < 0 ? 0 : copied);
}

} // namespace gavel::store
