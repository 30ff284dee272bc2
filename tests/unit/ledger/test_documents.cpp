// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/documents/invoice.h"
#include "engine/ledger/documents/ledger_sheets.h"
#include "engine/ledger/settlement/hand_posting.h"
#include "tests/unit/ledger/audit_bed.h"

#include <QProcess>

using namespace gavel;
using namespace gavel::ledger;

namespace {

constexpr TimeMs minuteEnd(int minute)
{
    return {kStart.value + minute * base::kMinuteMs};
}

/// Minute 1: camp-001 wins 2 and 1.5, three clicks; camp-002 wins 3. After it 10 are paid in to
/// pine, and 0.5 given back. Minute 2: camp-001 wins 4.
struct Books
{
    Books()
    {
        audit.win(1, 1, 1, 2'000'000'000);
        audit.win(1, 1, 2, 1'500'000'000);
        for (int i = 0; i < 3; ++i)
            audit.click(1);
        audit.win(1, 2, 2, 3'000'000'000);
        const auto first = audit.settle(1);
        const HandOrder paid{minuteEnd(1) + 5000, "receipt 7", "bank transfer", "mina"};
        LedgerRecords records;
        records.rounds.push_back(first.round);
        records.notes
            = payIn(audit.bed.book, "pine", kUsd, Money::units(10), paid, paid.at).value();
        const HandOrder back{minuteEnd(1) + 6000, "refund 1", "=shown on a wrong page", "mina"};
        for (const TransferNote& note :
             refund(audit.bed.book, {"pine", "metro", Money{500'000}, Money{450'000}, {}}, back,
                    back.at)
                 .value())
            records.notes.push_back(note);
        audit.win(2, 1, 1, 4'000'000'000);
        records.rounds.push_back(audit.settle(2).round);
        audit.keep(std::move(records));
    }
    Result<Statement> statement(const std::string& owner, TimeMs from, TimeMs to,
                                bool publisher = false, std::int32_t tax = 0)
    {
        auto reader = audit.reader();
        DeliveredSpan span;
        return makeStatement(reader, audit.store->bookNumber(),
                             {owner,
                              publisher,
                              kUsd,
                              from,
                              to,
                              tax,
                              {{"home-top", "harbor"}, {"article-mid", "metro"}}},
                             span);
    }
    void close(TimeMs end)
    {
        audit.keep({{}, {}, {}, {{kStart, end, end, true, audit.bed.book.lastSequence()}}});
    }
    AuditBed audit;
};

} // namespace

class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatementOfAnAdvertiserCloses();
    void aWindowThatEndsWithThePeriodBelongsToIt();
    void aStatementOfAPublisherCloses();
    void aSnapshotChangesNoStatement();
    void taxIsOfThePlatformsPart();
    void aStatementIsFinalWhenItsWindowsAreClosed();
    void badStatementsAreRefused();
    void anInvoiceHasLinesTaxAndNumber();
    void anInvoiceIsIssuedOnceAndOnlyWhenClosed();
    void csvIsSafeForSpreadsheets_data();
    void csvIsSafeForSpreadsheets();
    void csvWritesExactAmounts();
    void xlsxOpensWithTextsAndAmounts();
    void xlsxThatCannotBeWrittenSaysSo();
    void theLedgerAndReconciliationAreTables();
};

void DocumentsTest::aStatementOfAnAdvertiserCloses()
{
    Books books;
    const auto made = books.statement("pine", kStart, minuteEnd(2));
    QVERIFY2(made, made ? "" : toString(made.error()).c_str());
    QCOMPARE(made->lines.size(), 1U);
    QCOMPARE(made->lines[0].campaign, std::string("camp-001"));
    QCOMPARE(made->lines[0].impressions, 3U);
    QCOMPARE(made->lines[0].clicks, 3U);
    QCOMPARE(made->media.micros, 7'500'000);
    QCOMPARE(made->publishers.micros, 6'750'000); // nine tenths
    QCOMPARE(made->platform.micros, 750'000);
    // Paid in 10, refunded 0.45 and 0.05.
    QCOMPARE(made->movements.size(), 3U);
    QCOMPARE(made->movements[0].amount.micros, 10'000'000);
    QCOMPARE(made->movements[0].reason, std::string("bank transfer"));
    QCOMPARE(made->movementSum.micros, 10'500'000);
    QCOMPARE(made->balanceBefore.micros, 1'000'000'000); // paid in at kStart, of the period before
    QCOMPARE(made->balanceAfter.micros, 1'003'000'000);
    QVERIFY(made->balanceAfter == made->balanceBefore - made->media + made->movementSum);
}

void DocumentsTest::aWindowThatEndsWithThePeriodBelongsToIt()
{
    Books books;
    QCOMPARE(books.statement("pine", kStart, minuteEnd(1))->media.micros, 3'500'000);
    const auto second = books.statement("pine", minuteEnd(1), minuteEnd(2));
    QCOMPARE(second->media.micros, 4'000'000);
    QCOMPARE(second->lines[0].impressions, 1U);
    QCOMPARE(second->lines[0].clicks, 0U);
    QCOMPARE(second->balanceBefore.micros, 996'500'000);
}

void DocumentsTest::aStatementOfAPublisherCloses()
{
    Books books;
    const auto made = books.statement("metro", kStart, minuteEnd(2), true);
    QVERIFY2(made, made ? "" : toString(made.error()).c_str());
    QCOMPARE(made->lines.size(), 1U);
    QCOMPARE(made->lines[0].campaign, std::string("article-mid"));
    QCOMPARE(made->media.micros, 4'050'000); // nine tenths of 1.5 + 3
    QCOMPARE(made->movementSum.micros, -450'000);
    QCOMPARE(made->balanceAfter.micros, 3'600'000);
}

void DocumentsTest::aSnapshotChangesNoStatement()
{
    // A snapshot in the middle of minute 2, by hand: the store makes one only every 200 000 rows.
    Books books;
    const std::string book = std::to_string(books.audit.store->bookNumber());
    const Book& now = books.audit.bed.book;
    books.audit.damage("INSERT INTO ledger_snapshot VALUES (" + book + ", "
                       + std::to_string(now.lastSequence()) + ", 0)");
    for (AccountHandle handle = 1; handle <= now.accountCount(); ++handle)
        books.audit.damage("INSERT INTO snapshot_account VALUES (" + book + ", "
                           + std::to_string(handle) + ", "
                           + std::to_string(now.account(handle).debitsPosted) + ", 0, "
                           + std::to_string(now.account(handle).creditsPosted) + ", 0, 0, 0)");
    books.audit.win(3, 1, 1, 6'000'000'000);
    books.audit.keep({{books.audit.settle(3).round}, {}, {}, {}});
    QCOMPARE(books.statement("pine", kStart, minuteEnd(1))->balanceBefore.micros, 1'000'000'000);
    QCOMPARE(books.statement("pine", minuteEnd(1), minuteEnd(2))->balanceBefore.micros,
             996'500'000);
    const auto last = books.statement("pine", minuteEnd(2), minuteEnd(3));
    QCOMPARE(last->balanceBefore.micros, 1'003'000'000);
    QCOMPARE(last->balanceAfter.micros, 997'000'000);
}

void DocumentsTest::taxIsOfThePlatformsPart()
{
    Books books;
    QCOMPARE(books.statement("pine", kStart, minuteEnd(2), false, 200'000)->tax.micros, 150'000);
}

void DocumentsTest::aStatementIsFinalWhenItsWindowsAreClosed()
{
    Books books;
    QVERIFY(!books.statement("pine", kStart, minuteEnd(2))->final);
    books.close(minuteEnd(1));
    QVERIFY(books.statement("pine", kStart, minuteEnd(1))->final);
    QVERIFY(!books.statement("pine", kStart, minuteEnd(2))->final);
}

void DocumentsTest::badStatementsAreRefused()
{
    Books books;
    QCOMPARE(books.statement("nobody", kStart, minuteEnd(2)).error().code,
             std::string("STATEMENT_UNKNOWN"));
    QCOMPARE(books.statement("pine", minuteEnd(2), minuteEnd(2)).error().where,
             std::string("period"));
    QCOMPARE(books.statement("pine", kStart, minuteEnd(2), false, -1).error().where,
             std::string("tax"));
}

void DocumentsTest::anInvoiceHasLinesTaxAndNumber()
{
    Books books;
    const auto statement = books.statement("pine", kStart, minuteEnd(2));
    const Invoice draft = draftInvoice(*statement, 190'000, minuteEnd(3), 14 * base::kDayMs);
    QCOMPARE(numberText(draft), std::string("DRAFT"));
    // 7.5 for the campaign, -0.45 and -0.05 refunded; the pay-in is not invoiced.
    QCOMPARE(draft.lines.size(), 3U);
    QCOMPARE(draft.net.micros, 7'000'000);
    QCOMPARE(draft.tax.micros, 1'330'000);
    QCOMPARE(draft.total.micros, 8'330'000);
    QVERIFY(draft.dueAt == minuteEnd(3) + 14 * base::kDayMs);
    // Half a micro-unit is rounded up: 5 % of 0.00001 is 0.0000005.
    Statement small = *statement;
    small.movements.clear();
    small.lines = {{"camp-001", 1, 0, 0, Money{10}}};
    QCOMPARE(draftInvoice(small, 50'000, kStart, 0).tax.micros, 1);
}

void DocumentsTest::anInvoiceIsIssuedOnceAndOnlyWhenClosed()
{
    Books books;
    const auto issue = [&](TimeMs from, TimeMs to) {
        const auto statement = books.statement("pine", from, to);
        const Invoice draft = draftInvoice(*statement, 0, minuteEnd(3), base::kDayMs);
        Result<Invoice> issued = draft;
        const auto done = books.audit.workspace->writeAndWait(
            [&](store::Connection& connection) -> Result<void> {
                issued = issueInvoice(connection, books.audit.store->bookNumber(), draft,
                                      statement->final);
                return issued ? Result<void>() : Result<void>(issued.error());
            });
        return issued;
    };
    QCOMPARE(issue(kStart, minuteEnd(1)).error().code, std::string("INVOICE_OPEN"));
    books.close(minuteEnd(2));
    const auto first = issue(kStart, minuteEnd(1));
    QVERIFY2(first, first ? "" : toString(first.error()).c_str());
    QCOMPARE(numberText(*first), std::string("INV-000001"));
    QCOMPARE(issue(kStart, minuteEnd(2)).error().code, std::string("INVOICE_EXISTS"));
    const auto second = issue(minuteEnd(1), minuteEnd(2));
    QCOMPARE(second->number, 2); // a refused one uses up no number
    QCOMPARE(issue(kStart + -1000, kStart).error().code, std::string("INVOICE_EMPTY"));
    auto reader = books.audit.reader();
    const auto all = readInvoices(reader, books.audit.store->bookNumber(), "pine");
    QCOMPARE(all->size(), 2U);
    QCOMPARE(all->front().number, 2);
    QCOMPARE(all->back().lines.size(), first->lines.size());
    QVERIFY(all->back().total == first->total);
    QVERIFY(readInvoices(reader, books.audit.store->bookNumber(), "kite")->empty());
    const auto changed = books.audit.workspace->writeAndWait([](store::Connection& connection) {
        return connection.execute("UPDATE invoice SET total = 1");
    });
    QVERIFY(!changed);
}

void DocumentsTest::csvIsSafeForSpreadsheets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* name, const char* text, const char* cell) {
        QTest::addRow("%s", name) << QByteArray(text) << QByteArray(cell);
    };
    row("plain", "Spring Sale", "Spring Sale");
    row("formula", "=1+1", "'=1+1");
    row("plus", "+1", "'+1");
    row("minus", "-1", "'-1");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\t=1", "'\t=1");
    row("comma", "a,b", "\"a,b\"");
    row("quote", "a\"b", "\"a\"\"b\"");
    row("formula with comma", "=A1,\"x\"", "\"'=A1,\"\"x\"\"\"");
    row("line end", "a\nb", "\"a\nb\"");
    row("carriage return", "\r=1", "\"'\r=1\"");
    row("inside is harmless", "a=b", "a=b");
}

void DocumentsTest::csvIsSafeForSpreadsheets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, cell);
    const Sheet sheet{"x", {"Name"}, {{text.toStdString()}}};
    QCOMPARE(QByteArray::fromStdString(toCsv(sheet)), "Name\r\n" + cell + "\r\n");
}

void DocumentsTest::csvWritesExactAmounts()
{
    const Sheet sheet{"x",
                      {"a", "b", "c", "d"},
                      {{Money{-1}, std::int64_t{-5}, TimeMs{1'774'017'122'000}, Cell()},
                       {Money{std::numeric_limits<std::int64_t>::max()}, {}, {}, {}}}};
    QCOMPARE(QByteArray::fromStdString(toCsv(sheet)),
             QByteArray("a,b,c,d\r\n-0.000001,-5,2026-03-20T14:32:02Z,\r\n"
                        "9223372036854.775807,,,\r\n"));
}

void DocumentsTest::xlsxOpensWithTextsAndAmounts()
{
    Books books;
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/statement.xlsx";
    const auto statement = books.statement("pine", kStart, minuteEnd(2));
    Sheet second{"Second", {"=Name"}, {{std::string("=1+1")}, {Money{1'234'567}}}};
    const std::vector<Sheet> sheets{sheetOf(*statement), second};
    QVERIFY(writeXlsx(sheets, file));
    // A workbook is a zip of XML; the texts are inline because rows are streamed.
    QProcess unzip;
    unzip.start(QStringLiteral("python3"),
                {QStringLiteral("-c"),
                 QStringLiteral("import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n"
                                "sys.stdout.write(z.read('xl/workbook.xml').decode()"
                                "+z.read('xl/worksheets/sheet1.xml').decode()"
                                "+z.read('xl/worksheets/sheet2.xml').decode())"),
                 QString::fromStdString(file.string())});
    QVERIFY(unzip.waitForFinished());
    const QByteArray xml = unzip.readAllStandardOutput();
    QVERIFY(xml.contains("name=\"Statement\"") && xml.contains("name=\"Second\""));
    QVERIFY(xml.contains("camp-001"));
    QVERIFY(xml.contains("<v>7.5</v>"));
    QVERIFY(xml.contains("<v>1.234567</v>"));
    QVERIFY(xml.contains("<t>=1+1</t>"));
    QVERIFY(!xml.contains("<f>"));
}

void DocumentsTest::xlsxThatCannotBeWrittenSaysSo()
{
    const std::vector<Sheet> sheets{{"x", {"a"}, {}}};
    QCOMPARE(writeXlsx(sheets, "/nowhere/at/all.xlsx").error().code, std::string("EXPORT_FAILED"));
    QTemporaryDir folder;
    const std::vector<Sheet> badName{{"a/b", {"a"}, {}}};
    QCOMPARE(writeXlsx(badName, folder.path().toStdString() + "/x.xlsx").error().where,
             std::string("a/b"));
}

void DocumentsTest::theLedgerAndReconciliationAreTables()
{
    Books books;
    auto reader = books.audit.reader();
    const std::int64_t book = books.audit.store->bookNumber();
    const auto lines = searchLedger(reader, book, {"by_hand", {}, {}});
    const Sheet ledger = sheetOf(*lines);
    QCOMPARE(ledger.rows.size(), 3U);
    QVERIFY(toCsv(ledger).find("bank USD,advertiser_wallet pine USD,10.000000,USD")
            != std::string::npos);
    const auto span = reconcile(reader, book, kStart, minuteEnd(2), base::kHourMs, 10);
    const auto sheets = sheetsOf(std::vector<Reconciliation>{*span});
    QCOMPARE(sheets.size(), 2U);
    QVERIFY(toCsv(sheets[0]).find("10.500000,10.500000,10.500000,0,no") != std::string::npos);
    QVERIFY(sheets[1].rows.empty());
}

QTEST_APPLESS_MAIN(DocumentsTest)
#include "test_documents.moc"
