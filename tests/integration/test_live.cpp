// SPDX-License-Identifier: GPL-3.0-or-later
// Those who listen at the collector's port, over real sockets.
#include "engine/gateway/collector/collector.h"
#include "engine/model/batch.h"
#include "tests/integration/live_client.h"
#include "tests/integration/rest_client.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;

namespace {

constexpr int kSmallBuffer = 65'536; ///< bytes of who reads nothing

/// A live market with the collector's port open; events are pushed one after the other.
struct LiveBed
{
    bool start(const gateway::LiveOptions& options = {})
    {
        runtime::EngineOptions wanted;
        wanted.workspace = folder.filePath("live.gavel").toStdString();
        wanted.scenarioFolder = GAVEL_SCENARIO_DIR;
        wanted.threads = 1;
        auto opened = runtime::Engine::open(wanted);
        if (!opened)
            return false;
        engine = std::move(*opened);
        return engine->goLive() && openCollector(options);
    }
    bool openCollector(const gateway::LiveOptions& options = {})
    {
        gateway::ServerOptions server;
        server.ports = {0};
        auto started = gateway::Collector::start(*engine, server, options);
        if (!started)
            return false;
        collector = std::move(*started);
        return true;
    }
    ~LiveBed() { collector.reset(); }
    std::uint16_t port() const { return collector->port(); }
    RestClient client() const { return RestClient(port()); }
    void push(const std::string& kind, const std::string& campaign = "camp-1")
    {
        const std::string id = std::to_string(++pushed);
        const std::string event = R"({"eventId":"e-)" + id
            + R"(","advertisementId":"ad-1","campaignId":")" + campaign + R"("})";
        QCOMPARE(client().post("/api/v1/events/ad/" + kind, event).status, 200U);
    }
    /// So many at once.
    void pushMany(int events)
    {
        std::string body;
        for (int i = 0; i < events; ++i)
            body += (i == 0 ? "[{\"eventId\":\"e-" : ",{\"eventId\":\"e-")
                + std::to_string(++pushed)
                + "\",\"eventType\":\"CLICK\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-"
                  "1\"}";
        QCOMPARE(client().post("/api/v1/events/batch", body + "]").status, 200U);
    }
    std::int64_t count(const char* name) const
    {
        return client().get("/api/v1/live").json().as_object().at(name).to_number<std::int64_t>();
    }

    QTemporaryDir folder;
    std::unique_ptr<runtime::Engine> engine;
    std::unique_ptr<gateway::Collector> collector;
    int pushed = 0;
};

int sequenceOf(const boost::json::value& message)
{
    return message.is_object() ? message.as_object().at("sequence").to_number<int>() : -1;
}

/// Of two steps of a batch, one behind the other.
bool isMove(const boost::json::value& before, const boost::json::value& after)
{
    const auto stateOf = [](const boost::json::value& step) {
        const std::string name(step.as_object().at("state").as_string());
        const auto* const found = std::ranges::find(model::kBatchStateNames, name);
        return static_cast<model::BatchState>(found - model::kBatchStateNames.begin());
    };
    return model::mayMove(stateOf(before), stateOf(after));
}

} // namespace

class LiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventStreamGoesOnWhereItWasCutOff();
    void aWebSocketGoesOnWhereItWasCutOff();
    void manyHearTheSame();
    void badWishesAreAnswered();
    void batchesTellTheirMoves();
    void onlySoManyMayListen();
    void whoFallsTooFarBehindIsDroppedAndGoesOn();
    void whoTakesNothingIsDropped();
};

