// SPDX-License-Identifier: GPL-3.0-or-later
// Services of the contract that run in another process: one gateway asks another over HTTP. Section
// 7 of the contract: breaker threshold 5, recovery 60 s; a DSP has 50 ms; without a profile bidding
// goes on.
#include "engine/store/verify.h"
#include "engine/store/workspace.h"
#include "tests/integration/rest_bed.h"
#include "tests/integration/stubborn_service.h"

using namespace gavel;
using gateway::Service;

namespace {

const std::string kAnn = "{\"user_id\":\"ann\",\"device_type\":\"mobile\","
                         "\"location\":{\"country\":\"US\",\"city\":\"San Francisco\"}}";

} // namespace

class TestRestRemote : public QObject
{
    Q_OBJECT

private:
    json::value flow()
    {
        return m_here.exchange().post("/demo/rtb-flow", kAnn).json().at("workflow_result");
    }
    /// Why the remote DSP's bid did not count in an auction of a market of its own.
    std::string reasonFrom(const std::string& address, std::string& message)
    {
        RestBed bed;
        gateway::GatewayOptions options;
        options.remotes = {{Service::Dsp, address}};
        if (!bed.start(options))
            return {};
        const auto sold = bed.exchange().post("/rtb", bidRequest("u", "mobile", 0.1)).json();
        const auto* none = sold.as_object().if_contains("no_bids");
        if (none == nullptr || !sold.at("winning_bid").is_null())
            return {};
        message = textAt(none->at(0), "message");
        return textAt(none->at(0), "error_code");
    }

