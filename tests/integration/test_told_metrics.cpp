// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics and events at a webhook, through restarts, against a recount of the log.
#include "engine/base/json.h"
#include "engine/pipeline/counters/counter_book.h"
#include "engine/store/event_writer.h"
#include "tests/integration/distribution_bed.h"
#include "tests/integration/scripted_service.h"

#include <random>
#include <set>

using namespace gavel;
using model::EventKind;

namespace json = boost::json;

namespace {

constexpr TimeMs kNewYear{1'767'225'600'000}; // 2026-01-01 00:00 UTC

/// A market that counts, subscribers, and a sender, on a clock that the test sets.
class ToldBed
{
public:
    ToldBed()
    {
        for (const char* campaign : {"camp-1", "camp-2", "camp-3"})
            m_words->campaigns.intern(campaign);
        open();
    }
    ~ToldBed() { close(); }
    void open()
    {
        std::vector<store::Migration> rooms(pipeline::pipelineMigrations().begin(),
                                            pipeline::pipelineMigrations().end());
        rooms.insert(rooms.end(), health::healthMigrations().begin(),
                     health::healthMigrations().end());
        workspace
            = store::Workspace::open(m_folder.filePath("w.gavel").toStdString(), rooms).value();
        m_writer = std::make_unique<store::EventWriter>(*workspace);
        m_book = pipeline::CounterBook::open(*workspace, *m_writer).value();
        const auto run = m_writer->beginRun("live", {}).value();
        m_source = m_writer->addSource(run, "shard-0").value();
        m_writer->attach(m_ring, m_source, m_words).value();
        m_sequence = 0;
        desk = runtime::Subscriptions::open({*workspace, clock, 7, [](const auto&) {}}).value();
        m_distribution = std::make_unique<gateway::Distribution>(*desk, clock);
    }
    void close()
    {
        m_distribution.reset();
        desk.reset();
        m_book.reset();
        m_writer.reset();
        workspace.reset();
    }
    /// Some of the minute that runs and of the two before.
    void happen(int events)
    {
        for (int i = 0; i < events; ++i) {
            model::DeliveryEvent event;
            event.kind = m_random() % 4 == 0 ? EventKind::Click : EventKind::Impression;
            event.sequence = ++m_sequence;
            event.at = TimeMs{clock.now().value
                              - static_cast<std::int64_t>(m_random() % (3 * base::kMinuteMs))};
            event.campaign = 1 + m_random() % 3;
            QVERIFY(m_ring.push(event));
        }
        m_book->flush().value();
    }
    /// A moment later, since what failed is tried again then.
    bool isAllTold()
    {
        clock.set(clock.now() + 1);
        return desk->subscribers().at(0).lag == 0;
    }

    base::ManualClock clock{kNewYear};
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<runtime::Subscriptions> desk;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<model::Vocabulary> m_words = std::make_shared<model::Vocabulary>();
    base::SpscRing<model::DeliveryEvent> m_ring{4'096};
    std::unique_ptr<store::EventWriter> m_writer;
    std::unique_ptr<pipeline::CounterBook> m_book;
    std::unique_ptr<gateway::Distribution> m_distribution;
    std::uint32_t m_source = 0;
    std::uint64_t m_sequence = 0;
    std::mt19937 m_random{7};
};

std::string hookOf(const char* words, std::uint16_t port)
{
    const std::string place = "http://127.0.0.1:" + std::to_string(port) + "/";
    return documentOf({"{\"name\": \"board\", \"channel\": \"webhook\", \"format\": \"jsonl\", "
                       + std::string(words)
                       + ", \"batch\": {\"most_messages\": 7, \"most_wait_ms\": 0}, \"place\": \""
                       + place
                       + "\", \"retry\": {\"attempts\": 9, \"first_ms\": 1, \"most_ms\": 1}}"},
                      {port});
}

/// Every message, of each key of a parcel once.
std::vector<json::object> messagesOf(const ScriptedService& service)
{
    std::vector<json::object> messages;
    std::map<std::string, std::string> bodies;
    for (const ReceivedRequest& request : service.received()) {
        const auto [known, isNew] = bodies.try_emplace(request.key, request.body);
        if (known->second != request.body)
            qWarning("%s came with two bodies", request.key.c_str());
        if (!isNew)
            continue;
        for (const QByteArray& line : QByteArray::fromStdString(request.body).split('\n'))
            if (!line.isEmpty())
                messages.push_back(
                    base::parseJson(line.toStdString(), "message").value().as_object());
    }
    return messages;
}

} // namespace

class ToldMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldIsWhatTheLogSays();
    void eventsComeOnceAndInOrder();
};

