// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/audit/ledger_filter.h"

#include "engine/base/filter_lexer.h"
#include "engine/base/money.h"
#include "engine/ledger/transfer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace gavel::ledger {

namespace {

using base::Token;
using base::TokenKind;

constexpr std::size_t kMostBytes = 4096;
constexpr int kMostDepth = 32;
constexpr std::int64_t kMostNumber = std::int64_t{1} << 40; // above every transfer's
const std::string kTestAdvice = "write a test such as campaign = camp-001, amount >= 5 or t-88214";

enum class Field : std::uint8_t {
    Amount,
    Transfer,
    Campaign,
    Advertiser,
    Publisher,
    Account,
    Kind,
    Code,
};
constexpr std::array<std::string_view, 8> kFields{"amount",    "transfer", "campaign", "advertiser",
                                                  "publisher", "account",  "kind",     "code"};
constexpr std::array<std::string_view, 2> kWords{"refused", "by_hand"};

constexpr bool isNumber(Field field)
{
    return field <= Field::Transfer;
}

/// The names that a field's values are numbers of; empty when they are ids.
std::span<const std::string_view> choicesOf(Field field)
{
    switch (field) {
    case Field::Account:
        return kAccountKindNames;
    case Field::Kind:
        return kTransferKindNames;
    case Field::Code:
        return kTransferCodeNames;
    default:
        return {};
    }
}

/// The kinds of account whose owner a field names.
std::string_view kindsOf(Field field)
{
    static_assert(static_cast<int>(AccountKind::AdvertiserWallet) == 1
                  && static_cast<int>(AccountKind::CampaignBudget) == 2
                  && static_cast<int>(AccountKind::PublisherPayable) == 4
                  && static_cast<int>(AccountKind::PlatformRevenue) == 5
                  && static_cast<int>(AccountKind::Suspense) == 8
                  && static_cast<int>(AccountKind::LateWinLoss) == 9);
    if (field == Field::Advertiser)
        return "1";
    return field == Field::Publisher ? "4" : "2, 5, 8, 9";
}

template<std::size_t N>
std::optional<std::size_t> placeOf(const std::array<std::string_view, N>& names,
                                   std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional<std::size_t>(found - names.begin());
}

template<typename Names>
bool anyBegins(const Names& names, std::string_view start)
{
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return name.starts_with(start); });
}

std::string shown(const Token& token)
{
    return token.kind == TokenKind::End ? "the end" : '"' + token.text + '"';
}

/// The number of "88214" or "t-88214".
std::optional<std::int64_t> transferNumber(std::string_view text)
{
    if (text.starts_with("t-") || text.starts_with("T-"))
        text.remove_prefix(2);
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, number);
    if (text.empty() || problem != std::errc{} || stop != end || number < 0)
        return std::nullopt;
    return number;
}

/// Recursive descent that writes the condition as it reads. Stops at the first error.
class Parser
{
public:
    explicit Parser(std::string_view source)
        : m_source(source)
        , m_tokens(base::tokenize(source))
    {
    }

    Result<LedgerCondition> parse()
    {
        if (parseGroup(true) && peek().kind != TokenKind::End)
            fail(peek(), "expected and, or or the end, got " + shown(peek()),
                 "join tests with and or or",
                 peek().kind == TokenKind::Word
                     && anyBegins(std::array<std::string_view, 2>{"and", "or"},
                                  base::lowered(peek().text)));
        if (m_error)
            return *m_error;
        return std::move(m_condition);
    }

private:
    bool parseGroup(bool isOr)
    {
        write("(");
        for (;;) {
            if (!(isOr ? parseGroup(false) : parseUnary()))
                return false;
            if (!takeKeyword(isOr ? "or" : "and"))
                break;
            write(isOr ? " OR " : " AND ");
        }
        write(")");
        return true;
    }

    bool parseUnary()
    {
        if (++m_depth > kMostDepth)
            return fail(peek(),
                        "more than " + std::to_string(kMostDepth)
                            + " brackets and nots in each other",
                        "write the filter with fewer brackets");
        const bool parsed = parseInner();
        --m_depth;
        return parsed;
    }

