// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/rules_dialog.h"

#include "ui/pipeline/dialogs/json_edit.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QBoxLayout>
#include <QRegularExpression>
#include <QSplitter>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::RuleSetView;
using runtime::RuleTrial;

namespace {

constexpr int kCheckAfterMs = 300;
constexpr std::size_t kTriedLines = 5000;
const std::string kRuleEditor = "console";

/// The line that an error names; 0 = none.
int lineOf(const Error& error)
{
    static const QRegularExpression number(QStringLiteral("line (\\d+)"));
    const QRegularExpressionMatch found
        = number.match(QString::fromStdString(error.where + ' ' + error.what));
    return found.hasMatch() ? found.captured(1).toInt() : 0;
}

} // namespace

RulesDialog::RulesDialog(const bridge::PipelineClient& pipeline,
                         const std::optional<RuleWish>& wish, QWidget* parent)
    : SheetDialog(tr("Rules"), parent)
    , m_pipeline(pipeline)
    , m_edit(new JsonEdit)
    , m_status(new ElidedLabel(TextRole::Body, Token::T2))
    , m_trial(new ElidedLabel(TextRole::Body, Token::T2))
    , m_changeRows([](const Change& change) { return change.number; })
    , m_changes(new DataTable(tr("Lines that fare differently")))
    , m_try(new Button(tr("Try on recent events")))
    , m_save(new Button(tr("Save"), Button::Kind::Primary))
{
    build();
    m_settle.setSingleShot(true);
    m_settle.setInterval(kCheckAfterMs);
    connect(&m_settle, &QTimer::timeout, this, &RulesDialog::check);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        ++m_asked;
        m_mayLeave = false;
        m_save->setEnabled(false);
        m_try->setEnabled(false);
        m_settle.start();
    });
    connect(m_try, &QPushButton::clicked, this, &RulesDialog::tryOut);
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::save);
    load(wish);
}

void RulesDialog::build()
{
    resize(900, 620);
    m_edit->setAccessibleName(tr("Rules as JSON"));
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
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_edit);
    splitter->addWidget(below);
    splitter->setSizes({400, 160});
    content()->addWidget(splitter, 1);
    addFootWords(m_status);
    auto* cancel = new Button(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &RulesDialog::reject);
    addButton(m_try);
    addButton(cancel);
    addButton(m_save);
    m_save->setEnabled(false);
    m_try->setEnabled(false);
}

void RulesDialog::load(const std::optional<RuleWish>& wish)
{
    m_edit->setEnabled(false);
    say(Token::T2, tr("Reading the rules…"));
    m_pipeline.ask(
        this, [](runtime::PipelineDesk& desk) { return desk.rules(); },
        [this, wish](const RuleSetView& rules) {
            m_edit->setEnabled(true);
            m_inForce = words::of(rules.json);
            setTitle(tr("Rules, version %1").arg(rules.version));
            const RuleDraft draft = wish ? withRuleFor(m_inForce, *wish) : RuleDraft{m_inForce, {}};
            m_edit->setPlainText(draft.json);
            if (!draft.id.isEmpty())
                m_edit->showText(draft.id);
            m_edit->setFocus();
        });
}

void RulesDialog::check()
{
    say(Token::T2, tr("Checking…"));
    m_pipeline.ask(
        this,
        [json = m_edit->toPlainText().toStdString()](runtime::PipelineDesk& desk) {
            return desk.checkRules(json);
        },
        [this, question = m_asked](const Result<RuleSetView>& read) {
            if (question == m_asked)
                showChecked(read);
        });
}

void RulesDialog::showChecked(const Result<RuleSetView>& read)
{
    m_edit->setWrongLine(read ? 0 : lineOf(read.error()));
    const bool isChanged = m_edit->toPlainText() != m_inForce;
    m_save->setEnabled(read && isChanged);
    m_try->setEnabled(read && isChanged);
    if (!read)
        return say(Token::Bad, words::wrong(read.error()));
    const QString rules = tr("%n rule(s)", nullptr, static_cast<int>(read->rules.size()));
    say(Token::Good,
        isChanged ? tr("%1, all understood", "rules").arg(rules)
                  : tr("%1, as they are in force", "rules").arg(rules));
}

void RulesDialog::tryOut()
{
    m_try->setEnabled(false);
    m_trial->setText(tr("Judging recent lines with these rules…"));
    m_pipeline.ask(
        this,
        [json = m_edit->toPlainText().toStdString()](runtime::PipelineDesk& desk) {
            return desk.tryRules(json, kTriedLines);
        },
        [this, question = m_asked](const Result<RuleTrial>& trial) {
            m_try->setEnabled(true);
            if (question == m_asked)
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

void RulesDialog::save()
{
    m_save->setEnabled(false);
    m_pipeline.ask(
        this,
        [json = m_edit->toPlainText().toStdString()](runtime::PipelineDesk& desk) {
            return desk.setRules(json, kRuleEditor);
        },
        [this](const Result<std::uint32_t>& version) {
            if (!version) {
                m_edit->setWrongLine(lineOf(version.error()));
                return say(Token::Bad, words::wrong(version.error()));
            }
            Q_EMIT saved(*version);
            accept();
        });
}

/// What was typed is not lost by one Esc.
void RulesDialog::reject()
{
    const bool isChanged = m_edit->isEnabled() && m_edit->toPlainText() != m_inForce;
    if (!isChanged || m_mayLeave)
        return SheetDialog::reject();
    m_mayLeave = true;
    say(Token::Warn, tr("What you typed is not saved. Cancel again leaves it."));
}

void RulesDialog::say(Token token, const QString& sentence)
{
    m_status->setToken(token);
    m_status->setText(sentence);
}

QString RulesDialog::statusWords() const
{
    return m_status->text();
}

} // namespace gavel::pipeline_page
