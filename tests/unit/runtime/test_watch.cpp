// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts over a whole engine: what is told from outside makes one fire, a person acknowledges it,
// it resolves, and a restart remembers. Scores are in tests/unit/health.
#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/desks/traffic_watch.h"
#include "engine/runtime/desks/watch_readings.h"
#include "engine/runtime/engine.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using metrics::AlertState;

namespace {

/// Fires above 10 % within two seconds, of at least 500 impressions, 95 % sure.
constexpr const char* kQuickRules = R"json({ "rules": [ {
    "id": "ctr_high", "name": "Click rate above 10 %", "level": "warn", "metric": "ctr",
    "condition": { "kind": "ratio", "limit": 0.1, "window_ms": 2000, "least_trials": 500,
                   "wilson_z": 1.96 }, "keep_firing_ms": 3000 },
  { "id": "click_storm", "name": "More than 10 clicks in one session", "level": "warn",
    "metric": "session_clicks", "condition": { "kind": "above", "limit": 10 } } ] })json";

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCtrAlertFiresIsAcknowledgedAndResolves();
    void badRulesAreRefusedWithTheirPlace();
    void aSilenceMutesAndEnds();
    void clicksOfASessionAddUpForHalfAnHour();
    void readingsAreWhatIsNew();
    void aYoungDayHasNoDistanceToItsPlan();

private:
    std::unique_ptr<runtime::Engine> open();
    /// Impressions and clicks of an ad, told by a sender.
    static void tell(runtime::Engine& engine, const std::string& ad, int impressions, int clicks);
    static std::optional<metrics::Alert> find(const runtime::Engine& engine, const char* rule);

    QTemporaryDir m_folder;
    int m_workspace = 0;
};

std::unique_ptr<runtime::Engine> WatchTest::open()
{
    runtime::EngineOptions options;
    options.workspace
        = m_folder.filePath(QStringLiteral("watch-%1.gavel").arg(m_workspace)).toStdString();
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    return engine ? std::move(*engine) : nullptr;
}

void WatchTest::tell(runtime::Engine& engine, const std::string& ad, int impressions, int clicks)
{
    static int number = 0;
    auto collector = engine.intake().collector("push", "push", "{}");
    QVERIFY(collector.has_value());
    pipeline::Offer offer;
    offer.collector = collector->id;
    for (int i = 0; i < impressions + clicks; ++i) {
        const bool isClick = i >= impressions;
        const std::string id = std::to_string(++number);
        pipeline::OfferedLine& line = offer.lines.emplace_back();
        line.text = R"({"eventId":"event-)" + id;
        line.text += R"(","eventType":")";
        line.text += isClick ? "CLICK" : "IMPRESSION";
        line.text += R"(","advertisementId":")" + ad;
        line.text += R"(","campaignId":"camp-1","userId":"user-)" + id;
        line.text += R"(","sessionId":"session-)" + id;
        line.text += R"("})";
    }
    const auto outcome = engine.intake().offerAndWait(std::move(offer));
    QVERIFY2(outcome.has_value(), outcome ? "" : base::toString(outcome.error()).c_str());
}

std::optional<metrics::Alert> WatchTest::find(const runtime::Engine& engine, const char* rule)
{
    const auto now = engine.watch().view(); // keeps what is looked at
    for (const auto& view : now->active)
        if (view.alert.rule == rule)
            return view.alert;
    return std::nullopt;
}

