// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/consumer_group.h"

#include <map>

namespace gavel::pipeline {

/// All consumer groups: each gets every message that its filter takes, at its own pace. Pure, like
/// its groups. Messages have positions that count up by one from 1, the same for all groups.
class Distributor
{
public:
    explicit Distributor(std::uint64_t seed);

    /// The groups of a stored state(), still without members. Before everything else. Errors: with
    /// the field's path.
    Result<void> restore(std::string_view state, std::string_view where);
    /// Positions of all groups, as ConsumerGroup needs them stored.
    std::string state() const;

    /// A new group gets the messages behind `from`; a known one goes on where it was. A member that
    /// changes its group leaves the old one. Errors: GROUP_DIFFERS.
    Result<void> subscribe(const Subscription& member, std::uint64_t from);
    /// Its group keeps its place, also without members. False when there is none of this name.
    bool unsubscribe(std::string_view member);
    /// Forgets a group and its place. False when it is not there or has members.
    bool forget(std::string_view group);

    /// To every group. A group that answers Later is behind: the caller reads on for it from
    /// groupsBehind() and offers to it alone.
    void offer(std::uint64_t position, const Message& message, TimeMs now);
    Offered offerTo(std::string_view group, std::uint64_t position, const Message& message,
                    TimeMs now);
    /// To every group: there are no messages up to this position any more.
    void pass(std::uint64_t position);
    struct Behind
    {
        std::string group;
        std::uint64_t from = 0;

        bool operator==(const Behind&) const = default;
    };
    /// To one group.
    void passTo(std::string_view group, std::uint64_t position);
    /// To one group: see ConsumerGroup.
    void missTo(std::string_view group, std::uint64_t position, TimeMs now);
    bool hasMembers() const { return !m_groupOfMember.empty(); }
    /// Those that have members and do not have every message up to `position`.
    std::vector<Behind> groupsBehind(std::uint64_t position) const;

    /// While a replay runs nothing is sent; what is offered waits.
    void setReplaying(bool isReplaying) { m_isReplaying = isReplaying; }
    /// The next parcel to send, groups in turn; asked until there is none.
    std::optional<Delivery> decide(TimeMs now);
    TimeMs dueAt() const; ///< see ConsumerGroup
    /// Errors: DELIVERY_UNKNOWN.
    Result<ParcelNews> note(const Delivery& delivery, const DeliveryOutcome& outcome, TimeMs now);
    /// Errors: GROUP_UNKNOWN and those of ConsumerGroup.
    Result<void> redrive(DeadDelivery& dead, TimeMs now);

    std::vector<GroupStatus> status() const;

private:
    ConsumerGroup* groupOf(std::string_view name);
    base::Random streamOf(std::string_view group) const;

    base::Random m_random;
    std::map<std::string, ConsumerGroup, std::less<>> m_groups;
    std::map<std::string, std::string, std::less<>> m_groupOfMember;
    std::string m_lastGroup; ///< groups take turns
    bool m_isReplaying = false;
};

} // namespace gavel::pipeline
