// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"

#include <QWidget>

class QLabel;

namespace gavel::widgets {
class ElidedLabel;
class JsonEdit;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// One dead delivery: what became of it, and its body as it was sent.
class DeliveryDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit DeliveryDetail(QWidget* parent = nullptr);

    /// nullptr = none is selected.
    void setDelivery(const runtime::DeadDeliveryView* delivery, int utcOffset);
    QString factsText() const;
    widgets::JsonEdit& body() { return *m_body; }
    void retranslate();

private:
    std::int64_t m_shown = 0; ///< whose body stands in the editor; 0 = none

    widgets::ElidedLabel* m_title;
    QLabel* m_facts;
    widgets::JsonEdit* m_body;
};

} // namespace gavel::pipeline_page
