// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/market_schedule.h"

#include "engine/runtime/desks/task_filter.h"
#include "engine/runtime/desks/task_views.h"
#include "engine/runtime/market_run.h"
#include "engine/runtime/scheduler/orders.h"
#include "engine/runtime/scheduler/quota_gate.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kComing = 6;

Error noTask(model::TaskId id)
{
    return {"TASK_UNKNOWN", "task " + std::to_string(id), "there is no such task",
            "it may be older than the retention policy keeps"};
}

/// Of the round that is asked for, or all that are kept.
std::vector<model::TaskId> tasksOf(const Rounds& rounds, const TaskQuery& query)
{
    if (!query.round)
        return {rounds.archive().order().begin(), rounds.archive().order().end()};
    for (const Rounds::Window& window : rounds.windows())
        if (window.number == *query.round)
            return window.tasks;
    return {};
}

} // namespace

std::vector<RoundView> MarketSchedule::rounds() const
{
    std::vector<RoundView> views;
    look([&](const Rounds& rounds) {
        for (const Rounds::Window& window : rounds.windows())
            views.push_back(rounds.viewOf(window));
    });
    std::ranges::reverse(views);
    return views;
}

Result<TaskPage> MarketSchedule::tasks(const TaskQuery& query) const
{
    const auto test = parseTaskFilter(query.filter);
    if (!test)
        return test.error();
    TaskPage page;
    std::vector<TaskRow> matching;
    look([&](const Rounds& rounds) {
        const TimeMs now = rounds.newestBoundary();
        for (const model::TaskId id : tasksOf(rounds, query)) {
            const ArchivedTask* known = rounds.archive().find(id);
            if (known == nullptr)
                continue;
            TaskRow row = rowOf(*known, rounds, now);
            ++page.total;
            page.notDone += isNotDone(row) ? 1 : 0;
            if ((!query.notDoneOnly || isNotDone(row)) && (*test)(row))
                matching.push_back(std::move(row));
        }
    });
    page.matching = matching.size();
    const std::size_t first = std::min(query.first, matching.size());
    const std::size_t last = std::min(first + query.count, matching.size());
    std::partial_sort(matching.begin(), matching.begin() + static_cast<std::ptrdiff_t>(last),
                      matching.end(), comesBefore);
    page.rows.assign(std::make_move_iterator(matching.begin() + static_cast<std::ptrdiff_t>(first)),
                     std::make_move_iterator(matching.begin() + static_cast<std::ptrdiff_t>(last)));
    return page;
}

Result<TaskDetail> MarketSchedule::task(model::TaskId id) const
{
    Result<TaskDetail> detail = noTask(id);
    look([&](const Rounds& rounds) {
        if (const ArchivedTask* known = rounds.archive().find(id))
            detail = detailOf(*known, rounds, rounds.newestBoundary());
    });
    return detail;
}

Result<QuotaFlow> MarketSchedule::quota(const std::string& campaignId) const
{
    Result<QuotaFlow> flow
        = Error{"CAMPAIGN_NOT_FOUND", "campaign", "there is no campaign \"" + campaignId + "\"",
                "name one of this market"};
    look([&](const Rounds& rounds) {
        const Handle handle = rounds.plan().setup->vocabulary->campaigns.find(campaignId);
        if (const CampaignLine* line = rounds.sheet().find(handle))
            flow = flowOf(*line, rounds);
    });
    return flow;
}

std::vector<QuotaFlow> MarketSchedule::quotas() const
{
    std::vector<QuotaFlow> flows;
    look([&](const Rounds& rounds) {
        for (const CampaignLine& line : rounds.sheet().lines())
            if (line.outstanding() > line.spentNow())
                flows.push_back(flowOf(line, rounds));
    });
    std::ranges::sort(flows, std::greater<>(), &QuotaFlow::held);
    return flows;
}

std::vector<ComingRound> MarketSchedule::coming() const
{
    std::vector<ComingRound> coming;
    look([&](const Rounds& rounds) {
        const auto& plan = rounds.plan();
        std::size_t campaigns = 0;
        for (const CampaignLine& line : rounds.sheet().lines())
            campaigns += line.isDue(rounds.newestBoundary() + plan.intervalMs) ? 1 : 0;
        TimeMs at = rounds.newestBoundary();
        for (std::size_t i = 0; i < kComing; ++i) {
            at = boundaryAfter(at, plan.intervalMs);
            if (at >= plan.end)
                break;
            coming.push_back({at, model::TriggerKind::Interval, campaigns});
        }
        const TimeMs now = rounds.newestBoundary();
        for (const auto& timed :
             rounds.triggers().coming(now, std::min(now + base::kDayMs, plan.end), kComing))
            coming.push_back({timed.at, model::TriggerKind::Cron, timed.campaigns});
        std::ranges::stable_sort(coming, {}, &ComingRound::at);
    });
    return coming;
}

