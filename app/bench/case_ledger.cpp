// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/histogram.h"
#include "engine/base/random.h"
#include "engine/ledger/ledger_store.h"
#include "engine/ledger/ledger_tables.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <unistd.h>

namespace gavel::bench {

BenchResult benchLedger();

namespace {

using ledger::AccountHandle;
using ledger::AccountKind;
using ledger::Transfer;
using ledger::TransferCode;
using ledger::TransferId;
using ledger::TransferKind;

constexpr TimeMs kBookStart{1'774'000'000'000};
constexpr std::uint32_t kBudgets = 10'000;
constexpr std::uint32_t kAdvertisers = 1'000;
constexpr std::size_t kBatch = 8'192;
constexpr std::size_t kInMemory = 1'000; ///< batches
constexpr std::size_t kDurable = 200; ///< batches
constexpr std::size_t kInFlight = 4; ///< batches that wait for their commit

/// What scheduling rounds do to a book: each transfer a campaign's hold, its charge, the hold of
/// the rest, the delivery, or a publisher's share.
class BookWorkload
{
public:
    BookWorkload()
    {
        const Currency currency;
        const auto open = [&](AccountKind kind, const std::string& owner) {
            return m_book.open({kind, owner, currency}, kBookStart);
        };
        m_clearing = open(AccountKind::DeliveryClearing, "");
        m_publisher = open(AccountKind::PublisherPayable, "publisher");
        for (std::uint32_t i = 0; i < kAdvertisers; ++i) {
            m_wallets.push_back(open(AccountKind::AdvertiserWallet, "adv-" + std::to_string(i)));
            m_book.setLimit(m_wallets.back(), Money::units(1'000'000'000), kBookStart);
        }
        for (std::uint32_t i = 0; i < kBudgets; ++i) {
            m_budgets.push_back(open(AccountKind::CampaignBudget, "camp-" + std::to_string(i)));
            m_book.setLimit(m_budgets.back(), Money::units(1'000'000'000), kBookStart);
        }
        m_holds.resize(kBudgets);
    }

    ledger::Book& book() { return m_book; }

    /// The next transfers, of campaigns drawn at random.
    void draw(std::vector<Transfer>& batch)
    {
        batch.clear();
        while (batch.size() + 5 <= kBatch)
            drawCampaign(batch);
        m_now = m_now + 250;
    }
    TimeMs now() const { return m_now; }

private:
    void drawCampaign(std::vector<Transfer>& batch)
    {
        const std::uint32_t campaign = m_random.below(kBudgets);
        const AccountHandle budget = m_budgets[campaign];
        const AccountHandle wallet = m_wallets[campaign % kAdvertisers];
        const Money charge{1 + m_random.below(1'000'000)};
        if (!m_holds[campaign].isNone())
            batch.push_back({id(),
                             m_holds[campaign],
                             charge,
                             {},
                             wallet,
                             budget,
                             TransferKind::Post,
                             TransferCode::Charge});
        else
            batch.push_back(
                {id(), {}, charge, {}, wallet, budget, TransferKind::Single, TransferCode::Charge});
        m_holds[campaign] = id();
        batch.push_back({m_holds[campaign],
                         {},
                         Money::units(1),
                         {},
                         wallet,
                         budget,
                         TransferKind::Pending,
                         TransferCode::Reserve});
        batch.push_back({id(),
                         {},
                         charge,
                         {},
                         budget,
                         m_clearing,
                         TransferKind::Single,
                         TransferCode::Delivery});
        batch.push_back({id(),
                         {},
                         charge,
                         {},
                         m_clearing,
                         m_publisher,
                         TransferKind::Single,
                         TransferCode::PublisherShare});
    }
    TransferId id() { return TransferId::of(m_now, ++m_key, 1); }

    ledger::Book m_book;
    base::Random m_random{7};
    TimeMs m_now = kBookStart;
    std::uint64_t m_key = 0;
    AccountHandle m_clearing = 0;
    AccountHandle m_publisher = 0;
    std::vector<AccountHandle> m_wallets;
    std::vector<AccountHandle> m_budgets;
    std::vector<TransferId> m_holds;
};

[[noreturn]] void giveUp(const std::string& why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::_Exit(3);
}

double seconds(std::int64_t nanos)
{
    return static_cast<double>(nanos) * 1e-9;
}

void mustApply(const std::vector<ledger::Answer>& answers)
{
    for (const auto& answer : answers)
        if (!answer.applied())
            giveUp("a transfer was refused");
}

/// Applied and taken for the file, not written; what the file would have is forgotten as often as
/// the store does. Drawing does not count; nanoseconds of each batch are added to `times`.
std::uint64_t inMemory(base::Histogram& times, std::int64_t& nanos)
{
    BookWorkload workload;
    std::vector<Transfer> batch;
    std::vector<ledger::Answer> answers;
    std::uint64_t count = 0;
    std::size_t sinceForgotten = 0;
    for (std::size_t i = 0; i < kInMemory; ++i) {
        workload.draw(batch);
        const std::int64_t began = base::monotonicNanos();
        workload.book().apply(batch, workload.now(), answers);
        const ledger::BookChanges changes = workload.book().takeChanges();
        sinceForgotten += changes.entries.size();
        if (sinceForgotten >= ledger::LedgerStore::kSnapshotEvery) {
            sinceForgotten = 0;
            workload.book().forget(workload.book().lastSequence(), workload.now());
        }
        const std::int64_t took = base::monotonicNanos() - began;
        nanos += took;
        times.add(static_cast<std::uint64_t>(took));
        count += batch.size();
        mustApply(answers);
    }
    return count;
}

/// Applied and appended, a few batches in flight; microseconds from append to durable are added to
/// `delays`. The last commit counts.
double durablePerSecond(base::Histogram& delays)
{
    const std::filesystem::path file = "gavel-bench-" + std::to_string(::getpid()) + ".gavel";
    double perSecond = 0;
    {
        auto workspace = store::Workspace::open(file, ledger::ledgerMigrations());
        if (!workspace)
            giveUp(toString(workspace.error()));
        auto books = ledger::LedgerStore::open(**workspace, "bench", 1, {}, kBookStart);
        if (!books)
            giveUp(toString(books.error()));
        BookWorkload workload;
        std::vector<Transfer> batch;
        std::vector<ledger::Answer> answers;
        std::deque<std::pair<std::shared_future<Result<void>>, std::int64_t>> flying;
        const auto land = [&] {
            if (const auto done = flying.front().first.get(); !done)
                giveUp(toString(done.error()));
            delays.add(static_cast<std::uint64_t>((base::monotonicNanos() - flying.front().second)
                                                  / 1000));
            flying.pop_front();
        };
        if (!books->append(workload.book()).get()) // the accounts
            giveUp("the accounts were not written");
        std::uint64_t count = 0;
        const std::int64_t began = base::monotonicNanos();
        for (std::size_t i = 0; i < kDurable; ++i) {
            workload.draw(batch);
            workload.book().apply(batch, workload.now(), answers);
            count += batch.size();
            flying.emplace_back(books->append(workload.book()), base::monotonicNanos());
            if (flying.size() > kInFlight)
                land();
        }
        while (!flying.empty())
            land();
        perSecond = static_cast<double>(count) / seconds(base::monotonicNanos() - began);
    }
    for (const char* end : {"", "-lock", "-wal", "-shm"})
        std::filesystem::remove(file.string() + end);
    return perSecond;
}

} // namespace

/// Transfers of scheduling rounds over 10 000 campaigns: applied in memory (the rate, and the times
/// of one transfer in its batch), and durable with synchronous=FULL (what is added).
BenchResult benchLedger()
{
    BenchResult result;
    result.name = "ledger";
    base::Histogram times;
    std::int64_t nanos = 0;
    result.work = inMemory(times, nanos);
    result.seconds = seconds(nanos);
    const auto each = [&](double share) {
        return static_cast<double>(times.percentile(share)) / 1000 / kBatch;
    };
    result.p50Micros = each(0.5);
    result.p99Micros = each(0.99);
    base::Histogram delays;
    const double durable = durablePerSecond(delays);
    const auto millis = [&](double share) {
        return rounded(static_cast<double>(delays.percentile(share)) / 1000, 1);
    };
    result.extra = {{"durable_per_s", rounded(durable)},
                    {"batch", std::to_string(kBatch)},
                    {"durable_p50_ms", millis(0.5)},
                    {"durable_p99_ms", millis(0.99)}};
    return result;
}

} // namespace gavel::bench
