// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/router.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace gavel::gateway {

namespace {

std::string_view nextSegment(std::string_view& rest)
{
    rest.remove_prefix(1); // the slash
    const auto end = std::min(rest.find('/'), rest.size());
    const auto segment = rest.substr(0, end);
    rest.remove_prefix(end);
    return segment;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& ids)
{
    ids.clear();
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = nextSegment(pattern);
        const auto given = nextSegment(path);
        if (!wanted.starts_with('{')) {
            if (wanted != given)
                return false;
            continue;
        }
        const auto decoded = boost::urls::make_pct_string_view(given);
        if (given.empty() || !decoded)
            return false;
        std::string id;
        decoded->decode({}, boost::urls::string_token::assign_to(id));
        ids.push_back(std::move(id));
    }
    return pattern.empty() && path.empty();
}

} // namespace

std::optional<std::string_view> ServiceCall::parameter(std::string_view name) const
{
    for (const auto& [key, value] : query)
        if (key == name)
            return value;
    return std::nullopt;
}

Router::Router(std::vector<std::span<const Route>> tables)
    : m_tables(std::move(tables))
{
}

Router::Match Router::find(Service service, Method method, std::string_view path) const
{
    const Method wanted = method == Method::Head ? Method::Get : method;
    Match match;
    std::vector<std::string> ids;
    for (const Route* route : routesOf(service)) {
        if (!matches(route->pattern, path, ids))
            continue;
        if (route->method == wanted) {
            match.route = route;
            match.ids = std::move(ids);
            return match;
        }
        match.allow += (match.allow.empty() ? "" : ", ") + std::string(name(route->method));
    }
    return match;
}

std::vector<const Route*> Router::routesOf(Service service) const
{
    std::vector<const Route*> routes;
    for (const auto& table : m_tables)
        for (const Route& route : table)
            if (route.service == service || route.service == Service::Every)
                routes.push_back(&route);
    return routes;
}

bool splitTarget(std::string_view target, std::string& path, ServiceCall& call)
{
    const auto url = boost::urls::parse_origin_form(target);
    if (!url)
        return false;
    const boost::core::string_view encoded = url->encoded_path();
    path.assign(encoded.data(), encoded.size());
    for (const auto& parameter : url->params())
        call.query.emplace_back(std::string(parameter.key), std::string(parameter.value));
    constexpr std::string_view kVersion = "/v1/";
    if (path.starts_with(kVersion)) {
        path.erase(0, kVersion.size() - 1);
        call.wrapped = true;
    }
    return path.starts_with('/');
}

} // namespace gavel::gateway
