// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/model/batch.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace gavel::runtime {

// What people see of the event pipeline. Counts are events unless said otherwise.

/// The stages in the order of an event's way; Repair is beside Validate.
enum class PipelineStage : std::uint8_t { Collect, Validate, Repair, Transform, Store, Distribute };
inline constexpr std::size_t kPipelineStages = 6;
inline constexpr std::array<std::string_view, kPipelineStages> kPipelineStageNames{
    "collect", "validate", "repair", "transform", "store", "distribute"};

struct StageView
{
    std::uint64_t total = 0; ///< since the program began; rates are differences of two looks
    std::uint64_t backlog = 0;
    std::uint64_t limit = 0; ///< of the backlog; 0 = none
    double p99Ms = -1; ///< of one batch in this stage; -1 = nothing measured
    std::uint64_t parts = 0; ///< sources, rules, rules with a repair, steps, writers, subscribers
};

/// received = stored + duplicate + dead + refused. Quarantined events are stored, not billed.
struct Completeness
{
    std::uint64_t received = 0;
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t dead = 0;
    std::uint64_t refused = 0; ///< 429 or not readable at all, and told so
    std::uint64_t repaired = 0; ///< of the stored
    std::uint64_t quarantined = 0; ///< of the stored
    std::int64_t missing() const
    {
        return static_cast<std::int64_t>(received)
            - static_cast<std::int64_t>(stored + duplicate + dead + refused);
    }
    Completeness& operator+=(const Completeness& more)
    {
        received += more.received;
        stored += more.stored;
        duplicate += more.duplicate;
        dead += more.dead;
        refused += more.refused;
        repaired += more.repaired;
        quarantined += more.quarantined;
        return *this;
    }
};

/// What the pipeline does now. In every snapshot's reach, cheap to make.
struct PipelineStatus
{
    TimeMs at; ///< the wall: outside events come when they come
    std::array<StageView, kPipelineStages> stages{};
    std::uint32_t rulesVersion = 0;
    Completeness sinceStart;
    std::uint64_t turnedAway = 0; ///< of its refused: there was no room, or the intake was shut
    TimeMs minute; ///< begin of the last full minute
    Completeness lastMinute;
    std::vector<std::string> incomplete; ///< sources whose last full minute does not add up
    std::uint64_t deadLetters = 0; ///< open ones in the workspace
    std::uint64_t retries = 0; ///< of deliveries to subscribers, since the program began
    std::array<std::uint64_t, model::kBatchStates> batches{}; ///< by state
};

enum class Freshness : std::uint8_t { Fresh, Behind, Stale, Failed, Idle, Off };
inline constexpr std::array<std::string_view, 6> kFreshnessNames{"fresh",  "behind", "stale",
                                                                 "failed", "idle",   "off"};

struct SourceView
{
    std::string name; ///< "shard-0", "push 8085", "orders.csv"
    std::string collector; ///< "ring", "push", "pixel", "file", "poll", "stream"
    Freshness freshness = Freshness::Idle;
    TimeMs lastAt; ///< of its newest event; 0 = none yet
    Completeness counts; ///< since the program began
    Completeness lastMinute; ///< full minute of the wall
    std::string error; ///< why it failed; "" = it did not
    std::string checkpoint; ///< how far it was read, as a person reads it: "line 48,213 of 90,000"
    double progress = -1; ///< 0 to 1 of a file that is read; -1 = not known
    bool mayPause = false; ///< a file or a polled address; the others send
    bool isPaused = false;
    std::vector<std::string> headers; ///< names of those that are sent; nobody is shown the values
};

struct DeadLetter
{
    std::uint64_t id = 0;
    std::uint64_t batch = 0;
    std::uint64_t position = 0; ///< line of its file, or count in its source
    std::string source;
    std::string eventId; ///< "" = it has none that can be read
    std::string stage; ///< of the rule: "format", "completeness", "consistency", "business"
    std::string rule; ///< its id
    std::string reason; ///< in words
    std::string field; ///< the contract's name; "" = the line itself
    std::string value; ///< of that field
    std::string original; ///< the line as it came
    std::string state; ///< "open", "redriven", "discarded"
    std::uint32_t attempts = 0; ///< how often it was judged
    TimeMs firstAt;
    TimeMs changedAt;
    std::string actor; ///< who redrove or discarded it
    std::string note; ///< why it was discarded
};

