// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feeders/offered_lines.h"

namespace gavel::runtime {

std::vector<pipeline::OfferedLine> offeredLines(std::vector<pipeline::Line> lines)
{
    std::vector<pipeline::OfferedLine> all;
    all.reserve(lines.size());
    for (pipeline::Line& line : lines) {
        pipeline::OfferedLine& offered = all.emplace_back();
        offered.position = line.number;
        offered.text = std::move(line.text);
        if (line.isTooLong)
            offered.fault = "the line is longer than 64 KiB";
    }
    return all;
}

} // namespace gavel::runtime
