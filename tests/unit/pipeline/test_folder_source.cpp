// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/folder_source.h"
#include "tests/unit/pipeline/file_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

FolderSource open(const std::filesystem::path& place, FileEnding ending = FileEnding::Whole,
                  const std::string& checkpoint = {})
{
    return FolderSource::open({place, {}, ending}, checkpoint).value();
}

/// "file:1 text" for each line.
void tell(const Portion& portion, QStringList& told)
{
    for (const Line& line : portion.lines)
        told << QString::fromStdString(portion.file + ":" + std::to_string(line.number) + " "
                                       + line.text);
}

/// One round: everything that is there now.
QStringList round(FolderSource& source, std::size_t most = 1'000)
{
    QStringList told;
    while (true) {
        const auto portion = source.next(most);
        if (!portion) {
            told << QString::fromStdString(portion.error().code);
            continue;
        }
        tell(*portion, told);
        if (portion->isDone)
            return told;
    }
}

QStringList lines(const char* file, int first, int last, int number)
{
    QStringList told;
    for (int i = first; i <= last; ++i)
        told << QStringLiteral("%1:%2 {\"n\":%3}").arg(file).arg(number++).arg(i);
    return told;
}

} // namespace

class FolderSourceTest : public QObject
{
    Q_OBJECT

private:
    std::optional<FileBed> m_bed;

    void writeFolder() const
    {
        m_bed->write("c.jsonl", numbered(1, 23));
        m_bed->write("a.jsonl.gz", gzipOf(numbered(101, 140)));
        m_bed->write("b.csv", "kind,n\r\nclick,1\r\n\r\nclick,2");
        m_bed->write("b.csv.zst", zstdOf("kind,n\nbid,3\n"));
        m_bed->write("d.json", "{\"n\":7}");
        m_bed->write("empty.jsonl", "");
        m_bed->write("notes.txt", "not read\n");
        m_bed->write(".hidden.jsonl", numbered(900, 901));
        std::filesystem::create_directory(m_bed->path("e.jsonl"));
    }
    static QStringList wholeFolder()
    {
        return lines("a.jsonl.gz", 101, 140, 1)
            + QStringList{"b.csv:2 click,1", "b.csv:4 click,2", "b.csv.zst:2 bid,3"}
        + lines("c.jsonl", 1, 23, 1) + QStringList{"d.json:1 {\"n\":7}"};
    }

private Q_SLOTS:
    void init() { m_bed.emplace(); }
    void formatsAreToldFromNames();
    void aFolderIsReadInTheOrderOfNames();
    void aPortionSaysWhereItIsFrom();
    void stoppedAfterAnyPortionNothingIsLostOrReadTwice_data();
    void stoppedAfterAnyPortionNothingIsLostOrReadTwice();
    void progressGoesFromZeroToOne();
    void newLinesAndFilesAreRead();
    void aFileThatBecameAnotherOneIsReadAnew_data();
    void aFileThatBecameAnotherOneIsReadAnew();
    void aFileThatIsGoneIsForgotten();
    void aLineIsWaitedForUnlessTheFileIsWhole();
    void aQuietFileIsWhole();
    void aHeaderIsWaitedFor();
    void aBrokenFileDoesNotStopTheOthers();
    void whatIsNoEventALineIsRefused();
    void aSingleFileMayBeNamedFreely();
    void aPlaceThatIsNotThereIsAnError();
    void checkpointsComeBackAsTheyWent();
    void badCheckpoints_data();
    void badCheckpoints();
};

void FolderSourceTest::formatsAreToldFromNames()
{
    for (const char* name : {"a.jsonl", "a.json", "a.jsonl.gz", "a.json.zst", "a.csv.jsonl"})
        QVERIFY(formatOf(name) == FileFormat::JsonLines);
    for (const char* name : {"a.csv", "a.csv.gz", "a.csv.zst", "a.jsonl.csv"})
        QVERIFY(formatOf(name) == FileFormat::Csv);
    for (const char* name : {"a", "a.txt", "a.gz", "a.csv.gz.zst", "a.csv.bak", "csv", "a.CSV2"})
        QVERIFY(!formatOf(name));
}

void FolderSourceTest::aFolderIsReadInTheOrderOfNames()
{
    writeFolder();
    FolderSource source = open(m_bed->path());
    QCOMPARE(round(source), wholeFolder());
    QCOMPARE(round(source), QStringList());
}

