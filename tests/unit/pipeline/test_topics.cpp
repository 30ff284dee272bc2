// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/counters/counter_book.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/pipeline/topics/event_topic.h"
#include "engine/pipeline/topics/metric_topic.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::pipeline;
using model::DeliveryEvent;
using model::EventKind;

namespace {

using Ring = base::SpscRing<DeliveryEvent>;

constexpr TimeMs kNewYear{1'767'225'600'000}; // 2026-01-01 00:00 UTC, 09:00 in Seoul

/// A live market with a campaign of Seoul and two shards, and the topics of its file.
struct TopicBed
{
    TopicBed()
    {
        words->campaigns.intern("camp-1");
        words->creatives.intern("banner-1");
        campaign.id = "camp-1";
        campaign.advertiserId = "hanok";
        campaign.timeZone = "Asia/Seoul";
        model::Creative shown;
        shown.id = "banner-1";
        campaign.ads = {{"ad-1", "", {shown}}};
        const auto path = folder.filePath("topics.gavel").toStdString();
        workspace = store::Workspace::open(path, pipelineMigrations()).value();
        writer = std::make_unique<store::EventWriter>(*workspace);
        book = CounterBook::open(*workspace, *writer).value();
        const auto run = writer->beginRun("live", {}).value();
        book->learn(run, {&campaign, 1}, {}).value();
        for (int i = 0; i < 2; ++i) {
            const auto source = writer->addSource(run, "shard-" + std::to_string(i)).value();
            writer->attach(rings[i], source, words).value();
        }
        reader = std::make_unique<store::Connection>(workspace->reader().value());
        forget();
    }
    /// As after a restart.
    void forget()
    {
        events = std::make_unique<EventTopic>();
        metrics = std::make_unique<MetricTopic>(now);
    }
    void send(int shard, std::uint64_t sequence, EventKind kind, TimeMs at = kNewYear,
              std::int64_t amount = 0)
    {
        DeliveryEvent event;
        event.kind = kind;
        event.sequence = sequence;
        event.at = at;
        event.campaign = 1;
        event.creative = 1;
        event.amount = amount;
        QVERIFY(rings[shard].push(event));
    }
    void flush() { book->flush().value(); }
    KeptPlaces look(TopicLog& topic) { return topic.look(*workspace, *reader, now).value(); }
    /// "place source sequence" of all behind a place, read so many at a time.
    QStringList toldOf(std::uint64_t after, std::size_t most)
    {
        QStringList told;
        for (;;) {
            const auto read = events->read(*reader, after, most).value();
            if (read.empty())
                return told;
            for (const PlacedMessage& one : read)
                told << QStringLiteral("%1 %2 %3")
                            .arg(one.place)
                            .arg(QString::fromStdString(one.message->source))
                            .arg(one.message->fields.at("sequence").to_number<int>());
            after = read.back().place;
        }
    }
    /// "of key span from impressions clicks" of all behind a place.
    QStringList countedBehind(std::uint64_t after)
    {
        QStringList told;
        for (const PlacedMessage& one : metrics->read(*reader, after, 100).value()) {
            const auto& fields = one.message->fields;
            const auto text = [&](const char* name) {
                return QString::fromStdString(std::string(fields.at(name).as_string()));
            };
            told << text("of") + " " + text("key") + " " + text("span") + " " + text("from") + " "
                    + QString::number(fields.at("impressions").to_number<int>()) + " "
                    + QString::number(fields.at("clicks").to_number<int>());
        }
        return told;
    }

    TimeMs now = kNewYear;
    QTemporaryDir folder;
    std::shared_ptr<model::Vocabulary> words = std::make_shared<model::Vocabulary>();
    model::Campaign campaign;
    Ring rings[2]{Ring(64), Ring(64)};
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> writer;
    std::unique_ptr<CounterBook> book;
    std::unique_ptr<store::Connection> reader;
    std::unique_ptr<EventTopic> events;
    std::unique_ptr<MetricTopic> metrics;
};

} // namespace

class TopicsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventHasOnePlaceForEver();
    void anEventWaitsForThoseBeforeIt();
    void anEventTellsWhatItNames();
    void aMinuteTellsWhatItHasChanged();
    void aRestartTellsNothingTwice();
    void whatComesLateIsToldAgain();
};

