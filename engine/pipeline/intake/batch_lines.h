// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {
class Statement;
}

namespace gavel::pipeline {

/// What became of one line of a batch, as its block says.
enum class LineFate : std::uint8_t { Stored, Quarantined, Duplicate, Dead };

struct BatchLine
{
    LineFate fate{};
    std::uint8_t events = 0; ///< how many it is in the log
    std::uint64_t position = 0;
    std::string_view original;
    std::string_view changes; ///< "field\tbefore\tafter\thow\n" for each; "" = as it came
};

/// The lines of a batch as one zstd block: eight times smaller, and a line is found again by the
/// number of its event. Made before the lines are stored, so what became of them stands apart.
class LineBlock
{
public:
    void add(std::uint64_t position, std::string_view original, std::string_view changes);
    std::string pack() const;

private:
    std::string m_plain;
};
class FateBlock
{
public:
    void add(LineFate fate, std::uint8_t events);
    std::string pack() const;

private:
    std::string m_plain;
};

/// Lines read back; they view `text`.
struct UnpackedLines
{
    std::string text;
    std::vector<BatchLine> lines;
};
/// Without `fates` they are in the block, as the first version had them. Errors: STORE_CORRUPT.
Result<UnpackedLines> unpackLines(std::string_view block, std::optional<std::string_view> fates);
/// Of a row whose column has the block, and the next one the fates.
Result<UnpackedLines> linesOf(const store::Statement& row, int column);

} // namespace gavel::pipeline
