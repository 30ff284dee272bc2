// SPDX-License-Identifier: GPL-3.0-or-later
// Files and paper: what is shown, saved and printed.
#include "ui/settlement/documents_panel.h"
#include "ui/settlement/settlement_page.h"
#include "ui/settlement/settlement_words.h"

#include <QFileDialog>
#include <QMenu>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QSaveFile>

namespace gavel::settlement {

void SettlementPage::showExports(const QPoint& globalPosition, bool documentsOnly)
{
    using runtime::ExportFormat;
    using runtime::ExportKind;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& name, ExportKind kind) {
        menu->addAction(tr("%1 as CSV…").arg(name), this,
                        [this, kind] { save(kind, ExportFormat::Csv); });
        menu->addAction(tr("%1 as XLSX…").arg(name), this,
                        [this, kind] { save(kind, ExportFormat::Xlsx); });
    };
    if (!documentsOnly) {
        add(tr("Ledger of the day"), ExportKind::Ledger);
        add(tr("Reconciliation"), ExportKind::Reconciliation);
        menu->addSeparator();
    }
    const bool isInvoice = m_documents->which() == DocumentsPanel::Which::Invoices;
    menu->addAction(tr("%1 as PDF…").arg(isInvoice ? tr("Invoice") : tr("Statement")), this,
                    &SettlementPage::savePdf);
    add(tr("Statement"), ExportKind::Statement);
    if (const runtime::OwnerView* owner = m_documents->owner(); owner && !owner->isPublisher)
        add(tr("Invoice of the day"), ExportKind::Invoice);
    menu->popup(globalPosition);
}

void SettlementPage::save(runtime::ExportKind kind, runtime::ExportFormat format)
{
    const QString suffix
        = format == runtime::ExportFormat::Csv ? QStringLiteral("csv") : QStringLiteral("xlsx");
    auto* dialog = new QFileDialog(this, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("*.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind, format, query = statementQuery()](const QString& file) {
                client().ask(
                    this,
                    [kind, format, query, file](runtime::Engine& engine) {
                        const auto bytes = engine.settlement().exportFile(kind, format, query);
                        if (!bytes)
                            return words::of(base::toString(bytes.error()));
                        QSaveFile out(file);
                        const bool written = out.open(QIODevice::WriteOnly)
                            && out.write(bytes->data(), static_cast<qint64>(bytes->size()))
                                == static_cast<qint64>(bytes->size())
                            && out.commit();
                        return written ? QString() : out.errorString();
                    },
                    [this, file](const QString& wrong) {
                        navigator().say(wrong.isEmpty() ? tr("%1 is written.").arg(file) : wrong);
                    });
            });
    dialog->open();
}

void SettlementPage::savePdf()
{
    auto* dialog = new QFileDialog(this, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(QStringLiteral("*.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const QString wrong = m_documents->savePdf(file);
        navigator().say(wrong.isEmpty() ? tr("%1 is written.").arg(file) : wrong);
    });
    dialog->open();
}

void SettlementPage::printPreview()
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    auto* dialog = new QPrintPreviewDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintPreviewDialog::paintRequested, m_documents,
            [this](QPrinter* paper) { m_documents->print(*paper); });
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    dialog->open();
}

} // namespace gavel::settlement
