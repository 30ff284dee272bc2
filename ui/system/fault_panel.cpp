// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/fault_panel.h"

#include "ui/system/fault_diagram.h"
#include "ui/system/system_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QSplitter>

namespace gavel::system_page {

using namespace widgets;
using health::FaultEntry;
using health::KeptFaultChange;
using model::FaultState;

namespace {

constexpr std::size_t kMostMoves = 2;

Mark markOf(const KeptFaultChange& change)
{
    switch (change.what) {
    case FaultEntry::Moved:
        return words::stateMark(change.to);
    case FaultEntry::Acknowledged:
        return Mark::Acknowledged;
    case FaultEntry::Escalated:
        return Mark::Bad;
    default:
        return Mark::Paused;
    }
}

} // namespace

std::vector<FaultState> waysByHand(FaultState from)
{
    std::vector<FaultState> states;
    for (const model::FaultTransition& way : model::kFaultTransitions)
        if (way.from == from && model::personMay(way.from, way.to)
            && way.to != FaultState::Maintenance) // entered when the intake is shut
            states.push_back(way.to);
    return states;
}

FaultPanel::FaultPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_facts(new QLabel)
    , m_diagram(new FaultDiagram)
    , m_halves(new QSplitter(Qt::Horizontal))
    , m_rows([](const KeptFaultChange& change) { return qint64{change.id}; })
    , m_table(new DataTable(QString()))
    , m_acknowledge(new Button(QString()))
    , m_maintain(new Button(QString()))
{
    for (std::size_t i = 0; i < kMostMoves; ++i) {
        m_moves.push_back(new Button(QString()));
        connect(m_moves[i], &QPushButton::clicked, this,
                [this, i] { Q_EMIT moveWanted(m_targets.at(i)); });
    }
    for (Button* button : m_moves)
        addHeaderWidget(button);
    addHeaderWidget(m_acknowledge);
    addHeaderWidget(m_maintain);
    for (Button* button : {m_moves[0], m_moves[1], m_acknowledge, m_maintain})
        button->setDense(true);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setFont(widgets::font(TextRole::Body));
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({74, 150, 90, 0});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(space::kPadding, space::kCell, space::kPadding, 0);
    column->addWidget(m_facts);
    column->addWidget(m_diagram, 1);
    m_halves->setHandleWidth(space::kGap);
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(left);
    m_halves->addWidget(m_table);
    m_halves->setSizes({600, 460});
    setBody(m_halves);
    connect(m_acknowledge, &QPushButton::clicked, this, &FaultPanel::acknowledgeWanted);
    connect(m_maintain, &QPushButton::clicked, this, [this] {
        if (m_isWorkedOn)
            Q_EMIT endWanted();
        else
            Q_EMIT maintainWanted();
    });
    retranslate();
}

void FaultPanel::setColumns()
{
    using Column = RowColumn<KeptFaultChange>;
    Column what = textColumn<KeptFaultChange>(
        tr("What"), [](const KeptFaultChange& change) { return words::entry(change); });
    what.value
        = [show = std::move(what.value)](const KeptFaultChange& change, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(markOf(change))) : show(change, role);
    };
    Column at = textColumn<KeptFaultChange>(tr("Time"), [this](const KeptFaultChange& change) {
        return numbers::time(change.at.value, m_utcOffset);
    });
    at.value
        = [this, show = std::move(at.value)](const KeptFaultChange& change, int role) -> QVariant {
        return role == Qt::ToolTipRole ? numbers::dateTime(change.at.value, m_utcOffset)
                                       : show(change, role);
    };
    Column why = textColumn<KeptFaultChange>(
        tr("Why"), [](const KeptFaultChange& change) { return words::cause(change.cause); });
    why.value = [show = std::move(why.value)](const KeptFaultChange& change, int role) -> QVariant {
        return role == Qt::ToolTipRole ? words::cause(change.cause) : show(change, role);
    };
    m_rows.setColumns({std::move(at), std::move(what),
                       textColumn<KeptFaultChange>(tr("Person"),
                                                   [](const KeptFaultChange& change) {
                                                       return QString::fromStdString(change.person);
                                                   }),
                       std::move(why)});
}

void FaultPanel::retranslate()
{
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setKeyHint(QStringLiteral("A"));
    m_diagram->setAccessibleName(tr("States of the fault"));
    m_table->setAccessibleName(tr("History"));
    setColumns();
    m_diagram->update();
}

void FaultPanel::setNothing()
{
    setTitle(tr("Service"));
    setEmpty(tr("Select a service to see its fault."));
    for (Button* button : {m_moves[0], m_moves[1], m_acknowledge, m_maintain})
        button->hide();
}

void FaultPanel::setService(const ServiceRow& row, const std::vector<KeptFaultChange>& history,
                            TimeMs now, int utcOffset)
{
    m_utcOffset = utcOffset;
    clearEmpty();
    setTitle(words::component(row.component));
    setCaption(row.kind ? words::faultClass(*row.kind) : QString());
    m_facts->setText(factsOf(row, now));
    const auto kind = row.kind                     ? *row.kind
        : history.empty() || !history.front().kind ? model::FaultClass::Traffic
                                                   : *history.front().kind;
    m_diagram->setWay(wayOf(history, kind, row.state));
    m_rows.update(history);
    showButtons(row);
    touch();
}

void FaultPanel::showButtons(const ServiceRow& row)
{
    m_targets = row.kind ? waysByHand(row.state) : std::vector<FaultState>();
    for (std::size_t i = 0; i < m_moves.size(); ++i) {
        m_moves[i]->setVisible(i < m_targets.size());
        if (i < m_targets.size())
            m_moves[i]->setText(words::move(m_targets[i]));
    }
    m_acknowledge->setVisible(row.isRaised && row.acknowledgedBy.empty());
    m_isWorkedOn = row.work.has_value();
    m_maintain->setText(m_isWorkedOn ? tr("End the maintenance") : tr("Maintenance…"));
    m_maintain->show();
}

QString FaultPanel::factsOf(const ServiceRow& row, TimeMs now) const
{
    const auto ago = [&](TimeMs at) { return numbers::duration((now - at) / 1000 * 1000); };
    QStringList facts;
    if (row.since == TimeMs{})
        facts << tr("Nothing has ever been wrong with it.");
    else
        facts << tr("%1 for %2.", "state, how long").arg(words::state(row.state), ago(row.since));
    if (!row.acknowledgedBy.empty())
        facts << tr("%1 has it.", "person").arg(QString::fromStdString(row.acknowledgedBy));
    else if (row.isEscalated)
        facts << tr("Nobody acknowledged it within 15 minutes: it is escalated.");
    if (!row.action.empty())
        facts << tr("Under way: %1.", "action").arg(words::action(row.action));
    if (row.work)
        facts << tr("%1 works on it until %2: %3", "person, time, reason")
                     .arg(QString::fromStdString(row.work->person),
                          numbers::timeShort(row.work->end.value, m_utcOffset),
                          QString::fromStdString(row.work->reason));
    return facts.join(u' ');
}

std::vector<KeptFaultChange> FaultPanel::history() const
{
    std::vector<KeptFaultChange> rows;
    for (int i = 0; i < m_rows.rowCount(); ++i)
        rows.push_back(*m_rows.rowAt(m_rows.index(i, 0)));
    return rows;
}

} // namespace gavel::system_page
