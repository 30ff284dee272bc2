// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/auction_filter.h"
#include "engine/market/filter/filter_parser.h"

#include <algorithm>

namespace gavel::market {

namespace {

constexpr std::size_t kMostCompletions = 100;

std::string_view cutAt(std::string_view text, std::size_t cursor)
{
    return text.substr(0, std::min(cursor, text.size()));
}

/// The token that the cursor touches at the end of a text, when it is one that completion replaces.
const Token* touched(const std::vector<Token>& tokens, std::size_t cursor)
{
    if (tokens.size() < 2)
        return nullptr;
    const Token& token = tokens[tokens.size() - 2];
    const bool isPart = token.kind == TokenKind::Word || token.kind == TokenKind::Number
        || token.kind == TokenKind::Text || token.kind == TokenKind::Bad
        || token.kind == TokenKind::Compare;
    return isPart && token.last == cursor ? &token : nullptr;
}

/// Collects the words that begin with what is typed, then, for values, those that contain it.
class Offers
{
public:
    /// `quotes`: a quotation mark was typed, so every value has its two.
    Offers(std::string_view typed, bool quotes)
        : m_typed(lowered(typed))
        , m_quotes(quotes)
    {
    }

    void word(std::string_view text)
    {
        if (lowered(text).starts_with(m_typed))
            push(std::string(text));
    }
    void words(std::initializer_list<std::string_view> texts)
    {
        for (const auto text : texts)
            word(text);
    }
    template<typename Names>
    void values(const Names& names)
    {
        for (const bool atFront : {true, false})
            for (const std::string_view name : names) {
                const auto found = lowered(name).find(m_typed);
                if (atFront ? found == 0 : found != std::string::npos && found != 0)
                    push(quoted(name, m_quotes));
            }
    }
    std::vector<std::string> take() { return std::move(m_list); }

private:
    void push(std::string text)
    {
        if (m_list.size() < kMostCompletions)
            m_list.push_back(std::move(text));
    }

    std::string m_typed;
    bool m_quotes;
    std::vector<std::string> m_list;
};

std::vector<std::string_view> namesOf(const base::Dictionary& dictionary)
{
    std::vector<std::string_view> names;
    names.reserve(dictionary.size());
    for (std::size_t i = 1; i <= dictionary.size(); ++i)
        names.push_back(dictionary.text(static_cast<Handle>(i)));
    std::sort(names.begin(), names.end());
    return names;
}

void offer(Offers& offers, const ExpectedAtEnd& expected, const model::Vocabulary& vocabulary)
{
    switch (expected.what) {
    case Expected::Test:
        for (const auto& [name, kind] : kTestNames)
            offers.word(name);
        offers.words({"not", "("});
        return;
    case Expected::Comparison:
        if (isNumber(expected.field))
            offers.words({">", ">=", "<", "<=", "=", "!=", "in"});
        else
            offers.words({"=", "!=", "in"});
        return;
    case Expected::Value:
        if (expected.field == TestKind::Fate)
            offers.values(model::kBidFateNames);
        else if (const auto* dictionary = valuesOf(expected.field, vocabulary))
            offers.values(namesOf(*dictionary));
        return;
    case Expected::ListStart:
        offers.word("(");
        return;
    case Expected::ListEnd:
        offers.words({",", ")"});
        return;
    case Expected::Connective:
        offers.words({"and", "or"});
        if (expected.inBrackets)
            offers.word(")");
        return;
    case Expected::Nothing:
        return;
    }
}

} // namespace

std::size_t completionStart(std::string_view text, std::size_t cursor)
{
    const auto before = cutAt(text, cursor);
    const auto tokens = tokenize(before);
    const Token* token = touched(tokens, before.size());
    return token == nullptr ? before.size() : token->first;
}

std::vector<std::string> completions(std::string_view text, std::size_t cursor,
                                     const model::Vocabulary& vocabulary)
{
    const auto before = cutAt(text, cursor);
    const auto tokens = tokenize(before);
    const Token* token = touched(tokens, before.size());
    FilterParser parser(before.substr(0, token == nullptr ? before.size() : token->first),
                        vocabulary);
    static_cast<void>(parser.parse());
    const bool quotes = token != nullptr && before[token->first] == '"';
    Offers offers(token == nullptr ? std::string_view() : token->text, quotes);
    offer(offers, parser.expectedAtEnd(), vocabulary);
    return offers.take();
}

} // namespace gavel::market
