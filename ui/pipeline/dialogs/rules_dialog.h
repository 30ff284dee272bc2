// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/pipeline/dialogs/rule_draft.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/sheet_dialog.h"
#include "ui/widgets/theme.h"

#include <QTimer>

#include <optional>

namespace gavel::widgets {
class Button;
class ElidedLabel;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

class JsonEdit;

/// The rule set as a document: checked while it is typed, tried on lines that came, then put in
/// force for the next batch.
class RulesDialog final : public widgets::SheetDialog
{
    Q_OBJECT
public:
    /// With a wish the set begins with a rule made of it.
    RulesDialog(const bridge::PipelineClient& pipeline, const std::optional<RuleWish>& wish,
                QWidget* parent);

    JsonEdit& edit() { return *m_edit; }
    widgets::DataTable& changes() { return *m_changes; }
    widgets::Button& saveButton() { return *m_save; }
    widgets::Button& tryButton() { return *m_try; }
    QString statusWords() const;

Q_SIGNALS:
    /// A new version is in force.
    void saved(quint32 version);

protected:
    void reject() override;

private:
    struct Change
    {
        int number = 0;
        runtime::RuleTrial::Line line;
    };
    using Model = widgets::RowsModel<Change, int (*)(const Change&)>;
    void build();
    void load(const std::optional<RuleWish>& wish);
    void check();
    void showChecked(const Result<runtime::RuleSetView>& read);
    void tryOut();
    void showTrial(const Result<runtime::RuleTrial>& trial);
    void save();
    void say(widgets::Token token, const QString& sentence);

    bridge::PipelineClient m_pipeline;
    QString m_inForce; ///< the text that is in force
    QTimer m_settle;
    int m_asked = 0;
    bool m_mayLeave = false; ///< it was said that what is typed is lost

    JsonEdit* m_edit;
    widgets::ElidedLabel* m_status;
    widgets::ElidedLabel* m_trial;
    Model m_changeRows;
    widgets::DataTable* m_changes;
    widgets::Button* m_try;
    widgets::Button* m_save;
};

} // namespace gavel::pipeline_page
