// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feeders/address_feeder.h"

#include "engine/runtime/feeders/offered_lines.h"

#include <algorithm>
#include <chrono>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kMostWaitMs = 10 * base::kSecondMs; ///< the clock may be set
constexpr std::int64_t kStoreAgainMs = 5 * base::kSecondMs;
constexpr std::size_t kShownCursor = 40;

/// Without the address, in which there may be a secret.
std::string wordsOf(const Error& error)
{
    return error.code + ": " + error.what + (error.advice.empty() ? "" : "; " + error.advice);
}

} // namespace

AddressFeeder::AddressFeeder(pipeline::Intake& intake, const base::Clock& clock)
    : m_intake(intake)
    , m_clock(clock)
{
}

void AddressFeeder::add(const pipeline::CollectorRow& row)
{
    auto polled = std::make_shared<Polled>();
    polled->row = row;
    polled->durable = row.checkpoint;
    polled->isPaused = row.isPaused;
    polled->status.place = placeOf(row.checkpoint);
    auto order = PollOrder::read(row.settings);
    if (order) {
        polled->order = std::move(*order);
        for (const auto& header : polled->order.settings.headers)
            polled->status.headers.push_back(header.first);
        auto source = open(*polled);
        if (source)
            polled->source.emplace(std::move(*source));
        else
            polled->status.error = wordsOf(source.error());
    } else {
        polled->status.error = wordsOf(order.error());
    }
    const std::lock_guard lock(m_mutex);
    m_all.push_back(std::move(polled));
    m_isNews = true;
    m_wake.notify_all();
}

Result<pipeline::PollSource> AddressFeeder::open(const Polled& polled) const
{
    const auto seed = static_cast<std::uint64_t>(m_clock.now().value) ^ polled.row.id;
    return pipeline::PollSource::open(polled.order.settings, polled.durable, seed);
}

std::shared_ptr<AddressFeeder::Polled> AddressFeeder::find(const std::string& name) const
{
    const auto found
        = std::ranges::find_if(m_all, [&](const auto& polled) { return polled->row.name == name; });
    return found == m_all.end() ? nullptr : *found;
}

bool AddressFeeder::setPaused(const std::string& name, bool paused)
{
    const std::lock_guard lock(m_mutex);
    const auto polled = find(name);
    if (!polled)
        return false;
    polled->isPaused = paused;
    m_isNews = true;
    m_wake.notify_all();
    return true;
}

bool AddressFeeder::remove(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    const auto polled = find(name);
    if (!polled)
        return false;
    polled->isRemoved = true;
    std::erase(m_all, polled);
    m_wake.notify_all();
    return true;
}

bool AddressFeeder::restart(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    const auto polled = find(name);
    if (!polled)
        return false;
    if (polled->isAsked)
        polled->isRestarted = true;
    else
        beginAnew(*polled);
    m_isNews = true;
    m_wake.notify_all();
    return true;
}

void AddressFeeder::beginAnew(Polled& polled) const
{
    polled.isRestarted = false;
    polled.status.answers = 0;
    polled.notBefore = polled.source ? polled.source->askedUntil() : TimeMs{INT64_MIN};
    if (auto again = open(polled); again)
        polled.source.emplace(std::move(*again));
}

std::optional<AddressFeeder::Status> AddressFeeder::status(const std::string& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto polled = find(name);
    return polled ? std::optional(polled->status) : std::nullopt;
}

TimeMs AddressFeeder::dueAt(const Polled& polled)
{
    return std::max(polled.source->dueAt(), polled.notBefore);
}

bool AddressFeeder::isReady(const Polled& polled)
{
    return !polled.isAsked && !polled.isPaused && polled.source;
}

/// The one that has waited longest.
std::shared_ptr<AddressFeeder::Polled> AddressFeeder::nextDue(TimeMs now) const
{
    std::shared_ptr<Polled> first;
    for (const auto& polled : m_all)
        if (isReady(*polled) && dueAt(*polled) <= now && (!first || dueAt(*polled) < dueAt(*first)))
            first = polled;
    return first;
}

