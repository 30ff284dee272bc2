// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/collector.h"
#include "engine/runtime/pipeline_desk.h"
#include "tests/integration/market_bed.h"
#include "tests/integration/rest_client.h"
#include "tests/integration/stream_client.h"

using namespace gavel;

namespace {

std::string clickOf(const std::string& id)
{
    return R"({"eventId":")" + id
        + R"(","eventType":"CLICK","advertisementId":"ad-1","campaignId":"camp-1"})";
}

/// Without an id: known by its place in its source.
const std::string kNameless
    = R"({"eventType":"CLICK","advertisementId":"ad-1","campaignId":"camp-1"})";

int at(const json::value& answer, const char* key)
{
    return static_cast<int>(numberAt(answer, key));
}

struct StreamBed
{
    bool start() { return market.start() && open(); }
    bool open()
    {
        gateway::ServerOptions options;
        options.ports = {0};
        auto started = gateway::Collector::start(market.engine(), options);
        if (!started)
            return false;
        collector = std::move(*started);
        return true;
    }
    ~StreamBed() { collector.reset(); }
    std::uint16_t port() const { return collector->port(); }
    runtime::Completeness counts(const std::string& name)
    {
        for (const auto& view : market.engine().pipeline().sources())
            if (view.name == name && view.collector == "stream")
                return view.counts;
        return {};
    }

    MarketBed market;
    std::unique_ptr<gateway::Collector> collector;
};

} // namespace

class StreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMessageIsAcknowledgedWhenItIsDurable();
    void whatIsSentAgainCountsOnce();
    void badMessagesAreRefusedAndCounted();
    void aMessageThatMayNotBeEndsTheStream_data();
    void aMessageThatMayNotBeEndsTheStream();
    void halfAMessageIsNoMessage();
    void manyMessagesAreAnsweredInTheirOrder();
    void onlyWhoMayOpensAStream();
};

void StreamTest::eachMessageIsAcknowledgedWhenItIsDurable()
{
    StreamBed bed;
    QVERIFY(bed.start());
    StreamClient client(bed.port(), "?source=edge-1");
    QCOMPARE(client.status(), 101U);
    QCOMPARE(textAt(client.hello, "source"), std::string("edge-1"));
    QCOMPARE(at(client.hello, "sequence"), 0);
    QCOMPARE(at(client.call(clickOf("s-1")), "stored"), 1);
    const auto list = client.call("[" + clickOf("s-2") + ",\n " + clickOf("s-1") + "]");
    QCOMPARE(at(list, "ack"), 2);
    QCOMPARE(at(list, "received"), 2);
    QCOMPARE(at(list, "stored"), 1);
    QCOMPARE(at(list, "duplicate"), 1);
    const auto lines = client.call(clickOf("s-3") + "\n{\"campaignId\":\"camp-1\"}\n");
    QCOMPARE(at(lines, "ack"), 3);
    QCOMPARE(at(lines, "stored"), 1);
    QCOMPARE(at(lines, "dead"), 1);
    QCOMPARE(at(lines.at("errors").as_array().at(0), "line"), 2);
    QVERIFY(client.ping());
    // 1 + 2 + 2 received = 3 stored + 1 duplicate + 1 dead
    const auto counts = bed.counts("edge-1");
    QCOMPARE(counts.received, std::uint64_t{5});
    QCOMPARE(counts.stored, std::uint64_t{3});
    QCOMPARE(counts.missing(), std::int64_t{0});
}

void StreamTest::whatIsSentAgainCountsOnce()
{
    StreamBed bed;
    QVERIFY(bed.start());
    const std::string both = "{\"sequence\": 7}\n" + kNameless + "\n" + kNameless;
    {
        StreamClient client(bed.port(), "?source=edge-1");
        QCOMPARE(at(client.call(both), "stored"), 2);
        client.vanish();
    }
    {
        StreamClient again(bed.port(), "?source=edge-1");
        QCOMPARE(at(again.hello, "sequence"), 8);
        QCOMPARE(at(again.call(both), "duplicate"), 2);
        const auto next = again.call("{\"sequence\": 8}\n[" + kNameless + "," + kNameless + "]");
        QCOMPARE(at(next, "duplicate"), 1);
        QCOMPARE(at(next, "stored"), 1);
    }
    // Also in another source, and in another life.
    StreamClient other(bed.port(), "?source=edge-2");
    QCOMPARE(at(other.call(both), "stored"), 2);
    bed.collector.reset();
    bed.market.stop();
    QVERIFY(bed.market.start());
    QVERIFY(bed.open());
    StreamClient later(bed.port(), "?source=edge-1");
    QCOMPARE(at(later.hello, "sequence"), 9);
    QCOMPARE(at(later.call(both), "duplicate"), 2);
}

