// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/traffic.h"

#include "engine/market/publisher_blocks.h"
#include "engine/simulation/streams.h"

#include <algorithm>
#include <cmath>

namespace gavel::simulation {

namespace {

using model::Dimension;

bool shows(const PlacementTraffic& plan, const std::string& deviceType)
{
    return plan.devices.empty()
        || std::find(plan.devices.begin(), plan.devices.end(), deviceType) != plan.devices.end();
}

const model::Publisher* publisherOf(const model::Placement& placement,
                                    const model::MarketSetup& setup)
{
    const auto found = std::find_if(
        setup.publishers.begin(), setup.publishers.end(),
        [&](const auto& publisher) { return publisher.id == placement.publisherId; });
    return found == setup.publishers.end() ? nullptr : &*found;
}

} // namespace

Traffic::Traffic(const Scenario& scenario, const model::MarketSetup& setup, std::uint32_t shard)
    : m_vocabulary(setup.vocabulary)
    , m_people(scenario.population, *setup.vocabulary, setup.seed)
    , m_arrivals(layOutSlots(scenario.traffic, scenario.start, scenario.durationMs,
                             scenario.utcOffsetMinutes, setup.seed),
                 shard, setup.shards, streamOf(setup.seed, shard, Stream::Arrivals))
    , m_random(streamOf(setup.seed, shard, Stream::Visits))
    , m_shard(shard)
    , m_shards(setup.shards)
    , m_users(
          static_cast<double>(std::max<std::uint64_t>(scenario.population.users / setup.shards, 1)))
    , m_activity(scenario.population.activity)
{
    for (const auto& kind : scenario.population.devices)
        m_deviceTypes.push_back(kind.type);
    for (std::size_t i = 0; i < scenario.placements.size(); ++i)
        addSlot(scenario.placements[i], scenario.traffic.placements[i], setup);
    m_byDevice.resize(m_deviceTypes.size());
    shareOut();
}

void Traffic::addSlot(const model::Placement& placement, const PlacementTraffic& plan,
                      const model::MarketSetup& setup)
{
    Slot slot;
    slot.plan = plan;
    auto& opportunity = slot.opportunity;
    opportunity.set(Dimension::Placement,
                    m_vocabulary->of(Dimension::Placement).intern(placement.id));
    opportunity.set(Dimension::Publisher,
                    m_vocabulary->of(Dimension::Publisher).intern(placement.publisherId));
    opportunity.set(Dimension::App, m_vocabulary->of(Dimension::App).intern(plan.app));
    for (const auto& keyword : plan.keywords)
        opportunity.list(Dimension::Keyword)
            .push(m_vocabulary->of(Dimension::Keyword).intern(keyword));
    for (const auto& deal : plan.deals) {
        const auto handle = m_vocabulary->of(Dimension::Deal).intern(deal.id);
        opportunity.list(Dimension::Deal).push(handle);
        opportunity.deals.push({handle, deal.floor});
    }
    if (const auto* publisher = publisherOf(placement, setup)) {
        if (plan.app.empty())
            opportunity.set(Dimension::Domain,
                            m_vocabulary->of(Dimension::Domain).intern(publisher->domain));
        auto& categories = m_vocabulary->of(Dimension::Category);
        for (const auto& category : publisher->categories)
            opportunity.list(Dimension::Category).push(categories.intern(category));
        // There is room: a publisher is not read with more.
        static_cast<void>(market::PublisherBlocks(*publisher, *m_vocabulary).addTo(opportunity));
    }
    describe(placement, slot);
    m_slots.push_back(slot);
}

void Traffic::describe(const model::Placement& placement, Slot& slot) const
{
    auto& opportunity = slot.opportunity;
    const auto size = std::to_string(placement.width) + "x" + std::to_string(placement.height);
    opportunity.set(Dimension::Format,
                    m_vocabulary->of(Dimension::Format).intern(placement.format));
    opportunity.set(Dimension::Size, m_vocabulary->of(Dimension::Size).intern(size));
    opportunity.width = static_cast<std::uint16_t>(placement.width);
    opportunity.height = static_cast<std::uint16_t>(placement.height);
    opportunity.floor = placement.floor;
    slot.available = placement.available;
}

void Traffic::shareOut()
{
    for (std::size_t kind = 0; kind < m_byDevice.size(); ++kind) {
        DeviceTraffic traffic;
        std::vector<double> weights;
        for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
            if (!m_slots[i].available || !shows(m_slots[i].plan, m_deviceTypes[kind]))
                continue;
            traffic.places.push_back(i);
            weights.push_back(m_slots[i].plan.weight);
        }
        // Visits go on where the last placement was taken away: the old ones are offered still.
        if (traffic.places.empty())
            continue;
        traffic.draw = AliasTable(weights);
        m_byDevice[kind] = std::move(traffic);
    }
}

const model::Opportunity& Traffic::next()
{
    const double place
        = m_activity == 1 ? m_random.uniform() : std::pow(m_random.uniform(), m_activity);
    const auto number = static_cast<std::uint64_t>(place * m_users) * m_shards + m_shard;
    const auto device = m_people.deviceOf(number);
    const auto& traffic = m_byDevice[device];
    auto& opportunity = m_slots[traffic.places[traffic.draw.draw(m_random.next())]].opportunity;
    m_people.describe(number, device, opportunity);
    opportunity.id = m_count++ * m_shards + m_shard + 1;
    opportunity.request = opportunity.id;
    opportunity.at = m_arrivals.next();
    m_arrivals.take();
    return opportunity;
}

void Traffic::change(const model::Placement& placement)
{
    const auto handle = m_vocabulary->of(Dimension::Placement).find(placement.id);
    for (auto& slot : m_slots)
        if (slot.opportunity.value(Dimension::Placement) == handle)
            describe(placement, slot);
    shareOut();
}

} // namespace gavel::simulation
