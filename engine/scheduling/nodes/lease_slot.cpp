// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/lease_slot.h"

#include "engine/base/random.h"

namespace gavel::scheduling {

std::uint16_t slotOf(std::string_view campaign)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char letter : campaign)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    return static_cast<std::uint16_t>(base::mix64(hash) % kLeaseSlots);
}

} // namespace gavel::scheduling
