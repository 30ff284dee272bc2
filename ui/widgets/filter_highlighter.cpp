// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_highlighter.h"

namespace gavel::widgets {

namespace {

constexpr int kYellowSeries = 4;

QColor colorOf(FilterSpan::Kind kind)
{
    switch (kind) {
    case FilterSpan::Kind::Field:
        return color(Token::Accent);
    case FilterSpan::Kind::Number:
        return Theme::current().isDark() ? Theme::current().series(kYellowSeries)
                                         : color(Token::Warn);
    case FilterSpan::Kind::Text:
        return color(Token::Good);
    case FilterSpan::Kind::Wrong:
        return color(Token::Bad);
    case FilterSpan::Kind::Operator:
    case FilterSpan::Kind::Keyword:
        break;
    }
    return color(Token::T2);
}

} // namespace

void FilterHighlighter::setHighlight(FilterEdit::Highlight highlight)
{
    m_highlight = std::move(highlight);
    rehighlight();
}

void FilterHighlighter::highlightBlock(const QString& text)
{
    if (!m_highlight)
        return;
    for (const FilterSpan& span : m_highlight(text)) {
        QTextCharFormat format;
        format.setForeground(colorOf(span.kind));
        if (span.kind == FilterSpan::Kind::Wrong)
            format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        setFormat(span.start, span.length, format);
    }
}

} // namespace gavel::widgets
