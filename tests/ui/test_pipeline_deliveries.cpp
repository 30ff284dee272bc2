// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told, over a real engine with a sender and a receiver on this machine that says what it is
// told to say.
#include "tests/integration/distribution_bed.h"
#include "tests/integration/scripted_service.h"
#include "tests/ui/pipeline_bed.h"
#include "ui/documents/subscribers_dialog.h"
#include "ui/pipeline/deliveries/acts_dialog.h"
#include "ui/pipeline/deliveries/dead_deliveries.h"
#include "ui/pipeline/deliveries/deliveries_view.h"
#include "ui/pipeline/deliveries/delivery_detail.h"
#include "ui/pipeline/deliveries/subscribers_table.h"
#include "ui/pipeline/flow_view.h"
#include "ui/pipeline/stages_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/order_dialog.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QAbstractItemModelTester>

using namespace gavel;
using namespace gavel::pipeline_page;
using bed::kWaitMs;

namespace {

constexpr int kDeadColumn = 8; ///< of the subscribers
constexpr int kStateColumn = 5;
constexpr int kFailureColumn = 7;
constexpr int kDeliveredColumn = 9;
constexpr int kGivenUpColumn = 10;
constexpr int kRetriedColumn = 11;
constexpr int kReasonColumn = 4; ///< of the dead deliveries
constexpr int kDeliveryStateColumn = 5;

/// So many rules that hold at once, each an alert.
std::string rulesThatFire(int count)
{
    std::string rules = R"({"rules": [)";
    for (int i = 0; i < count; ++i)
        rules += (i == 0 ? "" : ", ") + std::string(R"({"id": "there_is_room_)") + std::to_string(i)
            + R"(", "name": "There is room )" + std::to_string(i)
            + R"(", "description": "It always is.", "level": "warn", "metric": "disk_free_bytes",)"
              R"( "condition": {"kind": "above", "limit": 0}})";
    return rules + "]}";
}

/// The page with a sender, at the view of the deliveries.
struct Bed : bed::PipelineBed
{
    explicit Bed(Script script = {})
        : service(std::move(script))
        , sender(std::in_place, engine->deliveries(), clock)
    {
        page->show();
    }
    void subscribe(const std::vector<std::string>& subscribers)
    {
        engine->subscribers()
            .setDocument(documentOf(subscribers, {service.port()}), "Mina")
            .value();
    }
    /// So many alerts to a webhook that is tried three times.
    void happens(int alerts)
    {
        subscribe({hook("hook", service.port())});
        (void)engine->watch().setRules(rulesThatFire(alerts), "Mina").value();
    }
    void opens() { page->runCommand(QStringLiteral("pipeline.deliveries")); }
    bool lists(int deliveries) const
    {
        return QTest::qWaitFor(
            [&] { return part<DeadDeliveries>().table().model()->rowCount() == deliveries; },
            kWaitMs);
    }
    QString subscriber(int column) const { return cell(part<SubscribersTable>().table(), column); }
    QString delivery(int column) const { return cell(part<DeadDeliveries>().table(), column); }
    bool says(const QString& words) const
    {
        return QTest::qWaitFor([&] { return said.join(u' ').contains(words); }, kWaitMs);
    }

    base::SystemClock clock;
    ScriptedService service;
    std::optional<gateway::Distribution> sender;

private:
    static QString cell(const widgets::DataTable& table, int column)
    {
        return table.model()->index(0, column).data().toString();
    }
};

Script refusals(int count, unsigned status = 500)
{
    return Script(static_cast<std::size_t>(count), ScriptedAnswer{status, "no", {}, {}});
}

} // namespace

class PipelineDeliveriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickOnDistributeShowsWhoIsTold();
    void whereNobodyIsToldItOffersToNameSomebody();
    void whatArrivedIsCounted();
    void whatNobodyTookIsListedWithItsBody();
    void aRedriveIsListedFirstAndGoesOutUnderItsOldKey();
    void severalOfOneGroupAreRedrivenInTurn();
    void aRedriveToAGroupThatIsGoneSaysWhy();
    void aDiscardNeedsAReason();
    void aTestSaysWhetherItArrived();
    void anAlertOfDeadDeliveriesLeadsToItsGroup();
    void aListThatHidesAllOffersToShowMore();
    void aSubscriberThatIsSwitchedOffSaysSo();
};

