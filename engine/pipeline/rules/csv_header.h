// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/ad_event.h"
#include "engine/pipeline/rules/field_map.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// Takes the records of RFC 4180 apart. Texts in quotes are written anew only where they hold a
/// doubled quote, into room that the caller lends.
class CsvRecord
{
public:
    /// `room` holds as many bytes as the record. A line break at the end belongs to no field.
    CsvRecord(std::string_view record, char* room);

    struct Cell
    {
        std::string_view text;
        bool isQuoted = false;
    };
    /// The next cell; nothing at the end or when the record is not well formed.
    std::optional<Cell> next();
    /// "" while it is well formed.
    std::string_view fault() const { return m_fault; }
    /// Where the last cell began, in bytes.
    std::size_t cellOffset() const { return m_begin; }

private:
    std::optional<Cell> quoted();
    std::optional<Cell> fail(std::string_view fault);
    void goOnBehind(std::size_t end);

    std::string_view m_record;
    char* m_room;
    std::size_t m_begin = 0;
    std::size_t m_at = 0;
    bool m_isAtEnd = false;
    std::string_view m_fault;
};

/// What the columns of a CSV file mean, from its first record.
class CsvHeader
{
public:
    /// A byte order mark in front is left out. Errors: no column is known, two columns are one
    /// field, a quote that is not closed.
    static Result<CsvHeader> parse(std::string_view record, const FieldMap& names);

    std::size_t columns() const { return m_fields.size(); }
    /// Nothing for a column that the contract does not know.
    std::optional<model::AdField> field(std::size_t column) const { return m_fields[column]; }
    std::size_t unknownColumns() const { return m_unknown; }

private:
    std::vector<std::optional<model::AdField>> m_fields;
    std::size_t m_unknown = 0;
};

} // namespace gavel::pipeline
