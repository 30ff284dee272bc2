// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/scheduling/task_book.h"
#include "engine/scheduling/times/cron_times.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::scheduling {

/// When a campaign's rounds are due by themselves, beside those of its market.
struct TriggerRule
{
    model::CronRule cron;
    dsp::TimeZone zone;

    /// The first time that it names after another.
    TimeMs nextAfter(TimeMs time) const { return scheduling::nextAfter(cron, time, zone); }
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

/// Rounds that are to come at one moment.
struct ComingRounds
{
    TimeMs at;
    std::uint32_t campaigns = 0;
};

/// The times of campaigns that have rules of their own. Pure; one thread.
class Triggers
{
public:
    /// Sets or replaces a campaign's rule. Its first window ends after `now`, or follows on the
    /// newest window the book knows.
    void set(Handle campaign, std::uint16_t slot, const TriggerRule& rule, const TaskBook& book,
             TimeMs now);
    /// No more rounds by themselves.
    void remove(Handle campaign);

    /// Tasks that are due by now, one for each campaign, and moves on behind them: what was missed
    /// while nobody looked is one run. A clock that was set back makes nothing due twice.
    std::vector<NewTask> due(TimeMs now);
    /// When the next one is due; nothing when no campaign has a rule.
    std::optional<TimeMs> nextDue() const;

    /// The calendar: what is due in [from, until), by time, at most `most` lines.
    std::vector<ComingRounds> coming(TimeMs from, TimeMs until, std::size_t most) const;
    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        std::uint16_t slot = 0;
        TriggerRule rule;
        TimeMs windowStart; ///< of the next window
        TimeMs windowEnd;
    };
    std::map<Handle, Entry> m_entries;
};

} // namespace gavel::scheduling
