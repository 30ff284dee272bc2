// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/api_description.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, kServices> kTitles{"Ad management", "Demand-side platform",
                                                          "Supply-side platform", "Ad exchange",
                                                          "Data management platform"};

std::string_view titleOf(Service service)
{
    return kTitles[static_cast<std::size_t>(service)];
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> list;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        list.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list;
}

std::vector<std::string_view> pathNames(std::string_view pattern)
{
    std::vector<std::string_view> names;
    for (auto open = pattern.find('{'); open != std::string_view::npos;
         open = pattern.find('{', open + 1))
        names.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

json::array parametersOf(const Route& route)
{
    json::array parameters;
    const auto add = [&parameters](std::string_view name, const char* in, bool required) {
        parameters.push_back(json::object{{"name", name},
                                          {"in", in},
                                          {"required", required},
                                          {"schema", json::object{{"type", "string"}}}});
    };
    for (const auto name : pathNames(route.pattern))
        add(name, "path", true);
    for (const auto name : words(route.query))
        add(name, "query", false);
    return parameters;
}

json::object responsesOf(const Route& route)
{
    json::object responses;
    for (const auto status : words(route.statuses)) {
        json::object response{
            {"description", reasonPhrase(static_cast<unsigned>(std::stoul(std::string(status))))}};
        if (status >= "400")
            response["content"] = json::object{
                {"application/json",
                 json::object{{"schema", json::object{{"$ref", "#/components/schemas/Error"}}}}}};
        responses[status] = std::move(response);
    }
    return responses;
}

json::object operationOf(const Route& route)
{
    json::object operation{{"summary", route.summary},
                           {"parameters", parametersOf(route)},
                           {"responses", responsesOf(route)}};
    if (!route.example.empty())
        operation["requestBody"]
            = json::object{{"content",
                            json::object{{"application/json",
                                          json::object{{"schema", json::object{{"type", "object"}}},
                                                       {"example", json::parse(route.example)}}}}}};
    return operation;
}

json::object errorSchema()
{
    json::object properties;
    for (const auto* name : {"error_code", "message", "timestamp", "detail"})
        properties[name] = json::object{{"type", "string"}};
    properties["details"] = json::object{{"type", "object"}};
    return {{"type", "object"},
            {"required", json::array{"error_code", "message", "details", "timestamp", "detail"}},
            {"properties", std::move(properties)}};
}

std::string lowerName(Method method)
{
    std::string text(name(method));
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

void appendEscaped(std::string_view text, std::string& out)
{
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
}

constexpr std::string_view kPageHead
    = R"(<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Gavel</title><style>
body{font:15px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#1b2430;background:#fff}
section{border-top:1px solid #d5dbe3;padding:.6rem 0}h2{font-size:1rem;margin:.2rem 0}
code,pre{font:13px/1.45 ui-monospace,monospace}pre{background:#f3f5f8;padding:.6rem;overflow:auto;margin:.4rem 0}
.method{display:inline-block;min-width:4.5rem;font-weight:700}.quiet{color:#5b6775}
@media(prefers-color-scheme:dark){body{background:#12161c;color:#dde3ea}pre{background:#1b222b}
section{border-color:#2b3440}.quiet{color:#93a0af}}</style></head><body>)";

void appendSection(const Route& route, std::string& page)
{
    page += "<section><h2><span class=\"method\">";
    page += name(route.method);
    page += "</span><code>";
    appendEscaped(route.pattern, page);
    page += "</code></h2><div>";
    appendEscaped(route.summary, page);
    page += " <span class=\"quiet\">Answers ";
    appendEscaped(route.statuses, page);
    if (!route.query.empty()) {
        page += "; query: ";
        appendEscaped(route.query, page);
    }
    page += "</span></div>";
    if (!route.example.empty()) {
        page += "<pre>";
        appendEscaped(route.example, page);
        page += "</pre>";
    }
    page += "</section>";
}

} // namespace

std::string openApiJson(const Router& router, Service service)
{
    json::object paths;
    for (const Route* route : router.routesOf(service)) {
        auto& path = paths.emplace(route->pattern, json::object{}).first->value().as_object();
        path[lowerName(route->method)] = operationOf(*route);
    }
    const json::object document{
        {"openapi", "3.1.0"},
        {"info",
         json::object{{"title", "Gavel: " + std::string(titleOf(service))}, {"version", "0.1.0"}}},
        {"paths", std::move(paths)},
        {"components", json::object{{"schemas", json::object{{"Error", errorSchema()}}}}}};
    return json::serialize(document);
}

std::string documentationPage(const Router& router, Service service)
{
    std::string page(kPageHead);
    page += "<h1>Gavel: ";
    page += titleOf(service);
    page += "</h1><p>Bodies are JSON. Refusals carry error_code, message, details and timestamp. "
            "Put /v1 before a "
            "path, or send <code>X-Gavel-Envelope: 1</code>, for the wrapped form. The same as a "
            "document for "
            "programs: <a href=\"/openapi.json\">openapi.json</a>.</p>";
    for (const Route* route : router.routesOf(service))
        appendSection(*route, page);
    return page + "</body></html>";
}

} // namespace gavel::gateway
