// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/services_panel.h"

#include "ui/system/system_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QItemSelectionModel>

namespace gavel::system_page {

using namespace widgets;

ServicesPanel::ServicesPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const ServiceRow& row) { return QString::fromStdString(row.key()); })
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 170, 90, 110, 120, 220});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_filling)
            return;
        if (const ServiceRow* row = selected())
            m_component = row->component;
        Q_EMIT selectedChanged();
    });
    connect(m_table, &DataTable::menuRequested, this,
            [this](const QModelIndex& index, const QPoint& place) {
                m_table->setCurrentIndex(index);
                Q_EMIT menuWanted(place);
            });
    retranslate();
}

void ServicesPanel::setColumns()
{
    Column state = textColumn<ServiceRow>(
        tr("State"), [](const ServiceRow& row) { return words::state(row.state); });
    state.value = [show = std::move(state.value)](const ServiceRow& row, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(words::stateMark(row.state)))
                                : show(row, role);
    };
    Column who = textColumn<ServiceRow>(tr("Acknowledged by"), [](const ServiceRow& row) {
        return !row.acknowledgedBy.empty() ? QString::fromStdString(row.acknowledgedBy)
            : row.isEscalated              ? tr("nobody, escalated")
            : row.isRaised                 ? tr("nobody yet")
                                           : QString();
    });
    who.value = [show = std::move(who.value)](const ServiceRow& row, int role) -> QVariant {
        return role == ToneRole && row.isEscalated && row.acknowledgedBy.empty()
            ? QVariant(static_cast<int>(Token::Bad))
            : show(row, role);
    };
    m_rows.setColumns(
        {textColumn<ServiceRow>(
             tr("Service"), [](const ServiceRow& row) { return words::component(row.component); }),
         std::move(state),
         textColumn<ServiceRow>(tr("Class"),
                                [](const ServiceRow& row) {
                                    return row.kind ? words::faultClass(*row.kind) : QString();
                                }),
         textColumn<ServiceRow>(
             tr("Since"),
             [this](const ServiceRow& row) {
                 return row.since == TimeMs{}
                     ? numbers::missing()
                     : numbers::duration((m_now - row.since) / 1000 * 1000);
             },
             true),
         std::move(who), textColumn<ServiceRow>(tr("Under way"), [](const ServiceRow& row) {
             return row.work ? tr("maintenance: %1").arg(QString::fromStdString(row.work->reason))
                             : words::action(row.action);
         })});
}

void ServicesPanel::retranslate()
{
    setTitle(tr("Services"));
    m_table->setAccessibleName(tr("Services"));
    setColumns();
}

void ServicesPanel::setView(const runtime::FaultsView& view)
{
    m_now = view.at;
    m_filling = true;
    m_rows.update(serviceRows(view));
    m_filling = false;
    setCaption(!view.isIntakeOpen   ? tr("the intake is shut down")
                   : view.open == 0 ? tr("nothing is wrong")
                                    : tr("%n fault(s) open", nullptr, static_cast<int>(view.open)));
    const ServiceRow* row = selected();
    if (row == nullptr || row->component != m_component)
        if (!select(m_component) && m_rows.rowCount() > 0)
            m_table->setCurrentIndex(m_rows.index(0, 0));
    touch();
}

const ServiceRow* ServicesPanel::selected() const
{
    return m_rows.rowAt(m_table->currentIndex());
}

bool ServicesPanel::select(const std::string& component)
{
    for (int i = 0; i < m_rows.rowCount(); ++i)
        if (m_rows.rowAt(m_rows.index(i, 0))->component == component) {
            m_component = component;
            m_table->setCurrentIndex(m_rows.index(i, 0));
            return true;
        }
    return false;
}

std::vector<ServiceRow> ServicesPanel::rows() const
{
    std::vector<ServiceRow> rows;
    for (int i = 0; i < m_rows.rowCount(); ++i)
        rows.push_back(*m_rows.rowAt(m_rows.index(i, 0)));
    return rows;
}

} // namespace gavel::system_page
