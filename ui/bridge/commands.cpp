// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/commands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gavel::bridge {

namespace {

using S = CommandScope;

constexpr auto kCommands = std::to_array<Command>({
    // The window.
    {"palette.open", S::Window, QT_TRANSLATE_NOOP("Commands", "Command palette"),
     QT_TRANSLATE_NOOP("Commands", "Find an action, a campaign, an auction or a setting."),
     "Ctrl+K Ctrl+Shift+P", "search"},
    {"page.overview", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Overview"),
     QT_TRANSLATE_NOOP("Commands", "Is the desk healthy, and what needs you."), "Ctrl+1",
     "overview"},
    {"page.market", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Market"),
     QT_TRANSLATE_NOOP("Commands", "What happened in one auction, and why."), "Ctrl+2", "market"},
    {"page.campaigns", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Campaigns"),
     QT_TRANSLATE_NOOP("Commands", "Change many campaigns safely."), "Ctrl+3", "campaigns"},
    {"page.schedule", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Schedule"),
     QT_TRANSLATE_NOOP("Commands", "Did every campaign get its round and its quota."), "Ctrl+5",
     "schedule"},
    {"page.pipeline", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Pipeline"),
     QT_TRANSLATE_NOOP("Commands", "Is every event stored once, and what is stuck."), "Ctrl+6",
     "pipeline"},
    {"page.settlement", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Settlement"),
     QT_TRANSLATE_NOOP("Commands", "Where the money is, and whether it adds up."), "Ctrl+7",
     "scale"},
    {"page.training", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to Training"),
     QT_TRANSLATE_NOOP("Commands", "Run a market, change it, learn."), "Ctrl+9", "training"},
    {"page.system", S::Window, QT_TRANSLATE_NOOP("Commands", "Go to System"),
     QT_TRANSLATE_NOOP("Commands", "What is wrong with which part, and is the store safe."),
     "Ctrl+0", "settings"},
    {"go.back", S::Window, QT_TRANSLATE_NOOP("Commands", "Back"),
     QT_TRANSLATE_NOOP("Commands", "The thing that was open before."), "Alt+Left", "arrow-left"},
    {"go.forward", S::Window, QT_TRANSLATE_NOOP("Commands", "Forward"),
     QT_TRANSLATE_NOOP("Commands", "The thing that was open after it."), "Alt+Right",
     "arrow-right"},
    {"panel.next", S::Window, QT_TRANSLATE_NOOP("Commands", "Next panel"),
     QT_TRANSLATE_NOOP("Commands", "Move the focus to the next panel."), "F6", "panel"},
    {"panel.previous", S::Window, QT_TRANSLATE_NOOP("Commands", "Previous panel"),
     QT_TRANSLATE_NOOP("Commands", "Move the focus to the panel before."), "Shift+F6", "panel"},
    {"view.inspector", S::Window, QT_TRANSLATE_NOOP("Commands", "Inspector"),
     QT_TRANSLATE_NOOP("Commands", "Show or hide the log and journal of the market."), "Ctrl+I",
     "inspector"},
    {"view.theme", S::Window, QT_TRANSLATE_NOOP("Commands", "Dark or light"),
     QT_TRANSLATE_NOOP("Commands", "Switch between the dark and the light theme."), "Ctrl+Shift+D",
     "theme"},
    {"view.rows", S::Window, QT_TRANSLATE_NOOP("Commands", "Row height"),
     QT_TRANSLATE_NOOP("Commands", "Switch all tables between compact and comfortable rows."),
     "Ctrl+Shift+H", "rows"},
    {"view.kiosk", S::Window, QT_TRANSLATE_NOOP("Commands", "Kiosk"),
     QT_TRANSLATE_NOOP("Commands", "Show the page alone on the whole screen."), "F11", "expand"},
    {"view.resetLayout", S::Window, QT_TRANSLATE_NOOP("Commands", "Reset layout"),
     QT_TRANSLATE_NOOP("Commands", "Panels and columns as they were at first."), "", "reset"},
    {"settings.open", S::Window, QT_TRANSLATE_NOOP("Commands", "Settings"),
     QT_TRANSLATE_NOOP("Commands", "Theme, language, row height and layout."), "Ctrl+,",
     "settings"},
    {"help.keys", S::Window, QT_TRANSLATE_NOOP("Commands", "Keys"),
     QT_TRANSLATE_NOOP("Commands", "All keys of this window and page."), "F1 ?", "keyboard"},
    {"app.quit", S::Window, QT_TRANSLATE_NOOP("Commands", "Quit"),
     QT_TRANSLATE_NOOP("Commands", "Close the window and stop the market."), "Ctrl+Q", "close"},

    // One meaning on every page that has it.
    {"filter.open", S::Shared, QT_TRANSLATE_NOOP("Commands", "Filter"),
     QT_TRANSLATE_NOOP("Commands", "Put the cursor into the filter of the page."), "/ Ctrl+F",
     "filter"},
    {"market.pause", S::Shared, QT_TRANSLATE_NOOP("Commands", "Pause or play"),
     QT_TRANSLATE_NOOP("Commands", "Stop the market or let it run."), "P", "pause"},
    {"list.follow", S::Shared, QT_TRANSLATE_NOOP("Commands", "Follow the newest"),
     QT_TRANSLATE_NOOP("Commands", "Let new rows move the list."), "F", "follow"},
    {"market.live", S::Shared, QT_TRANSLATE_NOOP("Commands", "Back to live"),
     QT_TRANSLATE_NOOP("Commands", "Show the present again."), "L", "live"},
    {"go.to", S::Shared, QT_TRANSLATE_NOOP("Commands", "Go to…"),
     QT_TRANSLATE_NOOP("Commands", "A time, an id or a number."), "G", "goto"},
    {"need.next", S::Shared, QT_TRANSLATE_NOOP("Commands", "Next thing that needs you"),
     QT_TRANSLATE_NOOP("Commands", "Select the next warning or error."), "N", "arrow-down"},
    {"need.previous", S::Shared, QT_TRANSLATE_NOOP("Commands", "Previous thing that needs you"),
     QT_TRANSLATE_NOOP("Commands", "Select the warning or error before."), "Shift+N", "arrow-up"},
    {"row.mark", S::Shared, QT_TRANSLATE_NOOP("Commands", "Mark"),
     QT_TRANSLATE_NOOP("Commands", "Mark the selected row, or the moment of the cursor."), "M",
     "pin"},
    {"row.why", S::Shared, QT_TRANSLATE_NOOP("Commands", "Why"),
     QT_TRANSLATE_NOOP("Commands", "Open the reason of the selected thing."), "W", "eye"},
    {"number.trace", S::Shared, QT_TRANSLATE_NOOP("Commands", "Trace to the source"),
     QT_TRANSLATE_NOOP("Commands", "Open where the selected number comes from."), "T", "link"},
    {"chart.table", S::Shared, QT_TRANSLATE_NOOP("Commands", "Chart as table"),
     QT_TRANSLATE_NOOP("Commands", "Show the values of the chart as rows."), "V", "table"},
    {"range.earlier", S::Shared, QT_TRANSLATE_NOOP("Commands", "One step earlier"),
     QT_TRANSLATE_NOOP("Commands", "Move the time range to the left."), "[", "arrow-left"},
    {"range.later", S::Shared, QT_TRANSLATE_NOOP("Commands", "One step later"),
     QT_TRANSLATE_NOOP("Commands", "Move the time range to the right."), "]", "arrow-right"},
    {"range.out", S::Shared, QT_TRANSLATE_NOOP("Commands", "Zoom out"),
     QT_TRANSLATE_NOOP("Commands", "Back to the whole time range."), "Z", "zoom-out"},
    {"edit.undo", S::Shared, QT_TRANSLATE_NOOP("Commands", "Undo"),
     QT_TRANSLATE_NOOP("Commands", "Take the last edit back."), "Ctrl+Z", "undo"},
    {"edit.redo", S::Shared, QT_TRANSLATE_NOOP("Commands", "Redo"),
     QT_TRANSLATE_NOOP("Commands", "Do the edit again."), "Ctrl+Shift+Z", "redo"},
    {"edit.save", S::Shared, QT_TRANSLATE_NOOP("Commands", "Save draft"),
     QT_TRANSLATE_NOOP("Commands", "Keep the draft in the workspace."), "Ctrl+S", "save"},
    {"edit.new", S::Shared, QT_TRANSLATE_NOOP("Commands", "New campaign"),
     QT_TRANSLATE_NOOP("Commands", "Add a campaign to the draft."), "Ctrl+N", "plus"},

    // Keys of tables and editors.
    {"list.open", S::List, QT_TRANSLATE_NOOP("Commands", "Open"),
     QT_TRANSLATE_NOOP("Commands", "Open the selected row."), "Return", ""},
    {"list.openBeside", S::List, QT_TRANSLATE_NOOP("Commands", "Open beside"),
     QT_TRANSLATE_NOOP("Commands", "Show the selected row in the inspector."), "Ctrl+Return", ""},
    {"list.edit", S::List, QT_TRANSLATE_NOOP("Commands", "Edit cell"),
     QT_TRANSLATE_NOOP("Commands", "Change the value in place."), "F2", ""},
    {"list.proposal", S::List, QT_TRANSLATE_NOOP("Commands", "Take the proposed value"),
     QT_TRANSLATE_NOOP("Commands", "Use the value the validation proposes."), "Alt+Return", ""},
    {"list.check", S::List, QT_TRANSLATE_NOOP("Commands", "Check row"),
     QT_TRANSLATE_NOOP("Commands", "Add the row to the checked ones."), "Space", ""},
    {"list.checkAll", S::List, QT_TRANSLATE_NOOP("Commands", "All rows"),
     QT_TRANSLATE_NOOP("Commands", "Select every row of the list."), "Ctrl+A", ""},
    {"list.copy", S::List, QT_TRANSLATE_NOOP("Commands", "Copy cells"),
     QT_TRANSLATE_NOOP("Commands", "Copy the selected rows, tab separated."), "Ctrl+C", ""},
    {"list.menu", S::List, QT_TRANSLATE_NOOP("Commands", "Menu of the cell"),
     QT_TRANSLATE_NOOP("Commands", "Use the value of the cell as a filter."), "Shift+F10", ""},
    {"list.leave", S::List, QT_TRANSLATE_NOOP("Commands", "One step back"),
     QT_TRANSLATE_NOOP("Commands", "Leave the editor, close what is open, clear the selection."),
     "Esc", ""},

    // One page only.
    {"alert.acknowledge", S::Overview, QT_TRANSLATE_NOOP("Commands", "Acknowledge the alert"),
     QT_TRANSLATE_NOOP("Commands", "Say that you have seen the selected alert and look at it."),
     "A", "bell"},
    {"alert.silence", S::Overview, QT_TRANSLATE_NOOP("Commands", "Silence the alert…"),
     QT_TRANSLATE_NOOP("Commands", "Tell nobody of alerts like the selected one for a time."),
     "Shift+A", "bell"},
    {"alert.rules", S::Overview, QT_TRANSLATE_NOOP("Commands", "Rules of alerts…"),
     QT_TRANSLATE_NOOP("Commands", "Change what is watched, and what fires when."), "", "bell"},
    {"alert.subscribers", S::Overview, QT_TRANSLATE_NOOP("Commands", "Who is told of alerts…"),
     QT_TRANSLATE_NOOP("Commands", "Send alerts to webhooks and files, by level and rule."), "",
     "bell"},
    {"explore.open", S::Overview, QT_TRANSLATE_NOOP("Commands", "Explore metrics"),
     QT_TRANSLATE_NOOP("Commands",
                       "Any measure by campaign, ad, publisher and so on, beside the time before."),
     "E", "search"},
    {"explore.copy", S::Overview, QT_TRANSLATE_NOOP("Commands", "Copy the explorer as CSV"),
     QT_TRANSLATE_NOOP("Commands", "Its rows with every step, amounts exact."), "Shift+C", "copy"},

    {"mark.edit", S::Overview, QT_TRANSLATE_NOOP("Commands", "Change the annotation…"),
     QT_TRANSLATE_NOOP("Commands", "The text or the moment of the one selected in the event log."),
     "", "edit"},
    {"mark.remove", S::Overview, QT_TRANSLATE_NOOP("Commands", "Remove the annotation"),
     QT_TRANSLATE_NOOP("Commands", "Take the one selected in the event log away; can be undone."),
     "", "trash"},

    {"market.whatIf", S::Market, QT_TRANSLATE_NOOP("Commands", "What-if"),
     QT_TRANSLATE_NOOP("Commands", "Change the selected auction and see the new outcome."), "X",
     "flask"},
    {"market.json", S::Market, QT_TRANSLATE_NOOP("Commands", "Raw JSON"),
     QT_TRANSLATE_NOOP("Commands", "Show the trace of the auction as a document."), "J", "code"},
    {"market.clearFilter", S::Market, QT_TRANSLATE_NOOP("Commands", "Clear filters"),
     QT_TRANSLATE_NOOP("Commands", "Show every auction again."), "", "close"},
    {"campaigns.review", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Review changes…"),
     QT_TRANSLATE_NOOP("Commands", "Compare the draft with what is live, then publish."),
     "Ctrl+Shift+Return", "check"},
    {"campaigns.discard", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Discard draft…"),
     QT_TRANSLATE_NOOP("Commands", "Drop every change that is not published."), "", "trash"},
    {"campaigns.remove", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Remove campaign"),
     QT_TRANSLATE_NOOP("Commands", "Take the selected campaigns out, in the draft."), "Del",
     "minus"},
    {"campaigns.duplicate", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Duplicate campaign"),
     QT_TRANSLATE_NOOP("Commands", "Add a copy of the selected campaign to the draft."), "",
     "copy"},
    {"campaigns.together", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Edit together…"),
     QT_TRANSLATE_NOOP("Commands", "Change bid or day budget of the checked campaigns at once."),
     "", "sliders"},
    {"campaigns.clearFilter", S::Campaigns, QT_TRANSLATE_NOOP("Commands", "Show all campaigns"),
     QT_TRANSLATE_NOOP("Commands", "Clear the filter of the table."), "", "close"},
    {"schedule.runNow", S::Schedule, QT_TRANSLATE_NOOP("Commands", "Run a round now…"),
     QT_TRANSLATE_NOOP("Commands",
                       "Collect, settle and distribute at once; lists first what it does."),
     "R", "play"},
    {"schedule.retry", S::Schedule, QT_TRANSLATE_NOOP("Commands", "Retry the task…"),
     QT_TRANSLATE_NOOP("Commands", "Let the selected failed task go on where it stopped."),
     "Shift+R", "reset"},
    {"schedule.cancel", S::Schedule, QT_TRANSLATE_NOOP("Commands", "Cancel the task…"),
     QT_TRANSLATE_NOOP("Commands", "End the selected task and take back what it settled."), "",
     "close"},
    {"schedule.newest", S::Schedule, QT_TRANSLATE_NOOP("Commands", "Newest round"),
     QT_TRANSLATE_NOOP("Commands", "Show the newest round again and follow it."), "", "jump-live"},
    {"pipeline.redrive", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Redrive…"),
     QT_TRANSLATE_NOOP("Commands",
                       "Judge the checked dead letters again, or send the selected dead "
                       "deliveries; lists first what it does."),
     "R", "reset"},
    {"pipeline.redriveOne", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Redrive only this"),
     QT_TRANSLATE_NOOP("Commands", "Judge the dead letter that is shown again, as it is repaired."),
     "Shift+R", "step"},
    {"pipeline.discard", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Discard…"),
     QT_TRANSLATE_NOOP("Commands",
                       "Give the checked dead letters or deliveries up, with a reason."),
     "", "trash"},
    {"pipeline.makeRule", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Make a rule…"),
     QT_TRANSLATE_NOOP("Commands", "A rule that repairs the selected field of later events."), "",
     "plus"},
    {"pipeline.next", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Next dead letter or delivery"),
     QT_TRANSLATE_NOOP("Commands", "Show the next dead letter or delivery of the list."), "D",
     "arrow-down"},
    {"pipeline.raw", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Raw line"),
     QT_TRANSLATE_NOOP("Commands", "Show the dead letter as it came."), "J", "code"},
    {"pipeline.clearFilter", S::Pipeline,
     QT_TRANSLATE_NOOP("Commands", "Show all open dead letters"),
     QT_TRANSLATE_NOOP("Commands", "Clear the filter of the dead letters."), "", "close"},
    {"pipeline.rules", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Edit the rules…"),
     QT_TRANSLATE_NOOP("Commands", "Change what is checked and repaired, and try it first."),
     "Shift+E", "sliders"},
    {"pipeline.feed", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Feed a file…"),
     QT_TRANSLATE_NOOP("Commands", "Collect events from a file, a folder or an address."), "Ctrl+O",
     "export"},
    {"pipeline.pauseSource", S::Pipeline,
     QT_TRANSLATE_NOOP("Commands", "Pause or resume the source"),
     QT_TRANSLATE_NOOP("Commands", "Stop or go on reading the selected file or address."),
     "Shift+P", "pause"},
    {"pipeline.removeSource", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Remove the source"),
     QT_TRANSLATE_NOOP("Commands",
                       "Read the selected file or address no more; what it brought stays."),
     "", "trash"},
    {"pipeline.replay", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Replay…"),
     QT_TRANSLATE_NOOP("Commands", "Count every counter anew from the log and compare."), "",
     "history"},
    {"pipeline.flow", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Flow of the stages"),
     QT_TRANSLATE_NOOP("Commands", "Stages with rates and backlogs, and all panels below."), "",
     "pipeline"},
    {"pipeline.states", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "25 batch states"),
     QT_TRANSLATE_NOOP("Commands", "Every state of a batch, and the batches."), "", "schedule"},
    {"pipeline.ruleTable", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Rules in force"),
     QT_TRANSLATE_NOOP("Commands", "What each rule passed, repaired and refused."), "", "table"},
    {"pipeline.deliveries", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Deliveries"),
     QT_TRANSLATE_NOOP("Commands",
                       "Who is told of alerts, and what nobody took: redrive or discard it."),
     "", "bell"},
    {"pipeline.sendTest", S::Pipeline, QT_TRANSLATE_NOOP("Commands", "Send a test"),
     QT_TRANSLATE_NOOP("Commands", "One alert of no meaning to the selected subscriber."), "",
     "play"},
    {"pipeline.deliveryActs", S::Pipeline,
     QT_TRANSLATE_NOOP("Commands", "What people did about subscribers"),
     QT_TRANSLATE_NOOP("Commands", "Who redrove, discarded, tested or changed what, and why."), "",
     "history"},
    {"settlement.payIn", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Pay in…"),
     QT_TRANSLATE_NOOP("Commands", "Money that came to the selected wallet."), "Shift+P", "plus"},
    {"settlement.terms", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Wallet terms…"),
     QT_TRANSLATE_NOOP("Commands", "Prepaid or credit, and when to warn."), "", "sliders"},
    {"settlement.adjust", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Adjustment…"),
     QT_TRANSLATE_NOOP("Commands", "Give back the selected charge or movement, wholly or in part."),
     "Shift+A", "undo"},
    {"settlement.refund", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Refund the auction…"),
     QT_TRANSLATE_NOOP("Commands", "Give back the price of the auction on which the books differ."),
     "", "reset"},
    {"settlement.invoice", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Invoice…"),
     QT_TRANSLATE_NOOP("Commands", "Issue an invoice for the day that is shown."), "I", "note"},
    {"settlement.print", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Print preview"),
     QT_TRANSLATE_NOOP("Commands", "See the document as it is printed."), "Ctrl+P", "eye"},
    {"settlement.export", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Export money…"),
     QT_TRANSLATE_NOOP("Commands", "Ledger, books and documents as CSV, XLSX or PDF."), "",
     "export"},
    {"settlement.newest", S::Settlement, QT_TRANSLATE_NOOP("Commands", "Newest day"),
     QT_TRANSLATE_NOOP("Commands", "Show the newest day again and follow it."), "", "jump-live"},
    {"training.step", S::Training, QT_TRANSLATE_NOOP("Commands", "Step"),
     QT_TRANSLATE_NOOP("Commands", "Run one auction of the paused market."), ".", "step"},
    {"training.stepBack", S::Training, QT_TRANSLATE_NOOP("Commands", "Step back"),
     QT_TRANSLATE_NOOP("Commands", "Go to before the last auction by repeating the run."), ",",
     "step-back"},
    {"training.faster", S::Training, QT_TRANSLATE_NOOP("Commands", "Faster"),
     QT_TRANSLATE_NOOP("Commands", "The next higher speed."), "+", "plus"},
    {"training.slower", S::Training, QT_TRANSLATE_NOOP("Commands", "Slower"),
     QT_TRANSLATE_NOOP("Commands", "The next lower speed."), "-", "minus"},
    {"training.startOver", S::Training, QT_TRANSLATE_NOOP("Commands", "Start over…"),
     QT_TRANSLATE_NOOP("Commands", "Load the scenario from its beginning."), "", "reset"},
    {"training.openFile", S::Training, QT_TRANSLATE_NOOP("Commands", "Open a scenario file…"),
     QT_TRANSLATE_NOOP("Commands", "Run a scenario from a file of your own."), "", "folder"},
    {"training.restore", S::Training, QT_TRANSLATE_NOOP("Commands", "Restore all controls"),
     QT_TRANSLATE_NOOP("Commands", "Give every control the scenario's value."), "", "undo"},
    {"system.acknowledge", S::System, QT_TRANSLATE_NOOP("Commands", "Acknowledge the fault"),
     QT_TRANSLATE_NOOP("Commands", "Say that you have seen the selected fault."), "A", "check"},
    {"system.move", S::System, QT_TRANSLATE_NOOP("Commands", "Move the fault on…"),
     QT_TRANSLATE_NOOP("Commands", "Take the selected fault to its next state by hand."), "Shift+A",
     "arrow-right"},
    {"system.maintain", S::System, QT_TRANSLATE_NOOP("Commands", "Maintenance…"),
     QT_TRANSLATE_NOOP("Commands", "Work on the selected part: its alerts raise no fault."), "M",
     "lock"},
    {"system.endMaintenance", S::System, QT_TRANSLATE_NOOP("Commands", "End the maintenance"),
     QT_TRANSLATE_NOOP("Commands", "Nobody works on the selected part any more."), "Shift+M",
     "undo"},
    {"system.pauseSource", S::System, QT_TRANSLATE_NOOP("Commands", "Pause or resume the source"),
     QT_TRANSLATE_NOOP("Commands", "Stop or go on reading the selected file or address."),
     "Shift+P", "pause"},
    {"system.services", S::System, QT_TRANSLATE_NOOP("Commands", "Services"),
     QT_TRANSLATE_NOOP("Commands", "The parts of the desk and what is wrong with them."), "",
     "settings"},
    {"system.sources", S::System, QT_TRANSLATE_NOOP("Commands", "Sources"),
     QT_TRANSLATE_NOOP("Commands", "Where events come from, and how fresh they are."), "",
     "pipeline"},
    {"system.store", S::System, QT_TRANSLATE_NOOP("Commands", "Store"),
     QT_TRANSLATE_NOOP("Commands", "The workspace's file, its log and its tables."), "", "save"},
    {"system.policy", S::System, QT_TRANSLATE_NOOP("Commands", "Where old events go…"),
     QT_TRANSLATE_NOOP("Commands", "After how many days events are moved, archived or dropped."),
     "", "save"},
    {"system.moveNow", S::System, QT_TRANSLATE_NOOP("Commands", "Move old events now"),
     QT_TRANSLATE_NOOP("Commands", "Move every day that is old enough, as the policy says."), "",
     "arrow-right"},
    {"system.restoreDay", S::System, QT_TRANSLATE_NOOP("Commands", "Restore a day…"),
     QT_TRANSLATE_NOOP("Commands", "Bring the events of a day back from the archive."), "", "undo"},
});

