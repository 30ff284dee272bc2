// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/router.h"
#include "engine/gateway/journal/auction_journal.h"
#include "engine/gateway/remote/service_registry.h"
#include "engine/gateway/rest/rest_bid_request.h"
#include "engine/model/profile.h"

#include <boost/json/object.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// A service of the contract that another process plays.
struct RemoteService
{
    Service service{};
    std::string address; ///< "http://host:port"
};

/// Reads "dmp=http://host:port". Errors: INVALID_REQUEST for a service other than dmp and dsp, or a
/// text that is not such an address.
Result<RemoteService> parseRemote(std::string_view text);

/// "/user/ID/PART" of the DMP.
std::string userPath(const std::string& userId, std::string_view part);

/// The services that run elsewhere, asked over HTTP: what an auction waits for once and shortly,
/// what it only tells later and again by the contract's rules. Looks every few seconds how each
/// does. Calls wait; any thread.
class RemoteServices
{
public:
    static constexpr std::int64_t kAuctionTimeoutMs = 50; ///< the contract's limit for a DSP
    static constexpr std::size_t kMostWaiting = 1'000; ///< notices to one service

    RemoteServices(const base::Clock& clock, const std::vector<RemoteService>& remotes);
    /// Tries what waits once more, without the delays.
    ~RemoteServices();
    RemoteServices(const RemoteServices&) = delete;
    RemoteServices& operator=(const RemoteServices&) = delete;

    bool has(Service service) const { return m_partners.contains(service); }

    /// What the DMP knows of a user; nullopt = nothing. Errors: those of ServiceRegistry::call(),
    /// INVALID_PROFILE.
    Result<std::optional<model::Profile>> profile(const std::string& userId);
    /// What the DSP bids; nullopt = nothing. Errors: those of ServiceRegistry::call(), INVALID_BID
    /// naming the field.
    Result<std::optional<BidRecord>> bid(const RestBidRequest& request);
    /// Sends it soon, by the contract's retry rules. Errors: SERVICE_UNAVAILABLE when too much
    /// waits for that service.
    Result<void> tell(Service service, std::string_view method, const std::string& path,
                      const std::string& body);

    /// How it did when it was last looked at: status ("unknown" before the first look), address,
    /// breaker, checked_at and error.
    boost::json::object health(Service service) const;
    bool isHealthy(Service service) const;

private:
    struct Partner;
    struct Watch;
    Partner& partner(Service service) const { return *m_partners.at(service); }

    const base::Clock& m_clock;
    std::unique_ptr<Watch> m_watch; ///< its stop ends every wait
    ServiceRegistry m_registry;
    std::map<Service, std::unique_ptr<Partner>> m_partners;
};

} // namespace gavel::gateway
