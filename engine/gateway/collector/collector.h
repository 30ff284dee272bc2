// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/server.h"
#include "engine/gateway/live/live.h"
#include "engine/runtime/engine.h"

#include <memory>

namespace gavel::gateway {

/// The collector's own port: events pushed by others, one or many a request, a picture of one
/// pixel, streamed over WebSockets, and the numbers under the contract's keys. An answer is sent
/// when the events are durable.
class Collector
{
public:
    /// The engine must outlive it. Errors: those of HttpServer::start() and of the pipeline.
    static Result<std::unique_ptr<Collector>> start(runtime::Engine& engine, ServerOptions options,
                                                    const LiveOptions& live = {});
    ~Collector();
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    std::uint16_t port() const;

private:
    struct State;
    explicit Collector(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace gavel::gateway
