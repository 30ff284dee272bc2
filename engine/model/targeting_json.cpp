// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/targeting_json.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"

#include <algorithm>
#include <array>

namespace gavel::model {

namespace {

namespace json = boost::json;
using base::ObjectReader;

/// The contract's words for dimensions of which any value may match.
struct Spelling
{
    std::string_view word;
    Dimension dimension;
};
constexpr std::array<Spelling, 4> kListWords{{
    {"interests", Dimension::Interest},
    {"device_types", Dimension::DeviceType},
    {"languages", Dimension::Language},
    {"segments", Dimension::Segment},
}};
constexpr std::array<Spelling, 3> kPlaceWords{{
    {"countries", Dimension::Country},
    {"regions", Dimension::Region},
    {"cities", Dimension::City},
}};

class TargetingReader
{
public:
    TargetingReader(const json::value& value, std::string_view path, std::vector<Error>& errors)
        : m_reader(value, std::string(path), errors)
        , m_errors(errors)
    {
    }

    Targeting read(std::vector<std::string>& unknown)
    {
        if (!m_reader.isObject())
            return {};
        readRules();
        readContractWords();
        readAge("age", "min", "max");
        readAge("age_range", "min_age", "max_age");
        readTimes();
        readPlaces();
        readOsVersions();
        keepUnknown(unknown);
        std::stable_sort(m_targeting.rules.begin(), m_targeting.rules.end(),
                         [](const ValueRule& a, const ValueRule& b) {
                             return std::pair(a.dimension, a.match)
                                 < std::pair(b.dimension, b.match);
                         });
        return std::move(m_targeting);
    }

private:
    void readRules()
    {
        for (std::size_t i = 0; i < kValueDimensions; ++i) {
            const auto dimension = static_cast<Dimension>(i);
            if (dimension == Dimension::Age)
                continue;
            const auto* value = m_reader.find(name(dimension));
            if (value != nullptr && value->is_object())
                m_reader.object(name(dimension), [&](ObjectReader& rule) {
                    for (std::size_t match = 0; match < kMatchNames.size(); ++match)
                        readList(rule, kMatchNames[match], dimension, static_cast<Match>(match));
                    rule.refuseUnknown();
                });
            else
                readList(m_reader, name(dimension), dimension, Match::AnyOf);
        }
    }
    void readContractWords()
    {
        for (const auto& [word, dimension] : kListWords)
            readList(m_reader, word, dimension, Match::AnyOf);
        for (const auto& [word, dimension] : kPlaceWords)
            readList(m_reader, word, dimension, Match::AnyOf);
        m_reader.object("location", [&](ObjectReader& location) {
            for (const auto& [word, dimension] : kPlaceWords)
                readList(location, word, dimension, Match::AnyOf);
            location.refuseUnknown();
        });
    }
    /// A text or a list of texts; an empty one is no rule.
    void readList(ObjectReader& reader, std::string_view key, Dimension dimension, Match match)
    {
        std::vector<std::string> values;
        const auto* value = reader.find(key);
        if (value == nullptr)
            return;
        if (const auto* text = value->if_string())
            values.emplace_back(text->data(), text->size());
        else
            reader.texts(key, values);
        if (values.empty())
            return;
        auto& rules = m_targeting.rules;
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const ValueRule& other) {
            return other.dimension == dimension && other.match == match;
        });
        if (rule == rules.end()) {
            rules.push_back({dimension, match, std::move(values)});
            return;
        }
        for (auto& text : values)
            if (std::find(rule->values.begin(), rule->values.end(), text) == rule->values.end())
                rule->values.push_back(std::move(text));
    }
    void readAge(std::string_view key, std::string_view least, std::string_view most)
    {
        m_reader.object(key, [&](ObjectReader& range) {
            AgeRange age{13, 100};
            range.integer(least, age.least, 0, 1000);
            range.integer(most, age.most, 0, 1000);
            range.refuseUnknown();
            m_targeting.age = age;
        });
    }
    void readTimes()
    {
        std::vector<std::string> texts;
        if (m_reader.texts("hours", texts)) {
            const auto hours = parseHours(texts, m_reader.pathOf("hours"));
            if (hours)
                m_targeting.hours = *hours;
            else
                m_errors.push_back(hours.error());
        }
        m_reader.each("dates", [&](const json::value& value, const std::string& path) {
            ObjectReader range(value, path, m_errors);
            DateRange dates;
            readDay(range, "first", dates.first);
            readDay(range, "last", dates.last);
            range.refuseUnknown();
            m_targeting.dates.push_back(dates);
        });
    }
    void readDay(ObjectReader& reader, std::string_view key, std::int32_t& out)
    {
        std::string text;
        if (!reader.text(key, text, base::Need::Required))
            return;
        const auto day = base::parseIsoDay(text, reader.pathOf(key));
        if (day)
            out = *day;
        else
            m_errors.push_back(day.error());
    }
    void readPlaces()
    {
        m_reader.each("circles", [&](const json::value& value, const std::string& path) {
            ObjectReader reader(value, path, m_errors);
            GeoCircle circle;
            reader.number("latitude", circle.centre.latitude, -90, 90, base::Need::Required);
            reader.number("longitude", circle.centre.longitude, -180, 180, base::Need::Required);
            reader.number("radius_m", circle.radiusMetres, 1, 100'000, base::Need::Required);
            reader.refuseUnknown();
            m_targeting.circles.push_back(circle);
        });
        m_reader.each("polygons", [&](const json::value& value, const std::string& path) {
            m_targeting.polygons.push_back(readPolygon(value, path));
        });
    }
    GeoPolygon readPolygon(const json::value& value, const std::string& path)
    {
        GeoPolygon polygon;
        const auto* corners = value.if_array();
        if (corners == nullptr)
            wrongCorner(path);
        for (std::size_t i = 0; corners != nullptr && i < corners->size(); ++i) {
            const auto* pair = (*corners)[i].if_array();
            boost::system::error_code latitudeWrong;
            boost::system::error_code longitudeWrong;
            if (pair == nullptr || pair->size() != 2) {
                wrongCorner(path + "[" + std::to_string(i) + "]");
                continue;
            }
            const GeoPoint corner{(*pair)[0].to_number<double>(latitudeWrong),
                                  (*pair)[1].to_number<double>(longitudeWrong)};
            if (latitudeWrong || longitudeWrong)
                wrongCorner(path + "[" + std::to_string(i) + "]");
            polygon.corners.push_back(corner);
        }
        return polygon;
    }
    void wrongCorner(const std::string& path)
    {
        m_errors.push_back({"INVALID_FIELD", path, "corners are needed here",
                            "write each as [latitude, longitude]"});
    }
    void readOsVersions()
    {
        std::vector<std::string> texts;
        m_reader.texts("os_versions", texts);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto rule = parseOsVersion(
                texts[i], m_reader.pathOf("os_versions") + "[" + std::to_string(i) + "]");
            if (rule)
                m_targeting.osVersions.push_back(*rule);
            else
                m_errors.push_back(rule.error());
        }
    }
    /// What this schema does not know stays with the campaign: under its own key, or under "other"
    /// as written here.
    void keepUnknown(std::vector<std::string>& unknown)
    {
        json::object kept;
        if (const auto* other = m_reader.find("other")) {
            if (const auto* object = other->if_object())
                kept = *object;
            else
                m_reader.fail("other", "an object is needed here", "write { ... }");
        }
        for (const auto& key : m_reader.unknownKeys()) {
            unknown.push_back(m_reader.pathOf(key));
            kept[key] = *m_reader.find(key);
        }
        if (!kept.empty())
            m_targeting.unknownJson = base::jsonText(std::move(kept));
    }

