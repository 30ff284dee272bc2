// SPDX-License-Identifier: GPL-3.0-or-later
#include "seat_fixture.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <tuple>

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;

class TestSeatLearning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRandomMarketNeverOverspendsNorOverDelivers()
    {
        std::vector<model::Campaign> campaigns;
        for (int i = 0; i < 6; ++i) {
            auto campaign = capped("c" + std::to_string(i), model::CapWindow::Day, 2);
            campaign.strategy.cpm = Price{1'000'000 + i * 100'000};
            campaign.budgetTotal = Money{700'000};
            campaigns.push_back(campaign);
        }
        Bidding bidding(marketWith(campaigns));
        base::Random chance(8);
        struct Open
        {
            model::Bid bid;
            model::Opportunity opportunity;
        };
        std::vector<Open> open;
        std::map<Handle, std::int64_t> paid;
        std::map<std::tuple<Handle, std::uint64_t, std::int64_t>, int> shown;
        for (std::uint64_t id = 1; id <= 60'000; ++id) {
            // bursts of twenty, 0.2 s apart, every two minutes
            const TimeMs now
                = kMonday + static_cast<std::int64_t>(id / 20 * 120'000 + id % 20 * 200);
            const auto opportunity = opportunityAt(now, id, 1 + chance.below(400));
            if (const model::Bid bid = bidding.bid(opportunity); bid.price.nanos > 0)
                open.push_back({bid, opportunity});
            if (id % 20 == 0) {
                open.clear(); // never answered
                bidding.seat.tick(now);
            }
            if (open.empty() || chance.below(4) == 0)
                continue;
            const auto which = chance.below(static_cast<std::uint32_t>(open.size()));
            std::swap(open[which], open.back());
            const Open closed = open.back();
            open.pop_back();
            if (chance.below(3) == 0) {
                bidding.seat.lost(closed.bid, closed.opportunity, {});
                continue;
            }
            const Price price{closed.bid.price.nanos / 2};
            bidding.seat.won(closed.bid, closed.opportunity, price);
            const std::int64_t day = now.value / base::kDayMs;
            paid[closed.bid.campaign] += price.nanos;
            QVERIFY(paid[closed.bid.campaign] <= 700'000'000);
            const int seen = ++shown[{closed.bid.campaign, closed.opportunity.user, day}];
            QVERIFY(seen <= 2);
        }
        QVERIFY(shown.size() > 1000);
        for (const auto& [campaign, amount] : paid)
            QCOMPARE(bidding.seat.counters(campaign).spentNanos, amount);
    }

    void shadingLearnsTheMarketsPrices()
    {
        Bidding bidding(marketWith({campaignNamed("a", 2'000'000)}));
        base::Random prices(6);
        std::int64_t last = 0;
        for (std::uint64_t id = 1; id <= 20'000; ++id) {
            const auto opportunity = opportunityAt(kMonday, id);
            const model::Bid bid = bidding.bid(opportunity, {}, true);
            const Price rival{1 + prices.below(2'000'000)};
            if (bid.price >= rival)
                bidding.seat.won(bid, opportunity, bid.price);
            else
                bidding.seat.lost(bid, opportunity, rival);
            last = bid.price.nanos;
        }
        // Uniform rivals up to the value V: a bid b gains (V - b) b / V, at most V/4 at half the
        // value.
        const double b = static_cast<double>(last) / 2'000'000;
        QVERIFY((1 - b) * b > 0.95 / 4);
        QCOMPARE(bidding.seat.lastFormula().value.nanos, 2'000'000);
        QCOMPARE(bidding.seat.lastFormula().shaded.nanos, last);
    }

    void responseIsLearntFromImpressions()
    {
        auto campaign = campaignNamed("a");
        campaign.strategy.kind = model::StrategyKind::TargetCpc;
        campaign.strategy.target = Money{200'000};
        Bidding bidding(marketWith({campaign}));
        const auto opportunity = opportunityAt(kMonday);
        // Before anything is learnt a click is expected once in 200: 0.005 * 0.20 = 0.001 for an
        // impression.
        QVERIFY(std::abs(bidding.bid(opportunity).price.nanos - 1'000'000) < 10);
        for (int i = 0; i < 2000; ++i)
            bidding.seat.impression(bidding.handle("a"), opportunity, i % 10 == 0, false, {});
        const double pCtr
            = (bidding.bid(opportunityAt(kMonday, 2)), bidding.seat.lastFormula().pCtr);
        QVERIFY(pCtr > 0.07 && pCtr < 0.13);
        QCOMPARE(bidding.seat.counters(bidding.handle("a")).clicks, std::uint64_t{200});
    }
};

QTEST_GUILESS_MAIN(TestSeatLearning)
#include "test_seat_learning.moc"
