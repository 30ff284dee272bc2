// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/spsc_ring.h"
#include "engine/model/delivery_event.h"
#include "engine/runtime/ad_server_desk.h"
#include "engine/runtime/desks/market_access.h"
#include "engine/runtime/scheduler/remote_link.h"
#include "engine/scheduling/nodes/ad_server_table.h"
#include "engine/store/event_writer.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The ad servers of other processes that spend the quota of the live market.
class MarketAdServers final : public AdServerDesk
{
public:
    /// The market that they join.
    struct Market
    {
        std::string name;
        std::shared_ptr<const model::MarketSetup> setup;
        store::Workspace* workspace = nullptr;
        store::EventWriter* events = nullptr;
        std::int64_t intervalMs = base::kMinuteMs;
        std::function<void()> bell;
        std::function<std::vector<model::Campaign>()> campaigns; ///< as published now, by id
        std::function<model::AuctionRules()> rules; ///< as they are now
        std::function<std::vector<model::Seat>()> seats;
    };
    MarketAdServers(MarketAccess access, const base::Clock& clock)
        : m_access(std::move(access))
        , m_clock(clock)
    {
    }

    /// Finds those that joined an earlier process and have not left; the scheduler is to know them.
    Result<Rounds::Members> open(Market market);
    /// The market ends. Servers keep their membership.
    void close();
    /// A campaign was published or removed ("" = something else of the market changed).
    void changed(const std::string& campaign);

    void setDial(Dial dial) override;
    Result<Membership> join(const JoinRequest& request) override;
    Result<MarketPart> market(const std::string& key, std::uint64_t since,
                              const std::string& after) override;
    Result<std::uint64_t> store(const std::string& key,
                                std::span<const store::StoredEvent> events) override;
    Result<void> report(const std::string& key, model::QuotaReport report, double load) override;
    Result<void> leave(const std::string& key) override;
    std::uint64_t marketVersion() const override { return m_version.load(); }
    std::vector<AdServerView> list() const override;

private:
    struct Server
    {
        static constexpr std::size_t kRing = 1U << 14;
        scheduling::AdServerMember member;
        std::shared_ptr<RemoteServer> remote;
        base::SpscRing<model::DeliveryEvent> ring{kRing};
        std::mutex mutex; ///< one call stores at a time
        std::atomic<bool> isScheduled{false}; ///< the rounds know it
    };
    struct Found
    {
        std::shared_ptr<Server> server;
        std::shared_ptr<const Market> market;
    };
    Result<Found> find(const std::string& key) const;
    Result<std::shared_ptr<Server>> open(const Market& market,
                                         const scheduling::AdServerMember& member);
    static Result<void> storeAll(const Found& found, std::span<const store::StoredEvent> events);

    MarketAccess m_access;
    const base::Clock& m_clock;
    mutable std::mutex m_mutex; ///< guards what follows; not held while a call waits
    std::shared_ptr<const Market> m_market; ///< nullptr = none that can be joined
    Dial m_dial;
    std::map<std::string, std::shared_ptr<Server>> m_servers; ///< by key
    std::map<std::string, std::uint64_t> m_changedAt; ///< campaign to the version of its change
    std::uint64_t m_firstVersion = 0;
    std::atomic<std::uint64_t> m_version{0};
};

} // namespace gavel::runtime
