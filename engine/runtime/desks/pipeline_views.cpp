// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of the pipeline.
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/runtime/desks/event_pipeline.h"
#include "engine/runtime/desks/pipeline_words.h"
#include "engine/store/connection.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <set>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kFreshMs = 30 * base::kSecondMs;
constexpr std::int64_t kBehindMs = 5 * base::kMinuteMs;
constexpr std::size_t kChartMinutes = 90;

StageView viewOf(const pipeline::Intake::Stage& stage, std::uint64_t parts)
{
    return {stage.total, stage.backlog, stage.limit, stage.p99Ms, parts};
}

Freshness freshnessOf(TimeMs lastAt, TimeMs now)
{
    if (lastAt.value == 0)
        return Freshness::Idle;
    const std::int64_t age = now - lastAt;
    return age <= kFreshMs ? Freshness::Fresh
                           : (age <= kBehindMs ? Freshness::Behind : Freshness::Stale);
}

std::int64_t lastFullMinute(TimeMs now)
{
    return base::floorDivide(now.value, base::kMinuteMs) - 1;
}

/// What the market's rings brought. What a ring jumped over has come as far as that and is missing.
pipeline::Flow flowOf(const store::EventWriter::Counts& ring)
{
    pipeline::Flow flow;
    flow.received = static_cast<std::int64_t>(ring.taken + ring.gaps);
    flow.stored = static_cast<std::int64_t>(ring.stored);
    flow.duplicate = static_cast<std::int64_t>(ring.duplicates);
    return flow;
}

/// By name of the collector.
Result<std::map<std::string, pipeline::Flow>> readMinute(store::Connection& reader,
                                                         std::int64_t minute)
{
    auto statement = reader.prepare(
        "SELECT received, stored, duplicate, dead, refused, repaired, quarantined, name "
        "FROM flow_minute JOIN collector ON id = collector WHERE minute = $1");
    if (!statement)
        return statement.error();
    statement->bindAll(minute);
    std::map<std::string, pipeline::Flow> flows;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return flows;
        pipeline::Flow& flow
            = flows[std::string(statement->text(static_cast<int>(pipeline::Flow::kFields.size())))];
        int column = 0;
        for (const auto field : pipeline::Flow::kFields)
            flow.*field = statement->integer(column++);
    }
}

pipeline::LetterQuery queryOf(const DeadQuery& query)
{
    pipeline::LetterQuery asked;
    asked.rule = query.rule;
    asked.source = query.source;
    asked.text = query.text;
    asked.state = query.state;
    asked.from = query.from;
    asked.to = query.to;
    asked.beforeId = std::min<std::uint64_t>(query.beforeId, INT64_MAX);
    asked.most = query.most;
    return asked;
}

} // namespace

PipelineStatus EventPipeline::statusInMemory() const
{
    PipelineStatus status;
    status.at = m_parts.clock.now();
    const auto intake = m_intake->status();
    const auto ring = m_parts.events.counts();
    std::uint64_t repairs = 0;
    std::uint64_t rules = 0;
    m_intake->withJudge([&](const pipeline::Judge& judge) {
        status.rulesVersion = judge.rules().version;
        rules = judge.rules().rules.size();
        for (const auto& rule : judge.rules().rules)
            repairs += rule.repairs.empty() ? 0 : 1;
    });
    constexpr std::uint64_t kTransformSteps = 3; // normalise, derive, attribute to a session
    const auto place = [&](PipelineStage stage) -> StageView& {
        return status.stages[static_cast<std::size_t>(stage)];
    };
    place(PipelineStage::Collect) = viewOf(intake.collect, intake.sources.size());
    place(PipelineStage::Validate) = viewOf(intake.validate, rules);
    place(PipelineStage::Repair) = viewOf(intake.repair, repairs);
    place(PipelineStage::Transform) = viewOf(intake.transform, kTransformSteps);
    place(PipelineStage::Store) = viewOf(intake.store, 1);
    // What the market's own ad servers tell comes judged, by rings, and only needs to be stored.
    place(PipelineStage::Collect).total += ring.taken + ring.waiting;
    place(PipelineStage::Store).total += ring.stored;
    place(PipelineStage::Store).backlog += ring.waiting;
    status.turnedAway = static_cast<std::uint64_t>(intake.turnedAway);
    status.sinceStart = completenessOf(intake.flow);
    status.sinceStart += completenessOf(flowOf(ring));
    return status;
}

/// What is on its way to subscribers. Members of a group have its numbers in common.
void EventPipeline::addSubscribers(PipelineStatus& status) const
{
    StageView& stage = status.stages[static_cast<std::size_t>(PipelineStage::Distribute)];
    std::set<std::string> groups;
    for (const SubscriberView& subscriber : m_parts.subscribers.subscribers()) {
        stage.parts += subscriber.isEnabled ? 1 : 0;
        if (!subscriber.isEnabled || !groups.insert(subscriber.group).second)
            continue;
        stage.total += subscriber.counts.messages;
        stage.backlog += subscriber.lag;
        status.retries += subscriber.counts.retries;
    }
}

PipelineStatus EventPipeline::status() const
{
    PipelineStatus status = statusInMemory();
    addSubscribers(status);
    const std::vector<SourceView> all = sources();
    status.stages[static_cast<std::size_t>(PipelineStage::Collect)].parts = all.size();
    status.minute = {lastFullMinute(status.at) * base::kMinuteMs};
    for (const SourceView& source : all) {
        status.lastMinute += source.lastMinute;
        if (source.lastMinute.missing() != 0)
            status.incomplete.push_back(source.name);
    }
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return status;
    if (const auto open = reader->integer("SELECT count(*) FROM dead_letter WHERE state = 'open'"))
        status.deadLetters = static_cast<std::uint64_t>(*open);
    if (const auto states = pipeline::readBatchStates(*reader))
        status.batches = *states;
    return status;
}

