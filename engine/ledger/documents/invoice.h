// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/documents/statement.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gavel::ledger {

struct InvoiceLine
{
    std::string campaign; ///< empty for what is not of a campaign
    std::string text;
    std::int64_t quantity = 0; ///< impressions
    Money amount;
};

/// What an advertiser is asked to pay for a period. Numbers count up from 1 over the whole file,
/// without gaps.
struct Invoice
{
    std::int64_t number = 0; ///< 0 = a draft that was not issued
    std::string advertiser;
    Currency currency;
    TimeMs from; ///< exclusive, as a statement's
    TimeMs to; ///< inclusive
    TimeMs issuedAt;
    TimeMs dueAt;
    std::vector<InvoiceLine> lines;
    std::int32_t taxPpm = 0; ///< on top of the net amount
    Money net; ///< sum of the lines
    Money tax; ///< rounded half up, once
    Money total;
};

/// "INV-000042"; a draft has "DRAFT".
std::string numberText(const Invoice& invoice);

/// The invoice of an advertiser's statement: a line for each campaign, one for each adjustment and
/// refund, no line for what was paid in.
Invoice draftInvoice(const Statement& statement, std::int32_t taxPpm, TimeMs now,
                     std::int64_t dueAfterMs);

/// Whether a draft could be issued now. Errors: those of issueInvoice().
Result<void> checkInvoice(store::Connection& connection, std::int64_t book, const Invoice& draft,
                          bool isFinal);
/// Gives the draft its number and stores it; on the writer's thread, inside its transaction.
/// Errors: INVOICE_OPEN when the statement is provisional, INVOICE_EXISTS when a part of the period
/// was invoiced before, INVOICE_EMPTY when there is nothing to pay.
Result<Invoice> issueInvoice(store::Connection& writing, std::int64_t book, const Invoice& draft,
                             bool isFinal);

/// Newest first; an empty advertiser means all.
Result<std::vector<Invoice>> readInvoices(store::Connection& connection, std::int64_t book,
                                          std::string_view advertiser);

Sheet sheetOf(const Invoice& invoice);

} // namespace gavel::ledger
