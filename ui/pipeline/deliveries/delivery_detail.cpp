// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/delivery_detail.h"

#include "ui/pipeline/deliveries/delivery_words.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/json_edit.h"

#include <QBoxLayout>
#include <QLabel>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

/// When and why it was given up, how often it was tried, and what became of it.
QStringList factsOf(const runtime::DeadDeliveryView& delivery, int utcOffset)
{
    QStringList facts{
        DeliveryDetail::tr("Given up %1: %2", "time, reason")
            .arg(words::moment(delivery.at, utcOffset), words::of(delivery.reason)),
        DeliveryDetail::tr("%n tries in all", nullptr, static_cast<int>(delivery.attempts))};
    if (delivery.state == pipeline::DeadState::Open)
        return facts;
    const QString state = words::deliveryState(delivery.state);
    const QString changed = words::moment(delivery.changedAt, utcOffset);
    const QString actor = words::of(delivery.actor);
    if (!delivery.note.empty())
        facts << DeliveryDetail::tr("%1 %2 by %3: %4", "state, time, person, reason")
                     .arg(state, changed, actor, words::of(delivery.note));
    else if (!delivery.actor.empty())
        facts
            << DeliveryDetail::tr("%1 %2 by %3", "state, time, person").arg(state, changed, actor);
    else
        facts << DeliveryDetail::tr("%1 %2", "state, time").arg(state, changed);
    return facts;
}

} // namespace

DeliveryDetail::DeliveryDetail(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(TextRole::BodyBold))
    , m_facts(new QLabel)
    , m_body(new JsonEdit)
{
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->setReadOnly(true);
    m_body->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPadding, 7, space::kPadding, space::kPadding);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_body, 1);
    column->addStretch(); // while there is no body
    setDelivery(nullptr, 0);
}

void DeliveryDetail::setDelivery(const runtime::DeadDeliveryView* delivery, int utcOffset)
{
    m_facts->setVisible(delivery != nullptr);
    m_body->setVisible(delivery != nullptr);
    m_title->setText(delivery == nullptr ? tr("No dead delivery is selected.")
                                         : words::of(delivery->key));
    m_title->setToken(delivery == nullptr ? Token::T3 : Token::T1);
    if (delivery == nullptr) {
        m_shown = 0;
        return;
    }
    m_facts->setText(factsOf(*delivery, utcOffset).join(u'\n'));
    if (m_shown != delivery->id) // what a person scrolled and selected stays
        m_body->setPlainText(bridge::readableBody(delivery->body));
    m_shown = delivery->id;
}

QString DeliveryDetail::factsText() const
{
    return m_facts->text();
}

void DeliveryDetail::retranslate()
{
    m_body->setAccessibleName(tr("The body as it was sent"));
}

} // namespace gavel::pipeline_page
