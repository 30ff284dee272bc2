// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/ledger_filter.h"
#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/settlement/hand_posting.h"
#include "tests/unit/ledger/audit_bed.h"

using namespace gavel;
using namespace gavel::ledger;

class LedgerSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFilterFindsItsTransfers_data();
    void aFilterFindsItsTransfers();
    void whatIsWrongIsToldWithItsColumn_data();
    void whatIsWrongIsToldWithItsColumn();
    void pagesFollowEachOtherNewestFirst();
    void timeBoundsAreInclusiveAndExclusive();
    void linesNameTheirAccountsAndReferences();
    void deepNestingIsRefused();

private:
    std::vector<std::uint64_t> find(const std::string& filter)
    {
        auto reader = m_audit->reader();
        const auto lines = searchLedger(reader, m_audit->store->bookNumber(), {filter, {}, {}});
        std::vector<std::uint64_t> numbers;
        if (!lines)
            return {0};
        for (const LedgerLine& line : *lines)
            numbers.push_back(line.entry.sequence);
        return numbers;
    }
    std::unique_ptr<AuditBed> m_audit;
};

// The book, by number:
//   1, 2   limits of the budgets of camp-001 and camp-002
//   3, 4   pay-ins of 1000 to pine and kite
//   5      hold of 20 on camp-001
//   6      refused: 5000 from pine's wallet to kite's
//   7      post of 2.5 on camp-001, 8 hold of the rest, 9 its delivery
//   10     share of harbor 2.25, 11 fee 0.25
//   12     pay-in of 7 to kite by hand
void LedgerSearchTest::initTestCase()
{
    m_audit = std::make_unique<AuditBed>();
    QVERIFY(m_audit->bed.reserve(0, {{1, Money::units(20)}}).empty());
    m_audit->bed.book.apply({TransferId::of(kStart, "too much"),
                             {},
                             Money::units(5000),
                             {},
                             m_audit->bed.settlement.walletOf(1),
                             m_audit->bed.settlement.walletOf(2),
                             TransferKind::Single,
                             TransferCode::Adjustment},
                            kStart);
    m_audit->win(1, 1, 1, 2'500'000'000);
    const auto round = m_audit->settle(1);
    const TimeMs later = kStart + base::kHourMs;
    const auto notes = payIn(m_audit->bed.book, "kite", kUsd, Money::units(7),
                             {later, "receipt", "by post", "mina"}, later);
    m_audit->keep({{round.round}, *notes, {}, {}});
    QCOMPARE(m_audit->bed.book.lastSequence(), 12U);
}

void LedgerSearchTest::aFilterFindsItsTransfers_data()
{
    using Numbers = QList<qulonglong>;
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<Numbers>("numbers");
    const auto row = [](const char* filter, const Numbers& numbers) {
        QTest::addRow("%s", filter) << QByteArray(filter) << numbers;
    };
    row("", {12, 11, 10, 9, 8, 7, 6, 5, 4, 3});
    row("campaign = camp-001", {9, 8, 7, 5});
    row("campaign = \"camp-002\"", {});
    row("advertiser = kite", {12, 6, 4});
    row("publisher = harbor", {10});
    row("campaign = camp-001 or advertiser = kite", {12, 9, 8, 7, 6, 5, 4});
    row("CAMPAIGN = camp-001 AND NOT kind = pending", {9, 7});
    row("kind in (post, single) and amount < 2.5", {11, 10});
    row("amount >= 1000 and not refused", {4, 3});
    row("2.5", {9, 7});
    row("2.250000", {10});
    row("t-9", {9});
    row("T-9 or transfer = t-10", {10, 9});
    row("transfer > 10", {12, 11});
    row("transfer in (3, t-4)", {4, 3});
    row("refused", {6});
    row("by_hand", {12});
    row("account = bank", {12, 4, 3});
    row("code != pay_in and account = advertiser_wallet and (amount = 20 or amount = 17.5)",
        {8, 5});
    row("publisher = \"no'; DROP TABLE transfer; --\"", {});
}

void LedgerSearchTest::aFilterFindsItsTransfers()
{
    QFETCH(const QByteArray, filter);
    QFETCH(const QList<qulonglong>, numbers);
    QCOMPARE(find(filter.toStdString()),
             std::vector<std::uint64_t>(numbers.begin(), numbers.end()));
    auto reader = m_audit->reader();
    QCOMPARE(countLedger(reader, m_audit->store->bookNumber(), {filter.toStdString(), {}, {}})
                 .value()
                 .matching,
             static_cast<std::uint64_t>(numbers.size()));
}

void LedgerSearchTest::whatIsWrongIsToldWithItsColumn_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* filter, const char* code, const char* where) {
        QTest::addRow("%s", filter) << QByteArray(filter) << QByteArray(code) << QByteArray(where);
    };
    row("price = 5", "FILTER_WRONG", "column 1");
    row("camp", "FILTER_UNFINISHED", "column 1");
    row("campaign", "FILTER_UNFINISHED", "column 9");
    row("campaign =", "FILTER_UNFINISHED", "column 11");
    row("campaign > camp-001", "FILTER_WRONG", "column 10");
    row("kind = poste", "FILTER_WRONG", "column 8");
    row("kind = pos", "FILTER_UNFINISHED", "column 8");
    row("amount = many", "FILTER_WRONG", "column 10");
    row("amount = 1.1234567", "FILTER_WRONG", "column 10");
    row("amount > 5 amount < 6", "FILTER_WRONG", "column 12");
    row("(amount > 5", "FILTER_UNFINISHED", "column 12");
    row("kind in post", "FILTER_WRONG", "column 9");
    row("kind in (post", "FILTER_UNFINISHED", "column 14");
    row("t-x", "FILTER_WRONG", "column 1");
    row("transfer = t-", "FILTER_UNFINISHED", "column 12");
    row("transfer = -3", "FILTER_WRONG", "column 12");
    row("\"open", "FILTER_UNFINISHED", "column 1");
}

