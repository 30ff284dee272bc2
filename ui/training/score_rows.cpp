// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/score_rows.h"

#include "ui/training/market_controls.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gavel::training {

using namespace widgets;

namespace {

/// For texts with a number.
struct ScoreText
{
    Q_DECLARE_TR_FUNCTIONS(Scoreboard)
};

constexpr double kLateShare = 0.05;
constexpr double kSomeLateShare = 0.005;

QString text(const char* source)
{
    return QCoreApplication::translate("Scoreboard", source);
}

ScoreRow rowOf(const runtime::SeatView& seat, int series, std::uint64_t allWins)
{
    ScoreRow row;
    row.id = QString::fromStdString(seat.id);
    row.name = QString::fromStdString(seat.name);
    row.playedBy = QString::fromStdString(seat.playedBy);
    row.bidding = biddingText(seat);
    if (seat.kind == model::SeatKind::Campaigns) {
        const auto& names = model::kStrategyNames;
        const auto found = std::find(names.begin(), names.end(), seat.strategy);
        row.strategy = found == names.end() ? -1 : static_cast<int>(found - names.begin());
    }
    row.series = series;
    row.cutOff = seat.cutOff;
    row.asked = seat.asked;
    row.late = seat.late;
    row.wins = seat.wins;
    row.share
        = numbers::ratio(static_cast<double>(seat.wins), static_cast<double>(allWins)).value_or(0);
    row.spend = seat.spend;
    row.value = seat.value;
    return row;
}

using Show = std::function<QVariant(const ScoreRow&, int)>;

/// A column that answers the row's kind and, for a seat that is cut off, quiet words.
RowColumn<ScoreRow> column(const char* title, bool right, Show show, const char* toolTip = "")
{
    return {text(title),
            [show = std::move(show)](const ScoreRow& row, int role) -> QVariant {
                if (role == RowKindRole)
                    return static_cast<int>(row.id.isEmpty() ? RowKind::Total : RowKind::Normal);
                if (role == IdRole)
                    return row.id;
                QVariant shown = show(row, role);
                if (!shown.isValid() && role == ToneRole && row.cutOff)
                    return static_cast<int>(Token::T3);
                return shown;
            },
            {},
            right,
            *toolTip ? text(toolTip) : QString()};
}

Show words(QString ScoreRow::*member)
{
    return [member](const ScoreRow& row, int role) -> QVariant {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(row.*member)
                                                                  : QVariant();
    };
}

Show amount(std::function<Money(const ScoreRow&)> of)
{
    return [of = std::move(of)](const ScoreRow& row, int role) -> QVariant {
        if (role == Qt::DisplayRole)
            return numbers::amount(of(row).micros, 0);
        return role == Qt::ToolTipRole ? QVariant(numbers::amount(of(row).micros, 6)) : QVariant();
    };
}

Show quotient(std::function<double(const ScoreRow&)> of)
{
    return [of = std::move(of)](const ScoreRow& row, int role) -> QVariant {
        return role == Qt::DisplayRole ? QVariant(numbers::decimal(of(row), 2)) : QVariant();
    };
}

double divided(double part, double whole)
{
    return numbers::ratio(part, whole).value_or(std::nan(""));
}

QVariant seatCell(const ScoreRow& row, int role)
{
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == SeriesRole && !row.id.isEmpty())
        return row.series;
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant shareCell(const ScoreRow& row, int role)
{
    if (role == Qt::DisplayRole)
        return row.id.isEmpty()
            ? text(QT_TRANSLATE_NOOP("Scoreboard", "fill %1")).arg(numbers::percent(row.share))
            : numbers::percent(row.share);
    if (role == BarRole && !row.id.isEmpty())
        return QVariant::fromValue(CellBar{CellBar::Kind::Bullet, row.share, -1, row.series, -1});
    return {};
}

QVariant scoreCell(const ScoreRow& row, int role)
{
    const std::int64_t micros = row.score().micros;
    if (role == Qt::DisplayRole) {
        const QString text = numbers::amount(micros, 0);
        return micros > 0 ? u'+' + text : text;
    }
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return role == Qt::ToolTipRole ? QVariant(numbers::amount(micros, 6)) : QVariant();
}

QVariant answersCell(const ScoreRow& row, int role)
{
    if (row.id.isEmpty())
        return {};
    const double share
        = numbers::ratio(static_cast<double>(row.late), static_cast<double>(row.asked)).value_or(0);
    if (role == Qt::DisplayRole) {
        if (row.cutOff)
            return text(QT_TRANSLATE_NOOP("Scoreboard", "cut off"));
        return row.asked == 0
            ? numbers::missing()
            : text(QT_TRANSLATE_NOOP("Scoreboard", "%1 late")).arg(numbers::percent(share));
    }
    if (role == MarkRole)
        return static_cast<int>(row.cutOff                   ? Mark::Bad
                                    : row.asked == 0         ? Mark::None
                                    : share > kSomeLateShare ? Mark::Warn
                                                             : Mark::Good);
    if (role == Qt::ToolTipRole)
        return text(QT_TRANSLATE_NOOP("Scoreboard", "%1 of %2 answers missed the deadline"))
            .arg(numbers::count(static_cast<std::int64_t>(row.late)),
                 numbers::count(static_cast<std::int64_t>(row.asked)));
    return role == ToneRole && !row.cutOff && share > kSomeLateShare && share <= kLateShare
        ? QVariant(static_cast<int>(Token::Warn))
        : QVariant();
}

} // namespace

