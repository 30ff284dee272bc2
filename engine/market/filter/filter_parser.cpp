// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/filter_parser.h"

#include <algorithm>
#include <charconv>

namespace gavel::market {

namespace {

const std::string kTestAdvice = "write a test such as price > 0.8, campaign = camp-001 or won";

std::optional<TestKind> testNamed(std::string_view word)
{
    const auto name = lowered(word);
    for (const auto& [known, kind] : kTestNames)
        if (known == name)
            return kind;
    return std::nullopt;
}

bool beginsTest(std::string_view word)
{
    const auto name = lowered(word);
    return std::string_view("not").starts_with(name)
        || std::any_of(kTestNames.begin(), kTestNames.end(),
                       [&name](const auto& known) { return known.first.starts_with(name); });
}

bool beginsValue(const base::Dictionary& dictionary, std::string_view text)
{
    for (std::size_t i = 1; i <= dictionary.size(); ++i)
        if (dictionary.text(static_cast<Handle>(i)).starts_with(text))
            return true;
    return false;
}

std::string shown(const Token& token)
{
    return token.kind == TokenKind::End ? "the end" : '"' + token.text + '"';
}

Compare compareOf(std::string_view text)
{
    if (text == "<")
        return Compare::Less;
    if (text == "<=")
        return Compare::LessEqual;
    if (text == ">")
        return Compare::Greater;
    if (text == ">=")
        return Compare::GreaterEqual;
    return text == "=" ? Compare::Equal : Compare::NotEqual;
}

/// Counts the open groups of a recursion for as long as it lives.
class DepthGuard
{
public:
    explicit DepthGuard(int& depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~DepthGuard() { --m_depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

private:
    int& m_depth;
};

} // namespace

std::string_view nameOf(TestKind kind)
{
    for (const auto& [name, known] : kTestNames)
        if (known == kind)
            return name;
    return {};
}

const base::Dictionary* valuesOf(TestKind kind, const model::Vocabulary& vocabulary)
{
    switch (kind) {
    case TestKind::Campaign:
        return &vocabulary.campaigns;
    case TestKind::Seat:
        return &vocabulary.seats;
    case TestKind::Publisher:
        return &vocabulary.of(model::Dimension::Publisher);
    case TestKind::Placement:
        return &vocabulary.of(model::Dimension::Placement);
    case TestKind::Country:
        return &vocabulary.of(model::Dimension::Country);
    case TestKind::Device:
        return &vocabulary.of(model::Dimension::DeviceType);
    default:
        return nullptr;
    }
}

FilterParser::FilterParser(std::string_view source, const model::Vocabulary& vocabulary)
    : m_source(source)
    , m_vocabulary(vocabulary)
{
}

Result<FilterTree> FilterParser::parse()
{
    if (m_source.size() > kFilterBytes)
        return Error{"FILTER_WRONG", "column " + std::to_string(columnOf(m_source, kFilterBytes)),
                     "a filter has at most " + std::to_string(kFilterBytes) + " bytes",
                     "shorten it"};
    m_tokens = tokenize(m_source);
    const auto root = parseGroup(FilterNode::Kind::Or);
    if (root && !m_error && peek().kind != TokenKind::End) {
        const bool grows = peek().kind == TokenKind::Word
            && (std::string_view("and").starts_with(lowered(peek().text))
                || std::string_view("or").starts_with(lowered(peek().text)));
        fail(peek(), "expected and, or or the end, got " + shown(peek()),
             "join tests with and or or", grows);
    }
    if (m_error)
        return *m_error;
    m_tree.root = root.value_or(0);
    return m_tree;
}

/// or := and { "or" and } ; and := unary { "and" unary }. A group of one is that one.
FilterParser::Place FilterParser::parseGroup(FilterNode::Kind kind)
{
    const bool isOr = kind == FilterNode::Kind::Or;
    FilterNode group;
    group.kind = kind;
    group.first = peek().first;
    do {
        const Place part = isOr ? parseGroup(FilterNode::Kind::And) : parseUnary();
        if (!part)
            return {};
        group.children.push_back(*part);
        expect(Expected::Connective);
    } while (takeKeyword(isOr ? "or" : "and"));
    group.last = m_tree.nodes[group.children.back()].last;
    return group.children.size() == 1 ? group.children.front() : add(std::move(group));
}

FilterParser::Place FilterParser::parseUnary()
{
    const DepthGuard guard(m_depth);
    if (m_depth > kFilterDepth) {
        fail(peek(),
             "more than " + std::to_string(kFilterDepth) + " brackets and nots in each other",
             "write the filter with fewer brackets");
        return {};
    }
    expect(Expected::Test);
    if (peek().kind == TokenKind::Open)
        return parseBrackets();
    if (peek().kind == TokenKind::Word && lowered(peek().text) == "not")
        return parseNegation();
    return parseTest();
}

FilterParser::Place FilterParser::parseNegation()
{
    FilterNode node;
    node.kind = FilterNode::Kind::Not;
    node.first = m_tokens[m_at++].first;
    const Place child = parseUnary();
    if (!child)
        return {};
    node.children.push_back(*child);
    node.last = m_tree.nodes[*child].last;
    return add(std::move(node));
}

FilterParser::Place FilterParser::parseBrackets()
{
    const auto first = m_tokens[m_at++].first;
    ++m_brackets;
    const Place inner = parseGroup(FilterNode::Kind::Or);
    if (!inner)
        return {};
    if (peek().kind != TokenKind::Close) {
        fail(peek(), "expected ), got " + shown(peek()), "close the bracket");
        return {};
    }
    --m_brackets;
    m_tree.nodes[*inner].first = first;
    m_tree.nodes[*inner].last = m_tokens[m_at++].last;
    return inner;
}

FilterParser::Place FilterParser::parseTest()
{
    const Token& token = peek();
    const auto kind = token.kind == TokenKind::Word ? testNamed(token.text) : std::nullopt;
    if (!kind) {
        const bool grows = token.kind == TokenKind::Word && beginsTest(token.text);
        fail(token, "expected a field or a word, got " + shown(token), kTestAdvice, grows);
        return {};
    }
    FilterNode node;
    node.first = token.first;
    node.test.kind = *kind;
    ++m_at;
    if ((isNumber(*kind) || isName(*kind)) && !parseComparison(node.test))
        return {};
    node.last = m_tokens[m_at - 1].last;
    return add(std::move(node));
}

bool FilterParser::parseComparison(RowTest& test)
{
    expect(Expected::Comparison, test.kind);
    if (takeKeyword("in"))
        return parseList(test);
    const Token& token = peek();
    const std::string field(nameOf(test.kind));
    if (token.kind != TokenKind::Compare) {
        const bool grows = token.kind == TokenKind::Word
            && std::string_view("in").starts_with(lowered(token.text));
        fail(token, "expected a comparison after " + field + ", got " + shown(token),
             isNumber(test.kind) ? "write one of < <= > >= = != in" : "write one of = != in",
             grows);
        return false;
    }
    test.compare = compareOf(token.text);
    if (isName(test.kind) && test.compare < Compare::Equal) {
        fail(token, field + " is a name and has no order", "write one of = != in");
        return false;
    }
    ++m_at;
    return parseValue(test);
}

bool FilterParser::parseList(RowTest& test)
{
    expect(Expected::ListStart, test.kind);
    if (peek().kind != TokenKind::Open) {
        fail(peek(), "expected ( after in, got " + shown(peek()), "write the values in brackets");
        return false;
    }
    do {
        ++m_at;
        if (!parseValue(test))
            return false;
        expect(Expected::ListEnd, test.kind);
    } while (peek().kind == TokenKind::Comma);
    if (peek().kind != TokenKind::Close) {
        fail(peek(), "expected , or ), got " + shown(peek()), "close the list of values");
        return false;
    }
    ++m_at;
    return true;
}

bool FilterParser::parseValue(RowTest& test)
{
    expect(Expected::Value, test.kind);
    const Token& token = peek();
    if (isNumber(test.kind))
        return parseNumber(test);
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Text
        && token.kind != TokenKind::Number) {
        fail(token,
             "expected a value for " + std::string(nameOf(test.kind)) + ", got " + shown(token),
             "write a name, in double quotes where it has spaces");
        return false;
    }
    if (test.kind == TestKind::Auction ? !readAuction(test, token) : !readName(test, token))
        return false;
    ++m_at;
    return true;
}

bool FilterParser::parseNumber(RowTest& test)
{
    const Token& token = peek();
    const std::string field(nameOf(test.kind));
    if (token.kind != TokenKind::Number) {
        fail(token, field + " takes a number, got " + shown(token), "write digits, such as 0.8");
        return false;
    }
    const bool isPrice = test.kind <= TestKind::Bid;
    const int decimals = isPrice ? 6 : test.kind == TestKind::Ms ? 3 : 0;
    const auto number = base::parseDecimal(token.text, decimals, field);
    if (!number) {
        fail(token, number.error().what, number.error().advice);
        return false;
    }
    if (test.kind == TestKind::Hour && (*number < 0 || *number > 23)) {
        fail(token, "hour runs from 0 to 23", "write an hour of the day in UTC");
        return false;
    }
    test.bound = *number;
    test.values.push_back(static_cast<std::uint64_t>(*number));
    ++m_at;
    return true;
}

bool FilterParser::readName(RowTest& test, const Token& token)
{
    const std::string field(nameOf(test.kind));
    const bool typing = token.kind == TokenKind::Word && touchesEnd(token);
    if (test.kind == TestKind::Fate) {
        const auto& names = model::kBidFateNames;
        const auto name = lowered(token.text);
        const auto at = std::find(names.begin(), names.end(), name);
        if (at == names.end()) {
            const bool grows = typing && std::any_of(names.begin(), names.end(), [&](auto known) {
                                   return known.starts_with(name);
                               });
            fail(token, "no fate is called " + shown(token),
                 "write won, outbid, late or another fate", grows);
            return false;
        }
        test.values.push_back(static_cast<std::uint64_t>(at - names.begin()));
        return true;
    }
    const auto* dictionary = valuesOf(test.kind, m_vocabulary);
    const Handle handle = dictionary->find(token.text);
    if (handle == base::kNone) {
        fail(token, "no " + field + " is called " + shown(token), "choose one of the list",
             typing && beginsValue(*dictionary, token.text));
        return false;
    }
    test.values.push_back(handle);
    return true;
}

bool FilterParser::readAuction(RowTest& test, const Token& token)
{
    std::uint64_t id = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto [stop, problem] = std::from_chars(token.text.data(), end, id);
    if (problem != std::errc{} || stop != end) {
        fail(token, "an auction is named by its number, got " + shown(token), "write digits");
        return false;
    }
    test.values.push_back(id);
    return true;
}

bool FilterParser::takeKeyword(std::string_view keyword)
{
    if (peek().kind != TokenKind::Word || lowered(peek().text) != keyword)
        return false;
    ++m_at;
    return true;
}

void FilterParser::expect(Expected what, TestKind field)
{
    if (peek().kind == TokenKind::End)
        m_expected = {what, field, m_brackets > 0};
}

void FilterParser::fail(const Token& at, std::string what, std::string advice, bool mayGrow)
{
    const bool open = at.kind == TokenKind::End || (at.kind == TokenKind::Bad && at.unfinished)
        || (mayGrow && touchesEnd(at));
    m_error = Error{open ? "FILTER_UNFINISHED" : "FILTER_WRONG",
                    "column " + std::to_string(columnOf(m_source, at.first)), std::move(what),
                    std::move(advice)};
}

FilterParser::Place FilterParser::add(FilterNode node)
{
    m_tree.nodes.push_back(std::move(node));
    return m_tree.nodes.size() - 1;
}

} // namespace gavel::market
