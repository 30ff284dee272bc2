// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/quota_flow_view.h"

#include "ui/schedule/schedule_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace gavel::schedule {

using namespace widgets;
using runtime::QuotaSlice;

namespace {

constexpr int kSide = 10;
constexpr int kFoot = 24;
constexpr int kBarWidth = 38;
constexpr int kLabels = 96;
constexpr int kLeastPart = 6; ///< a part that is not nothing can be seen
constexpr int kSliceHeight = 42;
constexpr int kSliceGap = 8;

QString shownAmount(Money money)
{
    return numbers::amount(money.micros, 2);
}

} // namespace

QuotaFlowView::QuotaFlowView(QWidget* parent)
    : QWidget(parent)
{
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void QuotaFlowView::setFlow(const runtime::QuotaFlow& flow, int utcOffset)
{
    m_flow = flow;
    m_utcOffset = utcOffset;
    setAccessibleDescription(tr("%1 %2: spent %3, held %4, free %5")
                                 .arg(words::budget(flow.bound), shownAmount(flow.budget),
                                      shownAmount(flow.spent), shownAmount(flow.held),
                                      shownAmount(flow.free)));
    update();
}

QRect QuotaFlowView::bar() const
{
    return {kSide, kSide, kBarWidth, height() - kSide - kFoot - 4};
}

std::size_t QuotaFlowView::shownSlices() const
{
    const auto room = static_cast<std::size_t>(
        std::max(1, (bar().height() + kSliceGap) / (kSliceHeight + kSliceGap)));
    return std::min(room, m_flow.slices.size());
}

QRect QuotaFlowView::sliceBox(std::size_t slice) const
{
    const int left = bar().right() + kLabels + 24;
    const int room = width() - left - kSide;
    return {left, kSide + static_cast<int>(slice) * (kSliceHeight + kSliceGap), room * 52 / 100,
            kSliceHeight};
}

int QuotaFlowView::heightOf(Money part) const
{
    if (part <= Money{} || m_flow.budget <= Money{})
        return 0;
    const double share
        = static_cast<double>(part.micros) / static_cast<double>(m_flow.budget.micros);
    return std::max(static_cast<int>(share * bar().height()), kLeastPart);
}

void QuotaFlowView::paintBudget(QPainter& painter) const
{
    const QRect whole = bar();
    const int held = heightOf(m_flow.held);
    const int spent = std::min(heightOf(m_flow.spent), whole.height() - held);
    painter.setPen(color(Token::Line2));
    painter.setBrush(color(Token::Bg1));
    painter.drawRect(whole);
    painter.fillRect(whole.left(), whole.top(), whole.width(), spent, color(Token::Accent));
    painter.fillRect(whole.left(), whole.top() + spent, whole.width(), held, color(Token::Warn));
    const auto label = [&](int top, const QString& name, Money money) {
        painter.setFont(widgets::font(TextRole::Caption));
        painter.setPen(color(Token::T2));
        painter.drawText(QRect(whole.right() + 8, top, kLabels, 15), Qt::AlignLeft, name);
        painter.setFont(widgets::font(TextRole::BodyBold));
        painter.setPen(color(Token::T1));
        painter.drawText(QRect(whole.right() + 8, top + 15, kLabels, 17), Qt::AlignLeft,
                         shownAmount(money));
    };
    constexpr int kLabel = 36;
    const int heldAt
        = std::clamp(whole.top() + spent - 8, whole.top() + kLabel, whole.bottom() - 2 * kLabel);
    label(whole.top(), tr("Spent"), m_flow.spent);
    label(heldAt, tr("Held"), m_flow.held);
    label(heldAt + kLabel, tr("Free"), m_flow.free);
}

QString QuotaFlowView::sliceText(const QuotaSlice& slice) const
{
    return slice.answering
        ? tr("epoch %1").arg(slice.epoch)
        : tr("ends %1", "time").arg(numbers::timeShort(slice.notAfter.value, m_utcOffset));
}

void QuotaFlowView::paintSlice(QPainter& painter, std::size_t number, int heldTop,
                               int heldHeight) const
{
    const QuotaSlice& slice = m_flow.slices[number];
    const QRect box = sliceBox(number);
    const QRect server(box.right() + 32, box.top(), width() - kSide - box.right() - 32,
                       box.height());
    const Token edge = slice.answering ? Token::Line2 : Token::Warn;
    QPainterPath band;
    const int from = bar().right() + kLabels;
    const int middle = heldTop + heldHeight / 2;
    band.moveTo(from, middle);
    band.cubicTo(from + 14, middle, box.left() - 14, box.center().y(), box.left(),
                 box.center().y());
    QColor tint = color(Token::Warn);
    tint.setAlpha(90);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tint, 4));
    painter.drawPath(band);
    painter.setPen(color(edge));
    painter.setBrush(color(slice.answering ? Token::Bg2 : Token::WarnBg));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    painter.drawRoundedRect(server, space::kRadius, space::kRadius);
    painter.setPen(QPen(color(Token::T3), 1, slice.answering ? Qt::SolidLine : Qt::DashLine));
    painter.drawLine(box.right() + 1, box.center().y(), server.left(), box.center().y());
    painter.setPen(color(Token::T1));
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.drawText(box.adjusted(8, 3, -8, -22), Qt::AlignLeft | Qt::AlignVCenter,
                     shownAmount(slice.granted));
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(slice.answering ? Token::T2 : Token::Warn));
    painter.drawText(box.adjusted(8, 3, -8, -22), Qt::AlignRight | Qt::AlignVCenter,
                     sliceText(slice));
    painter.setPen(color(Token::T2));
    painter.drawText(box.adjusted(8, 22, -8, -3), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("spent %1").arg(shownAmount(slice.spent)));
    painter.drawText(box.adjusted(8, 22, -8, -3), Qt::AlignRight | Qt::AlignVCenter,
                     tr("bids × %1").arg(numbers::decimal(slice.bidFactorPpm / 1e6, 2)));
    const Mark mark = slice.answering ? Mark::Good : Mark::Warn;
    paintMark(painter, QRect(server.left() + 7, server.top() + 6, 12, 12), mark);
    const QFontMetrics metrics(widgets::font(TextRole::Body));
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T1));
    painter.drawText(server.adjusted(24, 3, -4, -22), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(QString::fromStdString(slice.server), Qt::ElideRight,
                                        server.width() - 28));
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(slice.answering ? Token::T2 : Token::Warn));
    painter.drawText(server.adjusted(8, 22, -4, -3), Qt::AlignLeft | Qt::AlignVCenter,
                     slice.answering ? tr("has version %1").arg(slice.appliedVersion)
                                     : tr("no answer"));
}

