// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/campaign_draft.h"
#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/draft/edit_together.h"
#include "ui/campaigns/draft/review_rows.h"
#include "ui/campaigns/inspector/targeting_parts.h"

#include <QtTest>

using namespace gavel;
using bridge::CampaignDraft;
using bridge::DraftChange;
using campaigns::EditTogether;

namespace {

model::Campaign campaignNamed(const std::string& id, std::int64_t total, std::int64_t day)
{
    model::Campaign campaign;
    campaign.id = id;
    campaign.name = "Spring Sale";
    campaign.advertiserId = "pine";
    campaign.seatId = "northwind";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(total);
    campaign.budgetDay = Money::units(day);
    campaign.strategy.cpm = Price::cpm(Money{1'800'000});
    model::Creative creative;
    creative.id = id + "-1";
    creative.width = 300;
    creative.height = 250;
    campaign.ads = {{id + "-ad", "Spring Sale", {creative}}};
    return campaign;
}

model::Campaign withDay(model::Campaign campaign, std::int64_t day)
{
    campaign.budgetDay = Money::units(day);
    return campaign;
}

} // namespace

class TestCampaignDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatIsAddedEditedAndRemoved();
    void anEditBackToTheLiveValueIsNoChange();
    void hundredEditsAndHundredUndosLeaveNothing();
    void theRulesOfPublishingSpeak_data();
    void theRulesOfPublishingSpeak();
    void aDraftWithErrorsReadsBack();
    void aTextThatIsNoDraftIsRefused_data();
    void aTextThatIsNoDraftIsRefused();
    void percentagesAreRoundedToCents_data();
    void percentagesAreRoundedToCents();
    void amountsAreReadAsPeopleWriteThem_data();
    void amountsAreReadAsPeopleWriteThem();
    void theReviewNamesEachChangedField();
    void theLastValueTakesItsRuleAway();
};

void TestCampaignDraft::countsWhatIsAddedEditedAndRemoved()
{
    CampaignDraft draft;
    const auto first = campaignNamed("camp-001", 64000, 6400);
    draft.setLive({first, campaignNamed("camp-002", 1000, 10)});
    draft.put(QStringLiteral("edit"), {withDay(first, 9600)});
    draft.remove(QStringLiteral("remove"), {"camp-002"});
    QCOMPARE(draft.freeId(), std::string("camp-003"));
    draft.put(QStringLiteral("add"), {campaignNamed(draft.freeId(), 500, 5)});
    QCOMPARE(draft.counts().added, 1);
    QCOMPARE(draft.counts().edited, 1);
    QCOMPARE(draft.counts().removed, 1);
    QCOMPARE(draft.changeOf("camp-002"), DraftChange::Removed);
    QCOMPARE(bridge::CampaignDraft::toRemove(draft.entries()),
             std::vector<std::string>{"camp-002"});
    QCOMPARE(bridge::CampaignDraft::toStore(draft.entries()).size(), std::size_t{2});
}

void TestCampaignDraft::anEditBackToTheLiveValueIsNoChange()
{
    CampaignDraft draft;
    const auto live = campaignNamed("camp-001", 64000, 6400);
    draft.setLive({live});
    draft.put(QStringLiteral("up"), {withDay(live, 7000)});
    draft.put(QStringLiteral("down"), {withDay(live, 6400)});
    QVERIFY(draft.isEmpty());
    QCOMPARE(draft.steps().count(), 2);
}

void TestCampaignDraft::hundredEditsAndHundredUndosLeaveNothing()
{
    CampaignDraft draft;
    const auto live = campaignNamed("camp-001", 64000, 6400);
    draft.setLive({live});
    const QString before = draft.toJson();
    for (int i = 1; i <= 100; ++i)
        draft.put(QString::number(i), {withDay(live, 6400 + i)});
    QCOMPARE(draft.steps().undoText(), QStringLiteral("100"));
    for (int i = 0; i < 100; ++i)
        draft.steps().undo();
    QCOMPARE(draft.toJson(), before);
    draft.steps().redo();
    QVERIFY(draft.find("camp-001")->budgetDay == Money::units(6401));
}

void TestCampaignDraft::theRulesOfPublishingSpeak_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("spent");
    QTest::addColumn<bool>("error");
    QTest::addColumn<int>("proposedDay");
    QTest::addColumn<int>("proposedTotal");
    // 64 000 - 55 588 = 8 412 left.
    QTest::newRow("day above what is left warns")
        << 64000 << 9600 << 55588 << false << 8412 << 64000;
    QTest::newRow("day above the total") << 1000 << 1200 << 0 << true << 1000 << 1000;
    QTest::newRow("negative day") << 1000 << -1 << 0 << true << 0 << 1000;
    QTest::newRow("total below what is spent") << 900 << 100 << 950 << true << 100 << 950;
}

void TestCampaignDraft::theRulesOfPublishingSpeak()
{
    QFETCH(int, total);
    QFETCH(int, day);
    QFETCH(int, spent);
    QFETCH(bool, error);
    QFETCH(int, proposedDay);
    QFETCH(int, proposedTotal);
    const auto live = campaignNamed("camp-001", 64000, 100);
    bridge::DraftContext context;
    context.spent["camp-001"] = Money::units(spent);
    const auto found = bridge::findingsOf(campaignNamed("camp-001", total, day), &live, context);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found.front().error, error);
    QVERIFY(found.front().proposal.has_value());
    QVERIFY(found.front().proposal->budgetDay == Money::units(proposedDay));
    QVERIFY(found.front().proposal->budgetTotal == Money::units(proposedTotal));
}

