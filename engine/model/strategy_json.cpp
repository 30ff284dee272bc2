// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/model/campaign_json.h"

namespace gavel::model {

namespace {

namespace json = boost::json;

constexpr int kRoasDecimals = 3;
constexpr double kMostConstant = 1e300;

void readRoas(base::ObjectReader& reader, BidStrategy& strategy)
{
    const auto* value = reader.find("roas");
    if (value == nullptr)
        return;
    const auto milli = base::amount(*value, kRoasDecimals, reader.pathOf("roas"));
    if (milli)
        strategy.roasMilli = *milli;
    else
        reader.errors().push_back(milli.error());
}

} // namespace

json::value toValue(const BidStrategy& strategy)
{
    const BidStrategy standard;
    json::object out{{"kind", kStrategyNames[static_cast<std::size_t>(strategy.kind)]}};
    if (strategy.cpm != standard.cpm)
        out["cpm"] = base::toCpmString(strategy.cpm);
    if (strategy.target != standard.target)
        out["target"] = base::toString(strategy.target);
    if (strategy.conversionValue != standard.conversionValue)
        out["conversion_value"] = base::toString(strategy.conversionValue);
    if (strategy.roasMilli != standard.roasMilli)
        out["roas"] = base::formatDecimal(strategy.roasMilli, kRoasDecimals, 1);
    if (strategy.maxBid != standard.maxBid)
        out["max_cpm"] = base::toCpmString(strategy.maxBid);
    if (strategy.quantum != standard.quantum)
        out["quantum_cpm"] = base::toCpmString(strategy.quantum);
    if (strategy.averageCtr != standard.averageCtr)
        out["average_ctr"] = strategy.averageCtr;
    if (strategy.ortbC != standard.ortbC)
        out["ortb_c"] = strategy.ortbC;
    if (strategy.ortbLambda != standard.ortbLambda)
        out["ortb_lambda"] = strategy.ortbLambda;
    if (strategy.shade != standard.shade)
        out["shade"] = strategy.shade;
    return out;
}

BidStrategy strategyFromValue(const json::value& value, std::string_view path,
                              std::vector<Error>& errors)
{
    base::ObjectReader reader(value, std::string(path), errors);
    BidStrategy strategy;
    reader.choice("kind", strategy.kind, kStrategyNames, base::Need::Required);
    reader.cpm("cpm", strategy.cpm);
    reader.money("target", strategy.target);
    reader.money("conversion_value", strategy.conversionValue);
    readRoas(reader, strategy);
    reader.cpm("max_cpm", strategy.maxBid);
    reader.cpm("quantum_cpm", strategy.quantum);
    reader.number("average_ctr", strategy.averageCtr, 0, 1);
    reader.number("ortb_c", strategy.ortbC, 0, kMostConstant);
    reader.number("ortb_lambda", strategy.ortbLambda, 0, kMostConstant);
    reader.boolean("shade", strategy.shade);
    reader.refuseUnknown();
    return strategy;
}

} // namespace gavel::model
