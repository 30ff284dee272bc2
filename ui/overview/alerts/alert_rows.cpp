// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alerts/alert_rows.h"

#include "ui/bridge/faults.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace gavel::overview {

namespace numbers = widgets::numbers;
using metrics::AlertState;
using runtime::AlertUnit;
using runtime::AlertView;
using widgets::Mark;
using widgets::Token;

namespace {

constexpr std::size_t kMostActive = 300;
constexpr std::size_t kMostEnded = 20;
constexpr double kMiB = 1024.0 * 1024.0;

struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};

/// The rules that come with the program.
constexpr std::array kRuleNames{
    QT_TRANSLATE_NOOP("AlertRules", "Click rate above 10 %"),
    QT_TRANSLATE_NOOP("AlertRules", "More than 10 clicks in one session"),
    QT_TRANSLATE_NOOP("AlertRules", "Error budget burns 14.4 times too fast"),
    QT_TRANSLATE_NOOP("AlertRules", "Error budget burns 6 times too fast"),
    QT_TRANSLATE_NOOP("AlertRules", "Error budget will not last"),
    QT_TRANSLATE_NOOP("AlertRules", "Events are stored late"),
    QT_TRANSLATE_NOOP("AlertRules", "Events are missing"),
    QT_TRANSLATE_NOOP("AlertRules", "Spends faster than planned"),
    QT_TRANSLATE_NOOP("AlertRules", "Spends slower than planned"),
    QT_TRANSLATE_NOOP("AlertRules", "Seat answers late"),
    QT_TRANSLATE_NOOP("AlertRules", "Too many events are refused"),
    QT_TRANSLATE_NOOP("AlertRules", "A subscriber was not told"),
    QT_TRANSLATE_NOOP("AlertRules", "Source cannot be read"),
    QT_TRANSLATE_NOOP("AlertRules", "Write-ahead log above 256 MiB"),
    QT_TRANSLATE_NOOP("AlertRules", "Less than 2 GiB of disk left"),
    QT_TRANSLATE_NOOP("AlertRules", "More than 80 % of the memory is used"),
    QT_TRANSLATE_NOOP("AlertRules", "What must always hold does not"),
};

QString textOf(double value, AlertUnit unit)
{
    switch (unit) {
    case AlertUnit::Share:
        return numbers::percent(value);
    case AlertUnit::Milliseconds:
        return AlertWords::tr("%1 ms").arg(numbers::decimal(value, value < 10 ? 1 : 0));
    case AlertUnit::Bytes:
        return AlertWords::tr("%1 MiB").arg(numbers::count(std::llround(value / kMiB)));
    case AlertUnit::Times:
        return AlertWords::tr("%1 times", "how much faster than planned")
            .arg(numbers::decimal(value, 1));
    case AlertUnit::Plain:
        break;
    }
    return value == std::floor(value) ? numbers::count(std::llround(value))
                                      : numbers::decimal(value, 2);
}

/// A market of its own time has none that a wall clock could show.
QString sinceWords(const runtime::Snapshot& snapshot, TimeMs at)
{
    if (snapshot.mode == runtime::MarketMode::Simulation)
        return AlertWords::tr("for %1", "an alert, so long")
            .arg(numbers::duration(std::max<std::int64_t>(snapshot.watch->at - at, 0)));
    return AlertWords::tr("since %1", "an alert")
        .arg(numbers::timeShort(at.value, snapshot.utcOffsetMinutes));
}

/// Where one sees what an alert is about, and does something.
bridge::Destination sourceOf(const metrics::Alert& alert)
{
    const QString page = QStringLiteral("pipeline");
    if (alert.metric == "dead_deliveries")
        return {page, QStringLiteral("deliveries"), QString::fromStdString(alert.subject)};
    if (alert.metric == "dead_letters" || alert.metric == "pipeline_lag_p99_ms"
        || alert.metric == "completeness_gap")
        return {page, {}, {}};
    if (health::raisesFault(alert))
        return {QStringLiteral("system"), QStringLiteral("component"),
                QString::fromStdString(health::componentOf(alert))};
    return {};
}

AlertRow rowOf(const AlertView& view)
{
    AlertRow row;
    row.fingerprint = QString::fromStdString(view.alert.fingerprint);
    row.rule = QString::fromStdString(view.alert.rule);
    row.key = row.fingerprint;
    row.name = ruleWords(view.alert.name);
    row.subject = QString::fromStdString(view.alert.subject);
    row.detail = valueWords(view);
    row.help = QString::fromStdString(view.alert.description);
    row.marketAt = view.marketAt.value;
    if (row.marketAt != 0)
        row.acts.push_back(AlertAct::ShowMoment);
    return row;
}

