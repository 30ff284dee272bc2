// SPDX-License-Identifier: GPL-3.0-or-later
// Campaigns in euro in a market of dollars: what they spent stays what it was, whatever the rate is
// when the market starts again.
#include "engine/runtime/scheduler/own_money.h"
#include "tests/unit/runtime/billed_market.h"

using namespace gavel;
using namespace gavel::runtime;

class OwnMoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRateChangesNothingThatWasSpent();
    void winsThatWereNotSettledKeepTheirRate();
    void lateWinsKeepTheirRate();
    void aServerElsewhereKeepsItsRate();
    void dayAndHourGoOn();
    void theBudgetHoldsOverAnyNumberOfRates();
    void aFileOfBeforeBeginsAtTodaysRate();
};

namespace {

constexpr Handle kEuros = 1;
constexpr Handle kDollars = 2;
/// At 11/10 a euro's share is 333'331 * 10 / 11 = 303'028.2, at 13/10 256'408.5, at 9/10 370'367.8:
/// each win costs the next whole nano-unit.
constexpr std::int64_t kPrice = 333'331;
constexpr std::int64_t kAt11 = 303'029;
constexpr std::int64_t kAt13 = 256'409;
constexpr std::int64_t kAt9 = 370'368;

/// Pays prices in euro.
class EuroMarket : public BilledMarket
{
public:
    EuroMarket()
    {
        campaigns[kEuros].currency = Currency::parse("EUR").value();
        campaigns[kEuros].billing = {};
        campaigns[kDollars].timeZone = "UTC";
        at(11);
    }
    /// One euro is so many tenths of a dollar from the next start on.
    void at(std::int64_t tenths) { rates = {{Currency::parse("EUR").value(), tenths, 10}}; }
    void win(int times, Handle campaign = kEuros, bool isLate = false)
    {
        for (int i = 0; i < times; ++i)
            servers.back()->tell(EventKind::Win, campaign, now, kPrice, isLate);
    }
    void restart(std::int64_t tenths, bool dies = false)
    {
        if (!dies)
            finish();
        stop();
        at(tenths);
        start();
    }
    const CampaignLine& line(Handle campaign = kEuros) const
    {
        return *rounds->sheet().find(campaign);
    }
    std::int64_t spent() const { return line().sums().spent; }
};

} // namespace

void OwnMoneyTest::aNewRateChangesNothingThatWasSpent()
{
    EuroMarket market;
    market.start();
    market.win(3000);
    market.pass();
    QCOMPARE(market.spent(), 3000 * kAt11);
    QCOMPARE(market.charged(kEuros), 3000 * kAt11 / 1000);
    for (const std::int64_t tenths : {13, 9, 11}) {
        market.restart(tenths);
        QCOMPARE(market.spent(), 3000 * kAt11);
        market.pass();
        QCOMPARE(market.charged(kEuros), 3000 * kAt11 / 1000);
    }
    market.restart(13);
    market.win(1000);
    market.pass();
    QCOMPARE(market.spent(), 3000 * kAt11 + 1000 * kAt13);
    QCOMPARE(market.charged(kEuros), (3000 * kAt11 + 1000 * kAt13) / 1000);
    const store::Check checked = market.check();
    QVERIFY2(checked.ok, checked.detail.c_str());
}

void OwnMoneyTest::winsThatWereNotSettledKeepTheirRate()
{
    EuroMarket market;
    market.start();
    market.win(1000);
    market.pass();
    market.win(500); // in the log, in no settlement
    market.restart(13, true);
    QCOMPARE(market.spent(), 1500 * kAt11);
    market.win(700);
    market.restart(9, true); // it never came to a round at all
    QCOMPARE(market.spent(), 1500 * kAt11 + 700 * kAt13);
    market.pass();
    QCOMPARE(market.charged(kEuros), (1500 * kAt11 + 700 * kAt13) / 1000);
    const store::Check checked = market.check();
    QVERIFY2(checked.ok, checked.detail.c_str());
}

void OwnMoneyTest::lateWinsKeepTheirRate()
{
    EuroMarket market;
    market.start();
    market.win(400, kEuros, true);
    market.pass();
    market.win(300, kEuros, true);
    market.restart(9, true);
    QCOMPARE(market.line().sums().uncharged, 700 * kAt11);
    QCOMPARE(market.spent(), 0);
    QCOMPARE(market.charged(kEuros), 0);
}

