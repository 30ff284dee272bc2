// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/fault_diagram.h"

#include "ui/system/system_words.h"

#include <QPainter>

namespace gavel::system_page {

using namespace widgets;
using model::FaultState;

namespace {

constexpr int kEdge = 10;
constexpr int kTop = 22; ///< room for the way back to Normal
constexpr int kBottom = 20; ///< and for the expert's
constexpr int kColumns = 5;
constexpr int kRows = 4;
constexpr int kBoxGap = 24;
constexpr int kBoxHeight = 36;
constexpr int kSide = 9; ///< between two ways that meet at one box
constexpr int kMarkRoom = 22;

struct Cell
{
    int column;
    int row;
};
constexpr std::array<Cell, model::kFaultStates> kCells{{{0, 0},
                                                        {1, 0},
                                                        {2, 0},
                                                        {2, 1},
                                                        {3, 0},
                                                        {4, 0},
                                                        {4, 1},
                                                        {3, 1},
                                                        {3, 2},
                                                        {4, 2},
                                                        {4, 3},
                                                        {3, 3},
                                                        {2, 3}}};

std::vector<StateDiagram::Way> faultWays()
{
    std::vector<StateDiagram::Way> ways;
    ways.reserve(model::kFaultTransitions.size());
    for (const model::FaultTransition& way : model::kFaultTransitions)
        ways.push_back({static_cast<int>(way.from), static_cast<int>(way.to), way.byHand});
    return ways;
}

} // namespace

FaultDiagram::FaultDiagram(QWidget* parent)
    : StateDiagram(static_cast<int>(model::kFaultStates), faultWays(), parent)
{
}

void FaultDiagram::setWay(const std::vector<FaultState>& states)
{
    std::vector<int> path;
    QStringList said;
    for (const FaultState state : states) {
        path.push_back(static_cast<int>(state));
        said << words::state(state);
    }
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setPath(std::move(path));
}

QRect FaultDiagram::boxAt(int state) const
{
    const Cell cell = kCells[static_cast<std::size_t>(state)];
    const int pitch = (width() - 2 * kEdge + kBoxGap) / kColumns;
    const int room = height() - kTop - kBottom - kBoxHeight;
    return {kEdge + cell.column * pitch, kTop + cell.row * room / (kRows - 1), pitch - kBoxGap,
            kBoxHeight};
}

std::vector<QPoint> FaultDiagram::cornersOf(const Way& way) const
{
    const auto fromState = static_cast<FaultState>(way.from);
    const QRect from = boxAt(way.from);
    const QRect to = boxAt(way.to);
    const int middle = from.center().y();
    if (static_cast<FaultState>(way.to) == FaultState::Normal) {
        const int foot = to.bottom() + 1;
        const int x = to.center().x();
        switch (fromState) {
        case FaultState::Monitoring:
            return {{from.left(), middle + kSide}, {to.right() + 1, middle + kSide}};
        case FaultState::HealingInProgress:
            return {{from.center().x(), from.top()},
                    {from.center().x(), kTop / 2},
                    {x, kTop / 2},
                    {x, to.top()}};
        case FaultState::ExpertIntervention: {
            const int y = height() - kBottom / 2;
            return {{from.center().x(), from.bottom() + 1},
                    {from.center().x(), y},
                    {x - 2 * kSide, y},
                    {x - 2 * kSide, foot}};
        }
        case FaultState::Maintenance:
            return {{from.left(), middle}, {x, middle}, {x, foot}};
        default:
            return {{from.left(), middle}, {x + 2 * kSide, middle}, {x + 2 * kSide, foot}};
        }
    }
    if (fromState == FaultState::Investigating
        && way.to == static_cast<int>(FaultState::AutoHealing)) {
        const int bus = from.right() + kBoxGap / 2;
        const int end = to.center().y() + kSide;
        return {{from.right() + 1, middle - kSide},
                {bus, middle - kSide},
                {bus, end},
                {to.left(), end}};
    }
    if (from.top() == to.top()) {
        const int y = fromState == FaultState::Normal ? middle - kSide : middle;
        return from.left() < to.left() ? std::vector<QPoint>{{from.right() + 1, y}, {to.left(), y}}
                                       : std::vector<QPoint>{{from.left(), y}, {to.right() + 1, y}};
    }
    return {{from.center().x(), from.bottom() + 1}, {from.center().x(), to.top()}};
}

void FaultDiagram::paintState(QPainter& painter, int state) const
{
    const QRect box = boxAt(state);
    const auto which = static_cast<FaultState>(state);
    const Mark mark = words::stateMark(which);
    const bool here = isHere(state);
    const bool wasThere = std::ranges::find(path(), state) != path().end();
    painter.setBrush(color(here && mark == Mark::Bad ? Token::BadBg
                               : here                ? Token::Selection
                                                     : Token::Bg2));
    painter.setPen(QPen(color(here ? Token::Accent : Token::Line2), here ? 2 : 1));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    if (which == FaultState::Normal) { // where every fault ends
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), space::kRadius, space::kRadius);
    }
    paintCursor(painter, state);
    paintMark(painter, QRect(box.left() + 6, box.top(), 12, box.height()), mark,
              color(wasThere ? markToken(mark) : Token::T3), 11);
    painter.setFont(widgets::font(here ? TextRole::CaptionBold : TextRole::Caption));
    painter.setPen(color(wasThere ? Token::T1 : Token::T2));
    painter.drawText(box.adjusted(kMarkRoom, 1, -4, -1),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, words::state(which));
}

QString FaultDiagram::tipOf(int state) const
{
    const auto from = static_cast<FaultState>(state);
    QStringList next;
    for (const model::FaultTransition& way : model::kFaultTransitions)
        if (way.from == from)
            next << (way.byHand ? tr("%1 (by hand)").arg(words::state(way.to))
                                : words::state(way.to));
    return tr("%1; after it: %2", "state, states")
        .arg(words::state(from), next.join(QStringLiteral(", ")));
}

} // namespace gavel::system_page
