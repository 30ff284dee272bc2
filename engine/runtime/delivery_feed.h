// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/delivery.h"

#include <stop_token>

namespace gavel::runtime {

/// A delivery to be sent now.
struct Outgoing
{
    pipeline::Delivery delivery;
    pipeline::AddressRule allow; ///< where it may go besides the public internet
};

/// Where a sender gets what is to be sent. Got from Engine::deliveries(). One sender at a time: one
/// thread asks for deliveries, any thread tells how they went.
class DeliveryFeed
{
public:
    virtual ~DeliveryFeed() = default;

    /// Waits for a delivery; that it is under way is durable before it is given. nullopt once
    /// `stop` is requested: then what is under way and not noted is given to the next sender again.
    virtual std::optional<Outgoing> next(const std::stop_token& stop) = 0;
    /// How sending went. Durable when it returns.
    virtual void note(const pipeline::Delivery& delivery, const pipeline::DeliveryOutcome& outcome)
        = 0;
};

} // namespace gavel::runtime
