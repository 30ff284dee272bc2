// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// Against DNS rebinding: a page of another site can make a browser call this server only under a
/// name. So plain addresses and localhost are taken, and names only when they are listed. The port
/// does not matter.
bool hostIsAllowed(std::string_view host, const std::vector<std::string>& names);

/// The Origin of a page: http or https from an allowed host.
bool originIsAllowed(std::string_view origin, const std::vector<std::string>& names);

} // namespace gavel::gateway
