// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/adservers/ad_server_client.h"

#include "engine/base/json.h"
#include "engine/gateway/adservers/market_messages.h"
#include "engine/gateway/adservers/quota_messages.h"
#include "engine/gateway/remote/remote_client.h"
#include "engine/simulation/replay/event_line.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::int64_t kTimeoutMs = 5'000;
constexpr auto kTurnEvery = std::chrono::milliseconds(20);
constexpr auto kAfterFailure = std::chrono::milliseconds(500);
constexpr std::int64_t kSignEveryNanos = 1'000'000'000;
constexpr std::size_t kEventsAtOnce = 2'000;
constexpr int kLogTries = 1'000;
constexpr auto kLogWait = std::chrono::milliseconds(5);

Error foreign()
{
    return {"GRANT_FOREIGN", "key", "this ad server has joined under another key",
            "send it to the server that has this key"};
}

bool isUnknown(const Error& error)
{
    return error.code == "AD_SERVER_NOT_FOUND";
}

/// Processor time of this process, nanoseconds.
std::int64_t processNanos()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return used.tv_sec * 1'000'000'000LL + used.tv_nsec;
}

struct Shipped
{
    std::uint64_t committed = 0;
    std::uint64_t marketVersion = 0;
};

Result<Shipped> shippedFrom(std::string_view body)
{
    return base::readDocument(
        body, "answer", [](const json::value& value, std::vector<Error>& errors) {
            Shipped shipped;
            base::ObjectReader reader(value, "", errors);
            if (reader.isObject()) {
                reader.integer<std::uint64_t>("committed", shipped.committed, 0, UINT64_MAX,
                                              base::Need::Required);
                reader.integer<std::uint64_t>("market_version", shipped.marketVersion, 0,
                                              UINT64_MAX, base::Need::Required);
            }
            return shipped;
        });
}

} // namespace

AdServerClient::AdServerClient(Plan plan, runtime::Engine& engine)
    : m_plan(std::move(plan))
    , m_engine(engine)
{
}

AdServerClient::~AdServerClient()
{
    endThread();
}

Result<void> AdServerClient::start()
{
    if (auto joined = joinAnew(); !joined)
        return joined;
    m_thread = std::thread([this] { loop(); });
    return {};
}

void AdServerClient::endThread()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void AdServerClient::stop()
{
    endThread();
    if (!m_isJoined)
        return;
    Result<void> ended = halt();
    for (bool isAll = false; ended && !isAll;) {
        const auto shipped = ship(key(), m_source, m_shipped);
        if (shipped)
            isAll = *shipped;
        else
            ended = shipped.error();
    }
    if (ended)
        if (const auto left = call("DELETE", "/adservers/" + key()); !left)
            ended = left.error();
    if (!ended)
        m_plan.say("the rest stays in the workspace: " + toString(ended.error()));
}

std::string AdServerClient::key() const
{
    const std::lock_guard lock(m_mutex);
    return m_membership.key;
}

Result<RemoteAnswer> AdServerClient::call(std::string_view method, const std::string& path,
                                          const std::string& body, bool notFoundIsAnswer) const
{
    RemoteCall call;
    call.service = "market";
    call.address = m_plan.center;
    call.method = method;
    call.path = path;
    call.body = body;
    call.timeoutMs = kTimeoutMs;
    call.notFoundIsAnswer = notFoundIsAnswer;
    return callRemote(call);
}

Result<void> AdServerClient::halt()
{
    m_engine.pause();
    const auto last = m_engine.joined().reportNow();
    if (!last)
        return last.error();
    for (int tries = 0; last->lastSequence > 0 && tries < kLogTries; ++tries) {
        const auto there = m_engine.joined().events(m_source, last->lastSequence - 1, 1);
        if (!there)
            return there.error();
        if (!there->empty())
            return {};
        std::this_thread::sleep_for(kLogWait);
    }
    if (last->lastSequence > 0)
        return Error{"DATABASE_ERROR", "workspace", "the last events are not durable yet",
                     "see whether the disk keeps up"};
    return {};
}

/// Memberships of earlier processes on this workspace: their events are sent to the end.
Result<void> AdServerClient::sendLeftovers()
{
    const auto logs = m_engine.joined().logs();
    if (!logs)
        return logs.error();
    for (const auto& log : *logs) {
        std::uint64_t shipped = 0;
        Result<bool> done = false;
        while (done && !*done)
            done = ship(log.key, log.source, shipped);
        if (done)
            if (const auto left = call("DELETE", "/adservers/" + log.key); !left)
                done = left.error();
        if (!done && !isUnknown(done.error()))
            return done.error();
        if (done)
            m_plan.say(std::to_string(shipped) + " events of " + log.key + " are with the market");
    }
    return {};
}

Result<void> AdServerClient::joinAnew()
{
    if (auto sent = sendLeftovers(); !sent)
        return sent;
    return join();
}

Result<void> AdServerClient::join()
{
    m_isJoined = false;
    const auto answer
        = call("POST", "/adservers",
               json::serialize(json::object{{"name", m_plan.name}, {"address", m_plan.address}}));
    if (!answer)
        return answer.error();
    const auto membership = membershipFrom(answer->body);
    if (!membership)
        return membership.error();
    {
        const std::lock_guard lock(m_mutex);
        m_membership = *membership;
    }
    auto begun = begin();
    if (!begun) { // half a member would hold money that nobody reports
        static_cast<void>(halt());
        static_cast<void>(sendLeftovers());
        static_cast<void>(call("DELETE", "/adservers/" + membership->key));
        return begun;
    }
    m_isJoined = true;
    m_plan.say("joined " + m_plan.center + " as " + membership->key);
    return {};
}

