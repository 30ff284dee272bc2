// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/workspace_bed.h"

#include <QFile>

#include <thread>

using namespace gavel;
using namespace gavel::store;

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWriteIsThereAfterReopening();
    void aFailingWriteIsUndoneAloneInTheSameCommit();
    void writesOfManyThreadsAreAllThere();
    void aSecondOpenIsRefusedWhileTheFirstLives();
    void aFileOfAnotherProgramIsRefusedAndLeftAlone();
    void aFileThatIsNoDatabaseIsRefused();
    void aMissingFolderIsAnError();
    void theWriterKeepsTheDurablePragmas();
    void aReaderCannotWrite();
    void anEmptyPathIsPrivateAndGoneAtClose();
    void aBackupIsAWholeWorkspace();
    void aBackupNeverOverwrites();
    void aLongReaderDoesNotStopWritesAndTheLogShrinksAfterIt();
    void aWriteThatEndsTheTransactionStopsTheWorkspace();
    void aFullFileIsToldAndTheWriteIsUndone();
};

void WorkspaceTest::aWriteIsThereAfterReopening()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
    QCOMPARE(bed.workspace->file(), bed.path());
    bed.close();
    QVERIFY(!std::filesystem::exists(bed.path("test.gavel-wal"))); // one file when closed
    bed.open();
    QCOMPARE(bed.integer("SELECT count(*) FROM setting"), 1);
}

void WorkspaceTest::aFailingWriteIsUndoneAloneInTheSameCommit()
{
    WorkspaceBed bed;
    bed.open();
    std::vector<std::future<Result<void>>> acknowledged;
    bed.workspace->betweenCommits([&] { // all three wait for one commit
        acknowledged.push_back(
            bed.workspace->write(statement("INSERT INTO setting VALUES ('a', '1')")));
        acknowledged.push_back(bed.workspace->write(statement(
            "INSERT INTO setting VALUES ('b', '1'); INSERT INTO setting VALUES ('a', '2')")));
        acknowledged.push_back(
            bed.workspace->write(statement("INSERT INTO setting VALUES ('c', '1')")));
    });
    QVERIFY(acknowledged[0].get());
    const auto second = acknowledged[1].get();
    QVERIFY(!second);
    QCOMPARE(second.error().code, std::string("STORE_RULE"));
    QVERIFY(acknowledged[2].get());
    QCOMPARE(bed.integer("SELECT count(*) FROM setting WHERE key IN ('a', 'c')"), 2);
    QCOMPARE(bed.integer("SELECT count(*) FROM setting"), 2);
    QVERIFY(!bed.workspace->failure());
}

void WorkspaceTest::writesOfManyThreadsAreAllThere()
{
    WorkspaceBed bed;
    bed.open();
    std::vector<std::thread> threads;
    std::atomic<int> refused{0};
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 50; ++i) {
                const auto key = std::to_string(thread) + "-" + std::to_string(i);
                if (!bed.workspace->writeAndWait(
                        statement("INSERT INTO setting VALUES ('" + key + "', '')")))
                    ++refused;
            }
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(bed.integer("SELECT count(*) FROM setting"), 200);
}

void WorkspaceTest::aSecondOpenIsRefusedWhileTheFirstLives()
{
    WorkspaceBed bed;
    bed.open();
    const auto second = Workspace::open(bed.path());
    QVERIFY(!second);
    QCOMPARE(second.error().code, std::string("WORKSPACE_LOCKED"));
    QVERIFY(second.error().what.find(std::to_string(QCoreApplication::applicationPid()))
            != std::string::npos);
    bed.close();
    QVERIFY(Workspace::open(bed.path()));
}

