// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger and the three books of a workspace, as CSV or XLSX, without a market.
#include "app/server/commands.h"
#include "engine/base/iso_time.h"
#include "engine/ledger/documents/ledger_sheets.h"
#include "engine/runtime/workspace_rooms.h"
#include "engine/store/workspace.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <spdlog/spdlog.h>

namespace gavel::server {

namespace {

constexpr std::int64_t kLateMs = 2 * base::kHourMs;

struct WantedLedger
{
    std::string workspace;
    std::string market; ///< "" = of the newest book
    std::int64_t run = 0;
    std::string filter;
    std::string from;
    std::string to;
    std::string file;
    std::size_t most = 100'000;
};

/// The newest book of the market, or that of a run.
Result<ledger::BookRow> bookOf(store::Connection& reader, const WantedLedger& wanted)
{
    const auto books = ledger::readBooks(reader);
    if (!books)
        return books.error();
    std::string known;
    const ledger::BookRow* found = nullptr;
    for (const ledger::BookRow& book : *books) {
        known += (known.empty() ? "" : ", ") + book.text();
        if ((wanted.market.empty() || book.market == wanted.market)
            && (wanted.run == 0 || book.run == wanted.run))
            found = &book;
    }
    if (found == nullptr)
        return Error{"BOOK_UNKNOWN", "market", "the file has no such ledger",
                     known.empty() ? "run a market that keeps its events" : "it has: " + known};
    return *found;
}

/// A time that was given, else what the book's settled windows say.
Result<TimeMs> timeOf(store::Connection& reader, std::int64_t book, const std::string& text,
                      const char* option, const char* otherwise)
{
    if (!text.empty())
        return base::parseIso(text, option);
    const auto known
        = reader.integer(std::string("SELECT coalesce(") + otherwise
                         + ", 0) FROM settled_round WHERE book = " + std::to_string(book));
    return known ? Result<TimeMs>(TimeMs{*known}) : Result<TimeMs>(known.error());
}

Result<std::vector<ledger::Sheet>> ledgerSheets(store::Connection& reader, std::int64_t book,
                                                const WantedLedger& wanted, TimeMs from, TimeMs to)
{
    ledger::LedgerSearch search;
    search.filter = wanted.filter;
    search.from = from;
    search.to = to;
    search.most = wanted.most;
    const auto lines = ledger::searchLedger(reader, book, search);
    if (!lines)
        return lines.error();
    return std::vector<ledger::Sheet>{ledger::sheetOf(*lines)};
}

Result<std::vector<ledger::Sheet>> bookSheets(store::Connection& reader, std::int64_t book,
                                              const WantedLedger& wanted, TimeMs from, TimeMs to)
{
    auto made = ledger::reconcile(reader, book, from, to, kLateMs, wanted.most);
    if (!made)
        return made.error();
    const std::vector<ledger::Reconciliation> spans{std::move(*made)};
    return ledger::sheetsOf(spans);
}

Result<void> write(const std::vector<ledger::Sheet>& sheets, const std::string& file)
{
    if (std::filesystem::path(file).extension() == ".xlsx")
        return ledger::writeXlsx(sheets, file);
    std::FILE* out = file.empty() ? stdout : std::fopen(file.c_str(), "wb");
    if (out == nullptr)
        return Error{"EXPORT_FAILED", file, "the file cannot be written", "choose another place"};
    bool written = true;
    for (const ledger::Sheet& sheet : sheets) {
        const std::string text = ledger::toCsv(sheet);
        written = written && std::fwrite(text.data(), 1, text.size(), out) == text.size();
    }
    written = (out == stdout ? std::fflush(out) : std::fclose(out)) == 0 && written;
    if (!written)
        return Error{"EXPORT_FAILED", file, "not everything could be written", "make room for it"};
    return {};
}

using MakeSheets = Result<std::vector<ledger::Sheet>> (*)(store::Connection&, std::int64_t,
                                                          const WantedLedger&, TimeMs, TimeMs);

Result<void> exportSheets(const WantedLedger& wanted, MakeSheets make)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return checked.error();
    const auto workspace = runtime::openWorkspace(wanted.workspace);
    if (!workspace)
        return workspace.error();
    auto reader = (*workspace)->reader();
    if (!reader)
        return reader.error();
    const auto book = bookOf(*reader, wanted);
    if (!book)
        return book.error();
    const auto from = timeOf(*reader, book->number, wanted.from, "--from", "min(window_start)");
    if (!from)
        return from.error();
    const auto to = timeOf(*reader, book->number, wanted.to, "--to", "max(window_end) + 1");
    if (!to)
        return to.error();
    const auto sheets = make(*reader, book->number, wanted, *from, *to);
    if (!sheets)
        return sheets.error();
    return write(*sheets, wanted.file);
}

CLI::App* addCommand(CLI::App& app, int& exitCode, const char* name, const char* help,
                     const std::shared_ptr<WantedLedger>& wanted, MakeSheets make)
{
    auto* command = app.add_subcommand(name, help);
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    command->add_option("--market", wanted->market,
                        "live, or a scenario's name; else that of the newest book");
    command->add_option("--run", wanted->run, "of a scenario; else the newest");
    command->add_option("--from", wanted->from, "2026-03-20T00:00:00Z");
    command->add_option("--to", wanted->to, "the same, exclusive");
    command->add_option("--most", wanted->most, "rows, at most");
    command->add_option("--out", wanted->file,
                        "FILE.csv or FILE.xlsx; else CSV on standard output");
    command->callback([wanted, make, &exitCode] {
        const auto done = exportSheets(*wanted, make);
        exitCode = done ? kDone : cannot(done.error());
    });
    return command;
}

} // namespace

void addLedger(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedLedger>();
    addCommand(app, exitCode, "ledger", "Write the transfers of a market, newest first.", wanted,
               ledgerSheets)
        ->add_option("--filter", wanted->filter,
                     "as in the console: campaign = \"camp-001\" and code = charge");
    addCommand(app, exitCode, "reconcile", "Write what seats, exchange and publishers say.",
               std::make_shared<WantedLedger>(), bookSheets);
}

} // namespace gavel::server
