// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/live_wish.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::gateway;
using pipeline::MessageKind;

namespace {

Result<LiveWish> read(const std::string& target, std::string_view lastEventId = {})
{
    std::string path;
    ServiceCall call;
    if (!splitTarget(target, path, call))
        return Error{"INVALID_REQUEST", "target", "no path", ""};
    return readLiveWish(path.substr(1), call, lastEventId);
}

} // namespace

class LiveWishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQueryChooses();
    void theHeaderCountsMoreThanTheQuery();
    void badWishes_data();
    void badWishes();
};

void LiveWishTest::theQueryChooses()
{
    const auto wish
        = read("/events/ws?kind=CLICK&kind=conversion&campaign=camp-2&quarantined=false").value();
    QVERIFY(wish.isWebSocket);
    QVERIFY(wish.topic == MessageKind::Event);
    QVERIFY(!wish.after);
    const auto matches = [&](const char* event, const char* campaign, bool isQuarantined) {
        pipeline::Message message{MessageKind::Event, {}, event, campaign, {}, {}};
        message.isQuarantined = isQuarantined;
        return wish.filter.matches(message);
    };
    QVERIFY(matches("click", "camp-2", false));
    QVERIFY(matches("conversion", "camp-2", false));
    QVERIFY(!matches("bid", "camp-2", false));
    QVERIFY(!matches("click", "camp-1", false));
    QVERIFY(!matches("click", "camp-2", true));
    QVERIFY(read("/alerts?level=warn&rule=disk&group=storage").value().topic == MessageKind::Alert);
    const auto batches = read("/batches?state=validation_failed&source=push").value();
    QVERIFY(batches.topic == MessageKind::Batch);
    pipeline::Message batch{MessageKind::Batch, {}, {}, {}, "push", {}};
    batch.states = {"data_ingestion", "validation_failed"};
    QVERIFY(batches.filter.matches(batch));
    batch.states = {"data_ingestion", "distribution_completed"};
    QVERIFY(!batches.filter.matches(batch));
    const auto metrics = read("/metrics?of=ad&span=minute").value();
    pipeline::Message metric{MessageKind::Metric, {}, {}, "camp-1", {}, {}};
    metric.of = "ad";
    metric.span = "minute";
    QVERIFY(metrics.filter.matches(metric));
    metric.span = "day";
    QVERIFY(!metrics.filter.matches(metric));
}

void LiveWishTest::theHeaderCountsMoreThanTheQuery()
{
    QCOMPARE(read("/events?after=7").value().after.value(), std::uint64_t{7});
    QCOMPARE(read("/events?after=7", "9").value().after.value(), std::uint64_t{9});
    QCOMPARE(read("/events", "0").value().after.value(), std::uint64_t{0});
}

void LiveWishTest::badWishes_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row
        = [](const char* target, const char* header, const char* code, const char* where) {
              QTest::addRow("%s %s", target, header) << target << header << code << where;
          };
    row("/quota", "", "PATH_NOT_FOUND", "path");
    row("/", "", "PATH_NOT_FOUND", "path");
    row("/events/wss", "", "PATH_NOT_FOUND", "path");
    row("/events?kind=PURCHASE", "", "INVALID_FIELD", "events");
    row("/events?colour=red", "", "INVALID_FIELD", "colour");
    row("/events?quarantined=perhaps", "", "INVALID_FIELD", "quarantined");
    row("/events?span=hour", "", "INVALID_FIELD", "spans");
    row("/alerts?of=ad", "", "INVALID_FIELD", "of");
    row("/alerts?level=loud", "", "INVALID_FIELD", "alerts.least_level");
    row("/metrics?span=week", "", "INVALID_FIELD", "spans");
    row("/events?after=", "", "INVALID_FIELD", "after");
    row("/events?after=-1", "", "INVALID_FIELD", "after");
    row("/events?after=9223372036854775808", "", "INVALID_FIELD", "after");
    row("/events", "7 ", "INVALID_FIELD", "Last-Event-ID");
}

void LiveWishTest::badWishes()
{
    QFETCH(QString, target);
    QFETCH(QString, header);
    QFETCH(QString, code);
    QFETCH(QString, where);
    const auto wish = read(target.toStdString(), header.toStdString());
    QVERIFY(!wish);
    QCOMPARE(QString::fromStdString(wish.error().code), code);
    QCOMPARE(QString::fromStdString(wish.error().where), where);
    QVERIFY(!wish.error().advice.empty());
}

QTEST_GUILESS_MAIN(LiveWishTest)
#include "test_live_wish.moc"
