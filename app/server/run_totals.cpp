// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/base/json.h"

#include <boost/json.hpp>

#include <cstdio>

namespace gavel::server {

void print(const RunTotals& totals, bool json)
{
    char digest[17];
    std::snprintf(digest, sizeof digest, "%016llx", static_cast<unsigned long long>(totals.digest));
    const boost::json::object object{{"auctions", totals.auctions},
                                     {"bids", totals.bids},
                                     {"impressions", totals.impressions},
                                     {"clicks", totals.clicks},
                                     {"conversions", totals.conversions},
                                     {"cost", base::amountNumber(totals.cost)},
                                     {"revenue", base::amountNumber(totals.revenue)},
                                     {"seconds", totals.seconds},
                                     {"digest", digest}};
    if (json) {
        std::printf("%s\n", base::jsonText(object).c_str());
        return;
    }
    for (const auto& [key, value] : object)
        std::printf("%-12s %s\n", std::string(key).c_str(),
                    value.is_string() ? value.as_string().c_str() : base::jsonText(value).c_str());
}

void printLine(const std::string& line)
{
    std::printf("%s\n", line.c_str());
}

} // namespace gavel::server
