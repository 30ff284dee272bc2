// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"
#include "engine/base/money.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::runtime {

enum class WalletState : std::uint8_t { Enough, Low, Paused };
inline constexpr std::array<std::string_view, 3> kWalletStateNames{"enough", "low", "paused"};

/// What an advertiser may owe and when it is warned.
struct WalletTerms
{
    bool prepaid = false; ///< no credit at all
    Money credit; ///< postpaid: how far below zero it may go; 0 = the sum of its campaigns' budgets
    Money warnBelow; ///< balance and credit below this are low; 0 = never
};

/// One advertiser's wallet, in its currency.
struct WalletView
{
    std::string advertiserId;
    std::string advertiserName;
    Currency currency;
    Money balance; ///< paid in less charged
    Money credit;
    Money held; ///< reserved for quota that is out
    Money canSpend; ///< balance + credit - held
    std::int64_t lastsMs = -1; ///< at the spend of the last hour; -1 = not known
    WalletState state = WalletState::Enough;
    WalletTerms terms;
    std::size_t campaigns = 0;
    std::size_t pausedCampaigns = 0; ///< without quota because the wallet is empty
};

/// The equation of a day, in the market's currency.
struct MoneyDay
{
    Currency currency;
    TimeMs from;
    TimeMs to;
    Money paid; ///< by advertisers and, for late wins, by the platform
    Money lateWinLoss; ///< the platform's part of that
    Money publishers;
    Money fees; ///< tax included
    Money tax;
    Money adjustments; ///< given back by hand, and what nobody claims
    Money open; ///< earned in micro-units' fractions and not yet posted; 0 at a closed window
    bool isSummed = false; ///< false: the sums are not known
    bool closes = true; ///< paid = publishers + fees + adjustments
    struct Zero
    {
        Currency currency;
        Money sum; ///< over all accounts; must be 0
    };
    std::vector<Zero> zeros;
    std::size_t campaigns = 0;
    std::size_t campaignsWithin = 0; ///< spent + held within budget
};

/// The part of the settlement that rides in every snapshot.
struct SettlementStatus
{
    bool running = false;
    TimeMs settledTo; ///< every window up to here is settled
    std::uint64_t transfers = 0;
    std::uint64_t durableTransfers = 0; ///< equal to transfers when nothing is kept
    MoneyDay today;
    std::size_t walletsLow = 0;
    std::size_t walletsPaused = 0;
};

/// Who a statement can be of.
struct OwnerView
{
    std::string id;
    std::string name;
    bool isPublisher = false;
};

/// An account, so that it can be said in any language.
struct AccountView
{
    std::string kind; ///< bank, advertiser_wallet, campaign_budget ...
    std::string owner; ///< name of the advertiser, campaign or publisher; "" = the platform's
    std::string account; ///< "campaign_budget camp-001 USD"
};

/// A line of the ledger.
struct LedgerRow
{
    std::uint64_t sequence = 0; ///< "t-88214"
    std::string id; ///< 32 hexadecimal digits
    TimeMs at;
    std::string kind; ///< pending, post, void, single, reversal, expire
    std::string code; ///< charge, reserve, publisher_share ...
    AccountView from;
    AccountView to;
    Money amount; ///< moved, held, or let go
    Currency currency;
    std::uint64_t linked = 0; ///< sequence of the transfer it posts, voids or reverses; 0 = none
};
struct LedgerQuery
{
    /// "campaign = \"camp-001\" or advertiser = \"pine\""; fields: campaign, advertiser, publisher,
    /// account, kind, code, transfer, amount; "" = all.
    std::string filter;
    std::optional<TimeMs> from;
    std::optional<TimeMs> to;
    std::size_t first = 0;
    std::size_t count = 200;
};
struct LedgerPage
{
    std::vector<LedgerRow> rows; ///< newest first
    std::size_t matching = 0;
    bool isWholeCount = true; ///< false: more than `matching` match the filter
    std::size_t total = 0;
};

/// A transfer down to its auctions: a tree, flat, parents before children.
struct DrillRow
{
    int depth = 0; ///< 0 = what the round settled, 1 = a publisher, 2 = a placement, 3 = an auction
    std::string name; ///< campaign, publisher, or placement; "" = every campaign
    std::uint64_t wins = 0;
    std::int64_t nanos = 0;
    std::uint64_t auction = 0; ///< 0 when it is none
    std::size_t more = 0; ///< children left out
};
struct TransferDetail
{
    LedgerRow row;
    TimeMs windowEnd; ///< of the round that made it; 0 = no round did
    std::string actor; ///< who made it by hand; "" = nobody did
    std::string reason; ///< why
    std::vector<LedgerRow> linked; ///< hold, post, reversal of one another
    std::vector<DrillRow> rows;
};

