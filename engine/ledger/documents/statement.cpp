// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/documents/statement.h"

#include "engine/ledger/ledger_rows.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/ledger/settlement/split.h"

#include <algorithm>
#include <map>

namespace gavel::ledger {

using store::Connection;

namespace {

/// The last id of a time, as the index compares it.
std::int64_t lastIdOf(TimeMs time)
{
    return ((time.value + 1) << 16) - 1;
}

Result<AccountHandle> accountOf(Connection& connection, std::int64_t book,
                                const StatementWanted& wanted)
{
    AccountHandle account = 0;
    const auto kind
        = wanted.isPublisher ? AccountKind::PublisherPayable : AccountKind::AdvertiserWallet;
    auto read = forRows(
        connection,
        "SELECT id FROM account WHERE book = $1 AND kind = $2 AND owner = $3 AND currency = $4",
        [&](const store::Statement& row) -> Result<void> {
            account = static_cast<AccountHandle>(row.integer(0));
            return {};
        },
        book, static_cast<int>(kind), wanted.owner, wanted.currency.view());
    if (!read)
        return read.error();
    if (account == 0)
        return Error{"STATEMENT_UNKNOWN", wanted.owner,
                     "the ledger has no account of that name in "
                         + std::string(wanted.currency.view()),
                     "choose one that was charged or paid"};
    return account;
}

/// Sums what an account was credited less debited by transfers that a condition takes: $1 and $3
/// are the smallest and largest row number, $4 the last id of a time. The plus before a column
/// keeps its index out of it.
Result<Money> sumOf(Connection& connection, std::string_view condition, AccountHandle account,
                    std::int64_t after, std::int64_t upTo, TimeMs at)
{
    Money sum;
    auto read = forRows(
        connection,
        "SELECT coalesce(sum(CASE WHEN credit = $2 THEN amount ELSE -amount END), 0) FROM transfer "
        "WHERE (debit = $2 OR credit = $2) AND outcome = 0 AND kind IN (0, 2, 5) AND "
            + std::string(condition),
        [&](const store::Statement& row) -> Result<void> {
            sum = {row.integer(0)};
            return {};
        },
        after, account, upTo, lastIdOf(at));
    if (!read)
        return read.error();
    return sum;
}

/// Credits less debits of an account until a time, by when windows ended: from the snapshot where
/// there is one, less what it has of later times, and what came after it of earlier ones.
Result<Money> balanceAt(Connection& connection, std::int64_t book, AccountHandle account, TimeMs at)
{
    Money kept;
    std::uint64_t snapshot = 0;
    auto read = forRows(
        connection,
        "SELECT s.sequence, a.credits_posted - a.debits_posted FROM ledger_snapshot s LEFT JOIN "
        "snapshot_account a ON a.book = s.book AND a.account = $2 WHERE s.book = $1",
        [&](const store::Statement& row) -> Result<void> {
            snapshot = bits(row.integer(0));
            kept = {row.integer(1)};
            return {};
        },
        book, account);
    if (!read)
        return read.error();
    const auto earlier = sumOf(connection, "key > $1 AND key < $3 AND +id_high <= $4", account,
                               transferKey(book, snapshot), transferKey(book + 1, 0), at);
    if (!earlier)
        return earlier.error();
    const auto later = sumOf(connection, "+key > $1 AND +key <= $3 AND id_high > $4", account,
                             transferKey(book, 0), transferKey(book, snapshot), at);
    if (!later)
        return later.error();
    return kept + *earlier - *later;
}

/// Reads one period of one account.
class Builder
{
public:
    Builder(Connection& connection, std::int64_t book, const StatementWanted& wanted,
            AccountHandle account, DeliveredSpan& span)
        : m_connection(connection)
        , m_book(book)
        , m_account(account)
        , m_span(span)
    {
        m_statement.wanted = wanted;
    }

    Result<Statement> build()
    {
        for (const auto step : {&Builder::readTransfers, &Builder::readLate, &Builder::readDelivery,
                                &Builder::readBalance, &Builder::readClosed})
            if (auto done = (this->*step)(); !done)
                return done.error();
        const StatementWanted& wanted = m_statement.wanted;
        for (auto& [name, line] : m_lines)
            m_statement.lines.push_back(std::move(line));
        for (const StatementLine& line : m_statement.lines)
            m_statement.media += line.amount;
        for (const StatementMovement& movement : m_statement.movements)
            m_statement.movementSum += movement.amount;
        m_statement.balanceAfter = m_statement.balanceBefore + m_statement.movementSum
            + (wanted.isPublisher ? m_statement.media : Money{} - m_statement.media);
        if (!wanted.isPublisher)
            splitMedia();
        return std::move(m_statement);
    }

private:
    Result<void> readTransfers();
    void addTransfer(const Entry& entry, std::int64_t originalCode, const std::string& other,
                     std::string reason);
    Result<void> readLate();
    Result<void> readDelivery();
    void sharePlacements();
    Result<void> readBalance();
    Result<void> readClosed();
    void splitMedia();

