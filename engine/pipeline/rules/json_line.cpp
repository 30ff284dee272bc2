// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/rules/json_line.h"

#include "engine/pipeline/rules/ad_event_reader.h"
#include "engine/pipeline/values/utf8.h"

#include <algorithm>
#include <cstring>
#include <simdjson.h>
#include <vector>

namespace gavel::pipeline {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kMostLevels = 32;

bool isBlankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view withoutBlanksBehind(std::string_view text)
{
    while (!text.empty() && isBlankByte(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes digits off the front; false when there is none.
bool takeDigits(std::string_view& rest)
{
    std::size_t count = 0;
    while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9')
        ++count;
    rest.remove_prefix(count);
    return count > 0;
}

/// RFC 8259, section 6.
bool isJsonNumber(std::string_view rest)
{
    if (rest.starts_with('-'))
        rest.remove_prefix(1);
    if (rest.starts_with('0'))
        rest.remove_prefix(1);
    else if (!takeDigits(rest))
        return false;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        if (!takeDigits(rest))
            return false;
    }
    if (rest.starts_with('e') || rest.starts_with('E')) {
        rest.remove_prefix(1);
        if (rest.starts_with('+') || rest.starts_with('-'))
            rest.remove_prefix(1);
        if (!takeDigits(rest))
            return false;
    }
    return rest.empty();
}

/// A value as a field keeps it; no data for null.
struct Taken
{
    std::string_view text;
    bool good = false;
};

} // namespace

struct JsonLine::State
{
    ondemand::parser parser;
    ondemand::document document;
    std::unique_ptr<char[]> bytes
        = std::make_unique<char[]>(kMostLineBytes + simdjson::SIMDJSON_PADDING);
    std::size_t size = 0;
    const char* valueEnd = nullptr; ///< behind the last value that was read
    std::vector<std::string_view> keys; ///< unknown ones of every object that is open
    std::uint64_t fields = 0; ///< a bit for each that was told
    std::size_t unknown = 0;
    JsonFault fault;

    bool begin(std::string_view line, ondemand::object& object);
    template<typename Take>
    bool walk(ondemand::object object, int level, Take take);
    bool walk(ondemand::array array, int level);
    Taken value(ondemand::value value, int level);
    Taken text(ondemand::value& value, std::string_view token);
    Taken nested(ondemand::value& value, std::string_view token, int level);
    Taken plain(std::string_view token);
    std::string_view keyOf(ondemand::field& field);
    bool areDifferent(std::size_t firstKey);

    bool fail(const char* at, std::string what);
    bool failLine(std::string what);
    bool failAtToken(char closing);
    void explainStart(simdjson::error_code error);
};

bool JsonLine::State::fail(const char* at, std::string what)
{
    const bool inside = at >= bytes.get() && at <= bytes.get() + size;
    fault.offset
        = inside ? std::optional(static_cast<std::size_t>(at - bytes.get())) : std::nullopt;
    fault.what = std::move(what);
    return false;
}

bool JsonLine::State::failLine(std::string what)
{
    return fail(nullptr, std::move(what));
}

/// The parser stopped at a token inside brackets that end with `closing`.
bool JsonLine::State::failAtToken(char closing)
{
    const char* at = nullptr;
    if (document.current_location().get(at) != simdjson::SUCCESS)
        at = bytes.get() + size;
    const char* before = std::min<const char*>(at, bytes.get() + size);
    while (before > bytes.get() && isBlankByte(before[-1]))
        --before;
    if (closing == '}' && before > bytes.get() && (before[-1] == '{' || before[-1] == ','))
        return fail(at, "a name in quotes was expected");
    if (before == valueEnd || closing == ']')
        return fail(at, closing == '}' ? "a comma or } was expected" : "a comma or ] was expected");
    return fail(at, "a : was expected after the name");
}

void JsonLine::State::explainStart(simdjson::error_code error)
{
    const std::string_view line(bytes.get(), size);
    const auto control
        = std::find_if(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; });
    switch (error) {
    case simdjson::EMPTY:
        failLine("it is empty");
        break;
    case simdjson::UTF8_ERROR:
        fail(bytes.get() + firstByteNotUtf8(line).value_or(0), "this is not UTF-8");
        break;
    case simdjson::UNESCAPED_CHARS:
        fail(bytes.get() + (control - line.begin()),
             "a control character stands in a text; write it as an escape such as \\n");
        break;
    case simdjson::UNCLOSED_STRING:
        failLine("a quote is not closed");
        break;
    case simdjson::INCORRECT_TYPE:
        fail(bytes.get(), "a { was expected");
        break;
    default:
        failLine("the } at its end is missing");
    }
}

bool JsonLine::State::begin(std::string_view line, ondemand::object& object)
{
    fields = 0;
    unknown = 0;
    keys.clear();
    size = line.size();
    if (!line.empty())
        std::memcpy(bytes.get(), line.data(), size);
    std::memset(bytes.get() + size, 0, simdjson::SIMDJSON_PADDING);
    auto error = parser.iterate(bytes.get(), size, size + simdjson::SIMDJSON_PADDING).get(document);
    if (error == simdjson::SUCCESS)
        error = document.get_object().get(object);
    if (error == simdjson::SUCCESS)
        return true;
    explainStart(error);
    return false;
}

std::string_view JsonLine::State::keyOf(ondemand::field& field)
{
    const char* begin = field.key().raw();
    const char* end = begin;
    while (*end != '"' && *end != '\\')
        ++end;
    if (*end == '"')
        return {begin, static_cast<std::size_t>(end - begin)};
    std::string_view key;
    if (field.unescaped_key().get(key) == simdjson::SUCCESS)
        return key;
    fail(begin, "an escape in this name is wrong");
    return {};
}

/// Calls take(key, value) for each field; it says whether to go on.
template<typename Take>
bool JsonLine::State::walk(ondemand::object object, int level, Take take)
{
    for (auto result : object) {
        if (result.error() != simdjson::SUCCESS)
            return failAtToken('}');
        ondemand::field field = result.value_unsafe();
        const auto key = keyOf(field);
        if (key.data() == nullptr)
            return false;
        const Taken taken = value(field.value(), level);
        if (!taken.good || !take(key, taken.text))
            return false;
    }
    return true;
}

bool JsonLine::State::walk(ondemand::array array, int level)
{
    for (auto result : array) {
        if (result.error() != simdjson::SUCCESS)
            return failAtToken(']');
        if (!value(result.value_unsafe(), level).good)
            return false;
    }
    return true;
}

/// A value at a level of brackets, the line's own being 1.
Taken JsonLine::State::value(ondemand::value value, int level)
{
    const auto token = withoutBlanksBehind(value.raw_json_token());
    valueEnd = token.data() + token.size();
    switch (token.empty() ? '\0' : token.front()) {
    case '"':
        return text(value, token);
    case '{':
    case '[':
        return nested(value, token, level + 1);
    default:
        return plain(token);
    }
}

Taken JsonLine::State::text(ondemand::value& value, std::string_view token)
{
    const auto inside = token.substr(1, token.size() - 2);
    if (std::memchr(inside.data(), '\\', inside.size()) == nullptr) {
        ondemand::raw_json_string raw;
        return {inside, value.get_raw_json_string().get(raw) == simdjson::SUCCESS};
    }
    std::string_view unescaped;
    if (value.get_string().get(unescaped) == simdjson::SUCCESS)
        return {unescaped, true};
    fail(token.data(), "an escape in this text is wrong");
    return {};
}

Taken JsonLine::State::nested(ondemand::value& value, std::string_view token, int level)
{
    if (level > kMostLevels) {
        fail(token.data(), "more than 32 brackets are open");
        return {};
    }
    bool good = false;
    if (token.front() == '{') {
        const auto firstKey = keys.size();
        ondemand::object object;
        good = value.get_object().get(object) == simdjson::SUCCESS
            && walk(object, level,
                    [this](std::string_view key, std::string_view) {
                        keys.push_back(key);
                        return true;
                    })
            && areDifferent(firstKey);
        keys.resize(std::min(keys.size(), firstKey));
    } else {
        ondemand::array array;
        good = value.get_array().get(array) == simdjson::SUCCESS && walk(array, level);
    }
    if (!good)
        return {};
    const char* next = nullptr;
    if (document.current_location().get(next) != simdjson::SUCCESS)
        next = bytes.get() + size;
    const auto all
        = withoutBlanksBehind({token.data(), static_cast<std::size_t>(next - token.data())});
    valueEnd = all.data() + all.size();
    return {all, true};
}

/// A number, true, false or null.
Taken JsonLine::State::plain(std::string_view token)
{
    if (token == "null")
        return {{}, true};
    if (token == "true" || token == "false" || isJsonNumber(token))
        return {token, true};
    fail(token.data(), "a value was expected");
    return {};
}

/// No two of the keys from a place on are the same.
bool JsonLine::State::areDifferent(std::size_t firstKey)
{
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(firstKey);
    std::sort(begin, keys.end());
    const auto same = std::adjacent_find(begin, keys.end());
    if (same == keys.end())
        return true;
    return fail(std::max(same->data(), (same + 1)->data()),
                "the name \"" + std::string(same->substr(0, 40)) + "\" is there twice");
}

JsonLine::JsonLine()
    : m_state(std::make_unique<State>())
{
    // Once for the longest line, so that no line needs more.
    [[maybe_unused]] const auto error = m_state->parser.allocate(kMostLineBytes);
    m_state->keys.reserve(64);
}
JsonLine::~JsonLine() = default;

bool JsonLine::read(std::string_view line, const FieldMap& names, model::AdEvent& event)
{
    State& state = *m_state;
    ondemand::object object;
    if (!state.begin(line, object))
        return false;
    const auto take = [&](std::string_view key, std::string_view text) {
        const auto field = names.find(key);
        if (!field) {
            state.keys.push_back(key);
            return true;
        }
        const auto bit = std::uint64_t{1} << static_cast<unsigned>(*field);
        if ((state.fields & bit) != 0)
            return state.fail(
                key.data(),
                "the name \"" + std::string(key.substr(0, 40)) + "\" tells "
                    + std::string(model::kAdFieldNames[static_cast<std::size_t>(*field)])
                    + " a second time");
        state.fields |= bit;
        event[*field] = text;
        return true;
    };
    state.valueEnd = nullptr;
    if (!state.walk(object, 1, take) || !state.areDifferent(0))
        return false;
    state.unknown = state.keys.size();
    const char* rest = nullptr;
    if (state.document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS)
        return true;
    return state.fail(rest, "there is something behind the object");
}

const JsonFault& JsonLine::fault() const
{
    return m_state->fault;
}

std::size_t JsonLine::unknownFields() const
{
    return m_state->unknown;
}

} // namespace gavel::pipeline
