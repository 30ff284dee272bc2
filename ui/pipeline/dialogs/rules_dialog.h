// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/pipeline/dialogs/rule_draft.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/document_dialog.h"
#include "ui/widgets/rows_model.h"

#include <optional>

namespace gavel::pipeline_page {

/// The rule set as a document: checked while it is typed, tried on lines that came, then put in
/// force for the next batch.
class RulesDialog final : public widgets::DocumentDialog
{
    Q_OBJECT
public:
    /// With a wish the set begins with a rule made of it.
    RulesDialog(const bridge::PipelineClient& pipeline, const std::optional<RuleWish>& wish,
                QWidget* parent);

    widgets::DataTable& changes() { return *m_changes; }
    widgets::Button& tryButton() { return *m_try; }

Q_SIGNALS:
    /// A new version is in force.
    void saved(quint32 version);

private:
    struct Change
    {
        int number = 0;
        runtime::RuleTrial::Line line;
    };
    using Model = widgets::RowsModel<Change, int (*)(const Change&)>;
    void build();
    void load(const std::optional<RuleWish>& wish);
    void ask(const QString& text, const Answer& answer);
    void tryOut();
    void showTrial(const Result<runtime::RuleTrial>& trial);
    void save(const QString& text, const Answer& answer);

    bridge::PipelineClient m_pipeline;
    widgets::ElidedLabel* m_trial;
    Model m_changeRows;
    widgets::DataTable* m_changes;
    widgets::Button* m_try;
};

} // namespace gavel::pipeline_page
