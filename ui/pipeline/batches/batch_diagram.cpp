// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/batches/batch_diagram.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;
using model::BatchState;

namespace {

constexpr int kDiagramEdge = 30; ///< left and right, room for ways round a column
constexpr int kDiagramTop = 26; ///< below the names of the columns
constexpr int kDiagramBottom = 8;
constexpr int kStateColumns = 6; ///< collection, validation, repair, transformation, ...
constexpr int kStateRows = 6;
constexpr int kColumnGap = 48;
constexpr int kStateHeight = 28;
constexpr int kLanes = 4; ///< of ways that run up or down in one gap

struct StateCell
{
    int column;
    int row;
};
constexpr std::array<StateCell, model::kBatchStates> kStateCells{{
    {0, 0}, {0, 1}, {0, 2}, // collection
    {1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}, // validation
    {2, 3}, {2, 5}, // repair
    {3, 0}, {3, 1}, {3, 2}, {3, 4}, // transformation
    {4, 0}, {4, 1}, {4, 2}, {4, 3}, {4, 4}, // storage
    {5, 0}, {5, 1}, {5, 2}, {5, 3}, {5, 4}, {5, 5}, // distribution
}};

/// The gap between two columns, counted from the left edge, in which a change runs, and the lane
/// there. A change that is not here goes straight down.
struct StateWay
{
    BatchState from;
    BatchState to;
    int gap;
    int lane;
};
using S = BatchState;
constexpr std::array kStateWays{
    StateWay{S::DataIngestion, S::CollectionFailed, 0, 1},
    StateWay{S::CollectionInProgress, S::ValidationPending, 1, 0},
    StateWay{S::ValidationInProgress, S::ValidationPartial, 1, 2},
    StateWay{S::ValidationInProgress, S::ValidationFailed, 1, 2},
    StateWay{S::ValidationPartial, S::DataRepair, 2, 2},
    StateWay{S::ValidationFailed, S::DataRepair, 2, 2},
    StateWay{S::DataRepair, S::ValidationPending, 2, 0},
    StateWay{S::ManualIntervention, S::ValidationPending, 2, 1},
    StateWay{S::ValidationPassed, S::TransformationPending, 3, 0},
    StateWay{S::TransformationFailed, S::DataRepair, 3, 1},
    StateWay{S::TransformationInProgress, S::TransformationFailed, 4, 0},
    StateWay{S::TransformationCompleted, S::StoragePending, 4, 1},
    StateWay{S::StorageRetry, S::ManualIntervention, 4, 2},
    StateWay{S::StorageRetry, S::StorageInProgress, 4, 3},
    StateWay{S::StorageInProgress, S::StorageFailed, 5, 0},
    StateWay{S::StorageCompleted, S::DistributionPending, 5, 1},
    StateWay{S::DistributionInProgress, S::DistributionPartial, 5, 3},
    StateWay{S::DistributionInProgress, S::DistributionFailed, 5, 3},
    StateWay{S::DistributionPartial, S::DistributionRetry, 6, 0},
    StateWay{S::DistributionRetry, S::DistributionInProgress, 6, 2},
};

std::size_t indexOf(BatchState state)
{
    return static_cast<std::size_t>(state);
}

const StateWay* wayOf(BatchState from, BatchState to)
{
    const auto* const found
        = std::find_if(kStateWays.begin(), kStateWays.end(),
                       [&](const StateWay& way) { return way.from == from && way.to == to; });
    return found == kStateWays.end() ? nullptr : found;
}

std::vector<widgets::StateDiagram::Way> batchWays()
{
    std::vector<widgets::StateDiagram::Way> ways;
    ways.reserve(model::kBatchTransitions.size());
    for (const auto& [from, to] : model::kBatchTransitions)
        ways.push_back(
            {static_cast<int>(from), static_cast<int>(to), from == BatchState::ManualIntervention});
    return ways;
}

} // namespace

BatchDiagram::BatchDiagram(QWidget* parent)
    : StateDiagram(static_cast<int>(model::kBatchStates), batchWays(), parent)
{
}

