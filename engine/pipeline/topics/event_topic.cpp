// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/topics/event_topic.h"

#include "engine/base/json.h"
#include "engine/base/money.h"
#include "engine/model/attributed_by.h"
#include "engine/pipeline/topics/topic_tables.h"
#include "engine/store/event_key.h"
#include "engine/store/workspace.h"

namespace gavel::pipeline {

namespace {

using model::EventKind;
using store::NameKind;

constexpr std::string_view kEventTopic = "events";
constexpr std::uint64_t kPruneEvery = 1'000;

/// What its amount is, by what it is called outside; amounts of money as exact texts.
void addAmount(boost::json::object& fields, const store::LoggedEvent& event)
{
    switch (event.kind) {
    case EventKind::RequestCount:
        fields["count"] = event.amount;
        break;
    case EventKind::Bid:
    case EventKind::Win:
    case EventKind::Impression:
        fields["price"] = base::formatDecimal(event.amount, 9, 2);
        break;
    case EventKind::Conversion:
        fields["value"] = base::formatDecimal(event.amount, 6, 2);
        break;
    case EventKind::Viewable:
    case EventKind::Click:
        break;
    }
}

} // namespace

Result<void> EventTopic::begin(store::Connection& reader)
{
    auto places = readPlaces(reader, kEventTopic);
    auto last = reader.prepare("SELECT first, source, sequence, events, (SELECT min(first) FROM "
                               "event_span) FROM event_span ORDER BY first DESC LIMIT 1");
    if (!places || !last)
        return !places ? places.error() : last.error();
    const auto row = last->step();
    if (!row)
        return row.error();
    if (*row) {
        m_last = {static_cast<std::uint64_t>(last->integer(0)),
                  static_cast<std::uint32_t>(last->integer(1)),
                  static_cast<std::uint64_t>(last->integer(2)),
                  static_cast<std::uint64_t>(last->integer(3))};
        m_oldest = static_cast<std::uint64_t>(last->integer(4));
    }
    m_hasBegun = places->has_value();
    m_places = places->value_or(CountedTo());
    m_isRead = true;
    return {};
}

Result<KeptPlaces> EventTopic::look(store::Workspace& workspace, store::Connection& reader, TimeMs)
{
    if (!m_isRead)
        if (auto begun = begin(reader); !begun)
            return begun.error();
    m_words.refresh();
    CountedTo places = m_places;
    const auto spans = newSpans(reader, places);
    if (!spans)
        return spans.error();
    for (const Span& span : *spans)
        places[span.source] = span.sequence + span.events - 1;
    if (!spans->empty() || !m_hasBegun) {
        auto kept = workspace.writeAndWait(
            [&](store::Connection& connection) { return keep(connection, *spans, places); });
        if (!kept) {
            m_isRead = false;
            return kept.error();
        }
        m_hasBegun = true;
    }
    m_places = std::move(places);
    return KeptPlaces{m_oldest, m_last.first + m_last.events - (m_last.first > 0 ? 1 : 0)};
}

/// Behind those that have places, at most a part of what each source has.
Result<std::vector<EventTopic::Span>> EventTopic::newSpans(store::Connection& reader,
                                                           const CountedTo& places)
{
    const auto sources = readLogSources(reader);
    if (!sources)
        return sources.error();
    std::vector<Span> spans;
    for (const LogSource& source : *sources) {
        m_sources[source.source] = source;
        if (!m_markets.contains(source.run)) {
            auto scopes = Scopes::read(reader);
            if (!scopes)
                return scopes.error();
            m_markets = std::move(scopes->marketOf);
        }
        const auto known = places.find(source.source);
        const std::uint64_t after = known == places.end() ? 0 : known->second;
        if (source.last <= after)
            continue;
        // What there was before anybody asked is taken as it is.
        const auto to
            = m_hasBegun ? unbroken(reader, source, after) : Result<std::uint64_t>(source.last);
        if (!to)
            return to.error();
        if (*to > after)
            spans.push_back({0, source.source, after + 1, *to - after});
    }
    return spans;
}

/// The last event behind `after` that none is missing before.
Result<std::uint64_t> EventTopic::unbroken(store::Connection& reader, const LogSource& source,
                                           std::uint64_t after) const
{
    const auto find = reader.cached(
        "SELECT max(key) FROM (SELECT key, row_number() OVER (ORDER BY key) AS n FROM event "
        "WHERE key > $1 AND key <= $2) WHERE key = $1 + n");
    if (!find)
        return find.error();
    const std::uint64_t to = std::min(source.last, after + kMostAtOnce);
    const auto row
        = (*find)
              ->bindAll(store::eventKey(source.source, after), store::eventKey(source.source, to))
              .step();
    if (!row)
        return row.error();
    const bool isThere = *row && !(*find)->isNull(0);
    const auto last = static_cast<std::uint64_t>((*find)->integer(0)) & store::kMostSequence;
    (*find)->reset();
    return isThere ? last : after;
}

Result<void> EventTopic::keep(store::Connection& connection, const std::vector<Span>& spans,
                              const CountedTo& places)
{
    const auto write
        = connection.cached("INSERT INTO event_span (first, source, sequence, events) "
                            "VALUES ($1, $2, $3, $4) "
                            "ON CONFLICT (first) DO UPDATE SET events = excluded.events");
    if (!write)
        return write.error();
    for (const Span& span : spans) {
        const bool goesOn = span.source == m_last.source
            && span.sequence == m_last.sequence + m_last.events && m_last.first > 0;
        if (goesOn)
            m_last.events += span.events;
        else
            m_last = {m_last.first > 0 ? m_last.first + m_last.events : 1, span.source,
                      span.sequence, span.events};
        if (auto written
            = (*write)->bindAll(m_last.first, m_last.source, m_last.sequence, m_last.events).run();
            !written)
            return written;
    }
    if (++m_kept % kPruneEvery == 0) {
        const auto pruned = connection.execute(
            "DELETE FROM event_span WHERE first < (SELECT first FROM event_span "
            "ORDER BY first DESC LIMIT 1 OFFSET "
            + std::to_string(kMostSpans - 1) + ")");
        const auto oldest = connection.integer("SELECT min(first) FROM event_span");
        if (!pruned || !oldest)
            return !pruned ? pruned.error() : oldest.error();
        m_oldest = static_cast<std::uint64_t>(*oldest);
    }
    return keepPlaces(connection, kEventTopic, places);
}

Result<std::vector<PlacedMessage>> EventTopic::read(store::Connection& reader, std::uint64_t after,
                                                    std::size_t most)
{
    auto find = reader.prepare("SELECT first, source, sequence, events FROM event_span "
                               "WHERE first + events - 1 > $1 AND first >= ifnull((SELECT "
                               "max(first) FROM event_span WHERE first <= $1), 0) ORDER BY first");
    if (!find)
        return find.error();
    find->bindAll(after);
    std::vector<PlacedMessage> messages;
    while (messages.size() < most) {
        const auto row = find->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto first = static_cast<std::uint64_t>(find->integer(0));
        const auto source = static_cast<std::uint32_t>(find->integer(1));
        const auto sequence = static_cast<std::uint64_t>(find->integer(2));
        const auto events = static_cast<std::uint64_t>(find->integer(3));
        const std::uint64_t from = sequence + (after >= first ? after - first + 1 : 0);
        Result<void> made;
        const auto read = eachLogged(
            reader, m_sources[source].run, source, from - 1, sequence + events - 1,
            [&](const store::LoggedEvent& event) {
                auto message = messageOf(reader, event);
                if (message)
                    messages.push_back({first + event.sequence - sequence, std::move(*message)});
                else
                    made = message.error();
                return made && messages.size() < most;
            });
        if (!read || !made)
            return !read ? read.error() : made.error();
    }
    return messages;
}

Result<Message> EventTopic::messageOf(store::Connection& reader, const store::LoggedEvent& event)
{
    const auto ad = m_words.adOf(reader, event);
    const auto publisher = m_words.publisherOf(reader, event);
    const auto campaign = m_words.text(reader, NameKind::Campaign, event.campaign);
    if (!ad || !publisher || !campaign)
        return !ad ? ad.error() : !publisher ? publisher.error() : campaign.error();
    Message message;
    message.kind = MessageKind::Event;
    message.at = event.at;
    message.event = model::kEventNames[static_cast<std::size_t>(event.kind)];
    message.campaign = *campaign;
    message.source = m_sources[event.source].name;
    message.isQuarantined = event.uncharged && event.kind != EventKind::Win;
    auto& fields = message.fields;
    fields["sequence"] = event.sequence;
    const auto market = m_markets.find(event.run);
    const bool isOutside = market != m_markets.end() && market->second == kOutsideMarket;
    if (market != m_markets.end())
        fields["market"] = market->second;
    const std::pair<const char*, std::pair<NameKind, std::uint32_t>> kNamed[]{
        {"ad", {NameKind::Ad, *ad}},
        {"creative", {NameKind::Creative, event.creative}},
        {"publisher", {NameKind::Publisher, *publisher}},
        {"placement", {NameKind::Placement, event.placement}},
        {"country", {NameKind::Country, event.country}},
        {"device", {NameKind::Device, event.device}}};
    for (const auto& [key, name] : kNamed) {
        auto text = m_words.text(reader, name.first, name.second);
        if (!text)
            return text.error();
        if (!text->empty())
            fields[key] = *text;
    }
    const auto segments = m_words.segments(reader, event.audience);
    if (!segments)
        return segments.error();
    if (!segments->empty())
        fields["segments"] = base::textArray(*segments);
    if (event.auction != 0)
        fields["auction"] = std::to_string(event.auction);
    if (isOutside && event.kind >= EventKind::Click && event.bid != 0)
        fields["attributed"] = model::kAttributedByNames[static_cast<std::size_t>(event.bid)];
    addAmount(fields, event);
    if (event.uncharged)
        fields[message.isQuarantined ? "quarantined" : "uncharged"] = true;
    return message;
}

} // namespace gavel::pipeline
