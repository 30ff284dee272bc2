// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/clearing.h"
#include "engine/market/event_feed.h"
#include "engine/market/market_shard.h"
#include "engine/market/seat_slot.h"
#include "engine/market/supply_book.h"

#include <map>

namespace gavel::market {

/// Places of the invariants of ShardCounters::broken that a shard checks.
enum Invariant : std::size_t {
    kMoneyConserved = 0,
    kWithinQuota = 1,
    kPriceInBounds = 2,
    kWithinCaps = 3
};

/// What a shard keeps, and the steps of an auction in the order in which run() takes them.
struct MarketShard::State
{
    State(const model::MarketSetup& setup, std::uint32_t shardNumber, ShardOutputs shardOutputs);

    void run(const model::Opportunity& offered);
    void runOutside(const model::Opportunity& offered, const model::Bid& answer);
    void begin(const model::Opportunity& offered);
    void tickWhenDue(TimeMs now);
    void ask();
    exchange::ClearingTerms terms() const;
    void judge();
    std::uint32_t waitedMicros() const;
    void fillRow(std::uint32_t waited);
    void fillRowBids();
    void settle();
    void checkMoney();
    void checkQuota();
    void count();
    void countDelivery(Handle campaign, model::EventKind kind, Money value);
    void addToDigest();
    void captureWhenWanted();
    model::AuctionTrace story() const;
    void finish(model::AuctionTrace& trace) const;
    void publish();
    model::Bid& winner() { return bids[static_cast<std::size_t>(clearing.winner)]; }
    SeatSlot& winnerSeat() { return *seats[static_cast<std::size_t>(clearing.winner)]; }
    SeatSlot* slotNamed(Handle handle);

    void change(const model::RulesChange& wanted);
    void change(const model::SeatChange& wanted);
    void change(const model::CampaignChange& wanted);
    void change(const model::CampaignRemoval& wanted);
    void change(const model::SeatStrategyChange& wanted);
    void change(const model::PlacementChange& wanted);
    void change(const model::QuotaGrants& wanted);
    model::GrantAnswer apply(const model::QuotaGrant& grant);
    void fill(model::QuotaReport& report) const;

    std::shared_ptr<model::Vocabulary> vocabulary;
    model::AuctionRules rules;
    Currency currency;
    std::vector<model::ExchangeRate> rates;
    std::uint64_t seed;
    std::uint32_t shard;
    ShardOutputs outputs;
    base::Random random;
    base::Random stepRandom;
    std::vector<std::unique_ptr<SeatSlot>> seats;
    SupplyBook supply;
    EventFeed events;
    base::Digest digest;
    ShardCounters counters;
    TimeMs nextTick;

    // the last auction
    model::Opportunity opportunity;
    Price hardFloor;
    model::BidList bids;
    model::Clearing clearing;
    model::AuctionRow row;
    bool isCharged = true; ///< false: the winner's quota did not cover its late win
    bool isPublished = true;

    std::int64_t campaignFeeNanos = 0; ///< the exchange's part of what campaigns cleared
    std::int64_t campaignPublisherNanos = 0; ///< the publishers' part, known ones and others
    std::map<Handle, dsp::CampaignAccount> departed; ///< of removed campaigns

    std::uint32_t traceEvery = 0;
    std::function<bool(const model::AuctionRow&)> traceFilter;
    std::optional<model::AuctionTrace> captured; ///< story of the last auction when it was sampled
};

} // namespace gavel::market
