// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_book.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/books/ring_minutes.h"
#include "engine/runtime/feeders/address_feeder.h"
#include "engine/runtime/feeders/file_feeder.h"
#include "engine/runtime/pipeline_desk.h"
#include "engine/runtime/snapshot.h"
#include "engine/runtime/subscriber_desk.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace gavel::store {
class EventWriter;
class Workspace;
} // namespace gavel::store

namespace gavel::runtime {

/// The event pipeline of a workspace, whatever market runs: what comes from outside, what became of
/// it, and where a number comes from.
class EventPipeline final : public PipelineDesk
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        store::EventWriter& events;
        pipeline::CounterBook& counters;
        const base::Clock& clock;
        std::filesystem::path rulesFile; ///< those a new workspace begins with
        std::function<std::string()> marketName; ///< of the market whose numbers are shown
        const SubscriberDesk& subscribers;
        /// What people are told of: a line for the event log.
        std::function<void(LogLine)> say;
        bool isClosed = false; ///< a person has shut the intake down
        bool isAtWork = true; ///< reads the files that were ordered
    };
    /// Reads on with the files of earlier times. The parts must outlive it.
    static Result<std::unique_ptr<EventPipeline>> open(Parts parts);
    ~EventPipeline() override;
    EventPipeline(const EventPipeline&) = delete;
    EventPipeline& operator=(const EventPipeline&) = delete;

    /// What a market's run has: before its first event, and again when it changes.
    Result<void> learn(std::uint32_t run, std::span<const model::Campaign> campaigns,
                       std::span<const model::Placement> placements);
    /// Where collectors of other rooms bring what they were told.
    pipeline::Intake& intake() { return *m_intake; }
    /// Which addresses are to be asked.
    PollFeed& polls() { return *m_addresses; }

    /// Ends the reading of a file, folder or address and begins it anew where it was. Errors:
    /// SOURCE_WRONG.
    Result<void> restartSource(const std::string& name);
    struct Feeding
    {
        std::uint64_t looks = 0; ///< whole ones, or answers of an address
        std::string place;
        std::string error; ///< of the newest; "" = it was good
    };
    /// How that reading goes since it began. Errors: SOURCE_WRONG.
    Result<Feeding> feeding(const std::string& name) const;

    /// `market` becomes the one that is meant. Errors: LINEAGE_WRONG.
    Result<std::vector<std::uint32_t>> tracedScopes(store::Connection& reader,
                                                    std::string& market) const;
    /// Of the counters that are shown.
    std::vector<std::uint32_t> scopes(store::Connection& reader) const;

    /// Without subscribers, and what only the file knows: cheap enough to be asked every second.
    PipelineStatus statusInMemory() const;
    PipelineStatus status() const override;
    std::vector<SourceView> sources() const override;
    DeadPage deadLetters(const DeadQuery& query) const override;
    Result<DeadLetter> deadLetter(std::uint64_t id) const override;
    std::vector<BatchView> batches(std::size_t most) const override;
    Result<BatchView> batch(std::uint64_t id) const override;
    RuleSetView rules() const override;
    Result<LineageView> lineage(const LineageQuery& query) const override;
    Result<std::vector<TouchedNumber>> touched(std::uint64_t batch) const override;

    Result<VerdictView> tryRepair(std::uint64_t letter,
                                  std::span<const FieldEdit> edits) const override;
    Result<RedriveOutcome> redrive(std::span<const std::uint64_t> letters,
                                   std::span<const FieldEdit> edits,
                                   const std::string& actor) override;
    Result<std::uint64_t> discard(std::span<const std::uint64_t> letters, const std::string& reason,
                                  const std::string& actor) override;

    Result<RuleSetView> checkRules(const std::string& json) const override;
    Result<RuleTrial> tryRules(const std::string& json, std::size_t lines) const override;
    Result<std::uint32_t> setRules(const std::string& json, const std::string& actor) override;

    Result<void> addSource(const SourceOrder& order, const std::string& actor) override;
    Result<void> pauseSource(const std::string& name, bool pause) override;
    Result<void> removeSource(const std::string& name, const std::string& actor) override;

    Result<void> startReplay(const std::string& actor) override;
    void cancelReplay() override;
    ReplayStatus replay() const override;

private:
    /// What the events of outside may name: what the market has. Changed between two batches.
    class Known final : public pipeline::Surroundings
    {
    public:
        void add(std::span<const model::Campaign> campaigns,
                 std::span<const model::Placement> placements);
        bool isKnown(model::AdField field, std::string_view text) const override;
        std::string_view ownerOf(model::AdField field, std::string_view text,
                                 model::AdField owner) const override;

    private:
        using Owners = std::map<std::string, std::map<model::AdField, std::string>, std::less<>>;
        std::map<model::AdField, Owners> m_things;
    };
    void addSubscribers(PipelineStatus& status) const;
    void say(const std::string& level, const std::string& words) const;

    explicit EventPipeline(Parts parts);
    Result<void> begin();
    Result<void> goOn(const pipeline::CollectorRow& row);
    Result<void> addFile(const SourceOrder& order);
    Result<void> addAddress(const SourceOrder& order);
    /// What a person ordered: not what sends by itself.
    Result<pipeline::CollectorRow> ordered(const std::string& name) const;
    Result<void> checkIsNew(const std::string& name) const;
    void feed(pipeline::CollectorRow row, FileOrder order);
    void addReading(SourceView& view, TimeMs now) const;
    bool addFileReading(SourceView& view) const;
    /// nullopt while no market has told anything.
    std::optional<SourceView> marketSource(TimeMs now) const;
    /// Fills in the last full minute of each.
    void addMinutes(std::vector<SourceView>& views, TimeMs now) const;

    Parts m_parts;
    Known m_known;
    std::unique_ptr<pipeline::Intake> m_intake;
    mutable std::mutex m_feedersMutex;
    std::vector<std::unique_ptr<FileFeeder>> m_feeders;
    std::unique_ptr<AddressFeeder> m_addresses;
    mutable std::mutex m_ringMutex;
    mutable std::uint64_t m_ringTaken = 0;
    mutable TimeMs m_ringAt; ///< 0 = nothing yet
    mutable RingMinutes m_ringMinutes;
    mutable std::mutex m_replayMutex;
    ReplayStatus m_replay;
    std::atomic<bool> m_replayEnds{false};
    std::thread m_replayThread;
};

} // namespace gavel::runtime
