// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as the console and the gateway use it: real scenarios, real workspace files.
#include "engine/dmp/audience.h"
#include "engine/runtime/engine.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace gavel;
using runtime::Engine;
using runtime::EngineOptions;
using runtime::ScenarioRequest;

namespace {

std::unique_ptr<Engine> openEngine(const std::string& workspace = {}, unsigned threads = 1)
{
    EngineOptions options;
    options.workspace = workspace;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    options.threads = threads;
    auto opened = Engine::open(options);
    if (!opened)
        qWarning("%s", base::toString(opened.error()).c_str());
    return opened ? std::move(*opened) : nullptr;
}

ScenarioRequest cityDay(std::uint64_t auctions, unsigned shards = 2)
{
    ScenarioRequest request;
    request.scenario = "city-day";
    request.seed = 42;
    request.shards = shards;
    request.paused = true;
    request.mostAuctions = auctions;
    return request;
}

/// Runs a scenario to its number of auctions and returns what it did.
runtime::RunSummary summaryOf(Engine& engine, const ScenarioRequest& request)
{
    if (const auto loaded = engine.loadScenario(request); !loaded)
        qWarning("%s", base::toString(loaded.error()).c_str());
    const auto ran = engine.runToEnd();
    return ran ? *ran : runtime::RunSummary{};
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameMarketHasTheSameDigestOnAnyNumberOfThreads()
    {
        const auto one = openEngine({}, 1);
        const auto two = openEngine({}, 2);
        const auto first = summaryOf(*one, cityDay(20'000));
        const auto second = summaryOf(*two, cityDay(20'000));
        QCOMPARE(first.total.auctions, std::uint64_t{20'000});
        QCOMPARE(second.total.auctions, std::uint64_t{20'000});
        QCOMPARE(first.digest, second.digest);
        QVERIFY(first.total.wins > 0);
    }

    void aRunToAMarketTimeEndsThere()
    {
        const auto engine = openEngine();
        QVERIFY(engine->loadScenario(cityDay(UINT64_MAX)).has_value());
        const TimeMs until = engine->freshSnapshot()->start + 10 * base::kSecondMs;
        const auto ran = engine->runToEnd(until);
        QVERIFY(ran.has_value());
        QVERIFY(!ran->finished);
        QCOMPARE(engine->freshSnapshot()->now.value, until.value);
        QVERIFY(ran->total.auctions > 10'000); // about 1,250 a second
        QVERIFY(ran->total.auctions < 15'000);
        QCOMPARE(engine->runToEnd(until).error().code, std::string("INVALID_REQUEST"));

        const auto other = openEngine({}, 2);
        QVERIFY(other->loadScenario(cityDay(UINT64_MAX)).has_value());
        QCOMPARE(other->runToEnd(until)->digest, ran->digest);
    }

    void anotherSeedIsAnotherMarket()
    {
        const auto engine = openEngine();
        auto request = cityDay(5'000);
        const auto first = summaryOf(*engine, request);
        request.seed = 43;
        QVERIFY(summaryOf(*engine, request).digest != first.digest);
    }

    void moneyClosesInEverySnapshot()
    {
        const auto engine = openEngine();
        const auto summary = summaryOf(*engine, cityDay(20'000));
        QCOMPARE(summary.total.cost.micros,
                 summary.total.publisher.micros + summary.total.fee.micros);
        const auto snapshot = engine->freshSnapshot();
        QCOMPARE(snapshot->mode, runtime::MarketMode::Simulation);
        for (const auto& invariant : snapshot->invariants)
            QCOMPARE(invariant.broken, std::uint64_t{0});
        Money bySeat;
        for (const auto& seat : snapshot->seats)
            bySeat += seat.spend;
        // Each seat's part is floored to whole micro-units.
        QVERIFY(summary.total.cost.micros - bySeat.micros >= 0);
        QVERIFY(summary.total.cost.micros - bySeat.micros
                < static_cast<std::int64_t>(snapshot->seats.size()));
    }

    void aPausedMarketMovesByOneAuction()
    {
        const auto engine = openEngine();
        QVERIFY(engine->loadScenario(cityDay(UINT64_MAX)).has_value());
        const auto row = engine->step();
        QVERIFY(row.has_value());
        QCOMPARE(engine->freshSnapshot()->total.auctions, std::uint64_t{1});
        const auto trace = engine->trace(row->id);
        QVERIFY(trace.has_value());
        QCOMPARE(trace->campaigns.size(), engine->campaigns().size());
        engine->resume();
        QVERIFY(!engine->step().has_value());
    }

    void whatIfWithoutAChangeIsWhatHappened()
    {
        const auto engine = openEngine();
        QVERIFY(engine->loadScenario(cityDay(UINT64_MAX)).has_value());
        for (int i = 0; i < 20; ++i) {
            const auto row = engine->step();
            QVERIFY(row.has_value());
            const auto story = engine->trace(row->id);
            QVERIFY(story.has_value());
            const auto again = engine->whatIf(*story, {});
            QVERIFY(again.has_value());
            QCOMPARE(again->clearing.price.nanos, row->price.nanos);
        }
        QCOMPARE(engine->trace(UINT64_MAX).error().code, std::string("NOT_TRACED"));
    }

    void theListFiltersAndHolds()
    {
        const auto engine = openEngine();
        const auto summary = summaryOf(*engine, cityDay(10'000));
        QTRY_COMPARE(engine->snapshot()->rowsKept, std::uint64_t{10'000});
        const auto all = engine->auctions({"", 0, 50, 0});
        QCOMPARE(all->rows.size(), std::size_t{50});
        QCOMPARE(all->matching, std::size_t{10'000});
        const auto filled = engine->auctions({"filled", 0, 50, 0});
        QCOMPARE(filled->matching, static_cast<std::size_t>(summary.total.wins));
        const auto held = engine->auctions({"", 0, 1, 4'000});
        QCOMPARE(held->waiting, std::uint64_t{6'000});
        QVERIFY(!engine->auctions({"price >", 0, 50, 0}).has_value());
        QCOMPARE(engine->checkFilter("price >").state, runtime::FilterCheck::State::Unfinished);
        QCOMPARE(engine->checkFilter("price > 0.8").state, runtime::FilterCheck::State::Valid);
        QCOMPARE(engine->checkFilter("nonsense = 1").state, runtime::FilterCheck::State::Wrong);
    }

    void everySeriesHasValuesOfTheTimeThatPassed()
    {
        const auto engine = openEngine();
        const auto summary = summaryOf(*engine, cityDay(80'000));
        const auto snapshot = engine->freshSnapshot();
        const auto answer = engine->series(
            {{"auctions", "auction_p99_ms", "seat.northwind.spend", "campaign.camp-001.spent"},
             snapshot->start,
             snapshot->now,
             20});
        for (const auto& series : answer)
            QVERIFY2(std::any_of(series.values.begin(), series.values.end(),
                                 [](double value) { return std::isfinite(value); }),
                     series.name.c_str());
        double counted = 0;
        for (const double value : answer[0].values)
            counted += std::isfinite(value) ? value : 0;
        // All but the last spans, which the market has not passed yet.
        QVERIFY(counted > 0.8 * static_cast<double>(summary.total.auctions));
        QVERIFY(counted <= static_cast<double>(summary.total.auctions));
    }

    void aPublishedBidChangesTheRunningMarket()
    {
        QTemporaryDir folder;
        const auto engine = openEngine(folder.filePath("publish.gavel").toStdString());
        auto request = cityDay(UINT64_MAX, 1);
        QVERIFY(engine->loadScenario(request).has_value());
        auto campaign = engine->campaign("camp-001");
        QVERIFY(campaign.has_value());
        campaign->strategy.target = Money::units(100);
        campaign->strategy.maxBid = {};
        campaign->targeting = {};
        const auto report = engine->publish({*campaign}, {});
        QVERIFY2(report.errors.empty(),
                 report.errors.empty() ? "" : base::toString(report.errors.front()).c_str());
        QCOMPARE(report.stored, std::size_t{1});
        bool bid = false;
        for (int i = 0; i < 400 && !bid; ++i) {
            const auto row = engine->step();
            QVERIFY(row.has_value());
            bid = row->winnerCampaign != 0
                && engine->vocabulary()->campaigns.text(row->winnerCampaign) == "camp-001"
                && row->bid[0].price.nanos > 20'000'000;
        }
        QVERIFY(bid);
        QCOMPARE(engine->campaign("camp-001")->version, campaign->version + 1);
    }

    void aBadCampaignIsRefusedWithItsFieldAndNothingIsStored()
    {
        const auto engine = openEngine();
        QVERIFY(engine->loadScenario(cityDay(UINT64_MAX)).has_value());
        auto good = *engine->campaign("camp-001");
        auto bad = good;
        good.name = "Renamed";
        bad.id = "camp-002";
        bad.budgetDay = bad.budgetTotal + Money::units(1);
        const auto report = engine->publish({good, bad}, {"no-such-campaign"});
        QVERIFY(report.errors.size() >= 2);
        QVERIFY(report.errors.front().where.starts_with("camp-002."));
        QCOMPARE(report.stored, std::size_t{0});
        QVERIFY(engine->campaign("camp-001")->name != "Renamed");
    }

    void liveSpendingAndDraftsSurviveARestart()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("live.gavel").toStdString();
        {
            const auto engine = openEngine(file);
            QVERIFY(engine->goLive().has_value());
            QVERIFY(engine->recordSpend("camp-001", Money{1'250'000}).has_value());
            QVERIFY(engine->saveDraft("push", "{\"a\":1}").has_value());
            QCOMPARE(engine->recordSpend("camp-001", Money::units(1'000)).error().code,
                     std::string("BUDGET_EXCEEDED"));
            QCOMPARE(engine->recordSpend("camp-001", Money{}).error().what,
                     std::string("Spend amount must be positive"));
            QCOMPARE(engine->recordSpend("none", Money::units(1)).error().code,
                     std::string("CAMPAIGN_NOT_FOUND"));
        }
        const auto engine = openEngine(file);
        QVERIFY(engine->goLive().has_value());
        QCOMPARE(engine->campaignView("camp-001")->spent.micros, std::int64_t{1'250'000});
        QCOMPARE(*engine->loadDraft("push"), std::string("{\"a\":1}"));
    }

    void aRealOpportunityIsAnsweredAndItsWinIsDurable()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("wins.gavel").toStdString();
        Price paid;
        std::string winner;
        {
            const auto engine = openEngine(file);
            QVERIFY(engine->goLive().has_value());
            const auto setup = engine->setup();
            model::Opportunity opportunity;
            auto& words = *setup->vocabulary;
            opportunity.set(model::Dimension::DeviceType,
                            words.of(model::Dimension::DeviceType).intern("mobile"));
            opportunity.set(model::Dimension::Country,
                            words.of(model::Dimension::Country).intern("US"));
            opportunity.set(model::Dimension::Format,
                            words.of(model::Dimension::Format).intern("banner"));
            opportunity.set(model::Dimension::Size,
                            words.of(model::Dimension::Size).intern("320x50"));
            opportunity.width = 320;
            opportunity.height = 50;
            opportunity.floor = Price::perImpression(Money{250'000});
            engine->audience()->fill(opportunity, "nobody");
            const auto answer = engine->auction(opportunity, 2'000);
            QVERIFY(answer.has_value());
            QVERIFY(answer->clearing.winner >= 0);
            paid = answer->clearing.price;
            winner = words.campaigns.text(answer->row.winnerCampaign);
            QVERIFY(engine->recordDelivery(answer->row.id, model::EventKind::Impression, {})
                        .has_value());
            QVERIFY(engine->recordDelivery(answer->row.id, model::EventKind::Impression, {})
                        .has_value());
            QCOMPARE(engine->campaignView(winner)->impressions, std::uint64_t{1});
            QCOMPARE(engine->recordDelivery(12345, model::EventKind::Impression, {}).error().code,
                     std::string("DATA_NOT_FOUND"));
        }
        const auto engine = openEngine(file);
        QVERIFY(engine->goLive().has_value());
        QCOMPARE(engine->campaignView(winner)->spent.micros, paid.nanos / 1000);
    }

    void unknownScenariosAreRefused()
    {
        const auto engine = openEngine();
        ScenarioRequest request;
        request.scenario = "no-such-scenario";
        QVERIFY(!engine->loadScenario(request).has_value());
        QVERIFY(!engine->step().has_value());
        QCOMPARE(engine->snapshot()->mode, runtime::MarketMode::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
