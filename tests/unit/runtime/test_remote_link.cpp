// SPDX-License-Identifier: GPL-3.0-or-later
// The line to an ad server of another process: grants to several at once, reports in step with the
// log.
#include "engine/runtime/scheduler/remote_link.h"

#include <QtTest>

#include <atomic>
#include <latch>

using namespace gavel;
using runtime::GrantAnswers;
using runtime::GrantMessage;
using runtime::RemoteServer;

namespace {

constexpr TimeMs kBoundary{1'774'000'800'000};

struct Away
{
    explicit Away(std::function<Result<GrantAnswers>(const GrantMessage&)> give,
                  std::uint32_t source = 7)
    {
        RemoteServer::Plan plan;
        plan.source = source;
        plan.name = "tokyo-1";
        plan.line.give = std::move(give);
        plan.committed = [this] { return committed.load(); };
        plan.marketVersion = [] { return std::uint64_t{42}; };
        plan.bell = [this] { ++rung; };
        plan.nanos = [this] { return nanos.load(); };
        server = std::make_shared<RemoteServer>(std::move(plan));
    }
    std::atomic<std::uint64_t> committed{0};
    std::atomic<int> rung{0};
    std::atomic<std::int64_t> nanos{1}; ///< of a clock that nobody sets
    std::shared_ptr<RemoteServer> server;
};

model::QuotaGrants oneGrant()
{
    return {std::make_shared<const std::vector<model::QuotaGrant>>(1)};
}

model::QuotaReport reportAt(TimeMs at, std::uint64_t sequence)
{
    model::QuotaReport report;
    report.at = at;
    report.lastSequence = sequence;
    return report;
}

} // namespace

class TestRemoteLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each waits for the other: one after the other they would never end.
    void grantsGoToAllServersAtOnce()
    {
        std::latch both(2);
        const auto give = [&](const GrantMessage& message) -> Result<GrantAnswers> {
            both.arrive_and_wait();
            GrantAnswers answers{};
            answers[static_cast<std::size_t>(model::GrantAnswer::Applied)]
                = message.grants.grants->size();
            return answers;
        };
        const Away first(give);
        const Away second(give);
        runtime::RemoteLink one(first.server);
        runtime::RemoteLink two(second.server);
        QVERIFY(one.give(kBoundary, oneGrant()));
        QVERIFY(two.give(kBoundary, oneGrant()));
        QVERIFY(one.accepted());
        QVERIFY(two.accepted());
        QCOMPARE(first.server->view().answers[0], std::uint64_t{1});
    }

    void whoDoesNotAnswerIsNamedOnce()
    {
        std::atomic<bool> fails{true};
        std::vector<std::pair<TimeMs, std::uint64_t>> told;
        const Away away([&](const GrantMessage& message) -> Result<GrantAnswers> {
            told.emplace_back(message.actsAt, message.marketVersion);
            if (fails)
                return Error{"SERVICE_TIMEOUT", "tokyo-1", "no answer", "wait"};
            return GrantAnswers{};
        });
        runtime::RemoteLink link(away.server);
        QVERIFY(link.give(kBoundary, oneGrant()));
        QVERIFY(link.giveNow(oneGrant()));
        QCOMPARE(link.accepted().error().code, std::string("SERVICE_TIMEOUT"));
        QVERIFY(!away.server->view().problem.empty());
        QVERIFY(link.accepted()); // it was said
        fails = false;
        QVERIFY(link.giveNow(oneGrant()));
        QVERIFY(link.accepted());
        QVERIFY(away.server->view().problem.empty());
        QCOMPARE(told[0], std::pair(kBoundary, std::uint64_t{42}));
        QCOMPARE(told[1].first, TimeMs{}); // at once
    }

    void withoutALineGrantsAreLostAndSaidToBe()
    {
        const Away away({});
        runtime::RemoteLink link(away.server);
        QVERIFY(link.give(kBoundary, oneGrant()));
        QCOMPARE(link.accepted().error().code, std::string("SERVICE_UNAVAILABLE"));
        QCOMPARE(link.reportNow(kBoundary).error().code, std::string("SERVICE_UNAVAILABLE"));
    }

    /// What is settled must be in the log.
    void aReportCountsWhenItsEventsAreInTheLog()
    {
        Away away({});
        runtime::RemoteLink link(away.server);
        away.server->leaveReport(reportAt(kBoundary, 12), 0.5);
        QCOMPARE(away.rung.load(), 1);
        away.committed = 11;
        QVERIFY(!link.report(kBoundary));
        away.committed = 12;
        QVERIFY(!link.report(kBoundary + -1)); // it belongs to a later round
        QCOMPARE(link.report(kBoundary)->lastSequence, std::uint64_t{12});
        QVERIFY(!link.report(kBoundary)); // once
        QCOMPARE(link.health()->load, 0.5);
        // An older one that comes late does not take the place of a newer one.
        away.server->leaveReport(reportAt(kBoundary + 2, 12), 0);
        away.server->leaveReport(reportAt(kBoundary + 1, 12), 0);
        QCOMPARE(link.report(kBoundary + 5)->at, kBoundary + 2);
    }

    void itIsSilentUntilItIsHeard()
    {
        const Away away({});
        runtime::RemoteLink link(away.server);
        QVERIFY(link.isElsewhere());
        QVERIFY(link.isSilent());
        away.server->heard(kBoundary);
        QVERIFY(!link.isSilent());
        link.giveUp();
        QVERIFY(away.server->isGivenUp());
    }

    /// Ten minutes after the three that its grants may last, whatever the wall's clock is set to.
    void itIsLostTenMinutesAfterItsGrants()
    {
        constexpr std::int64_t kSecond = 1'000'000'000;
        Away away({});
        runtime::RemoteLink link(away.server);
        const std::int64_t grantsLast = 3 * base::kMinuteMs;
        away.nanos = 780 * kSecond; // of 13 minutes, from when it was met
        QVERIFY(!link.isLost(grantsLast));
        away.server->heard(kBoundary + base::kDayMs); // the wall's clock is a day ahead
        away.nanos = 1560 * kSecond;
        QVERIFY(link.isSilent());
        QVERIFY(!link.isLost(grantsLast));
        away.nanos = 1560 * kSecond + 1;
        QVERIFY(link.isLost(grantsLast));
        away.server->heard(kBoundary); // and set back: it is there again
        QVERIFY(!link.isLost(grantsLast));
    }
};

QTEST_APPLESS_MAIN(TestRemoteLink)
#include "test_remote_link.moc"
