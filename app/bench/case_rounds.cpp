// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/random.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/runtime/scheduler/rounds.h"
#include "engine/scheduling/task_schema.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace gavel::bench {

BenchResult benchRounds();
BenchResult benchRoundsMany();

namespace {

constexpr std::uint32_t kServers = 8;
constexpr std::uint32_t kPublishers = 12;
constexpr int kWarmRounds = 2;
constexpr int kMeasuredRounds = 5;
constexpr TimeMs kFirstRound{1'774'000'800'000}; ///< 10:00 UTC
constexpr std::int64_t kBid = 2'000'000; ///< nano-units

/// An ad server that wins a few auctions of every campaign in each window, within its quota.
class BusyServer final : public runtime::AdServerLink
{
public:
    BusyServer(std::uint32_t source, std::uint32_t campaigns)
        : m_source(source)
        , m_name("server-" + std::to_string(source))
        , m_campaigns(campaigns)
        , m_limits(campaigns + 1)
        , m_random(source)
    {
        m_report.server = source;
        for (Handle campaign = 1; campaign <= campaigns; ++campaign)
            m_report.campaigns.emplace_back().campaign = campaign;
        for (Handle publisher = 1; publisher <= kPublishers; ++publisher)
            m_report.publishers.push_back({publisher, 0});
    }

    std::uint32_t source() const override { return m_source; }
    const std::string& name() const override { return m_name; }
    std::optional<model::QuotaReport> report(TimeMs boundary) override
    {
        m_report.at = boundary;
        ++m_report.lastSequence;
        for (Handle campaign = 1; campaign <= m_campaigns; ++campaign)
            deliver(m_report.campaigns[campaign - 1], m_limits[campaign]);
        return m_report;
    }
    Result<model::QuotaReport> reportNow(TimeMs at) override { return *report(at); }
    bool isDurable(std::uint64_t) const override { return true; }
    Result<void> give(TimeMs, const model::QuotaGrants& grants) override
    {
        for (const model::QuotaGrant& grant : *grants.grants) {
            m_limits[grant.campaign] = grant.limit.nanos;
            auto& line = m_report.campaigns[grant.campaign - 1];
            line.appliedEpoch = grant.epoch;
            line.appliedVersion = grant.version;
            line.boundNanos = std::max(grant.limit.nanos, line.spentNanos);
        }
        return {};
    }
    Result<void> giveNow(const model::QuotaGrants& grants) override { return give({}, grants); }
    void open(TimeMs) override { }

private:
    void deliver(model::CampaignReport& line, std::int64_t limit)
    {
        for (int win = 0; win < 3; ++win) {
            const std::int64_t price = kBid / 2 + m_random.below(kBid / 2);
            if (line.spentNanos + price > limit)
                break;
            const std::int64_t fee = price / 10;
            line.spentNanos += price;
            line.clearedNanos += price;
            line.publisherNanos += price - fee;
            m_report.feeNanos += fee;
            m_report.publishers[m_random.below(kPublishers)].earnedNanos += price - fee;
            ++line.bids;
            ++line.wins;
            ++line.impressions;
        }
        line.boundNanos = std::max(limit, line.spentNanos);
        line.pacing.asked += 20;
        line.pacing.eligible += 10;
        line.pacing.worthSeen += 10 * kBid;
        line.pacing.highestBid = {kBid};
    }

