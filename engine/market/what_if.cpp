// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/clearing.h"
#include "engine/market/market_shard.h"
#include "engine/market/supply_book.h"
#include "engine/market/tie_stream.h"

#include <algorithm>

namespace gavel::market {

using model::BidFate;
using model::CampaignFate;
using model::Dimension;

namespace {

/// One replay: the recorded bids, changed step by step, then cleared again.
class Replay
{
public:
    Replay(const model::AuctionTrace& recorded, const WhatIf& change, Currency currency)
        : m_recorded(recorded)
        , m_change(change)
        , m_currency(currency)
        , m_rules(change.rules.value_or(recorded.rules))
        , m_opportunity(recorded.opportunity)
    {
    }

    WhatIfOutcome run(const std::vector<model::ExchangeRate>& rates, std::uint64_t seed)
    {
        changeSegments();
        for (const auto& seat : m_recorded.seats)
            m_outcome.bids.push(asAnswered(seat));
        for (const auto& campaign : m_recorded.campaigns)
            if (entersBySegment(campaign))
                offer(campaign, campaign.formula.bid);
        for (const auto& [handle, price] : m_change.bids)
            replaceBid(handle, price);
        const exchange::ClearingTerms terms{&m_rules, &m_opportunity, hardFloor(), m_currency,
                                            &rates};
        base::Random ties = tieStream(seed, m_recorded.row.id);
        m_outcome.clearing = exchange::clear(m_outcome.bids, terms, ties);
        return m_outcome;
    }

private:
    void changeSegments()
    {
        auto& segments = m_opportunity.list(Dimension::Segment);
        auto kept = segments;
        kept.clear();
        for (const Handle segment : segments)
            if (std::find(m_change.removeSegments.begin(), m_change.removeSegments.end(), segment)
                == m_change.removeSegments.end())
                kept.push(segment);
        for (const Handle segment : m_change.addSegments)
            if (!kept.contains(segment))
                kept.push(segment);
        segments = kept;
    }

    /// The floor of the placement times the factor of the rules that hold now, or the floor that
    /// was asked for.
    Price hardFloor() const
    {
        if (m_change.floor)
            return *m_change.floor;
        if (m_rules.floorFactorPpm == m_recorded.rules.floorFactorPpm)
            return m_recorded.hardFloor;
        return scaledFloor(m_recorded.opportunity.floor, m_rules.floorFactorPpm);
    }

    /// A bid as the seat gave it, in the market's currency, late or not under the deadline that
    /// holds now.
    model::Bid asAnswered(const model::SeatTrace& seat) const
    {
        model::Bid bid = seat.bid;
        if (bid.fate == BidFate::CutOff)
            return bid;
        if (bid.answerMicros > std::min(seat.deadlineMicros, m_rules.auctionDeadlineMicros))
            bid.fate = BidFate::Late;
        else
            bid.fate = bid.price.nanos == 0 ? BidFate::NoBid : BidFate::Outbid;
        return bid;
    }

    bool entersBySegment(const model::CampaignTrace& campaign) const
    {
        const bool isChanged = !m_change.addSegments.empty() || !m_change.removeSegments.empty();
        return isChanged && campaign.fate == CampaignFate::Targeting
            && campaign.formula.bid.nanos > 0 && !campaign.mismatches.empty()
            && std::all_of(campaign.mismatches.begin(), campaign.mismatches.end(),
                           [this](const auto& mismatch) { return isMended(mismatch); });
    }

    bool isMended(const model::Mismatch& mismatch) const
    {
        if (mismatch.dimension != Dimension::Segment)
            return false;
        const auto& names = mismatch.values;
        const auto has = [this](Handle segment) {
            return m_opportunity.list(Dimension::Segment).contains(segment);
        };
        switch (mismatch.match) {
        case model::Match::AnyOf:
            return std::any_of(names.begin(), names.end(), has);
        case model::Match::AllOf:
            return std::all_of(names.begin(), names.end(), has);
        case model::Match::NoneOf:
            return std::none_of(names.begin(), names.end(), has);
        }
        return false;
    }

    bool couldBid(const model::CampaignTrace& campaign) const
    {
        switch (campaign.fate) {
        case CampaignFate::Bid:
        case CampaignFate::NotChosenBySeat:
        case CampaignFate::NoValue:
        case CampaignFate::SeatLate:
            return true;
        default:
            return entersBySegment(campaign);
        }
    }

    void replaceBid(Handle handle, Price price)
    {
        for (const auto& campaign : m_recorded.campaigns)
            if (campaign.campaign == handle && couldBid(campaign))
                offer(campaign, price);
    }

    /// The campaign's price becomes its seat's bid when the seat already bids for it or bids less.
    void offer(const model::CampaignTrace& campaign, Price price)
    {
        for (auto& bid : m_outcome.bids) {
            if (bid.seat != campaign.seat || bid.fate == BidFate::CutOff)
                continue;
            if (bid.campaign != campaign.campaign) {
                if (price <= bid.price)
                    return;
                model::Bid other;
                other.seat = bid.seat;
                other.campaign = campaign.campaign;
                other.answerMicros = bid.answerMicros;
                other.fate = bid.fate;
                bid = other;
            }
            bid.price = price;
            bid.currency = m_currency;
            if (bid.fate != BidFate::Late)
                bid.fate = price.nanos == 0 ? BidFate::NoBid : BidFate::Outbid;
        }
    }

    const model::AuctionTrace& m_recorded;
    const WhatIf& m_change;
    Currency m_currency;
    model::AuctionRules m_rules;
    model::Opportunity m_opportunity;
    WhatIfOutcome m_outcome;
};

} // namespace

WhatIfOutcome replayWith(const model::AuctionTrace& recorded, const WhatIf& change,
                         Currency currency, const std::vector<model::ExchangeRate>& rates,
                         std::uint64_t seed)
{
    return Replay(recorded, change, currency).run(rates, seed);
}

} // namespace gavel::market
