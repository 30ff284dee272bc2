// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/palette_list.h"
#include "ui/shell/palette/palette_match.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gavel::shell;

namespace {

PaletteEntry entry(PaletteGroup group, const QString& title, const QString& id = {})
{
    PaletteEntry result;
    result.group = group;
    result.title = title;
    result.id = id;
    return result;
}

QStringList shownIn(const PaletteList& list)
{
    QStringList titles;
    for (int row = 0; row < list.rowCount(); ++row)
        titles << list.index(row, 0).data().toString();
    return titles;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAndInitialsMatch_data();
    void wordsAndInitialsMatch();
    void theBeginningIsWorthMost();
    void groupsStandInTheOrderOfTheirBestHit();
    void recentCommandsComeFirstWhileNothingIsTyped();
    void headingsCannotBeChosen();
    void anObjectBringsItsActions();
};

void TestPalette::wordsAndInitialsMatch_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("letters");
    QTest::newRow("start") << "spr"
                           << "Spring Sale" << QList<int>{0, 1, 2};
    QTest::newRow("second word") << "sale"
                                 << "Spring Sale" << QList<int>{7, 8, 9, 10};
    QTest::newRow("two words, any order") << "sa sp"
                                          << "Spring Sale" << QList<int>{0, 1, 7, 8};
    QTest::newRow("initials") << "ltr"
                              << "Lunar Trail Running" << QList<int>{0, 6, 12};
    QTest::newRow("inside") << "ing"
                            << "Spring Sale" << QList<int>{3, 4, 5};
    QTest::newRow("chinese") << QStringLiteral("促销") << QStringLiteral("春季促销活动")
                             << QList<int>{2, 3};
    QTest::newRow("nothing typed") << ""
                                   << "Spring Sale" << QList<int>{};
}

void TestPalette::wordsAndInitialsMatch()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QList<int>, letters);
    const auto match = matchPalette(typed, text);
    QVERIFY(match.has_value());
    QCOMPARE(match->letters, letters);
}

void TestPalette::theBeginningIsWorthMost()
{
    const QString typed = QStringLiteral("sp");
    const int start = matchPalette(typed, QStringLiteral("Spring Sale"))->score;
    const int word = matchPalette(typed, QStringLiteral("Late Spring"))->score;
    const int initials = matchPalette(typed, QStringLiteral("Summer Party"))->score;
    const int inside = matchPalette(typed, QStringLiteral("Crisps"))->score;
    QVERIFY(start > word);
    QVERIFY(word > initials);
    QVERIFY(initials > inside);
    QVERIFY(!matchPalette(typed, QStringLiteral("Autumn")).has_value());
    QVERIFY(
        !matchPalette(QStringLiteral("spring autumn"), QStringLiteral("Spring Sale")).has_value());
}

void TestPalette::groupsStandInTheOrderOfTheirBestHit()
{
    PaletteList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setEntries({entry(PaletteGroup::Campaigns, "Late Pause"),
                     entry(PaletteGroup::Actions, "Pause or play")});
    list.search(QStringLiteral("pau"), {});
    QCOMPARE(shownIn(list), QStringList({"Actions", "Pause or play", "Campaigns", "Late Pause"}));
    QCOMPARE(list.hits(), 2);
    list.search(QStringLiteral("zzz"), {});
    QCOMPARE(list.rowCount(), 0);
    QCOMPARE(list.firstEntryRow(), -1);
}

void TestPalette::recentCommandsComeFirstWhileNothingIsTyped()
{
    PaletteList list;
    list.setEntries({entry(PaletteGroup::Actions, "Step", "training.step"),
                     entry(PaletteGroup::Actions, "Undo", "edit.undo")});
    list.search({}, {QStringLiteral("edit.undo"), QStringLiteral("gone")});
    QCOMPARE(shownIn(list), QStringList({"Recent", "Undo", "Actions", "Step", "Undo"}));
    list.search(QStringLiteral("st"), {});
    QCOMPARE(shownIn(list), QStringList({"Actions", "Step"}));
}

void TestPalette::headingsCannotBeChosen()
{
    PaletteList list;
    list.setEntries({entry(PaletteGroup::Pages, "Go to Market")});
    list.search({}, {});
    QVERIFY(!list.flags(list.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(list.flags(list.index(1, 0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(!list.entry(list.index(0, 0)));
}

void TestPalette::anObjectBringsItsActions()
{
    const auto campaign = [](const QString& title) {
        PaletteEntry object = entry(PaletteGroup::Campaigns, title);
        object.actions
            = [title] { return std::vector{entry(PaletteGroup::ObjectActions, "Pause " + title)}; };
        return object;
    };
    PaletteList list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setEntries({campaign("Spring Sale"), campaign("Spring Reading"),
                     entry(PaletteGroup::Actions, "Spread")});
    list.search(QStringLiteral("spr"), {});
    QCOMPARE(shownIn(list),
             QStringList({"Campaigns", "Spring Sale", "Spring Reading", "Actions on Spring Sale",
                          "Pause Spring Sale", "Actions", "Spread"}));
    QCOMPARE(list.showActionsOf(list.index(2, 0)), 4);
    QCOMPARE(shownIn(list),
             QStringList({"Campaigns", "Spring Sale", "Spring Reading", "Actions on Spring Reading",
                          "Pause Spring Reading", "Actions", "Spread"}));
    QCOMPARE(list.showActionsOf(list.index(6, 0)), -1); // nothing can be done with an action
    list.search({}, {});
    QVERIFY(!shownIn(list).contains(QStringLiteral("Actions on Spring Sale")));
}

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
