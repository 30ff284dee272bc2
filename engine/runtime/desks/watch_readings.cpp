// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/watch_readings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kWindowMs = 5 * base::kMinuteMs;
constexpr double kMicrosPerMs = 1000;
/// Before so much of the day's budget is planned, a distance to the plan says nothing.
constexpr double kYoungDay = 0.05;

std::int64_t asCount(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

std::string sessionName(std::uint64_t hash)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
    return {digits.data(), end};
}

std::int64_t processorNanos()
{
    constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    const auto nanos
        = [](const timeval& time) { return time.tv_sec * kNanosPerSecond + time.tv_usec * 1000; };
    return nanos(usage.ru_utime) + nanos(usage.ru_stime);
}

/// The part of the machine's memory that this process has.
std::optional<double> memoryShare()
{
    std::ifstream file("/proc/self/statm");
    std::int64_t all = 0;
    std::int64_t resident = 0;
    if (!(file >> all >> resident))
        return std::nullopt;
    const auto pages = static_cast<double>(sysconf(_SC_PHYS_PAGES));
    return pages > 0 ? std::optional(static_cast<double>(resident) / pages) : std::nullopt;
}

std::optional<metrics::Counts> measured(const metrics::RatioWindow& window, TimeMs now)
{
    const metrics::Counts sum = window.sum(now);
    return sum.whole > 0 ? std::optional(sum) : std::nullopt;
}

} // namespace

WatchReadings::WatchReadings()
    : m_complete(kWindowMs)
    , m_accurate(kWindowMs)
    , m_refused(kWindowMs)
    , m_inTime(kWindowMs)
{
}

metrics::Counts WatchReadings::Total::news(Counts now)
{
    const bool goesOn = isKnown && now.whole >= counts.whole && now.part >= counts.part;
    const Counts added
        = goesOn ? Counts{now.part - counts.part, now.whole - counts.whole} : Counts{};
    counts = now;
    isKnown = true;
    return added;
}

void WatchReadings::say(std::string metric, std::string subject,
                        std::variant<double, Counts> reading)
{
    m_said.push_back({std::move(metric), std::move(subject), m_now, reading});
}

std::vector<metrics::Observation> WatchReadings::read(const Seen& seen)
{
    m_said.clear();
    m_now = seen.now;
    for (const auto& [ad, counts] : seen.traffic.ads)
        say("ctr", seen.adName(ad), counts);
    for (const auto& [session, clicks] : seen.traffic.sessions)
        say("session_clicks", sessionName(session), static_cast<double>(clicks));
    for (const auto& [group, open] : seen.deadDeliveries)
        say("dead_deliveries", group, static_cast<double>(open));
    readPipeline(seen);
    readMarket(seen);
    readDisk(seen.file);
    readLoad();
    return std::move(m_said);
}

void WatchReadings::readPipeline(const Seen& seen)
{
    const Completeness& all = seen.pipeline.sinceStart;
    const std::int64_t received = asCount(all.received);
    const std::int64_t missing = all.missing();
    say("completeness_gap", "", static_cast<double>(missing));
    m_complete.add(
        m_now,
        m_totals["complete"].news({received - std::max<std::int64_t>(missing, 0), received}));
    const std::uint64_t passed = all.stored - std::min(all.stored, all.repaired + all.quarantined);
    m_accurate.add(m_now,
                   m_totals["accurate"].news({asCount(passed), asCount(all.stored + all.dead)}));
    // What a sender wrote wrongly is no failure of this program.
    const Counts refused = m_totals["refused"].news({asCount(seen.pipeline.turnedAway), received});
    m_refused.add(m_now, refused);
    if (refused.whole > 0)
        say("requests", "collectors", refused);
    for (const SourceView& source : seen.sources) {
        say("completeness_gap", source.name, static_cast<double>(source.lastMinute.missing()));
        const Counts dead = m_totals["dead/" + source.name].news(
            {asCount(source.counts.dead), asCount(source.counts.received)});
        if (dead.whole > 0)
            say("dead_letters", source.name, dead);
        if (source.mayPause && !source.isPaused)
            say("source_failed", source.name, source.error.empty() ? 0.0 : 1.0);
    }
    double lag = -1;
    for (const StageView& stage : seen.pipeline.stages)
        lag = std::max(lag, stage.p99Ms);
    m_latencyMs = lag >= 0 ? std::optional(lag) : std::nullopt;
    if (lag >= 0)
        say("pipeline_lag_p99_ms", "", lag);
}

