// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does itself: its commands, keys and the entries of its palette.
#include "ui/shell/inspector/inspector.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/market_strip.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/page_header.h"
#include "ui/shell/palette/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings_panel.h"
#include "ui/shell/status_bar.h"
#include "ui/widgets/panel/panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace gavel::shell {

using namespace widgets;
using bridge::Command;
using bridge::CommandScope;
using bridge::CommandState;

void MainWindow::runWindowCommand(const QString& id)
{
    if (id.startsWith(u"page.")) {
        showPage(id.mid(5));
    } else if (id == u"palette.open") {
        openPalette();
    } else if (id == u"go.back") {
        travel(m_history.back());
    } else if (id == u"go.forward") {
        travel(m_history.forward());
    } else if (id == u"panel.next") {
        focusPanel(1);
    } else if (id == u"panel.previous") {
        focusPanel(-1);
    } else if (id == u"help.keys") {
        m_palette->close();
        m_keySheet->openFor(currentPage()->info().id);
    } else if (id == u"app.quit") {
        close();
    } else {
        runViewCommand(id);
    }
}

bool MainWindow::runViewCommand(const QString& id)
{
    if (id == u"view.inspector")
        toggleInspector();
    else if (id == u"view.theme")
        toggleTheme();
    else if (id == u"view.rows")
        toggleRows();
    else if (id == u"view.kiosk")
        toggleKiosk();
    else if (id == u"view.resetLayout")
        resetLayout();
    else if (id == u"settings.open")
        showSettings(!m_settingsPanel->isVisible());
    else
        return false;
    return true;
}

void MainWindow::toggleTheme()
{
    Theme& theme = Theme::current();
    theme.setMode(theme.isDark() ? Mode::Light : Mode::Dark);
    if (m_keepsState)
        m_settings.setMode(theme.mode());
}

void MainWindow::toggleRows()
{
    Theme& theme = Theme::current();
    const bool compact = theme.rowHeightSetting() == RowHeight::Compact;
    theme.setRowHeight(compact ? RowHeight::Comfortable : RowHeight::Compact);
    if (m_keepsState)
        m_settings.setRowHeight(theme.rowHeightSetting());
}

void MainWindow::toggleInspector()
{
    m_settingsPanel->hide();
    m_inspector->setVisible(!m_inspector->isVisible());
    placeInspector();
    m_inspector->setSnapshot(*m_client.snapshot());
    m_saveTimer.start();
}

/// As wide as it was drawn beside this page.
void MainWindow::placeInspector()
{
    if (m_inspector->isHidden())
        return;
    const int drawn = m_settings.inspectorWidth(currentPage()->info().id);
    const int width = drawn > 0 ? drawn : Inspector::kWidth;
    m_side->refresh(); // one that was just shown has no place yet
    m_side->setSizes({std::max(m_side->width() - width, 1), width});
}

void MainWindow::showBeside(const bridge::Destination& thing)
{
    m_beside = thing;
    m_inspector->thing().setVisible(true);
    if (m_inspector->isHidden())
        toggleInspector();
    readBeside();
}

void MainWindow::readBeside()
{
    const int owner = indexOf(m_beside.page);
    if (m_beside.kind.isEmpty() || owner < 0)
        return;
    m_pages[static_cast<std::size_t>(owner)]->tellFacts(
        m_beside, [this, asked = m_beside](const std::optional<bridge::Facts>& facts) {
            if (asked != m_beside)
                return;
            m_besideMoves = !facts || facts->moves;
            m_inspector->thing().show(facts);
        });
}

void MainWindow::closeBeside()
{
    m_beside = {};
    m_besideMoves = false;
    m_inspector->thing().hide();
    currentPage()->setFocus();
}

void MainWindow::showSettings(bool shown)
{
    m_inspector->hide();
    m_settingsPanel->setVisible(shown);
    if (shown)
        m_settingsPanel->takeFocus();
    else
        currentPage()->setFocus();
}

void MainWindow::toggleKiosk()
{
    setKiosk(!m_kiosk);
}

void MainWindow::setKiosk(bool on)
{
    m_kiosk = on;
    m_rail->setVisible(!on);
    m_header->setVisible(!on);
    setWindowState(on ? windowState() | Qt::WindowFullScreen
                      : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::resetLayout()
{
    m_settings.forgetLayout();
    for (bridge::Page* page : m_pages)
        page->resetLayout();
    placeInspector();
    say(tr("Panels and columns are as they were at first."));
}

void MainWindow::closeOverlays()
{
    m_palette->close();
    m_keySheet->close();
    m_notice->hide();
}

/// The panels of the page in reading order; the first widget of the next one that takes the
/// keyboard gets it.
void MainWindow::focusPanel(int step)
{
    QList<Panel*> panels;
    for (Panel* panel : findChildren<Panel*>()) {
        if (panel->isVisible())
            panels << panel;
    }
    std::sort(panels.begin(), panels.end(), [this](const Panel* a, const Panel* b) {
        const QPoint first = a->mapTo(this, QPoint());
        const QPoint second = b->mapTo(this, QPoint());
        return std::pair(first.y(), first.x()) < std::pair(second.y(), second.x());
    });
    const QWidget* focused = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panels.size(); ++i) {
        if (focused && panels[i]->isAncestorOf(focused))
            at = i;
    }
    for (qsizetype tried = 1; tried <= panels.size(); ++tried) {
        const qsizetype next
            = ((at + step * tried) % panels.size() + panels.size()) % panels.size();
        for (QWidget* child : panels[next]->findChildren<QWidget*>()) {
            if (child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

/// Esc leaves one thing at a time: side panel, what the page has open, kiosk.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_settingsPanel->isVisible())
        showSettings(false);
    else if (m_inspector->isAncestorOf(QApplication::focusWidget()))
        currentPage()->setFocus();
    else if (!currentPage()->stepBack() && m_kiosk)
        setKiosk(false);
}

} // namespace gavel::shell
