// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/transform.h"

#include "engine/base/random.h"
#include "engine/dmp/profile_store.h"
#include "engine/model/auction_name.h"
#include "engine/pipeline/values/decimal.h"
#include "engine/pipeline/values/event_time.h"
#include "engine/pipeline/values/name_list.h"

#include <optional>
#include <string>

namespace gavel::pipeline {

namespace {

using model::AdField;
using model::EventKind;

constexpr std::int64_t kSessionMs = 30 * base::kMinuteMs;

Error invalid(const model::AdEvent& event, AdField field, std::string rule)
{
    return {"INVALID_EVENT", std::string(model::kAdFieldNames[static_cast<std::size_t>(field)]),
            "\"" + std::string(event[field].substr(0, 40)) + "\" " + std::move(rule)};
}

std::optional<EventKind> kindOf(std::string_view type)
{
    if (type == "IMPRESSION")
        return EventKind::Impression;
    if (type == "VIEWABLE")
        return EventKind::Viewable;
    if (type == "CLICK")
        return EventKind::Click;
    return type == "CONVERSION" ? std::optional(EventKind::Conversion) : std::nullopt;
}

CountryCode countryOf(std::string_view text)
{
    CountryCode country;
    if (text.size() != country.code.size())
        return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z')
            return {};
        country.code[i] = upper;
    }
    return country;
}

std::uint64_t sessionOf(const model::AdEvent& event, std::uint64_t user, TimeMs at)
{
    if (!event[AdField::SessionId].empty())
        return hash64(event[AdField::SessionId]);
    if (user == 0)
        return 0;
    const auto window = base::floorDivide(at.value, kSessionMs);
    return base::mix64(user ^ base::mix64(static_cast<std::uint64_t>(window)));
}

/// Amounts of an event, with the first error among them.
class AmountReader
{
public:
    explicit AmountReader(const model::AdEvent& event)
        : m_event(event)
    {
    }
    std::int64_t read(AdField field, int decimals)
    {
        const auto text = m_event[field];
        if (text.empty() || m_error)
            return 0;
        const auto number = Decimal::parse(text);
        const auto scaled = number ? number->scaled(decimals) : std::nullopt;
        if (!number)
            m_error = invalid(m_event, field, "is not an amount");
        else if (number->decimals() > decimals)
            m_error = invalid(m_event, field,
                              "has more than " + std::to_string(decimals) + " decimals");
        else if (!scaled)
            m_error = invalid(m_event, field, "is too large to be kept");
        return scaled.value_or(0);
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    const model::AdEvent& m_event;
    std::optional<Error> m_error;
};

void takeTexts(AdFact& fact, const model::AdEvent& event)
{
    fact.campaign = event[AdField::CampaignId];
    fact.ad = event[AdField::AdvertisementId];
    fact.creative = event[AdField::CreativeId];
    fact.placement = event[AdField::Placement];
    fact.publisher = event[AdField::PublisherId];
    fact.advertiser = event[AdField::AdvertiserId];
    fact.segments = event[AdField::Segments];
}

void takeRequest(AdFact& fact, std::string_view id)
{
    if (id.empty())
        return;
    fact.request = hash64(id);
    const auto auction = model::auctionNumber(id);
    fact.auction = auction && model::isRealAuction(*auction) ? *auction : 0;
}

DeviceClass deviceClassOf(const model::AdEvent& event)
{
    const auto word = event[AdField::DeviceType];
    return word.empty() ? deviceOfAgent(event[AdField::UserAgent]) : deviceOfWord(word);
}

} // namespace

Result<AdFact> transform(const model::AdEvent& event, const Received& received)
{
    AdFact fact;
    const auto kind = kindOf(event[AdField::EventType]);
    if (!kind)
        return invalid(event, AdField::EventType, "is not a type of event");
    const auto time = event[AdField::Timestamp].empty() ? std::optional(received.now)
                                                        : timeOf(event[AdField::Timestamp]);
    if (!time)
        return invalid(event, AdField::Timestamp, "is not a time with its zone");
    AmountReader amounts(event);
    fact.bid = {amounts.read(AdField::BidAmount, 9)};
    fact.revenue = {amounts.read(AdField::Revenue, 6)};
    fact.conversionValue = {amounts.read(AdField::ConversionValue, 6)};
    if (amounts.error())
        return *amounts.error();
    if (const auto code = event[AdField::Currency]; !code.empty()) {
        const auto currency = Currency::parse(code);
        if (!currency)
            return invalid(event, AdField::Currency, "is not a currency");
        fact.currency = *currency;
    }
    fact.id = eventIdOf(event, received);
    fact.kind = *kind;
    fact.isViewable = *kind == EventKind::Viewable
        || (*kind == EventKind::Impression && event[AdField::IsViewable] == "true");
    fact.device = deviceClassOf(event);
    fact.at = *time;
    takeTexts(fact, event);
    if (const auto names = namesOf(fact.segments, model::kMostSegments); !names)
        return invalid(event, AdField::Segments, "as a list: " + names.error().what);
    fact.country = countryOf(event[AdField::Country]);
    const auto userId = event[AdField::UserId];
    fact.user = userId.empty() ? 0 : dmp::userHash(userId);
    takeRequest(fact, event[AdField::RequestId]);
    fact.session = sessionOf(event, fact.user, fact.at);
    return fact;
}

} // namespace gavel::pipeline
