// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/distributor.h"

#include <QtTest>

namespace gavel::pipeline {

inline constexpr TimeMs kStart{1'767'614'400'000};

/// A member that takes everything, three messages or one second a parcel.
inline Subscription memberOf(const std::string& group, const std::string& name)
{
    Subscription member;
    member.name = name;
    member.group = group;
    member.channel = Channel::Webhook;
    member.place = "https://" + name + ".example.com/";
    member.form.fields = {{"position", "n"}};
    member.batch = {3, 1'000};
    member.retry.attempts = 3;
    return member;
}

inline Message messageOf(const std::string& event = "click")
{
    return {MessageKind::Event, kStart, event, "camp-1", "shard-0", {}};
}

inline const DeliveryOutcome kDelivered{DeliveryEnd::Delivered, {}, 0};
inline const DeliveryOutcome kFailed{DeliveryEnd::Retry, "no answer", 0};
inline const DeliveryOutcome kRefused{DeliveryEnd::Final, "answered with status 400", 0};

/// "member key #attempt n,n,n" of what is decided, "" for nothing.
inline std::string told(const std::optional<Delivery>& delivery)
{
    if (!delivery)
        return {};
    std::string numbers;
    for (const char c : delivery->parcel.texts)
        if ((c >= '0' && c <= '9') || c == '\n')
            numbers += c == '\n' ? ',' : c;
    if (numbers.ends_with(','))
        numbers.pop_back();
    return delivery->member + " " + delivery->parcel.key() + " #"
        + std::to_string(delivery->attempt) + " " + numbers;
}

} // namespace gavel::pipeline
