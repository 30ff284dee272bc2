// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/auction.h"
#include "engine/model/delivery_event.h"
#include "engine/model/opportunity.h"

#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace gavel::runtime {

/// Quotes that seats gave outside auctions and wait for a win notice, and the notices that came.
/// Bounded. Any thread.
class OutsideWins
{
public:
    struct Held
    {
        model::Bid bid;
        model::Opportunity opportunity;
        std::uint32_t shard = 0;
    };

    void hold(const Held& quote);
    /// The newest quote of a campaign to a user that is not older than five seconds; it is taken
    /// out.
    std::optional<Held> take(Handle campaign, std::uint64_t user, TimeMs now);
    /// False when the notice came before. The empty notice is always new.
    bool firstTime(const std::string& notice);
    void forget(const std::string& notice);
    void clear();

    /// How many impressions, clicks or conversions were told from outside.
    std::uint64_t told(model::EventKind kind) const;
    void tell(model::EventKind kind);

private:
    mutable std::mutex m_mutex;
    std::array<std::uint64_t, model::kEventNames.size()> m_told{};
    std::deque<Held> m_held; ///< oldest first
    std::unordered_set<std::string> m_notices;
    std::deque<std::string> m_order;
};

} // namespace gavel::runtime
