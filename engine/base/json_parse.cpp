// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace gavel::base {

namespace {

namespace json = boost::json;

// NOLINTBEGIN(readability-identifier-naming): the names are those that Boost.JSON's parser calls.

/// Builds the value, and refuses what Boost.JSON would let pass: duplicate keys, numbers beyond a
/// double and amounts that a double cannot hold.
struct StrictHandler
{
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();
    using Code = boost::system::error_code;

    json::value_stack stack;
    std::vector<std::unordered_set<std::string>> keys; ///< seen in each object that is open
    std::string key;
    std::string number;
    std::string refusal;
    std::string advice;

    bool refuse(Code& code, std::string what, std::string help)
    {
        refusal = std::move(what);
        advice = std::move(help);
        code = json::error::syntax;
        return false;
    }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&)
    {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t n, Code&)
    {
        keys.pop_back();
        stack.push_object(n);
        return true;
    }
    bool on_array_begin(Code&) { return true; }
    bool on_array_end(std::size_t n, Code&)
    {
        stack.push_array(n);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, Code&)
    {
        key.append(part.data(), part.size());
        stack.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Code& code)
    {
        key.append(part.data(), part.size());
        if (!keys.back().insert(key).second)
            return refuse(code, "the key \"" + key + "\" is there twice", "keep one of them");
        key.clear();
        stack.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, Code&)
    {
        stack.push_chars(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t, Code&)
    {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view part, Code&)
    {
        number.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t value, json::string_view, Code&)
    {
        number.clear();
        stack.push_int64(value);
        return true;
    }
    bool on_uint64(std::uint64_t value, json::string_view, Code&)
    {
        number.clear();
        stack.push_uint64(value);
        return true;
    }
    bool on_double(double, json::string_view part, Code& code)
    {
        number.append(part.data(), part.size());
        // The parser's own conversion may be off by the last bit; this one rounds correctly.
        double value = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
        if (read.ec != std::errc{} || !std::isfinite(value))
            return refuse(code, "the number " + number + " is out of range",
                          "write a number up to 1e308");
        if (losesAnAmount(value))
            return refuse(code, "the number " + number + " has more digits than a number can keep",
                          "write it in quotes");
        number.clear();
        stack.push_double(value);
        return true;
    }
    bool on_bool(bool value, Code&)
    {
        stack.push_bool(value);
        return true;
    }
    bool on_null(Code&)
    {
        stack.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, Code&) { return true; }
    bool on_comment(json::string_view, Code&) { return true; }

private:
    /// A plain decimal of at most six decimals whose value the double does not give back.
    bool losesAnAmount(double value) const
    {
        const auto written = parseDecimal(number, 6, "");
        if (!written)
            return false;
        std::array<char, 400> shortest{};
        const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value,
                                       std::chars_format::fixed);
        const auto kept = parseDecimal(
            {shortest.data(), static_cast<std::size_t>(end.ptr - shortest.data())}, 6, "");
        return !kept || *kept != *written;
    }
};

// NOLINTEND(readability-identifier-naming)

std::string position(std::string_view text, std::size_t offset)
{
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : text.substr(0, offset)) {
        line += c == '\n' ? 1 : 0;
        // Count characters, not the bytes that continue one.
        if (c == '\n')
            column = 1;
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
            ++column;
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

std::pair<std::string, std::string> explain(json::error code, std::string_view rest)
{
    switch (code) {
    case json::error::incomplete:
        return {"the JSON text ends too early", "close every bracket and quote"};
    case json::error::extra_data:
        return {"there is text after the JSON value", "remove it"};
    case json::error::too_deep:
        return {"more than 32 brackets are open", "nest less"};
    case json::error::illegal_leading_surrogate:
    case json::error::illegal_trailing_surrogate:
    case json::error::expected_utf16_escape:
        return {"half of a Unicode character", "write both parts of the \\u escape"};
    default:
        break;
    }
    if (!rest.empty() && static_cast<unsigned char>(rest.front()) >= 0x80)
        return {"text that is not UTF-8 or stands outside quotes", "save the text as UTF-8"};
    return {"this is not JSON here", "check commas, quotes and brackets just before"};
}

} // namespace

Result<json::value> parseJson(std::string_view text, std::string_view where)
{
    json::parse_options options;
    options.max_depth = 32;
    json::basic_parser<StrictHandler> parser(options);
    auto& handler = parser.handler();
    handler.stack.reset();
    boost::system::error_code code;
    const auto read = parser.write_some(false, text.data(), text.size(), code);
    if (!code && read < text.size())
        code = json::error::extra_data;
    if (!code)
        return handler.stack.release();
    auto [what, advice] = handler.refusal.empty()
        ? explain(static_cast<json::error>(code.value()), text.substr(read))
        : std::pair{handler.refusal, handler.advice};
    std::string place(where);
    place += (place.empty() ? "" : " ") + position(text, read);
    return Error{"INVALID_JSON", std::move(place), std::move(what), std::move(advice)};
}

} // namespace gavel::base
