// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/money.h"

#include <boost/json/value.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::base {

/// Reads one JSON document. Refused with line and column: anything but strict JSON, depth above 32,
/// trailing bytes, duplicate keys, text that is not UTF-8, and a plain number of at most six
/// decimals that a double cannot hold (so amount() below is exact). `where` names the source, for
/// example a file.
Result<boost::json::value> parseJson(std::string_view text, std::string_view where);

/// Compact JSON on one line; numbers in plain decimal notation where that is readable.
std::string jsonText(const boost::json::value& value);
/// The same indented by two spaces, short arrays of scalars on one line, ending with a newline.
std::string jsonPretty(const boost::json::value& value);

/// The line (from 1) where the value of a path such as "seats[2].deadline_ms" starts in a valid
/// JSON text. When the path is not there, the line of its nearest ancestor that is.
std::size_t lineOf(std::string_view text, std::string_view path);
/// "file line 12, field "seats[2].name"" for each error whose `where` is a path in the text.
void nameLines(std::vector<Error>& errors, std::string_view text, std::string_view file);

/// An amount written as a JSON number or a decimal string, exactly, times 10^decimals (at most 6).
/// Numbers of more than 15 significant digits are refused: write them in quotes.
Result<std::int64_t> amount(const boost::json::value& value, int decimals, std::string_view where);
/// The amount as a JSON number: the shortest decimal that reads back as the same amount.
boost::json::value amountNumber(Money amount);
/// The price per thousand as a JSON number.
boost::json::value cpmNumber(Price price);

boost::json::array textArray(const std::vector<std::string>& texts);

/// Parses a document and reads it with read(value, errors); the first error names the file, line
/// and field.
template<typename Read>
auto readDocument(std::string_view text, std::string_view where, Read read)
    -> Result<decltype(read(std::declval<const boost::json::value&>(),
                            std::declval<std::vector<Error>&>()))>
{
    const auto value = parseJson(text, where);
    if (!value)
        return value.error();
    std::vector<Error> errors;
    auto noun = read(*value, errors);
    if (errors.empty())
        return noun;
    nameLines(errors, text, where);
    return errors.front();
}

enum class Need : std::uint8_t { Optional, Required };

/// Reads the fields of one JSON object. Each reader leaves its target untouched when the field is
/// absent, returns true when it was there and good, and otherwise adds an error with the field's
/// path. null counts as absent. Keeps references: use it within the life of the value and the error
/// list.
class ObjectReader
{
public:
    /// `path` is "" for the document. Adds an error when the value is not an object.
    ObjectReader(const boost::json::value& value, std::string path, std::vector<Error>& errors);

    bool has(std::string_view key) const;
    /// The raw value (nullptr when absent), which then counts as known.
    const boost::json::value* find(std::string_view key, Need need = Need::Optional);

    bool text(std::string_view key, std::string& out, Need need = Need::Optional);
    bool boolean(std::string_view key, bool& out, Need need = Need::Optional);
    bool number(std::string_view key, double& out, double least, double most,
                Need need = Need::Optional);
    template<std::integral T>
    bool integer(std::string_view key, T& out, T least, T most, Need need = Need::Optional)
    {
        std::int64_t value = 0;
        // 64-bit unsigned targets take what an int64 can say.
        constexpr auto kTop = std::numeric_limits<std::int64_t>::max();
        const auto top = std::in_range<std::int64_t>(most) ? static_cast<std::int64_t>(most) : kTop;
        if (!wholeNumber(key, value, static_cast<std::int64_t>(least), top, need))
            return false;
        out = static_cast<T>(value);
        return true;
    }
    /// Not negative unless said.
    bool money(std::string_view key, Money& out, Need need = Need::Optional);
    /// A price quoted per thousand, not negative.
    bool cpm(std::string_view key, Price& out, Need need = Need::Optional);
    /// ISO 8601 text, or whole milliseconds since 1970.
    bool time(std::string_view key, TimeMs& out, Need need = Need::Optional);
    bool texts(std::string_view key, std::vector<std::string>& out, Need need = Need::Optional);
    bool currency(std::string_view key, Currency& out, Need need = Need::Optional);
    /// One of the names; the enumerator is its place in the list.
    template<typename E, std::size_t N>
    bool choice(std::string_view key, E& out, const std::array<std::string_view, N>& names,
                Need need = Need::Optional)
    {
        const auto place = choiceOf(key, names.data(), N, need);
        if (place)
            out = static_cast<E>(*place);
        return place.has_value();
    }
    /// Calls take(const value&, path) for each element of an array.
    template<typename Take>
    bool each(std::string_view key, Take take, Need need = Need::Optional)
    {
        const auto* array = arrayOf(key, need);
        if (array == nullptr)
            return false;
        std::size_t i = 0;
        for (const auto& element : *array)
            take(element, pathOf(key) + "[" + std::to_string(i++) + "]");
        return true;
    }
    /// Reads a nested object with read(ObjectReader&).
    template<typename Read>
    bool object(std::string_view key, Read read, Need need = Need::Optional)
    {
        const auto* value = find(key, need);
        if (value == nullptr)
            return false;
        const auto before = m_errors->size();
        ObjectReader reader(*value, pathOf(key), *m_errors);
        if (reader.isObject())
            read(reader);
        return m_errors->size() == before;
    }

    /// Keys that no reader asked for so far.
    std::vector<std::string> unknownKeys() const;
    /// Adds an error for each of them. Call after every field was read.
    void refuseUnknown();

    void fail(std::string_view key, std::string what, std::string advice);
    std::string pathOf(std::string_view key) const;
    bool isObject() const { return m_object != nullptr; }
    std::vector<Error>& errors() { return *m_errors; }

private:
    bool wholeNumber(std::string_view key, std::int64_t& out, std::int64_t least, std::int64_t most,
                     Need need);
    bool positiveAmount(std::string_view key, std::int64_t& out, Need need);
    std::optional<std::size_t> choiceOf(std::string_view key, const std::string_view* names,
                                        std::size_t count, Need need);
    const boost::json::array* arrayOf(std::string_view key, Need need);

    const boost::json::object* m_object = nullptr;
    std::string m_path;
    std::vector<Error>* m_errors;
    std::vector<std::string> m_known;
};

} // namespace gavel::base
