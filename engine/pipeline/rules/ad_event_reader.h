// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/ad_event.h"
#include "engine/pipeline/rules/csv_header.h"
#include "engine/pipeline/rules/field_map.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace gavel::pipeline {

inline constexpr std::size_t kMostLineBytes = 65'536;

/// Reads lines into events, one after the other. The views of an event live until the next line is
/// read. An error is a line that is dead by the rule kUnreadable: its place and what was expected
/// there, "column 17: a comma or } was expected". One thread; no allocation for a good line.
class AdEventReader
{
public:
    explicit AdEventReader(FieldMap names = {});
    ~AdEventReader();
    AdEventReader(AdEventReader&&) noexcept;
    AdEventReader& operator=(AdEventReader&&) noexcept;

    /// One JSON object. Numbers and booleans are kept as they are written, objects and arrays as
    /// their JSON text, null as not there. Refused: two keys of one name or of one field, more than
    /// 32 levels, text that is not UTF-8, anything behind the object.
    Result<void> readJson(std::string_view line, model::AdEvent& event);
    /// One record of RFC 4180, which may hold line breaks inside quotes. Nothing between two commas
    /// is not there; "" is an empty text.
    Result<void> readCsv(std::string_view record, const CsvHeader& header, model::AdEvent& event);

    /// Fields of good lines that the contract does not know, so far.
    std::uint64_t unknownFields() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::pipeline
