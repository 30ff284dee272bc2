// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/pipeline/distribute/file_channel.h"
#include "tests/unit/pipeline/file_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

TimeMs at(const char* iso)
{
    return base::parseIso(iso, "test").value();
}

Parcel lines(std::uint64_t first, const std::string& texts)
{
    return {"g", first, first, 1, BatchFormat::JsonLines, {}, texts};
}

Parcel rows(std::uint64_t first, const std::string& texts)
{
    return {"g", first, first, 1, BatchFormat::Csv, "n", texts};
}

constexpr const char* kNoon = "2026-01-05T12:00:00Z";
constexpr const char* kOne = "2026-01-05T13:59:59.999Z";

} // namespace

class FileChannelTest : public QObject
{
    Q_OBJECT

private:
    std::optional<FileBed> m_bed;

    FileChannel open() const { return FileChannel::open(m_bed->path(), "out").value(); }
    /// "name=text name=text", without the state, line ends shown as "/".
    std::string files() const
    {
        std::map<std::string, std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(m_bed->path())) {
            if (entry.path().filename().string().starts_with('.'))
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::string text{std::istreambuf_iterator<char>(in), {}};
            std::erase(text, '\r');
            std::ranges::replace(text, '\n', '/');
            found[entry.path().filename().string()] = text;
        }
        std::string told;
        for (const auto& [name, text] : found)
            told += (told.empty() ? "" : " ") + name + "=" + text;
        return told;
    }

private Q_SLOTS:
    void init() { m_bed.emplace(); }
    void anHourIsAFile();
    void aCsvFileHasItsHeaderOnce();
    void aKnownParcelIsNotWrittenAgain();
    void aCrashLeavesWholeParcelsOnly();
    void aCrashAfterTheFileHasItsName();
    void anHourGoesOnAfterItWasFinished();
    void aClockSetBackWritesIntoThePresentFile();
    void anotherFormatIsAnotherFile();
    void oldKeysAreForgotten();
    void whatCannotBeWritten();
    void badStates_data();
    void badStates();
};

