// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/subscriber_set.h"

#include "engine/base/json.h"

#include <algorithm>
#include <filesystem>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

AddressRule readAllowed(ObjectReader& reader)
{
    AddressRule rule;
    reader.texts("hosts", rule.hosts);
    reader.each("ports", [&](const json::value& value, const std::string& path) {
        const auto* port = value.if_int64();
        if (port != nullptr && *port >= 1 && *port <= UINT16_MAX)
            rule.ports.push_back(static_cast<std::uint16_t>(*port));
        else
            reader.errors().push_back(
                {"INVALID_FIELD", path, "this is not a port", "write 1 to 65535"});
    });
    reader.refuseUnknown();
    return rule;
}

/// What a subscription of this document must be besides good in itself.
void checkInSet(Subscription& one, const std::string& path, std::vector<Error>& errors)
{
    const auto fail = [&](const char* key, const char* what, const char* advice) {
        errors.push_back({"INVALID_FIELD", path + "." + key, what, advice});
    };
    if (one.channel == Channel::Live)
        fail("channel", "who listens live is not kept here", "write webhook or files");
    if (one.channel == Channel::Files && !std::filesystem::path(one.place).is_absolute())
        fail("place", "the folder is not named from the root", "write a path that begins with /");
    auto& kinds = one.filter.kinds;
    if (kinds.empty())
        kinds = {MessageKind::Alert};
    if (kinds.size() > 1 || std::ranges::find(kTopics, kinds.front()) == kTopics.end())
        fail("messages", "a subscriber is told one of alerts, metrics, events and batches",
             "write [\"alert\"], [\"metric\"], [\"event\"] or [\"batch\"]; a second subscriber may "
             "share its place");
}

void checkTogether(const std::vector<Subscription>& all, std::vector<Error>& errors)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t before = 0; before < i; ++before) {
            const std::string path = "subscribers[" + std::to_string(i) + "].";
            if (all[i].name == all[before].name)
                errors.push_back({"INVALID_FIELD", path + "name",
                                  "\"" + all[i].name + "\" is there twice",
                                  "give it another name"});
            if (all[i].group == all[before].group && !all[i].fitsTogether(all[before]))
                errors.push_back(
                    {"GROUP_DIFFERS", path + "group",
                     "\"" + all[i].name + "\" and \"" + all[before].name
                         + "\" do not want the same messages in the same form",
                     "give it another group, or the same filter, form, batch and retry"});
        }
}

SubscriberSet readSet(const json::value& value, std::vector<Error>& errors)
{
    SubscriberSet set;
    ObjectReader reader(value, "", errors);
    reader.object("allow", [&](ObjectReader& inside) { set.allow = readAllowed(inside); });
    reader.each(
        "subscribers",
        [&](const json::value& element, const std::string& path) {
            const auto before = errors.size();
            set.subscribers.push_back(readSubscription(element, path, errors, set.allow));
            if (errors.size() == before)
                checkInSet(set.subscribers.back(), path, errors);
        },
        Need::Required);
    reader.refuseUnknown();
    if (set.subscribers.size() > kMostSubscribers)
        reader.fail("subscribers", "there are more than 32 of them", "let some share an address");
    else if (errors.empty())
        checkTogether(set.subscribers, errors);
    return set;
}

} // namespace

Result<SubscriberSet> readSubscriberSet(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where, readSet);
}

} // namespace gavel::pipeline