void ToldMetricsTest::whatIsToldIsWhatTheLogSays()
{
    ScriptedService service(Script{{500}, {200}, {503}});
    ToldBed bed;
    bed.desk
        ->setDocument(hookOf(R"("messages": ["metric"], "spans": ["minute"])", service.port()),
                      "Mina")
        .value();
    for (int minute = 0; minute < 6; ++minute) {
        bed.happen(200);
        if (minute % 2 == 1) {
            bed.close(); // somewhere on the way
            bed.open();
        }
        bed.clock.set(bed.clock.now() + base::kMinuteMs);
        if (minute % 2 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(bed.isAllTold(), 20'000);
    }
    // The newest of each minute of a campaign, and the same counted in the log.
    const auto told = [&] {
        std::map<std::string, std::string> newest;
        for (const auto& message : messagesOf(service))
            newest[std::string(message.at("key").as_string()) + " "
                   + std::string(message.at("from").as_string())]
                = std::to_string(message.at("impressions").to_number<int>()) + " "
                + std::to_string(message.at("clicks").to_number<int>());
        return newest;
    };
    auto reader = bed.workspace->reader().value();
    auto count = reader
                     .prepare("SELECT c.text || ' ' || strftime('%Y-%m-%dT%H:%M:00Z', e.at / 1000, "
                              "'unixepoch') AS k, sum(e.kind = 3) || ' ' || sum(e.kind = 5) "
                              "FROM event e JOIN name c ON c.id = e.campaign GROUP BY k")
                     .value();
    std::map<std::string, std::string> counted;
    while (count.step().value())
        counted[std::string(count.text(0))] = std::string(count.text(1));
    QVERIFY(counted.size() > 20);
    QTRY_VERIFY_WITH_TIMEOUT(told() == counted, 20'000);
    // Every place once: nothing was told under two keys.
    std::set<int> places;
    for (const auto& message : messagesOf(service))
        QVERIFY(places.insert(message.at("position").to_number<int>()).second);
}

void ToldMetricsTest::eventsComeOnceAndInOrder()
{
    ScriptedService service(Script{{200}, {500}});
    ToldBed bed;
    bed.happen(5); // before there is a subscriber
    bed.desk
        ->setDocument(hookOf(R"("messages": ["event"], "events": ["click"], "fields": )"
                             R"([{"name": "position"}, {"name": "event", "as": "what"}])",
                             service.port()),
                      "Mina")
        .value();
    for (int round = 0; round < 4; ++round) {
        bed.happen(100);
        bed.close();
        bed.open();
    }
    bed.happen(1);
    QTRY_VERIFY_WITH_TIMEOUT(bed.isAllTold(), 20'000);
    auto reader = bed.workspace->reader().value();
    const auto clicks = reader
                            .integer("SELECT count(*) FROM event WHERE kind = 5 AND NOT "
                                     "(key >> 40 = (SELECT min(id) FROM source) AND "
                                     "key & 1099511627775 <= 5)")
                            .value();
    const auto messages = messagesOf(service);
    QCOMPARE(static_cast<std::int64_t>(messages.size()), clicks);
    int place = 5;
    for (const auto& message : messages) {
        QCOMPARE(message.size(), std::size_t{2});
        QCOMPARE(std::string(message.at("what").as_string()), std::string("click"));
        QVERIFY(message.at("position").to_number<int>() > place);
        place = message.at("position").to_number<int>();
    }
    QVERIFY(service.received().front().key.starts_with("board.events:"));
}

QTEST_GUILESS_MAIN(ToldMetricsTest)
#include "test_told_metrics.moc"
