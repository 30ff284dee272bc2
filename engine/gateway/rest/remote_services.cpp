// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/remote_services.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/dmp/profile_json.h"
#include "engine/gateway/rest/rest_bid_response.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/pchars.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::chrono::seconds kLookEvery{5};
constexpr CallPolicy kAskProfile{0, 0, RemoteServices::kAuctionTimeoutMs, true};
constexpr CallPolicy kAskBid{0, 0, RemoteServices::kAuctionTimeoutMs, false};
constexpr std::array kMayBeRemote{Service::Dmp, Service::Dsp};

std::string nameOf(Service service)
{
    return std::string(kServiceNames[static_cast<std::size_t>(service)]);
}

} // namespace

std::string userPath(const std::string& userId, std::string_view part)
{
    return "/user/" + boost::urls::encode(userId, boost::urls::pchars) + "/" + std::string(part);
}

Result<RemoteService> parseRemote(std::string_view text)
{
    const auto equals = std::min(text.find('='), text.size());
    const auto name = text.substr(0, equals);
    const auto* known = std::ranges::find_if(
        kMayBeRemote, [&](Service service) { return nameOf(service) == name; });
    if (known == kMayBeRemote.end())
        return Error{"INVALID_REQUEST", "remote",
                     "\"" + std::string(name) + "\" is not a service that can be remote",
                     "write dmp=http://host:port or dsp=http://host:port"};
    const auto address = text.substr(std::min(equals + 1, text.size()));
    if (!isRemoteAddress(address))
        return Error{"INVALID_REQUEST", "remote " + std::string(name),
                     "\"" + std::string(address) + "\" is not an address",
                     "write http://host:port, without a path"};
    return RemoteService{*known, std::string(address)};
}

/// Waits that end when the gateway does.
struct RemoteServices::Watch
{
    template<typename Duration>
    void wait(Duration duration)
    {
        std::unique_lock lock(mutex);
        wake.wait_for(lock, duration, [this] { return stopping; });
    }
    void stop()
    {
        const std::scoped_lock lock(mutex);
        stopping = true;
        wake.notify_all();
    }
    bool isStopping()
    {
        const std::scoped_lock lock(mutex);
        return stopping;
    }

    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
};

/// One remote service: a thread that looks how it does, one that tells it what it missed.
struct RemoteServices::Partner
{
    std::string name;
    std::string address;
    std::atomic<std::size_t> waiting{0};
    mutable std::mutex mutex; ///< guards the three below
    ServiceHealth health;
    TimeMs checkedAt;
    bool checked = false;
    boost::asio::thread_pool courier{1};
    std::jthread looks;
};

RemoteServices::RemoteServices(const base::Clock& clock, const std::vector<RemoteService>& remotes)
    : m_clock(clock)
    , m_watch(std::make_unique<Watch>())
    , m_registry(clock, callRemote, [watch = m_watch.get()](std::int64_t milliseconds) {
        watch->wait(std::chrono::milliseconds(milliseconds));
    })
{
    for (const auto& remote : remotes) {
        m_registry.add(nameOf(remote.service), remote.address);
        auto made = std::make_unique<Partner>();
        made->name = nameOf(remote.service);
        made->address = remote.address;
        m_partners[remote.service] = std::move(made);
    }
    for (auto& [service, known] : m_partners)
        known->looks = std::jthread([this, own = known.get()] {
            while (!m_watch->isStopping()) {
                auto health = m_registry.checkHealth(own->name);
                {
                    const std::scoped_lock lock(own->mutex);
                    own->health = std::move(health);
                    own->checkedAt = m_clock.now();
                    own->checked = true;
                }
                m_watch->wait(kLookEvery);
            }
        });
}

RemoteServices::~RemoteServices()
{
    m_watch->stop();
    for (auto& [service, known] : m_partners)
        known->courier.join();
}

Result<std::optional<model::Profile>> RemoteServices::profile(const std::string& userId)
{
    const auto answer = m_registry.call(nameOf(Service::Dmp), "GET", userPath(userId, "profile"),
                                        {}, kAskProfile);
    if (!answer)
        return answer.error();
    if (answer->status == 404)
        return std::optional<model::Profile>();
    auto read = dmp::profileChangeFromJson(answer->body);
    if (!read)
        return read.error();
    model::Profile known;
    known.userId = userId;
    known.age = read->age;
    known.gender = std::move(read->gender);
    known.deviceType = std::move(read->deviceType);
    known.demographicsJson = std::move(read->demographicsJson);
    known.interests = std::move(read->interests);
    known.behaviours = std::move(read->behaviours);
    known.segments = std::move(read->segments);
    known.updatedAt = m_clock.now();
    return std::optional(std::move(known));
}

Result<std::optional<BidRecord>> RemoteServices::bid(const RestBidRequest& request)
{
    const auto answer
        = m_registry.call(nameOf(Service::Dsp), "POST", "/bid",
                          base::jsonText(restBidRequest(request, m_clock.now())), kAskBid);
    if (!answer)
        return answer.error();
    if (answer->status == 204)
        return std::optional<BidRecord>();
    std::vector<Error> errors;
    const auto body = base::parseJson(answer->body, "body");
    BidRecord bid;
    if (body)
        bid = readRestBidResponse(*body, errors);
    else
        errors.push_back(body.error());
    if (errors.empty() && bid.requestId != request.id)
        errors.push_back({"", "request_id", "answers another request", ""});
    if (!errors.empty())
        return Error{"INVALID_BID", errors.front().where, errors.front().what,
                     "the DSP must answer as the contract's BidResponse"};
    bid.userId = request.userId;
    bid.at = m_clock.now();
    return std::optional(std::move(bid));
}

Result<void> RemoteServices::tell(Service service, std::string_view method, const std::string& path,
                                  const std::string& body)
{
    Partner& to = partner(service);
    if (to.waiting.fetch_add(1) >= kMostWaiting) {
        to.waiting.fetch_sub(1);
        return Error{"SERVICE_UNAVAILABLE", to.name, "too many notices wait for it",
                     "see whether it runs at " + to.address};
    }
    boost::asio::post(to.courier, [this, &to, method, path, body] {
        static_cast<void>(m_registry.call(to.name, method, path, body));
        to.waiting.fetch_sub(1);
    });
    return {};
}

json::object RemoteServices::health(Service service) const
{
    const Partner& of = partner(service);
    const std::scoped_lock lock(of.mutex);
    const auto breaker = m_registry.breaker(of.name);
    // Calls since the last look may know better.
    const bool isOpen = breaker == BreakerState::Open;
    const std::string error = isOpen ? "Circuit breaker is OPEN" : of.health.error;
    return {{"status",
             isOpen           ? "unhealthy"
                 : of.checked ? of.health.status
                              : "unknown"},
            {"address", of.address},
            {"breaker", kBreakerStateNames[static_cast<std::size_t>(breaker)]},
            {"checked_at", of.checked ? json::value(base::toIso(of.checkedAt)) : json::value()},
            {"error", error.empty() ? json::value() : json::value(error)},
            {"notices_waiting", of.waiting.load()}};
}

bool RemoteServices::isHealthy(Service service) const
{
    const Partner& of = partner(service);
    const std::scoped_lock lock(of.mutex);
    return of.health.healthy && m_registry.breaker(of.name) == BreakerState::Closed;
}

} // namespace gavel::gateway
