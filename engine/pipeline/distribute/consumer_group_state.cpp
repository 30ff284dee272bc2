// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/model/checks.h"
#include "engine/pipeline/distribute/consumer_group.h"

#include <boost/json/array.hpp>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;

constexpr auto kMostPosition = std::uint64_t{INT64_MAX};

/// A parcel that was begun: its bounds, and how far it came.
struct Bounds
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t attempts = 0;
    std::uint32_t failed = 0;
    bool isDone = false;
};

/// Each behind the one before.
Bounds readBounds(base::ObjectReader& reader, std::uint64_t before)
{
    Bounds bounds;
    reader.integer<std::uint64_t>("first", bounds.first, 1, kMostPosition, Need::Required);
    reader.integer<std::uint64_t>("last", bounds.last, 1, kMostPosition, Need::Required);
    if (bounds.first <= before)
        reader.fail("first", "it is not behind what comes before it", "order them by position");
    if (bounds.last < bounds.first)
        reader.fail("last", "it is before the first", "write at least that");
    reader.integer<std::uint32_t>("attempts", bounds.attempts, 0, UINT32_MAX, Need::Required);
    reader.integer<std::uint32_t>("failed", bounds.failed, 0, bounds.attempts, Need::Required);
    reader.boolean("done", bounds.isDone, Need::Required);
    reader.refuseUnknown();
    return bounds;
}

} // namespace

json::value ConsumerGroup::state() const
{
    json::array parcels;
    for (const Batch& batch : m_batches)
        if (batch.attempts > 0)
            parcels.push_back(json::object{{"first", batch.parcel.first},
                                           {"last", batch.parcel.last},
                                           {"attempts", batch.attempts},
                                           {"failed", batch.failed},
                                           {"done", batch.stage == Stage::Done}});
    return json::object{{"name", m_name}, {"committed", committed()}, {"parcels", parcels}};
}

Result<ConsumerGroup> ConsumerGroup::restore(const json::value& state, const std::string& path,
                                             base::Random random)
{
    std::vector<Error> errors;
    base::ObjectReader reader(state, path, errors);
    std::string name;
    std::uint64_t committed = 0;
    if (reader.text("name", name, Need::Required) && !model::isId(name))
        reader.fail("name", "this is not an id", "use 1 to 64 letters, digits, _ or -");
    reader.integer<std::uint64_t>("committed", committed, 0, kMostPosition, Need::Required);
    ConsumerGroup group(std::move(name), committed, random);
    group.m_refillTo = committed;
    reader.each(
        "parcels",
        [&](const json::value& value, const std::string& at) {
            base::ObjectReader parcel(value, at, errors);
            if (!parcel.isObject())
                return;
            const Bounds bounds = readBounds(parcel, group.m_refillTo);
            Batch batch;
            batch.parcel = {group.m_name, bounds.first, bounds.last, 0, {}, {}, {}};
            batch.stage = bounds.isDone ? Stage::Done : Stage::Refilling;
            batch.attempts = bounds.attempts;
            batch.failed = bounds.failed;
            group.m_batches.push_back(std::move(batch));
            group.m_refillTo = bounds.last;
        },
        Need::Required);
    reader.refuseUnknown();
    if (!errors.empty())
        return errors.front();
    group.prune();
    return group;
}

} // namespace gavel::pipeline
