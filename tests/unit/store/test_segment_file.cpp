// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/segments/auction_filter.h"
#include "engine/store/segments/segment_file.h"
#include "engine/store/segments/segment_header.h"
#include "engine/store/tiers/segment_folder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <fstream>
#include <limits>
#include <numeric>

using namespace gavel;
using namespace gavel::store;

namespace {

constexpr std::int64_t kDay = 20'532; // 2026-03-20
constexpr std::int64_t kMidnight = kDay * base::kDayMs;
constexpr std::int64_t kEvents = 20'000; // two full blocks and a part

/// Every column has numbers of its own kind: rising, small, of both signs, of all 64 bits, none.
EventRow rowAt(std::int64_t number)
{
    EventRow row{};
    row[kKeyColumn] = (std::int64_t{3} << 40) + number * 2;
    row[kAtColumn] = kMidnight + number;
    row[kKindColumn] = number % 7;
    row[kAuctionColumn] = static_cast<std::int64_t>(
        0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(number + 1) | (1ULL << 63));
    row[4] = number % 55;
    row[8] = number % 2 == 0 ? std::numeric_limits<std::int64_t>::min()
                             : std::numeric_limits<std::int64_t>::max();
    row[9] = -number * 1'000'003;
    row[19] = number % 300;
    return row;
}

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class SegmentFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyValueComesBack();
    void aFileOfTheFirstColumnsIsRead();
    void theExtentIsOfWhatWasWritten();
    void realAuctionsAreFoundAndFewOthers();
    void keysThatDoNotRiseAreRefused();
    void aBrokenFileIsRefused_data();
    void aBrokenFileIsRefused();
    void aFlippedBitAnywhereIsFoundByTheChecksum();
    void aMissingFileIsNamed();

private:
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath("day.segment");
    SegmentExtent m_extent;
};

void SegmentFileTest::initTestCase()
{
    auto writer = SegmentWriter::begin(m_file.toStdString(), kDay).value();
    for (std::int64_t number = 0; number < kEvents; ++number)
        QVERIFY(writer->add(rowAt(number)));
    m_extent = writer->finish().value();
}

void SegmentFileTest::everyValueComesBack()
{
    const auto segment = SegmentFile::open(m_file.toStdString()).value();
    QCOMPARE(segment->blocks().size(), 3U);
    Unpacker unpacker;
    std::int64_t number = 0;
    for (std::size_t i = 0; i < segment->blocks().size(); ++i) {
        const auto block = segment->block(i).value();
        for (std::size_t row = 0; row < block->events(); ++row, ++number)
            for (std::size_t column = 0; column < kEventColumns; ++column)
                if (block->column(column, unpacker).value()[row] != rowAt(number)[column])
                    QFAIL(qPrintable(QString("event %1, column %2").arg(number).arg(column)));
    }
    QCOMPARE(number, kEvents);
}

// As it was written before an event had an audience: without the last column's bytes and sizes.
void SegmentFileTest::aFileOfTheFirstColumnsIsRead()
{
    constexpr std::size_t kColumns = 19;
    const auto segment = SegmentFile::open(m_file.toStdString()).value();
    const QByteArray now = textOf(m_file);
    SegmentHeader header;
    std::memcpy(&header, now.constData(), sizeof header);
    std::string text(sizeof header, '\0');
    std::string list;
    for (const BlockPlace& block : segment->blocks()) {
        const auto end = block.sizes.begin() + kColumns;
        std::array<std::int64_t, 6 + kColumns> place{static_cast<std::int64_t>(text.size()),
                                                     block.events,
                                                     block.firstKey,
                                                     block.lastKey,
                                                     block.firstAt,
                                                     block.lastAt};
        std::copy(block.sizes.begin(), end, place.begin() + 6);
        list.append(reinterpret_cast<const char*>(place.data()), sizeof place);
        text.append(
            now.constData() + block.offset,
            static_cast<std::size_t>(std::accumulate(block.sizes.begin(), end, std::int64_t{0})));
    }
    const std::int64_t filterBytes = header.listAt - header.filterAt;
    text.append(now.constData() + header.filterAt, static_cast<std::size_t>(filterBytes));
    header.columns = kColumns;
    header.listAt = static_cast<std::int64_t>(text.size());
    header.filterAt = header.listAt - filterBytes;
    Packer packer;
    QVERIFY(packer.addBytes(list, text));
    header.size = static_cast<std::int64_t>(text.size());
    header.digest = header.wantedDigest();
    std::memcpy(text.data(), &header, sizeof header);
    const QString file = m_folder.filePath("first.segment");
    put(file, QByteArray::fromStdString(text));

    const auto first = SegmentFile::open(file.toStdString());
    QVERIFY2(first, first ? "" : toString(first.error()).c_str());
    const auto block = (*first)->block(2).value();
    Unpacker unpacker;
    for (std::size_t row = 0; row < block->events(); ++row) {
        EventRow wanted = rowAt(static_cast<std::int64_t>(2 * kBlockEvents + row));
        wanted[19] = 0;
        for (std::size_t column = 0; column < kEventColumns; ++column)
            QCOMPARE(block->column(column, unpacker).value()[row], wanted[column]);
    }
}

