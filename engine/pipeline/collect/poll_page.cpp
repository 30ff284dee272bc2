// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/poll_page.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <simdjson.h>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
namespace ondemand = simdjson::ondemand;

constexpr std::size_t kMostCursorBytes = 4096;
constexpr std::size_t kMostDepth = 256;

Error brokenPage(const PollSettings& settings, std::string what, std::string advice)
{
    return {"PAGE_BROKEN", settings.address, std::move(what), std::move(advice)};
}

bool sameName(std::string_view a, std::string_view b)
{
    const auto lower
        = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

Result<std::optional<std::string>> goodCursor(std::string cursor, const PollSettings& settings)
{
    const bool isText = simdjson::validate_utf8(cursor)
        && std::ranges::none_of(cursor, [](char c) { return c >= 0 && c < ' '; });
    if (cursor.size() > kMostCursorBytes || !isText)
        return brokenPage(settings,
                          isText ? "the next cursor is longer than 4096 bytes"
                                 : "the next cursor has control characters or is not UTF-8",
                          "check where the next cursor is");
    return std::optional(std::move(cursor));
}

/// A text or a whole number; none when it is not there, null or empty.
Result<std::optional<std::string>> cursorIn(const json::value& page, const PollSettings& settings)
{
    boost::system::error_code missed;
    const json::value* value = page.find_pointer(settings.nextPointer, missed);
    if (value == nullptr || value->is_null())
        return std::optional<std::string>();
    if (const auto* text = value->if_string())
        return text->empty() ? Result<std::optional<std::string>>(std::nullopt)
                             : goodCursor({text->data(), text->size()}, settings);
    if (value->is_int64() || value->is_uint64())
        return std::optional(json::serialize(*value));
    return brokenPage(settings, "the next cursor is neither a text nor a whole number",
                      "check where the next cursor is");
}

std::string onOneLine(std::string_view raw)
{
    std::string line(raw.size(), '\0');
    std::size_t length = 0;
    if (simdjson::minify(raw.data(), raw.size(), line.data(), length) != simdjson::SUCCESS)
        return std::string(raw);
    line.resize(length);
    return line;
}

std::string_view rawOf(ondemand::value value)
{
    ondemand::object object;
    ondemand::array array;
    std::string_view raw;
    if (value.get_object().get(object) == simdjson::SUCCESS) {
        if (object.raw_json().get(raw) != simdjson::SUCCESS)
            return {};
        return raw;
    }
    if (value.get_array().get(array) == simdjson::SUCCESS) {
        if (array.raw_json().get(raw) != simdjson::SUCCESS)
            return {};
        return raw;
    }
    return value.raw_json_token();
}

/// The texts of the list as they came, which a parsed value would not keep (1.10, long numbers).
/// The page is known to be good JSON with a list there.
std::vector<std::string> eventsIn(const simdjson::padded_string& body, const std::string& pointer)
{
    ondemand::parser parser;
    ondemand::document page;
    ondemand::array list;
    std::vector<std::string> events;
    if (parser.iterate(body).get(page) != simdjson::SUCCESS)
        return events;
    const auto missed = pointer.empty() ? page.get_array().get(list)
                                        : page.at_pointer(pointer).get_array().get(list);
    if (missed != simdjson::SUCCESS)
        return events;
    for (auto element : list) {
        ondemand::value value;
        if (element.get(value) == simdjson::SUCCESS)
            events.push_back(onOneLine(rawOf(value)));
    }
    return events;
}

Result<PageContent> readJsonPage(const std::string& body, const PollSettings& settings)
{
    json::parse_options options;
    options.max_depth = kMostDepth;
    boost::system::error_code failed;
    const json::value page = json::parse(body, failed, {}, options);
    if (failed)
        return brokenPage(settings, "it is not JSON: " + failed.message(),
                          "check what the address answers");
    const json::value* list = page.find_pointer(settings.eventsPointer, failed);
    if (list == nullptr || !list->is_array())
        return brokenPage(settings, "there is no list at \"" + settings.eventsPointer + "\"",
                          "check where its events are");
    PageContent content;
    content.events = eventsIn(simdjson::padded_string(body), settings.eventsPointer);
    if (content.events.size() != list->get_array().size())
        return brokenPage(settings, "its list of events cannot be read",
                          "check what the address answers");
    if (settings.nextPointer.empty())
        return content;
    auto next = cursorIn(page, settings);
    if (!next)
        return next.error();
    content.next = std::move(*next);
    return content;
}

PageContent readLinePage(std::string_view body)
{
    PageContent content;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string_view line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty())
            content.events.emplace_back(line);
    }
    return content;
}

} // namespace

const std::string* headerOf(const FetchedPage& page, std::string_view name)
{
    const auto header = std::ranges::find_if(
        page.headers, [&](const auto& entry) { return sameName(entry.first, name); });
    return header == page.headers.end() ? nullptr : &header->second;
}

Result<PageContent> readPage(const FetchedPage& page, const PollSettings& settings)
{
    auto content = settings.form == PageForm::Json ? readJsonPage(page.body, settings)
                                                   : Result<PageContent>(readLinePage(page.body));
    const std::string* header
        = settings.nextHeader.empty() ? nullptr : headerOf(page, settings.nextHeader);
    if (!content || header == nullptr || header->empty())
        return content;
    auto next = goodCursor(*header, settings);
    if (!next)
        return next.error();
    content->next = std::move(*next);
    return content;
}

} // namespace gavel::pipeline
