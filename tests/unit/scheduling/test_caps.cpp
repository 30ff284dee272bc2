// SPDX-License-Identifier: GPL-3.0-or-later
// Sixteen ad servers on threads of their own spend the same budgets, and what passes between them
// and the scheduler is lost, doubled, delayed and overtaken; servers sleep beyond the end of their
// grants. More auctions: test_caps --auctions 200000000.
#include "engine/base/random.h"
#include "engine/dsp/held_quota.h"
#include "engine/scheduling/quota/quota_slice.h"
#include "engine/scheduling/quota/quota_split.h"

#include <QtTest>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

using namespace gavel;
using namespace gavel::scheduling;

namespace {

std::uint64_t auctionCount = 20'000'000;
constexpr std::uint32_t kServers = 16;
constexpr std::uint32_t kCampaigns = 24;
constexpr std::int64_t kWindowMs = 5 * base::kMinuteMs;
constexpr std::int64_t kWindows = base::kDayMs / kWindowMs;
constexpr std::int64_t kHighestBid = 4'000'000; ///< nano-units
constexpr std::uint32_t kBatch = 256; ///< auctions between two looks at the messages
constexpr std::int64_t kOutcomeWithinMs = 2 * base::kMinuteMs;

/// A way for messages that loses some, doubles some, and lets them overtake one another.
template<typename Message>
class BadLine
{
public:
    explicit BadLine(std::uint64_t seed)
        : m_random(seed)
    {
    }
    void send(const Message& message, TimeMs now)
    {
        const std::scoped_lock lock(m_mutex);
        const unsigned copies = m_random.chance(0.1) ? 0 : m_random.chance(0.1) ? 2 : 1;
        for (unsigned copy = 0; copy < copies; ++copy)
            m_under.push_back(
                {now + (m_random.chance(0.7) ? 0 : m_random.below(3 * kWindowMs)), message});
    }
    /// What has arrived by now, in no order of its sending.
    std::vector<Message> take(TimeMs now)
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<Message> here;
        std::erase_if(m_under, [&](const auto& one) {
            if (one.first > now)
                return false;
            here.push_back(one.second);
            return true;
        });
        for (std::size_t i = here.size(); i > 1; --i)
            std::swap(here[i - 1], here[m_random.below(static_cast<std::uint32_t>(i))]);
        return here;
    }

private:
    std::mutex m_mutex;
    base::Random m_random;
    std::vector<std::pair<TimeMs, Message>> m_under;
};

struct Report
{
    std::uint32_t server = 0;
    std::array<SliceReport, kCampaigns> slices{};
};

/// What all have in common. Time is the share of the day's auctions that were held.
struct Day
{
    std::atomic<std::uint64_t> auctions{0};
    std::atomic<std::int64_t> window{-1}; ///< the newest whose grants are out
    BadLine<Report> reports{1};
    std::vector<std::unique_ptr<BadLine<std::vector<model::QuotaGrant>>>> grants;

    TimeMs now() const
    {
        const auto held = static_cast<__int128_t>(auctions.load(std::memory_order_relaxed));
        return {
            static_cast<std::int64_t>(held * base::kDayMs / static_cast<__int128_t>(auctionCount))};
    }
    bool isOver() const { return auctions.load(std::memory_order_relaxed) >= auctionCount; }
    /// The day does not run away from a scheduler that the machine keeps waiting.
    bool isAhead() const
    {
        return now().value / kWindowMs > window.load(std::memory_order_acquire) + 1;
    }
};

class Server
{
public:
    Server(Day& day, std::uint32_t number)
        : m_day(day)
        , m_random(1000 + number)
        , m_number(number)
    {
    }

    void run()
    {
        while (!m_day.isOver()) {
            if (m_day.isAhead()) {
                std::this_thread::yield();
                continue;
            }
            if (m_random.chance(0.0005))
                sleepTo(m_day.now() + m_random.below(12 * kWindowMs));
            // A server that has slept bids first and reads its messages then.
            for (std::uint32_t auction = 0; auction < kBatch; ++auction)
                hold(m_day.now());
            settle(m_day.now() + -kOutcomeWithinMs);
            m_day.auctions.fetch_add(kBatch, std::memory_order_relaxed);
            read(m_day.now());
            std::this_thread::yield(); // all of them in every window, on however few cores
        }
        settle({INT64_MAX});
    }
    const dsp::HeldQuota& quota(std::uint32_t campaign) const { return m_quotas[campaign]; }
    std::uint64_t bids() const { return m_bids; }

private:
    struct Open
    {
        TimeMs at;
        std::uint32_t campaign = 0;
        Price price;
    };

    void sleepTo(TimeMs end)
    {
        while (!m_day.isOver() && m_day.now() < end)
            std::this_thread::yield();
    }
    void hold(TimeMs now)
    {
        const std::uint32_t campaign = m_random.below(kCampaigns);
        const Price price{1 + m_random.below(kHighestBid)};
        dsp::HeldQuota& quota = m_quotas[campaign];
        quota.turn(now);
        if (!quota.hold(price))
            return;
        ++m_bids;
        m_open.push_back({now, campaign, price});
    }
    void settle(TimeMs before)
    {
        for (; !m_open.empty() && m_open.front().at < before; m_open.pop_front()) {
            const Open& bid = m_open.front();
            if (m_random.chance(0.4))
                m_quotas[bid.campaign].post(
                    bid.price, {m_random.below(static_cast<std::uint32_t>(bid.price.nanos + 1))});
            else
                m_quotas[bid.campaign].release(bid.price);
        }
    }
    void read(TimeMs now)
    {
        for (const auto& grants : m_day.grants[m_number]->take(now))
            for (const model::QuotaGrant& grant : grants)
                m_quotas[grant.campaign].apply(grant, now);
        if (now.value / kWindowMs == m_reported)
            return;
        m_reported = now.value / kWindowMs;
        Report report{m_number, {}};
        for (std::uint32_t campaign = 0; campaign < kCampaigns; ++campaign) {
            const dsp::HeldQuota& quota = m_quotas[campaign];
            report.slices[campaign] = {now, quota.version(), quota.spent().nanos,
                                       quota.bound().nanos, static_cast<std::int64_t>(m_bids)};
        }
        m_day.reports.send(report, now);
    }

