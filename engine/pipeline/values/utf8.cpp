// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/utf8.h"

#include <algorithm>
#include <array>
#include <simdjson.h>

namespace gavel::pipeline {

namespace {

/// The bytes of one character from `at` on by the table of RFC 3629, section 4; 0 when it is none.
std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto isTail = [&](std::size_t i, unsigned low, unsigned high) {
        return byte(i) >= low && byte(i) <= high;
    };
    struct Row
    {
        unsigned first, last; ///< of the first byte
        unsigned low, high; ///< of the second
        std::size_t length;
    };
    constexpr std::array<Row, 9> kRows{{{0x00, 0x7f, 0, 0, 1},
                                        {0xc2, 0xdf, 0x80, 0xbf, 2},
                                        {0xe0, 0xe0, 0xa0, 0xbf, 3},
                                        {0xe1, 0xec, 0x80, 0xbf, 3},
                                        {0xed, 0xed, 0x80, 0x9f, 3},
                                        {0xee, 0xef, 0x80, 0xbf, 3},
                                        {0xf0, 0xf0, 0x90, 0xbf, 4},
                                        {0xf1, 0xf3, 0x80, 0xbf, 4},
                                        {0xf4, 0xf4, 0x80, 0x8f, 4}}};
    const unsigned first = byte(0);
    for (const Row& row : kRows) {
        if (first < row.first || first > row.last)
            continue;
        bool isWhole = row.length == 1 || isTail(1, row.low, row.high);
        for (std::size_t i = 2; i < row.length; ++i)
            isWhole = isWhole && isTail(i, 0x80, 0xbf);
        return isWhole ? row.length : 0;
    }
    return 0;
}

} // namespace

std::size_t charactersIn(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

std::optional<std::size_t> firstByteNotUtf8(std::string_view text)
{
    if (simdjson::validate_utf8(text))
        return std::nullopt;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto length = utf8Length(text, at);
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

} // namespace gavel::pipeline
