// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_actions.h"

namespace gavel::shell {

using bridge::Command;
using bridge::CommandScope;
using bridge::CommandState;

CommandActions::CommandActions(QWidget& window)
    : QObject(&window)
{
    for (const Command& command : bridge::commands()) {
        if (command.scope == CommandScope::List)
            continue;
        const QString id = QString::fromLatin1(command.id);
        auto* action = new QAction(this);
        action->setObjectName(id);
        action->setShortcuts(bridge::commandKeys(command));
        action->setShortcutContext(Qt::WindowShortcut);
        connect(action, &QAction::triggered, this, [this, id] { run(id); });
        window.addAction(action);
        m_actions.insert(id, action);
    }
    retranslate();
}

void CommandActions::retranslate()
{
    for (const Command& command : bridge::commands()) {
        if (QAction* action = m_actions.value(QString::fromLatin1(command.id))) {
            action->setText(bridge::commandText(command));
            action->setStatusTip(bridge::commandHelp(command));
        }
    }
}

void CommandActions::setPage(bridge::Page* page)
{
    m_page = page;
    refresh();
}

std::optional<CommandState> CommandActions::state(const Command& command) const
{
    if (command.scope == CommandScope::Window)
        return CommandState{};
    return m_page ? m_page->commandState(QString::fromLatin1(command.id)) : std::nullopt;
}

/// An action the page does not know gives its key back; one it cannot run now keeps it, to say why.
void CommandActions::refresh()
{
    for (const Command& command : bridge::commands()) {
        QAction* action = m_actions.value(QString::fromLatin1(command.id));
        if (!action)
            continue;
        const std::optional<CommandState> now = state(command);
        action->setEnabled(now.has_value() || command.scope == CommandScope::Window);
        const bool says = now && !now->text.isEmpty();
        action->setText(says ? now->text : bridge::commandText(command));
    }
}

void CommandActions::run(const QString& id)
{
    const Command* command = bridge::findCommand(id);
    if (!command)
        return;
    if (command->scope == CommandScope::Window) {
        Q_EMIT windowCommand(id);
        return;
    }
    const std::optional<CommandState> now = state(*command);
    if (!now)
        return;
    if (now->enabled)
        m_page->runCommand(id);
    else
        Q_EMIT refused(now->reason);
    refresh();
}

} // namespace gavel::shell
