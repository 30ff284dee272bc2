// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/plan_reader.h"

#include <boost/json/value.hpp>

#include <algorithm>
#include <cmath>

namespace gavel::simulation {

namespace {

using base::Need;
using base::ObjectReader;

constexpr double kMostWeight = 1e9;

void readNumberList(ObjectReader& reader, std::string_view key, std::vector<double>& out,
                    double most)
{
    reader.each(key, [&](const boost::json::value& value, const std::string& path) {
        const auto number = value.is_number() ? value.to_number<double>() : -1;
        if (number < 0 || number > most)
            reader.errors().push_back({"OUT_OF_RANGE", path, "is not a number from 0 up",
                                       "write a share of the traffic"});
        out.push_back(std::max(number, 0.0));
    });
}

std::vector<Weighted> readWeighted(ObjectReader& reader, std::string_view key)
{
    std::vector<Weighted> list;
    for (auto& [name, weight] : readNumbers(reader, key, 0, kMostWeight))
        list.push_back({std::move(name), weight});
    const auto heavy = [](const Weighted& entry) { return entry.weight > 0; };
    if (!list.empty() && std::none_of(list.begin(), list.end(), heavy))
        reader.fail(key, "has no weight above 0", "give at least one value a weight");
    return list;
}

/// Reads each object of an array with read(ObjectReader&, T&) and refuses its unknown keys.
template<typename T, typename Read>
void readList(ObjectReader& reader, std::string_view key, std::vector<T>& out, Read read,
              Need need = Need::Optional)
{
    reader.each(
        key,
        [&](const boost::json::value& value, const std::string& path) {
            ObjectReader entry(value, path, reader.errors());
            T item;
            if (entry.isObject()) {
                read(entry, item);
                entry.refuseUnknown();
            }
            out.push_back(std::move(item));
        },
        need);
}

void readDeal(ObjectReader& reader, DealOffer& deal)
{
    reader.text("id", deal.id, Need::Required);
    reader.cpm("floor_cpm", deal.floor);
}

void readEntry(ObjectReader& reader, TrafficText::Entry& entry)
{
    reader.text("id", entry.placement, Need::Required);
    entry.path = reader.pathOf("id");
    reader.number("weight", entry.plan.weight, 0, kMostWeight);
    reader.texts("devices", entry.plan.devices);
    reader.text("app", entry.plan.app);
    reader.texts("keywords", entry.plan.keywords);
    readList(reader, "deals", entry.plan.deals, readDeal);
    if (entry.plan.keywords.size() > kMaxMemberships)
        reader.fail("keywords", "has more than 24 values", "keep the 24 that matter");
    if (entry.plan.deals.size() > 8)
        reader.fail("deals", "has more than 8 deals", "offer at most 8 deals with a placement");
}

void readPlace(ObjectReader& reader, Place& place)
{
    reader.text("country", place.country, Need::Required);
    reader.text("region", place.region);
    reader.text("city", place.city);
    reader.number("latitude", place.latitude, -90, 90, Need::Required);
    reader.number("longitude", place.longitude, -180, 180, Need::Required);
    place.languages = readWeighted(reader, "languages");
    reader.number("weight", place.weight, 0, kMostWeight);
}

void readDevice(ObjectReader& reader, DeviceKind& device)
{
    reader.text("type", device.type, Need::Required);
    reader.text("make", device.make);
    reader.text("os", device.os);
    reader.text("os_version", device.osVersion);
    reader.text("browser", device.browser);
    reader.number("weight", device.weight, 0, kMostWeight);
}

void readAge(ObjectReader& reader, AgeBand& band)
{
    reader.integer("from", band.least, 13, 100, Need::Required);
    reader.integer("to", band.most, 13, 100, Need::Required);
    reader.number("weight", band.weight, 0, kMostWeight);
    if (band.most < band.least)
        reader.fail("to", "is less than from",
                    "write an age from " + std::to_string(band.least) + " to 100");
}

void readMembership(ObjectReader& reader, Membership& membership)
{
    reader.text("name", membership.name, Need::Required);
    reader.number("share", membership.share, 0, 1, Need::Required);
    if (reader.text("with", membership.with))
        reader.number("share_with", membership.shareWith, 0, 1, Need::Required);
}

/// An overlap must leave a possible share for those who do not have the other one.
void checkOverlaps(ObjectReader& reader, std::string_view key, const std::vector<Membership>& list)
{
    if (list.size() > kMaxMemberships)
        reader.fail(key, "has more than 24 entries", "a user can be told with at most 24 of them");
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].with.empty())
            continue;
        const auto field = std::string(key) + "[" + std::to_string(i) + "]";
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
        const auto other = std::find_if(list.begin(), end,
                                        [&](const auto& m) { return m.name == list[i].with; });
        if (other == end) {
            reader.fail(field + ".with",
                        "names \"" + list[i].with + "\", which is not earlier in the list",
                        "name an entry above this one");
            continue;
        }
        const double rest = list[i].share - list[i].shareWith * other->share;
        if (rest < -1e-9 || rest > 1 - other->share + 1e-9)
            reader.fail(field + ".share_with", "cannot be true together with the two shares",
                        "share - share_with x share of the other must lie from 0 to 1 - share of "
                        "the other");
    }
}

