// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_words.h"

#include <QRegularExpression>

namespace gavel::bridge {

QString wordsOf(const Error& error)
{
    return QString::fromStdString(base::toString(error));
}

int lineOf(const Error& error)
{
    static const QRegularExpression number(QStringLiteral("line (\\d+)"));
    const QRegularExpressionMatch found
        = number.match(QString::fromStdString(error.where + ' ' + error.what));
    return found.hasMatch() ? found.captured(1).toInt() : 0;
}

} // namespace gavel::bridge
