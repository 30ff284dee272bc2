// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/engine.h"
#include "ui/training/controls_panel.h"
#include "ui/training/journal_panel.h"
#include "ui/training/scoreboard.h"
#include "ui/training/training_page.h"
#include "ui/training/transport.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QDialog>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::training;

/// The page over a real engine with the city's day, paused at its begin.
class TestTrainingPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = runtime::Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        m_client = std::make_unique<bridge::EngineClient>(*m_engine);
        m_page = std::make_unique<TrainingPage>(*m_client, m_navigator);
        m_page->resize(1304, 799);
        m_page->retranslate();
        connect(m_client.get(), &bridge::EngineClient::snapshotChanged, m_page.get(),
                [this](const bridge::SnapshotPtr& snapshot) { m_page->setSnapshot(snapshot); });
        m_page->show();
        runtime::ScenarioRequest request;
        request.scenario = "city-day";
        request.seed = 42;
        request.shards = 1;
        request.paused = true;
        QVERIFY(m_engine->loadScenario(request).has_value());
        m_controls = m_page->findChild<ControlsPanel*>();
        QTRY_VERIFY_WITH_TIMEOUT(m_controls->findChildren<widgets::Toggle*>().size() == 6, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(isEnabled("market.pause"), 10'000);
    }

    void aPausedMarketRunsOneAuctionAtATime()
    {
        QVERIFY(isEnabled("training.step"));
        QSignalSpy said(&m_navigator, &bridge::Navigator::noticed);
        const std::uint64_t before = m_engine->freshSnapshot()->total.auctions;
        m_page->runCommand(QStringLiteral("training.step"));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 10'000);
        QCOMPARE(m_engine->freshSnapshot()->total.auctions, before + 1);
    }

    void aStepBackIsTheAuctionBeforeAndSaysSo()
    {
        QTRY_VERIFY_WITH_TIMEOUT(isEnabled("training.stepBack"), 10'000);
        QSignalSpy said(&m_navigator, &bridge::Navigator::noticed);
        const std::uint64_t before = m_engine->freshSnapshot()->total.auctions;
        m_page->runCommand(QStringLiteral("training.step"));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 10'000);
        QCOMPARE(m_engine->freshSnapshot()->total.auctions, before + 1);
        m_page->runCommand(QStringLiteral("training.stepBack"));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, 20'000);
        const auto notice = said.last().first().value<bridge::Notice>();
        QVERIFY2(notice.sentence.contains(u"one auction earlier"), qPrintable(notice.sentence));
        QCOMPARE(m_engine->freshSnapshot()->total.auctions, before);
    }

    void aRunThatIsRepeatedCanBeStopped()
    {
        constexpr std::int64_t kRunMs = 120'000; // its repetition is under way for a while
        const TimeMs begun = m_engine->freshSnapshot()->now;
        QVERIFY(m_engine->runTo(begun + kRunMs).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(
            m_client->snapshot()->paused && m_client->snapshot()->now - begun >= kRunMs, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isEnabled("training.stepBack"), 10'000);
        const std::uint64_t whole = m_engine->freshSnapshot()->total.auctions;
        QSignalSpy said(&m_navigator, &bridge::Navigator::noticed);
        const auto pauseText
            = [this] { return m_page->commandState(QStringLiteral("market.pause"))->text; };
        m_page->runCommand(QStringLiteral("training.stepBack"));
        QTRY_COMPARE_WITH_TIMEOUT(pauseText(), QStringLiteral("Stop repeating here"), 10'000);
        m_page->runCommand(QStringLiteral("market.pause"));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
        const auto notice = said.last().first().value<bridge::Notice>();
        QVERIFY2(notice.sentence.startsWith(u"The run stands at"), qPrintable(notice.sentence));
        const auto now = m_engine->freshSnapshot();
        QCOMPARE(now->replayTo, std::uint64_t{0});
        QVERIFY(now->paused);
        QVERIFY(now->total.auctions < whole);
        QTRY_VERIFY_WITH_TIMEOUT(isEnabled("training.step"), 10'000);
    }

    void twoRulesChangedFromTheSameSnapshotBothHold()
    {
        const model::AuctionRules rules = m_client->snapshot()->rules;
        Q_EMIT m_controls->changesWanted({changePriceRule(rules, model::PriceRule::FirstPrice)});
        Q_EMIT m_controls->changesWanted({changeFloors(rules, 1'200'000)});
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->rules.kind, model::PriceRule::FirstPrice,
                                  10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->rules.floorFactorPpm, 1'200'000, 10'000);
        QCOMPARE(m_client->snapshot()->rules.kind, model::PriceRule::FirstPrice);
        QTRY_VERIFY_WITH_TIMEOUT(m_controls->differences() == 2, 10'000);
        m_page->runCommand(QStringLiteral("training.restore"));
        QTRY_COMPARE_WITH_TIMEOUT(m_controls->differences(), 0, 10'000);
    }

    void aSpeedBetweenTheButtonsIsSaid()
    {
        m_engine->setSpeed(600);
        auto* transport = m_page->findChild<Transport*>();
        QTRY_VERIFY_WITH_TIMEOUT(saysText(*transport, QStringLiteral("Speed, now 600×")), 10'000);
        QSignalSpy wanted(transport, &Transport::speedWanted);
        transport->turnSpeed(1);
        transport->turnSpeed(-1);
        QCOMPARE(wanted.at(0).first().toDouble(), 1000.0);
        QCOMPARE(wanted.at(1).first().toDouble(), 60.0);
    }

    void aWrongScenarioFileIsNamedInThePageAndNothingStops()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("wrong.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QFile good(QStringLiteral(GAVEL_SOURCE_DIR "/resources/scenarios/demo.json"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        static const QRegularExpression seed(QStringLiteral("\"seed\": *[0-9]+"));
        file.write(QString::fromUtf8(good.readAll())
                       .replace(seed, QStringLiteral("\"seed\": \"many\""))
                       .toUtf8());
        file.close();
        const QString scenario = QString::fromStdString(m_client->snapshot()->scenario);
        QVERIFY(QMetaObject::invokeMethod(m_page.get(), "openFile", Qt::DirectConnection,
                                          Q_ARG(QString, file.fileName())));
        auto* strip = m_page->findChild<widgets::PanelNotice*>(QStringLiteral("problem"));
        QVERIFY(strip);
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 10'000);
        QVERIFY2(strip->sentence().contains(u"wrong.json"), qPrintable(strip->sentence()));
        QVERIFY2(strip->sentence().contains(u"line"), qPrintable(strip->sentence()));
        QVERIFY2(strip->sentence().contains(u"seed"), qPrintable(strip->sentence()));
        QCOMPARE(QString::fromStdString(m_engine->freshSnapshot()->scenario), scenario);
    }

    void aControlActsAndIsJournaledAndRestored()
    {
        auto* rule = m_controls->findChild<widgets::Segmented*>();
        QTRY_COMPARE_WITH_TIMEOUT(rule->current(), 1, 10'000); // second price
        rule->setFocus();
        QTest::keyClick(rule, Qt::Key_Left);
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->rules.kind, model::PriceRule::FirstPrice,
                                  10'000);
        const auto& journal = m_client->snapshot()->journal;
        QTRY_VERIFY_WITH_TIMEOUT(!m_client->snapshot()->journal.empty(), 10'000);
        QCOMPARE(QString::fromStdString(journal.front().subject), QStringLiteral("Price rule"));
        QTRY_COMPARE_WITH_TIMEOUT(m_controls->differences(), 1, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<JournalPanel*>()->rows().rowCount(),
                                  static_cast<int>(journal.size()), 10'000);
        QVERIFY(isEnabled("training.restore"));
        m_page->runCommand(QStringLiteral("training.restore"));
        QTRY_COMPARE_WITH_TIMEOUT(m_controls->differences(), 0, 10'000);
        QCOMPARE(m_client->snapshot()->rules.kind, model::PriceRule::SecondPrice);
    }

    void aTypedValueIsTakenAndAWrongOneIsNot()
    {
        QLineEdit* floors = nullptr;
        for (QLineEdit* edit : m_controls->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == u"Floors")
                floors = edit;
        }
        QVERIFY(floors);
        floors->setFocus();
        floors->selectAll();
        QTest::keyClicks(floors, QStringLiteral("1.5"));
        QTest::keyClick(floors, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->rules.floorFactorPpm, 1'500'000, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(floors->property("differs").toBool(), 10'000);
        floors->selectAll();
        QTest::keyClicks(floors, QStringLiteral("much"));
        QVERIFY(floors->property("wrong").toBool());
        QTest::keyClick(floors, Qt::Key_Return);
        QCOMPARE(floors->text(), factorText(1.5));
    }

    void aSeatIsCutOffAndComesBack()
    {
        widgets::Toggle* toggle = m_controls->findChildren<widgets::Toggle*>().first();
        toggle->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_client->snapshot()->seats.front().cutOff, 10'000);
        toggle->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_client->snapshot()->seats.front().cutOff, 10'000);
    }

    void theStrategyOfASeatChangesInPlace()
    {
        auto* board = m_page->findChild<Scoreboard*>();
        QTRY_COMPARE_WITH_TIMEOUT(board->rows().rowCount(), 7, 10'000);
        const int row = board->rows().find(QStringLiteral("helios"));
        const QModelIndex cell = board->rows().index(row, static_cast<int>(ScoreColumn::Strategy));
        QVERIFY(m_client->snapshot()->seats[1].strategy != "mcpc");
        const auto wanted = static_cast<int>(model::StrategyKind::TargetCpc);
        QVERIFY(board->rows().setData(cell, wanted, Qt::EditRole));
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->seats[1].strategy, std::string("mcpc"),
                                  10'000);
    }

    void aSeatOpenedFromElsewhereIsSelected()
    {
        m_page->open(
            {QStringLiteral("training"), QStringLiteral("seat"), QStringLiteral("orchid")});
        QCOMPARE(m_page->findChild<Scoreboard*>()->selected(), QStringLiteral("orchid"));
        QCOMPARE(m_page->place().value, QStringLiteral("orchid"));
        QVERIFY(m_page->stepBack());
        QVERIFY(m_page->findChild<Scoreboard*>()->selected().isEmpty());
    }

    void startingOverAsksFirstAndCancelIsTheDefault()
    {
        m_page->runCommand(QStringLiteral("training.startOver"));
        auto* dialog = m_page->findChild<QDialog*>();
        QVERIFY(dialog);
        QPushButton* safe = nullptr;
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
            if (button->isDefault())
                safe = button;
        }
        QVERIFY(safe);
        QCOMPARE(safe->text(), QStringLiteral("Cancel"));
        const std::uint64_t before = m_engine->freshSnapshot()->total.auctions;
        safe->click();
        QCOMPARE(m_engine->freshSnapshot()->total.auctions, before);
        QTRY_VERIFY(!m_page->findChild<QDialog*>());
        m_page->runCommand(QStringLiteral("training.startOver"));
        m_page->findChild<QDialog*>()->accept();
        QTRY_VERIFY_WITH_TIMEOUT(m_client->snapshot()->journal.empty(), 20'000);
    }

    void liveIsSaidAndHasNoSpeed()
    {
        m_page->runCommand(QStringLiteral("market.live"));
        auto* dialog = m_page->findChild<QDialog*>();
        QVERIFY(dialog);
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(m_client->snapshot()->mode, runtime::MarketMode::Live, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<widgets::MarketBadge*>()->word(),
                                  widgets::MarketWord::Live, 10'000);
        QVERIFY(!isEnabled("market.pause"));
        QVERIFY(!isEnabled("training.step"));
        QVERIFY(!isEnabled("market.live"));
        QVERIFY(m_page->info().sentence.contains(u"Real traffic"));
    }

    void cleanupTestCase()
    {
        m_page.reset();
        m_client.reset();
        m_engine.reset();
    }

private:
    static bool saysText(const QWidget& widget, const QString& text)
    {
        const auto labels = widget.findChildren<widgets::ElidedLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const auto* label) { return label->text() == text; });
    }

    bool isEnabled(const char* id) const
    {
        return m_page->commandState(QString::fromLatin1(id))->enabled;
    }

    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    bridge::Navigator m_navigator;
    std::unique_ptr<TrainingPage> m_page;
    ControlsPanel* m_controls = nullptr;
};

QTEST_MAIN(TestTrainingPage)
#include "test_training_page.moc"
