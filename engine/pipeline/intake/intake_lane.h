// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sources of Intake share.
#include "engine/pipeline/intake/intake.h"

namespace gavel::pipeline {

/// While one batch is written the next ones are judged.
inline constexpr std::size_t kMostPrepared = 4;

/// Places of the stages.
enum : std::size_t { kCollect, kValidate, kRepair, kTransform, kStore };

inline std::size_t bytesOf(const Offer& offer)
{
    std::size_t bytes = 0;
    for (const OfferedLine& line : offer.lines)
        bytes += line.text.size();
    return bytes;
}

/// One collector: what waits, and how its lines are read.
struct Intake::Lane
{
    Lane(Judge& judge, CollectorRow given, FieldMap names)
        : row(std::move(given))
        , stored(row)
        , maker(judge, row.name, std::move(names))
        , nextPosition(row.position)
    {
    }
    CollectorRow row; ///< as it is durable
    CollectorRow stored; ///< as the writer has it
    BatchMaker maker; ///< judging thread
    std::uint64_t nextPosition; ///< judging thread
    std::deque<Offer> offers;
    std::map<std::int64_t, Flow> refused; ///< by minute, not yet in the file
    Flow flow;
    TimeMs lastAt;
};

} // namespace gavel::pipeline
