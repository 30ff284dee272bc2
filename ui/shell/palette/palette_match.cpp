// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/palette_match.h"

#include <algorithm>

namespace gavel::shell {

namespace {

constexpr int kWholeStart = 400;
constexpr int kWordStart = 300;
constexpr int kInitials = 200;
constexpr int kInside = 100;

bool startsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

PaletteMatch run(int score, qsizetype from, qsizetype length)
{
    PaletteMatch match{score, {}};
    for (qsizetype i = 0; i < length; ++i)
        match.letters << static_cast<int>(from + i);
    return match;
}

std::optional<PaletteMatch> asWordStart(const QString& word, const QString& text)
{
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return run(at == 0 ? kWholeStart : kWordStart, at, word.size());
    }
    return std::nullopt;
}

std::optional<PaletteMatch> asInitials(const QString& word, const QString& text)
{
    if (word.size() < 2)
        return std::nullopt;
    PaletteMatch match{kInitials, {}};
    qsizetype next = 0;
    for (qsizetype at = 0; at < text.size() && next < word.size(); ++at) {
        if (!text[at].isLetterOrNumber() || !startsWord(text, at))
            continue;
        if (text[at].toLower() == word[next].toLower()) {
            match.letters << static_cast<int>(at);
            ++next;
        } else if (next > 0) {
            return std::nullopt;
        }
    }
    return next == word.size() ? std::optional(match) : std::nullopt;
}

std::optional<PaletteMatch> inside(const QString& word, const QString& text)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    return at < 0 ? std::nullopt : std::optional(run(kInside, at, word.size()));
}

std::optional<PaletteMatch> matchWord(const QString& word, const QString& text)
{
    if (auto match = asWordStart(word, text))
        return match;
    if (auto match = asInitials(word, text))
        return match;
    return inside(word, text);
}

} // namespace

std::optional<PaletteMatch> matchPalette(const QString& typed, const QString& text)
{
    PaletteMatch whole;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const std::optional<PaletteMatch> match = matchWord(word, text);
        if (!match)
            return std::nullopt;
        whole.score += match->score;
        whole.letters += match->letters;
    }
    if (!words.isEmpty())
        whole.score = whole.score / static_cast<int>(words.size());
    std::sort(whole.letters.begin(), whole.letters.end());
    whole.letters.erase(std::unique(whole.letters.begin(), whole.letters.end()),
                        whole.letters.end());
    return whole;
}

} // namespace gavel::shell
