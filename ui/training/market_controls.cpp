// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/market_controls.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gavel::training {

namespace numbers = widgets::numbers;

namespace {

constexpr double kPpm = 1e6;
/// A soft floor of 0 would change nothing, so the rule starts with one of 1.00 per thousand.
constexpr Price kFirstSoftFloor{1'000'000};

const char* const kFaultOn = QT_TRANSLATE_NOOP("Controls", "fault on");

QString text(const char* source)
{
    return QCoreApplication::translate("Controls", source);
}

/// "first → second", with the words of the journal's line.
std::string fromTo(const QString& before, const QString& after)
{
    return QCoreApplication::translate("Controls", "%1 → %2", "value before, value after")
        .arg(before, after)
        .toStdString();
}

runtime::ControlChange rulesChange(const runtime::RulesDelta& rules, const QString& subject,
                                   const QString& before, const QString& after)
{
    runtime::ControlChange change;
    change.rules = rules;
    change.subject = subject.toStdString();
    change.said = fromTo(before, after);
    return change;
}

QString millisText(std::uint32_t micros)
{
    return text(QT_TRANSLATE_NOOP("Controls", "%1 ms"))
        .arg(numbers::decimal(micros / 1000.0, micros % 1000 == 0 ? 0 : 1));
}

} // namespace

runtime::ControlChange changePriceRule(const model::AuctionRules& now, model::PriceRule rule)
{
    runtime::RulesDelta rules;
    rules.kind = rule;
    if (rule == model::PriceRule::SoftFloor && now.softFloor.nanos == 0)
        rules.softFloor = kFirstSoftFloor;
    return rulesChange(rules, text(QT_TRANSLATE_NOOP("Controls", "Price rule")),
                       priceRuleText(now.kind), priceRuleText(rule));
}

runtime::ControlChange changeIncrement(const model::AuctionRules& now, Price increment)
{
    runtime::RulesDelta rules;
    rules.increment = increment;
    return rulesChange(rules, text(QT_TRANSLATE_NOOP("Controls", "Increment")),
                       numbers::cpm(now.increment.nanos), numbers::cpm(increment.nanos));
}

runtime::ControlChange changeSoftFloor(const model::AuctionRules& now, Price softFloor)
{
    runtime::RulesDelta rules;
    rules.softFloor = softFloor;
    return rulesChange(rules, text(QT_TRANSLATE_NOOP("Controls", "Soft floor")),
                       numbers::cpm(now.softFloor.nanos), numbers::cpm(softFloor.nanos));
}

runtime::ControlChange changeFloors(const model::AuctionRules& now, std::int32_t factorPpm)
{
    runtime::RulesDelta rules;
    rules.floorFactorPpm = factorPpm;
    return rulesChange(rules, text(QT_TRANSLATE_NOOP("Controls", "All floors")),
                       factorText(now.floorFactorPpm / kPpm), factorText(factorPpm / kPpm));
}

runtime::ControlChange changeTraffic(double now, double factor)
{
    runtime::ControlChange change;
    change.trafficFactor = factor;
    change.subject = text(QT_TRANSLATE_NOOP("Controls", "Traffic")).toStdString();
    change.said = fromTo(factorText(now), factorText(factor));
    return change;
}

runtime::ControlChange changeDeadline(const model::Seat& seat, std::uint32_t micros)
{
    runtime::ControlChange change;
    change.seat = runtime::SeatDelta{seat.id, micros, std::nullopt};
    change.subject = text(QT_TRANSLATE_NOOP("Controls", "%1 deadline"))
                         .arg(QString::fromStdString(seat.name))
                         .toStdString();
    change.said = fromTo(millisText(seat.deadlineMicros), millisText(micros));
    return change;
}

runtime::ControlChange changeCutOff(const model::Seat& seat, bool cutOff)
{
    runtime::ControlChange change;
    change.seat = runtime::SeatDelta{seat.id, std::nullopt, cutOff};
    const char* subject = cutOff ? QT_TRANSLATE_NOOP("Controls", "%1 cut off")
                                 : QT_TRANSLATE_NOOP("Controls", "%1 back");
    change.subject = text(subject).arg(QString::fromStdString(seat.name)).toStdString();
    change.said
        = text(cutOff ? kFaultOn : QT_TRANSLATE_NOOP("Controls", "fault off")).toStdString();
    return change;
}

runtime::ControlChange changeStrategy(const runtime::SeatView& seat, model::StrategyKind kind)
{
    runtime::ControlChange change;
    change.strategy = model::SeatStrategyChange{seat.id, kind};
    change.subject = text(QT_TRANSLATE_NOOP("Controls", "%1 strategy"))
                         .arg(QString::fromStdString(seat.name))
                         .toStdString();
    change.said = fromTo(strategyText(seat.strategy), strategyText(kind));
    return change;
}