void FolderSourceTest::aPortionSaysWhereItIsFrom()
{
    m_bed->write("b.csv", "kind,n\r\nclick,1\r\nclick,2\r\n");
    FolderSource source = open(m_bed->path());
    const Portion first = source.next(1).value();
    QCOMPARE(first.file, std::string("b.csv"));
    QVERIFY(first.format == FileFormat::Csv);
    QCOMPARE(first.header, std::string("kind,n"));
    QCOMPARE(first.lines.size(), std::size_t{1});
    QVERIFY(!first.isDone);
    // The header is there again for whoever reads on.
    FolderSource again = open(m_bed->path(), FileEnding::Whole, first.checkpoint);
    const Portion second = again.next(10).value();
    QCOMPARE(second.header, std::string("kind,n"));
    const Line expected{3, "click,2", false};
    QVERIFY(second.lines == std::vector<Line>{expected});
}

void FolderSourceTest::stoppedAfterAnyPortionNothingIsLostOrReadTwice_data()
{
    QTest::addColumn<int>("most");
    QTest::addColumn<bool>("mayGrow");
    for (const int most : {1, 2, 3, 5, 7, 16, 39, 40, 41, 1000})
        for (const bool mayGrow : {false, true})
            QTest::addRow("%d lines, %s", most, mayGrow ? "open" : "whole") << most << mayGrow;
}

void FolderSourceTest::stoppedAfterAnyPortionNothingIsLostOrReadTwice()
{
    QFETCH(int, most);
    QFETCH(bool, mayGrow);
    writeFolder();
    const auto ending = mayGrow ? FileEnding::Open : FileEnding::Whole;
    QStringList told;
    std::string checkpoint;
    for (bool isDone = false; !isDone;) {
        // A new source for each portion: as if the program ended after every commit.
        FolderSource source = open(m_bed->path(), ending, checkpoint);
        const Portion portion = source.next(static_cast<std::size_t>(most)).value();
        QVERIFY(portion.lines.size() <= static_cast<std::size_t>(most));
        tell(portion, told);
        checkpoint = portion.checkpoint;
        isDone = portion.isDone;
    }
    QStringList expected = wholeFolder();
    if (mayGrow) { // two files whose last line has no end yet
        expected.removeAll(QStringLiteral("b.csv:4 click,2"));
        expected.removeAll(QStringLiteral("d.json:1 {\"n\":7}"));
    }
    QCOMPARE(told, expected);
}

void FolderSourceTest::progressGoesFromZeroToOne()
{
    // 1000 lines of 9 to 11 bytes in two files; half of the bytes are in each.
    m_bed->write("a.jsonl", numbered(100'000, 149'999));
    m_bed->write("b.jsonl", numbered(150'000, 199'999));
    FolderSource source = open(m_bed->path());
    double before = 0;
    for (int i = 0; i < 10; ++i) {
        const Portion portion = source.next(10'000).value();
        QVERIFY(portion.progress > before);
        before = portion.progress;
        // Read ahead by at most one block of 64 KiB of 1.3 MB.
        QVERIFY(portion.progress - (i + 1) * 0.1 >= 0 && portion.progress - (i + 1) * 0.1 < 0.06);
    }
    const Portion last = source.next(10'000).value();
    QVERIFY(last.isDone);
    QCOMPARE(last.progress, 1.0);
    FileBed nothing;
    FolderSource none = open(nothing.path());
    QCOMPARE(none.next(1).value().progress, 1.0);
}

void FolderSourceTest::newLinesAndFilesAreRead()
{
    m_bed->write("b.jsonl", numbered(1, 2));
    m_bed->write("c.jsonl.gz", gzipOf(numbered(50, 51)));
    FolderSource source = open(m_bed->path(), FileEnding::Open);
    QCOMPARE(round(source), lines("b.jsonl", 1, 2, 1) + lines("c.jsonl.gz", 50, 51, 1));
    m_bed->append("b.jsonl", numbered(3, 4));
    m_bed->append("c.jsonl.gz", gzipOf(numbered(52, 52)));
    m_bed->write("a.jsonl", numbered(9, 9));
    QCOMPARE(round(source),
             lines("a.jsonl", 9, 9, 1) + lines("b.jsonl", 3, 4, 3)
                 + lines("c.jsonl.gz", 52, 52, 3));
    QCOMPARE(round(source), QStringList());
}

void FolderSourceTest::aFileThatBecameAnotherOneIsReadAnew_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("longer") << QString::fromStdString(numbered(1, 3))
                            << QString::fromStdString(numbered(11, 19));
    QTest::newRow("as long") << QString::fromStdString(numbered(1, 3))
                             << QString::fromStdString(numbered(4, 6));
    QTest::newRow("shorter") << QString::fromStdString(numbered(1, 3))
                             << QString::fromStdString(numbered(1, 2));
    QTest::newRow("shorter, 4 KiB alike")
        << QString::fromStdString(numbered(1, 3'000)) << QString::fromStdString(numbered(1, 2'000));
}

void FolderSourceTest::aFileThatBecameAnotherOneIsReadAnew()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    m_bed->write("a.jsonl", before.toStdString());
    FolderSource source = open(m_bed->path(), FileEnding::Open);
    QCOMPARE(round(source).size(), before.count('\n'));
    std::filesystem::remove(m_bed->path("a.jsonl"));
    const auto path = m_bed->write("a.jsonl", after.toStdString());
    // Whatever the grain of the file system's clock is.
    std::filesystem::last_write_time(
        path, std::filesystem::last_write_time(path) + std::chrono::seconds(1));
    const QStringList told = round(source);
    QCOMPARE(told.size(), after.count('\n'));
    QVERIFY(told.front().startsWith(QLatin1String("a.jsonl:1 ")));
}

