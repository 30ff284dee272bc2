// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/address_rule.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace gavel::pipeline {

namespace {

namespace ip = boost::asio::ip;
using Bytes = std::array<unsigned char, 16>;

constexpr std::size_t kMostAddressBytes = 2048;

/// Addresses whose first `bits` bits are those of `bytes`.
struct Net
{
    Bytes bytes;
    unsigned bits;
    std::string_view what;
};

// IANA's registries of special-purpose addresses (RFC 6890 and its updates).
constexpr std::array kNets4{
    Net{{0}, 8, "an address of this network"},
    Net{{10}, 8, "a private address"},
    Net{{100, 64}, 10, "an address behind a provider's NAT"},
    Net{{127}, 8, "a loopback address"},
    Net{{169, 254}, 16, "a link-local address"},
    Net{{172, 16}, 12, "a private address"},
    Net{{192, 0, 0}, 24, "a reserved address"},
    Net{{192, 0, 2}, 24, "an address for documentation"},
    Net{{192, 88, 99}, 24, "a 6to4 address"},
    Net{{192, 168}, 16, "a private address"},
    Net{{198, 18}, 15, "an address for measurements"},
    Net{{198, 51, 100}, 24, "an address for documentation"},
    Net{{203, 0, 113}, 24, "an address for documentation"},
    Net{{224}, 4, "a multicast address"},
    Net{{240}, 4, "a reserved address"},
};
constexpr std::array kNets6{
    Net{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128, "a loopback address"},
    Net{{}, 128, "an address of this network"},
    Net{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96, "an IPv4 address in IPv6 form"},
    Net{{}, 96, "an IPv4 address in IPv6 form"},
    Net{{0x00, 0x64, 0xff, 0x9b}, 32, "a NAT64 address"},
    Net{{0x20, 0x01, 0x00, 0x00}, 32, "a Teredo address"},
    Net{{0x20, 0x01}, 23, "a reserved address"},
    Net{{0x20, 0x01, 0x0d, 0xb8}, 32, "an address for documentation"},
    Net{{0x20, 0x02}, 16, "a 6to4 address"},
    Net{{0x3f, 0xff}, 20, "an address for documentation"},
    Net{{0xfc}, 7, "a private address"},
    Net{{0xfe, 0x80}, 10, "a link-local address"},
    Net{{0xfe, 0xc0}, 10, "a private address"},
    Net{{0xff}, 8, "a multicast address"},
};
constexpr Net kPublic6{{0x20}, 3, ""}; ///< all that is given out: 2000::/3

bool isIn(const Bytes& address, const Net& net)
{
    for (unsigned bit = 0; bit < net.bits; bit += 8) {
        const unsigned left = std::min(8U, net.bits - bit);
        const unsigned mask = (0xffU << (8 - left)) & 0xffU;
        if (((address[bit / 8] ^ net.bytes[bit / 8]) & mask) != 0)
            return false;
    }
    return true;
}

template<std::size_t N>
std::string_view netOf(const Bytes& address, const std::array<Net, N>& nets)
{
    const auto net = std::ranges::find_if(nets, [&](const Net& n) { return isIn(address, n); });
    return net == nets.end() ? std::string_view() : net->what;
}

Error invalid(std::string_view text, std::string what, std::string advice)
{
    return {"ADDRESS_INVALID", std::string(text.substr(0, 200)), std::move(what),
            std::move(advice)};
}

Error refused(const std::string& host, const std::string& what)
{
    return {"ADDRESS_REFUSED", host, what, "allow this host if you mean it"};
}

bool isWeb(const boost::urls::url_view& url)
{
    using boost::urls::scheme;
    return (url.scheme_id() == scheme::http || url.scheme_id() == scheme::https)
        && url.has_authority();
}

/// The last part of the name is a number, so many programs take it for an address: "2130706433",
/// "0177.0.0.1", "127.1", "0x7f.0.0.1".
bool endsInNumber(std::string_view host)
{
    const std::string_view last = host.substr(host.find_last_of('.') + 1);
    const bool isHexadecimal = last.starts_with("0x")
        && last.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
    return isHexadecimal
        || (!last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos);
}

bool isLocalName(std::string_view host)
{
    if (host.find('.') == std::string_view::npos)
        return true;
    return std::ranges::any_of(
        std::array<std::string_view, 5>{".localhost", ".local", ".internal", ".lan", ".home.arpa"},
        [&](std::string_view end) { return host.ends_with(end); });
}

bool isListed(const std::string& host, const AddressRule& rule)
{
    return std::ranges::find(rule.hosts, host) != rule.hosts.end();
}

Result<std::uint16_t> portOf(std::string_view text, const boost::urls::url_view& url, bool isSecure)
{
    if (!url.has_port() || url.port().empty())
        return static_cast<std::uint16_t>(isSecure ? 443 : 80);
    const std::string digits = url.port();
    std::uint16_t port = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (read.ec != std::errc{} || port == 0)
        return invalid(text, digits + " is not a port", "write 1 to 65535");
    return port;
}

/// In lower case and without the dot that may end a name.
Result<std::string> hostOf(std::string_view text, const boost::urls::url_view& url)
{
    using boost::urls::host_type;
    std::string host = url.host_address();
    std::ranges::transform(host, host.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (url.host_type() == host_type::ipv4 || url.host_type() == host_type::ipv6)
        return host;
    if (host.ends_with('.'))
        host.pop_back();
    const bool isName = url.host_type() == host_type::name && !host.empty() && host.size() <= 253
        && !host.starts_with('.') && host.find("..") == std::string::npos
        && host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
    if (!isName)
        return invalid(text, "its host is not a name",
                       "write a name such as hooks.example.com, others than ASCII as xn--...");
    if (endsInNumber(host))
        return invalid(text, "its host is a number in an unusual form",
                       "write four decimal numbers from 0 to 255, without zeros before them");
    return host;
}

} // namespace

Result<WebAddress> readAddress(std::string_view text)
{
    if (text.size() > kMostAddressBytes)
        return invalid(text, "it has " + std::to_string(text.size()) + " bytes",
                       "use at most 2048");
    const auto url = boost::urls::parse_uri(text);
    // Boost.URL 1.81 reads "1.2.3.4.example.com" as a number with a path behind it.
    if (!url || !isWeb(*url) || !(url->path().empty() || url->path().starts_with('/')))
        return invalid(text, "this is not a web address", "write https://example.com/path");
    if (url->has_userinfo())
        return invalid(text, "it has a user name", "leave it out; it would be stored in the open");
    if (url->has_fragment())
        return invalid(text, "it has a fragment", "leave out # and what is behind it");
    WebAddress address;
    address.isSecure = url->scheme_id() == boost::urls::scheme::https;
    auto host = hostOf(text, *url);
    if (!host)
        return host.error();
    address.host = std::move(*host);
    const auto port = portOf(text, *url, address.isSecure);
    if (!port)
        return port.error();
    address.port = *port;
    address.target = std::string(url->encoded_path());
    if (address.target.empty())
        address.target = "/";
    if (url->has_query())
        address.target += "?" + std::string(url->encoded_query());
    return address;
}

Result<WebAddress> checkAddress(std::string_view text, const AddressRule& rule)
{
    auto read = readAddress(text);
    if (!read)
        return read;
    const WebAddress& address = *read;
    if (address.port != 80 && address.port != 443
        && std::ranges::find(rule.ports, address.port) == rule.ports.end())
        return Error{"ADDRESS_REFUSED", address.host,
                     "port " + std::to_string(address.port) + " is not allowed",
                     "use 80 or 443, or allow this port"};
    if (isListed(address.host, rule))
        return read;
    boost::system::error_code isName;
    const auto number = ip::make_address(address.host, isName);
    if (isName ? isLocalName(address.host) : !whyPrivate(number).empty())
        return refused(address.host,
                       isName ? "this is a name inside a network"
                              : "this is " + std::string(whyPrivate(number)));
    return read;
}

Result<void> checkResolved(const WebAddress& address, std::span<const ip::address> resolved,
                           const AddressRule& rule)
{
    if (resolved.empty())
        return Error{"ADDRESS_UNKNOWN", address.host, "its name has no address",
                     "check its spelling"};
    if (isListed(address.host, rule))
        return {};
    for (const auto& one : resolved)
        if (const auto why = whyPrivate(one); !why.empty() && !isListed(one.to_string(), rule))
            return refused(address.host,
                           "it leads to " + one.to_string() + ", " + std::string(why));
    return {};
}

std::string_view whyPrivate(const ip::address& address)
{
    Bytes bytes{};
    if (address.is_v4()) {
        std::ranges::copy(address.to_v4().to_bytes(), bytes.begin());
        return netOf(bytes, kNets4);
    }
    std::ranges::copy(address.to_v6().to_bytes(), bytes.begin());
    if (const auto net = netOf(bytes, kNets6); !net.empty())
        return net;
    return isIn(bytes, kPublic6) ? "" : "a reserved address";
}

} // namespace gavel::pipeline
