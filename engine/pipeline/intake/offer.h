// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/model/ad_event.h"
#include "engine/pipeline/intake/flow.h"
#include "engine/pipeline/rules/csv_header.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// A field that the line does not say: known to the collector, or set by a person. An unset value
/// takes the field away.
struct GivenField
{
    model::AdField field{};
    std::optional<std::string> value;
    bool wins = false; ///< over what the line says
    bool byHand = false; ///< a person set it
};

struct OfferedLine
{
    std::string text; ///< as it came
    std::uint64_t position = 0; ///< line of its file; 0 = the next in its source
    std::uint64_t letter = 0; ///< the dead letter that it was; 0 = it is new
    std::string fault; ///< why it cannot be read at all ("longer than 64 KiB"); "" = it may
    std::string origin{}; ///< of a dead letter: where the line came from; "" = as the offer
};

/// A line that was not stored, and why.
struct DeadLine
{
    std::size_t line = 0; ///< place in its offer
    std::string rule;
    std::string field;
    std::string reason;
};

/// What became of an offer; durable.
struct OfferOutcome
{
    Flow flow;
    std::vector<DeadLine> dead;
    std::uint64_t batch = 0;
};

/// Lines of one collector that belong together: all are judged in one batch.
struct Offer
{
    std::uint32_t collector = 0;
    TimeMs received;
    std::string origin; ///< "POST /ad", a file's name
    std::vector<OfferedLine> lines;
    std::shared_ptr<const CsvHeader> header; ///< of CSV; nullptr = JSON
    std::string headerText; ///< its record, for dead letters
    std::string actor; ///< who redrives
    std::vector<GivenField> given; ///< to every line
    std::string checkpoint; ///< kept in the same commit; "" = none
    /// Dead letters that are judged again; else every line is new.
    bool isRedrive() const { return !lines.empty() && lines.front().letter != 0; }
    /// Called once, on the writer's thread after the commit; must be quick.
    std::function<void(const Result<OfferOutcome>&)> done;
};

} // namespace gavel::pipeline
