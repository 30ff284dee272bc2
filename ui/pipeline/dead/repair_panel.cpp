// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/repair_panel.h"

#include "ui/pipeline/dead/repair_parts.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::DeadLetter;

namespace {

constexpr int kTypingMs = 200;
constexpr int kLeastFieldRows = 3;
constexpr int kLowHeight = 440;

} // namespace

RepairPanel::RepairPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_before(Button::iconOnly(QStringLiteral("chevron-left"), QString()))
    , m_after(Button::iconOnly(QStringLiteral("chevron-right"), QString()))
    , m_id(new ElidedLabel(TextRole::Mono))
    , m_from(new ElidedLabel(TextRole::Body, Token::T2))
    , m_lineage(new Button(QString(), Button::Kind::Link))
    , m_raw(new Button(QString(), Button::Kind::Link))
    , m_table(new FieldTable)
    , m_verdict(new Verdict)
    , m_where(new Where)
    , m_redrive(new Button(QString(), Button::Kind::Primary))
    , m_only(new Button(QString()))
    , m_rule(new Button(QString()))
    , m_discard(new Button(QString(), Button::Kind::Plain))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kTypingMs);
    for (Button* step : {m_before, m_after}) {
        step->setDense(true);
        addHeaderWidget(step);
    }
    m_table->setMinimumHeight(m_table->heightOfRows(kLeastFieldRows));
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_table, 1);
    column->addWidget(m_verdict);
    column->addWidget(m_where);
    column->addWidget(makeButtons());
    setBody(inner);
    connect(&m_table->fields(), &FieldModel::editsChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &RepairPanel::verdictWanted);
    connect(m_before, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_lineage, &QPushButton::clicked, this, &RepairPanel::lineageWanted);
    connect(m_raw, &QPushButton::clicked, this, &RepairPanel::rawWanted);
    connect(m_redrive, &QPushButton::clicked, this, &RepairPanel::redriveWanted);
    connect(m_only, &QPushButton::clicked, this, &RepairPanel::redriveOneWanted);
    connect(m_rule, &QPushButton::clicked, this, &RepairPanel::ruleWanted);
    connect(m_discard, &QPushButton::clicked, this, &RepairPanel::discardWanted);
    retranslate();
}

QWidget* RepairPanel::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kPadding, 6, space::kPadding, 4);
    row->setSpacing(space::kPadding);
    m_id->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_id);
    row->addWidget(m_from, 1);
    row->addWidget(m_lineage);
    row->addWidget(m_raw);
    return head;
}

QWidget* RepairPanel::makeButtons()
{
    m_rule->setIconName(QStringLiteral("plus"));
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::kPadding, 7, space::kPadding, 7);
    row->setSpacing(space::kCell);
    for (Button* button : {m_redrive, m_only, m_rule})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_discard);
    return foot;
}

void RepairPanel::retranslate()
{
    setTitle(tr("Repair"));
    for (const auto& [button, name] :
         {std::pair(m_before, tr("The one before")), std::pair(m_after, tr("The next one"))}) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    m_lineage->setText(tr("Lineage"));
    m_lineage->setToolTip(tr("The numbers that its batch touched."));
    m_raw->setText(tr("Raw"));
    m_raw->setToolTip(tr("The line as it came."));
    m_only->setText(tr("Only this"));
    m_rule->setText(tr("Make a rule…"));
    m_discard->setText(tr("Discard…"));
    m_table->retranslate();
    m_verdict->setAccessibleName(tr("Verdict now"));
    showHead();
    showVerdict();
    showWhere();
    showButtons();
}

/// Where it is low the fields have the room.
void RepairPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_where->setMost(height() < kLowHeight ? 1 : SIZE_MAX);
}

bool RepairPanel::isOpen() const
{
    return m_look.letter && m_look.letter->state == "open";
}

