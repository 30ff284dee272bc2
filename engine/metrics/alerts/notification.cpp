// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/notification.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/metrics/alerts/alert_json.h"

#include <boost/json.hpp>

namespace gavel::metrics {

namespace {

namespace json = boost::json;

// What the services take at most, in bytes or characters; bytes are the stricter measure.
constexpr std::size_t kDingTalkBytes = 20'000;
constexpr std::size_t kWeComBytes = 4096;
constexpr std::size_t kSlackHeader = 150;
constexpr std::size_t kSlackSection = 3000;
constexpr std::size_t kPagerSummary = 1024;

/// At most so many bytes, without half a character at the end.
std::string cut(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    text.resize(most);
    return text;
}

/// One line in which nothing is read as markup.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]#>|~").find(c) != std::string_view::npos)
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

/// Slack's three control characters (its documentation, "Formatting text for app surfaces").
std::string slackText(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

std::string subjectOf(const Alert& alert)
{
    return alert.subject.empty() ? "market" : alert.subject;
}

/// Label and value of each line below the headline.
std::vector<std::pair<std::string, std::string>> factsOf(const AlertChange& change,
                                                         const NotificationTarget& target)
{
    const Alert& alert = change.alert;
    std::vector<std::pair<std::string, std::string>> facts{
        {"Rule", alert.rule},
        {"Subject", subjectOf(alert)},
        {"Value", base::jsonText(alert.latestValue)},
        {"Value when it fired", base::jsonText(alert.triggerValue)},
        {"Time", base::toIso(change.at)}};
    if (!change.person.empty())
        facts.emplace_back("Person", change.person);
    if (!target.source.empty())
        facts.emplace_back("Source", target.source);
    if (!alert.description.empty())
        facts.emplace_back("About", alert.description);
    return facts;
}

std::string markdown(const AlertChange& change, const NotificationTarget& target)
{
    std::string text = "### " + plain(headlineOf(change)) + "\n";
    for (const auto& [label, value] : factsOf(change, target))
        text += "\n> **" + label + "**: " + plain(value) + "\n";
    return text;
}

json::object genericBody(const AlertChange& change, const NotificationTarget& target)
{
    json::object body = toJson(change).as_object();
    body["text"] = headlineOf(change);
    body["source"] = target.source;
    return body;
}

// https://open.dingtalk.com/document/robots/custom-robot-access, message type markdown.
json::object dingTalkBody(const AlertChange& change, const NotificationTarget& target)
{
    return {{"msgtype", "markdown"},
            {"markdown",
             json::object{{"title", headlineOf(change)},
                          {"text", cut(markdown(change, target), kDingTalkBytes)}}}};
}

// https://developer.work.weixin.qq.com/document/path/91770, message type markdown.
json::object weComBody(const AlertChange& change, const NotificationTarget& target)
{
    return {{"msgtype", "markdown"},
            {"markdown", json::object{{"content", cut(markdown(change, target), kWeComBytes)}}}};
}

// https://api.slack.com/messaging/webhooks, with a header and a section block.
json::object slackBody(const AlertChange& change, const NotificationTarget& target)
{
    std::string facts;
    for (const auto& [label, value] : factsOf(change, target))
        facts += "*" + label + "*: " + slackText(value) + "\n";
    const std::string headline = headlineOf(change);
    const json::object header{
        {"type", "header"},
        {"text", json::object{{"type", "plain_text"}, {"text", cut(headline, kSlackHeader)}}}};
    const json::object section{
        {"type", "section"},
        {"text", json::object{{"type", "mrkdwn"}, {"text", cut(facts, kSlackSection)}}}};
    return {{"text", slackText(headline)}, {"blocks", json::array{header, section}}};
}

std::optional<std::string_view> pagerAction(AlertChangeKind kind)
{
    switch (kind) {
    case AlertChangeKind::Firing:
    case AlertChangeKind::Unmuted:
        return "trigger";
    case AlertChangeKind::Acknowledged:
        return "acknowledge";
    case AlertChangeKind::Resolved:
        return "resolve";
    default:
        return std::nullopt;
    }
}

std::string_view pagerSeverity(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Page:
        return "critical";
    case AlertLevel::Warn:
        return "warning";
    case AlertLevel::Ticket:
        break;
    }
    return "info";
}

// https://developer.pagerduty.com/docs/events-api-v2/trigger-events/
json::object pagerBody(const AlertChange& change, const NotificationTarget& target,
                       std::string_view action)
{
    const Alert& alert = change.alert;
    json::object details;
    for (const auto& [label, value] : factsOf(change, target))
        details[label] = value;
    const auto component = alert.labels.find("component");
    json::object payload{{"summary", cut(headlineOf(change), kPagerSummary)},
                         {"source", target.source.empty() ? "gavel" : target.source},
                         {"severity", pagerSeverity(alert.level)},
                         {"timestamp", base::toIso(change.at)},
                         {"group", alert.group},
                         {"class", alert.rule},
                         {"custom_details", std::move(details)}};
    if (component != alert.labels.end())
        payload["component"] = component->second;
    return {{"routing_key", target.routingKey},
            {"event_action", action},
            {"dedup_key", alert.fingerprint},
            {"payload", std::move(payload)}};
}

} // namespace

std::string headlineOf(const AlertChange& change)
{
    const Alert& alert = change.alert;
    std::string text = "[" + std::string(base::nameOf(alert.level, kAlertLevelNames)) + "] ";
    text += base::nameOf(change.kind, kAlertChangeKindNames);
    text += ": " + alert.name + ", " + subjectOf(alert);
    return text + " (" + base::jsonText(alert.latestValue) + ")";
}

std::optional<Notification> notificationOf(const AlertChange& change,
                                           const NotificationTarget& target)
{
    json::object body;
    switch (target.format) {
    case WebhookFormat::Generic:
        body = genericBody(change, target);
        break;
    case WebhookFormat::DingTalk:
        body = dingTalkBody(change, target);
        break;
    case WebhookFormat::WeCom:
        body = weComBody(change, target);
        break;
    case WebhookFormat::Slack:
        body = slackBody(change, target);
        break;
    case WebhookFormat::PagerDuty: {
        const auto action = pagerAction(change.kind);
        if (!action)
            return std::nullopt;
        body = pagerBody(change, target, *action);
        break;
    }
    }
    return Notification{"application/json", base::jsonText(body)};
}

} // namespace gavel::metrics
