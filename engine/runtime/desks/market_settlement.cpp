// SPDX-License-Identifier: GPL-3.0-or-later
// Wallets, sums and what a person may do with money. Lists are in settlement_lists.cpp.
#include "engine/runtime/desks/market_settlement.h"

#include "engine/ledger/audit/drill_down.h"
#include "engine/runtime/market_run.h"
#include "engine/runtime/scheduler/orders.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::size_t kLeastReason = 3;

Error reasonMissing()
{
    return {"INVALID_REQUEST", "reason", "a reason is missing",
            "write why, at least three letters"};
}

Error notKept()
{
    return {"NOT_KEPT", "market", "this market keeps no ledger in a workspace",
            "open it on a workspace, with its events kept"};
}

std::string shown(Money amount, Currency currency)
{
    return base::toString(amount) + " " + std::string(currency.view());
}

} // namespace

namespace {

/// All that it reads is as of its first look.
Result<store::Connection> readerOfOneMoment(const store::Workspace& workspace)
{
    auto reader = workspace.reader();
    if (reader)
        if (auto begun = reader->execute("BEGIN"); !begun)
            return begun.error();
    return reader;
}

} // namespace

Result<MarketSettlement::Books> MarketSettlement::open() const
{
    Result<Books> books = noMarket();
    m_access.with([&](Scheduler& scheduler, store::Workspace& workspace) {
        std::optional<Books> opened;
        scheduler.look([&](const Rounds& rounds) {
            if (!rounds.ledger().isKept())
                return;
            auto reader = readerOfOneMoment(workspace);
            if (!reader) {
                books = reader.error();
                return;
            }
            opened.emplace(std::move(*reader));
            const model::MarketSetup& setup = *rounds.plan().setup;
            opened->book = rounds.ledger().bookNumber();
            opened->currency = setup.currency;
            opened->dayOffsetMs = rounds.plan().curve.utcOffsetMinutes * base::kMinuteMs;
            opened->taxPpm = rounds.plan().taxPpm;
            opened->start = setup.start;
            opened->settledTo = rounds.settlementStatus().settledTo;
            for (const CampaignLine& line : rounds.sheet().lines()) {
                const model::Campaign& campaign = line.campaign();
                opened->campaigns[campaign.id] = campaign.name;
                opened->advertiserOf[campaign.id] = campaign.advertiserId;
                opened->advertisers[campaign.advertiserId] = campaign.advertiserName.empty()
                    ? campaign.advertiserId
                    : campaign.advertiserName;
                opened->currencyOf[campaign.advertiserId] = campaign.currency;
            }
            for (const model::Publisher& publisher : setup.publishers)
                opened->publishers[publisher.id] = publisher.name;
            for (const model::Seat& seat : setup.seats)
                opened->seats[seat.id] = seat.name;
            for (const model::Placement& placement : setup.placements) {
                opened->publisherOfPlacement[placement.id] = placement.publisherId;
                opened->placements[placement.id] = placement.name;
            }
        });
        if (opened)
            books = std::move(*opened);
        else if (books.error().code == "SERVICE_UNAVAILABLE")
            books = notKept();
    });
    return books;
}

std::vector<WalletView> MarketSettlement::wallets() const
{
    std::vector<WalletView> views;
    m_access.with([&](Scheduler& scheduler, store::Workspace&) {
        scheduler.look([&](const Rounds& rounds) {
            for (const ledger::WalletView& wallet : rounds.ledger().wallets().views()) {
                WalletView& view = views.emplace_back();
                view.advertiserId = wallet.advertiser;
                view.advertiserName = wallet.advertiser;
                view.currency = wallet.currency;
                view.balance = wallet.balance;
                view.credit = wallet.credit;
                view.held = wallet.held;
                view.canSpend = wallet.canSpend;
                view.lastsMs = wallet.lastsMs.value_or(-1);
                view.state = static_cast<WalletState>(wallet.state);
                view.terms = {wallet.terms.prepaid, wallet.terms.credit.value_or(Money{}),
                              wallet.terms.lowBalance};
                for (const CampaignLine& line : rounds.sheet().lines()) {
                    if (line.campaign().advertiserId != wallet.advertiser
                        || line.campaign().currency != wallet.currency)
                        continue;
                    ++view.campaigns;
                    view.pausedCampaigns += rounds.noteOf(line.handle()).empty() ? 0 : 1;
                    if (!line.campaign().advertiserName.empty())
                        view.advertiserName = line.campaign().advertiserName;
                }
            }
        });
    });
    return views;
}