const model::Seat* seatOfScenario(const model::MarketSetup& setup, const std::string& id)
{
    const auto found = std::find_if(setup.seats.begin(), setup.seats.end(),
                                    [&](const model::Seat& seat) { return seat.id == id; });
    return found == setup.seats.end() ? nullptr : &*found;
}

std::optional<model::Seat> seatNow(const runtime::Snapshot& snapshot,
                                   const model::MarketSetup& setup, const std::string& id)
{
    const model::Seat* scenario = seatOfScenario(setup, id);
    const auto view = std::find_if(snapshot.seats.begin(), snapshot.seats.end(),
                                   [&](const runtime::SeatView& seat) { return seat.id == id; });
    if (!scenario || view == snapshot.seats.end())
        return std::nullopt;
    model::Seat seat = *scenario;
    seat.deadlineMicros = view->deadlineMicros;
    seat.cutOff = view->cutOff;
    return seat;
}

std::vector<runtime::ControlChange> restoreAll(const runtime::Snapshot& snapshot,
                                               const model::MarketSetup& setup)
{
    std::vector<runtime::ControlChange> changes;
    const model::AuctionRules& rules = snapshot.rules;
    if (rules.kind != setup.rules.kind)
        changes.push_back(changePriceRule(rules, setup.rules.kind));
    if (rules.increment != setup.rules.increment)
        changes.push_back(changeIncrement(rules, setup.rules.increment));
    if (rules.softFloor != setup.rules.softFloor)
        changes.push_back(changeSoftFloor(rules, setup.rules.softFloor));
    if (rules.floorFactorPpm != setup.rules.floorFactorPpm)
        changes.push_back(changeFloors(rules, setup.rules.floorFactorPpm));
    if (snapshot.trafficFactor != 1)
        changes.push_back(changeTraffic(snapshot.trafficFactor, 1));
    for (const model::Seat& scenario : setup.seats) {
        const std::optional<model::Seat> seat = seatNow(snapshot, setup, scenario.id);
        if (seat && seat->deadlineMicros != scenario.deadlineMicros)
            changes.push_back(changeDeadline(*seat, scenario.deadlineMicros));
        if (seat && seat->cutOff != scenario.cutOff)
            changes.push_back(changeCutOff(*seat, scenario.cutOff));
    }
    return changes;
}

bool saysFaultOn(const runtime::LogLine& line)
{
    return line.text == text(kFaultOn).toStdString();
}

QString priceRuleText(model::PriceRule rule)
{
    switch (rule) {
    case model::PriceRule::FirstPrice:
        return QCoreApplication::translate("Controls", "First", "price rule");
    case model::PriceRule::SecondPrice:
        return QCoreApplication::translate("Controls", "Second", "price rule");
    case model::PriceRule::SoftFloor:
        break;
    }
    return QCoreApplication::translate("Controls", "Soft floor", "price rule");
}

QString strategyText(model::StrategyKind kind)
{
    switch (kind) {
    case model::StrategyKind::Contract:
        return text(QT_TRANSLATE_NOOP("Controls", "Contract"));
    case model::StrategyKind::FixedCpm:
        return text(QT_TRANSLATE_NOOP("Controls", "Fixed CPM"));
    case model::StrategyKind::Constant:
        return text(QT_TRANSLATE_NOOP("Controls", "Constant"));
    case model::StrategyKind::Random:
        return text(QT_TRANSLATE_NOOP("Controls", "Random"));
    case model::StrategyKind::TargetCpc:
        return text(QT_TRANSLATE_NOOP("Controls", "Target CPC"));
    case model::StrategyKind::Linear:
        return text(QT_TRANSLATE_NOOP("Controls", "Linear"));
    case model::StrategyKind::Ortb:
        return text(QT_TRANSLATE_NOOP("Controls", "ORTB"));
    case model::StrategyKind::TargetCpa:
        return text(QT_TRANSLATE_NOOP("Controls", "Target CPA"));
    case model::StrategyKind::TargetRoas:
        break;
    }
    return text(QT_TRANSLATE_NOOP("Controls", "Target ROAS"));
}

QString strategyText(const std::string& name)
{
    const auto found = std::find(model::kStrategyNames.begin(), model::kStrategyNames.end(), name);
    return found == model::kStrategyNames.end()
        ? numbers::missing()
        : strategyText(static_cast<model::StrategyKind>(found - model::kStrategyNames.begin()));
}

QString biddingText(const runtime::SeatView& seat)
{
    switch (seat.kind) {
    case model::SeatKind::Histogram:
        return text(QT_TRANSLATE_NOOP("Controls", "Price landscape"));
    case model::SeatKind::LogNormal:
        return text(QT_TRANSLATE_NOOP("Controls", "Log-normal prices"));
    case model::SeatKind::Recorded:
        return text(QT_TRANSLATE_NOOP("Controls", "Recorded prices"));
    case model::SeatKind::Campaigns:
        break;
    }
    return strategyText(seat.strategy);
}

QString factorText(double factor)
{
    return QStringLiteral("× %1").arg(numbers::decimal(factor, 2));
}

} // namespace gavel::training
