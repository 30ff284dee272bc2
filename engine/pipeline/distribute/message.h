// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/metrics/alerts/alert.h"

#include <boost/json/object.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

enum class MessageKind : std::uint8_t { Event, Metric, Quota, Alert, System, Batch };
inline constexpr std::array<std::string_view, 6> kMessageKindNames{"event", "metric", "quota",
                                                                   "alert", "system", "batch"};

/// What there is to be told, each with positions of its own that count up by one.
inline constexpr std::array kTopics{MessageKind::Alert, MessageKind::Metric, MessageKind::Event,
                                    MessageKind::Batch};
/// "alerts", "metrics", "events", "batches".
std::string topicName(MessageKind topic);

/// The span of a counter in a message, and by what it counts.
inline constexpr std::array<std::string_view, 3> kSpanNames{"minute", "hour", "day"};
inline constexpr std::array<std::string_view, 2> kMetricOfNames{"ad", "campaign"};

/// What subscribers are told.
struct Message
{
    MessageKind kind{};
    TimeMs at;
    std::string event; ///< a name of model::kEventNames; "" when it is no event
    std::string campaign; ///< id; "" = of none
    std::string source; ///< id or name; "" = of none
    boost::json::object fields; ///< what else it says
    std::shared_ptr<const metrics::AlertChange> alert{}; ///< what an alert's message tells
    std::string_view span{}; ///< of a metric: one of kSpanNames
    std::string_view of{}; ///< of a metric: one of kMetricOfNames
    bool isQuarantined = false; ///< an event that counts nowhere
    std::vector<std::string_view> states{}; ///< that a batch had: of model::kBatchStateNames
};

/// The message of a change of an alert: what changed, by whom, its headline and the alert itself.
Message messageOf(const metrics::AlertChange& change);
/// Tells that messages of a topic are gone before anybody was told of them.
Message missedMessage(MessageKind topic, std::uint64_t count, TimeMs at);

} // namespace gavel::pipeline