void WatchTest::theCtrAlertFiresIsAcknowledgedAndResolves()
{
    auto engine = open();
    QVERIFY(engine != nullptr);
    QCOMPARE(engine->watch().rules().version, 0U);
    const auto version = engine->watch().setRules(kQuickRules, "Mina");
    QVERIFY2(version.has_value(), version ? "" : base::toString(version.error()).c_str());
    tell(*engine, "ad-quiet", 600, 30);
    tell(*engine, "ad-loud", 600, 120);
    QTRY_VERIFY_WITH_TIMEOUT(find(*engine, "ctr_high").has_value(), 20'000);
    const auto alert = find(*engine, "ctr_high");
    QCOMPARE(alert->subject, std::string("ad-loud"));
    QCOMPARE(alert->state, AlertState::Firing);
    QVERIFY(std::abs(alert->triggerValue - 0.2) < 1e-9); // 120 of 600
    QCOMPARE(engine->watch().view()->firing, std::size_t{1});
    QCOMPARE(engine->watch().acknowledge(alert->fingerprint, "").error().code,
             std::string("PERSON_MISSING"));
    QVERIFY(engine->watch().acknowledge(alert->fingerprint, "Mina").has_value());
    const auto seen = find(*engine, "ctr_high");
    if (seen) // it may be over by now
        QCOMPARE(seen->acknowledgedBy, std::string("Mina"));
    QTRY_VERIFY_WITH_TIMEOUT(!engine->watch().view()->ended.empty(), 20'000);
    QVERIFY(!find(*engine, "ctr_high"));
    QCOMPARE(engine->watch().view()->ended.front().alert.acknowledgedBy, std::string("Mina"));
    const TimeMs resolvedAt = engine->watch().view()->ended.front().alert.resolvedAt;

    engine.reset();
    engine = open();
    QVERIFY(engine != nullptr);
    QCOMPARE(engine->watch().rules().actor, std::string("Mina"));
    QCOMPARE(engine->watch().view()->ended.size(), std::size_t{1});
    QCOMPARE(engine->watch().view()->ended.front().alert.resolvedAt, resolvedAt);
}

void WatchTest::badRulesAreRefusedWithTheirPlace()
{
    ++m_workspace;
    const auto engine = open();
    const auto broken = engine->watch().setRules("{\n \"rules\": [ { \"id\": 1 } ] }", "Mina");
    QVERIFY(!broken.has_value());
    QVERIFY2(broken.error().where.find("rules[0]") != std::string::npos,
             base::toString(broken.error()).c_str());
    QCOMPARE(engine->watch().rules().version, 0U);
    QVERIFY(!engine->watch().checkRules("nonsense").has_value());
    QCOMPARE(engine->watch().checkRules(kQuickRules).value(), std::size_t{2});
}

void WatchTest::aSilenceMutesAndEnds()
{
    ++m_workspace;
    const auto engine = open();
    const TimeMs now = base::SystemClock().now();
    metrics::Silence silence;
    silence.rule = "ctr_high";
    silence.author = "Mina";
    silence.begin = now;
    silence.end = now + base::kHourMs;
    QVERIFY(!engine->watch().silence(silence).has_value()); // without a reason
    silence.reason = "a test of the new player";
    QVERIFY(engine->watch().silence(silence).has_value());
    QCOMPARE(engine->watch().view()->silences.size(), std::size_t{1});
    QVERIFY(engine->watch().setRules(kQuickRules, "Mina").has_value());
    tell(*engine, "ad-loud", 600, 120);
    QTRY_VERIFY_WITH_TIMEOUT(find(*engine, "ctr_high").has_value(), 20'000);
    QCOMPARE(find(*engine, "ctr_high")->mute, metrics::Mute::Silenced);
    QCOMPARE(engine->watch().view()->firing, std::size_t{0});
    const std::string id = engine->watch().view()->silences.front().id;
    QVERIFY(engine->watch().endSilence(id).has_value());
    QCOMPARE(engine->watch().endSilence(id).error().code, std::string("SILENCE_UNKNOWN"));
    QVERIFY(engine->watch().view()->silences.empty());
}

void WatchTest::clicksOfASessionAddUpForHalfAnHour()
{
    runtime::TrafficWatch traffic;
    const auto click = [&](std::uint64_t session, int times) {
        pipeline::Tally tally;
        store::LoggedEvent event;
        event.kind = model::EventKind::Click;
        event.session = session;
        for (int i = 0; i < times; ++i) {
            event.uncharged = i > 9; // put aside, but still a click
            tally.add(event, true);
        }
        pipeline::Additions added;
        tally.spread({}, added);
        traffic.add(added);
    };
    const TimeMs start{1'714'552'200'000};
    click(7, 6);
    click(8, 1);
    const auto first = traffic.take(start).sessions;
    QCOMPARE(first.size(), std::size_t{1});
    QCOMPARE(first.at(7), std::int64_t{6});
    click(7, 12);
    QCOMPARE(traffic.take(start + base::kMinuteMs).sessions.at(7), std::int64_t{18});
    QVERIFY(traffic.take(start + 2 * base::kMinuteMs).sessions.empty()); // nothing new
    click(7, 6);
    QCOMPARE(traffic.take(start + base::kHourMs).sessions.at(7), std::int64_t{6});
}

void WatchTest::readingsAreWhatIsNew()
{
    runtime::WatchReadings readings;
    runtime::PipelineStatus pipeline;
    runtime::Snapshot market;
    market.seats.resize(1);
    market.seats[0].name = "Northwind";
    runtime::SourceView source;
    source.name = "orders.csv";
    const auto look = [&](std::int64_t ms) {
        return readings.read({{ms}, pipeline, {&source, 1}, market, {}, {}, {}, {{"ops", 2}}});
    };
    const auto find = [](const std::vector<metrics::Observation>& all, const std::string& metric) {
        for (const auto& one : all)
            if (one.metric == metric)
                return std::optional(one);
        return std::optional<metrics::Observation>();
    };
    source.counts.received = 100;
    source.counts.dead = 5;
    market.seats[0].asked = 1000;
    QVERIFY(!find(look(1000), "dead_letters")); // what was before nobody knows when
    source.counts.received = 300;
    source.counts.dead = 6;
    market.seats[0].asked = 1200;
    market.seats[0].late = 30;
    pipeline.sinceStart.received = 300;
    pipeline.sinceStart.stored = 290;
    pipeline.sinceStart.dead = 6;
    const auto second = look(2000);
    QCOMPARE(find(second, "dead_letters")->subject, std::string("orders.csv"));
    QCOMPARE(std::get<metrics::Counts>(find(second, "dead_letters")->reading),
             (metrics::Counts{1, 200}));
    QCOMPARE(std::get<metrics::Counts>(find(second, "seat_late")->reading),
             (metrics::Counts{30, 200}));
    QCOMPARE(std::get<double>(find(second, "completeness_gap")->reading), 4.0);
    QCOMPARE(std::get<double>(find(second, "dead_deliveries")->reading), 2.0);
    QCOMPARE(find(second, "dead_deliveries")->subject, std::string("ops"));
    market.seats[0] = {};
    market.seats[0].name = "Northwind"; // another run begins anew
    QVERIFY(!find(look(3000), "seat_late"));
}

void WatchTest::aYoungDayHasNoDistanceToItsPlan()
{
    runtime::WatchReadings readings;
    runtime::Snapshot market;
    market.campaigns.resize(1);
    auto& campaign = market.campaigns[0];
    campaign.name = "Spring Sale";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetDay = {100'000'000};
    campaign.planToday = {4'000'000};
    const auto planned = [&] {
        for (const auto& one :
             readings.read({{1000}, runtime::PipelineStatus(), {}, market, {}, {}, {}}))
            if (one.metric == "spend_behind_plan")
                return std::optional(std::get<metrics::Counts>(one.reading));
        return std::optional<metrics::Counts>();
    };
    QVERIFY(!planned());
    campaign.planToday = {50'000'000};
    campaign.spentToday = {41'000'000};
    QCOMPARE(*planned(), (metrics::Counts{9'000'000, 50'000'000}));
    campaign.status = model::CampaignStatus::Paused;
    QVERIFY(!planned());
}

QTEST_GUILESS_MAIN(WatchTest)
#include "test_watch.moc"
