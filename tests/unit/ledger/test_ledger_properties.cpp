// SPDX-License-Identifier: GPL-3.0-or-later
// Random operations against a ledger in the plainest way, and random rounds against exact sums.
#include "engine/base/random.h"
#include "tests/unit/ledger/ledger_bed.h"
#include "tests/unit/ledger/naive_ledger.h"

#include <QtTest>

#include <set>

using namespace gavel;
using namespace gavel::ledger;

namespace {

constexpr int kRuns = 100; ///< of kOperations each: 100 000 in all
constexpr int kOperations = 1000; ///< the naive ledger sums its whole list at every step

/// One book and its naive twin under the same random operations.
class Twins
{
public:
    explicit Twins(std::uint64_t seed)
        : m_random(seed)
    {
        for (const AccountKind kind :
             {AccountKind::Bank, AccountKind::AdvertiserWallet, AccountKind::AdvertiserWallet,
              AccountKind::CampaignBudget, AccountKind::CampaignBudget,
              AccountKind::DeliveryClearing, AccountKind::PublisherPayable}) {
            open(kind, kUsd);
        }
        open(AccountKind::Bank, kCny);
        open(AccountKind::AdvertiserWallet, kCny);
    }

    /// False when the two differ; what() says in what.
    bool step()
    {
        if (m_random.chance(0.1))
            m_now = m_now + m_random.below(2000);
        if (m_random.chance(0.03)) {
            const AccountHandle account = drawAccount();
            const std::int64_t limit = m_random.below(400);
            m_book.setLimit(account, {limit}, m_now);
            m_naive.setLimit(account, limit);
        }
        if (m_random.chance(0.02))
            reload();
        const Transfer transfer = draw();
        const Answer answer = m_book.apply(transfer, m_now);
        const Outcome wanted = m_naive.apply(transfer, m_now);
        ++counts[wanted];
        if (answer.outcome != wanted)
            return fail("outcome " + std::string(kOutcomeNames[std::size_t(answer.outcome)])
                        + " instead of " + std::string(kOutcomeNames[std::size_t(wanted)]));
        return isSame(transfer.debit) && isSame(transfer.credit);
    }
    bool isSame(AccountHandle account)
    {
        if (account == 0 || account > m_book.accountCount())
            return true;
        const Account& fast = m_book.account(account);
        const NaiveLedger::Sums sums = m_naive.sumsOf(account);
        if (fast.debitsPosted == sums.debitsPosted && fast.debitsPending == sums.debitsPending
            && fast.creditsPosted == sums.creditsPosted
            && fast.creditsPending == sums.creditsPending && fast.reversed == sums.reversed)
            return true;
        return fail("counters of " + toString(m_book.nameOf(account)));
    }
    bool allSame()
    {
        for (AccountHandle account = 1; account <= m_book.accountCount(); ++account)
            if (!isSame(account))
                return false;
        for (const TrialBalance& sum : trialBalances(m_book))
            if (!sum.holds())
                return fail("the accounts do not sum to zero");
        return true;
    }
    const std::string& what() const { return m_what; }
    static std::map<Outcome, int> counts; ///< how often each outcome was wanted, over all twins

private:
    void open(AccountKind kind, Currency currency)
    {
        const auto owner = std::to_string(m_book.accountCount());
        m_book.open({kind, owner, currency}, m_now);
        m_naive.open(kind, currency);
    }
    bool fail(std::string what)
    {
        m_what = std::move(what);
        return false;
    }
    AccountHandle drawAccount()
    {
        return 1 + m_random.below(static_cast<std::uint32_t>(m_book.accountCount()));
    }
    TransferId newId() { return TransferId::of(m_now, ++m_key, 0); }
    /// An id that was used before, most often one of the last.
    TransferId usedId()
    {
        const auto& rows = m_naive.rows();
        if (rows.empty() || m_random.chance(0.02))
            return newId();
        const auto size = static_cast<std::uint32_t>(rows.size());
        const std::uint32_t back
            = m_random.below(std::min(size, m_random.chance(0.8) ? 20U : size));
        return rows[size - 1 - back].transfer.id;
    }
    Transfer draw()
    {
        const auto& rows = m_naive.rows();
        if (!rows.empty() && m_random.chance(0.1))
            return drawAgain(
                rows[m_random.below(static_cast<std::uint32_t>(rows.size()))].transfer);
        Transfer transfer{newId(),
                          {},
                          Money{std::int64_t{m_random.below(60)} - 2},
                          {},
                          drawAccount(),
                          drawAccount(),
                          TransferKind::Single,
                          TransferCode::Adjustment};
        if (m_random.chance(0.4)) { // so that there is money to move
            transfer.debit = m_random.chance(0.2) ? 8 : 1;
            transfer.credit = transfer.debit == 8 ? 9 : 2 + m_random.below(2);
        }
        if (m_random.chance(0.003))
            transfer.amount = {INT64_MAX};
        const std::uint32_t kind = m_random.below(100);
        if (kind < 40)
            return transfer;
        if (kind < 60) {
            transfer.kind = TransferKind::Pending;
            if (m_random.chance(0.7)) {
                transfer.debit = 2 + m_random.below(2);
                transfer.credit = 4 + m_random.below(2);
            }
            if (m_random.chance(0.5))
                transfer.expires = m_now + (std::int64_t{m_random.below(3000)} - 60);
            return transfer;
        }
        transfer.reference = usedId();
        transfer.kind = kind < 75 ? TransferKind::Post
            : kind < 85           ? TransferKind::Void
                                  : TransferKind::Reversal;
        if (transfer.kind == TransferKind::Void && m_random.chance(0.95))
            transfer.amount = {};
        if (m_random.chance(0.9))
            transfer.debit = transfer.credit = 0;
        return transfer;
    }
    /// The same once more, sometimes changed.
    Transfer drawAgain(Transfer transfer)
    {
        switch (m_random.below(6)) {
        case 0:
            transfer.amount.micros ^= 1;
            break;
        case 1:
            transfer.code = TransferCode::Refund;
            break;
        default:
            break;
        }
        return transfer;
    }
    /// Writes down everything, and goes on in a new book that was made from it. Sometimes the old
    /// transfers are not in memory any more.
    void reload()
    {
        const BookChanges changes = m_book.takeChanges();
        m_accounts.insert(m_accounts.end(), changes.accounts.begin(), changes.accounts.end());
        m_limits.insert(m_limits.end(), changes.limits.begin(), changes.limits.end());
        m_entries.insert(m_entries.end(), changes.entries.begin(), changes.entries.end());
        Book again(kUsd);
        for (const OpenedAccount& account : m_accounts)
            again.restore(account);
        for (const LimitChange& limit : m_limits)
            again.restore(limit);
        for (const Entry& entry : m_entries)
            again.restore(entry);
        again.restoreEnd(0, m_now, {-1});
        m_book = std::move(again);
        if (m_random.chance(0.5))
            return;
        m_book.setLookup([this](TransferId id) { return findOlder(id); });
        m_book.forget(m_book.lastSequence(), m_now + 1);
    }
    std::optional<Entry> findOlder(TransferId id) const
    {
        std::optional<Entry> found;
        for (const Entry& entry : m_entries) {
            if (entry.transfer.id == id) {
                found = entry;
                found->used = 0;
            }
            if (found && entry.transfer.kind == TransferKind::Reversal
                && entry.outcome == Outcome::Applied && entry.transfer.reference == id)
                found->used += entry.transfer.amount.micros;
        }
        if (found)
            found->open = false; // what is open stays in memory
        return found;
    }

