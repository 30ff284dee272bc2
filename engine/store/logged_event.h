// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/delivery_event.h"

#include <cstdint>

namespace gavel::store {

class Connection;

/// An event as the log holds it: what it names are durable numbers, 0 = nothing.
struct LoggedEvent
{
    std::uint32_t run = 0;
    std::uint32_t source = 0;
    std::uint64_t sequence = 0;
    model::EventKind kind{};
    bool uncharged = false; ///< a win that nobody's quota covered, or an event in quarantine
    TimeMs at;
    std::uint64_t auction = 0;
    std::uint32_t campaign = 0;
    std::uint32_t seat = 0;
    std::uint32_t placement = 0;
    std::uint32_t creative = 0;
    std::uint32_t country = 0;
    std::uint32_t device = 0;
    std::uint32_t ad = 0; ///< told from outside; else the creative's
    std::uint32_t seller = 0; ///< told from outside; else the placement's publisher
    std::uint64_t user = 0;
    std::uint64_t session = 0;
    std::uint32_t audience = 0; ///< the segments of its user: see event_audience.h
    std::int64_t amount = 0; ///< as in model::DeliveryEvent
    std::int64_t publisher = 0;
    std::int64_t bid = 0; ///< the same; of a click or conversion from outside model::AttributedBy
    std::int64_t floor = 0;
};

/// Something that is made of the log and kept with it. Everything on the writer's thread.
class LogProjection
{
public:
    virtual ~LogProjection() = default;
    /// An event that the open transaction stores.
    virtual void take(const LoggedEvent& event) = 0;
    /// Called at the end of what a transaction stores; what it writes is in the same commit.
    virtual Result<void> store(Connection& connection) = 0;
    /// Everything it took is durable.
    virtual void committed() { }
};

} // namespace gavel::store
