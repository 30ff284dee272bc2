<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AlertRules</name>
    <message>
        <source>Click rate above 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 10 clicks in one session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error budget burns 14.4 times too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error budget burns 6 times too fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error budget will not last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are stored late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spends faster than planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spends slower than planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat answers late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many events are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subscriber was not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write-ahead log above 256 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than 2 GiB of disk left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must always hold does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 80 % of the memory is used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <comment>how much faster than planned</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>an alert, so long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PENDING</source>
        <comment>state of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; held %2 of %3</source>
        <comment>value; how long, of how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silenced</source>
        <comment>state of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained</source>
        <comment>an alert that another one explains</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>state of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FIRING</source>
        <comment>state of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <comment>a rule that mutes alerts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of a silence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <comment>value of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n firing</numerusform>
            <numerusform>%n firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n muted</numerusform>
            <numerusform>%n muted</numerusform>
        </translation>
    </message>
    <message>
        <source>none firing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at least %2</source>
        <comment>value of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Auction</name>
    <message>
        <source>won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outbid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seat not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost the tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside its flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fitting creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked by the publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen by its seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuctionFacts</name>
    <message>
        <source>converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuctionFactsWords</name>
    <message>
        <source>Auction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices per thousand, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>price, what became of it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuctionList</name>
    <message>
        <source>Outbid by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below floor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step of an auction, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bid</source>
        <comment>column: id of a campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1 lost</source>
        <comment>column: id of a campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing to %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <comment>column: milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A square marks auctions whose full story was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats that answered in time, of those asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids received in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per thousand impressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seven steps from visit to feedback; the dashed line is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From visit to feedback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 offered %2 and pays %3; %4 offered %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The campaign was not its seat&apos;s bid; open the auction to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full story was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full story was not kept: only the steps are known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BidFormula</name>
    <message>
        <source>max(%1 × (1 + 0.1 × %2) × device %3, floor %4 × 1.1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn evenly below CPM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pCTR %1 × CPC %2 × 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base %1 × pCTR %2 ÷ mean %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√(c ÷ λ × pCTR %1 + c²) − c with c %2, λ %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × CPA %3 × 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × conversion value %3 ÷ ROAS %4 × 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the winner&apos;s own bid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below the soft floor %1: the winner&apos;s own bid %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max(%1, %2 + %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone: the floor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone: the own bid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × pacing %2</source>
        <comment>terms of a bid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shaded to %2</source>
        <comment>terms of a bid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>terms of a bid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price grows by a tenth for every interest and segment that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is at least the floor times 1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base: the price of an impression with the mean click rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean: the click rate at which the base price is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c: the constant of the win curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: what a unit of budget is worth in clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPC: what a click may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPA: what a conversion may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROAS: wanted revenue for each unit of cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same price for every impression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pCTR: how likely a click is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pCVR: how likely a conversion after a click is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pacing: lowers bids so that the budget lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pacing: raises bids so that the budget gets spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rounded to multiples of %2</source>
        <comment>price formula, step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target CPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target CPA</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Seat late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody won</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignCells</name>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: keeps the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spent today, %2 since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignFacts</name>
    <message>
        <source>%1, amounts in %2</source>
        <comment>campaign id, currency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flight ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins of its bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost to pacing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignFields</name>
    <message>
        <source>“%1” is not an amount. Write a number such as 12.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-04-05, or nothing for an open end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CampaignWords</name>
    <message>
        <source>Draft</source>
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
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per thousand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest price per thousand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target per click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base price per thousand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target per conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted revenue per cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Native</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour of week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive dual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model-predictive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed amount a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>Duplicate campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a copy of the selected campaign to the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change bid or day budget of the checked campaigns at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to before the last auction by repeating the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a scenario from a file of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected row in the inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did every campaign get its round and its quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a round now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect, settle and distribute at once; lists first what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected failed task go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the selected task and take back what it settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest round again and follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the money is, and whether it adds up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money that came to the selected wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet terms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepaid or credit, and when to warn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back the selected charge or movement, wholly or in part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund the auction…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back the price of the auction on which the books differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue an invoice for the day that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the document as it is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export money…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger, books and documents as CSV, XLSX or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest day again and follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is every event stored once, and what is stuck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrive only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the dead letter that is shown again, as it is repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule that repairs the selected field of later events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the dead letter as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all open dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter of the dead letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is checked and repaired, and try it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect events from a file, a folder or an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop or go on reading the selected file or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count every counter anew from the log and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages with rates and backlogs, and all panels below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every state of a batch, and the batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each rule passed, repaired and refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that you have seen the selected alert and look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence the alert…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell nobody of alerts like the selected one for a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of alerts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is watched, and what fires when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told of alerts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send alerts to webhooks and files, by level and rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the checked dead letters again, or send the selected dead deliveries; lists first what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the checked dead letters or deliveries up, with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dead letter or delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next dead letter or delivery of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told of alerts, and what nobody took: redrive or discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One alert of no meaning to the selected subscriber.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people did about subscribers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who redrove, discarded, tested or changed what, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with which part, and is the store safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any measure by campaign, ad, publisher and so on, beside the time before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the explorer as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rows with every step, amounts exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the selected file or address no more; what it brought stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that you have seen the selected fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the fault on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected fault to its next state by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on the selected part: its alerts raise no fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works on the selected part any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of the desk and what is wrong with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where events come from, and how fresh they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s file, its log and its tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where old events go…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many days events are moved, archived or dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move old events now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move every day that is old enough, as the policy says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the events of a day back from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected row, or the moment of the cursor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the annotation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text or the moment of the one selected in the event log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the one selected in the event log away; can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>fault on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before, value after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All floors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <comment>price rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <comment>price rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft floor</source>
        <comment>price rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-normal prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded prices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeadFilter</name>
    <message>
        <source>the quotation mark is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a state is open, redriven, discarded or any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute is written 14:31 or &quot;2026-03-20 14:31&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field is rule, source, text, state or minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= is to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;and&quot; is to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field is to follow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>%1: %2</source>
        <comment>delivery, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redriven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <comment>a subscriber</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing, again at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <comment>a subscriber</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subscribers changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 to %2</source>
        <comment>date, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVISIONAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows of the period are still open, so amounts may grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every window of the period is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A day budget cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 0 for no bound per day, or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget %1 is more than the total of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total %1 is less than the %2 already spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flight ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an end after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This state cannot follow the live one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft leads to running, running and paused to each other, all to completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget %1 is more than the %2 left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flight is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later end, or complete the campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a creative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a seat that bids for campaigns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a seat of this market.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PipelineWords</name>
    <message>
        <source>Collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DataIngestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CollectionInProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CollectionFailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ValidationPending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ValidationInProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ValidationPassed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ValidationPartial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ValidationFailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DataRepair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ManualIntervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TransformationPending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TransformationInProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TransformationCompleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TransformationFailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StoragePending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StorageInProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StorageCompleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StorageFailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StorageRetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionPending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionInProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionCompleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionPartial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionFailed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DistributionRetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>InProgress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consistent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redriven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), v%1</source>
        <translation>
            <numerusform>%n rule, v%1</numerusform>
            <numerusform>%n rules, v%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) repair</source>
        <translation>
            <numerusform>%n rule repairs</numerusform>
            <numerusform>%n rules repair</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n writer(s)</source>
        <translation>
            <numerusform>%n writer</numerusform>
            <numerusform>%n writers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n subscriber</numerusform>
            <numerusform>%n subscribers</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute, else dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click-through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view-through</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Latitude %1 is not from -90 to 90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude %1 is not from -180 to 180.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A radius of %1 km is not from 0.001 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An area has at most 1000 corners, this has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number. Write 31.23, 121.47, 5 km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write latitude, longitude and km, or three corners of an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last corner has no longitude.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>%1 per %2 and %3</source>
        <comment>limit, scope, window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest bid per thousand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average CTR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day budget %1, ends %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live was published again since; publishing replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further rounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>By hand %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DataCollecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distributing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PartiallyCompleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>round by cron, %n campaign(s)</source>
        <translation>
            <numerusform>round by cron, %n campaign</numerusform>
            <numerusform>round by cron, %n campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>round, %n campaign(s)</source>
        <translation>
            <numerusform>round, %n campaign</numerusform>
            <numerusform>round, %n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: is to be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the campaign was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the campaign was edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wallet was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a report came late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock was set back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an ad server joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an ad server left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the market was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the market was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by its trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: retry or leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try, %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every ad server has its quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s) for %1, from %2 of %3 ad servers</source>
        <translation>
            <numerusform>%Ln win for %1, from %2 of %3 ad servers</numerusform>
            <numerusform>%Ln wins for %1, from %2 of %3 ad servers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 charged, %2 held for quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charged before a restart, %1 in all; %2 held for quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of quota with %Ln ad server(s)</source>
        <translation>
            <numerusform>%1 of quota with %Ln ad server</numerusform>
            <numerusform>%1 of quota with %Ln ad servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreWords</name>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed every rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored within a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks that hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processed of what came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>satisfied users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value of what was spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (all points at %3)</source>
        <comment>part of a score: name, value, target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scoreboard</name>
    <message>
        <source>fill %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 answers missed the deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend for a thousand wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth of the conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value by spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value minus spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatFacts</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, amounts in %2</source>
        <comment>seat id, currency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Played by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers, p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number, share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettlementWords</name>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reversal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held for quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 payable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 suspense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>currency clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no impression was confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its impression was told another price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this publishers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this platform fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the fee tax</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpendTable</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>%n campaign</numerusform>
            <numerusform>%n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today as part of the day budget; the line marks the plan by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent against the plan by now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemWords</name>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert triggered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investigating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto healing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healing in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Human fixing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System shutdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integrity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the source of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse a part of the requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the log into the workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take nothing in any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alert is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alert fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alerts still fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alerts are resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alerts are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no automatic action may be tried now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody has seen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody acknowledged it within 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to fix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expert begins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut the intake down…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop what can be read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetingParts</name>
    <message>
        <source>%1 %2</source>
        <comment>dimension, any of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>area of %n corner(s)</source>
        <translation>
            <numerusform>area of %n corner</numerusform>
            <numerusform>area of %n corners</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a system and its least version, such as iOS 15.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first and the last day, such as 2026-03-20 2026-03-25.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>%1: %2</source>
        <comment>step, how far it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>try of most tries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to be cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of market time since it was made, or that it took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>&gt; %1</source>
        <comment>longer than</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for late seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bid(s)</source>
        <translation>
            <numerusform>%n bid</numerusform>
            <numerusform>%n bids</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Open Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline, and its campaign %4 is %5 behind plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline of %4 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut off and takes part in no auction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 behind plan: %3 spent, %4 planned by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is broken in %n case(s): %2.</source>
        <translation>
            <numerusform>%1 is broken in %n case: %2.</numerusform>
            <numerusform>%1 is broken in %n cases: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>alert: subject, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last alert resolved %1.</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs all of %1; got %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excludes %1; got %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs %1; got %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would bid %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>what else stopped the campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1 +%2</source>
        <comment>what else stopped the campaign, and how many more reasons</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidTree</name>
    <message>
        <source>Opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publisher, hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placement %1 × market factor %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rival&apos;s price, drawn from its landscape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody won: no bid passed every check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advertiser %1 = publisher %2 + fee %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidsPanel</name>
    <message>
        <source>Bids and price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <comment>show the tree</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::FilterBar</name>
    <message>
        <source>Filter of the auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <comment>of filters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <comment>keep the filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter was used yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the filter in place of the oldest of the three bookmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>rows of the list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::ListPanel</name>
    <message>
        <source>Auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These auctions are gone: the newest 1,000,000 are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No auction has been held yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1 shown. The filter hides all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List holds at %1 while you read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list follows the newest auctions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full story kept: one in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full story kept: one in %1, and from now on every match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer auction(s) wait.</source>
        <translation>
            <numerusform>%Ln newer auction waits.</numerusform>
            <numerusform>%Ln newer auctions wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Microscope</name>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auction %1, from visit to feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the nearest that was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an auction in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not needs the full story of an auction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw JSON needs the full story of an auction.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Waterfall</name>
    <message>
        <source>Timing of the auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step or seat, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seat deadline %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the seven steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: from %2 to %3 ms after the visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfForm</name>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>price rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign whose bid is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New amount of the bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New floor per thousand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New price rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign could bid in this auction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bid, CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount; write one such as 1.20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Segments, %n changed</source>
        <translation>
            <numerusform>Segments, %n changed</numerusform>
            <numerusform>Segments, %n changed</numerusform>
        </translation>
    </message>
    <message>
        <source>This market knows no segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, needs a segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seat makes its bid of it again: by its own rule, with what it knew then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bid itself, per thousand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfStrip</name>
    <message>
        <source>nothing is sent or charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 in a draft…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>difference of the price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <comment>difference of the publisher&apos;s part</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bids %2</source>
        <comment>winner, price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid per thousand, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The publisher gets %1; recorded %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>campaign, price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, recorded %3</source>
        <comment>seat, bid now, bid before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the bid, the floor, the rule or a segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every seat bids as recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotList</name>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And also</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotPanel</name>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why campaigns did not bid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns of the chosen reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln campaign(s) did not bid</source>
        <translation>
            <numerusform>%1 of %Ln campaign did not bid</numerusform>
            <numerusform>%1 of %Ln campaigns did not bid</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bid + %2 did not = %3 campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln campaign(s)</source>
        <translation>
            <numerusform>%1: %Ln campaign</numerusform>
            <numerusform>%1: %Ln campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>and also</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::BudgetTab</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertiser id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget, 0 = none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average CTR, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: field, campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most CPM, 0 = any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour budget, 0 = none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further rounds (cron)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>column, campaign</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignInspector</name>
    <message>
        <source>Inspector of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, seat %2, flight %3 to %4</source>
        <comment>advertiser, seat, days</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignPanel</name>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, advertiser, seat, state or strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All amounts in %1. Struck = live value, bold = not yet published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs, so there are no campaigns to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Edit %n together…</source>
        <translation>
            <numerusform>Edit %n together…</numerusform>
            <numerusform>Edit %n together…</numerusform>
        </translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1, spent %2.</source>
        <translation>
            <numerusform>%n checked: day budget %1, spent %2.</numerusform>
            <numerusform>%n checked: day budget %1, spent %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1 becomes %2, spent %3.</source>
        <translation>
            <numerusform>%n checked: day budget %1 becomes %2, spent %3.</numerusform>
            <numerusform>%n checked: day budget %1 becomes %2, spent %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>0 of %1 shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live values wait while a cell is edited.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignTree</name>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>%n campaign</numerusform>
            <numerusform>%n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 to %3</source>
        <comment>undo: column, campaign, new value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check or uncheck every row shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the draft does: + added, Δ edited, − removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the change keeps the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today, in the campaign&apos;s own day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent against the part of the day budget planned by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget of the whole flight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent since the campaign began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CapsTab</name>
    <message>
        <source>Cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cap: a user may see it any number of times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One user sees at most this many impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window of the cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope of the cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this cap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caps of %1</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CellEditor</name>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc keeps %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePanel</name>
    <message>
        <source>Creatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This campaign has no creative yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePreview</name>
    <message>
        <source>Preview of the creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, takes the size of the placement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativesTab</name>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format, size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>size and format, title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creatives of %1</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftBar</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%n edited</numerusform>
            <numerusform>%n edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n checked</numerusform>
            <numerusform>%n checked</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes. What you edit stays here until you publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)…</source>
        <translation>
            <numerusform>Review %n change…</numerusform>
            <numerusform>Review %n changes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftKeeper</name>
    <message>
        <source>discard of the draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::EditTogether</name>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise by %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower by %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s): sum %1 becomes %2.</source>
        <translation>
            <numerusform>%n campaign: sum %1 becomes %2.</numerusform>
            <numerusform>%n campaigns: sum %1 becomes %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>raise of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>undo: column, value, campaigns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Changing %n campaign(s)…</source>
        <translation>
            <numerusform>Changing %n campaign…</numerusform>
            <numerusform>Changing %n campaigns…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::HourGridEdit</name>
    <message>
        <source>Hours of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) a week</source>
        <translation>
            <numerusform>%n hour a week</numerusform>
            <numerusform>%n hours a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::PlanPanel</name>
    <message>
        <source>Plan against actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No running campaign is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, today, %2, as of %3</source>
        <comment>campaign, currency, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day budget %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost to pacing, in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ReviewDialog</name>
    <message>
        <source>Review before publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing changes the running market at its next auction: %1 added, %2 edited, %3 removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These changes are dropped; what is live stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Publish %n change(s)</source>
        <translation>
            <numerusform>Publish %n change</numerusform>
            <numerusform>Publish %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n change(s)</source>
        <translation>
            <numerusform>Discard %n change</numerusform>
            <numerusform>Discard %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign and field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live and new value</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Publishing waits for %n error(s).</source>
        <translation>
            <numerusform>Publishing waits for %n error.</numerusform>
            <numerusform>Publishing waits for %n errors.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2 changes…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::RuleRow</name>
    <message>
        <source>How %1 matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different from what is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a value to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iOS 15.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-03-20 2026-03-25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a value, Enter adds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Youngest age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>ages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude, longitude, km, or corners of an area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ShareBar</name>
    <message>
        <source>Opportunities a day left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::TargetingTab</name>
    <message>
        <source>opportunities/day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: rule, campaign</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these must match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left of %1 opportunities/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet: no such hour or opportunity has been seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::documents::DeskDocumentDialog</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::documents::StoragePolicyDialog</name>
    <message>
        <source>Where old events go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention policy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where old events go, as it came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where old events go, version %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All understood; 0 days is never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is in force; 0 days is never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::documents::SubscribersDialog</name>
    <message>
        <source>Subscribers as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the subscribers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n subscriber</numerusform>
            <numerusform>%n subscribers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>subscribers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>subscribers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert: alerts with least_level, rules and groups. metric: of ad or campaign, spans of minute, hour or day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event: events such as impression or click, quarantined true or false. metric and event: campaigns, sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields: what goes out, and under which name. batch: most_messages, most_bytes, most_wait_ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told: only this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told, version %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is told of alerts, metrics, events and batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages: what one is told, one of alert, metric, event and batch; alerts without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch: with its moves; states such as validation_failed take those that had one, sources those of a source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertDelegate</name>
    <message>
        <source>Show moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertRulesDialog</name>
    <message>
        <source>Rules of alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of alerts as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of alerts, as they came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of alerts, version %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4; %5</source>
        <comment>alert: state, rule, subject, value; since</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong, and nothing was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExplorePanel</name>
    <message>
        <source>%1, before</source>
        <comment>name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long a time, right before the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space gives a row its line, or takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2; from %3 on it may still grow</source>
        <comment>window, rows, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2; %3 events are not counted yet</source>
        <comment>window, rows, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>window, rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExploreWords</name>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything that is counted in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CVR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, currency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributed clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributed conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributed revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::LatencyPanel</name>
    <message>
        <source>Auction latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole auctions, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::LogPanel</name>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>log line: time, subject, what happened</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), newest first</source>
        <translation>
            <numerusform>%n line, newest first</numerusform>
            <numerusform>%n lines, newest first</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the moment of a mark, F2 changes yours, Del removes it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkDialog</name>
    <message>
        <source>Mark a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: say what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment: write it as 2026-03-20 14:32:07, or as 14:32 of the same day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All charts of this page show it, and it stays in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkWords</name>
    <message>
        <source>fires: %1</source>
        <comment>name of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is over: %1</source>
        <comment>name of an alert</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: whose, what happened</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>who marked a moment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: time, words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>moment of a chart: words, who</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::OverviewPage</name>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charts show the present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one of the seven numbers first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real traffic does not pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real traffic; amounts are charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated traffic; nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The silence has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the rules is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an alert that fires first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explorer shows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row of the explorer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as CSV.</source>
        <translation>
            <numerusform>%n row copied as CSV.</numerusform>
            <numerusform>%n rows copied as CSV.</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the moment of the cursor (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program wrote this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an annotation in the event log first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove annotation &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change annotation &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moment is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotation is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::PublisherPanel</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s)</source>
        <translation>
            <numerusform>%n publisher</numerusform>
            <numerusform>%n publishers</numerusform>
        </translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since the start, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market has no publishers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid %1 = earned %2 + fees %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid %1 is not earned %2 + fees %3: the difference is %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::RangeBar</name>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step earlier ([)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step later (])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2–%3</source>
        <comment>span, from, to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::SilenceDialog</name>
    <message>
        <source>Silence an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this: %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule, whatever it is about: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rule about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nobody needs to hear of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It would mute %n alert(s) that are active now. What fires is still kept and listed, but nobody is told.</source>
        <translation>
            <numerusform>It would mute %n alert that is active now. What fires is still kept and listed, but nobody is told.</numerusform>
            <numerusform>It would mute %n alerts that are active now. What fires is still kept and listed, but nobody is told.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silenced for %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::SpendPanel</name>
    <message>
        <source>Spend against plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, %1; the line marks the plan by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::ThroughputPanel</name>
    <message>
        <source>Market throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per second of market time, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>chart line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions</source>
        <comment>chart line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins</source>
        <comment>chart line</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::TileRow</name>
    <message>
        <source>Auctions</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions in a second of market time. Opens the auctions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids in a second of market time. Opens the auctions that had a bid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win rate</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wins by bids. Opens the auctions that were won.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions with a winner. Opens those without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearing CPM</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for a thousand impressions. Opens the auctions that were won.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction p99</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100 auctions are faster. Opens the auctions with late answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend today</source>
        <comment>tile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent by all campaigns on their day. Opens the campaigns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is the mean of the last %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>difference, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−%1 ms since %2</source>
        <comment>less</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 ms since %2</source>
        <comment>more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no plan for the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to plan %2</source>
        <comment>distance, planned amount</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::overview::VerdictBar</name>
    <message>
        <source>What needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs. Open a scenario or go live on the Training page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you:</source>
        <translation>
            <numerusform>%n thing needs you:</numerusform>
            <numerusform>%n things need you:</numerusform>
        </translation>
    </message>
    <message>
        <source>One thing needs you:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of the things that need you</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pages::CampaignsPage</name>
    <message numerus="yes">
        <source>The draft with %n change(s) was kept.</source>
        <translation>
            <numerusform>The draft with %n change was kept.</numerusform>
            <numerusform>The draft with %n changes was kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are live.</source>
        <translation>
            <numerusform>%n change is live.</numerusform>
            <numerusform>%n changes are live.</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits stay in the draft until you publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft cannot be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no campaign “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no bid that can be set to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bid of %1 to %2</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bid of %1 is %2 in the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft holds no change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is not filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign of the draft breaks a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new campaign %1</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy of %1</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of %1</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>removal of %n campaign(s)</source>
        <comment>undo</comment>
        <translation>
            <numerusform>removal of %n campaign</numerusform>
            <numerusform>removal of %n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft was discarded. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as it is live</source>
        <comment>undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Checking %n campaign(s)…</source>
        <translation>
            <numerusform>Checking %n campaign…</numerusform>
            <numerusform>Checking %n campaigns…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pages::MarketPage</name>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest %1 auctions; one opened below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest %1 auctions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an auction first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No auction of this list has its full story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply as filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And %1</source>
        <comment>added to the filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare as filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an auction whose full story was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the full story of an auction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full story of this auction was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full story of this auction was not kept. It is for each match from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ActsDialog</name>
    <message>
        <source>What people did about subscribers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody did anything about subscribers yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::AddressForm</name>
    <message>
        <source>Events at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/events; nothing: a page is their list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next cursor at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/next, or a header: X-Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor is sent as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after; or write {cursor} in the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is meant, although private or with another port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 s, a third party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 s, an ad server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 s, metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization: Bearer …, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchDiagram</name>
    <message>
        <source>Collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the batches that are %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchesView</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The newest %n batch(es)</source>
        <translation>
            <numerusform>The newest batch</numerusform>
            <numerusform>The newest %n batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the newest %n batch(es)</source>
        <translation>
            <numerusform>%1 of the newest %n batch</numerusform>
            <numerusform>%1 of the newest %n batches</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions %1 to %2 of %3
