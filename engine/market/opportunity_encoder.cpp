// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/opportunity_encoder.h"

#include "engine/dmp/profile_store.h"
#include "engine/dsp/targeting/device_make.h"
#include "engine/exchange/clearing.h"
#include "engine/market/country_codes.h"
#include "engine/market/device_words.h"

#include <algorithm>
#include <utility>

namespace gavel::market {

namespace {

using model::Dimension;

constexpr Handle kNobody = UINT32_MAX; ///< a seat that does not exist: nobody may bid

std::uint16_t pixels(int size)
{
    return static_cast<std::uint16_t>(std::clamp(size, 0, 0xffff));
}

int yearOf(TimeMs time)
{
    // A year of 365.2425 days: off by a day at most, which an age does not see.
    return 1970 + static_cast<int>(static_cast<double>(time.value) / base::kDayMs / 365.2425);
}

std::string_view genderOf(std::string_view letter)
{
    if (letter == "M")
        return "male";
    if (letter == "F")
        return "female";
    return letter == "O" ? "other" : "";
}

} // namespace

OpportunityEncoder::OpportunityEncoder(const model::MarketSetup& setup,
                                       std::shared_ptr<const AdvertiserDomains> domains)
    : m_vocabulary(setup.vocabulary)
    , m_currency(setup.currency)
    , m_rates(setup.rates)
    , m_domains(domains ? std::move(domains)
                        : std::make_shared<const AdvertiserDomains>(setup.campaigns))
{
    for (const auto& seat : setup.seats)
        m_seats.push_back(m_vocabulary->seats.intern(seat.id));
    auto& publishers = m_vocabulary->of(Dimension::Publisher);
    for (const auto& placement : setup.placements)
        m_placements[placement.id] = {publishers.intern(placement.publisherId), placement.format,
                                      placement.width, placement.height, placement.floor};
    for (const auto& publisher : setup.publishers)
        m_publishers.emplace(publishers.intern(publisher.id),
                             PublisherBlocks(publisher, *m_vocabulary));
}

Result<std::vector<model::Opportunity>>
OpportunityEncoder::encode(const openrtb::BidRequest& request, TimeMs now, std::uint64_t firstId)
{
    model::Opportunity shared;
    shared.request = firstId;
    shared.at = now;
    if (request.property)
        encodeProperty(*request.property, shared);
    if (request.device)
        encodeDevice(*request.device, shared);
    if (request.user)
        encodeUser(*request.user, now, shared);
    encodeSeats(request, shared);
    if (auto blocked = encodeBlocks(request, shared); !blocked)
        return blocked.error();
    std::vector<model::Opportunity> opportunities;
    for (std::size_t i = 0; i < request.impressions.size(); ++i) {
        const auto& impression = request.impressions[i];
        auto& opportunity = opportunities.emplace_back(shared);
        opportunity.id = firstId + i;
        const auto found = m_placements.find(std::string(impression.tagId));
        const auto* known = found == m_placements.end() ? nullptr : &found->second;
        set(opportunity, Dimension::Placement, impression.tagId);
        if (known != nullptr && opportunity.value(Dimension::Publisher) == base::kNone)
            opportunity.set(Dimension::Publisher, known->publisher);
        auto blocked = blockByPublisher(opportunity.value(Dimension::Publisher), opportunity);
        if (blocked && known != nullptr)
            blocked = blockByPublisher(known->publisher, opportunity);
        if (!blocked)
            return blocked.error();
        encodeShape(impression, known, opportunity);
        if (auto sold
            = encodeSale(impression, known, "imp[" + std::to_string(i) + "]", opportunity);
            !sold)
            return sold.error();
    }
    return opportunities;
}

Handle OpportunityEncoder::handle(Dimension dimension, std::string_view text)
{
    auto& dictionary = m_vocabulary->of(dimension);
    return dictionary.size() < kMostLearnt ? dictionary.intern(text) : dictionary.find(text);
}

void OpportunityEncoder::set(model::Opportunity& opportunity, Dimension dimension,
                             std::string_view text)
{
    if (!text.empty())
        opportunity.set(dimension, handle(dimension, text));
}

void OpportunityEncoder::add(model::Opportunity& opportunity, Dimension dimension,
                             const openrtb::Texts& texts)
{
    auto& list = opportunity.list(dimension);
    for (const auto text : texts) {
        const auto found = text.empty() ? base::kNone : handle(dimension, text);
        if (found != base::kNone && !list.contains(found))
            list.push(found);
    }
}

void OpportunityEncoder::encodeProperty(const openrtb::Property& property,
                                        model::Opportunity& opportunity)
{
    const auto* publisher = property.publisher ? &*property.publisher : nullptr;
    set(opportunity, Dimension::App, property.isApp ? property.bundle : "");
    set(opportunity, Dimension::Domain,
        property.domain.empty() && publisher != nullptr ? publisher->domain : property.domain);
    add(opportunity, Dimension::Category, property.categories);
    add(opportunity, Dimension::Keyword, property.keywords);
    if (publisher == nullptr)
        return;
    set(opportunity, Dimension::Publisher, publisher->id);
    add(opportunity, Dimension::Category, publisher->categories);
}

void OpportunityEncoder::encodeDevice(const openrtb::Device& device,
                                      model::Opportunity& opportunity)
{
    set(opportunity, Dimension::DeviceType, deviceTypeWord(device.type));
    set(opportunity, Dimension::DeviceMake, dsp::canonicalDeviceMake(device.make));
    set(opportunity, Dimension::Os, osWord(device.os));
    set(opportunity, Dimension::Browser, browserWord(device.userAgent));
    set(opportunity, Dimension::Language, device.language);
    set(opportunity, Dimension::Connection, connectionWord(device.connectionType));
    opportunity.osVersion = versionOf(device.osVersion);
    if (device.geo)
        encodeGeo(*device.geo, opportunity);
}

void OpportunityEncoder::encodeUser(const openrtb::User& user, TimeMs now,
                                    model::Opportunity& opportunity)
{
    const auto id = user.id.empty() ? user.buyerId : user.id;
    if (!id.empty())
        opportunity.user = dmp::userHash(id);
    set(opportunity, Dimension::Gender, genderOf(user.gender));
    const int age = user.yearOfBirth > 0 ? yearOf(now) - user.yearOfBirth : -1;
    if (age >= 0 && age < 130)
        opportunity.set(Dimension::Age, static_cast<Handle>(age + 1));
    add(opportunity, Dimension::Interest, user.keywords);
    openrtb::Texts segments;
    for (const auto& segment : user.segments)
        segments.push_back(segment.id.empty() ? segment.name : segment.id);
    add(opportunity, Dimension::Segment, segments);
    if (!opportunity.list(Dimension::Interest).empty()
        || !opportunity.list(Dimension::Segment).empty())
        opportunity.profile = model::Opportunity::kSentProfile;
    // Where the device is counts more than where the user lives.
    if (user.geo && opportunity.value(Dimension::Country) == base::kNone)
        encodeGeo(*user.geo, opportunity);
}

void OpportunityEncoder::encodeGeo(const openrtb::Geo& geo, model::Opportunity& opportunity)
{
    set(opportunity, Dimension::Country, alpha2Of(geo.country));
    set(opportunity, Dimension::Region, geo.region);
    set(opportunity, Dimension::City, geo.city);
    if (geo.latitude && geo.longitude) {
        opportunity.latitude = *geo.latitude;
        opportunity.longitude = *geo.longitude;
        opportunity.located = true;
    }
}

Result<void> OpportunityEncoder::blockByPublisher(Handle publisher,
                                                  model::Opportunity& opportunity) const
{
    const auto found = m_publishers.find(publisher);
    return found == m_publishers.end() ? Result<void>() : found->second.addTo(opportunity);
}

bool OpportunityEncoder::blockDomain(std::string_view domain, model::Opportunity& opportunity) const
{
    auto& blocked = opportunity.blockedAdvertisers;
    for (const auto& advertiser : m_domains->advertisersOf(domain))
        if (const auto known = m_vocabulary->advertisers.find(advertiser);
            known != base::kNone && !blocked.contains(known) && !blocked.push(known))
            return false;
    return true;
}

Result<void> OpportunityEncoder::encodeBlocks(const openrtb::BidRequest& request,
                                              model::Opportunity& opportunity) const
{
    // What the market has never heard of cannot bid, so only known names take room.
    const auto& categories = m_vocabulary->of(Dimension::Category);
    auto& blocked = opportunity.blockedCategories;
    for (const auto category : request.blockedCategories)
        if (const auto known = categories.find(category);
            known != base::kNone && !blocked.contains(known) && !blocked.push(known))
            return tooManyBlocks("bcat");
    for (const auto domain : request.blockedAdvertisers)
        if (!blockDomain(domain, opportunity))
            return tooManyBlocks("badv");
    return {};
}

void OpportunityEncoder::encodeSeats(const openrtb::BidRequest& request,
                                     model::Opportunity& opportunity) const
{
    if (request.allowedSeats.empty() && request.blockedSeats.empty())
        return;
    const auto named = [this](const openrtb::Texts& seats, Handle seat) {
        return std::find(seats.begin(), seats.end(), m_vocabulary->seats.text(seat)) != seats.end();
    };
    for (const auto seat : m_seats)
        if ((request.allowedSeats.empty() || named(request.allowedSeats, seat))
            && !named(request.blockedSeats, seat))
            opportunity.allowedSeats.push(seat);
    if (opportunity.allowedSeats.empty())
        opportunity.allowedSeats.push(kNobody);
}

void OpportunityEncoder::encodeShape(const openrtb::Impression& impression,
                                     const KnownPlacement* known, model::Opportunity& opportunity)
{
    std::string_view format = known != nullptr ? std::string_view(known->format) : "banner";
    int width = 0;
    int height = 0;
    if (impression.banner) {
        format = "banner";
        width = impression.banner->width;
        height = impression.banner->height;
        if ((width == 0 || height == 0) && !impression.banner->formats.empty()) {
            width = impression.banner->formats.front().width;
            height = impression.banner->formats.front().height;
        }
    } else if (impression.video) {
        format = "video";
        width = impression.video->width;
        height = impression.video->height;
    } else if (impression.native) {
        format = "native";
    }
    if ((width == 0 || height == 0) && known != nullptr) {
        width = known->width;
        height = known->height;
    }
    opportunity.width = pixels(width);
    opportunity.height = pixels(height);
    set(opportunity, Dimension::Format, format);
    set(opportunity, Dimension::Size, std::to_string(width) + "x" + std::to_string(height));
}

Result<Price> OpportunityEncoder::converted(Price price, std::string_view currency,
                                            const std::string& path) const
{
    const auto from = Currency::parse(currency);
    const auto inMarket
        = from ? exchange::convert(price, *from, m_currency, m_rates) : std::nullopt;
    if (inMarket)
        return *inMarket;
    return Error{"INVALID_REQUEST", path,
                 "\"" + std::string(currency) + "\" has no exchange rate in this market",
                 "send amounts in " + std::string(m_currency.view())};
}

Result<void> OpportunityEncoder::encodeSale(const openrtb::Impression& impression,
                                            const KnownPlacement* known, const std::string& path,
                                            model::Opportunity& opportunity)
{
    if (impression.floor.nanos > 0) {
        const auto floor
            = converted(impression.floor, impression.floorCurrency, path + ".bidfloorcur");
        if (!floor)
            return floor.error();
        opportunity.floor = *floor;
    } else if (known != nullptr) {
        opportunity.floor = known->floor;
    }
    opportunity.dealsOnly = impression.privateAuction;
    for (std::size_t i = 0; i < impression.deals.size(); ++i) {
        const auto& deal = impression.deals[i];
        const auto floor = converted(deal.floor, deal.floorCurrency,
                                     path + ".pmp.deals[" + std::to_string(i) + "].bidfloorcur");
        if (!floor)
            return floor.error();
        const auto id = handle(Dimension::Deal, deal.id);
        if (id != base::kNone && opportunity.deals.push({id, *floor}))
            opportunity.list(Dimension::Deal).push(id);
    }
    return {};
}

} // namespace gavel::market
