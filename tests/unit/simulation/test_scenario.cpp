// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/scenario.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>
#include <string>

using namespace gavel;
using simulation::loadScenario;
using simulation::parseScenario;
using simulation::Scenario;

namespace {

/// A whole scenario in 28 lines; tests change one line at a time.
const std::vector<std::string> kLines{
    R"({)",
    R"("title": "Small", "seed": 3, "shards": 2,)", // line 2
    R"("start": "2026-03-20T00:00:00+08:00", "duration_minutes": 60, "time_zone": "Asia/Shanghai",)",
    R"("rules": {"kind": "second"},)",
    R"("publishers": [{"id": "news", "domain": "news.example", "categories": ["IAB12"]}],)",
    R"("placements": [{"id": "top", "publisher_id": "news", "width": 300, "height": 250, "floor_cpm": 0.5}],)", // 6
    R"("seats": [)",
    R"({"id": "north", "deadline_ms": 50},)", // 8
    R"({"id": "rival", "kind": "log_normal", "deadline_ms": 50})",
    R"(],)",
    R"("campaigns": [)",
    R"({"id": "camp-1", "name": "One", "advertiser_id": "a", "seat_id": "north", "status": "active",)", // 12
    R"( "budget": {"total": 100}, "strategy": {"kind": "fixed_cpm", "cpm": 2},)",
    R"( "ads": [{"id": "ad", "creatives": [{"id": "cr", "width": 300, "height": 250}]}]})",
    R"(],)",
    R"("traffic": {"auctions": 1000,)", // 16
    R"( "placements": [{"id": "top", "weight": 2, "devices": ["mobile"]}],)",
    R"( "modulation": 0.1},)",
    R"("population": {"users": 100,)", // 19
    R"( "places": [{"country": "CN", "city": "Shanghai", "latitude": 31, "longitude": 121}],)",
    R"( "devices": [{"type": "mobile", "os": "iOS"}],)",
    R"( "ages": [{"from": 18, "to": 30}],)", // 22
    R"( "segments": [{"name": "young", "share": 0.4},)",
    R"(  {"name": "gamers", "share": 0.2, "with": "young", "share_with": 0.3}]},)", // 24
    R"("behaviour": {"shown": 1,)",
    R"( "click": {"rate": 0.01, "segment": {"young": 0.2}, "campaign": {"camp-1": 0.1}},)", // 26
    R"( "conversion": {"rate": 0.1}, "conversion_value": 10})",
    R"(})",
};

std::string text(std::size_t line = 0, const std::string& from = "", const std::string& to = "")
{
    std::string all;
    for (std::size_t i = 1; i <= kLines.size(); ++i) {
        std::string one = kLines[i - 1];
        if (i == line)
            one.replace(one.find(from), from.size(), to);
        all += one + "\n";
    }
    return all;
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryPart()
    {
        const auto scenario = parseScenario(text(), "small.json");
        if (!scenario)
            QFAIL(base::toString(scenario.error()).c_str());
        QCOMPARE(scenario->name, std::string("small"));
        QCOMPARE(scenario->seed, std::uint64_t{3});
        QCOMPARE(scenario->utcOffsetMinutes, 480);
        // 2026-03-19T16:00:00Z
        QCOMPARE(scenario->start.value, std::int64_t{1'773'936'000'000});
        QCOMPARE(scenario->end() - scenario->start, std::int64_t{3'600'000});
        QCOMPARE(scenario->seats.size(), std::size_t{2});
        QCOMPARE(scenario->traffic.placements.front().weight, 2.0);
        QCOMPARE(scenario->traffic.curve.size(), std::size_t{48});
        QVERIFY(std::abs(scenario->behaviour.click.baseLogit - std::log(0.01 / 0.99)) < 1e-12);
        QCOMPARE(scenario->behaviour.click.effects.size(), std::size_t{2});
    }

    void tellsFileLineAndField_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("field");
        const auto row
            = [](const char* name, int line, const char* from, const char* to, const char* field) {
                  QTest::newRow(name) << line << from << to << field;
              };
        row("unknown key", 2, "\"shards\"", "\"shard\"", "shard");
        row("no title", 2, "\"title\"", "\"description\"", "title");
        row("negative seed", 2, "3", "-3", "seed");
        row("no shards at all", 2, "\"shards\": 2", "\"shards\": 0", "shards");
        row("not a date", 3, "2026-03-20T", "2026-03-32T", "start");
        row("no duration", 3, "60", "0", "duration_minutes");
        row("no such zone", 3, "Asia/Shanghai", "Asia/Atlantis", "time_zone");
        row("no such rule", 4, "second", "third", "rules.kind");
        row("publisher unknown", 6, "\"news\"", "\"olds\"", "placements[0].publisher_id");
        row("no width", 6, "\"width\": 300,", "", "placements[0].width");
        row("negative floor", 6, "0.5", "-0.5", "placements[0].floor_cpm");
        row("deadline is text", 8, "50", "\"soon\"", "seats[0].deadline_ms");
        row("unknown key of a seat", 9, "deadline_ms", "deadline", "seats[1].deadline");
        row("seat twice", 9, "rival", "north", "seats[1].id");
        row("currency without rate", 9, "\"rival\"", "\"rival\", \"currency\": \"EUR\"",
            "seats[1].currency");
        row("campaign of a rival", 12, "\"north\"", "\"rival\"", "campaigns[0].seat_id");
        row("campaign of nobody", 12, "\"north\"", "\"south\"", "campaigns[0].seat_id");
        row("campaign without rate", 12, "\"north\"", "\"north\", \"currency\": \"EUR\"",
            "campaigns[0].currency");
        row("campaign of no currency", 12, "\"north\"", "\"north\", \"currency\": \"euro\"",
            "campaigns[0].currency");
        row("bad strategy", 13, "fixed_cpm", "guess", "campaigns[0].strategy.kind");
        row("no traffic", 16, "1000", "0", "traffic.auctions");
        row("curve too short", 16, "1000,", "1000, \"curve\": [1, 2],", "traffic.curve");
        row("curve negative", 16, "1000,", "1000, \"curve\": [1, -2],", "traffic.curve[1]");
        row("placement unknown", 17, "\"top\"", "\"side\"", "traffic.placements[0].id");
        row("device without placement", 17, "mobile", "desktop", "traffic.placements");
        row("modulation too wide", 18, "0.1", "1.5", "traffic.modulation");
        row("nobody lives", 19, "100", "0", "population.users");
        row("latitude past the pole", 20, "31", "131", "population.places[0].latitude");
        row("device without type", 21, "\"type\": \"mobile\", ", "", "population.devices[0].type");
        row("weightless devices", 21, "\"os\"", "\"weight\": 0, \"os\"", "population.devices");
        row("ages backwards", 22, "30", "17", "population.ages[0].to");
        row("share above one", 23, "0.4", "1.4", "population.segments[0].share");
        row("overlap with nobody", 24, "\"young\"", "\"old\"", "population.segments[1].with");
        row("impossible overlap", 24, "0.3", "0.9", "population.segments[1].share_with");
        row("rate of zero", 26, "0.01", "0", "behaviour.click.rate");
        row("effect on nobody", 26, "\"young\"", "\"elders\"", "behaviour.click.segment.elders");
        row("effect is text", 26, "0.2", "\"much\"", "behaviour.click.segment.young");
        row("effect on no campaign", 26, "camp-1", "camp-9", "behaviour.click.campaign.camp-9");
        row("value missing", 27, ", \"conversion_value\": 10", "", "behaviour.conversion_value");
    }