void LedgerSearchTest::whatIsWrongIsToldWithItsColumn()
{
    QFETCH(const QByteArray, filter);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, where);
    const auto parsed = parseLedgerFilter(filter.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(QByteArray::fromStdString(parsed.error().code), code);
    QCOMPARE(QByteArray::fromStdString(parsed.error().where), where);
    QVERIFY(!parsed.error().what.empty() && !parsed.error().advice.empty());
}

void LedgerSearchTest::pagesFollowEachOtherNewestFirst()
{
    auto reader = m_audit->reader();
    const auto page = [&](std::uint64_t before, std::size_t skip) {
        LedgerSearch search;
        search.before = before;
        search.skip = skip;
        search.most = 4;
        std::vector<std::uint64_t> numbers;
        for (const LedgerLine& line : *searchLedger(reader, m_audit->store->bookNumber(), search))
            numbers.push_back(line.entry.sequence);
        return numbers;
    };
    QCOMPARE(page(0, 0), (std::vector<std::uint64_t>{12, 11, 10, 9}));
    QCOMPARE(page(9, 0), (std::vector<std::uint64_t>{8, 7, 6, 5}));
    QCOMPARE(page(0, 8), (std::vector<std::uint64_t>{4, 3}));
}

void LedgerSearchTest::timeBoundsAreInclusiveAndExclusive()
{
    auto reader = m_audit->reader();
    LedgerSearch search;
    search.from = kStart + base::kHourMs;
    QCOMPARE(countLedger(reader, m_audit->store->bookNumber(), search).value().matching, 1U);
    search.from = kStart + base::kMinuteMs;
    search.to = kStart + base::kHourMs;
    QCOMPARE(countLedger(reader, m_audit->store->bookNumber(), search).value().matching, 5U);
}

void LedgerSearchTest::linesNameTheirAccountsAndReferences()
{
    auto reader = m_audit->reader();
    const auto lines = searchLedger(reader, m_audit->store->bookNumber(), {"t-7", {}, {}});
    QCOMPARE(toString(lines->front().debit), std::string("advertiser_wallet pine USD"));
    QCOMPARE(toString(lines->front().credit), std::string("campaign_budget camp-001 USD"));
    QCOMPARE(lines->front().reference, 5U);
    QCOMPARE(lines->front().entry.transfer.amount.micros, 2'500'000);
}

void LedgerSearchTest::deepNestingIsRefused()
{
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '(') + "refused"
            + std::string(static_cast<std::size_t>(depth), ')');
    };
    QVERIFY(parseLedgerFilter(nested(31)));
    QCOMPARE(parseLedgerFilter(nested(40)).error().code, std::string("FILTER_WRONG"));
    QCOMPARE(parseLedgerFilter(std::string(4097, ' ')).error().code, std::string("FILTER_WRONG"));
}

QTEST_APPLESS_MAIN(LedgerSearchTest)
#include "test_ledger_search.moc"
