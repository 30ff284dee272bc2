// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/batch_lines.h"

#include <QtTest>

#include <zstd.h>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

std::string compressed(const std::string& plain)
{
    std::string block(ZSTD_compressBound(plain.size()), '\0');
    block.resize(ZSTD_compress(block.data(), block.size(), plain.data(), plain.size(), 1));
    return block;
}

QString codeOf(const Result<UnpackedLines>& lines)
{
    return lines ? QString() : QString::fromStdString(lines.error().code);
}

} // namespace

class BatchLinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesComeBack();
    void theFirstVersionIsRead();
    void whatIsBrokenIsAnError_data();
    void whatIsBrokenIsAnError();
};

void BatchLinesTest::linesComeBack()
{
    LineBlock block;
    FateBlock fates;
    block.add(7, "{\"eventId\":\"a\"}", "");
    fates.add(LineFate::Stored, 2);
    block.add(9, "", "country\tde\tDE\thand\n");
    fates.add(LineFate::Dead, 0);
    const auto read = unpackLines(block.pack(), fates.pack());
    QVERIFY(read);
    QCOMPARE(read->lines.size(), 2U);
    QVERIFY(read->lines[0].fate == LineFate::Stored && read->lines[1].fate == LineFate::Dead);
    QCOMPARE(read->lines[0].events, 2);
    QCOMPARE(read->lines[1].position, 9U);
    QCOMPARE(read->lines[0].original, std::string_view("{\"eventId\":\"a\"}"));
    QCOMPARE(read->lines[1].changes, std::string_view("country\tde\tDE\thand\n"));
}

// A line was its fate, its events, its position in eight bytes, and two texts after their size in
// four; little end first.
void BatchLinesTest::theFirstVersionIsRead()
{
    const std::string plain("\x02\x00\x05\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00"
                            "abc\x00\x00\x00\x00",
                            21);
    const auto read = unpackLines(compressed(plain), std::nullopt);
    QVERIFY(read);
    QCOMPARE(read->lines.size(), 1U);
    QVERIFY(read->lines[0].fate == LineFate::Duplicate);
    QCOMPARE(read->lines[0].position, 5U);
    QCOMPARE(read->lines[0].original, std::string_view("abc"));
}

void BatchLinesTest::whatIsBrokenIsAnError_data()
{
    LineBlock block;
    block.add(1, "x", "");
    FateBlock fates;
    fates.add(LineFate::Stored, 1);
    const auto bytes = [](const std::string& text) {
        return QByteArray(text.data(), static_cast<int>(text.size()));
    };
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QByteArray>("fates");
    QTest::newRow("no block") << QByteArray("junk") << bytes(fates.pack());
    QTest::newRow("cut block") << bytes(block.pack()).chopped(3) << bytes(fates.pack());
    QTest::newRow("fewer fates") << bytes(block.pack()) << bytes(compressed(""));
    QTest::newRow("no such fate") << bytes(block.pack()) << bytes(compressed("\x04\x01"));
    QTest::newRow("half a line") << bytes(compressed("\x01\x02")) << bytes(fates.pack());
}

void BatchLinesTest::whatIsBrokenIsAnError()
{
    QFETCH(QByteArray, block);
    QFETCH(QByteArray, fates);
    QCOMPARE(codeOf(unpackLines(block.toStdString(), fates.toStdString())), "STORE_CORRUPT");
}

QTEST_APPLESS_MAIN(BatchLinesTest)
#include "test_batch_lines.moc"
