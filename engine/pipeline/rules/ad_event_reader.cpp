// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/ad_event_reader.h"

#include "engine/pipeline/rules/json_line.h"
#include "engine/pipeline/values/utf8.h"

#include <algorithm>
#include <string>

namespace gavel::pipeline {

namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf"; // byte order mark

Error unreadable(std::string where, std::string what)
{
    return {"UNREADABLE", std::move(where), std::move(what)};
}

Error tooLong()
{
    return unreadable("line", "it is longer than 64 KiB");
}

std::string_view bareLine(std::string_view line)
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.starts_with(kMark))
        line.remove_prefix(kMark.size());
    return line;
}

std::string columnOf(std::string_view line, std::size_t offset)
{
    return "column " + std::to_string(charactersIn(line.substr(0, offset)) + 1);
}

} // namespace

struct AdEventReader::State
{
    FieldMap names;
    JsonLine json;
    std::uint64_t unknown = 0;
    std::unique_ptr<char[]> record = std::make_unique<char[]>(kMostLineBytes);
    std::unique_ptr<char[]> quoted = std::make_unique<char[]>(kMostLineBytes);
};

AdEventReader::AdEventReader(FieldMap names)
    : m_state(std::make_unique<State>())
{
    m_state->names = std::move(names);
}
AdEventReader::~AdEventReader() = default;
AdEventReader::AdEventReader(AdEventReader&&) noexcept = default;
AdEventReader& AdEventReader::operator=(AdEventReader&&) noexcept = default;

std::uint64_t AdEventReader::unknownFields() const
{
    return m_state->unknown;
}

Result<void> AdEventReader::readJson(std::string_view line, model::AdEvent& event)
{
    event = {};
    const auto bare = bareLine(line);
    if (bare.size() > kMostLineBytes)
        return tooLong();
    JsonLine& json = m_state->json;
    if (json.read(bare, m_state->names, event)) {
        m_state->unknown += json.unknownFields();
        return {};
    }
    event = {};
    const JsonFault& fault = json.fault();
    return unreadable(fault.offset ? columnOf(bare, *fault.offset) : "line", fault.what);
}

Result<void> AdEventReader::readCsv(std::string_view record, const CsvHeader& header,
                                    model::AdEvent& event)
{
    event = {};
    if (record.size() > kMostLineBytes)
        return tooLong();
    if (const auto wrong = firstByteNotUtf8(record))
        return unreadable(columnOf(record, *wrong), "this is not UTF-8");
    std::copy(record.begin(), record.end(), m_state->record.get());
    const std::string_view own(m_state->record.get(), record.size());
    CsvRecord cells(own, m_state->quoted.get());
    std::size_t columns = 0;
    while (const auto cell = cells.next()) {
        if (columns < header.columns() && (cell->isQuoted || !cell->text.empty()))
            if (const auto field = header.field(columns))
                event[*field] = cell->text;
        ++columns;
    }
    if (cells.fault().empty() && columns == header.columns()) {
        m_state->unknown += header.unknownColumns();
        return {};
    }
    event = {};
    if (!cells.fault().empty())
        return unreadable(columnOf(own, cells.cellOffset()), std::string(cells.fault()));
    return unreadable("line",
                      "it has " + std::to_string(columns) + " columns and the header has "
                          + std::to_string(header.columns()));
}

} // namespace gavel::pipeline
