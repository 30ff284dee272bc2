// SPDX-License-Identifier: GPL-3.0-or-later
// A market whose campaigns are billed in every way, whose terms change at any moment, and whose
// process ends and dies: what was charged can always be worked out from the event log.
#include "engine/base/random.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/runtime/engine.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/market_before.h"
#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/scheduling/task_schema.h"
#include "engine/store/connection.h"
#include "engine/store/event_writer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using model::BillingModel;
using model::EventKind;
using runtime::Rounds;

namespace {

/// 2026-03-20 17:30 UTC: midnight is in one hour in Kolkata and in six and a half in UTC.
constexpr TimeMs kEvening{1'774'027'800'000};
constexpr std::size_t kCampaigns = 5;

/// An ad server that logs what it is told to have done, and reports it.
class LoggedServer final : public runtime::AdServerLink
{
public:
    LoggedServer(store::EventWriter& events, std::uint32_t run, bool isElsewhere,
                 const std::shared_ptr<model::Vocabulary>& words)
        : m_events(events)
        , m_run(run)
        , m_isElsewhere(isElsewhere)
        , m_source(*events.addSource(run, "logged"))
        , m_name("logged-" + std::to_string(m_source))
    {
        m_report.server = m_source;
        m_report.publishers.resize(1);
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign)
            m_report.campaigns.emplace_back().campaign = campaign;
        if (!events.attach(m_ring, m_source, words))
            qFatal("the ring was not attached");
    }
    ~LoggedServer() override { static_cast<void>(m_events.detach(m_source)); }

    std::uint32_t source() const override { return m_source; }
    std::uint32_t run() const { return m_run; }
    const std::string& name() const override { return m_name; }
    std::optional<model::QuotaReport> report(TimeMs boundary) override
    {
        return isMute ? std::nullopt : std::optional(reportOf(boundary));
    }
    Result<model::QuotaReport> reportNow(TimeMs at) override { return reportOf(at); }
    bool isDurable(std::uint64_t sequence) const override
    {
        static_cast<void>(m_events.flush());
        return m_events.committed(m_source) >= sequence;
    }
    Result<void> give(TimeMs, const model::QuotaGrants&) override { return {}; }
    Result<void> giveNow(const model::QuotaGrants&) override { return {}; }
    void open(TimeMs) override { }
    bool isElsewhere() const override { return m_isElsewhere; }

    void tell(EventKind kind, Handle campaign, TimeMs at, std::int64_t nanos = 0,
              bool isLate = false)
    {
        model::CampaignReport& counts = m_report.campaigns[campaign - 1];
        model::DeliveryEvent event;
        event.kind = kind;
        event.at = at;
        event.auction = ++m_auction;
        event.campaign = campaign;
        event.amount = nanos;
        if (kind == EventKind::Win) {
            event.publisher = nanos;
            event.uncharged = isLate;
            (isLate ? counts.unchargedNanos : counts.spentNanos) += nanos;
            counts.clearedNanos += nanos;
            counts.publisherNanos += nanos;
            m_report.publishers.front().earnedNanos += nanos;
        }
        counts.wins += kind == EventKind::Win ? 1 : 0;
        counts.impressions += kind == EventKind::Impression ? 1 : 0;
        counts.clicks += kind == EventKind::Click ? 1 : 0;
        counts.conversions += kind == EventKind::Conversion ? 1 : 0;
        event.sequence = ++m_report.lastSequence;
        if (!m_ring.push(event))
            qFatal("the ring is full");
    }
    model::QuotaReport reportOf(TimeMs at) const
    {
        model::QuotaReport report = m_report;
        report.at = at;
        return report;
    }
    bool isMute = false;

private:
    store::EventWriter& m_events;
    std::uint32_t m_run;
    bool m_isElsewhere;
    std::uint32_t m_source;
    std::string m_name;
    model::QuotaReport m_report;
    std::uint64_t m_auction = 0;
    base::SpscRing<model::DeliveryEvent> m_ring{1 << 12};
};

/// The check of what was settled, or of the ledger what is wrong before it.
store::Check settlementCheck(const std::string& file)
{
    auto reader = store::Connection::open(file, store::Connection::Access::Read);
    const auto checks = runtime::checkLedger(*reader);
    for (const auto& check : *checks)
        if (check.name == "ledger settlement" || !check.ok)
            return check;
    return {};
}

model::Campaign campaignOf(Handle handle, const model::Billing& billing)
{
    model::Campaign campaign;
    campaign.id = "c" + std::to_string(handle);
    campaign.advertiserId = "adv";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(1'000'000);
    campaign.timeZone = handle % 2 == 0 ? "Asia/Kolkata" : "UTC";
    campaign.billing = billing;
    return campaign;
}