void StreamTest::badMessagesAreRefusedAndCounted()
{
    StreamBed bed;
    QVERIFY(bed.start());
    StreamClient client(bed.port());
    QCOMPARE(textAt(client.hello, "source"), std::string("stream"));
    const std::vector<std::string> wrong{" ", "[{]", "[1]", "{\"sequence\": 0}\n" + kNameless,
                                         "{\"sequence\": 5}"};
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        const auto answer = client.call(wrong[i]);
        QCOMPARE(at(answer, "refused"), static_cast<int>(i + 1));
        QCOMPARE(textAt(answer, "error_code"), std::string("INVALID_REQUEST"));
    }
    QCOMPARE(at(client.call("no event at all"), "dead"), 1); // a line, kept with its reason
    QCOMPARE(at(client.call(clickOf("good")), "stored"), 1); // the stream goes on
    const auto counts = bed.counts("stream");
    QCOMPARE(counts.received, std::uint64_t{7});
    QCOMPARE(counts.refused, std::uint64_t{5});
    QCOMPARE(counts.missing(), std::int64_t{0});
}

void StreamTest::aMessageThatMayNotBeEndsTheStream_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<unsigned>("code"); // RFC 6455, section 7.4.1
    QTest::newRow("binary") << QByteArray("{}") << true << 1003U;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << false << 1007U;
    QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << false << 1009U;
}

void StreamTest::aMessageThatMayNotBeEndsTheStream()
{
    QFETCH(QByteArray, message);
    QFETCH(bool, binary);
    QFETCH(unsigned, code);
    StreamBed bed;
    QVERIFY(bed.start());
    StreamClient client(bed.port());
    QCOMPARE(at(client.call(clickOf("before")), "stored"), 1);
    client.send(message.toStdString(), binary);
    QVERIFY(client.read().is_null());
    QCOMPARE(client.closeCode(), code);
    QTRY_COMPARE(bed.counts("stream").refused, std::uint64_t{1});
    StreamClient next(bed.port());
    QCOMPARE(at(next.call(clickOf("after")), "stored"), 1);
}

void StreamTest::halfAMessageIsNoMessage()
{
    StreamBed bed;
    QVERIFY(bed.start());
    {
        StreamClient client(bed.port());
        // A masked text frame that says 200 bytes, and six of them.
        client.vanish(std::string("\x81\xfe\x00\xc8\x01\x02\x03\x04", 8) + "{\"even");
    }
    StreamClient next(bed.port());
    QCOMPARE(at(next.call(clickOf("whole")), "stored"), 1);
    QCOMPARE(bed.counts("stream").received, std::uint64_t{1});
}

void StreamTest::manyMessagesAreAnsweredInTheirOrder()
{
    StreamBed bed;
    QVERIFY(bed.start());
    StreamClient client(bed.port(), "?source=fast");
    constexpr int kMessages = 300; // far more than may be in flight
    for (int i = 0; i < kMessages; ++i)
        client.send(clickOf("m-" + std::to_string(i)));
    for (int i = 0; i < kMessages; ++i) {
        const auto answer = client.read();
        QCOMPARE(at(answer, "ack"), i + 1);
        QCOMPARE(at(answer, "stored"), 1);
    }
    QCOMPARE(bed.counts("fast").stored, std::uint64_t{kMessages});
}

void StreamTest::onlyWhoMayOpensAStream()
{
    StreamBed bed;
    QVERIFY(bed.start());
    QCOMPARE(RestClient(bed.port()).get("/api/v1/events/stream").status, 426U);
    QCOMPARE(StreamClient(bed.port(), "", "evil.example").status(), 421U);
    QCOMPARE(StreamClient(bed.port(), "", "127.0.0.1", "https://evil.example").status(), 403U);
    QCOMPARE(StreamClient(bed.port(), "?source=a%20b").status(), 400U);
    QCOMPARE(StreamClient(bed.port(), "?source=push").status(), 400U);
    QCOMPARE(StreamClient(bed.port(), "?from=edge-1").status(), 400U);
    // Bytes behind the request before it is answered belong to nobody.
    const std::string early = RestClient::raw(
        bed.port(),
        "GET /api/v1/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\x81");
    QVERIFY(early.starts_with("HTTP/1.1 400"));
    std::vector<std::unique_ptr<StreamClient>> all;
    for (int i = 0; i < 256; ++i)
        all.push_back(std::make_unique<StreamClient>(bed.port()));
    QVERIFY(all.back()->isOpen());
    QCOMPARE(StreamClient(bed.port()).status(), 503U);
    all.clear();
    QTRY_COMPARE(StreamClient(bed.port()).status(), 101U);
}

QTEST_GUILESS_MAIN(StreamTest)
#include "test_stream.moc"
