// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/state_diagram.h"

#include "ui/schedule/schedule_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gavel::schedule {

using namespace widgets;
using model::TaskState;

namespace {

constexpr int kEdge = 10;
constexpr int kColumns = 7;
constexpr int kBoxGap = 17;
constexpr int kBoxHeight = 46;
constexpr int kLongName = 20; ///< more room for the longest name
constexpr int kPendingExit = 26; ///< from the left side of its box
constexpr int kFailShift = 38; ///< of the way from Retrying to Failed, from the middle
constexpr int kByHandShift = 22; ///< of the way back

struct Cell
{
    int column;
    int row;
};
constexpr std::array<Cell, model::kTaskStates> kCells{
    {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}, {5, 1}, {6, 1}, {0, 2}, {1, 1}}};

Cell cellOf(TaskState state)
{
    return kCells[static_cast<std::size_t>(state)];
}

std::size_t placeOf(TaskState state)
{
    return static_cast<std::size_t>(state);
}

std::vector<widgets::StateDiagram::Way> taskWays()
{
    std::vector<widgets::StateDiagram::Way> ways;
    ways.reserve(model::kTaskTransitions.size());
    for (const model::TaskTransition& way : model::kTaskTransitions)
        ways.push_back({static_cast<int>(way.from), static_cast<int>(way.to), way.byHand});
    return ways;
}

} // namespace

StateDiagram::StateDiagram(QWidget* parent)
    : widgets::StateDiagram(static_cast<int>(model::kTaskStates), taskWays(), parent)
{
}

void StateDiagram::setCounts(const Counts& counts)
{
    m_counts = counts;
    QStringList said;
    for (std::size_t i = 0; i < counts.size(); ++i)
        said << QStringLiteral("%1 %2").arg(words::state(static_cast<TaskState>(i))).arg(counts[i]);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

void StateDiagram::setFailureWords(const QString& words)
{
    m_failureWords = words;
    update();
}

void StateDiagram::setTaskPath(const std::vector<TaskState>& states)
{
    std::vector<int> path;
    path.reserve(states.size());
    for (const TaskState state : states)
        path.push_back(static_cast<int>(state));
    setPath(std::move(path));
}

QRect StateDiagram::boxAt(int number) const
{
    const auto state = static_cast<TaskState>(number);
    const Cell cell = cellOf(state);
    const int room = height() - 2 * kEdge;
    if (state == TaskState::Failed)
        return {kEdge, height() - kEdge - kBoxHeight, width() - 2 * kEdge, kBoxHeight};
    const int pitch = (width() - 2 * kEdge + kBoxGap) / kColumns;
    const int between = std::max((room - 3 * kBoxHeight) / 2, 8);
    const int more = state == TaskState::PartiallyCompleted ? kLongName : 0;
    return {kEdge + cell.column * pitch - more, kEdge + cell.row * (kBoxHeight + between),
            pitch - kBoxGap + more, kBoxHeight};
}

/// The corners of a way, from box to box.
std::vector<QPoint> StateDiagram::cornersOf(const Way& step) const
{
    const model::TaskTransition way{static_cast<TaskState>(step.from),
                                    static_cast<TaskState>(step.to), step.byHand};
    const QRect from = boxOf(way.from);
    const QRect to = boxOf(way.to);
    const QPoint right(from.right() + 1, from.center().y());
    if (way.from == TaskState::Failed) // back to Retrying
        return {{to.center().x() + kByHandShift, from.top()},
                {to.center().x() + kByHandShift, to.bottom() + 1}};
    if (way.to == TaskState::Failed) {
        if (way.from == TaskState::Distributing) { // round PartiallyCompleted
            const int x = boxOf(TaskState::PartiallyCompleted).left() - kBoxGap / 2;
            const int y = from.bottom() + 10;
            return {{from.left() + 12, from.bottom() + 1},
                    {from.left() + 12, y},
                    {x, y},
                    {x, to.top()}};
        }
        const int x = way.from == TaskState::Pending ? from.left() + kPendingExit
            : way.from == TaskState::Retrying        ? from.center().x() - kFailShift
                                                     : from.center().x();
        return {{x, from.bottom() + 1}, {x, to.top()}};
    }
    if (way.from == TaskState::Pending && way.to == TaskState::Cancelled) {
        const int x = from.right() - kPendingExit;
        return {{x, from.bottom() + 1}, {x, to.center().y()}, {to.left(), to.center().y()}};
    }
    if (cellOf(way.from).row == cellOf(way.to).row)
        return {right, {to.left(), to.center().y()}};
    const bool isDown = cellOf(way.to).row > cellOf(way.from).row;
    const int x = to.center().x();
    return {{x, isDown ? from.bottom() + 1 : from.top()}, {x, isDown ? to.top() : to.bottom() + 1}};
}

void StateDiagram::paintWayWords(QPainter& painter, const Way& way) const
{
    if (static_cast<TaskState>(way.from) != TaskState::Failed)
        return;
    const std::vector<QPoint> points = cornersOf(way);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T2));
    const int middle = (points[0].y() + points[1].y()) / 2;
    painter.drawText(QRect(points[0].x() - 76, middle - 8, 70, 16),
                     Qt::AlignRight | Qt::AlignVCenter, tr("by hand"));
}

