// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/batch_store.h"

#include "engine/base/digest.h"
#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/pipeline/counters/counter_book.h"
#include "engine/store/connection.h"

#include <boost/json.hpp>

#include <map>

namespace gavel::pipeline {

namespace {

using model::BatchState;
using model::EventKind;

std::uint64_t hashOf(std::string_view text)
{
    return hash128(text).low;
}

Flow flowOf(LineFate fate, bool isRepaired)
{
    Flow flow;
    flow.received = 1;
    flow.stored = fate == LineFate::Stored || fate == LineFate::Quarantined ? 1 : 0;
    flow.duplicate = fate == LineFate::Duplicate ? 1 : 0;
    flow.dead = fate == LineFate::Dead ? 1 : 0;
    flow.repaired = flow.stored == 1 && isRepaired ? 1 : 0;
    flow.quarantined = fate == LineFate::Quarantined ? 1 : 0;
    return flow;
}

} // namespace

struct BatchStore::Work
{
    store::Connection& connection;
    CollectorRow& collector;
    PreparedBatch& batch;
    std::uint64_t id = 0; ///< of the batch
    std::uint64_t firstEvent = 0;
    Flow flow; ///< of the batch, letters that were dead before included
    Flow minute; ///< of lines that are new
    std::map<std::int64_t, Flow> corrections; ///< of earlier minutes, by redriven letters
    FateBlock fates;
    base::Digest in;
    base::Digest out;
    std::vector<OfferOutcome> outcomes;
    std::uint8_t events = 0; ///< of the line that is stored
    TimeMs now; ///< of the last step
};

Result<std::vector<OfferOutcome>> BatchStore::store(store::Connection& connection,
                                                    CollectorRow& collector, PreparedBatch& batch)
{
    Work work{connection, collector, batch, 0, 0, {}, {}, {}, {}, {}, {}, {}, 0, {}};
    work.outcomes.resize(batch.offers.size());
    work.now = batch.track.steps().back().at;
    const auto id = connection.integer("SELECT coalesce(max(id), 0) + 1 FROM batch");
    if (!id)
        return id.error();
    work.id = static_cast<std::uint64_t>(*id);
    const bool stores = batch.track.state() == BatchState::StoragePending;
    if (stores)
        batch.track.move(BatchState::StorageInProgress, work.now);
    if (auto kept = storeBatch(work); !kept)
        return kept.error();
    for (PreparedLine& line : batch.lines)
        if (auto kept = storeLine(work, line); !kept)
            return kept.error();
    if (auto kept = m_ids.keep(connection); !kept)
        return kept.error();
    if (stores) {
        batch.track.move(BatchState::StorageCompleted, work.now);
        batch.track.move(BatchState::DistributionPending, work.now);
        batch.track.move(BatchState::DistributionInProgress, work.now);
        batch.track.move(BatchState::DistributionCompleted, work.now);
    }
    if (auto closed = close(work); !closed)
        return closed.error();
    const std::int64_t minute = base::floorDivide(batch.received.value, base::kMinuteMs);
    if (auto added = addFlow(connection, collector.id, minute, work.minute); !added)
        return added.error();
    for (const auto& [earlier, flow] : work.corrections)
        if (auto added = addFlow(connection, collector.id, earlier, flow); !added)
            return added.error();
    for (OfferOutcome& outcome : work.outcomes)
        outcome.batch = work.id;
    return std::move(work.outcomes);
}

Result<void> BatchStore::storeBatch(Work& work)
{
    const PreparedBatch& batch = work.batch;
    const auto add = work.connection.cached(
        "INSERT INTO batch (id, collector, origin, state, ended, opened_at, changed_at, rules, "
        "first_position, last_position, received, stored, duplicate, dead, repaired, quarantined, "
        "in_hash, out_hash, first_event, last_event, steps) VALUES ($1, $2, $3, $4, 0, $5, $6, "
        "$7, $8, $9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '[]')");
    if (!add)
        return add.error();
    std::uint64_t first = batch.lines.empty() ? 0 : batch.lines.front().position;
    std::uint64_t last = first;
    for (const PreparedLine& line : batch.lines) {
        first = std::min(first, line.position);
        last = std::max(last, line.position);
    }
    return (*add)
        ->bindAll(work.id, work.collector.id, batch.offers.front().origin,
                  static_cast<int>(batch.track.state()), batch.received.value, work.now.value,
                  batch.rules, first, last)
        .run();
}

Result<LineFate> BatchStore::storeEvents(Work& work, const PreparedLine& line)
{
    const auto isNew = m_ids.add(work.connection, line.fact.id);
    if (!isNew)
        return isNew.error();
    if (!*isNew)
        return LineFate::Duplicate;
    auto event = eventOf(work, line);
    if (!event)
        return event.error();
    const auto cause
        = m_attribution.causeOf(work.connection, *event, {line.fact.request, line.fact.auction},
                                work.batch.windows, m_counters.belongings());
    if (!cause)
        return cause.error();
    if (line.ifAttributed && !*cause) {
        m_ids.takeBack(line.fact.id); // so that it may come again
        return LineFate::Dead;
    }
    if (*cause)
        (*cause)->complete(*event);
    if (auto appended = append(work, line, *event); !appended)
        return appended.error();
    if (*cause)
        if (auto kept = keepCause(work.connection, *event, **cause); !kept)
            return kept.error();
    if (line.fact.isViewable && line.fact.kind == EventKind::Impression) {
        event->kind = EventKind::Viewable;
        event->amount = 1;
        if (auto appended = append(work, line, *event); !appended)
            return appended.error();
    }
    return line.fate == Fate::Quarantined ? LineFate::Quarantined : LineFate::Stored;
}

Result<void> BatchStore::storeLine(Work& work, PreparedLine& line)
{
    work.in.add(hashOf(line.original));
    work.events = 0;
    const Result<LineFate> stored
        = line.fate == Fate::Dead ? Result<LineFate>(LineFate::Dead) : storeEvents(work, line);
    if (!stored)
        return stored.error();
    const LineFate fate = *stored;
    const Flow flow = flowOf(fate, line.isRepaired);
    work.flow += flow;
    OfferOutcome& outcome = work.outcomes[line.offer];
    outcome.flow += flow;
    if (fate == LineFate::Dead)
        outcome.dead.push_back({line.inOffer, std::string(line.rule), std::string(line.field),
                                std::string(line.reason)});
    work.fates.add(fate, work.events);
    if (line.letter != 0) {
        const auto closed = closeLetter(work, line, fate);
        if (!closed)
            return closed.error();
        if (!*closed && fate != LineFate::Dead)
            work.minute += flow; // it came once more
        return {};
    }
    work.minute += flow;
    return fate == LineFate::Dead ? storeDead(work, line) : Result<void>();
}

Result<store::LoggedEvent> BatchStore::eventOf(Work& work, const PreparedLine& line)
{
    const AdFact& fact = line.fact;
    store::LoggedEvent event;
    event.run = work.collector.run;
    event.source = work.collector.source;
    event.kind = fact.kind;
    event.uncharged = line.fate == Fate::Quarantined;
    event.at = fact.at;
    event.user = fact.user;
    event.session = fact.session;
    switch (event.kind) {
    case EventKind::Impression:
        event.amount = fact.bid.nanos;
        break;
    case EventKind::Conversion:
        event.amount
            = fact.conversionValue.micros != 0 ? fact.conversionValue.micros : fact.revenue.micros;
        break;
    default:
        event.amount = 1;
    }
    using Name = std::tuple<store::NameKind, std::string_view, std::uint32_t*>;
    const std::string_view device = base::nameOf(fact.device, kDeviceClassNames);
    for (const auto& [kind, text, place] :
         {Name{store::NameKind::Campaign, fact.campaign, &event.campaign},
          Name{store::NameKind::Ad, fact.ad, &event.ad},
          Name{store::NameKind::Creative, fact.creative, &event.creative},
          Name{store::NameKind::Placement, fact.placement, &event.placement},
          Name{store::NameKind::Publisher, fact.publisher, &event.seller},
          Name{store::NameKind::Country, fact.country.view(), &event.country},
          Name{store::NameKind::Device, device, &event.device}}) {
        const auto found = m_names.number(work.connection, kind, text);
        if (!found)
            return found.error();
        *place = *found;
    }
    const auto audience = m_names.audienceOf(work.connection, fact.segments);
    if (!audience)
        return audience.error();
    event.audience = *audience;
    return event;
}

Result<void> BatchStore::append(Work& work, const PreparedLine& line, store::LoggedEvent& event)
{
    event.sequence = ++work.collector.sequence;
    if (work.firstEvent == 0)
        work.firstEvent = event.sequence;
    ++work.events;
    work.out.add(event.sequence);
    work.out.add(line.fact.id.high);
    work.out.add(line.fact.id.low);
    work.out.add(event.at.value);
    work.out.add(event.amount);
    m_attribution.told(event, line.fact.request);
    return m_appender.append(work.connection, event);
}

Result<void> BatchStore::storeDead(Work& work, const PreparedLine& line)
{
    const auto add = work.connection.cached(
        "INSERT INTO dead_letter (batch, collector, position, event, stage, rule, reason, field, "
        "value, original, given, state, attempts, first_at, changed_at, actor, note) VALUES ($1, "
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', 1, $12, $12, '', '')");
    if (!add)
        return add.error();
    boost::json::object given;
    const Offer& offer = work.batch.offers[line.offer];
    for (const GivenField& field : offer.given)
        if (field.value)
            given[model::kAdFieldNames[static_cast<std::size_t>(field.field)]]
                = boost::json::array{*field.value, field.wins};
    if (offer.header)
        given[""] = offer.headerText;
    return (*add)
        ->bindAll(work.id, work.collector.id, line.position, line.eventId, line.stage, line.rule,
                  line.reason, line.field, line.value, line.original,
                  base::jsonText(boost::json::value(std::move(given))), work.batch.received.value)
        .run();
}

// A letter that is stored now, or was a duplicate, leaves the dead of the minute in which it came.
// False: somebody closed it meanwhile.
Result<bool> BatchStore::closeLetter(Work& work, const PreparedLine& line, LineFate fate)
{
    const auto first = work.connection.cached(
        "SELECT first_at FROM dead_letter WHERE id = $1 AND state = 'open'");
    if (!first)
        return first.error();
    const auto found = (*first)->bindAll(line.letter).step();
    if (!found)
        return found.error();
    if (!*found)
        return false;
    const std::int64_t minute = base::floorDivide((*first)->integer(0), base::kMinuteMs);
    (*first)->reset();
    const auto keep = work.connection.cached(
        "UPDATE dead_letter SET state = $2, attempts = attempts + 1, changed_at = $3, actor = $4, "
        "stage = $5, rule = $6, reason = $7, field = $8, value = $9 WHERE id = $1");
    if (!keep)
        return keep.error();
    const bool isDead = fate == LineFate::Dead;
    if (!isDead) {
        Flow& flow = work.corrections[minute];
        flow.dead -= 1;
        (fate == LineFate::Duplicate ? flow.duplicate : flow.stored) += 1;
        flow.quarantined += fate == LineFate::Quarantined ? 1 : 0;
        flow.repaired += fate != LineFate::Duplicate && line.isRepaired ? 1 : 0;
        const auto done
            = work.connection.cached("UPDATE dead_letter SET state = 'redriven', attempts = "
                                     "attempts + 1, changed_at = $2, actor = $3 WHERE id = $1");
        if (!done)
            return done.error();
        (*done)->bindAll(line.letter, work.batch.received.value,
                         work.batch.offers[line.offer].actor);
        const auto ran = (*done)->run();
        return ran ? Result<bool>(true) : Result<bool>(ran.error());
    }
    (*keep)->bindAll(line.letter, "open", work.batch.received.value, "", line.stage, line.rule,
                     line.reason, line.field, line.value);
    const auto ran = (*keep)->run();
    return ran ? Result<bool>(true) : Result<bool>(ran.error());
}

Result<void> BatchStore::close(Work& work)
{
    boost::json::array steps;
    for (const BatchTrack::Step& step : work.batch.track.steps())
        steps.push_back(
            boost::json::array{static_cast<int>(step.state), step.at.value, step.detail});
    const BatchState state = work.batch.track.state();
    const auto keep = work.connection.cached(
        "UPDATE batch SET ended = $2, received = $3, stored = $4, duplicate = $5, dead = $6, "
        "repaired = $7, quarantined = $8, in_hash = $9, out_hash = $10, first_event = $11, "
        "last_event = $12, steps = $13 WHERE id = $1");
    if (!keep)
        return keep.error();
    const Flow& flow = work.flow;
    if (auto kept
        = (*keep)
              ->bindAll(work.id, state == BatchState::DistributionCompleted, flow.received,
                        flow.stored, flow.duplicate, flow.dead, flow.repaired, flow.quarantined,
                        work.in.value(), work.out.value(), work.firstEvent,
                        work.firstEvent == 0 ? 0 : work.collector.sequence,
                        base::jsonText(boost::json::value(std::move(steps))))
              .run();
        !kept)
        return kept;
    if (auto moved = moveBatch(work.connection, work.id, work.batch.track); !moved)
        return moved;
    const auto lines = work.connection.cached(
        "INSERT INTO batch_lines (batch, lines, fates) VALUES ($1, $2, $3)");
    if (!lines)
        return lines.error();
    const std::string fates = work.fates.pack();
    if (auto kept
        = (*lines)->bindAll(work.id, store::Blob{work.batch.block}, store::Blob{fates}).run();
        !kept)
        return kept;
    return keepPlace(work);
}

// The database sees every state, so that its rule can refuse a step that the table does not know.
Result<void> BatchStore::moveBatch(store::Connection& connection, std::uint64_t id,
                                   const BatchTrack& track)
{
    const auto move = connection.cached("UPDATE batch SET state = $2 WHERE id = $1");
    if (!move)
        return move.error();
    bool isBehind = false;
    for (const BatchTrack::Step& step : track.steps()) {
        if (isBehind)
            if (auto moved = (*move)->bindAll(id, static_cast<int>(step.state)).run(); !moved)
                return moved;
        isBehind = isBehind || step.state == BatchState::StorageInProgress;
    }
    return {};
}

Result<void> BatchStore::keepPlace(Work& work)
{
    for (const PreparedLine& line : work.batch.lines)
        if (line.letter == 0)
            work.collector.position = std::max(work.collector.position, line.position);
    for (const Offer& offer : work.batch.offers)
        if (!offer.checkpoint.empty())
            work.collector.checkpoint = offer.checkpoint;
    const auto keep = work.connection.cached(
        "UPDATE collector SET checkpoint = $2, position = $3 WHERE id = $1");
    if (!keep)
        return keep.error();
    return (*keep)
        ->bindAll(work.collector.id, work.collector.checkpoint, work.collector.position)
        .run();
}

} // namespace gavel::pipeline