struct Scope
{
    CommandScope scope;
    const char* page; ///< "" = of no page
    const char* title;
};
constexpr std::array kScopes{
    Scope{S::Window, "", QT_TRANSLATE_NOOP("Commands", "Window")},
    Scope{S::Shared, "", QT_TRANSLATE_NOOP("Commands", "All pages")},
    Scope{S::List, "", QT_TRANSLATE_NOOP("Commands", "Tables and editors")},
    Scope{S::Overview, "overview", QT_TRANSLATE_NOOP("Commands", "Overview")},
    Scope{S::Market, "market", QT_TRANSLATE_NOOP("Commands", "Market")},
    Scope{S::Campaigns, "campaigns", QT_TRANSLATE_NOOP("Commands", "Campaigns")},
    Scope{S::Schedule, "schedule", QT_TRANSLATE_NOOP("Commands", "Schedule")},
    Scope{S::Pipeline, "pipeline", QT_TRANSLATE_NOOP("Commands", "Pipeline")},
    Scope{S::Settlement, "settlement", QT_TRANSLATE_NOOP("Commands", "Settlement")},
    Scope{S::Training, "training", QT_TRANSLATE_NOOP("Commands", "Training")},
    Scope{S::System, "system", QT_TRANSLATE_NOOP("Commands", "System")}};

} // namespace

