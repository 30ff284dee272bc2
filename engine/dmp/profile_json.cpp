// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_json.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/model/checks.h"

#include <boost/json.hpp>

namespace gavel::dmp {

namespace json = boost::json;

namespace {

constexpr int kOldest = 120;

void readDemographics(base::ObjectReader& demographics, const json::value& whole,
                      ProfileChange& change)
{
    demographics.integer("age", change.age, 1, kOldest);
    demographics.text("gender", change.gender);
    demographics.text("device_type", change.deviceType);
    json::object rest;
    for (const auto& [key, value] : whole.as_object())
        if (key != "age" && key != "gender" && key != "device_type")
            rest[key] = value;
    if (!rest.empty())
        change.demographicsJson = base::jsonText(rest);
}

void refuseBlank(const std::vector<std::string>& values, const char* field,
                 std::vector<Error>& errors)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (model::isBlank(values[i]))
            errors.push_back({"INVALID_PROFILE", std::string(field) + "[" + std::to_string(i) + "]",
                              "is blank", "leave it out"});
}

json::array array(const std::vector<std::string>& values)
{
    json::array list;
    for (const auto& value : values)
        list.emplace_back(value);
    return list;
}

} // namespace

Result<ProfileChange> profileChangeFromJson(std::string_view text)
{
    const auto value = base::parseJson(text, "body");
    if (!value)
        return value.error();
    ProfileChange change;
    std::vector<Error> errors;
    base::ObjectReader reader(*value, "", errors);
    reader.object("demographics", [&](base::ObjectReader& demographics) {
        readDemographics(demographics, value->at("demographics"), change);
    });
    reader.texts("interests", change.interests);
    reader.texts("behaviors", change.behaviours);
    reader.texts("segments", change.segments);
    refuseBlank(change.interests, "interests", errors);
    refuseBlank(change.behaviours, "behaviors", errors);
    refuseBlank(change.segments, "segments", errors);
    if (errors.empty())
        return change;
    Error error = errors.front();
    error.code = "INVALID_PROFILE";
    error.what = "Invalid profile data: " + error.where + " " + error.what;
    return error;
}

std::string toJson(const model::Profile& profile)
{
    json::object demographics;
    if (!profile.demographicsJson.empty())
        demographics = json::parse(profile.demographicsJson).as_object();
    if (profile.age > 0)
        demographics["age"] = profile.age;
    if (!profile.gender.empty())
        demographics["gender"] = profile.gender;
    if (!profile.deviceType.empty())
        demographics["device_type"] = profile.deviceType;
    return base::jsonText(json::object{{"user_id", profile.userId},
                                       {"demographics", std::move(demographics)},
                                       {"interests", array(profile.interests)},
                                       {"behaviors", array(profile.behaviours)},
                                       {"segments", array(profile.segments)},
                                       {"last_updated", base::toIso(profile.updatedAt)}});
}

std::string uniteDemographics(std::string_view before, std::string_view change)
{
    if (before.empty() || change.empty())
        return std::string(before.empty() ? change : before);
    json::object united = json::parse(before).as_object();
    const json::object changes = json::parse(change).as_object();
    for (const auto& [key, value] : changes)
        united[key] = value;
    return base::jsonText(united);
}

} // namespace gavel::dmp
