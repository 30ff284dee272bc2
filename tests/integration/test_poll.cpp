// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/address_poller.h"
#include "engine/runtime/fault_desk.h"
#include "engine/runtime/pipeline_desk.h"
#include "tests/integration/market_bed.h"
#include "tests/integration/scripted_service.h"

using namespace gavel;

namespace {

std::string eventOf(int id)
{
    return R"({"eventId":"p-)" + std::to_string(id)
        + R"(","eventType":"CLICK","advertisementId":"ad-9","campaignId":"camp-9"})";
}

/// Events `first` to `last`, and where the next page is; 0 = it is the last one.
std::string pageOf(int first, int last, int next)
{
    std::string page = R"({"events":[)";
    for (int id = first; id <= last; ++id)
        page += (id == first ? "" : ",") + eventOf(id);
    return page + R"(],"next":)" + (next == 0 ? "null" : std::to_string(next)) + "}";
}

runtime::SourceOrder orderOf(std::uint16_t port, const std::string& name)
{
    runtime::SourceOrder order;
    order.name = name;
    order.collector = "poll";
    order.place = "http://127.0.0.1:" + std::to_string(port) + "/events?key=secret";
    order.everySeconds = 1;
    order.address.events = "/events";
    order.address.nextCursor = "/next";
    order.address.cursorParameter = "after";
    order.address.allowHost = true;
    return order;
}

/// A workspace whose addresses are asked.
struct PollBed
{
    bool start()
    {
        if (!market.start())
            return false;
        poller = std::make_unique<gateway::AddressPoller>(market.engine().polls());
        return true;
    }
    void stop()
    {
        poller.reset();
        market.stop();
    }
    ~PollBed() { stop(); }
    runtime::PipelineDesk& desk() { return market.engine().pipeline(); }
    runtime::SourceView source(const std::string& name)
    {
        for (const auto& view : desk().sources())
            if (view.name == name)
                return view;
        return {};
    }
    std::uint64_t stored(const std::string& name) { return source(name).counts.stored; }

    MarketBed market;
    std::unique_ptr<gateway::AddressPoller> poller;
};

} // namespace

class PollTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreFollowedAndGoneOnWithAfterARestart();
    void oneThatFailsHoldsNoOther();
    void anAddressThatAsksForRestIsLeftAlone();
    void aPausedAddressIsNotAsked();
    void aRemovedOneIsAskedNoMoreAndGoesOnWhenItIsBack();
    void privateAddressesAreRefusedUnlessMeant();
    void ordersThatAreWrongNameTheField_data();
    void ordersThatAreWrongNameTheField();
    void headersAreSentAndNobodyIsShownTheirValues();
    void aFailingAddressIsRestartedWhenItMayBeAsked();
};

