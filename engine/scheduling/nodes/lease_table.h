// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/model/schedule.h"

#include <span>
#include <string_view>
#include <vector>

namespace gavel::store {
class Connection;
} // namespace gavel::store

namespace gavel::scheduling {

inline constexpr std::int64_t kLeaseMs = 15'000; ///< a lease that is not renewed ends after this
inline constexpr std::int64_t kLeaseRenewMs = 5'000;
inline constexpr std::int64_t kLeaseDistrustMs = 14'000; ///< its holder stops by itself before

/// A new number for a node that starts to run a market, and its sign of life.
Result<std::uint32_t> enterNode(store::Connection& connection, std::int64_t market,
                                std::string_view name, TimeMs now);
/// Says that a node lives and tells which of its market do: those seen within the time of a lease.
Result<std::vector<std::uint32_t>> livingNodes(store::Connection& connection, std::int64_t market,
                                               std::uint32_t epoch, TimeMs now);

/// A slot that a node holds, and the fencing token it holds it under.
struct HeldLease
{
    std::uint16_t slot = 0;
    model::LeaseToken token = 0;
};

enum class LeaseTaking : std::uint8_t {
    WhenExpired, ///< the former owner may still live: its lease must have run out
    AtOnce, ///< the former owner is known to be gone: the file is held by this process alone
};

/// Takes the leases of these slots of a market for a node; each change of owner counts the token
/// up. Slots of other living nodes are left out of the answer. `now` is the database's time: one
/// clock for all nodes; a lease further ahead than it can be (the clock was set back) has run out.
Result<std::vector<HeldLease>> takeLeases(store::Connection& connection, std::int64_t market,
                                          std::uint32_t epoch, std::span<const std::uint16_t> slots,
                                          LeaseTaking taking, TimeMs now);
/// Extends every lease that the node still holds and tells which those are.
Result<std::vector<HeldLease>> renewLeases(store::Connection& connection, std::int64_t market,
                                           std::uint32_t epoch, TimeMs now);
/// Gives leases back before their time, so that the next owner need not wait.
Result<void> resignLeases(store::Connection& connection, std::int64_t market, std::uint32_t epoch,
                          std::span<const std::uint16_t> slots, TimeMs now);

} // namespace gavel::scheduling
