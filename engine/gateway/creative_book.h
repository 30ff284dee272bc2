// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/openrtb/bid_response.h"
#include "engine/runtime/engine.h"

#include <string>
#include <unordered_map>

namespace gavel::gateway {

/// What a response says of a won creative, ready to be written.
struct ShownCreative
{
    std::string campaignId;
    std::string creativeId;
    std::string markup;
    std::string domain; ///< of the advertiser: host of the click address
    std::string category;
    int width = 0;
    int height = 0;
    openrtb::MarkupType type = openrtb::MarkupType::Unsaid;
    TimeMs readAt;
};

/// The creatives that lately won, so that an answer copies no campaign. An edit is seen after a
/// second at most. One thread.
class CreativeBook
{
public:
    CreativeBook(const runtime::Engine& engine, const base::Clock& clock);
    /// The entry of a bid's creative; its texts are empty for a rival's. Valid until the next call.
    const ShownCreative& find(const model::Bid& bid, const model::Vocabulary& names);
    void clear(); ///< the market was replaced, handles mean something else

private:
    ShownCreative read(const model::Bid& bid, const model::Vocabulary& names) const;

    const runtime::Engine& m_engine;
    const base::Clock& m_clock;
    std::unordered_map<std::uint64_t, ShownCreative> m_entries;
};

/// The markup of a creative: a linked picture or text, a VAST 4 inline ad, or a native response.
std::string markupOf(const model::Creative& creative);

} // namespace gavel::gateway
