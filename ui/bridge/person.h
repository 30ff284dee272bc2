// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gavel::bridge {

/// Who sits at this window, as the system knows them: what commands are signed with.
std::string personName();

} // namespace gavel::bridge
