// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dmp/profile_json.h"
#include "engine/store/connection.h"
#include "engine/store/migrations.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gavel::dmp {

// Tables: profile (one row for each user), user_event (append only), segment_member (membership of
// users without a profile, and names of segments that are empty: member "").

std::span<const store::Migration> profileMigrations();

/// What a profile keeps beside its lists.
struct StoredProfile
{
    model::Profile profile;
    int purchases = 0;
};
Result<void> storeProfile(store::Connection& connection, const StoredProfile& profile);
Result<void> loadProfiles(store::Connection& connection,
                          const std::function<void(const StoredProfile&)>& take);

/// Stores an event once: the same id again changes nothing and says false.
Result<bool> storeUserEvent(store::Connection& connection, const model::UserEvent& event);
/// Newest first.
Result<std::vector<model::UserEvent>> loadUserEvents(store::Connection& connection,
                                                     std::string_view userId, std::size_t most);
Result<std::int64_t> countUserEvents(store::Connection& connection);
Result<std::int64_t> countUserEvents(store::Connection& connection, std::string_view userId);

Result<void> storeMember(store::Connection& connection, std::string_view segment,
                         std::string_view userId);
Result<void> removeMember(store::Connection& connection, std::string_view segment,
                          std::string_view userId);
Result<void> loadMembers(store::Connection& connection,
                         const std::function<void(std::string_view, std::string_view)>& take);

} // namespace gavel::dmp