std::int64_t AddressFeeder::waitMs(TimeMs now) const
{
    std::int64_t wait = kMostWaitMs;
    for (const auto& polled : m_all)
        if (isReady(*polled))
            wait = std::min(wait, dueAt(*polled) <= now ? 1 : dueAt(*polled) - now);
    return wait;
}

std::optional<PollAsk> AddressFeeder::next(const std::stop_token& stop)
{
    Held lock(m_mutex);
    while (!stop.stop_requested()) {
        const TimeMs now = m_clock.now();
        m_isNews = false;
        if (const auto polled = nextDue(now)) {
            polled->isAsked = true;
            return PollAsk{polled->row.id, polled->row.name, *polled->source->decide(now),
                           polled->order.allow()};
        }
        m_wake.wait_for(lock, stop, std::chrono::milliseconds(waitMs(now)),
                        [this] { return m_isNews; });
    }
    return std::nullopt;
}

void AddressFeeder::take(const PollAsk& ask, const Result<pipeline::FetchedPage>& answer,
                         const std::stop_token& stop)
{
    Held lock(m_mutex);
    const auto polled = find(ask.source);
    if (!polled || polled->row.id != ask.collector || !polled->isAsked)
        return; // it was removed
    if (answer || answer.error().code != "CALL_STOPPED") {
        lock.unlock();
        auto page = polled->source->take(answer, m_clock.now());
        const std::string checkpoint = page ? page->checkpoint : std::string();
        auto stored = page ? store(*polled, std::move(*page), stop) : Result<void>(page.error());
        lock.lock();
        const TimeMs now = m_clock.now();
        if (stored) {
            polled->durable = checkpoint;
            polled->status.place = placeOf(checkpoint);
            polled->status.nextGoodAt = now + polled->order.settings.everyMs;
        } else if (page) { // it is behind what was not stored
            if (auto again = open(*polled); again)
                polled->source.emplace(std::move(*again));
            polled->notBefore = now + kStoreAgainMs;
        }
        polled->status.error = stored ? std::string() : wordsOf(stored.error());
        ++polled->status.answers;
        polled->status.dueAt = std::max(now, dueAt(*polled));
    }
    polled->isAsked = false;
    if (polled->isRestarted)
        beginAnew(*polled);
    m_isNews = true;
    m_wake.notify_all();
}

// A page without lines is not stored: after a restart it is asked for again, and is as empty.
Result<void> AddressFeeder::store(const Polled& polled, pipeline::PolledPage page,
                                  const std::stop_token& stop)
{
    if (page.lines.empty())
        return {};
    pipeline::Offer offer;
    offer.collector = polled.row.id;
    offer.received = m_clock.now();
    offer.origin = polled.order.shownAddress();
    offer.checkpoint = std::move(page.checkpoint);
    offer.lines = offeredLines(std::move(page.lines));
    for (;;) {
        const auto stored = m_intake.offerAndWait(offer);
        if (stored)
            return {};
        if (stored.error().code != "OVERLOADED")
            return stored.error();
        Held lock(m_mutex);
        m_wake.wait_for(lock, stop, std::chrono::milliseconds(kOfferAgainMs),
                        [&] { return polled.isRemoved; });
        if (polled.isRemoved || stop.stop_requested())
            return stored.error();
    }
}

std::string AddressFeeder::placeOf(std::string_view checkpoint)
{
    const auto read = pipeline::readPollCheckpoint(checkpoint, "checkpoint");
    if (!read)
        return {};
    std::string place = "event " + std::to_string(read->events);
    if (!read->cursor.empty())
        place += ", cursor " + pipeline::makeLine(0, read->cursor).text.substr(0, kShownCursor);
    return place;
}

} // namespace gavel::runtime
