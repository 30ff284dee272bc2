// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/openrtb_desk.h"

#include "engine/dmp/audience.h"
#include "engine/exchange/clearing.h"
#include "engine/gateway/http/envelope.h"

#include <algorithm>
#include <array>

namespace gavel::gateway {

namespace {

/// A token says which place, its turn, and which impression.
constexpr unsigned kImpressionBits = 8;
constexpr unsigned kPlaceBits = 24;
constexpr std::size_t kMostPending = 4'096;

constexpr std::array kRoutes{
    Route{
        Service::Exchange,
        Method::Post,
        "/openrtb2/auction",
        nullptr,
        "Auctions for an OpenRTB 2.6 request; 204 when nobody buys, for a test, and when no "
        "currency "
        "of cur has a rate. The market's rule holds, not at; its seats' deadlines hold, not tmax.",
        "200 204 400 503",
        {},
        R"({"id":"r1","imp":[{"id":"1","banner":{"w":728,"h":90},"bidfloor":0.5,"tagid":"banner_top_1"}],"device":{"devicetype":2,"geo":{"country":"USA"}},"user":{"id":"user-1"}})"},
};

std::uint64_t tokenOf(std::uint32_t turn, std::size_t place, std::size_t impression)
{
    return (std::uint64_t{turn} << (kPlaceBits + kImpressionBits)) | (place << kImpressionBits)
        | impression;
}

/// The rate of the first currency that the answer may be in: the market's own when it is among them
/// or none is named; nullopt when there is no rate for any.
std::optional<model::ExchangeRate> rateFor(const openrtb::Texts& currencies,
                                           const model::MarketSetup& setup)
{
    const auto isNamed = [&](Currency currency) {
        return std::ranges::find(currencies, currency.view()) != currencies.end();
    };
    if (currencies.empty() || isNamed(setup.currency))
        return model::ExchangeRate{setup.currency};
    const auto rate = std::ranges::find_if(setup.rates, isNamed, &model::ExchangeRate::from);
    return rate == setup.rates.end() ? std::nullopt : std::optional(*rate);
}

/// A price of the market in the currency of the rate, rounded down.
std::optional<Price> priceIn(const model::ExchangeRate& rate, Price price, Currency market)
{
    return exchange::convert(price, market, rate.from,
                             {{market, rate.denominator, rate.numerator}});
}

} // namespace

std::span<const Route> openRtbRoutes()
{
    return kRoutes;
}

OpenRtbDesk::OpenRtbDesk(Services& services, std::function<void()> drainSoon)
    : m_services(services)
    , m_drainSoon(std::move(drainSoon))
    , m_creatives(services.engine, services.clock)
{
}

OpenRtbDesk::~OpenRtbDesk()
{
    if (m_port)
        m_port->close();
}

bool OpenRtbDesk::hasMarket()
{
    auto setup = m_services.engine.setup();
    if (setup && setup == m_setup && m_port && m_port->isOpen())
        return true;
    giveUpAll();
    m_setup = std::move(setup);
    if (!m_setup)
        return false;
    m_encoder.emplace(*m_setup, m_services.engine.advertiserDomains());
    m_creatives.clear();
    m_port = m_services.engine.openLivePort(m_drainSoon);
    return m_port != nullptr;
}

/// The market that these were sent to is gone.
void OpenRtbDesk::giveUpAll()
{
    for (std::size_t place = 0; place < m_pending.size(); ++place) {
        auto& pending = m_pending[place];
        if (!pending.reply)
            continue;
        overload(*pending.reply);
        pending.reply.reset();
        m_free.push_back(place);
    }
}

void OpenRtbDesk::overload(const Reply& reply)
{
    m_services.openRtbOverload.fetch_add(1, std::memory_order_relaxed);
    reply.send(refusal(503, "SERVICE_UNAVAILABLE", "The market takes no more requests now",
                       m_services.clock.now()));
}

void OpenRtbDesk::take(const HttpRequest& request, const Reply& reply)
{
    m_services.openRtbRequests.fetch_add(1, std::memory_order_relaxed);
    const auto refuse = [&](const Error& error) {
        m_services.openRtbInvalid.fetch_add(1, std::memory_order_relaxed);
        reply.send(refusal(error, m_services.clock.now()));
    };
    const auto read = openrtb::parseBidRequest(request.body, m_parser);
    if (!read)
        return refuse(read.error());
    if (!hasMarket())
        return overload(reply);
    const auto rate = rateFor(read->currencies, *m_setup);
    if (read->test || !rate)
        return reply.send(answerNothing());
    auto opportunities = m_encoder->encode(*read, m_services.clock.now(), 0);
    if (!opportunities)
        return refuse(opportunities.error());
    if (read->user && !read->user->id.empty())
        if (const auto audience = m_services.engine.audience())
            for (auto& opportunity : *opportunities)
                audience->fill(opportunity, read->user->id);
    if (m_free.empty() && m_pending.size() == kMostPending)
        return overload(reply);
    const std::size_t place = claim();
    auto& pending = m_pending[place];
    pending.reply = reply;
    pending.requestId.assign(read->id);
    pending.rate = *rate;
    pending.impressionIds.clear();
    for (const auto& impression : read->impressions)
        pending.impressionIds.emplace_back(impression.id);
    submit(place, *opportunities);
}

std::size_t OpenRtbDesk::claim()
{
    if (m_free.empty()) {
        m_pending.emplace_back();
        return m_pending.size() - 1;
    }
    const std::size_t place = m_free.back();
    m_free.pop_back();
    return place;
}

void OpenRtbDesk::submit(std::size_t place, const std::vector<model::Opportunity>& opportunities)
{
    auto& pending = m_pending[place];
    ++pending.turn;
    pending.answers.assign(opportunities.size(), std::nullopt);
    pending.missing = 0;
    for (std::size_t i = 0; i < opportunities.size(); ++i)
        if (m_port->submit(tokenOf(pending.turn, place, i), opportunities[i]))
            ++pending.missing;
    if (pending.missing > 0)
        return;
    overload(*pending.reply);
    pending.reply.reset();
    m_free.push_back(place);
}

void OpenRtbDesk::drain()
{
    if (m_port)
        m_port->drain([this](const runtime::LiveAnswer& answer) { onAnswer(answer); });
}

void OpenRtbDesk::onAnswer(const runtime::LiveAnswer& answer)
{
    const auto place
        = static_cast<std::size_t>((answer.token >> kImpressionBits) & ((1U << kPlaceBits) - 1));
    const auto impression = static_cast<std::size_t>(answer.token & ((1U << kImpressionBits) - 1));
    auto& pending = m_pending[place];
    if (!pending.reply || pending.turn != answer.token >> (kPlaceBits + kImpressionBits))
        return;
    pending.answers[impression] = answer;
    if (--pending.missing > 0)
        return;
    finish(pending);
    pending.reply.reset();
    m_free.push_back(place);
}

void OpenRtbDesk::finish(Pending& pending)
{
    const auto& names = *m_setup->vocabulary;
    m_response.id = pending.requestId;
    m_response.currency = pending.rate.from;
    m_response.seats.clear();
    m_bidIds.assign(pending.answers.size(), {});
    bool refused = true;
    for (std::size_t i = 0; i < pending.answers.size(); ++i) {
        const auto& answer = pending.answers[i];
        refused = refused && (!answer || answer->refused);
        if (!answer || answer->refused || answer->clearing.winner < 0)
            continue;
        const auto price = priceIn(pending.rate, answer->clearing.price, m_setup->currency);
        if (!price)
            continue;
        const auto& bid = answer->bids[static_cast<std::size_t>(answer->clearing.winner)];
        const auto& shown = m_creatives.find(bid, names);
        m_bidIds[i] = auctionName(answer->row.id);
        openrtb::ResponseBid out;
        out.id = m_bidIds[i];
        out.impressionId = pending.impressionIds[i];
        out.price = *price;
        out.markup = shown.markup;
        out.advertiserDomain = shown.domain;
        out.campaignId = shown.campaignId;
        out.creativeId = shown.creativeId;
        out.category = shown.category;
        out.dealId = names.of(model::Dimension::Deal).text(bid.deal);
        out.width = shown.width;
        out.height = shown.height;
        out.markupType = shown.type;
        const auto seat = names.seats.text(bid.seat);
        const auto same = std::ranges::find(m_response.seats, seat, &openrtb::ResponseSeat::seat);
        if (same != m_response.seats.end())
            same->bids.push_back(out);
        else
            m_response.seats.push_back({seat, {out}});
    }
    if (refused)
        return overload(*pending.reply);
    if (m_response.seats.empty())
        return pending.reply->send(answerNothing());
    m_response.bidId = m_bidIds.front();
    HttpResponse response;
    openrtb::writeBidResponse(m_response, response.body);
    pending.reply->send(std::move(response));
}

} // namespace gavel::gateway
