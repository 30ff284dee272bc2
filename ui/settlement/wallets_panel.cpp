// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/wallets_panel.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QItemSelectionModel>

namespace gavel::settlement {

using namespace widgets;

WalletsPanel::WalletsPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const Wallet& wallet) {
        return words::of(wallet.advertiserId) + u' ' + words::code(wallet.currency);
    })
    , m_table(new DataTable(QString()))
    , m_terms(addLink(QString()))
    , m_payIn(addLink(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 46, 88, 92, 76, 94, 88, 76});
    m_table->setSortable(true);
    setBody(m_table);
    connect(m_payIn, &QPushButton::clicked, this, &WalletsPanel::payInWanted);
    connect(m_terms, &QPushButton::clicked, this, &WalletsPanel::termsWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectedChanged();
    });
    retranslate();
}

void WalletsPanel::setColumns()
{
    const auto money = [](const QString& title, Money Wallet::*amount) {
        return textColumn<Wallet>(
            title,
            [amount](const Wallet& wallet) {
                return words::amount(wallet.*amount, wallet.currency);
            },
            true, [amount](const Wallet& a, const Wallet& b) { return a.*amount < b.*amount; });
    };
    RowColumn<Wallet> state = textColumn<Wallet>(
        tr("State"), [](const Wallet& wallet) { return words::walletState(wallet.state); }, false,
        [](const Wallet& a, const Wallet& b) { return a.state < b.state; });
    state.value = [show = std::move(state.value)](const Wallet& wallet, int role) -> QVariant {
        if (role == MarkRole)
            return static_cast<int>(words::walletMark(wallet.state));
        if (role == Qt::ToolTipRole && wallet.pausedCampaigns > 0)
            return tr("%n campaign(s) without quota", nullptr,
                      static_cast<int>(wallet.pausedCampaigns));
        return show(wallet, role);
    };
    m_rows.setColumns(
        {textColumn<Wallet>(tr("Advertiser"),
                            [](const Wallet& wallet) { return words::of(wallet.advertiserName); }),
         textColumn<Wallet>(QString(),
                            [](const Wallet& wallet) { return words::code(wallet.currency); }),
         money(tr("Balance"), &Wallet::balance), money(tr("Credit limit"), &Wallet::credit),
         money(tr("Held"), &Wallet::held), money(tr("Can spend"), &Wallet::canSpend),
         textColumn<Wallet>(
             tr("Lasts"),
             [](const Wallet& wallet) {
                 return wallet.lastsMs < 0
                     ? numbers::missing()
                     : numbers::duration(wallet.lastsMs / base::kMinuteMs * base::kMinuteMs);
             },
             true, [](const Wallet& a, const Wallet& b) { return a.lastsMs < b.lastsMs; }),
         std::move(state)});
}

void WalletsPanel::setWallets(const std::vector<Wallet>& wallets)
{
    clearEmpty();
    setCaption(tr("%n advertiser(s), each in its own currency", nullptr,
                  static_cast<int>(wallets.size())));
    m_filling = true;
    m_rows.update(wallets);
    m_filling = false;
    if (selected() == nullptr && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    m_payIn->setEnabled(!wallets.empty());
    m_terms->setEnabled(!wallets.empty());
    if (wallets.empty())
        setEmpty(tr("No advertiser has a campaign."));
    touch();
}

const runtime::WalletView* WalletsPanel::selected() const
{
    return m_rows.rowAt(m_table->currentIndex());
}

void WalletsPanel::retranslate()
{
    setTitle(tr("Wallets"));
    m_payIn->setText(tr("Pay in…"));
    m_terms->setText(tr("Terms…"));
    m_table->setAccessibleName(tr("Wallets"));
    setColumns();
}

} // namespace gavel::settlement
