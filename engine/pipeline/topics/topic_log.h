// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/message.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gavel::store {
class Connection;
class Workspace;
} // namespace gavel::store

namespace gavel::pipeline {

/// The places of a topic whose messages can be read.
struct KeptPlaces
{
    std::uint64_t oldest = 1;
    std::uint64_t newest = 0;
};

/// What has a place in a topic; nothing where nobody is to be told of it.
struct PlacedMessage
{
    std::uint64_t place = 0;
    std::optional<Message> message;
};

/// The messages of one topic, at places that count up by one from 1; some places may be left out.
/// One thread at a time. Errors: those of the store.
class TopicLog
{
public:
    virtual ~TopicLog() = default;

    /// Gives places to what happened since; they are durable when it returns. The reader must not
    /// be in a transaction.
    virtual Result<KeptPlaces> look(store::Workspace& workspace, store::Connection& reader,
                                    TimeMs now)
        = 0;
    /// Behind a place, in order, at most `most`.
    virtual Result<std::vector<PlacedMessage>> read(store::Connection& reader, std::uint64_t after,
                                                    std::size_t most)
        = 0;
};

} // namespace gavel::pipeline
