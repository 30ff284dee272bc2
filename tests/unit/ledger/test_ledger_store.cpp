// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/billing/billing_history.h"
#include "engine/ledger/ledger_store.h"
#include "engine/ledger/ledger_tables.h"
#include "tests/unit/ledger/ledger_bed.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using namespace gavel::ledger;

namespace {

struct FileBed
{
    FileBed() { open(); }
    void open()
    {
        auto opened = store::Workspace::open(folder.path().toStdString() + "/test.gavel",
                                             ledgerMigrations());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
    }
    LedgerStore ledger(std::string_view market = "live", std::uint32_t run = kEveryRun)
    {
        return LedgerStore::open(*workspace, market, run, kUsd, kStart).value();
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Workspace> workspace;
};

/// Every account of one is in the other with the same counters.
bool same(const Book& a, const Book& b)
{
    if (a.accountCount() != b.accountCount() || a.lastSequence() != b.lastSequence())
        return false;
    for (AccountHandle handle = 1; handle <= a.accountCount(); ++handle)
        if (!(a.account(handle) == b.account(handle)) || a.nameOf(handle) != b.nameOf(handle))
            return false;
    return true;
}

} // namespace

class LedgerStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoadedBookIsTheOneThatWasAppended();
    void booksOfOneFileAreApart();
    void aBookKeepsItsCurrency();
    void answersSurviveARestart();
    void aSnapshotShortensTheStartAndChangesNothing();
    void rowsOfTheLedgerCannotBeChanged_data();
    void rowsOfTheLedgerCannotBeChanged();
    void everyOlderVersionBecomesTheNewest_data();
    void everyOlderVersionBecomesTheNewest();
    void billingIsReadAsItWasKept();
    void nothingIsAcknowledgedBeforeTheCommit();
    void afterAFailedWriteNothingIsAppended();
};

