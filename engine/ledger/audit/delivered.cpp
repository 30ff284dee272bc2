// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/delivered.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/store/event_key.h"

namespace gavel::ledger {

using store::Connection;

Result<std::map<std::uint32_t, std::uint64_t>> settledPositions(Connection& connection,
                                                                std::int64_t book, TimeMs until)
{
    std::map<std::uint32_t, std::uint64_t> positions;
    auto read = forRows(
        connection,
        "SELECT s.source, max(s.sequence) FROM settled_source s JOIN settled_round r ON r.book = "
        "s.book AND r.number = s.number WHERE r.book = $1 AND r.window_end <= $2 AND "
        "r.compensation = 0 AND r.round_key NOT IN (SELECT round_key FROM settled_round WHERE book "
        "= $1 AND compensation = 1) GROUP BY s.source",
        [&](const store::Statement& row) -> Result<void> {
            positions[static_cast<std::uint32_t>(row.integer(0))] = bits(row.integer(1));
            return {};
        },
        book, until.value);
    if (!read)
        return read.error();
    return positions;
}

Result<std::map<std::uint32_t, std::vector<SettledWindow>>> settledWindows(Connection& connection,
                                                                           std::int64_t book)
{
    std::map<std::uint32_t, std::vector<SettledWindow>> windows;
    auto read = forRows(
        connection,
        "SELECT s.source, s.sequence, r.window_start, r.window_end FROM settled_round r JOIN "
        "settled_source s ON s.book = r.book AND s.number = r.number WHERE r.book = $1 AND "
        "r.compensation = 0 ORDER BY r.number",
        [&](const store::Statement& row) -> Result<void> {
            auto& known = windows[static_cast<std::uint32_t>(row.integer(0))];
            const std::uint64_t upTo = bits(row.integer(1));
            if (known.empty() || upTo > known.back().upTo)
                known.push_back({upTo, TimeMs{row.integer(2)}, TimeMs{row.integer(3)}});
            return {};
        },
        book);
    if (!read)
        return read.error();
    return windows;
}

Result<std::vector<LogRange>> settledRanges(Connection& connection, std::int64_t book, TimeMs from,
                                            TimeMs to)
{
    const auto before = settledPositions(connection, book, from);
    if (!before)
        return before.error();
    const auto after = settledPositions(connection, book, to);
    if (!after)
        return after.error();
    std::vector<LogRange> ranges;
    for (const auto& [source, upTo] : *after) {
        const auto known = before->find(source);
        const std::uint64_t begun = known == before->end() ? 0 : known->second;
        if (upTo > begun)
            ranges.push_back({source, begun, upTo});
    }
    return ranges;
}

Delivered& Delivered::operator+=(const Delivered& more)
{
    wins += more.wins;
    impressions += more.impressions;
    clicks += more.clicks;
    conversions += more.conversions;
    chargedNanos += more.chargedNanos;
    lateNanos += more.lateNanos;
    publisherNanos += more.publisherNanos;
    return *this;
}

bool DeliveredSpan::follows(std::span<const LogRange> ranges) const
{
    std::size_t known = 0;
    for (const LogRange& range : ranges) {
        const auto before = m_read.find(range.source);
        if (before == m_read.end())
            continue;
        ++known;
        if (before->second.after != range.after || before->second.upTo > range.upTo)
            return false;
    }
    return known == m_read.size();
}

Result<void> DeliveredSpan::add(Connection& connection, const LogRange& range)
{
    return forRows(
        connection,
        "SELECT n.text, p.text, sum(e.kind = 2), sum(e.kind = 3), sum(e.kind = 5), sum(e.kind = "
        "6), sum(CASE WHEN e.kind = 2 AND e.uncharged = 0 THEN e.amount ELSE 0 END), sum(CASE WHEN "
        "e.kind = 2 AND e.uncharged = 1 THEN e.amount ELSE 0 END), sum(CASE e.kind WHEN 2 THEN "
        "e.publisher ELSE 0 END) FROM event e JOIN name n ON n.id = e.campaign LEFT JOIN name p ON "
        "p.id = e.placement WHERE e.key > $1 AND e.key <= $2 GROUP BY e.campaign, e.placement",
        [&](const store::Statement& row) -> Result<void> {
            m_sums[{std::string(row.text(0)), std::string(row.text(1))}]
                += {bits(row.integer(2)), bits(row.integer(3)), bits(row.integer(4)),
                    bits(row.integer(5)), row.integer(6),       row.integer(7),
                    row.integer(8)};
            return {};
        },
        store::eventKey(range.source, range.after), store::eventKey(range.source, range.upTo));
}

Result<void> DeliveredSpan::read(Connection& connection, std::span<const LogRange> ranges)
{
    if (!follows(ranges)) {
        m_read.clear();
        m_sums.clear();
    }
    for (const LogRange& range : ranges) {
        const auto known = m_read.find(range.source);
        const std::uint64_t after = known == m_read.end() ? range.after : known->second.upTo;
        if (after < range.upTo)
            if (auto added = add(connection, {range.source, after, range.upTo}); !added) {
                m_read.clear();
                m_sums.clear();
                return added;
            }
        m_read[range.source] = range;
    }
    return {};
}

std::map<std::string, Delivered> DeliveredSpan::byCampaign() const
{
    std::map<std::string, Delivered> sums;
    for (const auto& [sold, delivered] : m_sums)
        sums[sold.campaign] += delivered;
    return sums;
}

std::map<std::string, Delivered> DeliveredSpan::byPlacement() const
{
    std::map<std::string, Delivered> sums;
    for (const auto& [sold, delivered] : m_sums)
        sums[sold.placement] += delivered;
    return sums;
}

Result<std::map<std::string, Delivered>> readDelivered(Connection& connection,
                                                       std::span<const LogRange> ranges)
{
    DeliveredSpan span;
    if (auto read = span.read(connection, ranges); !read)
        return read.error();
    return span.byCampaign();
}

} // namespace gavel::ledger
