// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_fixture.h"

#include <QtTest>

#include <cstdlib>
#include <new>

namespace {

std::size_t g_allocations = 0;

} // namespace

void* operator new(std::size_t size)
{
    ++g_allocations;
    if (void* memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;

class TestBidWithoutMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAuctionPathTakesNoMemory_data()
    {
        QTest::addColumn<int>("selection");
        QTest::newRow("expected value") << static_cast<int>(model::Selection::ExpectedValue);
        QTest::newRow("largest budget")
            << static_cast<int>(model::Selection::LargestRemainingBudget);
    }
    void theAuctionPathTakesNoMemory()
    {
        QFETCH(int, selection);
        std::vector<model::Campaign> campaigns;
        for (int i = 0; i < 100; ++i) {
            auto campaign = campaignNamed("c" + std::to_string(i));
            campaign.strategy.kind = static_cast<model::StrategyKind>(i % 9);
            campaign.strategy.target = Money{200'000};
            campaign.budgetDay = Money::units(1);
            campaign.caps.push_back({model::CapScope::Campaign, model::CapWindow::Day, 3});
            campaigns.push_back(campaign);
        }
        const auto setup = marketWith(campaigns, static_cast<model::Selection>(selection));
        SeatBidder seat = openSeat(setup);
        base::Random random(1);
        int bids = 0;
        const std::size_t before = g_allocations;
        for (std::uint64_t id = 1; id <= 2000; ++id) {
            // two days go by
            const auto opportunity
                = opportunityAt(kMonday + static_cast<std::int64_t>(id) * 90'000, id, id % 50);
            const model::Bid bid = seat.bid(opportunity, {{1000}, id % 2 == 0}, random);
            bids += bid.price.nanos > 0 ? 1 : 0;
            if (id % 3 == 0)
                seat.won(bid, opportunity, {1000});
            else
                seat.lost(bid, opportunity, {2'000'000});
            if (id % 3 == 0)
                seat.impression(bid.campaign, opportunity, id % 7 == 0, false, {});
        }
        const std::size_t taken = g_allocations - before;
        QCOMPARE(taken, std::size_t{0});
        QVERIFY(bids > 0);
    }
};

QTEST_GUILESS_MAIN(TestBidWithoutMemory)
#include "test_bid_without_memory.moc"
