// SPDX-License-Identifier: GPL-3.0-or-later
// A million profiles in memory: how much they take, and how fast a user is found.
#include "app/bench/bench_case.h"
#include "engine/base/clock.h"
#include "engine/base/random.h"
#include "engine/dmp/profile_store.h"

#include <algorithm>
#include <cmath>
#include <malloc.h>

namespace gavel::bench {

BenchResult benchProfiles();

namespace {

constexpr std::uint32_t kProfiles = 1'000'000;
constexpr std::uint32_t kLookups = 4'000'000;
constexpr std::uint32_t kKeysAtOnce = 64;
constexpr std::uint32_t kWanted = 65'536;

std::string userId(std::uint32_t number)
{
    return "user-" + std::to_string(number * 7919ULL + 10'000'000);
}

void fill(dmp::ProfileStore& store)
{
    base::Random random(7);
    std::vector<Handle> interests;
    std::vector<Handle> segments;
    for (std::uint32_t i = 0; i < kProfiles; ++i) {
        interests.assign(1 + random.below(4), 0);
        segments.assign(random.below(6), 0);
        for (auto* list : {&interests, &segments})
            for (Handle& handle : *list)
                handle = 1 + random.below(5000);
        const Handle behaviour = 1 + random.below(6);
        const auto place = store.findOrAdd(userId(i));
        store.setLists(place, interests, {&behaviour, 1}, segments);
        store.setFacts(place,
                       {1 + random.below(2),
                        1 + random.below(3),
                        static_cast<std::uint8_t>(18 + random.below(50)),
                        0,
                        {}});
    }
}

std::size_t heapBytes()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace

BenchResult benchProfiles()
{
    BenchResult result{"profiles", kLookups, 0, 0, 0, {}};
    const std::size_t before = heapBytes();
    dmp::ProfileStore store;
    fill(store);
    const double megabytes = static_cast<double>(heapBytes() - before) / (1024.0 * 1024.0);
    std::vector<std::string> wanted;
    wanted.reserve(kWanted);
    base::Random random(11);
    for (std::uint32_t i = 0; i < kWanted; ++i)
        wanted.push_back(userId(random.below(kProfiles)));
    std::vector<double> batches;
    std::uint64_t found = 0;
    for (std::uint32_t done = 0; done < kLookups; done += kKeysAtOnce) {
        const std::int64_t begun = base::monotonicNanos();
        for (std::uint32_t i = 0; i < kKeysAtOnce; ++i) {
            const auto place = store.find(wanted[random.below(kWanted)]);
            found += store.lists(place).segments.size();
        }
        const auto nanos = static_cast<double>(base::monotonicNanos() - begun);
        result.seconds += nanos / 1e9;
        batches.push_back(nanos / kKeysAtOnce / 1000);
    }
    std::sort(batches.begin(), batches.end());
    result.p50Micros = batches[batches.size() / 2];
    result.p99Micros = batches[batches.size() * 99 / 100];
    result.extra = {{"profiles_mb", std::to_string(std::lround(megabytes))},
                    {"found", std::to_string(found)}};
    return result;
}

} // namespace gavel::bench
