// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/poll_settings.h"

#include "engine/base/json.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace gavel::pipeline {

namespace {

using base::Need;

constexpr std::string_view kPlaceholder = "{cursor}";
constexpr std::string_view kTokenCharacters
    = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string percentEncoded(std::string_view text)
{
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

bool hasPlaceholder(const PollSettings& settings)
{
    return settings.address.find(kPlaceholder) != std::string::npos;
}

bool isPointer(std::string_view text)
{
    if (!text.empty() && text.front() != '/')
        return false;
    for (std::size_t i = text.find('~'); i != std::string_view::npos; i = text.find('~', i + 1))
        if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))
            return false;
    return true;
}

bool isPollAddress(const std::string& text)
{
    const auto url = boost::urls::parse_uri(text);
    using boost::urls::scheme;
    return url && (url->scheme_id() == scheme::http || url->scheme_id() == scheme::https)
        && !url->encoded_host().empty() && !url->has_userinfo() && !url->has_fragment()
        && (url->path().empty() || url->path().starts_with('/'));
}

void readPointer(base::ObjectReader& reader, std::string_view key, std::string& pointer)
{
    if (reader.text(key, pointer) && !isPointer(pointer))
        reader.fail(key, "this is not a JSON pointer", "write it as /paging/next");
}

void checkAddressField(base::ObjectReader& reader, const PollSettings& settings)
{
    const auto host = settings.address.find("://");
    const auto path = host == std::string::npos ? host : settings.address.find('/', host + 3);
    if (!isPollAddress(pageAddress(settings, "1")))
        reader.fail("address", "this is not a web address without user name and fragment",
                    "write it as https://ads.example.com/events?after={cursor}");
    else if (settings.address.find(kPlaceholder) < path)
        reader.fail("address", "the cursor is part of the host", "put it behind the host");
}

void checkCursor(base::ObjectReader& reader, const PollSettings& settings)
{
    if (hasPlaceholder(settings) && !settings.cursorParameter.empty())
        reader.fail("cursor_parameter", "the address has {cursor} already", "use one of them");
    const bool isSent = hasPlaceholder(settings) || !settings.cursorParameter.empty();
    if (!settings.nextPointer.empty() && !settings.nextHeader.empty())
        reader.fail("next_cursor_header", "the next cursor is in the body already",
                    "use one of them");
    if (settings.hasCursor() && !isSent)
        reader.fail("address", "the next cursor is never sent",
                    "write {cursor} into it, or name a cursor_parameter");
    if (!settings.hasCursor() && isSent)
        reader.fail("next_cursor", "nothing says where the next cursor is",
                    "name next_cursor or next_cursor_header");
    if (settings.form == PageForm::JsonLines && !settings.nextPointer.empty())
        reader.fail("next_cursor", "a page of lines has no place for it",
                    "name next_cursor_header instead");
    if (settings.form == PageForm::JsonLines && !settings.eventsPointer.empty())
        reader.fail("events", "a page of lines is the list itself", "leave it out");
    if (settings.form == PageForm::Json && settings.eventsPointer.empty()
        && !settings.nextPointer.empty())
        reader.fail("events", "a page that is a list has no place for the next cursor",
                    "name where its events are");
}

void readCursor(base::ObjectReader& reader, PollSettings& settings)
{
    reader.text("cursor_parameter", settings.cursorParameter);
    readPointer(reader, "next_cursor", settings.nextPointer);
    if (reader.text("next_cursor_header", settings.nextHeader)
        && settings.nextHeader.find_first_not_of(kTokenCharacters) != std::string::npos)
        reader.fail("next_cursor_header", "this is not a header's name", "write it as X-Next");
    reader.text("first_cursor", settings.firstCursor);
}

/// These say how the request itself is written; they are not for a person to set.
bool isOfTransport(const std::string& name)
{
    static constexpr std::array<std::string_view, 10> kNames{
        "host",    "connection", "content-length", "transfer-encoding", "te",
        "trailer", "upgrade",    "keep-alive",     "proxy-connection",  "accept-encoding"};
    return std::ranges::any_of(
        kNames, [&](std::string_view one) { return boost::algorithm::iequals(one, name); });
}

void checkHeader(base::ObjectReader& reader, const Headers& before, const std::string& name,
                 const std::string& value)
{
    const bool isName = !name.empty() && name.size() <= kMostHeaderName
        && name.find_first_not_of(kTokenCharacters) == std::string::npos;
    const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    if (!isName)
        reader.fail(name.substr(0, kMostHeaderName), "this is not a header's name",
                    "write it as X-Api-Key, at most 64 letters, digits and -");
    else if (isOfTransport(name))
        reader.fail(name, "this header says how a request is written", "leave it out");
    else if (value.empty() || value.size() > kMostHeaderValue)
        reader.fail(name, "its value has no byte, or more than 4096", "write a shorter one");
    else if (std::ranges::any_of(value, isControl))
        reader.fail(name, "its value holds a control character or a line break",
                    "write it in one line");
    else if (std::ranges::any_of(before, [&](const auto& one) {
                 return boost::algorithm::iequals(one.first, name);
             }))
        reader.fail(name, "this header is there twice", "write it once");
}

void readHeaders(base::ObjectReader& reader, Headers& headers)
{
    reader.object("headers", [&](base::ObjectReader& all) {
        for (const std::string& name : all.unknownKeys()) {
            std::string value;
            if (!all.text(name, value))
                continue;
            checkHeader(all, headers, name, value);
            headers.emplace_back(name, std::move(value));
        }
    });
    if (headers.size() > kMostHeaders)
        reader.fail("headers", "there are more than 20 of them", "send fewer");
}

PollSettings settingsOf(const boost::json::value& value, std::vector<Error>& errors)
{
    PollSettings settings;
    base::ObjectReader reader(value, "", errors);
    const bool hasAddress = reader.text("address", settings.address, Need::Required);
    readCursor(reader, settings);
    reader.choice("page", settings.form, kPageFormNames);
    readPointer(reader, "events", settings.eventsPointer);
    reader.choice("kind", settings.kind, kPollKindNames, Need::Required);
    std::int64_t seconds = settings.everyMs / base::kSecondMs;
    reader.integer<std::int64_t>("every_s", seconds, 1, base::kDayMs / base::kSecondMs);
    settings.everyMs = seconds * base::kSecondMs;
    reader.integer<std::uint32_t>("most_pages", settings.mostPages, 1, 10'000);
    readHeaders(reader, settings.headers);
    reader.refuseUnknown();
    if (hasAddress && errors.empty()) {
        checkAddressField(reader, settings);
        checkCursor(reader, settings);
    }
    return settings;
}

} // namespace

Result<PollSettings> readPollSettings(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where, settingsOf);
}

std::string pageAddress(const PollSettings& settings, std::string_view cursor)
{
    std::string address = settings.address;
    const std::string encoded = percentEncoded(cursor);
    for (auto at = address.find(kPlaceholder); at != std::string::npos;
         at = address.find(kPlaceholder, at + encoded.size()))
        address.replace(at, kPlaceholder.size(), encoded);
    if (!settings.cursorParameter.empty() && !cursor.empty())
        address += (address.find('?') == std::string::npos ? "?" : "&")
            + percentEncoded(settings.cursorParameter) + "=" + encoded;
    return address;
}

} // namespace gavel::pipeline