Events %4 to %5 of the log
Hash of what came: %6
Hash of what was stored: %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers it touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadDeliveries</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the redrive</source>
        <translation>
            <numerusform>%n waits for the redrive</numerusform>
            <numerusform>%n wait for the redrive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open one(s) selected</source>
        <translation>
            <numerusform>%n open one selected</numerusform>
            <numerusform>%n open ones selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n dead deliveries</source>
        <translation>
            <numerusform>The newest %n dead delivery</numerusform>
            <numerusform>The newest %n dead deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead deliveries</source>
        <translation>
            <numerusform>%n dead delivery</numerusform>
            <numerusform>%n dead deliveries</numerusform>
        </translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No delivery to %1 was ever given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead delivery to %1 waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead delivery waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No delivery was ever given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead deliveries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadPanel</name>
    <message>
        <source>Filter of the dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept, counted, never billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letters per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letters per minute, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead letter waits. Every event was stored, or known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more, newest %2</source>
        <comment>source, time</comment>
        <translation>
            <numerusform>%1 and %n more, newest %2</numerusform>
            <numerusform>%1 and %n more, newest %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, newest %2</source>
        <comment>source, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rules, sources</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 older ones wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 others wait outside the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter hides all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space checks a row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadRows</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>reason, source and time, number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::Deliveries</name>
    <message numerus="yes">
        <source>Redrive %n dead delivery(s)</source>
        <translation>
            <numerusform>Redrive %n dead delivery</numerusform>
            <numerusform>Redrive %n dead deliveries</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is sent again under its old key, with as many tries as a new one. What nobody takes is dead again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of a group goes out each second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 redriven.</source>
        <comment>dead deliveries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead delivery(s)</source>
        <translation>
            <numerusform>Discard %n dead delivery</numerusform>
            <numerusform>Discard %n dead deliveries</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands beside each delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay listed as discarded, and are never sent. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead deliveries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 refused: %3</source>
        <comment>sentence, number, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took the test.</source>
        <comment>a subscriber</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeliveryDetail</name>
    <message>
        <source>Given up %1: %2</source>
        <comment>time, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tries in all</source>
        <translation>
            <numerusform>%n try in all</numerusform>
            <numerusform>%n tries in all</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 by %3: %4</source>
        <comment>state, time, person, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 by %3</source>
        <comment>state, time, person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead delivery is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::EquationStrip</name>
    <message>
        <source>No full minute has passed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last full minute, %1: received %2 = stored %3 + duplicate %4 + dead %5 + refused %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the stored: %1 repaired; %2 in quarantine, not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what is missing, sources</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not add up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FeedDialog</name>
    <message>
        <source>Feed a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told from the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, folder or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made of the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once; or seconds, 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields with our names need no row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events (*.jsonl *.json *.csv *.gz *.zst)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our name of row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a file, a folder or an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look again every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write seconds from 1 to %1, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an address is looked at again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 has no name of theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The address is asked every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>The address is asked every %1 s, with %n field renamed.</numerusform>
            <numerusform>The address is asked every %1 s, with %n fields renamed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read once, with %n field(s) renamed.</source>
        <translation>
            <numerusform>What is there is read once, with %n field renamed.</numerusform>
            <numerusform>What is there is read once, with %n fields renamed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read, then what is new every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>What is there is read, then what is new every %1 s, with %n field renamed.</numerusform>
            <numerusform>What is there is read, then what is new every %1 s, with %n fields renamed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events that are stored already count once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds, 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made of the host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldModel</name>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2 types a value, Del takes the field away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldTable</name>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the field away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FlowView</name>
    <message>
        <source>%1: %2 per second, backlog %3</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backlog %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 /min</source>
        <comment>in a minute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 events since the start, backlog %3 of at most %4</source>
        <comment>stage</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::LineDialog</name>
    <message>
        <source>It is stored as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::MinuteBars</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1, at %2</source>
        <comment>number, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 dead letters</source>
        <comment>time, number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::PipelinePage</name>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every event is stored once, or you see here why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace a number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the pipeline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead letter is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open dead letter is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead letter is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>field, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason, number or value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>and %n more row</numerusform>
            <numerusform>and %n more rows</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>events</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are still dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 were not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n dead letter(s)</source>
        <translation>
            <numerusform>Redrive %n dead letter</numerusform>
            <numerusform>Redrive %n dead letters</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is judged again by the rules in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is judged again with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What passes is stored and counted as late; what fails stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead letter(s)</source>
        <translation>
            <numerusform>Discard %n dead letter</numerusform>
            <numerusform>Discard %n dead letters</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands beside each letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay listed as discarded with their lines, are never stored and never counted. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead letters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the rules holds for the next batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a source now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of %2, %3</source>
        <comment>position, source, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2: %3</source>
        <comment>state, person, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is stored while it is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No subscriber is selected among the deliveries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dead delivery is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read no more; what it brought stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a file or an address is read; the others send.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RepairPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event with this id is stored: it counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored in quarantine, not billed: %1</source>
        <comment>reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>stage, outcome</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what, detail</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers that its batch touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a dead letter to see what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 with this reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, %2</source>
        <comment>position, source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2 at %3</source>
        <comment>state, person, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events, rules v%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of it is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), first at %1</source>
        <translation>
            <numerusform>once, at %1</numerusform>
            <numerusform>%n times, first at %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Where this event goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrive %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ReplayDialog</name>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every counter is counted anew from the log beside the one in use, compared with it, and put in its place. Events that come meanwhile are counted as always; nothing is sent to subscribers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 events read, began at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last replay was stopped; the counters are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replay has run since the start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that fare differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on recent events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the rules to see which lines would fare differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules, version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging recent lines with these rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; %n would fare differently</source>
        <translation>
            <numerusform>Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; %n would fare differently</numerusform>
            <numerusform>Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; %n would fare differently</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesView</name>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and repairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Version %1, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>Version %1, %n rule; the counts began with it</numerusform>
            <numerusform>Version %1, %n rules; the counts began with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1 by %2 since %3, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>Version %1 by %2 since %3, %n rule; the counts began with it</numerusform>
            <numerusform>Version %1 by %2 since %3, %n rules; the counts began with it</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>score, points</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is lowest: %2</source>
        <comment>score, what it is made of</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SourcesPanel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Collector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>collector, how far it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored or known already, of what was received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 received = %2 stored + %3 duplicate + %4 dead + %5 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, freshness</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dead letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the last full minute %1 = %2 + %3 + %4 + %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends %1; the values are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::StagesPanel</name>
    <message>
        <source>events per second, as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backlog, share of its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SubscribersTable</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is told of alerts outside this console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who is told…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n subscriber</numerusform>
            <numerusform>%n subscribers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; version %2 by %3 since %4</source>
        <comment>subscribers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a subscriber first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One alert of no meaning to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people did…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::TraceDialog</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, Enter shows the numbers it touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In quarantine, not billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time is written 2026-03-20 14:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a batch touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what the number is of, its hour, and trace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3; the log and the counter agree.</source>
        <comment>number, measure, id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has %1 %2 of %3, the counter has %4. Replay to count anew.</source>
        <comment>number, measure, id, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what batch %1 touched…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 touched no number: nothing of it is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 touched %n number(s). Enter traces one.</source>
        <translation>
            <numerusform>Batch %1 touched %n number. Enter traces it.</numerusform>
            <numerusform>Batch %1 touched %n numbers. Enter traces one.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 at %3