void StateDiagram::paintState(QPainter& painter, int number) const
{
    const auto state = static_cast<TaskState>(number);
    if (state == TaskState::Failed)
        return paintFailed(painter);
    const QRect box = boxOf(state);
    const bool here = isHere(number);
    const bool isEnd = model::isTerminal(state);
    painter.setBrush(color(here ? Token::Selection : Token::Bg2));
    painter.setPen(QPen(color(here ? Token::Accent : Token::Line2), here ? 2 : 1));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    if (isEnd) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), space::kRadius, space::kRadius);
    }
    paintCursor(painter, number);
    const std::size_t count = m_counts[placeOf(state)];
    paintMark(painter, QRect(box.left() + 8, box.top() + 7, 12, 12), words::stateMark(state));
    painter.setFont(widgets::font(TextRole::Title));
    painter.setPen(color(count == 0 ? Token::T3 : Token::T1));
    painter.drawText(box.adjusted(24, 3, -8, -22), Qt::AlignRight | Qt::AlignVCenter,
                     numbers::count(static_cast<std::int64_t>(count)));
    const QFontMetrics metrics(widgets::font(TextRole::Caption));
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(count == 0 ? Token::T2 : Token::T1));
    const QRect line = box.adjusted(7, 24, -5, -5);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words::state(state), Qt::ElideRight, line.width()));
}

void StateDiagram::paintFailed(QPainter& painter) const
{
    const QRect box = boxOf(TaskState::Failed);
    const std::size_t count = m_counts[placeOf(TaskState::Failed)];
    const bool here = isHere(static_cast<int>(TaskState::Failed));
    painter.setBrush(color(count > 0 ? Token::BadBg : Token::Bg2));
    painter.setPen(QPen(color(here            ? Token::Accent
                                  : count > 0 ? Token::Bad
                                              : Token::Line2),
                        here ? 2 : 1));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    const Token ink = count > 0 ? Token::Bad : Token::T2;
    paintMark(painter, QRect(box.left() + 8, box.top() + 7, 12, 12), Mark::Bad, color(ink), 11);
    painter.setPen(color(ink));
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.drawText(box.adjusted(28, 3, -60, -22), Qt::AlignLeft | Qt::AlignVCenter,
                     words::state(TaskState::Failed));
    painter.setFont(widgets::font(TextRole::Title));
    painter.drawText(box.adjusted(28, 3, -8, -22), Qt::AlignRight | Qt::AlignVCenter,
                     numbers::count(static_cast<std::int64_t>(count)));
    const QFontMetrics metrics(widgets::font(TextRole::Caption));
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T2));
    const QRect line = box.adjusted(28, 23, -10, -4);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(count > 0 ? m_failureWords : tr("No task waits for you."),
                                        Qt::ElideRight, line.width()));
}

QString StateDiagram::tipOf(int state) const
{
    return tr("Show the tasks that are %1.").arg(words::state(static_cast<TaskState>(state)));
}

} // namespace gavel::schedule
