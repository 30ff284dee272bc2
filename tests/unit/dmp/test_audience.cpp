// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/audience.h"
#include "engine/dmp/segment_rules.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using dmp::Audience;
using dmp::ProfileChange;

namespace {

std::unique_ptr<store::Workspace> workspaceAt(const QTemporaryDir& folder)
{
    auto opened = store::Workspace::open(folder.filePath("audience.gavel").toStdString(),
                                         dmp::profileMigrations());
    return opened ? std::move(*opened) : nullptr;
}

model::UserEvent userEvent(const std::string& user, const std::string& type,
                           const std::string& data = "{}")
{
    model::UserEvent made;
    made.userId = user;
    made.type = type;
    made.dataJson = data;
    return made;
}

using Strings = std::vector<std::string>;

} // namespace

class TestAudience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void cleanup()
    {
        m_audience.reset();
        m_workspace.reset();
    }

    /// The contract: demographics override key by key, lists unite, segments follow rules.
    void mergeUnitesListsAndOverridesDemographics()
    {
        ProfileChange first;
        first.age = 25;
        first.interests = {"technology", "music"};
        first.demographicsJson = R"({"income":"low","city":"Oslo"})";
        QVERIFY(m_audience->merge("user-1", first).has_value());
        ProfileChange second;
        second.gender = "female";
        second.interests = {"music", "travel"};
        second.demographicsJson = R"({"income":"high"})";
        const auto merged = m_audience->merge("user-1", second);
        QVERIFY(merged.has_value());
        QCOMPARE(merged->age, 25);
        QCOMPARE(merged->gender, std::string("female"));
        QCOMPARE(merged->interests, (Strings{"technology", "music", "travel"}));
        QCOMPARE(merged->demographicsJson, std::string(R"({"income":"high","city":"Oslo"})"));
        QCOMPARE(merged->segments, (Strings{"tech_enthusiasts", "young_adults"}));
    }

    void threePurchasesMakeAFrequentBuyer()
    {
        for (int i = 0; i < 2; ++i)
            QVERIFY(m_audience->record(userEvent("user-2", "purchase")).has_value());
        QCOMPARE(m_audience->profile("user-2")->segments, (Strings{"high_value"}));
        QVERIFY(m_audience->record(userEvent("user-2", "PURCHASE")).has_value());
        QCOMPARE(m_audience->profile("user-2")->segments,
                 (Strings{"high_value", "frequent_buyers"}));
        QCOMPARE(m_audience->profile("user-2")->behaviours, (Strings{"buyer"}));
    }

    void anEventBringsInterestAndDevice()
    {
        const auto recorded = m_audience->record(
            userEvent("user-3", "page_view", R"({"category":"gadgets","device_type":"mobile"})"));
        QVERIFY(recorded.has_value());
        const auto profile = m_audience->profile("user-3");
        QCOMPARE(profile->interests, (Strings{"gadgets"}));
        QCOMPARE(profile->behaviours, (Strings{"browser"}));
        QCOMPARE(profile->segments, (Strings{"mobile_users", "tech_enthusiasts"}));
        const auto events = m_audience->events("user-3", 10);
        QCOMPARE(events->size(), std::size_t{1});
        QCOMPARE(events->front().type, std::string("page_visit"));
    }

    void blankEventDataBringsNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* blank : {"", "  ", "\\t\\r\\n "})
            QTest::newRow(blank) << QString(blank);
    }

    void blankEventDataBringsNothing()
    {
        QFETCH(QString, text);
        const auto data = "{\"category\":\"" + text + "\",\"device_type\":\"" + text + "\"}";
        QVERIFY(
            m_audience->record(userEvent("user-5", "view", data.toUtf8().constData())).has_value());
        const auto profile = m_audience->profile("user-5");
        QVERIFY(profile->interests.empty());
        QVERIFY(profile->deviceType.empty());
        QCOMPARE(profile->behaviours, (Strings{"viewer"}));
    }

    void badEventsAreRefusedByField()
    {
        QCOMPARE(m_audience->record(userEvent("user-4", "")).error().code,
                 std::string("MISSING_FIELD"));
        QCOMPARE(m_audience->record(userEvent("user-4", "dance")).error().code,
                 std::string("INVALID_EVENT_TYPE"));
        QCOMPARE(m_audience->record(userEvent("no spaces", "click")).error().where,
                 std::string("user_id"));
        QCOMPARE(m_audience->profileCount(), std::size_t{0});
        QCOMPARE(m_audience->eventCount(), std::size_t{0});
    }

    void badProfilesAreRefusedByField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("not an object") << "[]"
                                       << "";
        QTest::newRow("age is text") << R"({"demographics":{"age":"old"}})"
                                     << "demographics.age";
        QTest::newRow("age too high") << R"({"demographics":{"age":900}})"
                                      << "demographics.age";
        QTest::newRow("interest is a number") << R"({"interests":["a",3]})"
                                              << "interests[1]";
        QTest::newRow("blank segment") << R"({"segments":[" "]})"
                                       << "segments[0]";
    }

    void badProfilesAreRefusedByField()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        const auto change = dmp::profileChangeFromJson(text.toStdString());
        QVERIFY(!change.has_value());
        QCOMPARE(QString::fromStdString(change.error().where), field);
        QVERIFY(change.error().what.starts_with("Invalid profile data"));
    }

    void segmentsCanBeChangedByHand()
    {
        QVERIFY(m_audience->addToSegment("vip", "stranger").has_value());
        ProfileChange change;
        change.age = 40;
        QVERIFY(m_audience->merge("known", change).has_value());
        QVERIFY(m_audience->addToSegment("vip", "known").has_value());
        QCOMPARE(*m_audience->segment("vip"), (Strings{"known", "stranger"}));
        QVERIFY(!m_audience->segment("nobody").has_value());
        QVERIFY(m_audience->removeFromSegment("vip", "known").has_value());
        QVERIFY(m_audience->removeFromSegment("vip", "stranger").has_value());
        QCOMPARE(m_audience->removeFromSegment("vip", "stranger").error().code,
                 std::string("DATA_NOT_FOUND"));
        QCOMPARE(m_audience->segment("vip")->size(), std::size_t{0});
    }

    void everythingIsThereAfterReopening()
    {
        ProfileChange change;
        change.age = 33;
        change.interests = {"software"};
        change.demographicsJson = R"({"income":"high"})";
        QVERIFY(m_audience->merge("kept", change).has_value());
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_audience->record(userEvent("kept", "purchase")).has_value());
        QVERIFY(m_audience->addToSegment("vip", "stranger").has_value());
        const auto before = m_audience->profile("kept");
        reopen();
        QCOMPARE(*m_audience->profile("kept"), *before);
        QCOMPARE(m_audience->eventCount(), std::size_t{3});
        QCOMPARE(*m_audience->segment("vip"), (Strings{"stranger"}));
        QVERIFY(m_audience->record(userEvent("kept", "click")).has_value());
        QCOMPARE(m_audience->profile("kept")->segments, before->segments);
    }

    void fillPutsHandlesIntoAnOpportunity()
    {
        ProfileChange change;
        change.age = 30;
        change.gender = "male";
        change.interests = {"technology"};
        QVERIFY(m_audience->merge("seen", change).has_value());
        model::Opportunity opportunity;
        m_audience->fill(opportunity, "seen");
        const auto& segments = opportunity.list(model::Dimension::Segment);
        QVERIFY(opportunity.profile != 0);
        QCOMPARE(opportunity.value(model::Dimension::Age), Handle{31});
        QCOMPARE(m_vocabulary->text(model::Dimension::Gender,
                                    opportunity.value(model::Dimension::Gender)),
                 std::string("male"));
        QCOMPARE(segments.size(), std::size_t{2});
        QCOMPARE(m_vocabulary->text(model::Dimension::Segment, segments[0]),
                 std::string("tech_enthusiasts"));
        model::Opportunity unknown;
        m_audience->fill(unknown, "unseen");
        QCOMPARE(unknown.profile, std::uint32_t{0});
        QCOMPARE(unknown.user, dmp::userHash("unseen"));
    }

    void theStoreKeepsProfilesApartAndPacksItsLists()
    {
        dmp::ProfileStore store;
        constexpr int kProfiles = 20'000;
        for (int round = 1; round <= 3; ++round)
            for (int i = 0; i < kProfiles; ++i) {
                const auto place = store.findOrAdd("user-" + std::to_string(i));
                const std::vector<Handle> values(static_cast<std::size_t>(round * 2),
                                                 static_cast<Handle>(i + round));
                store.setLists(place, values, values, values);
            }
        QCOMPARE(store.size(), static_cast<std::size_t>(kProfiles));
        for (int i = 0; i < kProfiles; ++i) {
            const auto place = store.find("user-" + std::to_string(i));
            QVERIFY(place != 0);
            QCOMPARE(store.lists(place).segments.size(), std::size_t{6});
            QCOMPARE(store.lists(place).segments[5], static_cast<Handle>(i + 3));
        }
        QCOMPARE(store.find("user-x"), dmp::ProfileStore::Profile{0});
    }

private:
    void reopen()
    {
        cleanup();
        m_workspace = workspaceAt(*m_folder);
        QVERIFY(m_workspace);
        m_vocabulary = std::make_shared<model::Vocabulary>();
        auto opened = Audience::open(*m_workspace, m_vocabulary, m_clock);
        QVERIFY(opened.has_value());
        m_audience = std::move(*opened);
    }

    base::ManualClock m_clock{TimeMs{1'780'000'000'000}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Workspace> m_workspace;
    std::shared_ptr<model::Vocabulary> m_vocabulary;
    std::unique_ptr<Audience> m_audience;
};

QTEST_GUILESS_MAIN(TestAudience)
#include "test_audience.moc"
