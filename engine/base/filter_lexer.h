// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::base {

enum class TokenKind : std::uint8_t { Word, Number, Text, Compare, Open, Close, Comma, End, Bad };

/// A piece of a filter text. The last token is always End.
struct Token
{
    TokenKind kind = TokenKind::End;
    std::string text; ///< as meant: quotes and backslashes of a Text are gone
    std::size_t first = 0; ///< bytes [first, last) of the source
    std::size_t last = 0;
    bool unfinished = false; ///< more typing could make a Bad token good: an open quote, "!", "0."
};

/// Cuts a filter text into tokens; never fails, what is no token becomes Bad.
/// Words are letters, digits, "_", "-", "." and every byte above 127; texts stand in double quotes
/// with \" and \\. Of any language over lists: auctions, campaigns and the ledger read the same
/// tokens.
std::vector<Token> tokenize(std::string_view source);

/// The column, counted in characters from 1, of a byte of a UTF-8 text.
std::size_t columnOf(std::string_view source, std::size_t byte);

/// True when a word may stand for itself as a value; other values need quotes.
bool isPlainWord(std::string_view text);

/// The value as a filter must spell it: plain, or in quotes.
std::string quoted(std::string_view text, bool always = false);

/// The word with ASCII letters in lower case.
std::string lowered(std::string_view text);

} // namespace gavel::base
