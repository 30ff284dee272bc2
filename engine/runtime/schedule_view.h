// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/money.h"
#include "engine/model/campaign.h"
#include "engine/model/schedule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gavel::runtime {

/// One scheduling round: the tasks of one boundary of market time, or those that a person asked
/// for.
struct RoundView
{
    std::uint64_t number = 0; ///< names the round; counts up from 1 in each run of a market
    bool byHand = false;
    TimeMs at; ///< the boundary; of a round by hand, when it was asked for
    TimeMs startedAt; ///< market time
    TimeMs endedAt; ///< 0 while tasks are open
    std::size_t tasks = 0;
    std::array<std::size_t, model::kTaskStates> states{};
    double wallMs = 0; ///< how long it took, or takes so far
};

/// The part of the schedule that rides in every snapshot.
struct ScheduleStatus
{
    bool running = false; ///< a scheduler belongs to this market
    std::int64_t intervalMs = 0;
    TimeMs nextRound;
    RoundView newest;
    std::size_t openTasks = 0;
    std::uint64_t roundsDone = 0;
    std::uint64_t failedTasks = 0; ///< not yet retried, over all rounds that are kept
    std::uint64_t epoch = 0; ///< fencing token of the scheduler
    double lastRoundWallMs = 0;
    std::string problem; ///< why it stands still; "" when it does not
};

enum class StepMark : std::uint8_t { None, Working, Done, Partial, Failed, Unknown, Undone };
inline constexpr std::array<std::string_view, 7> kStepMarkNames{
    "none", "working", "done", "partial", "failed", "unknown", "undone"};

/// What keeps a task from going on.
struct TaskWait
{
    enum class For : std::uint8_t { Nothing, Person, Retry, Turn, Step };
    For what = For::Nothing;
    std::int64_t seconds = 0; ///< to the next try
    model::SagaStep step{}; ///< that is under way
    std::string advice; ///< to the person; "" = retry or leave it
};

/// A line of the table of tasks.
struct TaskRow
{
    model::TaskId id = 0;
    std::string campaignId;
    std::string campaignName;
    TimeMs round; ///< its window's start
    model::TriggerKind trigger{};
    model::TaskPriority priority{};
    model::TaskState state{};
    std::uint32_t attempt = 0; ///< tries of the present step, the running one included
    std::uint32_t mostAttempts = 0;
    std::string owner; ///< node; "" before it is placed
    double seconds = 0; ///< since it was made, or from then to its end; market time
    std::array<StepMark, model::kSagaSteps> steps{};
    TaskWait wait;
    bool cancelRequested = false;
    std::string failure; ///< one line; "" when it did not fail
};

struct TaskQuery
{
    /// "state = failed and priority = high"; fields: task, campaign, name, trigger, priority,
    /// state, owner, attempt; = and !=, < and > for attempt, and, or, not, brackets; "" = all.
    std::string filter;
    std::optional<std::uint64_t> round; ///< its number; else every task that is kept
    bool notDoneOnly = false; ///< neither completed nor cancelled
    std::size_t first = 0;
    std::size_t count = 200;
};
struct TaskPage
{
    std::vector<TaskRow> rows; ///< stopped and not done first, then the newest
    std::size_t matching = 0;
    std::size_t total = 0;
    std::size_t notDone = 0;
};

/// A stretch of a task's life in one state.
struct TaskSpan
{
    model::TaskState state{};
    TimeMs from;
    TimeMs to; ///< now while it lasts
    bool lasts = false;
};

/// What a step of a round has done for its campaign; at most one of the three.
struct StepOutput
{
    struct Collected
    {
        std::int64_t bids = 0; ///< since the round before, as the wins and what they cost
        std::int64_t wins = 0;
        Money spent;
        std::int64_t servers = 0; ///< that told
        std::int64_t of = 0;
    };
    struct Settled
    {
        std::optional<Money> charged; ///< by this round; nothing when an earlier process did it
        Money chargedInAll;
        Money held; ///< for quota
        double bidFactor = 1;
    };
    struct Distributed
    {
        std::int64_t servers = 0; ///< that may spend something
        Money quota; ///< all of them together
    };
    std::optional<Collected> collected;
    std::optional<Settled> settled;
    std::optional<Distributed> distributed;
    Currency currency;

    bool isKnown() const { return collected || settled || distributed; }
};

/// An event of a task with what it says, for people to be told in their language.
struct TaskLine
{
    TimeMs at;
    model::TaskEventKind kind{};
    StepMark mark = StepMark::None;
    model::TaskState to{}; ///< of a transition
    model::SagaStep step{}; ///< of what happened to a step
    std::string trigger; ///< by the name of what happened, of a new task; "" = something else
    StepOutput output; ///< of the step that the event ends
    std::string actor; ///< a person; "" = the scheduler
    std::string detail; ///< its own words
};

struct TaskStepDetail
{
    model::SagaStep step{};
    StepMark mark = StepMark::None;
    std::uint32_t attempts = 0;
    std::string key; ///< the idempotency key, hexadecimal
    TimeMs windowStart; ///< it is about the traffic before this, and quota until the end
    TimeMs windowEnd;
    StepOutput output;
    std::string said; ///< its own words, when output says nothing
};

struct TaskDetail
{
    TaskRow row;
    std::vector<TaskSpan> spans;
    std::vector<TaskLine> lines; ///< oldest first
    std::vector<TaskLine> attempts; ///< only what was tried, oldest first
    std::vector<TaskStepDetail> steps;
    std::vector<std::string> raw; ///< each event as one JSON object, oldest first
    std::optional<model::TaskFailure> failure; ///< pinned on top
    bool mayRetry = false;
    bool mayCancel = false;
};

/// One ad server's part of a campaign's quota. Money in the campaign's currency.
struct QuotaSlice
{
    std::string server; ///< "shard-0"
    std::uint32_t source = 0;
    Money granted; ///< that may still be spent and what of it was spent: this window's slice
    Money spent; ///< of that
    std::uint64_t epoch = 0;
    std::uint64_t version = 0;
    std::uint64_t appliedVersion = 0; ///< as reported
    TimeMs notAfter;
    std::int32_t bidFactorPpm = 1'000'000;
    bool answering = true; ///< reported for the newest round
    TimeMs lastReport;
    double load = 0; ///< 0 to 1; NaN = not known
};

/// budget -> slices -> ad servers
struct QuotaFlow
{
    std::string campaignId;
    std::string campaignName;
    Currency currency;
    model::PacingPolicy pacing{};
    std::string bound; ///< "day", "hour" or "total": which budget is the smallest now
    Money budget; ///< of that bound
    Money spent; ///< within it
    Money held; ///< in slices, not spent
    Money free; ///< budget = spent + held + free
    std::vector<QuotaSlice> slices;
};

/// Something that will happen.
struct ComingRound
{
    TimeMs at;
    model::TriggerKind trigger{};
    std::size_t campaigns = 0;
};

/// What a command would do, before it is done.
struct CommandPreview
{
    std::string title;
    std::vector<std::string> lines; ///< one for each thing that changes
    std::size_t objects = 0;
    std::string caution; ///< "" when there is nothing to be careful of
    std::vector<Error> errors; ///< why it cannot be done; then it is refused
};

} // namespace gavel::runtime