void BatchDiagram::setCounts(const Counts& counts)
{
    m_counts = counts;
    QStringList said;
    for (std::size_t i = 0; i < counts.size(); ++i)
        said << QStringLiteral("%1 %2")
                    .arg(words::batchState(static_cast<BatchState>(i)))
                    .arg(counts[i]);
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

void BatchDiagram::setChosen(const std::set<BatchState>& states)
{
    m_chosen = states;
    update();
}

void BatchDiagram::setBatchPath(const std::vector<BatchState>& states)
{
    std::vector<int> path;
    path.reserve(states.size());
    for (const BatchState state : states)
        path.push_back(static_cast<int>(state));
    setPath(std::move(path));
}

QRect BatchDiagram::boxAt(int state) const
{
    const StateCell cell = kStateCells[static_cast<std::size_t>(state)];
    const int pitch = (width() - 2 * kDiagramEdge + kColumnGap) / kStateColumns;
    const int room = height() - kDiagramTop - kDiagramBottom - kStateHeight;
    return {kDiagramEdge + cell.column * pitch, kDiagramTop + cell.row * room / (kStateRows - 1),
            pitch - kColumnGap, kStateHeight};
}

int BatchDiagram::busOf(int gap, int lane) const
{
    const int pitch = (width() - 2 * kDiagramEdge + kColumnGap) / kStateColumns;
    const int begin = kDiagramEdge + gap * pitch - kColumnGap;
    const int lanes = (kColumnGap - 16) / (kLanes - 1);
    if (gap == 0)
        return kDiagramEdge - 8 - lane * 6;
    return begin + 8 + lane * (gap == kStateColumns ? 7 : lanes);
}

std::vector<QPoint> BatchDiagram::cornersOf(const Way& change) const
{
    const QRect from = boxAt(change.from);
    const QRect to = boxAt(change.to);
    const StateWay* way
        = wayOf(static_cast<BatchState>(change.from), static_cast<BatchState>(change.to));
    if (way == nullptr) {
        const int x = from.center().x();
        return {{x, from.bottom() + 1}, {x, to.top()}};
    }
    // A change starts above the middle and arrives below it, so that two of one box stay apart.
    const int bus = busOf(way->gap, way->lane);
    const int start = from.center().y() + (from.top() > to.top() ? -4 : 4);
    const int end = to.center().y() + (way->lane == 1 ? 5 : way->lane == 0 ? -3 : 1);
    const int fromX = bus > from.center().x() ? from.right() + 1 : from.left();
    const int toX = bus > to.center().x() ? to.right() + 1 : to.left();
    if (from.top() == to.top())
        return {{fromX, end}, {toX, end}};
    return {{fromX, start}, {bus, start}, {bus, end}, {toX, end}};
}

void BatchDiagram::paintState(QPainter& painter, int place) const
{
    const auto state = static_cast<BatchState>(place);
    const QRect box = boxAt(place);
    const std::uint64_t count = m_counts[indexOf(state)];
    const Mark mark = words::batchMark(state);
    const bool calls = count > 0 && (mark == Mark::Bad || mark == Mark::Warn);
    const bool isChosen = m_chosen.contains(state);
    const bool here = isHere(place);
    painter.setBrush(color(isChosen || here                 ? Token::Selection
                               : mark == Mark::Bad && calls ? Token::BadBg
                               : calls                      ? Token::WarnBg
                                                            : Token::Bg2));
    painter.setPen(QPen(color(isChosen || here ? Token::Accent
                                  : calls      ? markToken(mark)
                                               : Token::Line2),
                        here ? 2 : 1));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    if (model::mayEnd(state)) {
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), space::kRadius, space::kRadius);
    }
    paintCursor(painter, place);
    const QColor quiet = color(count == 0 ? Token::T3 : markToken(mark));
    paintMark(painter, QRect(box.left() + 7, box.top(), 12, box.height()), mark, quiet, 11);
    painter.setFont(widgets::font(TextRole::BodyBold));
    const QString number = words::count(count);
    const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.setPen(color(count == 0 ? Token::T3 : Token::T1));
    painter.drawText(box.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, number);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(count == 0 ? Token::T2 : Token::T1));
    const QRect line = box.adjusted(24, 0, -numberWidth - 13, 0);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(words::batchShort(state), Qt::ElideRight, line.width()));
}

/// What the states of a column are of.
void BatchDiagram::paintGround(QPainter& painter) const
{
    const std::array<std::pair<S, QString>, kStateColumns> columns{
        {{S::DataIngestion, tr("Collection")},
         {S::ValidationPending, tr("Validation")},
         {S::DataRepair, tr("Repair")},
         {S::TransformationPending, tr("Transformation")},
         {S::StoragePending, tr("Storage")},
         {S::DistributionPending, tr("Distribution")}}};
    painter.setFont(widgets::font(TextRole::CaptionBold));
    painter.setPen(color(Token::T2));
    for (const auto& [state, name] : columns)
        painter.drawText(QRect(boxOf(state).left(), 4, boxOf(state).width(), 18),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
}

QString BatchDiagram::tipOf(int state) const
{
    return tr("Show the batches that are %1.")
        .arg(words::batchState(static_cast<BatchState>(state)));
}

} // namespace gavel::pipeline_page
