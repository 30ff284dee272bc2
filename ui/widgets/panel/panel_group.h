// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel/panel.h"

#include <QTabBar>

class QSplitter;
class QStackedWidget;

namespace gavel::widgets {

/// Panels that stand side by side where the page is wide and share one place as tabs where it is
/// not: the tabs are their titles, and the rest of the header in front stands beside them.
class PanelGroup final : public QWidget
{
    Q_OBJECT
public:
    explicit PanelGroup(Qt::Orientation orientation, QWidget* parent = nullptr);

    /// Takes the panels in this order; the current tab stays when it is still there.
    void setPanels(const QList<Panel*>& panels, bool tabbed);
    bool isTabbed() const { return m_tabbed; }
    /// Brings a panel to the front of its tabs.
    void showPanel(Panel* panel);
    /// The titles anew, after the language changed.
    void retranslate();
    QSplitter* splitter() const { return m_splitter; }

private:
    void takeHeadersBack();
    void bringToFront(int tab);

    QWidget* m_row; ///< tabs and headers
    QTabBar* m_tabs;
    QStackedWidget* m_headers; ///< of the panels while they are tabs
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    QList<Panel*> m_panels;
    bool m_tabbed = false;
};

} // namespace gavel::widgets
