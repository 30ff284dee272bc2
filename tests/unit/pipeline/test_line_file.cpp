// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/pipeline/file_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

Q_DECLARE_METATYPE(std::string)

namespace {

/// "1:a 2:b", "!" before the text of a line that is too long.
std::string told(const std::vector<Line>& lines)
{
    std::string text;
    for (const Line& line : lines)
        text += (text.empty() ? "" : " ") + std::to_string(line.number) + ":"
            + (line.isTooLong ? "!" : "") + line.text;
    return text;
}

std::string readAll(LineFile& file)
{
    std::vector<Line> lines;
    while (true) {
        const auto got = file.next(lines, 3);
        if (!got)
            return told(lines) + " " + got.error().code;
        if (*got == 0)
            return told(lines);
    }
}

std::string readWhole(const std::filesystem::path& path)
{
    auto file = LineFile::open(path, FileEnding::Whole);
    return file ? readAll(*file) : file.error().code;
}

} // namespace

class LineFileTest : public QObject
{
    Q_OBJECT

private:
    FileBed m_bed;

private Q_SLOTS:
    void linesOfAText_data();
    void linesOfAText();
    void packedTextsReadAlike_data();
    void packedTextsReadAlike();
    void aLineOfSixtyFourKibibytesIsNotTooLong();
    void aLongLineIsToldAndPassedOver();
    void aLongLineIsCutBetweenCharacters();
    void aGrowingFileGivesWholeLinesOnly();
    void readingGoesOnBehindAPosition_data();
    void readingGoesOnBehindAPosition();
    void aLineAfterOneWithoutEndKeepsItsNumber();
    void packedDataThatStillGrowAreNoMistake();
    void packedDataCutOffAreBroken_data();
    void packedDataCutOffAreBroken();
    void brokenDataComeAfterWhatIsBeforeThem_data();
    void brokenDataComeAfterWhatIsBeforeThem();
    void whatCannotBeOpened();
};

void LineFileTest::linesOfAText_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("two") << std::string("a\nb\n") << std::string("1:a 2:b");
    QTest::newRow("last without end") << std::string("a\nb") << std::string("1:a 2:b");
    QTest::newRow("carriage returns") << std::string("a\r\nb\r\n") << std::string("1:a 2:b");
    QTest::newRow("a return inside") << std::string("a\rb\r\n") << std::string("1:a\rb");
    QTest::newRow("empty lines count") << std::string("\n\r\na\n\nb\n") << std::string("3:a 5:b");
    QTest::newRow("only empty lines") << std::string("\n\n\n") << std::string();
    QTest::newRow("byte order mark") << std::string("\xef\xbb\xbf"
                                                    "a\n\xef\xbb\xbf"
                                                    "b\n")
                                     << std::string("1:a 2:\xef\xbb\xbf"
                                                    "b");
    QTest::newRow("nul byte") << std::string("a\0b\nc\n", 6) << std::string("1:a\0b 2:c", 9);
}

void LineFileTest::linesOfAText()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(readWhole(m_bed.write("text", text)), expected);
}

