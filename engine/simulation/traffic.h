// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/opportunity.h"
#include "engine/simulation/arrivals.h"
#include "engine/simulation/people.h"
#include "engine/simulation/scenario.h"

#include <cstdint>
#include <vector>

namespace gavel::simulation {

/// The opportunities of one shard, in the order of their time. Users are dealt out by number, so
/// one user always lives on the same shard. Nothing is allocated after construction.
class Traffic
{
public:
    Traffic(const Scenario& scenario, const model::MarketSetup& setup, std::uint32_t shard);

    TimeMs nextTime() const { return m_arrivals.next(); }
    bool finished() const { return m_arrivals.finished(); }
    /// Only when not finished; valid until the next call.
    const model::Opportunity& next();
    void setFactor(double factor) { m_arrivals.setFactor(factor); }
    /// From the next opportunity on; a placement that is not of this scenario is left out.
    void change(const model::Placement& placement);

private:
    struct DeviceTraffic
    {
        std::vector<std::uint32_t> places; ///< that show on this kind of device
        AliasTable draw;
    };
    /// A placement, and an opportunity that is ready but for the user: only that part is written
    /// each time.
    struct Slot
    {
        model::Opportunity opportunity;
        PlacementTraffic plan;
        bool available = true;
    };

    void addSlot(const model::Placement& placement, const PlacementTraffic& plan,
                 const model::MarketSetup& setup);
    void describe(const model::Placement& placement, Slot& slot) const;
    void shareOut();

    std::shared_ptr<model::Vocabulary> m_vocabulary;
    People m_people;
    Arrivals m_arrivals;
    base::Random m_random;
    std::uint32_t m_shard;
    std::uint32_t m_shards;
    double m_users; ///< of this shard
    double m_activity;
    std::uint64_t m_count = 0;
    std::vector<Slot> m_slots;
    std::vector<std::string> m_deviceTypes; ///< of each device kind
    std::vector<DeviceTraffic> m_byDevice; ///< by device kind
};

} // namespace gavel::simulation
