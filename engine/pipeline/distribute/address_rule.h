// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// Where this program may send to, so that nobody makes it call what only it can reach. What is
/// listed is allowed although it is private.
struct AddressRule
{
    std::vector<std::string> hosts; ///< names in lower case and addresses, without port
    std::vector<std::uint16_t> ports; ///< besides 80 and 443
    bool operator==(const AddressRule&) const = default;
};

/// A web address taken apart.
struct WebAddress
{
    bool isSecure = false; ///< https
    std::string host; ///< lower case; an IPv6 address without its brackets
    std::uint16_t port = 0;
    std::string target; ///< path and query, "/" at least

    bool operator==(const WebAddress&) const = default;
};

/// Takes an address apart, wherever it leads. Errors: ADDRESS_INVALID (not an http or https
/// address, with user name or fragment, a number written in another way than 192.0.2.1).
Result<WebAddress> readAddress(std::string_view text);

/// The first half: what the text itself tells. Errors: those of readAddress(), ADDRESS_REFUSED
/// (port, private address or a name for one).
Result<WebAddress> checkAddress(std::string_view text, const AddressRule& rule);

/// The second half: what the name was resolved to. All of them must be public, unless the host is
/// listed. The caller connects to one of these and asks no second time; an answer that points
/// elsewhere is not followed. Errors: ADDRESS_REFUSED; ADDRESS_UNKNOWN when there are none.
Result<void> checkResolved(const WebAddress& address,
                           std::span<const boost::asio::ip::address> resolved,
                           const AddressRule& rule);

/// Why an address is not one of the public internet; "" when it is.
std::string_view whyPrivate(const boost::asio::ip::address& address);

} // namespace gavel::pipeline
