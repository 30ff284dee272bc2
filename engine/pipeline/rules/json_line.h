// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ad_event.h"
#include "engine/pipeline/rules/field_map.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gavel::pipeline {

struct JsonFault
{
    std::optional<std::size_t> offset; ///< in bytes; nothing = the line as a whole
    std::string what;
};

/// One line of JSON into an event, strictly: every value is looked at, also those of fields that
/// nobody asks for, since the parser underneath looks only at what it is asked.
class JsonLine
{
public:
    JsonLine();
    ~JsonLine();

    /// A line of at most kMostLineBytes, which is copied; the event's views live until the next.
    bool read(std::string_view line, const FieldMap& names, model::AdEvent& event);
    /// Of the last line that was not read.
    const JsonFault& fault() const;
    std::size_t unknownFields() const; ///< of the last line

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace gavel::pipeline