void FolderSourceTest::aFileThatIsGoneIsForgotten()
{
    m_bed->write("a.jsonl", numbered(1, 2));
    m_bed->write("b.jsonl", numbered(3, 4));
    FolderSource source = open(m_bed->path());
    QCOMPARE(round(source).size(), 4);
    std::filesystem::remove(m_bed->path("a.jsonl"));
    const Portion portion = source.next(9).value();
    QVERIFY(portion.isDone);
    const auto marks = readFolderCheckpoint(portion.checkpoint, "test").value();
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks.begin()->first, std::string("b.jsonl"));
}

void FolderSourceTest::aLineIsWaitedForUnlessTheFileIsWhole()
{
    m_bed->write("a.jsonl", "{\"n\":1}\n{\"n\":2}");
    FolderSource source = open(m_bed->path(), FileEnding::Open);
    QCOMPARE(round(source), lines("a.jsonl", 1, 1, 1));
    QCOMPARE(round(source), QStringList());
    const std::string checkpoint = source.next(1).value().checkpoint;
    FolderSource whole = open(m_bed->path(), FileEnding::Whole, checkpoint);
    QCOMPARE(round(whole), lines("a.jsonl", 2, 2, 2));
    m_bed->append("a.jsonl", "\n{\"n\":3}\n");
    QCOMPARE(round(source), lines("a.jsonl", 2, 3, 2));
    QCOMPARE(round(whole), lines("a.jsonl", 3, 3, 3));
}

void FolderSourceTest::aQuietFileIsWhole()
{
    constexpr std::int64_t kWritten = 1'774'000'800'000;
    const auto writtenAt = [&](std::int64_t at) {
        std::filesystem::last_write_time(
            m_bed->path("a.jsonl"),
            std::chrono::file_clock::from_sys(
                std::chrono::sys_time<std::chrono::nanoseconds>(std::chrono::milliseconds(at))));
    };
    base::ManualClock clock{TimeMs{kWritten + FolderSource::kQuietMs - 1}};
    m_bed->write("a.jsonl", "{\"n\":1}\n{\"n\":2}");
    writtenAt(kWritten);
    FolderSource source
        = FolderSource::open({m_bed->path(), {}, FileEnding::Open, &clock}, {}).value();
    QCOMPARE(round(source), lines("a.jsonl", 1, 1, 1));
    clock.set({kWritten + FolderSource::kQuietMs});
    QCOMPARE(round(source), lines("a.jsonl", 2, 2, 2));
    QCOMPARE(round(source), QStringList());
    m_bed->append("a.jsonl", "\n{\"n\":3}\n{\"n\":4}");
    writtenAt(kWritten + FolderSource::kQuietMs);
    QCOMPARE(round(source), lines("a.jsonl", 3, 3, 3));
}

void FolderSourceTest::aHeaderIsWaitedFor()
{
    m_bed->write("a.csv", "kind,");
    FolderSource source = open(m_bed->path(), FileEnding::Open);
    QCOMPARE(round(source), QStringList());
    m_bed->append("a.csv", "n\nclick,1\n");
    const Portion portion = source.next(9).value();
    QCOMPARE(portion.header, std::string("kind,n"));
    QCOMPARE(portion.lines.front().text, std::string("click,1"));
}

