// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/pipeline/intake/event_ids.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

constexpr std::size_t kFew = 1'000; // so many are new, then they move

/// The n-th of many ids that come in no order; some with the top bit of either half.
Hash128 idOf(std::uint64_t n)
{
    return {base::mix64(n), base::mix64(n + 0x9e37'79b9)};
}

struct IdBed
{
    IdBed() { open(); }
    void open()
    {
        ids.reset();
        workspace.reset();
        auto opened = store::Workspace::open(folder.filePath("ids.gavel").toStdString(),
                                             pipelineMigrations());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
        ids = std::make_unique<EventIds>(kFew);
    }
    /// How many of the ids from `first` on were new.
    std::size_t addBatch(std::uint64_t first, std::size_t count)
    {
        std::size_t added = 0;
        const auto written
            = workspace->writeAndWait([&](store::Connection& connection) -> Result<void> {
                  for (std::uint64_t n = first; n < first + count; ++n) {
                      const auto isNew = ids->add(connection, idOf(n));
                      if (!isNew)
                          return isNew.error();
                      added += *isNew ? 1 : 0;
                  }
                  return ids->keep(connection);
              });
        if (!written)
            qWarning("%s", toString(written.error()).c_str());
        return added;
    }
    std::int64_t integer(const char* sql) const
    {
        auto reader = workspace->reader();
        return reader->integer(sql).value();
    }
    std::int64_t count() const
    {
        auto reader = workspace->reader();
        return countEventIds(*reader).value();
    }
    bool has(std::uint64_t n) const
    {
        auto reader = workspace->reader();
        return isEventStored(*reader, idOf(n)).value();
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<EventIds> ids;
};

} // namespace

class EventIdsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noneIsTakenTwice();
    void newOnesMoveToTheirPlaces();
    void aRestartForgetsNothing_data();
    void aRestartForgetsNothing();
    void aFileOfBeforeIsGoneOnWith();
    void aBrokenRowIsAnError();
};

void EventIdsTest::noneIsTakenTwice()
{
    IdBed bed;
    QCOMPARE(bed.addBatch(0, 100), 100U);
    QCOMPARE(bed.addBatch(50, 100), 50U); // half of them again
    QCOMPARE(bed.count(), 150);
    QVERIFY(bed.has(149));
    QVERIFY(!bed.has(150));
}

// 1 000 are new, then they move, 256 with a batch of 10: after four more batches all have.
void EventIdsTest::newOnesMoveToTheirPlaces()
{
    IdBed bed;
    QCOMPARE(bed.addBatch(0, kFew), kFew);
    QCOMPARE(bed.integer("SELECT count(*) FROM event_id"), 0);
    std::uint64_t next = kFew;
    for (const std::int64_t moved : {256, 512, 768, 1000}) {
        QCOMPARE(bed.addBatch(next, 10), 10U);
        next += 10;
        QCOMPARE(bed.integer("SELECT count(*) FROM event_id"), moved);
        QCOMPARE(bed.count(), static_cast<std::int64_t>(next));
        QCOMPARE(bed.addBatch(0, kFew), 0U); // each is known, wherever it is
        QVERIFY(bed.has(0) && bed.has(next - 1) && !bed.has(next));
    }
    QCOMPARE(bed.integer("SELECT count(*) FROM event_id_move"), 0);
    QCOMPARE(bed.integer("SELECT sum(length(ids)) FROM new_event_id"), 40 * 16);
}

void EventIdsTest::aRestartForgetsNothing_data()
{
    QTest::addColumn<std::uint64_t>("before");
    QTest::newRow("new ones only") << std::uint64_t{700};
    QTest::newRow("a move that begins") << std::uint64_t{1'000};
    QTest::newRow("in the middle of a move") << std::uint64_t{1'200};
    QTest::newRow("after one") << std::uint64_t{1'900};
    QTest::newRow("in the second") << std::uint64_t{2'400};
}

void EventIdsTest::aRestartForgetsNothing()
{
    QFETCH(std::uint64_t, before);
    IdBed bed;
    for (std::uint64_t n = 0; n < before; n += 100)
        QCOMPARE(bed.addBatch(n, 100), 100U);
    bed.open();
    QCOMPARE(bed.count(), static_cast<std::int64_t>(before));
    QCOMPARE(bed.addBatch(0, before), 0U);
    for (std::uint64_t n = before; n < before + 2 * kFew; n += 100)
        QCOMPARE(bed.addBatch(n, 100), 100U);
    QCOMPARE(bed.count(), static_cast<std::int64_t>(before + 2 * kFew));
    bed.open();
    QCOMPARE(bed.addBatch(0, before + 2 * kFew), 0U);
    QCOMPARE(bed.integer("SELECT count(*) - count(DISTINCT high || ' ' || low) FROM event_id"), 0);
}

// Before the third migration every id went to its place at once, with its event's key beside it.
void EventIdsTest::aFileOfBeforeIsGoneOnWith()
{
    IdBed bed;
    bed.ids.reset();
    bed.workspace.reset();
    const auto file = bed.folder.filePath("old.gavel").toStdString();
    {
        auto old = store::Workspace::open(file, pipelineMigrations().first(2));
        QVERIFY(old);
        QVERIFY((*old)->writeAndWait([&](store::Connection& connection) -> Result<void> {
            auto add = connection.prepare("INSERT INTO event_id (high, low, key) VALUES "
                                          "($1, $2, 7)");
            if (!add)
                return add.error();
            return add->bindAll(idOf(3).high, idOf(3).low).run();
        }));
    }
    auto opened = store::Workspace::open(file, pipelineMigrations());
    QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
    bed.workspace = std::move(*opened);
    bed.ids = std::make_unique<EventIds>(kFew);
    QCOMPARE(bed.count(), 1);
    QCOMPARE(bed.addBatch(0, 5), 4U); // all but number 3
    QCOMPARE(bed.count(), 5);
}

void EventIdsTest::aBrokenRowIsAnError()
{
    IdBed bed;
    QCOMPARE(bed.addBatch(0, 5), 5U);
    bed.open();
    QVERIFY(bed.workspace->writeAndWait([](store::Connection& connection) {
        return connection.execute("UPDATE new_event_id SET ids = x'0102'");
    }));
    Error error;
    const auto written = bed.workspace->writeAndWait([&](store::Connection& connection) {
        const auto isNew = bed.ids->add(connection, idOf(9));
        return isNew ? Result<void>() : Result<void>(isNew.error());
    });
    QVERIFY(!written);
    QCOMPARE(QString::fromStdString(written.error().code), "STORE_CORRUPT");
    QCOMPARE(QString::fromStdString(written.error().where), "new_event_id");
}

QTEST_GUILESS_MAIN(EventIdsTest)
#include "test_event_ids.moc"
