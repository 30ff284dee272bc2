// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/schedule_view.h"
#include "engine/runtime/scheduler/ad_server_link.h"
#include "engine/runtime/scheduler/ledger_desk.h"
#include "engine/runtime/scheduler/quota_sheet.h"
#include "engine/runtime/scheduler/task_archive.h"
#include "engine/scheduling/dispatcher.h"
#include "engine/scheduling/saga.h"
#include "engine/scheduling/task_queue.h"
#include "engine/scheduling/times/triggers.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace gavel::runtime {

/// What campaigns did in earlier runs of a market whose money goes on, by id.
struct MarketBefore
{
    struct Campaign
    {
        CampaignSums sums;
        SpentSoFar spent;
    };
    std::map<std::string, Campaign> campaigns;
    std::map<std::string, std::int64_t> publishers; ///< earned nano-units
    std::int64_t feeNanos = 0;
    std::vector<ledger::SourcePosition> sources; ///< where the log of each earlier server ends
};

/// The scheduling rounds of one market: collect what was delivered, settle it, work out the next
/// quota, hand it out; one saga task for each campaign. Deterministic: what it grants depends only
/// on its plan, the reports and the edits, in their order. One thread.
class Rounds final : public scheduling::SagaSteps
{
public:
    struct Plan
    {
        std::shared_ptr<const model::MarketSetup> setup;
        store::Workspace* workspace = nullptr; ///< nullptr: in memory only
        std::string market; ///< "live", or a scenario's name
        std::uint32_t run = 0; ///< in the event log
        bool isLive = false;
        std::int64_t intervalMs = base::kMinuteMs;
        TimeMs end{INT64_MAX}; ///< of the market
        QuotaSheet::Market curve;
        MarketBefore before;
        std::map<std::string, Money> beside; ///< spent outside the auctions, by campaign
        std::int32_t taxPpm = 0;
    };
    using Links = std::vector<std::shared_ptr<AdServerLink>>;
    /// A server of another process, and what the log says of it so far.
    struct Member
    {
        std::shared_ptr<AdServerLink> link;
        model::QuotaReport soFar;
    };
    using Members = std::vector<Member>;
    /// Loads what an earlier process left: open tasks, the book, and quota that is still with
    /// servers of other processes. Errors: those of the store.
    static Result<std::unique_ptr<Rounds>> open(Plan plan, Links links, Members members,
                                                TimeMs now);

    // rounds; an error means that the store failed: nothing more may be granted
    /// Before the first auction: resumes open tasks and grants the first two windows.
    Result<void> begin(TimeMs now);
    /// The round of a boundary. Servers that have not reported by now get nothing new.
    Result<void> run(TimeMs boundary, TimeMs now);
    /// A campaign that is to have a round, and what happened to it, if something did.
    struct Wish
    {
        Handle campaign = base::kNone;
        std::optional<scheduling::TriggerEvent> event;
    };
    /// A round of some campaigns between two rounds, whose grants act at once. An event's, or, when
    /// the wishes name none, a person's.
    Result<void> between(std::span<const Wish> wishes, const std::string& actor, TimeMs now);
    /// Reports of the newest boundary that came after its round: their campaigns have a round of
    /// their own. Says whether there were any.
    Result<bool> takeLate(TimeMs now);
    /// While a clock that was set back by more than an interval shows again what has had its
    /// rounds: a round of everything at each interval, so that quota does not run out. Says whether
    /// there was one.
    Result<bool> repeat(TimeMs now);
    /// Rounds of campaigns whose cron rule names a time before the next boundary. What falls on a
    /// boundary, or in a scenario, is part of that boundary's round.
    Result<void> runCron(TimeMs now);
    std::optional<TimeMs> nextCron() const;
    /// Settles what the servers did to the end and releases what they hold: they are going away.
    Result<void> finish(TimeMs now);
    /// Goes on with tasks whose next try is due.
    Result<void> goOn(TimeMs now);
    /// Returns when all that was done is in the file. Only a scenario has anything left to write:
    /// after a crash it starts over, so its rounds do not wait for the disk.
    Result<void> awaitDurable();
    std::optional<TimeMs> nextDue() const { return m_saga->nextDue(); }
    /// Every server has left its report of the boundary. In a scenario reports count with the round
    /// only, so that what is done between two rounds does not depend on which server was faster.
    bool allReported(TimeMs boundary);
    TimeMs newestBoundary() const { return m_boundary; }
    std::uint64_t roundsDone() const { return m_done; }

