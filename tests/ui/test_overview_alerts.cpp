// SPDX-License-Identifier: GPL-3.0-or-later
// What the Overview says of alerts, and what a person may do about one, over a real engine.
#include "engine/runtime/engine.h"
#include "ui/documents/subscribers_dialog.h"
#include "ui/overview/alerts/alert_rules_dialog.h"
#include "ui/overview/alerts/alerts_panel.h"
#include "ui/overview/alerts/silence_dialog.h"
#include "ui/overview/verdict.h"
#include "ui/shell/status_bar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/json_edit.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::documents;
using namespace gavel::overview;
using runtime::AlertView;

namespace {

constexpr TimeMs kNow{1'714'552'200'000}; // 2024-05-01T08:30:00Z
constexpr int kWaitMs = 10'000;

AlertView alert(const char* rule, const char* name, const char* subject)
{
    AlertView view;
    view.alert.fingerprint = std::string(rule) + "/" + subject;
    view.alert.rule = rule;
    view.alert.name = name;
    view.alert.subject = subject;
    view.alert.metric = "ctr";
    view.alert.state = metrics::AlertState::Firing;
    view.alert.firingAt = kNow + -5 * base::kMinuteMs;
    view.alert.latestValue = 0.25;
    view.limit = 0.1;
    view.unit = runtime::AlertUnit::Share;
    view.marketAt = kNow + -5 * base::kMinuteMs;
    return view;
}

runtime::Snapshot snapshotOf(runtime::WatchView watch)
{
    runtime::Snapshot snapshot;
    snapshot.mode = runtime::MarketMode::Live;
    watch.at = kNow;
    snapshot.watch = std::make_shared<const runtime::WatchView>(std::move(watch));
    return snapshot;
}

} // namespace

class TestOverviewAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::current().install(); }

    void aFiringAlertSaysValueLimitAndSince()
    {
        runtime::WatchView watch;
        watch.active = {alert("ctr_high", "Click rate above 10 %", "ad-0214")};
        const auto rows = alertRows(snapshotOf(watch));
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].word, QStringLiteral("FIRING"));
        QCOMPARE(rows[0].subject, QStringLiteral("ad-0214"));
        QCOMPARE(rows[0].detail, QStringLiteral("25.0\u00A0%, limit 10.0\u00A0%"));
        QCOMPARE(rows[0].since, QStringLiteral("since 08:25"));
        QVERIFY(rows[0].isTall);
        AlertView disk = alert("disk_free", "Less than 2 GiB of disk left", "");
        disk.alert.latestValue = 1024.0 * 1024 * 1024;
        disk.limit = 2048.0 * 1024 * 1024;
        disk.unit = runtime::AlertUnit::Bytes;
        disk.isBelow = true;
        QCOMPARE(valueWords(disk), QStringLiteral("1,024 MiB, at least 2,048 MiB"));
        QCOMPARE(rows[0].acts,
                 (std::vector{AlertAct::ShowMoment, AlertAct::Acknowledge, AlertAct::Silence}));
    }

    void theOrderIsWhatNeedsSomebody()
    {
        runtime::WatchView watch;
        watch.active.assign(3, alert("ctr_high", "Click rate above 10 %", "ad-1"));
        watch.active[0].alert.acknowledgedBy = "Mina";
        watch.active[1].alert.mute = metrics::Mute::Silenced;
        watch.active[2].alert.state = metrics::AlertState::Pending;
        watch.active[2].alert.pendingAt = kNow + -2 * base::kMinuteMs;
        watch.active[2].forMs = 5 * base::kMinuteMs;
        watch.ended = {alert("disk_free", "Less than 2 GiB of disk left", "")};
        watch.ended[0].alert.resolvedAt = kNow;
        watch.silences.resize(1);
        watch.silences[0]
            = {"s-1", "ctr_high", "ad-1", {}, "Mina", "new player", kNow, kNow + base::kHourMs};
        const auto rows = alertRows(snapshotOf(watch));
        QStringList words;
        for (const AlertRow& row : rows)
            words << row.word;
        QCOMPARE(words.join(u' '),
                 QStringLiteral("PENDING Acknowledged Silenced Silence Resolved"));
        QVERIFY2(rows[0].detail.endsWith(u"held 2\u00A0min of 5\u00A0min"),
                 qPrintable(rows[0].detail));
        QVERIFY(rows[1].since.startsWith(u"Mina"));
        QCOMPARE(rows[3].since, QStringLiteral("1\u00A0h left"));
        QCOMPARE(rows[4].since, QStringLiteral("08:25\u201308:30"));
    }

    void anAlertThatNobodyHasSeenNeedsYou()
    {
        runtime::WatchView watch;
        watch.active = {alert("ctr_high", "Click rate above 10 %", "ad-0214")};
        const auto needs = needsOf(snapshotOf(watch), {});
        QCOMPARE(needs.size(), std::size_t{1});
        QCOMPARE(needs[0].sentence,
                 QStringLiteral("Click rate above 10 %: ad-0214, 25.0\u00A0%, limit 10.0\u00A0%."));
        QCOMPARE(needs[0].place.kind, QStringLiteral("alert"));
        watch.active[0].alert.acknowledgedBy = "Mina";
        QVERIFY(needsOf(snapshotOf(watch), {}).empty());
        watch.active[0] = alert("seat_late", "Seat answers late", "Northwind");
        watch.active[0].alert.metric = "seat_late"; // said better by the seat's own sentence
        QVERIFY(needsOf(snapshotOf(watch), {}).empty());
    }

    void aClickOnWhatCanBeDoneDoesIt()
    {
        AlertsPanel panel;
        panel.resize(426, 304);
        runtime::WatchView watch;
        watch.active = {alert("ctr_high", "Click rate above 10 %", "ad-0214")};
        panel.setSnapshot(snapshotOf(watch));
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        std::vector<AlertAct> chosen;
        connect(&panel, &AlertsPanel::chosen, this, [&](AlertAct act, const AlertRow& row) {
            chosen.push_back(act);
            QCOMPARE(row.subject, QStringLiteral("ad-0214"));
        });
        auto& list = panel.list();
        const QRect rect = list.visualRect(list.model()->index(0, 0));
        for (int x = rect.left(); x < rect.right(); x += 8) {
            const QPoint place(x, rect.top() + 48);
            const auto act = AlertDelegate::actAt(panel.rows()[0], rect, place);
            if (act && (chosen.empty() || chosen.back() != *act))
                QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, place);
        }
        QCOMPARE(chosen,
                 (std::vector{AlertAct::ShowMoment, AlertAct::Acknowledge, AlertAct::Silence}));
        QVERIFY(panel.select(QStringLiteral("ctr_high/ad-0214")));
        QVERIFY(!panel.select(QStringLiteral("nobody")));
        QVERIFY(panel.canDo(AlertAct::Acknowledge));
        QVERIFY(!panel.canDo(AlertAct::EndSilence));
        chosen.clear();
        panel.doIt(AlertAct::EndSilence);
        panel.doIt(AlertAct::Acknowledge);
        QCOMPARE(chosen, std::vector{AlertAct::Acknowledge});
    }

    void aSilenceNeedsAReasonAndSaysWhatItMutes()
    {
        Bed bed;
        auto* dialog = new SilenceDialog(
            *bed.client, alertRows(snapshotOf(bed.watchOf("ctr_high", "ad-1")))[0], nullptr);
        dialog->show();
        QTest::qWait(100);
        QVERIFY(!dialog->mayBeDone());
        dialog->reason().setText(QStringLiteral("a new player is tried"));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->mayBeDone(), kWaitMs);
        const auto only = dialog->silence(kNow);
        QCOMPARE(only.rule, std::string("ctr_high"));
        QCOMPARE(only.subject, std::string("ad-1"));
        QCOMPARE(only.end - only.begin, base::kHourMs);
        dialog->scope().setCurrentIndex(1);
        QCOMPARE(dialog->silence(kNow).subject, std::string());
        dialog->scope().setCurrentIndex(2);
        QCOMPARE(dialog->silence(kNow).rule, std::string());
        QTRY_VERIFY_WITH_TIMEOUT(dialog->mayBeDone(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(bed.client->snapshot()->watch != nullptr, kWaitMs);
        QSignalSpy silenced(dialog, &SilenceDialog::silenced);
        for (auto* button : dialog->findChildren<widgets::Button*>())
            if (button->text() == u"Silence")
                button->click();
        QTRY_COMPARE_WITH_TIMEOUT(silenced.size(), 1, kWaitMs);
        QCOMPARE(bed.engine->watch().view()->silences.size(), std::size_t{1});
        QCOMPARE(bed.engine->watch().view()->silences[0].reason,
                 std::string("a new player is tried"));
    }

    void rulesAreCheckedWhileTypedAndSaved()
    {
        Bed bed;
        auto* dialog = new AlertRulesDialog(*bed.client, nullptr);
        dialog->show();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->edit().toPlainText().isEmpty(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->statusWords().startsWith(u"17 rule"), kWaitMs);
        QVERIFY(!dialog->saveButton().isEnabled()); // nothing is different
        const QString shipped = dialog->edit().toPlainText();
        dialog->edit().setPlainText(QString(shipped).replace(
            QStringLiteral("\"limit\": 0.1,"), QStringLiteral("\"limit\": \"much\",")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->statusWords().contains(u"rules[0].condition.limit"),
                                 kWaitMs);
        QVERIFY(!dialog->saveButton().isEnabled());
        dialog->edit().setPlainText(QString(shipped).replace(QStringLiteral("\"limit\": 0.1,"),
                                                             QStringLiteral("\"limit\": 0.2,")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->saveButton().isEnabled(), kWaitMs);
        QSignalSpy saved(dialog, &AlertRulesDialog::saved);
        dialog->saveButton().click();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kWaitMs);
        QCOMPARE(bed.engine->watch().rules().version, 1U);
    }

    void whoIsToldIsCheckedWhileTypedAndSaved()
    {
        Bed bed;
        auto* dialog = new SubscribersDialog(*bed.client, nullptr);
        dialog->show();
        // Examples that are switched off, to begin with: of alerts, metrics, events, batches.
        QTRY_VERIFY_WITH_TIMEOUT(dialog->statusWords().startsWith(u"4 subscriber"), kWaitMs);
        const QString example = dialog->edit().toPlainText();
        dialog->edit().setPlainText(
            QString(example).replace(QStringLiteral("\"slack\""), QStringLiteral("\"pigeon\"")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->statusWords().contains(u"notification.format"), kWaitMs);
        QVERIFY(!dialog->saveButton().isEnabled());
        dialog->edit().setPlainText(
            QString(example).replace(QStringLiteral("on-call"), QStringLiteral("night")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->saveButton().isEnabled(), kWaitMs);
        QSignalSpy saved(dialog, &SubscribersDialog::saved);
        dialog->saveButton().click();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, kWaitMs);
        QCOMPARE(bed.engine->subscribers().document().version, 1U);
        const auto subscribers = bed.engine->subscribers().subscribers();
        QCOMPARE(subscribers.size(), std::size_t{4});
        QCOMPARE(subscribers.front().name, std::string("night"));
        QVERIFY(!subscribers.front().isEnabled);
    }

    void theStatusBarCountsThem()
    {
        runtime::WatchView watch;
        watch.active = {alert("ctr_high", "Click rate above 10 %", "ad-0214")};
        watch.firing = 1;
        shell::StatusBar bar;
        bar.resize(1200, 26);
        bar.setSnapshot(snapshotOf(watch), widgets::MarketWord::Live);
        QVERIFY2(bar.accessibleDescription().contains(u"1 alert"),
                 qPrintable(bar.accessibleDescription()));
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        bar.grab();
        QSignalSpy clicked(&bar, &shell::StatusBar::alertsClicked);
        for (int x = 600; x < 1200 && clicked.isEmpty(); x += 10)
            QTest::mouseClick(&bar, Qt::LeftButton, {}, {x, 13});
        QCOMPARE(clicked.size(), 1);
    }

private:
    struct Bed
    {
        Bed()
        {
            runtime::EngineOptions options;
            options.workspace = folder.filePath(QStringLiteral("a.gavel")).toStdString();
            options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
            options.threads = 1;
            engine = std::move(*runtime::Engine::open(options));
            client = std::make_unique<bridge::EngineClient>(*engine);
        }
        static runtime::WatchView watchOf(const char* rule, const char* subject)
        {
            runtime::WatchView watch;
            watch.active = {alert(rule, "Click rate above 10 %", subject)};
            return watch;
        }
        QTemporaryDir folder;
        std::unique_ptr<runtime::Engine> engine;
        std::unique_ptr<bridge::EngineClient> client;
    };
};

QTEST_MAIN(TestOverviewAlerts)
#include "test_overview_alerts.moc"