std::vector<SourceView> EventPipeline::sources() const
{
    const TimeMs now = m_parts.clock.now();
    std::vector<SourceView> views;
    if (auto market = marketSource(now))
        views.push_back(std::move(*market));
    for (const auto& source : m_intake->status().sources) {
        SourceView& view = views.emplace_back();
        view.name = source.row.name;
        view.collector = source.row.kind;
        view.freshness = freshnessOf(source.lastAt, now);
        view.lastAt = source.lastAt;
        view.counts = completenessOf(source.flow);
        view.isPaused = source.row.isPaused;
        addReading(view, now);
    }
    addMinutes(views, now);
    return views;
}

void EventPipeline::addMinutes(std::vector<SourceView>& views, TimeMs now) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return;
    const auto flows = readMinute(*reader, lastFullMinute(now));
    if (!flows)
        return;
    for (SourceView& view : views)
        if (const auto flow = flows->find(view.name); flow != flows->end())
            view.lastMinute = completenessOf(flow->second);
}

/// Of a file or an address: how far it is read, and what is wrong.
void EventPipeline::addReading(SourceView& view, TimeMs now) const
{
    if (const auto status = m_addresses->status(view.name)) {
        view.mayPause = true;
        view.error = status->error;
        view.checkpoint = status->place;
        view.headers = status->headers;
        // Nothing new is no fault of an address that answers in time.
        view.freshness = freshnessOf(status->nextGoodAt, std::max(now, status->nextGoodAt));
    } else if (!addFileReading(view)) {
        return;
    }
    if (!view.error.empty())
        view.freshness = Freshness::Failed;
    if (view.isPaused)
        view.freshness = Freshness::Off;
}

bool EventPipeline::addFileReading(SourceView& view) const
{
    const std::lock_guard lock(m_feedersMutex);
    const auto feeder = std::ranges::find_if(
        m_feeders, [&](const auto& one) { return one->name() == view.name; });
    if (feeder == m_feeders.end())
        return false;
    const auto status = (*feeder)->status();
    view.mayPause = true;
    view.error = status.error;
    view.checkpoint = status.place;
    view.progress = status.progress;
    if (status.isDone)
        view.freshness = Freshness::Idle;
    return true;
}

// The market's ad servers bring theirs by rings. Nobody notes when, so that the time is that of the
// first look at which there was more.
std::optional<SourceView> EventPipeline::marketSource(TimeMs now) const
{
    const auto ring = m_parts.events.counts();
    const std::lock_guard lock(m_ringMutex);
    if (ring.taken != m_ringTaken) {
        m_ringTaken = ring.taken;
        m_ringAt = now;
    }
    m_ringMinutes.note(now, flowOf(ring));
    if (m_ringAt.value == 0)
        return std::nullopt;
    SourceView market;
    market.name = m_parts.marketName();
    market.collector = "ring";
    market.freshness = freshnessOf(m_ringAt, now);
    market.lastAt = m_ringAt;
    market.counts = completenessOf(flowOf(ring));
    market.lastMinute = completenessOf(m_ringMinutes.minute(lastFullMinute(now)));
    return market;
}

DeadPage EventPipeline::deadLetters(const DeadQuery& query) const
{
    DeadPage page;
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return page;
    const auto asked = queryOf(query);
    auto all = asked; // whatever page is shown
    all.beforeId = pipeline::LetterQuery().beforeId;
    if (const auto groups = pipeline::readLetterGroups(*reader, all))
        for (const auto& group : *groups) {
            page.count += group.count;
            page.groups.push_back({group.rule, group.newest.reason, group.newest.source,
                                   group.newest.value, group.newest.firstAt, group.count,
                                   group.sources});
        }
    if (const auto letters = pipeline::readLetters(*reader, asked))
        for (const auto& letter : *letters)
            page.letters.push_back(viewOf(letter));
    const std::int64_t minute = base::floorDivide(m_parts.clock.now().value, base::kMinuteMs);
    page.chartFrom = {(minute - static_cast<std::int64_t>(kChartMinutes) + 1) * base::kMinuteMs};
    if (auto minutes = pipeline::readLetterMinutes(*reader, all, page.chartFrom, kChartMinutes))
        page.perMinute = std::move(*minutes);
    return page;
}

Result<DeadLetter> EventPipeline::deadLetter(std::uint64_t id) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto letter = pipeline::readLetter(*reader, id);
    if (!letter)
        return letter.error();
    return viewOf(*letter);
}

std::vector<BatchView> EventPipeline::batches(std::size_t most) const
{
    std::vector<BatchView> views;
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return views;
    if (const auto rows = pipeline::readBatches(*reader, most))
        for (const auto& row : *rows)
            views.push_back(viewOf(row));
    return views;
}

Result<BatchView> EventPipeline::batch(std::uint64_t id) const
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto row = pipeline::readBatch(*reader, id);
    if (!row)
        return row.error();
    BatchView view = viewOf(*row);
    for (const auto& step : row->steps)
        view.steps.push_back({step.state, step.at, step.detail});
    return view;
}

std::vector<std::uint32_t> EventPipeline::scopes(store::Connection& reader) const
{
    std::vector<std::uint32_t> found;
    const std::string running = m_parts.marketName();
    if (const auto all = pipeline::Scopes::read(reader))
        for (const std::string_view market : {std::string_view(running), pipeline::kOutsideMarket})
            if (const std::uint32_t scope = all->newestOf(market); scope != 0)
                found.push_back(scope);
    return found;
}

} // namespace gavel::runtime
