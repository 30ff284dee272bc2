// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/filter_lexer.h"
#include "engine/market/filter/filter_program.h"
#include "engine/model/vocabulary.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::market {

using base::columnOf;
using base::isPlainWord;
using base::lowered;
using base::quoted;
using base::Token;
using base::tokenize;
using base::TokenKind;

inline constexpr std::size_t kFilterBytes = 4096; ///< the longest filter text
inline constexpr int kFilterDepth = 32; ///< of brackets and "not" in each other

/// The names of the language, in the order in which completion offers them.
inline constexpr std::array<std::pair<std::string_view, TestKind>, 23> kTestNames{{
    {"price", TestKind::Price},
    {"campaign", TestKind::Campaign},
    {"seat", TestKind::Seat},
    {"publisher", TestKind::Publisher},
    {"placement", TestKind::Placement},
    {"floor", TestKind::Floor},
    {"bid", TestKind::Bid},
    {"fate", TestKind::Fate},
    {"country", TestKind::Country},
    {"device", TestKind::Device},
    {"ms", TestKind::Ms},
    {"bids", TestKind::Bids},
    {"seats", TestKind::Seats},
    {"hour", TestKind::Hour},
    {"auction", TestKind::Auction},
    {"won", TestKind::Won},
    {"lost", TestKind::Lost},
    {"late", TestKind::Late},
    {"filled", TestKind::Filled},
    {"unfilled", TestKind::Unfilled},
    {"clicked", TestKind::Clicked},
    {"converted", TestKind::Converted},
    {"traced", TestKind::Traced},
}};
std::string_view nameOf(TestKind kind);

/// The dictionary that holds a name field's values; nullptr for auction and fate.
const base::Dictionary* valuesOf(TestKind kind, const model::Vocabulary& vocabulary);

/// A filter as a tree. Nodes lie in one list and name each other by place.
struct FilterNode
{
    enum class Kind : std::uint8_t { And, Or, Not, Test };
    Kind kind = Kind::Test;
    std::vector<std::size_t> children;
    RowTest test;
    std::size_t first = 0; ///< bytes of the source, brackets included
    std::size_t last = 0;
};
struct FilterTree
{
    std::vector<FilterNode> nodes;
    std::size_t root = 0;
};

/// What the grammar takes at the end of a text that is right so far.
enum class Expected : std::uint8_t {
    Nothing,
    Test,
    Comparison,
    Value,
    ListStart,
    ListEnd,
    Connective
};
struct ExpectedAtEnd
{
    Expected what = Expected::Nothing;
    TestKind field{}; ///< for Comparison and Value
    bool inBrackets = false;
};

/// Recursive descent over the grammar of AuctionFilter. One use.
class FilterParser
{
public:
    FilterParser(std::string_view source, const model::Vocabulary& vocabulary);

    /// Errors as AuctionFilter::parse() tells them.
    Result<FilterTree> parse();
    /// After parse(): what may be typed next; Nothing when an error lies before the end.
    ExpectedAtEnd expectedAtEnd() const { return m_expected; }

private:
    using Place = std::optional<std::size_t>; ///< of a node; nothing after an error

    Place parseGroup(FilterNode::Kind kind);
    Place parseUnary();
    Place parseNegation();
    Place parseBrackets();
    Place parseTest();
    bool parseComparison(RowTest& test);
    bool parseList(RowTest& test);
    bool parseValue(RowTest& test);
    bool parseNumber(RowTest& test);
    bool readName(RowTest& test, const Token& token);
    bool readAuction(RowTest& test, const Token& token);

    const Token& peek() const { return m_tokens[m_at]; }
    bool takeKeyword(std::string_view keyword);
    void expect(Expected what, TestKind field = {});
    void fail(const Token& at, std::string what, std::string advice, bool mayGrow = false);
    bool touchesEnd(const Token& token) const { return token.last == m_source.size(); }
    Place add(FilterNode node);

    std::string_view m_source;
    const model::Vocabulary& m_vocabulary;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_brackets = 0;
    FilterTree m_tree;
    std::optional<Error> m_error;
    ExpectedAtEnd m_expected;
};

} // namespace gavel::market