void PipelineDeliveriesTest::aClickOnDistributeShowsWhoIsTold()
{
    Bed bed;
    auto& flow = bed.part<FlowView>();
    bed.subscribe({hook("hook", bed.service.port())});
    const QPoint place = flow.boxOf(runtime::PipelineStage::Distribute).center();
    QTest::mouseClick(&flow, Qt::LeftButton, {}, place);
    QVERIFY(bed.part<StagesPanel>().view() == StagesPanel::Deliveries);
    const auto& table = bed.part<SubscribersTable>().table();
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 1, kWaitMs);
    QCOMPARE(bed.subscriber(0), QStringLiteral("hook"));
    // The rest of an address is a secret.
    QCOMPARE(bed.subscriber(3), QStringLiteral("http://127.0.0.1:%1/...").arg(bed.service.port()));
    QCOMPARE(bed.subscriber(kStateColumn), QStringLiteral("told"));
    QVERIFY(bed.page->stepBack());
    QVERIFY(bed.part<StagesPanel>().view() == StagesPanel::Flow);
}

void PipelineDeliveriesTest::whereNobodyIsToldItOffersToNameSomebody()
{
    Bed bed;
    bed.opens();
    auto& subscribers = bed.part<SubscribersTable>();
    auto* notice = subscribers.findChild<widgets::PanelNotice*>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), kWaitMs);
    QCOMPARE(notice->sentence(), QStringLiteral("Nobody is told of alerts outside this console."));
    QVERIFY(!bed.page->commandState(QStringLiteral("pipeline.sendTest"))->enabled);
    notice->findChild<widgets::Button*>()->click();
    QVERIFY(bed.dialog<documents::SubscribersDialog>() != nullptr);
}

void PipelineDeliveriesTest::whatArrivedIsCounted()
{
    Bed bed;
    bed.opens();
    bed.happens(2);
    QTRY_COMPARE_WITH_TIMEOUT(bed.subscriber(kDeliveredColumn), QStringLiteral("2"), kWaitMs);
    QCOMPARE(bed.service.received().size(), std::size_t{2});
    QTRY_COMPARE_WITH_TIMEOUT(bed.subscriber(kStateColumn), QStringLiteral("told"), kWaitMs);
    QCOMPARE(bed.subscriber(kGivenUpColumn), QStringLiteral("0"));
    QCOMPARE(bed.subscriber(kFailureColumn), QStringLiteral("\u2013"));
}

void PipelineDeliveriesTest::whatNobodyTookIsListedWithItsBody()
{
    Bed bed(refusals(3));
    const QAbstractItemModelTester subscribers(bed.part<SubscribersTable>().table().model());
    const QAbstractItemModelTester dead(bed.part<DeadDeliveries>().table().model());
    bed.opens(); // what follows comes by itself
    bed.happens(1);
    QVERIFY(bed.lists(1));
    QVERIFY2(bed.delivery(kReasonColumn).contains(u"500"), qPrintable(bed.delivery(kReasonColumn)));
    QCOMPARE(bed.delivery(2), QStringLiteral("3")); // tries
    QTRY_COMPARE_WITH_TIMEOUT(bed.subscriber(kDeadColumn), QStringLiteral("1"), kWaitMs);
    QCOMPARE(bed.subscriber(kStateColumn), QStringLiteral("failing"));
    QCOMPARE(bed.subscriber(kGivenUpColumn), QStringLiteral("1"));
    QCOMPARE(bed.subscriber(kRetriedColumn), QStringLiteral("2"));
    auto& detail = bed.part<DeliveryDetail>();
    QVERIFY(detail.factsText().contains(u"3 tries in all"));
    QVERIFY(detail.body().isReadOnly());
    const QString body = detail.body().toPlainText();
    QVERIFY2(body.contains(u"\n  \"") && body.contains(u"There is room 0"), qPrintable(body));
    QCOMPARE(
        QJsonDocument::fromJson(body.toUtf8()),
        QJsonDocument::fromJson(QByteArray::fromStdString(bed.service.received().front().body)));
}

