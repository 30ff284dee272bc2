// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"

#include <QWidget>

namespace gavel::widgets {
class Button;
class ElidedLabel;
class PanelNotice;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// Who is told, and how telling them goes. Members of one group have their numbers in common.
class SubscribersTable final : public QWidget
{
    Q_OBJECT
public:
    explicit SubscribersTable(QWidget* parent = nullptr);

    void setSubscribers(const std::vector<runtime::SubscriberView>& subscribers,
                        const runtime::SubscribersDocument& document, int utcOffset);
    /// nullptr = none.
    const runtime::SubscriberView* selected() const;
    /// Selects the first subscriber of a group; false when there is none.
    bool selectGroup(const QString& group);
    /// A test is under way.
    void setTesting(bool isTesting);
    widgets::DataTable& table() { return *m_table; }
    widgets::Button& testButton() { return *m_test; }
    void retranslate();

Q_SIGNALS:
    void selectedChanged();
    void testWanted();
    void editWanted();
    void actsWanted();

private:
    using Subscriber = runtime::SubscriberView;
    using Model = widgets::RowsModel<Subscriber, QString (*)(const Subscriber&)>;
    void build();
    void setColumns();
    void showWords();
    void showButtons();

    Model m_rows;
    runtime::SubscribersDocument m_document;
    int m_utcOffset = 0;
    bool m_isRead = false;
    bool m_isTesting = false;
    bool m_filling = false;

    widgets::ElidedLabel* m_words;
    widgets::Button* m_test;
    widgets::Button* m_acts;
    widgets::Button* m_edit;
    widgets::DataTable* m_table;
    widgets::PanelNotice* m_empty;
};

} // namespace gavel::pipeline_page
