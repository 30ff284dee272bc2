// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/device_words.h"

#include "engine/model/targeting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gavel::market {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 11> kSystems{{
    {"ios", "iOS"},
    {"ipados", "iPadOS"},
    {"android", "Android"},
    {"windows", "Windows"},
    {"macos", "macOS"},
    {"mac os", "macOS"},
    {"mac os x", "macOS"},
    {"os x", "macOS"},
    {"linux", "Linux"},
    {"chrome os", "ChromeOS"},
    {"harmonyos", "HarmonyOS"},
}};

/// In the order in which they are looked for.
constexpr std::array<Pair, 10> kBrowsers{{
    {"MicroMessenger/", "WeChat"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"UCBrowser/", "UC Browser"},
    {"FxiOS/", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
}};

bool sameWord(std::string_view a, std::string_view lower)
{
    const auto toLower
        = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(),
                      [&](char x, char y) { return toLower(x) == y; });
}

} // namespace

std::string_view deviceTypeWord(int deviceType)
{
    constexpr std::array<std::string_view, 9> kWords{
        "", "mobile", "desktop", "tv", "mobile", "tablet", "other", "tv", "other"};
    return deviceType > 0 && deviceType < static_cast<int>(kWords.size())
        ? kWords[static_cast<std::size_t>(deviceType)]
        : "";
}

std::string_view connectionWord(int connectionType)
{
    constexpr std::array<std::string_view, 8> kWords{"",   "ethernet", "wifi", "cellular",
                                                     "2g", "3g",       "4g",   "5g"};
    return connectionType > 0 && connectionType < static_cast<int>(kWords.size())
        ? kWords[static_cast<std::size_t>(connectionType)]
        : "";
}

std::string_view osWord(std::string_view os)
{
    for (const auto& [sent, word] : kSystems)
        if (sameWord(os, sent))
            return word;
    return os;
}

std::string_view browserWord(std::string_view userAgent)
{
    for (const auto& [mark, word] : kBrowsers)
        if (userAgent.find(mark) != std::string_view::npos)
            return word;
    return "";
}

std::uint32_t versionOf(std::string_view version)
{
    std::array<unsigned, 3> parts{};
    const char* at = version.data();
    const char* end = at + version.size();
    for (auto& part : parts) {
        const auto read = std::from_chars(at, end, part);
        if (read.ec != std::errc{} || read.ptr == end)
            break;
        at = read.ptr + 1;
    }
    return model::packVersion(parts[0], parts[1], parts[2]);
}

} // namespace gavel::market
