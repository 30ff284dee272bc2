// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/desks/market_access.h"
#include "engine/runtime/schedule_desk.h"

namespace gavel::runtime {

/// The schedule of the market that runs, for people.
class MarketSchedule final : public ScheduleDesk
{
public:
    explicit MarketSchedule(MarketAccess access)
        : m_access(std::move(access))
    {
    }

    std::vector<RoundView> rounds() const override;
    Result<TaskPage> tasks(const TaskQuery& query) const override;
    Result<TaskDetail> task(model::TaskId id) const override;
    Result<QuotaFlow> quota(const std::string& campaignId) const override;
    std::vector<QuotaFlow> quotas() const override;
    std::vector<ComingRound> coming() const override;

    CommandPreview previewRunNow(std::span<const std::string> campaigns) const override;
    Result<void> runNow(std::span<const std::string> campaigns, const std::string& actor) override;
    CommandPreview previewRetry(std::span<const model::TaskId> tasks) const override;
    Result<void> retry(std::span<const model::TaskId> tasks, const std::string& actor) override;
    CommandPreview previewCancel(std::span<const model::TaskId> tasks) const override;
    Result<void> cancel(std::span<const model::TaskId> tasks, const std::string& actor) override;

private:
    /// Looks at the rounds of the market, if one runs.
    template<typename Look>
    bool look(Look look) const
    {
        return m_access.with([&](Scheduler& scheduler, const store::Workspace&) {
            scheduler.look([&](const Rounds& rounds) { look(rounds); });
        });
    }

    MarketAccess m_access;
};

} // namespace gavel::runtime