    RestBed m_there;
    RestBed m_here;
    std::vector<std::uint16_t> m_portsThere;
    base::ManualClock m_clock{base::SystemClock().now()};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_there.start());
        m_portsThere = m_there.ports();
        gateway::GatewayOptions options;
        options.remotes = {{Service::Dmp, m_there.address(Service::Dmp)},
                           {Service::Dsp, m_there.address(Service::Dsp)}};
        options.clock = &m_clock;
        QVERIFY(m_here.start(options));
    }
    void cleanupTestCase()
    {
        m_here.stop();
        m_there.stop();
    }

    void theWorkflowAsksAndTellsTheOtherProcess()
    {
        auto users = m_there.dmp();
        QCOMPARE(users.call("PUT", "/user/ann/profile", "{\"interests\":[\"gaming\"]}").status,
                 200U);
        const auto result = flow();
        const auto steps = result.at("steps");
        QCOMPARE(textAt(result, "status"), std::string("success"));
        QCOMPARE(textAt(steps.at("user_profile"), "source"), std::string("dmp"));
        QCOMPARE(steps.at("user_profile").at("interests").at(0).as_string(), "gaming");
        // one interest on a phone: 0.5 (1 + 0.1) 1.2 = 0.66; alone it pays its own bid
        QCOMPARE(numberAt(steps.at("auction_result"), "auction_price"), 0.66);
        QCOMPARE(textAt(steps.at("display_result"), "campaign_id"), std::string("camp-001"));
        QVERIFY(steps.at("display_result").at("impression_confirmed").as_bool());
        // what is owed is charged where the budget is, what was seen is told where the user is
        // known
        QTRY_COMPARE(numberAt(m_there.dsp().get("/campaigns/camp-001/stats").json(), "spend"),
                     0.66);
        QTRY_COMPARE(numberAt(m_there.dmp().get("/user/ann/events").json(), "total_events"), 1.0);
        QCOMPARE(m_here.dmp().get("/user/ann/profile").status, 404U);
        const auto sale = m_here.exchange().get("/transactions").json().at(0);
        QCOMPARE(numberAt(sale, "advertiser_payment"), 0.66);
        QCOMPARE(numberAt(sale, "publisher_payment"), 0.594); // 90 %
    }

    void aSaleToTheOtherProcessIsAWinOfThisLog()
    {
        const auto earned = [this] {
            return m_here.ssp().get("/revenue?publisher_id=pub_001&days=1").json().at(0);
        };
        const auto spent = [this] {
            return numberAt(m_here.adManagement().get("/campaigns/camp-001").json(), "spent");
        };
        const auto before = earned();
        const double spentBefore = spent();
        auto users = m_there.dmp();
        users.call("PUT", "/user/bob/profile", "{\"interests\":[\"gaming\"]}");
        const auto sold = m_here.exchange().post("/rtb", bidRequest("bob", "mobile", 0.25)).json();
        QCOMPARE(numberAt(sold, "auction_price"), 0.66);
        QCOMPARE(textAt(sold.at("winning_bid"), "campaign_id"), std::string("camp-001"));
        // 90 % of 0.66 is the publisher's; nothing is taken from the campaign of that name here
        const auto after = earned();
        QCOMPARE(numberAt(after, "impressions_count"), numberAt(before, "impressions_count") + 1);
        QVERIFY(qAbs(numberAt(after, "total_revenue") - numberAt(before, "total_revenue") - 0.594)
                < 1e-9);
        QCOMPARE(spent(), spentBefore);

        auto reader = m_here.engine().workspace().reader();
        auto win
            = reader->prepare("SELECT s.text, e.campaign, e.amount, e.publisher, e.bid, e.floor "
                              "FROM event e JOIN name s ON s.id = e.seat WHERE e.kind = 2 "
                              "ORDER BY e.key DESC LIMIT 1");
        QVERIFY(win->step().value());
        const auto dsp = textAt(sold.at("winning_bid"), "dsp_id");
        QCOMPARE(std::string(win->text(0)), "remote:" + dsp);
        QCOMPARE(win->integer(1), 0);
        QCOMPARE(win->integer(2), 660'000'000);
        QCOMPARE(win->integer(3), 594'000'000);
        QCOMPARE(win->integer(4), 660'000'000);
        QCOMPARE(win->integer(5), 250'000'000);
        win->reset();
        for (const auto& check : store::verify(*reader).value())
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
        // its impression is confirmed like any other
        const auto id = textAt(sold, "auction_id");
        const auto impression = "/impression/imp-" + id.substr(id.find('-') + 1);
        QCOMPARE(m_here.ssp().post(impression).status, 200U);
        QCOMPARE(textAt(m_here.exchange().get("/transactions?limit=1").json().at(0), "auction_id"),
                 id);
    }

    void aUserNobodyKnowsIsMadeKnownThere()
    {
        auto service = m_here.exchange();
        const auto step = service.post("/demo/rtb-flow", "{\"user_id\":\"newcomer\"}")
                              .json()
                              .at("workflow_result")
                              .at("steps")
                              .at("user_profile");
        QCOMPARE(textAt(step, "source"), std::string("default"));
        QTRY_COMPARE(m_there.dmp().get("/user/newcomer/profile").status, 200U);
    }

    void healthSaysWhatWasChecked()
    {
        const auto asked = [&](const char* field) {
            const auto all = m_here.dsp().get("/health/detailed").json();
            const auto dmp = all.at("details").at("dependencies").at("dmp");
            return textAt(dmp, field);
        };
        QTRY_COMPARE(asked("status"), std::string("healthy"));
        QCOMPARE(asked("breaker"), std::string("CLOSED"));
        QVERIFY(!asked("checked_at").empty());
        QCOMPARE(asked("address"), m_there.address(Service::Dmp));
    }

    void fiveFailuresOpenTheBreakerAndAMinuteLaterItCloses()
    {
        m_there.stop();
        auto result = flow();
        QCOMPARE(textAt(result, "status"), std::string("success")); // bidding goes on
        auto steps = result.at("steps");
        QCOMPARE(textAt(steps.at("user_profile"), "source"), std::string("none"));
        QCOMPARE(textAt(steps.at("user_profile"), "error_code"),
                 std::string("SERVICE_UNAVAILABLE"));
        QCOMPARE(steps.at("ad_request").at("targeting_hints").as_array().size(), 0U);
        QCOMPARE(textAt(steps.at("auction_result").at("no_bids").at(0), "error_code"),
                 std::string("SERVICE_UNAVAILABLE"));
        QCOMPARE(textAt(steps.at("feedback_result").at("dmp_update"), "status"),
                 std::string("failed"));
        for (int i = 0; i < 4; ++i)
            flow();
        steps = flow().at("steps");
        QCOMPARE(textAt(steps.at("user_profile"), "error_code"),
                 std::string("CIRCUIT_BREAKER_OPEN"));
        QCOMPARE(textAt(steps.at("auction_result").at("no_bids").at(0), "error_code"),
                 std::string("CIRCUIT_BREAKER_OPEN"));
        const auto health = m_here.dsp().get("/health").json();
        QCOMPARE(textAt(health, "status"), std::string("degraded"));
        const auto dmp = health.at("details").at("dependencies").at("dmp");
        QCOMPARE(textAt(dmp, "status"), std::string("unhealthy"));
        QCOMPARE(textAt(dmp, "breaker"), std::string("OPEN"));

        gateway::GatewayOptions options;
        options.server.ports = m_portsThere;
        QVERIFY(m_there.start(options));
        QCOMPARE(textAt(flow().at("steps").at("user_profile"), "error_code"),
                 std::string("CIRCUIT_BREAKER_OPEN"));
        m_clock.set(m_clock.now() + 60'000);
        QTRY_COMPARE(textAt(flow().at("steps").at("user_profile"), "source"), std::string("dmp"));
        QCOMPARE(
            textAt(m_here.dsp().get("/health").json().at("details").at("dependencies").at("dmp"),
                   "breaker"),
            std::string("CLOSED"));
    }

    void anAnswerThatIsLateOrBrokenIsNoBid_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("said");
        const auto ok = [](const QByteArray& body) {
            return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        };
        const QByteArray bid = "{\"request_id\":\"req-1\",\"price\":PRICE,\"creative\":{\"title\":"
                               "\"A\"},\"campaign_id\":\"c\",\"dsp_id\":\"d\"}";
        const auto priced
            = [&](const char* price) { return ok(QByteArray(bid).replace("PRICE", price)); };
        QTest::newRow("silent") << QByteArray() << QByteArray("SERVICE_TIMEOUT")
                                << QByteArray("50 ms");
        QTest::newRow("no fields")
            << ok("{}") << QByteArray("INVALID_BID") << QByteArray("request_id");
        QTest::newRow("no JSON") << ok("hello") << QByteArray("INVALID_BID") << QByteArray("body");
        QTest::newRow("no price") << priced("0") << QByteArray("INVALID_BID")
                                  << QByteArray("price");
        QTest::newRow("five decimals")
            << priced("0.12345") << QByteArray("INVALID_BID") << QByteArray("price");
        QTest::newRow("another request") << QByteArray(priced("0.5")).replace("req-1", "req-2")
                                         << QByteArray("INVALID_BID") << QByteArray("request_id");
        QTest::newRow("below the floor of 0.1")
            << priced("0.05") << QByteArray("BID_REFUSED") << QByteArray("below_floor");
        QTest::newRow("refused") << QByteArray("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n")
                                 << QByteArray("SERVER_ERROR") << QByteArray("500");
        QTest::newRow("no HTTP") << QByteArray("220 smtp ready\r\n\r\n")
                                 << QByteArray("COMMUNICATION_ERROR") << QByteArray("dsp");
    }
    void anAnswerThatIsLateOrBrokenIsNoBid()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, said);
        const StubbornService dsp(answer.toStdString());
        std::string message;
        QCOMPARE(reasonFrom(dsp.address(), message), code.toStdString());
        QVERIFY2(message.find(said.toStdString()) != std::string::npos, message.c_str());
    }
};

QTEST_GUILESS_MAIN(TestRestRemote)
#include "test_rest_remote.moc"