Position %4 of %5, batch %6, sequence %7</source>
        <comment>kind, campaign, time, position, source, batch, sequence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What caused it: Enter shows the whole way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caused by %1</source>
        <comment>an event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led to %1</source>
        <comment>an event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 at %3, %4/%5</source>
        <comment>kind, campaign, time, source, sequence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>an auction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came as %1, line %2</source>
        <comment>file or request, place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; was dead letter %1, redriven by %2</source>
        <comment>number, person</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::DiagramPanel</name>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double frame = end   dashed = by hand   blue = the selected task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, started %2 ago</source>
        <comment>tasks, how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, done in %2 ms</source>
        <comment>tasks, of the machine&apos;s time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaFlowView</name>
    <message>
        <source>%1 %2: spent %3, held %4, free %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bids × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slice is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 slices shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant %1 of epoch %2: may spend %3 more until %4; the server has applied %5 and last reported %6.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaPanel</name>
    <message>
        <source>Campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota of all campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those that hold some, most held first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SchedulePage</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No campaign is due now, so nothing will change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a round now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Run %n campaign(s)</source>
        <translation>
            <numerusform>Run %n campaign</numerusform>
            <numerusform>Run %n campaigns</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a round of %1 now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest round is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task for each campaign and round: collect, settle, distribute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task for each campaign and round. Ended ones stay for %1, failed ones for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs, so nothing is scheduled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No round has begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next round %1, %2</source>
        <comment>time, how long from now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks appear with the first round of a market.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SpanChart</name>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::StateDiagram</name>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tasks that are %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TaskPanel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the task over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No task is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, window from %2</source>
        <comment>campaign, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2, after %n attempt(s)): %3.</source>
        <comment>what failed, its code, advice</comment>
        <translation>
            <numerusform>%1 (%2, after %n attempt): %3.</numerusform>
            <numerusform>%1 (%2, after %n attempts): %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2
  key   %3
  in    %4
  out   %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was tried twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what ad servers report up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was collected up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quota from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TasksPanel</name>
    <message>
        <source>Filter of the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done and stopped first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1 of %2; filter to see others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coming: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <comment>time, how long from now, what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::DocumentsPanel</name>
    <message>
        <source>%1, publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No invoice was issued yet. “Invoice…” issues one for the day that is shown, once it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishers are paid, not invoiced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is being read from the events of the day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::LedgerPanel</name>
    <message>
        <source>Filter of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market keeps no ledger: run it with its events kept in a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 of %2</source>
        <comment>transfers that match</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auction %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price %1 per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the auction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the round settled, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 down to its auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <comment>person, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked to %1, %2 %3</source>
        <comment>transfer, kind, amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of no auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>append only; corrections are linked reversals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions of the transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, or for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s)</source>
        <translation>
            <numerusform>%Ln win</numerusform>
            <numerusform>%Ln wins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyPanel</name>
    <message>
        <source>Money of the day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyView</name>
    <message>
        <source>Paid = earned + fees + adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 + %3 + %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts together are zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget is overspent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 campaigns, spent + held within budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishers earned, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advertisers paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of it %1 by the platform, for wins told too late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MonthView</name>
    <message>
        <source>%1: nothing was settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: closed, all three books agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: open, all three books agree so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: open, %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>%1: open, %Ln auction without its impression so far</numerusform>
            <numerusform>%1: open, %Ln auctions without their impression so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln auction(s) differ</source>
        <translation>
            <numerusform>%1: %Ln auction differs</numerusform>
            <numerusform>%1: %Ln auctions differ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the seats’ book differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::ReconciliationPanel</name>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open: events may come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat: %1 paid %2</source>
        <comment>seat, amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange: cleared at %1 per 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher: %1, %2</source>
        <comment>amount, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its price was given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three books agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) closed, all three books agree</source>
        <translation>
            <numerusform>%n day closed, all three books agree</numerusform>
            <numerusform>%n days closed, all three books agree</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 closed, on %2 the books differ</source>
        <comment>days, days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 books, by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was settled on this day, or this market keeps no ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the seat paid %2 %4, the exchange cleared %3 %4</source>
        <comment>campaign, amounts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seats’ book is %1 %2 from the exchange’s</source>
        <comment>amount, currency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln auction(s) differ, in the publishers’ book</source>
        <translation>
            <numerusform>%Ln auction differs, in the publishers’ book</numerusform>
            <numerusform>%Ln auctions differ, in the publishers’ book</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still open: %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>Still open: %Ln auction without its impression so far</numerusform>
            <numerusform>Still open: %Ln auctions without their impression so far</numerusform>
        </translation>
    </message>
    <message>
        <source>Still open: all three books agree so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two findings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day is closed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading where they differ…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::SettlementPage</name>
    <message>
        <source>Settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every amount can be followed to the auction that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs, so no money moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an amount…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The equation of a day appears with its first round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers appear with the first round of a market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements appear with the first charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The three books appear with the first round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank’s reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same one counts once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpaid, with credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepaid, no credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of its budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it, or a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund auction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as XLSX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transfer of the ledger is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No auction that differs is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged or earned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest day is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the events of the day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the books of the day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statements need a ledger that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::settlement::WalletsPanel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) without quota</source>
        <translation>
            <numerusform>%n campaign without quota</numerusform>
            <numerusform>%n campaigns without quota</numerusform>
        </translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n advertiser(s), each in its own currency</source>
        <translation>
            <numerusform>%n advertiser, each in its own currency</numerusform>
            <numerusform>%n advertisers, each in its own currency</numerusform>
        </translation>
    </message>
    <message>
        <source>No advertiser has a campaign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms…</source>
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
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
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
        <source>%1: %2</source>
        <comment>page, what a command does</comment>
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
    <message>
        <source>filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the auctions that %1 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the auctions that %1 won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its targeting, budget, creatives and caps</source>
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
        <translation>
            <numerusform>%n result in %1 ms</numerusform>
            <numerusform>%n results in %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>actions of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Actions on %1</source>
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
    <message numerus="yes">
        <source>%1; market time %2; speed %3; %4 auctions per second; %n alert(s) firing</source>
        <comment>status bar for readers</comment>
        <translation>
            <numerusform>%1; market time %2; speed %3; %4 auctions per second; %n alert firing</numerusform>
            <numerusform>%1; market time %2; speed %3; %4 auctions per second; %n alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n firing</numerusform>
            <numerusform>%n firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::shell::ThingPanel</name>
    <message>
        <source>What is known of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is open beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The market has no such thing now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultDiagram</name>
    <message>
        <source>%1 (by hand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; after it: %2</source>
        <comment>state, states</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultPanel</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States of the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service to see its fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has ever been wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <comment>state, how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has it.</source>
        <comment>person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody acknowledged it within 15 minutes: it is escalated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way: %1.</source>
        <comment>action</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works on it until %2: %3</source>
        <comment>person, time, reason</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::ServicesPanel</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody, escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the intake is shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) open</source>
        <translation>
            <numerusform>%n fault open</numerusform>
            <numerusform>%n faults open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SourcesPanel</name>
    <message>
        <source>Freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read to, or why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::StorePanel</name>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writes no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary workspace: it is deleted at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size %1, of it %2 unused; write-ahead log %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free on its disk: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that have left the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for days to be moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SystemPage</name>
    <message>
        <source>Collectors refuse every event, files are not read, and a live market takes no auctions. Reading and export go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault ends. What still fires in 5 minutes raises it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is then: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen, what is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>service, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its alerts raise no fault, nothing is tried by itself, and nobody is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance of %1 has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maintenance has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It moves by itself, or nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with which part, and who sees to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the policy is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day that is old enough has been moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are copied from the archive, checked, and kept beside the workspace for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a day as 2026-03-20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>%n file restored.</numerusform>
            <numerusform>%n files restored.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel moving old events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving was cancelled; what is left is moved by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::system_page::TierTable</name>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory, on their way to the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the workspace; not counted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the workspace; counted at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed files beside the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same files in a folder elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept nowhere any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole days go to the cold tier after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are archived in %1 after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are dropped after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule tasks that ended well are dropped after: %1; failed ones: %2. %3 are kept, %4 were dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving %1: %2 of %3 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last move stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::ControlsPanel</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seat deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change takes effect at the next auction and is written to the journal, so that the run can be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n on</numerusform>
            <numerusform>%n on</numerusform>
        </translation>
    </message>
    <message>
        <source>Increment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the second price, for a thousand impressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below it a winner pays its own bid; for a thousand impressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <comment>controls from the scenario</comment>
        <translation>
            <numerusform>%n differs</numerusform>
            <numerusform>%n differ</numerusform>
        </translation>
    </message>
    <message>
        <source>as in the scenario</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::DayLine</name>
    <message>
        <source>%1 of the scenario is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::DepthPanel</name>
    <message>
        <source>few to many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bids by CPM and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bids now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bid has been made yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::JournalPanel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same scenario, seed, shards and changes give the same digest at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No control was changed. Each change is written here, so that the run can be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::MarketList</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest auctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::ScoreChart</name>
    <message>
        <source>Score by seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::Scoreboard</name>
    <message>
        <source>Scoreboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score = value − spend, %1, as of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::StrategyDelegate</name>
    <message>
        <source>Strategy of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::TimeField</name>
    <message>
        <source>Run to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a time of the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as fast as it goes and pauses there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a time after %1 and at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a time such as 14:32 or 14:32:07.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::TrainingPage</name>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), nobody won.</source>
        <translation>
            <numerusform>One auction ran at %1: %n bid, nobody won.</numerusform>
            <numerusform>One auction ran at %1: %n bids, nobody won.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), sold at CPM %2.</source>
        <translation>
            <numerusform>One auction ran at %1: %n bid, sold at CPM %2.</numerusform>
            <numerusform>One auction ran at %1: %n bids, sold at CPM %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 starts from its beginning with seed %2 on %n shard(s).</source>
        <translation>
            <numerusform>%1 starts from its beginning with seed %2 on %n shard.</numerusform>
            <numerusform>%1 starts from its beginning with seed %2 on %n shards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run ends at %1 after %2 auctions; its list, charts and %n journaled change(s) are dropped. Campaigns stay as they are published.</source>
        <translation>
            <numerusform>The run ends at %1 after %2 auctions; its list, charts and %n journaled change are dropped. Campaigns stay as they are published.</numerusform>
            <numerusform>The run ends at %1 after %2 auctions; its list, charts and %n journaled changes are dropped. Campaigns stay as they are published.</numerusform>
        </translation>
    </message>
    <message>
        <source>Real traffic is no longer answered. Money that was spent stays on the books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation ends at %1 and real traffic is taken: from then on amounts are charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list, charts and journal are dropped. The same scenario, seed and shards give the same run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario has ended. Start over to run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real traffic has its own time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the market first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The market is live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scenario first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every control has the scenario&apos;s value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No real traffic, nothing is charged. The same scenario, seed and shards give the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real traffic; every control acts on real auctions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario or go live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was repeated and stands one auction earlier, at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The run was repeated and stands one auction earlier, at %1. %n change(s) made after it are undone.</source>
        <translation>
            <numerusform>The run was repeated and stands one auction earlier, at %1. %n change made after it is undone.</numerusform>
            <numerusform>The run was repeated and stands one auction earlier, at %1. %n changes made after it are undone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run stands at %1. What came after is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::training::Transport</name>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auctions so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one auction of the paused market (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title of a scenario, description</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (P)</source>
        <comment>pause or play, with its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual time, the scenario has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual time, paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to before the last auction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to before the last auction (,). The run is repeated up to it, which takes as long as all of it at full speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeating the run, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, now %1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::ChartTableModel</name>
    <message>
        <source>Time</source>
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
    <name>gavel::widgets::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gavel::widgets::DocumentDialog</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is not saved. Cancel again leaves it.</source>
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
    <name>gavel::widgets::OrderDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1</source>
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
<context>
    <name>gavel::widgets::PanelGroup</name>
    <message>
        <source>Panels of this place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
