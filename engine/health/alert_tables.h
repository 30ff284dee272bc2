// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert.h"
#include "engine/store/kept_document.h"
#include "engine/store/migrations.h"

#include <optional>
#include <span>

namespace gavel::store {
class Connection;
}

namespace gavel::health {

/// The room's tables; give them to Workspace::open.
std::span<const store::Migration> healthMigrations();

/// Alert rules as a person wrote them: the newest; nullopt in a new workspace.
Result<std::optional<store::KeptDocument>> readAlertRules(store::Connection& connection);
/// As the next version, which it gives.
Result<std::uint32_t> keepAlertRules(store::Connection& connection, const std::string& json,
                                     std::string_view actor, TimeMs at);

/// A step of an alert's life, with the market's time then.
struct KeptChange
{
    metrics::AlertChange change;
    TimeMs marketAt; ///< 0 = no market ran
};
Result<void> keepAlertChange(store::Connection& connection, const KeptChange& kept);
/// Newest first. What cannot be read any more is left out.
Result<std::vector<KeptChange>> readAlertChanges(store::Connection& connection, std::size_t most);

/// Those after a number, which counts up by one from 1, oldest first. One that cannot be read any
/// more has no change.
struct NumberedChange
{
    std::uint64_t number = 0;
    std::optional<metrics::AlertChange> change;
};
Result<std::vector<NumberedChange>> readAlertChangesAfter(store::Connection& connection,
                                                          std::uint64_t number, std::size_t most);
/// The newest number; 0 = there is none.
Result<std::uint64_t> newestAlertChange(store::Connection& connection);

/// The state of a book of this name, as it exported itself; "" = none was kept.
Result<std::string> readBook(store::Connection& connection, std::string_view name);
Result<void> keepBook(store::Connection& connection, std::string_view name, std::string_view state);

} // namespace gavel::health
