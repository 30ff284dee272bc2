// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rows_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gavel::widgets;

namespace {

struct Row
{
    QString id;
    int spend;
};
using Key = QString (*)(const Row&);
using Model = RowsModel<Row, Key>;

QString idOf(const Row& row)
{
    return row.id;
}

std::vector<RowColumn<Row>> columns()
{
    return {{QStringLiteral("Id"),
             [](const Row& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? row.id : QVariant();
             },
             [](const Row& a, const Row& b) { return a.id < b.id; },
             false,
             {}},
            {QStringLiteral("Spent"),
             [](const Row& row, int role) -> QVariant {
                 return role == Qt::DisplayRole ? row.spend : QVariant();
             },
             [](const Row& a, const Row& b) { return a.spend < b.spend; },
             true,
             {}}};
}

QStringList idsOf(const Model& model)
{
    QStringList ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids << model.row(i).id;
    return ids;
}

} // namespace

class TestRowsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsKeepTheOrderInWhichTheyArrive();
    void sortingFollowsTheValues();
    void aSelectedRowStaysSelectedOverAnUpdate();
    void changedValuesAreOneNotification();
    void twoRowsWithOneKeyDoNoHarm();
};

void TestRowsModel::rowsKeepTheOrderInWhichTheyArrive()
{
    Model model(&idOf);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns());
    model.update({{"b", 1}, {"a", 2}});
    QCOMPARE(idsOf(model), QStringList({"b", "a"}));
    model.update({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.find(QStringLiteral("a")), -1);
}

void TestRowsModel::sortingFollowsTheValues()
{
    Model model(&idOf);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns());
    model.update({{"a", 1}, {"b", 3}, {"c", 2}});
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(idsOf(model), QStringList({"b", "c", "a"}));
    model.update({{"a", 9}, {"b", 3}, {"c", 2}});
    QCOMPARE(idsOf(model), QStringList({"a", "b", "c"}));
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(idsOf(model), QStringList({"a", "b", "c"}));
}

void TestRowsModel::aSelectedRowStaysSelectedOverAnUpdate()
{
    Model model(&idOf);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns());
    model.update({{"a", 1}, {"b", 2}, {"c", 3}});
    const QPersistentModelIndex chosen = model.index(1, 0);
    const QPersistentModelIndex lost = model.index(0, 0);
    model.update({{"d", 4}, {"c", 3}, {"b", 2}});
    QCOMPARE(idsOf(model), QStringList({"d", "c", "b"}));
    QCOMPARE(chosen.row(), 2);
    QVERIFY(!lost.isValid());
}

void TestRowsModel::changedValuesAreOneNotification()
{
    Model model(&idOf);
    model.setColumns(columns());
    model.update({{"a", 1}, {"b", 2}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.update({{"a", 5}, {"b", 6}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.row(1).spend, 6);
}

void TestRowsModel::twoRowsWithOneKeyDoNoHarm()
{
    Model model(&idOf);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns());
    model.update({{"a", 1}, {"a", 2}});
    model.update({{"a", 1}});
    QCOMPARE(model.rowCount(), 1);
}

QTEST_MAIN(TestRowsModel)
#include "test_rows_model.moc"