    bool parseInner()
    {
        if (takeKeyword("not")) {
            write("NOT ");
            return parseUnary();
        }
        if (peek().kind != TokenKind::Open)
            return parseTest();
        ++m_at;
        if (!parseGroup(true))
            return false;
        if (peek().kind != TokenKind::Close)
            return fail(peek(), "expected ), got " + shown(peek()), "close the bracket");
        ++m_at;
        return true;
    }

    bool parseTest()
    {
        const Token& token = peek();
        if (token.kind == TokenKind::Number)
            return parseAmount("amount = ");
        if (token.kind != TokenKind::Word)
            return fail(token, "expected a field, a word or a number, got " + shown(token),
                        kTestAdvice);
        const std::string name = base::lowered(token.text);
        if (const auto field = placeOf(kFields, name)) {
            ++m_at;
            return parseComparison(static_cast<Field>(*field));
        }
        if (const auto word = placeOf(kWords, name)) {
            ++m_at;
            write(*word == 0 ? "outcome <> 0"
                             : "key IN (SELECT ($1 << 40) | n.sequence FROM transfer_note n WHERE "
                               "n.book = $1)");
            return true;
        }
        if (const auto number = name.starts_with("t-") ? transferNumber(name) : std::nullopt) {
            ++m_at;
            writeTransfer("=", *number);
            return true;
        }
        return fail(token, "expected a field, a word or a number, got " + shown(token), kTestAdvice,
                    anyBegins(kFields, name) || anyBegins(kWords, name) || name == "t-"
                        || std::string_view("not").starts_with(name));
    }

    bool parseComparison(Field field)
    {
        const std::string name(kFields[static_cast<std::size_t>(field)]);
        if (takeKeyword("in"))
            return parseList(field);
        const Token& token = peek();
        if (token.kind != TokenKind::Compare)
            return fail(token, "expected a comparison after " + name + ", got " + shown(token),
                        isNumber(field) ? "write one of < <= > >= = != in" : "write one of = != in",
                        token.kind == TokenKind::Word
                            && std::string_view("in").starts_with(base::lowered(token.text)));
        const std::string compare = token.text;
        if (!isNumber(field) && compare != "=" && compare != "!=")
            return fail(token, name + " is a name and has no order", "write one of = != in");
        ++m_at;
        if (field == Field::Amount)
            return parseAmount("amount " + compare + ' ');
        if (field == Field::Transfer)
            return parseTransfer(compare);
        write(compare == "!=" ? "NOT (" : "(");
        const bool parsed = parseName(field);
        write(")");
        return parsed;
    }

    bool parseList(Field field)
    {
        if (peek().kind != TokenKind::Open)
            return fail(peek(), "expected ( after in, got " + shown(peek()),
                        "write the values in brackets");
        write("(");
        do {
            ++m_at;
            const bool parsed = field == Field::Amount ? parseAmount("amount = ")
                : field == Field::Transfer             ? parseTransfer("=")
                                                       : parseName(field);
            if (!parsed)
                return false;
            write(peek().kind == TokenKind::Comma ? " OR " : ")");
        } while (peek().kind == TokenKind::Comma);
        if (peek().kind != TokenKind::Close)
            return fail(peek(), "expected , or ), got " + shown(peek()),
                        "close the list of values");
        ++m_at;
        return true;
    }

    bool parseAmount(const std::string& test)
    {
        const Token& token = peek();
        if (token.kind != TokenKind::Number)
            return fail(token, "amount takes a number, got " + shown(token),
                        "write digits, such as 12.50");
        const auto amount = base::parseMoney(token.text, "amount");
        if (!amount)
            return fail(token, amount.error().what, amount.error().advice);
        ++m_at;
        write(test);
        value(amount->micros);
        return true;
    }

