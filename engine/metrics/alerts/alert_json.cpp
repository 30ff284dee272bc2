// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/alert_json.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"

#include <boost/json.hpp>

#include <limits>

namespace gavel::metrics {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr double kMostValue = std::numeric_limits<double>::max();

json::object labelsObject(const std::map<std::string, std::string>& labels)
{
    json::object object;
    for (const auto& [key, value] : labels)
        object[key] = value;
    return object;
}

void readAlertLabels(ObjectReader& reader, std::map<std::string, std::string>& labels)
{
    reader.object("labels", [&](ObjectReader& inside) {
        for (const std::string& key : inside.unknownKeys())
            inside.text(key, labels[key], Need::Required);
    });
}

void readKeptTime(ObjectReader& reader, std::string_view key, TimeMs& out)
{
    reader.integer(key, out.value, std::int64_t{0}, kLastMoment, Need::Required);
}

void readLife(ObjectReader& reader, Alert& alert)
{
    reader.choice("state", alert.state, kAlertStateNames, Need::Required);
    reader.number("trigger_value", alert.triggerValue, -kMostValue, kMostValue, Need::Required);
    reader.number("latest_value", alert.latestValue, -kMostValue, kMostValue, Need::Required);
    readKeptTime(reader, "pending_at", alert.pendingAt);
    readKeptTime(reader, "firing_at", alert.firingAt);
    readKeptTime(reader, "resolved_at", alert.resolvedAt);
    readKeptTime(reader, "held_at", alert.heldAt);
    reader.text("acknowledged_by", alert.acknowledgedBy);
    readKeptTime(reader, "acknowledged_at", alert.acknowledgedAt);
    reader.choice("mute", alert.mute, kMuteNames, Need::Required);
    reader.text("muted_by", alert.mutedBy);
    reader.boolean("told", alert.told, Need::Required);
}

} // namespace

json::value toJson(const Alert& alert)
{
    return json::object{{"fingerprint", alert.fingerprint},
                        {"rule", alert.rule},
                        {"name", alert.name},
                        {"description", alert.description},
                        {"metric", alert.metric},
                        {"subject", alert.subject},
                        {"level", base::nameOf(alert.level, kAlertLevelNames)},
                        {"group", alert.group},
                        {"labels", labelsObject(alert.labels)},
                        {"state", base::nameOf(alert.state, kAlertStateNames)},
                        {"trigger_value", alert.triggerValue},
                        {"latest_value", alert.latestValue},
                        {"pending_at", alert.pendingAt.value},
                        {"firing_at", alert.firingAt.value},
                        {"resolved_at", alert.resolvedAt.value},
                        {"held_at", alert.heldAt.value},
                        {"acknowledged_by", alert.acknowledgedBy},
                        {"acknowledged_at", alert.acknowledgedAt.value},
                        {"mute", base::nameOf(alert.mute, kMuteNames)},
                        {"muted_by", alert.mutedBy},
                        {"told", alert.told}};
}

Alert readAlert(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    Alert alert;
    ObjectReader reader(value, path, errors);
    reader.text("rule", alert.rule, Need::Required);
    reader.text("name", alert.name, Need::Required);
    reader.text("description", alert.description);
    reader.text("metric", alert.metric, Need::Required);
    reader.text("subject", alert.subject, Need::Required);
    reader.choice("level", alert.level, kAlertLevelNames, Need::Required);
    reader.text("group", alert.group);
    readAlertLabels(reader, alert.labels);
    readLife(reader, alert);
    alert.fingerprint = fingerprintOf(alert.rule, alert.subject);
    return alert;
}

json::value toJson(const AlertChange& change)
{
    return json::object{{"kind", base::nameOf(change.kind, kAlertChangeKindNames)},
                        {"at", change.at.value},
                        {"alert", toJson(change.alert)},
                        {"person", change.person},
                        {"tell", change.tell}};
}

AlertChange readAlertChange(const json::value& value, const std::string& path,
                            std::vector<Error>& errors)
{
    AlertChange change;
    ObjectReader reader(value, path, errors);
    reader.choice("kind", change.kind, kAlertChangeKindNames, Need::Required);
    readKeptTime(reader, "at", change.at);
    if (const json::value* alert = reader.find("alert", Need::Required))
        change.alert = readAlert(*alert, reader.pathOf("alert"), errors);
    reader.text("person", change.person);
    reader.boolean("tell", change.tell, Need::Required);
    return change;
}

json::value toJson(const Silence& silence)
{
    json::object object{{"id", silence.id},           {"rule", silence.rule},
                        {"subject", silence.subject}, {"author", silence.author},
                        {"reason", silence.reason},   {"begin", silence.begin.value},
                        {"end", silence.end.value}};
    if (silence.level)
        object["level"] = base::nameOf(*silence.level, kAlertLevelNames);
    return object;
}

Silence readSilence(const json::value& value, const std::string& path, std::vector<Error>& errors)
{
    Silence silence;
    ObjectReader reader(value, path, errors);
    reader.text("id", silence.id, Need::Required);
    reader.text("rule", silence.rule);
    reader.text("subject", silence.subject);
    AlertLevel level = AlertLevel::Warn;
    if (reader.choice("level", level, kAlertLevelNames))
        silence.level = level;
    reader.text("author", silence.author, Need::Required);
    reader.text("reason", silence.reason, Need::Required);
    reader.time("begin", silence.begin, Need::Required);
    reader.time("end", silence.end, Need::Required);
    reader.refuseUnknown();
    return silence;
}

} // namespace gavel::metrics