void SegmentFileTest::theExtentIsOfWhatWasWritten()
{
    const auto segment = SegmentFile::open(m_file.toStdString()).value();
    QVERIFY(segment->extent() == m_extent);
    QCOMPARE(m_extent.day, kDay);
    QCOMPARE(m_extent.events, kEvents);
    QCOMPARE(m_extent.firstKey, std::int64_t{3} << 40);
    QCOMPARE(m_extent.lastKey, (std::int64_t{3} << 40) + 39'998);
    QCOMPARE(m_extent.firstAt, kMidnight);
    QCOMPARE(m_extent.lastAt, kMidnight + 19'999);
}

void SegmentFileTest::realAuctionsAreFoundAndFewOthers()
{
    const auto segment = SegmentFile::open(m_file.toStdString()).value();
    int wrong = 0;
    for (std::int64_t number = 0; number < kEvents; ++number) {
        const auto row = rowAt(number);
        const auto auction = static_cast<std::uint64_t>(row[kAuctionColumn]);
        if (row[kKindColumn] >= 2)
            QVERIFY(segment->mayHold(auction).value());
        wrong += segment->mayHold(auction ^ 0x5555).value() ? 1 : 0;
    }
    QVERIFY2(wrong < kEvents / 20, qPrintable(QString::number(wrong)));
    QVERIFY(auctionFilter({}).empty());
}

void SegmentFileTest::keysThatDoNotRiseAreRefused()
{
    auto writer = SegmentWriter::begin(m_folder.filePath("twice").toStdString(), kDay).value();
    QVERIFY(writer->add(rowAt(5)));
    const auto again = writer->add(rowAt(5));
    QVERIFY(!again);
    QCOMPARE(again.error().code, std::string("SEGMENT_UNWRITTEN"));
}

void SegmentFileTest::aBrokenFileIsRefused_data()
{
    const QByteArray good = textOf(m_file);
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("what");
    QTest::newRow("nothing in it") << QByteArray() << "shorter than its header";
    QTest::newRow("half a header") << good.left(64) << "shorter than its header";
    QTest::newRow("another kind of file")
        << QByteArray(good).replace(0, 8, "SQLite f") << "does not begin as a segment";
    QTest::newRow("a changed header")
        << QByteArray(good).replace(16, 1, "\x7f") << "does not fit its digest";
    QTest::newRow("cut short") << good.left(good.size() - 1) << "bytes, its header says";
    QTest::newRow("too long") << good + "x"
                              << "bytes, its header says";
    QTest::newRow("a changed list of blocks")
        << QByteArray(good).replace(good.size() - 9, 4, "\x55\x55\x55\x55") << "";
}

void SegmentFileTest::aBrokenFileIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, what);
    const QString broken = m_folder.filePath("broken.segment");
    put(broken, text);
    const auto segment = SegmentFile::open(broken.toStdString());
    QVERIFY(!segment);
    QCOMPARE(segment.error().code, std::string("SEGMENT_DAMAGED"));
    QCOMPARE(segment.error().where, broken.toStdString());
    QVERIFY2(segment.error().what.find(what.toStdString()) != std::string::npos,
             segment.error().what.c_str());
}

void SegmentFileTest::aFlippedBitAnywhereIsFoundByTheChecksum()
{
    SegmentRow row;
    row.extent = m_extent;
    row.sha256 = sha256Of(m_file.toStdString()).value();
    QCOMPARE(row.sha256.size(), 64U);
    QVERIFY(checkSegment(m_file.toStdString(), row));
    const QByteArray good = textOf(m_file);
    const QString broken = m_folder.filePath("flipped.segment");
    for (qsizetype at = 0; at < good.size(); at += good.size() / 97) {
        QByteArray text = good;
        text[at] = static_cast<char>(text[at] ^ 0x10);
        put(broken, text);
        const auto checked = checkSegment(broken.toStdString(), row);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, std::string("SEGMENT_DAMAGED"));
    }
}

void SegmentFileTest::aMissingFileIsNamed()
{
    const auto segment = SegmentFile::open("/nowhere/2026-03-20-00001.segment");
    QVERIFY(!segment);
    QCOMPARE(segment.error().code, std::string("SEGMENT_MISSING"));
    QCOMPARE(segment.error().where, std::string("/nowhere/2026-03-20-00001.segment"));
}

QTEST_GUILESS_MAIN(SegmentFileTest)
#include "test_segment_file.moc"