void PipelineDeliveriesTest::aRedriveIsListedFirstAndGoesOutUnderItsOldKey()
{
    Bed bed(refusals(3));
    bed.opens();
    QVERIFY(!bed.page->commandState(QStringLiteral("pipeline.redrive"))->enabled);
    bed.happens(1);
    QVERIFY(bed.lists(1));
    bed.page->runCommand(QStringLiteral("pipeline.redrive"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr && dialog->mayBeDone());
    QCOMPARE(bed.service.received().size(), std::size_t{3}); // nothing is sent yet
    dialog->accept();
    QVERIFY(bed.says(QStringLiteral("1 redriven.")));
    QVERIFY(bed.lists(0));
    QTRY_COMPARE_WITH_TIMEOUT(bed.service.received().size(), std::size_t{4}, kWaitMs);
    QCOMPARE(bed.service.received()[3].key, bed.service.received()[0].key);
    bed.part<DeadDeliveries>().showAnyState(true);
    QVERIFY(bed.lists(1));
    QTRY_COMPARE_WITH_TIMEOUT(bed.delivery(kDeliveryStateColumn), QStringLiteral("delivered"),
                              kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(bed.subscriber(kDeadColumn), QStringLiteral("0"), kWaitMs);
    QVERIFY(!bed.page->commandState(QStringLiteral("pipeline.redrive"))->enabled);
}

void PipelineDeliveriesTest::severalOfOneGroupAreRedrivenInTurn()
{
    Bed bed(refusals(9)); // three tries each
    bed.opens();
    bed.happens(3);
    QVERIFY(bed.lists(3));
    auto& dead = bed.part<DeadDeliveries>();
    dead.table().selectAll();
    QCOMPARE(dead.chosen().size(), std::size_t{3});
    bed.page->runCommand(QStringLiteral("pipeline.redrive"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr && dialog->mayBeDone());
    dialog->accept();
    QVERIFY(bed.says(QStringLiteral("3 redriven.")));
    QTRY_COMPARE_WITH_TIMEOUT(bed.service.received().size(), std::size_t{12}, kWaitMs);
    QVERIFY(bed.lists(0));
}

void PipelineDeliveriesTest::aRedriveToAGroupThatIsGoneSaysWhy()
{
    Bed bed(refusals(3));
    bed.opens();
    bed.happens(1);
    QVERIFY(bed.lists(1));
    bed.subscribe({hook("other", bed.service.port())});
    bed.page->runCommand(QStringLiteral("pipeline.redrive"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr);
    dialog->accept();
    QVERIFY(bed.says(QStringLiteral("its group is gone")));
    QCOMPARE(bed.delivery(kDeliveryStateColumn), QStringLiteral("open"));
}

void PipelineDeliveriesTest::aDiscardNeedsAReason()
{
    Bed bed(refusals(3));
    bed.opens();
    bed.happens(1);
    QVERIFY(bed.lists(1));
    bed.page->runCommand(QStringLiteral("pipeline.discard"));
    auto* dialog = bed.dialog<widgets::OrderDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->mayBeDone());
    auto* reason = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(reason, QStringLiteral("   "));
    QVERIFY(!dialog->mayBeDone());
    QTest::keyClicks(reason, QStringLiteral("the disk was cleaned"));
    QVERIFY(dialog->mayBeDone());
    dialog->accept();
    QVERIFY(bed.says(QStringLiteral("1 discarded.")));
    bed.part<DeadDeliveries>().showAnyState(true);
    QTRY_COMPARE_WITH_TIMEOUT(bed.delivery(kDeliveryStateColumn), QStringLiteral("discarded"),
                              kWaitMs);
    QCOMPARE(bed.delivery(7), QStringLiteral("the disk was cleaned"));
    QVERIFY(bed.part<DeliveryDetail>().factsText().contains(u"the disk was cleaned"));
    bed.page->runCommand(QStringLiteral("pipeline.deliveryActs"));
    auto* acts = bed.dialog<ActsDialog>();
    QVERIFY(acts != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(acts->table().model()->rowCount(), 2, kWaitMs); // set, discard
    QCOMPARE(acts->table().model()->index(0, 2).data().toString(), QStringLiteral("discarded"));
    QCOMPARE(acts->table().model()->index(0, 4).data().toString(),
             QStringLiteral("the disk was cleaned"));
    QCOMPARE(acts->table().model()->index(1, 1).data().toString(), QStringLiteral("Mina"));
}

void PipelineDeliveriesTest::aTestSaysWhetherItArrived()
{
    Bed bed({{200, "ok", {}, {}}, {404, "nobody here", {}, {}}});
    bed.opens();
    bed.subscribe({hook("hook", bed.service.port()), filesIn(bed.folder.path().toStdString())});
    auto& subscribers = bed.part<SubscribersTable>();
    QTRY_COMPARE_WITH_TIMEOUT(subscribers.table().model()->rowCount(), 2, kWaitMs);
    subscribers.table().setCurrentIndex(subscribers.table().model()->index(0, 0));
    QCOMPARE(subscribers.selected()->name, std::string("hook"));
    // The sender begins on a thread of its own.
    QTRY_VERIFY_WITH_TIMEOUT(bed.engine->subscribers().sendTest("log", "Mina"), kWaitMs);
    subscribers.testButton().click();
    QVERIFY(!subscribers.testButton().isEnabled()); // until it is answered
    QVERIFY(bed.says(QStringLiteral("hook took the test.")));
    QCOMPARE(bed.service.received().size(), std::size_t{1});
    bed.said.clear();
    bed.page->runCommand(QStringLiteral("pipeline.sendTest"));
    QVERIFY(bed.says(QStringLiteral("404")));
    QVERIFY(bed.said.front().startsWith(QStringLiteral("hook")));
    QVERIFY(subscribers.testButton().isEnabled());
    bed.said.clear();
    bed.sender.reset();
    subscribers.testButton().click();
    QVERIFY(bed.says(QStringLiteral("this program sends nothing now")));
}

void PipelineDeliveriesTest::anAlertOfDeadDeliveriesLeadsToItsGroup()
{
    Bed bed(refusals(3));
    bed.happens(1);
    const bridge::Destination place{QStringLiteral("pipeline"), QStringLiteral("deliveries"),
                                    QStringLiteral("hook")};
    bed.page->open(place);
    QVERIFY(bed.part<StagesPanel>().view() == StagesPanel::Deliveries);
    QVERIFY(bed.lists(1));
    QCOMPARE(bed.part<DeadDeliveries>().query().group, std::string("hook"));
    QCOMPARE(bed.page->place(), place);
}

void PipelineDeliveriesTest::aListThatHidesAllOffersToShowMore()
{
    Bed bed;
    bed.subscribe({hook("hook", bed.service.port())});
    bed.page->open(
        {QStringLiteral("pipeline"), QStringLiteral("deliveries"), QStringLiteral("hook")});
    auto& dead = bed.part<DeadDeliveries>();
    const auto hasNotice = [&](const QString& sentence) {
        return QTest::qWaitFor(
            [&] {
                for (const auto* notice : dead.findChildren<widgets::PanelNotice*>())
                    if (notice->isVisible() && notice->sentence() == sentence)
                        return true;
                return false;
            },
            kWaitMs);
    };
    QVERIFY(hasNotice(QStringLiteral("No dead delivery to hook waits for you.")));
    dead.showOnlyGroup(false);
    QVERIFY(hasNotice(QStringLiteral("No dead delivery waits for you.")));
    dead.showAnyState(true);
    QVERIFY(hasNotice(QStringLiteral("No delivery was ever given up.")));
}

void PipelineDeliveriesTest::aSubscriberThatIsSwitchedOffSaysSo()
{
    Bed bed;
    bed.opens();
    std::string off = hook("hook", bed.service.port());
    off.insert(1, R"("enabled": false, )");
    bed.subscribe({off});
    QTRY_COMPARE_WITH_TIMEOUT(bed.subscriber(kStateColumn), QStringLiteral("off"), kWaitMs);
}

QTEST_MAIN(PipelineDeliveriesTest)
#include "test_pipeline_deliveries.moc"
