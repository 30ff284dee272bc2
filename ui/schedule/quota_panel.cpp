// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/quota_panel.h"

#include "ui/schedule/quota_flow_view.h"
#include "ui/schedule/schedule_words.h"
#include "ui/widgets/numbers.h"

namespace gavel::schedule {

using namespace widgets;

QuotaPanel::QuotaPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const Flow& flow) { return QString::fromStdString(flow.campaignId); })
    , m_view(new QuotaFlowView)
    , m_table(new DataTable(QString()))
    , m_stack(new QStackedWidget)
    , m_link(addLink(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 84, 84, 84, 84, 44});
    m_table->setSortable(true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    setBody(m_stack);
    connect(m_link, &QPushButton::clicked, this, [this] { showAll(!showsAll()); });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const Flow* flow = m_rows.rowAt(index)) {
            showAll(m_link->isHidden());
            Q_EMIT campaignChosen(QString::fromStdString(flow->campaignId));
        }
    });
    retranslate();
}

void QuotaPanel::setColumns()
{
    const auto money = [](const QString& title, Money Flow::*amount) {
        return textColumn<Flow>(
            title, [amount](const Flow& flow) { return numbers::amount((flow.*amount).micros, 2); },
            true, [amount](const Flow& a, const Flow& b) { return a.*amount < b.*amount; });
    };
    m_rows.setColumns(
        {textColumn<Flow>(tr("Campaign"),
                          [](const Flow& flow) {
                              return QStringLiteral("%1, %2").arg(
                                  QString::fromStdString(flow.campaignName),
                                  words::budget(flow.bound));
                          }),
         money(tr("Budget"), &Flow::budget), money(tr("Spent"), &Flow::spent),
         money(tr("Held"), &Flow::held), money(tr("Free"), &Flow::free),
         textColumn<Flow>(
             tr("Slices"), [](const Flow& flow) { return QString::number(flow.slices.size()); },
             true,
             [](const Flow& a, const Flow& b) { return a.slices.size() < b.slices.size(); })});
}

bool QuotaPanel::showsAll() const
{
    return m_stack->currentWidget() == m_table;
}

void QuotaPanel::showAll(bool all)
{
    m_stack->setCurrentWidget(all ? static_cast<QWidget*>(m_table) : m_view);
    showWords();
}

void QuotaPanel::keepAll()
{
    m_link->hide();
    showAll(true);
}

void QuotaPanel::setFlow(const std::optional<Flow>& flow, int utcOffset)
{
    m_flow = flow;
    if (m_flow)
        m_view->setFlow(*m_flow, utcOffset);
    showWords();
    touch();
}

void QuotaPanel::setAll(const std::vector<Flow>& flows)
{
    m_rows.update(flows);
}

void QuotaPanel::showWords()
{
    m_link->setText(showsAll() ? tr("One campaign") : tr("All campaigns"));
    if (showsAll()) {
        clearEmpty();
        setTitle(tr("Quota of all campaigns"));
        setCaption(tr("those that hold some, most held first"));
        return;
    }
    if (!m_flow) {
        setTitle(tr("Quota"));
        setCaption({});
        setEmpty(tr("No campaign is selected."));
        return;
    }
    clearEmpty();
    setTitle(tr("Quota of %1").arg(QString::fromStdString(m_flow->campaignName)));
    setCaption(QString::fromUtf8(m_flow->currency.code, 3));
}

void QuotaPanel::retranslate()
{
    m_table->setAccessibleName(tr("Quota of all campaigns"));
    m_view->setAccessibleName(tr("Quota"));
    setColumns();
    showWords();
}

} // namespace gavel::schedule
