// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/subscription.h"

namespace gavel::pipeline {

inline constexpr std::size_t kMostSubscribers = 32;

/// All who are told, as people edit them: one document.
struct SubscriberSet
{
    AddressRule allow; ///< where webhooks may point besides the public internet
    std::vector<Subscription> subscribers;

    bool operator==(const SubscriberSet&) const = default;
};

/// Reads a document such as
///     {"allow": {"hosts": ["alerts.internal"], "ports": [8443]},
///      "subscribers": [{"name": "ops", "channel": "webhook", "place":
///      "https://hooks.example.com/x",
///                       "notification": {"format": "slack"}, "alerts": {"least_level": "warn"}}]}
/// A subscriber is told alerts unless its "messages" are ["metric"] or ["event"]. Folders are named
/// from the root. Errors: the
/// first that is wrong, with line and field.
Result<SubscriberSet> readSubscriberSet(std::string_view text, std::string_view where);

} // namespace gavel::pipeline
