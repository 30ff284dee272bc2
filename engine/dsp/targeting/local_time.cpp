// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/local_time.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <date/tz.h>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

namespace gavel::dsp {

struct ZoneTable
{
    std::string name;
    std::vector<std::int64_t>
        begins; ///< when an offset starts to count, ascending; begins[0] is the far past
    std::vector<std::int64_t> offsets; ///< local less UTC, milliseconds
};

namespace {

constexpr std::int64_t kLastYearEndMs = 4'102'444'800'000; // 2100-01-01
constexpr std::int64_t kFarPast = INT64_MIN;

ZoneTable tableOf(const date::time_zone& zone, std::string_view name)
{
    using std::chrono::milliseconds;
    ZoneTable table{std::string(name), {}, {}};
    for (date::sys_seconds at{}; at.time_since_epoch() < milliseconds(kLastYearEndMs);) {
        const date::sys_info info = zone.get_info(at);
        const std::int64_t offset = milliseconds(info.offset).count();
        if (table.offsets.empty() || table.offsets.back() != offset) {
            table.begins.push_back(
                table.begins.empty() ? kFarPast : milliseconds(at.time_since_epoch()).count());
            table.offsets.push_back(offset);
        }
        if (info.end <= at)
            break;
        at = info.end;
    }
    return table;
}

const ZoneTable& utcTable()
{
    static const ZoneTable table{"UTC", {kFarPast}, {0}};
    return table;
}

/// Every zone that was asked for; tables stay where they are once made.
class ZoneRegistry
{
public:
    Result<const ZoneTable*> find(std::string_view name)
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_tables.find(name); known != m_tables.end())
            return known->second.get();
        try {
            auto table = std::make_unique<ZoneTable>(tableOf(*date::locate_zone(name), name));
            return m_tables.emplace(table->name, std::move(table)).first->second.get();
        } catch (const std::runtime_error&) {
            return Error{"UNKNOWN_TIME_ZONE", "timeZone",
                         '"' + std::string(name) + "\" is not a known time zone",
                         "write an IANA name such as Europe/Berlin or UTC"};
        }
    }

private:
    std::mutex m_mutex;
    std::map<std::string, std::unique_ptr<ZoneTable>, std::less<>> m_tables;
};

} // namespace

TimeZone::TimeZone()
    : m_table(&utcTable())
{
}

Result<TimeZone> TimeZone::named(std::string_view name)
{
    static ZoneRegistry registry;
    if (name == "UTC")
        return TimeZone();
    const auto table = registry.find(name);
    if (!table)
        return table.error();
    return TimeZone(**table);
}

std::int64_t TimeZone::offsetMs(TimeMs time) const
{
    const auto& begins = m_table->begins;
    if (begins.size() == 1)
        return m_table->offsets.front();
    const auto next = std::upper_bound(begins.begin() + 1, begins.end(), time.value);
    return m_table->offsets[static_cast<std::size_t>(next - begins.begin()) - 1];
}

LocalTime TimeZone::at(TimeMs time) const
{
    const std::int64_t local = time.value + offsetMs(time);
    const std::int64_t day = base::floorDivide(local, base::kDayMs);
    const auto hour = static_cast<std::uint32_t>((local - day * base::kDayMs) / base::kHourMs);
    // 1970-01-01 was a Thursday, weekday 3.
    const auto weekday = static_cast<std::uint32_t>(((day + 3) % 7 + 7) % 7);
    return {static_cast<std::int32_t>(day), weekday * 24 + hour};
}

TimeMs TimeZone::startOfDay(std::int32_t day) const
{
    const std::int64_t midnight = day * base::kDayMs;
    // The offsets a day around midnight are the only ones that can count then.
    const std::int64_t before = offsetMs({midnight - base::kDayMs});
    const std::int64_t after = offsetMs({midnight + base::kDayMs});
    TimeMs earliest{midnight - std::max(before, after)};
    if (at(earliest).day == day && at({earliest.value - 1}).day != day)
        return earliest;
    TimeMs latest{midnight - std::min(before, after)};
    if (at(latest).day == day && at({latest.value - 1}).day != day)
        return latest;
    // Midnight itself is skipped: the day begins where the clock jumps.
    while (at(earliest).day < day)
        earliest = earliest + base::kMinuteMs;
    return earliest;
}

std::string_view TimeZone::name() const
{
    return m_table->name;
}

} // namespace gavel::dsp
