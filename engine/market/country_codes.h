// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gavel::market {

/// The ISO 3166-1 alpha-2 code of an alpha-3 code, as OpenRTB sends it ("USA" is "US"). Anything
/// else is given back as it is.
std::string_view alpha2Of(std::string_view country);

} // namespace gavel::market
