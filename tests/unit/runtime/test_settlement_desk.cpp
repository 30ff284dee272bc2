// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told of the money and may do about it, over a market that ran for some minutes.
#include "engine/runtime/engine.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using runtime::SettlementDesk;

namespace {

constexpr int kWaitMs = 200'000; ///< a sanitizer makes the traffic slow

struct Bed
{
    explicit Bed(std::int64_t minutes, bool keep = true, const std::string& scenario = "city-day")
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        options.workspace = folder.filePath(QStringLiteral("test.gavel")).toStdString();
        engine = *runtime::Engine::open(options);
        if (minutes == 0)
            return;
        runtime::ScenarioRequest request;
        request.scenario = scenario;
        request.seed = 5;
        request.paused = true;
        request.keepRows = false;
        request.keepEvents = keep;
        started = engine->loadScenario(request).has_value();
        start = engine->freshSnapshot()->start;
        runTo(minutes);
    }
    void runTo(std::int64_t minutes)
    {
        const TimeMs end = start + minutes * base::kMinuteMs;
        started = started && engine->runTo(end + base::kSecondMs).has_value();
        started
            = started
            && QTest::qWaitFor( // rounds come after the traffic, on their own thread
                  [&] { return engine->freshSnapshot()->settlement.settledTo >= end; }, kWaitMs);
    }
    SettlementDesk& desk() const { return engine->settlement(); }
    runtime::WalletView wallet(const std::string& advertiser) const
    {
        for (const runtime::WalletView& wallet : desk().wallets())
            if (wallet.advertiserId == advertiser)
                return wallet;
        return {};
    }
    /// The newest charge.
    runtime::LedgerRow charge() const
    {
        runtime::LedgerQuery query;
        query.filter = "code = charge";
        query.count = 1;
        const auto page = desk().ledger(query);
        return page && !page->rows.empty() ? page->rows.front() : runtime::LedgerRow();
    }
    runtime::StatementQuery dayOf(const std::string& advertiser) const
    {
        const runtime::MoneyDay day = desk().day(start);
        return {advertiser, false, day.from, day.from + base::kDayMs};
    }

    QTemporaryDir folder;
    std::unique_ptr<runtime::Engine> engine;
    TimeMs start;
    bool started = true;
};

std::string codeOf(const runtime::CommandPreview& preview)
{
    return preview.errors.empty() ? std::string() : preview.errors.front().code;
}

std::string whereOf(const runtime::CommandPreview& preview)
{
    return preview.errors.empty() ? std::string() : preview.errors.front().where;
}

} // namespace

class SettlementDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutAMarketNothingIsListedAndNothingDone();
    void aMarketThatIsNotKeptHasWalletsAndSumsOnly();
    void theDayAddsUpAndIsTheSumOfTheStatements();
    void theLedgerIsFilteredAndCounted();
    void aChargeGoesDownToItsAuctions();
    void theBooksOfTheHourAgree();
    void exportsHoldWhatIsListed();
    void anInvoiceWaitsForItsDay();
    void aClosedDayIsInvoicedOnceAndStaysAsItWas();
    void whatCannotBeGivenBackIsRefusedByField();
    // from here on money is moved
    void aPayInCountsOnceByItsReference();
    void aChargeIsGivenBackAndTheDayStillCloses();
    void anAuctionThatDiffersIsRefundedOnce();

private:
    std::unique_ptr<Bed> m_bed; ///< of all that look at a market, in the order above
};

void SettlementDeskTest::initTestCase()
{
    m_bed = std::make_unique<Bed>(2);
    QVERIFY(m_bed->started);
}

void SettlementDeskTest::withoutAMarketNothingIsListedAndNothingDone()
{
    const Bed bed(0);
    QVERIFY(bed.desk().wallets().empty());
    QVERIFY(bed.desk().owners().empty());
    QVERIFY(!bed.desk().day({}).isSummed);
    QCOMPARE(bed.desk().ledger({}).error().code, std::string("SERVICE_UNAVAILABLE"));
    QVERIFY(bed.desk().month({}).empty());
    const auto paid = bed.desk().payIn({"pine", Money::units(1), {}, "a"}, "mina");
    QCOMPARE(paid.error().code, std::string("SERVICE_UNAVAILABLE"));
}

