// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/collector.h"

#include "engine/base/json.h"
#include "engine/gateway/collector/metric_keys.h"
#include "engine/gateway/collector/push_request.h"
#include "engine/gateway/collector/stream_message.h"
#include "engine/gateway/collector/stream_session.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/http/router.h"
#include "engine/gateway/live/live.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/store/workspace.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/json.hpp>
#include <boost/url/pct_string_view.hpp>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using model::AdField;
using pipeline::GivenField;
using pipeline::Offer;
using pipeline::OfferOutcome;

constexpr std::string_view kBase = "/api/v1/events";
constexpr std::string_view kMetrics = "/api/v1/metrics";
constexpr unsigned kRetrySeconds = 1;
constexpr unsigned kRetryClosedSeconds = 60; ///< a person has shut the intake down
constexpr std::uint64_t kMostBody = 8 << 20;
constexpr std::size_t kMostKeys = 1'000;
constexpr std::size_t kMostStreams = 256; ///< at a time
constexpr std::size_t kMostStreamSources = 64;
constexpr std::string_view kStreamKind = "stream";
// A transparent GIF of one pixel.
constexpr std::string_view kPixel{"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0!\xf9\x04\x01\0\0\0\0,"
                                  "\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;",
                                  43};

HttpResponse plain(unsigned status, std::string_view text)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

HttpResponse pixel()
{
    HttpResponse response;
    response.contentType = "image/gif";
    response.body = kPixel;
    return response;
}

/// What kind of event a path tells; "" = the event says it itself, nullopt = no such path.
std::optional<std::string_view> typeOfPath(std::string_view path)
{
    if (path == "/ad")
        return "";
    if (path == "/ad/impression")
        return "IMPRESSION";
    if (path == "/ad/click")
        return "CLICK";
    if (path == "/ad/conversion")
        return "CONVERSION";
    return std::nullopt;
}

} // namespace

struct Collector::State : std::enable_shared_from_this<Collector::State>
{
    State(runtime::Engine& market, const LiveOptions& listening)
        : engine(market)
        , live(std::make_unique<Live>(market.topics(), clock, listening))
    {
    }
    Result<void> addSources();
    void handle(const HttpRequest& request, const Reply& reply);
    void push(const HttpRequest& request, const Reply& reply, std::string_view type);
    void pushMany(const HttpRequest& request, const Reply& reply);
    void pushPixel(const HttpRequest& request, const Reply& reply);
    void take(Offer offer, const Reply& reply,
              std::function<HttpResponse(const OfferOutcome&)> answerOf);
    void stream(const HttpRequest& request, const Reply& reply);
    void openStream(const std::string& source, std::vector<GivenField> given, const Reply& reply);
    Result<pipeline::CollectorRow> streamSource(const std::string& name);
    /// Done in the readers' thread.
    void later(std::function<void()> work);
    void read(const Reply& reply, std::string path);
    /// Of a path behind kMetrics, percent-encoded.
    HttpResponse metrics(const std::string& encoded) const;
    HttpResponse refused(const Error& error) const;
    Offer offerOf(const HttpRequest& request, std::uint32_t collector) const;

    runtime::Engine& engine;
    base::SystemClock clock;
    std::uint32_t pushed = 0; ///< the collectors that lines are offered as
    std::uint32_t pixels = 0;
    boost::asio::thread_pool readers{1};
    std::shared_ptr<AnswerGate> gate = std::make_shared<AnswerGate>(); ///< of offers
    std::shared_ptr<std::atomic<std::size_t>> streams
        = std::make_shared<std::atomic<std::size_t>>(0);
    std::unique_ptr<Live> live;
    std::unique_ptr<HttpServer> server;
};

Result<void> Collector::State::addSources()
{
    for (const auto& [name, kind, id] :
         {std::tuple("push", "push", &pushed), std::tuple("pixel", "pixel", &pixels)}) {
        const auto row = engine.intake().collector(name, kind, "{}");
        if (!row)
            return row.error();
        *id = row->id;
    }
    return {};
}

HttpResponse Collector::State::refused(const Error& error) const
{
    const bool isClosed = error.code == "INTAKE_CLOSED";
    if (error.code != "OVERLOADED" && !isClosed)
        return refusal(error, clock.now());
    auto response = refusal(isClosed ? 503 : 429, error.code, error.what, clock.now());
    response.retryAfterSeconds = isClosed ? kRetryClosedSeconds : kRetrySeconds;
    return response;
}

