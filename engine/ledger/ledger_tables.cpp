// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/ledger_tables.h"

namespace gavel::ledger {

namespace {

// An id is two integers; its upper half begins with its time, so that new ids are inserted near
// each other. Corrections are found by what they refer to; holds need no such index.
constexpr std::string_view kTables = R"sql(
CREATE TABLE ledger_book (
    id INTEGER PRIMARY KEY,
    market TEXT NOT NULL,
    run INTEGER NOT NULL,
    currency TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    UNIQUE (market, run)
) STRICT;
CREATE TABLE account (
    book INTEGER NOT NULL REFERENCES ledger_book(id),
    id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    owner TEXT NOT NULL,
    currency TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    PRIMARY KEY (book, id),
    UNIQUE (book, kind, owner, currency)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_limit (
    book INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (book, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE exchange_rate (
    book INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    numerator INTEGER NOT NULL CHECK (numerator > 0),
    denominator INTEGER NOT NULL CHECK (denominator > 0),
    PRIMARY KEY (book, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE transfer (
    key INTEGER PRIMARY KEY,
    id_high INTEGER NOT NULL,
    id_low INTEGER NOT NULL,
    ref_high INTEGER NOT NULL,
    ref_low INTEGER NOT NULL,
    debit INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    code INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    at INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    book INTEGER GENERATED ALWAYS AS (key >> 40) VIRTUAL,
    sequence INTEGER GENERATED ALWAYS AS (key & 1099511627775) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX transfer_id ON transfer (id_high, id_low, key >> 40);
CREATE INDEX transfer_reversal ON transfer (ref_high, ref_low) WHERE kind = 5;
CREATE TABLE settled_round (
    book INTEGER NOT NULL,
    number INTEGER NOT NULL,
    round_key INTEGER NOT NULL,
    first_sequence INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    window_start INTEGER NOT NULL,
    window_end INTEGER NOT NULL,
    at INTEGER NOT NULL,
    compensation INTEGER NOT NULL,
    PRIMARY KEY (book, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE settled_source (
    book INTEGER NOT NULL,
    number INTEGER NOT NULL,
    source INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (book, number, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_snapshot (
    book INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE snapshot_account (
    book INTEGER NOT NULL,
    account INTEGER NOT NULL,
    debits_posted INTEGER NOT NULL,
    debits_pending INTEGER NOT NULL,
    credits_posted INTEGER NOT NULL,
    credits_pending INTEGER NOT NULL,
    reversed INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    PRIMARY KEY (book, account)
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshot_hold (
    book INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (book, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_book_no_update BEFORE UPDATE ON ledger_book
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_book_no_delete BEFORE DELETE ON ledger_book
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER account_limit_no_update BEFORE UPDATE ON account_limit
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER account_limit_no_delete BEFORE DELETE ON account_limit
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER exchange_rate_no_update BEFORE UPDATE ON exchange_rate
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER exchange_rate_no_delete BEFORE DELETE ON exchange_rate
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settled_round_no_update BEFORE UPDATE ON settled_round
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settled_round_no_delete BEFORE DELETE ON settled_round
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settled_source_no_update BEFORE UPDATE ON settled_source
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER settled_source_no_delete BEFORE DELETE ON settled_source
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

// What people decided, and the papers that left the house.
constexpr std::string_view kRecords = R"sql(
CREATE TABLE transfer_note (
    book INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    key_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (book, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE wallet_terms (
    id INTEGER PRIMARY KEY,
    book INTEGER NOT NULL,
    wallet INTEGER NOT NULL,
    at INTEGER NOT NULL,
    prepaid INTEGER NOT NULL,
    credit INTEGER,
    low_balance INTEGER NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE TABLE closed_window (
    book INTEGER NOT NULL,
    window_end INTEGER NOT NULL,
    window_start INTEGER NOT NULL,
    at INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (book, window_end)
) STRICT, WITHOUT ROWID;
CREATE TABLE invoice (
    number INTEGER PRIMARY KEY,
    book INTEGER NOT NULL,
    advertiser TEXT NOT NULL,
    currency TEXT NOT NULL,
    period_start INTEGER NOT NULL,
    period_end INTEGER NOT NULL,
    issued_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax_ppm INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    total INTEGER NOT NULL
) STRICT;
CREATE TABLE invoice_line (
    invoice INTEGER NOT NULL REFERENCES invoice(number),
    place INTEGER NOT NULL,
    campaign TEXT NOT NULL,
    text TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (invoice, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER transfer_note_no_update BEFORE UPDATE ON transfer_note
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER transfer_note_no_delete BEFORE DELETE ON transfer_note
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER wallet_terms_no_update BEFORE UPDATE ON wallet_terms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER wallet_terms_no_delete BEFORE DELETE ON wallet_terms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER closed_window_no_update BEFORE UPDATE ON closed_window
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER closed_window_no_delete BEFORE DELETE ON closed_window
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER invoice_no_update BEFORE UPDATE ON invoice
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER invoice_no_delete BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER invoice_line_no_update BEFORE UPDATE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER invoice_line_no_delete BEFORE DELETE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

// What campaigns owe by, so that what they were charged can be worked out from the log alone.
constexpr std::string_view kBilling = R"sql(
CREATE TABLE billing_terms (
    book INTEGER NOT NULL,
    number INTEGER NOT NULL,
    campaign TEXT NOT NULL,
    model INTEGER NOT NULL,
    per_click INTEGER NOT NULL,
    per_conversion INTEGER NOT NULL,
    per_day INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    owed_nanos INTEGER NOT NULL,
    first_source INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (book, number, campaign)
) STRICT, WITHOUT ROWID;
CREATE TABLE billing_source (
    book INTEGER NOT NULL,
    number INTEGER NOT NULL,
    source INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (book, number, source)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER billing_terms_no_update BEFORE UPDATE ON billing_terms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER billing_terms_no_delete BEFORE DELETE ON billing_terms
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER billing_source_no_update BEFORE UPDATE ON billing_source
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER billing_source_no_delete BEFORE DELETE ON billing_source
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

// Where each source was settled to by a time, without reading every round before it.
constexpr std::string_view kPlaces = R"sql(
CREATE INDEX settled_source_place ON settled_source (book, source, number, sequence);
CREATE INDEX settled_round_window ON settled_round (book, window_end, number);
CREATE INDEX settled_round_undone ON settled_round (book, round_key) WHERE compensation = 1;
)sql";

// What campaigns of other currencies spent in their own, and where in the log that was known.
constexpr std::string_view kOwnSpend = R"sql(
CREATE TABLE own_spend (
    book INTEGER NOT NULL,
    campaign TEXT NOT NULL,
    source INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    uncharged INTEGER NOT NULL,
    PRIMARY KEY (book, campaign, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_spend_source (
    book INTEGER NOT NULL,
    source INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (book, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_period (
    book INTEGER NOT NULL,
    campaign TEXT NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    at_day INTEGER NOT NULL,
    at_hour INTEGER NOT NULL,
    PRIMARY KEY (book, campaign)
) STRICT, WITHOUT ROWID;
)sql";

constexpr store::Migration kMigrations[]{{"ledger", 1, kTables},
                                         {"ledger", 2, kRecords},
                                         {"ledger", 3, kBilling},
                                         {"ledger", 4, kPlaces},
                                         {"ledger", 5, kOwnSpend}};

} // namespace

std::span<const store::Migration> ledgerMigrations()
{
    return kMigrations;
}

} // namespace gavel::ledger
