// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/bid_request.h"

#include "engine/openrtb/json_reader.h"

namespace gavel::openrtb {

struct RequestParser::State
{
    simdjson::dom::parser parser{kMaxRequestBytes};
    std::string text; ///< the request with the padding that simdjson reads over
};

RequestParser::RequestParser()
    : m_state(std::make_unique<State>())
{
}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

namespace {

constexpr std::int64_t kMostPixels = 32'767;
constexpr std::size_t kFirstBytes
    = 65'536; ///< memory for documents; grows with the first larger one

template<typename T>
using Field = JsonReader::Field<T>;
using Reader = JsonReader;

// One table for each object: the key in the standard and where its value goes.

constexpr std::array kFormatFields{
    Field<Format>{"w",
                  [](Reader& r, Element v, Format& f) { f.width = r.integer(v, 0, kMostPixels); }},
    Field<Format>{"h",
                  [](Reader& r, Element v, Format& f) { f.height = r.integer(v, 0, kMostPixels); }},
};

constexpr std::array kBannerFields{
    Field<Banner>{"w",
                  [](Reader& r, Element v, Banner& b) { b.width = r.integer(v, 0, kMostPixels); }},
    Field<Banner>{"h",
                  [](Reader& r, Element v, Banner& b) { b.height = r.integer(v, 0, kMostPixels); }},
    Field<Banner>{"pos",
                  [](Reader& r, Element v, Banner& b) { b.position = r.integer(v, 0, 500); }},
    Field<Banner>{"format",
                  [](Reader& r, Element v, Banner& b) {
                      r.each(v, [&](Element f) {
                          r.object(f, b.formats.emplace_back(), kFormatFields);
                      });
                  }},
};

constexpr std::array kVideoFields{
    Field<Video>{"mimes", [](Reader& r, Element v, Video& o) { r.texts(v, o.mimes); }},
    Field<Video>{"w",
                 [](Reader& r, Element v, Video& o) { o.width = r.integer(v, 0, kMostPixels); }},
    Field<Video>{"h",
                 [](Reader& r, Element v, Video& o) { o.height = r.integer(v, 0, kMostPixels); }},
    Field<Video>{"minduration",
                 [](Reader& r, Element v, Video& o) { o.minDuration = r.integer(v, 0, 86'400); }},
    Field<Video>{"maxduration",
                 [](Reader& r, Element v, Video& o) { o.maxDuration = r.integer(v, 0, 86'400); }},
    Field<Video>{"placement",
                 [](Reader& r, Element v, Video& o) {
                     const int placement = r.integer(v, 0, 500);
                     if (o.placement == 0)
                         o.placement = placement;
                 }},
    Field<Video>{"plcmt",
                 [](Reader& r, Element v, Video& o) { o.placement = r.integer(v, 0, 500); }},
    Field<Video>{"protocols", [](Reader& r, Element v, Video& o) { r.integers(v, o.protocols); }},
};

constexpr std::array kNativeFields{
    Field<Native>{"request", [](Reader& r, Element v, Native& n) { n.request = r.text(v); }},
    Field<Native>{"ver", [](Reader& r, Element v, Native& n) { n.version = r.text(v); }},
};

constexpr std::array kDealFields{
    Field<Deal>{"id", [](Reader& r, Element v, Deal& d) { d.id = r.name(v); }},
    Field<Deal>{"bidfloor", [](Reader& r, Element v, Deal& d) { d.floor = r.cpm(v); }},
    Field<Deal>{"bidfloorcur", [](Reader& r, Element v, Deal& d) { d.floorCurrency = r.name(v); }},
    Field<Deal>{"at", [](Reader& r, Element v, Deal& d) { d.auctionType = r.integer(v, 0, 500); }},
    Field<Deal>{"wseat", [](Reader& r, Element v, Deal& d) { r.texts(v, d.seats); }},
    Field<Deal>{"wadomain", [](Reader& r, Element v, Deal& d) { r.texts(v, d.advertiserDomains); }},
};

void readDeal(Reader& reader, Element value, Impression& impression)
{
    Deal& deal = impression.deals.emplace_back();
    reader.object(value, deal, kDealFields);
    if (deal.id.empty())
        reader.fail("is required", "name the deal", "id");
}

constexpr std::array kPmpFields{
    Field<Impression>{"private_auction",
                      [](Reader& r, Element v, Impression& i) { i.privateAuction = r.flag(v); }},
    Field<Impression>{"deals",
                      [](Reader& r, Element v, Impression& i) {
                          r.each(v, [&](Element d) { readDeal(r, d, i); });
                      }},
};

void readVideo(Reader& reader, Element value, Impression& impression)
{
    reader.object(value, impression.video.emplace(), kVideoFields);
    if (impression.video->mimes.empty())
        reader.fail("is required", "list the content types that can be played", "mimes");
}

void readNative(Reader& reader, Element value, Impression& impression)
{
    reader.object(value, impression.native.emplace(), kNativeFields);
    if (impression.native->request.empty())
        reader.fail("is required", "give the native request as JSON text", "request");
}

constexpr std::array kImpressionFields{
    Field<Impression>{"id", [](Reader& r, Element v, Impression& i) { i.id = r.name(v); }},
    Field<Impression>{"banner",
                      [](Reader& r, Element v, Impression& i) {
                          r.object(v, i.banner.emplace(), kBannerFields);
                      }},
    Field<Impression>{"bidfloor", [](Reader& r, Element v, Impression& i) { i.floor = r.cpm(v); }},
    Field<Impression>{"bidfloorcur",
                      [](Reader& r, Element v, Impression& i) { i.floorCurrency = r.name(v); }},
    Field<Impression>{"tagid", [](Reader& r, Element v, Impression& i) { i.tagId = r.text(v); }},
    Field<Impression>{"secure", [](Reader& r, Element v, Impression& i) { i.secure = r.flag(v); }},
    Field<Impression>{"instl",
                      [](Reader& r, Element v, Impression& i) { i.interstitial = r.flag(v); }},
    Field<Impression>{"pmp",
                      [](Reader& r, Element v, Impression& i) { r.object(v, i, kPmpFields); }},
    Field<Impression>{"video", readVideo},
    Field<Impression>{"native", readNative},
    Field<Impression>{"audio", [](Reader&, Element, Impression& i) { i.audio = true; }},
};

constexpr std::array kPublisherFields{
    Field<Publisher>{"id", [](Reader& r, Element v, Publisher& p) { p.id = r.text(v); }},
    Field<Publisher>{"name", [](Reader& r, Element v, Publisher& p) { p.name = r.text(v); }},
    Field<Publisher>{"cat", [](Reader& r, Element v, Publisher& p) { r.texts(v, p.categories); }},
    Field<Publisher>{"domain", [](Reader& r, Element v, Publisher& p) { p.domain = r.text(v); }},
};

constexpr std::array kContentFields{
    Field<Property>{"id", [](Reader& r, Element v, Property& p) { p.contentId = r.text(v); }},
    Field<Property>{"language",
                    [](Reader& r, Element v, Property& p) { p.contentLanguage = r.text(v); }},
};

void addCategories(Reader& reader, Element value, Property& property)
{
    reader.texts(value, property.categories);
}

constexpr std::array kPropertyFields{
    Field<Property>{"id", [](Reader& r, Element v, Property& p) { p.id = r.text(v); }},
    Field<Property>{"name", [](Reader& r, Element v, Property& p) { p.name = r.text(v); }},
    Field<Property>{"domain", [](Reader& r, Element v, Property& p) { p.domain = r.text(v); }},
    Field<Property>{"bundle", [](Reader& r, Element v, Property& p) { p.bundle = r.text(v); }},
    Field<Property>{"page", [](Reader& r, Element v, Property& p) { p.page = r.text(v); }},
    Field<Property>{"cat", addCategories},
    Field<Property>{"sectioncat", addCategories},
    Field<Property>{"pagecat", addCategories},
    Field<Property>{"keywords",
                    [](Reader& r, Element v, Property& p) { r.commaTexts(v, p.keywords); }},
    Field<Property>{"kwarray", [](Reader& r, Element v, Property& p) { r.texts(v, p.keywords); }},
    Field<Property>{"publisher",
                    [](Reader& r, Element v, Property& p) {
                        r.object(v, p.publisher.emplace(), kPublisherFields);
                    }},
    Field<Property>{"content",
                    [](Reader& r, Element v, Property& p) { r.object(v, p, kContentFields); }},
};

constexpr std::array kGeoFields{
    Field<Geo>{"lat", [](Reader& r, Element v, Geo& g) { g.latitude = r.number(v, -90, 90); }},
    Field<Geo>{"lon", [](Reader& r, Element v, Geo& g) { g.longitude = r.number(v, -180, 180); }},
    Field<Geo>{"country", [](Reader& r, Element v, Geo& g) { g.country = r.text(v); }},
    Field<Geo>{"region", [](Reader& r, Element v, Geo& g) { g.region = r.text(v); }},
    Field<Geo>{"city", [](Reader& r, Element v, Geo& g) { g.city = r.text(v); }},
};

constexpr std::array kDeviceFields{
    Field<Device>{"ua", [](Reader& r, Element v, Device& d) { d.userAgent = r.text(v); }},
    Field<Device>{"ip", [](Reader& r, Element v, Device& d) { d.ip = r.text(v); }},
    Field<Device>{
        "geo", [](Reader& r, Element v, Device& d) { r.object(v, d.geo.emplace(), kGeoFields); }},
    Field<Device>{"devicetype",
                  [](Reader& r, Element v, Device& d) { d.type = r.integer(v, 0, 500); }},
    Field<Device>{"make", [](Reader& r, Element v, Device& d) { d.make = r.text(v); }},
    Field<Device>{"model", [](Reader& r, Element v, Device& d) { d.model = r.text(v); }},
    Field<Device>{"os", [](Reader& r, Element v, Device& d) { d.os = r.text(v); }},
    Field<Device>{"osv", [](Reader& r, Element v, Device& d) { d.osVersion = r.text(v); }},
    Field<Device>{"language", [](Reader& r, Element v, Device& d) { d.language = r.text(v); }},
    Field<Device>{"connectiontype",
                  [](Reader& r, Element v, Device& d) { d.connectionType = r.integer(v, 0, 500); }},
    Field<Device>{"lmt", [](Reader& r, Element v, Device& d) { d.limitTracking = r.flag(v); }},
};

constexpr std::array kSegmentFields{
    Field<Segment>{"id", [](Reader& r, Element v, Segment& s) { s.id = r.text(v); }},
    Field<Segment>{"name", [](Reader& r, Element v, Segment& s) { s.name = r.text(v); }},
    Field<Segment>{"value", [](Reader& r, Element v, Segment& s) { s.value = r.text(v); }},
};

constexpr std::array kUserDataFields{
    Field<User>{"segment",
                [](Reader& r, Element v, User& u) {
                    r.each(v, [&](Element s) {
                        r.object(s, u.segments.emplace_back(), kSegmentFields);
                    });
                }},
};

constexpr std::array kUidFields{
    Field<ExternalId>{"id", [](Reader& r, Element v, ExternalId& e) { e.id = r.text(v); }},
};

/// One `eids` entry while it is read: every uid becomes an entry of its own.
struct IdSource
{
    Text source;
    std::vector<ExternalId> ids;
};

constexpr std::array kIdSourceFields{
    Field<IdSource>{"source", [](Reader& r, Element v, IdSource& s) { s.source = r.text(v); }},
    Field<IdSource>{"uids",
                    [](Reader& r, Element v, IdSource& s) {
                        r.each(v,
                               [&](Element u) { r.object(u, s.ids.emplace_back(), kUidFields); });
                    }},
};

void readIdSource(Reader& reader, Element value, User& user)
{
    IdSource source;
    reader.object(value, source, kIdSourceFields);
    for (const ExternalId& id : source.ids)
        user.externalIds.push_back({source.source, id.id});
}

constexpr std::array kUserFields{
    Field<User>{"id", [](Reader& r, Element v, User& u) { u.id = r.text(v); }},
    Field<User>{"buyeruid", [](Reader& r, Element v, User& u) { u.buyerId = r.text(v); }},
    Field<User>{"yob",
                [](Reader& r, Element v, User& u) { u.yearOfBirth = r.integer(v, 1850, 2200); }},
    Field<User>{"gender", [](Reader& r, Element v, User& u) { u.gender = r.text(v); }},
    Field<User>{"keywords", [](Reader& r, Element v, User& u) { r.commaTexts(v, u.keywords); }},
    Field<User>{"kwarray", [](Reader& r, Element v, User& u) { r.texts(v, u.keywords); }},
    Field<User>{"data",
                [](Reader& r, Element v, User& u) {
                    r.each(v, [&](Element d) { r.object(d, u, kUserDataFields); });
                }},
    Field<User>{"eids",
                [](Reader& r, Element v, User& u) {
                    r.each(v, [&](Element e) { readIdSource(r, e, u); });
                }},
    Field<User>{"geo",
                [](Reader& r, Element v, User& u) { r.object(v, u.geo.emplace(), kGeoFields); }},
};

constexpr std::array kRegulationFields{
    Field<BidRequest>{"coppa", [](Reader& r, Element v, BidRequest& q) { q.coppa = r.flag(v); }},
    Field<BidRequest>{"gdpr", [](Reader& r, Element v, BidRequest& q) { q.gdpr = r.flag(v); }},
};

void readImpression(Reader& reader, Element value, BidRequest& request)
{
    if (request.impressions.size() == kMaxImpressions)
        return reader.fail("is one impression too many", "send at most 64 in a request");
    Impression& impression = request.impressions.emplace_back();
    reader.object(value, impression, kImpressionFields);
    if (impression.id.empty())
        reader.fail("is required", "name the impression", "id");
    if (!impression.banner && !impression.video && !impression.native && !impression.audio)
        reader.fail("offers nothing", "add banner, video or native");
    for (std::size_t i = 0; i + 1 < request.impressions.size(); ++i)
        if (request.impressions[i].id == impression.id)
            reader.fail("is the id of another impression too", "number the impressions", "id");
}

void readProperty(Reader& reader, Element value, BidRequest& request, bool isApp)
{
    if (request.property)
        return reader.fail("cannot stand beside the other of site and app", "send one of the two");
    request.property.emplace().isApp = isApp;
    reader.object(value, *request.property, kPropertyFields);
}

constexpr std::array kRequestFields{
    Field<BidRequest>{"id", [](Reader& r, Element v, BidRequest& q) { q.id = r.name(v); }},
    Field<BidRequest>{"imp",
                      [](Reader& r, Element v, BidRequest& q) {
                          r.each(v, [&](Element i) { readImpression(r, i, q); });
                      }},
    Field<BidRequest>{"site",
                      [](Reader& r, Element v, BidRequest& q) { readProperty(r, v, q, false); }},
    Field<BidRequest>{"app",
                      [](Reader& r, Element v, BidRequest& q) { readProperty(r, v, q, true); }},
    Field<BidRequest>{"device",
                      [](Reader& r, Element v, BidRequest& q) {
                          r.object(v, q.device.emplace(), kDeviceFields);
                      }},
    Field<BidRequest>{
        "user",
        [](Reader& r, Element v, BidRequest& q) { r.object(v, q.user.emplace(), kUserFields); }},
    Field<BidRequest>{"test", [](Reader& r, Element v, BidRequest& q) { q.test = r.flag(v); }},
    Field<BidRequest>{
        "at", [](Reader& r, Element v, BidRequest& q) { q.auctionType = r.integer(v, 1, 999); }},
    Field<BidRequest>{
        "tmax", [](Reader& r, Element v, BidRequest& q) { q.timeMaxMs = r.integer(v, 0, 60'000); }},
    Field<BidRequest>{"wseat",
                      [](Reader& r, Element v, BidRequest& q) { r.texts(v, q.allowedSeats); }},
    Field<BidRequest>{"bseat",
                      [](Reader& r, Element v, BidRequest& q) { r.texts(v, q.blockedSeats); }},
    Field<BidRequest>{"cur", [](Reader& r, Element v, BidRequest& q) { r.texts(v, q.currencies); }},
    Field<BidRequest>{"bcat",
                      [](Reader& r, Element v, BidRequest& q) { r.texts(v, q.blockedCategories); }},
    Field<BidRequest>{
        "badv", [](Reader& r, Element v, BidRequest& q) { r.texts(v, q.blockedAdvertisers); }},
    Field<BidRequest>{
        "regs", [](Reader& r, Element v, BidRequest& q) { r.object(v, q, kRegulationFields); }},
};

Error notJson(simdjson::error_code code)
{
    if (code == simdjson::DEPTH_ERROR)
        return {"INVALID_REQUEST", "request", "is nested deeper than 32", "flatten it"};
    if (code == simdjson::UTF8_ERROR)
        return {"INVALID_REQUEST", "request", "is not UTF-8", "send text in UTF-8"};
    return {"INVALID_REQUEST", "request",
            std::string("is not valid JSON: ") + simdjson::error_message(code),
            "send one JSON object and nothing after it"};
}

} // namespace

Result<BidRequest> parseBidRequest(std::string_view json, RequestParser& parser)
{
    if (json.size() > kMaxRequestBytes)
        return Error{"INVALID_REQUEST", "request", "is larger than 1 MiB", "send less"};
    auto& [simd, text] = parser.state();
    if (simd.max_depth() != kMaxDepth && simd.allocate(kFirstBytes, kMaxDepth) != simdjson::SUCCESS)
        return Error{"INTERNAL_ERROR", "request", "there is no memory to read it", "try again"};
    text.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    text.assign(json);

    Element document;
    if (const auto code = simd.parse(text.data(), text.size(), false).get(document);
        code != simdjson::SUCCESS)
        return notJson(code);
    JsonReader reader;
    BidRequest request;
    reader.object(document, request, kRequestFields);
    if (request.id.empty())
        reader.fail("is required", "name the request", "id");
    if (request.impressions.empty())
        reader.fail("is required", "offer at least one impression", "imp");
    if (reader.failed())
        return reader.error();
    return request;
}

} // namespace gavel::openrtb
