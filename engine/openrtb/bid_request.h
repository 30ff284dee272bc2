// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

/// The objects of an OpenRTB 2.6 bid request that the market uses, under the names of the
/// standard's texts. Every text is a view into the RequestParser that read it (or into whatever the
/// caller built it from). Numbers that were not sent are 0 and texts "" unless said otherwise.
namespace gavel::openrtb {

using Text = std::string_view;
using Texts = std::vector<std::string_view>;

struct Format
{
    int width = 0; ///< w
    int height = 0; ///< h
};

struct Banner
{
    int width = 0; ///< w; 0 = see formats
    int height = 0; ///< h
    std::vector<Format> formats; ///< format
    int position = 0; ///< pos, list "Placement Positions"
};

struct Video
{
    Texts mimes; ///< required
    int width = 0;
    int height = 0;
    int minDuration = 0; ///< seconds
    int maxDuration = 0; ///< seconds
    int placement = 0; ///< plcmt, else placement
    std::vector<int> protocols;
};

struct Native
{
    Text request; ///< the native request as JSON text; required
    Text version; ///< ver
};

struct Deal
{
    Text id; ///< required
    Price floor; ///< bidfloor, a CPM
    Text floorCurrency = "USD"; ///< bidfloorcur
    int auctionType = 0; ///< at: 1 first price, 2 second price, 3 fixed price
    Texts seats; ///< wseat
    Texts advertiserDomains; ///< wadomain
};

struct Impression
{
    Text id; ///< required, unique in the request
    std::optional<Banner> banner;
    std::optional<Video> video;
    std::optional<Native> native;
    bool audio = false; ///< audio is offered too, which this market does not sell
    bool privateAuction = false; ///< pmp.private_auction
    std::vector<Deal> deals; ///< pmp.deals
    Text tagId; ///< tagid: the placement
    Price floor; ///< bidfloor, a CPM; never negative
    Text floorCurrency = "USD"; ///< bidfloorcur
    bool secure = false; ///< creatives must be loaded by https
    bool interstitial = false; ///< instl
};

struct Publisher
{
    Text id;
    Text name;
    Texts categories; ///< cat
    Text domain;
};

/// `site` or `app`: where the impressions are.
struct Property
{
    bool isApp = false;
    Text id;
    Text name;
    Text domain;
    Text bundle; ///< app only
    Text page; ///< site only
    Texts categories; ///< cat, sectioncat and pagecat together
    Texts keywords; ///< keywords split at commas, and kwarray
    std::optional<Publisher> publisher;
    Text contentId; ///< content.id
    Text contentLanguage; ///< content.language
};

struct Geo
{
    std::optional<double> latitude; ///< lat, -90 to 90
    std::optional<double> longitude; ///< lon, -180 to 180
    Text country; ///< ISO 3166-1, alpha-3 by the standard; alpha-2 as sent
    Text region;
    Text city;
};

struct Device
{
    Text userAgent; ///< ua
    Text ip;
    int type = 0; ///< devicetype: 1 and 4 mobile, 2 personal computer, 3 and 7 TV, 5 tablet
    Text make;
    Text model;
    Text os;
    Text osVersion; ///< osv
    Text language; ///< ISO 639-1
    int connectionType = 0; ///< 1 ethernet, 2 wifi, 3 to 7 cellular
    bool limitTracking = false; ///< lmt
    std::optional<Geo> geo;
};

struct Segment
{
    Text id;
    Text name;
    Text value;
};

struct ExternalId
{
    Text source;
    Text id; ///< one entry for each uid
};

struct User
{
    Text id;
    Text buyerId; ///< buyeruid
    int yearOfBirth = 0; ///< yob
    Text gender; ///< M, F, O
    Texts keywords; ///< keywords split at commas, and kwarray
    std::vector<Segment> segments; ///< of every data object
    std::vector<ExternalId> externalIds; ///< eids
    std::optional<Geo> geo;
};

struct BidRequest
{
    Text id; ///< required
    std::vector<Impression> impressions; ///< imp; at least one
    std::optional<Property> property; ///< site or app
    std::optional<Device> device;
    std::optional<User> user;
    bool test = false;
    int auctionType = 2; ///< at: 1 first price, 2 second price
    int timeMaxMs = 0; ///< tmax
    Texts allowedSeats; ///< wseat
    Texts blockedSeats; ///< bseat
    Texts currencies; ///< cur
    Texts blockedCategories; ///< bcat
    Texts blockedAdvertisers; ///< badv: domains
    bool coppa = false; ///< regs.coppa
    bool gdpr = false; ///< regs.gdpr
};

inline constexpr std::size_t kMaxRequestBytes = 1 << 20;
inline constexpr std::size_t kMaxDepth = 32;
inline constexpr std::size_t kMaxImpressions = 64;

/// Memory that is used again from request to request. One thread at a time.
class RequestParser
{
public:
    RequestParser();
    ~RequestParser();
    RequestParser(RequestParser&&) noexcept;
    RequestParser& operator=(RequestParser&&) noexcept;

    struct State;
    State& state() { return *m_state; }

private:
    std::unique_ptr<State> m_state;
};

/// Reads one request. Unknown keys and `ext` are allowed and ignored. The texts of the result live
/// until the parser reads the next request. Errors: INVALID_REQUEST with the path of the field
/// ("imp[0].bidfloor") and the rule it broke; also for texts over kMaxRequestBytes, deeper than
/// kMaxDepth, not UTF-8, with a key twice or with bytes after the object.
Result<BidRequest> parseBidRequest(std::string_view json, RequestParser& parser);

} // namespace gavel::openrtb