template<typename T>
void checkWeights(ObjectReader& reader, std::string_view key, const std::vector<T>& list,
                  bool needed)
{
    const auto heavy = [](const T& entry) { return entry.weight > 0; };
    const bool found = std::any_of(list.begin(), list.end(), heavy);
    if (!found && (needed || !list.empty()))
        reader.fail(key, "has no entry with a weight above 0", "add at least one");
}

ResponsePlan readResponse(ObjectReader& reader)
{
    ResponsePlan plan;
    double rate = 0;
    if (reader.number("rate", rate, 1e-9, 1 - 1e-9, Need::Required))
        plan.baseLogit = std::log(rate / (1 - rate));
    for (std::size_t on = 0; on < kEffectNames.size(); ++on)
        for (auto& [name, logit] : readNumbers(reader, kEffectNames[on], -20, 20))
            plan.effects.push_back({static_cast<EffectOn>(on), std::move(name), logit});
    reader.refuseUnknown();
    return plan;
}

} // namespace

std::vector<std::pair<std::string, double>> readNumbers(ObjectReader& reader, std::string_view key,
                                                        double least, double most)
{
    std::vector<std::pair<std::string, double>> numbers;
    reader.object(key, [&](ObjectReader& entries) {
        for (const auto& name : entries.unknownKeys()) {
            double number = 0;
            entries.number(name, number, least, most, Need::Required);
            numbers.emplace_back(name, number);
        }
    });
    return numbers;
}

TrafficText readTraffic(ObjectReader& reader)
{
    TrafficText text;
    reader.integer<std::int64_t>("auctions", text.plan.auctions, 1, 100'000'000'000,
                                 Need::Required);
    readNumberList(reader, "curve", text.plan.curve, kMostWeight);
    if (text.plan.curve.empty())
        text.plan.curve.assign(48, 1.0);
    const auto hours = text.plan.curve.size();
    if (hours != 48 && hours != 168)
        reader.fail("curve", "has " + std::to_string(hours) + " values",
                    "write 48 half hours of a day or 168 hours of a week from Monday");
    else if (*std::max_element(text.plan.curve.begin(), text.plan.curve.end()) <= 0)
        reader.fail("curve", "is 0 at all times", "give at least one value above 0");
    reader.number("modulation", text.plan.modulation, 0, 0.9);
    readList(reader, "placements", text.entries, readEntry);
    reader.refuseUnknown();
    return text;
}

Population readPopulation(ObjectReader& reader)
{
    Population population;
    reader.integer<std::uint64_t>("users", population.users, 1, 10'000'000'000, Need::Required);
    reader.number("activity", population.activity, 1, 4);
    readList(reader, "places", population.places, readPlace, Need::Required);
    readList(reader, "devices", population.devices, readDevice, Need::Required);
    population.connections = readWeighted(reader, "connections");
    population.genders = readWeighted(reader, "genders");
    readList(reader, "ages", population.ages, readAge);
    readList(reader, "segments", population.segments, readMembership);
    readList(reader, "interests", population.interests, readMembership);
    checkWeights(reader, "places", population.places, true);
    checkWeights(reader, "devices", population.devices, true);
    checkWeights(reader, "ages", population.ages, false);
    checkOverlaps(reader, "segments", population.segments);
    checkOverlaps(reader, "interests", population.interests);
    reader.refuseUnknown();
    return population;
}

BehaviourPlan readBehaviour(ObjectReader& reader)
{
    BehaviourPlan plan;
    reader.number("shown", plan.shown, 0, 1);
    reader.object(
        "click", [&](ObjectReader& click) { plan.click = readResponse(click); }, Need::Required);
    reader.object(
        "conversion", [&](ObjectReader& conversion) { plan.conversion = readResponse(conversion); },
        Need::Required);
    reader.money("conversion_value", plan.conversionValue, Need::Required);
    reader.object("campaign_values", [&](ObjectReader& values) {
        for (const auto& name : values.unknownKeys())
            values.money(name, plan.campaignValue[name], Need::Required);
    });
    reader.refuseUnknown();
    return plan;
}

} // namespace gavel::simulation
