// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/commands.h"
#include "ui/widgets/icon.h"

#include <QHash>
#include <QtTest>

using namespace gavel;
using bridge::Command;
using bridge::CommandScope;

class TestCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noKeyIsUsedTwiceWhereItCanBePressed();
    void everyCommandSaysWhatItDoes();
    void everyIdIsThereOnce();
    void everyIconExists();
    void everyKeyIsUnderstood();
};

/// On a page the keys of the window, of all pages, of lists and of the page are there together.
void TestCommands::noKeyIsUsedTwiceWhereItCanBePressed()
{
    for (const CommandScope page :
         {CommandScope::Overview, CommandScope::Market, CommandScope::Campaigns,
          CommandScope::Schedule, CommandScope::Pipeline, CommandScope::Settlement,
          CommandScope::Training}) {
        QHash<QString, QString> seen;
        for (const Command& command : bridge::commands()) {
            if (command.scope > CommandScope::List && command.scope != page)
                continue;
            for (const QKeySequence& key : bridge::commandKeys(command)) {
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(
                    !seen.contains(text),
                    qPrintable(QStringLiteral("%1: %2 and %3")
                                   .arg(text, seen.value(text), QString::fromLatin1(command.id))));
                seen.insert(text, QString::fromLatin1(command.id));
            }
        }
    }
}

void TestCommands::everyCommandSaysWhatItDoes()
{
    for (const Command& command : bridge::commands()) {
        QVERIFY2(!bridge::commandText(command).isEmpty(), command.id);
        const QString help = bridge::commandHelp(command);
        QVERIFY2(help.endsWith(u'.'), command.id);
        QVERIFY2(!bridge::commandText(command).endsWith(u'.'), command.id);
    }
}

void TestCommands::everyIdIsThereOnce()
{
    QSet<QString> seen;
    for (const Command& command : bridge::commands()) {
        const QString id = QString::fromLatin1(command.id);
        QVERIFY2(!seen.contains(id), command.id);
        seen << id;
        QCOMPARE(bridge::findCommand(id), &command);
    }
    QVERIFY(!bridge::findCommand(QStringLiteral("nothing.such")));
}

void TestCommands::everyIconExists()
{
    for (const Command& command : bridge::commands())
        QVERIFY2(*command.icon == '\0' || widgets::iconExists(QString::fromLatin1(command.icon)),
                 command.id);
}

void TestCommands::everyKeyIsUnderstood()
{
    for (const Command& command : bridge::commands()) {
        for (const QKeySequence& key : bridge::commandKeys(command)) {
            QCOMPARE(key.count(), 1);
            QVERIFY2(key[0].key() != Qt::Key_unknown, command.id);
        }
    }
}

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