/// Dead letters with one rule and reason.
struct DeadGroup
{
    std::string rule;
    std::string reason;
    std::string source; ///< of the newest
    std::string value; ///< of the newest
    TimeMs newestAt;
    std::uint64_t count = 0;
    std::vector<std::string> sources;
};

struct DeadQuery
{
    std::string rule; ///< "" = all
    std::string source;
    std::string text; ///< somewhere in the line, the reason or the value
    TimeMs from; ///< first seen at or after
    TimeMs to{INT64_MAX};
    std::string state = "open"; ///< "" = all
    std::uint64_t beforeId = UINT64_MAX; ///< for the next page
    std::size_t most = 200;
};
struct DeadPage
{
    std::vector<DeadGroup> groups; ///< of every letter that fits, most first
    std::vector<DeadLetter> letters; ///< newest first
    std::uint64_t count = 0; ///< of every letter that fits
    TimeMs chartFrom;
    std::vector<std::uint64_t> perMinute; ///< first seen, from chartFrom on, one a minute
};

/// One field of an event in the repair form.
struct FieldView
{
    std::string name;
    std::string original;
    bool wasThere = false;
    std::string repaired; ///< by a rule, or what a person typed
    std::string how; ///< "first two letters"; "" = as it was
    bool isWrong = false; ///< a rule fails on it
};
enum class CheckOutcome : std::uint8_t { NotReached, Passed, Repaired, Failed };
/// What the rules say of an event as it would be after a repair. Nothing is stored.
struct VerdictView
{
    std::array<CheckOutcome, 4> stages{}; ///< format, completeness, consistency, business
    std::vector<FieldView> fields; ///< of those that are there or that a rule asks for
    std::string rule; ///< that failed; "" = none
    std::string reason;
    bool isDuplicate = false; ///< an event with this id is stored
    bool isQuarantined = false;
    std::string effect; ///< "Stored and counted as late: +1 impression of camp-002"
};
/// A field that a person sets; unset = taken away.
struct FieldEdit
{
    std::string field;
    std::string value;
    bool taken = false;
};

struct RedriveOutcome
{
    std::uint64_t asked = 0;
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t stillDead = 0;
    std::uint64_t notOpen = 0; ///< redriven or discarded before
    std::uint64_t batch = 0; ///< that they are in now; 0 = none
};

struct RuleView
{
    std::string id;
    std::string stage;
    std::string field;
    std::string text; ///< check and repairs in words
    std::string otherwise; ///< "dead" or "quarantine"
    std::uint64_t passed = 0; ///< since this version is in force
    std::uint64_t repaired = 0;
    std::uint64_t failed = 0;
};
struct RuleSetView
{
    std::uint32_t version = 0;
    TimeMs at;
    std::string actor;
    std::string json; ///< as it is edited
    std::vector<RuleView> rules;
};
/// What a changed set would say of stored lines. Nothing is stored.
struct RuleTrial
{
    std::uint64_t lines = 0;
    std::uint64_t stored = 0;
    std::uint64_t repaired = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t dead = 0;
    struct Line
    {
        std::string original;
        std::string before; ///< fate under the set in force, with its rule
        std::string after;
    };
    std::vector<Line> changed; ///< those that fare differently, at most 100
};

struct BatchView
{
    std::uint64_t id = 0;
    std::string source;
    std::string origin; ///< file name, address, "redrive of 41 dead letters"
    model::BatchState state{};
    TimeMs openedAt;
    TimeMs changedAt;
    std::uint32_t rules = 0; ///< version
    std::uint64_t firstPosition = 0;
    std::uint64_t lastPosition = 0;
    Completeness counts;
    std::string inHash; ///< hexadecimal
    std::string outHash;
    std::uint64_t firstEvent = 0; ///< sequences in the log of what it stored; 0 = nothing
    std::uint64_t lastEvent = 0;
    struct Step
    {
        model::BatchState state{};
        TimeMs at;
        std::string detail;
    };
    std::vector<Step> steps; ///< oldest first; only when one batch is asked for
};

