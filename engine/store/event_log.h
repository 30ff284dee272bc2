// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/model/delivery_event.h"
#include "engine/model/vocabulary.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

class Connection;

// The event log in the file:
//   run      one opening of a market: "live", or one play of a scenario
//   source   a numbered sender in one run (a shard); sequences count up in it from 1
//   name     texts of campaigns, seats, placements and creatives; an event holds their durable
//   numbers,
//            never the handles of a process, so that the file can be read alone
//   event    one row for each fact, its key made of source and sequence
//   campaign_total, campaign_quarter   counts and spending, kept in the same commit as the events

/// What the log says of one campaign.
struct CampaignTotals
{
    std::string campaignId;
    std::uint64_t bids = 0;
    std::uint64_t wins = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    std::int64_t spentNanos = 0; ///< sum of the prices of its wins that were charged
    std::int64_t unchargedNanos = 0; ///< of those that were not
    std::int64_t publisherNanos = 0; ///< the publishers' part of both
    Money value; ///< of its conversions
    bool operator==(const CampaignTotals&) const = default;
};

inline constexpr std::uint32_t kEveryRun = 0;

/// Sums over every run of a market, or one of them, by campaign id: what a restarted market begins
/// with.
Result<std::vector<CampaignTotals>> readTotals(Connection& connection, std::string_view market,
                                               std::uint32_t run = kEveryRun);
/// The same from the events themselves.
Result<std::vector<CampaignTotals>> recountTotals(Connection& connection, std::string_view market);

/// Nano-units that a campaign's wins cost from one time (inclusive) to another (exclusive), both on
/// a quarter of an hour, by the begin of each quarter that has any: the hours and days of every
/// time zone are made of quarters.
Result<std::map<TimeMs, std::int64_t>> readSpent(Connection& connection, std::string_view market,
                                                 std::string_view campaignId, TimeMs from,
                                                 TimeMs to);

/// What placements sold from one time to another, both rounded down to a quarter of an hour.
struct SupplyTotals
{
    std::uint64_t wins = 0;
    std::int64_t publisherNanos = 0; ///< what publishers earned
};
/// By placement id, over every run of a market or one of them.
Result<std::map<std::string, SupplyTotals>> readSupply(Connection& connection,
                                                       std::string_view market, TimeMs from,
                                                       TimeMs to, std::uint32_t run = kEveryRun);

/// An event as read back, with texts.
struct StoredEvent
{
    std::uint32_t source = 0;
    std::uint64_t sequence = 0;
    model::EventKind kind{};
    TimeMs at;
    std::uint64_t auction = 0;
    std::string campaign;
    std::string seat;
    std::string placement;
    std::string creative;
    std::uint64_t user = 0;
    std::int64_t amount = 0;
    std::int64_t publisher = 0;
    std::int64_t bid = 0;
    std::int64_t floor = 0;
    bool uncharged = false; ///< a win that nobody's quota covered
    std::string country;
    std::string device;
    std::vector<std::string> segments; ///< of the user
    bool operator==(const StoredEvent&) const = default;
};
/// The same in the handles of a running market; texts that are new become known.
model::DeliveryEvent factOf(const StoredEvent& event, model::Vocabulary& names);
/// At most `most` events of a source after a sequence, in order.
Result<std::vector<StoredEvent>> readEvents(Connection& connection, std::uint32_t source,
                                            std::uint64_t after, std::size_t most);
/// A real auction's win and what was told of it since.
struct StoredWin
{
    StoredEvent win;
    std::uint32_t told = 0; ///< bit of each EventKind
};
/// The newest win of a real auction (its number has the top bit) in any run of a market; nullopt
/// when there is none. One look into an index.
Result<std::optional<StoredWin>> readRealWin(Connection& connection, std::string_view market,
                                             std::uint64_t auction);

/// A win as frequency caps count it.
struct PastWin
{
    std::string_view campaign; ///< until the call returns
    std::string_view creative; ///< "" = none
    std::uint64_t user = 0;
    TimeMs at;
};
/// Calls take for wins of campaigns that were shown to known users in a market at or after a time,
/// at most `most` of them, newest runs first and newest first in each source. Reads no further back
/// than the time in each source.
Result<void> readPastWins(Connection& connection, std::string_view market, TimeMs since,
                          std::size_t most, const std::function<void(const PastWin&)>& take);
/// Every source of a market with its highest stored sequence, by source; those without events are
/// left out.
Result<std::map<std::uint32_t, std::uint64_t>> readSources(Connection& connection,
                                                           std::string_view market);
/// Every source of a market with its name, by source.
Result<std::map<std::uint32_t, std::string>> readSourceNames(Connection& connection,
                                                             std::string_view market);
/// The highest stored sequence of a source, 0 when none.
Result<std::uint64_t> lastSequence(Connection& connection, std::uint32_t source);

} // namespace gavel::store
