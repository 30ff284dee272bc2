// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

namespace gavel::settlement {

/// What each advertiser has, owes and may still spend, each in its own currency.
class WalletsPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit WalletsPanel(QWidget* parent = nullptr);

    void setWallets(const std::vector<runtime::WalletView>& wallets);
    /// nullptr = none.
    const runtime::WalletView* selected() const;
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void selectedChanged();
    void payInWanted();
    void termsWanted();

private:
    using Wallet = runtime::WalletView;
    using Model = widgets::RowsModel<Wallet, QString (*)(const Wallet&)>;
    void setColumns();

    Model m_rows;
    widgets::DataTable* m_table;
    widgets::Button* m_terms;
    widgets::Button* m_payIn;
    bool m_filling = false;
};

} // namespace gavel::settlement