void TopicsTest::everyEventHasOnePlaceForEver()
{
    TopicBed bed;
    bed.send(0, 1, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{1});
    bed.send(1, 1, EventKind::Click);
    bed.send(1, 2, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{3});
    bed.send(1, 3, EventKind::Click); // goes on in the stretch before
    bed.send(0, 2, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{5});
    const QStringList all = bed.toldOf(0, 100);
    QCOMPARE(all.size(), 5);
    QCOMPARE(all.mid(0, 3), (QStringList{"1 shard-0 1", "2 shard-1 1", "3 shard-1 2"}));
    QVERIFY(all.contains("4 shard-1 3") || all.contains("5 shard-1 3"));
    QVERIFY(all.contains("4 shard-0 2") || all.contains("5 shard-0 2"));
    QCOMPARE(bed.toldOf(0, 2), all);
    QCOMPARE(bed.toldOf(2, 1), all.mid(2));
    bed.forget();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{5});
    QCOMPARE(bed.toldOf(0, 100), all);
    // What came while nobody looked has its place behind the others.
    bed.send(0, 3, EventKind::Click);
    bed.flush();
    bed.forget();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{6});
    QCOMPARE(bed.toldOf(5, 100), QStringList{"6 shard-0 3"});
}

void TopicsTest::anEventWaitsForThoseBeforeIt()
{
    TopicBed bed;
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{0});
    for (const std::uint64_t sequence : {1, 2, 4})
        bed.send(0, sequence, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{2});
    bed.send(0, 3, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.events).newest, std::uint64_t{4});
    QCOMPARE(bed.toldOf(0, 100),
             (QStringList{"1 shard-0 1", "2 shard-0 2", "3 shard-0 3", "4 shard-0 4"}));
}

void TopicsTest::anEventTellsWhatItNames()
{
    TopicBed bed;
    bed.send(0, 1, EventKind::Win, kNewYear, 1'250'000); // nano-units: 0.00125
    bed.flush();
    bed.look(*bed.events);
    const auto read = bed.events->read(*bed.reader, 0, 1).value();
    const Message& win = read.at(0).message.value();
    QVERIFY(win.kind == MessageKind::Event);
    QVERIFY(win.at == kNewYear);
    QCOMPARE(win.event, std::string("win"));
    QCOMPARE(win.campaign, std::string("camp-1"));
    QCOMPARE(std::string(win.fields.at("ad").as_string()), std::string("ad-1"));
    QCOMPARE(std::string(win.fields.at("market").as_string()), std::string("live"));
    QCOMPARE(std::string(win.fields.at("price").as_string()), std::string("0.00125"));
    QVERIFY(!win.isQuarantined);
}

void TopicsTest::aMinuteTellsWhatItHasChanged()
{
    TopicBed bed;
    bed.send(0, 1, EventKind::Impression);
    bed.flush();
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{0}); // begins with the next change
    for (std::uint64_t sequence = 2; sequence <= 4; ++sequence)
        bed.send(0, sequence, EventKind::Impression);
    bed.send(0, 5, EventKind::Click);
    bed.flush();
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{0});
    bed.now = bed.now + base::kMinuteMs;
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{6});
    QCOMPARE(bed.countedBehind(0),
             (QStringList{"campaign camp-1 minute 2026-01-01T00:00:00Z 4 1",
                          "campaign camp-1 hour 2026-01-01T00:00:00Z 4 1",
                          "campaign camp-1 day 2025-12-31T15:00:00Z 4 1",
                          "ad ad-1 minute 2026-01-01T00:00:00Z 4 1",
                          "ad ad-1 hour 2026-01-01T00:00:00Z 4 1",
                          "ad ad-1 day 2025-12-31T15:00:00Z 4 1"}));
    const auto first = bed.metrics->read(*bed.reader, 0, 1).value();
    QCOMPARE(std::string(first.at(0).message->fields.at("ctr").as_string()),
             std::string("0.250000")); // 1 of 4
    QVERIFY(first.at(0).message->at == bed.now);
    bed.now = bed.now + base::kMinuteMs;
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{6}); // nothing has changed
}

void TopicsTest::aRestartTellsNothingTwice()
{
    TopicBed bed;
    bed.look(*bed.metrics);
    bed.send(0, 1, EventKind::Click);
    bed.flush();
    bed.forget(); // before it was told
    bed.look(*bed.metrics);
    bed.now = bed.now + base::kMinuteMs;
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{6});
    bed.forget(); // behind it
    bed.look(*bed.metrics);
    bed.now = bed.now + base::kMinuteMs;
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{6});
    QCOMPARE(bed.countedBehind(0).size(), 6);
}

void TopicsTest::whatComesLateIsToldAgain()
{
    TopicBed bed;
    bed.look(*bed.metrics);
    bed.send(0, 1, EventKind::Impression);
    bed.flush();
    bed.now = bed.now + base::kMinuteMs;
    bed.look(*bed.metrics);
    bed.send(1, 1, EventKind::Click); // of the first minute
    bed.flush();
    bed.now = bed.now + base::kMinuteMs;
    QCOMPARE(bed.look(*bed.metrics).newest, std::uint64_t{12});
    QCOMPARE(bed.countedBehind(6).at(3), QString("ad ad-1 minute 2026-01-01T00:00:00Z 1 1"));
}

QTEST_GUILESS_MAIN(TopicsTest)
#include "test_topics.moc"
