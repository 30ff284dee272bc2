// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_book.h"
#include "engine/scheduling/times/cron_times.h"

#include <array>
#include <optional>
#include <vector>

namespace gavel::scheduling {

/// Minutes that an interval may have: an emergency's base tick, holidays, bidding plans, large
/// budgets, the usual. Each divides the hour, so local hours and days begin with a round.
inline constexpr std::array<int, 5> kIntervalMinutes{1, 5, 15, 30, 60};
/// Error: INTERVAL_INVALID.
Result<void> checkInterval(int minutes);

/// What becomes of windows that ended while nobody looked (a crash, a stop, a clock that jumped).
enum class Misfire : std::uint8_t {
    FireOnce, ///< one run for all of them together
    Skip, ///< none, but for a newest one that ended within the grace
    FireAll, ///< one run each, the newest `most` of them
};
inline constexpr std::array<std::string_view, 3> kMisfireNames{"fire_once", "skip", "fire_all"};

/// When a campaign's rounds are due by themselves.
struct TriggerRule
{
    /// Interval when there is no cron rule. A window begins at a multiple of the minutes on the
    /// clock of the zone, and where that clock jumps.
    int minutes = 1;
    std::optional<model::CronRule> cron;
    dsp::TimeZone zone;
    model::TaskPriority priority = model::TaskPriority::Normal;
    Misfire misfire = Misfire::FireOnce;
    std::uint32_t most = 60; ///< of FireAll
    std::int64_t graceMs = base::kMinuteMs; ///< of Skip

    model::TriggerKind kind() const
    {
        return cron ? model::TriggerKind::Cron : model::TriggerKind::Interval;
    }
    /// The first end of a window after a time.
    TimeMs nextAfter(TimeMs time) const;
    bool operator==(const TriggerRule&) const = default;
};

/// Why a round is wanted beside its times.
enum class TriggerEvent : std::uint8_t {
    BudgetChanged,
    CampaignStarted,
    CampaignEdited, ///< anything else of it, or it was removed
    WalletChanged,
    SourceLate, ///< an ad server's report came after its round
    ClockSetBack, ///< the windows of this time have had their runs, yet quota must not run out
    ServerJoined,
    ServerLeft,
    MarketOpened,
    MarketClosed,
};
inline constexpr std::array<std::string_view, 10> kTriggerEventNames{
    "budget_changed", "campaign_started", "campaign_edited", "wallet_changed", "source_late",
    "clock_set_back", "server_joined",    "server_left",     "market_opened",  "market_closed"};
/// What a task that such an event made says of it in its history: a JSON object.
std::string detailOf(TriggerEvent event);

/// Rounds that are to come at one moment, of one kind.
struct ComingRounds
{
    TimeMs at;
    model::TriggerKind trigger = model::TriggerKind::Interval;
    std::uint32_t campaigns = 0;
};

/// The times of every campaign's rounds. Pure; one thread.
class Triggers
{
public:
    /// Sets or replaces a campaign's rule. Its first window ends after `now`, or follows on the
    /// newest window the book knows.
    void set(Handle campaign, std::uint16_t slot, const TriggerRule& rule, const TaskBook& book,
             TimeMs now);
    /// No more rounds by themselves.
    void remove(Handle campaign);

    /// Tasks that are due by now, windows of a campaign in order, and moves on behind them. While a
    /// clock that was set back repeats a time whose windows have run, campaigns with an interval
    /// get a round of TriggerEvent::ClockSetBack at that interval instead.
    std::vector<NewTask> due(TimeMs now);
    /// When the next one is due; nothing when no campaign has a rule.
    std::optional<TimeMs> nextDue() const;

    /// A round at once, of the second it is wanted in: the same wanted twice within a second is one
    /// run. Its priority is High.
    static NewTask atOnce(Handle campaign, std::uint16_t slot, TriggerEvent event, TimeMs now);
    static NewTask byHand(Handle campaign, std::uint16_t slot, std::string actor, TimeMs now);

    /// The calendar: what is due in [from, until), by time, at most `most` lines.
    std::vector<ComingRounds> coming(TimeMs from, TimeMs until, std::size_t most) const;
    const TriggerRule* ruleOf(Handle campaign) const;
    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        Handle campaign = base::kNone;
        std::uint16_t slot = 0;
        std::uint32_t rule = 0; ///< in m_rules
        TimeMs windowStart; ///< of the next window
        TimeMs windowEnd;
        TimeMs repeatAt; ///< of the next round while a time is repeated; 0 = none
    };
    struct SharedRule
    {
        TriggerRule rule;
        std::uint32_t campaigns = 0;
    };

    std::uint32_t shared(const TriggerRule& rule);
    void addDue(Entry& entry, TimeMs now, std::vector<NewTask>& tasks) const;
    bool addRepeated(Entry& entry, TimeMs now, std::vector<NewTask>& tasks) const;

    std::vector<SharedRule> m_rules; ///< few: most campaigns have the same
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_places; ///< by campaign: place in m_entries + 1
    TimeMs m_nextDue{INT64_MAX};
    TimeMs m_latest{INT64_MIN}; ///< time it was asked about
    bool m_repeats = false; ///< a campaign may be in a time that the clock shows again
};

} // namespace gavel::scheduling
