// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/event_key.h"
#include "engine/store/packs/event_pack.h"
#include "engine/store/packs/pack_table.h"
#include "engine/store/verify.h"
#include "tests/unit/store/tiered_bed.h"

#include <limits>

using namespace gavel;
using namespace gavel::store;

namespace {

constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::uint64_t kOfOneDay = 10'000; // events in PackBed
constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();

std::vector<EventRow> someRows(std::size_t count)
{
    std::vector<EventRow> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = static_cast<std::int64_t>(i);
        rows[i][kKeyColumn] = (std::int64_t{1} << 40) + 3 * number;
        rows[i][kAtColumn] = kDay * base::kDayMs + number;
        rows[i][8] = number % 2 == 0 ? kLowest : kHighest;
        rows[i][9] = -7;
        rows[i][10] = number % 2 * 255 - 1000;
        rows[i][11] = number % 2 * 256 - 1000;
    }
    return rows;
}

/// One source whose ring takes simulated or real auctions.
struct PackBed : WorkspaceBed
{
    PackBed()
    {
        open();
        words->campaigns.intern("camp-1");
        writer = std::make_unique<EventWriter>(*workspace);
        source = writer->addSource(writer->beginRun("demo", {}).value(), "shard 0").value();
    }
    ~PackBed()
    {
        writer.reset();
        close();
    }
    /// In one commit.
    void send(const std::vector<std::uint64_t>& sequences, std::uint64_t firstAuction = kSimulated)
    {
        base::SpscRing<DeliveryEvent> ring(8192);
        for (const std::uint64_t sequence : sequences) {
            auto event = eventAt(sequence, firstAuction);
            event.at = {(kDay + static_cast<std::int64_t>(sequence / kOfOneDay)) * base::kDayMs
                        + static_cast<std::int64_t>(sequence)};
            QVERIFY(ring.push(event));
        }
        QVERIFY(writer->attach(ring, source, words));
        QVERIFY(writer->detach(source));
    }
    std::int64_t packs() const { return integer("SELECT count(*) FROM event_pack"); }
    std::int64_t rows() const { return integer("SELECT count(*) FROM event_warm"); }
    /// What a query gives, as text.
    QString all(const std::string& sql) const
    {
        auto reader = workspace->reader();
        auto statement = reader->prepare(sql);
        QString text = statement ? "" : QString::fromStdString(toString(statement.error()));
        while (statement && statement->step().value())
            text += QString::number(statement->integer(0)) + ' ';
        return text;
    }

    std::shared_ptr<model::Vocabulary> words = std::make_shared<model::Vocabulary>();
    std::unique_ptr<EventWriter> writer;
    std::uint32_t source = 0;
};

std::vector<std::uint64_t> numbers(std::uint64_t first, std::uint64_t last, std::uint64_t step = 1)
{
    std::vector<std::uint64_t> all;
    for (std::uint64_t number = first; number <= last; number += step)
        all.push_back(number);
    return all;
}

} // namespace

class PacksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueComesBackAndColumnsTakeWhatTheyNeed();
    void aPackOfTheFirstColumnsIsRead();
    void whatIsNoPackIsRefused_data();
    void whatIsNoPackIsRefused();
    void manyEventsOfACommitArePackedAndFewAreNot();
    void realAuctionsStayRowsAndAreFound();
    void aPackIsOfOneDay();
    void whatComesLateLiesBetweenPackedEvents();
    void everyOrderAndBoundReadsTheSameAsRows_data();
    void everyOrderAndBoundReadsTheSameAsRows();
    void aPackLeavesInParts();
    void eachBrokenPackFailsItsCheck_data();
    void eachBrokenPackFailsItsCheck();
};