    // servers of other processes
    /// It gets quota at once.
    Result<void> join(std::shared_ptr<AdServerLink> link, TimeMs now);
    /// It has left: this is all that it did. What it did not spend may be granted again.
    Result<void> leave(const model::QuotaReport& all, TimeMs now);

    // campaigns
    /// Says what it means to the campaign.
    scheduling::TriggerEvent edit(const model::Campaign& campaign, TimeMs now);
    void remove(const std::string& campaignId);
    /// Makes room for an amount that is spent outside the auctions: takes quota back from the
    /// servers where the budget is all granted. False: it does not fit.
    Result<bool> makeRoom(Handle campaign, Money amount, TimeMs now);
    void setBeside(Handle campaign, Money beside, TimeMs now);

    // by hand
    Result<void> retry(model::TaskId task, const std::string& actor, TimeMs now);
    Result<void> cancel(model::TaskId task, const std::string& actor, TimeMs now);

    // to look at
    const Plan& plan() const { return m_plan; }
    const QuotaSheet& sheet() const { return m_sheet; }
    LedgerDesk& ledger() { return *m_ledger; }
    const LedgerDesk& ledger() const { return *m_ledger; }
    const TaskArchive& archive() const { return m_archive; }
    const scheduling::TaskBook& tasks() const { return *m_tasks; }
    const scheduling::TaskStore* taskStore() const { return m_taskStore.get(); }
    const std::vector<std::shared_ptr<AdServerLink>>& links() const { return m_links; }
    std::uint64_t epoch() const { return m_epoch; }
    const scheduling::Triggers& triggers() const { return m_triggers; }
    const scheduling::SagaPolicy& policy() const { return m_policy; }
    /// Why a campaign gets no or less quota; "" when nothing is in its way.
    const std::string& noteOf(Handle campaign) const;
    /// The campaigns that an advertiser's wallet pays, after something changed in it.
    std::vector<Wish> walletWishes(const std::string& advertiser) const;
    struct Window
    {
        std::uint64_t number = 0;
        model::TriggerKind trigger{};
        RoundTimes times;
        TimeMs startedAt;
        std::vector<model::TaskId> tasks;
        double wallMs = 0;
    };
    const std::vector<Window>& windows() const { return m_windows; } ///< newest last, bounded
    const ledger::RoundResult& lastResult() const { return m_result; }
    RoundView viewOf(const Window& window) const;
    SettlementStatus settlementStatus() const;
    /// The money of the market's day that holds this moment, as far as this process settled it.
    /// Without sums for a day that this process has not seen settled from its beginning.
    MoneyDay moneyDay(TimeMs moment) const;
    static void setSums(MoneyDay& day, const ledger::MoneySums& sums);
    std::size_t failedTasks() const;

private:
    enum class Kind : std::uint8_t { Opening, Regular, Between, Closing };

    Rounds(Plan plan, Links links);
    Result<void> load(const Members& members, TimeMs now);
    Result<void> recallTasks();
    Result<void> knowCampaigns(TimeMs now);
    /// A new or edited campaign.
    CampaignLine& know(const model::Campaign& campaign, TimeMs now);
    Result<void> meet(const model::Campaign& campaign, TimeMs now);
    /// How far the log of each server has come with its last report.
    std::vector<ledger::SourcePosition> reported() const;
    void take(std::size_t server, model::QuotaReport report);
    void takeOf(std::size_t server, TimeMs boundary);
    void adoptMembers(Members members);
    void forgetLeft();
    /// Servers that ran out of their time unheard of long ago.
    void giveUpLost();
    void levelServers();
    std::size_t serversThere() const;
    void setTimes(Handle handle, const model::Campaign& campaign, TimeMs now);
    RoundTimes timesOf(Kind kind, TimeMs boundary) const;
    std::vector<scheduling::NewTask> tasksFor(std::span<const Wish> wishes,
                                              model::TriggerKind trigger, const std::string& actor,
                                              TimeMs now) const;
    Result<void> play(std::span<const scheduling::NewTask> tasks, model::TriggerKind trigger,
                      TimeMs now);
    Result<void> turnAll(TimeMs now);
    std::vector<Wish> due(std::optional<scheduling::TriggerEvent> event) const;

