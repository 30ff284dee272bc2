// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/mark_set.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace gavel::pipeline {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool beginsWith(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size()
        && std::equal(lower.begin(), lower.end(), text.begin(),
                      [](char a, char b) { return a == lowered(b); });
}

} // namespace

std::size_t MarkSet::pairOf(char a, char b)
{
    return (static_cast<unsigned char>(a) * 33U + static_cast<unsigned char>(b)) % kPairs;
}

MarkSet::MarkSet(const std::vector<std::string>& words)
    : m_words(words)
{
    for (auto& word : m_words) {
        assert(word.size() >= 2);
        std::transform(word.begin(), word.end(), word.begin(), lowered);
        m_pairs.set(pairOf(word[0], word[1]));
    }
}

bool MarkSet::isIn(std::string_view text) const
{
    char before = text.empty() ? '\0' : lowered(text.front());
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char here = lowered(text[i]);
        if (!m_pairs[pairOf(std::exchange(before, here), here)])
            continue;
        const auto rest = text.substr(i - 1);
        if (std::any_of(m_words.begin(), m_words.end(),
                        [rest](const std::string& word) { return beginsWith(rest, word); }))
            return true;
    }
    return false;
}

} // namespace gavel::pipeline
