// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/json.h"
#include "engine/base/money.h"
#include "engine/model/profile.h"
#include "engine/openrtb/bid_request.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gavel::gateway {

/// The ad slot of the contract: a price for one impression, not for a thousand.
struct RestSlot
{
    std::string id;
    int width = 0;
    int height = 0;
    std::string position;
    Price floor;
};

struct RestDevice
{
    std::string type; ///< mobile, desktop, tablet
    std::string os;
    std::string browser;
    std::string ip;
};

struct RestGeo
{
    std::string country;
    std::string region;
    std::string city;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

/// One impression offered in the contract's own words.
struct RestBidRequest
{
    std::string id;
    std::string userId;
    std::string publisherId;
    RestSlot slot;
    RestDevice device;
    RestGeo geo;
    std::optional<model::Profile> profile; ///< of the user, when another process keeps profiles
    bool profileAsked = false; ///< that process was asked: no profile means none
};

/// Reads the contract's BidRequest; every broken rule is added with its path.
RestBidRequest readRestBidRequest(const boost::json::value& body, std::vector<Error>& errors);
/// mobile, desktop or tablet, however it is capitalised; kept in small letters.
void readDeviceType(base::ObjectReader& reader, std::string_view key, std::string& type,
                    base::Need need = base::Need::Optional);
/// The parts that an ad request has too.
RestDevice readRestDevice(const boost::json::value& value, std::string path,
                          std::vector<Error>& errors);
RestGeo readRestGeo(const boost::json::value& value, std::string path, std::vector<Error>& errors);

boost::json::object restSlot(const RestSlot& slot);
/// The contract's BidRequest.
boost::json::object restBidRequest(const RestBidRequest& request, TimeMs at);

/// The same in OpenRTB; texts are views into the argument.
openrtb::BidRequest toOpenRtb(const RestBidRequest& request);

} // namespace gavel::gateway