void SettlementDeskTest::aMarketThatIsNotKeptHasWalletsAndSumsOnly()
{
    const Bed bed(1, false);
    QVERIFY(bed.started);
    QVERIFY(!bed.desk().wallets().empty());
    const runtime::MoneyDay day = bed.desk().day(bed.start);
    QVERIFY(day.isSummed && day.closes);
    QVERIFY(day.paid > Money{});
    QCOMPARE(bed.desk().ledger({}).error().code, std::string("NOT_KEPT"));
}

void SettlementDeskTest::theDayAddsUpAndIsTheSumOfTheStatements()
{
    Bed& bed = *m_bed;
    const runtime::MoneyDay day = bed.desk().day(bed.start);
    QVERIFY(day.closes);
    QCOMPARE(day.paid.micros, (day.publishers + day.fees + day.adjustments).micros);
    QCOMPARE(day.open.micros, 0);
    QCOMPARE(day.campaignsWithin, day.campaigns);
    Money charged;
    Money earned;
    for (const runtime::OwnerView& owner : bed.desk().owners()) {
        runtime::StatementQuery query = bed.dayOf(owner.id);
        query.isPublisher = owner.isPublisher;
        const auto statement = bed.desk().statement(query);
        if (!statement)
            continue; // it has no account yet
        QVERIFY(statement->provisional);
        (owner.isPublisher ? earned : charged) += statement->charged;
    }
    QCOMPARE(charged.micros, (day.paid - day.lateWinLoss).micros);
    QCOMPARE(earned.micros, day.publishers.micros);
    for (const auto& zero : day.zeros)
        QCOMPARE(zero.sum.micros, 0);
}

void SettlementDeskTest::theLedgerIsFilteredAndCounted()
{
    Bed& bed = *m_bed;
    const auto all = bed.desk().ledger({});
    QVERIFY(all);
    QCOMPARE(all->matching, all->total);
    QVERIFY(all->rows.front().sequence > all->rows.back().sequence);
    const runtime::LedgerRow charge = bed.charge();
    QCOMPARE(charge.code, std::string("charge"));
    QCOMPARE(charge.from.kind, std::string("advertiser_wallet"));
    QCOMPARE(charge.to.kind, std::string("campaign_budget"));
    runtime::LedgerQuery query;
    query.filter = "t-" + std::to_string(charge.sequence);
    const auto one = bed.desk().ledger(query);
    QCOMPARE(one->matching, std::size_t{1});
    QCOMPARE(one->rows.front().id, charge.id);
    query.filter = "amount >";
    QCOMPARE(bed.desk().ledger(query).error().code, std::string("FILTER_UNFINISHED"));
    QCOMPARE(runtime::checkLedgerFilter("amount > many").error().code, std::string("FILTER_WRONG"));
    QVERIFY(runtime::checkLedgerFilter("campaign = x and not by_hand"));
}

void SettlementDeskTest::aChargeGoesDownToItsAuctions()
{
    Bed& bed = *m_bed;
    const auto detail = bed.desk().transfer(bed.charge().sequence);
    QVERIFY(detail);
    QVERIFY(detail->windowEnd > bed.start);
    QVERIFY(!detail->rows.empty());
    // Each depth sums to the one above; the whole, in micro-units, is what its rounds delivered.
    for (const int depth : {1, 2}) {
        std::int64_t nanos = 0;
        std::uint64_t wins = 0;
        for (const runtime::DrillRow& row : detail->rows) {
            nanos += row.depth == depth ? row.nanos : 0;
            wins += row.depth == depth ? row.wins : 0;
        }
        QCOMPARE(nanos, detail->rows.front().nanos);
        QCOMPARE(wins, detail->rows.front().wins);
    }
    QVERIFY(detail->rows.back().auction != 0);
    QCOMPARE(bed.desk().transfer(999'999'999).error().code, std::string("TRANSFER_UNKNOWN"));
}

