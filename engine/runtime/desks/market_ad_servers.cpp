// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/market_ad_servers.h"

#include "engine/base/random.h"
#include "engine/runtime/scheduler/market_before.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

namespace gavel::runtime {

namespace {

constexpr std::size_t kCampaignsAtOnce = 200;
constexpr std::size_t kMostServers = 256;
constexpr std::size_t kLongestName = 64;
constexpr auto kRingWait = std::chrono::microseconds(200);
/// Versions of a later process are above those of an earlier one.
constexpr std::uint64_t kVersionsPerMs = 1024;

Error unknown(const std::string& key)
{
    return {"AD_SERVER_NOT_FOUND", "key", "no ad server of this market has the key \"" + key + "\"",
            "join again"};
}

Error refused(std::string what, std::string advice)
{
    return {"JOIN_REFUSED", "market", std::move(what), std::move(advice)};
}

Result<void> checkRequest(const JoinRequest& request)
{
    const auto isFine = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')
            || (sign >= '0' && sign <= '9') || sign == '-' || sign == '_' || sign == '.';
    };
    if (request.name.empty() || request.name.size() > kLongestName
        || !std::ranges::all_of(request.name, isFine))
        return Error{"INVALID_REQUEST", "name", "must be 1 to 64 letters, digits or -_.",
                     "name the machine"};
    return {};
}

} // namespace

Result<Rounds::Members> MarketAdServers::open(Market market)
{
    auto reader = market.workspace->reader();
    if (!reader)
        return reader.error();
    const auto members = scheduling::loadMembers(*reader, market.name);
    if (!members)
        return members.error();
    const auto opened = std::make_shared<const Market>(std::move(market));
    {
        const std::lock_guard lock(m_mutex);
        m_firstVersion = static_cast<std::uint64_t>(m_clock.now().value) * kVersionsPerMs;
        m_version = m_firstVersion;
        m_changedAt.clear();
        m_market = opened;
    }
    Rounds::Members known;
    for (const scheduling::AdServerMember& member : *members) {
        auto soFar
            = readRun(*opened->workspace, opened->name, *opened->setup, member.run, member.source);
        if (!soFar)
            return soFar.error();
        const auto server = open(*opened, member);
        if (!server)
            return server.error();
        (*server)->isScheduled = true;
        known.push_back({std::make_shared<RemoteLink>((*server)->remote), std::move(*soFar)});
    }
    return known;
}

void MarketAdServers::close()
{
    std::map<std::string, std::shared_ptr<Server>> servers;
    std::shared_ptr<const Market> market;
    {
        const std::lock_guard lock(m_mutex);
        servers.swap(m_servers);
        market.swap(m_market);
    }
    for (const auto& [key, server] : servers) {
        server->remote->setLine({});
        const std::lock_guard last(server->mutex);
        static_cast<void>(market->events->detach(server->member.source));
    }
}

void MarketAdServers::changed(const std::string& campaign)
{
    const std::lock_guard lock(m_mutex);
    ++m_version;
    if (!campaign.empty())
        m_changedAt[campaign] = m_version;
}

void MarketAdServers::setDial(Dial dial)
{
    std::map<std::string, std::shared_ptr<Server>> servers;
    {
        const std::lock_guard lock(m_mutex);
        m_dial = dial;
        servers = m_servers;
    }
    for (const auto& [key, server] : servers)
        server->remote->setLine(dial ? dial(key, server->member.name, server->member.address)
                                     : AdServerLine{});
}

Result<std::shared_ptr<MarketAdServers::Server>>
MarketAdServers::open(const Market& market, const scheduling::AdServerMember& member)
{
    auto server = std::make_shared<Server>();
    server->member = member;
    if (auto attached
        = market.events->attach(server->ring, member.source, market.setup->vocabulary);
        !attached)
        return attached.error();
    RemoteServer::Plan plan;
    plan.source = member.source;
    plan.name = member.name;
    plan.committed
        = [events = market.events, source = member.source] { return events->committed(source); };
    plan.marketVersion = [this] { return m_version.load(); };
    plan.bell = market.bell;
    const std::lock_guard lock(m_mutex);
    if (m_dial)
        plan.line = m_dial(member.key, member.name, member.address);
    server->remote = std::make_shared<RemoteServer>(std::move(plan));
    m_servers[member.key] = server;
    return server;
}

Result<MarketAdServers::Found> MarketAdServers::find(const std::string& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_servers.find(key);
    if (found == m_servers.end())
        return unknown(key);
    found->second->remote->heard(m_clock.now());
    return Found{found->second, m_market};
}