void OwnMoneyTest::aServerElsewhereKeepsItsRate()
{
    EuroMarket market;
    market.start();
    market.win(100);
    market.join();
    const std::uint32_t source = market.servers.back()->source();
    const std::uint32_t run = market.servers.back()->run();
    market.win(2000);
    market.pass();
    market.win(30);
    static_cast<void>(market.events->flush());
    model::MarketSetup setup;
    setup.vocabulary = market.words;
    for (const auto& [handle, campaign] : market.campaigns)
        setup.campaigns.push_back(campaign);
    setup.rates = {{Currency::parse("EUR").value(), 9, 10}}; // of a market that starts now
    const auto soFar = *readRun(*market.workspace, "live", setup, run, source);
    QCOMPARE(soFar.campaigns.at(0).spentNanos, 2030 * kAt11);
    const auto all = *readBefore(*market.workspace, "live", setup, market.now);
    QCOMPARE(all.campaigns.at("c1").sums.spent, 2130 * kAt11);
    market.leave();
    market.restart(9);
    QCOMPARE(market.spent(), 2130 * kAt11);
    QCOMPARE(market.line().before().spent, 2130 * kAt11);
}

void OwnMoneyTest::dayAndHourGoOn()
{
    EuroMarket market;
    market.start();
    market.win(10);
    market.win(10, kDollars);
    market.now = kEvening + 30 * base::kMinuteMs + -1;
    market.pass(); // 18:00
    market.win(20);
    market.win(20, kDollars);
    market.pass();
    std::array<std::int64_t, 24> byHour{};
    byHour[17] = 10 * kPrice;
    byHour[18] = 20 * kPrice;
    QCOMPARE(market.line(kDollars).spentByHour(), byHour);
    market.restart(9);
    QCOMPARE(market.line(kDollars).spentByHour(), byHour);
    QCOMPARE(market.line().spentDay(), 30 * kAt11);
    QCOMPARE(market.line().spentHour(), 20 * kAt11);
    QCOMPARE(market.line(kDollars).spentDay(), 30 * kPrice);
    QCOMPARE(market.line(kDollars).spentHour(), 20 * kPrice);
    market.now = market.now + base::kHourMs;
    market.pass();
    QCOMPARE(market.line().spentHour(), 0);
    QCOMPARE(market.line().spentDay(), 30 * kAt11);
    market.restart(11);
    market.now = kEvening + 7 * base::kHourMs; // the next day
    market.pass();
    QCOMPARE(market.line(kDollars).spentByHour(), (std::array<std::int64_t, 24>{}));
    QCOMPARE(market.line().spentDay(), 0);
    QCOMPARE(market.spent(), 30 * kAt11);
}

void OwnMoneyTest::theBudgetHoldsOverAnyNumberOfRates()
{
    EuroMarket market;
    // Room for 1000 wins at the first rate and as many at the second, to the nano-unit.
    const Money budget{kAt11 + kAt13};
    market.campaigns[kEuros].budgetTotal = budget;
    market.start();
    market.win(1000);
    market.pass();
    market.restart(13);
    market.win(1000);
    market.pass();
    QCOMPARE(market.line().left(), 0);
    QCOMPARE(market.charged(kEuros), budget.micros);
    // Another rate neither frees money nor takes more than there was.
    for (const std::int64_t tenths : {20, 5}) {
        market.restart(tenths);
        QCOMPARE(market.line().left(), 0);
        market.pass();
        QCOMPARE(market.charged(kEuros), budget.micros);
        QCOMPARE(market.rounds->ledger().settlement().heldOf(kEuros).micros, 0);
    }
}

void OwnMoneyTest::aFileOfBeforeBeginsAtTodaysRate()
{
    EuroMarket market;
    market.start();
    market.win(1000);
    market.pass();
    market.finish();
    QVERIFY(market.workspace->writeAndWait([](store::Connection& connection) {
        return connection.execute("DELETE FROM own_spend; DELETE FROM own_spend_source; DELETE "
                                  "FROM own_period");
    }));
    market.stop();
    market.start();
    // One sum of the log: 333'331'000 * 10 / 11 = 303'028'181.8.
    QCOMPARE(market.spent(), 303'028'182);
    // And from now on it stays.
    market.restart(9);
    QCOMPARE(market.spent(), 303'028'182);
    market.win(10);
    market.pass();
    QCOMPARE(market.spent(), 303'028'182 + 10 * kAt9);
}

QTEST_GUILESS_MAIN(OwnMoneyTest)
#include "test_own_money.moc"
