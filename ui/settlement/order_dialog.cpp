// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/order_dialog.h"

#include "ui/settlement/settlement_words.h"

namespace gavel::settlement {

Result<Money> OrderDialog::amountOf(const QLineEdit& line, const char* field)
{
    QString text = line.text().trimmed();
    text.remove(u',');
    return base::parseMoney(text.toStdString(), field);
}

void OrderDialog::showPreview(const runtime::CommandPreview& preview)
{
    QStringList lines;
    for (const std::string& line : preview.lines)
        lines << words::of(line);
    if (!preview.caution.empty())
        lines << words::of(preview.caution);
    QStringList wrong;
    for (const Error& error : preview.errors)
        wrong << words::of(base::toString(error));
    tell(lines, wrong, preview.objects > 0);
}

void OrderDialog::answer(int question, const runtime::CommandPreview& preview)
{
    if (isNewest(question))
        showPreview(preview);
}

} // namespace gavel::settlement
