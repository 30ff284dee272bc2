// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/scenario_rules.h"

#include <algorithm>
#include <set>
#include <string>

namespace gavel::simulation {

namespace {

class RuleCheck
{
public:
    explicit RuleCheck(const Scenario& scenario)
        : m_scenario(scenario)
    {
    }

    std::vector<Error> run()
    {
        const auto publishers = unique("publishers", m_scenario.publishers);
        const auto placements = unique("placements", m_scenario.placements);
        const auto seats = unique("seats", m_scenario.seats);
        m_campaigns = unique("campaigns", m_scenario.campaigns);
        for (std::size_t i = 0; i < m_scenario.placements.size(); ++i)
            known(at("placements", i, ".publisher_id"), m_scenario.placements[i].publisherId,
                  publishers, "publisher");
        checkSeats();
        checkCampaigns(seats);
        checkTraffic();
        checkEffects("click", m_scenario.behaviour.click, placements);
        checkEffects("conversion", m_scenario.behaviour.conversion, placements);
        for (const auto& [campaign, value] : m_scenario.behaviour.campaignValue)
            known("behaviour.campaign_values." + campaign, campaign, m_campaigns, "campaign");
        return std::move(m_errors);
    }

private:
    using Names = std::set<std::string, std::less<>>;

    static std::string at(const char* list, std::size_t place, const char* field)
    {
        return std::string(list) + "[" + std::to_string(place) + "]" + field;
    }
    void add(std::string where, std::string what, std::string advice)
    {
        m_errors.push_back(
            {"INVALID_SCENARIO", std::move(where), std::move(what), std::move(advice)});
    }
    template<typename T>
    Names unique(const char* list, const std::vector<T>& items)
    {
        Names names;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!names.insert(items[i].id).second)
                add(at(list, i, ".id"), "\"" + items[i].id + "\" is there twice",
                    "give each its own id");
        return names;
    }
    void known(std::string where, const std::string& value, const Names& names, const char* noun)
    {
        if (names.count(value) == 0)
            add(std::move(where), "\"" + value + "\" is not a " + noun + " of this scenario",
                std::string("name one that the scenario has"));
    }
    void checkSeats()
    {
        if (m_scenario.placements.empty())
            add("placements", "is empty", "a market needs at least one placement");
        if (m_scenario.seats.empty() || m_scenario.seats.size() > model::kMaxSeats)
            add("seats", "has " + std::to_string(m_scenario.seats.size()) + " entries",
                "write 1 to 32 seats");
        checkCurrencies("seats", m_scenario.seats);
    }
    template<typename T>
    void checkCurrencies(const char* list, const std::vector<T>& items)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto converts = [&](const auto& rate) { return rate.from == items[i].currency; };
            if (items[i].currency != m_scenario.currency
                && std::none_of(m_scenario.rates.begin(), m_scenario.rates.end(), converts))
                add(at(list, i, ".currency"),
                    "there is no exchange rate from " + std::string(items[i].currency.view()),
                    "add it to rates");
        }
    }
    void checkCampaigns(const Names& seats)
    {
        Names bidding;
        for (const auto& seat : m_scenario.seats)
            if (seat.kind == model::SeatKind::Campaigns)
                bidding.insert(seat.id);
        for (std::size_t i = 0; i < m_scenario.campaigns.size(); ++i) {
            const auto& seat = m_scenario.campaigns[i].seatId;
            if (seats.count(seat) != 0 && bidding.count(seat) == 0)
                add(at("campaigns", i, ".seat_id"),
                    "\"" + seat + "\" is a rival and has no campaigns",
                    "name a seat of kind campaigns");
            else
                known(at("campaigns", i, ".seat_id"), seat, bidding, "seat");
        }
        checkCurrencies("campaigns", m_scenario.campaigns);
    }
    void checkTraffic()
    {
        for (const auto& kind : m_scenario.population.devices)
            m_deviceTypes.insert(kind.type);
        const auto& plans = m_scenario.traffic.placements;
        for (const auto& type : m_deviceTypes) {
            const auto shows = [&](const PlacementTraffic& plan) {
                return plan.weight > 0
                    && (plan.devices.empty()
                        || std::find(plan.devices.begin(), plan.devices.end(), type)
                            != plan.devices.end());
            };
            bool shown = false;
            for (std::size_t i = 0; i < plans.size(); ++i)
                shown = shown || (shows(plans[i]) && m_scenario.placements[i].available);
            if (!shown)
                add("traffic.placements", "show nothing on \"" + type + "\"",
                    "give a placement with a weight above 0 to every device type");
        }
    }
    void checkEffects(const char* response, const ResponsePlan& plan, const Names& placements)
    {
        Names segments;
        for (const auto& segment : m_scenario.population.segments)
            segments.insert(segment.name);
        const std::array<const Names*, kEffectNames.size()> names{&segments, &placements,
                                                                  &m_deviceTypes, &m_campaigns};
        constexpr std::array<const char*, kEffectNames.size()> kNouns{"segment", "placement",
                                                                      "device type", "campaign"};
        for (const auto& effect : plan.effects) {
            const auto on = static_cast<std::size_t>(effect.on);
            known("behaviour." + std::string(response) + "." + std::string(kEffectNames[on]) + "."
                      + effect.value,
                  effect.value, *names[on], kNouns[on]);
        }
    }

    const Scenario& m_scenario;
    Names m_campaigns;
    Names m_deviceTypes;
    std::vector<Error> m_errors;
};

} // namespace

std::vector<Error> brokenRules(const Scenario& scenario)
{
    return RuleCheck(scenario).run();
}

} // namespace gavel::simulation