void LedgerStoreTest::aLoadedBookIsTheOneThatWasAppended()
{
    FileBed file;
    LedgerBed bed;
    bed.book.setRate(kCny, 14, 100, kStart);
    QVERIFY(bed.reserve(1, {{1, Money::units(20)}, {2, Money::units(101)}}).size() == 1);
    const auto round = bed.settle(2, {{1, 7'000'000'000, 500'000, 7'000'500'000}},
                                  {{1, 6'300'500'000}}, 700'000'000);
    {
        LedgerStore ledger = file.ledger();
        QVERIFY(ledger.append(bed.book, {{round.round}, {}, {}, {}}).get());
        QCOMPARE(ledger.durableSequence(), bed.book.lastSequence());
        QVERIFY(ledger.append(bed.book).get()); // nothing new
    }
    file.workspace.reset();
    file.open();
    LedgerStore ledger = file.ledger();
    auto loaded = ledger.load();
    QVERIFY2(loaded, loaded ? "" : toString(loaded.error()).c_str());
    QVERIFY(same(*loaded, bed.book));
    QCOMPARE(loaded->rateOf(kCny)->numerator, 14);
    const auto rounds = ledger.rounds(10);
    QCOMPARE(rounds->size(), 1U);
    QVERIFY(rounds->front() == round.round);
    // And it goes on as the other does.
    LedgerBed after(std::move(*loaded));
    QCOMPARE(after.settlement.heldOf(1).micros, 13'000'000);
    after.settle(3, {{1, 8'000'000'000, 500'000, 8'000'500'000}}, {{1, 7'200'500'000}},
                 800'000'000);
    bed.settle(3, {{1, 8'000'000'000, 500'000, 8'000'500'000}}, {{1, 7'200'500'000}}, 800'000'000);
    QVERIFY(same(after.book, bed.book));
}

void LedgerStoreTest::booksOfOneFileAreApart()
{
    FileBed file;
    LedgerBed live;
    LedgerBed play;
    live.settle(1, {{1, 7'000'000'000, 0, 7'000'000'000}}, {{1, 7'000'000'000}}, 0);
    LedgerStore liveStore = file.ledger();
    LedgerStore playStore = file.ledger("city-day", 17);
    QVERIFY(liveStore.append(live.book).get());
    QVERIFY(playStore.append(play.book).get());
    QVERIFY(liveStore.bookNumber() != playStore.bookNumber());
    QVERIFY(same(*liveStore.load(), live.book));
    QVERIFY(same(*playStore.load(), play.book));
}

void LedgerStoreTest::aBookKeepsItsCurrency()
{
    FileBed file;
    QVERIFY(LedgerStore::open(*file.workspace, "live", kEveryRun, kUsd, kStart));
    const auto other = LedgerStore::open(*file.workspace, "live", kEveryRun, kCny, kStart);
    QVERIFY(!other);
    QCOMPARE(other.error().code, std::string("LEDGER_CURRENCY"));
}

void LedgerStoreTest::answersSurviveARestart()
{
    FileBed file;
    LedgerBed bed;
    const AccountHandle wallet = bed.settlement.walletOf(1);
    const AccountHandle other = bed.settlement.walletOf(2);
    const Transfer big{TransferId::of(kStart, "big"),
                       {},
                       Money::units(2000),
                       {},
                       wallet,
                       other,
                       TransferKind::Single,
                       TransferCode::Adjustment};
    QCOMPARE(bed.book.apply(big, kStart).outcome, Outcome::BeyondFunds);
    LedgerStore ledger = file.ledger();
    QVERIFY(ledger.append(bed.book).get());
    Book loaded = *ledger.load();
    QCOMPARE(loaded.apply(big, kStart).outcome, Outcome::BeyondFunds);
    QVERIFY(loaded.apply(big, kStart).repeated);
    Transfer changed = big;
    changed.amount = Money::units(1);
    QCOMPARE(loaded.apply(changed, kStart).outcome, Outcome::IdReused);
}

void LedgerStoreTest::aSnapshotShortensTheStartAndChangesNothing()
{
    FileBed file;
    LedgerBed bed;
    LedgerStore ledger = file.ledger();
    const AccountHandle wallet = bed.settlement.walletOf(1);
    const AccountHandle revenue = bed.book.open({AccountKind::PlatformRevenue, "", kUsd}, kStart);
    QVERIFY(bed.reserve(1, {{2, Money::units(9)}}).empty()); // open over the snapshot
    const auto pay = [&](std::uint64_t number, TimeMs at) {
        return Transfer{
            TransferId::of(at, number, 7), {}, Money{1}, {}, wallet, revenue, TransferKind::Single,
            TransferCode::Adjustment};
    };
    const std::uint64_t count = LedgerStore::kSnapshotEvery + 1000;
    for (std::uint64_t i = 0; i < count; ++i) {
        QVERIFY(bed.book.apply(pay(i, kStart), kStart).applied());
        if (i % 50'000 == 49'999)
            QVERIFY(ledger.append(bed.book).get());
    }
    const TimeMs later = kStart + base::kHourMs;
    const Transfer undo{TransferId::of(later, "undo"), pay(3, kStart).id,   Money{1}, {}, 0, 0,
                        TransferKind::Reversal,        TransferCode::Refund};
    QVERIFY(bed.book.apply(undo, later).applied());
    QVERIFY(ledger.append(bed.book).get());
    auto reader = file.workspace->reader();
    const auto at = reader->integer("SELECT sequence FROM ledger_snapshot").value();
    QVERIFY(at > 0 && at < static_cast<std::int64_t>(bed.book.lastSequence()));
    Book loaded = *ledger.load();
    QVERIFY(same(loaded, bed.book));
    QVERIFY(loaded.entries().size() < 100'000);
    QVERIFY(loaded.apply(pay(5, kStart), later).repeated); // from before the snapshot
    Transfer twice = undo;
    twice.id = TransferId::of(later, "undo once more");
    QCOMPARE(loaded.apply(twice, later).outcome, Outcome::BeyondOriginal);
    Settlement settlement(loaded);
    settlement.setCampaign(2, {"camp-002", "kite", kUsd, Money::units(50), true}, later);
    QCOMPARE(settlement.heldOf(2).micros, 9'000'000);
}

void LedgerStoreTest::rowsOfTheLedgerCannotBeChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char* sql : {"UPDATE transfer SET amount = amount + 1", "DELETE FROM transfer",
                            "UPDATE account SET owner = 'me'", "DELETE FROM account",
                            "UPDATE account_limit SET amount = 0", "DELETE FROM account_limit",
                            "UPDATE exchange_rate SET numerator = 2", "DELETE FROM exchange_rate",
                            "UPDATE settled_round SET at = 0", "DELETE FROM settled_round",
                            "UPDATE settled_source SET sequence = 0", "DELETE FROM settled_source",
                            "UPDATE billing_terms SET per_click = 0", "DELETE FROM billing_terms",
                            "UPDATE billing_source SET sequence = 0", "DELETE FROM billing_source",
                            "UPDATE ledger_book SET market = 'x'", "DELETE FROM ledger_book"})
        QTest::addRow("%s", sql) << QByteArray(sql);
}

void LedgerStoreTest::rowsOfTheLedgerCannotBeChanged()
{
    QFETCH(const QByteArray, sql);
    FileBed file;
    LedgerBed bed;
    bed.book.setRate(kCny, 14, 100, kStart);
    const auto round
        = bed.settle(1, {{1, 7'000'000'000, 0, 7'000'000'000}}, {{1, 7'000'000'000}}, 0);
    LedgerStore ledger = file.ledger();
    const BillingStart start{kStart, 1, {{1, 100}}, {{"camp-001", {}, "UTC", 0}}};
    QVERIFY(ledger.append(bed.book, {{round.round}, {}, {}, {}, {start}}).get());
    const auto changed = file.workspace->writeAndWait(
        [&](store::Connection& connection) { return connection.execute(sql.toStdString()); });
    QVERIFY(!changed);
    QVERIFY(QByteArray::fromStdString(toString(changed.error())).contains("append-only"));
}

void LedgerStoreTest::everyOlderVersionBecomesTheNewest_data()
{
    QTest::addColumn<int>("from");
    for (int from = 0; from <= static_cast<int>(ledgerMigrations().size()); ++from)
        QTest::addRow("from %d", from) << from;
}

void LedgerStoreTest::everyOlderVersionBecomesTheNewest()
{
    QFETCH(const int, from);
    const QTemporaryDir folder;
    const auto migrated = [&](const char* name, int first) {
        auto connection = store::Connection::open(folder.filePath(name).toStdString(),
                                                  store::Connection::Access::Write);
        if (!store::migrate(*connection, ledgerMigrations().first(static_cast<std::size_t>(first))))
            qFatal("it could not be made");
        if (first > 0
            && !connection->execute("INSERT INTO ledger_book (market, run, currency, opened_at) "
                                    "VALUES ('live', 0, 'USD', 7)"))
            qFatal("it has no book");
        if (!store::migrate(*connection, ledgerMigrations()))
            qFatal("it did not become the newest");
        return std::move(*connection);
    };
    auto fresh = migrated("fresh", static_cast<int>(ledgerMigrations().size()));
    auto older = migrated("older", from);
    const auto schemaOf = [](store::Connection& connection) {
        auto rows = connection.prepare(
            "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
        return rows->step().value() ? std::string(rows->text(0)) : std::string();
    };
    QCOMPARE(schemaOf(older), schemaOf(fresh));
    QCOMPARE(older.integer("SELECT count(*) FROM ledger_book").value(), from > 0 ? 1 : 0);
    QVERIFY(readBilling(older, 1)->empty());
}

void LedgerStoreTest::billingIsReadAsItWasKept()
{
    FileBed file;
    LedgerBed bed;
    const model::Billing mixed{model::BillingModel::Mixed, Money{400'000}, Money::units(5),
                               Money::units(7)};
    const BillingStart first{
        kStart, 1, {}, {{"camp-001", {}, "UTC", 0}, {"camp-002", mixed, "Asia/Seoul", 12'500}}};
    const BillingStart second{
        kStart + 5, 3, {{3, 40}, {4, 7}}, {{"camp-001", mixed, "UTC", 2'000'000'001}}};
    const BillingStart third{kStart + 9, 3, {{3, 50}, {4, 7}}, {{"camp-001", {}, "UTC", 3}}};
    LedgerStore ledger = file.ledger();
    QVERIFY(ledger.append(bed.book, {{}, {}, {}, {}, {first, second}}).get());
    LedgerStore again = file.ledger(); // the numbers go on
    Book book = *again.load();
    QVERIFY(again.append(book, {{}, {}, {}, {}, {third}}).get());
    auto reader = file.workspace->reader();
    QVERIFY(*readBilling(*reader, ledger.bookNumber())
            == (std::vector<BillingStart>{first, second, third}));
    QVERIFY(readBilling(*reader, ledger.bookNumber() + 1)->empty());
}

void LedgerStoreTest::nothingIsAcknowledgedBeforeTheCommit()
{
    FileBed file;
    LedgerBed bed;
    LedgerStore ledger = file.ledger();
    std::promise<void> go; // gone, it lets the writer go on too
    auto held = file.workspace->write(
        [gone = go.get_future().share()](store::Connection&) -> Result<void> {
            gone.wait();
            return {};
        });
    const auto done = ledger.append(bed.book);
    QVERIFY(done.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
    QCOMPARE(ledger.durableSequence(), 0U);
    go.set_value();
    QVERIFY(held.get());
    QVERIFY(done.get());
    QCOMPARE(ledger.durableSequence(), bed.book.lastSequence());
}

void LedgerStoreTest::afterAFailedWriteNothingIsAppended()
{
    FileBed file;
    LedgerBed bed;
    LedgerStore ledger = file.ledger();
    // Somebody else's row where the first transfer must go.
    QVERIFY(file.workspace->writeAndWait([&](store::Connection& connection) {
        return connection.execute(
            "INSERT INTO transfer (key, id_high, id_low, ref_high, ref_low, debit, credit, amount, "
            "kind, code, outcome, at, expires) VALUES ("
            + std::to_string(transferKey(ledger.bookNumber(), 3))
            + ", 1, 1, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0)");
    }));
    QVERIFY(!ledger.append(bed.book).get());
    QVERIFY(bed.reserve(1, {{1, Money::units(20)}}).empty());
    const auto second = ledger.append(bed.book);
    QVERIFY(!second.get());
    QCOMPARE(second.get().error().code, std::string("LEDGER_STOPPED"));
    QCOMPARE(ledger.durableSequence(), 0U);
}

QTEST_APPLESS_MAIN(LedgerStoreTest)
#include "test_ledger_store.moc"
