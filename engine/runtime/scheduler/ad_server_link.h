// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/quota.h"
#include "engine/scheduling/quota/quota_split.h"

#include <optional>
#include <string>

namespace gavel::runtime {

/// The scheduler's line to one ad server: a shard of this process, or another program. For the
/// scheduler's thread.
class AdServerLink
{
public:
    virtual ~AdServerLink() = default;

    /// The server's source in the event log.
    virtual std::uint32_t source() const = 0;
    /// "shard-0"
    virtual const std::string& name() const = 0;

    /// What it reported at a boundary of market time; nothing while it has not come so far.
    virtual std::optional<model::QuotaReport> report(TimeMs boundary) = 0;
    /// Its state of this moment; waits for it.
    virtual Result<model::QuotaReport> reportNow(TimeMs at) = 0;
    /// Its events up to this sequence are in the log, or the market keeps none.
    virtual bool isDurable(std::uint64_t sequence) const = 0;

    /// Sends grants that act at a boundary. Returns when the server has accepted them; an error
    /// means that it may or may not have them.
    virtual Result<void> give(TimeMs boundary, const model::QuotaGrants& grants) = 0;
    /// The same, acting as soon as they are there.
    virtual Result<void> giveNow(const model::QuotaGrants& grants) = 0;
    /// Waits for what was given since the last call; an error as of give(). Lines that send while
    /// others do say here how it went.
    virtual Result<void> accepted() { return {}; }
    /// All grants of a boundary are given: a server that waits for them goes on.
    virtual void open(TimeMs boundary) = 0;

    /// It is in another process, which goes on when this market ends.
    virtual bool isElsewhere() const { return false; }
    /// It is not waited for any more: if it comes back it must join anew.
    virtual void giveUp() { }
    /// Nothing was heard of it lately: nobody waits for its report.
    virtual bool isSilent() const { return false; }
    /// Nothing was heard of it for so long that nobody expects it any more; grants last so long.
    virtual bool isLost(std::int64_t /*grantsLastMs*/) const { return false; }
    /// Where it is known: what its share is levelled by.
    virtual std::optional<scheduling::ServerHealth> health() const { return std::nullopt; }
};

} // namespace gavel::runtime
