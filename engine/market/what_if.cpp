// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/what_if.h"

#include "engine/exchange/clearing.h"
#include "engine/market/seat_replay.h"
#include "engine/market/supply_book.h"
#include "engine/market/tie_stream.h"

#include <algorithm>

namespace gavel::market {

using model::BidFate;
using model::Dimension;

namespace {

bool contains(const std::vector<Handle>& handles, Handle handle)
{
    return std::find(handles.begin(), handles.end(), handle) != handles.end();
}

/// One replay: what was recorded, changed step by step, then cleared again.
class Replay
{
public:
    Replay(const model::AuctionTrace& recorded, const WhatIf& change, Currency currency)
        : m_recorded(recorded)
        , m_change(change)
        , m_currency(currency)
        , m_rules(change.rules.value_or(recorded.rules))
        , m_opportunity(recorded.opportunity)
        , m_floor(hardFloor())
    {
    }

    WhatIfOutcome run(const std::vector<model::ExchangeRate>& rates, std::uint64_t seed)
    {
        changeSegments();
        for (const auto& seat : m_recorded.seats)
            m_outcome.bids.push(answerOf(seat));
        const exchange::ClearingTerms terms{&m_rules, &m_opportunity, m_floor, m_currency, &rates};
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
            if (!contains(m_change.removeSegments, segment))
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

    bool paysOwnBid() const
    {
        return m_rules.kind == model::PriceRule::FirstPrice
            || (m_rules.kind == model::PriceRule::SoftFloor && m_rules.softFloor > m_floor);
    }

    bool concerns(const model::SeatTrace& seat) const
    {
        if (m_change.rules || m_change.floor || !m_change.addSegments.empty()
            || !m_change.removeSegments.empty())
            return true;
        const auto isChanged = [this](Handle campaign) {
            const auto names = [campaign](const auto& pair) { return pair.first == campaign; };
            return std::any_of(m_change.amounts.begin(), m_change.amounts.end(), names)
                || std::any_of(m_change.bids.begin(), m_change.bids.end(), names);
        };
        return std::any_of(m_recorded.campaigns.begin(), m_recorded.campaigns.end(),
                           [&](const auto& campaign) {
                               return campaign.seat == seat.seat && isChanged(campaign.campaign);
                           });
    }

    bool hasCampaigns(const model::SeatTrace& seat) const
    {
        return std::any_of(m_recorded.campaigns.begin(), m_recorded.campaigns.end(),
                           [&](const auto& campaign) { return campaign.seat == seat.seat; });
    }

    /// The seat's bid, late or not under the deadline that holds now.
    model::Bid answerOf(const model::SeatTrace& seat) const
    {
        model::Bid bid = seat.bid;
        if (bid.fate == BidFate::CutOff)
            return bid;
        if (hasCampaigns(seat) && concerns(seat)) {
            const Question question{m_recorded, m_change,     m_opportunity,
                                    m_floor,    paysOwnBid(), m_currency};
            bid = SeatReplay(question, seat).bid();
        }
        if (bid.answerMicros > std::min(seat.deadlineMicros, m_rules.auctionDeadlineMicros))
            bid.fate = BidFate::Late;
        else
            bid.fate = bid.price.nanos == 0 ? BidFate::NoBid : BidFate::Outbid;
        return bid;
    }

    const model::AuctionTrace& m_recorded;
    const WhatIf& m_change;
    Currency m_currency;
    model::AuctionRules m_rules;
    model::Opportunity m_opportunity;
    Price m_floor;
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
