// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/overlay.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace gavel::shell {

using namespace widgets;

namespace {

/// 104 px below the top of the screen window: title bar 28 and strip 3 are not part of the area.
constexpr int kTop = 73;
constexpr double kCover = 0.66;
constexpr int kRadius = 4;

class Box final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(color(Token::Bg2));
        painter.setPen(color(Token::Line2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }
};

} // namespace

Overlay::Overlay(QWidget* area)
    : QWidget(area)
    , m_box(new Box(this))
{
    hide();
    area->installEventFilter(this);
}

void Overlay::open()
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    placeBox();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void Overlay::placeBox()
{
    const QSize size = boxSize().boundedTo({width() - 20, height() - kTop - 10});
    m_box->setGeometry((width() - size.width()) / 2, kTop, size.width(), size.height());
}

void Overlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QColor cover = color(Token::Bg0);
    cover.setAlphaF(kCover);
    painter.fillRect(rect(), cover);
}

void Overlay::mousePressEvent(QMouseEvent* /*event*/)
{
    close();
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        placeBox();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gavel::shell