std::vector<ScoreRow> scoreRows(const runtime::Snapshot& snapshot)
{
    std::uint64_t wins = 0;
    for (const runtime::SeatView& seat : snapshot.seats)
        wins += seat.wins;
    std::vector<ScoreRow> rows;
    ScoreRow sum;
    for (std::size_t i = 0; i < snapshot.seats.size(); ++i) {
        rows.push_back(rowOf(snapshot.seats[i], static_cast<int>(i), wins));
        sum.wins += rows.back().wins;
        sum.spend += rows.back().spend;
        sum.value += rows.back().value;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ScoreRow& a, const ScoreRow& b) { return a.score() > b.score(); });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].rank = static_cast<int>(i) + 1;
    sum.name = ScoreText::tr("%n seats", nullptr, static_cast<int>(rows.size()));
    sum.share = numbers::ratio(static_cast<double>(snapshot.total.wins),
                               static_cast<double>(snapshot.total.auctions))
                    .value_or(0);
    rows.push_back(sum);
    return rows;
}

ScoreModel::ScoreModel(QObject* parent)
    : RowsModel([](const ScoreRow& row) { return row.id; }, parent)
{
    retranslate();
}

void ScoreModel::retranslate()
{
    const auto perThousand = [](const ScoreRow& row) {
        return divided(static_cast<double>(row.spend.micros) / 1000, static_cast<double>(row.wins));
    };
    const auto roas = [](const ScoreRow& row) {
        return divided(static_cast<double>(row.value.micros),
                       static_cast<double>(row.spend.micros));
    };
    setColumns({
        column(QT_TRANSLATE_NOOP("Scoreboard", "#"), false,
               [](const ScoreRow& row, int role) -> QVariant {
                   return role == Qt::DisplayRole && row.rank > 0
                       ? QVariant(QString::number(row.rank))
                       : QVariant();
               }),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Seat"), false, seatCell),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Played by"), false, words(&ScoreRow::playedBy)),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Strategy"), false, words(&ScoreRow::bidding)),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Wins"), true,
               [](const ScoreRow& row, int role) -> QVariant {
                   if (role == Qt::DisplayRole)
                       return numbers::big(static_cast<double>(row.wins));
                   return role == Qt::ToolTipRole
                       ? QVariant(numbers::count(static_cast<std::int64_t>(row.wins)))
                       : QVariant();
               }),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Share of wins"), true, shareCell),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Spend"), true,
               amount([](const ScoreRow& row) { return row.spend; })),
        column(QT_TRANSLATE_NOOP("Scoreboard", "CPM"), true, quotient(perThousand),
               QT_TRANSLATE_NOOP("Scoreboard", "Spend for a thousand wins")),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Value"), true,
               amount([](const ScoreRow& row) { return row.value; }),
               QT_TRANSLATE_NOOP("Scoreboard", "Worth of the conversions")),
        column(QT_TRANSLATE_NOOP("Scoreboard", "ROAS"), true, quotient(roas),
               QT_TRANSLATE_NOOP("Scoreboard", "Value by spend")),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Score"), true, scoreCell,
               QT_TRANSLATE_NOOP("Scoreboard", "Value minus spend")),
        column(QT_TRANSLATE_NOOP("Scoreboard", "Answers"), false, answersCell),
    });
}

Qt::ItemFlags ScoreModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = RowsModel::flags(index);
    const ScoreRow* row = rowAt(index);
    if (row && row->strategy >= 0 && index.column() == static_cast<int>(ScoreColumn::Strategy))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ScoreModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const ScoreRow* row = rowAt(index);
    if (!row || role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const int strategy = value.toInt();
    if (strategy == row->strategy || !wanted)
        return false;
    wanted(*row, strategy);
    return true;
}

} // namespace gavel::training
