// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/rows_model.h"

#include <QString>

#include <functional>

namespace gavel::training {

/// A line of the scoreboard: a seat, or all of them together.
struct ScoreRow
{
    QString id; ///< "" = all seats
    QString name;
    QString playedBy;
    QString bidding; ///< strategy, or kind of rival
    int strategy = -1; ///< a model::StrategyKind, -1 for rivals: cannot be chosen
    int rank = 0;
    int series = 0; ///< place among the market's seats
    bool cutOff = false;
    std::uint64_t asked = 0;
    std::uint64_t late = 0;
    std::uint64_t wins = 0;
    double share = 0; ///< of all wins; fill for all seats together
    Money spend;
    Money value;
    Money score() const { return value - spend; }
};

/// Seats by score, the best first, and their sum.
std::vector<ScoreRow> scoreRows(const runtime::Snapshot& snapshot);

/// The columns of the scoreboard, in order.
enum class ScoreColumn : std::uint8_t {
    Rank,
    Seat,
    PlayedBy,
    Strategy,
    Wins,
    Share,
    Spend,
    Cpm,
    Value,
    Roas,
    Score,
    Answers,
};

/// Scoreboard rows; the strategy of a campaign seat may be edited: setData() asks and changes
/// nothing itself.
class ScoreModel final
    : public widgets::RowsModel<ScoreRow, std::function<QString(const ScoreRow&)>>
{
public:
    explicit ScoreModel(QObject* parent = nullptr);

    std::function<void(const ScoreRow& row, int strategy)> wanted;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    void retranslate();
};

} // namespace gavel::training