CommandPreview MarketSchedule::previewRunNow(std::span<const std::string> campaigns) const
{
    CommandPreview preview;
    preview.title = "Run a round now";
    const bool any = look([&](const Rounds& rounds) {
        const auto add = [&](const CampaignLine& line) {
            ++preview.objects;
            preview.lines.push_back(line.campaign().name + ": settle what was delivered, "
                                    + "work out its quota anew, send it to "
                                    + std::to_string(rounds.links().size()) + " ad servers");
        };
        for (const CampaignLine& line : rounds.sheet().lines())
            if (campaigns.empty() && line.isDue(rounds.newestBoundary()))
                add(line);
        for (const std::string& id : campaigns) {
            const Handle handle = rounds.plan().setup->vocabulary->campaigns.find(id);
            if (const CampaignLine* line = rounds.sheet().find(handle))
                add(*line);
            else
                preview.errors.push_back({"CAMPAIGN_NOT_FOUND", "campaign",
                                          "there is no campaign \"" + id + "\"",
                                          "name one of this market"});
        }
    });
    if (!any)
        preview.errors.push_back(noMarket());
    return preview;
}

Result<void> MarketSchedule::runNow(std::span<const std::string> campaigns,
                                    const std::string& actor)
{
    return m_access.order("Schedule", "round run by hand",
                          roundNow({campaigns.begin(), campaigns.end()}, actor));
}

CommandPreview MarketSchedule::previewRetry(std::span<const model::TaskId> tasks) const
{
    CommandPreview preview;
    preview.title = "Retry";
    const bool any = look([&](const Rounds& rounds) {
        for (const model::TaskId id : tasks) {
            const ArchivedTask* known = rounds.archive().find(id);
            if (known == nullptr || known->task.state != model::TaskState::Failed) {
                preview.errors.push_back(
                    known == nullptr
                        ? noTask(id)
                        : Error{"TRANSITION_ILLEGAL", "task " + std::to_string(id),
                                "only a failed task is retried by hand", "see its state"});
                continue;
            }
            ++preview.objects;
            const TaskRow row = rowOf(*known, rounds, rounds.newestBoundary());
            std::string first = "collect";
            for (std::size_t step = 0; step < model::kSagaSteps; ++step)
                if (row.steps[step] != StepMark::Done) {
                    first = model::kSagaStepNames[step];
                    break;
                }
            preview.lines.push_back(row.campaignName + ": goes on with " + first
                                    + "; what was done before is not done again");
        }
    });
    if (!any)
        preview.errors.push_back(noMarket());
    return preview;
}

Result<void> MarketSchedule::retry(std::span<const model::TaskId> tasks, const std::string& actor)
{
    return m_access.order("Schedule", std::to_string(tasks.size()) + " tasks retried by hand",
                          retryTasks({tasks.begin(), tasks.end()}, actor));
}

CommandPreview MarketSchedule::previewCancel(std::span<const model::TaskId> tasks) const
{
    CommandPreview preview;
    preview.title = "Cancel";
    const bool any = look([&](const Rounds& rounds) {
        for (const model::TaskId id : tasks) {
            const ArchivedTask* known = rounds.archive().find(id);
            if (known == nullptr) {
                preview.errors.push_back(noTask(id));
                continue;
            }
            const TaskDetail detail = detailOf(*known, rounds, rounds.newestBoundary());
            if (!detail.mayCancel) {
                preview.errors.push_back({"PAST_PIVOT", "task " + std::to_string(id),
                                          "it has ended, or an ad server has its quota already",
                                          "wait for the next round"});
                continue;
            }
            ++preview.objects;
            const bool isSettled = detail.row.steps[1] == StepMark::Done;
            preview.lines.push_back(
                detail.row.campaignName
                + (isSettled ? ": its settlement is taken back by reversals, then it ends"
                             : ": it ends at the next boundary of a step"));
        }
    });
    if (!any)
        preview.errors.push_back(noMarket());
    return preview;
}

Result<void> MarketSchedule::cancel(std::span<const model::TaskId> tasks, const std::string& actor)
{
    return m_access.order("Schedule", std::to_string(tasks.size()) + " tasks cancelled by hand",
                          cancelTasks({tasks.begin(), tasks.end()}, actor));
}

} // namespace gavel::runtime
