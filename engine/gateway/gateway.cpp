// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/gateway.h"

#include "engine/gateway/adservers/dial.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/openrtb_desk.h"
#include "engine/gateway/rest/services.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <algorithm>
#include <atomic>
#include <optional>

namespace gavel::gateway {

namespace {

constexpr std::string_view kOpenRtbTarget = "/openrtb2/auction";

/// One server thread's desk. The market's threads wake it through here, also while the gateway
/// ends.
struct AuctionThread
{
    std::optional<OpenRtbDesk> desk;
    std::atomic<HttpServer*> server{nullptr}; ///< nullptr before the start and after the end
    std::atomic<bool> draining{false}; ///< a drain is on its way
};

/// Threads for handlers that wait, and how many callers wait for one.
struct ReaderPool
{
    explicit ReaderPool(unsigned readers)
        : threads(readers)
    {
    }
    std::atomic<std::size_t> waiting{0};
    boost::asio::thread_pool threads;
};

/// A request handed to a reader, and what it takes to answer it.
struct ReaderWork
{
    ServiceCall call;
    ServiceHandler handler = nullptr;
    Reply reply;
};

} // namespace

struct Gateway::State
{
    State(runtime::Engine& engine, const GatewayOptions& wanted)
        : options(wanted)
        , clock(wanted.clock != nullptr ? *wanted.clock : wall)
        , services(engine, clock, wanted.remotes)
        , router({adManagementRoutes(), dspRoutes(), sspRoutes(), exchangeRoutes(), dmpRoutes(),
                  openRtbRoutes(), operationsRoutes(), adServerRoutes()})
        , readers(wanted.readers)
        , lookouts(1)
    {
        services.router = &router;
        services.ready = false;
    }

    void handle(const HttpRequest& request, const Reply& reply);
    void route(const HttpRequest& request, const Reply& reply);
    void read(ReaderPool& pool, ReaderWork work);
    void makeDesks();

    GatewayOptions options;
    base::SystemClock wall;
    const base::Clock& clock;
    Services services;
    Router router;
    std::vector<std::shared_ptr<AuctionThread>> threads;
    std::unique_ptr<HttpServer> server;
    ReaderPool readers;
    ReaderPool lookouts; ///< health and metrics, which must answer when everybody else waits
};

void Gateway::State::handle(const HttpRequest& request, const Reply& reply)
{
    if (!services.ready)
        return reply.send(
            refusal(503, "SERVICE_UNAVAILABLE", "The gateway does not run now", clock.now()));
    if (request.target == kOpenRtbTarget && request.method == Method::Post
        && options.offered[request.listener] == Service::Exchange)
        return threads[request.thread]->desk->take(request, reply);
    route(request, reply);
}

void Gateway::State::route(const HttpRequest& request, const Reply& reply)
{
    std::string path;
    ReaderWork work{{}, nullptr, reply};
    work.call.service = options.offered[request.listener];
    work.call.body = request.body;
    work.call.wrapped = request.wrapped;
    if (!splitTarget(request.target, path, work.call))
        return reply.send(refusal(400, "INVALID_REQUEST", "The target is not a path", clock.now()));
    auto match = router.find(work.call.service, request.method, path);
    if (match.route == nullptr) {
        const bool isKnown = !match.allow.empty();
        auto response = isKnown
            ? refusal(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", clock.now())
            : refusal(404, "PATH_NOT_FOUND", "Not Found", clock.now());
        response.allow = std::move(match.allow);
        return reply.send(std::move(response));
    }
    if (match.route->handler == nullptr)
        return threads[request.thread]->desk->take(request, reply);
    work.call.ids = std::move(match.ids);
    work.handler = match.route->handler;
    if (match.route->watchesCaller)
        work.call.callerGone = reply.watchCaller();
    ReaderPool& pool = match.route->service == Service::Every ? lookouts : readers;
    if (pool.waiting.fetch_add(1) >= options.mostWaiting) {
        pool.waiting.fetch_sub(1);
        return reply.send(
            refusal(503, "SERVICE_UNAVAILABLE", "Too many requests wait", clock.now()));
    }
    read(pool, std::move(work));
}

void Gateway::State::read(ReaderPool& pool, ReaderWork work)
{
    boost::asio::post(pool.threads, [this, &pool, job = std::move(work)] {
        auto response = job.handler(services, job.call);
        if (job.call.wrapped)
            response = wrapped(std::move(response), clock.now());
        pool.waiting.fetch_sub(1);
        job.reply.send(std::move(response));
    });
}

void Gateway::State::makeDesks()
{
    for (unsigned i = 0; i < std::max(1U, options.server.threads); ++i) {
        threads.push_back(std::make_shared<AuctionThread>());
        threads.back()->desk.emplace(services, [weak = std::weak_ptr(threads.back()), i] {
            const auto own = weak.lock();
            auto* to = own ? own->server.load() : nullptr;
            // Many answers, one wake-up; cleared before draining, so that no later one is missed.
            if (to == nullptr || own->draining.exchange(true))
                return;
            to->post(i, [own] {
                own->draining = false;
                if (own->desk)
                    own->desk->drain();
            });
        });
    }
}

Result<std::unique_ptr<Gateway>> Gateway::start(runtime::Engine& engine,
                                                const GatewayOptions& options)
{
    if (options.server.ports.size() != options.offered.size())
        return Error{"INVALID_REQUEST", "ports", "there must be one for each service",
                     options.offered.size() == kServices ? "write 8001,8002,8003,8004,8005"
                                                         : "write one port"};
    auto state = std::make_unique<State>(engine, options);
    state->makeDesks();
    auto server = HttpServer::start(
        options.server, [raw = state.get()](const HttpRequest& request, const Reply& reply) {
            raw->handle(request, reply);
        });
    if (!server)
        return server.error();
    state->server = std::move(*server);
    state->services.http = &state->server->counters();
    for (auto& thread : state->threads)
        thread->server = state->server.get();
    state->services.ready = true;
    engine.adServers().setDial(dialAdServers(engine, state->clock));
    return std::unique_ptr<Gateway>(new Gateway(std::move(state)));
}

Gateway::Gateway(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Gateway::~Gateway()
{
    m_state->services.ready = false;
    m_state->services.engine.adServers().setDial({});
    m_state->readers.threads.join();
    m_state->lookouts.threads.join();
    m_state->server->stop();
    for (auto& thread : m_state->threads) {
        thread->server = nullptr;
        thread->desk
            .reset(); // closes its port and lets go of its replies while their connections can be
    }
}

void Gateway::setAdServer(AdServerClient* client)
{
    m_state->services.adServer = client;
}

const std::vector<std::uint16_t>& Gateway::ports() const
{
    return m_state->server->ports();
}

} // namespace gavel::gateway
