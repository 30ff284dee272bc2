// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/histogram.h"
#include "engine/base/random.h"
#include "engine/store/event_writer.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <unistd.h>

namespace gavel::bench {

BenchResult benchEvents();

namespace {

using model::DeliveryEvent;
using model::EventKind;

constexpr std::uint64_t kFlatOut = 2'000'000; // events as fast as they are taken
constexpr std::uint64_t kPaced = 100'200; // events at 16 700 a second: six seconds
constexpr std::int64_t kPacedGapNanos = 1'000'000'000 / 16'700;
constexpr Handle kNamed = 100;

/// A market's mix: one win, one impression, now and then a click.
DeliveryEvent eventAt(std::uint64_t sequence)
{
    constexpr std::array kMix{EventKind::Bid,        EventKind::Win,        EventKind::Impression,
                              EventKind::Win,        EventKind::Impression, EventKind::Win,
                              EventKind::Impression, EventKind::Click};
    DeliveryEvent event;
    event.kind = kMix[sequence % kMix.size()];
    event.sequence = sequence;
    event.at = {1'767'225'600'000 + static_cast<std::int64_t>(sequence)};
    event.auction = sequence;
    event.campaign = static_cast<Handle>(sequence * 7 % kNamed + 1);
    event.seat = event.campaign % 6 + 1;
    event.placement = static_cast<Handle>(sequence % 40 + 1);
    event.creative = event.campaign;
    event.user = base::mix64(sequence);
    event.amount = 1'250'000;
    event.publisher = 1'125'000;
    return event;
}

std::shared_ptr<const model::Vocabulary> vocabulary()
{
    auto words = std::make_shared<model::Vocabulary>();
    for (Handle i = 1; i <= kNamed; ++i) {
        words->campaigns.intern("camp-" + std::to_string(i));
        words->creatives.intern("creative-" + std::to_string(i));
        words->seats.intern("seat-" + std::to_string(i));
        words->of(model::Dimension::Placement).intern("placement-" + std::to_string(i));
    }
    return words;
}

/// A new workspace in the working folder, so that the disk under it is a real one; removed at the
/// end.
struct Bed
{
    Bed()
        : file("gavel-bench-" + std::to_string(::getpid()) + ".gavel")
        , workspace(must(store::Workspace::open(file)))
        , writer(std::make_unique<store::EventWriter>(*workspace))
        , source(must(writer->addSource(must(writer->beginRun("bench", {})), "shard 0")))
    {
    }
    ~Bed()
    {
        writer.reset();
        workspace.reset();
        for (const char* end : {"", "-lock", "-wal", "-shm"})
            std::filesystem::remove(file.string() + end);
    }
    template<typename T>
    static T must(Result<T> result)
    {
        if (!result) {
            std::fprintf(stderr, "%s\n", toString(result.error()).c_str());
            std::_Exit(3);
        }
        return std::move(*result);
    }

    std::filesystem::path file;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> writer;
    std::uint32_t source;
};

double flatOutSeconds(double& megabytes)
{
    Bed bed;
    base::SpscRing<DeliveryEvent> ring(1 << 16);
    if (!bed.writer->attach(ring, bed.source, vocabulary()))
        std::_Exit(3);
    const std::int64_t began = base::monotonicNanos();
    for (std::uint64_t sequence = 1; sequence <= kFlatOut; ++sequence)
        while (!ring.push(eventAt(sequence)))
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    if (!bed.writer->flush())
        std::_Exit(3);
    const double seconds = static_cast<double>(base::monotonicNanos() - began) * 1e-9;
    megabytes = static_cast<double>(std::filesystem::file_size(bed.file)) / 1e6;
    return seconds;
}

/// Times from when each event was due to when its commit was told, microseconds.
base::Histogram pacedDelays(double& commits)
{
    Bed bed;
    base::SpscRing<DeliveryEvent> ring(1 << 16);
    base::Histogram delays;
    std::uint64_t told = 0;
    std::uint64_t rounds = 0;
    const std::int64_t began = base::monotonicNanos() + 50'000'000;
    const auto dueAt = [&](std::uint64_t sequence) {
        return began + static_cast<std::int64_t>(sequence) * kPacedGapNanos;
    };
    const auto afterCommit = [&] {
        const std::uint64_t durable = bed.writer->committed(bed.source);
        const std::int64_t now = base::monotonicNanos();
        for (; told < durable; ++told)
            delays.add(static_cast<std::uint64_t>((now - dueAt(told + 1)) / 1000));
        ++rounds;
    };
    if (!bed.writer->attach(ring, bed.source, vocabulary(), afterCommit))
        std::_Exit(3);
    for (std::uint64_t sequence = 1; sequence <= kPaced;) {
        while (sequence <= kPaced && dueAt(sequence) <= base::monotonicNanos())
            if (ring.push(eventAt(sequence)))
                ++sequence;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    if (!bed.writer->detach(bed.source))
        std::_Exit(3);
    commits = static_cast<double>(rounds);
    return delays;
}

} // namespace

/// Durable delivery events, synchronous=FULL: flat out through one ring, then the acknowledgement
/// at 16 700 a second from the time each event was due.
BenchResult benchEvents()
{
    BenchResult result;
    result.name = "events";
    result.work = kFlatOut;
    double megabytes = 0;
    result.seconds = flatOutSeconds(megabytes);
    double commits = 0;
    const base::Histogram delays = pacedDelays(commits);
    result.p50Micros = static_cast<double>(delays.percentile(0.5));
    result.p99Micros = static_cast<double>(delays.percentile(0.99));
    result.extra = {{"paced_per_s", "16700"},
                    {"paced_events", std::to_string(delays.count())},
                    {"paced_commits", rounded(commits)},
                    {"bytes_per_event", rounded(megabytes * 1e6 / kFlatOut, 1)}};
    return result;
}

} // namespace gavel::bench
