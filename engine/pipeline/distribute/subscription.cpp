// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/subscription.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/model/batch.h"
#include "engine/model/checks.h"
#include "engine/model/delivery_event.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <set>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr std::size_t kMostNames = 10'000; ///< of campaigns or sources in a filter
constexpr std::size_t kMostFields = 200;
constexpr std::size_t kMostFieldBytes = 64;

bool holds(const std::vector<std::string>& names, std::string_view name)
{
    return names.empty() || std::ranges::find(names, name) != names.end();
}

void readId(ObjectReader& reader, std::string_view key, std::string& id, Need need)
{
    if (reader.text(key, id, need) && !model::isId(id))
        reader.fail(key, "\"" + id.substr(0, 70) + "\" is not an id",
                    "use 1 to 64 letters, digits, _ or -");
}

void readPlace(ObjectReader& reader, Subscription& subscription, const AddressRule& rule)
{
    const bool isThere = reader.text("place", subscription.place) && !subscription.place.empty();
    if (subscription.channel == Channel::Live) {
        if (isThere)
            reader.fail("place", "a live channel has no place", "leave it out");
        return;
    }
    if (!isThere) {
        reader.fail("place", "this channel needs a place",
                    subscription.channel == Channel::Webhook ? "write the address it posts to"
                                                             : "write the folder of its files");
        return;
    }
    if (subscription.channel != Channel::Webhook)
        return;
    if (const auto address = checkAddress(subscription.place, rule); !address)
        reader.errors().push_back({address.error().code, reader.pathOf("place"),
                                   address.error().where + ": " + address.error().what,
                                   address.error().advice});
}

/// Each name is one of `known` and there once.
template<std::size_t N>
std::vector<std::size_t> readNames(ObjectReader& reader, std::string_view key,
                                   const std::array<std::string_view, N>& known)
{
    std::vector<std::string> names;
    std::vector<std::size_t> places;
    reader.texts(key, names);
    std::string listed;
    for (const std::string_view name : known)
        listed += (listed.empty() ? "" : ", ") + std::string(name);
    for (const std::string& name : names) {
        const auto place = std::ranges::find(known, name);
        const auto i = static_cast<std::size_t>(place - known.begin());
        if (place == known.end())
            reader.fail(key, "\"" + name.substr(0, 40) + "\" is not known here",
                        "write some of: " + listed);
        else if (std::ranges::find(places, i) == places.end())
            places.push_back(i);
    }
    return places;
}

void readFilter(ObjectReader& reader, MessageFilter& filter)
{
    for (const std::size_t i : readNames(reader, "messages", kMessageKindNames))
        filter.kinds.push_back(static_cast<MessageKind>(i));
    for (const std::size_t i : readNames(reader, "events", model::kEventNames))
        filter.events.emplace_back(model::kEventNames[i]);
    reader.texts("campaigns", filter.campaigns);
    reader.texts("sources", filter.sources);
    for (const auto& [key, names] :
         {std::pair{"campaigns", &filter.campaigns}, std::pair{"sources", &filter.sources}})
        if (names->size() > kMostNames)
            reader.fail(key, "there are more than 10000 of them",
                        "leave the list out, or split it");
    for (const std::size_t i : readNames(reader, "spans", kSpanNames))
        filter.spans.emplace_back(kSpanNames[i]);
    for (const std::size_t i : readNames(reader, "of", kMetricOfNames))
        filter.of.emplace_back(kMetricOfNames[i]);
    for (const std::size_t i : readNames(reader, "states", model::kBatchStateNames))
        filter.states.emplace_back(model::kBatchStateNames[i]);
    if (bool quarantined = false; reader.boolean("quarantined", quarantined))
        filter.quarantined = quarantined;
    reader.object("alerts", [&](ObjectReader& alerts) {
        alerts.choice("least_level", filter.alerts.leastLevel, metrics::kAlertLevelNames);
        alerts.texts("rules", filter.alerts.rules);
        alerts.texts("groups", filter.alerts.groups);
        alerts.refuseUnknown();
    });
}

/// A word that only chooses among messages of another topic would leave nothing.
void checkTopic(ObjectReader& reader, MessageKind topic)
{
    constexpr std::array<std::pair<const char*, MessageKind>, 5> kWords{
        {{"spans", MessageKind::Metric},
         {"of", MessageKind::Metric},
         {"quarantined", MessageKind::Event},
         {"states", MessageKind::Batch},
         {"alerts", MessageKind::Alert}}};
    for (const auto& [key, its] : kWords)
        if (topic != its && reader.has(key))
            reader.fail(key, "only " + topicName(its) + " are chosen by this",
                        "leave it out, or write \"messages\": [\""
                            + std::string(base::nameOf(its, kMessageKindNames)) + "\"]");
}

bool isFieldName(const std::string& name)
{
    return !name.empty() && name.size() <= kMostFieldBytes
        && std::ranges::none_of(name, [](char c) { return c >= 0 && c < ' '; });
}

