// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/subscription.h"

#include <optional>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// Messages that are sent together, always the same ones under the same key.
struct Parcel
{
    std::string group;
    std::uint64_t first = 0; ///< position of its first message
    std::uint64_t last = 0;
    std::uint32_t count = 0;
    BatchFormat format{};
    std::string header; ///< of a CSV file
    std::string texts; ///< of the messages
    MessageKind topic = MessageKind::Alert; ///< whose positions these are

    /// What the receiver tells a repeated parcel by: "group:first" of alerts, "group.events:first"
    /// of others.
    std::string key() const;
    std::string body() const;

    bool operator==(const Parcel&) const = default;
};

/// A parcel to be sent now.
struct Delivery
{
    std::string member; ///< the subscription it goes to
    Channel channel{};
    std::string place;
    Parcel parcel;
    std::uint32_t attempt = 0; ///< from 1, counted on through restarts and redrives

    /// Content-Type and Idempotency-Key.
    std::vector<std::pair<std::string, std::string>> headers() const;
};

enum class DeliveryEnd : std::uint8_t { Delivered, Retry, Final };

/// How sending went.
struct DeliveryOutcome
{
    DeliveryEnd end{};
    std::string reason; ///< in words, when it was not delivered
    std::int64_t leastWaitMs = 0; ///< what the receiver asks to wait
};
/// Of a receiver that answered: 2xx delivered; 408, 425, 429 and 5xx are tried again; the rest is
/// final.
DeliveryOutcome outcomeOf(unsigned status, std::int64_t leastWaitMs = 0);
/// The same with what was said: robots of DingTalk and WeCom refuse with status 200 and an
/// "errcode" that is not 0, which is tried again.
DeliveryOutcome outcomeOf(unsigned status, std::string_view body, std::int64_t leastWaitMs);

enum class DeadState : std::uint8_t {
    Open, ///< waits for a person
    Redriven, ///< goes out once more
    Discarded,
    Delivered, ///< when it was redriven
};
inline constexpr std::array<std::string_view, 4> kDeadStateNames{"open", "redriven", "discarded",
                                                                 "delivered"};

/// A parcel that nobody took. Kept by the caller, and with it what becomes of it.
struct DeadDelivery
{
    Parcel parcel;
    std::uint32_t attempts = 0;
    std::string reason; ///< of the last failure
    TimeMs at; ///< when it was given up
    DeadState state{};
    std::string note; ///< why it was discarded

    std::string id() const { return parcel.key(); }
    bool operator==(const DeadDelivery&) const = default;
};
/// Errors: DEAD_NOT_OPEN unless it is open, REASON_MISSING without a reason.
Result<void> discard(DeadDelivery& dead, std::string_view reason);

boost::json::value deadDeliveryJson(const DeadDelivery& dead);
/// Errors: with the field's path.
Result<DeadDelivery> readDeadDelivery(std::string_view text, std::string_view where);

} // namespace gavel::pipeline
