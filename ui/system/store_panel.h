// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/storage.h"
#include "ui/system/tier_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <QLabel>

namespace gavel::system_page {

/// The workspace's file: sizes, room on its disk, the tiers of its log, what moves them, and the
/// files of days that have left it.
class StorePanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit StorePanel(QWidget* parent = nullptr);

    /// `problem` is why it writes no more; "" = it does.
    void setFacts(const runtime::StoreFacts& facts, const QString& problem);
    void setStorage(const Result<store::StorageView>& storage, int utcOffset);
    /// A person lets old days be moved now: the button cancels, the strip says how far it is.
    void setMoving(bool isMoving);
    bool isMoving() const { return m_isMoving; }
    QString facts() const { return m_facts->text(); }
    QString policy() const { return m_policy->text(); }
    void retranslate();

Q_SIGNALS:
    void policyWanted();
    void moveWanted();
    void restoreWanted();

private:
    void setColumns();

    QLabel* m_facts;
    TierTable m_tiers;
    QLabel* m_policy;
    widgets::Button* m_edit;
    widgets::Button* m_move;
    widgets::Button* m_restore;
    bool m_isMoving = false;
    widgets::RowsModel<store::SegmentRow, QString (*)(const store::SegmentRow&)> m_rows;
    widgets::DataTable* m_table;
};

} // namespace gavel::system_page
