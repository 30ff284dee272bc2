// SPDX-License-Identifier: GPL-3.0-or-later
// A market whose campaigns are billed in every way, whose terms change at any moment, and whose
// process ends and dies: what was charged can always be worked out from the event log.
#include "engine/base/random.h"
#include "engine/runtime/engine.h"
#include "tests/unit/runtime/billed_market.h"

using namespace gavel;
using namespace gavel::runtime;

namespace {

/// Some minutes of anything, as a seed says.
class AnyMarket : public BilledMarket
{
public:
    explicit AnyMarket(std::uint64_t seed)
        : m_random(seed)
    {
    }
    void play(int minutes)
    {
        start();
        for (int minute = 0; minute < minutes; ++minute) {
            trade();
            if (m_random.chance(0.3))
                change();
            trade();
            if (m_random.chance(0.1) && servers.size() < 4)
                join();
            if (m_random.chance(0.1) && servers.size() > 2)
                leave();
            servers[0]->isMute = m_random.chance(0.1);
            now = now + static_cast<std::int64_t>(m_random.below(3)) * 10 * base::kMinuteMs;
            pass();
            const bool isLate = std::exchange(servers[0]->isMute, false);
            if (m_random.chance(0.5))
                QVERIFY(rounds->takeLate(now + 1).has_value());
            else if (!isLate && m_random.chance(0.1))
                remove();
            if (m_random.chance(0.12))
                restart();
            const store::Check found = check();
            QVERIFY2(found.ok, (std::to_string(minute) + ": " + found.detail).c_str());
        }
        while (servers.size() > 2)
            leave();
        finish();
    }

private:
    void trade()
    {
        for (const auto& server : servers)
            for (const auto& [handle, campaign] : campaigns)
                for (std::uint64_t wins = m_random.below(3); wins > 0; --wins) {
                    const auto nanos = static_cast<std::int64_t>(m_random.below(2'000'000));
                    server->tell(EventKind::Win, handle, now, nanos, m_random.chance(0.1));
                    if (m_random.chance(0.9))
                        server->tell(EventKind::Impression, handle, now);
                    if (m_random.chance(0.3))
                        server->tell(EventKind::Click, handle, now);
                    if (m_random.chance(0.1))
                        server->tell(EventKind::Conversion, handle, now);
                }
    }
    model::Billing anyBilling()
    {
        return billed(static_cast<BillingModel>(m_random.below(5)),
                      static_cast<std::int64_t>(m_random.below(3)));
    }
    void change()
    {
        const auto handle = static_cast<Handle>(1 + m_random.below(kCampaigns));
        if (!campaigns.contains(handle))
            campaigns[handle] = campaignOf(handle, {});
        if (m_random.chance(0.3)) { // some of the next boundary's reports are there
            servers.back()->isMute = true;
            static_cast<void>(rounds->allReported(boundaryAfter(now, base::kMinuteMs)));
            servers.back()->isMute = false;
        }
        campaigns[handle].timeZone = m_random.chance(0.5) ? "Asia/Kolkata" : "UTC";
        edit(handle, anyBilling(), m_random.chance(0.8));
    }
    /// What it did was reported.
    void remove()
    {
        const auto handle = static_cast<Handle>(1 + m_random.below(kCampaigns));
        rounds->remove("c" + std::to_string(handle));
        campaigns.erase(handle);
    }
    void restart()
    {
        while (servers.size() > 2)
            leave();
        if (m_random.chance(0.5))
            finish();
        else
            trade(); // what nobody settles before it dies
        stop();
        for (auto& [handle, campaign] : campaigns)
            if (m_random.chance(0.2))
                campaign.billing = anyBilling();
        now = now + 90'000;
        start();
    }

    base::Random m_random;
};

} // namespace

class BillingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of what a person may still want to see or retry nothing is forgotten with the process.
    void tasksOfBeforeARestartAreStillShown()
    {
        BilledMarket market;
        market.start();
        market.servers[0]->tell(EventKind::Win, 1, market.now, 2'000'000);
        market.pass();
        const model::TaskId made = market.rounds->archive().order().front();
        const auto events = market.rounds->archive().find(made)->events.size();
        QVERIFY(events > 1);
        market.stop();
        market.start();
        const ArchivedTask* known = market.rounds->archive().find(made);
        QVERIFY(known != nullptr);
        QCOMPARE(known->events.size(), events);
        QVERIFY(model::isEnded(known->task.state));
        market.pass();
        QCOMPARE(market.rounds->archive().broken(), std::uint64_t{0});
    }

    void eachModelIsChargedAndProvedOverAChange()
    {
        BilledMarket market;
        market.start();
        // In each minute of campaign n: a win for 0.002, an impression, n clicks, a conversion.
        const auto minute = [&] {
            for (Handle handle = 1; handle <= kCampaigns; ++handle) {
                market.servers[handle % 2]->tell(EventKind::Win, handle, market.now, 2'000'000);
                market.servers[handle % 2]->tell(EventKind::Impression, handle, market.now);
                for (Handle click = 0; click < handle; ++click)
                    market.servers[0]->tell(EventKind::Click, handle, market.now);
                market.servers[1]->tell(EventKind::Conversion, handle, market.now);
            }
        };
        minute();
        market.pass();
        QCOMPARE(market.charged(1), 2'000); // cpm
        QCOMPARE(market.charged(2), 800'000); // 2 clicks at 0.40
        QCOMPARE(market.charged(3), 5'000'000); // 1 conversion at 5
        QCOMPARE(market.charged(4), 7'000'000); // 1 day at 7
        QCOMPARE(market.charged(5), 14'002'000); // 0.002 + 5 clicks at 0.40 + 5 + 7
        QVERIFY2(market.check().ok, market.check().detail.c_str());
        minute(); // not reported yet: by the terms to come
        market.edit(2, billed(BillingModel::Cpc, 10));
        market.edit(3, billed(BillingModel::Cpa, 2));
        market.edit(4, billed(BillingModel::Fixed, 3));
        market.edit(5, billed(BillingModel::Cpc));
        market.pass();
        QCOMPARE(market.charged(2), 800'000 + 1'000'000); // 2 clicks at 0.50
        QCOMPARE(market.charged(3), 12'000'000); // a conversion at 7
        QCOMPARE(market.charged(4), 7'000'000); // the same day
        QCOMPARE(market.charged(5), 14'002'000 + 2'000'000); // 5 clicks
        market.now = market.now + 60 * base::kMinuteMs; // past midnight in Kolkata
        market.pass();
        minute();
        market.pass();
        QCOMPARE(market.charged(4), 17'000'000); // a day at 10
        market.finish();
        const store::Check check = market.check();
        QVERIFY2(check.ok, check.detail.c_str());
        QCOMPARE(check.detail, std::string("5 checked"));
    }

    /// A simulated city, with real shards: its first campaigns go from prices to each of the other
    /// models, and from there to higher rates.
    void aScenarioIsProvedOverItsChanges()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("t.gavel").toStdString();
        std::int64_t charged = 0;
        {
            EngineOptions options;
            options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
            options.threads = 1;
            options.workspace = file;
            const auto engine = *Engine::open(options);
            ScenarioRequest request;
            request.scenario = "city-day";
            request.seed = 5;
            request.paused = true;
            request.keepRows = false;
            QVERIFY(engine->loadScenario(request).has_value());
            const TimeMs start = engine->freshSnapshot()->start;
            for (int half = 0; half < 3; ++half) {
                std::vector<model::Campaign> changed;
                for (const model::Campaign& campaign : engine->campaigns())
                    if (changed.size() < kCampaigns && half > 0) {
                        changed.push_back(campaign);
                        changed.back().billing
                            = billed(static_cast<BillingModel>(changed.size() % 5), half);
                    }
                if (!changed.empty())
                    QVERIFY(engine->publish(changed, {}).errors.empty());
                QVERIFY(engine->runTo(start + (half + 1) * 70'000).has_value());
            }
            QTRY_VERIFY_WITH_TIMEOUT(engine->freshSnapshot()->settlement.settledTo
                                         >= start + 3 * base::kMinuteMs,
                                     200'000);
            charged = engine->settlement().day(start).paid.micros;
        }
        QVERIFY(charged > 0);
        const store::Check check = settlementCheck(file);
        QVERIFY2(check.ok, check.detail.c_str());
        QVERIFY(check.detail.find("not provable") == std::string::npos);
    }

    void aReportThatWaitsForItsRoundIsOfTheTermsBefore()
    {
        BilledMarket market;
        market.start();
        market.servers[0]->tell(EventKind::Click, 2, market.now);
        market.servers[1]->isMute = true;
        QVERIFY(!market.rounds->allReported(boundaryAfter(market.now, base::kMinuteMs)));
        market.edit(2, billed(BillingModel::Cpc, 10));
        QCOMPARE(market.charged(2), 400'000);
        QVERIFY2(market.check().ok, market.check().detail.c_str());
    }

    void aRateThatChangesWhileTheMarketIsClosedHoldsForWhatComesAfter()
    {
        BilledMarket market;
        market.start();
        market.servers[0]->tell(EventKind::Click, 2, market.now);
        market.servers[0]->tell(EventKind::Win, 1, market.now, 1'999'999'999);
        market.pass();
        market.finish();
        market.stop();
        market.campaigns[2].billing = billed(BillingModel::Cpc, 10);
        market.campaigns[1].billing = billed(BillingModel::Cpc);
        market.now = market.now + base::kHourMs;
        market.start();
        market.servers[0]->tell(EventKind::Click, 2, market.now);
        market.servers[0]->tell(EventKind::Click, 1, market.now);
        market.servers[0]->tell(EventKind::Win, 1, market.now, 5'000'000'000);
        market.pass();
        QCOMPARE(market.charged(2), 400'000 + 500'000);
        QCOMPARE(market.charged(1), 1'999'999 + 400'000);
        market.finish();
        market.stop();
        // Back to prices: what was won meanwhile was paid by clicks.
        market.campaigns[1].billing = {};
        market.now = market.now + base::kHourMs;
        market.start();
        market.servers[0]->tell(EventKind::Win, 1, market.now, 3'000'000);
        market.pass();
        QCOMPARE(market.charged(1), 2'399'999 + 3'000);
        market.finish();
        QVERIFY2(market.check().ok, market.check().detail.c_str());
    }

    /// Also when nothing of it was charged as a price, and another process goes on.
    void aDayIsChargedOnceOverARestart()
    {
        BilledMarket market;
        market.start();
        market.servers[0]->tell(EventKind::Win, 4, market.now, 1'000'000, true);
        market.servers[0]->tell(EventKind::Impression, 4, market.now);
        market.pass();
        QCOMPARE(market.charged(4), 7'000'000);
        market.finish();
        market.stop();
        market.now = market.now + 5 * base::kMinuteMs;
        market.start();
        market.servers[0]->tell(EventKind::Impression, 4, market.now);
        market.pass();
        QCOMPARE(market.charged(4), 7'000'000);
        market.now = kEvening + 70 * base::kMinuteMs; // past midnight in Kolkata
        market.pass();
        market.servers[0]->tell(EventKind::Impression, 4, market.now);
        market.pass();
        QCOMPARE(market.charged(4), 14'000'000);
        QVERIFY2(market.check().ok, market.check().detail.c_str());
    }

    /// It is tomorrow in Kolkata and still today in UTC.
    void aDayIsChargedOnceWhenItsZoneChanges()
    {
        BilledMarket market;
        market.start();
        market.now = kEvening + 70 * base::kMinuteMs;
        market.pass();
        market.campaigns[4].timeZone = "UTC";
        market.edit(4, market.campaigns[4].billing);
        for (int minute = 0; minute < 3; ++minute) {
            market.servers[0]->tell(EventKind::Impression, 4, market.now);
            market.pass();
            QCOMPARE(market.charged(4), 7'000'000);
        }
        QVERIFY2(market.check().ok, market.check().detail.c_str());
    }

    void aClickThatIsChargedTwiceIsFound()
    {
        BilledMarket market;
        market.start();
        market.servers[0]->tell(EventKind::Click, 2, market.now);
        market.servers[0]->tell(EventKind::Click, 2, market.now);
        market.pass();
        market.finish();
        QVERIFY(market.check().ok);
        QVERIFY(market.workspace->writeAndWait([](store::Connection& connection) {
            return connection.execute(
                "UPDATE event_warm SET kind = 4 WHERE key = (SELECT max(key) FROM event)");
        }));
        QCOMPARE(market.check().detail,
                 std::string("first: campaign c2 of live: charged 0.800000, the log says "
                             "0.400000"));
    }

    void whateverHappensEveryChargeIsProved_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void whateverHappensEveryChargeIsProved()
    {
        QFETCH(const int, seed);
        AnyMarket market(static_cast<std::uint64_t>(seed));
        market.play(40);
        const store::Check check = market.check();
        QVERIFY2(check.ok, check.detail.c_str());
    }
};

QTEST_GUILESS_MAIN(BillingTest)
#include "test_billing.moc"
