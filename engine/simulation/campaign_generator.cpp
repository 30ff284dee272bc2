// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/campaign_generator.h"

#include "engine/base/random.h"
#include "engine/model/campaign_json.h"

#include <boost/json/value.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace gavel::simulation {

namespace {

using base::Need;
using base::ObjectReader;
using model::Dimension;

std::string numbered(const std::string& prefix, std::uint32_t number)
{
    const auto digits = std::to_string(number);
    return prefix + "-" + std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

GeneratedRule readRule(ObjectReader& reader)
{
    GeneratedRule rule;
    std::string dimension;
    reader.text("dimension", dimension, Need::Required);
    const auto named = model::dimensionNamed(dimension);
    if (named && model::index(*named) < model::kValueDimensions && *named != Dimension::Age)
        rule.dimension = *named;
    else
        reader.fail("dimension", "\"" + dimension + "\" has no list of values",
                    "write country, city, device_type, segment or another dimension of names");
    reader.number("share", rule.share, 0, 1, Need::Required);
    reader.integer<std::uint32_t>("least", rule.least, 1, 100);
    reader.integer<std::uint32_t>("most", rule.most, 1, 100);
    reader.texts("values", rule.values);
    if (rule.most < rule.least)
        reader.fail("most", "is less than least", "write at least " + std::to_string(rule.least));
    reader.refuseUnknown();
    return rule;
}

/// Every value of a dimension that the scenario's users and placements can have, in order of
/// appearance.
std::vector<std::string> valuesOf(Dimension dimension, const Scenario& scenario)
{
    std::vector<std::string> all;
    const auto& people = scenario.population;
    const auto take = [&](const auto& list, auto field) {
        for (const auto& entry : list)
            if (const std::string& value = field(entry);
                !value.empty() && std::find(all.begin(), all.end(), value) == all.end())
                all.push_back(value);
    };
    const auto name = [](const auto& entry) -> const auto&
    {
        return entry.name;
    };
    const auto value = [](const auto& entry) -> const auto&
    {
        return entry.value;
    };
    const auto id = [](const auto& entry) -> const auto&
    {
        return entry.id;
    };
    switch (dimension) {
    case Dimension::Country:
        take(
            people.places, [](const auto& place) -> const auto& { return place.country; });
        break;
    case Dimension::Region:
        take(
            people.places, [](const auto& place) -> const auto& { return place.region; });
        break;
    case Dimension::City:
        take(
            people.places, [](const auto& place) -> const auto& { return place.city; });
        break;
    case Dimension::Language:
        for (const auto& place : people.places)
            take(place.languages, value);
        break;
    case Dimension::DeviceType:
        take(
            people.devices, [](const auto& device) -> const auto& { return device.type; });
        break;
    case Dimension::Os:
        take(
            people.devices, [](const auto& device) -> const auto& { return device.os; });
        break;
    case Dimension::Browser:
        take(
            people.devices, [](const auto& device) -> const auto& { return device.browser; });
        break;
    case Dimension::Segment:
        take(people.segments, name);
        break;
    case Dimension::Interest:
        take(people.interests, name);
        break;
    case Dimension::Connection:
        take(people.connections, value);
        break;
    case Dimension::Gender:
        take(people.genders, value);
        break;
    case Dimension::Placement:
        take(scenario.placements, id);
        break;
    case Dimension::Publisher:
        take(scenario.publishers, id);
        break;
    default:
        break;
    }
    return all;
}

/// Draws `count` different values; fewer when there are not so many.
std::vector<std::string> drawSome(std::vector<std::string> values, std::size_t count,
                                  base::Random& random)
{
    count = std::min(count, values.size());
    for (std::size_t i = 0; i < count; ++i)
        std::swap(values[i],
                  values[i + random.below(static_cast<std::uint32_t>(values.size() - i))]);
    values.resize(count);
    return values;
}

Price scaled(Price price, double factor)
{
    return {std::llround(static_cast<double>(price.nanos) * factor)};
}

Money scaled(Money money, double factor)
{
    return {std::llround(static_cast<double>(money.micros) * factor)};
}

class Generator
{
public:
    Generator(const CampaignRecipe& recipe, const Scenario& scenario)
        : m_recipe(recipe)
        , m_scenario(scenario)
        , m_random(recipe.seed)
    {
        for (const auto& seat : scenario.seats)
            if (seat.kind == model::SeatKind::Campaigns)
                m_seats.push_back(&seat);
        std::set<std::pair<int, int>> sizes;
        for (const auto& placement : scenario.placements)
            if (placement.format == "banner"
                && sizes.emplace(placement.width, placement.height).second)
                m_placements.push_back(&placement);
        for (const auto& rule : recipe.rules)
            m_values.push_back(rule.values.empty() ? valuesOf(rule.dimension, scenario)
                                                   : rule.values);
    }

    model::Campaign make(std::uint32_t number)
    {
        model::Campaign campaign;
        const auto& seat = *m_seats[(number - 1) % m_seats.size()];
        const auto advertiser = 1 + m_random.below(m_recipe.advertisers);
        campaign.id = numbered(m_recipe.prefix, number);
        campaign.name = word() + " " + word() + " " + std::to_string(number);
        campaign.advertiserId = numbered("adv", advertiser);
        campaign.advertiserName = "Advertiser " + std::to_string(advertiser);
        campaign.seatId = seat.id;
        campaign.status = model::CampaignStatus::Active;
        campaign.currency = m_scenario.currency;
        campaign.timeZone = m_scenario.timeZone;
        campaign.flightStart = m_scenario.start;
        addBudget(campaign);
        addStrategy(campaign);
        addTargeting(campaign);
        addCreatives(campaign);
        if (m_random.chance(m_recipe.cappedShare))
            campaign.caps.push_back(
                {model::CapScope::Campaign, model::CapWindow::Day, m_recipe.capPerDay});
        return campaign;
    }

private:
    const std::string& word()
    {
        return m_recipe.words[m_random.below(static_cast<std::uint32_t>(m_recipe.words.size()))];
    }
    void addBudget(model::Campaign& campaign)
    {
        const auto span = (m_recipe.budgetDayMost - m_recipe.budgetDayLeast).micros / 1'000'000;
        const auto whole = m_random.below(static_cast<std::uint32_t>(span + 1));
        campaign.budgetDay = m_recipe.budgetDayLeast + Money::units(whole);
        campaign.budgetTotal = {campaign.budgetDay.micros * m_recipe.budgetDays};
    }
    void addStrategy(model::Campaign& campaign)
    {
        double sum = 0;
        for (const auto& entry : m_recipe.strategies)
            sum += entry.weight;
        double left = m_random.uniform() * sum;
        std::size_t chosen = 0;
        while (chosen + 1 < m_recipe.strategies.size()
               && left >= m_recipe.strategies[chosen].weight)
            left -= m_recipe.strategies[chosen++].weight;
        campaign.strategy = m_recipe.strategies[chosen].strategy;
        const double factor = 1 + m_recipe.spread * (2 * m_random.uniform() - 1);
        campaign.strategy.cpm = scaled(campaign.strategy.cpm, factor);
        campaign.strategy.target = scaled(campaign.strategy.target, factor);
    }
    void addTargeting(model::Campaign& campaign)
    {
        for (std::size_t i = 0; i < m_recipe.rules.size(); ++i) {
            const auto& rule = m_recipe.rules[i];
            const bool has = m_random.chance(rule.share);
            const auto count = rule.least + m_random.below(rule.most - rule.least + 1);
            auto values = drawSome(m_values[i], count, m_random);
            if (has && !values.empty())
                campaign.targeting.rules.push_back(
                    {rule.dimension, model::Match::AnyOf, std::move(values)});
        }
    }
    void addCreatives(model::Campaign& campaign)
    {
        model::Ad ad{campaign.id + "-ad", campaign.name, {}};
        auto first = m_random.below(static_cast<std::uint32_t>(m_placements.size()));
        const auto count = std::min<std::size_t>(m_recipe.sizes, m_placements.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& placement = *m_placements[(first + i) % m_placements.size()];
            model::Creative creative;
            creative.id = campaign.id + "-" + std::to_string(placement.width) + "x"
                + std::to_string(placement.height);
            creative.width = placement.width;
            creative.height = placement.height;
            creative.title = campaign.name;
            creative.clickUrl = "https://example.com/" + campaign.id;
            ad.creatives.push_back(std::move(creative));
        }
        campaign.ads.push_back(std::move(ad));
    }

    const CampaignRecipe& m_recipe;
    const Scenario& m_scenario;
    base::Random m_random;
    std::vector<const model::Seat*> m_seats;
    std::vector<const model::Placement*> m_placements; ///< one of each banner size
    std::vector<std::vector<std::string>> m_values; ///< of each rule
};

} // namespace

CampaignRecipe readRecipe(ObjectReader& reader)
{
    CampaignRecipe recipe;
    reader.integer<std::uint32_t>("campaigns", recipe.count, 1, 1'000'000, Need::Required);
    reader.integer<std::uint64_t>("seed", recipe.seed, 0, INT64_MAX);
    reader.text("id", recipe.prefix);
    reader.integer<std::uint32_t>("advertisers", recipe.advertisers, 1, 1'000'000);
    reader.texts("words", recipe.words);
    reader.number("spread", recipe.spread, 0, 0.95);
    reader.money("budget_day_least", recipe.budgetDayLeast, Need::Required);
    reader.money("budget_day_most", recipe.budgetDayMost, Need::Required);
    reader.integer<std::int64_t>("budget_days", recipe.budgetDays, 1, 10'000);
    reader.integer<std::uint32_t>("sizes", recipe.sizes, 1, 100);
    reader.number("capped_share", recipe.cappedShare, 0, 1);
    reader.integer<std::uint16_t>("cap_per_day", recipe.capPerDay, 1, 1000);
    reader.each(
        "strategies",
        [&](const boost::json::value& value, const std::string& path) {
            ObjectReader entry(value, path, reader.errors());
            GeneratedStrategy strategy;
            entry.number("weight", strategy.weight, 0.001, 1e6);
            if (const auto* found = entry.find("strategy", Need::Required))
                strategy.strategy
                    = model::strategyFromValue(*found, entry.pathOf("strategy"), reader.errors());
            entry.refuseUnknown();
            recipe.strategies.push_back(strategy);
        },
        Need::Required);
    reader.each("rules", [&](const boost::json::value& value, const std::string& path) {
        ObjectReader entry(value, path, reader.errors());
        if (entry.isObject())
            recipe.rules.push_back(readRule(entry));
    });
    if (recipe.strategies.empty())
        reader.fail("strategies", "is empty", "give at least one strategy");
    if (recipe.words.empty())
        reader.fail("words", "is empty", "give at least one word for names");
    if (recipe.budgetDayMost < recipe.budgetDayLeast)
        reader.fail("budget_day_most", "is less than budget_day_least",
                    "write the greater amount here");
    reader.refuseUnknown();
    return recipe;
}

std::vector<model::Campaign> generateCampaigns(const CampaignRecipe& recipe,
                                               const Scenario& scenario)
{
    Generator generator(recipe, scenario);
    std::vector<model::Campaign> campaigns;
    campaigns.reserve(recipe.count);
    for (std::uint32_t number = 1; number <= recipe.count; ++number)
        campaigns.push_back(generator.make(number));
    return campaigns;
}

} // namespace gavel::simulation