void PacksTest::everyValueComesBackAndColumnsTakeWhatTheyNeed()
{
    const auto rows = someRows(100);
    const std::string bytes = packEvents(rows);
    // Header 4 + 20 * 9; keys up to 297: 2 bytes, times 1, users 8, publisher 1, bid 2; 8 at the
    // end.
    QCOMPARE(bytes.size(), 4U + 20 * 9 + 100 * (2 + 1 + 8 + 1 + 2) + 8);
    QVERIFY(unpackEvents(bytes).value() == rows);
    const auto one = someRows(1);
    QVERIFY(unpackEvents(packEvents(one)).value() == one);
    const auto most = someRows(kMostPacked);
    QVERIFY(unpackEvents(packEvents(most)).value() == most);
}

// As it was written before an event had an audience: the count in four bytes, no last column.
void PacksTest::aPackOfTheFirstColumnsIsRead()
{
    const auto rows = someRows(100);
    std::string bytes = packEvents(rows);
    bytes[2] = bytes[3] = 0;
    bytes.erase(4 + 19 * 9, 9); // of a column that takes no bytes
    QVERIFY(unpackEvents(bytes).value() == rows);
}

void PacksTest::whatIsNoPackIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray sound = QByteArray::fromStdString(packEvents(someRows(100)));
    const auto with = [&](qsizetype place, int value) {
        QByteArray changed = sound;
        changed[place] = static_cast<char>(value);
        return changed;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half of a header") << sound.left(100);
    QTest::newRow("a byte too few") << sound.chopped(1);
    QTest::newRow("a byte too many") << sound + 'x';
    QTest::newRow("of no events") << with(0, 0);
    QTest::newRow("of one event more") << with(0, 101);
    QTest::newRow("of more events than a pack holds") << with(1, 5);
    QTest::newRow("of fewer columns than the first pack") << with(2, 18);
    QTest::newRow("of more columns than are known") << with(2, 21);
    QTest::newRow("a column of nine bytes") << with(4 + 8, 9);
    QTest::newRow("a column one byte wider") << with(4 + 8, 3);
}

void PacksTest::whatIsNoPackIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto rows = unpackEvents(bytes.toStdString());
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, std::string("PACK_DAMAGED"));
}

void PacksTest::manyEventsOfACommitArePackedAndFewAreNot()
{
    PackBed bed;
    bed.send(numbers(1, 63));
    QCOMPARE(bed.packs(), 0);
    QCOMPARE(bed.rows(), 63);
    bed.send(numbers(64, 127));
    QCOMPARE(bed.packs(), 1);
    QCOMPARE(bed.rows(), 63);
    bed.send(numbers(128, 127 + 1024 + 64)); // a full pack and another one
    QCOMPARE(bed.packs(), 3);
    bed.send(numbers(1216, 1216 + 1024 + 62)); // a full one, and too few for another, still packed
    QCOMPARE(bed.rows(), 63);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 2302);
    QCOMPARE(bed.integer("SELECT sum(events) FROM event_pack"), 2302 - 63);
    auto reader = bed.workspace->reader();
    QCOMPARE(lastSequence(*reader, bed.source).value(), 2302U);
    QCOMPARE(readSources(*reader, "demo").value().at(bed.source), 2302U);
    QCOMPARE(readTotals(*reader, "demo").value(), recountTotals(*reader, "demo").value());
    QCOMPARE(bed.writer->counts().duplicates, 0U);
    bed.send({5, 100, 2000, 2303}); // three that are stored, among rows and packs
    QCOMPARE(bed.writer->counts().duplicates, 3U);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 2303);
}

void PacksTest::realAuctionsStayRowsAndAreFound()
{
    PackBed bed;
    bed.send(numbers(1, 200), kReal);
    QCOMPARE(bed.packs(), 0);
    QCOMPARE(bed.rows(), 200);
    bed.send(numbers(201, 400));
    QCOMPARE(bed.packs(), 1);
    auto reader = bed.workspace->reader();
    QCOMPARE(readRealWin(*reader, "demo", kReal + 3).value()->win.sequence, 7U);
    QVERIFY(!readRealWin(*reader, "demo", kReal + 150).value());
}