void FolderSourceTest::aBrokenFileDoesNotStopTheOthers()
{
    m_bed->write("a.jsonl.gz", gzipOf(numbered(1, 2)) + "\x1f\x8b not gzip at all");
    m_bed->write("b.jsonl", numbered(3, 3));
    m_bed->write("c.csv", std::string(70'000, 'x') + "\n1\n");
    FolderSource source = open(m_bed->path());
    const QStringList expected = lines("a.jsonl.gz", 1, 2, 1) + QStringList{"FILE_BROKEN"}
        + lines("b.jsonl", 3, 3, 1) + QStringList{"FILE_FORMAT"};
    QCOMPARE(round(source), expected);
    QCOMPARE(round(source), QStringList());
    // Put right, it goes on behind what was read of it.
    m_bed->write("a.jsonl.gz", gzipOf(numbered(1, 2)) + gzipOf(numbered(3, 3)));
    m_bed->write("c.csv", "n\n1\n");
    QCOMPARE(round(source).filter(QStringLiteral("c.csv")), QStringList{"c.csv:2 1"});
}

void FolderSourceTest::whatIsNoEventALineIsRefused()
{
    m_bed->write("a.json", "[\n  {\"n\": 1},\n  {\"n\": 2}\n]\n");
    m_bed->write("b\xff.jsonl", numbered(1, 1));
    FolderSource source = open(m_bed->path());
    const auto list = source.next(9);
    QCOMPARE(codeOf(list), std::string("FILE_FORMAT"));
    QCOMPARE(list.error().what, std::string("it holds one list, not one event a line"));
    const auto name = source.next(9);
    QCOMPARE(codeOf(name), std::string("FILE_FORMAT"));
    QCOMPARE(name.error().what, std::string("its name is not UTF-8"));
    QVERIFY(source.next(9).value().isDone);
}

void FolderSourceTest::aSingleFileMayBeNamedFreely()
{
    const auto path = m_bed->write("orders.log", numbered(1, 2));
    FolderSource unnamed = open(path);
    QCOMPARE(codeOf(unnamed.next(9)), std::string("FILE_FORMAT"));
    FolderSource source
        = FolderSource::open({path, FileFormat::JsonLines, FileEnding::Open}, {}).value();
    QCOMPARE(round(source), lines("orders.log", 1, 2, 1));
}

void FolderSourceTest::aPlaceThatIsNotThereIsAnError()
{
    FolderSource source = open(m_bed->path("later"), FileEnding::Open);
    QCOMPARE(codeOf(source.next(9)), std::string("FILE_MISSING"));
    std::filesystem::create_directory(m_bed->path("later"));
    m_bed->write("later/a.jsonl", numbered(1, 1));
    QCOMPARE(round(source), lines("a.jsonl", 1, 1, 1));
    std::filesystem::remove_all(m_bed->path("later"));
    QCOMPARE(codeOf(source.next(9)), std::string("FILE_MISSING"));
    FolderSource device = open("/dev/null");
    QVERIFY(!device.next(9));
}

void FolderSourceTest::checkpointsComeBackAsTheyWent()
{
    const FolderCheckpoint marks{
        {"a \"b\"\n.jsonl", {INT64_MAX, INT64_MIN, UINT64_MAX, 4096, {12, 345}, true}},
        {"\xea\xb0\x80.csv", {0, 0, 0, 0, {}, false}}};
    QVERIFY(readFolderCheckpoint(checkpointText(marks), "test").value() == marks);
    QVERIFY(readFolderCheckpoint("", "test").value().empty());
}

void FolderSourceTest::badCheckpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    const QString good = QStringLiteral(
        R"({"version":1,"files":[{"name":"a","size":9,"modified":1,"fingerprint":"0f","head_bytes":9,"lines":1,"offset":9,"at_end":true}]})");
    const auto changed = [&](const char* from, const char* to) {
        QString text = good;
        return text.replace(QLatin1String(from), QLatin1String(to));
    };
    QTest::newRow("good") << good << QString();
    QTest::newRow("no JSON") << QStringLiteral("{") << QStringLiteral("checkpoint");
    QTest::newRow("version") << changed("\"version\":1", "\"version\":2")
                             << QStringLiteral("version");
    QTest::newRow("no files") << QStringLiteral("{\"version\":1}") << QStringLiteral("files");
    QTest::newRow("no name") << changed("\"name\":\"a\",", "") << QStringLiteral("files[0].name");
    QTest::newRow("negative size")
        << changed("\"size\":9", "\"size\":-9") << QStringLiteral("files[0].size");
    QTest::newRow("fingerprint") << changed("0f", "0g") << QStringLiteral("files[0].fingerprint");
    QTest::newRow("head") << changed("\"head_bytes\":9", "\"head_bytes\":4097")
                          << QStringLiteral("files[0].head_bytes");
    QTest::newRow("lines") << changed("\"lines\":1", "\"lines\":10")
                           << QStringLiteral("files[0].lines");
    QTest::newRow("end") << changed("true", "1") << QStringLiteral("files[0].at_end");
    QTest::newRow("unknown") << changed("\"size\"", "\"x\":1,\"size\"")
                             << QStringLiteral("files[0].x");
}

void FolderSourceTest::badCheckpoints()
{
    QFETCH(QString, text);
    QFETCH(QString, where);
    const auto source = FolderSource::open({m_bed->path(), {}, {}}, text.toStdString());
    QCOMPARE(source.has_value(), where.isEmpty());
    if (!source)
        QVERIFY2(source.error().where.find(where.toStdString()) != std::string::npos,
                 source.error().where.c_str());
}

QTEST_GUILESS_MAIN(FolderSourceTest)
#include "test_folder_source.moc"
