// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/delivery.h"

#include <deque>

namespace gavel::pipeline {

inline constexpr std::size_t kMostBacklog = 100'000; ///< messages of a group that wait
inline constexpr std::size_t kMostBacklogBytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::int64_t kRedriveEveryMs = base::kSecondMs;
inline constexpr std::size_t kMostRedriven = 16; ///< that wait at the same time

/// How many there were since the program began.
struct DeliveryCounts
{
    std::uint64_t messages = 0; ///< delivered
    std::uint64_t parcels = 0; ///< delivered
    std::uint64_t retries = 0; ///< attempts after the first
    std::uint64_t dead = 0;
    std::uint64_t missed = 0; ///< messages that were gone before their turn

    bool operator==(const DeliveryCounts&) const = default;
};

/// What a person sees of a group.
struct GroupStatus
{
    std::string name;
    std::vector<std::string> members;
    std::uint64_t taken = 0; ///< the position up to which messages were offered
    std::uint64_t committed = 0; ///< the position up to which nothing is left to send
    std::size_t waiting = 0; ///< messages that are neither delivered nor dead
    std::size_t inFlight = 0; ///< parcels
    TimeMs dueAt; ///< when something of it is to be sent; INT64_MAX = nothing waits
    std::string lastFailure; ///< "" when the newest outcome was good
    DeliveryCounts counts;
};

/// What an offer came to.
enum class Offered : std::uint8_t {
    Taken, ///< waits to be sent, or was not for this group
    Known, ///< was offered before
    Later, ///< no room, no member or a message before it is missing: offer from wantsFrom() on
};

/// What became of a parcel.
struct ParcelNews
{
    bool isDelivered = false;
    std::optional<DeadDelivery> dead; ///< to be kept by the caller
};

/// The messages of one consumer group on their way: taken in order, put into parcels, each given to
/// one member, tried again after a failure and given up after so many. Pure: the time is given, and
/// sending is the caller's. One parcel is under way to a member at a time, and at most as many
/// parcels are begun as there are members, so a group with one member gets them in order.
/// At least once: the caller stores state() after decide() and before it sends, and after note();
/// then a restart makes the same parcels of the same messages again.
class ConsumerGroup
{
public:
    /// Wants the messages behind the position `from`.
    ConsumerGroup(std::string name, std::uint64_t from, base::Random random);

    /// Adds a member, or changes one. Errors: GROUP_DIFFERS when it does not fit to the others.
    Result<void> join(const Subscription& member);
    /// What is under way to it goes to another. False when there is none of this name.
    bool leave(std::string_view member);

    /// Positions count up by one.
    Offered offer(std::uint64_t position, const Message& message, TimeMs now);
    /// There is no message (any more) between wantsFrom() and this position.
    void pass(std::uint64_t position);
    /// The messages up to this position are gone: they are counted, and the group is told how many.
    void miss(std::uint64_t position, TimeMs now);
    std::uint64_t wantsFrom() const { return m_taken + 1; }
    /// Everything up to here is delivered, dead, or not for this group.
    std::uint64_t committed() const;

    /// The next parcel to send; asked until there is none.
    std::optional<Delivery> decide(TimeMs now);
    /// When decide() may have something again; INT64_MAX when only an offer or an outcome helps.
    TimeMs dueAt() const;
    /// How sending went. Errors: DELIVERY_UNKNOWN when this attempt is not under way.
    Result<ParcelNews> note(const Delivery& delivery, const DeliveryOutcome& outcome, TimeMs now);

    /// Sends a dead parcel once more, under its old key, with as many tries as a new one; its
    /// attempts are counted on. Those that are redriven are not in state(): after a restart they
    /// are redriven again. Errors: DEAD_NOT_OPEN for one that is discarded or already here,
    /// REDRIVE_LIMITED more often than once a second or when 16 wait, GROUP_UNKNOWN for another
    /// group's.
    Result<void> redrive(DeadDelivery& dead, TimeMs now);

    /// Positions, and the bounds of parcels that were begun.
    boost::json::value state() const;
    /// Errors: with the field's path.
    static Result<ConsumerGroup> restore(const boost::json::value& state, const std::string& path,
                                         base::Random random);

    bool hasMembers() const { return !m_members.empty(); }
    GroupStatus status() const;

private:
    enum class Stage : std::uint8_t {
        Filling,
        Refilling, ///< begun before a restart: its messages are offered again
        Waiting,
        UnderWay,
        Done,
    };
    struct Batch
    {
        Parcel parcel;
        Stage stage{};
        TimeMs openedAt;
        TimeMs dueAt;
        std::uint32_t attempts = 0;
        std::uint32_t failed = 0; ///< tries since it was closed or redriven
        std::string member; ///< that it is under way to, or was last
    };

    const Subscription& rules() const { return m_members.front(); }
    bool hasRoom() const;
    void take(std::uint64_t position, const Message& message, TimeMs now);
    void refill(std::uint64_t position, const Message& message, TimeMs now);
    void append(Batch& batch, std::uint64_t position, std::string_view text);
    void close(Batch& batch, TimeMs dueAt);
    void closeFilling(TimeMs dueAt);
    void closeRefilled(std::uint64_t position);
    const Subscription* freeMember(std::string_view failedBefore) const;
    template<typename Group>
    static auto begun(Group& group);
    Batch* underWay(const Delivery& delivery);
    ParcelNews noteFailure(Batch& batch, const DeliveryOutcome& outcome, TimeMs now);
    void finish(Batch& batch);
    void prune();

    std::string m_name;
    std::uint64_t m_taken = 0;
    std::uint64_t m_refillTo = 0; ///< positions up to here belong to parcels begun before a restart
    std::vector<Subscription> m_members; ///< by name
    std::deque<Batch> m_batches; ///< in the order of their positions
    std::deque<Batch> m_redriven;
    std::size_t m_backlog = 0; ///< messages that are not done
    std::size_t m_backlogBytes = 0;
    std::string m_lastMember; ///< members take turns
    TimeMs m_redriveAt{INT64_MIN}; ///< the next one
    base::Random m_random;
    std::string m_lastFailure;
    DeliveryCounts m_counts;
};

} // namespace gavel::pipeline
