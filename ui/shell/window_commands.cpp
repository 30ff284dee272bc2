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
#include <QStackedWidget>

#include <algorithm>

namespace gavel::shell {

using namespace widgets;
using bridge::Command;
using bridge::CommandScope;
using bridge::CommandState;

namespace {

constexpr qsizetype kMostRecent = 6;

struct StatusLook
{
    Mark mark;
    QString word;
};

StatusLook lookOf(model::CampaignStatus status)
{
    switch (status) {
    case model::CampaignStatus::Active:
        return {Mark::Good, MainWindow::tr("Running")};
    case model::CampaignStatus::Paused:
        return {Mark::Paused, MainWindow::tr("Paused")};
    case model::CampaignStatus::Completed:
        return {Mark::Done, MainWindow::tr("Completed")};
    default:
        return {Mark::Draft, MainWindow::tr("Draft")};
    }
}

} // namespace

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
    m_inspector->setSnapshot(*m_client.snapshot());
    m_saveTimer.start();
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
    else if (!currentPage()->stepBack() && m_kiosk)
        setKiosk(false);
}

void MainWindow::openPalette(const QString& text)
{
    m_keySheet->close();
    m_palette->openWith(paletteEntries(), m_settings.recentCommands(), text);
}

void MainWindow::remember(const QString& command)
{
    if (command.isEmpty() || !m_keepsState)
        return;
    QStringList recent = m_settings.recentCommands();
    recent.removeAll(command);
    recent.prepend(command);
    m_settings.setRecentCommands(recent.mid(0, kMostRecent));
}

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
    std::vector<PaletteEntry> entries;
    addCampaignEntries(entries);
    addCommandEntries(entries);
    addSettingEntries(entries);
    addHelpEntries(entries);
    return entries;
}

void MainWindow::addCommandEntries(std::vector<PaletteEntry>& entries)
{
    for (const Command& command : bridge::commands()) {
        const QString id = QString::fromLatin1(command.id);
        const std::optional<CommandState> now = m_commands.state(command);
        if (command.scope == CommandScope::List || id == u"palette.open" || !now)
            continue;
        PaletteEntry entry;
        entry.id = id;
        entry.group = id.startsWith(u"page.") ? PaletteGroup::Pages : PaletteGroup::Actions;
        entry.icon = QString::fromLatin1(command.icon);
        entry.title = now->text.isEmpty() ? bridge::commandText(command) : now->text;
        entry.detail = bridge::commandHelp(command);
        entry.key = bridge::commandKeyText(command);
        if (now->on) {
            entry.mark = *now->on ? Mark::Done : Mark::None;
            entry.state = *now->on ? tr("on") : tr("off");
        }
        if (!now->enabled)
            entry.lockedReason = now->reason.isEmpty() ? tr("not possible now") : now->reason;
        entry.run = [this, id] { m_commands.run(id); };
        entries.push_back(std::move(entry));
    }
}

void MainWindow::addCampaignEntries(std::vector<PaletteEntry>& entries)
{
    for (const runtime::CampaignView& campaign : m_client.snapshot()->campaigns) {
        const QString id = QString::fromStdString(campaign.id);
        const StatusLook look = lookOf(campaign.status);
        PaletteEntry entry;
        entry.group = PaletteGroup::Campaigns;
        entry.icon = QStringLiteral("campaigns");
        entry.title = QString::fromStdString(campaign.name);
        entry.detail = tr("%1, %2, seat %3", "campaign id, advertiser, seat")
                           .arg(id, QString::fromStdString(campaign.advertiserName),
                                QString::fromStdString(campaign.seatName));
        entry.mark = look.mark;
        entry.state = look.word;
        entry.run = [this, id] { m_navigator.openCampaign(id); };
        entry.actions = [this, id, name = entry.title] { return campaignActions(id, name); };
        entries.push_back(std::move(entry));
    }
}

std::vector<PaletteEntry> MainWindow::campaignActions(const QString& id, const QString& name)
{
    const auto action = [](const QString& icon, const QString& title, const QString& detail,
                           std::function<void()> run) {
        PaletteEntry entry;
        entry.group = PaletteGroup::ObjectActions;
        entry.icon = icon;
        entry.title = title;
        entry.detail = detail;
        entry.run = std::move(run);
        return entry;
    };
    const auto auctions = [&](const QString& title, const QString& filter) {
        return action(QStringLiteral("market"), title, tr("filter: %1").arg(filter),
                      [this, filter] { m_navigator.openAuctions(filter); });
    };
    const QString of = QStringLiteral("campaign = \"%1\" and ").arg(id);
    return {auctions(tr("Show the auctions that %1 lost").arg(name), of + QStringLiteral("lost")),
            auctions(tr("Show the auctions that %1 won").arg(name), of + QStringLiteral("won")),
            action(QStringLiteral("campaigns"), tr("Edit %1").arg(name),
                   tr("its targeting, budget, creatives and caps"),
                   [this, id] { m_navigator.openCampaign(id); })};
}

void MainWindow::addSettingEntries(std::vector<PaletteEntry>& entries)
{
    for (const Language language : {Language::English, Language::Chinese, Language::Korean}) {
        PaletteEntry entry;
        entry.group = PaletteGroup::Settings;
        entry.icon = QStringLiteral("settings");
        entry.title = tr("Language: %1").arg(LanguageSwitch::ownName(language));
        const bool on = Theme::current().language() == language;
        entry.mark = on ? Mark::Done : Mark::None;
        entry.state = on ? tr("on") : QString();
        entry.run = [this, language] { setLanguage(language); };
        entries.push_back(std::move(entry));
    }
}

void MainWindow::addHelpEntries(std::vector<PaletteEntry>& entries)
{
    const auto add = [&](const QString& title, const QString& detail, const QString& text) {
        PaletteEntry entry;
        entry.group = PaletteGroup::Help;
        entry.icon = QStringLiteral("keyboard");
        entry.title = title;
        entry.detail = detail;
        entry.run = [this, text] {
            text.isEmpty() ? m_commands.run(QStringLiteral("help.keys")) : openPalette(text);
        };
        entries.push_back(std::move(entry));
    };
    add(tr("Actions: type >"), tr("what the window and the page can do"), QStringLiteral(">"));
    add(tr("Campaigns: type @"), tr("by name, id, advertiser or seat"), QStringLiteral("@"));
    add(tr("Auctions: type # and the number"), tr("opens the microscope"), QStringLiteral("#"));
    add(tr("All keys"), tr("the sheet of this window and page"), {});
}

} // namespace gavel::shell
