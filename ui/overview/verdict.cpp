// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/verdict.h"

#include "ui/bridge/plan_today.h"
#include "ui/overview/alerts/alert_rows.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::overview {

namespace numbers = widgets::numbers;
using widgets::Mark;

namespace {

/// For texts with a number.
struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

constexpr std::uint64_t kLeastAnswers = 200;

QString said(const char* source)
{
    return QCoreApplication::translate("Verdict", source);
}

struct Behind
{
    const runtime::CampaignView* campaign;
    bridge::PlanToday today;
    QString share() const { return numbers::percent(-today.distance().value_or(0)); }
};

/// Campaigns that are behind, the one that lacks most money first.
std::vector<Behind> campaignsBehind(const runtime::Snapshot& snapshot)
{
    std::vector<Behind> behind;
    for (const runtime::CampaignView& campaign : snapshot.campaigns) {
        if (!bridge::isBehind(campaign))
            continue;
        behind.push_back({&campaign, {}});
        behind.back().today.add(campaign);
    }
    std::stable_sort(behind.begin(), behind.end(), [](const Behind& a, const Behind& b) {
        return a.today.missing() > b.today.missing();
    });
    return behind;
}

void addInvariants(std::vector<Need>& needs, const runtime::Snapshot& snapshot)
{
    for (const runtime::Invariant& invariant : snapshot.invariants) {
        if (invariant.broken == 0)
            continue;
        needs.push_back({Mark::Bad,
                         VerdictText::tr("%1 is broken in %n case(s): %2.", nullptr,
                                         static_cast<int>(invariant.broken))
                             .arg(QString::fromStdString(invariant.name),
                                  QString::fromStdString(invariant.detail)),
                         said(QT_TRANSLATE_NOOP("Verdict", "Open Market")),
                         {QStringLiteral("market"), {}, {}}});
    }
}

QString lateSentence(const runtime::Snapshot& snapshot, const runtime::SeatView& seat,
                     const SeatWatch::Lateness& lateness, const Behind* hurt)
{
    const QString name = QString::fromStdString(seat.name);
    const QString share = numbers::percent(lateness.share());
    const QString since = numbers::timeShort(lateness.since.value, snapshot.utcOffsetMinutes);
    if (hurt)
        return said(QT_TRANSLATE_NOOP("Verdict",
                                      "%1 answers late: %2 of its answers since %3 missed the "
                                      "deadline, and its campaign %4 is %5 behind plan."))
            .arg(name, share, since, QString::fromStdString(hurt->campaign->name), hurt->share());
    return said(QT_TRANSLATE_NOOP("Verdict",
                                  "%1 answers late: %2 of its answers since %3 missed the deadline "
                                  "of %4 ms."))
        .arg(name, share, since, QString::number(seat.deadlineMicros / 1000));
}

void addSeats(std::vector<Need>& needs, const runtime::Snapshot& snapshot, const SeatWatch& watch,
              const std::vector<Behind>& behind)
{
    for (std::size_t i = 0; i < snapshot.seats.size(); ++i) {
        const runtime::SeatView& seat = snapshot.seats[i];
        const QString name = QString::fromStdString(seat.name);
        const QString action = said(QT_TRANSLATE_NOOP("Verdict", "Open %1 seat")).arg(name);
        const bridge::Destination place{QStringLiteral("training"), QStringLiteral("seat"),
                                        QString::fromStdString(seat.id)};
        if (seat.cutOff) {
            needs.push_back(
                {Mark::Bad,
                 said(QT_TRANSLATE_NOOP("Verdict", "%1 is cut off and takes part in no auction."))
                     .arg(name),
                 action, place});
            continue;
        }
        const SeatWatch::Lateness lateness = watch.of(i);
        if (lateness.asked < kLeastAnswers || lateness.share() <= kLateShare)
            continue;
        const auto hurt = std::find_if(behind.begin(), behind.end(), [&](const Behind& other) {
            return other.campaign->seatId == seat.id;
        });
        needs.push_back(
            {Mark::Warn,
             lateSentence(snapshot, seat, lateness, hurt == behind.end() ? nullptr : &*hurt),
             action, place});
    }
}

/// From here on cents say nothing.
constexpr std::int64_t kLargeMicros = 100'000'000;

void addCampaigns(std::vector<Need>& needs, const runtime::Snapshot& snapshot,
                  const std::vector<Behind>& behind)
{
    const QString currency = QString::fromUtf8(snapshot.currency.code, 3);
    for (const Behind& one : behind) {
        const QString name = QString::fromStdString(one.campaign->name);
        const int decimals = one.today.plan.micros < kLargeMicros ? 2 : 0;
        needs.push_back(
            {Mark::Warn,
             said(
                 QT_TRANSLATE_NOOP("Verdict", "%1 is %2 behind plan: %3 spent, %4 planned by now."))
                 .arg(name, one.share(),
                      numbers::amountInSentence(one.today.spent.micros, currency, decimals),
                      numbers::amountInSentence(one.today.plan.micros, currency, decimals)),
             said(QT_TRANSLATE_NOOP("Verdict", "Open %1")).arg(name),
             {QStringLiteral("campaigns"), QStringLiteral("campaign"),
              QString::fromStdString(one.campaign->id)}});
    }
}

/// Alerts that nobody has acknowledged, but those that are said better above.
void addAlerts(std::vector<Need>& needs, const runtime::Snapshot& snapshot)
{
    if (!snapshot.watch)
        return;
    for (const runtime::AlertView& view : snapshot.watch->active) {
        const metrics::Alert& alert = view.alert;
        const bool isSaid = alert.metric == "seat_late" || alert.metric == "spend_behind_plan"
            || alert.metric == "broken_invariants";
        if (alert.state != metrics::AlertState::Firing || alert.mute != metrics::Mute::None
            || !alert.acknowledgedBy.empty() || isSaid)
            continue;
        const QString subject = alert.subject.empty() ? VerdictText::tr("the whole desk")
                                                      : QString::fromStdString(alert.subject);
        needs.push_back({alert.level == metrics::AlertLevel::Page ? Mark::Bad : Mark::Warn,
                         VerdictText::tr("%1: %2, %3.", "alert: subject, value")
                             .arg(ruleWords(alert.name), subject, valueWords(view)),
                         VerdictText::tr("Show the alert"),
                         {QStringLiteral("overview"), QStringLiteral("alert"),
                          QString::fromStdString(alert.fingerprint)}});
    }
}

} // namespace

std::vector<Need> needsOf(const runtime::Snapshot& snapshot, const SeatWatch& watch)
{
    std::vector<Need> needs;
    const std::vector<Behind> behind = campaignsBehind(snapshot);
    addInvariants(needs, snapshot);
    addAlerts(needs, snapshot);
    addSeats(needs, snapshot, watch, behind);
    addCampaigns(needs, snapshot, behind);
    return needs;
}

QString lastResolved(const runtime::Snapshot& snapshot)
{
    if (!snapshot.watch || snapshot.watch->ended.empty())
        return {};
    return VerdictText::tr("Last alert resolved %1.", "time of day")
        .arg(numbers::timeShort(snapshot.watch->ended.front().alert.resolvedAt.value,
                                snapshot.utcOffsetMinutes));
}

} // namespace gavel::overview
