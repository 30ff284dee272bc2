// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace gavel::shell {

/// How well a text answers what was typed, and which letters did.
struct PaletteMatch
{
    int score = 0; ///< higher is better
    QList<int> letters; ///< positions in the text, ascending
};

/// Every typed word must begin a word of the text, or be its initials, or stand inside it; in this
/// order of worth. Capitals do not matter. Nothing typed matches everything with score 0 and no
/// letters.
std::optional<PaletteMatch> matchPalette(const QString& typed, const QString& text);

} // namespace gavel::shell