void LiveTest::anEventStreamGoesOnWhereItWasCutOff()
{
    LiveBed bed;
    QVERIFY(bed.start());
    bed.push("click"); // before anybody listens
    const std::string target = "/api/v1/live/events?kind=CLICK&source=push";
    std::string id;
    {
        ListeningClient client(bed.port(), target);
        QVERIFY(client.head.starts_with("HTTP/1.1 200 "));
        QVERIFY(client.head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
        client.waitForBegin();
        for (const char* kind : {"click", "impression", "click"})
            bed.push(kind);
        const auto first = client.next();
        QCOMPARE(std::string(first.as_object().at("event").as_string()), std::string("click"));
        QCOMPARE(std::string(first.as_object().at("ad").as_string()), std::string("ad-1"));
        QCOMPARE(sequenceOf(first), 2);
        QCOMPARE(sequenceOf(client.next()), 4);
        id = client.id;
    }
    for (int i = 0; i < 3; ++i)
        bed.push("click"); // while it is away
    bed.collector.reset();
    QVERIFY(bed.openCollector());
    ListeningClient again(bed.port(), target, id);
    bed.push("click");
    for (const int sequence : {5, 6, 7, 8})
        QCOMPARE(sequenceOf(again.next()), sequence);
}

void LiveTest::aWebSocketGoesOnWhereItWasCutOff()
{
    LiveBed bed;
    QVERIFY(bed.start());
    const std::string target = "/api/v1/live/events/ws?source=push&campaign=camp-2";
    std::string place;
    {
        SocketClient client(bed.port(), target);
        QCOMPARE(std::string(client.next().as_object().at("kind").as_string()),
                 std::string("system")); // where it is
        for (const char* campaign : {"camp-2", "camp-1", "camp-2"})
            bed.push("impression", campaign);
        QCOMPARE(sequenceOf(client.next()), 1);
        const auto last = client.next();
        QCOMPARE(sequenceOf(last), 3);
        place = std::to_string(last.as_object().at("position").to_number<int>());
    }
    for (int i = 0; i < 3; ++i)
        bed.push("impression", "camp-2");
    SocketClient again(bed.port(), target + "&after=" + place);
    again.next();
    bed.push("impression", "camp-2");
    for (const int sequence : {4, 5, 6, 7})
        QCOMPARE(sequenceOf(again.next()), sequence);
}

void LiveTest::manyHearTheSame()
{
    LiveBed bed;
    QVERIFY(bed.start());
    std::vector<std::unique_ptr<ListeningClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(
            std::make_unique<ListeningClient>(bed.port(), "/api/v1/live/events?source=push"));
        clients.back()->waitForBegin();
    }
    for (int i = 0; i < 10; ++i)
        bed.push("click");
    for (const auto& client : clients)
        for (int sequence = 1; sequence <= 10; ++sequence)
            QCOMPARE(sequenceOf(client->next()), sequence);
    QCOMPARE(bed.count("clients"), 20);
    clients.clear();
    QTRY_COMPARE(bed.count("clients"), 0);
}

void LiveTest::badWishesAreAnswered()
{
    LiveBed bed;
    QVERIFY(bed.start());
    auto client = bed.client();
    QCOMPARE(client.get("/api/v1/live/quota").status, 404U);
    QCOMPARE(client.get("/api/v1/lives").status, 404U);
    QCOMPARE(client.get("/api/v1/live/events?kind=PURCHASE").status, 400U);
    QCOMPARE(client.get("/api/v1/live/events?after=soon").status, 400U);
    QCOMPARE(client.get("/api/v1/live/events/ws").status, 400U); // without Upgrade
    QCOMPARE(client.post("/api/v1/live/events", "{}").status, 405U);
    QCOMPARE(client.get("/api/v1/live").status, 200U); // the connection is as good as before
    QVERIFY_THROWS_EXCEPTION(boost::system::system_error,
                             SocketClient(bed.port(), "/api/v1/live/quota/ws"));
    QCOMPARE(bed.count("taken"), 0);
}

