// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gavel::scheduling {

/// Campaigns fall into this many slots; a node leases slots, not single campaigns.
inline constexpr std::uint16_t kLeaseSlots = 256;

/// The slot of a campaign, the same on every machine and in every run: FNV-1a of its id, mixed.
std::uint16_t slotOf(std::string_view campaign);

} // namespace gavel::scheduling
