// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/settlement/documents.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"

class QComboBox;
class QPrinter;
class QTextBrowser;

namespace gavel::settlement {

/// The statement of an advertiser or publisher for the day that is shown, or its invoices.
class DocumentsPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    enum class Which : quint8 { Statement, Invoices };
    explicit DocumentsPanel(QWidget* parent = nullptr);

    void setOwners(const std::vector<runtime::OwnerView>& owners);
    void choose(const QString& advertiser);
    /// The first publisher, when there is one.
    void choosePublisher();
    /// nullptr = there is nobody.
    const runtime::OwnerView* owner() const;
    Which which() const { return m_which; }
    void setWhich(Which which);
    void setStatement(const Result<runtime::StatementView>& statement, int utcOffset);
    void setInvoices(const std::vector<runtime::InvoiceView>& invoices, int utcOffset);
    /// Brings an invoice to the front.
    void showInvoice(const QString& number);
    void setNothing(const QString& sentence);
    QString shownText() const;
    void retranslate();
    /// The document on paper.
    void print(QPrinter& printer) const;
    /// Errors that the file has are told as the answer; "" = written.
    QString savePdf(const QString& file) const;

Q_SIGNALS:
    void queryChanged();
    void previewWanted();
    void exportWanted(const QPoint& globalPosition);
    void invoiceWanted();

private:
    void refresh();
    void showNumbers();
    QString textWith(const DocumentInk& ink) const;
    const runtime::InvoiceView* invoice() const;

    Which m_which = Which::Statement;
    std::vector<runtime::OwnerView> m_owners;
    std::optional<runtime::StatementView> m_statement;
    std::vector<runtime::InvoiceView> m_invoices;
    int m_utcOffset = 0;
    widgets::Segmented* m_choice;
    QComboBox* m_owner;
    QComboBox* m_number;
    QTextBrowser* m_paper;
    widgets::Button* m_preview;
    widgets::Button* m_export;
    widgets::Button* m_issue;
};

} // namespace gavel::settlement