    ObjectReader m_reader;
    std::vector<Error>& m_errors;
    Targeting m_targeting;
};

/// The contract's word for a rule in a form, "" when it has none.
std::string_view wordFor(const ValueRule& rule, TargetingForm form)
{
    if (rule.match != Match::AnyOf || form == TargetingForm::Own)
        return {};
    for (const auto& [word, dimension] : kListWords)
        if (dimension == rule.dimension)
            return word;
    for (const auto& [word, dimension] : kPlaceWords)
        if (dimension == rule.dimension)
            return word;
    return rule.dimension == Dimension::Gender && rule.values.size() == 1 ? "gender" : "";
}

json::object& objectAt(json::object& parent, std::string_view key)
{
    auto& value = parent[key];
    return value.is_object() ? value.get_object() : value.emplace_object();
}

void writeRule(const ValueRule& rule, TargetingForm form, json::object& out)
{
    const auto word = wordFor(rule, form);
    const bool isPlace = rule.dimension == Dimension::Country || rule.dimension == Dimension::Region
        || rule.dimension == Dimension::City;
    if (word.empty())
        objectAt(out, name(rule.dimension))[kMatchNames[static_cast<std::size_t>(rule.match)]]
            = base::textArray(rule.values);
    else if (word == "gender")
        out[word] = rule.values.front();
    else if (isPlace && form == TargetingForm::Management)
        objectAt(out, "location")[word] = base::textArray(rule.values);
    else
        out[word] = base::textArray(rule.values);
}

