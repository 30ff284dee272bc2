// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"

#include <boost/json/serialize.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace gavel::base {

namespace {

namespace json = boost::json;

constexpr std::size_t kShortArray
    = 80; ///< characters of an array of scalars that stays on one line

void writeNumber(double value, std::string& out)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    const double size = std::fabs(value);
    const bool plain = size == 0 || (size >= 1e-7 && size < 1e16);
    std::array<char, 64> digits{};
    const auto end
        = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                        plain ? std::chars_format::fixed : std::chars_format::scientific);
    out.append(digits.data(), end.ptr);
}

class Writer
{
public:
    explicit Writer(bool pretty)
        : m_pretty(pretty)
    {
    }

    void write(const json::value& value)
    {
        if (const auto* object = value.if_object())
            writeObject(*object);
        else if (const auto* array = value.if_array())
            writeArray(*array);
        else if (const auto* real = value.if_double())
            writeNumber(*real, m_out);
        else
            m_out += json::serialize(value);
    }
    std::string take() { return std::move(m_out); }

private:
    void writeObject(const json::object& object)
    {
        m_out += '{';
        ++m_depth;
        bool first = true;
        for (const auto& [key, value] : object) {
            if (!first)
                m_out += ',';
            first = false;
            newLine();
            m_out += json::serialize(json::value(key));
            m_out += m_pretty ? ": " : ":";
            write(value);
        }
        --m_depth;
        if (!first)
            newLine();
        m_out += '}';
    }
    void writeArray(const json::array& array)
    {
        const bool inLine = !m_pretty || fitsOnALine(array);
        m_out += '[';
        ++m_depth;
        bool first = true;
        for (const auto& value : array) {
            if (!first)
                m_out += inLine && m_pretty ? ", " : ",";
            first = false;
            if (!inLine)
                newLine();
            write(value);
        }
        --m_depth;
        if (!first && !inLine)
            newLine();
        m_out += ']';
    }
    static bool fitsOnALine(const json::array& array)
    {
        std::size_t characters = 0;
        for (const auto& value : array) {
            if (value.is_structured())
                return false;
            characters += 2 + (value.is_string() ? value.get_string().size() + 2 : 8);
        }
        return characters <= kShortArray;
    }
    void newLine()
    {
        if (!m_pretty)
            return;
        m_out += '\n';
        m_out.append(2 * m_depth, ' ');
    }

    bool m_pretty;
    std::size_t m_depth = 0;
    std::string m_out;
};

std::string written(const json::value& value, bool pretty)
{
    Writer writer(pretty);
    writer.write(value);
    return writer.take();
}

json::value scaledNumber(std::int64_t micros)
{
    if (micros % 1'000'000 == 0)
        return micros / 1'000'000;
    return static_cast<double>(micros) / 1e6;
}

} // namespace

std::string jsonText(const json::value& value)
{
    return written(value, false);
}

std::string jsonPretty(const json::value& value)
{
    return written(value, true) + "\n";
}

json::value amountNumber(Money amount)
{
    return scaledNumber(amount.micros);
}

json::value cpmNumber(Price price)
{
    return scaledNumber(price.nanos);
}

boost::json::array textArray(const std::vector<std::string>& texts)
{
    return boost::json::array(texts.begin(), texts.end());
}

} // namespace gavel::base