CommandPreview MarketSettlement::previewPayIn(const PayIn& payIn) const
{
    CommandPreview preview;
    preview.title = "Pay in";
    const auto all = wallets();
    const auto wallet = std::ranges::find_if(all, [&](const WalletView& view) {
        return view.advertiserId == payIn.advertiserId && view.currency == payIn.currency;
    });
    if (wallet == all.end()) {
        preview.errors.push_back({"OWNER_UNKNOWN", "advertiser",
                                  "\"" + payIn.advertiserId + "\" has no wallet in "
                                      + std::string(payIn.currency.view()),
                                  "name an advertiser that has a campaign in this currency"});
        return preview;
    }
    if (payIn.amount <= Money{})
        preview.errors.push_back(
            {"INVALID_REQUEST", "amount", "an amount is above zero", "write a positive amount"});
    if (payIn.reference.empty())
        preview.errors.push_back({"INVALID_REQUEST", "reference", "the bank's reference is missing",
                                  "write it: the same one counts once"});
    preview.objects = 1;
    preview.lines.push_back(wallet->advertiserName + ": balance "
                            + shown(wallet->balance, wallet->currency) + " -> "
                            + shown(wallet->balance + payIn.amount, wallet->currency));
    if (wallet->pausedCampaigns > 0)
        preview.lines.push_back(std::to_string(wallet->pausedCampaigns)
                                + " paused campaigns get quota again at once");
    return preview;
}

Result<void> MarketSettlement::payIn(const PayIn& payIn, const std::string& actor)
{
    return m_access.order(
        "Settlement", shown(payIn.amount, payIn.currency) + " paid in for " + payIn.advertiserId,
        payInto(payIn, actor));
}

CommandPreview MarketSettlement::previewAdjustment(const AdjustmentRequest& request) const
{
    CommandPreview preview;
    preview.title = "Adjustment";
    m_access.with([&](Scheduler& scheduler, store::Workspace&) {
        scheduler.look([&](const Rounds& rounds) {
            const LedgerDesk& desk = rounds.ledger();
            const auto back = desk.giveBackOf(request);
            if (!back) {
                preview.errors.push_back(back.error());
                return;
            }
            const auto name = [&](ledger::AccountHandle account) {
                return ledger::toString(desk.book().nameOf(account));
            };
            const ledger::Transfer& moved = back->entry.transfer;
            preview.objects = 1;
            preview.lines.push_back("t-" + std::to_string(back->entry.sequence) + ": "
                                    + base::toString(request.amount, 6) + " from "
                                    + name(moved.credit) + " back to " + name(moved.debit));
            if (back->delivery)
                preview.lines.push_back(
                    "The platform bears it: publishers keep what they earned. The campaign may "
                    "spend the amount again.");
        });
    });
    if (request.reason.size() < kLeastReason)
        preview.errors.push_back(reasonMissing());
    return preview;
}

Result<void> MarketSettlement::adjust(const AdjustmentRequest& request, const std::string& actor)
{
    return m_access.order("Settlement",
                          "t-" + std::to_string(request.transfer) + ", "
                              + base::toString(request.amount, 6)
                              + " given back: " + request.reason,
                          adjustBy(request, actor));
}

Result<MarketSettlement::Refund> MarketSettlement::refundOf(Books& books,
                                                            const RefundRequest& request) const
{
    const auto found = ledger::differingAuction(books.reader, books.book, request.from, request.to,
                                                kLateMs, request.auction);
    if (!found)
        return found.error();
    if (!*found)
        return Error{"INVALID_REQUEST", "auction", "the books agree on this auction",
                     "choose one of those that differ"};
    const ledger::WonAuction& win = (*found)->win;
    if (auto open = LedgerDesk::checkNotRefunded(books.reader, books.book, win); !open)
        return open.error();
    if (win.late)
        return Error{"INVALID_REQUEST", "auction", "the platform paid for it, not the advertiser",
                     "nothing is to be given back"};
    Refund refund;
    refund.win = win;
    refund.refunded.advertiser = books.advertiserOf[win.campaign];
    refund.refunded.publisher = books.publisherOfPlacement[win.placement];
    refund.refunded.price = {win.nanos / 1000};
    refund.refunded.publisherPart = {win.publisherNanos / 1000};
    return refund;
}

