// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/dmp/profile_json.h"
#include "engine/dmp/profile_store.h"
#include "engine/dmp/profile_table.h"
#include "engine/model/opportunity.h"
#include "engine/model/vocabulary.h"
#include "engine/store/workspace.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <vector>

namespace gavel::dmp {

/// Everything known of users. Changes are durable in the workspace when a call returns. Any thread;
/// the auction path never comes here: fill() runs at the edge, before an opportunity reaches its
/// shard.
class Audience
{
public:
    /// Reads what the workspace holds. The workspace must outlive it.
    static Result<std::unique_ptr<Audience>> open(store::Workspace& workspace,
                                                  std::shared_ptr<model::Vocabulary> vocabulary,
                                                  const base::Clock& clock);

    std::optional<model::Profile> profile(std::string_view userId) const;
    /// Demographics override, lists unite, segments are recomputed by rule (only ever added).
    /// Errors: INVALID_REQUEST for a user id that is not [A-Za-z0-9_-]{1,64}.
    Result<model::Profile> merge(const std::string& userId, const ProfileChange& change);
    /// Records what a user did: behaviour, interest from data.category, device from
    /// data.device_type, segments. Gives the event its id and time when they are empty. The same id
    /// twice counts once. Returns the id. Errors: MISSING_FIELD, INVALID_EVENT_TYPE,
    /// INVALID_REQUEST.
    Result<std::string> record(model::UserEvent event);
    /// Newest first; empty for a user nobody knows.
    Result<std::vector<model::UserEvent>> events(std::string_view userId, std::size_t most) const;

    /// Every segment with its users, in alphabetical order.
    std::vector<std::pair<std::string, std::vector<std::string>>> segments() const;
    std::optional<std::vector<std::string>> segment(std::string_view name) const;
    /// Makes a missing segment; a user without a profile may be a member.
    Result<void> addToSegment(const std::string& name, const std::string& userId);
    /// Errors: DATA_NOT_FOUND when there is no such segment or the user is not in it.
    Result<void> removeFromSegment(const std::string& name, const std::string& userId);

    /// Puts what is known of a user into an opportunity: profile, segments, interests, age, gender.
    void fill(model::Opportunity& opportunity, std::string_view userId) const;

    std::size_t profileCount() const;
    std::size_t eventCount() const;
    /// Of one user, by the store.
    Result<std::size_t> eventCount(std::string_view userId) const;
    std::size_t segmentCount() const;

private:
    Audience(store::Workspace& workspace, std::shared_ptr<model::Vocabulary> vocabulary,
             const base::Clock& clock);
    Result<void> load();
    void put(const StoredProfile& stored);
    StoredProfile get(ProfileStore::Profile profile) const;
    /// What the user is after the change, with segments by rule; memory is updated.
    StoredProfile changed(const std::string& userId, const ProfileChange& change, int purchases);
    std::vector<Handle> handles(base::Dictionary& dictionary,
                                const std::vector<std::string>& values);

    store::Workspace& m_workspace;
    std::shared_ptr<model::Vocabulary> m_vocabulary;
    const base::Clock& m_clock;
    base::Dictionary m_behaviours;
    mutable std::shared_mutex m_mutex;
    ProfileStore m_profiles;
    std::set<std::string, std::less<>> m_segmentNames;
    std::map<std::string, std::set<std::string>, std::less<>>
        m_strangers; ///< members without a profile
    std::size_t m_events = 0;
};

} // namespace gavel::dmp
