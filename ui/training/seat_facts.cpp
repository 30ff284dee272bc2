// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/seat_facts.h"

#include "ui/training/score_rows.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::training {

namespace numbers = widgets::numbers;

namespace {

struct SeatFactsWords
{
    Q_DECLARE_TR_FUNCTIONS(SeatFacts)
};

QString count(std::uint64_t value)
{
    return numbers::count(static_cast<std::int64_t>(value));
}

QString share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? numbers::missing()
                      : numbers::percentOf(static_cast<double>(part), static_cast<double>(whole));
}

QString milliseconds(std::uint32_t micros)
{
    return SeatFactsWords::tr("%1 ms").arg(numbers::decimal(micros / 1000.0, 1));
}

} // namespace

std::optional<bridge::Facts> seatFacts(const runtime::Snapshot& snapshot, const QString& id)
{
    const std::string wanted = id.toStdString();
    const auto view = std::find_if(snapshot.seats.begin(), snapshot.seats.end(),
                                   [&](const runtime::SeatView& one) { return one.id == wanted; });
    const std::vector<ScoreRow> board = scoreRows(snapshot);
    const auto row = std::find_if(board.begin(), board.end(),
                                  [&](const ScoreRow& one) { return one.id == id; });
    if (view == snapshot.seats.end() || row == board.end())
        return std::nullopt;
    const auto amount = [](Money money) { return numbers::amount(money.micros, 0); };
    bridge::Facts facts;
    facts.title = row->name;
    facts.caption = SeatFactsWords::tr("%1, amounts in %2", "seat id, currency")
                        .arg(id, QString::fromUtf8(snapshot.currency.code, 3));
    facts.rows = {
        {SeatFactsWords::tr("Played by"), row->playedBy},
        {SeatFactsWords::tr("Strategy"), row->bidding},
        {SeatFactsWords::tr("Cut off"),
         view->cutOff ? SeatFactsWords::tr("yes") : SeatFactsWords::tr("no")},
        {SeatFactsWords::tr("Deadline"), milliseconds(view->deadlineMicros)},
        {SeatFactsWords::tr("Answers, p50"), milliseconds(view->p50Micros)},
        {SeatFactsWords::tr("Answers, p99"), milliseconds(view->p99Micros), true},
        {SeatFactsWords::tr("Asked"), count(view->asked)},
        {SeatFactsWords::tr("Answered"), count(view->answered)},
        {SeatFactsWords::tr("Late"),
         SeatFactsWords::tr("%1, %2", "number, share")
             .arg(count(view->late), share(view->late, view->asked)),
         true},
        {SeatFactsWords::tr("Wins"), count(view->wins)},
        {SeatFactsWords::tr("Share of wins"), numbers::percent(row->share)},
        {SeatFactsWords::tr("Spend"), amount(row->spend)},
        {SeatFactsWords::tr("Value"), amount(row->value)},
        {SeatFactsWords::tr("Score"), amount(row->score()), true},
        {SeatFactsWords::tr("Place"), QString::number(row->rank)},
    };
    return facts;
}

} // namespace gavel::training
