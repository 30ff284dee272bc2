// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon.h"

#include <QFile>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace gavel::widgets {

namespace {

QString resourceOf(const QString& name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap render(const QString& name, const QColor& color, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QFile file(resourceOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray text = file.readAll();
    text.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(text);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal ratio)
{
    const QString key
        = QStringLiteral("icon/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = render(name, color, size, ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color,
               int size)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    const QPoint corner(rect.x() + (rect.width() - size) / 2,
                        rect.y() + (rect.height() - size) / 2);
    painter.drawPixmap(corner, iconPixmap(name, color, size, ratio));
}

QIcon icon(const QString& name, Token token)
{
    QIcon result;
    for (const qreal ratio : {1.0, 2.0}) {
        result.addPixmap(iconPixmap(name, color(token), 16, ratio));
        result.addPixmap(iconPixmap(name, color(Token::Disabled), 16, ratio), QIcon::Disabled);
    }
    return result;
}

bool iconExists(const QString& name)
{
    return QFile::exists(resourceOf(name));
}

} // namespace gavel::widgets