void FileChannelTest::anHourIsAFile()
{
    FileChannel channel = open();
    QVERIFY(channel.append(lines(1, "a\n"), at(kNoon)));
    QVERIFY(channel.append(lines(2, "b\nc\n"), at("2026-01-05T12:59:59.999Z")));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/c/"));
    QVERIFY(channel.append(lines(4, "d\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/b/c/ out-20260105-13.jsonl.part=d/"));
    QVERIFY(channel.finish());
    QVERIFY(channel.finish());
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/b/c/ out-20260105-13.jsonl=d/"));
}

void FileChannelTest::aCsvFileHasItsHeaderOnce()
{
    FileChannel channel = open();
    QVERIFY(channel.append(rows(1, "1\r\n"), at(kNoon)));
    QVERIFY(channel.append(rows(2, "2\r\n"), at(kNoon)));
    QVERIFY(channel.append(rows(3, "3\r\n"), at(kOne)));
    QVERIFY(channel.finish());
    QCOMPARE(files(), std::string("out-20260105-12.csv=n/1/2/ out-20260105-13.csv=n/3/"));
}

void FileChannelTest::aKnownParcelIsNotWrittenAgain()
{
    for (int i = 0; i < 2; ++i) { // also by a channel that was opened anew
        FileChannel channel = open();
        QVERIFY(channel.append(lines(1, "a\n"), at(kNoon)));
        QVERIFY(channel.append(lines(2, "b\n"), at(kNoon)));
        QVERIFY(channel.append(lines(1, "a\n"), at(kNoon)));
    }
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/"));
    QVERIFY(open().append(lines(2, "b\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/"));
}

void FileChannelTest::aCrashLeavesWholeParcelsOnly()
{
    QVERIFY(open().append(lines(1, "a\n"), at(kNoon)));
    // Written, and not noted when the program ended.
    m_bed->append("out-20260105-12.jsonl.part", "b\nc");
    QVERIFY(open().append(lines(2, "b\nc\n"), at(kNoon)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/c/"));
    // Less is there than was noted: rather twice than not at all.
    std::filesystem::resize_file(m_bed->path("out-20260105-12.jsonl.part"), 2);
    QVERIFY(open().append(lines(2, "b\nc\n"), at(kNoon)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/c/"));
    // The same with the first parcel of a file: its hour was noted, its text was not.
    const auto state = m_bed->path(".out.state");
    QVERIFY(open().append(lines(4, "d\n"), at(kOne)));
    const std::string begun
        = R"({"version":1,"file":"out-20260105-13.jsonl","size":0,"keys":["g:1","g:2"]})";
    m_bed->write(state.filename().string(), begun);
    QVERIFY(open().append(lines(4, "d\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/b/c/ out-20260105-13.jsonl.part=d/"));
}

void FileChannelTest::aCrashAfterTheFileHasItsName()
{
    QVERIFY(open().append(lines(1, "a\n"), at(kNoon)));
    QVERIFY(open().finish()); // its state still says that it is written
    QVERIFY(open().append(lines(2, "b\n"), at(kNoon)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl.part=a/b/"));
    QVERIFY(open().finish());
    QVERIFY(open().append(lines(3, "c\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/b/ out-20260105-13.jsonl.part=c/"));
}

void FileChannelTest::anHourGoesOnAfterItWasFinished()
{
    FileChannel channel = open();
    QVERIFY(channel.append(rows(1, "1\r\n"), at(kNoon)));
    QVERIFY(channel.finish());
    QVERIFY(channel.append(rows(2, "2\r\n"), at(kNoon)));
    QVERIFY(channel.finish());
    QCOMPARE(files(), std::string("out-20260105-12.csv=n/1/2/"));
}

void FileChannelTest::aClockSetBackWritesIntoThePresentFile()
{
    FileChannel channel = open();
    QVERIFY(channel.append(lines(1, "a\n"), at(kOne)));
    QVERIFY(channel.append(lines(2, "b\n"), at(kNoon)));
    QVERIFY(channel.append(lines(3, "c\n"), at("2025-12-31T23:00:00Z")));
    QCOMPARE(files(), std::string("out-20260105-13.jsonl.part=a/b/c/"));
    QVERIFY(channel.append(lines(4, "d\n"), at("2026-01-06T00:00:00Z")));
    QCOMPARE(files(), std::string("out-20260105-13.jsonl=a/b/c/ out-20260106-00.jsonl.part=d/"));
}

void FileChannelTest::anotherFormatIsAnotherFile()
{
    FileChannel channel = open();
    QVERIFY(channel.append(lines(1, "a\n"), at(kNoon)));
    QVERIFY(channel.append(rows(2, "2\r\n"), at(kNoon)));
    QCOMPARE(files(), std::string("out-20260105-12.csv.part=n/2/ out-20260105-12.jsonl=a/"));
}

void FileChannelTest::oldKeysAreForgotten()
{
    FileChannel channel = open();
    std::string expected;
    for (std::uint64_t i = 1; i <= FileChannel::kKeptKeys + 1; ++i) {
        QVERIFY(channel.append(lines(i, "x\n"), at(kNoon)));
        expected += "x/";
    }
    QVERIFY(channel.append(lines(2, "x\n"), at(kNoon)));
    QCOMPARE(files(), "out-20260105-12.jsonl.part=" + expected);
}

void FileChannelTest::whatCannotBeWritten()
{
    QCOMPARE(codeOf(FileChannel::open(m_bed->path("nowhere"), "out")),
             std::string("FOLDER_MISSING"));
    FileChannel channel = open();
    QVERIFY(channel.append(lines(1, "a\n"), at(kNoon)));
    // Something else has the name of the file that comes next.
    std::filesystem::create_directory(m_bed->path("out-20260105-13.jsonl.part"));
    const auto refused = channel.append(lines(2, "b\n"), at(kOne));
    QCOMPARE(codeOf(refused), std::string("FILE_UNWRITABLE"));
    std::filesystem::remove(m_bed->path("out-20260105-13.jsonl.part"));
    QVERIFY(channel.append(lines(2, "b\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/ out-20260105-13.jsonl.part=b/"));
    // Its state cannot be noted: nothing of the parcel is left.
    std::filesystem::create_directory(m_bed->path(".out.state.new"));
    QCOMPARE(codeOf(channel.append(lines(3, "c\n"), at(kOne))), std::string("FILE_UNWRITABLE"));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/ out-20260105-13.jsonl.part=b/"));
    std::filesystem::remove(m_bed->path(".out.state.new"));
    QVERIFY(channel.append(lines(3, "c\n"), at(kOne)));
    QCOMPARE(files(), std::string("out-20260105-12.jsonl=a/ out-20260105-13.jsonl.part=b/c/"));
}

void FileChannelTest::badStates_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("empty") << "";
    QTest::newRow("no JSON") << "{";
    QTest::newRow("version") << R"({"version":2,"file":"","size":0,"keys":[]})";
    QTest::newRow("size") << R"({"version":1,"file":"","size":-1,"keys":[]})";
    QTest::newRow("keys") << R"({"version":1,"file":"","size":0,"keys":[1]})";
    QTest::newRow("elsewhere") << R"({"version":1,"file":"../x","size":0,"keys":[]})";
    QTest::newRow("unknown") << R"({"version":1,"file":"","size":0,"keys":[],"x":1})";
}

void FileChannelTest::badStates()
{
    QFETCH(QString, state);
    m_bed->write(".out.state", state.toStdString());
    QCOMPARE(codeOf(FileChannel::open(m_bed->path(), "out")), std::string("FILE_BROKEN"));
}

QTEST_GUILESS_MAIN(FileChannelTest)
#include "test_file_channel.moc"
