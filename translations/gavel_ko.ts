<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Commands</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a campaign, an auction or a setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the desk healthy, and what needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened in one auction, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change many campaigns safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a market, change it, learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thing that was open before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thing that was open after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus to the next panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the focus to the panel before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the log and journal of the market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between the dark and the light theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch all tables between compact and comfortable rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page alone on the whole screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels and columns as they were at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, language, row height and layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys of this window and page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window and stop the market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor into the filter of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the market or let it run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let new rows move the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the present again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time, an id or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next warning or error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the warning or error before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the reason of the selected thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace to the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open where the selected number comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the values of the chart as rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the time range to the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the time range to the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the whole time range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the edit again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the draft in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a campaign to the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the value in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the value the validation proposes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the row to the checked ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every row of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows, tab separated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the value of the cell as a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the editor, close what is open, clear the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the selected auction and see the new outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the trace of the auction as a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every auction again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the draft with what is live, then publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop every change that is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected campaigns out, in the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one auction of the paused market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next higher speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next lower speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the scenario from its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and editors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::Inspector</name>
    <message>
        <source>Invariants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed by hand in this run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::MainWindow</name>
    <message>
        <source>%1, draft “%2”</source>
        <comment>market, name of the draft</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2 — Gavel</source>
        <comment>page, market</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — %2 — %3 — Gavel</source>
        <comment>workspace, page, market</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels and columns are as they were at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, seat %3</source>
        <comment>campaign id, advertiser, seat</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions: type &gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the window and the page can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns: type @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by name, id, advertiser or seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions: type # and the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sheet of this window and page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session ended unexpectedly. Drafts and the layout were kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::MarketStrip</name>
    <message>
        <source>Market strip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::Palette</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@ campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it in the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in %1 ms</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::shell::PaletteList</name>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, Ctrl+%2</source>
        <comment>page and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::shell::StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; market time %2; speed %3; %4 auctions per second</source>
        <comment>status bar for readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <comment>the market reached its end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <comment>speed of the market</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed of the market</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed of the market</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 auctions/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hold; broken: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1 ms</source>
        <comment>worst gap of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>invariant: state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>invariant: state; detail</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Chip</name>
    <message>
        <source>Click the cross or press Del to take it away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::LineChart</name>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::MarketBadge</name>
    <message>
        <source>LIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO MARKET</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Panel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>error: where, what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; %3.</source>
        <comment>error: where, what, advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
