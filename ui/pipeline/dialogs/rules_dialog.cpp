// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/rules_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/json_edit.h"

#include <QBoxLayout>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::RuleSetView;
using runtime::RuleTrial;

namespace {

constexpr std::size_t kTriedLines = 5000;

} // namespace

RulesDialog::RulesDialog(const bridge::PipelineClient& pipeline,
                         const std::optional<RuleWish>& wish, QWidget* parent)
    : DocumentDialog(tr("Rules"), tr("Rules as JSON"), parent)
    , m_pipeline(pipeline)
    , m_trial(new ElidedLabel(TextRole::Body, Token::T2))
    , m_changeRows([](const Change& change) { return change.number; })
    , m_changes(new DataTable(tr("Lines that fare differently")))
    , m_try(new Button(tr("Try on recent events")))
{
    build();
    connect(this, &DocumentDialog::edited, m_try, [this] { m_try->setEnabled(false); });
    connect(this, &DocumentDialog::mayBeSaved, m_try, [this] { m_try->setEnabled(true); });
    connect(m_try, &QPushButton::clicked, this, &RulesDialog::tryOut);
    setCheck([this](const QString& text, const Answer& answer) { ask(text, answer); });
    setSave([this](const QString& text, const Answer& answer) { save(text, answer); });
    load(wish);
}

void RulesDialog::build()
{
    const auto mono = [](RowColumn<Change> column) {
        column.value = [show = std::move(column.value)](const Change& c, int role) -> QVariant {
            return role == Qt::FontRole ? QVariant(widgets::font(TextRole::Mono)) : show(c, role);
        };
        return column;
    };
    m_changeRows.setColumns(
        {textColumn<Change>(tr("Now"), [](const Change& c) { return words::of(c.line.before); }),
         textColumn<Change>(tr("With these rules"),
                            [](const Change& c) { return words::of(c.line.after); }),
         mono(textColumn<Change>(tr("Line"),
                                 [](const Change& c) { return words::of(c.line.original); }))});
    m_changes->setModel(&m_changeRows);
    m_changes->setWidths({200, 200, 0});
    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_trial);
    column->addWidget(m_changes, 1);
    m_trial->setText(tr("Try the rules to see which lines would fare differently."));
    addBelow(below);
    addTool(m_try);
    m_try->setEnabled(false);
}

void RulesDialog::load(const std::optional<RuleWish>& wish)
{
    startReading(tr("Reading the rules…"));
    m_pipeline.ask(
        this, [](runtime::PipelineDesk& desk) { return desk.rules(); },
        [this, wish](const RuleSetView& rules) {
            const QString inForce = words::of(rules.json);
            setTitle(tr("Rules, version %1").arg(rules.version));
            const RuleDraft draft = wish ? withRuleFor(inForce, *wish) : RuleDraft{inForce, {}};
            setDocument(inForce, draft.json);
            if (!draft.id.isEmpty())
                edit().showText(draft.id);
        });
}

void RulesDialog::ask(const QString& text, const Answer& answer)
{
    m_pipeline.ask(
        this,
        [json = text.toStdString()](runtime::PipelineDesk& desk) { return desk.checkRules(json); },
        [this, answer](const Result<RuleSetView>& read) {
            if (!read)
                return answer({false, words::wrong(read.error()), bridge::lineOf(read.error())});
            const QString rules = tr("%n rule(s)", nullptr, static_cast<int>(read->rules.size()));
            answer({true,
                    isChanged() ? tr("%1, all understood", "rules").arg(rules)
                                : tr("%1, as they are in force", "rules").arg(rules)});
        });
}

void RulesDialog::tryOut()
{
    m_try->setEnabled(false);
    m_trial->setText(tr("Judging recent lines with these rules…"));
    m_pipeline.ask(
        this,
        [json = edit().toPlainText().toStdString()](runtime::PipelineDesk& desk) {
            return desk.tryRules(json, kTriedLines);
        },
        [this, question = textNumber()](const Result<RuleTrial>& trial) {
            if (question != textNumber())
                return;
            m_try->setEnabled(true);
            showTrial(trial);
        });
}

void RulesDialog::showTrial(const Result<RuleTrial>& trial)
{
    std::vector<Change> changes;
    if (!trial) {
        m_trial->setText(words::wrong(trial.error()));
    } else {
        for (const RuleTrial::Line& line : trial->changed)
            changes.push_back({static_cast<int>(changes.size()), line});
        m_trial->setText(
            tr("Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; "
               "%n would fare differently",
               nullptr, static_cast<int>(changes.size()))
                .arg(words::count(trial->lines), words::count(trial->stored),
                     words::count(trial->repaired), words::count(trial->quarantined),
                     words::count(trial->dead)));
    }
    m_changeRows.update(std::move(changes));
}

void RulesDialog::save(const QString& text, const Answer& answer)
{
    m_pipeline.ask(
        this,
        [json = text.toStdString()](runtime::PipelineDesk& desk) {
            return desk.setRules(json, bridge::personName());
        },
        [this, answer](const Result<std::uint32_t>& version) {
            if (!version)
                return answer(
                    {false, words::wrong(version.error()), bridge::lineOf(version.error())});
            Q_EMIT saved(*version);
            answer({true});
        });
}

} // namespace gavel::pipeline_page
