// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/json_reader.h"

#include <charconv>

namespace gavel::openrtb {

namespace {

constexpr std::int64_t kMicros = 1'000'000;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The shortest decimal that reads back as this double is the text that was sent, for any text of
/// at most 15 digits.
Result<std::int64_t> microsOf(double value)
{
    std::array<char, 400> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::fixed);
    if (written.ec != std::errc{})
        return Error{"INVALID_AMOUNT", "", "is too small or too large", ""};
    return base::parseDecimal(
        {digits.data(), static_cast<std::size_t>(written.ptr - digits.data())}, 6, "");
}

} // namespace

void JsonReader::fail(std::string_view what, std::string_view advice, std::string_view key)
{
    if (m_failed)
        return;
    m_failed = true;
    std::string where = path();
    if (!key.empty())
        where += (where.empty() ? "" : ".") + std::string(key);
    m_error = {"INVALID_REQUEST", std::move(where), std::string(what), std::string(advice)};
}

std::string JsonReader::path() const
{
    std::string text;
    for (std::size_t i = 0; i < m_depth; ++i) {
        const Step& step = m_path[i];
        if (step.key.empty())
            text += "[" + std::to_string(step.index) + "]";
        else
            text += (text.empty() ? "" : ".") + std::string(step.key);
    }
    return text;
}

Text JsonReader::text(Element value)
{
    std::string_view result;
    if (value.get(result) != simdjson::SUCCESS)
        fail("must be a text", "write it in quotes");
    return result;
}

Text JsonReader::name(Element value)
{
    const Text result = text(value);
    if (!m_failed && result.empty())
        fail("must not be empty", "name it");
    return result;
}

int JsonReader::integer(Element value, std::int64_t least, std::int64_t most)
{
    std::int64_t result = 0;
    if (value.get(result) != simdjson::SUCCESS)
        fail("must be a whole number", "write digits only");
    else if (result < least || result > most)
        fail("must be from " + std::to_string(least) + " to " + std::to_string(most), "");
    return m_failed ? 0 : static_cast<int>(result);
}

bool JsonReader::flag(Element value)
{
    return integer(value, 0, 1) == 1;
}

double JsonReader::number(Element value, double least, double most)
{
    double result = 0;
    if (value.get(result) != simdjson::SUCCESS)
        fail("must be a number", "");
    else if (!(result >= least && result <= most))
        fail("must be from " + std::to_string(static_cast<int>(least)) + " to "
                 + std::to_string(static_cast<int>(most)),
             "");
    return m_failed ? 0 : result;
}

Price JsonReader::cpm(Element value)
{
    Result<std::int64_t> micros = std::int64_t{0};
    if (std::int64_t whole = 0; value.is_int64() && value.get(whole) == simdjson::SUCCESS) {
        if (__builtin_mul_overflow(whole, kMicros, &*micros)) {
            fail("is too large", "a price for a thousand impressions is expected");
            return {};
        }
    } else if (double real = 0; value.is_number() && value.get(real) == simdjson::SUCCESS) {
        micros = microsOf(real);
    } else {
        fail("must be a number", "write a price for a thousand impressions such as 1.25");
        return {};
    }
    if (!micros)
        fail("is not an amount with at most six decimals", "write a price such as 1.25");
    else if (*micros < 0)
        fail("must not be negative", "leave it out when there is no floor");
    return m_failed ? Price{} : Price{*micros};
}

void JsonReader::texts(Element value, Texts& out)
{
    each(value, [this, &out](Element element) { out.push_back(text(element)); });
}

void JsonReader::integers(Element value, std::vector<int>& out)
{
    each(value, [this, &out](Element element) { out.push_back(integer(element, 0, INT32_MAX)); });
}

void JsonReader::commaTexts(Element value, Texts& out)
{
    std::string_view rest = text(value);
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const auto part = trimmed(rest.substr(0, comma));
        if (!part.empty())
            out.push_back(part);
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
}

} // namespace gavel::openrtb
