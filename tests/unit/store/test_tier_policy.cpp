// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/tier_policy.h"
#include "tests/unit/store/workspace_bed.h"

using namespace gavel;
using namespace gavel::store;

class TierPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultMovesNothingOutOfReach();
    void aDocumentSaysWhatItNames();
    void aWrongDocumentIsRefused_data();
    void aWrongDocumentIsRefused();
    void versionsAreKept();
    void aDayIsDueByWholeDays();
};

void TierPolicyTest::theDefaultMovesNothingOutOfReach()
{
    const TierPolicy policy;
    QCOMPARE(policy.coldAfterDays, 30);
    QCOMPARE(policy.archiveAfterDays, 365);
    QVERIFY(policy.archiveFolder.empty());
    QCOMPARE(policy.dropAfterDays, 0);
    QCOMPARE(policy.dropTasksAfterDays, 14);
    QCOMPARE(policy.dropFailedTasksAfterDays, 90);
    QVERIFY(TierPolicy::read("{}", "p").value() == policy);
}

void TierPolicyTest::aDocumentSaysWhatItNames()
{
    const auto policy = TierPolicy::read(R"({"cold_after_days": 7, "archive_after_days": 90,
        "archive_folder": "/mnt/archive", "drop_after_days": 3650,
        "drop_tasks_after_days": 0, "drop_failed_tasks_after_days": 400})",
                                         "p")
                            .value();
    QCOMPARE(policy.coldAfterDays, 7);
    QCOMPARE(policy.archiveAfterDays, 90);
    QCOMPARE(policy.archiveFolder, std::string("/mnt/archive"));
    QCOMPARE(policy.dropAfterDays, 3650);
    QCOMPARE(policy.dropTasksAfterDays, 0);
    QCOMPARE(policy.dropFailedTasksAfterDays, 400);
    QVERIFY(TierPolicy::read(policy.toJson(), "p").value() == policy);
}

void TierPolicyTest::aWrongDocumentIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("archive before cold")
        << QByteArray(R"({"cold_after_days": 30, "archive_after_days": 30})")
        << QByteArray("archive_after_days");
    QTest::newRow("dropped before cold")
        << QByteArray(R"({"cold_after_days": 30, "drop_after_days": 7})")
        << QByteArray("drop_after_days");
    QTest::newRow("dropped before archived")
        << QByteArray(R"({"archive_folder": "/a", "drop_after_days": 365})")
        << QByteArray("drop_after_days");
    QTest::newRow("dropped without being cold")
        << QByteArray(R"({"cold_after_days": 0, "drop_after_days": 7})")
        << QByteArray("drop_after_days");
    QTest::newRow("days below none")
        << QByteArray(R"({"cold_after_days": -1})") << QByteArray("cold_after_days");
    QTest::newRow("tasks kept for less than nothing")
        << QByteArray(R"({"drop_tasks_after_days": -3})") << QByteArray("drop_tasks_after_days");
    QTest::newRow("failed tasks kept for words")
        << QByteArray(R"({"drop_failed_tasks_after_days": "90"})")
        << QByteArray("drop_failed_tasks_after_days");
    QTest::newRow("half a day") << QByteArray(R"({"cold_after_days": 1.5})")
                                << QByteArray("cold_after_days");
    QTest::newRow("a relative folder")
        << QByteArray(R"({"archive_folder": "old"})") << QByteArray("archive_folder");
    QTest::newRow("a bucket") << QByteArray(R"({"archive_folder": "s3://bucket/old"})")
                              << QByteArray("archive_folder");
    QTest::newRow("a word nobody knows")
        << QByteArray(R"({"cool_after_days": 3})") << QByteArray("cool_after_days");
    QTest::newRow("no object") << QByteArray("[]") << QByteArray("");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("");
}

void TierPolicyTest::aWrongDocumentIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const auto policy = TierPolicy::read(json.toStdString(), "policy.json");
    QVERIFY(!policy);
    QVERIFY2(policy.error().where.find("policy.json") != std::string::npos,
             policy.error().where.c_str());
    QVERIFY2(policy.error().where.find(field.toStdString()) != std::string::npos,
             policy.error().where.c_str());
}

void TierPolicyTest::versionsAreKept()
{
    WorkspaceBed bed;
    bed.open();
    auto reader = bed.workspace->reader();
    QCOMPARE(readTierPolicy(*reader).value().version, 0U);
    TierPolicy policy;
    for (const std::int32_t days : {7, 9}) {
        policy.coldAfterDays = days;
        QVERIFY(bed.workspace->writeAndWait([&](Connection& connection) -> Result<void> {
            const auto version = keepTierPolicy(connection, policy, "Mina Kang", {1000});
            return version ? Result<void>() : version.error();
        }));
    }
    const auto kept = readTierPolicy(*reader).value();
    QCOMPARE(kept.version, 2U);
    QCOMPARE(kept.actor, std::string("Mina Kang"));
    QCOMPARE(kept.at.value, 1000);
    QVERIFY(kept.policy == policy);
    QCOMPARE(bed.integer("SELECT count(*) FROM tier_policy"), 2);
    const auto nobody = bed.workspace->writeAndWait([&](Connection& connection) -> Result<void> {
        const auto version = keepTierPolicy(connection, policy, "", {});
        return version ? Result<void>() : version.error();
    });
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, std::string("PERSON_MISSING"));
}

void TierPolicyTest::aDayIsDueByWholeDays()
{
    QCOMPARE(dayOf({0}), 0);
    QCOMPARE(dayOf({-1}), -1);
    QCOMPARE(dayOf({base::kDayMs - 1}), 0);
    QVERIFY(!TierPolicy::isDue(30, 100, 129));
    QVERIFY(TierPolicy::isDue(30, 100, 130));
    QVERIFY(!TierPolicy::isDue(0, 100, 100'000));
}

QTEST_GUILESS_MAIN(TierPolicyTest)
#include "test_tier_policy.moc"
