// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/csv_text.h"

namespace gavel::base {

namespace {

bool looksLikeFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
}

} // namespace

std::string csvText(std::string_view text)
{
    std::string safe = looksLikeFormula(text) ? "'" : "";
    safe += text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos)
        return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace gavel::base
