// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/push_request.h"

#include "engine/base/json.h"

#include <boost/json.hpp>
#include <boost/url.hpp>

namespace gavel::gateway {

namespace {

using model::AdField;
using pipeline::GivenField;
using pipeline::OfferedLine;

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view addressOf(const HttpRequest& request)
{
    const std::string_view first
        = trimmed(request.forwardedFor.substr(0, request.forwardedFor.find(',')));
    for (const std::string_view address : {first, trimmed(request.realIp), request.peer})
        if (!address.empty() && address != "unknown")
            return address;
    return {};
}

Error notEvents()
{
    return {"INVALID_REQUEST", "body", "it is neither a list of objects nor JSON Lines",
            "send [{...},{...}] or one object a line"};
}

/// Where the JSON value that begins here ends: behind its closing bracket. npos = it has none.
std::size_t endOfObject(std::string_view text)
{
    int depth = 0;
    bool isText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isText = false;
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

Result<std::vector<OfferedLine>> eventsOfList(std::string_view list)
{
    std::vector<OfferedLine> lines;
    std::string_view rest = trimmed(list.substr(1, list.size() - 2));
    while (!rest.empty()) {
        const std::size_t end = rest.front() == '{' ? endOfObject(rest) : std::string_view::npos;
        if (end == std::string_view::npos)
            return notEvents();
        lines.push_back({std::string(rest.substr(0, end)), 0, 0, {}});
        rest = trimmed(rest.substr(end));
        if (rest.empty())
            break;
        if (rest.front() != ',')
            return notEvents();
        rest = trimmed(rest.substr(1));
        if (rest.empty())
            return notEvents();
    }
    return lines;
}

} // namespace

std::vector<GivenField> givenBySender(const HttpRequest& request)
{
    std::vector<GivenField> given;
    if (const auto address = addressOf(request); !address.empty())
        given.push_back({AdField::IpAddress, std::string(address), false, false});
    if (!request.userAgent.empty())
        given.push_back({AdField::UserAgent, std::string(request.userAgent), false, false});
    return given;
}

Result<std::vector<OfferedLine>> eventsOf(std::string_view body)
{
    const std::string_view text = trimmed(body);
    if (text.empty())
        return notEvents();
    if (text.front() == '[')
        return text.back() == ']' ? eventsOfList(text) : notEvents();
    std::vector<OfferedLine> lines;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const auto line = trimmed(rest.substr(0, end)); !line.empty())
            lines.push_back({std::string(line), 0, 0, {}});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

Result<std::string> eventOfQuery(std::string_view target)
{
    const auto url = boost::urls::parse_origin_form(target);
    if (!url)
        return Error{"INVALID_REQUEST", "address", "it is not well formed",
                     "write /api/v1/events/pixel.gif?eventType=IMPRESSION&advertisementId=..."};
    boost::json::object event;
    for (const auto& parameter : url->params()) {
        const std::string name = parameter.key == "type" ? "eventType" : parameter.key;
        if (event.contains(name))
            return Error{"INVALID_REQUEST", name, "it is there twice", "write it once"};
        event[name] = parameter.value;
    }
    return base::jsonText(event);
}

} // namespace gavel::gateway