Result<Membership> MarketAdServers::join(const JoinRequest& request)
{
    if (auto sound = checkRequest(request); !sound)
        return sound.error();
    std::shared_ptr<const Market> market;
    {
        const std::lock_guard lock(m_mutex);
        market = m_market;
        if (m_servers.size() >= kMostServers)
            return refused("256 ad servers have joined already", "let one leave first");
    }
    if (!market)
        return refused("no live market with a workspace runs here",
                       "start it with `gaveld serve FILE`");
    const TimeMs now = m_clock.now();
    const auto run = market->events->beginRun(market->name, now);
    if (!run)
        return run.error();
    const auto source = market->events->addSource(*run, request.name);
    if (!source)
        return source.error();
    scheduling::AdServerMember member;
    member.source = *source;
    member.run = *run;
    member.key = std::to_string(*source) + "-" + std::to_string(now.value);
    member.name = request.name;
    member.address = request.address;
    member.joinedAt = now;
    if (auto added = market->workspace->writeAndWait([&](store::Connection& connection) {
            return scheduling::addMember(connection, market->name, member);
        });
        !added)
        return added.error();
    const auto server = open(*market, member);
    if (!server)
        return server.error();
    (*server)->remote->heard(now);
    m_access.journal("Ad servers", member.name + " joined from " + member.address);
    return Membership{member.key, member.source, member.run, market->intervalMs};
}

Result<MarketPart> MarketAdServers::market(const std::string& key, std::uint64_t since,
                                           const std::string& after)
{
    if (const auto found = find(key); !found)
        return found.error();
    const std::lock_guard lock(m_mutex); // the market does not end meanwhile
    if (!m_market)
        return unknown(key);
    MarketPart part;
    part.version = m_version;
    part.isComplete = since < m_firstVersion;
    const model::MarketSetup& setup = *m_market->setup;
    part.seats = m_market->seats();
    part.publishers = setup.publishers;
    part.placements = setup.placements;
    part.rules = m_market->rules();
    part.currency = setup.currency;
    part.rates = setup.rates;
    part.seed = setup.seed;
    std::set<std::string> there;
    for (model::Campaign& campaign : m_market->campaigns()) {
        there.insert(campaign.id);
        const auto changed = m_changedAt.find(campaign.id);
        const bool isNew
            = part.isComplete || (changed != m_changedAt.end() && changed->second > since);
        if (!isNew || campaign.id <= after || !part.next.empty())
            continue;
        if (part.campaigns.size() == kCampaignsAtOnce)
            part.next = part.campaigns.back().id;
        else
            part.campaigns.push_back(std::move(campaign));
    }
    for (const auto& [id, version] : m_changedAt)
        if (version > since && !there.contains(id))
            part.removed.push_back(id);
    return part;
}

Result<void> MarketAdServers::storeAll(const Found& found,
                                       std::span<const store::StoredEvent> events)
{
    store::Workspace& workspace = *found.market->workspace;
    for (const store::StoredEvent& event : events)
        while (!found.server->ring.push(store::factOf(event, *found.market->setup->vocabulary))) {
            if (const auto failure = workspace.failure())
                return *failure;
            std::this_thread::sleep_for(kRingWait);
        }
    const std::uint64_t last = events.back().sequence;
    while (found.market->events->committed(found.server->member.source) < last)
        if (auto written
            = workspace.writeAndWait([](store::Connection&) { return Result<void>(); });
            !written)
            return written;
    return {};
}

Result<std::uint64_t> MarketAdServers::store(const std::string& key,
                                             std::span<const store::StoredEvent> events)
{
    const auto found = find(key);
    if (!found)
        return found.error();
    const std::lock_guard one(found->server->mutex);
    if (!events.empty())
        if (auto stored = storeAll(*found, events); !stored)
            return stored.error();
    return found->server->remote->committed();
}

Result<void> MarketAdServers::report(const std::string& key, model::QuotaReport report, double load)
{
    const auto found = find(key);
    if (!found)
        return found.error();
    RemoteServer& remote = *found->server->remote;
    if (remote.isGivenUp())
        return unknown(key);
    report.server = remote.source();
    remote.leaveReport(std::move(report), load);
    if (!found->server->isScheduled.exchange(true))
        m_access.with([&](Scheduler& scheduler, store::Workspace&) {
            scheduler.join(std::make_shared<RemoteLink>(found->server->remote));
        });
    return {};
}

Result<void> MarketAdServers::leave(const std::string& key)
{
    const auto found = find(key);
    if (!found)
        return found.error();
    const scheduling::AdServerMember& member = found->server->member;
    const Market& market = *found->market;
    const auto all
        = readRun(*market.workspace, market.name, *market.setup, member.run, member.source);
    if (!all)
        return all.error();
    Result<void> left;
    m_access.with([&](Scheduler& scheduler, store::Workspace&) { left = scheduler.leave(*all); });
    if (!left)
        return left;
    left = market.workspace->writeAndWait([&](store::Connection& connection) {
        return scheduling::endMember(connection, key, m_clock.now());
    });
    if (!left)
        return left;
    {
        const std::lock_guard lock(m_mutex);
        if (m_servers.erase(key) == 0)
            return {}; // the market ends at the same time
    }
    found->server->remote->setLine({});
    m_access.journal("Ad servers", member.name + " left");
    const std::lock_guard last(found->server->mutex);
    return market.events->detach(member.source);
}

std::vector<AdServerView> MarketAdServers::list() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<AdServerView> views;
    for (const auto& [key, server] : m_servers) {
        AdServerView view = server->remote->view();
        view.key = key;
        view.address = server->member.address;
        view.joinedAt = server->member.joinedAt;
        views.push_back(std::move(view));
    }
    std::ranges::sort(views, {}, &AdServerView::source);
    return views;
}

} // namespace gavel::runtime