void QuotaFlowView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBudget(painter);
    const int held = heightOf(m_flow.held);
    const int spent = std::min(heightOf(m_flow.spent), bar().height() - held);
    const std::size_t shown = shownSlices();
    for (std::size_t slice = 0; slice < shown; ++slice)
        paintSlice(painter, slice, bar().top() + spent, held);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    const QRect foot(kSide, height() - kFoot, width() - 2 * kSide, kFoot - 4);
    painter.drawText(
        foot, Qt::AlignLeft | Qt::AlignVCenter,
        QStringLiteral("%1 %2").arg(words::budget(m_flow.bound), shownAmount(m_flow.budget)));
    const QString slices = m_flow.slices.empty() ? tr("No slice is out.")
        : shown < m_flow.slices.size()
        ? tr("%1 of %2 slices shown").arg(shown).arg(m_flow.slices.size())
        : tr("Slices %1").arg(shownAmount(m_flow.held));
    const QRect under(sliceBox(0).left(), foot.top(), width() - sliceBox(0).left() - kSide,
                      foot.height());
    painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, slices);
    painter.setPen(color(Token::T2));
    painter.setFont(widgets::font(TextRole::Body));
    painter.drawText(under, Qt::AlignRight | Qt::AlignVCenter, tr("Ad servers"));
}

bool QuotaFlowView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    for (std::size_t i = 0; i < shownSlices(); ++i)
        if (const QuotaSlice& slice = m_flow.slices[i]; sliceBox(i).contains(help->pos()))
            text = tr("Grant %1 of epoch %2: may spend %3 more until %4; the server has applied %5 "
                      "and last reported %6.")
                       .arg(slice.version)
                       .arg(slice.epoch)
                       .arg(shownAmount(slice.granted),
                            numbers::time(slice.notAfter.value, m_utcOffset))
                       .arg(slice.appliedVersion)
                       .arg(numbers::time(slice.lastReport.value, m_utcOffset));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace gavel::schedule
