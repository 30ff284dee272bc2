// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/message_text.h"

#include "engine/base/csv_text.h"
#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/metrics/alerts/alert_json.h"
#include "engine/metrics/alerts/notification.h"

namespace gavel::pipeline {

namespace {

namespace json = boost::json;

/// What every message has, before its own fields; what is empty is left out.
json::object recordOf(std::uint64_t position, const Message& message)
{
    json::object record{{"position", position},
                        {"kind", base::nameOf(message.kind, kMessageKindNames)},
                        {"at", base::toIso(message.at)}};
    for (const auto& [name, text] :
         {std::pair{"event", &message.event}, std::pair{"campaign", &message.campaign},
          std::pair{"source", &message.source}})
        if (!text->empty())
            record.emplace(name, *text);
    for (const auto& field : message.fields)
        record.emplace(field.key(), field.value()); // not over one that is there
    return record;
}

std::string cellText(const json::value* value)
{
    if (value == nullptr || value->is_null())
        return {};
    if (const auto* text = value->if_string())
        return base::csvText({text->data(), text->size()});
    const std::string text = base::jsonText(*value);
    return value->is_structured() ? base::csvText(text) : text;
}

std::string rowText(const json::object& record, const MessageForm& form)
{
    std::string row;
    bool isFirst = true;
    for (const FieldChoice& field : form.fields) {
        row += (isFirst ? "" : ",") + cellText(record.if_contains(field.name));
        isFirst = false;
    }
    return row;
}

} // namespace

std::string topicName(MessageKind topic)
{
    return std::string(base::nameOf(topic, kMessageKindNames))
        + (topic == MessageKind::Batch ? "es" : "s");
}

Message missedMessage(MessageKind topic, std::uint64_t count, TimeMs at)
{
    return {MessageKind::System, at, {}, {}, {}, {{"missed", count}, {"of", topicName(topic)}}};
}

Message messageOf(const metrics::AlertChange& change)
{
    const metrics::Alert& alert = change.alert;
    json::object fields{{"change", base::nameOf(change.kind, metrics::kAlertChangeKindNames)},
                        {"text", metrics::headlineOf(change)},
                        {"alert", metrics::toJson(alert)}};
    if (!change.person.empty())
        fields["person"] = change.person;
    return {MessageKind::Alert,
            change.at,
            {},
            {},
            alert.subject,
            std::move(fields),
            std::make_shared<const metrics::AlertChange>(change)};
}

std::string messageText(std::uint64_t position, const Message& message, const MessageForm& form)
{
    if (form.notification && message.alert)
        if (auto notification = metrics::notificationOf(*message.alert, *form.notification))
            return std::move(notification->body);
    const json::object record = recordOf(position, message);
    if (form.fields.empty())
        return base::jsonText(record);
    if (form.format == BatchFormat::Csv)
        return rowText(record, form);
    json::object chosen;
    for (const FieldChoice& field : form.fields)
        if (const json::value* value = record.if_contains(field.name))
            chosen.emplace(field.as, *value);
    return base::jsonText(chosen);
}

std::string headerText(const MessageForm& form)
{
    std::string header;
    if (form.format == BatchFormat::Csv)
        for (const FieldChoice& field : form.fields)
            header += (header.empty() ? "" : ",") + base::csvText(field.as);
    return header;
}

void appendText(std::string& texts, std::string_view text, BatchFormat format)
{
    if (format == BatchFormat::JsonArray && !texts.empty())
        texts += ',';
    texts += text;
    if (format == BatchFormat::JsonLines || format == BatchFormat::Csv)
        texts += format == BatchFormat::Csv ? "\r\n" : "\n";
}

std::string batchText(const std::string& header, const std::string& texts, BatchFormat format)
{
    switch (format) {
    case BatchFormat::Csv:
        return header + "\r\n" + texts;
    case BatchFormat::JsonArray:
        return "[" + texts + "]";
    case BatchFormat::JsonLines:
    case BatchFormat::Json:
        break;
    }
    return texts;
}

std::string_view contentType(BatchFormat format)
{
    constexpr std::array<std::string_view, 4> kTypes{
        "application/x-ndjson", "text/csv; charset=utf-8", "application/json", "application/json"};
    return kTypes[static_cast<std::size_t>(format)];
}

} // namespace gavel::pipeline
