// SPDX-License-Identifier: GPL-3.0-or-later
// Section 2 of the REST contract (ad management) over real sockets.
#include "tests/integration/rest_bed.h"

#include <algorithm>
#include <barrier>
#include <future>
#include <utility>

using namespace gavel;

namespace {

const std::string kSpring
    = "{\"name\":\"Spring sale\",\"advertiser_id\":\"advertiser_001\",\"budget\":10000.0,"
      "\"targeting\":{\"age_range\":{\"min_age\":18,\"max_age\":35},\"interests\":[\"technology\","
      "\"shopping\"]},"
      "\"creative\":{\"title\":\"Spring sale\",\"description\":\"20 % off\"}}";

} // namespace

class TestRestCampaigns : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

    /// The path of a fresh draft with a budget of 100.
    std::string newCampaign() const
    {
        const auto created = m_bed.adManagement().post(
            "/campaigns", "{\"name\":\"new\",\"advertiser_id\":\"adv\",\"budget\":100}");
        return "/campaigns/" + textAt(created.json(), "id");
    }

    /// The statuses of two calls that are sent at the same time.
    template<typename First, typename Second>
    std::pair<unsigned, unsigned> atOnce(First first, Second second) const
    {
        std::barrier together(2);
        const auto call = [&](const auto& ask) {
            auto service = m_bed.adManagement();
            together.arrive_and_wait();
            return ask(service).status;
        };
        auto other = std::async(std::launch::async, [&] { return call(second); });
        const unsigned status = call(first);
        return {status, other.get()};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void campaignsAreCreatedReadChangedAndDeleted()
    {
        auto service = m_bed.adManagement();
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

    void anIdThatIsTakenIsRefused()
    {
        auto service = m_bed.adManagement();
        const std::string first
            = "{\"id\":\"mine\",\"name\":\"first\",\"advertiser_id\":\"a\",\"budget\":1}";
        const std::string second
            = "{\"id\":\"mine\",\"name\":\"second\",\"advertiser_id\":\"b\",\"budget\":2}";
        QCOMPARE(service.post("/campaigns", first).status, 200U);
        for (const auto& again : {first, second}) {
            const auto refused = service.post("/campaigns", again);
            QCOMPARE(refused.status, 422U);
            const auto error = refused.json().at("details").at("errors").as_array().at(0);
            QCOMPARE(textAt(error, "field"), std::string("id"));
            QCOMPARE(textAt(error, "message"), std::string("\"mine\" is taken"));
        }
        QCOMPARE(textAt(service.get("/campaigns/mine").json(), "name"), std::string("first"));
        QCOMPARE(service.call("DELETE", "/campaigns/mine").status, 200U);
        QCOMPARE(service.post("/campaigns", second).status, 200U);
    }

    void changesAtTheSameTimeAreAllKept()
    {
        constexpr int kRounds = 20;
        for (int i = 1; i <= kRounds; ++i) {
            const auto path = newCampaign();
            const auto name = "name " + std::to_string(i);
            const auto [renamed, funded] = atOnce(
                [&](RestClient& service) {
                    return service.call("PUT", path, "{\"name\":\"" + name + "\"}");
                },
                [&](RestClient& service) {
                    return service.call("PUT", path, "{\"budget\":" + std::to_string(i) + "}");
                });
            QCOMPARE(renamed, 200U);
            QCOMPARE(funded, 200U);
            const auto kept = m_bed.adManagement().get(path).json();
            QCOMPARE(textAt(kept, "name"), name);
            QCOMPARE(numberAt(kept, "budget"), static_cast<double>(i));
        }
    }

    void aBudgetIsNeverLoweredBelowWhatIsSpentMeanwhile()
    {
        constexpr int kRounds = 20;
        for (int i = 0; i < kRounds; ++i) {
            const auto path = newCampaign();
            const auto [lowered, spent] = atOnce(
                [&](RestClient& service) { return service.call("PUT", path, "{\"budget\":50}"); },
                [&](RestClient& service) {
                    return service.post(path + "/spend", "{\"amount\":90}");
                });
            // One of them comes first, and the other is refused: 90 does not fit into 50.
            QCOMPARE(std::max(lowered, spent), 400U);
            QCOMPARE(std::min(lowered, spent), 200U);
            const auto kept = m_bed.adManagement().get(path).json();
            QVERIFY(numberAt(kept, "spent") <= numberAt(kept, "budget"));
        }
    }

    void whatIsDeletedDoesNotComeBack()
    {
        constexpr int kRounds = 20;
        for (int i = 0; i < kRounds; ++i) {
            const auto path = newCampaign();
            const auto [deleted, renamed]
                = atOnce([&](RestClient& service) { return service.call("DELETE", path); },
                         [&](RestClient& service) {
                             return service.call("PUT", path, "{\"name\":\"late\"}");
                         });
            QCOMPARE(deleted, 200U);
            QVERIFY(renamed == 200U || renamed == 404U);
            QCOMPARE(m_bed.adManagement().get(path).status, 404U);
        }
    }

    void badCampaignsAreRefusedFieldByField()
    {
        auto service = m_bed.adManagement();
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
        auto service = m_bed.adManagement();
        QVERIFY(service.get("/campaigns").json().is_array());
        for (const auto& wrapped :
             {service.get("/v1/campaigns"), service.call("GET", "/campaigns", {}, "1")}) {
            QCOMPARE(textAt(wrapped.json(), "status"), std::string("success"));
            QVERIFY(has(wrapped.json(), {"data", "message", "timestamp"}));
        }
        QCOMPARE(textAt(service.get("/v1/campaigns/none").json(), "status"), std::string("error"));
    }

    void unknownPathsAndMethodsAreRefused()
    {
        auto service = m_bed.adManagement();
        QCOMPARE(service.get("/nothing").status, 404U);
        const auto wrong = service.call("DELETE", "/campaigns");
        QCOMPARE(wrong.status, 405U);
        QCOMPARE(wrong.allow, std::string("POST, GET"));
        QCOMPARE(service.get("/segments").status, 404U); // the DMP's
    }
};

QTEST_GUILESS_MAIN(TestRestCampaigns)
#include "test_rest_campaigns.moc"
