// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::model {

/// How the cause of a click or a conversion that others told was found.
enum class AttributedBy : std::uint8_t {
    Nothing, ///< it is not known
    Request, ///< both name the same auction or request
    Click, ///< the user's last click before it
    View, ///< what the user was shown last before it
};
inline constexpr std::array<std::string_view, 4> kAttributedByNames{"", "request", "click_through",
                                                                    "view_through"};

} // namespace gavel::model
