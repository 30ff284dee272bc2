// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/retry_policy.h"
#include "engine/metrics/alerts/notification.h"
#include "engine/pipeline/distribute/address_rule.h"
#include "engine/pipeline/distribute/message.h"

#include <boost/json/value.hpp>

#include <optional>
#include <vector>

namespace gavel::pipeline {

enum class Channel : std::uint8_t { Webhook, Files, Live };
inline constexpr std::array<std::string_view, 3> kChannelNames{"webhook", "files", "live"};

/// How a batch is written.
enum class BatchFormat : std::uint8_t {
    JsonLines,
    Csv,
    JsonArray,
    Json, ///< one message alone
};
inline constexpr std::array<std::string_view, 4> kBatchFormatNames{"jsonl", "csv", "json-array",
                                                                   "json"};

/// Which alerts; an empty list takes all. Messages of other kinds all pass.
struct AlertFilter
{
    metrics::AlertLevel leastLevel = metrics::AlertLevel::Ticket;
    std::vector<std::string> rules; ///< their ids
    std::vector<std::string> groups;

    bool matches(const metrics::Alert& alert) const;
    bool operator==(const AlertFilter&) const = default;
};

/// Which messages; an empty list takes all, another one only those that name one of its entries.
struct MessageFilter
{
    std::vector<MessageKind> kinds;
    std::vector<std::string> events;
    std::vector<std::string> campaigns;
    std::vector<std::string> sources;
    AlertFilter alerts{};
    std::vector<std::string> spans{}; ///< of metrics
    std::vector<std::string> of{}; ///< of metrics: counters of these
    std::optional<bool> quarantined{}; ///< of events
    std::vector<std::string> states{}; ///< of batches: those that had one of these

    bool matches(const Message& message) const;
    bool operator==(const MessageFilter&) const = default;
};

/// One field of a message and its name outside.
struct FieldChoice
{
    std::string name; ///< of the message, or position, kind, at, event, campaign, source
    std::string as;

    bool operator==(const FieldChoice&) const = default;
};

/// What of a message goes out, and how.
struct MessageForm
{
    std::vector<FieldChoice> fields; ///< in this order; none = everything under its own name
    BatchFormat format{};
    /// Alerts as a service for people wants them; then only alerts go out, one at a time.
    std::optional<metrics::NotificationTarget> notification{};

    bool operator==(const MessageForm&) const = default;
};

inline constexpr std::size_t kMostParcelBytes = std::size_t{1024} * 1024;

/// A batch is closed by whichever comes first.
struct BatchLimit
{
    std::uint32_t mostMessages = 500;
    std::int64_t mostWaitMs = 5 * base::kSecondMs; ///< of its oldest message
    std::size_t mostBytes = kMostParcelBytes; ///< a larger message goes alone

    bool operator==(const BatchLimit&) const = default;
};

/// Who wants to know what, where it is sent, and how often that is tried.
struct Subscription
{
    std::string name;
    std::string group; ///< its members share the messages
    Channel channel{};
    std::string place; ///< address of a webhook, folder of files, "" for live
    MessageFilter filter;
    MessageForm form;
    BatchLimit batch;
    base::RetryPolicy retry{base::kSecondMs, 5 * base::kMinuteMs, 8};
    bool isEnabled = true; ///< false: it waits at its place

    /// What it is told: the one kind it names, else alerts.
    MessageKind topic() const;
    /// Whether a message goes out: the filter takes it, and the form has a word for it.
    bool takes(const Message& message) const;
    /// Members of one group differ in name, channel and place only.
    bool fitsTogether(const Subscription& other) const;
    bool operator==(const Subscription&) const = default;
};

/// Reads a subscription such as
///     {"name": "reports", "group": "reporting", "channel": "webhook",
///      "place": "https://hooks.example.com/ads", "messages": ["event"], "events": ["click"],
///      "fields": [{"name": "campaign", "as": "campaign_id"}, {"name": "at"}], "format": "csv",
///      "batch": {"most_messages": 500, "most_wait_ms": 5000, "most_bytes": 1048576},
///      "retry": {"attempts": 8, "first_ms": 1000, "most_ms": 100000}}
/// or, for alerts, in place of fields, format and batch
///      "notification": {"format": "pagerduty", "routing_key": "...", "source": "desk-1"},
///      "alerts": {"least_level": "warn", "rules": ["disk_free"], "groups": ["storage"]}
/// Metrics are chosen by "spans": ["minute"] and "of": ["ad"] too, events by "quarantined": false,
/// batches by "states": ["validation_failed"].
/// Its group is its own name unless it is given. Errors: with line and field; those of
/// checkAddress().
Result<Subscription> readSubscription(std::string_view text, std::string_view where,
                                      const AddressRule& rule);
/// The same as part of a document; `path` is its place there.
Subscription readSubscription(const boost::json::value& value, const std::string& path,
                              std::vector<Error>& errors, const AddressRule& rule);
/// Only what chooses among the messages of one topic, as an object or a query has it. Errors: with
/// the field's path.
MessageFilter readTopicFilter(const boost::json::value& value, MessageKind topic,
                              std::vector<Error>& errors);
boost::json::value subscriptionJson(const Subscription& subscription);

} // namespace gavel::pipeline
