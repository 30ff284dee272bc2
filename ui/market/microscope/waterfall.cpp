// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/waterfall.h"

#include "ui/widgets/charts/plot.h"
#include "ui/widgets/numbers.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kPadding = 10;
constexpr int kLabelWidth = 112;
constexpr int kDurationWidth = 52;
constexpr int kStepNoteWidth = 124;
constexpr int kNoteGap = 8;
constexpr int kNoteIndent = 15;
constexpr int kLeastRow = 16;
constexpr int kMostRow = 26;
constexpr int kBarHeight = 10;
constexpr int kTicks = 6;

Token barToken(const TimingRow& row)
{
    switch (row.mark) {
    case Mark::Done:
        return Token::Good;
    case Mark::Warn:
        return Token::Warn;
    case Mark::Refused:
        return Token::Info;
    case Mark::Stale:
        return Token::Line2;
    default:
        return Token::Edge;
    }
}

} // namespace

/// Where times lie on the widget.
struct Waterfall::Axis
{
    int left = 0;
    int right = 0;
    double span = 1;
    double x(double micros) const { return left + micros / span * (right - left); }
};

Waterfall::Waterfall(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timing of the auction"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Waterfall::setTiming(Timing timing)
{
    m_timing = std::move(timing);
    QStringList words;
    for (const TimingRow& row : m_timing.rows)
        words << tr("%1: %2 ms", "step or seat, duration").arg(row.label, row.duration);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void Waterfall::setCurrentSeat(Handle seat)
{
    m_seat = seat;
    update();
}

QSize Waterfall::minimumSizeHint() const
{
    const int rows = static_cast<int>(m_timing.rows.size()) + 2;
    return {320, rows * kLeastRow};
}

QSize Waterfall::sizeHint() const
{
    const int rows = static_cast<int>(m_timing.rows.size()) + 2;
    return {500, rows * 22};
}

int Waterfall::rowHeight() const
{
    const int rows = static_cast<int>(m_timing.rows.size()) + 2;
    return std::clamp(height() / std::max(rows, 1), kLeastRow, kMostRow);
}

int Waterfall::rowAt(int y) const
{
    const int row = y / rowHeight() - 1;
    return row < 0 || row >= static_cast<int>(m_timing.rows.size()) ? -1 : row;
}

Waterfall::Axis Waterfall::axis() const
{
    Axis axis;
    axis.left = kPadding + kLabelWidth;
    axis.right = width() - kPadding - kStepNoteWidth - kNoteGap - kDurationWidth;
    axis.span = std::max({m_timing.limit, m_timing.total, 1U});
    return axis;
}

void Waterfall::paintEvent(QPaintEvent* /*event*/)
{
    if (m_timing.rows.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Axis scale = axis();
    paintGrid(painter, scale);
    int top = rowHeight();
    for (const TimingRow& row : m_timing.rows) {
        paintRow(painter, scale, row, top);
        top += rowHeight();
    }
    paintDeadline(painter, scale);
    paintSum(painter, scale);
}

void Waterfall::paintGrid(QPainter& painter, const Axis& axis) const
{
    const int height = rowHeight();
    const int bottom = height * (static_cast<int>(m_timing.rows.size()) + 1);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T3));
    painter.drawText(QRect(kPadding, 0, kLabelWidth, height), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Step"));
    painter.drawText(QRect(axis.right, 0, kDurationWidth, height),
                     Qt::AlignRight | Qt::AlignVCenter, tr("ms", "milliseconds"));
    const double limit = m_timing.limit / 1000.0;
    for (const double tick : plot::ticks({0, axis.span / 1000}, kTicks)) {
        const double x = axis.x(tick * 1000);
        if (x > axis.right + 1)
            continue;
        const bool atLimit = qFuzzyCompare(tick + 1, limit + 1);
        if (!atLimit)
            painter.fillRect(QRectF(x, height, 1, bottom - height), color(Token::Line1));
        painter.setPen(color(atLimit ? Token::Bad : Token::T3));
        painter.drawText(QRectF(x - 24, 0, 48, height), Qt::AlignCenter, numbers::decimal(tick, 0));
    }
    painter.setPen(QPen(color(Token::Bad), 1, Qt::DashLine));
    painter.drawLine(QPointF(axis.x(m_timing.limit), height),
                     QPointF(axis.x(m_timing.limit), bottom));
}

void Waterfall::paintRow(QPainter& painter, const Axis& axis, const TimingRow& row, int top) const
{
    const int height = rowHeight();
    if (row.seat && row.seat == m_seat) {
        painter.fillRect(1, top, width() - 2, height,
                         color(hasFocus() ? Token::Selection : Token::SelectionInactive));
        painter.fillRect(1, top, 2, height, color(Token::Accent));
    }
    const bool isSeat = row.number == 0;
    painter.setFont(widgets::font(isSeat ? TextRole::Body : TextRole::Caption));
    if (isSeat) {
        painter.fillRect(QRectF(kPadding + 26, top, 1, height), color(Token::Line2));
        painter.fillRect(QRectF(kPadding + 26, top + height / 2.0, 6, 1), color(Token::Line2));
    } else {
        const QRectF box(kPadding, top + (height - 16) / 2.0, 16, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Bg3));
        painter.drawRoundedRect(box, space::kRadius, space::kRadius);
        painter.setPen(color(Token::T3));
        painter.drawText(box, Qt::AlignCenter, QString::number(row.number));
    }
    const int left = kPadding + (isSeat ? 36 : 22);
    const QRect label(left, top, axis.left - left - 6, height);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(isSeat ? Token::T2 : Token::T1));
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, label.width()));
    paintBar(painter, axis, row, top);
    painter.setPen(color(Token::T1));
    painter.setFont(widgets::font(TextRole::Body));
    painter.drawText(QRect(axis.right, top, kDurationWidth, height),
                     Qt::AlignRight | Qt::AlignVCenter, row.duration);
    QRect note(axis.right + kDurationWidth + kNoteGap, top, kStepNoteWidth, height);
    if (row.mark != Mark::None) {
        paintMark(painter, QRect(note.left(), top, 11, height), row.mark);
        note.setLeft(note.left() + kNoteIndent);
    }
    painter.setPen(color(row.mark == Mark::None ? row.tone : markToken(row.mark)));
    painter.drawText(note, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.note, Qt::ElideRight, note.width()));
}

