// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/consumer_group.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gavel::runtime {

/// A subscriber as people see it. Members of one group have its numbers in common.
struct SubscriberView
{
    std::string name;
    std::string group;
    pipeline::MessageKind topic = pipeline::MessageKind::Alert; ///< what it is told
    pipeline::Channel channel{};
    std::string place; ///< of a webhook without what is secret: scheme, host and port
    bool isEnabled = true;
    std::uint64_t lag = 0; ///< messages that it is behind the newest
    bool isSending = false; ///< something is under way
    TimeMs nextAt{INT64_MAX}; ///< when something is to be sent; INT64_MAX = nothing waits
    TimeMs lastSuccessAt; ///< 0 = none since the program began
    std::string lastFailure; ///< "" when the newest outcome was good
    std::uint64_t openDead = 0; ///< dead deliveries that wait for a person
    pipeline::DeliveryCounts counts; ///< since the program began
};

/// What nobody took, and who saw to it last.
struct DeadDeliveryView
{
    std::int64_t id = 0;
    std::string key; ///< the receiver knows it by this
    std::string group;
    pipeline::DeadState state{};
    std::uint32_t attempts = 0;
    std::uint32_t messages = 0;
    std::string reason; ///< of the last failure
    std::string body; ///< as it was sent
    TimeMs at; ///< when it was given up
    TimeMs changedAt;
    std::string actor; ///< "" = the program
    std::string note; ///< why it was discarded
};
struct DeadDeliveryQuery
{
    std::optional<pipeline::DeadState> state; ///< none = any
    std::string group; ///< "" = any
    std::int64_t beforeId = INT64_MAX;
    std::size_t most = 200;
};

/// The subscribers, as a person edits them.
struct SubscribersDocument
{
    std::uint32_t version = 0; ///< 0 = nobody wrote any
    TimeMs at;
    std::string actor;
    std::string json;
};

/// What a person did about subscribers or their deliveries.
struct SubscriberAct
{
    TimeMs at;
    std::string actor;
    std::string action; ///< set, redrive, discard or test
    std::string subject; ///< a version, a delivery's key or a subscriber
    std::string detail;
};

/// Who is told what happens, for people. Got from Engine::subscribers(). Any thread; commands
/// return when they are durable. Actors are names of people; without one a command is refused as
/// PERSON_MISSING.
class SubscriberDesk
{
public:
    virtual ~SubscriberDesk() = default;

    virtual std::vector<SubscriberView> subscribers() const = 0;
    /// Newest first. Errors: those of the store.
    virtual Result<std::vector<DeadDeliveryView>>
    deadDeliveries(const DeadDeliveryQuery& query) const = 0;
    /// Newest first. Errors: those of the store.
    virtual Result<std::vector<SubscriberAct>> acts(std::size_t most) const = 0;

    /// Sends a dead delivery again, with as many tries as a new one. Errors: DEAD_UNKNOWN,
    /// DEAD_NOT_OPEN, GROUP_UNKNOWN, REDRIVE_LIMITED more often than once a second for one group.
    virtual Result<void> redrive(std::int64_t id, const std::string& actor) = 0;
    /// Nobody needs it any more. Errors: DEAD_UNKNOWN, DEAD_NOT_OPEN, REASON_MISSING.
    virtual Result<void> discard(std::int64_t id, const std::string& reason,
                                 const std::string& actor)
        = 0;

    virtual SubscribersDocument document() const = 0;
    /// How many subscribers the document has. Errors: the first that is wrong, with line and field.
    virtual Result<std::size_t> checkDocument(const std::string& json) const = 0;
    /// In force at once; gives the new version. A new group is told what happens from now on, a
    /// known one goes on at its place, and what waits for one that is no more there is dropped.
    /// Errors: those of checkDocument().
    virtual Result<std::uint32_t> setDocument(const std::string& json, const std::string& actor)
        = 0;
    /// Sends one alert of no meaning to a subscriber, once, and waits for its answer. Errors:
    /// SUBSCRIBER_UNKNOWN, NOT_SENDING where this process sends nothing, TEST_FAILED with why.
    virtual Result<void> sendTest(const std::string& name, const std::string& actor) = 0;
};

} // namespace gavel::runtime
