// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/segmented.h"

#include <QWidget>

namespace gavel::widgets {
class Button;
class ElidedLabel;
class PanelNotice;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// What nobody took, newest first, of the chosen group or of all, and what can be done about it.
class DeadDeliveries final : public QWidget
{
    Q_OBJECT
public:
    using Delivery = runtime::DeadDeliveryView;

    explicit DeadDeliveries(QWidget* parent = nullptr);

    /// The group that "only" means.
    void setGroup(const QString& group);
    void showOnlyGroup(bool only);
    void showAnyState(bool any);
    runtime::DeadDeliveryQuery query() const;
    void setDeliveries(const Result<std::vector<Delivery>>& deliveries, int utcOffset);
    /// Those that wait to be redriven.
    void setWaiting(std::size_t deliveries);
    /// nullptr = none.
    const Delivery* current() const;
    /// The open ones that are selected.
    std::vector<Delivery> chosen() const;
    void selectNext();
    widgets::DataTable& table() { return *m_table; }
    widgets::PanelNotice& error() { return *m_error; }
    void retranslate();

Q_SIGNALS:
    void queryChanged();
    void currentChanged();
    /// Others are selected, or those that are may be something else now.
    void chosenChanged();
    void redriveWanted();
    void discardWanted();

private:
    using Model = widgets::RowsModel<Delivery, qint64 (*)(const Delivery&)>;
    void build();
    void connectParts();
    void setColumns();
    void showWords();
    void showEmpty();

    Model m_rows;
    QString m_group;
    int m_utcOffset = 0;
    std::size_t m_most;
    std::size_t m_waiting = 0;
    bool m_onlyGroup = false;
    bool m_anyState = false;
    bool m_isRead = false;
    bool m_filling = false;

    widgets::ElidedLabel* m_words;
    widgets::Button* m_older;
    widgets::Segmented* m_groups;
    widgets::Segmented* m_states;
    widgets::PanelNotice* m_error;
    widgets::DataTable* m_table;
    widgets::PanelNotice* m_empty;
    widgets::Button* m_redrive;
    widgets::Button* m_discard;
};

} // namespace gavel::pipeline_page
