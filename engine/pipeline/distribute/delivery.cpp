// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/delivery.h"

#include "engine/base/enum_name.h"
#include "engine/base/json.h"
#include "engine/model/checks.h"
#include "engine/pipeline/distribute/message_text.h"

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;

void readParcel(base::ObjectReader& reader, Parcel& parcel)
{
    constexpr auto kMost = std::uint64_t{INT64_MAX};
    if (reader.text("group", parcel.group, Need::Required) && !model::isId(parcel.group))
        reader.fail("group", "this is not an id", "use 1 to 64 letters, digits, _ or -");
    reader.integer<std::uint64_t>("first", parcel.first, 1, kMost, Need::Required);
    reader.integer<std::uint64_t>("last", parcel.last, 1, kMost, Need::Required);
    if (parcel.last < parcel.first)
        reader.fail("last", "it is before the first", "write at least that");
    reader.integer<std::uint32_t>("count", parcel.count, 1, UINT32_MAX, Need::Required);
    reader.choice("format", parcel.format, kBatchFormatNames, Need::Required);
    reader.text("header", parcel.header, Need::Required);
    reader.text("texts", parcel.texts, Need::Required);
    reader.choice("topic", parcel.topic, kMessageKindNames);
}

} // namespace

std::string Parcel::key() const
{
    const std::string of = topic == MessageKind::Alert ? "" : "." + topicName(topic);
    return group + of + ":" + std::to_string(first);
}

std::string Parcel::body() const
{
    return batchText(header, texts, format);
}

std::vector<std::pair<std::string, std::string>> Delivery::headers() const
{
    return {{"Content-Type", std::string(contentType(parcel.format))},
            {"Idempotency-Key", parcel.key()}};
}

DeliveryOutcome outcomeOf(unsigned status, std::int64_t leastWaitMs)
{
    if (status >= 200 && status <= 299)
        return {DeliveryEnd::Delivered, {}, 0};
    const bool mayHelp = status >= 500 || status == 408 || status == 425 || status == 429;
    return {mayHelp ? DeliveryEnd::Retry : DeliveryEnd::Final,
            "answered with status " + std::to_string(status), leastWaitMs};
}

DeliveryOutcome outcomeOf(unsigned status, std::string_view body, std::int64_t leastWaitMs)
{
    DeliveryOutcome outcome = outcomeOf(status, leastWaitMs);
    const auto said = outcome.end == DeliveryEnd::Delivered ? base::parseJson(body, "answer")
                                                            : Result<json::value>(json::value());
    const auto* answer = said ? said->if_object() : nullptr;
    const auto* code = answer != nullptr ? answer->if_contains("errcode") : nullptr;
    if (code == nullptr || !code->is_int64() || code->get_int64() == 0)
        return outcome;
    const auto* words = answer->if_contains("errmsg");
    std::string reason = "answered with errcode " + std::to_string(code->get_int64());
    if (words != nullptr && words->is_string())
        reason += ": " + std::string(words->get_string()).substr(0, 200);
    return {DeliveryEnd::Retry, std::move(reason), leastWaitMs};
}

Result<void> discard(DeadDelivery& dead, std::string_view reason)
{
    if (dead.state != DeadState::Open)
        return Error{"DEAD_NOT_OPEN", dead.id(),
                     "it is " + std::string(base::nameOf(dead.state, kDeadStateNames)) + " already",
                     "choose one that is open"};
    if (model::isBlank(reason))
        return Error{"REASON_MISSING", dead.id(), "a discarded delivery needs a reason",
                     "write why nobody has to get it"};
    dead.state = DeadState::Discarded;
    dead.note = reason;
    return {};
}

json::value deadDeliveryJson(const DeadDelivery& dead)
{
    return json::object{{"group", dead.parcel.group},
                        {"first", dead.parcel.first},
                        {"last", dead.parcel.last},
                        {"count", dead.parcel.count},
                        {"format", base::nameOf(dead.parcel.format, kBatchFormatNames)},
                        {"header", dead.parcel.header},
                        {"texts", dead.parcel.texts},
                        {"topic", base::nameOf(dead.parcel.topic, kMessageKindNames)},
                        {"attempts", dead.attempts},
                        {"reason", dead.reason},
                        {"at", dead.at.value},
                        {"state", base::nameOf(dead.state, kDeadStateNames)},
                        {"note", dead.note}};
}

Result<DeadDelivery> readDeadDelivery(std::string_view text, std::string_view where)
{
    return base::readDocument(
        text, where, [](const json::value& value, std::vector<Error>& errors) {
            DeadDelivery dead;
            base::ObjectReader reader(value, "", errors);
            readParcel(reader, dead.parcel);
            reader.integer<std::uint32_t>("attempts", dead.attempts, 0, UINT32_MAX, Need::Required);
            reader.text("reason", dead.reason, Need::Required);
            reader.time("at", dead.at, Need::Required);
            reader.choice("state", dead.state, kDeadStateNames, Need::Required);
            reader.text("note", dead.note, Need::Required);
            reader.refuseUnknown();
            return dead;
        });
}

} // namespace gavel::pipeline
