// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/deliveries.h"

#include "engine/base/json.h"

#include <sstream>

namespace gavel::bridge {

namespace {

/// "" = some line is no JSON.
std::string prettyLines(const std::string& body)
{
    std::istringstream lines(body);
    std::string pretty;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty())
            continue;
        const auto value = base::parseJson(line, "body");
        if (!value)
            return {};
        pretty += base::jsonPretty(*value);
    }
    return pretty;
}

} // namespace

QString readableBody(const std::string& body)
{
    const auto whole = base::parseJson(body, "body");
    const std::string pretty = whole ? base::jsonPretty(*whole) : prettyLines(body);
    return QString::fromStdString(pretty.empty() ? body : pretty);
}

} // namespace gavel::bridge