Result<void> AdServerClient::begin()
{
    m_version = 0;
    if (auto fetched = fetch(0); !fetched)
        return fetched;
    const auto logs = m_engine.joined().logs();
    if (!logs)
        return logs.error();
    m_source = logs->empty() ? 0 : logs->back().source;
    m_shipped = 0;
    auto first = m_engine.joined().reportNow();
    if (!first)
        return first.error();
    m_report = std::move(*first);
    return report();
}

/// Reads every page, then lets the engine start or follow.
Result<void> AdServerClient::fetch(std::uint64_t since)
{
    const std::lock_guard one(m_marketMutex);
    if (since != 0 && m_version > since)
        return {}; // another has just done so
    runtime::MarketPart market;
    std::vector<model::Campaign> campaigns;
    std::uint64_t version = 0;
    std::string after;
    do {
        const auto answer = call("GET",
                                 "/adservers/" + key() + "/market?since=" + std::to_string(since)
                                     + "&after=" + after);
        if (!answer)
            return answer.error();
        auto part = marketFrom(answer->body);
        if (!part)
            return part.error();
        // A change between two pages is fetched again: the first page's version is what is known.
        version = after.empty() ? part->version : version;
        after = part->next;
        std::ranges::move(part->campaigns, std::back_inserter(campaigns));
        market = std::move(*part);
    } while (!after.empty());
    auto done = since == 0 ? m_engine.joined().start(m_membership, market, campaigns)
                           : m_engine.joined().follow(market, campaigns, market.removed);
    if (!done)
        return done;
    m_version = version;
    return {};
}

Result<runtime::GrantAnswers> AdServerClient::take(std::string_view body)
{
    auto keyed = grantsFrom(body, *m_engine.vocabulary());
    if (!keyed)
        return keyed.error();
    if (keyed->key != key())
        return foreign();
    if (const std::uint64_t known = m_version; known != 0 && keyed->message.marketVersion > known) {
        if (auto fetched = fetch(known); !fetched)
            return fetched.error();
        keyed = grantsFrom(body, *m_engine.vocabulary()); // campaigns that are new here by now
        if (!keyed)
            return keyed.error();
    }
    return m_engine.joined().give(keyed->message);
}

Result<bool> AdServerClient::ship(const std::string& key, std::uint32_t source,
                                  std::uint64_t& shipped)
{
    const auto events = m_engine.joined().events(source, shipped, kEventsAtOnce);
    if (!events)
        return events.error();
    std::string body;
    for (const store::StoredEvent& event : *events) {
        body += simulation::eventLine(event);
        body += '\n';
    }
    const auto answer = call("POST", "/adservers/" + key + "/events", body);
    if (!answer)
        return answer.error();
    const auto told = shippedFrom(answer->body);
    if (!told)
        return told.error();
    m_toldNanos = base::monotonicNanos();
    const bool isAll = events->size() < kEventsAtOnce
        && (events->empty() || told->committed >= events->back().sequence);
    shipped = std::max(shipped, told->committed);
    if (const std::uint64_t known = m_version; known != 0 && told->marketVersion > known)
        if (auto fetched = fetch(known); !fetched)
            return fetched.error();
    return isAll;
}

double AdServerClient::loadSince()
{
    const std::int64_t cpu = processNanos();
    const std::int64_t wall = base::monotonicNanos();
    const auto passed = static_cast<double>(wall - m_loadWallNanos);
    const double load = m_loadWallNanos == 0 || passed <= 0
        ? 0
        : static_cast<double>(cpu - m_loadCpuNanos) / passed
            / std::max(1U, std::thread::hardware_concurrency());
    m_loadCpuNanos = cpu;
    m_loadWallNanos = wall;
    return std::clamp(load, 0.0, 1.0);
}

/// In parts; the market takes them together.
Result<void> AdServerClient::report()
{
    const double load = loadSince();
    const auto names = m_engine.vocabulary();
    for (std::size_t first = 0;;) {
        json::object part = reportValue(*m_report, first, kReportedAtOnce, *names);
        part["load"] = load;
        first = part.at("next").to_number<std::size_t>();
        const auto answer = call("POST", "/adservers/" + key() + "/report", json::serialize(part));
        if (!answer)
            return answer.error();
        if (first == 0)
            break;
    }
    m_report.reset();
    return {};
}

Result<void> AdServerClient::turn()
{
    if (auto newest = m_engine.joined().takeReport())
        m_report = std::move(newest);
    const bool isSign = base::monotonicNanos() - m_toldNanos > kSignEveryNanos;
    const auto waiting = m_engine.joined().events(m_source, m_shipped, 1);
    if (!waiting)
        return waiting.error();
    if (!waiting->empty() || isSign)
        if (const auto shipped = ship(key(), m_source, m_shipped); !shipped)
            return shipped.error();
    if (m_report && m_report->lastSequence <= m_shipped)
        return report();
    return {};
}

void AdServerClient::loop()
{
    std::unique_lock lock(m_stopMutex);
    auto pause = kTurnEvery;
    while (!m_wake.wait_for(lock, pause, [this] { return m_stop; })) {
        lock.unlock();
        auto turned = m_isJoined ? turn() : joinAnew();
        if (!turned && m_isJoined && isUnknown(turned.error())) {
            m_plan.say("the market does not know this ad server any more; it joins anew");
            turned = halt();
            if (turned)
                turned = joinAnew();
        }
        if (m_wasHeard != turned.has_value())
            m_plan.say(turned ? "the market answers again" : toString(turned.error()));
        m_wasHeard = turned.has_value();
        pause = turned ? kTurnEvery : std::chrono::duration_cast<decltype(pause)>(kAfterFailure);
        lock.lock();
    }
}

} // namespace gavel::gateway
