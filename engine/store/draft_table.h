// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

class Connection;

/// Edits that are not published yet, under a name.
struct Draft
{
    std::string name;
    std::string json;
    TimeMs updatedAt;
    bool operator==(const Draft&) const = default;
};

Result<void> saveDraft(Connection& connection, const Draft& draft);
Result<std::optional<Draft>> loadDraft(Connection& connection, std::string_view name);
/// A draft that does not exist is no error.
Result<void> discardDraft(Connection& connection, std::string_view name);
/// All, newest first.
Result<std::vector<Draft>> loadDrafts(Connection& connection);

} // namespace gavel::store
