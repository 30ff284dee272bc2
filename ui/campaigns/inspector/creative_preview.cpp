// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/creative_preview.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/icon.h"

#include <QPainter>

#include <algorithm>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kLeastForText = 34;

/// Formats without a size of their own take one that placements often have.
QSize realSize(const model::Creative& creative)
{
    if (creative.width > 0 && creative.height > 0)
        return {creative.width, creative.height};
    return creative.format == model::CreativeFormat::Video ? QSize(640, 360) : QSize(300, 180);
}

} // namespace

CreativePreview::CreativePreview(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(sizeHint().height());
    setAccessibleName(tr("Preview of the creative"));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CreativePreview::setCreative(const model::Creative& creative, const QString& advertiser)
{
    m_creative = creative;
    m_advertiser = advertiser;
    setAccessibleDescription(QString::fromStdString(creative.title));
    update();
}

QRect CreativePreview::frameOf(const model::Creative& creative, const QRect& room)
{
    const QSize real = realSize(creative);
    QSize shown = real;
    if (real.width() > room.width() || real.height() > room.height())
        shown.scale(room.size(), Qt::KeepAspectRatio);
    QRect frame(QPoint(), shown.expandedTo({8, 8}));
    frame.moveCenter(room.center());
    return frame;
}

void CreativePreview::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Token::Line1));
    painter.setBrush(color(Token::Bg1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    const QRect frame = frameOf(m_creative, rect().adjusted(8, 8, -8, -24));
    painter.setPen(color(Token::Line2));
    painter.setBrush(color(Token::Bg2));
    painter.drawRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5));
    QRect box = frame.adjusted(6, 2, -6, -2);
    if (m_creative.format == model::CreativeFormat::Video) {
        paintIcon(painter, QRect(box.left(), box.top(), 18, box.height()), QStringLiteral("play"),
                  color(Token::T2), 16);
        box.setLeft(box.left() + 22);
    }
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    const QString title = QString::fromStdString(m_creative.title);
    const int flags = Qt::AlignVCenter | Qt::AlignLeft;
    if (frame.height() < kLeastForText) {
        painter.drawText(box, flags,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, box.width()));
    } else {
        const QString more = QString::fromStdString(
            m_creative.description.empty() ? m_advertiser.toStdString() : m_creative.description);
        painter.drawText(box.adjusted(0, 0, 0, -box.height() / 2), Qt::AlignBottom | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, box.width()));
        painter.setFont(widgets::font(TextRole::Caption));
        painter.setPen(color(Token::T2));
        painter.drawText(box.adjusted(0, box.height() / 2, 0, 0),
                         Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, more);
    }
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T3));
    const QSize real = realSize(m_creative);
    const QString size = m_creative.width > 0
        ? tr("%1 x %2, %3", "width, height, format")
              .arg(real.width())
              .arg(real.height())
              .arg(words::format(m_creative.format))
        : tr("%1, takes the size of the placement").arg(words::format(m_creative.format));
    painter.drawText(rect().adjusted(8, 0, -8, -4), Qt::AlignBottom | Qt::AlignHCenter, size);
}

} // namespace gavel::campaigns
