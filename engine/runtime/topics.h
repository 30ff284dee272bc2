// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/topics/topic_log.h"
#include "engine/store/connection.h"

#include <map>
#include <memory>
#include <mutex>

namespace gavel::runtime {

/// The topics of a workspace: alerts, metrics, events and batches. Any thread but the writer's.
/// Errors: those of the store.
class Topics
{
public:
    /// Both must outlive it.
    Topics(store::Workspace& workspace, const base::Clock& clock);
    ~Topics();

    /// Takes in what happened since. One of metrics or events begins when it is first looked at.
    Result<pipeline::KeptPlaces> look(pipeline::MessageKind topic);
    /// Behind a place that look() gave, in order, at most `most`.
    Result<std::vector<pipeline::PlacedMessage>> read(pipeline::MessageKind topic,
                                                      std::uint64_t after, std::size_t most);

    /// Forgets what can be read again.
    void dropCaches();

private:
    struct Seen
    {
        std::int64_t version = -1; ///< of the file
        pipeline::KeptPlaces kept;
    };
    Result<store::Connection*> reader();
    void makeLogs();

    store::Workspace& m_workspace;
    const base::Clock& m_clock;
    std::mutex m_mutex; ///< guards what follows
    std::optional<store::Connection> m_reader;
    std::map<pipeline::MessageKind, std::unique_ptr<pipeline::TopicLog>> m_logs;
    std::map<pipeline::MessageKind, Seen> m_seen;
};

} // namespace gavel::runtime
