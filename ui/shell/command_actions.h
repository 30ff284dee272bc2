// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/commands.h"
#include "ui/bridge/page.h"

#include <QAction>
#include <QHash>

namespace gavel::shell {

/// One action with its keys for each command of the table. Window commands go to the window, the
/// others to the page in front if it answers them.
class CommandActions final : public QObject
{
    Q_OBJECT
public:
    explicit CommandActions(QWidget& window);

    void setPage(bridge::Page* page);
    /// What the page in front says of a command; window commands are always enabled.
    std::optional<bridge::CommandState> state(const bridge::Command& command) const;
    void run(const QString& id);
    /// Asks the page anew which of its commands can be run.
    void refresh();
    void retranslate();
    QAction* action(const QString& id) const { return m_actions.value(id); }

Q_SIGNALS:
    void windowCommand(const QString& id);
    /// A command the page cannot run now, with its reason.
    void refused(const QString& reason);

private:
    QHash<QString, QAction*> m_actions;
    QPointer<bridge::Page> m_page;
};

} // namespace gavel::shell
