// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/rule_row.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/inspector/hour_grid.h"
#include "ui/widgets/elided_label.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSpinBox>

namespace gavel::campaigns {

using namespace widgets;
using Kind = TargetingPart::Kind;

namespace {

constexpr int kIndent = 12;
constexpr int kMostProposals = 12;

} // namespace

RuleRow::RuleRow(const TargetingPart& part, const model::Targeting& targeting, bool differs,
                 Values values, QWidget* parent)
    : QWidget(parent)
    , m_part(part)
    , m_targeting(targeting)
    , m_values(std::move(values))
    , m_left(new ShareBar)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 7);
    column->setSpacing(4);
    buildHead(*column, differs);
    if (part.kind == Kind::Hours)
        buildHours(*column);
    else if (part.kind == Kind::Age)
        buildAge(*column);
    else
        buildChips(*column);
}

void RuleRow::buildHead(QVBoxLayout& column, bool differs)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    auto* title = new ElidedLabel(TextRole::BodyBold, Token::T1);
    title->setText(words::dimension(m_part.dimension));
    title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(title);
    if (m_part.kind == Kind::Rule) {
        auto* match = new Button(words::match(m_part.match), Button::Kind::Link);
        match->setOpensMenu(true);
        match->setDense(true);
        match->setAccessibleName(tr("How %1 matches").arg(title->text()));
        connect(match, &QPushButton::clicked, this, [this, match] { showMatches(*match); });
        row->addWidget(match);
    }
    if (differs) {
        auto* sign = new ElidedLabel(TextRole::BodyBold, Token::Accent);
        sign->setText(words::changeSign(bridge::DraftChange::Edited));
        sign->setToolTip(tr("Different from what is live."));
        row->addWidget(sign);
    }
    row->addStretch(1);
    auto* remove = new Button(QString(), Button::Kind::Plain);
    remove->setIconName(QStringLiteral("close"));
    remove->setAccessibleName(tr("Remove %1").arg(title->text()));
    remove->setToolTip(remove->accessibleName());
    remove->setFixedSize(space::kControlDense, space::kControlDense);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_part.kind == Kind::Rule && m_part.rule >= m_targeting.rules.size())
            Q_EMIT abandoned();
        else
            change([this](model::Targeting& targeting) { removePart(targeting, m_part); });
    });
    row->addWidget(remove);
    row->addWidget(m_left);
    column.addLayout(row);
}

void RuleRow::showMatches(Button& button)
{
    QMenu menu(this);
    for (const model::Match match :
         {model::Match::AnyOf, model::Match::AllOf, model::Match::NoneOf}) {
        if (match == model::Match::AllOf && !model::isList(m_part.dimension))
            continue;
        QAction* action = menu.addAction(words::match(match));
        action->setCheckable(true);
        action->setChecked(match == m_part.match);
        const bool taken
            = match != m_part.match && m_targeting.find(m_part.dimension, match) != nullptr;
        action->setEnabled(!taken && m_part.rule < m_targeting.rules.size());
        connect(action, &QAction::triggered, this, [this, match] {
            change([this, match](model::Targeting& targeting) {
                targeting.rules[m_part.rule].match = match;
            });
        });
    }
    menu.exec(button.mapToGlobal(QPoint(0, button.height())));
}

void RuleRow::change(const std::function<void(model::Targeting&)>& edit)
{
    model::Targeting changed = m_targeting;
    edit(changed);
    if (!(changed == m_targeting))
        Q_EMIT edited(changed);
}

void RuleRow::buildChips(QVBoxLayout& column)
{
    m_chips = new ChipRow(true);
    const bool empty = m_part.kind == Kind::Rule && m_part.rule >= m_targeting.rules.size();
    m_chips->setTexts(empty ? QStringList() : partValues(m_targeting, m_part));
    m_add = new Button(tr("add"), Button::Kind::Link);
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setDense(true);
    m_add->setAccessibleName(tr("Add a value to %1").arg(m_part.title()));
    m_chips->setTrailing(m_add);
    m_input = new QLineEdit;
    m_input->setPlaceholderText(hint());
    m_input->setAccessibleName(tr("Value of %1").arg(m_part.title()));
    m_input->setFixedHeight(space::kControlDense);
    m_input->installEventFilter(this);
    m_input->hide();
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(kIndent, 0, 0, 0);
    inner->addWidget(m_chips);
    inner->addWidget(m_input);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setFont(widgets::font(TextRole::Caption));
    m_problem->hide();
    inner->addWidget(m_problem);
    column.addLayout(inner);
    connect(m_add, &QPushButton::clicked, this, &RuleRow::startAdding);
    connect(m_chips, &ChipRow::clicked, this,
            [this](int value) { startEditing(static_cast<std::size_t>(value)); });
    connect(m_input, &QLineEdit::textChanged, this, &RuleRow::checkTyped);
    connect(m_input, &QLineEdit::returnPressed, this, &RuleRow::takeTyped);
    connect(m_chips, &ChipRow::removed, this, [this](int value) {
        change([this, value](model::Targeting& targeting) {
            removeValue(targeting, m_part, static_cast<std::size_t>(value));
        });
    });
}

