// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/seat_facts.h"

#include "ui/training/score_rows.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::training {

namespace numbers = widgets::numbers;

namespace {

struct Words
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
    return Words::tr("%1 ms").arg(numbers::decimal(micros / 1000.0, 1));
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
    facts.caption = Words::tr("%1, amounts in %2", "seat id, currency")
                        .arg(id, QString::fromUtf8(snapshot.currency.code, 3));
    facts.rows = {
        {Words::tr("Played by"), row->playedBy},
        {Words::tr("Strategy"), row->bidding},
        {Words::tr("Cut off"), view->cutOff ? Words::tr("yes") : Words::tr("no")},
        {Words::tr("Deadline"), milliseconds(view->deadlineMicros)},
        {Words::tr("Answers, p50"), milliseconds(view->p50Micros)},
        {Words::tr("Answers, p99"), milliseconds(view->p99Micros), true},
        {Words::tr("Asked"), count(view->asked)},
        {Words::tr("Answered"), count(view->answered)},
        {Words::tr("Late"),
         Words::tr("%1, %2", "number, share")
             .arg(count(view->late), share(view->late, view->asked)),
         true},
        {Words::tr("Wins"), count(view->wins)},
        {Words::tr("Share of wins"), numbers::percent(row->share)},
        {Words::tr("Spend"), amount(row->spend)},
        {Words::tr("Value"), amount(row->value)},
        {Words::tr("Score"), amount(row->score()), true},
        {Words::tr("Place"), QString::number(row->rank)},
    };
    return facts;
}

} // namespace gavel::training
