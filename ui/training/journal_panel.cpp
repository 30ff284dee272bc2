// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/journal_panel.h"

#include "ui/training/market_controls.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QHash>
#include <QHeaderView>

namespace gavel::training {

using namespace widgets;

std::vector<JournalRow> journalRows(const runtime::Snapshot& snapshot)
{
    std::vector<JournalRow> rows(snapshot.journal.size());
    QHash<QString, int> seen;
    for (std::size_t i = rows.size(); i-- > 0;) {
        const runtime::LogLine& line = snapshot.journal[i];
        const QString subject = QString::fromStdString(line.subject);
        const QString said = QString::fromStdString(line.text);
        const QString same = QStringLiteral("%1/%2/%3").arg(line.at.value).arg(subject, said);
        rows[i] = {QStringLiteral("%1/%2").arg(same).arg(seen[same]++),
                   numbers::time(line.at.value, snapshot.utcOffsetMinutes), subject, said,
                   saysFaultOn(line) ? Mark::Bad : Mark::Info};
    }
    return rows;
}

JournalPanel::JournalPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const JournalRow& row) { return row.key; })
    , m_table(new DataTable(QString()))
    , m_digest(new ElidedLabel(TextRole::Mono, Token::T3))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({72, 240, 0});
    m_table->horizontalHeader()->hide();
    m_digest->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addHeaderWidget(m_digest);
    setBody(m_table);
    retranslate();
}

void JournalPanel::setColumns()
{
    m_rows.setColumns({
        {tr("Time"),
         [](const JournalRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return row.time;
             return role == ToneRole ? QVariant(static_cast<int>(Token::T3)) : QVariant();
         },
         {},
         false,
         {}},
        {tr("Control"),
         [](const JournalRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                 return row.subject;
             if (role == ToneRole)
                 return static_cast<int>(Token::T1);
             return role == MarkRole ? QVariant(static_cast<int>(row.mark)) : QVariant();
         },
         {},
         false,
         {}},
        {tr("Change"),
         [](const JournalRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                 return row.said;
             return role == ToneRole ? QVariant(static_cast<int>(Token::T2)) : QVariant();
         },
         {},
         false,
         {}},
    });
}

void JournalPanel::retranslate()
{
    setTitle(tr("Journal"));
    m_table->setAccessibleName(tr("Journal"));
    setColumns();
}

void JournalPanel::setSnapshot(const runtime::Snapshot& snapshot)
{
    setCaption(tr("%n change(s)", nullptr, static_cast<int>(snapshot.journal.size())));
    m_digest->setText(tr("digest %1").arg(snapshot.digest, 16, 16, QLatin1Char('0')));
    m_digest->setToolTip(
        tr("The same scenario, seed, shards and changes give the same digest at the same time."));
    m_rows.update(journalRows(snapshot));
    if (snapshot.journal.empty())
        setEmpty(tr("No control was changed. Each change is written here, so that the run can be "
                    "repeated."));
    else
        clearEmpty();
    touch();
}

} // namespace gavel::training
