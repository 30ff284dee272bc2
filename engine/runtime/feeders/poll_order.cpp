// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feeders/poll_order.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/pipeline/rules/field_map.h"

#include <boost/algorithm/string/trim.hpp>
#include <boost/json.hpp>

namespace gavel::runtime {

namespace {

namespace json = boost::json;

/// What a person wrote is not a document: the field is enough to find it.
Error wrong(const Error& error)
{
    const auto begin = error.where.find('"');
    const auto end = error.where.rfind('"');
    if (begin == std::string::npos || end == begin)
        return {"SOURCE_WRONG", error.where, error.what, error.advice};
    return {"SOURCE_WRONG", error.where.substr(begin + 1, end - begin - 1), error.what,
            error.advice};
}

void addText(json::object& settings, std::string_view key, const std::string& text)
{
    if (!text.empty())
        settings[key] = text;
}

/// Of lines "Name: value".
Result<json::object> headersOf(const std::vector<std::string>& lines)
{
    json::object headers;
    for (const std::string& line : lines) {
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            return Error{"SOURCE_WRONG", "headers", "a header has no colon behind its name",
                         "write it as X-Api-Key: 9f2c"};
        const std::string name = boost::algorithm::trim_copy(line.substr(0, colon));
        if (headers.contains(name))
            return Error{"SOURCE_WRONG", "headers", "a header is there twice", "write it once"};
        headers[name] = boost::algorithm::trim_copy_if(line.substr(colon + 1),
                                                       boost::algorithm::is_any_of(" \t"));
    }
    return headers;
}

json::object settingsOf(const pipeline::PollSettings& settings)
{
    json::object all{{"address", settings.address},
                     {"page", std::string(base::nameOf(settings.form, pipeline::kPageFormNames))},
                     {"kind", std::string(base::nameOf(settings.kind, pipeline::kPollKindNames))},
                     {"every_s", settings.everyMs / base::kSecondMs},
                     {"most_pages", settings.mostPages}};
    addText(all, "events", settings.eventsPointer);
    addText(all, "next_cursor", settings.nextPointer);
    addText(all, "next_cursor_header", settings.nextHeader);
    addText(all, "cursor_parameter", settings.cursorParameter);
    addText(all, "first_cursor", settings.firstCursor);
    if (!settings.headers.empty()) {
        json::object& headers = all["headers"].emplace_object();
        for (const auto& [name, value] : settings.headers)
            headers[name] = value;
    }
    return all;
}

} // namespace

Result<PollOrder> PollOrder::of(const SourceOrder& order)
{
    const AddressOrder& asked = order.address;
    json::object settings{{"address", order.place},
                          {"page", order.format.empty() ? "json" : order.format},
                          {"kind", asked.kind},
                          {"every_s", order.everySeconds}};
    addText(settings, "events", asked.events);
    addText(settings, "next_cursor", asked.nextCursor);
    addText(settings, "next_cursor_header", asked.nextHeader);
    addText(settings, "cursor_parameter", asked.cursorParameter);
    addText(settings, "first_cursor", asked.firstCursor);
    auto headers = headersOf(asked.headers);
    if (!headers)
        return headers.error();
    settings["headers"] = std::move(*headers);
    const auto read = pipeline::readPollSettings(base::jsonText(settings), "address");
    if (!read)
        return wrong(read.error());
    PollOrder wanted{*read, order.fields, asked.allowHost};
    if (auto names = pipeline::FieldMap::with(wanted.fields); !names)
        return names.error();
    if (auto checked = checkAddress(wanted.askedFirst(), wanted.allow()); !checked)
        return checked.error();
    return wanted;
}

Result<PollOrder> PollOrder::read(std::string_view text)
{
    const auto value = base::parseJson(text, "settings");
    if (!value)
        return wrong(value.error());
    std::vector<Error> errors;
    PollOrder order;
    base::ObjectReader reader(*value, "", errors);
    reader.boolean("allow_host", order.allowHost);
    reader.object("fields", [&](base::ObjectReader& names) {
        for (const std::string& theirs : names.unknownKeys())
            if (std::string ours; names.text(theirs, ours))
                order.fields.emplace_back(theirs, ours);
    });
    const json::value* settings = reader.find("poll", base::Need::Required);
    if (!errors.empty())
        return wrong(errors.front());
    const auto read = pipeline::readPollSettings(base::jsonText(*settings), "settings");
    if (!read)
        return wrong(read.error());
    order.settings = *read;
    return order;
}

std::string PollOrder::toJson() const
{
    json::object names;
    for (const auto& [theirs, ours] : fields)
        names[theirs] = ours;
    return base::jsonText(json::object{
        {"poll", settingsOf(settings)}, {"fields", std::move(names)}, {"allow_host", allowHost}});
}

std::string PollOrder::askedFirst() const
{
    return pageAddress(settings, settings.firstCursor);
}

pipeline::AddressRule PollOrder::allow() const
{
    const auto address = pipeline::readAddress(askedFirst());
    if (!allowHost || !address)
        return {};
    return {{address->host}, {address->port}};
}

std::string PollOrder::host() const
{
    const auto address = pipeline::readAddress(askedFirst());
    return address ? address->host : std::string();
}

std::string PollOrder::shownAddress() const
{
    return settings.address.substr(0, settings.address.find('?'));
}

} // namespace gavel::runtime
