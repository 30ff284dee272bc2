// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/task_filter.h"

#include "engine/base/filter_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gavel::runtime {

namespace {

using base::Token;
using base::TokenKind;

constexpr std::size_t kMostBytes = 4096;
constexpr int kMostDepth = 32;
constexpr std::array<std::string_view, 8> kFields{"task",     "campaign", "name",  "trigger",
                                                  "priority", "state",    "owner", "attempt"};
constexpr std::size_t kAttempt = 7;
constexpr const char* kAdvice = "write a test such as state = failed or priority = high";

std::string valueOf(const TaskRow& row, std::size_t field)
{
    switch (field) {
    case 0:
        return std::to_string(row.id);
    case 1:
        return row.campaignId;
    case 2:
        return row.campaignName;
    case 3:
        return std::string(model::kTriggerKindNames[static_cast<std::size_t>(row.trigger)]);
    case 4:
        return std::string(model::kTaskPriorityNames[static_cast<std::size_t>(row.priority)]);
    case 5:
        return std::string(model::kTaskStateNames[static_cast<std::size_t>(row.state)]);
    default:
        return row.owner;
    }
}

/// "PartiallyCompleted", as people see it, and "partially_completed" are the same state.
std::string plain(std::string_view text)
{
    std::string out = base::lowered(text);
    std::erase(out, '_');
    return out;
}

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
        , m_tokens(base::tokenize(text))
    {
    }

    Result<TaskTest> parse()
    {
        auto test = any();
        if (!test)
            return test;
        if (now().kind != TokenKind::End)
            return wrong("\"" + now().text + "\" is not expected here");
        return test;
    }

private:
    const Token& now() const { return m_tokens[m_at]; }
    bool takeWord(std::string_view word)
    {
        if (now().kind != TokenKind::Word || base::lowered(now().text) != word)
            return false;
        ++m_at;
        return true;
    }
    Error wrong(std::string what) const
    {
        const bool unfinished = now().kind == TokenKind::End || now().unfinished;
        return {unfinished ? "FILTER_UNFINISHED" : "FILTER_WRONG",
                "column " + std::to_string(base::columnOf(m_text, now().first)), std::move(what),
                kAdvice};
    }

    Result<TaskTest> any()
    {
        auto left = all();
        while (left && takeWord("or")) {
            auto right = all();
            if (!right)
                return right;
            left = TaskTest([a = std::move(*left), b = std::move(*right)](const TaskRow& row) {
                return a(row) || b(row);
            });
        }
        return left;
    }
    Result<TaskTest> all()
    {
        auto left = unary();
        while (left && takeWord("and")) {
            auto right = unary();
            if (!right)
                return right;
            left = TaskTest([a = std::move(*left), b = std::move(*right)](const TaskRow& row) {
                return a(row) && b(row);
            });
        }
        return left;
    }
    Result<TaskTest> unary()
    {
        if (++m_depth > kMostDepth)
            return wrong("the brackets are too deep");
        auto test = one();
        --m_depth;
        return test;
    }
    Result<TaskTest> one()
    {
        if (takeWord("not")) {
            auto inner = unary();
            if (!inner)
                return inner;
            return TaskTest([a = std::move(*inner)](const TaskRow& row) { return !a(row); });
        }
        if (now().kind != TokenKind::Open)
            return comparison();
        ++m_at;
        auto inner = any();
        if (!inner)
            return inner;
        if (now().kind != TokenKind::Close)
            return wrong("a bracket is not closed");
        ++m_at;
        return inner;
    }
    Result<TaskTest> comparison()
    {
        const auto field = std::ranges::find(kFields, base::lowered(now().text));
        if (now().kind != TokenKind::Word || field == kFields.end())
            return wrong("\"" + now().text + "\" is nothing that a task has");
        const auto place = static_cast<std::size_t>(field - kFields.begin());
        ++m_at;
        if (now().kind != TokenKind::Compare)
            return wrong("a comparison is missing");
        const std::string op = now().text;
        if (place != kAttempt && op != "=" && op != "!=")
            return wrong("names are equal or not");
        ++m_at;
        if (now().kind != TokenKind::Word && now().kind != TokenKind::Text
            && now().kind != TokenKind::Number)
            return wrong("a value is missing");
        const std::string value = now().text;
        if (place == kAttempt)
            return number(op, value);
        ++m_at;
        return TaskTest([place, isEqual = op == "=", value = plain(value)](const TaskRow& row) {
            const std::string own = plain(valueOf(row, place));
            const bool holds = place == 2 ? own.find(value) != std::string::npos : own == value;
            return holds == isEqual;
        });
    }
    Result<TaskTest> number(const std::string& op, const std::string& text)
    {
        std::uint32_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
            return wrong("\"" + text + "\" is not a number of tries");
        ++m_at;
        return TaskTest([op, value](const TaskRow& row) {
            const std::uint32_t own = row.attempt;
            return op == "<" ? own < value
                : op == "<=" ? own <= value
                : op == ">"  ? own > value
                : op == ">=" ? own >= value
                : op == "!=" ? own != value
                             : own == value;
        });
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<TaskTest> parseTaskFilter(std::string_view text)
{
    if (text.find_first_not_of(" \t") == std::string_view::npos)
        return TaskTest([](const TaskRow&) { return true; });
    if (text.size() > kMostBytes)
        return Error{"FILTER_WRONG", "column 1", "the filter is too long", kAdvice};
    return Parser(text).parse();
}

} // namespace gavel::runtime