    void tellsFileLineAndField()
    {
        QFETCH(int, line);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, field);
        const auto broken
            = text(static_cast<std::size_t>(line), from.toStdString(), to.toStdString());
        const auto scenario = parseScenario(broken, "small.json");
        QVERIFY(!scenario);
        const auto& error = scenario.error();
        QVERIFY2(error.where.find("small.json") == 0, error.where.c_str());
        QVERIFY2(error.where.find("\"" + field.toStdString() + "\"") != std::string::npos,
                 base::toString(error).c_str());
        QVERIFY(!error.what.empty());
        QVERIFY(!error.advice.empty());
    }

    void aCampaignMayHaveACurrencyWithARate()
    {
        auto told
            = text(4, "\"rules\"",
                   "\"rates\": [{\"from\": \"EUR\", \"numerator\": 11, \"denominator\": 10}], "
                   "\"rules\"");
        told.replace(told.find("\"seat_id\": \"north\""), 18,
                     "\"seat_id\": \"north\", \"currency\": \"EUR\"");
        const auto scenario = parseScenario(told, "small.json");
        if (!scenario)
            QFAIL(base::toString(scenario.error()).c_str());
        QCOMPARE(scenario->campaigns.front().currency, *Currency::parse("EUR"));
    }

    void theLineIsTheFieldsOwn()
    {
        const auto scenario
            = parseScenario(text(9, "deadline_ms\": 50", "deadline_ms\": 0"), "small.json");
        QVERIFY(!scenario);
        QVERIFY2(scenario.error().where.find("line 9,") != std::string::npos,
                 scenario.error().where.c_str());
    }

    void theFirstErrorOfTheFileIsTold()
    {
        auto broken = text(26, "0.01", "7");
        broken.replace(broken.find("\"seed\": 3"), 9, "\"seed\": \"x\"");
        const auto scenario = parseScenario(broken, "small.json");
        QVERIFY(!scenario);
        QVERIFY(scenario.error().where.find("seed") != std::string::npos);
    }

    void whatIsNotJsonIsRefused()
    {
        for (const char* bad : {"", "{", "[]", "3", "{\"title\": 1,}", "{} {}", "\xff"}) {
            const auto scenario = parseScenario(bad, "bad.json");
            QVERIFY2(!scenario, bad);
        }
        QVERIFY(!loadScenario("/nowhere/at/all.json"));
    }

    void scenariosOfTheProgramLoad_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("seats");
        QTest::addColumn<int>("campaigns");
        QTest::newRow("demo") << "demo" << 1 << 2;
        QTest::newRow("city-day") << "city-day" << 6 << 60;
        QTest::newRow("ten-thousand") << "ten-thousand" << 20 << 10'000;
        QTest::newRow("week-hundred") << "week-hundred" << 4 << 100;
    }

    void scenariosOfTheProgramLoad()
    {
        QFETCH(QString, name);
        QFETCH(int, seats);
        QFETCH(int, campaigns);
        const auto scenario
            = loadScenario(GAVEL_SOURCE_DIR "/resources/scenarios/" + name.toStdString() + ".json");
        if (!scenario)
            QFAIL(base::toString(scenario.error()).c_str());
        QCOMPARE(scenario->name, name.toStdString());
        QCOMPARE(static_cast<int>(scenario->seats.size()), seats);
        QCOMPARE(static_cast<int>(scenario->campaigns.size()), campaigns);
        for (const auto& campaign : scenario->campaigns) {
            const auto errors = model::validate(campaign);
            QVERIFY2(errors.empty(), errors.empty() ? "" : base::toString(errors.front()).c_str());
        }
        const auto shares = scenario->halfHourShares();
        QCOMPARE(shares.size(), std::size_t{48});
        QVERIFY(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) < 1e-9);
    }

    void handlesDoNotDependOnWhoAsksFirst()
    {
        const auto scenario = parseScenario(text(), "small.json");
        QVERIFY(scenario.has_value());
        const auto one = scenario->setup(1, 2);
        const auto two = scenario->setup(1, 2);
        QVERIFY(one.vocabulary != two.vocabulary);
        QCOMPARE(one.vocabulary->campaigns.find("camp-1"),
                 two.vocabulary->campaigns.find("camp-1"));
        QVERIFY(one.vocabulary->of(model::Dimension::Segment).find("gamers") != base::kNone);
        QVERIFY(one.vocabulary->of(model::Dimension::Size).find("300x250") != base::kNone);
    }
};

QTEST_GUILESS_MAIN(TestScenario)
#include "test_scenario.moc"
