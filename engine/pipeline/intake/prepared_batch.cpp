// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/prepared_batch.h"

#include <algorithm>
#include <cassert>

namespace gavel::pipeline {

namespace {

constexpr std::string_view kByCollector = "collector";
constexpr std::string_view kByHand = "hand";

using model::BatchState;

/// Tabs and line ends part the changes, so they may not be in them.
void putCell(std::string& to, std::string_view text, char end)
{
    for (const char c : text)
        to += c == '\t' || c == '\n' ? ' ' : c;
    to += end;
}

void putChange(std::string& to, model::AdField field, std::string_view before,
               std::string_view after, std::string_view how)
{
    putCell(to, model::kAdFieldNames[static_cast<std::size_t>(field)], '\t');
    putCell(to, before, '\t');
    putCell(to, after, '\t');
    putCell(to, how, '\n');
}

} // namespace

void BatchTrack::move(BatchState to, TimeMs at, std::string detail)
{
    assert(model::mayMove(state(), to));
    m_steps.push_back({to, at, std::move(detail)});
}

PreparedBatch BatchMaker::make(std::vector<Offer> offers, std::uint64_t& nextPosition, TimeMs now)
{
    PreparedBatch batch;
    batch.collector = offers.front().collector;
    batch.rules = m_judge->rules().version;
    batch.windows = m_judge->rules().attribution;
    batch.received = offers.front().received;
    batch.track = BatchTrack(batch.received);
    batch.track.move(BatchState::CollectionInProgress, batch.received);
    batch.track.move(BatchState::ValidationPending, now);
    batch.track.move(BatchState::ValidationInProgress, now);
    batch.texts = std::make_unique<TextArena>();
    batch.offers = std::move(offers);
    std::size_t lines = 0;
    for (const Offer& offer : batch.offers)
        lines += offer.lines.size();
    batch.lines.reserve(lines);
    for (std::size_t o = 0; o < batch.offers.size(); ++o) {
        const Offer& offer = batch.offers[o];
        for (std::size_t i = 0; i < offer.lines.size(); ++i) {
            PreparedLine& line = batch.lines.emplace_back();
            line.offer = o;
            line.inOffer = i;
            line.letter = offer.lines[i].letter;
            line.position = offer.lines[i].position;
            if (line.position == 0)
                line.position = ++nextPosition;
            else if (line.letter == 0)
                nextPosition = std::max(nextPosition, line.position);
            judgeLine(batch, line, offer, offer.lines[i]);
        }
    }
    m_judge->clear();
    LineBlock block;
    for (const PreparedLine& line : batch.lines)
        block.add(line.position, line.original, line.changes);
    batch.block = block.pack();
    walk(batch, now);
    return batch;
}

void BatchMaker::judgeLine(PreparedBatch& batch, PreparedLine& line, const Offer& offer,
                           const OfferedLine& offered)
{
    TextArena& texts = *batch.texts;
    line.original = offered.text;
    line.stage = kRuleStageNames[0];
    line.rule = kUnreadable;
    if (!offered.fault.empty()) {
        line.reason = texts.keep(offered.fault);
        return;
    }
    model::AdEvent event;
    if (auto read = offer.header ? m_reader.readCsv(offered.text, *offer.header, event)
                                 : m_reader.readJson(offered.text, event);
        !read) {
        line.reason = texts.keep(toString(read.error()));
        return;
    }
    std::string changes;
    for (const GivenField& given : offer.given) {
        const std::string_view before = event[given.field];
        if (!given.wins && event.has(given.field) && !before.empty())
            continue;
        if (given.value && before == *given.value)
            continue;
        event[given.field] = given.value ? std::string_view(*given.value) : std::string_view();
        putChange(changes, given.field, before, event[given.field],
                  given.byHand ? kByHand : kByCollector);
        line.isRepaired = line.isRepaired || given.byHand;
    }
    const Received received{offer.received, m_source,
                            offered.origin.empty() ? std::string_view(offer.origin)
                                                   : std::string_view(offered.origin),
                            line.position, offered.text};
    const Verdict verdict = m_judge->judge(event, received);
    line.fate = verdict.fate;
    line.ifAttributed = verdict.ifAttributed && verdict.fate != Fate::Dead;
    for (const Change& change : verdict.changes) {
        putChange(changes, change.field, change.before, change.after,
                  m_judge->rules().rules[change.rule].id);
        line.isRepaired = true;
    }
    line.changes = texts.keep(changes);
    line.eventId = texts.keep(event[model::AdField::EventId]);
    line.rule = {};
    if (verdict.rule) {
        const Rule& rule = m_judge->rules().rules[*verdict.rule];
        line.stage = kRuleStageNames[static_cast<std::size_t>(rule.stage)];
        line.rule = texts.keep(rule.id);
        line.reason = texts.keep(line.ifAttributed
                                     ? rule.reason.en + ", and nothing is known that caused it"
                                     : rule.reason.en);
        line.field = model::kAdFieldNames[static_cast<std::size_t>(rule.field)];
        line.value = texts.keep(event[rule.field]);
    }
    if (line.fate != Fate::Dead)
        transformLine(batch, line, event, received);
}

void BatchMaker::transformLine(PreparedBatch& batch, PreparedLine& line,
                               const model::AdEvent& event, const Received& received)
{
    TextArena& texts = *batch.texts;
    const auto fact = transform(event, received);
    if (!fact) {
        line.fate = Fate::Dead;
        line.rule = "transform";
        line.field = texts.keep(fact.error().where);
        line.reason = texts.keep(toString(fact.error()));
        if (const auto field = model::adFieldOf(line.field))
            line.value = texts.keep(event[*field]);
        return;
    }
    line.fact = *fact;
    for (auto* text :
         {&line.fact.campaign, &line.fact.ad, &line.fact.creative, &line.fact.placement,
          &line.fact.publisher, &line.fact.advertiser, &line.fact.segments})
        *text = texts.keep(*text);
}

// A batch of which something is dead is repaired and looked at again; what is dead still waits for
// a person apart from the batch. Only when nothing is left the whole batch waits.
void BatchMaker::walk(PreparedBatch& batch, TimeMs now)
{
    const auto dead = static_cast<std::size_t>(
        std::count_if(batch.lines.begin(), batch.lines.end(),
                      [](const PreparedLine& line) { return line.fate == Fate::Dead; }));
    const auto repaired = static_cast<std::size_t>(
        std::count_if(batch.lines.begin(), batch.lines.end(),
                      [](const PreparedLine& line) { return line.isRepaired; }));
    BatchTrack& track = batch.track;
    if (dead > 0 || repaired > 0) {
        const bool all = dead == batch.lines.size();
        track.move(all ? BatchState::ValidationFailed : BatchState::ValidationPartial, now,
                   std::to_string(dead) + " dead, " + std::to_string(repaired) + " repaired");
        track.move(BatchState::DataRepair, now);
        if (all) {
            track.move(BatchState::ManualIntervention, now);
            return;
        }
        track.move(BatchState::ValidationPending, now);
        track.move(BatchState::ValidationInProgress, now);
    }
    track.move(BatchState::ValidationPassed, now);
    track.move(BatchState::TransformationPending, now);
    track.move(BatchState::TransformationInProgress, now);
    track.move(BatchState::TransformationCompleted, now);
    track.move(BatchState::StoragePending, now);
}

} // namespace gavel::pipeline
