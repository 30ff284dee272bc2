// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/measures.h"
#include "engine/pipeline/topics/log_words.h"
#include "engine/pipeline/topics/topic_log.h"

#include <map>

namespace gavel::pipeline {

/// Counters of ads and campaigns that have changed, told when a minute of the clock is over: what
/// each minute, hour and day that was touched has come to.
class MetricTopic final : public TopicLog
{
public:
    /// Rows that are kept; older ones are no more told of.
    static constexpr std::uint64_t kMostRows = 500'000;
    /// Counters of minutes that one commit tells of; with more, the rest follows at the next look.
    static constexpr std::size_t kMostTouched = 5'000;

    /// The minute that runs at `now` is told when it is over.
    explicit MetricTopic(TimeMs now);

    Result<KeptPlaces> look(store::Workspace& workspace, store::Connection& reader,
                            TimeMs now) override;
    Result<std::vector<PlacedMessage>> read(store::Connection& reader, std::uint64_t after,
                                            std::size_t most) override;

private:
    enum class Span : std::uint8_t { Minute, Hour, Day }; ///< as in kSpanNames
    /// A span of a counter. Buckets count spans since 1970, days in the campaign's zone.
    struct Counter
    {
        std::uint32_t scope = 0;
        CountedBy by{};
        std::uint32_t name = 0;
        Span span{};
        std::int64_t bucket = 0;
        auto operator<=>(const Counter&) const = default; // NOLINT(modernize-use-nullptr)
    };
    using Touched = std::map<Counter, std::uint32_t>; ///< with the campaign
    struct Row
    {
        Counter counter;
        std::uint32_t campaign = 0;
        Measures measures;
    };
    Result<void> begin(store::Workspace& workspace, store::Connection& reader);
    Result<void> tell(store::Workspace& workspace, store::Connection& reader, TimeMs now);
    Result<Touched> touched(store::Connection& reader, CountedTo& places);
    Result<void> touch(store::Connection& reader, const store::LoggedEvent& event,
                       Touched& counters);
    Result<std::vector<Row>> rowsOf(store::Connection& reader, const Touched& counters) const;
    Result<void> keep(store::Connection& connection, const std::vector<Row>& rows,
                      const CountedTo& places, TimeMs now);
    Result<Message> messageOf(store::Connection& reader, const Row& row, TimeMs at);

    std::int64_t m_minute; ///< up to which it was told
    bool m_hasMore = false; ///< that minute has more
    bool m_isRead = false;
    KeptPlaces m_kept;
    CountedTo m_places;
    CountedTo m_goal; ///< how far the log is told of at this minute
    Scopes m_scopes;
    LogWords m_words;
};

} // namespace gavel::pipeline
