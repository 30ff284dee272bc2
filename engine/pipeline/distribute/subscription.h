// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/retry_policy.h"
#include "engine/pipeline/distribute/address_rule.h"
#include "engine/pipeline/distribute/message.h"

#include <boost/json/value.hpp>

#include <vector>

namespace gavel::pipeline {

enum class Channel : std::uint8_t { Webhook, Files, Live };
inline constexpr std::array<std::string_view, 3> kChannelNames{"webhook", "files", "live"};

/// How a batch is written.
enum class BatchFormat : std::uint8_t { JsonLines, Csv, JsonArray };
inline constexpr std::array<std::string_view, 3> kBatchFormatNames{"jsonl", "csv", "json-array"};

/// Which messages; an empty list takes all, another one only those that name one of its entries.
struct MessageFilter
{
    std::vector<MessageKind> kinds;
    std::vector<std::string> events;
    std::vector<std::string> campaigns;
    std::vector<std::string> sources;

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

    bool operator==(const MessageForm&) const = default;
};

/// A batch is closed by whichever comes first; one of 1 MiB is closed too.
struct BatchLimit
{
    std::uint32_t mostMessages = 500;
    std::int64_t mostWaitMs = 5 * base::kSecondMs; ///< of its oldest message

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
    base::RetryPolicy retry;

    /// Members of one group differ in name, channel and place only.
    bool fitsTogether(const Subscription& other) const;
};

/// Reads a subscription such as
///     {"name": "reports", "group": "reporting", "channel": "webhook",
///      "place": "https://hooks.example.com/ads", "messages": ["event"], "events": ["click"],
///      "fields": [{"name": "campaign", "as": "campaign_id"}, {"name": "at"}], "format": "csv",
///      "batch": {"most_messages": 500, "most_wait_ms": 5000},
///      "retry": {"attempts": 8, "first_ms": 1000, "most_ms": 100000}}
/// Errors: with line and field; those of checkAddress().
Result<Subscription> readSubscription(std::string_view text, std::string_view where,
                                      const AddressRule& rule);
boost::json::value subscriptionJson(const Subscription& subscription);

} // namespace gavel::pipeline
