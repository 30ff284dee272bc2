// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/lease_keeper.h"

#include "engine/base/fault.h"

#include <array>

namespace gavel::scheduling {

LeaseKeeper::LeaseKeeper(std::uint64_t seed)
    : m_random(seed)
{
}

bool LeaseKeeper::trusted(std::int64_t monotonicMs) const
{
    return monotonicMs < m_trustedUntil || base::planted(base::Fault::TrustExpiredLease);
}

LeaseChange LeaseKeeper::renewed(std::span<const HeldLease> held, std::int64_t askedAtMs,
                                 TaskBook& book)
{
    m_trustedUntil = askedAtMs + kLeaseDistrustMs;
    m_renewAt = askedAtMs + kLeaseRenewMs - base::kSecondMs + m_random.below(2 * base::kSecondMs);
    std::array<model::LeaseToken, kLeaseSlots> tokens{};
    for (const HeldLease& lease : held)
        tokens.at(lease.slot) = lease.token;
    LeaseChange change;
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot) {
        const model::LeaseToken before = book.tokenOf(slot);
        if (before == tokens[slot])
            continue;
        // Another token means that another node had it in between: what is in the book is old.
        if (before != 0) {
            book.dropSlot(slot);
            change.lost.push_back(slot);
        }
        book.hold(slot, tokens[slot]);
        if (tokens[slot] != 0)
            change.gained.push_back(slot);
    }
    return change;
}

LeaseChange LeaseKeeper::distrust(TaskBook& book)
{
    m_trustedUntil = 0;
    LeaseChange change;
    for (std::uint16_t slot = 0; slot < kLeaseSlots; ++slot) {
        if (book.tokenOf(slot) == 0)
            continue;
        book.dropSlot(slot);
        book.hold(slot, 0);
        change.lost.push_back(slot);
    }
    return change;
}

} // namespace gavel::scheduling
