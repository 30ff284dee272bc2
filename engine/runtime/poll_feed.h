// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/poll_source.h"
#include "engine/pipeline/distribute/address_rule.h"

#include <optional>
#include <stop_token>

namespace gavel::runtime {

/// An address to be asked now.
struct PollAsk
{
    std::uint32_t collector = 0;
    std::string source; ///< its name
    pipeline::FetchRequest request;
    pipeline::AddressRule allow; ///< where it may be besides the public internet
};

/// Which addresses are to be asked for events. Got from Engine::polls(). One thread asks for the
/// next one, any thread brings answers; a source is asked once at a time.
class PollFeed
{
public:
    virtual ~PollFeed() = default;

    /// Waits for an address whose time has come; nullopt once `stop` is requested.
    virtual std::optional<PollAsk> next(const std::stop_token& stop) = 0;
    /// What it answered, or why it did not; CALL_STOPPED counts as not asked. The events are
    /// durable, with the cursor behind them, when it returns; `stop` ends the wait for room in the
    /// pipeline, and the page is asked for again.
    virtual void take(const PollAsk& ask, const Result<pipeline::FetchedPage>& answer,
                      const std::stop_token& stop)
        = 0;
};

} // namespace gavel::runtime
