// SPDX-License-Identifier: GPL-3.0-or-later
// Moves the events of a workspace into segments and an archive until there is nothing to move, or
// until it is killed: crash_tiers FILE DAY, the day since 1970 as which it acts.
#include "engine/store/moving/log_mover.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    using namespace gavel;
    if (argc != 3)
        return 2;
    const auto workspace = store::Workspace::open(argv[1]);
    if (!workspace)
        return 3;
    const TimeMs now{std::strtoll(argv[2], nullptr, 10) * base::kDayMs};
    const auto moved = store::LogMover(**workspace).run(now);
    if (!moved)
        std::fprintf(stderr, "%s\n", toString(moved.error()).c_str());
    return moved ? 0 : 3;
}
