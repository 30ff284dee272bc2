// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/runtime/pipeline_view.h"

#include <span>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The event pipeline, for people. Got from Engine::pipeline(). Any thread; queries read and may
/// take milliseconds, commands return when they are durable. Actors are names of people.
class PipelineDesk
{
public:
    virtual ~PipelineDesk() = default;

    // what is
    virtual PipelineStatus status() const = 0;
    virtual std::vector<SourceView> sources() const = 0;
    virtual DeadPage deadLetters(const DeadQuery& query) const = 0;
    /// Errors: LETTER_UNKNOWN.
    virtual Result<DeadLetter> deadLetter(std::uint64_t id) const = 0;
    /// Newest first.
    virtual std::vector<BatchView> batches(std::size_t most) const = 0;
    /// With its steps. Errors: BATCH_UNKNOWN.
    virtual Result<BatchView> batch(std::uint64_t id) const = 0;
    virtual RuleSetView rules() const = 0;
    /// Errors: LINEAGE_WRONG names what is not understood.
    virtual Result<LineageView> lineage(const LineageQuery& query) const = 0;
    /// Errors: those of the store.
    virtual Result<std::vector<TouchedNumber>> touched(std::uint64_t batch) const = 0;

    // dead letters
    /// What the rules in force say of a letter with these fields set. Errors: LETTER_UNKNOWN,
    /// FIELD_UNKNOWN.
    virtual Result<VerdictView> tryRepair(std::uint64_t letter,
                                          std::span<const FieldEdit> edits) const = 0;
    /// Judges letters again, each with the edits, and stores what passes. Errors: FIELD_UNKNOWN,
    /// REDRIVE_LIMIT.
    virtual Result<RedriveOutcome> redrive(std::span<const std::uint64_t> letters,
                                           std::span<const FieldEdit> edits,
                                           const std::string& actor)
        = 0;
    /// Errors: REASON_MISSING.
    virtual Result<std::uint64_t> discard(std::span<const std::uint64_t> letters,
                                          const std::string& reason, const std::string& actor)
        = 0;

    // rules
    /// The set as it would be read. Errors: RULES_WRONG with line and field.
    virtual Result<RuleSetView> checkRules(const std::string& json) const = 0;
    /// Judges the newest `lines` stored and dead lines under a changed set.
    virtual Result<RuleTrial> tryRules(const std::string& json, std::size_t lines) const = 0;
    /// In force for the next batch; gives the new version.
    virtual Result<std::uint32_t> setRules(const std::string& json, const std::string& actor) = 0;

    // sources
    /// Errors: SOURCE_WRONG names the field, SOURCE_EXISTS, ADDRESS_REFUSED.
    virtual Result<void> addSource(const SourceOrder& order, const std::string& actor) = 0;
    virtual Result<void> pauseSource(const std::string& name, bool pause) = 0;
    /// It is not read any more; what it brought stays. Added again as it was, it goes on where it
    /// had come to. Errors: SOURCE_WRONG.
    virtual Result<void> removeSource(const std::string& name, const std::string& actor) = 0;

    // replay
    /// Counts every counter anew from the log beside those in use, compares, and puts the new ones
    /// in their place. Errors: REPLAY_RUNS.
    virtual Result<void> startReplay(const std::string& actor) = 0;
    virtual void cancelReplay() = 0;
    virtual ReplayStatus replay() const = 0;
};

} // namespace gavel::runtime
