// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gavel::ledger {

/// A condition over the table `transfer`, with its values apart: parameter $1 is the book, $2 the
/// first of `values`.
struct LedgerCondition
{
    std::string sql = "1";
    std::vector<std::variant<std::int64_t, std::string>> values{};

    bool isAll() const { return sql == "1"; }
};

/// Reads a filter of the ledger: campaign = "camp-001" or advertiser = pine and amount >= 5
///
/// filter := or
/// or     := and { "or" and }
/// and    := unary { "and" unary }
/// unary  := "not" unary | "(" or ")" | test
/// test   := field op value | field "in" "(" value { "," value } ")" | word | number | "t-" digits
///
/// numbers: amount, transfer (its number, with or without "t-"); op is one of < <= > >= = !=
/// names:   campaign, advertiser, publisher (an account of theirs pays or is paid), account (kind
///          of account), kind, code; op is = or !=
/// words:   refused; by_hand (a person gave a reason)
/// A number alone is an amount, "t-88214" alone a transfer: any number that is seen finds its row.
///
/// Empty text takes all. Any case for keywords. At most 4096 bytes and 32 brackets in each other.
/// Errors: FILTER_UNFINISHED when more typing could make it valid, FILTER_WRONG otherwise; where =
/// "column N".
Result<LedgerCondition> parseLedgerFilter(std::string_view text);

} // namespace gavel::ledger
