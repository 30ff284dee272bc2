// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/replay_ipinyou.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace gavel;
using simulation::IpinyouReplay;
using simulation::replayIpinyou;

namespace {

constexpr const char* kLog = GAVEL_SHARED_DATA "/ipinyou_2997_rlb/test.theta.txt";
constexpr const char* kInfo = GAVEL_SHARED_DATA "/ipinyou_price_hist/2997.info.json";

} // namespace

class TestReplayIpinyou : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    std::filesystem::path write(const char* name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName().toStdString();
    }

    /// Ten training impressions at 10, 20 ... 100: CPM 55, one click, so 550 for a click; average
    /// CTR 0.1.
    std::filesystem::path info() const
    {
        QByteArray counts;
        for (int price = 0; price <= 300; ++price)
            counts += price == 0 ? "0" : price <= 100 && price % 10 == 0 ? ",1" : ",0";
        return write("info.json",
                     "{\"price_counter_train\": [" + counts
                         + "], \"imp_train\": 10, \"clk_train\": 1, \"cost_train\": 550}");
    }

private Q_SLOTS:
    void publishedFiguresOfCampaign2997_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::addColumn<int>("impressions");
        QTest::addColumn<int>("clicks");
        QTest::addColumn<int>("cost");
        // Cai et al., "Real-time bidding by reinforcement learning in display advertising", WSDM
        // 2017: N = 1000, 1/32.
        QTest::newRow("mcpc") << static_cast<int>(model::StrategyKind::TargetCpc) << 14752 << 48
                              << 307751;
        QTest::newRow("lin") << static_cast<int>(model::StrategyKind::Linear) << 32208 << 71
                             << 203610;
    }

    void publishedFiguresOfCampaign2997()
    {
        if (!QFile::exists(kLog) || !QFile::exists(kInfo))
            QSKIP("the iPinYou log of campaign 2997 is not here");
        QFETCH(int, strategy);
        QFETCH(int, impressions);
        QFETCH(int, clicks);
        QFETCH(int, cost);
        IpinyouReplay replay;
        replay.log = kLog;
        replay.trainInfo = kInfo;
        replay.strategy = static_cast<model::StrategyKind>(strategy);
        const auto summary = replayIpinyou(replay);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->auctions, std::uint64_t{156'063});
        QCOMPARE(static_cast<int>(summary->impressions), impressions);
        QCOMPARE(static_cast<int>(summary->clicks), clicks);
        QCOMPARE(summary->cost.micros, Money::units(cost).micros);
    }

    void everyEpisodeHasItsOwnBudget()
    {
        // Budget of four auctions at 1/2: floor(55 x 1/2 x 4) = 110. mcpc bids floor(ctr x 550).
        // Episode 1: 0.2 bids 110 and pays 60; then min(110, 50) = 50 loses at 60, wins at 50; then
        // nothing is left. Episode 2 (two auctions only, the whole budget): bid 55 wins the tie at
        // 55; bid 54 loses at 55.
        IpinyouReplay replay;
        replay.log
            = write("log.txt", "1 60 0.2\n0 60 0.2\n1 50 0.2\n0 1 0.2\n1 55 0.1\n0 55 0.0999\n");
        replay.trainInfo = info();
        replay.budgetDenominator = 2;
        replay.episode = 4;
        const auto summary = replayIpinyou(replay);
        if (!summary)
            QFAIL(base::toString(summary.error()).c_str());
        QCOMPARE(summary->auctions, std::uint64_t{6});
        QCOMPARE(summary->impressions, std::uint64_t{3});
        QCOMPARE(summary->clicks, std::uint64_t{3});
        QCOMPARE(summary->cost.micros, Money::units(60 + 50 + 55).micros);
    }

    void bidsAreAtMostThreeHundred()
    {
        IpinyouReplay replay;
        replay.log = write("dear.txt", "0 300 0.9\n0 301 0.9\n");
        replay.trainInfo = info();
        replay.budgetDenominator = 1;
        const auto summary = replayIpinyou(replay);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->impressions, std::uint64_t{1});
    }

    void constantBidsAsItWasTold()
    {
        IpinyouReplay replay;
        replay.log = write("flat.txt", "0 30 0.5\n0 31 0.5\n0 29 0\n");
        replay.trainInfo = info();
        replay.strategy = model::StrategyKind::Constant;
        replay.base = 30;
        replay.budgetDenominator = 1;
        const auto summary = replayIpinyou(replay);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->impressions, std::uint64_t{2});
        QCOMPARE(summary->cost.micros, Money::units(59).micros);
    }

    void everyStrategyOfTheProtocolRuns()
    {
        for (const auto kind : {model::StrategyKind::Random, model::StrategyKind::Ortb,
                                model::StrategyKind::Constant}) {
            IpinyouReplay replay;
            replay.log = write("some.txt", "0 30 0.1\n1 31 0.2\n0 29 0.05\n");
            replay.trainInfo = info();
            replay.strategy = kind;
            const auto first = replayIpinyou(replay);
            const auto again = replayIpinyou(replay);
            QVERIFY(first.has_value() && again.has_value());
            QCOMPARE(first->digest, again->digest);
        }
    }

    void badInputIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("no price") << QByteArray("0 30 0.1\n1\n") << QByteArray("bad.txt line 2");
        QTest::newRow("click of two") << QByteArray("2 30 0.1\n") << QByteArray("bad.txt line 1");
        QTest::newRow("negative price")
            << QByteArray("0 -30 0.1\n") << QByteArray("bad.txt line 1");
        QTest::newRow("probability of two")
            << QByteArray("0 30 2\n") << QByteArray("bad.txt line 1");
        QTest::newRow("not a number") << QByteArray("0 30 nan\n") << QByteArray("bad.txt line 1");
        QTest::newRow("more than three")
            << QByteArray("0 30 0.1 9\n") << QByteArray("bad.txt line 1");
        QTest::newRow("empty line") << QByteArray("\n") << QByteArray("bad.txt line 1");
    }

    void badInputIsToldWithItsLine()
    {
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, where);
        IpinyouReplay replay;
        replay.log = write("bad.txt", log);
        replay.trainInfo = info();
        const auto summary = replayIpinyou(replay);
        QVERIFY(!summary);
        QCOMPARE(summary.error().where, where.toStdString());
    }

    void aFolderIsNoFile()
    {
        IpinyouReplay replay;
        replay.log = m_folder.path().toStdString();
        replay.trainInfo = info();
        QCOMPARE(replayIpinyou(replay).error().code, std::string("FILE_NOT_FOUND"));
        replay.log = write("one.txt", "0 30 0.001\n");
        replay.trainInfo = m_folder.path().toStdString();
        QCOMPARE(replayIpinyou(replay).error().code, std::string("FILE_NOT_FOUND"));
    }

    void badTrainingIsRefused()
    {
        IpinyouReplay replay;
        replay.log = write("log.txt", "0 30 0.1\n");
        for (const char* bad : {"{}", "[",
                                "{\"price_counter_train\": [1], \"imp_train\": 1, \"clk_train\": "
                                "1, \"cost_train\": 1}",
                                "{\"price_counter_train\": [-1]}"}) {
            replay.trainInfo = write("bad.json", bad);
            QVERIFY2(!replayIpinyou(replay), bad);
        }
        replay.trainInfo = "/nowhere.json";
        QVERIFY(!replayIpinyou(replay));
    }

    void optionsAreChecked()
    {
        IpinyouReplay replay;
        replay.log = write("log.txt", "0 30 0.1\n");
        replay.trainInfo = info();
        replay.strategy = model::StrategyKind::TargetRoas;
        QCOMPARE(replayIpinyou(replay).error().where, std::string("--strategy"));
        replay.strategy = model::StrategyKind::Linear;
        replay.episode = 0;
        QCOMPARE(replayIpinyou(replay).error().where, std::string("--episode"));
        replay.episode = 1;
        replay.base = -1;
        QCOMPARE(replayIpinyou(replay).error().where, std::string("--base"));
    }

    void ratiosAreReadExactly()
    {
        IpinyouReplay replay;
        QVERIFY(simulation::parseBudgetRatio("1/32", replay));
        QCOMPARE(replay.budgetDenominator / replay.budgetNumerator, std::int64_t{32});
        QVERIFY(simulation::parseBudgetRatio("0.125", replay));
        QCOMPARE(replay.budgetDenominator, replay.budgetNumerator * 8);
        for (const char* bad : {"", "0", "-1/2", "1/0", "a", "1/", "/2", "1/2/3", "5000"})
            QVERIFY2(!simulation::parseBudgetRatio(bad, replay), bad);
    }
};

QTEST_GUILESS_MAIN(TestReplayIpinyou)
#include "test_replay_ipinyou.moc"
