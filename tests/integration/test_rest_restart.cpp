// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer promised is still there after a restart.
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/store/connection.h"
#include "tests/integration/rest_bed.h"

using namespace gavel;

namespace {

const std::string kSpring
    = "{\"name\":\"Spring sale\",\"advertiser_id\":\"advertiser_001\",\"budget\":10000.0,"
      "\"targeting\":{\"age_range\":{\"min_age\":18,\"max_age\":35},\"interests\":[\"technology\","
      "\"shopping\"]},"
      "\"creative\":{\"title\":\"Spring sale\",\"description\":\"20 % off\"}}";

} // namespace

class TestRestRestart : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void acknowledgedWritesOutliveTheProcess()
    {
        const auto id = textAt(m_bed.adManagement().post("/campaigns", kSpring).json(), "id");
        QCOMPARE(
            m_bed.adManagement().post("/campaigns/" + id + "/spend", "{\"amount\":1.25}").status,
            200U);
        m_bed.dmp().call("PUT", "/user/kept/profile", "{\"interests\":[\"opera\"]}");
        m_bed.stop();
        QVERIFY(m_bed.start());
        QCOMPARE(numberAt(m_bed.adManagement().get("/campaigns/" + id).json(), "spent"), 1.25);
        QCOMPARE(m_bed.dmp().get("/user/kept/profile").json().at("interests").at(0).as_string(),
                 "opera");
    }

    // A campaign of the demonstration has all of its budget out as quota.
    void moneySpentBesideAuctionsOrTakenBackIsSettled()
    {
        m_bed.dmp().call("PUT", "/user/beside/profile", "{\"interests\":[\"gaming\"]}");
        const auto sell = [this] {
            return m_bed.exchange().post("/rtb", bidRequest("beside", "mobile", 0.25)).json();
        };
        const auto sold = sell();
        const auto id = textAt(sold.at("winning_bid"), "campaign_id");
        const auto path = "/campaigns/" + id;
        const auto spent = [&] { return numberAt(m_bed.adManagement().get(path).json(), "spent"); };
        double expected = spent();
        const auto stats = [&] {
            const auto all = m_bed.adManagement().get(path + "/stats").json();
            return std::pair(numberAt(all, "impressions"), numberAt(all, "clicks"));
        };
        const auto restart = [&] {
            const auto before = stats();
            m_bed.stop();
            QVERIFY(m_bed.start());
            QCOMPARE(spent(), expected);
            QCOMPARE(stats(), before);
        };
        QCOMPARE(m_bed.adManagement().post(path + "/spend", "{\"amount\":2.5}").status, 200U);
        expected += 2.5;
        restart();
        expected += numberAt(sell(), "auction_price");
        const auto lowered = m_bed.adManagement().call("PUT", path, "{\"budget\":900}");
        QCOMPARE(lowered.status, 200U);
        restart();
        expected += numberAt(sell(), "auction_price");
        QCOMPARE(m_bed.adManagement().post(path + "/spend", "{\"amount\":880}").status, 200U);
        expected += 880;
        restart();
        auto reader = store::Connection::open(m_bed.file(), store::Connection::Access::Read);
        const auto checks = runtime::checkLedger(*reader);
        QVERIFY(checks);
        for (const auto& check : *checks)
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    }

    void auctionsSalesAndWorkflowsOutliveTheProcess()
    {
        auto service = m_bed.exchange();
        m_bed.dmp().call("PUT", "/user/rtb-user/profile", "{\"interests\":[\"gaming\"]}");
        const auto sold = service.post("/rtb", bidRequest("rtb-user", "mobile", 0.25)).json();
        const auto id = textAt(sold, "auction_id");
        const std::string visit = "{\"user_id\":\"rtb-user\",\"device_type\":\"mobile\","
                                  "\"location\":{\"country\":\"US\"}}";
        QVERIFY(service.post("/demo/rtb-flow-simple", visit)
                    .json()
                    .at("impression_confirmed")
                    .as_bool());
        const std::array paths{"/auction/" + id,
                               std::string("/auction-history"),
                               std::string("/transactions"),
                               std::string("/rtb/workflow-history"),
                               std::string("/workflow/stats"),
                               std::string("/stats")};
        std::vector<json::value> before;
        for (const auto& path : paths)
            before.push_back(service.get(path).json());
        const auto impression = textAt(before[2].at(0).at("impression_data"), "impression_id");
        const auto bids = m_bed.dsp().get("/bid-history").json();
        m_bed.stop();
        QVERIFY(m_bed.start());
        auto again = m_bed.exchange();
        for (std::size_t i = 0; i < paths.size(); ++i)
            QVERIFY2(again.get(paths[i]).json() == before[i], paths[i].c_str());
        QCOMPARE(m_bed.dsp().get("/bid-history").json().as_array().size(), bids.as_array().size());
        // told before the restart, so telling it again changes nothing
        QCOMPARE(m_bed.ssp().post("/impression/" + impression).status, 200U);
        QCOMPARE(again.get("/transactions").json(), before[2]);
        // a new auction does not take an old one's id
        const auto next = again.post("/rtb", bidRequest("rtb-user", "mobile", 0.25)).json();
        QVERIFY(textAt(next, "auction_id") != id);
        QCOMPARE(again.get("/auction/" + id).json(), sold);
    }

    void whatWasResetStaysForgotten()
    {
        QCOMPARE(m_bed.exchange().post("/demo/reset-stats").status, 200U);
        m_bed.stop();
        QVERIFY(m_bed.start());
        auto service = m_bed.exchange();
        QCOMPARE(service.get("/auction-history").json().as_array().size(), 0U);
        QCOMPARE(service.get("/transactions").json().as_array().size(), 0U);
        QCOMPARE(numberAt(service.get("/workflow/stats").json(), "total_workflows"), 0.0);
    }

    void salesOfTheDayAreCountedFromTheLog()
    {
        const auto slot
            = [this] { return m_bed.ssp().get("/inventory?publisher_id=pub_001").json().at(0); };
        const auto earned = [this] {
            return m_bed.ssp().get("/revenue?publisher_id=pub_001&days=1").json().at(0);
        };
        const auto slotBefore = slot();
        const auto before = earned();
        m_bed.dmp().call("PUT", "/user/day-user/profile", "{\"interests\":[\"gaming\"]}");
        const auto sold
            = m_bed.exchange().post("/rtb", bidRequest("day-user", "mobile", 0.25)).json();
        const double price = numberAt(sold, "auction_price");
        QVERIFY(price > 0);
        m_bed.stop();
        QVERIFY(m_bed.start());
        // the publisher gets 90 % of the price
        QCOMPARE(numberAt(slot(), "daily_impressions"),
                 numberAt(slotBefore, "daily_impressions") + 1);
        const auto after = earned();
        QCOMPARE(numberAt(after, "impressions_count"), numberAt(before, "impressions_count") + 1);
        QVERIFY(qFuzzyCompare(numberAt(after, "total_revenue"),
                              numberAt(before, "total_revenue") + price * 0.9));
    }
};

QTEST_GUILESS_MAIN(TestRestRestart)
#include "test_rest_restart.moc"