void writePlaces(const Targeting& targeting, json::object& out)
{
    for (const auto& circle : targeting.circles) {
        auto& list = out["circles"].is_array() ? out["circles"].get_array()
                                               : out["circles"].emplace_array();
        list.push_back({{"latitude", circle.centre.latitude},
                        {"longitude", circle.centre.longitude},
                        {"radius_m", circle.radiusMetres}});
    }
    for (const auto& polygon : targeting.polygons) {
        auto& list = out["polygons"].is_array() ? out["polygons"].get_array()
                                                : out["polygons"].emplace_array();
        json::array corners;
        for (const auto& corner : polygon.corners)
            corners.push_back(json::array{corner.latitude, corner.longitude});
        list.push_back(std::move(corners));
    }
}

void writeTimes(const Targeting& targeting, json::object& out)
{
    if (targeting.hours)
        out["hours"] = base::textArray(hourTexts(*targeting.hours));
    json::array dates;
    for (const auto& range : targeting.dates)
        dates.push_back(
            {{"first", base::toIsoDay(range.first)}, {"last", base::toIsoDay(range.last)}});
    if (!dates.empty())
        out["dates"] = std::move(dates);
}

void writeUnknown(const std::string& text, TargetingForm form, json::object& out)
{
    if (text.empty())
        return;
    const auto kept = base::parseJson(text, "");
    if (!kept || !kept->is_object())
        return;
    if (form == TargetingForm::Own) {
        out["other"] = *kept;
        return;
    }
    for (const auto& [key, value] : kept->get_object())
        out.emplace(key, value);
}

} // namespace

json::value toValue(const Targeting& targeting, TargetingForm form)
{
    json::object out;
    for (const auto& rule : targeting.rules)
        writeRule(rule, form, out);
    if (targeting.age) {
        const bool own = form == TargetingForm::Own;
        out[own ? "age" : "age_range"] = {{own ? "min" : "min_age", targeting.age->least},
                                          {own ? "max" : "max_age", targeting.age->most}};
    }
    writeTimes(targeting, out);
    writePlaces(targeting, out);
    if (!targeting.osVersions.empty()) {
        json::array versions;
        for (const auto& rule : targeting.osVersions)
            versions.emplace_back(osVersionText(rule));
        out["os_versions"] = std::move(versions);
    }
    writeUnknown(targeting.unknownJson, form, out);
    return out;
}

Targeting targetingFromValue(const json::value& value, std::string_view path,
                             std::vector<Error>& errors, std::vector<std::string>& unknown)
{
    return TargetingReader(value, path, errors).read(unknown);
}

} // namespace gavel::model
