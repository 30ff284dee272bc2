// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <QString>

#include <memory>
#include <vector>

/// Changes of a running market, each with its words for the journal, and what differs from the
/// scenario.
namespace gavel::training {

using SetupPtr = std::shared_ptr<const model::MarketSetup>;

runtime::ControlChange changePriceRule(const model::AuctionRules& now, model::PriceRule rule);
runtime::ControlChange changeIncrement(const model::AuctionRules& now, Price increment);
runtime::ControlChange changeSoftFloor(const model::AuctionRules& now, Price softFloor);
runtime::ControlChange changeFloors(const model::AuctionRules& now, std::int32_t factorPpm);
runtime::ControlChange changeTraffic(double now, double factor);
/// `seat` as the market has it now.
runtime::ControlChange changeDeadline(const model::Seat& seat, std::uint32_t micros);
runtime::ControlChange changeCutOff(const model::Seat& seat, bool cutOff);
runtime::ControlChange changeStrategy(const runtime::SeatView& seat, model::StrategyKind kind);

/// The scenario's seat with what the controls have made of it; nothing when the setup does not
/// know it.
std::optional<model::Seat> seatNow(const runtime::Snapshot& snapshot,
                                   const model::MarketSetup& setup, const std::string& id);
const model::Seat* seatOfScenario(const model::MarketSetup& setup, const std::string& id);

/// One change for each control that differs from the scenario, back to its value.
std::vector<runtime::ControlChange> restoreAll(const runtime::Snapshot& snapshot,
                                               const model::MarketSetup& setup);

/// A line of the journal that says a fault was switched on.
bool saysFaultOn(const runtime::LogLine& line);

// words
QString priceRuleText(model::PriceRule rule);
/// The word for a strategy by the name it has in files: "mcpc" is Target CPC.
QString strategyText(const std::string& name);
QString strategyText(model::StrategyKind kind);
/// How a seat bids: its strategy, or what kind of rival it is.
QString biddingText(const runtime::SeatView& seat);
/// "× 1.20".
QString factorText(double factor);

} // namespace gavel::training
