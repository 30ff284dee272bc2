// SPDX-License-Identifier: GPL-3.0-or-later
// What a live market takes over from before it was restarted: wins whose deliveries are told later,
// and what users have seen already.
#include "engine/dmp/audience.h"
#include "engine/runtime/campaign_checks.h"
#include "engine/runtime/engine.h"
#include "engine/store/connection.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <thread>

using namespace gavel;
using model::EventKind;
using runtime::Engine;

namespace {

std::unique_ptr<Engine> openLive(const std::string& file)
{
    runtime::EngineOptions options;
    options.workspace = file;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    options.threads = 1;
    auto engine = Engine::open(options);
    if (!engine || !(*engine)->goLive())
        return nullptr;
    return std::move(*engine);
}

/// A banner on a phone, which the demonstration's first campaign buys.
model::Opportunity phoneOf(Engine& engine, const std::string& user)
{
    auto& words = *engine.setup()->vocabulary;
    const auto set = [&](model::Opportunity& to, model::Dimension dimension, const char* text) {
        to.set(dimension, words.of(dimension).intern(text));
    };
    model::Opportunity opportunity;
    set(opportunity, model::Dimension::DeviceType, "mobile");
    set(opportunity, model::Dimension::Country, "US");
    set(opportunity, model::Dimension::Format, "banner");
    set(opportunity, model::Dimension::Size, "320x50");
    set(opportunity, model::Dimension::Placement, "mobile_top");
    opportunity.width = 320;
    opportunity.height = 50;
    opportunity.floor = Price::perImpression(Money{250'000});
    if (user.empty())
        opportunity.user = 0;
    else
        engine.audience()->fill(opportunity, user);
    return opportunity;
}

std::uint64_t winOf(Engine& engine, const std::string& user)
{
    const auto answer = engine.auction(phoneOf(engine, user), 2'000);
    return answer && answer->clearing.winner >= 0 ? answer->row.id : 0;
}

std::int64_t integerOf(Engine& engine, const std::string& sql)
{
    auto reader = engine.workspace().reader();
    return reader ? reader->integer(sql).value() : -1;
}

std::int64_t logged(Engine& engine, EventKind kind)
{
    return integerOf(engine,
                     "SELECT count(*) FROM event WHERE kind = "
                         + std::to_string(static_cast<int>(kind)));
}

/// The first check that fails, "" when all hold.
std::string brokenCheck(Engine& engine)
{
    auto reader = engine.workspace().reader();
    auto checks = store::verify(*reader).value();
    const auto campaigns = runtime::checkCampaigns(*reader).value();
    checks.insert(checks.end(), campaigns.begin(), campaigns.end());
    for (const auto& check : checks)
        if (!check.ok)
            return check.name + ": " + check.detail;
    return {};
}

} // namespace

class TestPastWins : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string file() const
    {
        return m_folder.filePath(QString(QTest::currentTestFunction()) + ".gavel").toStdString();
    }

private Q_SLOTS:
    void aWinOfAnEarlierRunIsConfirmedOnce()
    {
        auto engine = openLive(file());
        QVERIFY(engine);
        const std::uint64_t shown = winOf(*engine, "ann");
        const std::uint64_t later = winOf(*engine, "bob");
        QVERIFY(shown != 0 && later != 0);
        QVERIFY(engine->recordDelivery(shown, EventKind::Impression, {}));
        for (int restart = 0; restart < 2; ++restart) {
            engine.reset();
            engine = openLive(file());
            QVERIFY(engine);
            QVERIFY(engine->recordDelivery(shown, EventKind::Impression, {}));
            for (const auto kind : {EventKind::Impression, EventKind::Click, EventKind::Conversion})
                for (int twice = 0; twice < 2; ++twice)
                    QVERIFY(engine->recordDelivery(later, kind, Money::units(3)));
        }
        QCOMPARE(logged(*engine, EventKind::Impression), 2);
        QCOMPARE(logged(*engine, EventKind::Click), 1);
        QCOMPARE(logged(*engine, EventKind::Conversion), 1);
        // the facts name what the win named, and the totals of the campaign hold them
        QCOMPARE(integerOf(*engine,
                           "SELECT count(DISTINCT campaign || ' ' || seat || ' ' || placement "
                           "|| ' ' || at) FROM event WHERE auction = "
                               + std::to_string(static_cast<std::int64_t>(later))),
                 1);
        QCOMPARE(integerOf(*engine, "SELECT sum(value_micros) FROM campaign_total"), 3'000'000);
        QCOMPARE(brokenCheck(*engine), std::string());
    }

    void aWinThatTheShardHasForgottenIsConfirmedOnce()
    {
        const auto engine = openLive(file());
        QVERIFY(engine);
        auto campaign = engine->campaign("camp-001");
        QVERIFY(campaign);
        campaign->budgetTotal = Money::units(1'000'000);
        campaign->budgetDay = {};
        QVERIFY(engine->publish({*campaign}, {}).errors.empty());
        const std::uint64_t first = winOf(*engine, "");
        QVERIFY(first != 0);
        std::uint64_t wins = 0;
        std::atomic<bool> woken{false};
        const auto port = engine->openLivePort([&] { woken = true; });
        std::uint64_t sent = 0;
        std::uint64_t answered = 0;
        while (wins < 8'192 && sent < 20'000) {
            while (sent - answered < 500 && port->submit(++sent, phoneOf(*engine, ""))) { }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            answered += port->drain([&](const runtime::LiveAnswer& answer) {
                wins += answer.clearing.winner >= 0 ? 1 : 0;
            });
        }
        QVERIFY(wins >= 8'192);
        for (int twice = 0; twice < 2; ++twice)
            QVERIFY(engine->recordDelivery(first, EventKind::Impression, {}));
        QCOMPARE(logged(*engine, EventKind::Impression), 1);
        QCOMPARE(brokenCheck(*engine), std::string());
    }

    void manyWhoTellTheSameAtOnceAreCountedOnce()
    {
        auto engine = openLive(file());
        QVERIFY(engine);
        const std::uint64_t won = winOf(*engine, "ann");
        engine.reset();
        engine = openLive(file());
        QVERIFY(engine);
        std::atomic<int> told{0};
        {
            std::vector<std::jthread> tellers;
            for (int i = 0; i < 8; ++i)
                tellers.emplace_back([&] {
                    if (engine->recordDelivery(won, EventKind::Impression, {}))
                        ++told;
                });
        }
        QCOMPARE(told.load(), 8);
        QCOMPARE(logged(*engine, EventKind::Impression), 1);
    }

    void whatWasNeverWonIsRefused()
    {
        const auto engine = openLive(file());
        QVERIFY(engine);
        const std::uint64_t won = winOf(*engine, "ann");
        for (const std::uint64_t auction : {won + 1, won ^ (std::uint64_t{5} << 32),
                                            std::uint64_t{0}, std::uint64_t{17}, UINT64_MAX}) {
            const auto told = engine->recordDelivery(auction, EventKind::Click, {});
            QVERIFY(!told);
            QCOMPARE(told.error().code, std::string("DATA_NOT_FOUND"));
        }
        QCOMPARE(logged(*engine, EventKind::Click), 0);
    }

    void theDaysCapHoldsAcrossRestarts()
    {
        // The demonstration shows each campaign to a user five times a day at most.
        std::map<std::string, int> wins;
        for (int run = 0; run < 3; ++run) {
            const auto engine = openLive(file());
            QVERIFY(engine);
            for (int i = 0; i < (run == 2 ? 12 : 2); ++i) {
                const auto answer = engine->auction(phoneOf(*engine, "ann"), 2'000);
                QVERIFY(answer);
                if (answer->clearing.winner >= 0)
                    ++wins[std::string(
                        engine->vocabulary()->campaigns.text(answer->row.winnerCampaign))];
            }
            QVERIFY(winOf(*engine, "someone else " + std::to_string(run)) != 0);
        }
        QVERIFY(!wins.empty());
        for (const auto& [campaign, count] : wins)
            QCOMPARE(count, 5);
    }
};

QTEST_GUILESS_MAIN(TestPastWins)
#include "test_past_wins.moc"
