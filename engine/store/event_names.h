// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/model/delivery_event.h"
#include "engine/model/vocabulary.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace gavel::store {

class Connection;

/// What an event names or is counted by, and the tables' words for it.
enum class NameKind : std::uint8_t {
    Campaign,
    Seat,
    Placement,
    Creative,
    Country,
    Device,
    Ad,
    Publisher,
    Advertiser,
    Zone,
    Segment,
    Audience, ///< a set of segments: see event_audience.h
};
inline constexpr std::size_t kNameKinds = 12;
inline constexpr std::array<std::string_view, kNameKinds> kNameWords{
    "campaign", "seat",      "placement",  "creative", "country", "device",
    "ad",       "publisher", "advertiser", "zone",     "segment", "audience"};

/// The table that holds the texts of a kind, each with its number.
constexpr std::string_view tableOf(NameKind kind)
{
    return kind <= NameKind::Creative ? "name" : kind <= NameKind::Zone ? "label" : "tag";
}

/// The durable number of a text, stored with the open transaction when it is new; 0 for "".
Result<std::uint32_t> durableName(Connection& connection, NameKind kind, std::string_view text);
/// The text of a number, "" when there is none.
Result<std::string> nameText(Connection& connection, NameKind kind, std::uint32_t number);

/// Turns the handles of one vocabulary into durable numbers. A text is stored with the transaction
/// of its first use; after that a handle costs one look into a vector.
class EventNames
{
public:
    using Segments = base::FixedList<Handle, model::kMostSegments>;

    explicit EventNames(std::shared_ptr<const model::Vocabulary> vocabulary)
        : m_vocabulary(std::move(vocabulary))
    {
    }
    /// 0 for kNone. A handle without a text is named by its number, "?17".
    Result<std::uint32_t> number(Connection& connection, NameKind kind, Handle handle)
    {
        const auto& known = m_numbers[static_cast<std::size_t>(kind)];
        if (handle == base::kNone || (handle < known.size() && known[handle] != 0))
            return handle == base::kNone ? 0U : known[handle];
        return learn(connection, kind, handle);
    }

    /// Of a set of segments: see event_audience.h.
    Result<std::uint32_t> audience(Connection& connection, const Segments& segments);

private:
    struct SegmentsHash
    {
        std::size_t operator()(const Segments& segments) const;
    };
    struct SegmentsEqual
    {
        bool operator()(const Segments& a, const Segments& b) const
        {
            return std::equal(a.begin(), a.end(), b.begin(), b.end());
        }
    };
    Result<std::uint32_t> learn(Connection& connection, NameKind kind, Handle handle);
    std::string_view textOf(NameKind kind, Handle handle) const;

    std::shared_ptr<const model::Vocabulary> m_vocabulary;
    std::array<std::vector<std::uint32_t>, kNameKinds> m_numbers; ///< by handle, 0 = not yet known
    boost::unordered_flat_map<Segments, std::uint32_t, SegmentsHash, SegmentsEqual> m_audiences;
};

} // namespace gavel::store
