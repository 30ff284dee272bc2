// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/names.h"
#include "ui/widgets/status_mark.h"

#include <QWidget>

namespace gavel::auctions {

/// One row of the waterfall, in microseconds since the visit.
struct TimingRow
{
    QString label;
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::uint32_t deadline = 0; ///< when the seat had to have answered; 0 = not a seat
    bool isLate = false; ///< not answered by the deadline: the bar ends there
    int number = 0; ///< of the step; 0 = a seat
    Handle seat = 0;
    QString duration;
    QString note;
    widgets::Mark mark = widgets::Mark::None;
    widgets::Token tone = widgets::Token::T3; ///< of a note without a mark

    bool operator==(const TimingRow&) const = default;
};

/// The seven steps of an auction with each seat below the fourth, and their sum.
struct Timing
{
    std::vector<TimingRow> rows;
    std::uint32_t total = 0;
    std::uint32_t limit = 0; ///< of the auction
    std::uint32_t seatDeadline = 0; ///< when all seats have the same; else 0
};
Timing timingOf(const model::AuctionTrace& trace, const Names& names);
/// The steps alone, of an auction whose full story was not kept.
Timing timingOf(const model::AuctionRow& row, const Names& names);

/// Draws a Timing: bars from visit to feedback, every seat against its deadline, the limit dashed.
/// Up and Down choose a seat.
class Waterfall final : public QWidget
{
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    void setTiming(Timing timing);
    const Timing& timing() const { return m_timing; }
    void setCurrentSeat(Handle seat);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seatChosen(gavel::Handle seat);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Axis;
    Axis axis() const;
    int rowHeight() const;
    int rowAt(int y) const;
    void choose(int row);
    void paintGrid(QPainter& painter, const Axis& axis) const;
    void paintRow(QPainter& painter, const Axis& axis, const TimingRow& row, int top) const;
    void paintBar(QPainter& painter, const Axis& axis, const TimingRow& row, int top) const;
    void paintDeadline(QPainter& painter, const Axis& axis) const;
    void paintSum(QPainter& painter, const Axis& axis) const;

    Timing m_timing;
    Handle m_seat = 0;
};

} // namespace gavel::auctions
