// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/model/campaign_json.h"
#include "engine/model/market_json.h"
#include "engine/simulation/campaign_generator.h"
#include "engine/simulation/plan_reader.h"
#include "engine/simulation/scenario.h"
#include "engine/simulation/scenario_rules.h"

#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace gavel::simulation {

namespace {

using base::Need;
using base::ObjectReader;

constexpr std::uintmax_t kMostBytes = 64 << 20;

/// Reads each element of an array with a codec of the model.
template<typename T, typename FromValue>
void readAll(ObjectReader& reader, std::string_view key, std::vector<T>& out, FromValue fromValue,
             Need need = Need::Optional)
{
    reader.each(
        key,
        [&](const boost::json::value& value, const std::string& path) {
            out.push_back(fromValue(value, path, reader.errors()));
        },
        need);
}

void readRun(ObjectReader& reader, Scenario& scenario)
{
    reader.text("title", scenario.title, Need::Required);
    reader.text("description", scenario.description);
    reader.integer<std::uint64_t>("seed", scenario.seed, 0, INT64_MAX);
    reader.integer<std::uint32_t>("shards", scenario.shards, 1, 64);
    reader.time("start", scenario.start, Need::Required);
    std::int64_t minutes = 0;
    if (reader.integer<std::int64_t>("duration_minutes", minutes, 1, 366LL * 24 * 60,
                                     Need::Required))
        scenario.durationMs = minutes * base::kMinuteMs;
    reader.text("time_zone", scenario.timeZone);
    const auto zone = dsp::TimeZone::named(scenario.timeZone);
    if (zone)
        scenario.utcOffsetMinutes
            = static_cast<std::int32_t>(zone->offsetMs(scenario.start) / base::kMinuteMs);
    else
        reader.fail("time_zone", "\"" + scenario.timeZone + "\" is not a time zone",
                    "write an IANA name such as Asia/Shanghai");
}

void readScheduling(ObjectReader& reader, Scenario& scenario)
{
    constexpr std::array<std::int64_t, 5> kIntervals{1, 5, 15, 30, 60};
    reader.object("scheduling", [&](ObjectReader& scheduling) {
        std::int64_t minutes = 1;
        scheduling.integer<std::int64_t>("interval_minutes", minutes, 1, 60);
        if (std::find(kIntervals.begin(), kIntervals.end(), minutes) == kIntervals.end())
            scheduling.fail("interval_minutes", "is not an interval of rounds",
                            "write 1, 5, 15, 30 or 60");
        scenario.roundMs = minutes * base::kMinuteMs;
        scheduling.refuseUnknown();
    });
}

void readMarket(ObjectReader& reader, Scenario& scenario)
{
    reader.currency("currency", scenario.currency);
    readAll(reader, "rates", scenario.rates, model::rateFromValue);
    if (const auto* rules = reader.find("rules"))
        scenario.rules = model::rulesFromValue(*rules, "rules", reader.errors());
    readAll(reader, "publishers", scenario.publishers, model::publisherFromValue, Need::Required);
    readAll(reader, "placements", scenario.placements, model::placementFromValue, Need::Required);
    readAll(reader, "seats", scenario.seats, model::seatFromValue, Need::Required);
    readAll(reader, "campaigns", scenario.campaigns, model::campaignFromValue);
}

/// Puts what the traffic says of placements in the order of the placements.
void placeTraffic(TrafficText text, Scenario& scenario, std::vector<Error>& errors)
{
    scenario.traffic = std::move(text.plan);
    scenario.traffic.placements.resize(scenario.placements.size());
    for (auto& entry : text.entries) {
        const auto found
            = std::find_if(scenario.placements.begin(), scenario.placements.end(),
                           [&](const auto& placement) { return placement.id == entry.placement; });
        if (found == scenario.placements.end())
            errors.push_back({"INVALID_SCENARIO", entry.path,
                              "\"" + entry.placement + "\" is not a placement of this scenario",
                              "name one that the scenario has"});
        else
            scenario.traffic
                .placements[static_cast<std::size_t>(found - scenario.placements.begin())]
                = std::move(entry.plan);
    }
}

bool canGenerate(const Scenario& scenario, ObjectReader& reader)
{
    const auto bids
        = [](const model::Seat& seat) { return seat.kind == model::SeatKind::Campaigns; };
    const auto banner
        = [](const model::Placement& placement) { return placement.format == "banner"; };
    if (std::any_of(scenario.seats.begin(), scenario.seats.end(), bids)
        && std::any_of(scenario.placements.begin(), scenario.placements.end(), banner))
        return true;
    reader.fail("generate", "has no seat or no banner to make campaigns for",
                "add a seat of kind campaigns and a banner placement");
    return false;
}

void readScenario(ObjectReader& reader, Scenario& scenario)
{
    readRun(reader, scenario);
    readScheduling(reader, scenario);
    readMarket(reader, scenario);
    TrafficText traffic;
    reader.object(
        "traffic", [&](ObjectReader& part) { traffic = readTraffic(part); }, Need::Required);
    reader.object(
        "population", [&](ObjectReader& part) { scenario.population = readPopulation(part); },
        Need::Required);
    reader.object(
        "behaviour", [&](ObjectReader& part) { scenario.behaviour = readBehaviour(part); },
        Need::Required);
    placeTraffic(std::move(traffic), scenario, reader.errors());
    CampaignRecipe recipe;
    reader.object("generate", [&](ObjectReader& part) { recipe = readRecipe(part); });
    reader.refuseUnknown();
    if (reader.errors().empty() && recipe.count > 0 && canGenerate(scenario, reader))
        std::ranges::move(generateCampaigns(recipe, scenario),
                          std::back_inserter(scenario.campaigns));
    if (!reader.errors().empty())
        return;
    auto broken = brokenRules(scenario);
    reader.errors().insert(reader.errors().end(), broken.begin(), broken.end());
}

/// The error that stands first in the file.
Error firstOf(std::vector<Error> errors, std::string_view text, std::string_view fileName)
{
    const auto first
        = std::min_element(errors.begin(), errors.end(), [&](const Error& a, const Error& b) {
              return base::lineOf(text, a.where) < base::lineOf(text, b.where);
          });
    std::vector<Error> told{*first};
    base::nameLines(told, text, fileName);
    return told.front();
}

} // namespace

Result<Scenario> parseScenario(std::string_view text, std::string_view fileName)
{
    const auto json = base::parseJson(text, fileName);
    if (!json)
        return json.error();
    Scenario scenario;
    scenario.name = std::string(fileName.substr(0, fileName.rfind(".json")));
    std::vector<Error> errors;
    ObjectReader reader(*json, "", errors);
    if (reader.isObject())
        readScenario(reader, scenario);
    if (!errors.empty())
        return firstOf(std::move(errors), text, fileName);
    return scenario;
}

Result<Scenario> loadScenario(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (file.peek(); failed || !file.is_open() || file.bad())
        return Error{"SCENARIO_NOT_FOUND", path.string(), "cannot be read",
                     "give the path of a scenario file"};
    if (size > kMostBytes)
        return Error{"INVALID_SCENARIO", path.string(), "is larger than 64 MiB",
                     "use a generate block"};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return parseScenario(text, name);
}

} // namespace gavel::simulation
