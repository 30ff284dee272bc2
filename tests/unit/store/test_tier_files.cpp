// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verify.h"
#include "tests/unit/store/tiered_bed.h"

#include <algorithm>

using namespace gavel;
using namespace gavel::store;

class TierFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArchivedDayIsReadInPlaceAndRestored();
    void aMissingOrDamagedFileIsToldByDayAndFile_data();
    void aMissingOrDamagedFileIsToldByDayAndFile();
    void pastWinsNeedNoFileOfBefore();
    void aDroppedDayIsToldAndNotCountedAsNothing();
    void aBackUpHoldsTheColdDays();
    void aBackUpWithoutItsSegmentIsRefused();
    void aMissingArchiveFolderStopsTheMoveAndLosesNothing();
};

void TierFilesTest::anArchivedDayIsReadInPlaceAndRestored()
{
    TieredBed bed;
    const Answers before = ask(bed);
    const auto archive = bed.path("archive");
    std::filesystem::create_directory(archive);
    bed.setPolicy({1, 3, archive.string(), 0});
    LogMover mover(*bed.workspace);
    QVERIFY(mover.run(noonAfter(kDays))); // on 23 March only 20 March is three days old
    StorageView view = bed.view();
    QCOMPARE(view.archive.segments, 1U);
    QCOMPARE(view.archive.oldestDay, kDay);
    QCOMPARE(view.cold.segments, 2U);
    const auto file = view.segments[0].file;
    QVERIFY(std::filesystem::exists(archive / file));
    QVERIFY(!std::filesystem::exists(bed.cold() / file));
    QVERIFY(ask(bed) == before);

    QCOMPARE(mover.restore(kDay, noonAfter(kDays)).value(), 1U);
    QVERIFY(std::filesystem::exists(bed.cold() / file));
    QVERIFY(mover.run(noonAfter(kDays + 1))); // it stays for seven days; now 21 March goes
    view = bed.view();
    QVERIFY(view.segments[0].tier == SegmentTier::Cold);
    QVERIFY(view.segments[1].tier == SegmentTier::Archive);
    std::filesystem::rename(archive, bed.path("elsewhere")); // what is restored needs no archive
    auto reader = bed.workspace->reader();
    QCOMPARE(readEvents(*reader, bed.sources[0], 0, 50)->size(), 50U);
    std::filesystem::rename(bed.path("elsewhere"), archive);
    QVERIFY(mover.run(noonAfter(kDays + 8)));
    QCOMPARE(bed.view().archive.segments, 3U);
    QVERIFY(ask(bed) == before);

    const auto unknown = mover.restore(kDay - 1, noonAfter(kDays));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, std::string("DAY_UNKNOWN"));
    QCOMPARE(unknown.error().where, std::string("2026-03-19"));
}

void TierFilesTest::aMissingOrDamagedFileIsToldByDayAndFile_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("missing") << "missing" << QByteArray("SEGMENT_MISSING");
    QTest::newRow("cut") << "cut" << QByteArray("SEGMENT_DAMAGED");
    QTest::newRow("another header") << "header" << QByteArray("SEGMENT_DAMAGED");
    QTest::newRow("changed inside") << "inside" << QByteArray("SEGMENT_DAMAGED");
}

