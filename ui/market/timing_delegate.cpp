// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/timing_delegate.h"

#include "ui/market/auction_columns.h"

#include <QPainter>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kThinBar = 6;

/// What comes before the seats, the wait for them, the decision, what comes after.
QColor stepColor(std::size_t step)
{
    if (step < kBidRequests)
        return color(Token::Edge);
    if (step == kBidRequests)
        return Theme::current().series(0);
    return step == kAuction ? color(Token::Good) : Theme::current().series(2);
}

} // namespace

void TimingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    painter->save();
    paintBackground(*painter, full, index);
    const auto timing = index.data(kTimingRole).value<MiniTiming>();
    const QRectF box = QRectF(full.rect).adjusted(space::kCell, 0, -space::kCell - 4, 0);
    if (timing.limitMicros == 0) {
        painter->restore();
        return;
    }
    const double scale = box.width() / timing.limitMicros;
    const double top = box.center().y() - kThinBar / 2.0;
    double left = box.left();
    for (std::size_t step = 0; step < model::kSteps; ++step) {
        const double right
            = std::min(left + timing.steps[step] * scale, box.right() + space::kCell);
        painter->fillRect(QRectF(left, top, std::max(right - left, 0.0), kThinBar),
                          stepColor(step));
        left = right;
    }
    painter->setPen(QPen(color(Token::Bad), 1, Qt::DotLine));
    painter->drawLine(QPointF(box.right(), full.rect.top() + 5),
                      QPointF(box.right(), full.rect.bottom() - 5));
    painter->restore();
}

} // namespace gavel::auctions
