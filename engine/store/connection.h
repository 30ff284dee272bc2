// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace gavel::store {

/// Bytes that are no text; they must live until the statement has run.
struct Blob
{
    std::string_view bytes;
};

/// A prepared statement. Parameters count from 1, columns from 0. A bind that fails is told by the
/// next step. Texts of columns live until the next step or reset.
class Statement
{
public:
    Statement() = default;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, Blob blob);
    Statement& bindNull(int parameter);
    /// Binds the parameters from 1 on, in order.
    template<typename... Values>
    Statement& bindAll(const Values&... values)
    {
        int parameter = 0;
        (bindOne(++parameter, values), ...);
        return *this;
    }

    /// True: a row is ready. False: done, and the statement is ready to be bound and run again.
    Result<bool> step();
    /// Steps to the end, for statements whose rows nobody reads.
    Result<void> run();
    /// Ends reading early.
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::string_view bytes(int column) const; ///< of a blob
    bool isNull(int column) const;

private:
    friend class Connection;
    struct Finalizer
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    template<typename Value>
    void bindOne(int parameter, const Value& value)
    {
        if constexpr (std::is_integral_v<Value>)
            bind(parameter, static_cast<std::int64_t>(value));
        else if constexpr (std::is_floating_point_v<Value>)
            bind(parameter, static_cast<double>(value));
        else if constexpr (std::is_same_v<Value, Blob>)
            bind(parameter, value);
        else
            bind(parameter, std::string_view(value));
    }
    /// SQLite counts $1, $2 by where they first stand; here they mean what they say, as in
    /// PostgreSQL.
    void learnPositions();
    int positionOf(int parameter) const;

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    std::vector<int> m_positions; ///< SQLite's index of $1, $2, ...; empty while they are the same
    int m_bindResult = 0;
};

/// One connection to a workspace file, for one thread at a time.
/// Errors: STORE_FULL, STORE_IO, STORE_CORRUPT, STORE_BUSY, STORE_RULE (a constraint), STORE_SQL.
class Connection
{
public:
    enum class Access { Read, Write };

    static Result<Connection> open(const std::filesystem::path& file, Access access);

    /// Runs one or several statements that give no rows.
    Result<void> execute(std::string_view sql);
    Result<Statement> prepare(std::string_view sql);
    /// The statement of this text, prepared once and kept; lives as long as the connection, reset
    /// when given out.
    Result<Statement*> cached(std::string_view sql);
    /// The first column of the first row, 0 when there is none or it is null.
    Result<std::int64_t> integer(std::string_view sql);

    /// Rows changed by the last statement.
    std::int64_t changes() const;
    /// The row number that the last insert gave.
    std::int64_t lastRow() const;
    /// False when SQLite itself has ended the transaction, as it does when the disk fails.
    bool inTransaction() const;
    /// Copies the log into the file as far as readers allow; with `truncate` also empties the log
    /// when none reads it. Returns the pages of the log that are in the file. Only ever on the
    /// writer's thread.
    Result<std::int64_t> checkpoint(bool truncate);
    /// Lets go of the pages it keeps to read them faster, as far as no statement needs them.
    void dropCache();
    /// Bytes that all connections of the process have in memory.
    static std::int64_t memoryBytes();
    sqlite3* handle() const { return m_database.get(); }

private:
    struct Closer
    {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Closer> m_database;
    std::map<std::string, Statement, std::less<>> m_cached;
};

} // namespace gavel::store
