// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_fixture.h"

#include <QFile>
#include <QtTest>

#include <cstdio>
#include <vector>

using namespace gavel;
using namespace gavel::dsp;
using namespace gavel::dsp::test;

namespace {

/// A price of one in the log (fen per thousand), as one unit per thousand.
constexpr std::int64_t kLogPrice = 1'000'000;
constexpr int kEpisode = 1000;
// Totals of campaign 2997's training days.
constexpr double kTrainCost = 19'689'072;
constexpr double kTrainImpressions = 312'437;
constexpr double kTrainClicks = 1386;

struct LogRow
{
    bool clicked = false;
    int price = 0;
    double pCtr = 0;
};

struct Outcome
{
    int impressions = 0;
    int clicks = 0;
    std::int64_t cost = 0;
};

std::vector<LogRow> readLog(const QString& path)
{
    std::vector<LogRow> rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd()) {
        const QList<QByteArray> columns = file.readLine().simplified().split(' ');
        rows.push_back({columns[0] == "1", columns[1].toInt(), columns[2].toDouble()});
    }
    return rows;
}

/// The protocol of the RLB paper (Cai 2017): budget floor(CPM c0 N) for every N auctions, bid at
/// most what is left and 300, win when the bid reaches the price, pay the price.
Outcome replay(const std::vector<LogRow>& log, const model::BidStrategy& strategy)
{
    auto campaign = campaignNamed("2997");
    campaign.strategy = strategy;
    campaign.strategy.maxBid = {300 * kLogPrice};
    campaign.strategy.quantum = {kLogPrice};
    const auto setup = marketWith({campaign});
    SeatBidder seat = openSeat(setup);
    const Handle handle = setup.vocabulary->campaigns.find("2997");
    const auto budget = static_cast<std::int64_t>(kTrainCost / kTrainImpressions / 32 * kEpisode);
    base::Random random(1);
    Outcome outcome;
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (i % kEpisode == 0) {
            model::QuotaGrant grant;
            grant.campaign = handle;
            grant.version = i / kEpisode + 2; // the fixture's grant is the first
            grant.limit = {(outcome.cost + budget) * kLogPrice};
            seat.apply(grant);
        }
        auto opportunity = opportunityAt(kMonday, i + 1);
        opportunity.givenCtr = log[i].pCtr;
        const model::Bid bid = seat.bid(opportunity, {}, random);
        const Price price{log[i].price * kLogPrice};
        if (bid.price.nanos > 0 && bid.price >= price) {
            seat.won(bid, opportunity, price);
            ++outcome.impressions;
            outcome.clicks += log[i].clicked ? 1 : 0;
            outcome.cost += log[i].price;
        } else {
            seat.lost(bid, opportunity, price);
        }
    }
    return outcome;
}

} // namespace

/// Published results of campaign 2997 at budget 1/32 (han-cai/rlb-dp).
class TestIpinyouBidding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_log = readLog(QStringLiteral(GAVEL_SHARED_DATA "/ipinyou_2997_rlb/test.theta.txt"));
        if (m_log.empty())
            QSKIP("the iPinYou log is not here");
        QCOMPARE(m_log.size(), std::size_t{156'063});
    }

    void mcpcBuysWhatThePaperBought()
    {
        model::BidStrategy strategy;
        strategy.kind = model::StrategyKind::TargetCpc;
        strategy.target = {static_cast<std::int64_t>(kTrainCost / kTrainClicks * kLogPrice / 1000)};
        const Outcome outcome = replay(m_log, strategy);
        QCOMPARE(outcome.impressions, 14'752);
        QCOMPARE(outcome.clicks, 48);
        QCOMPARE(outcome.cost, 307'751);
    }

    void linearBuysWhatThePaperBought()
    {
        model::BidStrategy strategy;
        strategy.kind = model::StrategyKind::Linear;
        strategy.cpm = {10 * kLogPrice};
        strategy.averageCtr = kTrainClicks / kTrainImpressions;
        const Outcome outcome = replay(m_log, strategy);
        QCOMPARE(outcome.impressions, 32'208);
        QCOMPARE(outcome.clicks, 71);
        QCOMPARE(outcome.cost, 203'610);
    }

private:
    std::vector<LogRow> m_log;
};

QTEST_GUILESS_MAIN(TestIpinyouBidding)
#include "test_ipinyou_bidding.moc"