void WorkspaceTest::aFileOfAnotherProgramIsRefusedAndLeftAlone()
{
    WorkspaceBed bed;
    {
        auto other = Connection::open(bed.path(), Connection::Access::Write);
        QVERIFY(other->execute("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)"));
    }
    QFile file(QString::fromStdString(bed.path().string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto opened = Workspace::open(bed.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, std::string("NOT_A_WORKSPACE"));
    QCOMPARE(opened.error().where, bed.path().string());
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void WorkspaceTest::aFileThatIsNoDatabaseIsRefused()
{
    WorkspaceBed bed;
    QFile file(QString::fromStdString(bed.path().string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto opened = Workspace::open(bed.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, std::string("NOT_A_WORKSPACE"));
}

void WorkspaceTest::aMissingFolderIsAnError()
{
    WorkspaceBed bed;
    const auto opened = Workspace::open(bed.path("nowhere") / "a.gavel");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, std::string("STORE_IO"));
}

void WorkspaceTest::theWriterKeepsTheDurablePragmas()
{
    WorkspaceBed bed;
    bed.open();
    std::vector<std::int64_t> values;
    // FULL = 2; no checkpoint but the writer's own; no memory map
    QVERIFY(bed.workspace->writeAndWait([&](Connection& connection) -> Result<void> {
        for (const char* pragma :
             {"synchronous", "wal_autocheckpoint", "mmap_size", "foreign_keys", "trusted_schema"})
            values.push_back(connection.integer(std::string("PRAGMA ") + pragma).value());
        return {};
    }));
    QCOMPARE(values, (std::vector<std::int64_t>{2, 0, 0, 1, 0}));
    auto reader = bed.workspace->reader();
    auto mode = reader->prepare("PRAGMA journal_mode");
    QVERIFY(mode->step().value());
    QCOMPARE(mode->text(0), std::string_view("wal"));
}

void WorkspaceTest::aReaderCannotWrite()
{
    WorkspaceBed bed;
    bed.open();
    auto reader = bed.workspace->reader();
    QVERIFY(reader);
    QVERIFY(!reader->execute("INSERT INTO setting VALUES ('a', '1')"));
}

void WorkspaceTest::anEmptyPathIsPrivateAndGoneAtClose()
{
    auto workspace = Workspace::open({});
    QVERIFY(workspace);
    QVERIFY((*workspace)->file().empty());
    QVERIFY((*workspace)->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
    std::string folder;
    {
        auto reader = (*workspace)->reader();
        QCOMPARE(reader->integer("SELECT count(*) FROM setting").value(), 1);
        auto list = reader->prepare("SELECT file FROM pragma_database_list");
        QVERIFY(list->step().value());
        folder = std::filesystem::path(list->text(0)).parent_path();
    }
    QVERIFY(std::filesystem::exists(folder));
    workspace->reset();
    QVERIFY(!std::filesystem::exists(folder));
}

void WorkspaceTest::aBackupIsAWholeWorkspace()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
    QVERIFY(bed.workspace->backup(bed.path("copy.gavel")));
    QVERIFY(bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('b', '1')")));
    const auto copy = Workspace::open(bed.path("copy.gavel"));
    QVERIFY(copy);
    auto reader = (*copy)->reader();
    QCOMPARE(reader->integer("SELECT count(*) FROM setting").value(), 1);
}

void WorkspaceTest::aBackupNeverOverwrites()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(bed.workspace->backup(bed.path("copy.gavel")));
    const auto again = bed.workspace->backup(bed.path("copy.gavel"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, std::string("BACKUP_EXISTS"));
    const auto nowhere = bed.workspace->backup(bed.path("no") / "copy.gavel");
    QVERIFY(!nowhere);
    QVERIFY(bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
}

void WorkspaceTest::aLongReaderDoesNotStopWritesAndTheLogShrinksAfterIt()
{
    WorkspaceBed bed;
    bed.open();
    const auto logBytes = [&] { return std::filesystem::file_size(bed.path("test.gavel-wal")); };
    const auto fill = [&] { // four megabytes a commit
        QVERIFY(bed.workspace->writeAndWait(statement(
            "INSERT OR REPLACE INTO setting VALUES ('big', CAST(zeroblob(4000000) AS TEXT))")));
    };
    {
        auto reader = bed.workspace->reader();
        QVERIFY(reader->execute("BEGIN"));
        QCOMPARE(reader->integer("SELECT count(*) FROM setting").value(), 0);
        for (int i = 0; i < 20; ++i)
            fill();
        QVERIFY(logBytes() > 64U * 1024 * 1024);
        QCOMPARE(reader->integer("SELECT count(*) FROM setting").value(), 0); // its own moment
    }
    for (int i = 0; i < 3; ++i)
        fill();
    QVERIFY(logBytes() < 64U * 1024 * 1024);
}

void WorkspaceTest::aWriteThatEndsTheTransactionStopsTheWorkspace()
{
    WorkspaceBed bed;
    bed.open();
    QVERIFY(!bed.workspace->writeAndWait(statement("COMMIT")));
    QVERIFY(bed.workspace->failure());
    QVERIFY(!bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
}

void WorkspaceTest::aFullFileIsToldAndTheWriteIsUndone()
{
    WorkspaceBed bed;
    bed.open();
    // SQLite tells a file at its largest size as it tells a full disk.
    QVERIFY(bed.workspace->writeAndWait(statement("INSERT INTO setting VALUES ('a', '1')")));
    bed.workspace->betweenCommits([] {});
    QVERIFY(bed.workspace->writeAndWait(statement("PRAGMA max_page_count = 40")));
    const auto big = bed.workspace->writeAndWait(
        statement("INSERT INTO setting VALUES ('big', CAST(zeroblob(4000000) AS TEXT))"));
    QVERIFY(!big);
    QCOMPARE(big.error().code, std::string("STORE_FULL"));
    QCOMPARE(bed.integer("SELECT count(*) FROM setting"), 1);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "test_workspace.moc"
