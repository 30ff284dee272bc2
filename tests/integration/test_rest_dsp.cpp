// SPDX-License-Identifier: GPL-3.0-or-later
// Section 3 of the REST contract (DSP) over real sockets.
#include "tests/integration/rest_bed.h"

using namespace gavel;

class TestRestDsp : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void theDspBidsByTheContractsFormula()
    {
        auto users = m_bed.dmp();
        // three interests and one rule segment (mobile_users): n = 4
        QCOMPARE(users
                     .call("PUT", "/user/dsp-user/profile",
                           "{\"demographics\":{\"device_type\":\"mobile\"},"
                           "\"interests\":[\"gaming\",\"mobile-apps\",\"music\"]}")
                     .status,
                 200U);
        auto service = m_bed.dsp();
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
        auto service = m_bed.dsp();
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

    // The demonstration's campaigns are shown to a user five times a day.
    void winsOfBidsThatAreForgottenCountForTheirCaps()
    {
        m_bed.dmp().call("PUT", "/user/unheld/profile", "{\"interests\":[\"gaming\"]}");
        auto service = m_bed.dsp();
        const auto shown = [&] {
            return numberAt(service.get("/campaigns/camp-001/stats").json(), "impressions");
        };
        const double before = shown();
        for (int i = 1; i <= 5; ++i)
            QCOMPARE(service
                         .post("/win-notice",
                               "{\"campaign_id\":\"camp-001\",\"user_id\":\"unheld\",\"price\":0.1,"
                               "\"auction_id\":\"unheld-"
                                   + std::to_string(i) + "\"}")
                         .status,
                     200U);
        QCOMPARE(shown(), before + 5);
        QCOMPARE(service.post("/bid", bidRequest("unheld", "mobile", 0.1)).status, 204U);
        m_bed.dmp().call("PUT", "/user/another/profile", "{\"interests\":[\"gaming\"]}");
        QCOMPARE(service.post("/bid", bidRequest("another", "mobile", 0.1)).status, 200U);
    }

    void aNewCampaignMayHaveSpentAlready()
    {
        auto service = m_bed.dsp();
        const auto campaign = [](const std::string& id, const char* status, const char* spent) {
            return "{\"id\":\"" + id + "\",\"name\":\"N\",\"advertiser_id\":\"a\",\"budget\":10,"
                + "\"status\":\"" + status
                + "\",\"targeting\":{\"countries\":[\"JP\"]},\"spent\":" + spent + "}";
        };
        for (const auto* status : {"draft", "active", "paused", "completed"}) {
            const auto id = std::string("spent-") + status;
            const auto added = service.post("/campaigns", campaign(id, status, "7.5"));
            QVERIFY2(added.status == 200, added.body.c_str());
            QCOMPARE(numberAt(added.json(), "spent"), 7.5);
            QCOMPARE(textAt(added.json(), "status"), std::string(status));
            // A known campaign's is counted here: the same is taken, another is refused.
            QCOMPARE(service.post("/campaigns", campaign(id, status, "7.5")).status, 200U);
            for (const auto* other : {"0", "7.4", "8"}) {
                const auto refused = service.post("/campaigns", campaign(id, status, other));
                QCOMPARE(refused.status, 422U);
                const auto error = refused.json().at("details").at("errors").as_array().at(0);
                QCOMPARE(textAt(error, "field"), std::string("spent"));
            }
        }
        auto management = m_bed.adManagement();
        QCOMPARE(management.post("/campaigns/spent-active/spend", "{\"amount\":2.51}").status,
                 400U);
        QCOMPARE(management.post("/campaigns/spent-active/spend", "{\"amount\":2.5}").status, 200U);
        for (const auto* wrong : {"-1", "10.01", "\"much\"", "[]"})
            QCOMPARE(service.post("/campaigns", campaign("spent-wrong", "active", wrong)).status,
                     422U);
        QCOMPARE(service.get("/campaigns/spent-wrong/stats").status, 404U);
        QCOMPARE(service.post("/campaigns", campaign("spent-all", "active", "10")).status, 200U);
    }

    void theDspTakesAndRemovesCampaigns()
    {
        auto service = m_bed.dsp();
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
};

QTEST_GUILESS_MAIN(TestRestDsp)
#include "test_rest_dsp.moc"
