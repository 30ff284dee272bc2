// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert.h"

#include <optional>

namespace gavel::metrics {

/// How the other end of a webhook wants to be told.
enum class WebhookFormat : std::uint8_t {
    Generic, ///< the change as it is kept, with its text
    DingTalk, ///< robot message of type markdown
    WeCom, ///< group robot message of type markdown
    Slack, ///< incoming webhook with blocks
    PagerDuty, ///< Events API v2
};
inline constexpr std::array<std::string_view, 5> kWebhookFormatNames{"generic", "dingtalk", "wecom",
                                                                     "slack", "pagerduty"};

/// What is sent, whole: the body of a POST.
struct Notification
{
    std::string contentType;
    std::string body;
};

/// Where and for whom it is written.
struct NotificationTarget
{
    WebhookFormat format = WebhookFormat::Generic;
    std::string source; ///< the workspace or host, for the reader
    std::string routingKey; ///< PagerDuty's integration key
    bool operator==(const NotificationTarget&) const = default;
};

/// One line: "[page] firing: Less than 2 GiB of disk left, disk (1073741824)".
std::string headlineOf(const AlertChange& change);
/// The body for a change. Nothing when the format has no word for it: PagerDuty knows only that an
/// alert fires, was acknowledged and is resolved. Texts that the other end limits are cut at a
/// character's end. Sending is up to the caller, and so is leaving out what need not be told.
std::optional<Notification> notificationOf(const AlertChange& change,
                                           const NotificationTarget& target);

} // namespace gavel::metrics
