// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/dictionary.h"
#include "engine/base/money.h"
#include "engine/model/pacing.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::model {

/// What one ad server may spend on one campaign. Absolute and numbered: the same grant may come
/// twice, late or out of order, and may be lost, without any money being spent twice.
struct QuotaGrant
{
    static constexpr std::int32_t kBidsAsTheyAre = 1'000'000;

    Handle campaign = 0;
    std::uint32_t server = 0; ///< the server's source in the event log
    TimeMs windowStart; ///< inclusive
    TimeMs windowEnd; ///< exclusive
    std::uint64_t epoch = 0; ///< fencing token of the scheduler that granted
    std::uint64_t version = 0; ///< counts up for each campaign and server
    /// The most that the server may have spent on the campaign since it joined the market,
    /// in nano-units of the campaign's currency.
    Price limit;
    TimeMs notAfter{INT64_MAX}; ///< from then on nothing new is bid; open bids may still win
    std::int32_t bidFactorPpm = kBidsAsTheyAre; ///< pacing: bids are scaled by this

    /// A server applies only what is newer than what it has.
    std::pair<std::uint64_t, std::uint64_t> place() const { return {epoch, version}; }
    bool operator==(const QuotaGrant&) const = default;
};

/// Grants for one ad server, shared by whoever passes them on; a change of a running market.
struct QuotaGrants
{
    std::shared_ptr<const std::vector<QuotaGrant>> grants;
};

/// What an ad server says to a grant.
enum class GrantAnswer : std::uint8_t {
    Applied,
    Same, ///< it had this grant already
    Stale, ///< it has a newer one
    UnknownCampaign,
    OtherServer, ///< the grant is for another server
};
inline constexpr std::array<std::string_view, 5> kGrantAnswerNames{
    "applied", "same", "stale", "unknown_campaign", "other_server"};

/// What one ad server has done for one campaign since it joined. Counts only grow.
struct CampaignReport
{
    Handle campaign = 0;
    std::uint64_t appliedEpoch = 0; ///< of the newest grant that it applied
    std::uint64_t appliedVersion = 0;
    /// The most that may be spent under what is applied: the limit, or what is spent and held if
    /// that is more.
    std::int64_t boundNanos = 0;
    std::int64_t spentNanos = 0; ///< clearing prices, in the campaign's currency
    std::int64_t heldNanos = 0; ///< of bids whose outcome is not known
    std::int64_t clearedNanos = 0; ///< the same wins, charged or not, in the market's currency
    std::int64_t publisherNanos = 0; ///< the publishers' part of clearedNanos
    std::int64_t unchargedNanos = 0; ///< wins that no quota covered, in the campaign's currency
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    PacingTally pacing;
};

/// What a publisher earned from campaigns at one ad server since it joined, in the market's
/// currency. What rivals paid is not among it: they have no wallet here.
struct PublisherReport
{
    Handle publisher = 0;
    std::int64_t earnedNanos = 0;
};

/// The state of one ad server at a moment of market time: everything before `at` has happened.
struct QuotaReport
{
    std::uint32_t server = 0;
    TimeMs at;
    std::uint64_t lastSequence = 0; ///< of its delivery events so far
    std::vector<CampaignReport> campaigns; ///< by handle
    std::vector<PublisherReport> publishers; ///< by handle
    std::int64_t feeNanos = 0; ///< the exchange's part of the same wins
};

} // namespace gavel::model
