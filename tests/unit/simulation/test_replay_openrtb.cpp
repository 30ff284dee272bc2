// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay_openrtb.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace gavel;

class TestReplayOpenrtb : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    simulation::Scenario m_demo;
    std::vector<std::string> m_lines;

    simulation::ReplaySummary replay(const QByteArray& requests)
    {
        QFile file(m_folder.filePath("requests.jsonl"));
        if (!file.open(QIODevice::WriteOnly) || file.write(requests) != requests.size())
            qFatal("cannot write the requests");
        file.close();
        m_lines.clear();
        const auto summary
            = simulation::replayOpenRtb(file.fileName().toStdString(), m_demo, 1,
                                        [&](std::string_view line) { m_lines.emplace_back(line); });
        if (!summary)
            qFatal("%s", base::toString(summary.error()).c_str());
        return *summary;
    }

    static QByteArray request(const char* tag, int device, const char* country,
                              const char* keywords, const char* segment, const char* floor = "")
    {
        return QByteArray(R"({"id":"r","imp":[{"id":"1","tagid":")") + tag + R"(","banner":{})"
            + floor + R"(}],"site":{"id":"s","publisher":{"id":"pub_001"}},"device":{"devicetype":)"
            + QByteArray::number(device) + R"(,"geo":{"country":")" + country
            + R"("}},"user":{"id":"u1","keywords":")" + keywords
            + R"(","data":[{"segment":[{"id":")" + segment + "\"}]}]}}\n";
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = simulation::loadScenario(GAVEL_SOURCE_DIR "/resources/scenarios/demo.json");
        if (!demo)
            qFatal("%s", base::toString(demo.error()).c_str());
        m_demo = *demo;
    }

    void demoPricesAreThoseOfTheContract()
    {
        // Prices are for one impression; the lines quote them per thousand. Alone, a winner pays
        // its own bid. Mobile, two interests, no segment of the market: 0.5 x 1.2 x 1.2 = 0.72 >
        // 0.25 x 1.1. Desktop, one interest and one segment: 0.5 x 1.2 x 1.0 = 0.60 > 0.30 x 1.1.
        // Mobile at a floor of 2.0: 2.0 x 1.1 = 2.2 > 0.72.
        const auto summary = replay(request("mobile_banner_1", 4, "USA", "gaming,mobile-apps", "")
                                    + request("sidebar_1", 2, "US", "fashion", "high-income")
                                    + request("mobile_banner_1", 1, "CAN", "gaming,mobile-apps", "",
                                              R"(,"bidfloor":2000)"));
        QCOMPARE(m_lines.size(), std::size_t{3});
        const auto expected = [](int line, const char* campaign, const char* size,
                                 const char* price, const char* floor) {
            return R"({"line":)" + std::to_string(line)
                + R"(,"id":"r","outcomes":[{"imp":"1","won":true,"seat":"dsp-001","campaign":")"
                + campaign + R"(","creative":")" + campaign + "-" + size + R"(","price":)" + price
                + R"(,"floor":)" + floor + R"(,"bids":1}]})";
        };
        QCOMPARE(m_lines[0], expected(1, "camp-001", "320x50", "720", "250"));
        QCOMPARE(m_lines[1], expected(2, "camp-002", "300x250", "600", "300"));
        QCOMPARE(m_lines[2], expected(3, "camp-001", "320x50", "2200", "2000"));
        QCOMPARE(summary.impressions, std::uint64_t{3});
        // 0.72 + 0.60 + 2.20; the publishers get nine tenths.
        QCOMPARE(summary.cost, Money{3'520'000});
        QCOMPARE(summary.revenue, Money{3'168'000});
    }

    void whoDoesNotMatchGetsNothing()
    {
        const auto summary = replay(request("sidebar_1", 5, "US", "gaming", ""));
        QCOMPARE(summary.impressions, std::uint64_t{0});
        QCOMPARE(
            m_lines.front(),
            std::string(
                R"({"line":1,"id":"r","outcomes":[{"imp":"1","won":false,"floor":300,"bids":0}]})"));
    }

    void aBadLineIsToldAndTheReplayGoesOn()
    {
        const auto summary = replay(QByteArray("{\"id\":\"x\"}\n\nnot json\n")
                                    + request("mobile_banner_1", 4, "US", "gaming", "",
                                              R"(,"bidfloor":1,"bidfloorcur":"XXX")")
                                    + request("mobile_banner_1", 4, "US", "gaming", ""));
        QCOMPARE(summary.refused, std::uint64_t{3});
        QCOMPARE(summary.auctions, std::uint64_t{1});
        QCOMPARE(m_lines.size(), std::size_t{4});
        QVERIFY(m_lines[0].find(R"({"line":1,"error":{"code":"INVALID_REQUEST","where":"imp")")
                == 0);
        QVERIFY(m_lines[1].find(R"({"line":3,"error")") == 0);
        QVERIFY(m_lines[2].find(R"("where":"imp[0].bidfloorcur")") != std::string::npos);
        QVERIFY(m_lines[3].find(R"("won":true)") != std::string::npos);
    }

    void aMissingFileIsAnError()
    {
        QVERIFY(!simulation::replayOpenRtb("/nowhere.jsonl", m_demo, 1, [](std::string_view) {}));
    }
};

QTEST_GUILESS_MAIN(TestReplayOpenrtb)
#include "test_replay_openrtb.moc"
