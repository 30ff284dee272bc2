// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/adservers/market_messages.h"

#include "engine/base/json.h"
#include "engine/model/campaign_json.h"
#include "engine/model/market_json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdlib>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

template<typename Noun>
json::array valuesOf(const std::vector<Noun>& nouns)
{
    json::array list;
    for (const Noun& noun : nouns)
        list.push_back(model::toValue(noun));
    return list;
}

/// A list of nouns, each read by the model's own reader.
template<typename Noun>
void readNouns(ObjectReader& reader, std::string_view key, std::vector<Noun>& out,
               Noun (*read)(const json::value&, std::string_view, std::vector<Error>&))
{
    reader.each(key, [&](const json::value& value, const std::string& path) {
        out.push_back(read(value, path, reader.errors()));
    });
}

} // namespace

json::object marketValue(const runtime::MarketPart& part)
{
    return {{"version", part.version},
            {"complete", part.isComplete},
            {"seats", valuesOf(part.seats)},
            {"publishers", valuesOf(part.publishers)},
            {"placements", valuesOf(part.placements)},
            {"rules", model::toValue(part.rules)},
            {"currency", part.currency.view()},
            {"rates", valuesOf(part.rates)},
            {"seed", std::to_string(part.seed)},
            {"campaigns", valuesOf(part.campaigns)},
            {"removed", base::textArray(part.removed)},
            {"next", part.next}};
}

Result<runtime::MarketPart> marketFrom(std::string_view body)
{
    return base::readDocument(
        body, "market", [](const json::value& value, std::vector<Error>& errors) {
            runtime::MarketPart part;
            ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return part;
            std::string seed;
            reader.integer<std::uint64_t>("version", part.version, 0, UINT64_MAX);
            reader.boolean("complete", part.isComplete, Need::Required);
            readNouns(reader, "seats", part.seats, model::seatFromValue);
            readNouns(reader, "publishers", part.publishers, model::publisherFromValue);
            readNouns(reader, "placements", part.placements, model::placementFromValue);
            if (const auto* rules = reader.find("rules", Need::Required))
                part.rules = model::rulesFromValue(*rules, "rules", errors);
            reader.currency("currency", part.currency, Need::Required);
            readNouns(reader, "rates", part.rates, model::rateFromValue);
            if (reader.text("seed", seed))
                part.seed = std::strtoull(seed.c_str(), nullptr, 10);
            readNouns(reader, "campaigns", part.campaigns, model::campaignFromValue);
            reader.texts("removed", part.removed);
            reader.text("next", part.next);
            reader.refuseUnknown();
            return part;
        });
}

json::object membershipValue(const runtime::Membership& membership)
{
    return {{"key", membership.key},
            {"source", membership.source},
            {"run", membership.run},
            {"interval_ms", membership.intervalMs}};
}

Result<runtime::Membership> membershipFrom(std::string_view body)
{
    return base::readDocument(
        body, "membership", [](const json::value& value, std::vector<Error>& errors) {
            runtime::Membership membership;
            ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return membership;
            reader.text("key", membership.key, Need::Required);
            reader.integer<std::uint32_t>("source", membership.source, 1, UINT32_MAX,
                                          Need::Required);
            reader.integer<std::uint32_t>("run", membership.run, 1, UINT32_MAX, Need::Required);
            reader.integer<std::int64_t>("interval_ms", membership.intervalMs, 1'000, base::kDayMs,
                                         Need::Required);
            return membership;
        });
}

} // namespace gavel::gateway
