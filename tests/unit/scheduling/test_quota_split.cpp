// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/scheduling/quota/quota_split.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace gavel;
using namespace gavel::scheduling;

namespace {

std::vector<SplitServer> serversNumbered(std::uint32_t count)
{
    std::vector<SplitServer> servers;
    for (std::uint32_t i = 0; i < count; ++i)
        servers.push_back({.server = 100 + i});
    return servers;
}

std::int64_t outstandingOf(const std::vector<QuotaSlice>& slices)
{
    std::int64_t sum = 0;
    for (const QuotaSlice& slice : slices)
        sum += slice.outstanding();
    return sum;
}

/// Splits, sends every limit, and lets each server report at once that it applied it.
std::vector<std::int64_t> splitAndApply(const SplitRequest& request,
                                        const std::vector<SplitServer>& servers,
                                        std::vector<QuotaSlice>& slices, std::int64_t at)
{
    QuotaSplit split;
    const auto limits = split.split(request, servers, slices);
    std::vector<std::int64_t> sent(limits.begin(), limits.end());
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const auto version = slices[i].send(sent[i]);
        slices[i].report({{at}, version, slices[i].spent(), sent[i], 0});
    }
    return sent;
}

} // namespace

class TestQuotaSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsSumToTheWhole()
    {
        base::Random random(1);
        for (int i = 0; i < 2000; ++i) {
            std::vector<double> weights(1 + random.below(16));
            for (double& weight : weights)
                weight = random.chance(0.2) ? 0 : random.uniform();
            const auto whole = static_cast<std::int64_t>(random.next() >> (2 + random.below(60)));
            std::vector<std::int64_t> parts(weights.size());
            splitByWeight(whole, weights, parts);
            const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}),
                     sum > 0 ? whole : 0);
            for (std::size_t part = 0; part < parts.size(); ++part) {
                QVERIFY(parts[part] >= 0);
                QVERIFY(weights[part] > 0 || parts[part] == 0);
            }
        }
    }

    void theLargestRemaindersGetWhatIsLeftOver()
    {
        std::vector<std::int64_t> parts(3);
        splitByWeight(10, std::vector{1.0, 1.0, 1.0}, parts);
        QCOMPARE(parts, (std::vector<std::int64_t>{4, 3, 3}));
        splitByWeight(10, std::vector{0.26, 0.25, 0.49}, parts); // 2.6, 2.5, 4.9
        QCOMPARE(parts, (std::vector<std::int64_t>{3, 2, 5}));
    }

    void equalServersGetEqualParts()
    {
        std::vector<QuotaSlice> slices(4);
        const auto limits
            = splitAndApply({.campaign = 1, .cap = 10'000, .limit = 4'000, .highestBid = 10},
                            serversNumbered(4), slices, 1);
        QCOMPARE(limits, (std::vector<std::int64_t>{1000, 1000, 1000, 1000}));
    }

    void sharesFollowTheWorthThatServersSee()
    {
        std::vector<QuotaSlice> slices(2);
        slices[0].report({{1}, 0, 0, 0, 300});
        slices[1].report({{1}, 0, 0, 0, 100});
        const auto limits
            = splitAndApply({.campaign = 1, .cap = 10'000, .limit = 4'000, .highestBid = 0},
                            serversNumbered(2), slices, 2);
        // A slice of one nano-unit each, 3998 by three to one.
        QCOMPARE(limits, (std::vector<std::int64_t>{1 + 2999, 1 + 999}));
    }

    void aServerThatSawNothingIsStillTried()
    {
        std::vector<QuotaSlice> slices(2);
        slices[0].report({{1}, 0, 0, 0, 300});
        const auto limits
            = splitAndApply({.campaign = 1, .cap = 100'000, .limit = 101'000, .highestBid = 25},
                            serversNumbered(2), slices, 2);
        // 100 each; of the rest 1 : 0.02 / 2.
        const double rest = 100'000 - 200;
        QVERIFY(std::abs(static_cast<double>(limits[1]) - (100 + rest * 0.01 / 1.01)) <= 1);
        QCOMPARE(limits[0] + limits[1], std::int64_t{100'000});
    }

    void busyServersGetLess()
    {
        const std::vector<ServerHealth> health{{0.4, 2}, {0.4, 2}, {0.9, 8}};
        const auto levels = levelsOf(health);
        QCOMPARE(levels[0], 1.0);
        // mean load 0.567 of 0.9, mean latency 4 of 8
        QVERIFY(std::abs(levels[2] - (1.7 / 3 / 0.9) * 0.5) < 1e-12);
        QCOMPARE(levelsOf(std::vector<ServerHealth>{{0.1, 0.2}, {0.45, 0.9}}),
                 (std::vector<double>{1, 1})); // neither is busy
        QCOMPARE(levelsOf(std::vector<ServerHealth>{{0, 0}, {1, 1000}})[1], 0.25);

        auto servers = serversNumbered(2);
        servers[1].level = 0.5;
        std::vector<QuotaSlice> slices(2);
        const auto limits
            = splitAndApply({.campaign = 1, .cap = 10'000, .limit = 3'002}, servers, slices, 1);
        QCOMPARE(limits, (std::vector<std::int64_t>{2001, 1001}));
    }

    void smallCampaignsAreServedByFewServers()
    {
        // Room for two slices of 400.
        std::vector<QuotaSlice> slices(8);
        const auto limits
            = splitAndApply({.campaign = 3, .cap = 100'000, .limit = 1'100, .highestBid = 100},
                            serversNumbered(8), slices, 1);
        QCOMPARE(std::ranges::count_if(limits, [](auto limit) { return limit > 0; }), 2);
        QCOMPARE(std::accumulate(limits.begin(), limits.end(), std::int64_t{0}), 1'100);
        for (const auto limit : limits)
            QVERIFY(limit == 0 || limit >= 400);
    }

    void lessThanASliceIsNotGiven()
    {
        std::vector<QuotaSlice> slices(8);
        const auto limits
            = splitAndApply({.campaign = 3, .cap = 100'000, .limit = 399, .highestBid = 100},
                            serversNumbered(8), slices, 1);
        QCOMPARE(outstandingOf(slices), 0);
        QCOMPARE(std::ranges::count(limits, 0), 8);
    }

    void theLastOfABudgetIsGivenWhole()
    {
        std::vector<QuotaSlice> slices(8);
        splitAndApply({.campaign = 3, .cap = 150, .limit = 150, .highestBid = 100},
                      serversNumbered(8), slices, 1);
        QCOMPARE(outstandingOf(slices), 150);
    }

    void theChoiceOfServersTurnsFromDayToDay()
    {
        std::set<std::size_t> served;
        std::set<std::size_t> ofOneDay;
        for (std::int32_t day = 0; day < 60; ++day) {
            std::vector<QuotaSlice> slices(8);
            const auto limits = splitAndApply(
                {.campaign = 3, .day = day, .cap = 100'000, .limit = 400, .highestBid = 100},
                serversNumbered(8), slices, 1);
            const auto at = std::ranges::find(limits, 400) - limits.begin();
            QVERIFY(at < 8);
            served.insert(static_cast<std::size_t>(at));
        }
        QCOMPARE(served.size(), std::size_t{8});
        for (Handle campaign = 1; campaign <= 60; ++campaign) {
            std::vector<QuotaSlice> slices(8);
            const auto limits = splitAndApply(
                {.campaign = campaign, .day = 5, .cap = 100'000, .limit = 400, .highestBid = 100},
                serversNumbered(8), slices, 1);
            ofOneDay.insert(
                static_cast<std::size_t>(std::ranges::find(limits, 400) - limits.begin()));
        }
        QCOMPARE(ofOneDay.size(), std::size_t{8}); // campaigns are spread over servers
    }

    void aServerThatGoesAwayMovesOnlyItsOwnCampaigns()
    {
        // The promise of rendezvous hashing.
        const auto all = serversNumbered(8);
        for (Handle campaign = 1; campaign <= 100; ++campaign) {
            const SplitRequest request{
                .campaign = campaign, .cap = 100'000, .limit = 400, .highestBid = 100};
            std::vector<QuotaSlice> slices(8);
            const auto before = splitAndApply(request, all, slices, 1);
            auto fewer = all;
            fewer[2].reachable = false;
            std::vector<QuotaSlice> again(8);
            const auto after = splitAndApply(request, fewer, again, 1);
            if (before[2] == 0)
                QCOMPARE(after, before);
            else
                QCOMPARE(after[2], std::int64_t{0});
        }
    }

    void aLoweredLimitFreesMoneyOnlyWhenItWasReported()
    {
        auto servers = serversNumbered(2);
        std::vector<QuotaSlice> slices(2);
        QuotaSplit split;
        const auto send = [&](const SplitRequest& request) {
            const auto limits = split.split(request, servers, slices);
            for (std::size_t i = 0; i < slices.size(); ++i)
                slices[i].send(limits[i]);
        };
        send({.campaign = 1, .cap = 1000, .limit = 1000});
        QCOMPARE(slices[0].limit(), 500);
        // All traffic comes to the second server, which spends its part.
        slices[0].report({{1}, 1, 0, 500, 0});
        slices[1].report({{1}, 1, 500, 500, 1000});
        send({.campaign = 1, .cap = 1000, .limit = 1000});
        QVERIFY(slices[0].limit() < 20);
        QCOMPARE(slices[0].outstanding(), 500); // it may not have heard of it
        QCOMPARE(slices[1].limit(), 500);
        slices[0].report({{2}, 2, 0, slices[0].limit(), 0});
        slices[1].report({{2}, 2, 500, 500, 2000});
        send({.campaign = 1, .cap = 1000, .limit = 1000});
        QVERIFY(slices[1].limit() > 980);
        QCOMPARE(outstandingOf(slices), 1000);
    }

    void oldReportsAreIgnored()
    {
        QuotaSlice slice;
        slice.send(100);
        slice.send(200);
        QVERIFY(slice.report({{10}, 2, 50, 200, 0}));
        QVERIFY(!slice.report({{5}, 1, 20, 100, 0}));
        QVERIFY(!slice.report({{10}, 2, 50, 200, 0}));
        QVERIFY(!slice.report({{11}, 7, 50, 200, 0})); // of a grant that was never sent
        QCOMPARE(slice.spent(), 50);
        slice.close(70);
        QCOMPARE(slice.outstanding(), 70);
        QVERIFY(!slice.report({{20}, 2, 200, 200, 0}));
    }

    void forgottenGrantsStillCount()
    {
        // Nothing is heard of the server while limits fall: it may have applied any of them.
        QuotaSlice slice;
        slice.send(1000);
        for (int i = 0; i < 20; ++i)
            slice.send(10);
        QCOMPARE(slice.outstanding(), 1000);
        slice.report({{1}, 1, 5, 1000, 0});
        QCOMPARE(slice.outstanding(), 1000);
        slice.report({{2}, 20, 5, 10, 0});
        QCOMPARE(slice.outstanding(), 10);
    }

    void nothingIsOverspentWhateverGetsLost_data();
    void nothingIsOverspentWhateverGetsLost();
};

namespace {

struct Message
{
    std::int64_t due = 0;
    std::size_t place = 0;
    bool isGrant = false;
    std::uint64_t version = 0;
    std::int64_t limit = 0;
    SliceReport report;
};

/// An ad server that spends all it may whenever it can, with money held meanwhile.
struct Spender
{
    std::uint64_t version = 0;
    std::int64_t limit = 0;
    std::int64_t spent = 0;
    std::int64_t held = 0;
    bool isDead = false;

    void apply(std::uint64_t ofVersion, std::int64_t to)
    {
        if (ofVersion <= version || isDead)
            return;
        version = ofVersion;
        limit = to;
    }
    void bid(base::Random& random)
    {
        if (isDead)
            return;
        const std::int64_t free = limit - spent - held;
        if (free > 0)
            held += random.chance(0.5) ? free : 1 + random.below(static_cast<std::uint32_t>(free));
        if (random.chance(0.7)) {
            const std::int64_t cleared
                = held > 0 ? random.below(static_cast<std::uint32_t>(held) + 1) : 0;
            spent += random.chance(0.5) ? held : cleared;
            held = 0;
        }
    }
    SliceReport report(std::int64_t at) const
    {
        return {{at}, version, spent, std::max(limit, spent + held), spent};
    }
};

/// One campaign, its ad servers, and a network that loses, doubles, delays and reorders.
struct Network
{
    explicit Network(std::uint64_t seed)
        : random(seed)
        , servers(serversNumbered(2 + random.below(8)))
        , slices(servers.size())
        , spenders(servers.size())
        , loss(random.uniform() * 0.6)
        , delay(1 + random.below(40))
        , request{.campaign = static_cast<Handle>(seed), .cap = 1 + random.below(1'000'000)}
    {
    }

    void post(Message message)
    {
        for (int copies = random.chance(0.2) ? 2 : 1; copies > 0; --copies) {
            if (isFaulty && random.chance(loss))
                continue;
            message.due = now + 1 + (isFaulty ? random.below(delay) : 0);
            messages.push_back(message);
        }
    }

    void deliver()
    {
        for (std::size_t i = 0; i < messages.size();) {
            if (messages[i].due > now) {
                ++i;
                continue;
            }
            const Message message = messages[i];
            messages[i] = messages.back();
            messages.pop_back();
            if (message.isGrant)
                spenders[message.place].apply(message.version, message.limit);
            else
                slices[message.place].report(message.report);
        }
    }

    void round()
    {
        request.day = static_cast<std::int32_t>(now / 500);
        if (isFaulty && random.chance(0.02)) // a new day, or a raised budget
            request.cap += random.below(100'000);
        request.highestBid = 1 + random.below(200);
        request.limit = isFaulty
            ? static_cast<std::int64_t>(random.uniform() * 1.2 * static_cast<double>(request.cap))
            : request.cap;
        for (SplitServer& server : servers)
            server.reachable = !isFaulty || random.chance(0.9);
        const auto limits = split.split(request, servers, slices);
        for (std::size_t i = 0; i < slices.size(); ++i) {
            if (slices[i].isClosed())
                continue;
            if (limits[i] == slices[i].limit() && random.chance(0.5))
                continue;
            const auto version = slices[i].send(limits[i]);
            post({.place = i,
                  .isGrant = true,
                  .version = version,
                  .limit = limits[i],
                  .report = {}});
        }
    }

    /// A server dies with its open bids, is restarted as a new one, and its log is read to its end.
    void restartOne()
    {
        const std::size_t place = random.below(static_cast<std::uint32_t>(spenders.size()));
        if (spenders[place].isDead || spenders.size() > 20)
            return;
        spenders[place].isDead = true;
        slices[place].close(spenders[place].spent);
        servers.push_back({.server = static_cast<std::uint32_t>(1000 + spenders.size())});
        slices.emplace_back();
        spenders.emplace_back();
    }

    void step()
    {
        ++now;
        deliver();
        for (Spender& spender : spenders)
            if (random.chance(0.5))
                spender.bid(random);
        for (std::size_t i = 0; i < spenders.size(); ++i)
            if (!spenders[i].isDead && random.chance(0.3))
                post({.place = i, .report = spenders[i].report(now)});
        if (random.chance(0.4))
            round();
        if (isFaulty && random.chance(0.003))
            restartOne();
    }

    std::int64_t spent() const
    {
        std::int64_t sum = 0;
        for (const Spender& spender : spenders)
            sum += spender.spent + (spender.isDead ? 0 : spender.held);
        return sum;
    }

    base::Random random;
    std::vector<SplitServer> servers;
    std::vector<QuotaSlice> slices;
    std::vector<Spender> spenders;
    std::vector<Message> messages;
    QuotaSplit split;
    double loss;
    std::uint32_t delay;
    SplitRequest request;
    std::int64_t now = 0;
    bool isFaulty = true;
};

} // namespace

void TestQuotaSplit::nothingIsOverspentWhateverGetsLost_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 200; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void TestQuotaSplit::nothingIsOverspentWhateverGetsLost()
{
    QFETCH(int, seed);
    Network network(static_cast<std::uint64_t>(seed));
    for (int i = 0; i < 2000; ++i) {
        network.step();
        QVERIFY(network.spent() <= network.request.cap);
        QVERIFY(outstandingOf(network.slices) <= network.request.cap);
        for (std::size_t at = 0; at < network.slices.size(); ++at)
            QVERIFY(network.spenders[at].spent <= network.slices[at].outstanding());
    }
    // Once the network is whole again, everything gets spent: nothing is stranded.
    network.isFaulty = false;
    for (int i = 0; i < 2000; ++i) {
        network.step();
        QVERIFY(network.spent() <= network.request.cap);
    }
    std::int64_t spent = 0;
    for (const Spender& spender : network.spenders)
        spent += spender.spent;
    QCOMPARE(spent, network.request.cap);
}

QTEST_GUILESS_MAIN(TestQuotaSplit)
#include "test_quota_split.moc"
