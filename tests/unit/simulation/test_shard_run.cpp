// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/budget_parts.h"
#include "engine/simulation/shard_run.h"

#include <QtTest/QtTest>

#include <map>
#include <set>

using namespace gavel;
using simulation::Scenario;
using simulation::ShardRun;

namespace {

/// The city's market with little traffic.
Scenario smallCity(std::int64_t auctions)
{
    auto scenario = simulation::loadScenario(GAVEL_SOURCE_DIR "/resources/scenarios/city-day.json");
    if (!scenario)
        qFatal("%s", base::toString(scenario.error()).c_str());
    scenario->traffic.auctions = auctions;
    scenario->population.users = 900;
    return *scenario;
}

/// A run whose campaigns hold their part of the budget as quota.
struct OpenRun : ShardRun
{
    OpenRun(const Scenario& scenario, const model::MarketSetup& setup, std::uint32_t shard,
            market::ShardOutputs outputs)
        : ShardRun(scenario, setup, shard, std::move(outputs))
    {
        apply(dsp::budgetParts(setup, shard));
    }
};

std::uint64_t digestOf(const Scenario& scenario, std::uint64_t seed, std::int64_t stepMs,
                       std::size_t most)
{
    OpenRun run(scenario, scenario.setup(seed, 2), 1, {});
    for (TimeMs until = scenario.start; !run.finished(); until = until + stepMs)
        while (run.advance(until, most) > 0) { }
    return run.market().digest();
}

} // namespace

class TestShardRun : public QObject
{
    Q_OBJECT
    Scenario m_city = smallCity(6000);

private Q_SLOTS:
    void theSameSeedGivesTheSameDigestHoweverTheRunIsCut()
    {
        const auto whole = digestOf(m_city, 42, base::kDayMs, SIZE_MAX);
        QCOMPARE(digestOf(m_city, 42, base::kDayMs, SIZE_MAX), whole);
        QCOMPARE(digestOf(m_city, 42, 7 * base::kMinuteMs, 3), whole);
        QCOMPARE(digestOf(m_city, 42, 977'777, SIZE_MAX), whole);
        QVERIFY(digestOf(m_city, 43, base::kDayMs, SIZE_MAX) != whole);
    }

    void oneByOneIsTheSameAsAllAtOnce()
    {
        const auto setup = m_city.setup(42, 2);
        OpenRun run(m_city, setup, 1, {});
        while (!run.finished()) {
            const auto at = run.next();
            QCOMPARE(run.runOne().at, at);
        }
        QCOMPARE(run.next(), m_city.end());
        QCOMPARE(run.market().digest(), digestOf(m_city, 42, base::kDayMs, SIZE_MAX));
    }

    void anotherOrderOfShardsChangesNothing()
    {
        const auto forward = m_city.setup(42, 2);
        OpenRun zero(m_city, forward, 0, {});
        OpenRun one(m_city, forward, 1, {});
        zero.advance(m_city.end(), SIZE_MAX);
        one.advance(m_city.end(), SIZE_MAX);
        QCOMPARE(one.market().digest(), digestOf(m_city, 42, base::kDayMs, SIZE_MAX));
        QCOMPARE(zero.market().counters().auctions + one.market().counters().auctions,
                 std::uint64_t{6000});
    }

    void aUserLivesOnOneShardAndIdsAreUnique()
    {
        const auto setup = m_city.setup(42, 2);
        std::map<std::uint64_t, std::uint32_t> home;
        std::set<std::uint64_t> ids;
        for (std::uint32_t shard = 0; shard < 2; ++shard) {
            OpenRun run(m_city, setup, shard, {});
            while (!run.finished()) {
                run.runOne();
                const auto& opportunity = run.lastOpportunity();
                QCOMPARE(home.emplace(opportunity.user, shard).first->second, shard);
                QVERIFY(ids.insert(opportunity.id).second);
            }
        }
    }

    void advanceStopsAtTheTimeAndTheCount()
    {
        OpenRun run(m_city, m_city.setup(42, 2), 0, {});
        QCOMPARE(run.advance(m_city.end(), 5), std::size_t{5});
        const auto noon = m_city.start + base::kDayMs / 2;
        run.advance(noon, SIZE_MAX);
        QVERIFY(run.next() > noon);
        QVERIFY(run.market().counters().now <= noon);
        QCOMPARE(run.advance(noon, SIZE_MAX), std::size_t{0});
    }

    void aPlacementThatIsTakenAwayIsOfferedNoMore()
    {
        OpenRun run(m_city, m_city.setup(42, 2), 0, {});
        auto placement = m_city.placements.front();
        placement.available = false;
        run.apply(model::PlacementChange{placement});
        run.advance(m_city.end(), SIZE_MAX);
        QCOMPARE(run.market().counters().placements.front().offered, std::uint64_t{0});
    }

    void aChangedFloorHoldsFromTheNextAuction()
    {
        // A deal has its own floor, so none is offered here.
        auto city = m_city;
        for (auto& traffic : city.traffic.placements)
            traffic.deals.clear();
        OpenRun run(city, city.setup(42, 2), 0, {});
        for (auto placement : city.placements) {
            placement.floor = Price::cpm(Money::units(1000));
            run.apply(model::PlacementChange{placement});
        }
        run.advance(city.end(), SIZE_MAX);
        QCOMPARE(run.market().counters().wins, std::uint64_t{0});
    }

    void theTrafficFactorDoublesTheRest()
    {
        OpenRun run(m_city, m_city.setup(42, 1), 0, {});
        run.setTrafficFactor(2);
        const auto count = run.advance(m_city.end(), SIZE_MAX);
        QVERIFY(count > 11'990 && count < 12'010);
    }

    void noInvariantBreaks()
    {
        OpenRun run(m_city, m_city.setup(42, 1), 0, {});
        run.advance(m_city.end(), SIZE_MAX);
        const auto counters = run.market().counters();
        for (const auto broken : counters.broken)
            QCOMPARE(broken, std::uint64_t{0});
        QVERIFY(counters.wins > 0);
        QCOMPARE(counters.costNanos, counters.publisherNanos + counters.feeNanos);
    }
};

QTEST_GUILESS_MAIN(TestShardRun)
#include "test_shard_run.moc"
