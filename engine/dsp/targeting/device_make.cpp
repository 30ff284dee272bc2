// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/device_make.h"

#include <algorithm>
#include <array>
#include <span>

namespace gavel::dsp {

namespace {

/// One maker a row, the canonical name first.
constexpr std::array<std::array<std::string_view, 4>, 7> kMakers{{
    {"Apple", "苹果", "蘋果", "iPhone"},
    {"Samsung", "三星"},
    {"Huawei", "华为"},
    {"Xiaomi", "Mi", "小米"},
    {"OPPO"},
    {"Vivo"},
    {"OnePlus", "一加"},
}};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool equalButForCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

/// The names of the maker that goes by this one; empty when it has no other names.
std::span<const std::string_view> namesOf(std::string_view written)
{
    for (const auto& names : kMakers) {
        const auto end = std::find(names.begin(), names.end(), std::string_view());
        if (!written.empty() && std::any_of(names.begin(), end, [written](std::string_view name) {
                return equalButForCase(name, written);
            }))
            return {names.begin(), end};
    }
    return {};
}

void addForms(std::vector<std::string>& spellings, std::string_view name)
{
    std::string low(name);
    std::transform(low.begin(), low.end(), low.begin(), lower);
    std::string high(name);
    std::transform(high.begin(), high.end(), high.begin(), upper);
    for (std::string form : {std::string(name), std::move(low), std::move(high)})
        if (std::find(spellings.begin(), spellings.end(), form) == spellings.end())
            spellings.push_back(std::move(form));
}

} // namespace

std::string_view canonicalDeviceMake(std::string_view written)
{
    const auto names = namesOf(written);
    return names.empty() ? written : names.front();
}

std::vector<std::string> deviceMakeSpellings(std::string_view written)
{
    std::vector<std::string> spellings;
    addForms(spellings, written);
    for (const std::string_view name : namesOf(written))
        addForms(spellings, name);
    return spellings;
}

} // namespace gavel::dsp
