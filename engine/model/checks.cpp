// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/checks.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gavel::model {

namespace {

constexpr std::size_t kMostUrl = 2048;

bool isIdCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-';
}

/// Characters of a UTF-8 text: every byte but those that continue one.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string plain(double value)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end.ptr};
}

bool isWebAddress(std::string_view text)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!text.starts_with(scheme))
            continue;
        const auto rest = text.substr(scheme.size());
        return !rest.empty() && rest.front() != '/'
            && std::none_of(text.begin(), text.end(), [](char c) {
                   return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<';
               });
    }
    return false;
}

} // namespace

std::string at(const std::string& path, std::size_t i)
{
    return path + "[" + std::to_string(i) + "]";
}

bool isId(std::string_view text)
{
    return !text.empty() && text.size() <= 64
        && std::all_of(text.begin(), text.end(), isIdCharacter);
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void Checks::need(bool condition, std::string path, std::string what, std::string advice)
{
    if (!condition)
        m_errors.push_back({"INVALID_FIELD", std::move(path), std::move(what), std::move(advice)});
}

void Checks::id(std::string_view value, std::string path)
{
    need(isId(value), std::move(path), "\"" + std::string(value.substr(0, 70)) + "\" is not an id",
         "use 1 to 64 letters, digits, _ or -");
}

void Checks::text(std::string_view value, std::size_t least, std::size_t most, std::string path)
{
    const auto count = characters(value);
    if (least > 0 && isBlank(value)) {
        need(false, std::move(path), "this text is empty",
             "write 1 to " + std::to_string(most) + " characters");
        return;
    }
    need(count <= most, std::move(path), "the text has " + std::to_string(count) + " characters",
         "use at most " + std::to_string(most));
}

void Checks::url(std::string_view value, std::string path)
{
    need(value.size() <= kMostUrl, path,
         "the address has " + std::to_string(value.size()) + " characters", "use at most 2048");
    need(value.empty() || isWebAddress(value), std::move(path), "this is not a web address",
         "write it as https://example.com/page");
}

void Checks::range(double value, double least, double most, std::string path)
{
    need(value >= least && value <= most, std::move(path), plain(value) + " is out of range",
         "use " + plain(least) + " to " + plain(most));
}

} // namespace gavel::model
