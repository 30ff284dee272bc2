// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_bar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kNoticeHeight = 36;
constexpr int kShownMs = 8000;
constexpr int kMostWidth = 620;

} // namespace

NoticeBar::NoticeBar(QWidget* area)
    : QWidget(area)
    , m_sentence(new ElidedLabel)
    , m_action(new Button(QString(), Button::Kind::Link))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 0);
    auto* away = Button::iconOnly(QStringLiteral("close"), tr("Close"));
    away->setKind(Button::Kind::Icon);
    away->setDense(true);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(away);
    m_action->hide();
    connect(away, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (m_run)
            m_run();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShownMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    area->installEventFilter(this);
    hide();
}

void NoticeBar::show(const bridge::Notice& notice)
{
    m_sentence->setText(notice.sentence);
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    m_run = notice.action;
    setAccessibleName(notice.sentence);
    place();
    setVisible(true);
    raise();
    m_timer.start();
}

void NoticeBar::place()
{
    const int width
        = std::min(std::min(kMostWidth, parentWidget()->width() - 40), sizeHint().width() + 20);
    setGeometry((parentWidget()->width() - width) / 2,
                parentWidget()->height() - kNoticeHeight - 16, width, kNoticeHeight);
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(Token::Bg4));
    painter.setPen(color(Token::Line2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace gavel::shell
