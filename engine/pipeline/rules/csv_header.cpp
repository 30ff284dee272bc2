// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/csv_header.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace gavel::pipeline {

namespace {

std::string_view withoutLineBreak(std::string_view record)
{
    if (record.ends_with('\n'))
        record.remove_suffix(1);
    if (record.ends_with('\r'))
        record.remove_suffix(1);
    return record;
}

std::string_view withoutBlanksAround(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
        ? std::string_view{}
        : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

CsvRecord::CsvRecord(std::string_view record, char* room)
    : m_record(withoutLineBreak(record))
    , m_room(room)
{
}

std::optional<CsvRecord::Cell> CsvRecord::next()
{
    if (m_isAtEnd)
        return std::nullopt;
    m_begin = m_at;
    if (m_at < m_record.size() && m_record[m_at] == '"')
        return quoted();
    const auto end = std::min(m_record.find(',', m_at), m_record.size());
    const auto text = m_record.substr(m_at, end - m_at);
    if (text.find('"') != std::string_view::npos)
        return fail("a quote stands inside a field without quotes; put the field in quotes and "
                    "double it");
    goOnBehind(end);
    return Cell{text, false};
}

std::optional<CsvRecord::Cell> CsvRecord::quoted()
{
    const std::size_t first = m_at + 1;
    std::size_t quote = m_record.find('"', first);
    char* const begin = m_room;
    std::size_t copied = first; // what is before is in the room
    while (quote != std::string_view::npos && quote + 1 < m_record.size()
           && m_record[quote + 1] == '"') {
        const std::size_t bytes = quote + 1 - copied; // with one of the two quotes
        std::memcpy(m_room, m_record.data() + copied, bytes);
        m_room += bytes;
        copied = quote + 2;
        quote = m_record.find('"', copied);
    }
    if (quote == std::string_view::npos)
        return fail("a quote is not closed");
    if (quote + 1 < m_record.size() && m_record[quote + 1] != ',')
        return fail("a comma was expected after the closing quote");
    std::string_view text = m_record.substr(first, quote - first);
    if (copied != first) {
        std::memcpy(m_room, m_record.data() + copied, quote - copied);
        m_room += quote - copied;
        text = {begin, static_cast<std::size_t>(m_room - begin)};
    }
    goOnBehind(quote + 1);
    return Cell{text, true};
}

std::optional<CsvRecord::Cell> CsvRecord::fail(std::string_view fault)
{
    m_fault = fault;
    m_isAtEnd = true;
    return std::nullopt;
}

void CsvRecord::goOnBehind(std::size_t end)
{
    m_isAtEnd = end == m_record.size();
    m_at = end + 1;
}

Result<CsvHeader> CsvHeader::parse(std::string_view record, const FieldMap& names)
{
    constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
    if (record.starts_with(kByteOrderMark))
        record.remove_prefix(kByteOrderMark.size());
    CsvHeader header;
    std::array<bool, model::kAdFields> seen{};
    std::string room(record.size(), '\0');
    CsvRecord cells(record, room.data());
    while (const auto cell = cells.next()) {
        const auto name = withoutBlanksAround(cell->text);
        const auto field = names.find(name);
        header.m_unknown += field ? 0 : 1;
        header.m_fields.push_back(field);
        if (field && std::exchange(seen[static_cast<std::size_t>(*field)], true))
            return Error{"INVALID_HEADER", "column " + std::to_string(header.columns()),
                         "\"" + std::string(name.substr(0, 40)) + "\" is a second column of "
                             + std::string(model::kAdFieldNames[static_cast<std::size_t>(*field)]),
                         "keep one of them"};
    }
    if (!cells.fault().empty())
        return Error{"INVALID_HEADER", "column " + std::to_string(header.columns() + 1),
                     std::string(cells.fault()), ""};
    if (header.m_unknown == header.columns())
        return Error{"INVALID_HEADER", "line 1", "no column is a field of an event",
                     "name the columns, or say which is which"};
    return header;
}

} // namespace gavel::pipeline
