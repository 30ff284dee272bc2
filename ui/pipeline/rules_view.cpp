// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/rules_view.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

namespace gavel::pipeline_page {

using namespace widgets;

RulesView::RulesView(QWidget* parent)
    : QWidget(parent)
    , m_rows([](const Rule& rule) { return words::of(rule.id); })
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_edit(new Button(QString()))
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({190, 90, 130, 0, 96, 96, 96, 96});
    m_table->setSortable(true);
    m_edit->setIconName(QStringLiteral("edit"));
    m_edit->setDense(true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space::kPadding, 5, space::kPadding, 5);
    bar->addWidget(m_words, 1);
    bar->addWidget(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    connect(m_edit, &QPushButton::clicked, this, &RulesView::editWanted);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const Rule* rule = m_rows.rowAt(index))
            Q_EMIT lettersWanted(words::of(rule->id));
    });
    retranslate();
}

void RulesView::setColumns()
{
    const auto counted = [](const QString& title, std::uint64_t Rule::*number) {
        return textColumn<Rule>(
            title, [number](const Rule& rule) { return words::count(rule.*number); }, true,
            [number](const Rule& a, const Rule& b) { return a.*number < b.*number; });
    };
    const auto mono = [](RowColumn<Rule> column) {
        column.value = [show = std::move(column.value)](const Rule& rule, int role) -> QVariant {
            return role == Qt::FontRole ? QVariant(widgets::font(TextRole::Mono))
                                        : show(rule, role);
        };
        return column;
    };
    RowColumn<Rule> failed = counted(tr("Failed"), &Rule::failed);
    failed.value = [show = std::move(failed.value)](const Rule& rule, int role) -> QVariant {
        return role == ToneRole && rule.failed > 0 ? QVariant(static_cast<int>(Token::Bad))
                                                   : show(rule, role);
    };
    m_rows.setColumns(
        {mono(textColumn<Rule>(tr("Rule"), [](const Rule& rule) { return words::of(rule.id); })),
         textColumn<Rule>(tr("Stage"),
                          [](const Rule& rule) { return words::ruleStage(rule.stage); }),
         mono(
             textColumn<Rule>(tr("Field"), [](const Rule& rule) { return words::of(rule.field); })),
         textColumn<Rule>(tr("Checks and repairs"),
                          [](const Rule& rule) { return words::of(rule.text); }),
         textColumn<Rule>(tr("Otherwise"),
                          [](const Rule& rule) { return words::otherwise(rule.otherwise); }),
         counted(tr("Passed"), &Rule::passed), counted(tr("Repaired"), &Rule::repaired),
         std::move(failed)});
}

void RulesView::setRules(const runtime::RuleSetView& rules, int utcOffset)
{
    m_words->setText(
        rules.actor.empty()
            ? tr("Version %1, %n rule(s); the counts began with it", nullptr,
                 static_cast<int>(rules.rules.size()))
                  .arg(rules.version)
            : tr("Version %1 by %2 since %3, %n rule(s); the counts began with it", nullptr,
                 static_cast<int>(rules.rules.size()))
                  .arg(rules.version)
                  .arg(words::of(rules.actor), numbers::dateTime(rules.at.value, utcOffset)));
    m_rows.update(rules.rules);
}

void RulesView::retranslate()
{
    m_edit->setText(tr("Edit the rules…"));
    m_table->setAccessibleName(tr("Rules"));
    setColumns();
}

} // namespace gavel::pipeline_page
