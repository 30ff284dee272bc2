// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/topics/topic_log.h"

namespace gavel::pipeline {

/// The batches of collectors: each once, when it is committed, with every move through its states.
/// Their numbers are their places.
class BatchTopic final : public TopicLog
{
public:
    Result<KeptPlaces> look(store::Workspace& workspace, store::Connection& reader,
                            TimeMs now) override;
    Result<std::vector<PlacedMessage>> read(store::Connection& reader, std::uint64_t after,
                                            std::size_t most) override;
};

} // namespace gavel::pipeline
