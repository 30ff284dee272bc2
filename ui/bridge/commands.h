// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

#include <span>

namespace gavel::bridge {

/// Who acts on a command.
enum class CommandScope : quint8 {
    Window, ///< the frame, everywhere
    Shared, ///< whichever page is in front, with one meaning everywhere
    List, ///< the focused table or editor handles the key itself; here for the key sheet
    Overview,
    Market,
    Campaigns,
    Schedule,
    Pipeline,
    Settlement,
    Training,
    System,
};

/// One row of the command table. Texts are marked for translation in the context "Commands".
struct Command
{
    const char* id;
    CommandScope scope;
    const char* text;
    const char* help;
    const char* keys; ///< portable key sequences separated by spaces; "" = none
    const char* icon;
};

/// Every command of the console; the source of menus, palette and key sheet.
std::span<const Command> commands();
const Command* findCommand(const QString& id);

QString commandText(const Command& command);
QString commandHelp(const Command& command);
QList<QKeySequence> commandKeys(const Command& command);
/// The first key as people read it: "Ctrl+K"; "" = none.
QString commandKeyText(const Command& command);
QString commandKeyText(const QString& id);
/// The name of a scope as a heading of the key sheet.
QString scopeTitle(CommandScope scope);
/// The scope of a page, by its id.
CommandScope scopeOfPage(const QString& page);

} // namespace gavel::bridge
