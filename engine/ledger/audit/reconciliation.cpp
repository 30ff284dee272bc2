// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/reconciliation.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/store/event_key.h"

#include <map>
#include <unordered_map>

namespace gavel::ledger {

using store::Connection;

namespace {

/// An id's time in the upper half of the id, for comparing in the index.
std::int64_t idsAfter(TimeMs time)
{
    return ((time.value + 1) << 16) - 1;
}

/// What the ledger moved for wins of campaigns in the market's currency, by campaign; own-priced
/// ones by their media.
Result<std::map<std::string, Money>> movedByCampaign(Connection& connection, std::int64_t book,
                                                     TimeMs from, TimeMs to)
{
    std::map<std::string, Money> moved;
    // An undone settlement took back what it had moved.
    auto read = forRows(
        connection,
        "SELECT a.owner, sum(CASE WHEN t.kind = 5 THEN -t.amount ELSE t.amount END) FROM transfer "
        "t LEFT JOIN transfer o ON t.kind = 5 AND o.id_high = t.ref_high AND o.id_low = t.ref_low "
        "AND o.key >> 40 = $1 JOIN account a ON a.book = $1 AND a.id = (CASE WHEN t.kind = 5 THEN "
        "t.credit ELSE t.debit END) JOIN account c ON c.book = $1 AND c.id = (CASE WHEN t.kind = 5 "
        "THEN t.debit ELSE t.credit END) WHERE t.id_high > $2 AND t.id_high <= $3 AND t.key >> 40 "
        "= $1 AND t.outcome = 0 AND (t.kind IN (0, 2) OR (t.kind = 5 AND t.code = $4)) AND c.kind "
        "= $5 AND coalesce(o.code, t.code) IN ($6, $7, $8, $9, $10) GROUP BY a.owner",
        [&](const store::Statement& row) -> Result<void> {
            moved[std::string(row.text(0))] = Money{row.integer(1)};
            return {};
        },
        book, idsAfter(from), idsAfter(to), static_cast<int>(TransferCode::Compensation),
        static_cast<int>(AccountKind::DeliveryClearing), static_cast<int>(TransferCode::Delivery),
        static_cast<int>(TransferCode::LateDelivery), static_cast<int>(TransferCode::Media),
        static_cast<int>(TransferCode::LateWin), static_cast<int>(TransferCode::Uncovered));
    if (!read)
        return read.error();
    return moved;
}

/// Campaigns whose budget is in another currency than the book.
Result<std::vector<std::string>> foreignCampaigns(Connection& connection, std::int64_t book)
{
    std::vector<std::string> foreign;
    auto read = forRows(
        connection,
        "SELECT a.owner FROM account a JOIN ledger_book b ON b.id = a.book WHERE a.book = $1 AND "
        "a.kind = $2 AND a.currency <> b.currency",
        [&](const store::Statement& row) -> Result<void> {
            foreign.emplace_back(row.text(0));
            return {};
        },
        book, static_cast<int>(AccountKind::CampaignBudget));
    if (!read)
        return read.error();
    return foreign;
}

/// Compares the wins of one source with the impressions that were confirmed for them.
class ImpressionCheck
{
public:
    /// Of every auction, or of one only.
    ImpressionCheck(Connection& connection, Reconciliation& result, std::size_t most,
                    std::optional<std::uint64_t> only = {})
        : m_connection(connection)
        , m_result(result)
        , m_most(most)
        , m_only(only)
    {
    }

    /// Impressions count up to a time.
    Result<void> run(std::int64_t book, const std::vector<LogRange>& ranges, TimeMs until)
    {
        const auto ends = endsOf(book, until);
        if (!ends)
            return ends.error();
        for (const LogRange& range : ranges) {
            m_open.clear();
            const auto end = ends->find(range.source);
            auto read = readWins(range);
            if (read)
                read = readImpressions(range, until,
                                       end == ends->end() ? store::kMostSequence : end->second);
            if (read)
                read = tell(range);
            if (!read)
                return read;
        }
        return {};
    }

private:
    struct Open
    {
        std::uint64_t sequence = 0;
        std::int64_t nanos = 0;
        std::int64_t confirmed = -1; ///< -1 = no impression
    };

    /// What was told a day after the time was not told before it; so the log need not be read to
    /// its end. Sources that are not in it have no such place yet.
    Result<std::map<std::uint32_t, std::uint64_t>> endsOf(std::int64_t book, TimeMs until)
    {
        const TimeMs later = until + base::kDayMs;
        bool isThere = false;
        auto read = forRows(
            m_connection,
            "SELECT 1 FROM settled_round WHERE book = $1 AND window_end >= $2 LIMIT 1",
            [&](const store::Statement&) -> Result<void> {
                isThere = true;
                return {};
            },
            book, later.value);
        if (!read)
            return read.error();
        if (!isThere)
            return std::map<std::uint32_t, std::uint64_t>();
        return settledPositions(m_connection, book, later);
    }