void WatchReadings::readMarket(const Seen& seen)
{
    const Snapshot& market = seen.market;
    std::int64_t late = 0;
    std::int64_t asked = 0;
    for (const SeatView& seat : market.seats) {
        const Counts news
            = m_totals["seat/" + seat.id].news({asCount(seat.late), asCount(seat.asked)});
        if (news.whole > 0)
            say("seat_late", seat.name, news);
        late += news.part;
        asked += news.whole;
    }
    m_inTime.add(m_now, {asked - late, asked});
    std::int64_t broken = 0;
    std::int64_t checked = 0;
    for (const Invariant& invariant : market.invariants) {
        if (!invariant.checked)
            continue;
        ++checked;
        broken += invariant.broken > 0 ? 1 : 0;
        say("broken_invariants", invariant.name, static_cast<double>(invariant.broken));
    }
    m_held = checked > 0 ? std::optional<Counts>({checked - broken, checked}) : std::nullopt;
    if (market.auctionP99Micros > 0)
        m_latencyMs = market.auctionP99Micros / kMicrosPerMs;
    readCampaigns(market);
}

void WatchReadings::readCampaigns(const Snapshot& market)
{
    Counts delivered;
    for (const CampaignView& campaign : market.campaigns) {
        if (campaign.status != model::CampaignStatus::Active || campaign.planToday.micros <= 0)
            continue;
        const std::int64_t spent = campaign.spentToday.micros;
        const std::int64_t plan = campaign.planToday.micros;
        if (static_cast<double>(plan) < kYoungDay * static_cast<double>(campaign.budgetDay.micros))
            continue;
        delivered.part += std::min(spent, plan);
        delivered.whole += plan;
        say("spend_to_plan", campaign.name, Counts{spent, plan});
        say("spend_behind_plan", campaign.name,
            Counts{std::max<std::int64_t>(plan - spent, 0), plan});
    }
    m_delivered = delivered.whole > 0 ? std::optional(delivered) : std::nullopt;
    Counts returned;
    for (const SeatView& seat : market.seats) {
        returned.part += seat.value.micros;
        returned.whole += seat.spend.micros;
    }
    m_returned = returned.whole > 0 ? std::optional(returned) : std::nullopt;
}

void WatchReadings::readDisk(const std::filesystem::path& file)
{
    if (file.empty())
        return;
    std::error_code failed;
    const auto log = std::filesystem::file_size(file.string() + "-wal", failed);
    say("log_bytes", "", failed ? 0.0 : static_cast<double>(log));
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const auto space = std::filesystem::space(folder, failed);
    if (!failed)
        say("disk_free_bytes", "", static_cast<double>(space.available));
}

void WatchReadings::readLoad()
{
    const std::int64_t wall = base::monotonicNanos();
    const std::int64_t used = processorNanos();
    if (m_loadNanos != 0 && wall > m_loadNanos) {
        const auto cores = std::max(1U, std::thread::hardware_concurrency());
        m_cpu = std::min(1.0,
                         static_cast<double>(used - m_cpuNanos)
                             / (static_cast<double>(wall - m_loadNanos) * cores));
    }
    m_loadNanos = wall;
    m_cpuNanos = used;
    m_memory = memoryShare();
    if (m_memory)
        say("memory_share", "", *m_memory);
}

health::HealthInputs WatchReadings::inputs() const
{
    health::HealthInputs inputs;
    inputs.complete = measured(m_complete, m_now);
    inputs.accurate = measured(m_accurate, m_now);
    inputs.consistent = m_held;
    inputs.latencyMs = m_latencyMs;
    inputs.errors = measured(m_refused, m_now);
    if (inputs.errors)
        inputs.processed = Counts{inputs.errors->whole - inputs.errors->part, inputs.errors->whole};
    inputs.cpu = m_cpu;
    inputs.memory = m_memory;
    inputs.withinSla = measured(m_inTime, m_now);
    inputs.delivered = m_delivered;
    inputs.returned = m_returned;
    return inputs;
}

} // namespace gavel::runtime
