// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::health {

/// What a person, or the program, says of a moment of a market.
struct Annotation
{
    std::int64_t id = 0; ///< counts up over all markets; 0 = not kept yet
    std::string market; ///< its name in the event log
    TimeMs at; ///< the market's time
    TimeMs toldAt; ///< the wall's, when it was last written
    std::string kind; ///< kByPerson, else the kind of the log line that the program wrote
    std::string level; ///< "info", "warn", "bad", "good"
    std::string person; ///< "" = the program
    std::string subject; ///< "" where a person wrote it
    std::string text;
    bool operator==(const Annotation&) const = default;
};
inline constexpr std::string_view kByPerson = "person";

/// Of a market, oldest id first.
Result<std::vector<Annotation>> readAnnotations(store::Connection& connection,
                                                std::string_view market);
/// The newest id that is kept; 0 = none.
Result<std::int64_t> newestAnnotation(store::Connection& connection);
/// Adds it, or replaces the one of its id.
Result<void> keepAnnotation(store::Connection& connection, const Annotation& annotation);
Result<void> dropAnnotation(store::Connection& connection, std::int64_t id);
/// Those of the program: a market that begins anew has them no more.
Result<void> dropProgramAnnotations(store::Connection& connection, std::string_view market);

} // namespace gavel::health
