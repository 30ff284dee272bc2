// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/utf8.h"

#include <algorithm>
#include <simdjson.h>

namespace gavel::pipeline {

namespace {

/// The bytes of one character from `at` on by the table of RFC 3629, section 4; 0 when it is none.
std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto isTail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return isTail(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef)
        return isTail(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && isTail(2) ? 3
                                                                                                : 0;
    if (first >= 0xf0 && first <= 0xf4)
        return isTail(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && isTail(2)
                && isTail(3)
            ? 4
            : 0;
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
