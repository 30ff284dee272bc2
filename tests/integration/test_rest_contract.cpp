// SPDX-License-Identifier: GPL-3.0-or-later
// Every route of the REST contract over real sockets, on a real workspace and the contract's
// demonstration market.
#include "engine/gateway/gateway.h"
#include "engine/gateway/http/router.h"
#include "tests/integration/rest_client.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
namespace json = boost::json;

namespace {

const std::string kSpring
    = "{\"name\":\"Spring sale\",\"advertiser_id\":\"advertiser_001\",\"budget\":10000.0,"
      "\"targeting\":{\"age_range\":{\"min_age\":18,\"max_age\":35},\"interests\":[\"technology\","
      "\"shopping\"]},"
      "\"creative\":{\"title\":\"Spring sale\",\"description\":\"20 % off\"}}";

std::string bidRequest(const std::string& userId, const char* device, double floor)
{
    return "{\"id\":\"req-1\",\"user_id\":\"" + userId
        + "\",\"ad_slot\":{\"id\":\"banner_top_1\",\"width\":728,\"height\":90,\"position\":"
          "\"top\",\"floor_price\":"
        + std::to_string(floor) + "},\"device\":{\"type\":\"" + device
        + "\",\"os\":\"Windows\",\"browser\":\"Chrome\",\"ip\":\"192.0.2.1\"},"
          "\"geo\":{\"country\":\"US\",\"region\":\"CA\",\"city\":\"San Francisco\"}}";
}

std::string textAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

double numberAt(const json::value& value, const char* key)
{
    const auto* object = value.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    return found != nullptr && found->is_number() ? found->to_number<double>() : -1;
}

bool has(const json::value& value, std::initializer_list<const char*> keys)
{
    const auto* object = value.if_object();
    for (const auto* key : keys)
        if (object == nullptr || !object->contains(key))
            return false;
    return true;
}

} // namespace

