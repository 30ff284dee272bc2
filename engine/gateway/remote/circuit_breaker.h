// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <string_view>

namespace gavel::gateway {

enum class BreakerState : std::uint8_t { Closed, Open, HalfOpen };
inline constexpr std::array<std::string_view, 3> kBreakerStateNames{"CLOSED", "OPEN", "HALF_OPEN"};

/// Stops calling a part that keeps failing: after `threshold` failures in a row it opens; after
/// `recoveryMs` one call may try (half open), whose success closes it and whose failure opens it
/// again. Any thread.
class CircuitBreaker
{
public:
    static constexpr unsigned kThreshold = 5;
    static constexpr std::int64_t kRecoveryMs = 60'000;

    explicit CircuitBreaker(const base::Clock& clock, unsigned threshold = kThreshold,
                            std::int64_t recoveryMs = kRecoveryMs);

    /// Whether a call may be made now. When half open only the first caller may, until it tells how
    /// that went.
    bool mayCall();
    void succeeded();
    void failed();
    BreakerState state() const;
    unsigned failures() const; ///< in a row

private:
    const base::Clock& m_clock;
    const unsigned m_threshold;
    const std::int64_t m_recoveryMs;
    mutable std::mutex m_mutex;
    BreakerState m_state = BreakerState::Closed;
    unsigned m_failures = 0;
    TimeMs m_openedAt;
};

} // namespace gavel::gateway
