// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/inspector.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kLeastWidth = 240;
constexpr int kMostWidth = 720;

Mark markOfLevel(const std::string& level)
{
    if (level == "good")
        return Mark::Good;
    if (level == "warn")
        return Mark::Warn;
    return level == "bad" ? Mark::Bad : Mark::Info;
}

} // namespace

Inspector::Inspector(QWidget* parent)
    : QWidget(parent)
    , m_log([](const LineRow& row) { return row.key; })
    , m_journal([](const LineRow& row) { return row.key; })
    , m_invariants([](const InvariantRow& row) { return row.number; })
    , m_thing(new ThingPanel)
{
    setMinimumWidth(kLeastWidth);
    setMaximumWidth(kMostWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::kGap, space::kGap, space::kGap);
    column->setSpacing(space::kGap);
    column->addWidget(m_thing, 4);
    m_thing->hide();
    m_log.setColumns(lineColumns());
    m_journal.setColumns(lineColumns());
    m_invariants.setColumns(invariantColumns());
    m_invariantPanel = addTable(m_invariants, {0, 120}, 2);
    m_journalPanel = addTable(m_journal, {72, 84, 0}, 2);
    m_logPanel = addTable(m_log, {72, 84, 0}, 3);
    retranslate();
}

Panel* Inspector::addTable(QAbstractItemModel& model, const QList<int>& widths, int stretch)
{
    auto* panel = new Panel(QString());
    auto* table = new DataTable(QString());
    table->setModel(&model);
    table->setWidths(widths);
    panel->setBody(table);
    static_cast<QVBoxLayout*>(layout())->addWidget(panel, stretch);
    return panel;
}

void Inspector::retranslate()
{
    m_log.setColumns(lineColumns());
    m_journal.setColumns(lineColumns());
    m_invariants.setColumns(invariantColumns());
    m_thing->retranslate();
    m_invariantPanel->setTitle(tr("Invariants"));
    m_journalPanel->setTitle(tr("Journal"));
    m_logPanel->setTitle(tr("Event log"));
    for (const Panel* panel : {m_invariantPanel, m_journalPanel, m_logPanel})
        panel->body()->setAccessibleName(panel->accessibleName());
}

std::vector<RowColumn<Inspector::LineRow>> Inspector::lineColumns()
{
    return {
        {tr("Time"),
         [](const LineRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return row.time;
             return role == ToneRole ? QVariant(static_cast<int>(Token::T3)) : QVariant();
         },
         {},
         false,
         {}},
        {tr("Subject"),
         [](const LineRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return row.subject;
             if (role == ToneRole)
                 return static_cast<int>(Token::T1);
             return role == MarkRole ? QVariant(static_cast<int>(row.mark)) : QVariant();
         },
         {},
         false,
         {}},
        {tr("What happened"),
         [](const LineRow& row, int role) -> QVariant {
             return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(row.text)
                                                                       : QVariant();
         },
         {},
         false,
         {}},
    };
}

std::vector<RowColumn<Inspector::InvariantRow>> Inspector::invariantColumns()
{
    return {
        {tr("What must hold"),
         [](const InvariantRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                 return row.name;
             if (role == ToneRole)
                 return static_cast<int>(Token::T1);
             return role == MarkRole
                 ? QVariant(static_cast<int>(row.broken ? Mark::Bad : Mark::Done))
                 : QVariant();
         },
         {},
         false,
         {}},
        {tr("Detail"),
         [](const InvariantRow& row, int role) -> QVariant {
             if (role == ToneRole)
                 return static_cast<int>(row.broken ? Token::Bad : Token::T2);
             return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(row.detail)
                                                                       : QVariant();
         },
         {},
         false,
         {}},
    };
}

std::vector<Inspector::LineRow> Inspector::rowsOf(const std::vector<runtime::LogLine>& lines,
                                                  int offsetMinutes)
{
    std::vector<LineRow> rows(lines.size());
    QHash<QString, int> seen;
    // From the oldest on, so that a line keeps its key when newer ones arrive before it.
    for (std::size_t i = lines.size(); i-- > 0;) {
        const runtime::LogLine& line = lines[i];
        const QString subject = QString::fromStdString(line.subject);
        const QString text = QString::fromStdString(line.text);
        const QString said = QStringLiteral("%1/%2/%3").arg(line.at.value).arg(subject, text);
        rows[i]
            = {QStringLiteral("%1/%2").arg(said).arg(seen[said]++),
               numbers::time(line.at.value, offsetMinutes), subject, text, markOfLevel(line.level)};
    }
    return rows;
}

void Inspector::setSnapshot(const runtime::Snapshot& snapshot)
{
    if (!isVisible())
        return;
    m_log.update(rowsOf(snapshot.log, snapshot.utcOffsetMinutes));
    m_journal.update(rowsOf(snapshot.journal, snapshot.utcOffsetMinutes));
    std::vector<InvariantRow> invariants;
    int held = 0;
    for (const runtime::Invariant& invariant : snapshot.invariants) {
        if (!invariant.checked)
            continue;
        invariants.push_back({invariant.number, QString::fromStdString(invariant.name),
                              QString::fromStdString(invariant.detail), invariant.broken > 0});
        held += invariant.broken == 0 ? 1 : 0;
    }
    m_invariantPanel->setCaption(tr("%1 of %2 hold").arg(held).arg(invariants.size()));
    m_invariants.update(std::move(invariants));
    m_journalPanel->setCaption(
        tr("%n change(s)", nullptr, static_cast<int>(snapshot.journal.size())));
    if (snapshot.journal.empty())
        m_journalPanel->setEmpty(tr("Nothing was changed by hand in this run."));
    else
        m_journalPanel->clearEmpty();
}

} // namespace gavel::shell
