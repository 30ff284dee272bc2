// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/event_line.h"
#include "engine/simulation/replay/replay_events.h"
#include "engine/store/connection.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace gavel;
using namespace gavel::simulation;

namespace {

// One source: a thousand auctions, a win of 0.66 of which the publisher gets 0.594, shown, clicked
// and bought for 3.50; then a win of a rival.
const std::vector<std::string> kStory{
    R"({"source":4,"sequence":1,"kind":"requests","at":"2026-01-05T10:00:00Z","amount":1000})",
    R"({"source":4,"sequence":2,"kind":"bid","at":"2026-01-05T10:00:01Z","auction":"7","campaign":"camp-001","seat":"north","amount":700000000})",
    R"({"source":4,"sequence":3,"kind":"win","at":"2026-01-05T10:00:01.250Z","auction":"18446744073709551615","campaign":"camp-001","seat":"north","placement":"top","creative":"cr-1","user":"18446744073709551614","amount":660000000,"publisher":594000000,"bid":700000000,"floor":250000000})",
    R"({"source":4,"sequence":4,"kind":"impression","at":"2026-01-05T10:00:01.250Z","auction":"18446744073709551615","campaign":"camp-001","amount":660000000})",
    R"({"source":4,"sequence":5,"kind":"click","at":"2026-01-05T10:00:01.250Z","auction":"18446744073709551615","campaign":"camp-001","amount":1,"country":"KR","device":"mobile","segments":["vip","new"]})",
    R"({"source":4,"sequence":6,"kind":"conversion","at":"2026-01-05T10:00:01.250Z","auction":"18446744073709551615","campaign":"camp-001","amount":3500000})",
    R"({"source":4,"sequence":7,"kind":"win","at":"2026-01-05T10:00:02Z","auction":"9","seat":"rival","placement":"top","amount":1000000,"publisher":900000,"uncharged":true})",
};

} // namespace

class TestReplayEvents : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::vector<Error> m_refused;

    std::filesystem::path path(const QString& name) const
    {
        return m_folder.filePath(QString(QTest::currentTestFunction()) + name).toStdString();
    }
    std::filesystem::path fileOf(const std::vector<std::string>& lines,
                                 const char* name = ".jsonl") const
    {
        std::ofstream out(path(name), std::ios::binary);
        for (const auto& line : lines)
            out << line << "\n";
        return path(name);
    }
    Result<ReplaySummary> replay(const std::filesystem::path& file, const std::string& sender = "s")
    {
        m_refused.clear();
        return replayEvents({file, path(".gavel"), sender},
                            [this](const Error& error) { m_refused.push_back(error); });
    }
    std::string brokenCheck() const
    {
        const auto workspace = store::Workspace::open(path(".gavel"));
        auto reader = (*workspace)->reader();
        for (const auto& check : store::verify(*reader).value())
            if (!check.ok)
                return check.name + ": " + check.detail;
        return {};
    }

