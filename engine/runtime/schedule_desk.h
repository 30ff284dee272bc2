// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/runtime/schedule_view.h"

#include <span>
#include <string>
#include <vector>

namespace gavel::runtime {

/// The schedule of the running market: what its rounds did, do and will do, and what a person may
/// do about it. Got from Engine::schedule(). Any thread; queries read and may take milliseconds,
/// commands return when they are durable. Without a scheduler lists are empty and commands refused
/// as SERVICE_UNAVAILABLE.
class ScheduleDesk
{
public:
    virtual ~ScheduleDesk() = default;

    // what is
    /// The rounds that are kept, newest first.
    virtual std::vector<RoundView> rounds() const = 0;
    /// Errors: those of the filter, as the list of auctions has them.
    virtual Result<TaskPage> tasks(const TaskQuery& query) const = 0;
    /// Errors: TASK_UNKNOWN.
    virtual Result<TaskDetail> task(model::TaskId id) const = 0;
    /// Errors: CAMPAIGN_NOT_FOUND.
    virtual Result<QuotaFlow> quota(const std::string& campaignId) const = 0;
    /// Every campaign that holds quota, most held first.
    virtual std::vector<QuotaFlow> quotas() const = 0;
    virtual std::vector<ComingRound> coming() const = 0;

    // what a person may do: each first says what it would do
    /// No campaigns = all.
    virtual CommandPreview previewRunNow(std::span<const std::string> campaigns) const = 0;
    virtual Result<void> runNow(std::span<const std::string> campaigns, const std::string& actor)
        = 0;
    virtual CommandPreview previewRetry(std::span<const model::TaskId> tasks) const = 0;
    virtual Result<void> retry(std::span<const model::TaskId> tasks, const std::string& actor) = 0;
    virtual CommandPreview previewCancel(std::span<const model::TaskId> tasks) const = 0;
    virtual Result<void> cancel(std::span<const model::TaskId> tasks, const std::string& actor) = 0;
};

} // namespace gavel::runtime
