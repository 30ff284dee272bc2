// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/host_check.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace gavel::gateway {

namespace {

bool hostOfUrlIsAllowed(const boost::urls::url_view& url, const std::vector<std::string>& names)
{
    if (url.has_userinfo())
        return false;
    const auto kind = url.host_type();
    if (kind == boost::urls::host_type::ipv4 || kind == boost::urls::host_type::ipv6)
        return true;
    const std::string name = url.host();
    return name == "localhost" || std::ranges::find(names, name) != names.end();
}

} // namespace

bool hostIsAllowed(std::string_view host, const std::vector<std::string>& names)
{
    // The two that nearly every request names, without taking them apart.
    if (host.starts_with("127.0.0.1:") || host.starts_with("localhost:"))
        return host.find_first_not_of("0123456789", host.find(':') + 1) == std::string_view::npos;
    const std::string text = "http://" + std::string(host);
    const auto url = boost::urls::parse_uri(text);
    return url.has_value() && url->path().empty() && !url->has_query() && !url->has_fragment()
        && hostOfUrlIsAllowed(*url, names);
}

bool originIsAllowed(std::string_view origin, const std::vector<std::string>& names)
{
    const auto url = boost::urls::parse_uri(origin);
    // An origin has no path; Boost.URL 1.81 reads one in "http://127.0.0.1.example.com".
    return url.has_value() && (url->scheme() == "http" || url->scheme() == "https")
        && url->path().empty() && hostOfUrlIsAllowed(*url, names);
}

} // namespace gavel::gateway
