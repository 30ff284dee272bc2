// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/filter_spans.h"

#include <QRegularExpression>

namespace gavel::auctions {

using Kind = widgets::FilterSpan::Kind;

namespace {

bool isKeyword(const QString& word)
{
    return word == u"and" || word == u"or" || word == u"not" || word == u"in";
}

Kind kindOf(const QString& piece, const QString& before)
{
    const QChar first = piece.front();
    if (first == u'"')
        return Kind::Text;
    if (QStringLiteral("<>=!").contains(first))
        return Kind::Operator;
    if (isKeyword(piece.toLower()))
        return Kind::Keyword;
    const bool isNumber = first.isDigit() || (first == u'-' && piece.size() > 1);
    const bool isValue = !before.isEmpty() && QStringLiteral("<>=!").contains(before.front());
    if (isNumber)
        return Kind::Number;
    return isValue ? Kind::Text : Kind::Field;
}

} // namespace

std::vector<widgets::FilterSpan> filterSpans(const QString& text)
{
    static const QRegularExpression pieces(
        QStringLiteral(R"re("(?:[^"\\]|\\.)*"?|[<>=!]+|[^\s()<>=!,"]+)re"));
    std::vector<widgets::FilterSpan> spans;
    QString before;
    for (auto found = pieces.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString piece = match.captured();
        spans.push_back({static_cast<int>(match.capturedStart()),
                         static_cast<int>(match.capturedLength()), kindOf(piece, before)});
        before = piece;
    }
    return spans;
}

} // namespace gavel::auctions
