// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/fault_book.h"

#include <optional>

namespace gavel::store {
class Connection;
}

namespace gavel::health {

/// A line of the history that is kept. Beside the changes of faults it says who works on a
/// component.
enum class FaultEntry : std::uint8_t {
    Moved,
    Acknowledged,
    Escalated,
    MaintenanceBegun,
    MaintenanceEnded,
};
inline constexpr std::array<std::string_view, 5> kFaultEntryNames{
    "moved", "acknowledged", "escalated", "maintenance_begun", "maintenance_ended"};

struct KeptFaultChange
{
    std::int64_t id = 0; ///< given when it is kept
    FaultEntry what = FaultEntry::Moved;
    TimeMs at;
    std::string component;
    std::optional<model::FaultClass> kind; ///< none for maintenance: it is of the whole component
    model::FaultState from = model::FaultState::Normal;
    model::FaultState to = model::FaultState::Normal;
    std::string person; ///< "" = done by itself
    std::string cause;
    bool operator==(const KeptFaultChange&) const = default;
};
KeptFaultChange keptOf(const FaultChange& change);

/// Behind the others; beyond kMostKept the oldest is forgotten.
inline constexpr std::int64_t kMostKept = 100'000;
Result<void> keepFaultChange(store::Connection& connection, const KeptFaultChange& change);

struct FaultHistoryQuery
{
    std::string component; ///< "" = any
    std::optional<model::FaultClass> kind; ///< none = any; maintenance goes with every class
    std::int64_t beforeId = INT64_MAX;
    std::size_t most = 200;
};
/// Newest first. What a later program wrote and this one does not know is left out.
Result<std::vector<KeptFaultChange>> readFaultChanges(store::Connection& connection,
                                                      const FaultHistoryQuery& query);

/// What is kept of a book: its state, and the newest change of an alert that it has seen.
struct KeptFaultBook
{
    FaultBook book;
    std::uint64_t seenAlerts = 0;
};
/// nullopt in a workspace that never had one. Errors: those of FaultBook::restore().
Result<std::optional<KeptFaultBook>> readFaultBook(store::Connection& connection);
Result<void> keepFaultBook(store::Connection& connection, const FaultBook& book,
                           std::uint64_t seenAlerts);

} // namespace gavel::health
