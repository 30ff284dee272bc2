// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline's life and its replay. What it reads by itself is in pipeline_sources.cpp, what
// people see in pipeline_views.cpp, what they repair in pipeline_repairs.cpp.
#include "engine/runtime/desks/event_pipeline.h"

#include "engine/pipeline/counters/recount.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <fstream>

namespace gavel::runtime {

namespace {

std::string textOfFile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

void EventPipeline::Known::add(std::span<const model::Campaign> campaigns,
                               std::span<const model::Placement> placements)
{
    using model::AdField;
    for (const model::Campaign& campaign : campaigns) {
        m_things[AdField::CampaignId][campaign.id]
            = {{AdField::AdvertiserId, campaign.advertiserId}};
        m_things[AdField::AdvertiserId][campaign.advertiserId];
        for (const model::Ad& ad : campaign.ads) {
            m_things[AdField::AdvertisementId][ad.id] = {
                {AdField::CampaignId, campaign.id}, {AdField::AdvertiserId, campaign.advertiserId}};
            for (const model::Creative& creative : ad.creatives)
                m_things[AdField::CreativeId][creative.id]
                    = {{AdField::AdvertisementId, ad.id}, {AdField::CampaignId, campaign.id}};
        }
    }
    for (const model::Placement& placement : placements) {
        m_things[AdField::Placement][placement.id]
            = {{AdField::PublisherId, placement.publisherId}};
        m_things[AdField::PublisherId][placement.publisherId];
    }
}

bool EventPipeline::Known::isKnown(model::AdField field, std::string_view text) const
{
    const auto things = m_things.find(field);
    return things != m_things.end() && things->second.find(text) != things->second.end();
}

std::string_view EventPipeline::Known::ownerOf(model::AdField field, std::string_view text,
                                               model::AdField owner) const
{
    const auto things = m_things.find(field);
    if (things == m_things.end())
        return {};
    const auto thing = things->second.find(text);
    if (thing == things->second.end())
        return {};
    const auto found = thing->second.find(owner);
    return found == thing->second.end() ? std::string_view() : found->second;
}

EventPipeline::EventPipeline(Parts parts)
    : m_parts(std::move(parts))
{
}

Result<std::unique_ptr<EventPipeline>> EventPipeline::open(Parts parts)
{
    std::unique_ptr<EventPipeline> pipeline(new EventPipeline(std::move(parts)));
    if (auto begun = pipeline->begin(); !begun)
        return begun.error();
    return pipeline;
}

Result<void> EventPipeline::begin()
{
    const std::string rules = textOfFile(m_parts.rulesFile);
    if (rules.empty())
        return Error{"RULES_MISSING", m_parts.rulesFile.string(), "the rules cannot be read",
                     "install Gavel again"};
    auto intake = pipeline::Intake::open({m_parts.workspace, m_parts.events, m_parts.counters,
                                          m_known, m_parts.clock, rules, m_parts.isClosed});
    if (!intake)
        return intake.error();
    m_intake = std::move(*intake);
    m_addresses = std::make_unique<AddressFeeder>(*m_intake, m_parts.clock);
    for (const auto& source : m_intake->status().sources)
        if (auto begun = goOn(source.row); !begun)
            return begun;
    return {};
}

EventPipeline::~EventPipeline()
{
    cancelReplay();
    if (m_replayThread.joinable())
        m_replayThread.join();
    m_feeders.clear();
    m_addresses.reset();
    m_intake.reset();
}

Result<void> EventPipeline::learn(std::uint32_t run, std::span<const model::Campaign> campaigns,
                                  std::span<const model::Placement> placements)
{
    m_intake->withJudge([&](pipeline::Judge&) { m_known.add(campaigns, placements); });
    return m_parts.counters.learn(run, campaigns, placements);
}

void EventPipeline::say(const std::string& level, const std::string& words) const
{
    m_parts.say({m_parts.clock.now(), "pipeline", level, "Pipeline", words});
}

Result<void> EventPipeline::startReplay(const std::string& actor)
{
    const std::lock_guard lock(m_replayMutex);
    if (m_replay.isRunning)
        return Error{"REPLAY_RUNS", "replay", "the log is being counted",
                     "wait until it is done, or cancel it"};
    if (m_replayThread.joinable())
        m_replayThread.join();
    m_replay = {};
    m_replay.isRunning = true;
    m_replay.what = "all counters";
    m_replay.beganAt = m_parts.clock.now();
    m_replayEnds = false;
    say("info", "the log is counted anew by " + actor);
    m_replayThread = std::thread([this] {
        const auto swapped = pipeline::recount(m_parts.workspace, m_parts.counters,
                                               [this](std::uint64_t done, std::uint64_t total) {
                                                   const std::lock_guard progress(m_replayMutex);
                                                   m_replay.done = done;
                                                   m_replay.total = total;
                                                   return !m_replayEnds;
                                               });
        const std::lock_guard end(m_replayMutex);
        m_replay.isRunning = false;
        m_replay.wasCancelled = !swapped && swapped.error().code == "CANCELLED";
        if (swapped)
            m_replay.outcome = std::to_string(swapped->counters) + " counters, "
                + (swapped->differing == 0 ? "none" : std::to_string(swapped->differing))
                + " differed";
        else
            m_replay.outcome = toString(swapped.error());
        const bool isWell = swapped ? swapped->differing == 0 : m_replay.wasCancelled;
        say(isWell ? "info" : "bad", "the log was counted anew: " + m_replay.outcome);
    });
    return {};
}

void EventPipeline::cancelReplay()
{
    m_replayEnds = true;
}

ReplayStatus EventPipeline::replay() const
{
    const std::lock_guard lock(m_replayMutex);
    return m_replay;
}

} // namespace gavel::runtime