std::span<const Command> commands()
{
    return kCommands;
}

const Command* findCommand(const QString& id)
{
    const auto found
        = std::find_if(kCommands.begin(), kCommands.end(),
                       [&](const Command& command) { return id == QLatin1String(command.id); });
    return found == kCommands.end() ? nullptr : &*found;
}

QString commandText(const Command& command)
{
    return QCoreApplication::translate("Commands", command.text);
}

QString commandHelp(const Command& command)
{
    return QCoreApplication::translate("Commands", command.help);
}

QList<QKeySequence> commandKeys(const Command& command)
{
    QList<QKeySequence> result;
    for (const QString& key : QString::fromLatin1(command.keys).split(u' ', Qt::SkipEmptyParts))
        result << QKeySequence::fromString(key, QKeySequence::PortableText);
    return result;
}

QString commandKeyText(const Command& command)
{
    const QList<QKeySequence> keys = commandKeys(command);
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QString commandKeyText(const QString& id)
{
    const Command* command = findCommand(id);
    return command ? commandKeyText(*command) : QString();
}

QString scopeTitle(CommandScope scope)
{
    const auto found = std::ranges::find(kScopes, scope, &Scope::scope);
    return QCoreApplication::translate("Commands", found->title);
}

CommandScope scopeOfPage(const QString& page)
{
    const auto found = std::ranges::find_if(kScopes, [&](const Scope& each) {
        return !page.isEmpty() && page == QLatin1String(each.page);
    });
    return found == kScopes.end() ? CommandScope::Overview : found->scope;
}

} // namespace gavel::bridge
