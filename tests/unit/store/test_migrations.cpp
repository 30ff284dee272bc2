// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/workspace_bed.h"

using namespace gavel;
using namespace gavel::store;

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOlderVersionBecomesTheNewest_data();
    void everyOlderVersionBecomesTheNewest();
    void numbersOfARoomHaveNoGap();
    void roomsBringTheirOwnTables();
    void aFileOfANewerProgramIsRefused();
    void aRoomThatIsNotAskedForIsLeftAlone();
    void aBrokenStepIsUndoneWhole();
};

namespace {

std::vector<Migration> storeUpTo(std::size_t count)
{
    return {storeMigrations().begin(),
            storeMigrations().begin() + static_cast<std::ptrdiff_t>(count)};
}

std::string schemaOf(Connection& connection)
{
    auto rows = connection.prepare(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
    return rows->step().value() ? std::string(rows->text(0)) : std::string();
}

constexpr Migration kProfiles[]{{"dmp", 1, "CREATE TABLE profile (id TEXT PRIMARY KEY) STRICT"},
                                {"dmp", 2, "ALTER TABLE profile ADD COLUMN age INTEGER"}};

} // namespace

void MigrationsTest::everyOlderVersionBecomesTheNewest_data()
{
    QTest::addColumn<int>("from");
    for (int from = 0; from <= static_cast<int>(storeMigrations().size()); ++from)
        QTest::addRow("from %d", from) << from;
}

void MigrationsTest::everyOlderVersionBecomesTheNewest()
{
    QFETCH(const int, from);
    WorkspaceBed bed;
    auto fresh = Connection::open(bed.path("fresh"), Connection::Access::Write);
    QVERIFY(migrate(*fresh, storeMigrations()));
    auto older = Connection::open(bed.path("older"), Connection::Access::Write);
    QVERIFY(migrate(*older, storeUpTo(static_cast<std::size_t>(from))));
    if (from > 0)
        QVERIFY(older->execute(
            "INSERT INTO campaign (market, id, name, advertiser, status, version, spent_micros, "
            "json) "
            "VALUES ('live', 'camp-001', 'One', 'adv', 'active', 3, 1250000, '{}')"));
    QVERIFY(migrate(*older, storeMigrations()));
    QCOMPARE(schemaOf(*older), schemaOf(*fresh));
    QCOMPARE(older->integer("SELECT sum(spent_micros) FROM campaign").value(),
             from > 0 ? 1'250'000 : 0);
    QVERIFY(migrate(*older, storeMigrations())); // once more changes nothing
    QCOMPARE(schemaOf(*older), schemaOf(*fresh));
}

void MigrationsTest::numbersOfARoomHaveNoGap()
{
    int number = 0;
    for (const Migration& migration : storeMigrations()) {
        QCOMPARE(migration.room, std::string_view("store"));
        QCOMPARE(migration.number, ++number);
    }
}

void MigrationsTest::roomsBringTheirOwnTables()
{
    WorkspaceBed bed;
    {
        const auto first = Workspace::open(bed.path(), std::span(kProfiles, 1));
        QVERIFY(first);
        QVERIFY((*first)->writeAndWait(statement("INSERT INTO profile VALUES ('u1')")));
    }
    const auto second = Workspace::open(bed.path(), kProfiles);
    QVERIFY(second);
    QVERIFY((*second)->writeAndWait(statement("UPDATE profile SET age = 30")));
}

void MigrationsTest::aFileOfANewerProgramIsRefused()
{
    WorkspaceBed bed;
    QVERIFY(Workspace::open(bed.path(), kProfiles));
    const auto older = Workspace::open(bed.path(), std::span(kProfiles, 1));
    QVERIFY(!older);
    QCOMPARE(older.error().code, std::string("WORKSPACE_NEWER"));
    QCOMPARE(older.error().what,
             std::string("a newer Gavel wrote this file: dmp 2, known up to 1"));
}

void MigrationsTest::aRoomThatIsNotAskedForIsLeftAlone()
{
    WorkspaceBed bed;
    QVERIFY(Workspace::open(bed.path(), kProfiles));
    const auto without = Workspace::open(bed.path());
    QVERIFY(without);
    auto reader = (*without)->reader();
    QCOMPARE(reader->integer("SELECT count(*) FROM profile").value(), 0);
}

void MigrationsTest::aBrokenStepIsUndoneWhole()
{
    WorkspaceBed bed;
    auto connection = Connection::open(bed.path(), Connection::Access::Write);
    constexpr Migration kBroken[]{
        {"dmp", 1, "CREATE TABLE profile (id TEXT) STRICT; CREATE TABLE profile (id TEXT)"}};
    QVERIFY(!migrate(*connection, kBroken));
    QCOMPARE(
        connection->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'profile'").value(),
        0);
    QCOMPARE(connection->integer("SELECT count(*) FROM schema_version").value(), 0);
    QVERIFY(migrate(*connection, std::span(kProfiles, 1)));
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "test_migrations.moc"
