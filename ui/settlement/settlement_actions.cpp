// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do about money: each is listed first, then done.
#include "ui/bridge/person.h"
#include "ui/settlement/documents_panel.h"
#include "ui/settlement/ledger_panel.h"
#include "ui/settlement/order_dialog.h"
#include "ui/settlement/reconciliation_panel.h"
#include "ui/settlement/settlement_page.h"
#include "ui/settlement/settlement_words.h"
#include "ui/settlement/wallets_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_group.h"

#include <QComboBox>
#include <QJsonObject>

namespace gavel::settlement {

using namespace widgets;

namespace {

runtime::CommandPreview refusal(const Error& error)
{
    runtime::CommandPreview preview;
    preview.errors.push_back(error);
    return preview;
}

QString plain(Money amount)
{
    return words::of(base::toString(amount, 2));
}

} // namespace

void SettlementPage::check(OrderDialog* dialog, const Preview& preview)
{
    client().ask(
        dialog, [preview](runtime::Engine& engine) { return preview(engine.settlement()); },
        [dialog, question = dialog->ask()](const runtime::CommandPreview& shown) {
            dialog->answer(question, shown);
        });
}

void SettlementPage::carryOut(const Order& order)
{
    client().ask(
        this, [order](runtime::Engine& engine) { return order(engine.settlement()); },
        [this](const Result<void>& done) {
            navigator().say(done ? tr("Done.") : words::of(base::toString(done.error())));
            look();
        });
}

void SettlementPage::payIn()
{
    const runtime::WalletView* wallet = m_wallets->selected();
    if (wallet == nullptr)
        return;
    auto* dialog = new OrderDialog(tr("Pay in for %1").arg(words::of(wallet->advertiserName)),
                                   tr("Pay in"), this);
    QLineEdit* amount = dialog->addLine(tr("Amount, %1").arg(words::code(wallet->currency)), {},
                                        QStringLiteral("1000.00"));
    QLineEdit* reference
        = dialog->addLine(tr("Bank’s reference"), {}, tr("the same one counts once"));
    const auto order = [wallet = *wallet, amount, reference]() -> Result<runtime::PayIn> {
        const auto paid = OrderDialog::amountOf(*amount, "amount");
        if (!paid)
            return paid.error();
        return runtime::PayIn{wallet.advertiserId, *paid, wallet.currency,
                              reference->text().trimmed().toStdString()};
    };
    dialog->setCheck([this, dialog, order] {
        const auto wanted = order();
        if (!wanted)
            return dialog->showPreview(refusal(wanted.error()));
        check(dialog, [wanted = *wanted](const runtime::SettlementDesk& desk) {
            return desk.previewPayIn(wanted);
        });
    });
    connect(dialog, &QDialog::accepted, this, [this, order] {
        if (const auto wanted = order())
            carryOut([wanted = *wanted](runtime::SettlementDesk& desk) {
                return desk.payIn(wanted, bridge::personName());
            });
    });
    dialog->open();
}

void SettlementPage::changeTerms()
{
    const runtime::WalletView* wallet = m_wallets->selected();
    if (wallet == nullptr)
        return;
    auto* dialog = new OrderDialog(tr("Terms of %1").arg(words::of(wallet->advertiserName)),
                                   tr("Set"), this);
    auto* kind = new QComboBox;
    kind->addItems({tr("Postpaid, with credit"), tr("Prepaid, no credit")});
    kind->setCurrentIndex(wallet->terms.prepaid ? 1 : 0);
    dialog->addField(tr("Kind"), kind);
    const auto shown = [](Money amount) { return amount == Money{} ? QString() : plain(amount); };
    QLineEdit* credit = dialog->addLine(tr("Credit limit"), shown(wallet->terms.credit),
                                        tr("sum of its budgets"));
    QLineEdit* low = dialog->addLine(tr("Warn below"), shown(wallet->terms.warnBelow), tr("never"));
    const auto terms = [kind, credit, low]() -> Result<runtime::WalletTerms> {
        runtime::WalletTerms wanted;
        wanted.prepaid = kind->currentIndex() == 1;
        for (const auto& [line, field, name] :
             {std::tuple(credit, &runtime::WalletTerms::credit, "credit"),
              std::tuple(low, &runtime::WalletTerms::warnBelow, "warn_below")}) {
            if (line->text().trimmed().isEmpty())
                continue;
            const auto read = OrderDialog::amountOf(*line, name);
            if (!read)
                return read.error();
            wanted.*field = *read;
        }
        return wanted;
    };
    dialog->setCheck([this, dialog, terms, advertiser = wallet->advertiserId] {
        const auto wanted = terms();
        if (!wanted)
            return dialog->showPreview(refusal(wanted.error()));
        check(dialog, [wanted = *wanted, advertiser](const runtime::SettlementDesk& desk) {
            return desk.previewWalletTerms(advertiser, wanted);
        });
    });
    connect(kind, &QComboBox::activated, dialog, &OrderDialog::changed);
    connect(dialog, &QDialog::accepted, this, [this, terms, advertiser = wallet->advertiserId] {
        if (const auto wanted = terms())
            carryOut([wanted = *wanted, advertiser](runtime::SettlementDesk& desk) {
                return desk.setWalletTerms(advertiser, wanted, bridge::personName());
            });
    });
    dialog->changed();
    dialog->open();
}

void SettlementPage::adjust()
{
    const std::uint64_t transfer = m_ledger->selected();
    if (transfer == 0)
        return;
    auto* dialog
        = new OrderDialog(tr("Give back %1").arg(words::transfer(transfer)), tr("Give back"), this);
    QLineEdit* amount = dialog->addLine(tr("Amount"), {}, tr("all of it, or a part"));
    QLineEdit* reason = dialog->addLine(tr("Reason"), {}, tr("stands in the ledger"));
    const auto order = [transfer, amount, reason]() -> Result<runtime::AdjustmentRequest> {
        const auto back = OrderDialog::amountOf(*amount, "amount");
        if (!back)
            return back.error();
        return runtime::AdjustmentRequest{transfer, *back, reason->text().trimmed().toStdString()};
    };
    dialog->setCheck([this, dialog, order] {
        const auto wanted = order();
        if (!wanted)
            return dialog->showPreview(refusal(wanted.error()));
        check(dialog, [wanted = *wanted](const runtime::SettlementDesk& desk) {
            return desk.previewAdjustment(wanted);
        });
    });
    connect(dialog, &QDialog::accepted, this, [this, order] {
        if (const auto wanted = order())
            carryOut([wanted = *wanted](runtime::SettlementDesk& desk) {
                return desk.adjust(wanted, bridge::personName());
            });
    });
    dialog->open();
}

void SettlementPage::refund()
{
    const runtime::DifferingAuction* auction = m_books->chosenAuction();
    const auto hour = m_books->chosenHour();
    if (auction == nullptr || !hour)
        return;
    auto* dialog
        = new OrderDialog(tr("Refund auction %1").arg(auction->auction), tr("Refund"), this);
    QLineEdit* reason = dialog->addLine(tr("Reason"), words::difference(auction->reason),
                                        tr("stands in the ledger"));
    const auto request = [reason, auction = auction->auction, hour = *hour] {
        return runtime::RefundRequest{auction, hour.from, hour.to,
                                      reason->text().trimmed().toStdString()};
    };
    dialog->setCheck([this, dialog, request] {
        check(dialog, [wanted = request()](const runtime::SettlementDesk& desk) {
            return desk.previewRefund(wanted);
        });
    });
    connect(dialog, &QDialog::accepted, this, [this, request] {
        carryOut([wanted = request()](runtime::SettlementDesk& desk) {
            return desk.refund(wanted, bridge::personName());
        });
    });
    dialog->changed();
    dialog->open();
}

void SettlementPage::issueInvoice()
{
    const runtime::StatementQuery query = statementQuery();
    if (query.ownerId.empty())
        return;
    auto* dialog = new OrderDialog(
        tr("Invoice for %1").arg(numbers::date(query.from.value, m_snapshot->utcOffsetMinutes)),
        tr("Issue"), this);
    check(dialog,
          [query](const runtime::SettlementDesk& desk) { return desk.previewInvoice(query); });
    connect(dialog, &QDialog::accepted, this, [this, query] {
        client().ask(
            this,
            [query](runtime::Engine& engine) {
                return engine.settlement().issueInvoice(query, bridge::personName());
            },
            [this](const Result<runtime::InvoiceView>& issued) {
                if (!issued)
                    return navigator().say(words::of(base::toString(issued.error())));
                navigator().say(tr("%1 is issued.").arg(words::of(issued->number)));
                m_documents->setWhich(DocumentsPanel::Which::Invoices);
            });
    });
    dialog->open();
}

std::optional<bridge::CommandState> SettlementPage::commandState(const QString& id) const
{
    const bool hasWallet = m_wallets->selected() != nullptr;
    const QString noMarket = tr("No market runs.");
    if (id == u"settlement.payIn" || id == u"settlement.terms")
        return bridge::CommandState{hasWallet, noMarket, {}, {}};
    if (id == u"settlement.adjust")
        return bridge::CommandState{
            m_ledger->selected() != 0, tr("No transfer of the ledger is selected."), {}, {}};
    if (id == u"settlement.refund")
        return bridge::CommandState{m_books->chosenAuction() != nullptr,
                                    tr("No auction that differs is selected."),
                                    {},
                                    {}};
    if (id == u"settlement.invoice" || id == u"settlement.print" || id == u"settlement.export")
        return bridge::CommandState{
            m_documents->owner() != nullptr, tr("Nothing was charged or earned."), {}, {}};
    if (id == u"settlement.newest")
        return bridge::CommandState{m_day != TimeMs{}, tr("The newest day is shown."), {}, {}};
    if (id == u"filter.open")
        return bridge::CommandState{true, {}, {}, {}};
    return std::nullopt;
}

void SettlementPage::runCommand(const QString& id)
{
    if (id == u"settlement.payIn")
        payIn();
    else if (id == u"settlement.terms")
        changeTerms();
    else if (id == u"settlement.adjust")
        adjust();
    else if (id == u"settlement.refund")
        refund();
    else if (id == u"settlement.invoice")
        issueInvoice();
    else if (id == u"settlement.print")
        printPreview();
    else if (id == u"settlement.export")
        m_export->click();
    else if (id == u"settlement.newest")
        chooseDay({});
    else if (id == u"filter.open")
        openFilter();
}

bool SettlementPage::openFilter()
{
    m_bottom->showPanel(m_ledger);
    m_ledger->filter().takeFocus();
    return true;
}

bool SettlementPage::stepBack()
{
    if (!m_ledger->filter().text().isEmpty()) {
        m_ledger->filter().setText({});
        return true;
    }
    if (m_day == TimeMs{})
        return false;
    chooseDay({});
    return true;
}

void SettlementPage::open(const bridge::Destination& destination)
{
    if (destination.kind == u"filter")
        m_ledger->filter().setText(destination.value);
    else if (destination.kind == u"campaign")
        m_ledger->filter().setText(QStringLiteral("campaign = \"%1\"").arg(destination.value));
    look();
}

bridge::Destination SettlementPage::place() const
{
    const QString filter = m_ledger->filter().text();
    return filter.isEmpty() ? Page::place()
                            : bridge::Destination{info().id, QStringLiteral("filter"), filter};
}

QJsonObject SettlementPage::saveState() const
{
    return {{QStringLiteral("wallets"), m_wallets->table().saveColumns()},
            {QStringLiteral("ledger"), m_ledger->table().saveColumns()},
            {QStringLiteral("filter"), m_ledger->filter().text()}};
}

void SettlementPage::restoreState(const QJsonObject& state)
{
    m_wallets->table().restoreColumns(state.value(QStringLiteral("wallets")).toString());
    m_ledger->table().restoreColumns(state.value(QStringLiteral("ledger")).toString());
    m_ledger->filter().setText(state.value(QStringLiteral("filter")).toString());
}

std::vector<bridge::CaptureState> SettlementPage::captureStates()
{
    return {{QString(), [] {}, 6000},
            {QStringLiteral("charge"),
             [this] {
                 m_ledger->filter().setText(QStringLiteral("code = charge"));
                 m_ledger->table().selectRow(0);
             },
             2500},
            {QStringLiteral("filter-wrong"),
             [this] { m_ledger->filter().setText(QStringLiteral("amount > many")); }},
            {QStringLiteral("publisher"),
             [this] {
                 m_ledger->filter().setText({});
                 m_documents->choosePublisher();
             },
             2500},
            {QStringLiteral("books"), [this] { m_bottom->showPanel(m_books); }},
            {QStringLiteral("pay-in"), [this] { payIn(); }}};
}

} // namespace gavel::settlement