void SettlementDeskTest::aPayInCountsOnceByItsReference()
{
    Bed& bed = *m_bed;
    const runtime::WalletView before = bed.desk().wallets().front();
    const runtime::PayIn paid{before.advertiserId, Money::units(25), before.currency, "bank 17"};
    QCOMPARE(codeOf(bed.desk().previewPayIn(paid)), std::string());
    QVERIFY(bed.desk().payIn(paid, "mina"));
    QCOMPARE((bed.wallet(before.advertiserId).balance - before.balance).micros, 25'000'000);
    QVERIFY(bed.desk().payIn(paid, "mina"));
    QCOMPARE((bed.wallet(before.advertiserId).balance - before.balance).micros, 25'000'000);
    runtime::PayIn wrong = paid;
    wrong.amount = Money::units(26);
    QVERIFY(!bed.desk().payIn(wrong, "mina")); // the reference is of another amount
    wrong.amount = {};
    QCOMPARE(whereOf(bed.desk().previewPayIn(wrong)), std::string("amount"));
    wrong = paid;
    wrong.reference.clear();
    QCOMPARE(whereOf(bed.desk().previewPayIn(wrong)), std::string("reference"));
    wrong.advertiserId = "nobody";
    QCOMPARE(codeOf(bed.desk().previewPayIn(wrong)), std::string("OWNER_UNKNOWN"));
    runtime::LedgerQuery query;
    query.filter = "by_hand";
    const auto byHand = bed.desk().ledger(query);
    QCOMPARE(byHand->matching, std::size_t{1});
    QCOMPARE(bed.desk().transfer(byHand->rows.front().sequence)->actor, std::string("mina"));
}

void SettlementDeskTest::aChargeIsGivenBackAndTheDayStillCloses()
{
    Bed& bed = *m_bed;
    const runtime::LedgerRow charge = bed.charge();
    const runtime::MoneyDay before = bed.desk().day(bed.start);
    const Money half{charge.amount.micros / 2};
    const runtime::AdjustmentRequest request{charge.sequence, half, "shown on the wrong page"};
    const runtime::CommandPreview preview = bed.desk().previewAdjustment(request);
    QCOMPARE(codeOf(preview), std::string());
    QCOMPARE(preview.objects, std::size_t{1});
    QVERIFY(bed.desk().adjust(request, "mina"));
    const runtime::MoneyDay after = bed.desk().day(bed.start);
    QVERIFY(after.closes);
    QCOMPARE(after.paid.micros, before.paid.micros);
    QCOMPARE(after.publishers.micros, before.publishers.micros);
    QCOMPARE((after.adjustments - before.adjustments).micros, half.micros);
    QCOMPARE((before.fees - after.fees).micros, half.micros);
    const auto detail = bed.desk().transfer(charge.sequence);
    QCOMPARE(detail->linked.size(), std::size_t{1} + (charge.linked != 0 ? 1 : 0));
    // Beyond what is left, and after the market went on.
    QCOMPARE(whereOf(bed.desk().previewAdjustment({charge.sequence, charge.amount, "again"})),
             std::string("amount"));
    bed.runTo(3);
    QVERIFY(bed.started);
    QVERIFY(bed.desk().day(bed.start).closes);
    QVERIFY(bed.desk().adjust({charge.sequence, charge.amount - half, "the rest"}, "mina"));
    QVERIFY(!bed.desk().adjust({charge.sequence, Money{1}, "more"}, "mina"));
    QVERIFY(bed.desk().day(bed.start).closes);
}

