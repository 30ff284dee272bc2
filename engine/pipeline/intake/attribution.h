// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/attributed_by.h"
#include "engine/pipeline/counters/belongings.h"
#include "engine/pipeline/rules/rule_set.h"
#include "engine/store/logged_event.h"

#include <optional>
#include <vector>

namespace gavel::pipeline {

/// The folder's table of what was attributed: the key of a click or conversion, and that of the
/// event which caused it. Part of pipelineMigrations().
inline constexpr std::string_view kAttributionTable = R"sql(
CREATE TABLE attribution (
    event INTEGER PRIMARY KEY,
    cause INTEGER NOT NULL,
    how INTEGER NOT NULL
) STRICT;
CREATE INDEX attribution_cause ON attribution (cause);
)sql";

/// What clicks and conversions that others tell were caused by: first the event of the same request
/// or auction, whenever that was; else, within the windows, a conversion's last click and then what
/// its user was shown last; a click's last impression or win. A cause contradicts nothing that the
/// event tells of its campaign and ad.
///
/// Remembers the newest touches of users: wins of real auctions and what became of them, and what
/// others told, but nothing in quarantine. What it has forgotten causes nothing, but for auctions,
/// which are looked up in the log. Writer's thread only.
class Attribution final : public store::LogProjection
{
public:
    static constexpr std::size_t kMostTouches = std::size_t{1} << 18;

    /// A power of two.
    explicit Attribution(std::size_t mostTouches = kMostTouches);

    /// Remembers the newest events of the log, at most as many as it holds, days in other files
    /// left out. Which request an event from outside named is not in the log.
    Result<void> recall(store::Connection& connection);

    /// An event of a market.
    void take(const store::LoggedEvent& event) override;
    Result<void> store(store::Connection& connection) override;
    /// An event from outside; `request` is the hash of the request that it names, 0 = none.
    void told(const store::LoggedEvent& event, std::uint64_t request);

    /// What a click or conversion names beside what its event has.
    struct Named
    {
        std::uint64_t request = 0;
        std::uint64_t auction = 0; ///< a real one
    };
    struct Cause
    {
        std::int64_t key = 0; ///< of its event
        model::AttributedBy how{};
        std::uint32_t campaign = 0;
        std::uint32_t ad = 0;
        std::uint32_t creative = 0;
        std::uint32_t placement = 0;
        std::uint32_t seller = 0;
        std::uint32_t audience = 0;

        /// Says in the event how it was found, and what the event does not tell itself.
        void complete(store::LoggedEvent& event) const;
    };
    /// nullopt = nothing that is known caused it, or it is neither a click nor a conversion.
    Result<std::optional<Cause>> causeOf(store::Connection& connection,
                                         const store::LoggedEvent& event, const Named& named,
                                         const AttributionWindows& windows,
                                         const Belongings& belongings) const;

private:
    /// What a user did or saw. Places count from 1 in the order in which touches came; those whose
    /// user, or request, falls into one bucket are joined from the newest to the oldest.
    struct Touch
    {
        std::int64_t key = 0;
        TimeMs at;
        std::uint64_t user = 0;
        std::uint64_t request = 0;
        std::uint64_t beforeOfUser = 0; ///< place; 0 = none
        std::uint64_t beforeOfRequest = 0;
        std::uint32_t campaign = 0;
        std::uint32_t ad = 0;
        std::uint32_t creative = 0;
        std::uint32_t placement = 0;
        std::uint32_t seller = 0;
        std::uint32_t audience = 0;
        std::uint32_t run = 0;
        model::EventKind kind{};
    };
    class Wanted; ///< which touch is looked for

    void remember(const store::LoggedEvent& event, std::uint64_t request);
    std::size_t bucketOf(std::uint64_t hash) const { return hash & (m_users.size() - 1); }
    std::size_t userBucket(std::uint64_t user, bool isClick) const;
    /// nullptr when it is forgotten.
    const Touch* at(std::uint64_t place) const;
    const Touch* bestOfUser(const Wanted& wanted, std::uint64_t user, bool clicks) const;
    const Touch* bestOfRequest(const Wanted& wanted, std::uint64_t request) const;
    static Result<std::optional<Touch>> ofAuction(store::Connection& connection,
                                                  std::uint64_t auction, model::EventKind before);

    std::size_t m_mostTouches;
    std::vector<Touch> m_touches; ///< the newest, in a ring
    std::uint64_t m_taken = 0;
    std::vector<std::uint64_t> m_users; ///< place of the newest touch of each bucket
    std::vector<std::uint64_t> m_requests; ///< the same
};

/// Keeps that an event was caused by another, in the open transaction.
Result<void> keepCause(store::Connection& connection, const store::LoggedEvent& event,
                       const Attribution::Cause& cause);

} // namespace gavel::pipeline
