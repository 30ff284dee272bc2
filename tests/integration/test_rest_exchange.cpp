// SPDX-License-Identifier: GPL-3.0-or-later
// Section 5 of the REST contract (ad exchange) and OpenRTB over real sockets.
#include "tests/integration/rest_bed.h"

using namespace gavel;

class TestRestExchange : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void anAuctionIsKeptUnderItsId()
    {
        auto service = m_bed.exchange();
        const auto sold = service.post("/rtb", bidRequest("rtb-user", "desktop", 0.25));
        QVERIFY2(sold.status == 200, sold.body.c_str());
        QVERIFY(has(
            sold.json(),
            {"auction_id", "request_id", "winning_bid", "all_bids", "auction_price", "timestamp"}));
        const auto id = textAt(sold.json(), "auction_id");
        QCOMPARE(service.get("/auction/" + id).json(), sold.json());
        const auto unknown = service.get("/auction/none");
        QCOMPARE(unknown.status, 404U);
        QCOMPARE(textAt(unknown.json(), "detail"), std::string("Auction not found"));
        QCOMPARE(service.post("/rtb", "{}").status, 422U);
        QVERIFY(service.get("/auction-history?limit=10").json().as_array().size() >= 1);
        QVERIFY(has(service.get("/stats").json(),
                    {"total_auctions", "successful_auctions", "total_revenue", "average_cpm",
                     "recent_auction_metrics", "success_rate", "total_transactions"}));
        QVERIFY(service.get("/transactions?limit=5").json().is_array());
    }

    void theWorkflowRunsThroughItsSevenSteps()
    {
        auto service = m_bed.exchange();
        const auto full = service.post(
            "/demo/rtb-flow",
            "{\"user_context\":{\"user_id\":\"user-12345\",\"device_type\":\"mobile\","
            "\"location\":{\"country\":\"US\",\"city\":\"San Francisco\"}}}");
        QVERIFY2(full.status == 200, full.body.c_str());
        QVERIFY(has(full.json(), {"demo_info", "workflow_result", "console_logs_note"}));
        const auto result = full.json().at("workflow_result");
        QCOMPARE(textAt(result, "status"), std::string("success"));
        QVERIFY(has(result.at("steps"),
                    {"user_visit", "user_profile", "ad_request", "bid_request", "auction_result",
                     "display_result", "feedback_result"}));
        QCOMPARE(result.at("timings").as_array().size(), 7U);
        QCOMPARE(textAt(result.at("steps").at("user_visit"), "user_id"), std::string("user-12345"));
        const auto simple = service.post("/demo/rtb-flow-simple",
                                         "{\"user_id\":\"u-7\",\"device_type\":\"desktop\"}");
        QVERIFY(has(simple.json(),
                    {"workflow_id", "status", "duration_ms", "winning_campaign", "final_price",
                     "impression_confirmed"}));
        QCOMPARE(service.post("/demo/rtb-flow-simple").status, 200U);
        QCOMPARE(service.post("/demo/rtb-flow-simple", "{\"device_type\":\"fridge\"}").status,
                 422U);
        QCOMPARE(textAt(service.post("/rtb/complete-workflow").json(), "status"),
                 std::string("success"));
        const auto batch = service.post("/rtb/batch-workflow?batch_size=3").json();
        QCOMPARE(numberAt(batch, "successful_count"), 3.0);
        const auto history = service.get("/rtb/workflow-history?limit=2").json();
        QCOMPARE(history.at("workflow_history").as_array().size(), 2U);
        QCOMPARE(numberAt(service.get("/workflow/stats").json(), "success_rate"), 1.0);
        const auto stats = service.get("/demo/workflow-stats").json();
        QVERIFY(stats.at("recent_auctions").is_number());
        QCOMPARE(numberAt(stats.at("workflow_statistics"), "total_workflows"), 7.0);
        QCOMPARE(textAt(service.post("/demo/reset-stats").json(), "message"),
                 std::string("All demo statistics have been reset"));
        QCOMPARE(numberAt(service.get("/stats").json(), "total_auctions"), 0.0);
        QCOMPARE(numberAt(service.get("/workflow/stats").json(), "failure_rate"), 1.0);
    }

    void aVisitsDeviceIsReadInAnyCase()
    {
        auto service = m_bed.exchange();
        for (const auto* type : {"MOBILE", "Mobile", "mobile"}) {
            const auto result = service.post("/rtb/complete-workflow",
                                             std::string("{\"device_type\":\"") + type + "\"}");
            QVERIFY2(result.status == 200, result.body.c_str());
            const auto visit = result.json().at("steps").at("user_visit");
            QCOMPARE(textAt(visit.at("device"), "type"), std::string("mobile"));
        }
        for (const auto* wrong : {"\"\"", "\"mobile \"", "\"phone\"", "4"}) {
            const auto refused = service.post("/rtb/complete-workflow",
                                              std::string("{\"device_type\":") + wrong + "}");
            QCOMPARE(refused.status, 422U);
            const auto error = refused.json().at("details").at("errors").as_array().at(0);
            QCOMPARE(textAt(error, "field"), std::string("device_type"));
        }
    }

    void openRtbRequestsAreAnswered()
    {
        auto users = m_bed.dmp();
        users.call("PUT", "/user/ortb-user/profile", "{\"interests\":[\"gaming\"]}");
        auto service = m_bed.exchange();
        const auto request = [](const char* country) {
            return std::string("{\"id\":\"r1\",\"imp\":[{\"id\":\"1\",\"banner\":{\"w\":728,\"h\":"
                               "90},\"bidfloor\":0.5}],"
                               "\"device\":{\"devicetype\":4,\"geo\":{\"country\":\"")
                + country + "\"}},\"user\":{\"id\":\"ortb-user\"}}";
        };
        const auto sold = service.post("/openrtb2/auction", request("USA"));
        QVERIFY2(sold.status == 200, sold.body.c_str());
        QCOMPARE(textAt(sold.json(), "id"), std::string("r1"));
        QCOMPARE(textAt(sold.json(), "cur"), std::string("USD"));
        const auto bid = sold.json().at("seatbid").at(0).at("bid").at(0);
        QCOMPARE(textAt(bid, "impid"), std::string("1"));
        QCOMPARE(textAt(bid, "cid"), std::string("camp-001"));
        QVERIFY(has(bid, {"id", "price", "adm", "crid", "w", "h", "mtype"}));
        QCOMPARE(service.post("/openrtb2/auction", request("JPN")).status, 204U);
        const auto wrong = service.post("/openrtb2/auction", "{\"id\":\"r\"}");
        QCOMPARE(wrong.status, 400U);
        QCOMPARE(textAt(wrong.json().at("details"), "field"), std::string("imp"));
    }

    void blockedDomainsDoNotBuy()
    {
        const std::string campaign
            = "{\"id\":\"camp-nz\",\"name\":\"N\",\"advertiser_id\":\"adv-nz\",\"budget\":100,"
              "\"status\":\"active\",\"targeting\":{\"countries\":[\"NZ\"]},"
              "\"creative\":{\"title\":\"T\",\"click_url\":\"https://shop.kiwi.example/a\"}}";
        QCOMPARE(m_bed.dsp().post("/campaigns", campaign).status, 200U);
        auto service = m_bed.exchange();
        const auto ask = [&](const std::string& blocked) {
            return service.post(
                "/openrtb2/auction",
                "{\"id\":\"r1\",\"badv\":[" + blocked
                    + "],\"imp\":[{\"id\":\"1\",\"banner\":{\"w\":728,\"h\":90}}],"
                      "\"device\":{\"devicetype\":4,\"geo\":{\"country\":\"NZL\"}}}");
        };
        QTRY_COMPARE(ask("").status, 200U); // its quota comes with the next round
        const auto sold = ask("\"other.example\"");
        QCOMPARE(sold.status, 200U);
        const auto bid = sold.json().at("seatbid").at(0).at("bid").at(0);
        QCOMPARE(bid.at("adomain").at(0).as_string(), json::string("shop.kiwi.example"));
        QCOMPARE(ask("\"shop.kiwi.example\"").status, 204U);
        QCOMPARE(ask("\"other.example\",\"Kiwi.example\"").status, 204U);
        QCOMPARE(ask("\"adv-nz\"").status, 200U); // the standard names domains, not ids
        QCOMPARE(m_bed.dsp().call("DELETE", "/campaigns/camp-nz").status, 200U);
    }

    void aPausedMarketSaysSoAtOnce()
    {
        const std::string request
            = "{\"id\":\"r1\",\"imp\":[{\"id\":\"1\",\"banner\":{\"w\":728,\"h\":90}}],"
              "\"device\":{\"devicetype\":4,\"geo\":{\"country\":\"USA\"}},"
              "\"user\":{\"id\":\"ortb-user\"}}";
        auto service = m_bed.exchange();
        m_bed.engine().pause();
        for (const auto& refused :
             {service.post("/openrtb2/auction", request),
              service.post("/rtb", bidRequest("ortb-user", "mobile", 0.25))}) {
            QCOMPARE(refused.status, 503U);
            QCOMPARE(refused.retryAfter, std::string("1"));
            QCOMPARE(textAt(refused.json(), "error_code"), std::string("SERVICE_UNAVAILABLE"));
        }
        QCOMPARE(textAt(service.post("/demo/rtb-flow-simple").json(), "status"),
                 std::string("failed"));
        QCOMPARE(service.get("/health/ready").status, 503U);
        m_bed.engine().resume();
        QCOMPARE(service.post("/openrtb2/auction", request).status, 200U);
        QCOMPARE(service.get("/health/ready").status, 200U);
    }

    void aBatchEndsWhenItsCallerLeaves()
    {
        const auto done = [this] {
            return numberAt(m_bed.exchange().get("/workflow/stats").json(), "total_workflows");
        };
        const double before = done();
        {
            RestClient leaving = m_bed.exchange();
            leaving.send("POST /rtb/batch-workflow?batch_size=100 HTTP/1.1\r\n"
                         "Host: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
            QTRY_VERIFY(done() > before); // it has begun
        }
        double seen = done();
        for (int quiet = 0; quiet < 10; ++quiet) {
            QTest::qWait(50);
            quiet = done() == seen ? quiet : 0;
            seen = done();
        }
        QVERIFY2(seen < before + 100, qPrintable(QString::number(seen - before)));
        // one that waits gets all of them
        const auto whole = m_bed.exchange().post("/rtb/batch-workflow?batch_size=3").json();
        QCOMPARE(whole.at("results").as_array().size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestRestExchange)
#include "test_rest_exchange.moc"
