// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/hyper_log_log.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace gavel::metrics {

namespace {

// Ertl 2017, equations (19) and (21).
double sigma(double x)
{
    if (x == 1)
        return std::numeric_limits<double>::infinity();
    double y = 1;
    double z = x;
    for (double before = -1; z != before; y += y) {
        x *= x;
        before = z;
        z += x * y;
    }
    return z;
}

double tau(double x)
{
    if (x == 0 || x == 1)
        return 0;
    double y = 1;
    double z = 1 - x;
    for (double before = -1; z != before;) {
        x = std::sqrt(x);
        before = z;
        y *= 0.5;
        z -= (1 - x) * (1 - x) * y;
    }
    return z / 3;
}

} // namespace

void HyperLogLog::add(std::uint64_t hash)
{
    if (!m_registers.empty()) {
        addToRegisters(hash);
        return;
    }
    const auto place = std::lower_bound(m_exact.begin(), m_exact.end(), hash);
    if (place != m_exact.end() && *place == hash)
        return;
    m_exact.insert(place, hash);
    if (m_exact.size() > kMostExact)
        toRegisters();
}

void HyperLogLog::toRegisters()
{
    m_registers.assign(kRegisters, 0);
    for (const std::uint64_t hash : m_exact)
        addToRegisters(hash);
    m_exact.clear();
    m_exact.shrink_to_fit();
}

void HyperLogLog::addToRegisters(std::uint64_t hash)
{
    const std::uint64_t rest = hash << kBits;
    const int rank = rest == 0 ? 64 - static_cast<int>(kBits) + 1 : std::countl_zero(rest) + 1;
    std::uint8_t& held = m_registers[hash >> (64 - kBits)];
    held = std::max(held, static_cast<std::uint8_t>(rank));
}

void HyperLogLog::merge(const HyperLogLog& other)
{
    if (other.m_registers.empty()) {
        for (const std::uint64_t hash : other.m_exact)
            add(hash);
        return;
    }
    if (m_registers.empty())
        toRegisters();
    for (std::size_t i = 0; i < kRegisters; ++i)
        m_registers[i] = std::max(m_registers[i], other.m_registers[i]);
}

std::uint64_t HyperLogLog::estimate() const
{
    if (m_registers.empty())
        return m_exact.size();
    constexpr int kHighest = 64 - static_cast<int>(kBits);
    std::array<int, kHighest + 2> counts{};
    for (const std::uint8_t rank : m_registers)
        ++counts[rank];
    const auto m = static_cast<double>(kRegisters);
    double z = m * tau(1 - counts[kHighest + 1] / m);
    for (int k = kHighest; k >= 1; --k)
        z = 0.5 * (z + counts[static_cast<std::size_t>(k)]);
    z += m * sigma(counts[0] / m);
    constexpr double kAlpha = 0.721347520444481703680; // 1 / (2 ln 2)
    return static_cast<std::uint64_t>(std::llround(kAlpha * m * m / z));
}

std::string HyperLogLog::bytes() const
{
    if (!m_registers.empty())
        return {m_registers.begin(), m_registers.end()};
    std::string bytes(m_exact.size() * sizeof(std::uint64_t), '\0');
    if (!m_exact.empty())
        std::memcpy(bytes.data(), m_exact.data(), bytes.size());
    return bytes;
}

bool HyperLogLog::read(std::string_view bytes, HyperLogLog& sketch)
{
    sketch = {};
    if (bytes.size() == kRegisters) {
        sketch.m_registers.assign(bytes.begin(), bytes.end());
        return std::all_of(sketch.m_registers.begin(), sketch.m_registers.end(),
                           [](std::uint8_t rank) { return rank <= 64 - kBits + 1; });
    }
    if (bytes.size() > kMostExact * sizeof(std::uint64_t)
        || bytes.size() % sizeof(std::uint64_t) != 0)
        return false;
    sketch.m_exact.resize(bytes.size() / sizeof(std::uint64_t));
    if (!bytes.empty())
        std::memcpy(sketch.m_exact.data(), bytes.data(), bytes.size());
    return std::is_sorted(sketch.m_exact.begin(), sketch.m_exact.end());
}

} // namespace gavel::metrics
