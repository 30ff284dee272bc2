// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are either a request that keeps the rules or an error that names its field.
#include "engine/openrtb/bid_request.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace gavel::openrtb;
    static RequestParser parser;
    const auto read = parseBidRequest({reinterpret_cast<const char*>(data), size}, parser);
    if (!read) {
        if (read.error().code != "INVALID_REQUEST" || read.error().what.empty())
            std::abort();
        return 0;
    }
    if (read->id.empty() || read->impressions.empty() || read->impressions.size() > kMaxImpressions)
        std::abort();
    for (const auto& impression : read->impressions)
        if (impression.id.empty() || impression.floor.nanos < 0)
            std::abort();
    return 0;
}
