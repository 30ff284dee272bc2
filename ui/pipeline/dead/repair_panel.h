// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pipeline/dead/field_table.h"
#include "ui/widgets/panel/panel.h"

#include <QTimer>

#include <optional>

namespace gavel::widgets {
class Button;
class ElidedLabel;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// What the repair form shows.
struct RepairLook
{
    std::optional<runtime::DeadLetter> letter;
    std::uint64_t place = 0; ///< of the letters like it, from 0
    std::uint64_t count = 0; ///< of the letters like it
    std::optional<runtime::BatchView> batch;
    Result<runtime::VerdictView> verdict = runtime::VerdictView{};
};

/// One dead letter: its fields as they came and as they would be, what the rules say of them now,
/// and where the event would go.
class RepairPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit RepairPanel(QWidget* parent = nullptr);

    void setLook(const RepairLook& look, int utcOffset);
    /// How many letters the button would redrive.
    void setChosen(std::uint64_t letters);
    const std::optional<runtime::DeadLetter>& letter() const { return m_look.letter; }
    std::vector<runtime::FieldEdit> edits() const { return m_table->fields().edits(); }
    /// The field that is selected.
    const runtime::FieldView* field() const;
    FieldTable& table() { return *m_table; }
    bool isOpen() const;
    /// What the rules say, as it is read.
    QString verdictWords() const;
    void retranslate();

Q_SIGNALS:
    /// A moment after the last key.
    void verdictWanted();
    /// Another letter like it.
    void stepWanted(int by);
    void redriveWanted();
    void redriveOneWanted();
    void ruleWanted();
    void discardWanted();
    void lineageWanted();
    void rawWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Where;
    class Verdict;
    QWidget* makeHead();
    QWidget* makeButtons();
    void showHead();
    void showVerdict();
    void showWhere();
    void showButtons();

    RepairLook m_look;
    std::uint64_t m_chosen = 0;
    int m_utcOffset = 0;
    QTimer m_settle;

    widgets::Button* m_before;
    widgets::Button* m_after;
    widgets::ElidedLabel* m_id;
    widgets::ElidedLabel* m_from;
    widgets::Button* m_lineage;
    widgets::Button* m_raw;
    FieldTable* m_table;
    Verdict* m_verdict;
    Where* m_where;
    widgets::Button* m_redrive;
    widgets::Button* m_only;
    widgets::Button* m_rule;
    widgets::Button* m_discard;
};

} // namespace gavel::pipeline_page
