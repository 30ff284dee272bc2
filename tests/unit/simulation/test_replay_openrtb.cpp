// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/replay_openrtb.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace gavel;

namespace {

/// JSON written with single quotes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray request(const char* tag, int device, const char* country, const char* keywords,
                   const char* segment, const char* floor = "")
{
    return quoted(QByteArray("{'id':'r','imp':[{'id':'1','tagid':'") + tag + "','banner':{}" + floor
                  + "}],'site':{'id':'s','publisher':{'id':'pub_001'}},'device':{'devicetype':"
                  + QByteArray::number(device) + ",'geo':{'country':'" + country
                  + "'}},'user':{'id':'u1','keywords':'" + keywords
                  + "','data':[{'segment':[{'id':'" + segment + "'}]}]}}\n");
}

std::string outcome(int line, const char* campaign, const char* size, const char* price,
                    const char* floor)
{
    return quoted("{'line':" + QByteArray::number(line)
                  + ",'id':'r','outcomes':[{'imp':'1','won':true,'seat':'dsp-001','campaign':'"
                  + campaign + "','creative':'" + campaign + "-" + size + "','price':" + price
                  + ",'floor':" + floor + ",'bids':1}]}")
        .toStdString();
}

bool contains(const std::string& line, const char* part)
{
    return line.find(quoted(part).toStdString()) != std::string::npos;
}

} // namespace

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
        // Mobile at a floor of 2.0: 2.0 x 1.1 = 2.2 > 0.78.
        const auto summary
            = replay(request("mobile_banner_1", 4, "USA", "gaming,mobile-apps", "some")
                     + request("sidebar_1", 2, "US", "fashion", "high-income")
                     + request("mobile_banner_1", 1, "CAN", "gaming,mobile-apps", "some",
                               ",'bidfloor':2000"));
        QCOMPARE(m_lines.size(), std::size_t{3});
        QCOMPARE(m_lines[0], outcome(1, "camp-001", "320x50", "780", "250"));
        QCOMPARE(m_lines[1], outcome(2, "camp-002", "300x250", "600", "300"));
        QCOMPARE(m_lines[2], outcome(3, "camp-001", "320x50", "2200", "2000"));
        QCOMPARE(summary.impressions, std::uint64_t{3});
        // 0.78 + 0.60 + 2.20; the publishers get nine tenths.
        QCOMPARE(summary.cost.micros, std::int64_t{3'580'000});
        QCOMPARE(summary.revenue.micros, std::int64_t{3'222'000});
    }

    void whoDoesNotMatchGetsNothing()
    {
        const auto summary = replay(request("sidebar_1", 5, "US", "gaming", "some"));
        QCOMPARE(summary.impressions, std::uint64_t{0});
        QVERIFY(contains(m_lines.front(), "[{'imp':'1','won':false,'floor':300,'bids':0}]"));
    }

    void aBadLineIsToldAndTheReplayGoesOn()
    {
        const auto summary = replay(quoted("{'id':'x'}\n\nnot json\n")
                                    + request("mobile_banner_1", 4, "US", "gaming", "s",
                                              ",'bidfloor':1,'bidfloorcur':'XXX'")
                                    + request("mobile_banner_1", 4, "US", "gaming", "s"));
        QCOMPARE(summary.refused, std::uint64_t{3});
        QCOMPARE(summary.auctions, std::uint64_t{1});
        QCOMPARE(m_lines.size(), std::size_t{4});
        QVERIFY(contains(m_lines[0], "{'line':1,'error':{'code':'INVALID_REQUEST','where':'imp"));
        QVERIFY(contains(m_lines[1], "{'line':3,'error'"));
        QVERIFY(contains(m_lines[2], "'where':'imp[0].bidfloorcur'"));
        QVERIFY(contains(m_lines[3], "'won':true"));
    }

    void aMissingFileIsAnError()
    {
        for (const char* path : {"/nowhere.jsonl", "/"})
            QVERIFY(!simulation::replayOpenRtb(path, m_demo, 1, [](std::string_view) {}));
    }
};

QTEST_GUILESS_MAIN(TestReplayOpenrtb)
#include "test_replay_openrtb.moc"