    // the steps
    void perform(const scheduling::StepBatch& batch, TimeMs now,
                 std::vector<scheduling::StepOutcome>& outcomes) override;
    void collect(const scheduling::StepBatch& batch,
                 std::vector<scheduling::StepOutcome>& outcomes);
    void settle(const scheduling::StepBatch& batch, TimeMs now,
                std::vector<scheduling::StepOutcome>& outcomes);
    void undoSettle(const scheduling::StepBatch& batch, TimeMs now,
                    std::vector<scheduling::StepOutcome>& outcomes);
    /// Grants that did not reach their server.
    struct Losses
    {
        struct Grants
        {
            int sent = 0; ///< of the campaign, to all servers
            int lost = 0;
        };
        std::map<Handle, Grants> campaigns; ///< those with a loss
        std::string silent; ///< the servers' names
    };
    Result<void> proposeLacking(const scheduling::StepBatch& batch, TimeMs now);
    Losses sendGrants(const scheduling::StepBatch& batch);
    static std::string distributed(const CampaignLine* line);
    void distribute(const scheduling::StepBatch& batch, TimeMs now,
                    std::vector<scheduling::StepOutcome>& outcomes);
    std::vector<CampaignLine*> unsettledWith(std::span<CampaignLine* const> lines);
    ledger::RoundResult settleLines(std::span<CampaignLine* const> lines, std::uint64_t key,
                                    TimeMs now);
    bool isForeign(const CampaignLine& line) const;
    ledger::OwnSpendNote ownAtStart();
    ledger::OwnSpendNote ownSinceLast();
    void proposeAll(std::span<CampaignLine* const> lines, std::uint64_t key, TimeMs now);
    void noteRefusal(const CampaignLine& line, ledger::Outcome why);
    bool isDurable() const;

    Plan m_plan;
    Links m_links;
    QuotaSheet m_sheet;
    std::unique_ptr<LedgerDesk> m_ledger;
    std::unique_ptr<scheduling::TaskStore> m_taskStore;
    std::unique_ptr<scheduling::TaskQueue> m_taskQueue; ///< of a scenario
    TaskArchive m_archive;
    std::unique_ptr<scheduling::TaskBook> m_tasks;
    scheduling::SagaPolicy m_policy;
    std::unique_ptr<scheduling::Saga> m_saga;
    scheduling::Dispatcher m_dispatcher;
    std::uint64_t m_epoch = 1;

    Kind m_kind = Kind::Opening;
    RoundTimes m_times;
    TimeMs m_boundary; ///< of the newest round
    TimeMs m_before; ///< of the round before
    TimeMs m_repeatAt; ///< of the next round while a time is repeated; 0 = none
    std::uint64_t m_done = 0;
    std::optional<Error> m_failure; ///< of the store, met inside a step
    std::vector<std::vector<model::QuotaGrant>> m_grants; ///< by server, of the last distribution
    std::map<std::size_t, model::QuotaReport> m_early; ///< by server, of a scenario's next round
    /// By server that joined before: what the log said of it when this scheduler began.
    std::map<std::size_t, model::QuotaReport> m_soFar;
    /// Where the log of a server ends that has left.
    struct Left
    {
        ledger::SourcePosition end;
        bool isSettled = false; ///< a round since the last of a boundary says so
        int regularRounds = 0; ///< rounds of boundaries by then that do
    };
    std::vector<Left> m_left;
    /// Sums as they were kept last, of campaigns of other currencies, by campaign and server.
    std::map<std::pair<Handle, std::size_t>, ledger::OwnSums> m_ownKept;
    std::map<Handle, ledger::OwnPeriods> m_ownPeriods;
    std::unordered_map<model::TaskId, std::uint64_t> m_settledBy; ///< key of the round; open tasks
    std::map<Handle, std::string> m_notes;
    scheduling::Triggers m_triggers; ///< of campaigns with rules of their own
    std::vector<Window> m_windows;
    std::uint64_t m_roundsMade = 0;
    ledger::RoundResult m_result;
};

} // namespace gavel::runtime
