// SPDX-License-Identifier: GPL-3.0-or-later
// Events from outside: collected, judged, stored, counted; at a fixed rate; counted anew; read.
#include "app/bench/bench_case.h"
#include "app/bench/outside_events.h"
#include "engine/base/random.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace gavel::bench {

BenchResult benchPipeline();
BenchResult benchPipelinePaced();
BenchResult benchRebuild();
BenchResult benchMetrics();

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kTold = 600'000;
constexpr std::size_t kLines = 2'000;
constexpr double kPacedRate = 16'700;
constexpr double kPacedSeconds = 8;

double secondsSince(std::int64_t began)
{
    return static_cast<double>(base::monotonicNanos() - began) * 1e-9;
}

std::vector<std::vector<std::string>> batches(std::uint64_t events, std::size_t size)
{
    std::vector<std::vector<std::string>> all;
    for (std::uint64_t number = 0; number < events; ++number) {
        if (number % size == 0)
            all.emplace_back().reserve(size);
        all.back().push_back(outsideEvent(number, kBenchCampaigns,
                                          kBenchDay + static_cast<std::int64_t>(number / 100)));
    }
    return all;
}

void fill(PipelineBed& bed, std::uint64_t events)
{
    for (const auto& lines : batches(events, kLines))
        bed.offer(lines);
    bed.waitForCount(events);
}

double pauseOf(const base::Histogram& micros, double share)
{
    return static_cast<double>(micros.percentile(share));
}

} // namespace

/// In batches of 2 000 lines, as fast as they are taken, until every counter has them.
BenchResult benchPipeline()
{
    BenchResult result;
    result.name = "pipeline";
    result.work = kTold;
    const auto all = batches(kTold, kLines);
    PipelineBed bed;
    const std::int64_t began = base::monotonicNanos();
    for (const auto& lines : all)
        bed.offer(lines);
    bed.waitForCount(kTold);
    result.seconds = secondsSince(began);
    result.extra
        = {{"batch", std::to_string(kLines)}, {"campaigns", std::to_string(kBenchCampaigns)}};
    return result;
}

/// 16 700 a second, offered every ten milliseconds whatever came of those before. Latencies count
/// from when an event was due: to its acknowledgement, and to the counter that shows it.
BenchResult benchPipelinePaced()
{
    BenchResult result;
    result.name = "pipeline-paced";
    const auto perOffer = static_cast<std::size_t>(kPacedRate / 100);
    const auto all = batches(static_cast<std::uint64_t>(kPacedRate * kPacedSeconds), perOffer);
    PipelineBed bed;
    const std::int64_t began = base::monotonicNanos() + 50'000'000;
    const auto dueAt
        = [&](std::size_t offer) { return began + static_cast<std::int64_t>(offer) * 10'000'000; };
    std::vector<std::atomic<std::int64_t>> acknowledged(all.size());
    base::Histogram visible;
    std::uint64_t total = 0;
    for (const auto& lines : all)
        total += lines.size();
    std::thread looker([&] {
        for (std::uint64_t shown = 0; shown < total;) {
            const std::uint64_t now = bed.counted();
            for (; shown < now; ++shown)
                visible.add(static_cast<std::uint64_t>(
                    (base::monotonicNanos() - dueAt(shown / perOffer)) / 1000));
            std::this_thread::sleep_for(10ms);
        }
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        while (base::monotonicNanos() < dueAt(i))
            std::this_thread::sleep_for(200us);
        bed.offer(all[i], [&, i] { acknowledged[i] = base::monotonicNanos(); });
    }
    looker.join();
    base::Histogram delays;
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double micros = static_cast<double>(acknowledged[i] - dueAt(i)) / 1000;
        delays.add(static_cast<std::uint64_t>(micros));
        sum += micros;
    }
    result.work = total;
    result.seconds = secondsSince(began);
    result.p50Micros = pauseOf(delays, 0.5);
    result.p99Micros = pauseOf(delays, 0.99);
    result.extra = {{"ack_mean_us", rounded(sum / static_cast<double>(all.size()))},
                    {"visible_p50_ms", rounded(pauseOf(visible, 0.5) / 1000)},
                    {"visible_p99_ms", rounded(pauseOf(visible, 0.99) / 1000)}};
    return result;
}