void RepairPanel::setLook(const RepairLook& look, int utcOffset)
{
    const std::uint64_t before = m_look.letter ? m_look.letter->id : 0;
    const bool isOther = !look.letter || look.letter->id != before;
    m_look = look;
    m_utcOffset = utcOffset;
    stopLoading();
    if (isOther)
        m_table->fields().clear();
    showHead();
    if (!look.letter)
        return setEmpty(tr("Select a dead letter to see what is wrong with it."));
    clearEmpty();
    m_table->fields().setEditable(isOpen());
    if (look.verdict)
        m_table->fields().setFields(look.verdict->fields);
    if (isOther)
        m_table->selectField(look.letter->field);
    showVerdict();
    showWhere();
    showButtons();
    touch();
}

void RepairPanel::setChosen(std::uint64_t letters)
{
    m_chosen = letters;
    showButtons();
}

void RepairPanel::showHead()
{
    const bool several = m_look.letter && m_look.count > 1;
    m_before->setVisible(several);
    m_after->setVisible(several);
    if (!m_look.letter)
        return setCaption({});
    const DeadLetter& letter = *m_look.letter;
    setCaption(several ? tr("%1 of %2 with this reason")
                             .arg(words::count(m_look.place + 1), words::count(m_look.count))
                       : words::of(letter.reason));
    m_before->setEnabled(m_look.place > 0);
    m_after->setEnabled(m_look.place + 1 < m_look.count);
    m_id->setText(letter.eventId.empty() ? tr("no id") : words::of(letter.eventId));
    if (isOpen())
        m_from->setText(tr("line %1, %2", "position, source")
                            .arg(words::count(letter.position), words::of(letter.source)));
    else
        m_from->setText(tr("%1 by %2 at %3", "state, person, time")
                            .arg(words::letterState(letter.state), words::of(letter.actor),
                                 numbers::time(letter.changedAt.value, m_utcOffset)));
    m_from->setToolTip(words::of(letter.note));
}

void RepairPanel::showVerdict()
{
    m_verdict->setVerdict(m_look.verdict);
}

QString RepairPanel::verdictWords() const
{
    return m_verdict->words();
}

void RepairPanel::showWhere()
{
    if (!m_look.letter)
        return;
    const DeadLetter& letter = *m_look.letter;
    std::vector<Where::Line> lines;
    const QString origin = m_look.batch && !m_look.batch->origin.empty()
        ? words::of(m_look.batch->origin)
        : words::of(letter.source);
    lines.push_back(
        {QStringLiteral("note"), origin, tr("line %1").arg(words::count(letter.position))});
    if (m_look.batch) {
        const runtime::BatchView& batch = *m_look.batch;
        lines.push_back(
            {QStringLiteral("pipeline"), tr("batch %1").arg(words::batch(batch.id)),
             tr("%1 events, rules v%2").arg(words::count(batch.counts.received)).arg(batch.rules)});
        lines.push_back({QStringLiteral("rows"), tr("event log"),
                         batch.firstEvent == 0 ? tr("nothing of it is stored")
                                               : tr("positions %1 to %2")
                                                     .arg(words::count(batch.firstEvent),
                                                          words::count(batch.lastEvent))});
    }
    lines.push_back({QStringLiteral("history"), tr("judged"),
                     tr("%n time(s), first at %1", nullptr, static_cast<int>(letter.attempts))
                         .arg(numbers::time(letter.firstAt.value, m_utcOffset))});
    m_where->setLines(tr("Where this event goes"), std::move(lines));
}

void RepairPanel::showButtons()
{
    const bool open = isOpen();
    m_redrive->setText(m_chosen > 1 ? tr("Redrive %1…").arg(words::count(m_chosen))
                                    : tr("Redrive…"));
    m_redrive->setEnabled(m_chosen > 0);
    m_only->setEnabled(open);
    m_rule->setEnabled(m_look.letter.has_value());
    m_discard->setEnabled(m_chosen > 0);
}

const runtime::FieldView* RepairPanel::field() const
{
    return m_table->fields().at(m_table->currentIndex());
}

} // namespace gavel::pipeline_page
