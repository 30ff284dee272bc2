// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kMarkColumn = 28;

} // namespace

PanelNotice::PanelNotice(Place place, QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_button(new Button(QString(), Button::Kind::Link))
    , m_place(place)
{
    m_button->hide();
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    if (place == Place::Strip) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(kMarkColumn, 5, space::kPadding, 5);
        row->addWidget(m_text, 1);
        row->addWidget(m_button, 0, Qt::AlignVCenter);
        return;
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 8);
    column->addStretch();
    m_text->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
}

void PanelNotice::show(Mark mark, const QString& sentence, const QString& buttonText,
                       std::function<void()> action)
{
    m_mark = mark;
    m_action = std::move(action);
    m_text->setText(sentence);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(sentence);
    setVisible(true);
    update();
}

void PanelNotice::setTint(Token token)
{
    m_tint = token;
    update();
}

void PanelNotice::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(m_tint));
    if (m_place == Place::Strip)
        paintMark(painter, QRect(0, 0, kMarkColumn, height()), m_mark);
}

} // namespace gavel::widgets