void PacksTest::aPackIsOfOneDay()
{
    PackBed bed;
    bed.send(numbers(kOfOneDay - 100, kOfOneDay + 199));
    QCOMPARE(bed.all("SELECT events FROM event_pack ORDER BY first_key"), QString("100 200 "));
    QCOMPARE(bed.rows(), 0);
}

void PacksTest::whatComesLateLiesBetweenPackedEvents()
{
    PackBed bed;
    bed.send(numbers(1, 1999, 2)); // every other one is missing
    QCOMPARE(bed.packs(), 1);
    bed.send(numbers(2, 400, 2)); // enough for a pack, but among the keys of one
    QCOMPARE(bed.packs(), 1);
    QCOMPARE(bed.rows(), 200);
    bed.send({401, 402, 402, 403, 404}); // 402 twice in one commit, 401 and 403 are packed
    QCOMPARE(bed.writer->counts().duplicates, 3U);
    const QString first
        = bed.all("SELECT key & 1099511627775 FROM event WHERE key >= 0 ORDER BY key "
                  "LIMIT 6");
    QCOMPARE(first, QString("1 2 3 4 5 6 "));
    const QString around
        = bed.all("SELECT key & 1099511627775 FROM event WHERE key & 1099511627775 "
                  "BETWEEN 399 AND 409 ORDER BY key DESC");
    QCOMPARE(around, QString("409 407 405 404 403 402 401 400 399 "));
    bed.send(numbers(406, 1998, 2));
    auto reader = bed.workspace->reader();
    for (const Check& check : verify(*reader).value())
        if (check.name == "sequences" || check.name == "packs")
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

void PacksTest::everyOrderAndBoundReadsTheSameAsRows_data()
{
    QTest::addColumn<QString>("what");
    const QString one = "SELECT key * 31 + at + kind * 7 + auction FROM %1 ";
    QTest::newRow("all") << "SELECT sum(key % 1000003 + auction * kind + at % 7919) FROM %1";
    QTest::newRow("rising") << one + "WHERE key > (1 << 40) + 500 ORDER BY key LIMIT 3000";
    QTest::newRow("falling") << one + "WHERE key < (1 << 40) + 3500 ORDER BY key DESC LIMIT 3000";
    QTest::newRow("to the end of one")
        << one + "WHERE key BETWEEN 0 AND (1 << 40) + 1024 ORDER BY key";
    QTest::newRow("from the end of one")
        << one + "WHERE key BETWEEN (1 << 40) + 1024 AND 1 << 50 ORDER BY key";
    QTest::newRow("one event") << one + "WHERE key = (1 << 40) + 2345";
    QTest::newRow("none, before") << one + "WHERE key < 1 << 40";
    QTest::newRow("none, behind") << one + "WHERE key > 3 << 40";
    QTest::newRow("of an hour") << "SELECT count(*), sum(key % 1000003) FROM %1 WHERE at >= "
                                   "1773964800000 + 3600000 AND at < 1773964800000 + 7200000";
    QTest::newRow("before all times") << "SELECT count(*) FROM %1 WHERE at < 1000";
    QTest::newRow("of no real auction")
        << "SELECT count(*) FROM %1 WHERE auction = 5 AND auction < 0 AND kind >= 2";
    QTest::newRow("of an auction") << "SELECT sum(key) FROM %1 WHERE auction = 1005";
}

void PacksTest::everyOrderAndBoundReadsTheSameAsRows()
{
    QFETCH(const QString, what);
    TieredBed bed(kSimulated);
    const QString table = "told_apart";
    QVERIFY(bed.workspace->writeAndWait(statement("CREATE TABLE told_apart AS SELECT * FROM event; "
                                                  "CREATE INDEX by_key ON told_apart (key)")));
    const auto read = [&](const QString& from) {
        auto reader = bed.workspace->reader();
        auto rows = reader->prepare(what.arg(from).toStdString());
        QStringList text;
        while (rows.value().step().value())
            text << QString::number(rows->integer(0));
        return text;
    };
    QCOMPARE(bed.integer("SELECT count(*) FROM told_apart"), 36'000);
    QCOMPARE(read("event"), read(table));
}

void PacksTest::aPackLeavesInParts()
{
    PackBed bed;
    bed.send(numbers(1, 300));
    const auto keyOf = [&](std::uint64_t sequence) { return eventKey(bed.source, sequence); };
    const std::int64_t at = kDay * base::kDayMs;
    const auto release = [&](const std::vector<std::int64_t>& keys) {
        std::vector<std::int64_t> left;
        const auto done = bed.workspace->writeAndWait([&](Connection& connection) -> Result<void> {
            auto released = releasePacked(connection, keys, at, at + base::kDayMs - 1);
            if (!released)
                return released.error();
            left = *released;
            return {};
        });
        return done ? left : std::vector<std::int64_t>{-1};
    };
    QCOMPARE(release({keyOf(1), keyOf(2), keyOf(500)}), std::vector{keyOf(500)});
    QCOMPARE(bed.packs(), 1);
    QCOMPARE(bed.integer("SELECT first_key & 1099511627775 FROM event_pack"), 3);
    QCOMPARE(release({keyOf(150)}), std::vector<std::int64_t>()); // from the middle
    QCOMPARE(bed.integer("SELECT events FROM event_pack"), 297);
    QCOMPARE(bed.integer("SELECT count(*) FROM event WHERE key = " + std::to_string(keyOf(150))),
             0);
    std::vector<std::int64_t> rest;
    for (const std::uint64_t sequence : numbers(3, 300))
        if (sequence != 150)
            rest.push_back(keyOf(sequence));
    QCOMPARE(release(rest), std::vector<std::int64_t>());
    QCOMPARE(bed.packs(), 0);
    QCOMPARE(bed.integer("SELECT count(*) FROM event"), 0);
}

void PacksTest::eachBrokenPackFailsItsCheck_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("detail");
    QTest::newRow("none") << ""
                          << "";
    QTest::newRow("cut off") << "UPDATE event_pack SET body = substr(body, 1, length(body) - 1)"
                             << "too early";
    QTest::newRow("another count") << "UPDATE event_pack SET events = events + 1"
                                   << "its row says";
    QTest::newRow("another end") << "UPDATE event_pack SET last_key = last_key + 1"
                                 << "its row says";
    QTest::newRow("another time") << "UPDATE event_pack SET last_at = last_at + 1"
                                  << "its row says";
    QTest::newRow("keys that fall") // the second key's two bytes
        << "UPDATE event_pack SET body = CAST(substr(body, 1, 184) || x'ffff' || substr(body, 187) "
           "AS BLOB) WHERE first_key = (SELECT min(first_key) FROM event_pack)"
        << "do not rise";
    QTest::newRow("one pack twice, a day of events apart")
        << "INSERT INTO event_pack SELECT first_key + 1, last_key, events, first_at, last_at, body "
           "FROM event_pack WHERE first_key = (SELECT min(first_key) FROM event_pack)"
        << "its row says";
    QTest::newRow("packed and a row")
        << "INSERT INTO event_warm SELECT * FROM event WHERE key = (SELECT max(first_key) FROM "
           "event_pack)"
        << "is a row as well";
}

void PacksTest::eachBrokenPackFailsItsCheck()
{
    QFETCH(const QString, harm);
    QFETCH(const QString, detail);
    PackBed bed;
    bed.send(numbers(1, 1500));
    if (!harm.isEmpty())
        QVERIFY(bed.workspace->writeAndWait(statement(harm.toStdString())));
    auto reader = bed.workspace->reader();
    const auto checks = verify(*reader);
    QVERIFY2(checks, checks ? "" : toString(checks.error()).c_str());
    for (const Check& check : *checks)
        if (check.name == "packs") {
            QCOMPARE(check.ok, harm.isEmpty());
            QVERIFY2(check.detail.find(detail.toStdString()) != std::string::npos,
                     check.detail.c_str());
        }
}

QTEST_GUILESS_MAIN(PacksTest)
#include "test_packs.moc"