    Result<void> readWins(const LogRange& range)
    {
        return forRows(
            m_connection,
            "SELECT key & 1099511627775, auction, amount FROM event WHERE key > $1 AND key <= $2 "
            "AND kind = 2 "
            "AND campaign <> 0 AND ($3 = 0 OR auction = $4)",
            [&](const store::Statement& row) -> Result<void> {
                m_open[bits(row.integer(1))] = {bits(row.integer(0)), row.integer(2), -1};
                m_result.total.exchange += row.integer(2);
                return {};
            },
            store::eventKey(range.source, range.after), store::eventKey(range.source, range.upTo),
            m_only.has_value(), m_only.value_or(0));
    }
    /// An impression comes after its win and maybe after the span; only the first one counts.
    Result<void> readImpressions(const LogRange& range, TimeMs until, std::uint64_t last)
    {
        return forRows(
            m_connection,
            "SELECT auction, amount FROM event WHERE key > $1 AND key <= $2 AND kind = 3 AND "
            "campaign <> 0 AND at < $3 AND ($4 = 0 OR auction = $5)",
            [&](const store::Statement& row) -> Result<void> {
                const auto found = m_open.find(bits(row.integer(0)));
                if (found == m_open.end() || found->second.confirmed >= 0)
                    return {};
                found->second.confirmed = row.integer(1);
                m_result.total.publishers += row.integer(1);
                return {};
            },
            store::eventKey(range.source, range.after), store::eventKey(range.source, last),
            until.value, m_only.has_value(), m_only.value_or(0));
    }
    Result<void> tell(const LogRange& range)
    {
        std::map<std::uint64_t, std::int64_t> differing; ///< confirmed, by sequence of the win
        for (const auto& [auction, open] : m_open)
            if (open.confirmed != open.nanos)
                differing[open.sequence] = open.confirmed;
        m_result.differing += differing.size();
        for (const auto& [sequence, confirmed] : differing) {
            if (m_result.auctions.size() >= m_most)
                return {};
            const auto wins = winsOf(m_connection, {{range.source, sequence - 1, sequence}}, {});
            if (!wins)
                return wins.error();
            m_result.auctions.push_back({wins->front(), std::max<std::int64_t>(0, confirmed),
                                         confirmed < 0 ? DifferenceReason::NoImpression
                                                       : DifferenceReason::ImpressionPrice});
        }
        return {};
    }

    Connection& m_connection;
    Reconciliation& m_result;
    std::size_t m_most;
    std::optional<std::uint64_t> m_only;
    std::unordered_map<std::uint64_t, Open> m_open; ///< by auction
};

/// Seats against exchange, campaign by campaign.
Result<void> compareCampaigns(Connection& connection, std::int64_t book,
                              const std::vector<LogRange>& ranges, Reconciliation& result)
{
    auto moved = movedByCampaign(connection, book, result.total.from, result.total.to);
    if (!moved)
        return moved.error();
    const auto delivered = readDelivered(connection, ranges);
    if (!delivered)
        return delivered.error();
    const auto foreign = foreignCampaigns(connection, book);
    if (!foreign)
        return foreign.error();
    for (const auto& [campaign, counts] : *delivered)
        moved->try_emplace(campaign);
    for (const std::string& campaign : *foreign)
        moved->erase(campaign);
    result.total.seats = result.total.exchange;
    for (const auto& [campaign, amount] : *moved) {
        const auto counts = delivered->find(campaign);
        const std::int64_t cleared = counts == delivered->end() ? 0 : counts->second.clearedNanos();
        const std::int64_t difference = amount.micros * 1000 - cleared;
        // Charged and late wins are rounded apart: two carries before, two after.
        if (difference > -2000 && difference < 2000)
            continue;
        result.total.seats += difference;
        result.campaigns.push_back({campaign, amount, cleared});
    }
    return {};
}

Result<bool> isClosed(Connection& connection, std::int64_t book, TimeMs until)
{
    bool closed = false;
    auto read = forRows(
        connection, "SELECT 1 FROM closed_window WHERE book = $1 AND window_end >= $2 LIMIT 1",
        [&](const store::Statement& row) -> Result<void> {
            closed = row.integer(0) == 1;
            return {};
        },
        book, until.value);
    if (!read)
        return read.error();
    return closed;
}

} // namespace

Result<Reconciliation> reconcile(Connection& connection, std::int64_t book, TimeMs from, TimeMs to,
                                 std::int64_t lateMs, std::size_t most)
{
    Reconciliation result;
    result.total.from = from;
    result.total.to = to;
    const auto closed = isClosed(connection, book, to);
    if (!closed)
        return closed.error();
    result.total.closed = *closed;
    const auto ranges = settledRanges(connection, book, from, to);
    if (!ranges)
        return ranges.error();
    ImpressionCheck impressions(connection, result, most);
    if (auto checked = impressions.run(book, *ranges, to + lateMs); !checked)
        return checked.error();
    if (auto compared = compareCampaigns(connection, book, *ranges, result); !compared)
        return compared.error();
    return result;
}

Result<std::optional<DifferingAuction>> differingAuction(Connection& connection, std::int64_t book,
                                                         TimeMs from, TimeMs to,
                                                         std::int64_t lateMs, std::uint64_t auction)
{
    const auto ranges = settledRanges(connection, book, from, to);
    if (!ranges)
        return ranges.error();
    Reconciliation result;
    ImpressionCheck check(connection, result, 1, auction);
    if (auto checked = check.run(book, *ranges, to + lateMs); !checked)
        return checked.error();
    if (result.auctions.empty())
        return std::optional<DifferingAuction>();
    return std::optional(result.auctions.front());
}

} // namespace gavel::ledger
