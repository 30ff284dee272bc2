// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/live/live_wish.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using pipeline::MessageKind;

/// A parameter of the query, and the word of a subscription that it stands for.
struct Parameter
{
    std::string_view name;
    std::string_view word;
    std::string_view inside{}; ///< an object that has the word
    bool isList = true;
};
constexpr std::array<Parameter, 10> kParameters{{{"kind", "events"},
                                                 {"campaign", "campaigns"},
                                                 {"source", "sources"},
                                                 {"span", "spans"},
                                                 {"of", "of"},
                                                 {"state", "states"},
                                                 {"quarantined", "quarantined", {}, false},
                                                 {"level", "least_level", "alerts", false},
                                                 {"rule", "rules", "alerts"},
                                                 {"group", "groups", "alerts"}}};

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return text;
}

json::value valueOf(const Parameter& parameter, const std::string& text)
{
    if (parameter.name == "quarantined" && (text == "true" || text == "false"))
        return text == "true";
    return json::value(parameter.name == "kind" ? lowered(text) : text);
}

/// Adds what one parameter says to the words of a subscription.
void add(json::object& words, const Parameter& parameter, const std::string& text)
{
    json::object* object = &words;
    if (!parameter.inside.empty()) {
        auto& inside = words[parameter.inside];
        if (!inside.is_object())
            inside = json::object();
        object = &inside.get_object();
    }
    auto& value = (*object)[parameter.word];
    if (!parameter.isList) {
        value = valueOf(parameter, text);
        return;
    }
    if (!value.is_array())
        value = json::array();
    value.get_array().push_back(valueOf(parameter, text));
}

Result<std::uint64_t> placeOf(std::string_view text, const char* where)
{
    std::uint64_t place = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), place);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()
        || place > std::uint64_t{INT64_MAX})
        return Error{"INVALID_FIELD", where, "this is not a place",
                     "write the id of the last message that arrived"};
    return place;
}

std::optional<MessageKind> topicOf(std::string_view name)
{
    for (const MessageKind topic : pipeline::kTopics)
        if (pipeline::topicName(topic) == name)
            return topic;
    return std::nullopt;
}

} // namespace

Result<LiveWish> readLiveWish(std::string_view path, const ServiceCall& call,
                              std::string_view lastEventId)
{
    LiveWish wish;
    if (path.ends_with("/ws")) {
        wish.isWebSocket = true;
        path.remove_suffix(3);
    }
    const auto topic = topicOf(path);
    if (!topic)
        return Error{"PATH_NOT_FOUND", "path", "there is no such topic",
                     "write alerts, metrics, events or batches"};
    wish.topic = *topic;
    json::object words;
    for (const auto& [name, text] : call.query) {
        if (name == "after") {
            const auto place = placeOf(text, "after");
            if (!place)
                return place.error();
            wish.after = *place;
            continue;
        }
        const auto parameter = std::ranges::find(kParameters, name, &Parameter::name);
        if (parameter == kParameters.end())
            return Error{"INVALID_FIELD", name, "this is not known here",
                         "write kind, campaign, source, quarantined, of, span, state, level, rule, "
                         "group or after"};
        add(words, *parameter, text);
    }
    if (!lastEventId.empty()) {
        const auto place = placeOf(lastEventId, "Last-Event-ID");
        if (!place)
            return place.error();
        wish.after = *place;
    }
    std::vector<Error> errors;
    wish.filter = pipeline::readTopicFilter(words, wish.topic, errors);
    if (!errors.empty())
        return errors.front();
    return wish;
}

} // namespace gavel::gateway
