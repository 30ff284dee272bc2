// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette of the window offers: commands, campaigns with what can be done with them,
// settings, help.
#include "ui/shell/key_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette/palette.h"

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

PaletteEntry entryOf(const Command& command)
{
    PaletteEntry entry;
    entry.id = QString::fromLatin1(command.id);
    entry.group = entry.id.startsWith(u"page.") ? PaletteGroup::Pages : PaletteGroup::Actions;
    entry.icon = QString::fromLatin1(command.icon);
    entry.title = bridge::commandText(command);
    entry.detail = bridge::commandHelp(command);
    return entry;
}

} // namespace

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
    QSet<QString> offered{QStringLiteral("palette.open")};
    for (const Command& command : bridge::commands()) {
        const QString id = QString::fromLatin1(command.id);
        const std::optional<CommandState> now = m_commands.state(command);
        if (command.scope == CommandScope::List || !now || offered.contains(id))
            continue;
        offered << id;
        PaletteEntry entry = entryOf(command);
        if (!now->text.isEmpty())
            entry.title = now->text;
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
    for (const bridge::Page* page : m_pages)
        addElsewhereEntries(entries, *page, offered);
}

/// What the page in front does not know and this one does: it comes to the front first. Whether
/// that can be done now is seen there.
void MainWindow::addElsewhereEntries(std::vector<PaletteEntry>& entries, const bridge::Page& page,
                                     QSet<QString>& offered)
{
    const bridge::PageInfo info = page.info();
    for (const Command& command : bridge::commands()) {
        const QString id = QString::fromLatin1(command.id);
        if (offered.contains(id) || !page.commandState(id))
            continue;
        offered << id;
        PaletteEntry entry = entryOf(command);
        entry.detail = tr("%1: %2", "page, what a command does").arg(info.title, entry.detail);
        entry.run = [this, id, place = info.id] {
            showPage(place);
            m_commands.run(id);
        };
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
        entry.beside = [this, id] { showBeside(bridge::campaignPlace(id)); };
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
