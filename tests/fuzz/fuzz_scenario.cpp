// SPDX-License-Identifier: GPL-3.0-or-later
// Any text is a scenario or is refused with a place and a rule; what is read can be set up.
#include "engine/simulation/scenario.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto scenario = gavel::simulation::parseScenario(text, "fuzz.json");
    if (!scenario && (scenario.error().what.empty() || scenario.error().where.empty()))
        std::abort();
    return 0;
}
