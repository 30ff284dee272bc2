// SPDX-License-Identifier: GPL-3.0-or-later
// The page over a real engine with a market whose ledger is kept: what it shows is what the
// ledger says, and what moves money is listed first.
#include "ui/settlement/documents_panel.h"
#include "ui/settlement/ledger_panel.h"
#include "ui/settlement/month_view.h"
#include "ui/settlement/order_dialog.h"
#include "ui/settlement/reconciliation_panel.h"
#include "ui/settlement/settlement_page.h"
#include "ui/settlement/wallets_panel.h"
#include "ui/widgets/button.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace gavel;
using settlement::SettlementPage;

namespace {

constexpr int kWaitMs = 20'000;

struct Bed
{
    explicit Bed(bool withMarket = true)
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        options.workspace = folder.filePath(QStringLiteral("test.gavel")).toStdString();
        engine = *runtime::Engine::open(options);
        if (withMarket) {
            runtime::ScenarioRequest request;
            request.scenario = "city-day";
            request.seed = 5;
            request.paused = true;
            started = engine->loadScenario(request).has_value();
            const TimeMs end = engine->freshSnapshot()->start + 2 * base::kMinuteMs;
            started = started && engine->runTo(end + base::kSecondMs).has_value()
                && QTest::qWaitFor(
                          [&] { return engine->freshSnapshot()->settlement.settledTo >= end; },
                          kWaitMs);
        }
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<SettlementPage>(*client, navigator);
        page->resize(1304, 799);
        page->retranslate();
        QObject::connect(client.get(), &bridge::EngineClient::snapshotChanged, page.get(),
                         [this](const bridge::SnapshotPtr& now) { page->setSnapshot(now); });
        QObject::connect(&navigator, &bridge::Navigator::noticed, page.get(),
                         [this](const bridge::Notice& notice) { said << notice.sentence; });
        QObject::connect(&navigator, &bridge::Navigator::requested, page.get(),
                         [this](const bridge::Destination& destination) { wanted = destination; });
        page->show();
        page->setSnapshot(client->snapshot());
    }
    settlement::WalletsPanel& wallets() const
    {
        return *page->findChild<settlement::WalletsPanel*>();
    }
    settlement::LedgerPanel& ledger() const { return *page->findChild<settlement::LedgerPanel*>(); }
    settlement::DocumentsPanel& documents() const
    {
        return *page->findChild<settlement::DocumentsPanel*>();
    }
    bool waitForLedger() const
    {
        return QTest::qWaitFor([this] { return ledger().selected() != 0; }, kWaitMs);
    }
    /// The page lists the charges and shows the auctions of the first.
    bool waitForCharge() const
    {
        ledger().filter().setText(QStringLiteral("code = charge"));
        return QTest::qWaitFor(
            [this] {
                return ledger().table().model()->rowCount() > 0
                    && ledger().auctions().topLevelItemCount() > 0;
            },
            kWaitMs);
    }
    settlement::OrderDialog* dialog() const { return page->findChild<settlement::OrderDialog*>(); }

    QTemporaryDir folder;
    std::unique_ptr<runtime::Engine> engine;
    bridge::Navigator navigator;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<SettlementPage> page;
    QStringList said;
    bridge::Destination wanted;
    bool started = true;
};

} // namespace

class SettlementPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMarketItSaysSo();
    void theWalletsAreTheDesks();
    void aNumberIsFollowedToItsAuction();
    void aWrongFilterSaysWhy();
    void theStatementIsTheSelectedWallets();
    void aDocumentIsSavedAsPdf();
    void aPayInIsListedThenDone();
    void anAmountThatIsNoneIsRefusedInTheDialog();
    void aChargeIsGivenBackFromTheLedger();
    void anOpenDayGetsNoInvoice();
};

void SettlementPageTest::withoutAMarketItSaysSo()
{
    const Bed bed(false);
    QCOMPARE(bed.wallets().table().model()->rowCount(), 0);
    QVERIFY(!bed.page->commandState(QStringLiteral("settlement.payIn"))->enabled);
    QVERIFY(!bed.page->commandState(QStringLiteral("settlement.adjust"))->enabled);
    bool told = false;
    for (const QLabel* label : bed.page->findChildren<QLabel*>())
        told = told || label->text().contains(QStringLiteral("No market runs."));
    QVERIFY(told);
}

void SettlementPageTest::theWalletsAreTheDesks()
{
    const Bed bed;
    QVERIFY(bed.started);
    QVERIFY(bed.waitForLedger());
    const auto wallets = bed.engine->settlement().wallets();
    QCOMPARE(static_cast<std::size_t>(bed.wallets().table().model()->rowCount()), wallets.size());
    QVERIFY(bed.wallets().selected() != nullptr);
    QCOMPARE(bed.wallets().selected()->advertiserId, wallets.front().advertiserId);
    QCOMPARE(bed.wallets().selected()->balance.micros, wallets.front().balance.micros);
}

void SettlementPageTest::aNumberIsFollowedToItsAuction()
{
    Bed bed;
    QVERIFY(bed.started);
    QVERIFY(bed.waitForCharge());
    const auto detail = bed.engine->settlement().transfer(bed.ledger().selected());
    QVERIFY(detail);
    QTreeWidgetItem* publisher = bed.ledger().auctions().topLevelItem(0)->child(0);
    QVERIFY(publisher != nullptr && publisher->childCount() > 0);
    QTreeWidgetItem* placement = publisher->child(0);
    QVERIFY(placement->childCount() > 0);
    Q_EMIT bed.ledger().auctions().itemActivated(placement->child(0), 0);
    QCOMPARE(bed.wanted.kind, QStringLiteral("auction"));
    QCOMPARE(bed.wanted.value, QString::number(detail->rows[3].auction));
}

