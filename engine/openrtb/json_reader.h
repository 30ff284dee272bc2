// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/openrtb/bid_request.h"

#include <array>
#include <cstdint>
#include <simdjson.h>
#include <span>
#include <string>
#include <string_view>

namespace gavel::openrtb {

using Element = simdjson::dom::element;

/// Reads values of a parsed document and remembers the first rule that was broken together with its
/// path. After a failure every reader gives an empty value, so that tables of fields need no checks
/// of their own.
class JsonReader
{
public:
    bool failed() const { return m_failed; }
    const Error& error() const { return m_error; }
    /// Records a broken rule at the current path, or at a key below it.
    void fail(std::string_view what, std::string_view advice, std::string_view key = {});

    Text text(Element value);
    /// A text of at least one byte.
    Text name(Element value);
    int integer(Element value, std::int64_t least, std::int64_t most);
    bool flag(Element value); ///< 0 or 1
    double number(Element value, double least, double most);
    Price cpm(Element value); ///< not negative, at most six decimals
    void texts(Element value, Texts& out);
    void integers(Element value, std::vector<int>& out);
    /// "a, b ,c" as three texts.
    void commaTexts(Element value, Texts& out);

    /// Calls take(element) for each element of an array, with its place on the path.
    template<typename Take>
    void each(Element value, Take take)
    {
        simdjson::dom::array array;
        if (value.get(array) != simdjson::SUCCESS) {
            fail("must be a list", "write it in [ ]");
            return;
        }
        m_path[m_depth++] = {};
        for (const Element element : array) {
            take(element);
            if (m_failed)
                return;
            ++m_path[m_depth - 1].index;
        }
        --m_depth;
    }

    /// One known key of an object and how its value is kept.
    template<typename T>
    struct Field
    {
        std::string_view key;
        void (*read)(JsonReader& reader, Element value, T& out);
    };

    /// Reads the known keys of an object; others are ignored. null counts as not sent.
    template<typename T, std::size_t N>
    void object(Element value, T& out, const std::array<Field<T>, N>& fields)
    {
        static_assert(N <= 64);
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS) {
            fail("must be an object", "write it in { }");
            return;
        }
        std::uint64_t seen = 0;
        for (const auto [key, member] : object) {
            const std::size_t place = placeOf(key, fields);
            if (place == N || member.is_null())
                continue;
            m_path[m_depth++].key = key;
            if ((seen >> place) & 1U)
                fail("is written twice", "write each key once");
            seen |= std::uint64_t{1} << place;
            fields[place].read(*this, member, out);
            if (m_failed)
                return;
            --m_depth;
        }
    }

private:
    /// A key, or a place in a list when the key is "".
    struct Step
    {
        std::string_view key;
        std::size_t index = 0;
    };

    template<typename T, std::size_t N>
    static std::size_t placeOf(std::string_view key, const std::array<Field<T>, N>& fields)
    {
        std::size_t place = 0;
        while (place < N && fields[place].key != key)
            ++place;
        return place;
    }
    std::string path() const;

    std::array<Step, 2 * kMaxDepth> m_path{};
    std::size_t m_depth = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace gavel::openrtb
