// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/market_host.h"
#include "engine/runtime/scheduler/ad_server_link.h"

#include <functional>

namespace gavel::runtime {

/// The line to a shard of this process. The host must outlive it.
class ShardLink final : public AdServerLink
{
public:
    /// Called on the shard's thread with every grant that acted between two boundaries, so that the
    /// run can be repeated.
    using Acted = std::function<void(std::size_t shard, ShardPlace place,
                                     const model::QuotaGrants& grants)>;
    ShardLink(MarketHost& host, std::size_t shard, Acted acted);

    std::uint32_t source() const override;
    const std::string& name() const override { return m_name; }
    std::optional<model::QuotaReport> report(TimeMs boundary) override;
    Result<model::QuotaReport> reportNow(TimeMs at) override;
    bool isDurable(std::uint64_t sequence) const override;
    Result<void> give(TimeMs boundary, const model::QuotaGrants& grants) override;
    Result<void> giveNow(const model::QuotaGrants& grants) override;
    void open(TimeMs boundary) override;

    /// While a run is repeated its script gives the grants that acted between two boundaries.
    void setSilent(bool isSilent) { m_isSilent = isSilent; }

private:
    QuotaGate& gate() const;

    MarketHost& m_host;
    std::size_t m_shard;
    std::string m_name;
    Acted m_acted;
    bool m_isSilent = false;
};

} // namespace gavel::runtime