/// Two campaigns and little traffic, so that the evening of a day is soon over.
void SettlementDeskTest::aClosedDayIsInvoicedOnceAndStaysAsItWas()
{
    const QTemporaryDir folder;
    QFile demo(QStringLiteral(GAVEL_SOURCE_DIR "/resources/scenarios/demo.json"));
    QFile evening(folder.filePath(QStringLiteral("evening.json")));
    QVERIFY(demo.open(QIODevice::ReadOnly) && evening.open(QIODevice::WriteOnly));
    evening.write(demo.readAll().replace("2026-03-20T00:00:00Z", "2026-03-19T20:00:00Z"));
    evening.close();
    const Bed bed(7 * 60, true, evening.fileName().toStdString());
    QVERIFY(bed.started);
    const std::string advertiser = bed.desk().wallets().front().advertiserId;
    const runtime::StatementQuery query = bed.dayOf(advertiser);
    const auto statement = bed.desk().statement(query);
    QVERIFY(statement && !statement->provisional);
    QVERIFY(statement->charged > Money{});
    const runtime::CommandPreview preview = bed.desk().previewInvoice(query);
    QCOMPARE(codeOf(preview), std::string());
    const auto issued = bed.desk().issueInvoice(query, "mina");
    QVERIFY(issued);
    QCOMPARE(issued->number, std::string("INV-000001"));
    QCOMPARE(issued->net.micros, statement->charged.micros);
    QCOMPARE(issued->total.micros, (issued->net + issued->tax).micros);
    QVERIFY(!issued->provisional && !issued->isCreditNote());
    QCOMPARE(codeOf(bed.desk().previewInvoice(query)), std::string("INVOICE_EXISTS"));
    QCOMPARE(bed.desk().issueInvoice(query, "mina").error().code, std::string("INVOICE_EXISTS"));
    // What is given back later is of its own day.
    const runtime::LedgerRow charge = bed.charge();
    QVERIFY(bed.desk().adjust({charge.sequence, charge.amount, "wrong page"}, "mina"));
    QCOMPARE(bed.desk().statement(query)->charged.micros, statement->charged.micros);
    const auto invoices = bed.desk().invoices({});
    QCOMPARE(invoices.size(), std::size_t{1});
    QCOMPARE(invoices.front().total.micros, issued->total.micros);
    const auto month = bed.desk().month(bed.start);
    QVERIFY(std::ranges::any_of(month, &runtime::ReconciledDay::closed));
}

void SettlementDeskTest::whatCannotBeGivenBackIsRefusedByField()
{
    Bed& bed = *m_bed;
    const runtime::LedgerRow charge = bed.charge();
    QCOMPARE(whereOf(bed.desk().previewAdjustment({charge.sequence, Money{1}, ""})),
             std::string("reason"));
    QCOMPARE(whereOf(bed.desk().previewAdjustment({charge.sequence, {}, "why"})),
             std::string("amount"));
    QCOMPARE(codeOf(bed.desk().previewAdjustment({999'999'999, Money{1}, "why"})),
             std::string("TRANSFER_UNKNOWN"));
    for (const char* code : {"reserve", "publisher_share", "platform_fee"}) {
        runtime::LedgerQuery query;
        query.filter = std::string("code = ") + code;
        const auto page = bed.desk().ledger(query);
        QVERIFY2(page && !page->rows.empty(), code);
        QCOMPARE(
            whereOf(bed.desk().previewAdjustment({page->rows.front().sequence, Money{1}, "why"})),
            std::string("transfer"));
        QVERIFY(!bed.desk().adjust({page->rows.front().sequence, Money{1}, "why"}, "mina"));
    }
}

void SettlementDeskTest::anInvoiceWaitsForItsDay()
{
    Bed& bed = *m_bed;
    std::string charged;
    for (const runtime::WalletView& wallet : bed.desk().wallets())
        if (wallet.balance < Money{})
            charged = wallet.advertiserId;
    const runtime::StatementQuery query = bed.dayOf(charged);
    const runtime::CommandPreview preview = bed.desk().previewInvoice(query);
    QCOMPARE(codeOf(preview), std::string("INVOICE_OPEN"));
    QCOMPARE(preview.objects, std::size_t{1});
    QCOMPARE(bed.desk().issueInvoice(query, "mina").error().code, std::string("INVOICE_OPEN"));
    QVERIFY(bed.desk().invoices({}).empty());
    runtime::StatementQuery publisher = query;
    publisher.isPublisher = true;
    QCOMPARE(whereOf(bed.desk().previewInvoice(publisher)), std::string("owner"));
}

