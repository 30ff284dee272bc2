// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/campaign_table.h"
#include "engine/store/draft_table.h"
#include "engine/store/record_table.h"
#include "engine/store/setting_table.h"
#include "tests/unit/store/workspace_bed.h"

using namespace gavel;
using namespace gavel::store;

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCampaignComesBackAsStored();
    void aChangedCampaignKeepsWhatItSpent();
    void spendsAddUpToTheMicro();
    void badSpendsAreRefused();
    void removalsOfNothingAreRefused();
    void aRemovedCampaignMayComeBackWithWhatItSpent();
    void aPublicationIsWholeOrNotAtAll();
    void marketsShareNoCampaigns();
    void draftsAreKeptUnderTheirName();
    void settingsAreReplaced();
    void theNewestRecordsOfAKindAreKept();
    void hostileTextsAreOnlyTexts();
};

namespace {

model::Campaign campaign(const std::string& id)
{
    model::Campaign made;
    made.id = id;
    made.name = "가을 Sale '25";
    made.advertiserId = "adv-1";
    made.status = model::CampaignStatus::Paused;
    made.version = 4;
    return made;
}

Workspace::Write storing(const model::Campaign& what, std::string json)
{
    return [=](Connection& connection) { return storeCampaign(connection, "live", what, json); };
}

Workspace::Write spending(std::string id, std::int64_t micros)
{
    return
        [=](Connection& connection) { return recordSpend(connection, "live", id, Money{micros}); };
}

std::vector<StoredCampaign> stored(const WorkspaceBed& bed)
{
    auto reader = bed.workspace->reader();
    return loadCampaigns(*reader, "live").value();
}

} // namespace

void TablesTest::aCampaignComesBackAsStored()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), R"({"id":"camp-001"})")));
    bed.close();
    bed.open();
    const auto all = stored(bed);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0].id, std::string("camp-001"));
    QCOMPARE(all[0].name, std::string("가을 Sale '25"));
    QCOMPARE(all[0].advertiserId, std::string("adv-1"));
    QVERIFY(all[0].status == model::CampaignStatus::Paused);
    QCOMPARE(all[0].version, 4U);
    QCOMPARE(all[0].spent.micros, 0);
    QCOMPARE(all[0].json, std::string(R"({"id":"camp-001"})"));
}

void TablesTest::aChangedCampaignKeepsWhatItSpent()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    QVERIFY(bed.workspace->writeAndWait(spending("camp-001", 5'500'000)));
    auto changed = campaign("camp-001");
    changed.version = 5;
    QVERIFY(bed.workspace->writeAndWait(storing(changed, R"({"v":5})")));
    QCOMPARE(stored(bed)[0].version, 5U);
    QCOMPARE(stored(bed)[0].spent.micros, 5'500'000);
}