void readForm(ObjectReader& reader, MessageForm& form)
{
    std::set<std::string> names;
    reader.choice("format", form.format, kBatchFormatNames);
    reader.each("fields", [&](const json::value& value, const std::string& path) {
        ObjectReader field(value, path, reader.errors());
        FieldChoice choice;
        if (!field.isObject() || !field.text("name", choice.name, Need::Required))
            return;
        choice.as = choice.name;
        field.text("as", choice.as);
        if (!isFieldName(choice.name) || !isFieldName(choice.as))
            field.fail(isFieldName(choice.name) ? "as" : "name", "this is not a name",
                       "write 1 to 64 bytes without control characters");
        else if (!names.insert(choice.as).second)
            field.fail("as", "\"" + choice.as + "\" is there twice", "give it another name");
        field.refuseUnknown();
        form.fields.push_back(std::move(choice));
    });
    if (form.fields.size() > kMostFields)
        reader.fail("fields", "there are more than 200 of them", "choose fewer");
    if (form.format == BatchFormat::Csv && form.fields.empty())
        reader.fail("fields", "a CSV file needs its columns", "name the fields to keep");
}

/// What a service for people wants; it takes one alert a request.
void readNotification(ObjectReader& reader, Subscription& subscription)
{
    const auto take = [&](ObjectReader& inside) {
        metrics::NotificationTarget target;
        target.source = "gavel";
        inside.choice("format", target.format, metrics::kWebhookFormatNames, Need::Required);
        inside.text("source", target.source);
        inside.text("routing_key", target.routingKey);
        const bool isPager = target.format == metrics::WebhookFormat::PagerDuty;
        if (isPager && model::isBlank(target.routingKey))
            inside.fail("routing_key", "PagerDuty needs the key of an integration",
                        "copy it from the service's integration of Events API v2");
        if (!isPager && !target.routingKey.empty())
            inside.fail("routing_key", "only PagerDuty has one", "leave it out");
        inside.refuseUnknown();
        subscription.form.notification = std::move(target);
    };
    if (!reader.object("notification", take))
        return;
    if (subscription.channel != Channel::Webhook)
        reader.fail("notification", "only a webhook takes one", "leave it out");
    for (const char* key : {"fields", "format", "batch"})
        if (reader.has(key))
            reader.fail(key, "a notification has its own form, one alert a request",
                        "leave this out, or the notification");
    auto& kinds = subscription.filter.kinds;
    if (kinds.empty())
        kinds = {MessageKind::Alert};
    if (kinds != std::vector{MessageKind::Alert})
        reader.fail("messages", "only alerts are written as notifications", "write [\"alert\"]");
    subscription.form.format = BatchFormat::Json;
    subscription.batch = {1, 0};
}

void readTimes(ObjectReader& reader, Subscription& subscription)
{
    if (subscription.form.format == BatchFormat::Json)
        subscription.batch = {1, 0};
    reader.object("batch", [&](ObjectReader& batch) {
        batch.integer<std::uint32_t>("most_messages", subscription.batch.mostMessages, 1, 10'000);
        batch.integer<std::int64_t>("most_wait_ms", subscription.batch.mostWaitMs, 0,
                                    base::kHourMs);
        batch.integer<std::size_t>("most_bytes", subscription.batch.mostBytes, 1024,
                                   kMostParcelBytes);
        if (subscription.form.format == BatchFormat::Json && subscription.batch.mostMessages > 1)
            batch.fail("most_messages", "json is one message alone", "write 1, or another format");
        batch.refuseUnknown();
    });
    reader.object("retry", [&](ObjectReader& retry) {
        retry.integer<std::uint32_t>("attempts", subscription.retry.attempts, 1, 20);
        retry.integer<std::int64_t>("first_ms", subscription.retry.firstMs, 1, base::kHourMs);
        retry.integer<std::int64_t>("most_ms", subscription.retry.mostMs, 1, base::kHourMs);
        if (subscription.retry.mostMs < subscription.retry.firstMs)
            retry.fail("most_ms", "it is less than first_ms", "write at least that");
        retry.refuseUnknown();
    });
}

} // namespace

bool MessageFilter::matches(const Message& message) const
{
    return (kinds.empty() || std::ranges::find(kinds, message.kind) != kinds.end())
        && holds(events, message.event) && holds(campaigns, message.campaign)
        && holds(sources, message.source) && holds(spans, message.span) && holds(of, message.of)
        && (!quarantined || message.kind != MessageKind::Event
            || message.isQuarantined == *quarantined)
        && (states.empty()
            || std::ranges::any_of(message.states,
                                   [&](std::string_view state) { return holds(states, state); }))
        && (!message.alert || alerts.matches(message.alert->alert));
}

