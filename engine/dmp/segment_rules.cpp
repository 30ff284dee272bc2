// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/segment_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace gavel::dmp {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBehaviours{{
    {"click", "clicker"},
    {"view", "viewer"},
    {"purchase", "buyer"},
    {"signup", "new_user"},
    {"page_visit", "browser"},
    {"search", "searcher"},
}};
constexpr int kFrequentPurchases = 3;

} // namespace

std::vector<std::string_view> segmentsByRule(const SegmentFacts& facts)
{
    std::vector<std::string_view> segments;
    if (facts.purchases >= kFrequentPurchases)
        segments.emplace_back("frequent_buyers");
    if (facts.buyer)
        segments.emplace_back("high_value");
    if (facts.deviceType == "mobile")
        segments.emplace_back("mobile_users");
    if (facts.technology)
        segments.emplace_back("tech_enthusiasts");
    if (facts.age >= 18 && facts.age <= 35)
        segments.emplace_back("young_adults");
    return segments;
}

bool isTechnology(std::string_view interest)
{
    constexpr std::array<std::string_view, 4> kTechnology{"technology", "gadgets", "software",
                                                          "electronics"};
    return std::find(kTechnology.begin(), kTechnology.end(), interest) != kTechnology.end();
}

Result<std::string> eventType(std::string_view text)
{
    if (text.empty())
        return Error{"MISSING_FIELD", "event_type", "Missing required field: event_type",
                     "send event_type, for example click"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (lower == "page_view")
        lower = "page_visit";
    if (behaviourOf(lower).empty())
        return Error{"INVALID_EVENT_TYPE", "event_type",
                     "\"" + std::string(text) + "\" is not an event type",
                     "use click, view, purchase, signup, page_visit or search"};
    return lower;
}

std::string_view behaviourOf(std::string_view type)
{
    const auto it = std::find_if(kBehaviours.begin(), kBehaviours.end(),
                                 [type](const auto& pair) { return pair.first == type; });
    return it == kBehaviours.end() ? std::string_view() : it->second;
}

} // namespace gavel::dmp
