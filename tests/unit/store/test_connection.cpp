// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/connection.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace gavel;
using namespace gavel::store;

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersMeanTheirNumberWhereverTheyStand();
    void valuesComeBackExactly();
    void aParameterThatIsNotThereIsToldByTheStep();
    void aStatementRunsAgainAfterItsEnd();
    void wrongSqlIsAnErrorThatNamesIt();
    void aBrokenRuleHasItsOwnCode();
    void aFolderIsNoFile();

private:
    Connection open()
    {
        const auto file = m_folder.path().toStdString() + "/" + QTest::currentTestFunction();
        auto opened = Connection::open(file, Connection::Access::Write);
        return std::move(*opened);
    }
    QTemporaryDir m_folder;
};

void ConnectionTest::parametersMeanTheirNumberWhereverTheyStand()
{
    Connection connection = open();
    auto statement = connection.prepare("SELECT $2, $1, $2");
    QVERIFY(statement);
    QVERIFY(statement->bindAll(1, 2).step().value());
    QCOMPARE(statement->integer(0), 2);
    QCOMPARE(statement->integer(1), 1);
    QCOMPARE(statement->integer(2), 2);
}

void ConnectionTest::valuesComeBackExactly()
{
    Connection connection = open();
    QVERIFY(connection.execute("CREATE TABLE kept (i INTEGER, r REAL, t TEXT, n TEXT) STRICT"));
    auto insert = connection.prepare("INSERT INTO kept VALUES ($1, $2, $3, $4)");
    const auto most = std::numeric_limits<std::int64_t>::max();
    QVERIFY(insert->bindAll(most, 0.1, "한국어\n'").bindNull(4).run());
    auto select = connection.prepare("SELECT i, r, t, n FROM kept");
    QVERIFY(select->step().value());
    QCOMPARE(select->integer(0), most);
    QCOMPARE(select->real(1), 0.1);
    QCOMPARE(select->text(2), std::string_view("한국어\n'"));
    QVERIFY(select->isNull(3) && select->text(3).empty());
    QVERIFY(!select->step().value());
}

void ConnectionTest::aParameterThatIsNotThereIsToldByTheStep()
{
    Connection connection = open();
    for (const char* sql : {"SELECT $1", "SELECT $2"}) {
        auto statement = connection.prepare(sql);
        QVERIFY(!statement->bindAll(1, 2, 3).step());
    }
}

void ConnectionTest::aStatementRunsAgainAfterItsEnd()
{
    Connection connection = open();
    QVERIFY(connection.execute("CREATE TABLE kept (i INTEGER) STRICT"));
    for (int i = 0; i < 3; ++i) {
        const auto insert = connection.cached("INSERT INTO kept VALUES ($1)");
        QVERIFY((*insert)->bindAll(i).run());
        QCOMPARE(connection.lastRow(), i + 1);
    }
    QCOMPARE(connection.integer("SELECT sum(i) FROM kept").value(), 0 + 1 + 2);
    QVERIFY(connection.execute("UPDATE kept SET i = 9 WHERE i > 0"));
    QCOMPARE(connection.changes(), 2);
}

void ConnectionTest::wrongSqlIsAnErrorThatNamesIt()
{
    Connection connection = open();
    const auto wrong = connection.prepare("SELECT x FROM nowhere");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, std::string("STORE_SQL"));
    QCOMPARE(wrong.error().what, std::string("no such table: nowhere"));
}

void ConnectionTest::aBrokenRuleHasItsOwnCode()
{
    Connection connection = open();
    QVERIFY(connection.execute("CREATE TABLE kept (i INTEGER PRIMARY KEY) STRICT"));
    QVERIFY(connection.execute("INSERT INTO kept VALUES (1)"));
    const auto twice = connection.execute("INSERT INTO kept VALUES (1)");
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, std::string("STORE_RULE"));
}

void ConnectionTest::aFolderIsNoFile()
{
    const auto folder = Connection::open(m_folder.path().toStdString(), Connection::Access::Write);
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, std::string("STORE_IO"));
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "test_connection.moc"
