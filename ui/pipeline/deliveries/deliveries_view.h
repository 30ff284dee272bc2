// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"

#include <QWidget>

namespace gavel::pipeline_page {

class DeadDeliveries;
class DeliveryDetail;
class SubscribersTable;

/// Who is told, what nobody took, and one of those with its body.
class DeliveriesView final : public QWidget
{
    Q_OBJECT
public:
    struct Look
    {
        std::vector<runtime::SubscriberView> subscribers;
        runtime::SubscribersDocument document;
        Result<std::vector<runtime::DeadDeliveryView>> dead;
    };

    explicit DeliveriesView(QWidget* parent = nullptr);

    void setLook(const Look& look, int utcOffset);
    /// Only what a group did not take; "" = every group.
    void showGroup(const QString& group);
    /// The group that alone is listed; "" = every group.
    QString shownGroup() const;
    SubscribersTable& subscribers() { return *m_subscribers; }
    DeadDeliveries& dead() { return *m_dead; }
    DeliveryDetail& detail() { return *m_detail; }
    void retranslate();

private:
    void showCurrent();

    QString m_wanted; ///< the group to be selected when it is there
    int m_utcOffset = 0;
    SubscribersTable* m_subscribers;
    DeadDeliveries* m_dead;
    DeliveryDetail* m_detail;
};

} // namespace gavel::pipeline_page
