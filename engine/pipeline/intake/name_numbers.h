// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/store/event_names.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace gavel::store {
class Connection;
} // namespace gavel::store

namespace gavel::pipeline {

/// The log's numbers of the names that events from outside bring; a new one is written. On the
/// writer's thread, in its open transaction. Errors: those of the store.
class NameNumbers
{
public:
    /// 0 = no name.
    Result<std::uint32_t> number(store::Connection& connection, store::NameKind kind,
                                 std::string_view text);
    /// Of a list of segments: see namesOf().
    Result<std::uint32_t> audienceOf(store::Connection& connection, std::string_view list);

private:
    struct TextHasher
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    using Numbers
        = boost::unordered_flat_map<std::string, std::uint32_t, TextHasher, std::equal_to<>>;
    std::array<Numbers, store::kNameKinds> m_numbers; ///< of audiences by the text of their list
};

} // namespace gavel::pipeline
