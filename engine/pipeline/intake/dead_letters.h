// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/intake.h"

namespace gavel::pipeline {

/// What a batch of redriven letters says it came from.
inline constexpr std::string_view kRedriveOrigin = "redrive of dead letters";

/// A line that was not stored, waits for a person, or was seen to by one.
struct Letter
{
    std::uint64_t id = 0;
    std::uint64_t batch = 0;
    std::uint32_t collector = 0;
    std::string source;
    std::string origin; ///< a file's name, "POST /ad"
    std::uint64_t position = 0;
    std::string event; ///< its id, "" = none that can be read
    std::string stage;
    std::string rule;
    std::string reason;
    std::string field;
    std::string value;
    std::string original;
    std::string
        given; ///< JSON: what the collector knew beside the line, the header of CSV under ""
    std::string state;
    std::uint32_t attempts = 0;
    TimeMs firstAt;
    TimeMs changedAt;
    std::string actor;
    std::string note;
};
struct LetterQuery
{
    std::string rule; ///< "" = all, and so on
    std::string source;
    std::string text; ///< somewhere in the line, the reason or the value
    std::string state;
    TimeMs from{INT64_MIN};
    TimeMs to{INT64_MAX};
    std::uint64_t beforeId = INT64_MAX;
    std::size_t most = 200;
};
/// Newest first.
Result<std::vector<Letter>> readLetters(store::Connection& connection, const LetterQuery& query);
/// Errors: LETTER_UNKNOWN.
Result<Letter> readLetter(store::Connection& connection, std::uint64_t id);
struct LetterGroup
{
    std::string rule;
    std::uint64_t count = 0;
    Letter newest;
    std::vector<std::string> sources;
};
/// By rule, most first.
Result<std::vector<LetterGroup>> readLetterGroups(store::Connection& connection,
                                                  const LetterQuery& query);
/// How many were first seen in each minute from a time on.
Result<std::vector<std::uint64_t>> readLetterMinutes(store::Connection& connection,
                                                     const LetterQuery& query, TimeMs from,
                                                     std::size_t minutes);

/// The line as it would be offered again, with a person's fields over it.
struct Redrive
{
    OfferedLine line;
    std::vector<GivenField> given;
    std::shared_ptr<const CsvHeader> header;
    std::string headerText;
};
Result<Redrive> redriveOf(const Letter& letter, const std::vector<GivenField>& byHand);

struct RedriveCounts
{
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t stillDead = 0;
    std::uint64_t notOpen = 0;
    std::uint64_t batch = 0; ///< the last one
};
/// Judges letters again, and stores what passes. At most so many at once: the rest of the pipeline
/// goes on beside it. Errors: REDRIVE_LIMIT.
inline constexpr std::size_t kMostLettersRedriven = 10'000;
Result<RedriveCounts> redriveLetters(Intake& intake, store::Connection& reader,
                                     std::span<const std::uint64_t> letters,
                                     const std::vector<GivenField>& byHand,
                                     const std::string& actor, TimeMs now);
/// They are kept, but nobody needs to look at them any more. Gives how many were open.
/// Errors: REASON_MISSING.
Result<std::uint64_t> discardLetters(store::Workspace& workspace,
                                     std::span<const std::uint64_t> letters,
                                     const std::string& reason, const std::string& actor,
                                     TimeMs now);

} // namespace gavel::pipeline