model::Billing billed(BillingModel model, std::int64_t cents = 0)
{
    return {model, Money{400'000 + cents * 10'000}, Money::units(5 + cents),
            Money::units(7 + cents)};
}

/// One process after the other over the same file.
class BilledMarket
{
public:
    BilledMarket()
    {
        for (Handle handle = 1; handle <= kCampaigns; ++handle)
            campaigns[handle] = campaignOf(handle, billed(static_cast<BillingModel>(handle - 1)));
    }
    ~BilledMarket() { stop(); }

    void start()
    {
        const std::vector<store::Migration> migrations = [] {
            std::vector<store::Migration> all(ledger::ledgerMigrations().begin(),
                                              ledger::ledgerMigrations().end());
            all.insert(all.end(), scheduling::schedulingMigrations().begin(),
                       scheduling::schedulingMigrations().end());
            return all;
        }();
        workspace = *store::Workspace::open(file(), migrations);
        events = std::make_unique<store::EventWriter>(*workspace);
        const std::uint32_t run = *events->beginRun("live", now);
        auto setup = std::make_shared<model::MarketSetup>();
        setup->start = now;
        for (Handle handle = 1; handle <= kCampaigns; ++handle)
            setup->vocabulary->campaigns.intern("c" + std::to_string(handle));
        for (const auto& [handle, campaign] : campaigns)
            setup->campaigns.push_back(campaign);
        words = setup->vocabulary;
        Rounds::Plan plan;
        plan.setup = setup;
        plan.workspace = workspace.get();
        plan.market = "live";
        plan.run = run;
        plan.isLive = true;
        plan.before = *runtime::readBefore(*workspace, "live", *setup, now);
        Rounds::Links links;
        for (int i = 0; i < 2; ++i) {
            servers.push_back(std::make_shared<LoggedServer>(*events, run, false, words));
            links.push_back(servers.back());
        }
        auto opened = Rounds::open(std::move(plan), std::move(links), {}, now);
        if (!opened)
            qFatal("%s", toString(opened.error()).c_str());
        rounds = std::move(*opened);
        QVERIFY(rounds->begin(now).has_value());
    }
    /// Without finish() it is as if it had died.
    void stop()
    {
        if (events)
            static_cast<void>(events->flush());
        rounds.reset();
        servers.clear();
        events.reset();
        workspace.reset();
    }
    void join()
    {
        servers.push_back(
            std::make_shared<LoggedServer>(*events, *events->beginRun("live", now), true, words));
        QVERIFY(rounds->join(servers.back(), now).has_value());
    }
    void leave()
    {
        static_cast<void>(events->flush());
        QVERIFY(rounds->leave(servers.back()->reportOf({INT64_MAX}), now).has_value());
        servers.pop_back();
    }
    void edit(Handle handle, const model::Billing& billing, bool isSettled = true)
    {
        campaigns[handle].billing = billing;
        rounds->edit(campaigns[handle], now);
        const std::vector<Rounds::Wish> wishes{{handle, scheduling::TriggerEvent::CampaignEdited}};
        if (isSettled)
            QVERIFY(rounds->between(wishes, {}, now).has_value());
    }
    /// To the next minute, and its round.
    void pass()
    {
        now = runtime::boundaryAfter(now, base::kMinuteMs);
        QVERIFY(rounds->run(now, now).has_value());
    }
    void finish()
    {
        now = now + 1;
        QVERIFY(rounds->finish(now).has_value());
    }
    store::Check check() const { return settlementCheck(file()); }
    std::int64_t charged(Handle handle) const
    {
        return rounds->ledger().settlement().chargedOf(handle).micros;
    }
    std::string file() const { return folder.filePath("t.gavel").toStdString(); }

    QTemporaryDir folder;
    TimeMs now = kEvening;
    std::map<Handle, model::Campaign> campaigns; ///< in the market
    std::shared_ptr<model::Vocabulary> words;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> events;
    std::vector<std::shared_ptr<LoggedServer>> servers;
    std::unique_ptr<Rounds> rounds;
};

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
            static_cast<void>(rounds->allReported(runtime::boundaryAfter(now, base::kMinuteMs)));
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
            runtime::EngineOptions options;
            options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
            options.threads = 1;
            options.workspace = file;
            const auto engine = *runtime::Engine::open(options);
            runtime::ScenarioRequest request;
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
        QVERIFY(!market.rounds->allReported(runtime::boundaryAfter(market.now, base::kMinuteMs)));
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
