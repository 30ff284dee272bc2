// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace gavel::base {

/// Milliseconds since 1970-01-01 UTC.
struct TimeMs
{
    std::int64_t value = 0;

    constexpr TimeMs operator+(std::int64_t milliseconds) const { return {value + milliseconds}; }
    constexpr std::int64_t operator-(TimeMs other) const { return value - other.value; }
    constexpr auto operator<=>(const TimeMs&) const = default; // NOLINT(modernize-use-nullptr)
};

inline constexpr std::int64_t kSecondMs = 1000;
inline constexpr std::int64_t kMinuteMs = 60 * kSecondMs;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;
inline constexpr std::int64_t kWeekMs = 7 * kDayMs;

/// Rounded down also before 1970; `by` is positive.
constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Where every part gets its time from. Two real kinds: the wall and a market's own virtual time.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimeMs now() const = 0;
};

class SystemClock final : public Clock
{
public:
    TimeMs now() const override;
};

/// Time that moves only when told; any thread may read, one thread sets.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(TimeMs start = {})
        : m_now(start.value)
    {
    }
    TimeMs now() const override { return {m_now.load(std::memory_order_relaxed)}; }
    void set(TimeMs time) { m_now.store(time.value, std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_now;
};

/// Nanoseconds of the monotonic clock, for measuring how long work took; never for deciding what is
/// due.
std::int64_t monotonicNanos();

} // namespace gavel::base

namespace gavel {
using base::TimeMs;
} // namespace gavel
