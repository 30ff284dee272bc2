// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/task_filter.h"

#include <QtTest>

using namespace gavel;
using runtime::parseTaskFilter;
using runtime::TaskRow;

namespace {

TaskRow springSale()
{
    TaskRow row;
    row.id = 42;
    row.campaignId = "camp-001";
    row.campaignName = "Spring Sale";
    row.trigger = model::TriggerKind::Interval;
    row.priority = model::TaskPriority::High;
    row.state = model::TaskState::PartiallyCompleted;
    row.attempt = 2;
    row.owner = "node-a";
    return row;
}

} // namespace

class TestTaskFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterTakesWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("takes");
        const auto row = [](const char* filter, bool takes) {
            QTest::newRow(filter) << QByteArray(filter) << takes;
        };
        row("", true);
        row("state = partially_completed", true);
        row("state = PartiallyCompleted", true);
        row("state != failed", true);
        row("state = failed and priority = high", false);
        row("state = failed or priority = high", true);
        row("not state = failed", true);
        row("(state = failed or attempt >= 2) and owner = node-a", true);
        row("attempt < 2", false);
        row("attempt <= 2 and attempt > 1 and attempt != 3 and attempt = 2", true);
        row("name = sale", true);
        row("name = \"spring s\"", true);
        row("campaign = camp-001", true);
        row("campaign = camp", false);
        row("task = 42", true);
        row("trigger = interval", true);
    }
    void aFilterTakesWhatItSays()
    {
        QFETCH(QByteArray, filter);
        QFETCH(bool, takes);
        const auto test = parseTaskFilter(filter.toStdString());
        QVERIFY2(test, test ? "" : base::toString(test.error()).c_str());
        QCOMPARE((*test)(springSale()), takes);
    }

    void aWrongFilterSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("where");
        const auto row = [](const char* filter, const char* code, const char* where) {
            QTest::newRow(filter) << QByteArray(filter) << QByteArray(code) << QByteArray(where);
        };
        row("colour = red", "FILTER_WRONG", "column 1");
        row("state", "FILTER_UNFINISHED", "column 6");
        row("state =", "FILTER_UNFINISHED", "column 8");
        row("state < failed", "FILTER_WRONG", "column 7");
        row("(state = failed", "FILTER_UNFINISHED", "column 16");
        row("attempt = two", "FILTER_WRONG", "column 11");
        row("state = failed priority = high", "FILTER_WRONG", "column 16");
    }
    void aWrongFilterSaysWhere()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, where);
        const auto test = parseTaskFilter(filter.toStdString());
        QVERIFY(!test);
        QCOMPARE(test.error().code, code.toStdString());
        QCOMPARE(test.error().where, where.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestTaskFilter)
#include "test_task_filter.moc"
