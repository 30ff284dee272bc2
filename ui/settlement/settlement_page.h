// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/bridge/settlement.h"
#include "ui/bridge/turn.h"

class QComboBox;
class QSplitter;

namespace gavel::widgets {
class Button;
class PanelGroup;
} // namespace gavel::widgets

namespace gavel::settlement {

class DocumentsPanel;
class LedgerPanel;
class MoneyPanel;
class OrderDialog;
class ReconciliationPanel;
class WalletsPanel;

/// Where the money is. Shows the newest day and follows it, or one that was chosen.
class SettlementPage final : public bridge::Page
{
    Q_OBJECT
public:
    SettlementPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                   QWidget* parent = nullptr);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    void open(const bridge::Destination& destination) override;
    bridge::Destination place() const override;
    QList<QWidget*> headerActions() override;
    std::optional<bridge::CommandState> commandState(const QString& id) const override;
    void runCommand(const QString& id) override;
    bool openFilter() override;
    bool stepBack() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void resetLayout() override;
    std::vector<bridge::CaptureState> captureStates() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What is known at once.
    struct Balances
    {
        std::vector<runtime::WalletView> wallets;
        std::vector<runtime::OwnerView> owners;
        runtime::MoneyDay day;
        Result<runtime::LedgerPage> ledger = runtime::LedgerPage{};
        std::optional<runtime::TransferDetail> transfer;
    };
    /// What the events of a day must be read for.
    struct Papers
    {
        Result<runtime::StatementView> statement = runtime::StatementView{};
        std::vector<runtime::InvoiceView> invoices;
    };
    struct Books
    {
        std::vector<runtime::ReconciledHour> hours;
        runtime::BookDifferences differences;
        std::vector<runtime::ReconciledDay> month;
    };
    void build();
    void connectPanels();
    void arrange();
    void look();
    void lookAtMoney();
    void lookAtPapers();
    void lookAtBooks();
    void showMoney(const Balances& balances);
    void showPapers(const Papers& papers);
    void showBooks(const Books& books);
    void showDays();
    void showStopped();
    void chooseDay(TimeMs day);
    bool runs() const;
    /// Midnight of the day that is shown.
    TimeMs day() const;
    TimeMs midnightOf(TimeMs moment) const;
    runtime::StatementQuery statementQuery() const;

    // what is done (settlement_actions.cpp)
    using Preview = std::function<runtime::CommandPreview(const runtime::SettlementDesk&)>;
    using Order = std::function<Result<void>(runtime::SettlementDesk&)>;
    /// Shows in the dialog what the order would do; an amount that cannot be read is said there.
    void check(OrderDialog* dialog, const Preview& preview);
    void carryOut(const Order& order);
    void payIn();
    void changeTerms();
    void adjust();
    void refund();
    void issueInvoice();
    void showExports(const QPoint& globalPosition, bool documentsOnly);
    void save(runtime::ExportKind kind, runtime::ExportFormat format);
    void savePdf();
    void printPreview();

    bridge::SnapshotPtr m_snapshot;
    bridge::Turn m_money;
    bridge::Turn m_reading;
    bridge::Turn m_comparing;
    runtime::StatementQuery m_read; ///< what the statement is or will be of
    TimeMs m_compared; ///< the day of the books
    bool m_narrow = false;
    bool m_tall = false;
    TimeMs m_day; ///< chosen; 0 = the newest
    QList<qint64> m_daysListed;

    QComboBox* m_dayBox;
    widgets::Button* m_find;
    widgets::Button* m_adjust;
    widgets::Button* m_export;
    WalletsPanel* m_wallets;
    MoneyPanel* m_equation;
    LedgerPanel* m_ledger;
    DocumentsPanel* m_documents;
    ReconciliationPanel* m_books;
    QSplitter* m_rows;
    QSplitter* m_top;
    widgets::PanelGroup* m_bottom;
};

} // namespace gavel::settlement
