// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/belongings.h"
#include "engine/store/event_audience.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace gavel::pipeline {

/// Events that were told from outside belong to runs of this market.
inline constexpr std::string_view kOutsideMarket = "outside";

/// Which runs count together: all of a live market and all from outside, but each play of a
/// scenario for itself. A scope is named by its first run.
struct Scopes
{
    static Result<Scopes> read(store::Connection& connection);
    bool isOutside(std::uint32_t run) const;
    /// Of the market's newest run; 0 = it never ran.
    std::uint32_t newestOf(std::string_view market) const;
    /// The one that ran last; "" = none did. What came from outside is none.
    std::string newestMarket() const;

    std::map<std::uint32_t, std::uint32_t> scopeOf; ///< by run
    std::map<std::uint32_t, std::string> marketOf; ///< by run
};

/// What the file says of what its events name. Copies share what was read.
struct Affiliations
{
    std::shared_ptr<const Scopes> scopes = std::make_shared<Scopes>();
    std::shared_ptr<const Belongings> belongings = std::make_shared<Belongings>();
    std::shared_ptr<const store::Audiences> audiences = std::make_shared<store::Audiences>();

    static Result<Affiliations> read(store::Connection& connection);
    /// Reads everything anew, but of audiences those that are new: they never change.
    Result<void> refresh(store::Connection& connection);
    Result<void> refreshAudiences(store::Connection& connection);
};

} // namespace gavel::pipeline
