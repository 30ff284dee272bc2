// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gavel::base {

/// A text as one cell of RFC 4180, quoted where it has to be. One that a spreadsheet would take for
/// a formula (beginning with = + - @, tab or CR) gets an apostrophe before it.
std::string csvText(std::string_view text);

} // namespace gavel::base