QString RuleRow::hint() const
{
    switch (m_part.kind) {
    case Kind::Places:
        return tr("latitude, longitude, km, or corners of an area");
    case Kind::Systems:
        return tr("iOS 15.2");
    case Kind::Dates:
        return tr("2026-03-20 2026-03-25");
    default:
        return tr("Type a value, Enter adds it");
    }
}

void RuleRow::startAdding()
{
    if (!m_input)
        return;
    if (m_part.kind == Kind::Rule && !m_input->completer()) {
        auto* completer = new QCompleter(m_values(m_part.dimension), m_input);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->setMaxVisibleItems(kMostProposals);
        m_input->setCompleter(completer);
    }
    m_input->show();
    m_input->setFocus();
}

/// A value that is there goes back into the line; Enter puts the new one in its place.
void RuleRow::startEditing(std::size_t value)
{
    if (m_part.kind == Kind::Rule && m_part.rule >= m_targeting.rules.size())
        return;
    startAdding();
    m_editing = value;
    m_input->setText(typedText(m_targeting, m_part, value));
    m_input->selectAll();
}

void RuleRow::checkTyped()
{
    const QString problem = typedProblem(m_part, m_input->text());
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, color(Token::Bad));
    m_problem->setPalette(colors);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_input->setProperty("wrong", !problem.isEmpty());
    m_input->setAccessibleDescription(problem);
    m_input->update();
}

void RuleRow::takeTyped()
{
    model::Targeting changed = m_targeting;
    // The last value of a rule takes the rule with it, so the new one is added before.
    const bool rule = m_part.kind == Kind::Rule;
    if (m_editing && !rule)
        removeValue(changed, m_part, *m_editing);
    const bool added = addValue(changed, m_part, m_input->text());
    if (m_editing && rule && added)
        removeValue(changed, m_part, *m_editing);
    if (added && m_editing) {
        Q_EMIT edited(changed);
        return;
    }
    if (added)
        Q_EMIT valueAdded(changed);
    else
        m_input->selectAll();
}

bool RuleRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool escape = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_input && escape) {
        m_input->hide();
        m_input->clear();
        m_editing.reset();
        m_add->setFocus();
        Q_EMIT abandoned();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RuleRow::buildAge(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kIndent, 0, 0, 0);
    auto* least = new QSpinBox;
    auto* most = new QSpinBox;
    for (QSpinBox* box : {least, most}) {
        box->setRange(kLeastAge, kMostAge);
        box->setKeyboardTracking(false);
        box->setFixedHeight(space::kControlDense);
    }
    least->setValue(m_targeting.age->least);
    most->setValue(m_targeting.age->most);
    least->setAccessibleName(tr("Youngest age"));
    most->setAccessibleName(tr("Oldest age"));
    auto* to = new ElidedLabel(TextRole::Body, Token::T2);
    to->setText(tr("to", "ages"));
    to->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(least);
    row->addWidget(to);
    row->addWidget(most);
    row->addStretch(1);
    column.addLayout(row);
    connect(least, &QSpinBox::valueChanged, this, [this](int age) {
        change([age](model::Targeting& targeting) { targeting.age->least = age; });
    });
    connect(most, &QSpinBox::valueChanged, this, [this](int age) {
        change([age](model::Targeting& targeting) { targeting.age->most = age; });
    });
}

void RuleRow::buildHours(QVBoxLayout& column)
{
    auto* grid = new HourGridEdit;
    grid->setHours(*m_targeting.hours);
    column.addWidget(grid);
    connect(grid, &HourGridEdit::painted, this, [this](const model::HourGrid& hours) {
        change([&hours](model::Targeting& targeting) { targeting.hours = hours; });
    });
}

void RuleRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, color(Token::Line1));
}

} // namespace gavel::campaigns