class TestRestContract : public QObject
{
    Q_OBJECT

private:
    RestClient client(gateway::Service service) const
    {
        return RestClient(m_gateway->ports().at(static_cast<std::size_t>(service)));
    }
    RestClient adManagement() const { return client(gateway::Service::AdManagement); }
    RestClient dsp() const { return client(gateway::Service::Dsp); }
    RestClient ssp() const { return client(gateway::Service::Ssp); }
    RestClient exchange() const { return client(gateway::Service::Exchange); }
    RestClient dmp() const { return client(gateway::Service::Dmp); }
    void start()
    {
        runtime::EngineOptions options;
        options.workspace = m_folder.filePath("rest.gavel").toStdString();
        options.scenarioFolder = GAVEL_SCENARIO_DIR;
        auto engine = runtime::Engine::open(options);
        QVERIFY2(engine, engine ? "" : toString(engine.error()).c_str());
        m_engine = std::move(*engine);
        QVERIFY(m_engine->goLive());
        gateway::GatewayOptions wanted;
        wanted.server.ports = {0, 0, 0, 0, 0};
        auto gateway = gateway::Gateway::start(*m_engine, wanted);
        QVERIFY2(gateway, gateway ? "" : toString(gateway.error()).c_str());
        m_gateway = std::move(*gateway);
    }
    void stop()
    {
        m_gateway.reset();
        m_engine.reset();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<gateway::Gateway> m_gateway;

private Q_SLOTS:
    void initTestCase() { start(); }
    void cleanupTestCase() { stop(); }

    void everyServiceTellsItsHealthAndItsRoutes()
    {
        for (std::size_t i = 0; i < gateway::kServices; ++i) {
            auto service = client(static_cast<gateway::Service>(i));
            const auto health = service.get("/health");
            QCOMPARE(health.status, 200U);
            QCOMPARE(textAt(health.json(), "status"), std::string("healthy"));
            QCOMPARE(textAt(health.json(), "version"), std::string("0.1.0"));
            QVERIFY(has(health.json(), {"timestamp", "details"}));
            QCOMPARE(service.get("/health/live").status, 200U);
            QCOMPARE(service.get("/health/ready").status, 200U);
            QCOMPARE(service.get("/health/detailed").status, 200U);
            QVERIFY(has(service.get("/openapi.json").json(), {"openapi", "paths"}));
            QVERIFY(service.get("/docs").body.starts_with("<!doctype html>"));
            QCOMPARE(service.get("/redoc").status, 200U);
            QVERIFY(service.get("/metrics").body.find("# TYPE gavel_auctions_total counter")
                    != std::string::npos);
        }
    }

    void campaignsAreCreatedReadChangedAndDeleted()
    {
        auto service = adManagement();
        const auto created = service.post("/campaigns", kSpring);
        QVERIFY2(created.status == 200, created.body.c_str());
        const auto body = created.json();
        const auto id = textAt(body, "id");
        QCOMPARE(id.size(), 36U); // uuid4
        QCOMPARE(textAt(body, "status"), std::string("draft"));
        QCOMPARE(numberAt(body, "budget"), 10000.0);
        QCOMPARE(numberAt(body, "spent"), 0.0);
        QVERIFY(has(
            body, {"name", "advertiser_id", "targeting", "creative", "created_at", "updated_at"}));
        QCOMPARE(textAt(body.at("creative"), "title"), std::string("Spring sale"));
        QVERIFY(has(body.at("targeting"), {"age_range", "interests"}));

        QCOMPARE(textAt(service.get("/campaigns/" + id).json(), "name"),
                 std::string("Spring sale"));
        const auto listed
            = service.get("/campaigns?advertiser_id=advertiser_001&status=draft&limit=10&offset=0");
        QCOMPARE(listed.json().as_array().size(), 1U);

        const auto changed
            = service.call("PUT", "/campaigns/" + id, "{\"budget\":100,\"status\":\"active\"}");
        QVERIFY2(changed.status == 200, changed.body.c_str());
        QCOMPARE(numberAt(changed.json(), "budget"), 100.0);
        QCOMPARE(textAt(changed.json(), "status"), std::string("active"));

        QCOMPARE(textAt(service.post("/campaigns/" + id + "/spend", "{\"amount\":75.5}").json(),
                        "message"),
                 std::string("Campaign spend updated successfully"));
        const auto budget = service.get("/campaigns/" + id + "/budget-status").json();
        QCOMPARE(numberAt(budget, "spent"), 75.5);
        QCOMPARE(numberAt(budget, "remaining"), 24.5);
        QCOMPARE(textAt(budget, "status"), std::string("warning")); // 75.5 of 100: 0.7 or more
        QCOMPARE(
            textAt(service.post("/campaigns/" + id + "/spend", "{\"amount\":0}").json(), "detail"),
            std::string("Spend amount must be positive"));
        const auto over = service.post("/campaigns/" + id + "/spend", "{\"amount\":24.51}");
        QCOMPARE(over.status, 400U);
        QCOMPARE(textAt(over.json(), "detail"),
                 std::string("Spend amount would exceed campaign budget"));
        const auto low = service.call("PUT", "/campaigns/" + id, "{\"budget\":75}");
        QCOMPARE(low.status, 400U);
        QCOMPARE(textAt(low.json(), "detail"),
                 std::string("Budget cannot be less than already spent amount"));

        const auto stats = service.get("/campaigns/" + id + "/stats");
        QVERIFY(has(stats.json(),
                    {"campaign_id", "impressions", "clicks", "conversions", "spend", "revenue",
                     "ctr", "cpc", "updated_at"}));
        QCOMPARE(service.post("/campaigns/" + id + "/validate-targeting")
                     .json()
                     .at("targeting_valid")
                     .as_bool(),
                 true);
        const auto summary = service.get("/stats/summary").json();
        QVERIFY(has(summary,
                    {"total_campaigns", "active_campaigns", "paused_campaigns",
                     "completed_campaigns", "draft_campaigns", "total_budget", "total_spent",
                     "remaining_budget", "budget_utilization"}));

        QCOMPARE(textAt(service.call("DELETE", "/campaigns/" + id).json(), "message"),
                 std::string("Campaign deleted successfully"));
        for (const auto* path : {"", "/stats", "/budget-status"}) {
            const auto gone = service.get("/campaigns/" + id + path);
            QCOMPARE(gone.status, 404U);
            QCOMPARE(textAt(gone.json(), "detail"), std::string("Campaign not found"));
        }
        QCOMPARE(service.post("/campaigns/" + id + "/spend", "{\"amount\":1}").status, 404U);
        QCOMPARE(service.post("/campaigns/" + id + "/validate-targeting").status, 404U);
        QCOMPARE(service.call("PUT", "/campaigns/" + id, "{}").status, 404U);
        QCOMPARE(service.call("DELETE", "/campaigns/" + id).status, 404U);
    }

    void badCampaignsAreRefusedFieldByField()
    {
        auto service = adManagement();
        const auto wrong = service.post("/campaigns", "{\"name\":\"\",\"budget\":-1}");
        QCOMPARE(wrong.status, 422U);
        QCOMPARE(textAt(wrong.json(), "error_code"), std::string("VALIDATION_ERROR"));
        QCOMPARE(wrong.json().at("details").at("errors").as_array().size(),
                 3U); // name, budget, advertiser_id
        QCOMPARE(service.post("/campaigns", "{\"name\":").status, 422U);
        const auto targeting = service.post(
            "/campaigns", "{\"name\":\"a\",\"advertiser_id\":\"b\",\"budget\":1,\"targeting\":5}");
        QCOMPARE(targeting.status, 400U);
        QCOMPARE(textAt(targeting.json(), "detail"),
                 std::string("Invalid targeting criteria format"));
        const auto creative = service.post(
            "/campaigns",
            "{\"name\":\"a\",\"advertiser_id\":\"b\",\"budget\":1,\"creative\":{\"title\":5}}");
        QCOMPARE(creative.status, 400U);
        QCOMPARE(textAt(creative.json(), "detail"), std::string("Invalid creative content format"));
        QCOMPARE(service.get("/campaigns?limit=x").status, 422U);
    }

    void successIsWrappedWhenAskedFor()
    {
        auto service = adManagement();
        QVERIFY(service.get("/campaigns").json().is_array());
        for (const auto& wrapped :
             {service.get("/v1/campaigns"), service.call("GET", "/campaigns", {}, "1")}) {
            QCOMPARE(textAt(wrapped.json(), "status"), std::string("success"));
            QVERIFY(has(wrapped.json(), {"data", "message", "timestamp"}));
        }
        QCOMPARE(textAt(service.get("/v1/campaigns/none").json(), "status"), std::string("error"));
    }

    void theDspBidsByTheContractsFormula()
    {
        auto users = dmp();
        // three interests and one rule segment (mobile_users): n = 4
        QCOMPARE(users
                     .call("PUT", "/user/dsp-user/profile",
                           "{\"demographics\":{\"device_type\":\"mobile\"},"
                           "\"interests\":[\"gaming\",\"mobile-apps\",\"music\"]}")
                     .status,
                 200U);
        auto service = dsp();
        const auto bid = service.post("/bid", bidRequest("dsp-user", "mobile", 0.1));
        QVERIFY2(bid.status == 200, bid.body.c_str());
        // max(0.5 (1 + 0.1 * 4) 1.2, 0.1 * 1.1) = 0.84
        QCOMPARE(numberAt(bid.json(), "price"), 0.84);
        QCOMPARE(textAt(bid.json(), "campaign_id"), std::string("camp-001"));
        QCOMPARE(textAt(bid.json(), "dsp_id"), std::string("dsp-001"));
        QVERIFY(!textAt(bid.json().at("creative"), "title").empty());
        QCOMPARE(service.post("/bid", "{\"id\":\"r\"}").status, 422U);
        QVERIFY(service.get("/bid-history?limit=1").json().as_array().size() == 1);
        QVERIFY(has(service.get("/stats").json(),
                    {"total_bid_requests", "total_bids_submitted", "bid_rate", "active_campaigns",
                     "total_spend", "campaign_stats", "total_bids", "won_bids", "win_rate",
                     "average_bid_price", "average_win_price", "period"}));
    }

    void winNoticesAreSpent()
    {
        auto service = dsp();
        const double before = numberAt(service.get("/campaigns/camp-002/stats").json(), "spend");
        const auto told = service.post("/win-notice",
                                       "{\"campaign_id\":\"camp-002\",\"user_id\":\"u\",\"price\":"
                                       "0.55,\"auction_id\":\"a-1\"}");
        QVERIFY2(told.status == 200, told.body.c_str());
        QCOMPARE(textAt(told.json(), "message"), std::string("Win notice processed"));
        const double after = numberAt(service.get("/campaigns/camp-002/stats").json(), "spend");
        QVERIFY(qFuzzyCompare(after - before, 0.55));
        const auto missing = service.post("/win-notice", "{\"user_id\":\"u\"}");
        QCOMPARE(missing.status, 400U);
        QCOMPARE(textAt(missing.json(), "detail"), std::string("Missing required fields"));
    }

    void theDspTakesAndRemovesCampaigns()
    {
        auto service = dsp();
        const auto added = service.post(
            "/campaigns",
            "{\"id\":\"camp-900\",\"name\":\"N\",\"advertiser_id\":\"a\",\"budget\":10,"
            "\"status\":\"active\",\"targeting\":{\"countries\":[\"JP\"]}}");
        QVERIFY2(added.status == 200, added.body.c_str());
        QVERIFY(has(added.json().at("targeting"), {"countries"}));
        QVERIFY(service.get("/campaigns").json().as_array().size() >= 3);
        QCOMPARE(textAt(service.call("DELETE", "/campaigns/camp-900").json(), "message"),
                 std::string("Campaign removed"));
        QCOMPARE(service.call("DELETE", "/campaigns/camp-900").status, 404U);
        QCOMPARE(service.get("/campaigns/camp-900/stats").status, 404U);
    }

    void anAdRequestIsSoldAndItsImpressionConfirmed()
    {
        auto service = ssp();
        const std::string request = "{\"slot_id\":\"banner_top_1\",\"user_id\":\"ssp-user\","
                                    "\"device\":{\"type\":\"mobile\"},"
                                    "\"geo\":{\"country\":\"US\",\"region\":\"CA\",\"city\":\"LA\"}"
                                    ",\"publisher_id\":\"pub_001\"}";
        auto users = dmp();
        users.call("PUT", "/user/ssp-user/profile", "{\"interests\":[\"gaming\"]}");
        const auto sold = service.post("/ad-request", request);
        QVERIFY2(sold.status == 200, sold.body.c_str());
        QVERIFY(textAt(sold.json(), "request_id").starts_with("req_"));
        QVERIFY(has(sold.json(), {"creative", "price", "campaign_id"}));
        const auto url = textAt(sold.json(), "impression_url");
        QVERIFY(url.starts_with("/impression/"));
        const auto recorded = service.post(url);
        QVERIFY2(recorded.status == 200, recorded.body.c_str());
        QCOMPARE(textAt(recorded.json(), "status"), std::string("recorded"));
        QCOMPARE(
            service.post("/impression", "{\"impression_id\":\"" + url.substr(12) + "\"}").status,
            200U);
        const auto unknown = service.post("/impression/imp-999999999");
        QCOMPARE(unknown.status, 404U);
        QCOMPARE(textAt(unknown.json(), "detail"), std::string("Impression not found"));
        QCOMPARE(service.post("/impression", "{\"impression_id\":\"nobody\"}").status, 404U);

        const auto nowhere = service.post(
            "/ad-request",
            "{\"slot_id\":\"none\",\"user_id\":\"u\",\"device\":{\"type\":\"mobile\"},\"geo\":{}}");
        QCOMPARE(nowhere.status, 404U);
        QCOMPARE(textAt(nowhere.json(), "detail"), std::string("Ad slot not found"));
        QCOMPARE(service.post("/ad-request", "{}").status, 422U);
        // nobody targets Japan
        const auto unsold
            = service.post("/ad-request",
                           "{\"slot_id\":\"banner_top_1\",\"user_id\":\"u\",\"device\":{\"type\":"
                           "\"mobile\"},\"geo\":{\"country\":\"JP\"}}");
        QCOMPARE(unsold.status, 204U);
        QVERIFY(unsold.body.empty());
    }

    void theInventoryIsListed()
    {
        auto service = ssp();
        const auto all = service.get("/inventory").json().as_array();
        QCOMPARE(all.size(), 3U);
        QVERIFY(has(all[0],
                    {"slot_id", "publisher_id", "ad_slot", "available", "daily_impressions",
                     "total_revenue", "created_at"}));
        QCOMPARE(numberAt(all[0].at("ad_slot"), "floor_price"), 0.5);
        QCOMPARE(service.get("/inventory?publisher_id=pub_002").json().as_array().size(), 1U);
        QVERIFY(has(service.get("/inventory/stats").json(),
                    {"total_slots", "available_slots", "daily_impressions", "total_revenue",
                     "average_fill_rate"}));
        const auto revenue = service.get("/revenue?publisher_id=pub_001&days=7").json().as_array();
        QCOMPARE(revenue.size(), 1U);
        QVERIFY(has(revenue[0],
                    {"publisher_id", "total_revenue", "impressions_count", "average_cpm",
                     "period_start", "period_end"}));
    }

    void anAuctionIsKeptUnderItsId()
    {
        auto service = exchange();
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
        auto service = exchange();
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

    void profilesEventsAndSegments()
    {
        auto service = dmp();
        const auto missing = service.get("/user/nobody/profile");
        QCOMPARE(missing.status, 404U);
        QCOMPARE(textAt(missing.json(), "detail"),
                 std::string("User profile not found for user_id: nobody"));
        const auto put
            = service.call("PUT", "/user/ann/profile",
                           "{\"demographics\":{\"age\":30},\"interests\":[\"software\"]}");
        QVERIFY2(put.status == 200, put.body.c_str());
        const auto segments = put.json().at("segments").as_array();
        QCOMPARE(segments.size(), 2U); // young_adults: 18 to 35; tech_enthusiasts: software
        QCOMPARE(service.call("PUT", "/user/ann/profile", "{").status, 422U);
        QCOMPARE(service.call("PUT", "/user/ann/profile", "{\"interests\":5}").status, 400U);

        const auto single
            = service.post("/user/ann/events",
                           "{\"event_type\":\"purchase\",\"event_data\":{\"category\":\"shoes\"}}");
        QCOMPARE(textAt(single.json(), "message"), std::string("Event recorded successfully"));
        QVERIFY(!textAt(single.json(), "event_id").empty());
        const auto list = service.post(
            "/user/ann/events",
            "{\"events\":[{\"event_type\":\"page_view\",\"page_url\":"
            "\"https://example.com/products\",\"timestamp\":\"2024-01-01T12:00:00Z\"}]}");
        QVERIFY2(list.status == 200, list.body.c_str());
        QCOMPARE(service.post("/user/ann/events", "{}").status, 400U);
        QCOMPARE(service.post("/user/ann/events", "{\"event_type\":\"sneeze\"}").status, 400U);
        const auto events = service.get("/user/ann/events?limit=10").json();
        QCOMPARE(numberAt(events, "total_events"), 2.0);
        QCOMPARE(service.get("/user/stranger/events").json().at("events").as_array().size(), 0U);

        QVERIFY(service.get("/segments").json().as_object().contains("high_value")); // has bought
        QCOMPARE(textAt(service.get("/segments/high_value").json(), "segment_name"),
                 std::string("high_value"));
        QCOMPARE(textAt(service.get("/segments/none").json(), "detail"),
                 std::string("Segment not found: none"));
        QCOMPARE(service.post("/segments/vip/users/bob").status, 200U);
        QCOMPARE(numberAt(service.get("/segments/vip").json(), "count"), 1.0);
        QCOMPARE(service.call("DELETE", "/segments/vip/users/bob").status, 200U);
        QCOMPARE(service.call("DELETE", "/segments/vip/users/bob").status, 404U);
    }

    void openRtbRequestsAreAnswered()
    {
        auto users = dmp();
        users.call("PUT", "/user/ortb-user/profile", "{\"interests\":[\"gaming\"]}");
        auto service = exchange();
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

    void unknownPathsAndMethodsAreRefused()
    {
        auto service = adManagement();
        QCOMPARE(service.get("/nothing").status, 404U);
        const auto wrong = service.call("DELETE", "/campaigns");
        QCOMPARE(wrong.status, 405U);
        QCOMPARE(wrong.allow, std::string("POST, GET"));
        QCOMPARE(service.get("/segments").status, 404U); // the DMP's
    }

    void misframedRequestsAreRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        const QByteArray host = "Host: localhost\r\n";
        QTest::newRow("chunk extension")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\n12345\r\n0\r\n\r\n")
            << QByteArray("400");
        QTest::newRow("two framings")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << QByteArray("400");
        QTest::newRow("no host") << QByteArray("GET /health HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("foreign host")
            << QByteArray("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            << QByteArray("421");
        QTest::newRow("foreign page")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Origin: https://evil.example\r\nContent-Length: 0\r\n\r\n")
            << QByteArray("403");
        QTest::newRow("too long") << QByteArray("POST /bid HTTP/1.1\r\n" + host
                                                + "Content-Length: 1048577\r\n\r\n")
                                  << QByteArray("413");
        QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\n" + host
                                                   + "X: " + QByteArray(20'000, 'x') + "\r\n\r\n")
                                     << QByteArray("431");
    }
    void misframedRequestsAreRefusedAndClosed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        const auto answer = RestClient::raw(m_gateway->ports().at(1), bytes.toStdString());
        QVERIFY2(answer.starts_with("HTTP/1.1 " + status.toStdString()), answer.c_str());
        QVERIFY(answer.find("Connection: close") != std::string::npos);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        const std::string first = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const std::string second
            = "GET /none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        const auto answer = RestClient::raw(m_gateway->ports().at(0), first + second);
        QVERIFY(answer.starts_with("HTTP/1.1 200"));
        QVERIFY(answer.find("HTTP/1.1 404") != std::string::npos);
    }

    void acknowledgedWritesOutliveTheProcess()
    {
        const auto id = textAt(adManagement().post("/campaigns", kSpring).json(), "id");
        QCOMPARE(adManagement().post("/campaigns/" + id + "/spend", "{\"amount\":1.25}").status,
                 200U);
        dmp().call("PUT", "/user/kept/profile", "{\"interests\":[\"opera\"]}");
        stop();
        start();
        QCOMPARE(numberAt(adManagement().get("/campaigns/" + id).json(), "spent"), 1.25);
        QCOMPARE(dmp().get("/user/kept/profile").json().at("interests").at(0).as_string(), "opera");
    }
};

QTEST_GUILESS_MAIN(TestRestContract)
#include "test_rest_contract.moc"