void SettlementDeskTest::theBooksOfTheHourAgree()
{
    Bed& bed = *m_bed;
    const runtime::MoneyDay day = bed.desk().day(bed.start);
    const auto hours = bed.desk().reconciliation(day.from, day.from + base::kDayMs);
    QCOMPARE(hours.size(), std::size_t{1});
    QCOMPARE(hours.front().from.value, bed.start.value);
    QVERIFY(!hours.front().closed);
    // A ledger moves whole micro-units: each campaign is behind its wins by less than one.
    const std::int64_t behind = hours.front().exchange / 1000 - day.paid.micros;
    QVERIFY(behind >= 0 && behind < static_cast<std::int64_t>(day.campaigns));
    const auto differing = bed.desk().differences(hours.front().from, hours.front().to).auctions;
    QCOMPARE(differing.size(), std::min<std::size_t>(hours.front().differing, 200));
    std::int64_t sum = 0;
    for (const runtime::DifferingAuction& auction : differing)
        sum += auction.publisher - auction.exchange;
    QVERIFY(sum < 0 && sum >= hours.front().difference());
    const auto month = bed.desk().month(bed.start);
    QCOMPARE(std::ranges::count_if(month, &runtime::ReconciledDay::isSettled), 1);
    QVERIFY(month.size() >= 28 && month.size() <= 31);
    QCOMPARE(whereOf(bed.desk().previewRefund({1, hours.front().from, hours.front().to, "why"})),
             std::string("auction"));
}

/// Of the wins of this scenario some are never shown: the page was left.
void SettlementDeskTest::anAuctionThatDiffersIsRefundedOnce()
{
    Bed& bed = *m_bed;
    const runtime::MoneyDay before = bed.desk().day(bed.start);
    const auto all = bed.desk().differences(before.from, before.to).auctions;
    const auto chosen = std::ranges::find_if(all, [](const runtime::DifferingAuction& auction) {
        return auction.reason == "no_impression" && auction.exchange % 1000 == 0;
    });
    QVERIFY(chosen != all.end());
    QCOMPARE(chosen->publisher, 0);
    QVERIFY(!chosen->refunded);
    const Money price{chosen->exchange / 1000};
    const runtime::RefundRequest request{chosen->auction, before.from, before.to, "page was left"};
    QCOMPARE(whereOf(bed.desk().previewRefund({chosen->auction, before.from, before.to, ""})),
             std::string("reason"));
    QCOMPARE(bed.desk().previewRefund(request).lines.size(), std::size_t{3});
    QVERIFY(bed.desk().refund(request, "mina"));
    const runtime::MoneyDay after = bed.desk().day(bed.start);
    QVERIFY(after.closes);
    QCOMPARE((after.adjustments - before.adjustments).micros, price.micros);
    const Money publisher = before.publishers - after.publishers;
    const Money fee = before.fees - after.fees;
    QCOMPARE((publisher + fee).micros, price.micros);
    QCOMPARE(publisher.micros, price.micros - (price.micros + 5) / 10); // the fee is a tenth
    QVERIFY(!bed.desk().refund(request, "mina"));
    const auto now = bed.desk().differences(before.from, before.to).auctions;
    QCOMPARE(std::ranges::count_if(now, &runtime::DifferingAuction::refunded), 1);
}

void SettlementDeskTest::exportsHoldWhatIsListed()
{
    Bed& bed = *m_bed;
    const runtime::StatementQuery query = bed.dayOf(bed.desk().wallets().front().advertiserId);
    const auto csv
        = bed.desk().exportFile(runtime::ExportKind::Ledger, runtime::ExportFormat::Csv, query);
    QVERIFY(csv);
    const auto lines = std::ranges::count(*csv, '\n');
    QCOMPARE(static_cast<std::size_t>(lines), bed.desk().ledger({})->total + 1);
    const auto sheet = bed.desk().exportFile(runtime::ExportKind::Reconciliation,
                                             runtime::ExportFormat::Xlsx, query);
    QVERIFY(sheet && sheet->starts_with("PK"));
}

QTEST_GUILESS_MAIN(SettlementDeskTest)
#include "test_settlement_desk.moc"
