// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/fault.h"

#ifdef GAVEL_FAULTS

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace gavel::base {

namespace {

/// The place of a name in a list; the process ends when it is not there.
template<std::size_t N>
std::size_t placeOf(std::string_view name, const std::array<std::string_view, N>& names,
                    const char* variable)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        std::fprintf(stderr, "%s: there is no \"%.*s\"\n", variable, static_cast<int>(name.size()),
                     name.data());
        std::_Exit(2);
    }
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<Fault> chosenFault()
{
    const char* const name = std::getenv("GAVEL_FAULT");
    if (name == nullptr)
        return std::nullopt;
    return static_cast<Fault>(placeOf(name, kFaultNames, "GAVEL_FAULT"));
}

struct ChosenPoint
{
    std::optional<FailPoint> point;
    std::atomic<long> passesLeft{0};

    ChosenPoint()
    {
        const char* const text = std::getenv("GAVEL_FAIL_POINT");
        if (text == nullptr)
            return;
        const std::string_view words(text);
        const auto colon = words.find(':');
        point = static_cast<FailPoint>(
            placeOf(words.substr(0, colon), kFailPointNames, "GAVEL_FAIL_POINT"));
        passesLeft
            = colon == std::string_view::npos ? 1 : std::strtol(text + colon + 1, nullptr, 10);
    }
};

} // namespace

bool planted(Fault fault)
{
    static const std::optional<Fault> chosen = chosenFault();
    return chosen == fault;
}

void passes(FailPoint point)
{
    static ChosenPoint chosen;
    if (chosen.point == point && chosen.passesLeft.fetch_sub(1) == 1)
        (void)std::raise(SIGKILL);
}

} // namespace gavel::base

#endif
