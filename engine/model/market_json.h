// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// JSON forms of what a market is made of, as kept in scenarios, workspaces and journals. Prices
/// are per thousand, times end in _ms. Left out = the default of the struct; unknown keys and
/// values out of range are errors.
std::string toJson(const Seat& seat);
std::string toJson(const Publisher& publisher);
std::string toJson(const Placement& placement);
std::string toJson(const AuctionRules& rules);
std::string toJson(const ExchangeRate& rate);

Result<Seat> seatFromJson(std::string_view text, std::string_view where);
Result<Publisher> publisherFromJson(std::string_view text, std::string_view where);
Result<Placement> placementFromJson(std::string_view text, std::string_view where);
Result<AuctionRules> rulesFromJson(std::string_view text, std::string_view where);
Result<ExchangeRate> rateFromJson(std::string_view text, std::string_view where);

boost::json::value toValue(const Seat& seat);
boost::json::value toValue(const Publisher& publisher);
boost::json::value toValue(const Placement& placement);
boost::json::value toValue(const AuctionRules& rules);
boost::json::value toValue(const ExchangeRate& rate);

/// Read below `path` of a larger document; every error is added with its path.
Seat seatFromValue(const boost::json::value& value, std::string_view path,
                   std::vector<Error>& errors);
Publisher publisherFromValue(const boost::json::value& value, std::string_view path,
                             std::vector<Error>& errors);
Placement placementFromValue(const boost::json::value& value, std::string_view path,
                             std::vector<Error>& errors);
AuctionRules rulesFromValue(const boost::json::value& value, std::string_view path,
                            std::vector<Error>& errors);
ExchangeRate rateFromValue(const boost::json::value& value, std::string_view path,
                           std::vector<Error>& errors);

} // namespace gavel::model
