// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// Words to be found inside a text, letters A to Z in either case. A table of pairs of letters
/// leaves out most places of a text that holds none of them.
class MarkSet
{
public:
    MarkSet() = default;
    /// Words of at least two bytes.
    explicit MarkSet(const std::vector<std::string>& words);
    bool isIn(std::string_view text) const;

private:
    static constexpr std::size_t kPairs = 1024;
    static std::size_t pairOf(char a, char b);

    std::vector<std::string> m_words; ///< lower case
    std::bitset<kPairs> m_pairs; ///< of the first two letters of each word
};

} // namespace gavel::pipeline
