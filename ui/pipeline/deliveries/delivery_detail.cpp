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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPadding, 7, space::kPadding, space::kPadding);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_body, 1);
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
    QStringList facts{
        tr("Given up %1 after %n tries: %2", nullptr, static_cast<int>(delivery->attempts))
            .arg(words::moment(delivery->at, utcOffset), words::of(delivery->reason))};
    const QString state = words::deliveryState(delivery->state);
    const QString changed = words::moment(delivery->changedAt, utcOffset);
    if (!delivery->note.empty())
        facts << tr("%1 %2 by %3: %4", "state, time, person, reason")
                     .arg(state, changed, words::of(delivery->actor), words::of(delivery->note));
    else if (!delivery->actor.empty())
        facts << tr("%1 %2 by %3", "state, time, person")
                     .arg(state, changed, words::of(delivery->actor));
    m_facts->setText(facts.join(u'\n'));
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