    std::uint32_t m_source;
    std::string m_name;
    std::uint32_t m_campaigns;
    std::vector<std::int64_t> m_limits; ///< by campaign
    base::Random m_random;
    model::QuotaReport m_report;
};

std::shared_ptr<const model::MarketSetup> setupOf(std::uint32_t campaigns)
{
    auto setup = std::make_shared<model::MarketSetup>();
    setup->start = kFirstRound;
    setup->shards = kServers;
    for (std::uint32_t i = 1; i <= campaigns; ++i) {
        model::Campaign campaign;
        campaign.id = "camp-" + std::to_string(i);
        campaign.name = campaign.id;
        campaign.advertiserId = "adv-" + std::to_string(i % (campaigns / 10) + 1);
        campaign.status = model::CampaignStatus::Active;
        campaign.budgetTotal = Money::units(10'000);
        campaign.budgetDay = Money::units(1'000);
        campaign.flightStart = {kFirstRound.value - base::kDayMs};
        campaign.timeZone = i % 3 == 0 ? "Asia/Shanghai" : "UTC";
        setup->vocabulary->campaigns.intern(campaign.id);
        setup->campaigns.push_back(std::move(campaign));
    }
    for (std::uint32_t i = 1; i <= kPublishers; ++i) {
        model::Publisher publisher;
        publisher.id = "pub-" + std::to_string(i);
        setup->vocabulary->of(model::Dimension::Publisher).intern(publisher.id);
        setup->publishers.push_back(std::move(publisher));
    }
    return setup;
}

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t whole = 0;
    std::size_t resident = 0;
    file >> whole >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Whole rounds on a workspace: reports of eight ad servers taken, money settled, quota worked
/// out, reserved and sent, every state and transfer durable. Seconds are of the median round.
BenchResult runRounds(const char* name, std::uint32_t campaigns)
{
    BenchResult result;
    result.name = name;
    result.work = campaigns;
    const auto file = std::filesystem::temp_directory_path()
        / ("gavel-bench-rounds-" + std::to_string(getpid()) + ".gavel");
    std::vector<store::Migration> rooms;
    for (const auto room : {ledger::ledgerMigrations(), scheduling::schedulingMigrations()})
        rooms.insert(rooms.end(), room.begin(), room.end());
    auto workspace = store::Workspace::open(file, rooms);
    if (!workspace)
        return failed(std::move(result), workspace.error());
    runtime::Rounds::Links links;
    for (std::uint32_t server = 1; server <= kServers; ++server)
        links.push_back(std::make_unique<BusyServer>(server, campaigns));
    runtime::Rounds::Plan plan;
    plan.isLive = true; // a scenario does not wait for the disk
    plan.setup = setupOf(campaigns);
    plan.workspace = workspace->get();
    plan.market = "bench";
    plan.run = 1;
    const std::size_t before = residentBytes();
    auto opened = runtime::Rounds::open(std::move(plan), std::move(links), {}, kFirstRound);
    if (!opened)
        return failed(std::move(result), opened.error());
    runtime::Rounds& rounds = **opened;
    if (auto begun = rounds.begin(kFirstRound); !begun)
        return failed(std::move(result), begun.error());
    std::vector<double> seconds;
    std::size_t warm = 0;
    for (int round = 1; round <= kWarmRounds + kMeasuredRounds; ++round) {
        const TimeMs at = kFirstRound + round * base::kMinuteMs;
        const std::int64_t begin = base::monotonicNanos();
        if (auto done = rounds.run(at, at); !done)
            return failed(std::move(result), done.error());
        if (round > kWarmRounds)
            seconds.push_back(static_cast<double>(base::monotonicNanos() - begin) * 1e-9);
        else
            warm = residentBytes();
    }
    const std::size_t after = residentBytes();
    std::ranges::sort(seconds);
    result.seconds = seconds[seconds.size() / 2];
    const auto view = rounds.viewOf(rounds.windows().back());
    const auto done = view.states[static_cast<std::size_t>(model::TaskState::Completed)];
    const auto& book = rounds.ledger().book();
    result.extra.emplace_back("completed", std::to_string(done));
    result.extra.emplace_back("transfers", std::to_string(book.lastSequence()));
    result.extra.emplace_back("bytes_per_campaign",
                              rounded(static_cast<double>(warm - before) / campaigns));
    result.extra.emplace_back("growth_per_round",
                              rounded(static_cast<double>(after) / campaigns / kMeasuredRounds
                                      - static_cast<double>(warm) / campaigns / kMeasuredRounds));
    result.extra.emplace_back("broken",
                              std::to_string(rounds.sheet().broken() + rounds.ledger().broken()
                                             + rounds.archive().broken()));
    opened->reset();
    workspace->reset();
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", "-lock"})
        std::filesystem::remove(file.string() + end, ignored);
    return result;
}

} // namespace

BenchResult benchRounds()
{
    return runRounds("rounds", 10'000);
}

BenchResult benchRoundsMany()
{
    return runRounds("rounds-100k", 100'000);
}

} // namespace gavel::bench
