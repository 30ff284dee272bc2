// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/icon.h"

#include <QEvent>
#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kSide = 10;
constexpr int kIcon = 14;
constexpr int kBetween = 7;
constexpr int kArrow = 12;

} // namespace

int keyWidth(const QString& key)
{
    return QFontMetrics(font(TextRole::Caption)).horizontalAdvance(key) + 9;
}

int paintKey(QPainter& painter, int x, int middle, const QString& key)
{
    const int width = keyWidth(key);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font(TextRole::Caption));
    painter.setPen(color(Token::Line2));
    painter.setBrush(Qt::NoBrush);
    const QRectF box(x + 0.5, middle - 7.5, width - 1, 15);
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(color(Token::T2));
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
    return width;
}

Button::Button(const QString& text, Kind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
}

Button* Button::iconOnly(const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new Button(name, Kind::Icon, parent);
    button->setIconName(icon);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void Button::setIconName(const QString& name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& key)
{
    m_key = key;
    updateGeometry();
    update();
}

void Button::setOpensMenu(bool opens)
{
    m_opensMenu = opens;
    updateGeometry();
    update();
}

void Button::setDense(bool dense)
{
    m_dense = dense;
    updateGeometry();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

QFont Button::textFont() const
{
    return widgets::font(m_kind == Kind::Primary ? TextRole::BodyBold : TextRole::Body);
}

QSize Button::sizeHint() const
{
    const int height = m_dense ? space::kControlDense : space::kControl;
    if (m_kind == Kind::Icon)
        return {height, height};
    int width = QFontMetrics(textFont()).horizontalAdvance(text());
    if (!m_icon.isEmpty())
        width += kIcon + kBetween;
    if (!m_key.isEmpty())
        width += keyWidth(m_key) + kBetween;
    if (m_opensMenu)
        width += kArrow + kBetween;
    const int side = m_kind == Kind::Link ? 2 : kSide;
    return {width + 2 * side, m_kind == Kind::Link ? 20 : height};
}

QColor Button::textColor() const
{
    if (!isEnabled())
        return color(Token::Disabled);
    if (m_kind == Kind::Primary)
        return color(Token::OnAccentFill);
    return color(m_kind == Kind::Link ? Token::Accent : Token::T1);
}

void Button::paintFrame(QPainter& painter) const
{
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_kind == Kind::Link || (m_kind == Kind::Plain && !underMouse() && !isChecked())) {
        if (hasFocus()) {
            painter.setPen(color(Token::Focus));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 2, 2);
        }
        return;
    }
    const bool primary = m_kind == Kind::Primary && isEnabled();
    QColor fill = color(primary ? Token::AccentFill : Token::Bg3);
    if (isDown() || isChecked())
        fill = primary ? fill.darker(115) : color(Token::Selection);
    else if (underMouse() && isEnabled())
        fill = primary ? fill.lighter(110)
                       : color(Theme::current().isDark() ? Token::Bg4 : Token::Hover);
    painter.setBrush(fill);
    painter.setPen(hasFocus() ? color(Token::Focus) : primary ? fill : color(Token::Line2));
    painter.drawRoundedRect(box, space::kRadius, space::kRadius);
    if (hasFocus() && primary) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color(Token::OnAccentFill));
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2, 2);
    }
}

int Button::paintContents(QPainter& painter, int x) const
{
    const QColor ink = textColor();
    if (!m_icon.isEmpty()) {
        paintIcon(painter, QRect(x, 0, kIcon, height()), m_icon, ink, kIcon);
        x += kIcon + kBetween;
    }
    painter.setFont(textFont());
    painter.setPen(ink);
    const int width = QFontMetrics(textFont()).horizontalAdvance(text());
    painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    x += width;
    if (!m_key.isEmpty())
        x += kBetween + paintKey(painter, x + kBetween, height() / 2, m_key);
    if (m_opensMenu)
        paintIcon(painter, QRect(x + kBetween, 0, kArrow, height()), QStringLiteral("chevron-down"),
                  ink, kArrow);
    return x;
}

void Button::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    if (m_kind == Kind::Icon) {
        paintIcon(painter, rect(), m_icon, isEnabled() ? color(Token::T2) : color(Token::Disabled),
                  m_dense ? kIcon : 16);
        return;
    }
    const int contents = sizeHint().width() - 2 * (m_kind == Kind::Link ? 2 : kSide);
    paintContents(painter, (width() - contents) / 2);
}

void Button::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace gavel::widgets
