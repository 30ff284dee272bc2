// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/user_agent.h"

#include <algorithm>
#include <utility>

namespace gavel::pipeline {

namespace {

using Mark = std::pair<std::string_view, std::string_view>;

/// In the order in which they are looked for: the most particular first, since most agents claim to
/// be others too.
constexpr std::array<Mark, 11> kBrowserMarks{{
    {"MicroMessenger/", "WeChat"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"UCBrowser/", "UC Browser"},
    {"YaBrowser/", "Yandex"},
    {"FxiOS/", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
}};
constexpr std::array<Mark, 12> kSystemMarks{{
    {"Windows Phone", "Windows Phone"},
    {"Windows", "Windows"},
    {"iPad", "iPadOS"},
    {"iPhone", "iOS"},
    {"iPod", "iOS"},
    {"HarmonyOS", "HarmonyOS"},
    {"Android", "Android"},
    {"CrOS", "ChromeOS"},
    {"Mac OS X", "macOS"},
    {"Tizen", "Tizen"},
    {"Web0S", "webOS"},
    {"Linux", "Linux"},
}};
constexpr std::array<std::string_view, 14> kTelevisions{
    "SmartTV", "SMART-TV", "Smart TV", "AppleTV", "Apple TV", "GoogleTV", "Google TV",
    "BRAVIA",  "Roku",     "HbbTV",    "CrKey",   "AFTT",     "AFTS",     "Web0S"};
constexpr std::array<std::string_view, 4> kTablets{"iPad", "Tablet", "tablet", "Kindle"};
constexpr std::array<std::string_view, 5> kPhones{"iPhone", "iPod", "Mobile", "Windows Phone",
                                                  "BlackBerry"};
constexpr std::array<std::string_view, 5> kDesks{"Windows NT", "Macintosh", "CrOS", "X11",
                                                 "Linux x86_64"};

bool has(std::string_view text, std::string_view mark)
{
    return text.find(mark) != std::string_view::npos;
}

template<std::size_t N>
bool hasAny(std::string_view text, const std::array<std::string_view, N>& marks)
{
    return std::any_of(marks.begin(), marks.end(),
                       [text](std::string_view mark) { return has(text, mark); });
}

template<std::size_t N>
std::string_view wordOf(std::string_view text, const std::array<Mark, N>& marks)
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [text](const Mark& mark) { return has(text, mark.first); });
    return found == marks.end() ? std::string_view{} : found->second;
}

constexpr std::array<std::pair<std::string_view, DeviceClass>, 22> kDeviceWords{{
    {"mobile", DeviceClass::Mobile},
    {"phone", DeviceClass::Mobile},
    {"smartphone", DeviceClass::Mobile},
    {"mobile_phone", DeviceClass::Mobile},
    {"mobile_app", DeviceClass::Mobile},
    {"mobile_web", DeviceClass::Mobile},
    {"handset", DeviceClass::Mobile},
    {"desktop", DeviceClass::Desktop},
    {"pc", DeviceClass::Desktop},
    {"computer", DeviceClass::Desktop},
    {"laptop", DeviceClass::Desktop},
    {"tablet", DeviceClass::Tablet},
    {"pad", DeviceClass::Tablet},
    {"ctv", DeviceClass::Ctv},
    {"tv", DeviceClass::Ctv},
    {"smart_tv", DeviceClass::Ctv},
    {"smarttv", DeviceClass::Ctv},
    {"connected_tv", DeviceClass::Ctv},
    {"connected tv", DeviceClass::Ctv},
    {"set_top_box", DeviceClass::Ctv},
    {"connected_device", DeviceClass::Ctv},
    {"other", DeviceClass::Other},
}};

bool isSameWord(std::string_view written, std::string_view lower)
{
    return std::equal(written.begin(), written.end(), lower.begin(), lower.end(),
                      [](char a, char b) {
                          return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
                      });
}

} // namespace

DeviceClass deviceOfAgent(std::string_view userAgent)
{
    if (hasAny(userAgent, kTelevisions))
        return DeviceClass::Ctv;
    if (hasAny(userAgent, kTablets))
        return DeviceClass::Tablet;
    if (hasAny(userAgent, kPhones))
        return DeviceClass::Mobile;
    if (has(userAgent, "Android")) // one that does not say Mobile
        return DeviceClass::Tablet;
    return hasAny(userAgent, kDesks) ? DeviceClass::Desktop : DeviceClass::Unknown;
}

std::string_view browserOfAgent(std::string_view userAgent)
{
    return wordOf(userAgent, kBrowserMarks);
}

std::string_view systemOfAgent(std::string_view userAgent)
{
    return wordOf(userAgent, kSystemMarks);
}

DeviceClass deviceOfWord(std::string_view word)
{
    for (const auto& [lower, device] : kDeviceWords)
        if (isSameWord(word, lower))
            return device;
    return DeviceClass::Unknown;
}

std::string_view contractWord(DeviceClass device)
{
    constexpr std::array<std::string_view, 6> kWords{"",       "MOBILE", "DESKTOP",
                                                     "TABLET", "CTV",    "OTHER"};
    return kWords[static_cast<std::size_t>(device)];
}

} // namespace gavel::pipeline
