// SPDX-License-Identifier: GPL-3.0-or-later
// What a person marks on the charts of the Overview, over a real engine and its workspace.
#include "engine/runtime/engine.h"
#include "ui/overview/latency_panel.h"
#include "ui/overview/log_panel.h"
#include "ui/overview/marks/mark_dialog.h"
#include "ui/overview/marks/mark_words.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/throughput_panel.h"

#include <QListView>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::overview;

namespace {

constexpr int kWaitMs = 30'000;

runtime::Snapshot snapshotWith(std::vector<health::Annotation> all)
{
    runtime::Snapshot snapshot;
    snapshot.annotations = std::make_shared<const runtime::AnnotationsView>(std::move(all));
    return snapshot;
}

health::Annotation mark(std::int64_t id, qint64 at, const char* kind, const char* level,
                        const char* person, const char* subject, const char* text)
{
    return {id, "live", {at}, {at}, kind, level, person, subject, text};
}

} // namespace

class TestOverviewMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        options.workspace = m_folder.filePath("w.gavel").toStdString();
        auto opened = runtime::Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        m_client = std::make_unique<bridge::EngineClient>(*m_engine);
        m_page = std::make_unique<OverviewPage>(*m_client, m_navigator);
        m_page->resize(1304, 799);
        m_page->retranslate();
        connect(m_client.get(), &bridge::EngineClient::snapshotChanged, m_page.get(),
                [this](const bridge::SnapshotPtr& snapshot) { m_page->setSnapshot(snapshot); });
        m_page->show();
        QVERIFY(!m_page->commandState(QStringLiteral("row.mark"))->enabled);
        runtime::ScenarioRequest request;
        request.scenario = "city-day";
        request.shards = 1;
        request.paused = true;
        QVERIFY(m_engine->loadScenario(request).has_value());
        const TimeMs start = m_engine->freshSnapshot()->start;
        QVERIFY(m_engine->runTo(start + 4 * base::kMinuteMs).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->freshSnapshot()->paused, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->commandState(QStringLiteral("row.mark"))->enabled,
                                 kWaitMs);
        m_middle = start.value + 2 * base::kMinuteMs;
    }

    void marksOfTheWindowSayWhenWhatAndWho()
    {
        const auto snapshot = snapshotWith(
            {mark(1, 60'000, "person", "info", "Mina Kang", "", "sale begins"),
             mark(2, 120'000, "alert", "warn", "", "ad-0214", "firing: Click rate above 10 %"),
             mark(3, 900'000, "market", "info", "", "Market", "is paused")});
        const auto moments = chartMoments(snapshot, {0, 200'000});
        QCOMPARE(moments.size(), std::size_t{2});
        QCOMPARE(moments[0].text, QStringLiteral("00:01 sale begins"));
        QCOMPARE(moments[0].detail, QStringLiteral("sale begins (Mina Kang)"));
        QCOMPARE(moments[1].text, QStringLiteral("00:02 ad-0214 fires: Click rate above 10 %"));
        QCOMPARE(moments[1].mark, widgets::Mark::Warn);
        QVERIFY(isOwn(*markById(snapshot, 1)));
        QVERIFY(!isOwn(*markById(snapshot, 2)));
        QCOMPARE(markNear(snapshot, 115'000, 10'000)->id, 2);
        QVERIFY(!markNear(snapshot, 300'000, 10'000));
    }

    void theLogShowsAMarkOnceAndForGood()
    {
        auto snapshot
            = snapshotWith({mark(1, 60'000, "person", "info", "Mina Kang", "", "sale begins"),
                            mark(2, 90'000, "market", "info", "", "Market", "is paused")});
        snapshot.log = {{{120'000}, "campaign", "info", "Spring Sale", "day budget is spent"},
                        {{90'000}, "market", "info", "Market", "is paused"}};
        const auto rows = logRows(snapshot);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].annotation, 0);
        QCOMPARE(rows[1].annotation, 2);
        QCOMPARE(rows[2].annotation, 1);
        QCOMPARE(rows[2].subject, QStringLiteral("Mina Kang"));
    }

    void momentsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("at"); // -1 = none
        // 2024-05-01T08:30:00Z is 16:30 at UTC+8.
        QTest::newRow("whole") << QStringLiteral("2024-05-01 16:30:00")
                               << qint64{1'714'552'200'000};
        QTest::newRow("no seconds")
            << QStringLiteral("2024-05-01 16:30") << qint64{1'714'552'200'000};
        QTest::newRow("of that day") << QStringLiteral(" 16:30:01 ") << qint64{1'714'552'201'000};
        QTest::newRow("no hour 25") << QStringLiteral("25:00") << qint64{-1};
        QTest::newRow("no day") << QStringLiteral("2024-02-30 10:00") << qint64{-1};
        QTest::newRow("words") << QStringLiteral("noon") << qint64{-1};
        QTest::newRow("nothing") << QString() << qint64{-1};
    }
    void momentsAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, at);
        QCOMPARE(readMoment(text, 1'714'552'200'000, 480).value_or(-1), at);
    }

    void badInputKeepsTheDialogOpen()
    {
        health::Annotation fresh;
        fresh.at = {m_middle};
        MarkDialog dialog(fresh, 480, m_page.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!dialog.mayBeDone());
        dialog.text().setText(QStringLiteral("sale begins"));
        QVERIFY(dialog.mayBeDone());
        dialog.moment().setText(QStringLiteral("noon"));
        QVERIFY(!dialog.mayBeDone());
        dialog.moment().setText(QStringLiteral("12:00"));
        QVERIFY(dialog.mayBeDone());
        dialog.text().setText(QString(201, u'x'));
        QVERIFY(!dialog.mayBeDone());
    }

    void aMomentIsMarkedAtTheCursorChangedAndRemoved()
    {
        auto& chart = m_page->findChild<ThroughputPanel*>()->chart();
        Q_EMIT chart.momentClicked(m_middle);
        write(QStringLiteral("row.mark"), QStringLiteral("sale begins"));
        QTRY_COMPARE_WITH_TIMEOUT(own().size(), std::size_t{1}, kWaitMs);
        QCOMPARE(own().front().at.value, m_middle);
        QCOMPARE(own().front().text, std::string("sale begins"));
        QVERIFY(!own().front().person.empty());

        auto* log = m_page->findChild<LogPanel*>();
        const auto select = [&] {
            m_page->setSnapshot(m_client->snapshot());
            log->setSnapshot(*m_engine->freshSnapshot());
            log->selectMark(own().front().id);
            return log->selectedMark() == own().front().id;
        };
        QTRY_VERIFY_WITH_TIMEOUT(select(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->commandState(QStringLiteral("mark.edit"))->enabled,
                                 kWaitMs);
        write(QStringLiteral("mark.edit"), QStringLiteral("sale is over"));
        QTRY_COMPARE_WITH_TIMEOUT(own().front().text, std::string("sale is over"), kWaitMs);

        run(QStringLiteral("edit.undo"));
        QTRY_COMPARE_WITH_TIMEOUT(own().front().text, std::string("sale begins"), kWaitMs);
        run(QStringLiteral("edit.redo"));
        QTRY_COMPARE_WITH_TIMEOUT(own().front().text, std::string("sale is over"), kWaitMs);

        QTRY_VERIFY_WITH_TIMEOUT(select(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->commandState(QStringLiteral("mark.remove"))->enabled,
                                 kWaitMs);
        QTest::keyClick(log->findChild<QListView*>(), Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(own().empty(), kWaitMs);
        run(QStringLiteral("edit.undo"));
        QTRY_COMPARE_WITH_TIMEOUT(own().size(), std::size_t{1}, kWaitMs);
        QCOMPARE(own().front().text, std::string("sale is over"));
        for (int i = 0; i < 2; ++i) // the change, then the mark itself
            run(QStringLiteral("edit.undo"));
        QTRY_VERIFY_WITH_TIMEOUT(own().empty(), kWaitMs);
        QVERIFY(!m_page->commandState(QStringLiteral("edit.undo"))->enabled);
    }

    void whatTheProgramWroteIsNotForPeopleToChange()
    {
        auto* log = m_page->findChild<LogPanel*>();
        log->setSnapshot(*m_engine->freshSnapshot());
        log->selectMark(m_engine->annotations().view()->front().id);
        const auto state = m_page->commandState(QStringLiteral("mark.remove"));
        QVERIFY(!state->enabled);
        QCOMPARE(state->reason, QStringLiteral("The program wrote this one."));
    }

private:
    void run(const QString& id)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_page->commandState(id)->enabled, kWaitMs);
        m_page->runCommand(id);
    }
    void write(const QString& command, const QString& text)
    {
        m_page->runCommand(command);
        auto* dialog = m_page->findChild<MarkDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->text().setText(text);
        QVERIFY(dialog->mayBeDone());
        QTest::keyClick(&dialog->text(), Qt::Key_Return);
    }
    /// Those of people.
    std::vector<health::Annotation> own() const
    {
        std::vector<health::Annotation> found;
        for (const auto& one : *m_engine->annotations().view())
            if (isOwn(one))
                found.push_back(one);
        return found;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    bridge::Navigator m_navigator;
    std::unique_ptr<OverviewPage> m_page;
    qint64 m_middle = 0;
};

QTEST_MAIN(TestOverviewMarks)
#include "test_overview_marks.moc"