void SettlementPageTest::aWrongFilterSaysWhy()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    bed.ledger().filter().setText(QStringLiteral("amount > many"));
    QCOMPARE(bed.ledger().filter().verdict().state, widgets::FilterVerdict::State::Wrong);
    QVERIFY(!bed.ledger().filter().verdict().words.isEmpty());
    QVERIFY(bed.ledger().query().filter.empty()); // what holds is what was valid
    QVERIFY(bed.page->stepBack());
    QVERIFY(bed.ledger().filter().text().isEmpty());
}

void SettlementPageTest::theStatementIsTheSelectedWallets()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    bed.wallets().table().selectRow(1);
    const QString name = QString::fromStdString(bed.wallets().selected()->advertiserName);
    QVERIFY(QTest::qWaitFor([&] { return bed.documents().shownText().contains(name); }, kWaitMs));
    QVERIFY(bed.documents().shownText().contains(QStringLiteral("PROVISIONAL")));
    bed.documents().choosePublisher();
    QVERIFY(QTest::qWaitFor(
        [&] { return bed.documents().shownText().contains(QStringLiteral("Owed now")); }, kWaitMs));
}

void SettlementPageTest::aDocumentIsSavedAsPdf()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    QVERIFY(QTest::qWaitFor(
        [&] { return bed.documents().shownText().contains(QStringLiteral("PROVISIONAL")); },
        kWaitMs));
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("statement.pdf"));
    QCOMPARE(bed.documents().savePdf(file), QString());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.read(5) == QByteArray("%PDF-"));
    QVERIFY(!bed.documents().savePdf(folder.filePath(QStringLiteral("no/such/folder"))).isEmpty());
}

void SettlementPageTest::aPayInIsListedThenDone()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    const runtime::WalletView before = *bed.wallets().selected();
    bed.page->runCommand(QStringLiteral("settlement.payIn"));
    settlement::OrderDialog* dialog = bed.dialog();
    QVERIFY(dialog != nullptr && !dialog->mayBeDone());
    const auto lines = dialog->findChildren<QLineEdit*>();
    lines[0]->setText(QStringLiteral("1,250.50"));
    lines[1]->setText(QStringLiteral("bank 17"));
    QVERIFY(QTest::qWaitFor([&] { return dialog->mayBeDone(); }, kWaitMs));
    QCOMPARE(bed.engine->settlement().wallets().front().balance.micros, before.balance.micros);
    dialog->accept();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return bed.wallets().selected()->balance.micros
                == before.balance.micros + 1'250'500'000;
        },
        kWaitMs));
    QCOMPARE(bed.said.last(), QStringLiteral("Done."));
}

void SettlementPageTest::anAmountThatIsNoneIsRefusedInTheDialog()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    bed.page->runCommand(QStringLiteral("settlement.payIn"));
    settlement::OrderDialog* dialog = bed.dialog();
    const auto lines = dialog->findChildren<QLineEdit*>();
    lines[1]->setText(QStringLiteral("bank 18"));
    for (const char* amount : {"much", "-5", "0", "1.0000001"}) {
        lines[0]->setText(QString::fromLatin1(amount));
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         for (const QLabel* label : dialog->findChildren<QLabel*>())
                             if (label->isVisible()
                                 && label->text().contains(QStringLiteral("amount")))
                                 return true;
                         return false;
                     },
                     kWaitMs),
                 amount);
        QVERIFY2(!dialog->mayBeDone(), amount);
    }
}

void SettlementPageTest::aChargeIsGivenBackFromTheLedger()
{
    Bed bed;
    QVERIFY(bed.waitForCharge());
    const std::uint64_t charge = bed.ledger().selected();
    const Money amount = bed.engine->settlement().transfer(charge)->row.amount;
    bed.page->runCommand(QStringLiteral("settlement.adjust"));
    settlement::OrderDialog* dialog = bed.dialog();
    const auto lines = dialog->findChildren<QLineEdit*>();
    lines[0]->setText(QString::fromStdString(base::toString(amount, 6)));
    lines[1]->setText(QStringLiteral("wrong page"));
    QVERIFY(QTest::qWaitFor([&] { return dialog->mayBeDone(); }, kWaitMs));
    dialog->accept();
    QVERIFY(QTest::qWaitFor([&] { return !bed.said.isEmpty(); }, kWaitMs));
    QCOMPARE(bed.said.last(), QStringLiteral("Done."));
    bed.ledger().filter().setText(QStringLiteral("by_hand"));
    QVERIFY(
        QTest::qWaitFor([&] { return bed.ledger().table().model()->rowCount() == 3; }, kWaitMs));
    const auto day = bed.engine->settlement().day(bed.engine->freshSnapshot()->start);
    QVERIFY(day.closes);
    QCOMPARE(day.adjustments.micros, amount.micros);
}

void SettlementPageTest::anOpenDayGetsNoInvoice()
{
    Bed bed;
    QVERIFY(bed.waitForLedger());
    QVERIFY(QTest::qWaitFor([&] { return bed.documents().owner() != nullptr; }, kWaitMs));
    bed.page->runCommand(QStringLiteral("settlement.invoice"));
    settlement::OrderDialog* dialog = bed.dialog();
    const auto isSaid = [&] {
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("not closed yet"))
                || label->text().contains(QStringLiteral("nothing was charged")))
                return true;
        return false;
    };
    QVERIFY(QTest::qWaitFor(isSaid, kWaitMs));
    QVERIFY(!dialog->mayBeDone());
}

QTEST_MAIN(SettlementPageTest)
#include "test_settlement_page.moc"