private Q_SLOTS:
    void theStoryIsStoredAndSummedUp()
    {
        const auto told = replay(fileOf(kStory));
        QVERIFY2(told, told ? "" : toString(told.error()).c_str());
        QCOMPARE(told->auctions, std::uint64_t{1000});
        QCOMPARE(told->bids, std::uint64_t{1});
        QCOMPARE(told->impressions, std::uint64_t{1});
        QCOMPARE(told->clicks, std::uint64_t{1});
        QCOMPARE(told->conversions, std::uint64_t{1});
        QCOMPARE(told->cost.micros, 661'000); // 0.66 + 0.001
        QCOMPARE(told->revenue.micros, 594'900);
        QCOMPARE(told->stored, std::uint64_t{7});
        QCOMPARE(told->refused, std::uint64_t{0});
        QCOMPARE(brokenCheck(), std::string());
    }

    void replayingTwiceChangesNothing()
    {
        const auto file = fileOf(kStory);
        const auto first = replay(file);
        const auto second = replay(file);
        QVERIFY(first && second);
        QCOMPARE(second->stored, std::uint64_t{0});
        QCOMPARE(second->duplicates, std::uint64_t{7});
        QCOMPARE(second->digest, first->digest);
        QCOMPARE(second->cost.micros, first->cost.micros);
        QCOMPARE(brokenCheck(), std::string());
        // another sender's source of the same number is another source
        QCOMPARE(replay(file, "other")->stored, std::uint64_t{7});
        QCOMPARE(brokenCheck(), std::string());
    }

    void theOrderOfTheLinesDoesNotMatter()
    {
        const auto first = replay(fileOf(kStory));
        auto turned = kStory;
        std::reverse(turned.begin(), turned.end());
        const auto second = replay(fileOf(turned, "turned.jsonl"), "turned");
        QVERIFY(first && second);
        QCOMPARE(second->stored, std::uint64_t{7});
        QCOMPARE(second->digest, first->digest);
        QCOMPARE(brokenCheck(), std::string());
    }

    void aBrokenLineIsNamedAndMayComeLater()
    {
        auto broken = kStory;
        broken[1] = "{\"source\":4,";
        broken[4].replace(broken[4].find("\"click\""), 7, "\"klick\"");
        broken.insert(broken.begin() + 2, "");
        const auto first = replay(fileOf(broken, "broken.jsonl"));
        QVERIFY(first);
        QCOMPARE(first->refused, std::uint64_t{2});
        QCOMPARE(first->stored, std::uint64_t{5});
        QCOMPARE(first->clicks, std::uint64_t{0});
        QCOMPARE(m_refused.size(), std::size_t{2});
        QVERIFY(m_refused[0].where.find("line 2") != std::string::npos);
        QVERIFY(m_refused[1].where.find("line 6, field \"kind\"") != std::string::npos);
        const auto second = replay(fileOf(kStory));
        QCOMPARE(second->stored, std::uint64_t{2});
        QCOMPARE(second->duplicates, std::uint64_t{5});
        QCOMPARE(second->clicks, std::uint64_t{1});
        QCOMPARE(brokenCheck(), std::string());
    }

    void everyWrongFieldIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* name, const char* from, const char* to, const char* field) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(field);
        };
        row("no source", "\"source\":4,", "", "source");
        row("source 0", "\"source\":4", "\"source\":0", "source");
        row("source of 2^23", "\"source\":4", "\"source\":8388608", "source");
        row("sequence 0", "\"sequence\":3", "\"sequence\":0", "sequence");
        row("sequence of 2^40", "\"sequence\":3", "\"sequence\":1099511627776", "sequence");
        row("sequence 1.5", "\"sequence\":3", "\"sequence\":1.5", "sequence");
        row("no time", "\"at\":\"2026-01-05T10:00:01.250Z\",", "", "at");
        row("month 13", "2026-01-05", "2026-13-05", "at");
        row("auction of 2^64", "18446744073709551615", "18446744073709551616", "auction");
        row("no auction", "\"auction\":\"18446744073709551615\",", "", "auction");
        row("campaign a number", "\"camp-001\"", "17", "campaign");
        row("user in letters", "18446744073709551614", "ann", "user");
        row("amount below 0", "\"amount\":660000000", "\"amount\":-1", "amount");
        row("amount of a million", "\"amount\":660000000", "\"amount\":1000000000001", "amount");
        row("above the bid", "\"amount\":660000000", "\"amount\":700000001", "amount");
        row("below the floor", "\"floor\":250000000", "\"floor\":660000001", "amount");
        row("publisher above the price", "594000000", "660000001", "publisher");
        row("a click with a floor", "\"kind\":\"win\"", "\"kind\":\"click\"", "publisher");
        row("segments in one text", "\"seat\"", "\"segments\":\"a\",\"seat\"", "segments");
        row("a segment without a name", "\"seat\"", "\"segments\":[\"\"],\"seat\"", "segments");
        row("country a number", "\"seat\"", "\"country\":7,\"seat\"", "country");
        row("unknown field", "\"seat\"", "\"sit\"", "sit");
    }
    void everyWrongFieldIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, field);
        QVERIFY(parseEventLine(kStory[2]));
        const auto line = QByteArray::fromStdString(kStory[2]).replace(from, to).toStdString();
        const auto event = parseEventLine(line);
        QVERIFY(!event);
        QCOMPARE(event.error().where, field.toStdString());
    }

    void aLineReadsBackAsItWasWritten()
    {
        for (const auto& line : kStory) {
            const auto event = parseEventLine(line);
            QVERIFY(event);
            QVERIFY(parseEventLine(eventLine(*event)).value() == *event);
        }
    }

    void whatIsExportedIsTheSameLogElsewhere()
    {
        const auto first = replay(fileOf(kStory));
        const auto copy = path("copy.jsonl");
        QCOMPARE(exportEvents(path(".gavel"), "", copy).value(), std::uint64_t{7});
        QCOMPARE(exportEvents(path(".gavel"), "live", path("live.jsonl")).value(),
                 std::uint64_t{0});
        const auto again = replayEvents({copy, path("other.gavel"), "s"}, [](const Error&) {});
        QVERIFY(again);
        QCOMPARE(again->stored, std::uint64_t{7});
        QCOMPARE(again->digest, first->digest);
    }

    void aFileThatIsNotThereAndASenderThatIsNoIdAreRefused()
    {
        QCOMPARE(replay(path("none")).error().code, std::string("FILE_NOT_FOUND"));
        QCOMPARE(replay(fileOf(kStory), "a b").error().where, std::string("sender"));
    }
};

QTEST_GUILESS_MAIN(TestReplayEvents)
#include "test_replay_events.moc"