    Day& m_day;
    base::Random m_random;
    std::uint32_t m_number;
    std::array<dsp::HeldQuota, kCampaigns> m_quotas;
    std::deque<Open> m_open;
    std::int64_t m_reported = -1;
    std::uint64_t m_bids = 0;
};

/// Shares the budgets out evenly over the day, the last of them half an hour before its end.
class Budgets
{
public:
    Budgets(Day& day, std::int64_t budget)
        : m_day(day)
        , m_budget(budget)
        , m_slices(kCampaigns, std::vector<QuotaSlice>(kServers))
        , m_servers(kServers)
    {
        for (std::uint32_t server = 0; server < kServers; ++server)
            m_servers[server].server = server;
    }

    void run()
    {
        while (!m_day.isOver()) {
            const std::int64_t window = m_day.now().value / kWindowMs;
            if (window <= m_day.window.load(std::memory_order_relaxed)) {
                std::this_thread::yield();
                continue;
            }
            grant(window);
            m_day.window.store(window, std::memory_order_release);
        }
    }
    std::int64_t mostOutstanding() const { return m_mostOutstanding; }

private:
    void grant(std::int64_t window)
    {
        const TimeMs now{window * kWindowMs};
        for (const Report& report : m_day.reports.take(m_day.now()))
            for (std::uint32_t campaign = 0; campaign < kCampaigns; ++campaign)
                m_slices[campaign][report.server].report(report.slices[campaign]);
        std::vector<std::vector<model::QuotaGrant>> grants(kServers);
        for (std::uint32_t campaign = 0; campaign < kCampaigns; ++campaign) {
            auto& slices = m_slices[campaign];
            const auto limits = m_split.split(
                {campaign, 0, m_budget, std::min(m_budget, m_budget * (window + 6) / kWindows),
                 kHighestBid},
                m_servers, slices);
            std::int64_t outstanding = 0;
            for (std::uint32_t server = 0; server < kServers; ++server) {
                const auto version = slices[server].send(limits[server]);
                grants[server].push_back({campaign,
                                          server,
                                          now,
                                          now + kWindowMs,
                                          1,
                                          version,
                                          {limits[server]},
                                          now + 2 * kWindowMs});
                outstanding += slices[server].outstanding();
            }
            m_mostOutstanding = std::max(m_mostOutstanding, outstanding);
        }
        for (std::uint32_t server = 0; server < kServers; ++server)
            m_day.grants[server]->send(grants[server], m_day.now());
    }

    Day& m_day;
    std::int64_t m_budget;
    std::vector<std::vector<QuotaSlice>> m_slices;
    std::vector<SplitServer> m_servers;
    QuotaSplit m_split;
    std::int64_t m_mostOutstanding = 0;
};

} // namespace

class CapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noBudgetIsOverspentAndLittleIsLeft();
};

void CapsTest::noBudgetIsOverspentAndLittleIsLeft()
{
    // A third of what the day's auctions would spend: 0.4 of them are won at a quarter of the
    // highest bid.
    const auto budget = static_cast<std::int64_t>(static_cast<__int128_t>(auctionCount)
                                                  * kHighestBid / kCampaigns / 30);
    Day day;
    std::deque<Server> servers;
    for (std::uint32_t number = 0; number < kServers; ++number) {
        day.grants.push_back(
            std::make_unique<BadLine<std::vector<model::QuotaGrant>>>(100 + number));
        servers.emplace_back(day, number);
    }
    Budgets budgets(day, budget);
    {
        std::vector<std::jthread> threads;
        threads.emplace_back([&] { budgets.run(); });
        for (Server& server : servers)
            threads.emplace_back([&] { server.run(); });
    }
    QVERIFY(budgets.mostOutstanding() <= budget);
    std::uint64_t bids = 0;
    for (const Server& server : servers)
        bids += server.bids();
    double stranded = 0;
    for (std::uint32_t campaign = 0; campaign < kCampaigns; ++campaign) {
        std::int64_t spent = 0;
        for (const Server& server : servers)
            spent += server.quota(campaign).spent().nanos;
        QVERIFY2(spent <= budget, qPrintable(QStringLiteral("campaign %1").arg(campaign)));
        stranded
            = std::max(stranded, static_cast<double>(budget - spent) / static_cast<double>(budget));
    }
    qInfo("%llu auctions, %llu bids, most stranded %.3f %%",
          static_cast<unsigned long long>(day.auctions.load()),
          static_cast<unsigned long long>(bids), stranded * 100);
    QVERIFY2(stranded <= 0.01, qPrintable(QString::number(stranded)));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    if (const auto place = arguments.indexOf(QStringLiteral("--auctions"));
        place > 0 && place + 1 < arguments.size()) {
        auctionCount = arguments[place + 1].toULongLong();
        arguments.remove(place, 2);
    }
    CapsTest test;
    return QTest::qExec(&test, arguments);
}

#include "test_caps.moc"
