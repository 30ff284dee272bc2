// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/delivered.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/store/event_key.h"

#include <limits>

namespace gavel::ledger {

using store::Connection;

namespace {

// Each is looked up by an index; a grouping would read every round that ever was.
constexpr std::string_view kSources = R"sql(
WITH RECURSIVE known (source) AS (
    SELECT min(source) FROM settled_source WHERE book = $1
    UNION ALL SELECT (SELECT min(source) FROM settled_source WHERE book = $1
        AND source > known.source) FROM known WHERE known.source IS NOT NULL)
SELECT source FROM known WHERE source IS NOT NULL)sql";

constexpr std::string_view kPlace = R"sql(
SELECT s.sequence FROM settled_source s WHERE s.book = $1 AND s.source = $2 AND s.number <= $3
    AND EXISTS (SELECT 1 FROM settled_round r WHERE r.book = $1 AND r.number = s.number
        AND r.window_end <= $4 AND r.compensation = 0
        AND NOT EXISTS (SELECT 1 FROM settled_round u WHERE u.book = $1 AND u.compensation = 1
            AND u.round_key = r.round_key))
ORDER BY s.number DESC LIMIT 1)sql";

/// No round with a greater number ended at or before the time.
Result<std::int64_t> lastRoundTo(Connection& connection, std::int64_t book, TimeMs until)
{
    std::int64_t number = 0;
    const auto take = [&](const store::Statement& row) -> Result<void> {
        number = row.integer(0);
        return {};
    };
    auto read = until == TimeMs{std::numeric_limits<std::int64_t>::max()}
        ? forRows(connection, "SELECT coalesce(max(number), 0) FROM settled_round WHERE book = $1",
                  take, book)
        : forRows(connection,
                  "SELECT coalesce(max(number), 0) FROM settled_round WHERE book = $1 AND "
                  "window_end <= $2",
                  take, book, until.value);
    if (!read)
        return read.error();
    return number;
}

} // namespace

Result<std::map<std::uint32_t, std::uint64_t>> settledPositions(Connection& connection,
                                                                std::int64_t book, TimeMs until)
{
    const auto last = lastRoundTo(connection, book, until);
    if (!last)
        return last.error();
    std::vector<std::int64_t> sources;
    auto read = forRows(
        connection, kSources,
        [&](const store::Statement& row) -> Result<void> {
            sources.push_back(row.integer(0));
            return {};
        },
        book);
    std::map<std::uint32_t, std::uint64_t> positions;
    for (auto source = sources.begin(); read && source != sources.end(); ++source)
        read = forRows(
            connection, kPlace,
            [&](const store::Statement& row) -> Result<void> {
                positions[static_cast<std::uint32_t>(*source)] = bits(row.integer(0));
                return {};
            },
            book, *source, *last, until.value);
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