    base::Random m_random;
    TimeMs m_now = kStart;
    std::uint64_t m_key = 0;
    Book m_book{kUsd};
    NaiveLedger m_naive;
    std::vector<OpenedAccount> m_accounts;
    std::vector<LimitChange> m_limits;
    std::vector<Entry> m_entries;
    std::string m_what;
};

std::map<Outcome, int> Twins::counts;

/// A market's counters, growing at random; what is due of them is summed apart.
struct Market
{
    static constexpr Handle kFirst = 11; ///< of campaigns and publishers: the bed has its own
    static constexpr Handle kOwnRates = 16; ///< pays rates of its own, not clearing prices
    static constexpr Handle kForeign = 17; ///< pays in another currency
    static constexpr Handle kLast = 17;
    static constexpr Handle kPublishers = 3;
    static constexpr std::int64_t kCarries = 2 * (kLast - kFirst + 1);
    static std::int64_t budgetOf(Handle campaign) { return 3'000 + 40 * std::int64_t{campaign}; }

    explicit Market(std::uint64_t seed)
        : random(seed)
    {
        bed.book.setRate(kCny, 1387, 10'000, kStart);
        for (Handle i = kFirst; i <= kLast; ++i) {
            const Currency currency = i == kForeign ? kCny : kUsd;
            bed.settlement.setCampaign(i,
                                       {"c" + std::to_string(i), "a" + std::to_string(i % 3),
                                        currency, Money{budgetOf(i)}, i != kOwnRates},
                                       kStart);
            bed.payIn(bed.settlement.walletOf(i), Money{2'000}, currency);
            counts.push_back({i, 0, 0, 0, 0});
        }
        for (Handle i = kFirst; i < kFirst + kPublishers; ++i) {
            bed.settlement.setPublisher(i, "p" + std::to_string(i), kStart);
            publishers.push_back({i, 0});
        }
    }
    void deliver()
    {
        for (CampaignCounts& campaign : counts) {
            if (random.chance(0.3))
                continue;
            const std::int64_t nanos = random.below(90'000);
            const bool late = campaign.campaign != kOwnRates && random.chance(0.1);
            (late ? campaign.unchargedNanos : campaign.dueNanos) += nanos;
            const std::int64_t cleared
                = campaign.campaign == kForeign ? nanos * 1387 / 10'000 : nanos;
            campaign.clearedNanos += cleared;
            const std::int64_t share = cleared * (800 + random.below(200)) / 1000;
            publishers[random.below(kPublishers)].earnedNanos += share;
            fee += cleared - share;
        }
    }
    RoundResult settle(int minute) { return bed.settle(minute, counts, publishers, fee, 170'000); }

    base::Random random;
    LedgerBed bed;
    std::vector<CampaignCounts> counts;
    std::vector<PublisherCounts> publishers;
    std::int64_t fee = 0;
};

} // namespace

class LedgerPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBookIsTheNaiveLedgerToTheMicro();
    void everyOutcomeWasTried();
    void roundsConserveEveryMicro();
    void undoneRoundsLeaveNoTrace();
};

void LedgerPropertiesTest::aBookIsTheNaiveLedgerToTheMicro()
{
    for (int run = 0; run < kRuns; ++run) {
        Twins twins(static_cast<std::uint64_t>(run) + 1);
        for (int i = 0; i < kOperations; ++i)
            if (!twins.step())
                QFAIL(("seed " + std::to_string(run + 1) + ", operation " + std::to_string(i) + ": "
                       + twins.what())
                          .c_str());
        QVERIFY2(twins.allSame(), twins.what().c_str());
    }
}

void LedgerPropertiesTest::everyOutcomeWasTried()
{
    const std::set<Outcome> cannot{Outcome::IdMissing, Outcome::AccountUnknown};
    for (std::size_t i = 0; i < kOutcomeNames.size(); ++i)
        if (!cannot.contains(static_cast<Outcome>(i)))
            QVERIFY2(Twins::counts[static_cast<Outcome>(i)] > 20, kOutcomeNames[i].data());
}

void LedgerPropertiesTest::roundsConserveEveryMicro()
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Market market(seed);
        LedgerBed& bed = market.bed;
        for (int minute = 1; minute <= 100; ++minute) {
            market.deliver();
            market.settle(minute);
            if (market.random.chance(0.7)) {
                std::vector<Reservation> wishes;
                for (Handle i = Market::kFirst; i <= Market::kLast; ++i)
                    wishes.push_back({i, Money{market.random.below(300)}});
                bed.reserve(minute, wishes);
            }
            QCOMPARE(bed.balance(AccountKind::DeliveryClearing, ""), 0);
            QVERIFY(bed.sumsAreZero());
        }
        __int128_t funded = 0;
        for (const CampaignCounts& counts : market.counts) {
            const std::string name = "c" + std::to_string(counts.campaign);
            const Currency currency = counts.campaign == Market::kForeign ? kCny : kUsd;
            const auto settled = [&](AccountKind kind, Currency of) {
                const AccountHandle account = bed.book.find({kind, name, of});
                return account == 0 ? 0 : bed.book.account(account).settled;
            };
            // Rounded down once, whatever the steps were.
            QCOMPARE(settled(AccountKind::CampaignBudget, currency)
                         + settled(AccountKind::Suspense, currency),
                     counts.dueNanos / 1000);
            QCOMPARE(settled(AccountKind::LateWinLoss, currency), counts.unchargedNanos / 1000);
            QVERIFY(bed.settlement.chargedOf(counts.campaign).micros
                    <= Market::budgetOf(counts.campaign));
            if (counts.campaign == Market::kOwnRates)
                QCOMPARE(settled(AccountKind::PlatformRevenue, kUsd), counts.clearedNanos / 1000);
            if (counts.campaign < Market::kOwnRates)
                funded += counts.dueNanos / 1000 + counts.unchargedNanos / 1000;
        }
        funded += bed.at(AccountKind::PlatformRevenue, "c16").settled
            - bed.balance(AccountKind::FxClearing, "");
        std::int64_t paid = bed.balance(AccountKind::Suspense, "")
            + bed.balance(AccountKind::PlatformRevenue, "") + bed.balance(AccountKind::Tax, "");
        for (const PublisherCounts& publisher : market.publishers)
            paid += bed.balance(AccountKind::PublisherPayable,
                                "p" + std::to_string(publisher.publisher));
        QVERIFY(funded == paid);
        QCOMPARE(bed.balance(AccountKind::Suspense, ""), 0);
        // Nobody waits for more than the carries of all campaigns (two each), nor is ahead by more
        // than the micro-unit of a rounding.
        for (const PublisherCounts& publisher : market.publishers) {
            const std::int64_t waits = publisher.earnedNanos
                - bed.balance(AccountKind::PublisherPayable,
                              "p" + std::to_string(publisher.publisher))
                    * 1000;
            QVERIFY(waits > -1000 && waits < (Market::kCarries + 1) * 1000);
        }
    }
}

void LedgerPropertiesTest::undoneRoundsLeaveNoTrace()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Market undone(seed);
        Market plain(seed);
        for (int minute = 1; minute <= 40; ++minute) {
            undone.deliver();
            plain.deliver();
            std::vector<Reservation> wishes;
            for (Handle i = Market::kFirst; i <= Market::kLast; ++i)
                wishes.push_back({i, Money{40 * i}});
            undone.bed.reserve(3 * minute, wishes);
            plain.bed.reserve(3 * minute, wishes);
            const auto round = undone.settle(3 * minute + 1);
            undone.bed.settlement.compensate(round.round,
                                             kStart + (3 * minute + 1) * base::kMinuteMs);
            undone.settle(3 * minute + 2);
            plain.settle(3 * minute + 2);
        }
        for (AccountHandle account = 1; account <= plain.bed.book.accountCount(); ++account) {
            const AccountName& name = plain.bed.book.nameOf(account);
            QCOMPARE(undone.bed.balance(name.kind, name.owner, name.currency),
                     plain.bed.balance(name.kind, name.owner, name.currency));
            QCOMPARE(undone.bed.at(name.kind, name.owner, name.currency).settled,
                     plain.bed.at(name.kind, name.owner, name.currency).settled);
        }
        for (Handle i = Market::kFirst; i <= Market::kLast; ++i)
            QCOMPARE(undone.bed.settlement.heldOf(i).micros, plain.bed.settlement.heldOf(i).micros);
    }
}

QTEST_APPLESS_MAIN(LedgerPropertiesTest)
#include "test_ledger_properties.moc"