/// An event that another one caused, or was caused by.
struct LineageLink
{
    std::string how; ///< "request", "click_through", "view_through"
    std::string kind;
    std::string source;
    std::uint64_t sequence = 0; ///< in the source's log
    TimeMs at;
    std::string campaign;
    std::string auction; ///< its name; "" = it is of none
};
/// One event from its number back to its line.
struct LineageEvent
{
    std::string source;
    std::uint64_t sequence = 0; ///< in the source's log
    std::string origin; ///< of the line: a file's name, "POST /ad"; "" = no batch brought it
    std::uint64_t position = 0; ///< line of its file, or count in its source
    std::uint64_t letter = 0; ///< it was this dead letter; 0 = none
    std::string redrivenBy; ///< the person who redrove it
    std::uint64_t batch = 0;
    std::string kind;
    std::string campaign;
    TimeMs at;
    std::string original; ///< the line as it came
    std::string repaired; ///< "field: before -> after" a line; "" = as it came
    bool quarantined = false;
    std::string auction; ///< as in LineageLink
    std::vector<LineageLink>
        causes; ///< nearest first: of a conversion its click, then what it clicked
    std::vector<LineageLink> effects; ///< what it caused, and what that caused; at most 20
};
/// What stands behind one number.
struct LineageQuery
{
    std::string dimension = "campaign"; ///< see the metric query
    std::string key; ///< id of what the number is of
    std::string measure = "impressions";
    TimeMs from; ///< widened to whole minutes
    TimeMs to; ///< exclusive
    std::size_t mostEvents = 200;
    std::string market; ///< "" = the one that runs, else that ran last; outside events are in any
};
struct LineageView
{
    std::string market;
    TimeMs from; ///< whole minutes
    TimeMs to;
    std::uint64_t value = 0; ///< the number, recounted from the log
    std::uint64_t counter = 0; ///< the number as the counter has it: the same, or a fault
    struct Source
    {
        std::string name;
        std::uint64_t events = 0;
    };
    std::vector<Source> sources; ///< most first
    std::vector<BatchView> batches; ///< newest first, at most 100
    std::vector<LineageEvent> events; ///< newest first
};
/// Forward: every number a batch or a source touched.
struct TouchedNumber
{
    std::string dimension;
    std::string key;
    std::string measure;
    TimeMs from; ///< the hour
    std::uint64_t count = 0;
};

/// How an address is asked beside its place, where "{cursor}" may stand for the cursor.
struct AddressOrder
{
    std::string events; ///< JSON pointer to the events of a page; "" = the page is their list
    std::string nextCursor; ///< JSON pointer to the cursor of the next page
    std::string nextHeader; ///< or the header of the answer that has it
    std::string cursorParameter; ///< the query's name for the cursor
    std::string firstCursor; ///< before any page was read
    std::string kind = "third_party"; ///< waits 60 s; "ad_server" 30 s, "metrics" 10 s
    bool allowHost = false; ///< its host and port are meant although private or unusual
    std::vector<std::string> headers; ///< of every request, "Authorization: Bearer 9f2c"
};

/// A file or an address to collect from.
struct SourceOrder
{
    std::string name; ///< "" = made of the path or the host
    std::string collector; ///< "file" or "poll"
    std::string place; ///< path of a file or folder, or an http(s) address
    std::string format; ///< "jsonl", "csv"; of an address "json", "jsonl"; "" = told from the name
    std::vector<std::pair<std::string, std::string>> fields; ///< theirs -> the contract's
    std::int64_t everySeconds = 0; ///< look again after; 0 = once
    AddressOrder address; ///< of "poll"
};

struct ReplayStatus
{
    bool isRunning = false;
    std::string what; ///< "all counters"
    std::uint64_t done = 0; ///< events read
    std::uint64_t total = 0;
    TimeMs beganAt;
    bool wasCancelled = false;
    std::string outcome; ///< "" while it runs: "11,204 counters, none differed"
};

} // namespace gavel::runtime
