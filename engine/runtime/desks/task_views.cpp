// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/task_views.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/scheduling/step_key.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <cmath>

namespace gavel::runtime {

using model::SagaStep;
using model::StepStatus;
using model::TaskEvent;
using model::TaskEventKind;
using model::TaskState;

namespace {

constexpr std::string_view kOwner = "node-a";

SagaStep presentStep(const model::ScheduleTask& task)
{
    for (std::size_t i = 0; i < model::kSagaSteps; ++i)
        if (task.steps[i] != StepStatus::Done)
            return static_cast<SagaStep>(i);
    return SagaStep::Distribute;
}

StepMark markOf(const model::ScheduleTask& task, SagaStep step)
{
    const bool isPresent = presentStep(task) == step;
    switch (task.of(step)) {
    case StepStatus::Done:
        return StepMark::Done;
    case StepStatus::Unknown:
        return StepMark::Unknown;
    case StepStatus::Undoing:
    case StepStatus::Undone:
        return StepMark::Undone;
    case StepStatus::Intent:
        return task.pivotPassed && step == SagaStep::Distribute ? StepMark::Partial
                                                                : StepMark::Working;
    case StepStatus::Waiting:
        if (isPresent && task.state == TaskState::Failed)
            return StepMark::Failed;
        if (isPresent && task.pivotPassed)
            return StepMark::Partial;
        return StepMark::None;
    }
    return StepMark::None;
}

TaskWait waitOf(const model::ScheduleTask& task, TimeMs now)
{
    if (model::isTerminal(task.state))
        return {};
    if (task.state == TaskState::Failed)
        return {TaskWait::For::Person, 0, {}, task.failure ? task.failure->advice : std::string()};
    if (task.dueAt > now)
        return {TaskWait::For::Retry, (task.dueAt - now + 999) / 1000, {}, {}};
    if (task.state == TaskState::Pending || task.state == TaskState::Scheduled)
        return {TaskWait::For::Turn, 0, {}, {}};
    return {TaskWait::For::Step, 0, presentStep(task), {}};
}

/// The JSON detail of an event; empty when it has none.
boost::json::object detailOf(const TaskEvent& event)
{
    if (!event.text || event.text->detail.empty())
        return {};
    auto detail = base::parseJson(event.text->detail, "event");
    return detail && detail->is_object() ? std::move(detail->as_object()) : boost::json::object();
}

std::optional<std::int64_t> numberIn(const boost::json::object& detail, std::string_view key)
{
    const auto* value = detail.if_contains(key);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    return value->to_number<std::int64_t>();
}

StepOutput outputOf(const TaskEvent& event, const CampaignLine* campaign)
{
    const boost::json::object detail = detailOf(event);
    const auto number = [&](std::string_view key) { return numberIn(detail, key).value_or(0); };
    StepOutput output;
    if (campaign != nullptr)
        output.currency = campaign->campaign().currency;
    if (detail.contains("new_wins"))
        output.collected
            = {number("new_bids"), number("new_wins"),
               base::Accrual(number("new_spent_nanos")).whole(), number("servers"), number("of")};
    else if (detail.contains("held_micros")) {
        output.settled = {{},
                          Money{number("charged_micros")},
                          Money{number("held_micros")},
                          static_cast<double>(number("bid_factor_ppm")) / 1e6};
        if (const auto newly = numberIn(detail, "new_charged_micros"))
            output.settled->charged = Money{*newly};
    } else if (detail.contains("quota_nanos"))
        output.distributed = {number("servers"), base::Accrual(number("quota_nanos")).whole()};
    return output;
}

/// "budget_changed", of a task that an event made.
std::string triggerOf(const TaskEvent& event)
{
    const boost::json::object detail = detailOf(event);
    const auto* name = detail.if_contains("event");
    return name != nullptr && name->is_string() ? std::string(name->as_string()) : std::string();
}

StepMark markOf(TaskState reached, bool saysWhatWasDone)
{
    if (saysWhatWasDone || reached == TaskState::Completed)
        return StepMark::Done;
    if (reached == TaskState::PartiallyCompleted)
        return StepMark::Partial;
    return reached == TaskState::Failed ? StepMark::Failed : StepMark::Working;
}

StepMark markOf(TaskEventKind kind)
{
    switch (kind) {
    case TaskEventKind::Created:
        return StepMark::None;
    case TaskEventKind::StepDone:
        return StepMark::Done;
    case TaskEventKind::StepUnknown:
        return StepMark::Unknown;
    case TaskEventKind::Attempt:
        return StepMark::Failed;
    case TaskEventKind::CompensationIntent:
    case TaskEventKind::CompensationDone:
        return StepMark::Undone;
    default:
        return StepMark::Working;
    }
}

TaskLine lineOf(const TaskEvent& event, const CampaignLine* campaign)
{
    TaskLine line;
    line.at = event.at;
    line.kind = event.kind;
    line.mark = markOf(event.kind);
    line.to = event.to;
    line.step = event.step;
    if (event.text)
        line.actor = event.text->actor;
    if (event.kind == TaskEventKind::Transition || event.kind == TaskEventKind::StepDone)
        line.output = outputOf(event, campaign);
    if (event.kind == TaskEventKind::Transition)
        line.mark = markOf(event.to, line.output.isKnown());
    if (event.kind == TaskEventKind::Created)
        line.trigger = triggerOf(event);
    else if (event.text && !line.output.isKnown())
        line.detail = event.text->detail;
    return line;
}

std::string rawOf(const TaskEvent& event)
{
    boost::json::object out;
    out["version"] = event.version;
    out["at"] = event.at.value;
    out["kind"] = base::nameOf(event.kind, model::kTaskEventKindNames);
    out["from"] = base::nameOf(event.from, model::kTaskStateNames);
    out["to"] = base::nameOf(event.to, model::kTaskStateNames);
    out["step"] = base::nameOf(event.step, model::kSagaStepNames);
    out["cause"] = base::nameOf(event.cause, model::kTaskCauseNames);
    out["attempt"] = event.attempt;
    if (event.dueAt != TimeMs{})
        out["due_at"] = event.dueAt.value;
    if (event.text && !event.text->actor.empty())
        out["actor"] = event.text->actor;
    if (event.text && !event.text->detail.empty()) {
        const auto detail = base::parseJson(event.text->detail, "event");
        out["detail"] = detail ? *detail : boost::json::value(event.text->detail);
    }
    return base::jsonText(out);
}

std::vector<TaskSpan> spansOf(const ArchivedTask& task, TimeMs now)
{
    std::vector<TaskSpan> spans;
    for (const TaskEvent& event : task.events) {
        const bool begins
            = event.kind == TaskEventKind::Created || event.kind == TaskEventKind::Transition;
        if (!begins)
            continue;
        if (!spans.empty())
            spans.back().to = event.at;
        spans.push_back({event.to, event.at, event.at, false});
    }
    if (!spans.empty() && !model::isEnded(spans.back().state)) {
        spans.back().to = now;
        spans.back().lasts = true;
    }
    return spans;
}

/// What a step said of itself is the detail of the event that records it.
const TaskEvent* recordOf(const ArchivedTask& task, SagaStep step)
{
    const TaskState next = step == SagaStep::Collect ? TaskState::Calculating
        : step == SagaStep::Settle                   ? TaskState::Distributing
                                                     : TaskState::Completed;
    const TaskEvent* record = nullptr;
    for (const TaskEvent& event : task.events)
        if ((event.kind == TaskEventKind::Transition && event.to == next)
            || (event.kind == TaskEventKind::StepDone && event.step == step))
            record = &event;
    return record;
}

TaskStepDetail stepOf(const ArchivedTask& task, SagaStep step, const CampaignLine* campaign)
{
    TaskStepDetail detail;
    detail.step = step;
    detail.mark = markOf(task.task, step);
    for (const TaskEvent& event : task.events)
        if (event.kind == TaskEventKind::Attempt && event.step == step)
            detail.attempts = std::max(detail.attempts, event.attempt);
    detail.key = scheduling::stepKey(task.task.id, task.task.generation, step, false).text();
    detail.windowStart = task.task.windowStart;
    detail.windowEnd = task.task.windowEnd;
    if (const TaskEvent* record = recordOf(task, step); record != nullptr && record->text) {
        detail.output = outputOf(*record, campaign);
        if (!detail.output.isKnown())
            detail.said = record->text->detail;
    }
    return detail;
}

} // namespace

TaskRow rowOf(const ArchivedTask& known, const Rounds& rounds, TimeMs now)
{
    const model::ScheduleTask& task = known.task;
    TaskRow row;
    row.id = task.id;
    row.campaignId = rounds.plan().setup->vocabulary->campaigns.text(task.campaign);
    const CampaignLine* line = rounds.sheet().find(task.campaign);
    row.campaignName = line == nullptr ? row.campaignId : line->campaign().name;
    row.round = task.windowStart;
    row.trigger = task.trigger;
    row.priority = task.priority;
    row.state = task.state;
    const bool runs = !model::isEnded(task.state) && task.state != TaskState::Pending
        && task.state != TaskState::Scheduled;
    row.attempt = task.attempt + (runs ? 1 : 0);
    row.mostAttempts = rounds.policy().retry.attempts;
    row.owner = task.node == 0 ? std::string() : std::string(kOwner);
    const TimeMs end = model::isEnded(task.state) ? task.changedAt : std::max(now, task.createdAt);
    row.seconds = static_cast<double>(end - task.createdAt) / 1000;
    for (std::size_t step = 0; step < model::kSagaSteps; ++step)
        row.steps[step] = markOf(task, static_cast<SagaStep>(step));
    row.wait = waitOf(task, now);
    row.cancelRequested = task.cancelRequested;
    if (task.failure && task.state != TaskState::Completed)
        row.failure = task.failure->description;
    return row;
}

TaskDetail detailOf(const ArchivedTask& known, const Rounds& rounds, TimeMs now)
{
    TaskDetail detail;
    detail.row = rowOf(known, rounds, now);
    detail.spans = spansOf(known, now);
    const CampaignLine* line = rounds.sheet().find(known.task.campaign);
    for (const TaskEvent& event : known.events) {
        detail.lines.push_back(lineOf(event, line));
        const bool isTry = event.kind == TaskEventKind::Attempt
            || event.kind == TaskEventKind::StepUnknown || event.kind == TaskEventKind::StepIntent;
        if (isTry)
            detail.attempts.push_back(detail.lines.back());
        detail.raw.push_back(rawOf(event));
    }
    for (std::size_t step = 0; step < model::kSagaSteps; ++step)
        detail.steps.push_back(stepOf(known, static_cast<SagaStep>(step), line));
    if (known.task.failure)
        detail.failure = *known.task.failure;
    detail.mayRetry = known.task.state == TaskState::Failed;
    detail.mayCancel = !model::isEnded(known.task.state) && !known.task.pivotPassed
        && !known.task.cancelRequested;
    return detail;
}

bool isNotDone(const TaskRow& row)
{
    return row.state != TaskState::Completed && row.state != TaskState::Cancelled;
}

bool comesBefore(const TaskRow& a, const TaskRow& b)
{
    if (isNotDone(a) != isNotDone(b))
        return isNotDone(a);
    return a.id > b.id;
}

QuotaFlow flowOf(const CampaignLine& line, const Rounds& rounds)
{
    const auto whole = [](std::int64_t nanos) { return base::Accrual(nanos).whole(); };
    const model::Campaign& campaign = line.campaign();
    QuotaFlow flow;
    flow.campaignId = campaign.id;
    flow.campaignName = campaign.name;
    flow.currency = campaign.currency;
    flow.pacing = campaign.pacing;
    flow.bound = line.boundName();
    const bool isHour = flow.bound == "hour";
    const bool isDay = flow.bound == "day";
    flow.budget = isHour ? campaign.budgetHour : isDay ? campaign.budgetDay : campaign.budgetTotal;
    flow.spent = isHour ? whole(line.spentHour())
        : isDay         ? whole(line.spentDay())
                        : whole(line.sums().spent) + line.beside();
    flow.held = whole(std::max<std::int64_t>(line.outstanding() - line.spentNow(), 0));
    flow.free = std::max(flow.budget - flow.spent - flow.held, Money{});
    const auto& servers = rounds.sheet().servers();
    for (std::size_t server = 0; server < servers.size() && server < line.slices().size();
         ++server) {
        const scheduling::QuotaSlice& slice = line.slices()[server];
        if (slice.outstanding() == 0 && slice.version() == 0)
            continue;
        QuotaSlice shown;
        shown.server = servers[server].name;
        shown.source = servers[server].source;
        shown.granted = whole(std::max<std::int64_t>(slice.outstanding() - slice.spent(), 0));
        shown.spent = whole(slice.spent());
        shown.epoch = rounds.epoch();
        shown.version = slice.version();
        shown.appliedVersion = slice.appliedVersion();
        shown.notAfter = rounds.sheet().notAfter(line);
        shown.bidFactorPpm = rounds.sheet().granted(line).bidFactorPpm;
        shown.answering = servers[server].reachable;
        shown.lastReport = servers[server].lastReport;
        const auto health = rounds.links()[server]->health();
        shown.load = health ? health->load : std::nan("");
        flow.slices.push_back(std::move(shown));
    }
    return flow;
}

} // namespace gavel::runtime
