// SPDX-License-Identifier: GPL-3.0-or-later
// Section 4 of the REST contract (SSP) over real sockets.
#include "tests/integration/rest_bed.h"

#include <boost/json/serialize.hpp>

#include <utility>

using namespace gavel;

class TestRestSsp : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void anAdRequestIsSoldAndItsImpressionConfirmed()
    {
        auto service = m_bed.ssp();
        const std::string request = "{\"slot_id\":\"banner_top_1\",\"user_id\":\"ssp-user\","
                                    "\"device\":{\"type\":\"mobile\"},"
                                    "\"geo\":{\"country\":\"US\",\"region\":\"CA\",\"city\":\"LA\"}"
                                    ",\"publisher_id\":\"pub_001\"}";
        auto users = m_bed.dmp();
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

    void anImpressionThatContradictsItsSaleIsRefused()
    {
        auto service = m_bed.ssp();
        m_bed.dmp().call("PUT", "/user/told-user/profile", "{\"interests\":[\"gaming\"]}");
        const auto sold = service.post(
            "/ad-request",
            "{\"slot_id\":\"banner_top_1\",\"user_id\":\"told-user\",\"device\":{\"type\":"
            "\"mobile\"},\"geo\":{\"country\":\"US\"}}");
        QVERIFY2(sold.status == 200, sold.body.c_str());
        const auto id = textAt(sold.json(), "impression_url").substr(12);
        const auto tell = [&](const std::string& more) {
            return service.post("/impression", "{\"impression_id\":\"" + id + "\"" + more + "}");
        };
        const auto transactions
            = [&] { return m_bed.exchange().get("/transactions").json().as_array().size(); };
        const auto before = transactions();
        for (const auto& [field, value] :
             {std::pair("campaign_id", "\"camp-none\""), std::pair("price", "9.99"),
              std::pair("price", "0"), std::pair("slot_id", "\"sidebar_1\""),
              std::pair("user_id", "\"somebody\"")}) {
            const auto refused = tell(std::string(",\"") + field + "\":" + value);
            QCOMPARE(refused.status, 422U);
            const auto error = refused.json().at("details").at("errors").as_array().at(0);
            QCOMPARE(textAt(error, "field"), std::string(field));
        }
        QCOMPARE(tell(",\"price\":\"much\"").status, 422U);
        QCOMPARE(transactions(), before);
        const auto right = tell(",\"campaign_id\":\"" + textAt(sold.json(), "campaign_id")
                                + "\",\"user_id\":\"told-user\",\"slot_id\":\"banner_top_1\","
                                  "\"price\":"
                                + json::serialize(sold.json().at("price")));
        QVERIFY2(right.status == 200, right.body.c_str());
        QCOMPARE(transactions(), before + 1);
    }

    void theInventoryIsListed()
    {
        auto service = m_bed.ssp();
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
};

QTEST_GUILESS_MAIN(TestRestSsp)
#include "test_rest_ssp.moc"