void LineFileTest::packedTextsReadAlike_data()
{
    QTest::addColumn<std::string>("packed");
    QTest::addColumn<int>("packing");
    const std::string first = numbered(1, 30'000);
    const std::string second = numbered(30'001, 60'000);
    // A skippable frame of RFC 8878, 3.1.2: magic, length 3 (little-endian), three bytes.
    const std::string skipped("\x50\x2a\x4d\x18\x03\x00\x00\x00xyz", 11);
    const int plain = static_cast<int>(Packing::None);
    const int gzip = static_cast<int>(Packing::Gzip);
    const int zstd = static_cast<int>(Packing::Zstd);
    QTest::newRow("plain") << first + second << plain;
    QTest::newRow("gzip") << gzipOf(first + second) << gzip;
    QTest::newRow("gzip members") << gzipOf(first) + gzipOf("") + gzipOf(second) << gzip;
    QTest::newRow("zstd") << zstdOf(first + second) << zstd;
    QTest::newRow("zstd frames") << zstdOf(first) + zstdOf("") + zstdOf(second) << zstd;
    QTest::newRow("zstd after a skippable frame") << skipped + zstdOf(first + second) << zstd;
}

void LineFileTest::packedTextsReadAlike()
{
    QFETCH(std::string, packed);
    QFETCH(int, packing);
    auto file = LineFile::open(m_bed.write("packed", packed), FileEnding::Whole);
    QVERIFY(file);
    QCOMPARE(static_cast<int>(file->text().packing()), packing);
    std::vector<Line> lines;
    while (file->next(lines, 7'001).value() > 0) { }
    QCOMPARE(lines.size(), std::size_t{60'000});
    std::string all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QCOMPARE(lines[i].number, std::uint64_t{i + 1});
        all += lines[i].text + "\n";
    }
    QVERIFY(all == numbered(1, 60'000));
    const LinePosition end{60'000, all.size()};
    QVERIFY(file->position() == end);
    QCOMPARE(file->text().packedOffset(), std::uint64_t{packed.size()});
}

void LineFileTest::aLineOfSixtyFourKibibytesIsNotTooLong()
{
    const std::string most(65'536, 'x');
    for (const char* ending : {"\n", "\r\n", ""})
        QCOMPARE(readWhole(m_bed.write("most", most + ending)), "1:" + most);
    for (const char* ending : {"\n", "\r\n", ""})
        QCOMPARE(readWhole(m_bed.write("more", most + "x" + ending)),
                 "1:!" + std::string(200, 'x'));
}

void LineFileTest::aLongLineIsToldAndPassedOver()
{
    const std::string text = "a\n" + std::string(1'000'000, 'x') + "\nb\n";
    QCOMPARE(readWhole(m_bed.write("long", text)), "1:a 2:!" + std::string(200, 'x') + " 3:b");
    // The place behind it is exact: reading goes on there.
    auto file = LineFile::open(m_bed.path("long"), FileEnding::Open);
    std::vector<Line> lines;
    QCOMPARE(file->next(lines, 2).value(), std::size_t{2});
    const LinePosition behind{2, 2 + 1'000'001};
    QVERIFY(file->position() == behind);
    auto again = LineFile::open(m_bed.path("long"), FileEnding::Open, behind);
    QCOMPARE(readAll(*again), std::string("3:b"));
}

void LineFileTest::aLongLineIsCutBetweenCharacters()
{
    // 199 bytes and then three-byte characters: the 200th byte is the first of such a character.
    std::string text(199, 'x');
    while (text.size() <= kMostLineBytes)
        text += "\xea\xb0\x80";
    QCOMPARE(readWhole(m_bed.write("cut", text + "\n")), "1:!" + std::string(199, 'x'));
}

void LineFileTest::aGrowingFileGivesWholeLinesOnly()
{
    auto file = LineFile::open(m_bed.write("grows", "a\nb"), FileEnding::Open);
    QCOMPARE(readAll(*file), std::string("1:a"));
    QVERIFY(file->hasRest());
    const LinePosition behindA{1, 2};
    QVERIFY(file->position() == behindA);
    m_bed.append("grows", "c\r");
    QCOMPARE(readAll(*file), std::string());
    m_bed.append("grows", "\nd\n");
    QCOMPARE(readAll(*file), std::string("2:bc 3:d"));
    QVERIFY(!file->hasRest());
}

void LineFileTest::readingGoesOnBehindAPosition_data()
{
    QTest::addColumn<std::string>("packed");
    const std::string text = numbered(1, 20'000);
    QTest::newRow("plain") << text;
    QTest::newRow("gzip") << gzipOf(text);
    QTest::newRow("zstd") << zstdOf(text);
}

void LineFileTest::readingGoesOnBehindAPosition()
{
    QFETCH(std::string, packed);
    const auto path = m_bed.write("position", packed);
    LinePosition position;
    int line = 0;
    while (true) {
        auto file = LineFile::open(path, FileEnding::Whole, position);
        std::vector<Line> lines;
        if (file->next(lines, 999).value() == 0)
            break;
        for (const Line& read : lines) {
            const Line expected{static_cast<std::uint64_t>(++line),
                                "{\"n\":" + std::to_string(line) + "}", false};
            QVERIFY(read == expected);
        }
        position = file->position();
    }
    QCOMPARE(line, 20'000);
    // Behind the header in the same file, as a CSV file is read on.
    auto file = LineFile::open(path, FileEnding::Whole);
    std::vector<Line> lines;
    QVERIFY(file->next(lines, 1));
    QVERIFY(file->goTo(position));
    QCOMPARE(readAll(*file), std::string());
}

void LineFileTest::aLineAfterOneWithoutEndKeepsItsNumber()
{
    // The last line was given without its end; what ends it later is no line of its own.
    auto file = LineFile::open(m_bed.write("rest", "a\nb"), FileEnding::Whole);
    QCOMPARE(readAll(*file), std::string("1:a 2:b"));
    const LinePosition position = file->position();
    m_bed.append("rest", "\nc\n");
    QCOMPARE(readAll(*file), std::string("3:c"));
    auto again = LineFile::open(m_bed.path("rest"), FileEnding::Open, position);
    QCOMPARE(readAll(*again), std::string("3:c"));
}

void LineFileTest::packedDataThatStillGrowAreNoMistake()
{
    const std::string packed = gzipOf("a\nb\n");
    auto file = LineFile::open(m_bed.write("half.gz", packed.substr(0, packed.size() - 6)),
                               FileEnding::Open);
    std::string lines = readAll(*file);
    QVERIFY(file->hasRest());
    m_bed.append("half.gz", packed.substr(packed.size() - 6));
    lines += readAll(*file);
    QCOMPARE(lines, std::string("1:a 2:b"));
    QVERIFY(!file->hasRest());
    m_bed.append("half.gz", gzipOf("c\n"));
    QCOMPARE(readAll(*file), std::string("3:c"));
}

void LineFileTest::packedDataCutOffAreBroken_data()
{
    QTest::addColumn<std::string>("packed");
    QTest::newRow("gzip") << gzipOf("a\nb\n");
    QTest::newRow("zstd") << zstdOf("a\nb\n");
}

void LineFileTest::packedDataCutOffAreBroken()
{
    QFETCH(std::string, packed);
    const std::string whole = packed + packed;
    const auto path = m_bed.write("cut", whole.substr(0, whole.size() - 2));
    auto file = LineFile::open(path, FileEnding::Whole);
    std::vector<Line> lines;
    QVERIFY(file->next(lines, 2));
    QCOMPARE(told(lines), std::string("1:a 2:b"));
    const std::string rest = readAll(*file);
    QVERIFY2(rest.ends_with(" FILE_BROKEN"), rest.c_str());
    const auto again = file->next(lines, 1);
    QCOMPARE(codeOf(again), std::string("FILE_BROKEN"));
    const std::string byte = "at byte " + std::to_string(whole.size() - 2);
    QVERIFY2(again.error().what.ends_with(byte), again.error().what.c_str());
}

void LineFileTest::brokenDataComeAfterWhatIsBeforeThem_data()
{
    QTest::addColumn<std::string>("packed");
    QTest::newRow("gzip") << gzipOf("a\nb\n") + std::string("\x1f\x8b not gzip at all");
    QTest::newRow("zstd")
        << zstdOf("a\nb\n")
            + std::string(
                "\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
    QTest::newRow("text behind gzip") << gzipOf("a\nb\n") + "c\n";
    QTest::newRow("text behind zstd") << zstdOf("a\nb\n") + "c is no frame\n";
}

void LineFileTest::brokenDataComeAfterWhatIsBeforeThem()
{
    QFETCH(std::string, packed);
    for (const auto ending : {FileEnding::Open, FileEnding::Whole}) {
        auto file = LineFile::open(m_bed.write("broken", packed), ending);
        QCOMPARE(readAll(*file), std::string("1:a 2:b FILE_BROKEN"));
    }
}

void LineFileTest::whatCannotBeOpened()
{
    QCOMPARE(readWhole(m_bed.path("nowhere")), std::string("FILE_MISSING"));
    QCOMPARE(readWhole(m_bed.path()), std::string("FILE_UNREADABLE"));
    QCOMPARE(readWhole("/dev/null"), std::string("FILE_UNREADABLE"));
    m_bed.write("short", "a\n");
    const LinePosition beyond{9, 100};
    QCOMPARE(codeOf(LineFile::open(m_bed.path("short"), FileEnding::Open, beyond)),
             std::string("FILE_BROKEN"));
    m_bed.write("short.gz", gzipOf("a\n"));
    QCOMPARE(codeOf(LineFile::open(m_bed.path("short.gz"), FileEnding::Open, beyond)),
             std::string("FILE_BROKEN"));
}

QTEST_GUILESS_MAIN(LineFileTest)
#include "test_line_file.moc"
