// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/filter_lexer.h"

#include <algorithm>
#include <array>

namespace gavel::base {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || static_cast<unsigned char>(c) > 127;
}

bool isWordPart(char c)
{
    return isWordStart(c) || isDigit(c) || c == '-' || c == '.';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer
{
public:
    explicit Lexer(std::string_view source)
        : m_source(source)
    {
    }

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        for (;;) {
            while (m_at < m_source.size() && isSpace(m_source[m_at]))
                ++m_at;
            tokens.push_back(next());
            if (tokens.back().kind == TokenKind::End)
                return tokens;
        }
    }

private:
    Token next()
    {
        if (m_at == m_source.size())
            return {TokenKind::End, {}, m_at, m_at, false};
        const char c = m_source[m_at];
        if (c == '(')
            return take(TokenKind::Open, 1);
        if (c == ')')
            return take(TokenKind::Close, 1);
        if (c == ',')
            return take(TokenKind::Comma, 1);
        if (c == '"')
            return quotedText();
        if (c == '<' || c == '>' || c == '=' || c == '!')
            return comparison(c);
        if (isDigit(c)
            || (c == '-' && (m_at + 1 == m_source.size() || isDigit(m_source[m_at + 1]))))
            return number();
        if (isWordStart(c))
            return word();
        return take(TokenKind::Bad, 1);
    }

    Token take(TokenKind kind, std::size_t length)
    {
        Token token{kind, std::string(m_source.substr(m_at, length)), m_at, m_at + length, false};
        m_at += length;
        return token;
    }

    Token comparison(char c)
    {
        const bool withEqual = m_at + 1 < m_source.size() && m_source[m_at + 1] == '=';
        if (c == '=')
            return take(TokenKind::Compare, 1);
        if (withEqual || c != '!')
            return take(TokenKind::Compare, withEqual ? 2 : 1);
        Token token = take(TokenKind::Bad, 1);
        token.unfinished = m_at == m_source.size();
        return token;
    }

    /// Digits and one point; a run that goes on with letters is a word, such as an id that begins
    /// with a digit.
    Token number()
    {
        std::size_t end = m_at + (m_source[m_at] == '-' ? 1 : 0);
        const std::size_t digits = end;
        while (end < m_source.size() && isDigit(m_source[end]))
            ++end;
        const bool pointed = end < m_source.size() && m_source[end] == '.';
        if (pointed)
            do
                ++end;
            while (end < m_source.size() && isDigit(m_source[end]));
        if (end < m_source.size() && isWordPart(m_source[end]))
            return word();
        const bool open = end == digits || m_source[end - 1] == '.';
        Token token = take(open ? TokenKind::Bad : TokenKind::Number, end - m_at);
        token.unfinished = open && end == m_source.size();
        return token;
    }

    Token word()
    {
        std::size_t end = m_at;
        while (end < m_source.size() && isWordPart(m_source[end]))
            ++end;
        return take(TokenKind::Word, end - m_at);
    }

    Token quotedText()
    {
        Token token{TokenKind::Text, {}, m_at, m_at, false};
        for (++m_at; m_at < m_source.size(); ++m_at) {
            if (m_source[m_at] == '"') {
                token.last = ++m_at;
                return token;
            }
            if (m_source[m_at] == '\\' && m_at + 1 < m_source.size())
                ++m_at;
            token.text += m_source[m_at];
        }
        token.kind = TokenKind::Bad;
        token.last = m_at;
        token.unfinished = true;
        return token;
    }

    std::string_view m_source;
    std::size_t m_at = 0;
};

} // namespace

std::vector<Token> tokenize(std::string_view source)
{
    return Lexer(source).run();
}

std::size_t columnOf(std::string_view source, std::size_t byte)
{
    const auto before = source.substr(0, byte);
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    });
    return static_cast<std::size_t>(characters) + 1;
}

bool isPlainWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> kReserved{"and", "or", "not", "in"};
    return !text.empty() && isWordStart(text.front())
        && std::all_of(text.begin(), text.end(), isWordPart)
        && std::find(kReserved.begin(), kReserved.end(), lowered(text)) == kReserved.end();
}

std::string quoted(std::string_view text, bool always)
{
    if (!always && isPlainWord(text))
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

} // namespace gavel::base