    Connection& m_connection;
    std::int64_t m_book;
    AccountHandle m_account;
    DeliveredSpan& m_span;
    Statement m_statement;
    std::map<std::string, StatementLine> m_lines;
    Money m_earned; ///< a publisher's shares
    std::int64_t m_publisherNanos = 0; ///< of the advertiser's campaigns
};

/// What is charged goes to a line; everything else is a movement.
Result<void> Builder::readTransfers()
{
    return forRows(
        m_connection,
        "SELECT t.key & 1099511627775, t.id_high, t.id_low, t.ref_high, t.ref_low, t.debit, "
        "t.credit, t.amount, t.kind, t.code, t.outcome, t.at, t.expires, o.code, a.owner, n.reason "
        "FROM transfer t LEFT JOIN transfer o ON t.kind = 5 AND o.id_high = t.ref_high AND "
        "o.id_low "
        "= t.ref_low AND o.key >> 40 = $1 JOIN account a ON a.book = $1 AND a.id = (CASE WHEN "
        "t.debit = $2 THEN t.credit ELSE t.debit END) LEFT JOIN transfer_note n ON n.book = $1 AND "
        "n.sequence = (t.key & 1099511627775) WHERE t.id_high > $3 AND t.id_high <= $4 AND t.key "
        ">> 40 = $1 AND (t.debit = $2 OR t.credit = $2) AND t.outcome = 0 AND t.kind IN (0, 2, 5) "
        "ORDER BY t.key",
        [&](const store::Statement& row) -> Result<void> {
            addTransfer(transferRow(row), row.isNull(13) ? -1 : row.integer(13),
                        std::string(row.text(14)), std::string(row.text(15)));
            return {};
        },
        m_book, m_account, lastIdOf(m_statement.wanted.from), lastIdOf(m_statement.wanted.to));
}

void Builder::addTransfer(const Entry& entry, std::int64_t originalCode, const std::string& other,
                          std::string reason)
{
    const Transfer& transfer = entry.transfer;
    const Money change = transfer.credit == m_account ? transfer.amount : Money{} - transfer.amount;
    const bool undo = transfer.code == TransferCode::Compensation;
    const auto code = undo ? static_cast<TransferCode>(originalCode) : transfer.code;
    if (code == TransferCode::Charge) {
        StatementLine& line = m_lines[other];
        line.campaign = other;
        line.amount -= change;
        return;
    }
    if (code == TransferCode::PublisherShare) {
        m_earned += change;
        return;
    }
    m_statement.movements.push_back(
        {entry.sequence, entry.at, transfer.code, std::move(reason), change});
}

/// Charges for windows that were closed before: of the campaigns' lines.
Result<void> Builder::readLate()
{
    if (m_statement.wanted.isPublisher)
        return {};
    return forRows(
        m_connection,
        "SELECT a.owner, sum(t.amount) FROM transfer t JOIN account a ON a.book = $1 AND a.id = "
        "t.debit WHERE t.id_high > $2 AND t.id_high <= $3 AND t.key >> 40 = $1 AND t.outcome = 0 "
        "AND t.code = $4 AND t.kind = 0 GROUP BY a.owner",
        [&](const store::Statement& row) -> Result<void> {
            if (m_lines.contains(std::string(row.text(0))))
                m_statement.late += Money{row.integer(1)};
            return {};
        },
        m_book, lastIdOf(m_statement.wanted.from), lastIdOf(m_statement.wanted.to),
        static_cast<int>(TransferCode::LateDelivery));
}

Result<void> Builder::readDelivery()
{
    const auto ranges
        = settledRanges(m_connection, m_book, m_statement.wanted.from, m_statement.wanted.to);
    if (!ranges)
        return ranges.error();
    if (auto read = m_span.read(m_connection, *ranges); !read)
        return read;
    if (m_statement.wanted.isPublisher) {
        sharePlacements();
        return {};
    }
    const auto delivered = m_span.byCampaign();
    for (auto& [campaign, line] : m_lines) {
        const auto counts = delivered.find(campaign);
        if (counts == delivered.end())
            continue;
        line.impressions = counts->second.impressions;
        line.clicks = counts->second.clicks;
        line.conversions = counts->second.conversions;
        m_publisherNanos += counts->second.publisherNanos;
    }
    return {};
}

/// What was earned, over the publisher's placements in proportion to what each sold.
void Builder::sharePlacements()
{
    std::vector<std::int64_t> weights;
    std::vector<StatementLine> lines;
    for (const auto& [placement, sold] : m_span.byPlacement()) {
        const auto owner = m_statement.wanted.publisherOfPlacement.find(placement);
        if (owner == m_statement.wanted.publisherOfPlacement.end()
            || owner->second != m_statement.wanted.owner || sold.wins == 0)
            continue;
        lines.push_back({placement, sold.impressions, 0, 0, {}});
        weights.push_back(std::max<std::int64_t>(0, sold.publisherNanos));
    }
    const bool known = std::any_of(weights.begin(), weights.end(),
                                   [](std::int64_t weight) { return weight > 0; });
    if (!known || m_earned < Money{}) {
        if (m_earned != Money{})
            m_lines[""] = {"", 0, 0, 0, m_earned};
        return;
    }
    const std::vector<Money> parts = splitByWeights(m_earned, weights);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].amount = parts[i];
        m_lines[lines[i].campaign] = lines[i];
    }
}