    bool parseTransfer(const std::string& compare)
    {
        const Token& token = peek();
        const auto number = token.kind == TokenKind::Number || token.kind == TokenKind::Word
            ? transferNumber(token.text)
            : std::nullopt;
        if (!number)
            return fail(token, "transfer takes its number, got " + shown(token),
                        "write digits, or t-88214", token.text == "t" || token.text == "t-");
        ++m_at;
        writeTransfer(compare, *number);
        return true;
    }

    bool parseName(Field field)
    {
        const Token& token = peek();
        const std::string name(kFields[static_cast<std::size_t>(field)]);
        if (token.kind != TokenKind::Word && token.kind != TokenKind::Text
            && token.kind != TokenKind::Number)
            return fail(token, "expected a value for " + name + ", got " + shown(token),
                        "write a name, in double quotes where it has spaces");
        if (choicesOf(field).empty()) {
            writeOwner(field, token.text);
            ++m_at;
            return true;
        }
        const auto choices = choicesOf(field);
        const std::string wanted = base::lowered(token.text);
        const auto found = std::find(choices.begin(), choices.end(), wanted);
        if (found == choices.end())
            return fail(token, "no " + name + " is called " + shown(token), adviceOf(choices),
                        token.kind == TokenKind::Word && anyBegins(choices, wanted));
        writeChoice(field, found - choices.begin());
        ++m_at;
        return true;
    }

    static std::string adviceOf(std::span<const std::string_view> choices)
    {
        std::string advice = "write one of";
        for (const std::string_view choice : choices)
            advice += ' ' + std::string(choice);
        return advice;
    }

    /// By the key itself, so that a number is looked up.
    void writeTransfer(const std::string& compare, std::int64_t number)
    {
        write("key " + compare + " (($1 << 40) + ");
        value(std::min(number, kMostNumber));
        write(")");
    }

    void writeOwner(Field field, std::string_view owner)
    {
        const std::string accounts = "IN (SELECT a.id FROM account a WHERE a.book = $1 AND a.kind "
                                     "IN ("
            + std::string(kindsOf(field)) + ") AND a.owner = ";
        write("(debit " + accounts);
        value(std::string(owner));
        write(") OR credit " + accounts);
        value(std::string(owner));
        write("))");
    }

    void writeChoice(Field field, std::int64_t number)
    {
        if (field != Field::Account) {
            write(field == Field::Kind ? "kind = " : "code = ");
            value(number);
            return;
        }
        const std::string accounts
            = "IN (SELECT a.id FROM account a WHERE a.book = $1 AND a.kind = ";
        write("(debit " + accounts);
        value(number);
        write(") OR credit " + accounts);
        value(number);
        write("))");
    }

    void write(std::string_view text) { m_condition.sql += text; }
    void value(std::variant<std::int64_t, std::string> given)
    {
        m_condition.values.push_back(std::move(given));
        write('$' + std::to_string(m_condition.values.size() + 1));
    }

    const Token& peek() const { return m_tokens[m_at]; }
    bool takeKeyword(std::string_view keyword)
    {
        if (peek().kind != TokenKind::Word || base::lowered(peek().text) != keyword)
            return false;
        ++m_at;
        return true;
    }
    bool fail(const Token& at, std::string what, std::string advice, bool mayGrow = false)
    {
        const bool open = at.kind == TokenKind::End || (at.kind == TokenKind::Bad && at.unfinished)
            || (mayGrow && at.last == m_source.size());
        m_error = Error{open ? "FILTER_UNFINISHED" : "FILTER_WRONG",
                        "column " + std::to_string(base::columnOf(m_source, at.first)),
                        std::move(what), std::move(advice)};
        return false;
    }

    std::string_view m_source;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    LedgerCondition m_condition{{}, {}};
    std::optional<Error> m_error;
};

} // namespace

Result<LedgerCondition> parseLedgerFilter(std::string_view text)
{
    if (text.size() > kMostBytes)
        return Error{"FILTER_WRONG", "column " + std::to_string(base::columnOf(text, kMostBytes)),
                     "a filter has at most " + std::to_string(kMostBytes) + " bytes", "shorten it"};
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return LedgerCondition{};
    return Parser(text).parse();
}

} // namespace gavel::ledger