void Collector::State::handle(const HttpRequest& request, const Reply& reply)
{
    if (gate->isClosed())
        return reply.send(
            refusal(503, "SERVICE_UNAVAILABLE", "The collector does not run now", clock.now()));
    std::string path;
    ServiceCall call;
    if (!splitTarget(request.target, path, call))
        return reply.send(refusal(400, "INVALID_REQUEST", "The target is not a path", clock.now()));
    const bool isPost = request.method == Method::Post;
    const bool isGet = request.method == Method::Get || request.method == Method::Head;
    if (path == "/health" && isGet)
        return reply.send(plain(200, "Data Collector Service is healthy"));
    std::string_view rest = path;
    if (rest == Live::kBase || rest.starts_with(std::string(Live::kBase) + "/"))
        return live->handle(rest.substr(Live::kBase.size()), call, request, reply);
    if (rest.starts_with(kMetrics) && isGet)
        return read(reply, std::string(rest.substr(kMetrics.size())));
    if (!rest.starts_with(kBase))
        return reply.send(refusal(404, "PATH_NOT_FOUND", "Not Found", clock.now()));
    rest.remove_prefix(kBase.size());
    if (rest == "/health" && isGet)
        return reply.send(plain(200, "Data Collector Service is healthy"));
    if (rest == "/pixel.gif" && isGet)
        return pushPixel(request, reply);
    if (rest == "/stream" && isGet)
        return stream(request, reply);
    const auto type = typeOfPath(rest);
    if (!type && rest != "/batch")
        return reply.send(refusal(404, "PATH_NOT_FOUND", "Not Found", clock.now()));
    if (!isPost) {
        auto response = refusal(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", clock.now());
        response.allow = "POST";
        return reply.send(std::move(response));
    }
    if (type)
        push(request, reply, *type);
    else
        pushMany(request, reply);
}

Offer Collector::State::offerOf(const HttpRequest& request, std::uint32_t collector) const
{
    Offer offer;
    offer.collector = collector;
    offer.received = clock.now();
    offer.origin = std::string(name(request.method)) + " "
        + std::string(request.target.substr(0, request.target.find('?')));
    offer.given = givenBySender(request);
    offer.given.push_back({AdField::Timestamp, std::to_string(offer.received.value), false, false});
    return offer;
}

void Collector::State::push(const HttpRequest& request, const Reply& reply, std::string_view type)
{
    Offer offer = offerOf(request, pushed);
    if (!type.empty())
        offer.given.push_back({AdField::EventType, std::string(type), true, false});
    offer.lines.push_back({std::string(request.body), 0, 0, {}});
    take(std::move(offer), reply, [this](const OfferOutcome& outcome) {
        if (outcome.dead.empty())
            return plain(200, "Event collected successfully");
        const auto& dead = outcome.dead.front();
        return refusal(400, "INVALID_EVENT", dead.reason, clock.now(),
                       {{"rule", dead.rule}, {"field", dead.field}, {"kept", true}});
    });
}

void Collector::State::pushMany(const HttpRequest& request, const Reply& reply)
{
    auto lines = eventsOf(request.body);
    if (!lines) {
        engine.intake().countRefused(pushed, 1);
        return reply.send(refused(lines.error()));
    }
    Offer offer = offerOf(request, pushed);
    offer.lines = std::move(*lines);
    take(std::move(offer), reply,
         [](const OfferOutcome& outcome) { return answer(outcomeObject(outcome)); });
}

void Collector::State::pushPixel(const HttpRequest& request, const Reply& reply)
{
    auto event = eventOfQuery(request.target);
    if (!event) {
        engine.intake().countRefused(pixels, 1);
        return reply.send(refused(event.error()));
    }
    Offer offer = offerOf(request, pixels);
    offer.given.push_back({AdField::EventType, "IMPRESSION", false, false});
    offer.lines.push_back({std::move(*event), 0, 0, {}});
    // A page shows the picture whatever becomes of its event, which is kept as a dead letter.
    take(std::move(offer), reply, [](const OfferOutcome&) { return pixel(); });
}

void Collector::State::take(Offer offer, const Reply& reply,
                            std::function<HttpResponse(const OfferOutcome&)> answerOf)
{
    if (!gate->enter())
        return reply.send(refused(
            {"SERVICE_UNAVAILABLE", "collector", "it does not run now", "send it again later"}));
    offer.done = [self = shared_from_this(), reply,
                  answers = std::move(answerOf)](const Result<OfferOutcome>& outcome) {
        reply.send(outcome ? answers(*outcome) : self->refused(outcome.error()));
        self->gate->leave();
    };
    if (auto taken = engine.intake().offer(std::move(offer)); !taken) {
        reply.send(refused(taken.error()));
        gate->leave();
    }
}

void Collector::State::stream(const HttpRequest& request, const Reply& reply)
{
    if (!request.wantsWebSocket)
        return reply.send(refusal(426, "UPGRADE_REQUIRED", "Open it as a WebSocket", clock.now()));
    const auto source = streamSourceOf(request.target);
    if (!source)
        return reply.send(refused(source.error()));
    // A source may be new, and is durable before its first event.
    later([self = shared_from_this(), name = *source, given = givenBySender(request), reply] {
        self->openStream(name, given, reply);
    });
}

void Collector::State::openStream(const std::string& source, std::vector<GivenField> given,
                                  const Reply& reply)
{
    if (*streams >= kMostStreams) {
        auto full = refusal(503, "OVERLOADED", "Too many streams are open", clock.now());
        full.retryAfterSeconds = kRetrySeconds;
        return reply.send(std::move(full));
    }
    const auto row = streamSource(source);
    if (!row)
        return reply.send(refused(row.error()));
    reply.upgrade(
        [parts = StreamSession::Parts{engine.intake(), clock, gate, streams, row->id, source,
                                      row->position, std::move(given)}](Upgrade upgrade) {
            std::make_shared<StreamSession>(std::move(upgrade), parts)->start();
        });
}

Result<pipeline::CollectorRow> Collector::State::streamSource(const std::string& name)
{
    std::size_t known = 0;
    for (const auto& source : engine.intake().status().sources) {
        known += source.row.kind == kStreamKind ? 1 : 0;
        if (source.row.name != name)
            continue;
        if (source.row.kind == kStreamKind)
            return source.row;
        return Error{"INVALID_REQUEST", "source", "\"" + name + "\" is a source of another kind",
                     "name another one"};
    }
    if (known >= kMostStreamSources)
        return Error{"INVALID_REQUEST", "source", "there are 64 streams by name already",
                     "use one of them"};
    return engine.intake().collector(name, kStreamKind, "{}");
}

void Collector::State::later(std::function<void()> work)
{
    boost::asio::post(readers, std::move(work));
}

void Collector::State::read(const Reply& reply, std::string path)
{
    later([self = shared_from_this(), reply, asked = std::move(path)] {
        reply.send(self->metrics(asked));
    });
}

HttpResponse Collector::State::metrics(const std::string& encoded) const
{
    const auto decoded = boost::urls::make_pct_string_view(encoded);
    if (!decoded)
        return refusal(400, "KEY_WRONG", "The key is not percent-encoded as it should be",
                       clock.now());
    std::string path;
    decoded->decode({}, boost::urls::string_token::assign_to(path));
    auto reader = engine.workspace().reader();
    if (!reader)
        return refused(reader.error());
    const auto scopes = engine.countedScopes();
    if (path.size() > 1 && path.ends_with('*')) {
        const auto found
            = metricsUnder(*reader, scopes, path.substr(1, path.size() - 2), kMostKeys);
        if (!found)
            return refused(found.error());
        json::object values;
        for (const auto& [key, value] : *found)
            values[key] = value;
        return answer(json::object{{"metrics", std::move(values)}});
    }
    if (path.size() > 1) {
        const std::string key = path.substr(1);
        const auto value = metricOf(*reader, scopes, key);
        if (!value)
            return value.error().code == "METRIC_NOT_FOUND"
                ? refusal(404, "METRIC_NOT_FOUND", value.error().what, clock.now())
                : refused(value.error());
        return answer(json::object{{"key", key}, {"value", *value}});
    }
    return refusal(400, "KEY_WRONG",
                   "A key is missing: ask for /ad:metrics:{id}:clicks, or for all that begin so "
                   "with a * at the end",
                   clock.now());
}

Result<std::unique_ptr<Collector>> Collector::start(runtime::Engine& engine, ServerOptions options,
                                                    const LiveOptions& live)
{
    auto state = std::make_shared<State>(engine, live);
    if (auto added = state->addSources(); !added)
        return added.error();
    options.limits.bodyBytes = kMostBody;
    auto server = HttpServer::start(
        std::move(options), [raw = state.get()](const HttpRequest& request, const Reply& reply) {
            raw->handle(request, reply);
        });
    if (!server)
        return server.error();
    state->server = std::move(*server);
    return std::unique_ptr<Collector>(new Collector(std::move(state)));
}

Collector::Collector(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

// Answers come from the writer's thread and need their connections: none is waited for any more
// when the server stops.
Collector::~Collector()
{
    m_state->gate->close();
    m_state->readers.join();
    m_state->server->stop();
    m_state->live.reset(); // its clients' sockets are of the server's thread
    m_state->server.reset();
}

std::uint16_t Collector::port() const
{
    return m_state->server->ports().front();
}

} // namespace gavel::gateway