Result<void> Builder::readBalance()
{
    const auto before = balanceAt(m_connection, m_book, m_account, m_statement.wanted.from);
    if (!before)
        return before.error();
    m_statement.balanceBefore = *before;
    return {};
}

Result<void> Builder::readClosed()
{
    return forRows(
        m_connection, "SELECT 1 FROM closed_window WHERE book = $1 AND window_end >= $2 LIMIT 1",
        [&](const store::Statement& row) -> Result<void> {
            m_statement.final = row.integer(0) == 1;
            return {};
        },
        m_book, m_statement.wanted.to.value);
}

/// The publishers get their part of the clearing prices; the platform has the rest of what was
/// charged, which is its fee where clearing prices are charged and its margin elsewhere.
void Builder::splitMedia()
{
    const Money earned{m_publisherNanos / 1000};
    m_statement.publishers = std::clamp(earned, Money{}, std::max(Money{}, m_statement.media));
    m_statement.platform = m_statement.media - m_statement.publishers;
    const std::int64_t tax = m_statement.wanted.taxPpm;
    m_statement.tax
        = splitByWeights(m_statement.platform, std::vector<std::int64_t>{1'000'000 - tax, tax})[1];
}

} // namespace

Result<Statement> makeStatement(Connection& connection, std::int64_t book,
                                const StatementWanted& wanted, DeliveredSpan& known)
{
    if (wanted.from >= wanted.to || wanted.from.value < 0)
        return Error{"INVALID_REQUEST", "period", "a period ends after it begins",
                     "choose an end after the begin"};
    if (wanted.taxPpm < 0 || wanted.taxPpm > 1'000'000)
        return Error{"INVALID_REQUEST", "tax", "tax is between 0 and 1 000 000 millionths",
                     "write 200000 for 20 %"};
    const auto account = accountOf(connection, book, wanted);
    if (!account)
        return account.error();
    return Builder(connection, book, wanted, *account, known).build();
}

Sheet sheetOf(const Statement& statement)
{
    const StatementWanted& wanted = statement.wanted;
    Sheet sheet{"Statement",
                {wanted.isPublisher ? "Placement" : "Campaign", "Impressions", "Clicks",
                 "Conversions", std::string(wanted.currency.view())},
                {}};
    const auto count = [](std::uint64_t value) { return Cell(static_cast<std::int64_t>(value)); };
    for (const StatementLine& line : statement.lines)
        sheet.rows.push_back({line.campaign, count(line.impressions), count(line.clicks),
                              count(line.conversions), line.amount});
    const auto sum = [&](const char* name, Money amount) {
        sheet.rows.push_back({std::string(name), {}, {}, {}, amount});
    };
    sum(wanted.isPublisher ? "Earned" : "Charged", statement.media);
    if (!wanted.isPublisher) {
        sum("of this publishers", statement.publishers);
        sum("of this platform", statement.platform);
        sum("of this tax", statement.tax);
        sum("of this for closed windows", statement.late);
    }
    sum("Balance before", statement.balanceBefore);
    for (const StatementMovement& movement : statement.movements)
        sheet.rows.push_back(
            {std::string(kTransferCodeNames[static_cast<std::size_t>(movement.code)]) + " t-"
                 + std::to_string(movement.transfer)
                 + (movement.reason.empty() ? "" : ": " + movement.reason),
             movement.at,
             {},
             {},
             movement.amount});
    sum("Balance after", statement.balanceAfter);
    return sheet;
}

} // namespace gavel::ledger
