// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/gateway/collector/collector.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/pipeline_desk.h"
#include "tests/integration/rest_bed.h"

#include <QFile>

using namespace gavel;

namespace {

/// A live market with the collector's port open.
struct CollectorBed
{
    bool start()
    {
        if (!rest.start())
            return false;
        gateway::ServerOptions options;
        options.ports = {0};
        auto started = gateway::Collector::start(rest.engine(), options);
        if (!started)
            return false;
        collector = std::move(*started);
        return true;
    }
    ~CollectorBed() { collector.reset(); }
    RestClient client() const { return RestClient(collector->port()); }

    RestBed rest;
    std::unique_ptr<gateway::Collector> collector;
};

const std::string kClick
    = R"({"eventId":"c-1","advertisementId":"ad-1","campaignId":"camp-1","sessionId":"s-1"})";

} // namespace

class CollectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itAnswersAsTheContractSays();
    void anEventWithoutAnAdvertisementIsRefusedAndKept();
    void aBatchTellsWhatBecameOfEachLine();
    void whoComesTooOftenOrTooLateIsToldWhenToComeBack();
    void aPixelIsAPicture();
    void keysGiveTheNumbers();
    void aNumberOfDaysIsTracedWhole();
    void aFileWithBrokenRowsIsFedRepairedAndTracedBack();
};

void CollectorTest::itAnswersAsTheContractSays()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    auto client = bed.client();
    const auto health = client.get("/api/v1/events/health");
    QCOMPARE(health.status, 200U);
    QCOMPARE(health.body, std::string("Data Collector Service is healthy"));
    for (int twice = 0; twice < 2; ++twice) {
        const auto click = client.post("/api/v1/events/ad/click", kClick);
        QCOMPARE(click.status, 200U);
        QCOMPARE(click.body, std::string("Event collected successfully"));
    }
    QCOMPARE(bed.rest.engine().pipeline().status().sinceStart.duplicate, 1U);
    QCOMPARE(client.get("/api/v1/events/ad").status, 405U);
    QCOMPARE(client.get("/api/v1/nothing").status, 404U);
}

void CollectorTest::anEventWithoutAnAdvertisementIsRefusedAndKept()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    const std::string body = R"({"campaignId":"camp-1"})";
    const auto refused = bed.client().post("/api/v1/events/ad/impression", body);
    QCOMPARE(refused.status, 400U);
    const auto page = bed.rest.engine().pipeline().deadLetters({});
    QCOMPARE(page.count, 1U);
    QCOMPARE(page.letters.front().field, std::string("advertisementId"));
    QCOMPARE(page.letters.front().original, body);
}

void CollectorTest::aBatchTellsWhatBecameOfEachLine()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    const std::string body = "[" + kClick + ", " + kClick + "]";
    const auto typed = bed.client().post("/api/v1/events/batch", body);
    QCOMPARE(typed.status, 200U); // neither says what it is
    const auto answer = typed.json().as_object();
    QCOMPARE(answer.at("dead").to_number<int>(), 2);
    QCOMPARE(answer.at("errors").as_array().at(1).at("line").to_number<int>(), 2);
    const std::string lines = R"({"eventType":"CLICK","eventId":"a","advertisementId":"ad-1"})"
                              "\n"
                              R"({"eventType":"CLICK","eventId":"a","advertisementId":"ad-1"})";
    const auto stored = bed.client().post("/api/v1/events/batch", lines).json().as_object();
    QCOMPARE(stored.at("stored").to_number<int>(), 1);
    QCOMPARE(stored.at("duplicate").to_number<int>(), 1);
    QCOMPARE(bed.client().post("/api/v1/events/batch", "[{]").status, 400U);
}

void CollectorTest::whoComesTooOftenOrTooLateIsToldWhenToComeBack()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    const auto push = [&] { return bed.client().post("/api/v1/events/ad/click", kClick); };
    bed.rest.engine().intake().shed(100, {INT64_MAX});
    const auto shed = push();
    QCOMPARE(shed.status, 429U);
    QVERIFY(!shed.retryAfter.empty());
    bed.rest.engine().intake().shed(0, {});
    bed.rest.engine().intake().setClosed(true);
    const auto closed = push();
    QCOMPARE(closed.status, 503U);
    QVERIFY(!closed.retryAfter.empty());
    bed.rest.engine().intake().setClosed(false);
    QCOMPARE(push().status, 200U);
}

void CollectorTest::aPixelIsAPicture()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    const auto picture
        = bed.client().get("/api/v1/events/pixel.gif?advertisementId=ad-1&campaignId=camp-1");
    QCOMPARE(picture.status, 200U);
    QVERIFY(picture.body.starts_with("GIF89a"));
    QCOMPARE(picture.body.size(), std::size_t{43});
}