bool AlertFilter::matches(const metrics::Alert& alert) const
{
    return alert.level <= leastLevel && holds(rules, alert.rule) && holds(groups, alert.group);
}

MessageKind Subscription::topic() const
{
    return filter.kinds.size() == 1 ? filter.kinds.front() : MessageKind::Alert;
}

bool Subscription::takes(const Message& message) const
{
    if (!filter.matches(message))
        return false;
    return !form.notification
        || (message.alert && metrics::notificationOf(*message.alert, *form.notification));
}

bool Subscription::fitsTogether(const Subscription& other) const
{
    return filter == other.filter && form == other.form && batch == other.batch
        && retry == other.retry;
}

Subscription readSubscription(const json::value& value, const std::string& path,
                              std::vector<Error>& errors, const AddressRule& rule)
{
    Subscription subscription;
    ObjectReader reader(value, path, errors);
    readId(reader, "name", subscription.name, Need::Required);
    subscription.group = subscription.name;
    readId(reader, "group", subscription.group, Need::Optional);
    if (reader.choice("channel", subscription.channel, kChannelNames, Need::Required))
        readPlace(reader, subscription, rule);
    reader.boolean("enabled", subscription.isEnabled);
    readFilter(reader, subscription.filter);
    readForm(reader, subscription.form);
    readNotification(reader, subscription);
    readTimes(reader, subscription);
    if (subscription.filter.kinds.size() == 1)
        checkTopic(reader, subscription.topic());
    const BatchFormat format = subscription.form.format;
    if (subscription.channel == Channel::Files
        && (format == BatchFormat::JsonArray || format == BatchFormat::Json))
        reader.fail("format", "a file holds many batches, so it cannot be one value",
                    "write jsonl or csv");
    reader.refuseUnknown();
    return subscription;
}

Result<Subscription> readSubscription(std::string_view text, std::string_view where,
                                      const AddressRule& rule)
{
    return base::readDocument(text, where,
                              [&](const json::value& value, std::vector<Error>& errors) {
                                  return readSubscription(value, "", errors, rule);
                              });
}

MessageFilter readTopicFilter(const json::value& value, MessageKind topic,
                              std::vector<Error>& errors)
{
    MessageFilter filter;
    ObjectReader reader(value, "", errors);
    readFilter(reader, filter);
    checkTopic(reader, topic);
    reader.refuseUnknown();
    filter.kinds = {topic};
    return filter;
}

json::value subscriptionJson(const Subscription& subscription)
{
    json::array kinds;
    for (const MessageKind kind : subscription.filter.kinds)
        kinds.emplace_back(base::nameOf(kind, kMessageKindNames));
    json::array fields;
    for (const FieldChoice& field : subscription.form.fields)
        fields.push_back(json::object{{"name", field.name}, {"as", field.as}});
    json::object object{{"name", subscription.name},
                        {"group", subscription.group},
                        {"channel", base::nameOf(subscription.channel, kChannelNames)},
                        {"place", subscription.place},
                        {"messages", kinds},
                        {"events", base::textArray(subscription.filter.events)},
                        {"campaigns", base::textArray(subscription.filter.campaigns)},
                        {"sources", base::textArray(subscription.filter.sources)}};
    if (!subscription.filter.spans.empty())
        object["spans"] = base::textArray(subscription.filter.spans);
    if (!subscription.filter.of.empty())
        object["of"] = base::textArray(subscription.filter.of);
    if (subscription.filter.quarantined)
        object["quarantined"] = *subscription.filter.quarantined;
    if (!subscription.filter.states.empty())
        object["states"] = base::textArray(subscription.filter.states);
    if (const AlertFilter& alerts = subscription.filter.alerts; alerts != AlertFilter())
        object["alerts"] = json::object{
            {"least_level", base::nameOf(alerts.leastLevel, metrics::kAlertLevelNames)},
            {"rules", base::textArray(alerts.rules)},
            {"groups", base::textArray(alerts.groups)}};
    if (const auto& target = subscription.form.notification) {
        json::object notification{
            {"format", base::nameOf(target->format, metrics::kWebhookFormatNames)},
            {"source", target->source}};
        if (!target->routingKey.empty())
            notification["routing_key"] = target->routingKey;
        object["notification"] = std::move(notification);
    } else {
        object["format"] = base::nameOf(subscription.form.format, kBatchFormatNames);
        object["fields"] = std::move(fields);
        object["batch"] = json::object{{"most_messages", subscription.batch.mostMessages},
                                       {"most_wait_ms", subscription.batch.mostWaitMs},
                                       {"most_bytes", subscription.batch.mostBytes}};
    }
    object["retry"] = json::object{{"attempts", subscription.retry.attempts},
                                   {"first_ms", subscription.retry.firstMs},
                                   {"most_ms", subscription.retry.mostMs}};
    if (!subscription.isEnabled)
        object["enabled"] = false;
    return object;
}

} // namespace gavel::pipeline
