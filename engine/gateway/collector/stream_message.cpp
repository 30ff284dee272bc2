// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/collector/stream_message.h"

#include "engine/base/json.h"
#include "engine/gateway/collector/push_request.h"

#include <boost/json.hpp>
#include <boost/url.hpp>

#include <algorithm>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::size_t kMostFindings = 100;
constexpr std::size_t kMostName = 64;
constexpr std::int64_t kMostSequence = std::int64_t{1} << 53; ///< what a double holds
constexpr std::string_view kNameBytes
    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

/// Nothing when the line is an event; it names a sequence and nothing else.
Result<std::optional<std::uint64_t>> sequenceOf(std::string_view line)
{
    constexpr std::size_t kMostBytes = 64;
    if (line.size() > kMostBytes || line.find("\"sequence\"") == std::string_view::npos)
        return std::optional<std::uint64_t>();
    const auto value = base::parseJson(line, "message");
    if (!value || !value->is_object() || value->get_object().size() != 1)
        return std::optional<std::uint64_t>();
    std::vector<Error> errors;
    base::ObjectReader reader(*value, "", errors);
    std::uint64_t sequence = 0;
    if (!reader.integer<std::uint64_t>("sequence", sequence, 1, kMostSequence,
                                       base::Need::Required))
        return Error{"INVALID_REQUEST", "sequence", errors.front().what, errors.front().advice};
    return std::optional(sequence);
}

json::object findingOf(const pipeline::DeadLine& dead)
{
    return {{"line", dead.line + 1},
            {"rule", dead.rule},
            {"field", dead.field},
            {"message", dead.reason}};
}

} // namespace

Result<StreamMessage> readStreamMessage(std::string_view text)
{
    StreamMessage message;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto sequence = sequenceOf(text.substr(0, end));
    if (!sequence)
        return sequence.error();
    message.sequence = *sequence;
    if (message.sequence)
        text.remove_prefix(std::min(end + 1, text.size()));
    auto lines = eventsOf(text);
    if (!lines)
        return lines.error();
    message.lines = std::move(*lines);
    if (message.sequence)
        for (std::size_t i = 0; i < message.lines.size(); ++i)
            message.lines[i].position = *message.sequence + i;
    return message;
}

Result<std::string> streamSourceOf(std::string_view target)
{
    const Error wrong{"INVALID_REQUEST", "source", "it is 1 to 64 letters, figures, _ or -",
                      "write /api/v1/events/stream?source=edge-1"};
    const auto url = boost::urls::parse_origin_form(target);
    if (!url)
        return wrong;
    std::string source;
    for (const auto& parameter : url->params()) {
        if (parameter.key != "source" || !source.empty())
            return wrong;
        source = parameter.value;
        if (source.empty() || source.size() > kMostName
            || source.find_first_not_of(kNameBytes) != std::string::npos)
            return wrong;
    }
    return source.empty() ? std::string("stream") : source;
}

json::object outcomeObject(const pipeline::OfferOutcome& outcome)
{
    json::array findings;
    for (const auto& dead : outcome.dead)
        if (findings.size() < kMostFindings)
            findings.push_back(findingOf(dead));
    const auto& flow = outcome.flow;
    return {{"batch", outcome.batch},
            {"received", flow.received},
            {"stored", flow.stored},
            {"duplicate", flow.duplicate},
            {"dead", flow.dead},
            {"repaired", flow.repaired},
            {"quarantined", flow.quarantined},
            {"errors", std::move(findings)}};
}

} // namespace gavel::gateway
