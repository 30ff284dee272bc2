// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/delivery_feed.h"

namespace gavel::gateway {

/// Posts a delivery to its place and waits for the answer, ten seconds at most. nullopt when `stop`
/// ended it first: then it is not known whether it arrived.
std::optional<pipeline::DeliveryOutcome> postWebhook(const runtime::Outgoing& outgoing,
                                                     const base::Clock& clock,
                                                     const std::stop_token& stop);

} // namespace gavel::gateway
