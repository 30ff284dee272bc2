// SPDX-License-Identifier: GPL-3.0-or-later
// What `gaveld` says of options that are out of their range.
#include <QProcess>
#include <QtTest>

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOutOfRangeAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const QStringList& arguments, const char* said) {
            QTest::newRow(qPrintable(arguments.join(' '))) << arguments << said;
        };
        const QString auctions = "range 1 to 1000000000000";
        const QString seeds = "range 0 to 9223372036854775806";
        for (const char* wrong : {"0", "-5", "many", "1.5", "99999999999999999999"})
            row({"simulate", "demo", "--auctions", wrong}, qPrintable(auctions));
        for (const char* wrong : {"-1", "x", "99999999999999999999"}) {
            row({"simulate", "demo", "--auctions", "1", "--seed", wrong}, qPrintable(seeds));
            row({"replay", "log", "--format", "openrtb", "--seed", wrong}, qPrintable(seeds));
            row({"serve", "--scenario", "demo", "--seed", wrong}, qPrintable(seeds));
        }
        for (const char* wrong : {"0", "-1", "4294967297"})
            row({"replay", "log", "--format", "ipinyou", "--episode", wrong},
                "range 1 to 1000000000");
    }

    void numbersOutOfRangeAreRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        QProcess gaveld;
        gaveld.start(QStringLiteral(GAVELD), arguments);
        QVERIFY(gaveld.waitForFinished());
        QCOMPARE(gaveld.exitCode(), 2); // usage
        const auto told = QString::fromUtf8(gaveld.readAllStandardError());
        QVERIFY2(told.contains(said), qPrintable(told));
    }

    void theLeastNumbersAreTaken()
    {
        QProcess gaveld;
        gaveld.start(QStringLiteral(GAVELD),
                     {"simulate", "demo", "--auctions", "1", "--seed", "0"});
        QVERIFY(gaveld.waitForFinished());
        QCOMPARE(gaveld.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