void TestCampaignDraft::aDraftWithErrorsReadsBack()
{
    CampaignDraft draft;
    const auto live = campaignNamed("camp-001", 1000, 100);
    const auto other = campaignNamed("camp-002", 1000, 100);
    draft.setLive({live, other});
    draft.put(QStringLiteral("edit"), {withDay(live, 5000)});
    draft.remove(QStringLiteral("remove"), {"camp-002"});
    CampaignDraft again;
    again.setLive({live, other});
    QVERIFY(again.fromJson(draft.toJson()));
    QCOMPARE(again.counts().errors, 1);
    QCOMPARE(again.counts().removed, 1);
    QVERIFY(bridge::sameContent(*again.find("camp-001"), withDay(live, 5000)));
}

void TestCampaignDraft::aTextThatIsNoDraftIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no JSON") << QStringLiteral("{");
    QTest::newRow("another format") << QStringLiteral(R"({"format": 2, "contents": []})");
    QTest::newRow("a campaign without a name")
        << QStringLiteral(R"({"format": 1, "contents": ["{\"id\": \"a\"}"]})");
}

void TestCampaignDraft::aTextThatIsNoDraftIsRefused()
{
    QFETCH(QString, text);
    CampaignDraft draft;
    QVERIFY(!draft.fromJson(text));
    QVERIFY(draft.isEmpty());
}

void TestCampaignDraft::percentagesAreRoundedToCents_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("micros");
    const int raise = static_cast<int>(EditTogether::How::Raise);
    const int lower = static_cast<int>(EditTogether::How::Lower);
    const int set = static_cast<int>(EditTogether::How::Set);
    QTest::newRow("3 800 + 10 %") << raise << qint64{10'000'000} << qint64{4'180'000'000};
    // 3 800 * 0.33333 % = 12.66654, to cents 12.67.
    QTest::newRow("3 800 + 0.33333 %") << raise << qint64{333'330} << qint64{3'812'670'000};
    QTest::newRow("3 800 - 50 %") << lower << qint64{50'000'000} << qint64{1'900'000'000};
    QTest::newRow("set 12.34") << set << qint64{12'340'000} << qint64{12'340'000};
}

void TestCampaignDraft::percentagesAreRoundedToCents()
{
    QFETCH(int, how);
    QFETCH(qint64, value);
    QFETCH(qint64, micros);
    const auto before
        = std::make_shared<const model::Campaign>(campaignNamed("camp-001", 64000, 3800));
    const auto after = EditTogether::changed(
        {before},
        {EditTogether::What::DayBudget, static_cast<EditTogether::How>(how), Money{value}});
    QCOMPARE(after.size(), std::size_t{1});
    QCOMPARE(after.front()->budgetDay.micros, micros);
}

void TestCampaignDraft::amountsAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("read");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("groups") << QStringLiteral("1,234.50") << true << qint64{1'234'500'000};
    QTest::newRow("plain") << QStringLiteral(" 12.5 ") << true << qint64{12'500'000};
    QTest::newRow("decimal comma") << QStringLiteral("12,5") << false << qint64{0};
    QTest::newRow("letter O") << QStringLiteral("12.5O") << false << qint64{0};
    QTest::newRow("nothing") << QString() << false << qint64{0};
}

void TestCampaignDraft::amountsAreReadAsPeopleWriteThem()
{
    QFETCH(QString, text);
    QFETCH(bool, read);
    QFETCH(qint64, micros);
    const std::optional<Money> amount = campaigns::readAmount(text);
    QCOMPARE(amount.has_value(), read);
    if (amount)
        QCOMPARE(amount->micros, micros);
}

void TestCampaignDraft::theReviewNamesEachChangedField()
{
    const auto live = campaignNamed("camp-001", 64000, 6400);
    auto draft = withDay(live, 9600);
    draft.strategy.cpm = Price::cpm(Money{1'650'000});
    draft.targeting.rules = {{model::Dimension::Country, model::Match::AnyOf, {"US", "CA"}}};
    const auto fields = campaigns::changedFields(live, draft);
    QCOMPARE(fields.size(), std::size_t{3});
    QCOMPARE(fields[0].live, QStringLiteral("6,400"));
    QCOMPARE(fields[0].draft, QStringLiteral("9,600"));
    QCOMPARE(fields[1].live, QStringLiteral("1.80"));
    QCOMPARE(fields[1].draft, QStringLiteral("1.65"));
    QCOMPARE(fields[2].draft, QStringLiteral("US, CA"));
}

void TestCampaignDraft::theLastValueTakesItsRuleAway()
{
    model::Targeting targeting;
    targeting.rules = {{model::Dimension::Segment, model::Match::AnyOf, {"high_value"}}};
    const auto parts = campaigns::targetingParts(targeting);
    QCOMPARE(parts.size(), std::size_t{1});
    QVERIFY(campaigns::addValue(targeting, parts[0], QStringLiteral("young_adults")));
    QVERIFY(!campaigns::addValue(targeting, parts[0], QStringLiteral("young_adults")));
    campaigns::removeValue(targeting, parts[0], 0);
    campaigns::removeValue(targeting, parts[0], 0);
    QVERIFY(targeting.rules.empty());
}

QTEST_MAIN(TestCampaignDraft)
#include "test_campaigns_draft.moc"
