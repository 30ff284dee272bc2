// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/message.h"

#include <array>
#include <utility>

namespace gavel::gateway {

namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> kMethods{{
    {"GET", Method::Get},
    {"HEAD", Method::Head},
    {"POST", Method::Post},
    {"PUT", Method::Put},
    {"PATCH", Method::Patch},
    {"DELETE", Method::Delete},
    {"OPTIONS", Method::Options},
}};

constexpr std::array<std::pair<unsigned, std::string_view>, 20> kPhrases{{
    {200, "OK"},
    {204, "No Content"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

} // namespace

Method methodNamed(std::string_view name)
{
    for (const auto& [text, method] : kMethods)
        if (text == name)
            return method;
    return Method::Other;
}

std::string_view name(Method method)
{
    for (const auto& [text, known] : kMethods)
        if (known == method)
            return text;
    return "OTHER";
}

std::string_view reasonPhrase(unsigned status)
{
    for (const auto& [known, phrase] : kPhrases)
        if (known == status)
            return phrase;
    return "Unknown";
}

} // namespace gavel::gateway
