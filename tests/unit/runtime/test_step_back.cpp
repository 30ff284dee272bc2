// SPDX-License-Identifier: GPL-3.0-or-later
// Going back one auction: the same scenario, seed and shards give the same digest, so the digest
// before an auction is what a step back has to give again.
#include "engine/runtime/engine.h"

#include <QtTest>

using namespace gavel;
using runtime::ControlChange;
using runtime::Engine;

namespace {

constexpr std::int64_t kRunMs = 2'000;
constexpr std::int64_t kRoundMs = 61'000; ///< beyond a boundary of the rounds
constexpr std::int64_t kLongRunMs = 30'000; ///< a replay of it is under way for a while
constexpr int kWaitMs = 60'000;

ControlChange floorsTimes(std::int32_t ppm)
{
    ControlChange change;
    change.rules.emplace().floorFactorPpm = ppm;
    change.subject = "All floors";
    return change;
}

ControlChange firstPrice()
{
    ControlChange change;
    change.rules.emplace().kind = model::PriceRule::FirstPrice;
    change.subject = "Price rule";
    return change;
}

} // namespace

class TestStepBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        load("city-day");
    }

    void cleanup() { m_engine.reset(); }

    void theAuctionBeforeIsWhatItWas()
    {
        QVERIFY(m_engine->apply(floorsTimes(1'300'000)).has_value());
        runOn(kRunMs);
        QVERIFY(m_engine->apply(firstPrice()).has_value());
        runOn(kRunMs);
        const auto before = m_engine->freshSnapshot();
        const auto stepped = m_engine->step();
        QVERIFY(stepped.has_value());
        const auto after = m_engine->freshSnapshot();
        QVERIFY(after->digest != before->digest);

        goBack();
        const auto again = m_engine->freshSnapshot();
        QCOMPARE(again->digest, before->digest);
        QCOMPARE(again->total.auctions, before->total.auctions);
        QCOMPARE(again->total.cost.micros, before->total.cost.micros);
        QCOMPARE(again->rules, before->rules);
        QCOMPARE(again->journal.size(), std::size_t{2});
        QVERIFY(again->paused);
        QCOMPARE(again->speed, before->speed);
        const auto forward = m_engine->step();
        QVERIFY(forward.has_value());
        QCOMPARE(forward->id, stepped->id);
        QCOMPARE(m_engine->freshSnapshot()->digest, after->digest);
    }

    void twoStepsBackAndTwoOnAreTheSamePlace()
    {
        runOn(kRunMs);
        const auto before = m_engine->freshSnapshot();
        goBack();
        goBack();
        QCOMPARE(m_engine->freshSnapshot()->total.auctions, before->total.auctions - 2);
        QVERIFY(m_engine->step().has_value());
        QVERIFY(m_engine->step().has_value());
        QCOMPARE(m_engine->freshSnapshot()->digest, before->digest);
    }

    void aChangeAfterTheAuctionIsUndoneWithIt()
    {
        runOn(kRunMs);
        QVERIFY(m_engine->apply(firstPrice()).has_value());
        goBack();
        QCOMPARE(m_engine->freshSnapshot()->rules.kind, model::PriceRule::SecondPrice);
        QVERIFY(m_engine->freshSnapshot()->journal.empty());
    }

    /// A round that a person runs is a change like any other: the run goes on as if it had been
    /// planned so, and a replay does it again at the same place.
    void aRoundByHandIsRepeated()
    {
        std::vector<std::uint64_t> digests;
        for (int run = 0; run < 2; ++run) {
            init();
            load("demo"); // little traffic: this is a run of minutes
            runOn(kRoundMs);
            QVERIFY(m_engine->schedule().runNow({}, "Mina").has_value());
            runOn(kRoundMs);
            digests.push_back(m_engine->freshSnapshot()->digest);
        }
        QCOMPARE(digests[0], digests[1]);
        const auto before = m_engine->freshSnapshot();
        QVERIFY(m_engine->step().has_value());
        const auto after = m_engine->freshSnapshot();
        goBack();
        const auto again = m_engine->freshSnapshot();
        QCOMPARE(again->digest, before->digest);
        QCOMPARE(again->total.cost.micros, before->total.cost.micros);
        QCOMPARE(again->journal.size(), std::size_t{1});
        const auto rounds = m_engine->schedule().rounds();
        QCOMPARE(std::ranges::count(rounds, true, &runtime::RoundView::byHand), 1);
        QVERIFY(m_engine->step().has_value());
        QCOMPARE(m_engine->freshSnapshot()->digest, after->digest);
        // The rounds that follow it grant what they granted then.
        runOn(kRoundMs);
        const std::uint64_t later = m_engine->freshSnapshot()->digest;
        goBack();
        QVERIFY(m_engine->step().has_value());
        QCOMPARE(m_engine->freshSnapshot()->digest, later);
    }

    void aRoundByHandAfterTheAuctionIsUndoneWithIt()
    {
        runOn(kRunMs);
        QVERIFY(m_engine->schedule().runNow({}, "Mina").has_value());
        goBack();
        QVERIFY(m_engine->freshSnapshot()->journal.empty());
        QCOMPARE(
            std::ranges::count(m_engine->schedule().rounds(), true, &runtime::RoundView::byHand),
            0);
    }

    void whatWasPublishedStays()
    {
        runOn(kRunMs);
        auto campaigns = m_engine->campaigns();
        const Money wanted = campaigns.front().budgetDay + Money::units(1);
        campaigns.front().budgetDay = wanted;
        const auto report = m_engine->publish({campaigns.front()}, {});
        QVERIFY(report.errors.empty());
        goBack();
        QCOMPARE(m_engine->campaign(campaigns.front().id)->budgetDay.micros, wanted.micros);
        QCOMPARE(m_engine->freshSnapshot()->journal.size(), std::size_t{1});
        QCOMPARE(m_engine->freshSnapshot()->campaigns.front().budgetDay.micros, wanted.micros);
    }

    void twoRulesChangedAtOnceBothHold()
    {
        QVERIFY(m_engine->apply(firstPrice()).has_value());
        QVERIFY(m_engine->apply(floorsTimes(1'300'000)).has_value());
        const auto now = m_engine->freshSnapshot();
        QCOMPARE(now->rules.kind, model::PriceRule::FirstPrice);
        QCOMPARE(now->rules.floorFactorPpm, 1'300'000);
    }

    void aDeadlineAndACutOffAtOnceBothHold()
    {
        ControlChange deadline;
        deadline.seat = runtime::SeatDelta{"orchid", 40'000U, std::nullopt};
        ControlChange cutOff;
        cutOff.seat = runtime::SeatDelta{"orchid", std::nullopt, true};
        QVERIFY(m_engine->apply(deadline).has_value());
        QVERIFY(m_engine->apply(cutOff).has_value());
        const auto now = m_engine->freshSnapshot();
        const auto orchid
            = std::find_if(now->seats.begin(), now->seats.end(),
                           [](const runtime::SeatView& seat) { return seat.id == "orchid"; });
        QVERIFY(orchid != now->seats.end());
        QCOMPARE(orchid->deadlineMicros, 40'000U);
        QVERIFY(orchid->cutOff);
    }

    /// Wherever it is stopped, the market is what a run to that moment gives.
    void aStoppedReplayIsTheRunUpToThere()
    {
        runOn(kRunMs);
        const TimeMs changedAt = m_engine->freshSnapshot()->now;
        QVERIFY(m_engine->apply(firstPrice()).has_value());
        runOn(kLongRunMs);
        QVERIFY(m_engine->apply(floorsTimes(1'300'000)).has_value());
        runOn(kRunMs);
        const auto whole = m_engine->freshSnapshot();
        QVERIFY(!m_engine->stopReplay().has_value());
        QVERIFY(m_engine->stepBack().has_value());
        QVERIFY(m_engine->stopReplay().has_value());
        const auto stopped = m_engine->freshSnapshot();
        QCOMPARE(stopped->replayTo, std::uint64_t{0});
        QVERIFY(stopped->paused);
        QCOMPARE(stopped->speed, whole->speed);
        QVERIFY(stopped->total.auctions < whole->total.auctions);
        const bool came = stopped->now > changedAt;
        QCOMPARE(stopped->journal.size(), std::size_t{came ? 1U : 0U});
        QCOMPARE(stopped->rules.floorFactorPpm, 1'000'000);

        init();
        if (came) {
            runOn(kRunMs);
            QVERIFY(m_engine->apply(firstPrice()).has_value());
        }
        runOn((stopped->now - m_engine->freshSnapshot()->now));
        const auto fresh = m_engine->freshSnapshot();
        QCOMPARE(fresh->total.auctions, stopped->total.auctions);
        QCOMPARE(fresh->rules, stopped->rules);
        QCOMPARE(fresh->digest, stopped->digest);
    }

    void whatCannotBeRepeatedIsRefused()
    {
        const auto first = m_engine->stepBack();
        QVERIFY(!first.has_value());
        QVERIFY(first.error().what.find("no auction") != std::string::npos);
        m_engine->resume();
        QVERIFY(!m_engine->stepBack().has_value());
        m_engine->pause();
        runOn(kRunMs);
        const auto quote = m_engine->quote("northwind", model::Opportunity{});
        Q_UNUSED(quote);
        const auto disturbed = m_engine->stepBack();
        QVERIFY(!disturbed.has_value());
        QVERIFY(disturbed.error().what.find("other programs") != std::string::npos);
    }

    void anUnknownSeatIsNamed()
    {
        ControlChange change;
        change.seat = runtime::SeatDelta{"nobody", 40'000U, std::nullopt};
        const auto done = m_engine->apply(change);
        QVERIFY(!done.has_value());
        QVERIFY(done.error().what.find("nobody") != std::string::npos);
    }

private:
    void load(const std::string& scenario)
    {
        runtime::ScenarioRequest request;
        request.scenario = scenario;
        request.seed = 42;
        request.shards = 3;
        request.paused = true;
        QVERIFY(m_engine->loadScenario(request).has_value());
    }

    void runOn(std::int64_t milliseconds)
    {
        const auto now = m_engine->freshSnapshot()->now;
        QVERIFY(m_engine->runTo(now + milliseconds).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->freshSnapshot()->paused, kWaitMs);
    }

    void goBack()
    {
        QVERIFY(m_engine->stepBack().has_value());
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->freshSnapshot()->replayTo, std::uint64_t{0}, kWaitMs);
    }

    std::unique_ptr<Engine> m_engine;
};

QTEST_GUILESS_MAIN(TestStepBack)
#include "test_step_back.moc"
