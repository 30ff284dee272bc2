// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/documents/invoice.h"

#include "engine/base/iso_time.h"
#include "engine/ledger/ledger_rows.h"

namespace gavel::ledger {

using store::Connection;

namespace {

constexpr std::size_t kDigits = 6;

/// Half up, away from zero.
Money taxOn(Money net, std::int32_t ppm)
{
    const __int128_t exact = static_cast<__int128_t>(net.micros) * ppm;
    const __int128_t half = exact < 0 ? -500'000 : 500'000;
    return {static_cast<std::int64_t>((exact + half) / 1'000'000)};
}

Result<void> checkFree(Connection& writing, std::int64_t book, const Invoice& draft)
{
    std::int64_t other = 0;
    auto read = forRows(
        writing,
        "SELECT number FROM invoice WHERE book = $1 AND advertiser = $2 AND currency = $3 AND "
        "period_start < $4 AND period_end > $5",
        [&](const store::Statement& row) -> Result<void> {
            other = row.integer(0);
            return {};
        },
        book, draft.advertiser, draft.currency.view(), draft.to.value, draft.from.value);
    if (!read)
        return read.error();
    if (other != 0)
        return Error{"INVOICE_EXISTS", draft.advertiser,
                     "invoice " + std::to_string(other) + " is of the same time",
                     "choose a period after it"};
    return {};
}

Result<void> insertInvoice(Connection& writing, std::int64_t book, Invoice& invoice)
{
    const auto last = writing.integer("SELECT max(number) FROM invoice");
    if (!last)
        return last.error();
    invoice.number = *last + 1;
    auto insert = writing.cached(
        "INSERT INTO invoice (number, book, advertiser, currency, period_start, period_end, "
        "issued_at, due_at, net, tax_ppm, tax, total) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
        "$10, $11, $12)");
    if (!insert)
        return insert.error();
    (*insert)->bindAll(invoice.number, book, invoice.advertiser, invoice.currency.view(),
                       invoice.from.value, invoice.to.value, invoice.issuedAt.value,
                       invoice.dueAt.value, invoice.net.micros, invoice.taxPpm, invoice.tax.micros,
                       invoice.total.micros);
    if (auto done = (*insert)->run(); !done)
        return done;
    auto line = writing.cached("INSERT INTO invoice_line (invoice, place, campaign, text, "
                               "quantity, amount) VALUES ($1, $2, $3, $4, $5, $6)");
    if (!line)
        return line.error();
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const InvoiceLine& from = invoice.lines[i];
        (*line)->bindAll(invoice.number, i + 1, from.campaign, from.text, from.quantity,
                         from.amount.micros);
        if (auto done = (*line)->run(); !done)
            return done;
    }
    return {};
}

Result<void> readLines(Connection& connection, Invoice& invoice)
{
    return forRows(
        connection,
        "SELECT campaign, text, quantity, amount FROM invoice_line WHERE invoice = $1 ORDER BY "
        "place",
        [&](const store::Statement& row) -> Result<void> {
            invoice.lines.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                     row.integer(2), Money{row.integer(3)}});
            return {};
        },
        invoice.number);
}

} // namespace

std::string numberText(const Invoice& invoice)
{
    if (invoice.number == 0)
        return "DRAFT";
    std::string digits = std::to_string(invoice.number);
    if (digits.size() < kDigits)
        digits.insert(0, kDigits - digits.size(), '0');
    return "INV-" + digits;
}

Invoice draftInvoice(const Statement& statement, std::int32_t taxPpm, TimeMs now,
                     std::int64_t dueAfterMs)
{
    Invoice invoice;
    invoice.advertiser = statement.wanted.owner;
    invoice.currency = statement.wanted.currency;
    invoice.from = statement.wanted.from;
    invoice.to = statement.wanted.to;
    invoice.issuedAt = now;
    invoice.dueAt = now + dueAfterMs;
    invoice.taxPpm = taxPpm;
    for (const StatementLine& line : statement.lines)
        invoice.lines.push_back({line.campaign, "Advertising",
                                 static_cast<std::int64_t>(line.impressions), line.amount});
    for (const StatementMovement& movement : statement.movements)
        if (movement.code == TransferCode::Adjustment || movement.code == TransferCode::Refund)
            invoice.lines.push_back({"",
                                     (movement.reason.empty() ? "Adjustment" : movement.reason)
                                         + ", t-" + std::to_string(movement.transfer),
                                     1, Money{} - movement.amount});
    for (const InvoiceLine& line : invoice.lines)
        invoice.net += line.amount;
    invoice.tax = taxOn(invoice.net, taxPpm);
    invoice.total = invoice.net + invoice.tax;
    return invoice;
}

