// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace gavel::widgets {

namespace {

bool isEnabled(const QStyleOption* option)
{
    return option->state.testFlag(QStyle::State_Enabled);
}
bool isFocused(const QStyleOption* option)
{
    return option->state.testFlag(QStyle::State_HasFocus);
}

void roundedBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(QPen(line, 1));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                             space::kRadius);
    painter->restore();
}

QColor inputFill(const QStyleOption* option)
{
    if (!isEnabled(option))
        return color(Token::Bg3);
    return color(Theme::current().isDark() ? Token::Bg1 : Token::Bg2);
}

void drawButton(const QStyleOption* option, QPainter* painter)
{
    const bool pressed = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = option->state.testFlag(QStyle::State_MouseOver) && isEnabled(option);
    const Token fill = pressed ? Token::Selection : hovered ? Token::Hover : Token::Bg3;
    roundedBox(painter, option->rect, color(fill),
               color(isFocused(option) ? Token::Focus : Token::Line2));
}

/// The property "differs" says that the value is not the scenario's, "wrong" that it is none.
void drawInput(const QStyleOption* option, QPainter* painter, const QWidget* widget = nullptr)
{
    const bool wrong = widget && widget->property("wrong").toBool();
    const bool differs = widget && widget->property("differs").toBool();
    roundedBox(painter, option->rect, inputFill(option),
               color(wrong                   ? Token::Bad
                         : isFocused(option) ? Token::Focus
                         : differs           ? Token::Sim
                                             : Token::Line2));
}

void drawCheckBox(const QStyleOption* option, QPainter* painter)
{
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const Token fill = on && isEnabled(option) ? Token::AccentFill
        : Theme::current().isDark()            ? Token::Bg1
                                               : Token::Bg2;
    roundedBox(painter, option->rect, color(fill),
               color(isFocused(option) ? Token::Focus
                         : on          ? fill
                                       : Token::Line2));
    if (option->state.testFlag(QStyle::State_On))
        paintIcon(*painter, option->rect, QStringLiteral("check"), color(Token::OnAccentFill), 12);
    else if (option->state.testFlag(QStyle::State_NoChange))
        paintIcon(*painter, option->rect, QStringLiteral("minus"), color(Token::OnAccentFill), 12);
}

void drawArrow(const QStyleOption* option, QPainter* painter, const QString& name)
{
    paintIcon(*painter, option->rect, name, color(isEnabled(option) ? Token::T2 : Token::Disabled),
              12);
}

void drawComboBox(const QStyleOptionComboBox* option, QPainter* painter)
{
    if (option->editable)
        drawInput(option, painter);
    else
        drawButton(option, painter);
    const QRect arrow(option->rect.right() - 20, option->rect.top(), 16, option->rect.height());
    paintIcon(*painter, arrow, QStringLiteral("chevron-down"),
              color(isEnabled(option) ? Token::T2 : Token::Disabled), 12);
}

void drawSlider(const QStyleOptionSlider* option, QPainter* painter, const QStyle* style,
                const QWidget* widget)
{
    const QRect handle
        = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
    const int middle = option->rect.center().y();
    const QRect groove(option->rect.left(), middle - 1, option->rect.width(), 2);
    painter->fillRect(groove, color(Token::Line2));
    const QRect filled(groove.topLeft(), QPoint(handle.center().x(), groove.bottom()));
    painter->fillRect(filled, color(isEnabled(option) ? Token::Accent : Token::Disabled));
    const QRect knob(handle.center().x() - 4, middle - 6, 8, 13);
    roundedBox(painter, knob, color(isEnabled(option) ? Token::T1 : Token::Disabled),
               color(isFocused(option) ? Token::Focus : Token::Bg2));
}

void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QStyle* style,
                   const QWidget* widget)
{
    painter->fillRect(option->rect, color(Token::Bg2));
    QRect knob
        = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    if (option->minimum == option->maximum || !knob.isValid())
        return;
    knob = option->orientation == Qt::Vertical ? knob.adjusted(3, 1, -3, -1)
                                               : knob.adjusted(1, 3, -1, -3);
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(active ? Token::Edge : Token::Line2));
    painter->drawRoundedRect(knob, 2, 2);
    painter->restore();
}