void TablesTest::spendsAddUpToTheMicro()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    for (int i = 0; i < 10; ++i)
        QVERIFY(bed.workspace->writeAndWait(spending("camp-001", 100'001)));
    QCOMPARE(stored(bed)[0].spent.micros, 1'000'010);
}

void TablesTest::badSpendsAreRefused()
{
    WorkspaceBed bed;
    bed.open();
    QCOMPARE(bed.workspace->writeAndWait(spending("camp-404", 1)).error().code,
             std::string("CAMPAIGN_UNKNOWN"));
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    for (const std::int64_t micros : {0, -1})
        QCOMPARE(bed.workspace->writeAndWait(spending("camp-001", micros)).error().code,
                 std::string("AMOUNT_NOT_POSITIVE"));
    QCOMPARE(stored(bed)[0].spent.micros, 0);
}

void TablesTest::removalsOfNothingAreRefused()
{
    WorkspaceBed bed;
    bed.open();
    const auto remove = [](Connection& connection) {
        return removeCampaign(connection, "live", "camp-001", {7'000});
    };
    QCOMPARE(bed.workspace->writeAndWait(remove).error().code, std::string("CAMPAIGN_UNKNOWN"));
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    QVERIFY(bed.workspace->writeAndWait(remove));
    QVERIFY(stored(bed).empty());
    QCOMPARE(bed.workspace->writeAndWait(remove).error().code, std::string("CAMPAIGN_UNKNOWN"));
}

void TablesTest::aRemovedCampaignMayComeBackWithWhatItSpent()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    QVERIFY(bed.workspace->writeAndWait(spending("camp-001", 5'500'000)));
    QVERIFY(bed.workspace->writeAndWait([](Connection& connection) {
        return removeCampaign(connection, "live", "camp-001", {7'000});
    }));
    QVERIFY(stored(bed).empty());
    {
        auto reader = bed.workspace->reader();
        const auto gone = loadRemovedCampaigns(*reader, "live").value();
        QCOMPARE(gone.size(), 1U);
        QCOMPARE(gone[0].id, std::string("camp-001"));
        QVERIFY(loadRemovedCampaigns(*reader, "demo").value().empty());
    }
    QCOMPARE(bed.workspace->writeAndWait(spending("camp-001", 1)).error().code,
             std::string("CAMPAIGN_UNKNOWN"));
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    QCOMPARE(stored(bed)[0].spent.micros, 5'500'000);
    QVERIFY(bed.workspace->writeAndWait(
        [](Connection& connection) { return forgetCampaigns(connection, "live"); }));
    QVERIFY(stored(bed).empty());
}

void TablesTest::aPublicationIsWholeOrNotAtAll()
{
    WorkspaceBed bed;
    bed.open();
    const auto publish = [](Connection& connection) -> Result<void> {
        if (auto one = storeCampaign(connection, "live", campaign("camp-001"), "{}"); !one)
            return one;
        return removeCampaign(connection, "live", "camp-404", {});
    };
    QVERIFY(!bed.workspace->writeAndWait(publish));
    QVERIFY(stored(bed).empty());
}

void TablesTest::marketsShareNoCampaigns()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(storing(campaign("camp-001"), "{}")));
    QVERIFY(bed.workspace->writeAndWait([](Connection& connection) {
        return storeCampaign(connection, "demo", campaign("camp-001"), R"({"demo":true})");
    }));
    QVERIFY(bed.workspace->writeAndWait(
        [](Connection& connection) { return removeCampaign(connection, "demo", "camp-001", {}); }));
    QCOMPARE(stored(bed).size(), 1U);
    QCOMPARE(stored(bed)[0].json, std::string("{}"));
}

void TablesTest::draftsAreKeptUnderTheirName()
{
    WorkspaceBed bed;
    bed.open();
    const Draft first{"campaigns", R"({"a":1})", {1000}};
    const Draft second{"campaigns", R"({"a":2})", {2000}};
    const Draft other{"rules", "{}", {1500}};
    for (const Draft& draft : {first, second, other})
        QVERIFY(bed.workspace->writeAndWait(
            [&](Connection& connection) { return saveDraft(connection, draft); }));
    auto reader = bed.workspace->reader();
    QVERIFY(loadDraft(*reader, "campaigns").value() == second);
    QVERIFY(loadDrafts(*reader).value() == (std::vector<Draft>{second, other}));
    QVERIFY(bed.workspace->writeAndWait(
        [](Connection& connection) { return discardDraft(connection, "campaigns"); }));
    QVERIFY(!loadDraft(*reader, "campaigns").value());
    QVERIFY(bed.workspace->writeAndWait(
        [](Connection& connection) { return discardDraft(connection, "campaigns"); }));
}

void TablesTest::settingsAreReplaced()
{
    WorkspaceBed bed;
    bed.open();
    for (const char* value : {"dark", "light"})
        QVERIFY(bed.workspace->writeAndWait(
            [&](Connection& connection) { return saveSetting(connection, "theme", value); }));
    auto reader = bed.workspace->reader();
    QCOMPARE(loadSetting(*reader, "theme").value(), std::optional<std::string>("light"));
    QVERIFY(!loadSetting(*reader, "language").value());
}

void TablesTest::theNewestRecordsOfAKindAreKept()
{
    WorkspaceBed bed;
    bed.open();
    const auto keep = [&](const char* kind, const char* name, const char* json) {
        return bed.workspace->writeAndWait([&](Connection& connection) {
            return keepRecord(connection, kind, {name, {7}, json}, 2);
        });
    };
    for (const char* name : {"a", "b", "c"})
        QVERIFY(keep("sale", name, "{}"));
    QVERIFY(keep("visit", "a", "{}")); // another kind has its own places
    QVERIFY(keep("sale", "b", "[]")); // replaced where it stands
    const auto names = [&](const char* kind) {
        auto reader = bed.workspace->reader();
        std::string all;
        for (const auto& record : readRecords(*reader, kind).value())
            all += record.name + record.json;
        return all;
    };
    QCOMPARE(names("sale"), std::string("b[]c{}"));
    QCOMPARE(names("visit"), std::string("a{}"));
    QVERIFY(bed.workspace->writeAndWait(
        [](Connection& connection) { return forgetRecords(connection, "sale"); }));
    QCOMPARE(names("sale"), std::string());
}

void TablesTest::hostileTextsAreOnlyTexts()
{
    WorkspaceBed bed;
    bed.open();
    const std::string hostile("'); DROP TABLE setting; --\0x", 28);
    QVERIFY(bed.workspace->writeAndWait(
        [&](Connection& connection) { return saveSetting(connection, hostile, hostile); }));
    auto reader = bed.workspace->reader();
    QCOMPARE(loadSetting(*reader, hostile).value(), std::optional<std::string>(hostile));
}

QTEST_GUILESS_MAIN(TablesTest)
#include "test_tables.moc"
