// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/ad_event.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// Which names of a source mean which field of the contract. Knows the contract's own names, the
/// same in snake_case, and a few that everybody writes: ad_id, ip, ua, event, ts.
class FieldMap
{
public:
    FieldMap();
    /// With names of a source in front: theirs -> the contract's. Errors: a name that is empty or
    /// there twice, a field that is none.
    static Result<FieldMap> with(std::span<const std::pair<std::string, std::string>> names);

    std::optional<model::AdField> find(std::string_view name) const;

private:
    struct Name
    {
        std::string text;
        model::AdField field{};
    };

    void add(std::string text, model::AdField field);
    std::size_t slotOf(std::string_view text) const;
    void grow();

    static constexpr std::uint16_t kFree = UINT16_MAX;
    std::vector<Name> m_names;
    std::vector<std::uint16_t> m_slots; ///< places of names, at most a quarter full
};

} // namespace gavel::pipeline
