// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/documents/sheet.h"

#include "engine/base/csv_text.h"
#include "engine/base/iso_time.h"

#include <memory>
#include <type_traits>
#include <xlsxwriter.h>

namespace gavel::ledger {

namespace {

constexpr std::int64_t kMostExact = 999'999'999'999'999; ///< a double holds fifteen digits

std::string csvCell(const Cell& cell)
{
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::string>)
                return base::csvText(value);
            else if constexpr (std::is_same_v<Value, std::int64_t>)
                return std::to_string(value);
            else if constexpr (std::is_same_v<Value, Money>)
                return base::toString(value, 6);
            else if constexpr (std::is_same_v<Value, TimeMs>)
                return base::toIso(value);
            else
                return {};
        },
        cell);
}

struct WorkbookCloser
{
    void operator()(lxw_workbook* workbook) const { workbook_close(workbook); }
};

/// Formats of a workbook; it owns them.
struct Formats
{
    explicit Formats(lxw_workbook* workbook)
        : heading(workbook_add_format(workbook))
        , amount(workbook_add_format(workbook))
    {
        format_set_bold(heading);
        format_set_num_format(amount, "#,##0.000000");
    }
    lxw_format* heading;
    lxw_format* amount;
};

lxw_error writeCell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell,
                    const Formats& formats)
{
    if (const auto* money = std::get_if<Money>(&cell);
        money != nullptr && money->micros <= kMostExact && money->micros >= -kMostExact)
        return worksheet_write_number(sheet, row, column, static_cast<double>(money->micros) / 1e6,
                                      formats.amount);
    if (const auto* number = std::get_if<std::int64_t>(&cell);
        number != nullptr && *number <= kMostExact && *number >= -kMostExact)
        return worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr);
    if (const auto* text = std::get_if<std::string>(&cell))
        return worksheet_write_string(sheet, row, column, text->c_str(), nullptr);
    const std::string text = csvCell(cell);
    return text.empty() ? LXW_NO_ERROR
                        : worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
}

lxw_error writeSheet(lxw_worksheet* worksheet, const Sheet& sheet, const Formats& formats)
{
    lxw_error worst = LXW_NO_ERROR;
    const auto note = [&](lxw_error error) { worst = worst == LXW_NO_ERROR ? error : worst; };
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        note(worksheet_write_string(worksheet, 0, static_cast<lxw_col_t>(i),
                                    sheet.columns[i].c_str(), formats.heading));
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
            note(writeCell(worksheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i),
                           sheet.rows[row][i], formats));
    worksheet_freeze_panes(worksheet, 1, 0);
    return worst;
}

} // namespace

std::string toCsv(const Sheet& sheet)
{
    std::string text;
    const auto line = [&](const auto& cells, const auto& textOf) {
        bool first = true;
        for (const auto& cell : cells) {
            text += first ? "" : ",";
            first = false;
            text += textOf(cell);
        }
        text += "\r\n";
    };
    line(sheet.columns, base::csvText);
    for (const auto& row : sheet.rows)
        line(row, csvCell);
    return text;
}

Result<void> writeXlsx(std::span<const Sheet> sheets, const std::filesystem::path& file)
{
    const auto failed = [&](lxw_error error) {
        return Error{"EXPORT_FAILED", file.string(), lxw_strerror(error),
                     "choose another place, and close the file where it is open"};
    };
    // Rows go to the disk as they come: a ledger of a day does not fit in memory twice.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    std::unique_ptr<lxw_workbook, WorkbookCloser> workbook(
        workbook_new_opt(file.string().c_str(), &options));
    if (!workbook)
        return failed(LXW_ERROR_CREATING_XLSX_FILE);
    const Formats formats(workbook.get());
    for (const Sheet& sheet : sheets) {
        lxw_worksheet* worksheet = workbook_add_worksheet(workbook.get(), sheet.name.c_str());
        if (worksheet == nullptr)
            return Error{"EXPORT_FAILED", sheet.name, "no tab can have this name",
                         "use at most 31 characters, none of []:*?/\\"};
        if (const lxw_error error = writeSheet(worksheet, sheet, formats); error != LXW_NO_ERROR)
            return failed(error);
    }
    if (const lxw_error error = workbook_close(workbook.release()); error != LXW_NO_ERROR)
        return failed(error);
    return {};
}

} // namespace gavel::ledger
