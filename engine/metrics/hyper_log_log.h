// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::metrics {

/// How many different values were added, in bounded memory: exact up to 128, then within about 2 %
/// (HyperLogLog with 2048 registers, Flajolet et al. 2007; the estimator without bias tables of
/// Ertl 2017, "New cardinality estimation algorithms for HyperLogLog sketches", Algorithm 6).
/// Adding twice, or merging twice, changes nothing.
class HyperLogLog
{
public:
    /// Of well-mixed 64-bit hashes.
    void add(std::uint64_t hash);
    void merge(const HyperLogLog& other);
    std::uint64_t estimate() const;

    /// Bytes to keep; equal sets that were added in any order have equal bytes.
    std::string bytes() const;
    /// False when the bytes are not those of a sketch.
    static bool read(std::string_view bytes, HyperLogLog& sketch);

private:
    static constexpr unsigned kBits = 11;
    static constexpr std::size_t kRegisters = std::size_t{1} << kBits;
    static constexpr std::size_t kMostExact = 128;
    void addToRegisters(std::uint64_t hash);
    void toRegisters();

    std::vector<std::uint64_t> m_exact; ///< sorted; empty once there are registers
    std::vector<std::uint8_t> m_registers; ///< empty while exact
};

} // namespace gavel::metrics
