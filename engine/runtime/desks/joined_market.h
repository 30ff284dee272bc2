// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/ad_server_desk.h"
#include "engine/runtime/market_host.h"

#include <functional>
#include <mutex>

namespace gavel::runtime {

/// This process as an ad server of another one's market.
class JoinedMarket final : public JoinedDesk
{
public:
    struct Access
    {
        std::function<Result<void>(const Membership&, const MarketPart&,
                                   const std::vector<model::Campaign>&)>
            start;
        std::function<Result<void>(const MarketPart&, const std::vector<model::Campaign>&,
                                   const std::vector<std::string>&)>
            follow;
        /// False when no joined market runs; while `use` runs it does not end.
        std::function<bool(const std::function<void(MarketHost&)>& use)> with;
        std::function<store::Workspace&()> workspace;
    };
    explicit JoinedMarket(Access access)
        : m_access(std::move(access))
    {
    }

    Result<void> start(const Membership& membership, const MarketPart& market,
                       const std::vector<model::Campaign>& campaigns) override;
    Result<void> follow(const MarketPart& market, const std::vector<model::Campaign>& campaigns,
                        const std::vector<std::string>& removed) override;
    Result<GrantAnswers> give(const GrantMessage& message) override;
    Result<model::QuotaReport> reportNow() override;
    std::optional<model::QuotaReport> takeReport() override;
    Result<std::vector<Log>> logs() const override;
    Result<std::vector<store::StoredEvent>> events(std::uint32_t source, std::uint64_t after,
                                                   std::size_t most) const override;

private:
    Access m_access;
    std::mutex m_gateMutex; ///< the gate's other side is one thread at a time
};

} // namespace gavel::runtime
