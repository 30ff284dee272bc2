// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/deliveries_view.h"

#include "ui/pipeline/deliveries/dead_deliveries.h"
#include "ui/pipeline/deliveries/delivery_detail.h"
#include "ui/pipeline/deliveries/subscribers_table.h"
#include "ui/pipeline/pipeline_words.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::pipeline_page {

DeliveriesView::DeliveriesView(QWidget* parent)
    : QWidget(parent)
    , m_subscribers(new SubscribersTable)
    , m_dead(new DeadDeliveries)
    , m_detail(new DeliveryDetail)
{
    auto* lower = new QSplitter(Qt::Horizontal);
    lower->addWidget(m_dead);
    lower->addWidget(m_detail);
    lower->setStretchFactor(0, 1);
    lower->setSizes({860, 400});
    auto* rows = new QSplitter(Qt::Vertical);
    rows->addWidget(m_subscribers);
    rows->addWidget(lower);
    rows->setStretchFactor(1, 1);
    rows->setSizes({220, 420});
    for (QSplitter* splitter : {lower, rows})
        splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(rows);
    connect(m_subscribers, &SubscribersTable::selectedChanged, this, [this] {
        const auto* subscriber = m_subscribers->selected();
        m_dead->setGroup(subscriber == nullptr ? QString() : words::of(subscriber->group));
    });
    connect(m_dead, &DeadDeliveries::currentChanged, this, &DeliveriesView::showCurrent);
}

void DeliveriesView::setLook(const Look& look, int utcOffset)
{
    m_utcOffset = utcOffset;
    m_subscribers->setSubscribers(look.subscribers, look.document, utcOffset);
    if (!m_wanted.isEmpty()) {
        m_subscribers->selectGroup(m_wanted);
        m_wanted.clear();
    }
    m_dead->setDeliveries(look.dead, utcOffset);
}

void DeliveriesView::showGroup(const QString& group)
{
    m_wanted = group;
    m_dead->setGroup(group);
    m_dead->showAnyState(false);
    m_dead->showOnlyGroup(!group.isEmpty());
}

QString DeliveriesView::shownGroup() const
{
    return words::of(m_dead->query().group);
}

void DeliveriesView::showCurrent()
{
    m_detail->setDelivery(m_dead->current(), m_utcOffset);
}

void DeliveriesView::retranslate()
{
    m_subscribers->retranslate();
    m_dead->retranslate();
    m_detail->retranslate();
    showCurrent();
}

} // namespace gavel::pipeline_page
