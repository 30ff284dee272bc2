// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/money.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gavel::ledger {

/// A cell: nothing, a text, a whole number, an amount, or a time.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Money, TimeMs>;

/// A table that leaves the house. The first row of the file are the columns.
struct Sheet
{
    std::string name; ///< of the tab, at most 31 characters
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

/// RFC 4180 with CR LF, UTF-8. Amounts with six decimals, times as 2026-03-20T14:32:02Z. A text
/// that a spreadsheet would take for a formula (beginning with = + - @, tab or CR) gets an
/// apostrophe before it; numbers never do.
std::string toCsv(const Sheet& sheet);

/// One workbook with a tab for each sheet. Texts are written as texts, never as formulas; amounts
/// as numbers with six decimals, those of more than 15 digits as text, since a spreadsheet cannot
/// hold them. Replaces the file. Errors: EXPORT_FAILED.
Result<void> writeXlsx(std::span<const Sheet> sheets, const std::filesystem::path& file);

} // namespace gavel::ledger
