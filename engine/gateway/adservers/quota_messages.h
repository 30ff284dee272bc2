// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/ad_server_desk.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace gavel::gateway {

// What an ad server and the market that it joined say to each other. Campaigns and publishers by
// id, money in whole nano-units, times in milliseconds since 1970. Errors name the field; unknown
// fields are errors.

/// {"key","acts_at_ms","market_version","grants":[{"campaign","window_start_ms","window_end_ms",
/// "epoch","version","limit_nanos","not_after_ms","bid_factor_ppm"}]}; those from `first`, at most
/// `most`.
std::string grantsText(const std::string& key, std::uint32_t source,
                       const runtime::GrantMessage& message, std::size_t first, std::size_t most,
                       const model::Vocabulary& names);
struct KeyedGrants
{
    std::string key;
    runtime::GrantMessage message; ///< a campaign that is not known here has the handle kNone
};
Result<KeyedGrants> grantsFrom(std::string_view body, const model::Vocabulary& names);

/// Campaigns in one part of a report.
inline constexpr std::size_t kReportedAtOnce = 1'000;

/// Of campaigns that did something or hold quota; those from `first`, at most `most`, and where the
/// next part begins, 0 = nowhere.
boost::json::object reportValue(const model::QuotaReport& report, std::size_t first,
                                std::size_t most, const model::Vocabulary& names);
struct ReportPart
{
    model::QuotaReport report; ///< campaigns by handle; those that are not known here are left out
    std::size_t first = 0; ///< 0 = this begins a report
    std::size_t next = 0;
    double load = 0;
};
Result<ReportPart> reportFrom(std::string_view body, const model::Vocabulary& names);
/// A later part of the same report is added to it.
void append(model::QuotaReport& report, ReportPart part);

boost::json::object answersValue(const runtime::GrantAnswers& answers);
Result<runtime::GrantAnswers> answersFrom(std::string_view body);

} // namespace gavel::gateway
