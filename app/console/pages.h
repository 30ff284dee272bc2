// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"

namespace gavel::console {

/// Every page there is, in the order of the rail.
std::vector<bridge::Page*> makePages(bridge::EngineClient& client, bridge::Navigator& navigator);

} // namespace gavel::console
