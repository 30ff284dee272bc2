// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QPainter>

namespace gavel::widgets {

/// Shapes of status. Each has its own colour and stands before a word.
enum class Mark : quint8 {
    None,
    Good, ///< filled circle
    Warn, ///< filled triangle
    Bad, ///< filled diamond
    Info, ///< filled square
    Working, ///< right triangle
    Stale, ///< dashed ring
    Sim, ///< hatched hexagon
    Live, ///< ring with dot
    Waiting, ///< hollow ring
    Done, ///< check
    Partly, ///< half disc
    Retry, ///< open arrow circle
    Cancelled, ///< ring with slash
    Paused, ///< two bars
    Draft, ///< dashed square
    Acknowledged, ///< ring with check
    Refused, ///< outlined diamond
};
inline constexpr int kMarkCount = static_cast<int>(Mark::Refused) + 1;

/// The colour a mark and its word have.
Token markToken(Mark mark);

/// Draws the mark centred in the rectangle, 11 px unless told otherwise.
void paintMark(QPainter& painter, const QRect& rect, Mark mark, int size = 11);
/// The same in a given colour, for stale or selected surroundings.
void paintMark(QPainter& painter, const QRect& rect, Mark mark, const QColor& color, int size);

} // namespace gavel::widgets
