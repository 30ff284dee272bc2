// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/span_chart.h"

#include "ui/schedule/schedule_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gavel::schedule {

using namespace widgets;
using runtime::TaskSpan;

namespace {

constexpr int kRow = 16;
constexpr int kHead = 18;
constexpr int kNames = 118;
constexpr int kTimes = 76;
constexpr int kBar = 9;

/// A long wait takes more room than a short step, but does not press it flat.
double roomOf(const TaskSpan& span)
{
    return 1 + std::log2(1 + static_cast<double>(span.to - span.from));
}

Token tokenOf(const TaskSpan& span)
{
    switch (span.state) {
    case model::TaskState::Failed:
        return Token::Bad;
    case model::TaskState::Retrying:
    case model::TaskState::PartiallyCompleted:
        return Token::Warn;
    case model::TaskState::Completed:
        return Token::Good;
    default:
        return Token::Accent;
    }
}

} // namespace

SpanChart::SpanChart(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SpanChart::setSpans(const std::vector<TaskSpan>& spans)
{
    m_spans = spans;
    QStringList said;
    for (const TaskSpan& span : spans)
        said << QStringLiteral("%1 %2").arg(words::state(span.state),
                                            numbers::duration(span.to - span.from));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize SpanChart::sizeHint() const
{
    return {420, kHead + static_cast<int>(m_spans.size()) * kRow + 6};
}

void SpanChart::paintEvent(QPaintEvent* /*event*/)
{
    if (m_spans.empty())
        return;
    QPainter painter(this);
    const QRect plot(kNames, kHead, std::max(width() - kNames - kTimes, 40),
                     static_cast<int>(m_spans.size()) * kRow);
    double all = 0;
    for (const TaskSpan& span : m_spans)
        all += roomOf(span);
    painter.setFont(widgets::font(TextRole::Caption));
    const QFontMetrics metrics(widgets::font(TextRole::Caption));
    double passed = 0;
    int row = 0;
    for (const TaskSpan& span : m_spans) {
        const int left = plot.left() + static_cast<int>(passed / all * plot.width());
        passed += roomOf(span);
        const int right = plot.left() + static_cast<int>(passed / all * plot.width());
        const int top = plot.top() + row * kRow;
        painter.setPen(color(Token::Line1));
        painter.drawLine(left, plot.top() - 4, left, plot.bottom());
        painter.setPen(color(Token::T1));
        painter.drawText(QRect(0, top, kNames - 8, kRow), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(words::state(span.state), Qt::ElideRight, kNames - 8));
        painter.fillRect(left, top + (kRow - kBar) / 2, std::max(right - left, 2), kBar,
                         color(tokenOf(span)));
        painter.setPen(color(Token::T2));
        const QString took = numbers::duration(span.to - span.from);
        painter.drawText(QRect(plot.right() + 4, top, kTimes - 6, kRow),
                         Qt::AlignRight | Qt::AlignVCenter,
                         span.lasts ? tr("%1 so far").arg(took) : took);
        ++row;
    }
    painter.setPen(color(Token::T2));
    const auto whole = m_spans.back().to - m_spans.front().from;
    painter.drawText(QRect(plot.left(), 0, plot.width(), kHead), Qt::AlignLeft | Qt::AlignVCenter,
                     numbers::duration(0));
    painter.drawText(QRect(plot.left(), 0, plot.width(), kHead), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("+") + numbers::duration(whole));
}

} // namespace gavel::schedule
