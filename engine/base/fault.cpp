// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/fault.h"

#ifdef GAVEL_FAULTS

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace gavel::base {

namespace {

std::optional<Fault> chosenFault()
{
    const char* const name = std::getenv("GAVEL_FAULT");
    if (name == nullptr)
        return std::nullopt;
    const auto found = std::find(kFaultNames.begin(), kFaultNames.end(), std::string_view(name));
    if (found == kFaultNames.end()) {
        std::fprintf(stderr, "GAVEL_FAULT: there is no fault \"%s\"\n", name);
        std::_Exit(2);
    }
    return static_cast<Fault>(found - kFaultNames.begin());
}

} // namespace

bool planted(Fault fault)
{
    static const std::optional<Fault> chosen = chosenFault();
    return chosen == fault;
}

} // namespace gavel::base

#endif
