// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/topics/log_words.h"
#include "engine/pipeline/topics/topic_log.h"

#include <map>

namespace gavel::pipeline {

/// The events of the log, each source in its order.
class EventTopic final : public TopicLog
{
public:
    /// Stretches of sources that are kept; events in older ones are no more told of.
    static constexpr std::int64_t kMostSpans = 100'000;
    /// Events of a source that get places in one look.
    static constexpr std::uint64_t kMostAtOnce = 100'000;

    Result<KeptPlaces> look(store::Workspace& workspace, store::Connection& reader,
                            TimeMs now) override;
    Result<std::vector<PlacedMessage>> read(store::Connection& reader, std::uint64_t after,
                                            std::size_t most) override;

private:
    /// Events of a source one behind the other, and their places.
    struct Span
    {
        std::uint64_t first = 0; ///< place
        std::uint32_t source = 0;
        std::uint64_t sequence = 0; ///< of the first
        std::uint64_t events = 0;
    };
    Result<void> begin(store::Connection& reader);
    Result<std::vector<Span>> newSpans(store::Connection& reader, const CountedTo& places);
    Result<std::uint64_t> unbroken(store::Connection& reader, const LogSource& source,
                                   std::uint64_t after) const;
    Result<void> keep(store::Connection& connection, const std::vector<Span>& spans,
                      const CountedTo& places);
    Result<Message> messageOf(store::Connection& reader, const store::LoggedEvent& event);

    CountedTo m_places;
    Span m_last; ///< grows while no other source comes between
    std::uint64_t m_oldest = 1;
    bool m_isRead = false;
    bool m_hasBegun = false;
    std::uint64_t m_kept = 0; ///< times that spans were written
    std::map<std::uint32_t, LogSource> m_sources;
    std::map<std::uint32_t, std::string> m_markets; ///< by run
    LogWords m_words;
};

} // namespace gavel::pipeline
