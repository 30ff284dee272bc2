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

Result<std::map<std::string, Delivered>> readDelivered(Connection& connection,
                                                       std::span<const LogRange> ranges)
{
    std::map<std::string, Delivered> delivered;
    for (const LogRange& range : ranges) {
        auto read = forRows(
            connection,
            "SELECT n.text, sum(e.kind = 2), sum(e.kind = 3), sum(e.kind = 5), sum(e.kind = 6), "
            "sum(CASE WHEN e.kind = 2 AND e.uncharged = 0 THEN e.amount ELSE 0 END), "
            "sum(CASE WHEN e.kind = 2 AND e.uncharged = 1 THEN e.amount ELSE 0 END), "
            "sum(CASE e.kind WHEN 2 THEN e.publisher ELSE 0 END) "
            "FROM event e JOIN name n ON n.id = e.campaign "
            "WHERE e.key > $1 AND e.key <= $2 GROUP BY e.campaign",
            [&](const store::Statement& row) -> Result<void> {
                Delivered& sum = delivered[std::string(row.text(0))];
                sum.wins += bits(row.integer(1));
                sum.impressions += bits(row.integer(2));
                sum.clicks += bits(row.integer(3));
                sum.conversions += bits(row.integer(4));
                sum.chargedNanos += row.integer(5);
                sum.lateNanos += row.integer(6);
                sum.publisherNanos += row.integer(7);
                return {};
            },
            store::eventKey(range.source, range.after), store::eventKey(range.source, range.upTo));
        if (!read)
            return read.error();
    }
    return delivered;
}

} // namespace gavel::ledger