Result<void> checkInvoice(Connection& connection, std::int64_t book, const Invoice& draft,
                          bool isFinal)
{
    if (!isFinal)
        return Error{"INVOICE_OPEN", draft.advertiser, "the period is not closed yet",
                     "wait until its last window is closed"};
    if (draft.lines.empty())
        return Error{"INVOICE_EMPTY", draft.advertiser, "nothing was charged in the period",
                     "choose another period"};
    return checkFree(connection, book, draft);
}

Result<Invoice> issueInvoice(Connection& writing, std::int64_t book, const Invoice& draft,
                             bool isFinal)
{
    if (auto may = checkInvoice(writing, book, draft, isFinal); !may)
        return may.error();
    Invoice invoice = draft;
    if (auto inserted = insertInvoice(writing, book, invoice); !inserted)
        return inserted.error();
    return invoice;
}

Result<std::vector<Invoice>> readInvoices(Connection& connection, std::int64_t book,
                                          std::string_view advertiser)
{
    std::vector<Invoice> invoices;
    auto read = forRows(
        connection,
        "SELECT number, advertiser, currency, period_start, period_end, issued_at, due_at, net, "
        "tax_ppm, tax, total FROM invoice WHERE book = $1 AND ($2 = '' OR advertiser = $2) ORDER "
        "BY number DESC",
        [&](const store::Statement& row) -> Result<void> {
            const auto currency = Currency::parse(row.text(2));
            if (!currency)
                return currency.error();
            Invoice invoice;
            invoice.number = row.integer(0);
            invoice.advertiser = row.text(1);
            invoice.currency = *currency;
            invoice.from = {row.integer(3)};
            invoice.to = {row.integer(4)};
            invoice.issuedAt = {row.integer(5)};
            invoice.dueAt = {row.integer(6)};
            invoice.net = {row.integer(7)};
            invoice.taxPpm = static_cast<std::int32_t>(row.integer(8));
            invoice.tax = {row.integer(9)};
            invoice.total = {row.integer(10)};
            auto lines = readLines(connection, invoice);
            invoices.push_back(std::move(invoice));
            return lines;
        },
        book, advertiser);
    if (!read)
        return read.error();
    return invoices;
}

Sheet sheetOf(const Invoice& invoice)
{
    Sheet sheet{
        "Invoice", {"Campaign", "Text", "Quantity", std::string(invoice.currency.view())}, {}};
    sheet.rows.push_back({std::string("Invoice"), numberText(invoice), {}, {}});
    sheet.rows.push_back({std::string("To"), invoice.advertiser, {}, {}});
    sheet.rows.push_back({std::string("Period after"), invoice.from, {}, {}});
    sheet.rows.push_back({std::string("Period until"), invoice.to, {}, {}});
    sheet.rows.push_back({std::string("Issued"), invoice.issuedAt, {}, {}});
    sheet.rows.push_back({std::string("Due"), invoice.dueAt, {}, {}});
    for (const InvoiceLine& line : invoice.lines)
        sheet.rows.push_back({line.campaign, line.text, line.quantity, line.amount});
    sheet.rows.push_back({std::string("Net"), {}, {}, invoice.net});
    sheet.rows.push_back(
        {std::string("Tax"), base::formatDecimal(invoice.taxPpm, 4, 0) + " %", {}, invoice.tax});
    sheet.rows.push_back({std::string("Total"), {}, {}, invoice.total});
    return sheet;
}

} // namespace gavel::ledger
