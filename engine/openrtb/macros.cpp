// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/macros.h"

#include <algorithm>
#include <optional>

namespace gavel::openrtb {

namespace {

constexpr std::string_view kBase64Suffix = ":B64";

std::string base64(std::string_view bytes)
{
    constexpr std::string_view kAlphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto group = bytes.substr(i, 3);
        std::uint32_t bits = 0;
        for (std::size_t j = 0; j < 3; ++j)
            bits = (bits << 8) | (j < group.size() ? static_cast<unsigned char>(group[j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out += j <= group.size() ? kAlphabet[(bits >> (18 - 6 * j)) & 63U] : '=';
    }
    return out;
}

bool isUnreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~';
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (isUnreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15U];
    }
    return out;
}

/// The text that stands for a macro's inside, "AUCTION_PRICE:B64"; nullopt when it is no macro of
/// the standard.
std::optional<std::string> valueOf(std::string_view inside, const MacroValues& values,
                                   MacroPlace place)
{
    const bool encoded = inside.ends_with(kBase64Suffix);
    if (encoded)
        inside.remove_suffix(kBase64Suffix.size());
    const auto* const name = std::find(kMacroNames.begin(), kMacroNames.end(), inside);
    if (name == kMacroNames.end())
        return std::nullopt;
    const auto& value = values.texts[static_cast<std::size_t>(name - kMacroNames.begin())];
    const auto text = encoded ? base64(value) : value;
    return place == MacroPlace::Url ? percentEncoded(text) : text;
}

} // namespace

std::string substituteMacros(std::string_view text, const MacroValues& values, MacroPlace place)
{
    std::string out;
    while (true) {
        const auto start = text.find("${");
        out += text.substr(0, start);
        if (start == std::string_view::npos)
            return out;
        text.remove_prefix(start);
        const auto end = text.find('}');
        const auto value = end == std::string_view::npos
            ? std::nullopt
            : valueOf(text.substr(2, end - 2), values, place);
        // An unknown macro loses only its opening mark, so that one nested inside it is still
        // found.
        out += value ? std::string_view(*value) : text.substr(0, 2);
        text.remove_prefix(value ? end + 1 : 2);
    }
}

} // namespace gavel::openrtb