void PollTest::pagesAreFollowedAndGoneOnWithAfterARestart()
{
    Script script;
    script.push_back({200, pageOf(1, 3, 3)});
    script.push_back({200, pageOf(4, 5, 5)});
    script.push_back({200, pageOf(6, 6, 0)});
    for (int again = 0; again < 200; ++again) // the last page is asked for until it has more
        script.push_back({200, pageOf(6, 6, 0)});
    ScriptedService service(std::move(script));
    PollBed bed;
    QVERIFY(bed.start());
    QVERIFY(bed.desk().addSource(orderOf(service.port(), "partner"), "Mina"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.stored("partner"), std::uint64_t{6}, 20'000);
    const auto asked = service.received();
    QCOMPARE(asked.at(0).target, std::string("/events?key=secret"));
    QCOMPARE(asked.at(1).target, std::string("/events?key=secret&after=3"));
    QCOMPARE(asked.at(2).target, std::string("/events?key=secret&after=5"));
    const auto view = bed.source("partner");
    QCOMPARE(view.collector, std::string("poll"));
    QVERIFY(view.freshness == runtime::Freshness::Fresh);
    QCOMPARE(view.checkpoint, std::string("event 6, cursor 5"));
    QVERIFY(view.mayPause);

    bed.stop();
    const std::size_t before = service.received().size();
    QVERIFY(bed.start());
    QTRY_VERIFY_WITH_TIMEOUT(service.received().size() > before, 20'000);
    QCOMPARE(service.received().at(before).target, std::string("/events?key=secret&after=5"));
    QTRY_VERIFY_WITH_TIMEOUT(bed.source("partner").freshness == runtime::Freshness::Fresh, 20'000);
    QCOMPARE(bed.source("partner").counts.received, std::uint64_t{0}); // the page is known
    const auto batch = bed.desk().batches(1).front();
    QCOMPARE(batch.origin, "http://127.0.0.1:" + std::to_string(service.port()) + "/events");
}

void PollTest::oneThatFailsHoldsNoOther()
{
    Script silent(200, ScriptedAnswer{0});
    Script broken(200, ScriptedAnswer{200, "<html>"});
    Script good(200, ScriptedAnswer{200, pageOf(1, 2, 0)});
    ScriptedService hanging(std::move(silent));
    ScriptedService confused(std::move(broken));
    ScriptedService service(std::move(good));
    PollBed bed;
    QVERIFY(bed.start());
    QVERIFY(bed.desk().addSource(orderOf(hanging.port(), "hanging"), "Mina"));
    QVERIFY(bed.desk().addSource(orderOf(confused.port(), "confused"), "Mina"));
    QTRY_VERIFY_WITH_TIMEOUT(!hanging.received().empty(), 20'000);
    QVERIFY(bed.desk().addSource(orderOf(service.port(), "good"), "Mina"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.stored("good"), std::uint64_t{2}, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(bed.source("confused").freshness == runtime::Freshness::Failed,
                             20'000);
    const auto view = bed.source("confused");
    QVERIFY(view.error.starts_with("PAGE_BROKEN"));
    QVERIFY(view.error.find("secret") == std::string::npos); // of the address
    QVERIFY(bed.source("good").error.empty());
}

void PollTest::anAddressThatAsksForRestIsLeftAlone()
{
    Script script;
    script.push_back({429, {}, "3600"});
    ScriptedService service(std::move(script));
    PollBed bed;
    QVERIFY(bed.start());
    QVERIFY(bed.desk().addSource(orderOf(service.port(), "busy"), "Mina"));
    QTRY_VERIFY_WITH_TIMEOUT(bed.source("busy").error.starts_with("SERVER_ERROR"), 20'000);
    QTest::qWait(2'500); // a retry without the header comes within a second
    QCOMPARE(service.received().size(), std::size_t{1});
}

void PollTest::aPausedAddressIsNotAsked()
{
    ScriptedService service(Script(500, ScriptedAnswer{200, pageOf(1, 1, 0)}));
    PollBed bed;
    QVERIFY(bed.start());
    QVERIFY(bed.desk().addSource(orderOf(service.port(), "partner"), "Mina"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.stored("partner"), std::uint64_t{1}, 20'000);
    QVERIFY(bed.desk().pauseSource("partner", true));
    QVERIFY(bed.source("partner").freshness == runtime::Freshness::Off);
    QTest::qWait(500); // what was under way
    const std::size_t before = service.received().size();
    QTest::qWait(2'000);
    QCOMPARE(service.received().size(), before);
    QVERIFY(bed.desk().pauseSource("partner", false));
    QTRY_VERIFY_WITH_TIMEOUT(service.received().size() > before, 20'000);
}

void PollTest::aRemovedOneIsAskedNoMoreAndGoesOnWhenItIsBack()
{
    Script script;
    script.push_back({200, pageOf(1, 3, 3)});
    for (int again = 0; again < 500; ++again)
        script.push_back({200, pageOf(4, 4, 0)});
    ScriptedService service(std::move(script));
    PollBed bed;
    QVERIFY(bed.start());
    const auto order = orderOf(service.port(), "partner");
    QVERIFY(bed.desk().addSource(order, "Mina"));
    QCOMPARE(bed.desk().addSource(order, "Mina").error().code, std::string("SOURCE_EXISTS"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.stored("partner"), std::uint64_t{4}, 20'000);
    QVERIFY(bed.desk().removeSource("partner", "Mina"));
    QCOMPARE(bed.desk().removeSource("partner", "Mina").error().code, std::string("SOURCE_WRONG"));
    QVERIFY(bed.source("partner").name.empty());
    QTest::qWait(500);
    const std::size_t before = service.received().size();
    bed.stop();
    QVERIFY(bed.start()); // it stays removed
    QTest::qWait(1'500);
    QVERIFY(bed.source("partner").name.empty());
    QCOMPARE(service.received().size(), before);
    QVERIFY(bed.desk().addSource(order, "Mina"));
    QTRY_VERIFY_WITH_TIMEOUT(service.received().size() > before, 20'000);
    QCOMPARE(service.received().at(before).target, std::string("/events?key=secret&after=3"));
}

void PollTest::privateAddressesAreRefusedUnlessMeant()
{
    ScriptedService service({});
    PollBed bed;
    QVERIFY(bed.start());
    auto order = orderOf(service.port(), "inside");
    order.address.allowHost = false;
    QCOMPARE(bed.desk().addSource(order, "Mina").error().code, std::string("ADDRESS_REFUSED"));
    order.place = "http://169.254.169.254/latest/meta-data";
    QCOMPARE(bed.desk().addSource(order, "Mina").error().code, std::string("ADDRESS_REFUSED"));
    order.place = "http://localhost/events";
    QCOMPARE(bed.desk().addSource(order, "Mina").error().code, std::string("ADDRESS_REFUSED"));
    QVERIFY(service.received().empty());
}

void PollTest::ordersThatAreWrongNameTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("every");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("next");
    QTest::newRow("never") << "every_s" << 0 << "json"
                           << "/next";
    QTest::newRow("once in two days") << "every_s" << 172'800 << "json"
                                      << "/next";
    QTest::newRow("a table") << "page" << 60 << "csv"
                             << "/next";
    QTest::newRow("no pointer") << "next_cursor" << 60 << "json"
                                << "next";
    QTest::newRow("lines have no place for it") << "next_cursor" << 60 << "jsonl"
                                                << "/next";
}

void PollTest::ordersThatAreWrongNameTheField()
{
    QFETCH(QString, field);
    QFETCH(int, every);
    QFETCH(QString, format);
    QFETCH(QString, next);
    MarketBed bed;
    QVERIFY(bed.start());
    auto order = orderOf(80, "wrong");
    order.everySeconds = every;
    order.format = format.toStdString();
    order.address.nextCursor = next.toStdString();
    if (format == u"jsonl")
        order.address.events.clear();
    const auto added = bed.engine().pipeline().addSource(order, "Mina");
    QVERIFY(!added);
    QCOMPARE(added.error().code, std::string("SOURCE_WRONG"));
    QCOMPARE(QString::fromStdString(added.error().where), field);
}

void PollTest::headersAreSentAndNobodyIsShownTheirValues()
{
    ScriptedService service(Script(20, ScriptedAnswer{200, pageOf(1, 2, 0)}));
    PollBed bed;
    QVERIFY(bed.start());
    auto order = orderOf(service.port(), "partner");
    order.address.headers = {"Authorization: Bearer 9f2c", "X-Api-Key:k:1"};
    QVERIFY(bed.desk().addSource(order, "Mina"));
    QTRY_COMPARE_WITH_TIMEOUT(bed.stored("partner"), std::uint64_t{2}, 20'000);
    QCOMPARE(service.received().at(0).headers.at("authorization"), std::string("Bearer 9f2c"));
    QCOMPARE(service.received().at(0).headers.at("x-api-key"), std::string("k:1"));
    QCOMPARE(service.received().at(0).headers.at("user-agent"), std::string("gavel"));
    const auto view = bed.source("partner");
    std::vector<std::string> names = view.headers;
    std::ranges::sort(names);
    QCOMPARE(names, (std::vector<std::string>{"Authorization", "X-Api-Key"}));

    bed.stop(); // they are kept
    const std::size_t before = service.received().size();
    QVERIFY(bed.start());
    QTRY_VERIFY_WITH_TIMEOUT(service.received().size() > before, 20'000);
    QCOMPARE(service.received().at(before).headers.at("authorization"), std::string("Bearer 9f2c"));

    const auto refused = [&](const char* header) {
        auto wrong = orderOf(service.port(), "wrong");
        wrong.address.headers = {header};
        const auto added = bed.desk().addSource(wrong, "Mina");
        return added ? std::string() : added.error().code + " " + added.error().what;
    };
    QVERIFY(refused("no colon").starts_with("SOURCE_WRONG a header has no colon"));
    QVERIFY(refused("X Key: s3cret").starts_with("SOURCE_WRONG this is not a header's name"));
    QVERIFY(refused("X-Key: s3cret\r\nHost: b").starts_with("SOURCE_WRONG its value holds"));
    QVERIFY(refused("Host: s3cret").starts_with("SOURCE_WRONG this header says how"));
    QVERIFY(refused("X-Key: s3\rcret").find("s3") == std::string::npos);
}

void PollTest::aFailingAddressIsRestartedWhenItMayBeAsked()
{
    Script script(1, ScriptedAnswer{503, {}, "5"}); // not before five seconds are over
    for (int again = 0; again < 200; ++again)
        script.push_back({200, pageOf(1, 2, 0)});
    ScriptedService service(std::move(script));
    PollBed bed;
    QVERIFY(bed.start());
    QVERIFY(bed.desk().addSource(orderOf(service.port(), "partner"), "Mina"));
    const auto version = bed.market.engine().watch().setRules(
        R"({"rules":[{"id":"source_failed","name":"gone","level":"warn",)"
        R"("metric":"source_failed","condition":{"kind":"above","limit":0},)"
        R"("labels":{"fault":"traffic","component":"source/"}}]})",
        "Mina");
    QVERIFY(version.has_value());
    const auto causes = [&] {
        std::string all;
        if (const auto history
            = bed.market.engine().faults().history({"source/partner", {}, INT64_MAX, 50}))
            for (const auto& change : *history)
                all += change.cause + "\n";
        return all;
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        causes().find("restart_source verified: has read event 2") != std::string::npos, 40'000);
    QCOMPARE(bed.stored("partner"), std::uint64_t{2});
}

QTEST_GUILESS_MAIN(PollTest)
#include "test_poll.moc"
