// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/model/contract_json.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::model;

namespace {

ContractFields read(std::string_view text, std::vector<Error>& errors)
{
    return contractFields(*base::parseJson(text, ""), errors);
}

} // namespace

class TestContractJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCampaignIsCreatedFromABody()
    {
        std::vector<Error> errors;
        const auto fields
            = read(R"({"name":"春季促销活动","advertiser_id":"adv-001","budget":10000.0,
            "targeting":{"location":{"countries":["CN"]},"age_range":{"min_age":18,"max_age":35}},
            "creative":{"title":"春季大促销","description":"全场商品8折优惠"}})",
                   errors);
        needForCreation(fields, errors);
        QVERIFY(errors.empty());
        Campaign campaign;
        campaign.id = "camp-9";
        campaign.strategy.kind = StrategyKind::Contract;
        campaign.pacing = PacingPolicy::Asap;
        apply(fields, campaign);
        QVERIFY(validate(campaign).empty());
        QCOMPARE(campaign.budgetTotal.micros, std::int64_t{10'000'000'000});
        QCOMPARE(campaign.status, CampaignStatus::Draft);
        QCOMPARE(campaign.ads.size(), std::size_t{1});
        QCOMPARE(campaign.ads[0].creatives[0].title, std::string("春季大促销"));

        const auto out = contractValue(campaign, Money{1'500'000});
        QCOMPARE(
            base::jsonText(out),
            std::string(
                R"({"id":"camp-9","name":"春季促销活动","advertiser_id":"adv-001","budget":10000,)"
                R"("spent":1.5,"targeting":{"location":{"countries":["CN"]},"age_range":{"min_age":18,)"
                R"("max_age":35}},"creative":{"title":"春季大促销","description":"全场商品8折优惠"},)"
                R"("status":"draft","created_at":"1970-01-01T00:00:00Z",)"
                R"("updated_at":"1970-01-01T00:00:00Z"})"));
    }

    void aChangeTouchesOnlyWhatItNames()
    {
        Campaign campaign;
        campaign.id = "c";
        campaign.name = "before";
        campaign.budgetTotal = Money::units(5);
        campaign.ads = {{"own", "kept", {}}};
        std::vector<Error> errors;
        apply(read(R"({"status":"active","creative":{"title":"a"}})", errors), campaign);
        apply(read(R"({"creative":{"title":"b","size":"300x250"}})", errors), campaign);
        QVERIFY(errors.empty());
        QCOMPARE(campaign.name, std::string("before"));
        QCOMPARE(campaign.status, CampaignStatus::Active);
        QCOMPARE(campaign.ads.size(), std::size_t{2});
        QCOMPARE(campaign.ads[1].creatives[0].title, std::string("b"));
        QCOMPARE(campaign.creativeJson, std::string(R"({"title":"b","size":"300x250"})"));
    }

    void budgetsPacingAndBillingAreBeyondTheContract()
    {
        Campaign campaign;
        campaign.id = "c";
        campaign.pacing = PacingPolicy::Asap;
        std::vector<Error> errors;
        apply(read(R"({"budget":100,"daily_budget":10.5,"hourly_budget":2,"pacing":"even",
                       "delivery":"guaranteed","billing":{"model":"cpc","per_click":0.25}})",
                   errors),
              campaign);
        QVERIFY(errors.empty());
        QCOMPARE(campaign.budgetDay.micros, 10'500'000);
        QCOMPARE(campaign.budgetHour.micros, 2'000'000);
        QCOMPARE(campaign.pacing, PacingPolicy::Even);
        QCOMPARE(campaign.delivery, DeliveryPromise::Guaranteed);
        QVERIFY((campaign.billing == Billing{BillingModel::Cpc, {250'000}, {}, {}}));
        const auto shown = base::jsonText(contractValue(campaign, {}));
        QVERIFY(shown.find(R"("daily_budget":10.5,"hourly_budget":2,"pacing":"even",)"
                           R"("delivery":"guaranteed","billing":{"model":"cpc","per_click":0.25)")
                != std::string::npos);
    }

    void badBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* body, const char* field, const char* what) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(field) << QByteArray(what);
        };
        constexpr auto kTargeting = "Invalid targeting criteria format";
        constexpr auto kCreative = "Invalid creative content format";
        row(R"({"targeting":[]})", "targeting", kTargeting);
        row(R"({"targeting":{"interests":"x","age_range":"18-35"}})", "targeting", kTargeting);
        row(R"({"targeting":{"age_range":{"min_age":40,"max_age":18}}})", "targeting", kTargeting);
        row(R"({"creative":"text"})", "creative", kCreative);
        row(R"({"creative":{"title":5}})", "creative", kCreative);
        row(R"({"creative":{"click_url":"javascript:1"}})", "creative", kCreative);
        row(R"({"budget":-1})", "budget", "an amount cannot be negative here");
        row(R"({"budget":"a lot"})", "budget", "");
        row(R"({"hourly_budget":"a lot"})", "hourly_budget", "");
        row(R"({"pacing":"soon"})", "pacing", "");
        row(R"({"billing":{"model":"cpx"}})", "billing.model", "");
        row(R"({"name":""})", "name", "this text is empty");
        row(R"({"advertiser_id":"a b"})", "advertiser_id", "");
        row(R"({"id":"../x"})", "id", "");
        row(R"({"status":"running"})", "status", "");
        row(R"({"spent":2,"budget":1})", "spent", "more is spent than the budget");
        row("[]", "", "an object is needed here");
    }
    void badBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, what);
        std::vector<Error> errors;
        read(body.toStdString(), errors);
        QCOMPARE(errors.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(errors[0].where), field);
        if (!what.isEmpty())
            QCOMPARE(QByteArray::fromStdString(errors[0].what), what);
        QVERIFY(!errors[0].advice.empty());
    }

    void creationNeedsThreeFields()
    {
        std::vector<Error> errors;
        const auto fields = read(R"({"budget":"x"})", errors);
        needForCreation(fields, errors);
        QCOMPARE(errors.size(), std::size_t{3});
        QCOMPARE(errors[1].where, std::string("name"));
        QCOMPARE(errors[2].where, std::string("advertiser_id"));
    }
};

QTEST_GUILESS_MAIN(TestContractJson)
#include "test_contract_json.moc"