enum class StatementLineKind : std::uint8_t {
    Delivery, ///< of a campaign, or a placement
    Media, ///< sum of them
    Publishers, ///< of media
    Platform, ///< of media
    Tax, ///< of the platform's part
    Movement, ///< beside delivery
};
struct StatementLine
{
    StatementLineKind kind{};
    std::string name; ///< campaign, or placement
    std::uint64_t impressions = 0;
    std::string code; ///< of a movement: pay_in, adjustment ...
    std::uint64_t transfer = 0; ///< of a movement
    std::string reason; ///< of a movement by hand
    Money amount;
};
/// An advertiser's or publisher's account of a period.
struct StatementView
{
    std::string ownerId;
    std::string ownerName;
    bool isPublisher = false;
    Currency currency;
    TimeMs from;
    TimeMs to;
    bool provisional = true;
    std::vector<StatementLine> lines;
    Money charged;
    Money walletBefore; ///< a publisher's: what it was owed
    Money walletNow;
};
struct StatementQuery
{
    std::string ownerId;
    bool isPublisher = false;
    TimeMs from;
    TimeMs to;
    bool operator==(const StatementQuery&) const = default;
};

struct InvoiceLine
{
    std::string text;
    std::int64_t quantity = 0; ///< impressions, clicks, conversions or days
    Money amount;
};
struct InvoiceView
{
    std::string number;
    std::string ownerId;
    std::string ownerName;
    Currency currency;
    TimeMs issuedAt;
    TimeMs dueAt;
    TimeMs from;
    TimeMs to;
    std::vector<InvoiceLine> lines;
    Money net;
    Money tax;
    Money total;
    bool provisional = true; ///< a draft: it has no number
    bool isCreditNote() const { return total < Money{}; }
};

/// One hour in the three books, nano-units of the market's currency.
struct ReconciledHour
{
    TimeMs from;
    TimeMs to;
    std::int64_t seats = 0; ///< what the seats were told they pay
    std::int64_t exchange = 0; ///< what was cleared
    std::int64_t publishers = 0; ///< what impressions confirmed
    std::size_t differing = 0; ///< auctions
    bool closed = false;
    bool agrees() const { return seats == exchange && exchange == publishers && differing == 0; }
    /// Of the book that is farther from the exchange's.
    std::int64_t difference() const
    {
        const std::int64_t ofSeats = seats - exchange;
        const std::int64_t ofPublishers = publishers - exchange;
        return std::abs(ofSeats) > std::abs(ofPublishers) ? ofSeats : ofPublishers;
    }
};
/// An auction on which the books differ.
struct DifferingAuction
{
    std::uint64_t auction = 0;
    TimeMs at;
    std::string placement;
    std::string campaignName;
    std::string seatName;
    std::int64_t seat = 0;
    std::int64_t exchange = 0;
    std::int64_t publisher = 0;
    std::string reason; ///< no_impression, impression_price
    bool refunded = false; ///< its price was given back
};
/// A campaign whose seat was told another sum than the exchange cleared, nano-units.
struct DifferingCampaign
{
    std::string name;
    std::int64_t seat = 0;
    std::int64_t exchange = 0;
};
/// Where the books of a span differ.
struct BookDifferences
{
    TimeMs from;
    TimeMs to;
    std::vector<DifferingAuction> auctions; ///< the first ones
    std::vector<DifferingCampaign> campaigns;
};
struct ReconciledDay
{
    TimeMs day; ///< its midnight in the market's zone
    bool isSettled = false; ///< something was
    bool closed = false;
    bool agrees = true; ///< all three books, in what is settled
    std::size_t differing = 0; ///< auctions
};

/// Money that comes in, or is corrected by hand.
struct PayIn
{
    std::string advertiserId;
    Money amount;
    Currency currency;
    std::string reference; ///< the bank's; the same one counts once
};
struct AdjustmentRequest
{
    std::uint64_t transfer = 0; ///< sequence of the transfer to reverse in part or whole
    Money amount; ///< at most what is left of it
    std::string reason;
};

/// The price of an auction on which the books differ goes back to the advertiser.
struct RefundRequest
{
    std::uint64_t auction = 0;
    TimeMs from; ///< the span in which it differs
    TimeMs to;
    std::string reason;
};

/// What can be exported, and as what.
enum class ExportKind : std::uint8_t { Ledger, Statement, Invoice, Reconciliation };
enum class ExportFormat : std::uint8_t { Csv, Xlsx };

} // namespace gavel::runtime