void TierFilesTest::aMissingOrDamagedFileIsToldByDayAndFile()
{
    QFETCH(QString, damage);
    QFETCH(QByteArray, code);
    TieredBed bed;
    bed.moveTwoDays();
    const std::string name = bed.view().segments[0].file;
    const auto file = bed.cold() / name;
    QFile text(QString::fromStdString(file.string()));
    QVERIFY(text.open(QIODevice::ReadWrite));
    if (damage == "missing")
        QVERIFY(text.remove());
    else if (damage == "cut")
        QVERIFY(text.resize(text.size() / 2));
    else
        QVERIFY(text.seek(damage == "header" ? 3 : 140) && text.write("\x55\x55\x55\x55") == 4);
    text.close();

    auto reader = bed.workspace->reader();
    const auto counted = recountTotals(*reader, "live");
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, code.toStdString());
    QCOMPARE(counted.error().where, file.string());
    QVERIFY2(counted.error().what.find("2026-03-20") != std::string::npos,
             counted.error().what.c_str());
    QVERIFY(!readEvents(*reader, bed.sources[0], 0, 10));
    QVERIFY(readEvents(*reader, bed.sources[0], 17'000, 10)); // another day
    const auto checks = verify(*reader).value();
    QCOMPARE(checks[1].name, std::string("storage segments"));
    QVERIFY(!checks[1].ok);
    QVERIFY2(checks[1].detail.find("2026-03-20") != std::string::npos
                 && checks[1].detail.find(name) != std::string::npos,
             checks[1].detail.c_str());
    QVERIFY(!std::ranges::find(checks, "sequences", &Check::name)->ok); // they cannot be seen
    const auto& totals = *std::ranges::find(checks, "totals", &Check::name);
    QVERIFY2(!totals.ok && totals.detail.starts_with("not readable"), totals.detail.c_str());
}

// What a market asks for when it starts: frequency caps of the last days.
void TierFilesTest::pastWinsNeedNoFileOfBefore()
{
    TieredBed bed;
    const auto winsSince = [&](TimeMs since) -> Result<std::size_t> {
        auto reader = bed.workspace->reader();
        std::size_t wins = 0;
        const auto read
            = readPastWins(*reader, "live", since, 1'000'000, [&](const PastWin&) { ++wins; });
        return read ? Result<std::size_t>(wins) : read.error();
    };
    const TimeMs secondDay{(kDay + 1) * base::kDayMs};
    const auto before = winsSince(secondDay).value();
    QVERIFY(before > 0);
    bed.moveTwoDays();
    QVERIFY(std::filesystem::remove(bed.cold() / bed.view().segments[0].file));
    QCOMPARE(winsSince(secondDay).value(), before);
    const auto older = winsSince({kDay * base::kDayMs});
    QVERIFY(!older);
    QCOMPARE(older.error().code, std::string("SEGMENT_MISSING"));
}

void TierFilesTest::aDroppedDayIsToldAndNotCountedAsNothing()
{
    TieredBed bed;
    bed.setPolicy({1, 0, "", 3});
    LogMover mover(*bed.workspace);
    QVERIFY(mover.run(noonAfter(kDays)));
    const auto view = bed.view();
    QCOMPARE(view.dropped.segments, 1U);
    QCOMPARE(view.dropped.events, 12'120U);
    QVERIFY(!std::filesystem::exists(bed.cold() / view.segments[0].file));
    auto reader = bed.workspace->reader();
    const auto counted = recountTotals(*reader, "live");
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, std::string("EVENTS_DROPPED"));
    QVERIFY2(counted.error().what.find("2026-03-20") != std::string::npos,
             counted.error().what.c_str());
    QCOMPARE(readEvents(*reader, bed.sources[0], 14'000, 10)->size(), 10U);
    QVERIFY(!readRealWin(*reader, "live", kReal + 5).value()); // not known any more
    QCOMPARE(readSources(*reader, "live").value().at(bed.sources[0]), 18'000U);
    for (const Check& check : verify(*reader).value()) {
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
        if (check.name == "totals")
            QVERIFY2(check.detail.starts_with("not provable"), check.detail.c_str());
    }
    const auto restored = mover.restore(kDay, noonAfter(kDays));
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, std::string("EVENTS_DROPPED"));
}

void TierFilesTest::aBackUpHoldsTheColdDays()
{
    TieredBed bed;
    const Answers before = ask(bed);
    bed.moveTwoDays();
    QVERIFY(bed.workspace->backup(bed.path("copy.gavel")));
    bed.close();
    std::filesystem::remove_all(bed.cold());
    bed.workspace = Workspace::open(bed.path("copy.gavel")).value();
    QVERIFY(ask(bed) == before);
    bed.close();
}

void TierFilesTest::aBackUpWithoutItsSegmentIsRefused()
{
    TieredBed bed;
    bed.moveTwoDays();
    std::filesystem::remove(bed.cold() / bed.view().segments[1].file);
    const auto copied = bed.workspace->backup(bed.path("copy.gavel"));
    QVERIFY(!copied);
    QCOMPARE(copied.error().code, std::string("SEGMENT_MISSING"));
    QVERIFY(copied.error().what.find("2026-03-21") != std::string::npos);
    QVERIFY(!std::filesystem::exists(bed.path("copy.gavel")));
    QVERIFY(!std::filesystem::exists(bed.path("copy.gavel-cold")));
    QVERIFY(!std::filesystem::exists(bed.path("copy.gavel-cold.part")));
}

void TierFilesTest::aMissingArchiveFolderStopsTheMoveAndLosesNothing()
{
    TieredBed bed;
    const Answers before = ask(bed);
    bed.setPolicy({1, 2, bed.path("nowhere").string(), 0});
    LogMover mover(*bed.workspace);
    const auto moved = mover.run(noonAfter(kDays));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, std::string("ARCHIVE_MISSING"));
    QCOMPARE(bed.view().cold.segments, 3U);
    QVERIFY(ask(bed) == before);
}

QTEST_GUILESS_MAIN(TierFilesTest)
#include "test_tier_files.moc"
