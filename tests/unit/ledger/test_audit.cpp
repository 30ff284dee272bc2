// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/drill_down.h"
#include "engine/ledger/audit/reconciliation.h"
#include "engine/ledger/audit/verify_ledger.h"
#include "engine/ledger/settlement/hand_posting.h"
#include "tests/unit/ledger/audit_bed.h"

using namespace gavel;
using namespace gavel::ledger;

namespace {

constexpr TimeMs minuteEnd(int minute)
{
    return {kStart.value + minute * base::kMinuteMs};
}

/// Two settled minutes: camp-001 wins 2.0000015 and 1, one of them late 0.5; camp-002 wins 3.
void twoMinutes(AuditBed& audit)
{
    audit.win(1, 1, 1, 2'000'001'500);
    audit.win(1, 2, 2, 3'000'000'000);
    const auto first = audit.settle(1);
    audit.win(2, 1, 1, 1'000'000'000);
    audit.win(2, 1, 2, 500'000'000, true);
    const auto second = audit.settle(2);
    audit.keep({{first.round, second.round}, {}, {}, {}});
}

std::string wrongOf(const std::vector<store::Check>& checks)
{
    for (const auto& check : checks)
        if (!check.ok)
            return check.name + ": " + check.detail;
    return {};
}

/// Days of UTC, whatever the zone.
std::int32_t dayOf(const std::string&, TimeMs at)
{
    return static_cast<std::int32_t>(at.value / base::kDayMs);
}

std::string verified(const AuditBed& audit)
{
    auto reader = audit.reader();
    const auto checks = verifyLedger(reader, dayOf);
    return checks ? wrongOf(*checks) : toString(checks.error());
}

/// The number of the first transfer with a code, 0 when none.
std::uint64_t firstWith(const AuditBed& audit, TransferCode code)
{
    for (const Entry& entry : audit.bed.book.entries())
        if (entry.transfer.code == code)
            return entry.sequence;
    return 0;
}

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogIsReadAsFarAsItIsSettled();
    void aSpanThatGrowsIsReadOn();
    void anUndoneRoundSettlesNothing();
    void aSoundLedgerPassesAndSaysHowMuchWasLookedAt();
    void aFileWithoutALedgerPasses();
    void theFirstRowThatDisagreesIsNamed_data();
    void theFirstRowThatDisagreesIsNamed();
    void aChargeThatTheLogDoesNotKnowIsFound();
    void aTransferLeadsToItsAuctions();
    void aHandPostingTellsItsReason();
    void theBooksAgree();
    void aWinWithoutImpressionDiffersInThePublishersBook();
    void aSeatThatCountsOtherwiseDiffers();
};

void AuditTest::theLogIsReadAsFarAsItIsSettled()
{
    AuditBed audit;
    twoMinutes(audit);
    audit.win(3, 1, 1, 7'000'000'000); // not settled
    audit.keep({});
    auto reader = audit.reader();
    const auto ranges = settledRanges(reader, audit.store->bookNumber(), kStart, minuteEnd(2));
    QCOMPARE(ranges->size(), 1U);
    QCOMPARE(ranges->front().upTo, 8U); // four wins and their impressions
    const auto delivered = readDelivered(reader, *ranges);
    QVERIFY(delivered->at("camp-001")
            == (Delivered{3, 3, 0, 0, 3'000'001'500, 500'000'000, 3'150'001'350}));
    const auto second
        = settledRanges(reader, audit.store->bookNumber(), minuteEnd(1), minuteEnd(2));
    QVERIFY(*second == (std::vector<LogRange>{{audit.source, 4, 8}}));
}

void AuditTest::aSpanThatGrowsIsReadOn()
{
    AuditBed audit;
    twoMinutes(audit);
    auto reader = audit.reader();
    const LogRange first{audit.source, 0, 4};
    const LogRange second{audit.source, 4, 8};
    const LogRange both{audit.source, 0, 8};
    DeliveredSpan span;
    for (const LogRange& range : {first, both, both, first, second, both}) {
        QVERIFY(span.read(reader, std::vector{range}));
        QVERIFY(span.byCampaign() == *readDelivered(reader, std::vector{range}));
    }
    const auto placements = span.byPlacement();
    QCOMPARE(placements.size(), 2U);
    Delivered all;
    for (const auto& [placement, sold] : placements)
        all += sold;
    QCOMPARE(all.wins, 4U);
    QCOMPARE(all.impressions, 4U);
    QCOMPARE(all.clearedNanos(), 6'500'001'500);
    QVERIFY(span.read(reader, {}));
    QVERIFY(span.byCampaign().empty());
}

void AuditTest::anUndoneRoundSettlesNothing()
{
    AuditBed audit;
    audit.win(1, 1, 1, 2'000'000'000);
    const auto first = audit.settle(1);
    const auto undone = audit.bed.settlement.compensate(first.round, minuteEnd(2));
    audit.keep({{first.round, undone}, {}, {}, {}});
    auto reader = audit.reader();
    QVERIFY(settledRanges(reader, audit.store->bookNumber(), kStart, minuteEnd(9))->empty());
    QCOMPARE(verified(audit), std::string());
    const auto again = audit.settle(3);
    audit.keep({{again.round}, {}, {}, {}});
    QCOMPARE(verified(audit), std::string());
    QCOMPARE(settledRanges(reader, audit.store->bookNumber(), kStart, minuteEnd(9))->size(), 1U);
}

void AuditTest::aSoundLedgerPassesAndSaysHowMuchWasLookedAt()
{
    AuditBed audit;
    audit.bed.book.setRate(kCny, 14, 100, kStart);
    audit.bed.settlement.setCampaign(4, {"camp-004", "star", kCny, Money::units(100), true},
                                     kStart);
    audit.bed.payIn(audit.bed.settlement.walletOf(4), Money::units(50), kCny);
    const auto foreign
        = audit.bed.settle(1, {{4, 10'000'001'000, 0, 1'400'000'140}}, {{1, 1'400'000'140}}, 0);
    QVERIFY(audit.bed.reserve(1, {{1, Money::units(20)}, {2, Money::units(51)}}).size() == 1);
    audit.keep({{foreign.round}, {}, {}, {}});
    auto reader = audit.reader();
    auto checks = verifyLedger(reader, dayOf);
    QCOMPARE(wrongOf(*checks), std::string());
    QCOMPARE(checks->size(), 5U);
    QCOMPARE(checks->front().detail, std::to_string(audit.bed.book.entries().size()) + " checked");
}

void AuditTest::aFileWithoutALedgerPasses()
{
    QTemporaryDir folder;
    auto workspace = store::Workspace::open(folder.path().toStdString() + "/old.gavel");
    auto reader = (*workspace)->reader();
    const auto checks = verifyLedger(*reader, dayOf);
    QCOMPARE(wrongOf(*checks), std::string());
    QCOMPARE(checks->front().detail, std::string("0 checked"));
}

void AuditTest::theFirstRowThatDisagreesIsNamed_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, const char* damage, const char* wanted) {
        QTest::addRow("%s", name) << QByteArray(damage) << QByteArray(wanted);
    };
    // $P the sequence of a Post, $H of a hold, $S of a publisher's share, $D of a delivery, $B the
    // book's first key
    row("an amount was raised", "UPDATE transfer SET amount = 900000000000 WHERE key = $B + $D",
        "transfer $D");
    row("a row is gone", "DELETE FROM transfer WHERE key = $B + $D", "follows number");
    row("a post above its hold", "UPDATE transfer SET amount = 20000001 WHERE key = $B + $P",
        "transfer $P of live: it posts more than was held");
    row("a charge was raised", "UPDATE transfer SET amount = amount + 1 WHERE key = $B + $P",
        "ledger rounds: first: transfer $P of live or one after it: campaign_budget camp-001 "
        "USD is left with 0.000001");
    row("a charge was lowered", "UPDATE transfer SET amount = amount / 2 WHERE key = $B + $P",
        "transfer $D");
    row("a hold was renamed", "UPDATE transfer SET id_low = 5 WHERE key = $B + $H",
        "ends a hold that is not open");
    row("a share went elsewhere", "UPDATE transfer SET credit = $C WHERE key = $B + $S",
        "transfer $S of live: its accounts are not those of its code");
    row("an amount below zero", "UPDATE transfer SET amount = -1 WHERE key = $B + $S",
        "transfer $S of live: its amount is not one for its kind");
    row("an account that is not there", "UPDATE transfer SET credit = 999 WHERE key = $B + $S",
        "transfer $S of live: its account does not exist");
    row("time runs backwards", "UPDATE transfer SET at = 5 WHERE key = $B + $S",
        "its time is before");
    row("a refusal became valid", "UPDATE transfer SET outcome = 0 WHERE key = $B + $R",
        "transfer $R of live: it pays more than the account has");
    row("a limit was lowered", "UPDATE account_limit SET amount = 1 WHERE account = $C",
        "it charges more than the budget");
    row("a share was made smaller", "UPDATE transfer SET amount = amount - 1 WHERE key = $B + $S",
        "ledger rounds: first: round 1 of live leaves 0.000001 in clearing");
    row("a win was added to the log",
        "UPDATE event_warm SET amount = amount + 1000 WHERE key = (SELECT min(key) FROM event)",
        "ledger settlement: first: campaign camp-001 of live");
    row("a late win became the advertiser's", "UPDATE event_warm SET uncharged = 0",
        "ledger settlement: first: campaign camp-001 of live");
}

void AuditTest::theFirstRowThatDisagreesIsNamed()
{
    QFETCH(QByteArray, damage);
    QFETCH(QByteArray, wanted);
    AuditBed audit;
    QVERIFY(audit.bed.reserve(1, {{1, Money::units(20)}}).empty());
    const Answer refused = audit.bed.book.apply({TransferId::of(kStart, "too much"),
                                                 {},
                                                 Money::units(5000),
                                                 {},
                                                 audit.bed.settlement.walletOf(1),
                                                 audit.bed.settlement.walletOf(2),
                                                 TransferKind::Single,
                                                 TransferCode::Adjustment},
                                                kStart);
    QCOMPARE(refused.outcome, Outcome::BeyondFunds);
    twoMinutes(audit);
    QCOMPARE(verified(audit), std::string());
    std::uint64_t post = 0;
    for (const Entry& entry : audit.bed.book.entries())
        if (post == 0 && entry.transfer.kind == TransferKind::Post)
            post = entry.sequence;
    const std::map<QByteArray, std::uint64_t> places{
        {"$P", post},
        {"$H", firstWith(audit, TransferCode::Reserve)},
        {"$S", firstWith(audit, TransferCode::PublisherShare)},
        {"$D", firstWith(audit, TransferCode::Delivery)},
        {"$R", refused.sequence},
        {"$C", audit.bed.settlement.budgetOf(1)},
        {"$B", static_cast<std::uint64_t>(transferKey(audit.store->bookNumber(), 0))}};
    for (const auto& [place, number] : places) {
        damage.replace(place, QByteArray::number(qulonglong(number)));
        wanted.replace(place, QByteArray::number(qulonglong(number)));
    }
    for (const char* trigger :
         {"transfer_no_update", "transfer_no_delete", "account_limit_no_update"})
        audit.damage(std::string("DROP TRIGGER ") + trigger);
    audit.damage(damage.toStdString());
    const std::string found = verified(audit);
    QVERIFY2(QByteArray::fromStdString(found).contains(wanted), found.c_str());
}

void AuditTest::aChargeThatTheLogDoesNotKnowIsFound()
{
    AuditBed audit;
    audit.win(1, 1, 1, 2'000'000'000);
    auto round = audit.settle(1);
    round.round.sources[0].sequence = 0; // as if nothing had been won yet
    audit.keep({{round.round}, {}, {}, {}});
    const std::string found = verified(audit);
    QVERIFY2(found.find("charged 2.000000, the log says 0.000000") != std::string::npos,
             found.c_str());
}

void AuditTest::aTransferLeadsToItsAuctions()
{
    AuditBed audit;
    twoMinutes(audit);
    auto reader = audit.reader();
    const std::int64_t book = audit.store->bookNumber();
    // camp-001's second delivery: of minute 2
    std::uint64_t second = 0;
    for (const Entry& entry : audit.bed.book.entries())
        if (entry.transfer.code == TransferCode::Delivery)
            second = entry.sequence;
    const auto origin = originOf(reader, book, second);
    QVERIFY(origin);
    QCOMPARE(origin->campaign, std::string("camp-001"));
    QVERIFY(origin->round->windowEnd == minuteEnd(2));
    QCOMPARE(origin->entry.transfer.amount.micros, 1'000'000);
    const auto placements = winsByPlacement(reader, origin->ranges, origin->campaign);
    QCOMPARE(placements->size(), 2U);
    QCOMPARE(placements->front().placement, std::string("home-top"));
    QCOMPARE(placements->front().nanos, 1'000'000'000);
    const auto wins = winsOf(reader, origin->ranges, {origin->campaign, {}, std::nullopt, 1});
    QCOMPARE(wins->size(), 1U);
    QCOMPARE(wins->front().auction, 3U);
    QCOMPARE(wins->front().seat, std::string("northwind"));
    const auto rest = winsOf(
        reader, origin->ranges,
        {origin->campaign, {}, std::pair(wins->front().source, wins->front().sequence), 10});
    QCOMPARE(rest->size(), 1U);
    QCOMPARE(rest->front().auction, 4U);
    QVERIFY(rest->front().late);
    QVERIFY(winsOf(reader, origin->ranges, {{}, "nowhere", std::nullopt, 10})->empty());
    QCOMPARE(originOf(reader, book, 9999).error().code, std::string("TRANSFER_UNKNOWN"));
}

void AuditTest::aHandPostingTellsItsReason()
{
    AuditBed audit;
    twoMinutes(audit);
    TransferId share;
    for (const Entry& entry : audit.bed.book.entries())
        if (entry.transfer.code == TransferCode::PublisherShare)
            share = entry.transfer.id;
    const auto notes = reverse(audit.bed.book, share, Money{700},
                               {minuteEnd(3), "fix 1", "page was left", "mina"}, minuteEnd(3));
    audit.keep({{}, *notes, {}, {}});
    auto reader = audit.reader();
    const auto origin = originOf(reader, audit.store->bookNumber(), audit.bed.book.lastSequence());
    QCOMPARE(origin->note->reason, std::string("page was left"));
    QVERIFY(!origin->round);
    const auto original = originOf(reader, audit.store->bookNumber(), *origin->reference);
    QVERIFY(original->entry.transfer.id == share);
    QVERIFY(original->undoneBy == std::vector<std::uint64_t>{origin->entry.sequence});
    QCOMPARE(verified(audit), std::string());
}

void AuditTest::theBooksAgree()
{
    AuditBed audit;
    twoMinutes(audit);
    auto reader = audit.reader();
    const auto both
        = reconcile(reader, audit.store->bookNumber(), kStart, minuteEnd(2), base::kHourMs, 10);
    QVERIFY(both);
    QCOMPARE(both->total.exchange, 6'500'001'500);
    QVERIFY(both->total.agrees());
    QCOMPARE(both->differing, 0U);
    QVERIFY(!both->total.closed);
    audit.keep({{}, {}, {}, {{kStart, minuteEnd(2), minuteEnd(2), true, 1}}});
    const auto first
        = reconcile(reader, audit.store->bookNumber(), kStart, minuteEnd(1), base::kHourMs, 10);
    QCOMPARE(first->total.exchange, 5'000'001'500);
    QVERIFY(first->total.agrees());
    QVERIFY(first->total.closed);
}

void AuditTest::aWinWithoutImpressionDiffersInThePublishersBook()
{
    AuditBed audit;
    audit.win(1, 1, 1, 2'000'000'000);
    audit.win(1, 1, 2, 2'100'000, false, false);
    audit.keep({{audit.settle(1).round}, {}, {}, {}});
    auto reader = audit.reader();
    const auto books
        = reconcile(reader, audit.store->bookNumber(), kStart, minuteEnd(1), base::kHourMs, 10);
    QCOMPARE(books->total.seats, 2'002'100'000);
    QCOMPARE(books->total.exchange, 2'002'100'000);
    QCOMPARE(books->total.publishers, 2'000'000'000);
    QCOMPARE(books->differing, 1U);
    const DifferingAuction& auction = books->auctions.front();
    QCOMPARE(auction.win.auction, 2U);
    QCOMPARE(auction.win.placement, std::string("article-mid"));
    QVERIFY(auction.reason == DifferenceReason::NoImpression);
    QCOMPARE(auction.publisher, 0);
    // The impression comes in the next minute, and the hour agrees after all.
    model::DeliveryEvent late;
    late.kind = model::EventKind::Impression;
    late.at = minuteEnd(1) + 5000;
    late.auction = 2;
    late.campaign = 1;
    late.placement = 2;
    late.amount = 2'100'000;
    audit.send(late);
    audit.keep({});
    QVERIFY(reconcile(reader, audit.store->bookNumber(), kStart, minuteEnd(1), base::kHourMs, 10)
                ->total.agrees());
    QCOMPARE(
        reconcile(reader, audit.store->bookNumber(), kStart, minuteEnd(1), 1000, 10)->differing,
        1U); // beyond the policy it does not count
}

void AuditTest::aSeatThatCountsOtherwiseDiffers()
{
    AuditBed audit;
    audit.win(1, 1, 1, 2'000'000'000);
    audit.keep({{audit.settle(1).round}, {}, {}, {}});
    // The seat of camp-002 counts a win that the exchange does not know.
    const TimeMs end = minuteEnd(2);
    const std::vector<CampaignCounts> counts{{2, 5'000'000, 0, 5'000'000}};
    const std::vector<PublisherCounts> publishers{{1, 1'805'000'000}};
    const std::vector<SourcePosition> sources{{audit.source, audit.sequence}};
    const auto round = audit.bed.settlement.settle(
        {minuteEnd(1), end, 99, counts, publishers, 200'000'000, 0, sources, {}}, end);
    audit.keep({{round.round}, {}, {}, {}});
    auto reader = audit.reader();
    const auto books
        = reconcile(reader, audit.store->bookNumber(), minuteEnd(1), end, base::kHourMs, 10);
    QCOMPARE(books->total.seats - books->total.exchange, 5'000'000);
    QCOMPARE(books->campaigns.size(), 1U);
    QCOMPARE(books->campaigns.front().campaign, std::string("camp-002"));
    QCOMPARE(books->campaigns.front().ledger.micros, 5'000);
    QCOMPARE(books->campaigns.front().exchange, 0);
}

QTEST_APPLESS_MAIN(AuditTest)
#include "test_audit.moc"
