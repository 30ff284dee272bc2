// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/gateway/http/router.h"
#include "engine/gateway/http/server.h"
#include "engine/gateway/journal/auction_journal.h"
#include "engine/gateway/journal/workflow_book.h"
#include "engine/gateway/rest/auction_desk.h"
#include "engine/runtime/engine.h"

#include <atomic>
#include <map>
#include <mutex>
#include <span>
#include <string>

namespace gavel::gateway {

class AdServerClient;

/// What the handlers of the services work with. Everything in it may be used from any thread.
struct Services
{
    Services(runtime::Engine& marketEngine, const base::Clock& wall,
             const std::vector<RemoteService>& remoteServices)
        : engine(marketEngine)
        , clock(wall)
        , keeper(marketEngine.workspace())
        , journal(keeper)
        , workflows(keeper)
        , remotes(wall, remoteServices)
        , desk(marketEngine, journal, remotes, wall)
    {
    }

    runtime::Engine& engine;
    const base::Clock& clock; ///< the wall, for timestamps of answers
    RecordKeeper keeper;
    AuctionJournal journal;
    WorkflowBook workflows;
    RemoteServices remotes;
    AuctionDesk desk;
    const Router* router = nullptr;
    const ServerCounters* http = nullptr;
    std::atomic<std::uint64_t> openRtbRequests{0};
    std::atomic<std::uint64_t> openRtbInvalid{0};
    std::atomic<std::uint64_t> openRtbOverload{0};
    std::atomic<AdServerClient*> adServer{nullptr}; ///< of a process that is an ad server
    std::mutex reportsMutex;
    std::map<std::string, model::QuotaReport> reports; ///< whose rest is still to come, by key
    std::atomic<bool> ready{true}; ///< false while the gateway stops
};

/// A body for the operations that take a bid request, for the documentation.
inline constexpr std::string_view kBidRequestExample
    = R"({"id":"req-1","user_id":"user-1","ad_slot":{"id":"banner_top_1","width":728,"height":90,"position":"top","floor_price":0.5},"device":{"type":"desktop","os":"Windows","browser":"Chrome","ip":"192.0.2.1"},"geo":{"country":"US","region":"CA","city":"San Francisco"}})";

// One table for each service.
std::span<const Route> adManagementRoutes();
std::span<const Route> dspRoutes();
std::span<const Route> sspRoutes();
std::span<const Route> exchangeRoutes();
std::span<const Route> dmpRoutes();
std::span<const Route> openRtbRoutes();
std::span<const Route> operationsRoutes();
std::span<const Route> adServerRoutes();

/// A body as JSON, or the answer that refuses it.
Result<boost::json::value> readBody(const ServiceCall& call);
HttpResponse campaignNotFound(Services& services);
/// Nothing when there is no such campaign.
Money spentBy(Services& services, const std::string& id);
HttpResponse campaignStats(Services& services, const ServiceCall& call);
/// A query number such as limit; the fallback when absent. Errors: INVALID_REQUEST naming the
/// parameter.
Result<std::size_t> queryNumber(const ServiceCall& call, std::string_view name,
                                std::size_t fallback, std::size_t least, std::size_t most);

} // namespace gavel::gateway