/// Every counter from the log, beside those in use, until the new ones are in their place.
BenchResult benchRebuild()
{
    BenchResult result;
    result.name = "rebuild";
    result.work = kTold;
    PipelineBed bed;
    fill(bed, kTold);
    auto& desk = bed.engine().pipeline();
    const std::int64_t began = base::monotonicNanos();
    must(desk.startReplay("bench"));
    while (desk.replay().isRunning)
        std::this_thread::sleep_for(2ms);
    result.seconds = secondsSince(began);
    result.extra = {{"outcome", desk.replay().outcome}};
    return result;
}

/// Thirty days: one campaign by hour, and the hundred of ten thousand that were seen most.
BenchResult benchMetrics()
{
    constexpr std::uint32_t kMany = 10'000;
    constexpr std::int64_t kDays = 30;
    constexpr std::int64_t kQuartersADay = 96;
    BenchResult result;
    result.name = "metrics";
    PipelineBed bed;
    std::uint64_t number = 0;
    std::vector<std::string> lines;
    const auto tell = [&](std::uint64_t seed, std::uint32_t campaigns, TimeMs at) {
        std::string line = outsideEvent(seed, campaigns, at);
        line.replace(line.find("-8000-") + 6, 12,
                     std::to_string(100'000'000'000 + ++number)); // each event once
        lines.push_back(std::move(line));
        if (lines.size() == kLines)
            bed.offer(std::exchange(lines, {}));
    };
    const TimeMs first{kBenchDay.value - kBenchDay.value % base::kDayMs - kDays * base::kDayMs};
    for (std::int64_t day = 0; day < kDays; ++day) {
        const TimeMs morning = first + day * base::kDayMs;
        for (std::uint32_t i = 0; i < kMany; ++i)
            tell(i * 10 + 1, kMany, morning + 36'000'000);
        for (std::int64_t quarter = 0; quarter < kQuartersADay; ++quarter)
            tell(1, kMany, morning + quarter * 15 * base::kMinuteMs);
    }
    if (!lines.empty())
        bed.offer(lines);
    bed.waitForCount(number);
    auto reader = must(bed.engine().workspace().reader());
    const auto scopes = bed.engine().countedScopes();
    const std::string busiest = "camp-" + std::to_string(base::mix64(1) % kMany);
    const auto name = must(pipeline::nameOf(reader, pipeline::CountedBy::Campaign, busiest));
    const std::int64_t firstQuarter = first.value / (15 * base::kMinuteMs);
    const std::int64_t firstDay = first.value / base::kDayMs;
    base::Histogram hourly;
    base::Histogram top;
    std::size_t hours = 0;
    constexpr int kLooks = 30;
    for (int round = 0; round < kLooks; ++round) {
        std::int64_t began = base::monotonicNanos();
        hours = must(pipeline::readCounters(reader,
                                            {scopes, pipeline::CountedBy::Campaign, name,
                                             pipeline::Granularity::Quarter, firstQuarter,
                                             firstQuarter + kDays * kQuartersADay}))
                    .size();
        hourly.add(static_cast<std::uint64_t>((base::monotonicNanos() - began) / 1000));
        began = base::monotonicNanos();
        const auto most = must(
            pipeline::readTop(reader,
                              {scopes, pipeline::CountedBy::Campaign, std::nullopt,
                               pipeline::Granularity::Day, firstDay - 1, firstDay + kDays + 1},
                              &pipeline::Measures::impressions, 100));
        if (most.size() != 100)
            std::_Exit(3);
        top.add(static_cast<std::uint64_t>((base::monotonicNanos() - began) / 1000));
        result.seconds += secondsSince(began);
    }
    result.work = kLooks;
    result.p50Micros = pauseOf(hourly, 0.5);
    result.p99Micros = pauseOf(hourly, 0.99);
    result.extra = {{"quarters", std::to_string(hours)},
                    {"top_p50_us", rounded(pauseOf(top, 0.5))},
                    {"top_p99_us", rounded(pauseOf(top, 0.99))}};
    return result;
}

} // namespace gavel::bench
