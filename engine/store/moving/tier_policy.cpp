// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/moving/tier_policy.h"

#include "engine/base/json.h"
#include "engine/store/connection.h"
#include "engine/store/kept_document.h"

#include <boost/json.hpp>

#include <filesystem>

namespace gavel::store {

namespace {

constexpr std::string_view kTable = "tier_policy";
constexpr std::int32_t kMostDays = 36'500;

/// A later tier must come later, or never.
void checkOrder(const TierPolicy& policy, base::ObjectReader& reader)
{
    const auto mustFollow
        = [&](const char* field, std::int32_t days, const char* before, std::int32_t daysBefore) {
              if (days > 0 && days <= daysBefore)
                  reader.fail(field,
                              std::to_string(days) + " days are not more than the "
                                  + std::to_string(daysBefore) + " of " + before,
                              "write a greater number, or 0 for never");
          };
    mustFollow("archive_after_days", policy.archiveAfterDays, "cold_after_days",
               policy.coldAfterDays);
    mustFollow("drop_after_days", policy.dropAfterDays, "cold_after_days", policy.coldAfterDays);
    mustFollow("drop_after_days", policy.dropAfterDays, "archive_after_days",
               policy.archiveFolder.empty() ? 0 : policy.archiveAfterDays);
    if (policy.coldAfterDays == 0 && policy.dropAfterDays > 0)
        reader.fail("drop_after_days", "only cold days are dropped, and none goes cold",
                    "write cold_after_days too");
    if (!policy.archiveFolder.empty() && !std::filesystem::path(policy.archiveFolder).is_absolute())
        reader.fail("archive_folder", "\"" + policy.archiveFolder + "\" is no absolute path",
                    "write it from / on; other stores than folders are not offered");
}

} // namespace

Result<TierPolicy> TierPolicy::read(std::string_view json, std::string_view where)
{
    return base::readDocument(
        json, where, [](const boost::json::value& value, std::vector<Error>& errors) {
            TierPolicy policy;
            base::ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return policy;
            reader.integer("cold_after_days", policy.coldAfterDays, 0, kMostDays);
            reader.integer("archive_after_days", policy.archiveAfterDays, 0, kMostDays);
            reader.text("archive_folder", policy.archiveFolder);
            reader.integer("drop_after_days", policy.dropAfterDays, 0, kMostDays);
            reader.integer("drop_tasks_after_days", policy.dropTasksAfterDays, 0, kMostDays);
            reader.integer("drop_failed_tasks_after_days", policy.dropFailedTasksAfterDays, 0,
                           kMostDays);
            reader.refuseUnknown();
            if (errors.empty())
                checkOrder(policy, reader);
            return policy;
        });
}

std::string TierPolicy::toJson() const
{
    return base::jsonText(
        boost::json::object{{"cold_after_days", coldAfterDays},
                            {"archive_after_days", archiveAfterDays},
                            {"archive_folder", archiveFolder},
                            {"drop_after_days", dropAfterDays},
                            {"drop_tasks_after_days", dropTasksAfterDays},
                            {"drop_failed_tasks_after_days", dropFailedTasksAfterDays}});
}

Result<KeptPolicy> readTierPolicy(Connection& connection)
{
    auto document = readNewestDocument(connection, kTable);
    if (!document)
        return document.error();
    if (!*document)
        return KeptPolicy();
    auto policy = TierPolicy::read((*document)->json, "storage policy");
    if (!policy)
        return policy.error();
    return KeptPolicy{(*document)->version, (*document)->at, std::move((*document)->actor),
                      std::move(*policy)};
}

Result<std::uint32_t> keepTierPolicy(Connection& connection, const TierPolicy& policy,
                                     std::string_view actor, TimeMs at)
{
    if (actor.empty())
        return Error{"PERSON_MISSING", "person", "a policy is a person's word", "say who sets it"};
    return keepDocument(connection, kTable, policy.toJson(), actor, at);
}

} // namespace gavel::store