void LiveTest::batchesTellTheirMoves()
{
    LiveBed bed;
    QVERIFY(bed.start());
    const std::string target = "/api/v1/live/batches?source=push&state=distribution_completed";
    std::string id;
    {
        ListeningClient client(bed.port(), target);
        client.waitForBegin();
        bed.push("click");
        const auto told = client.next().as_object();
        QCOMPARE(std::string(told.at("kind").as_string()), std::string("batch"));
        QCOMPARE(std::string(told.at("source").as_string()), std::string("push"));
        QCOMPARE(std::string(told.at("state").as_string()), std::string("distribution_completed"));
        QCOMPARE(told.at("received").to_number<int>(), 1);
        QCOMPARE(told.at("stored").to_number<int>(), 1);
        const auto& moves = told.at("moves").as_array();
        QCOMPARE(std::string(moves.front().as_object().at("state").as_string()),
                 std::string("data_ingestion"));
        QCOMPARE(std::string(moves.back().as_object().at("state").as_string()),
                 std::string("distribution_completed"));
        for (std::size_t i = 1; i < moves.size(); ++i)
            QVERIFY(isMove(moves[i - 1], moves[i]));
        id = client.id;
    }
    bed.push("click"); // while it is away
    ListeningClient again(bed.port(), target, id);
    bed.push("click");
    for (const int behind : {1, 2})
        QCOMPARE(again.next().as_object().at("batch").to_number<int>(), std::stoi(id) + behind);
}

void LiveTest::onlySoManyMayListen()
{
    LiveBed bed;
    gateway::LiveOptions options;
    options.mostClients = 1;
    QVERIFY(bed.start(options));
    {
        ListeningClient first(bed.port(), "/api/v1/live/alerts");
        const auto second = bed.client().get("/api/v1/live/alerts");
        QCOMPARE(second.status, 503U);
        QCOMPARE(second.retryAfter, std::string("2"));
        QCOMPARE(std::string(second.json().as_object().at("error_code").as_string()),
                 std::string("LIVE_FULL"));
        QCOMPARE(bed.count("refused"), 1);
    }
    QTRY_COMPARE(bed.count("clients"), 0);
    QVERIFY(ListeningClient(bed.port(), "/api/v1/live/alerts").head.starts_with("HTTP/1.1 200 "));
}

void LiveTest::whoFallsTooFarBehindIsDroppedAndGoesOn()
{
    constexpr int kEvents = 30'000; // far more than the queue and the sockets hold
    LiveBed bed;
    gateway::LiveOptions options;
    options.mostBehind = 1'000;
    QVERIFY(bed.start(options));
    const std::string target = "/api/v1/live/events?source=push";
    ListeningClient slow(bed.port(), target, {}, kSmallBuffer);
    slow.waitForBegin();
    ListeningClient quick(bed.port(), target);
    quick.waitForBegin();
    int heard = 0;
    for (int events = 0; events < kEvents; events += 500) {
        bed.pushMany(500);
        for (; heard < events + 500; ++heard)
            QCOMPARE(sequenceOf(quick.next()), heard + 1);
    }
    QTRY_COMPARE(bed.count("dropped_slow"), 1);
    QTRY_COMPARE(bed.count("clients"), 1); // the quick one
    QCOMPARE(bed.count("dropped_stuck"), 0);
    int last = 0;
    for (int next = sequenceOf(slow.next()); next > 0; next = sequenceOf(slow.next())) {
        QCOMPARE(next, last + 1);
        last = next;
    }
    QVERIFY(last < kEvents);
    ListeningClient again(bed.port(), target, slow.id);
    for (int next = last + 1; next <= kEvents; ++next)
        QCOMPARE(sequenceOf(again.next()), next);
}

void LiveTest::whoTakesNothingIsDropped()
{
    LiveBed bed;
    gateway::LiveOptions options;
    options.patience = std::chrono::milliseconds(1'000);
    QVERIFY(bed.start(options));
    const std::string target = "/api/v1/live/events?source=push";
    ListeningClient idle(bed.port(), "/api/v1/live/events?source=nobody");
    idle.waitForBegin();
    ListeningClient stuck(bed.port(), target, {}, kSmallBuffer);
    stuck.waitForBegin();
    for (int i = 0; i < 90; ++i) // far more than the queue and the sockets hold
        bed.pushMany(500);
    QTRY_COMPARE_WITH_TIMEOUT(bed.count("dropped_stuck"), 1, 20'000);
    QCOMPARE(bed.count("dropped_slow"), 0);
    QTRY_COMPARE(bed.count("clients"), 1); // who has nothing to take may wait
}

QTEST_GUILESS_MAIN(LiveTest)
#include "test_live.moc"
