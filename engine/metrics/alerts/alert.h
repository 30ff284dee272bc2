// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert_rule.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::metrics {

/// Where an alert stands. An inactive one is in no book.
enum class AlertState : std::uint8_t { Inactive, Pending, Firing, Resolved };
inline constexpr std::array<std::string_view, 4> kAlertStateNames{"inactive", "pending", "firing",
                                                                  "resolved"};

/// Why nobody is told of it.
enum class Mute : std::uint8_t { None, Silenced, Inhibited };
inline constexpr std::array<std::string_view, 3> kMuteNames{"none", "silenced", "inhibited"};

/// One rule and one subject, while or after its condition holds.
struct Alert
{
    std::string fingerprint; ///< of rule and subject: the same alert has the same one
    std::string rule; ///< its id
    std::string name; ///< the rule's
    std::string description; ///< the rule's
    std::string metric;
    std::string subject;
    AlertLevel level = AlertLevel::Warn;
    std::string group;
    std::map<std::string, std::string> labels;

    AlertState state = AlertState::Inactive;
    double triggerValue = 0; ///< when it fired; of a pending one when it began
    double latestValue = 0;
    TimeMs pendingAt;
    TimeMs firingAt; ///< 0 = not yet
    TimeMs resolvedAt; ///< 0 = not yet
    TimeMs heldAt; ///< when its condition was last met

    std::string acknowledgedBy; ///< "" = nobody yet
    TimeMs acknowledgedAt;
    Mute mute = Mute::None;
    std::string mutedBy; ///< the silence or the rule
    bool told = false; ///< people know of it: they will also be told of its end
    bool operator==(const Alert&) const = default;
};

enum class AlertChangeKind : std::uint8_t {
    Pending, ///< the condition began to hold
    Cleared, ///< it held too short a time: no alert
    Firing,
    Resolved,
    Acknowledged,
    Muted,
    Unmuted,
};
inline constexpr std::array<std::string_view, 7> kAlertChangeKindNames{
    "pending", "cleared", "firing", "resolved", "acknowledged", "muted", "unmuted"};

/// One step of an alert's life, to be kept and, where `tell` says so, sent.
struct AlertChange
{
    AlertChangeKind kind = AlertChangeKind::Pending;
    TimeMs at;
    Alert alert; ///< as it is after the change
    std::string person; ///< who acknowledged, "" = no person
    bool tell = false; ///< send it to people
    bool operator==(const AlertChange&) const = default;
};

/// Alerts that nobody wants to hear of for a time. Each field that is set must match.
struct Silence
{
    std::string id;
    std::string rule; ///< "" = any
    std::string subject; ///< "" = any
    std::optional<AlertLevel> level; ///< none = any
    std::string author;
    std::string reason;
    TimeMs begin; ///< inclusive
    TimeMs end; ///< exclusive
    bool operator==(const Silence&) const = default;
};

/// Alerts of one group that fire at the same time.
struct AlertGroup
{
    std::string name;
    AlertLevel worst = AlertLevel::Ticket;
    std::size_t firing = 0;
    std::size_t waiting = 0; ///< of those that nobody has acknowledged
    bool operator==(const AlertGroup&) const = default;
};

/// 16 hexadecimal digits of rule and subject: FNV-1a with 64 bits (Fowler, Noll, Vo;
/// draft-eastlake-fnv), a zero byte between the two.
std::string fingerprintOf(std::string_view rule, std::string_view subject);
/// Whether the silence means the alert, at whatever time.
bool matches(const Silence& silence, const Alert& alert);
bool isActive(const Silence& silence, TimeMs now);
/// What is wrong with a new silence, empty = nothing.
std::vector<Error> checkSilence(const Silence& silence, TimeMs now);

} // namespace gavel::metrics