void CollectorTest::keysGiveTheNumbers()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    auto client = bed.client();
    for (const char* id : {"1", "2", "3", "4"}) {
        const std::string shown = std::string(R"({"eventId":"i-)") + id
            + R"(","advertisementId":"ad-1","campaignId":"camp-9","bidAmount":0.002})";
        QCOMPARE(client.post("/api/v1/events/ad/impression", shown).status, 200U);
    }
    QCOMPARE(client.post("/api/v1/events/ad/click", kClick).status, 200U);
    const auto valueOf = [&](const std::string& key) {
        const auto answer = client.get("/api/v1/metrics/" + key);
        return answer.status == 200 ? std::string(answer.json().as_object().at("value").as_string())
                                    : std::to_string(answer.status);
    };
    QTRY_COMPARE(valueOf("ad:metrics:ad-1:clicks"), std::string("1"));
    QCOMPARE(valueOf("ad:metrics:ad-1:impressions"), std::string("4"));
    QCOMPARE(valueOf("ad:metrics:ad-1:ctr"), std::string("0.250000")); // 1 of 4
    QCOMPARE(valueOf("ad:metrics:ad-1:cpc"), std::string("0.008000")); // 4 x 0.002 for one click
    QCOMPARE(valueOf("ad:metrics:ad-1:cpm"), std::string("2.000000"));
    QCOMPARE(valueOf("campaign:metrics:camp-9:impressions"), std::string("4"));
    QCOMPARE(valueOf("session:s-1:clicks"), std::string("1"));
    QCOMPARE(valueOf("ad:metrics:nobody:clicks"), std::string("404"));
    QCOMPARE(valueOf("ad:metrics:ad-1:weight"), std::string("400"));
    QCOMPARE(valueOf("daily:metrics:ad-1:yesterday:clicks"), std::string("400"));
    QCOMPARE(valueOf("ad%3Ametrics%3Aad%2D1%3Aimpressions"), std::string("4"));
    QCOMPARE(valueOf("hourly:metrics:ad-1:24:clicks"), std::string("400"));
    QCOMPARE(valueOf("ad:metrics::clicks"), std::string("400"));
    int ofEveryHour = 0; // "404" where nothing was counted
    for (int hour = 0; hour < 24; ++hour)
        if (const std::string value
            = valueOf("hourly:metrics:ad-1:" + std::to_string(hour) + ":impressions");
            value != "404")
            ofEveryHour += std::stoi(value);
    QCOMPARE(ofEveryHour, 4);
    const auto all = client.get("/api/v1/metrics/ad:metrics:ad-1:c*");
    QCOMPARE(all.status, 200U);
    QVERIFY(all.body.find("ad:metrics:ad-1:clicks") != std::string::npos);
    QVERIFY(all.body.find("impressions") == std::string::npos);
}

// Minutes are counted for two days only; a number of more days still has its counter beside it.
void CollectorTest::aNumberOfDaysIsTracedWhole()
{
    CollectorBed bed;
    QVERIFY(bed.start());
    auto client = bed.client();
    const TimeMs now = base::SystemClock().now();
    const auto clicked = [&](const char* id, TimeMs at) {
        return client
            .post("/api/v1/events/ad/click",
                  std::string(R"({"advertisementId":"ad-1","campaignId":"camp-5","eventId":")") + id
                      + R"(","timestamp":")" + base::toIso(at) + "\"}")
            .status;
    };
    runtime::LineageQuery query;
    query.key = "camp-5";
    query.measure = "clicks";
    query.from = now + -4 * base::kDayMs;
    query.to = now + base::kMinuteMs;
    const auto counted = [&] {
        const auto number = bed.rest.engine().pipeline().lineage(query);
        return number ? number->counter : 0U;
    };
    QCOMPARE(clicked("old", now + -3 * base::kDayMs), 200U);
    QTRY_COMPARE(counted(), 1U);
    QCOMPARE(clicked("new", now), 200U);
    QTRY_COMPARE(counted(), 2U);
    QCOMPARE(bed.rest.engine().pipeline().lineage(query)->value, 2U);
}

// The way of an operator: a file with broken rows, one repaired by hand, its number traced back.
void CollectorTest::aFileWithBrokenRowsIsFedRepairedAndTracedBack()
{
    RestBed bed;
    QVERIFY(bed.start());
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("shop.csv"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("eventId,eventType,advertisementId,campaignId\n"
               "f-1,CLICK,ad-7,camp-7\n"
               "f-2,CLIK,ad-7,camp-7\n"
               "f-3,CLICK,ad-7\n"
               "f-4,CLICK,ad-7,camp-7\n");
    file.close();
    auto& desk = bed.engine().pipeline();
    runtime::SourceOrder order;
    order.collector = "file";
    order.place = name.toStdString();
    QVERIFY(desk.addSource(order, "Mina"));
    QCOMPARE(desk.addSource(order, "Mina").error().code, std::string("SOURCE_EXISTS"));
    QTRY_COMPARE(desk.status().sinceStart.stored, 2U);
    runtime::DeadQuery wrongType;
    wrongType.rule = "event-type";
    const auto letter = desk.deadLetters(wrongType).letters.front();
    QCOMPARE(letter.position, 3U); // the header is line 1

    const std::vector<runtime::FieldEdit> edits{{"eventType", "CLICK", false}};
    const auto verdict = desk.tryRepair(letter.id, edits);
    QVERIFY(verdict && verdict->rule.empty());
    const std::vector<std::uint64_t> ids{letter.id};
    QCOMPARE(desk.redrive(ids, edits, "Mina")->stored, 1U);
    runtime::LineageQuery query;
    query.key = "camp-7";
    query.measure = "clicks";
    query.to = {INT64_MAX / 2};
    QTRY_COMPARE(desk.lineage(query)->value, 3U);
    const auto number = *desk.lineage(query);
    QCOMPARE(number.events.front().position, 3U);
    QCOMPARE(number.events.front().original, std::string("f-2,CLIK,ad-7,camp-7"));

    // After a restart the file is not read again.
    bed.stop();
    QVERIFY(bed.start());
    QTRY_VERIFY(!bed.engine().pipeline().sources().empty());
    QTest::qWait(300);
    QCOMPARE(bed.engine().pipeline().status().sinceStart.received, 0U);
}

QTEST_GUILESS_MAIN(CollectorTest)
#include "test_collector.moc"