AlertRow activeRow(const runtime::Snapshot& snapshot, const AlertView& view)
{
    AlertRow row = rowOf(view);
    const metrics::Alert& alert = view.alert;
    row.source = sourceOf(alert);
    if (!row.source.page.isEmpty())
        row.acts.push_back(AlertAct::ShowSource);
    if (alert.state == AlertState::Pending) {
        row.mark = Mark::Waiting;
        row.tone = Token::T2;
        row.word = AlertWords::tr("PENDING", "state of an alert");
        row.since = sinceWords(snapshot, alert.pendingAt);
        const std::int64_t held = std::max<std::int64_t>(snapshot.watch->at - alert.pendingAt, 0);
        if (view.forMs > 0)
            row.detail = AlertWords::tr("%1; held %2 of %3", "value; how long, of how long")
                             .arg(row.detail, numbers::duration(held - held % base::kSecondMs),
                                  numbers::duration(view.forMs));
        return row;
    }
    row.since = sinceWords(snapshot, alert.firingAt);
    if (alert.mute != metrics::Mute::None) {
        row.mark = Mark::Paused;
        row.tone = Token::T2;
        row.isTall = false;
        row.word = alert.mute == metrics::Mute::Silenced
            ? AlertWords::tr("Silenced", "state of an alert")
            : AlertWords::tr("Explained", "an alert that another one explains");
        return row;
    }
    if (!alert.acknowledgedBy.empty()) {
        row.mark = Mark::Acknowledged;
        row.tone = Token::Info;
        row.isTall = false;
        row.word = AlertWords::tr("Acknowledged", "state of an alert");
        row.since = AlertWords::tr("%1, %2", "person, time")
                        .arg(QString::fromStdString(alert.acknowledgedBy), row.since);
        row.acts.push_back(AlertAct::Silence);
        return row;
    }
    const bool isPage = alert.level == metrics::AlertLevel::Page;
    row.mark = isPage ? Mark::Bad : Mark::Warn;
    row.tone = isPage ? Token::Bad : Token::Warn;
    row.word = AlertWords::tr("FIRING", "state of an alert");
    row.acts.push_back(AlertAct::Acknowledge);
    row.acts.push_back(AlertAct::Silence);
    return row;
}

AlertRow silenceRow(const runtime::Snapshot& snapshot, const metrics::Silence& silence)
{
    AlertRow row;
    row.silence = QString::fromStdString(silence.id);
    row.key = QStringLiteral("silence/") + row.silence;
    row.mark = Mark::Paused;
    row.tone = Token::T2;
    row.isTall = false;
    row.word = AlertWords::tr("Silence", "a rule that mutes alerts");
    row.name = QString::fromStdString(silence.rule.empty() ? silence.subject : silence.rule);
    for (const AlertView& view : snapshot.watch->active)
        if (view.alert.rule == silence.rule)
            row.name = ruleWords(view.alert.name);
    if (!silence.rule.empty())
        row.subject = QString::fromStdString(silence.subject);
    row.help = QString::fromStdString(silence.reason);
    row.since
        = AlertWords::tr("%1 left", "of a silence")
              .arg(numbers::duration(std::max<std::int64_t>(silence.end - snapshot.watch->at, 0)));
    row.acts.push_back(AlertAct::EndSilence);
    return row;
}

AlertRow endedRow(const runtime::Snapshot& snapshot, const AlertView& view)
{
    AlertRow row = rowOf(view);
    row.key = QStringLiteral("%1/%2").arg(row.fingerprint).arg(view.alert.resolvedAt.value);
    row.mark = Mark::Done;
    row.tone = Token::Good;
    row.isTall = false;
    row.word = AlertWords::tr("Resolved", "state of an alert");
    const auto clock
        = [&](TimeMs at) { return numbers::timeShort(at.value, snapshot.utcOffsetMinutes); };
    row.since = QStringLiteral("%1\u2013%2")
                    .arg(clock(view.alert.firingAt), clock(view.alert.resolvedAt));
    return row;
}

} // namespace

QString ruleWords(const std::string& name)
{
    for (const char* known : kRuleNames)
        if (name == known)
            return QCoreApplication::translate("AlertRules", known);
    return QString::fromStdString(name);
}

QString valueWords(const AlertView& view)
{
    QString value = textOf(view.alert.latestValue, view.unit);
    if (!view.hasLimit)
        return value;
    const QString words = view.isBelow ? AlertWords::tr("%1, at least %2", "value of an alert")
                                       : AlertWords::tr("%1, limit %2", "value of an alert");
    return words.arg(value, textOf(view.limit, view.unit));
}

QString alertsCaption(const runtime::WatchView& watch)
{
    QStringList parts;
    if (watch.firing > 0)
        parts << AlertWords::tr("%n firing", nullptr, static_cast<int>(watch.firing));
    if (watch.pending > 0)
        parts << AlertWords::tr("%n pending", nullptr, static_cast<int>(watch.pending));
    if (watch.muted > 0)
        parts << AlertWords::tr("%n muted", nullptr, static_cast<int>(watch.muted));
    return parts.isEmpty() ? AlertWords::tr("none firing")
                           : parts.join(AlertWords::tr(", ", "between counts"));
}

std::vector<AlertRow> alertRows(const runtime::Snapshot& snapshot)
{
    std::vector<AlertRow> rows;
    if (!snapshot.watch)
        return rows;
    std::vector<AlertRow> lines;
    const auto& active = snapshot.watch->active;
    for (std::size_t i = 0; i < std::min(active.size(), kMostActive); ++i) {
        AlertRow row = activeRow(snapshot, active[i]);
        (row.isTall ? rows : lines).push_back(std::move(row));
    }
    rows.insert(rows.end(), std::make_move_iterator(lines.begin()),
                std::make_move_iterator(lines.end()));
    for (const metrics::Silence& silence : snapshot.watch->silences)
        rows.push_back(silenceRow(snapshot, silence));
    const auto& ended = snapshot.watch->ended;
    for (std::size_t i = 0; i < std::min(ended.size(), kMostEnded); ++i)
        rows.push_back(endedRow(snapshot, ended[i]));
    return rows;
}

} // namespace gavel::overview
