// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/runtime/engine.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace gavel::store {
class Connection;
}

namespace gavel::bench {

inline constexpr std::uint32_t kBenchCampaigns = 1'000;
inline constexpr TimeMs kBenchDay{1'774'000'800'000}; ///< 2026-03-20 10:00 UTC

/// An event as a sender tells it, about 300 bytes of JSON: of ten one is a click, the others are
/// impressions. The same number gives the same event.
std::string outsideEvent(std::uint64_t number, std::uint32_t campaigns, TimeMs at);

/// An engine over a new workspace in the working folder, so that the disk under it is a real one;
/// removed at the end. Without a market: events come from outside only.
class PipelineBed
{
public:
    PipelineBed();
    ~PipelineBed();
    PipelineBed(const PipelineBed&) = delete;
    PipelineBed& operator=(const PipelineBed&) = delete;

    runtime::Engine& engine() { return *m_engine; }
    /// Offers lines of the bench's own collector and waits while the intake is full; `done` as in
    /// pipeline::Offer.
    void offer(const std::vector<std::string>& lines, const std::function<void()>& done = {});
    /// Impressions and clicks that the counters have.
    std::uint64_t counted();
    void waitForCount(std::uint64_t count);

private:
    std::filesystem::path m_file;
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<store::Connection> m_reader;
    std::uint32_t m_collector = 0;
};

/// The value, or the end of the program with its error.
template<typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", toString(result.error()).c_str());
        std::_Exit(3);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace gavel::bench