CommandPreview MarketSettlement::previewRefund(const RefundRequest& request) const
{
    CommandPreview preview;
    preview.title = "Refund of an auction";
    auto books = open();
    if (!books) {
        preview.errors.push_back(books.error());
        return preview;
    }
    const auto refund = refundOf(*books, request);
    if (!refund)
        preview.errors.push_back(refund.error());
    if (request.reason.size() < kLeastReason)
        preview.errors.push_back(reasonMissing());
    if (!refund)
        return preview;
    const ledger::RefundedAuction& back = refund->refunded;
    const std::string currency(books->currency.view());
    preview.objects = 1;
    preview.lines = {books->advertisers[back.advertiser] + " wallet +"
                         + base::toString(back.price, 6) + " " + currency,
                     books->publishers[back.publisher] + " -"
                         + base::toString(back.publisherPart, 6) + " " + currency,
                     "platform revenue -" + base::toString(back.price - back.publisherPart, 6) + " "
                         + currency};
    return preview;
}

Result<void> MarketSettlement::refund(const RefundRequest& request, const std::string& actor)
{
    auto books = open();
    if (!books)
        return books.error();
    const auto refund = refundOf(*books, request);
    if (!refund)
        return refund.error();
    return m_access.order(
        "Settlement", "auction " + std::to_string(request.auction) + " refunded: " + request.reason,
        refundAuction(refund->refunded, refund->win, request.reason, actor));
}

CommandPreview MarketSettlement::previewInvoice(const StatementQuery& query) const
{
    CommandPreview preview;
    preview.title = "Issue an invoice";
    auto books = open();
    if (!books) {
        preview.errors.push_back(books.error());
        return preview;
    }
    const auto draft = this->draft(*books, query);
    if (!draft) {
        preview.errors.push_back(draft.error());
        return preview;
    }
    const ledger::Invoice& invoice = draft->invoice;
    if (auto may = ledger::checkInvoice(books->reader, books->book, invoice, draft->isFinal); !may)
        preview.errors.push_back(may.error());
    preview.objects = 1;
    preview.lines.push_back(books->advertisers[invoice.advertiser] + ": "
                            + std::to_string(invoice.lines.size()) + " lines, net "
                            + shown(invoice.net, invoice.currency) + ", tax "
                            + shown(invoice.tax, invoice.currency) + ", total "
                            + shown(invoice.total, invoice.currency));
    preview.caution = "An issued invoice is never changed: what is corrected later stands on the "
                      "next one, or on a credit note.";
    return preview;
}

Result<InvoiceView> MarketSettlement::issueInvoice(const StatementQuery& query,
                                                   const std::string& actor)
{
    auto books = open();
    if (!books)
        return books.error();
    const auto draft = this->draft(*books, query);
    if (!draft)
        return draft.error();
    Result<ledger::Invoice> issued = noMarket();
    Result<void> written = noMarket();
    m_access.with([&](Scheduler&, store::Workspace& workspace) {
        written = workspace.writeAndWait([&](store::Connection& writing) -> Result<void> {
            issued = ledger::issueInvoice(writing, books->book, draft->invoice, draft->isFinal);
            return issued ? Result<void>() : Result<void>(issued.error());
        });
    });
    if (!written)
        return written.error();
    m_access.journal("Settlement",
                     actor + " issued " + ledger::numberText(*issued) + " for "
                         + books->advertisers[query.ownerId]);
    return viewOf(*issued, *books);
}

CommandPreview MarketSettlement::previewWalletTerms(const std::string& advertiserId,
                                                    const WalletTerms& terms) const
{
    CommandPreview preview;
    preview.title = "Wallet terms";
    for (const WalletView& wallet : wallets()) {
        if (wallet.advertiserId != advertiserId)
            continue;
        ++preview.objects;
        preview.lines.push_back(
            wallet.advertiserName + ", " + std::string(wallet.currency.view()) + ": "
            + (terms.prepaid                ? "prepaid, no credit"
                   : terms.credit > Money{} ? "credit " + shown(terms.credit, wallet.currency)
                                            : "credit of the sum of its budgets"));
    }
    if (preview.objects == 0)
        preview.errors.push_back({"OWNER_UNKNOWN", "advertiser",
                                  "there is no advertiser \"" + advertiserId + "\"",
                                  "name one that has a campaign"});
    if (terms.prepaid && terms.credit > Money{})
        preview.errors.push_back(
            {"WALLET_TERMS", "credit", "a prepaid wallet has no credit", "leave the credit out"});
    return preview;
}

Result<void> MarketSettlement::setWalletTerms(const std::string& advertiserId,
                                              const WalletTerms& terms, const std::string& actor)
{
    return m_access.order("Settlement", "wallet terms of " + advertiserId + " changed",
                          walletTermsOf(advertiserId, terms, actor));
}

} // namespace gavel::runtime
