// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/event_line.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/store/event_key.h"

#include <boost/json/object.hpp>

#include <charconv>

namespace gavel::simulation {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;
using model::EventKind;

/// A million units of a conversion, a thousand of a price: millions of them still sum up.
constexpr std::int64_t kMostAmount = 1'000'000'000'000;
constexpr std::size_t kLongestName = 128;

void readNumber(ObjectReader& reader, std::string_view key, std::uint64_t& number)
{
    const auto* value = reader.find(key);
    if (value == nullptr)
        return;
    if (const auto* text = value->if_string()) {
        const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
        if (read.ec == std::errc{} && read.ptr == text->data() + text->size())
            return;
    } else if (value->is_int64() && value->get_int64() >= 0) {
        number = static_cast<std::uint64_t>(value->get_int64());
        return;
    }
    reader.fail(key, "is not a number from 0 to 18446744073709551615", "write it in quotes");
}

void readName(ObjectReader& reader, std::string_view key, std::string& name)
{
    if (reader.text(key, name) && name.size() > kLongestName)
        reader.fail(key, "is longer than 128 bytes", "name it shorter");
}

void readSegments(ObjectReader& reader, std::vector<std::string>& segments)
{
    reader.texts("segments", segments);
    if (segments.size() > model::kMostSegments)
        reader.fail("segments", "are more than 24", "name the most important ones");
    for (const std::string& segment : segments)
        if (segment.empty() || segment.size() > kLongestName)
            reader.fail("segments", "has a name that is empty or longer than 128 bytes",
                        "name it shorter");
}

void readAmount(ObjectReader& reader, std::string_view key, std::int64_t& amount)
{
    reader.integer(key, amount, std::int64_t{0}, kMostAmount);
}

void checkRules(ObjectReader& reader, const store::StoredEvent& event)
{
    if (event.kind != EventKind::RequestCount && event.auction == 0)
        reader.fail("auction", "is missing", "name the auction that this happened in");
    if (event.kind != EventKind::Win) {
        for (const auto& [key, amount] :
             {std::pair{"publisher", event.publisher}, {"bid", event.bid}, {"floor", event.floor}})
            if (amount != 0)
                reader.fail(key, "belongs to a win only", "leave it out");
        if (event.uncharged)
            reader.fail("uncharged", "belongs to a win only", "leave it out");
        return;
    }
    if (event.publisher > event.amount)
        reader.fail("publisher", "is above the price", "write the publisher's part of the amount");
    if (event.bid != 0 && (event.amount > event.bid || event.amount < event.floor))
        reader.fail("amount", "is above the bid or below the floor", "write the price paid");
}

} // namespace

std::string eventLine(const store::StoredEvent& event)
{
    json::object line{{"source", event.source},
                      {"sequence", event.sequence},
                      {"kind", model::kEventNames[static_cast<std::size_t>(event.kind)]},
                      {"at", base::toIso(event.at)}};
    const auto number = [&](const char* key, std::uint64_t value) {
        if (value != 0)
            line[key] = std::to_string(value);
    };
    const auto name = [&](const char* key, const std::string& value) {
        if (!value.empty())
            line[key] = value;
    };
    const auto amount = [&](const char* key, std::int64_t value) {
        if (value != 0)
            line[key] = value;
    };
    number("auction", event.auction);
    name("campaign", event.campaign);
    name("seat", event.seat);
    name("placement", event.placement);
    name("creative", event.creative);
    number("user", event.user);
    amount("amount", event.amount);
    amount("publisher", event.publisher);
    amount("bid", event.bid);
    amount("floor", event.floor);
    if (event.uncharged)
        line["uncharged"] = true;
    name("country", event.country);
    name("device", event.device);
    if (!event.segments.empty())
        line["segments"] = base::textArray(event.segments);
    return base::jsonText(line);
}

Result<store::StoredEvent> parseEventLine(std::string_view line)
{
    const auto value = base::parseJson(line, "");
    if (!value)
        return value.error();
    std::vector<Error> errors;
    ObjectReader reader(*value, "", errors);
    store::StoredEvent event;
    if (reader.isObject()) {
        reader.integer("source", event.source, std::uint32_t{1}, store::kMostSource,
                       Need::Required);
        reader.integer("sequence", event.sequence, std::uint64_t{1}, store::kMostSequence,
                       Need::Required);
        const bool hasKind = reader.choice("kind", event.kind, model::kEventNames, Need::Required);
        reader.time("at", event.at, Need::Required);
        readNumber(reader, "auction", event.auction);
        readName(reader, "campaign", event.campaign);
        readName(reader, "seat", event.seat);
        readName(reader, "placement", event.placement);
        readName(reader, "creative", event.creative);
        readNumber(reader, "user", event.user);
        readAmount(reader, "amount", event.amount);
        readAmount(reader, "publisher", event.publisher);
        readAmount(reader, "bid", event.bid);
        readAmount(reader, "floor", event.floor);
        reader.boolean("uncharged", event.uncharged);
        readName(reader, "country", event.country);
        readName(reader, "device", event.device);
        readSegments(reader, event.segments);
        reader.refuseUnknown();
        if (hasKind)
            checkRules(reader, event);
    }
    if (!errors.empty())
        return errors.front();
    return event;
}

} // namespace gavel::simulation