void drawHeaderSection(const QStyleOptionHeader* option, QPainter* painter)
{
    painter->fillRect(option->rect, color(Token::Head));
    painter->setPen(color(Token::Line1));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawHeaderLabel(const QStyleOptionHeader* option, QPainter* painter)
{
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    QRect box = option->rect.adjusted(space::kCell, 0, -space::kCell, 0);
    const bool right = option->textAlignment & Qt::AlignRight;
    constexpr int kArrow = 12;
    if (sorted && right)
        box.setLeft(box.left() + kArrow);
    painter->setFont(font(TextRole::Caption));
    painter->setPen(color(sorted ? Token::T1 : Token::T3));
    const QFontMetrics metrics(painter->font());
    const QString text = metrics.elidedText(option->text, Qt::ElideRight,
                                            box.width() - (sorted && !right ? kArrow : 0));
    painter->drawText(box, static_cast<int>(option->textAlignment | Qt::AlignVCenter), text);
    if (!sorted)
        return;
    const int width = metrics.horizontalAdvance(text);
    const int x = right ? box.right() - width - kArrow - 1 : box.left() + width + 3;
    const bool up = option->sortIndicator == QStyleOptionHeader::SortUp;
    paintIcon(*painter, QRect(x, box.top(), kArrow, box.height()),
              up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), color(Token::T2),
              10);
}

void drawTab(const QStyleOptionTab* option, QPainter* painter)
{
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    painter->setFont(font(selected ? TextRole::BodyBold : TextRole::Body));
    painter->setPen(color(selected ? Token::T1 : Token::T2));
    painter->drawText(option->rect, Qt::AlignCenter, option->text);
    if (selected)
        painter->fillRect(option->rect.left(), option->rect.bottom() - 1, option->rect.width(), 2,
                          color(Token::Accent));
    if (isFocused(option)) {
        painter->setPen(color(Token::Focus));
        painter->drawRect(option->rect.adjusted(1, 1, -2, -3));
    }
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(option, painter);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (!frame || frame->lineWidth > 0)
            drawInput(option, painter, widget);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_IndicatorArrowDown:
        drawArrow(option, painter, QStringLiteral("chevron-down"));
        return;
    case PE_IndicatorArrowRight:
        drawArrow(option, painter, QStringLiteral("chevron-right"));
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            drawArrow(option, painter,
                      option->state.testFlag(State_Open) ? QStringLiteral("chevron-down")
                                                         : QStringLiteral("chevron-right"));
        return;
    case PE_FrameFocusRect:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Token::Bg4));
        painter->setPen(color(Token::Line2));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            drawHeaderSection(header, painter);
        else
            painter->fillRect(option->rect, color(Token::Head));
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(static_cast<const QStyleOptionHeader*>(option), painter);
        return;
    case CE_Header:
        drawHeaderSection(static_cast<const QStyleOptionHeader*>(option), painter);
        drawHeaderLabel(static_cast<const QStyleOptionHeader*>(option), painter);
        return;
    case CE_Splitter:
        return;
    case CE_TabBarTab:
        drawTab(static_cast<const QStyleOptionTab*>(option), painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(static_cast<const QStyleOptionComboBox*>(option), painter);
        return;
    case CC_Slider:
        drawSlider(static_cast<const QStyleOptionSlider*>(option), painter, proxy(), widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(static_cast<const QStyleOptionSlider*>(option), painter, proxy(), widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_HeaderMargin:
        return space::kCell;
    case PM_SplitterWidth:
        return space::kGap;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 14;
    case PM_SmallIconSize:
        return 16;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea*>(widget) ? 0 : 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(space::kControl);
        break;
    case CT_TabBarTab:
        result.setHeight(28);
        break;
    case CT_HeaderSection:
        result.setHeight(space::kTableHeader);
        break;
    default:
        break;
    }
    return result;
}

} // namespace gavel::widgets
