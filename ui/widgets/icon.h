// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QString>

namespace gavel::widgets {

/// The line icon resources/icons/<name>.svg in one colour; `size` in logical pixels. Cached by all
/// four values.
QPixmap iconPixmap(const QString& name, const QColor& color, int size = 16, qreal ratio = 1);
/// Draws the icon centred in the rectangle at the painter's own resolution.
void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color,
               int size = 16);
/// For menus and actions; made anew when the theme changes.
QIcon icon(const QString& name, Token token = Token::T2);
bool iconExists(const QString& name);

} // namespace gavel::widgets
