// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace gavel::widgets {

PanelGroup::PanelGroup(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_row(new QWidget)
    , m_tabs(new QTabBar)
    , m_headers(new QStackedWidget)
    , m_splitter(new QSplitter(orientation))
    , m_stack(new QStackedWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    m_headers->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the tabs come first
    row->addWidget(m_headers, 1);
    column->addWidget(m_row);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_stack, 1);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Panels of this place"));
    m_splitter->setHandleWidth(space::kGap);
    m_splitter->setChildrenCollapsible(false);
    m_row->hide();
    m_stack->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, &PanelGroup::bringToFront);
}

void PanelGroup::takeHeadersBack()
{
    if (!m_tabbed)
        return;
    for (Panel* panel : m_panels)
        panel->takeHeaderBack();
}

void PanelGroup::bringToFront(int tab)
{
    m_stack->setCurrentIndex(tab);
    m_headers->setCurrentIndex(tab);
}

void PanelGroup::setPanels(const QList<Panel*>& panels, bool tabbed)
{
    Panel* front = m_panels.value(m_tabs->currentIndex());
    takeHeadersBack();
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_panels = panels;
    m_tabbed = tabbed;
    for (Panel* panel : panels) {
        if (tabbed) {
            m_stack->addWidget(panel);
            m_headers->addWidget(panel->lendHeader());
            m_tabs->addTab(panel->accessibleName());
        } else {
            m_splitter->addWidget(panel);
            panel->show();
        }
    }
    m_row->setVisible(tabbed);
    m_stack->setVisible(tabbed);
    m_splitter->setVisible(!tabbed);
    if (tabbed)
        showPanel(panels.contains(front) ? front : panels.value(0));
}

void PanelGroup::showPanel(Panel* panel)
{
    const auto at = static_cast<int>(m_panels.indexOf(panel));
    if (!m_tabbed || at < 0)
        return;
    m_tabs->setCurrentIndex(at);
    bringToFront(at);
}

void PanelGroup::retranslate()
{
    m_tabs->setAccessibleName(tr("Panels of this place"));
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, m_panels.at(i)->accessibleName());
}

} // namespace gavel::widgets
