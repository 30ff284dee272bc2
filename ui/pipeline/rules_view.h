// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"

#include <QWidget>

namespace gavel::widgets {
class Button;
class ElidedLabel;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// The rules in force, in the order in which they are asked, and what each found.
class RulesView final : public QWidget
{
    Q_OBJECT
public:
    explicit RulesView(QWidget* parent = nullptr);

    void setRules(const runtime::RuleSetView& rules, int utcOffset);
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void editWanted();
    /// The dead letters of a rule.
    void lettersWanted(const QString& rule);

private:
    using Rule = runtime::RuleView;
    using Model = widgets::RowsModel<Rule, QString (*)(const Rule&)>;
    void setColumns();

    Model m_rows;
    widgets::ElidedLabel* m_words;
    widgets::Button* m_edit;
    widgets::DataTable* m_table;
};

} // namespace gavel::pipeline_page
