// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"

#include <QColor>
#include <QString>

namespace gavel::settlement {

/// The inks of a document: those of the theme on screen, black on white on paper.
struct DocumentInk
{
    QColor text;
    QColor quiet;
    QColor line;
    static DocumentInk screen();
    static DocumentInk paper();
};

/// A statement or an invoice as rich text, the same on screen, in print and as PDF.
QString statementText(const runtime::StatementView& statement, int utcOffset,
                      const DocumentInk& ink);
QString invoiceText(const runtime::InvoiceView& invoice, int utcOffset, const DocumentInk& ink);

} // namespace gavel::settlement