void Waterfall::paintBar(QPainter& painter, const Axis& axis, const TimingRow& row, int top) const
{
    const double left = axis.x(row.start);
    const double right = axis.x(row.start + row.length);
    const bool isSeat = row.number == 0;
    const double height = isSeat ? kBarHeight - 2 : kBarHeight;
    const double y = top + (rowHeight() - height) / 2.0;
    const QRectF bar(left, y, std::max(right - left, row.length > 0 ? 2.0 : 0.0), height);
    if (isSeat) {
        painter.fillRect(bar, color(barToken(row)));
    } else if (row.number == 4) {
        const QColor ink = Theme::current().series(0);
        QColor fill = ink;
        fill.setAlphaF(0.35F);
        painter.setPen(ink);
        painter.setBrush(fill);
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.fillRect(bar, row.number == 5 ? color(Token::Good) : Theme::current().series(2));
    }
    if (!row.isLate)
        return;
    painter.setPen(QPen(color(Token::Warn), 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(right + 0.5, y + 0.5, 10, height - 1));
}

/// One line over all seats where they share a deadline, else a stroke in each seat's row.
void Waterfall::paintDeadline(QPainter& painter, const Axis& axis) const
{
    painter.setPen(QPen(color(Token::Bad), 1, Qt::DashLine));
    const int height = rowHeight();
    int top = height;
    int firstSeat = 0;
    for (const TimingRow& row : m_timing.rows) {
        if (row.deadline > 0) {
            const double x = axis.x(row.deadline);
            painter.drawLine(QPointF(x, top), QPointF(x, top + height));
            firstSeat = firstSeat == 0 ? top : firstSeat;
        }
        top += height;
    }
    if (m_timing.seatDeadline == 0 || firstSeat == 0)
        return;
    const auto inSeats = std::find_if(m_timing.rows.begin(), m_timing.rows.end(),
                                      [](const TimingRow& row) { return row.deadline > 0; });
    const double x = axis.x(inSeats->deadline) + 8;
    const QRectF place(x, firstSeat, axis.x(m_timing.limit) - x - 4, 2.0 * height);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::Bad));
    painter.drawText(
        place, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
        tr("seat deadline %1 ms").arg(numbers::decimal(m_timing.seatDeadline / 1000.0, 0)));
}

void Waterfall::paintSum(QPainter& painter, const Axis& axis) const
{
    const int height = rowHeight();
    const int top = height * (static_cast<int>(m_timing.rows.size()) + 1);
    painter.fillRect(kPadding, top, width() - 2 * kPadding, 1, color(Token::Line2));
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    painter.drawText(QRect(kPadding, top, axis.right - kPadding, height),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("Sum of the seven steps"));
    painter.drawText(QRect(axis.right, top, kDurationWidth, height),
                     Qt::AlignRight | Qt::AlignVCenter,
                     numbers::decimal(m_timing.total / 1000.0, 2));
    const bool over = m_timing.total > m_timing.limit;
    const QRect note(axis.right + kDurationWidth + kNoteGap, top, kStepNoteWidth, height);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(over ? Token::Bad : Token::T3));
    const QString limit = numbers::decimal(m_timing.limit / 1000.0, 0);
    painter.drawText(note, Qt::AlignLeft | Qt::AlignVCenter,
                     over ? tr("over limit %1").arg(limit) : tr("limit %1").arg(limit));
}

void Waterfall::choose(int row)
{
    if (row < 0 || m_timing.rows[static_cast<std::size_t>(row)].seat == 0)
        return;
    m_seat = m_timing.rows[static_cast<std::size_t>(row)].seat;
    update();
    Q_EMIT seatChosen(m_seat);
}

void Waterfall::mousePressEvent(QMouseEvent* event)
{
    choose(rowAt(event->pos().y()));
}

void Waterfall::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    std::vector<int> seats;
    int now = -1;
    for (std::size_t i = 0; i < m_timing.rows.size(); ++i) {
        if (m_timing.rows[i].seat == 0)
            continue;
        if (m_timing.rows[i].seat == m_seat)
            now = static_cast<int>(seats.size());
        seats.push_back(static_cast<int>(i));
    }
    if (!seats.empty())
        choose(seats[static_cast<std::size_t>(
            std::clamp(now + step, 0, static_cast<int>(seats.size()) - 1))]);
}

bool Waterfall::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int at = rowAt(help->pos().y());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const TimingRow& row = m_timing.rows[static_cast<std::size_t>(at)];
    const QString from = numbers::decimal(row.start / 1000.0, 2);
    const QString to = numbers::decimal((row.start + row.length) / 1000.0, 2);
    QToolTip::showText(help->globalPos(),
                       tr("%1: from %2 to %3 ms after the visit").arg(row.label, from, to), this);
    return true;
}

} // namespace gavel::auctions
