// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pipeline/dead/dead_rows.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"

class QListView;

namespace gavel::pipeline_page {

class MinuteBars;

/// The events that were refused by a rule and are kept: by rule or one by one, with boxes to check
/// what is done to several at once.
class DeadPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit DeadPanel(QWidget* parent = nullptr);

    widgets::FilterEdit& filter() { return *m_filter; }
    QListView& list() { return *m_list; }
    DeadRows& rows() { return m_rows; }
    MinuteBars& chart() { return *m_chart; }
    bool isByRule() const { return m_byRule; }
    void showByRule(bool byRule);
    /// The filter that holds, and how many are listed.
    runtime::DeadQuery query() const;
    void setPage(const runtime::DeadPage& page, std::uint64_t openInAll, TimeMs now, int utcOffset);
    /// What the boxes say, else the row that is selected.
    std::vector<DeadRow> chosen() const;
    const DeadRow* current() const;
    /// Letters of what is chosen.
    std::uint64_t chosenCount() const;
    void selectNext();
    /// Only the letters of a rule or a source.
    void showOnly(const QString& field, const QString& value);
    void retranslate();

Q_SIGNALS:
    void queryChanged();
    /// Another row, or other boxes.
    void chosenChanged();
    void currentChanged();
    void shownWanted();

private:
    void build();
    void connectParts();
    void showRows();
    void showCounts();
    void showFoot();
    std::vector<DeadRow> groupRows() const;
    std::vector<DeadRow> letterRows() const;

    DeadRows m_rows;
    runtime::DeadPage m_page;
    std::uint64_t m_openInAll = 0;
    TimeMs m_now;
    int m_utcOffset = 0;
    QString m_applied; ///< the filter that holds: what is typed may be unfinished
    std::size_t m_most;
    bool m_byRule = true;
    bool m_filling = false;

    widgets::FilterEdit* m_filter;
    widgets::Segmented* m_which;
    QListView* m_list;
    widgets::ElidedLabel* m_sum;
    widgets::ElidedLabel* m_sumCount;
    widgets::ElidedLabel* m_chartTitle;
    MinuteBars* m_chart;
    widgets::ElidedLabel* m_others;
    widgets::Button* m_show;
};

} // namespace gavel::pipeline_page
