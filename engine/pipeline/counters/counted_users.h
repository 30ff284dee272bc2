// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/measures.h"

namespace gavel::pipeline {

/// By what users are counted once each, in each day and in all.
constexpr bool hasUsers(CountedBy by)
{
    return by == CountedBy::All || by == CountedBy::Campaign || by == CountedBy::Ad
        || by == CountedBy::Creative || by == CountedBy::Publisher || by == CountedBy::Segment;
}

} // namespace gavel::pipeline
