// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/service_registry.h"
#include "engine/gateway/rest/remote_services.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::gateway;

namespace {

const Error kTimeout{"SERVICE_TIMEOUT", "dmp", "did not answer", ""};

RemoteAnswer ok(const char* body = "{}")
{
    return {200, body};
}

} // namespace

/// Section 7 of the contract: attempts = retries + 1, delay 1.0 * 2^attempt, threshold 5, recovery
/// 60 s.
class TestRemote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveFailuresInARowOpenTheBreaker()
    {
        base::ManualClock clock;
        CircuitBreaker breaker(clock);
        for (int i = 0; i < 4; ++i)
            breaker.failed();
        breaker.succeeded();
        for (int i = 0; i < 4; ++i)
            breaker.failed();
        QVERIFY(breaker.mayCall());
        breaker.failed();
        QCOMPARE(breaker.state(), BreakerState::Open);
        QVERIFY(!breaker.mayCall());
    }

    void afterAMinuteOneCallMayTry()
    {
        base::ManualClock clock;
        CircuitBreaker breaker(clock);
        for (int i = 0; i < 5; ++i)
            breaker.failed();
        clock.set({59'999});
        QVERIFY(!breaker.mayCall());
        clock.set({60'000});
        QVERIFY(breaker.mayCall());
        QCOMPARE(breaker.state(), BreakerState::HalfOpen);
        QVERIFY(!breaker.mayCall());
        breaker.failed();
        QCOMPARE(breaker.state(), BreakerState::Open);
        clock.set({119'999});
        QVERIFY(!breaker.mayCall());
        clock.set({120'000});
        QVERIFY(breaker.mayCall());
        breaker.succeeded();
        QCOMPARE(breaker.state(), BreakerState::Closed);
        QCOMPARE(breaker.failures(), 0U);
    }

    void delaysDoubleAndAttemptsAreRetriesPlusOne()
    {
        std::vector<std::int64_t> delays;
        int calls = 0;
        const auto answer = callWithRetry(
            {},
            [&]() -> Result<RemoteAnswer> {
                ++calls;
                return kTimeout;
            },
            [&](std::int64_t delay) { delays.push_back(delay); });
        QVERIFY(!answer);
        QCOMPARE(calls, 4);
        QCOMPARE(delays, (std::vector<std::int64_t>{1'000, 2'000, 4'000}));
    }

    void whatIsRefusedForAReasonIsNotTriedAgain()
    {
        int calls = 0;
        const auto answer = callWithRetry(
            {},
            [&]() -> Result<RemoteAnswer> {
                ++calls;
                return checkAnswer({404, "{}"}, "dmp");
            },
            [](std::int64_t) {});
        QCOMPARE(calls, 1);
        QCOMPARE(answer.error().code, std::string("CLIENT_ERROR"));
    }

    void statusesBecomeTheContractsCodes()
    {
        QVERIFY(checkAnswer({204, ""}, "dsp"));
        QCOMPARE(checkAnswer({503, "busy"}, "dsp").error().code, std::string("SERVER_ERROR"));
        const auto own = checkAnswer(
            {400, "{\"error_code\":\"BUDGET_EXCEEDED\",\"message\":\"too much\"}"}, "dsp");
        QCOMPARE(own.error().code, std::string("BUDGET_EXCEEDED"));
        QCOMPARE(own.error().what, std::string("too much"));
    }

    void theRegistryKnowsAddresses()
    {
        base::SystemClock clock;
        ServiceRegistry registry(clock);
        registry.add("dmp");
        registry.add("seat-7", "http://127.0.0.1:9100");
        QCOMPARE(*registry.address("dmp"), std::string("http://127.0.0.1:8005"));
        QCOMPARE(registry.list(), (std::vector<std::string>{"dmp", "seat-7"}));
        registry.remove("dmp");
        QCOMPARE(registry.address("dmp").error().what,
                 std::string("Service dmp not found in registry"));
    }

    void anOpenBreakerRefusesWithoutCalling()
    {
        base::ManualClock clock;
        int calls = 0;
        bool works = false;
        ServiceRegistry registry(
            clock,
            [&](const RemoteCall&) -> Result<RemoteAnswer> {
                ++calls;
                return works ? Result<RemoteAnswer>(ok()) : Result<RemoteAnswer>(kTimeout);
            },
            [](std::int64_t) {});
        registry.add("dmp");
        for (int i = 0; i < 5; ++i)
            QVERIFY(!registry.call("dmp", "GET", "/", {}, {0, 0}));
        QCOMPARE(calls, 5);
        const auto refused = registry.call("dmp", "GET", "/");
        QCOMPARE(refused.error().code, std::string("CIRCUIT_BREAKER_OPEN"));
        QCOMPARE(calls, 5);
        QVERIFY(registry.healthy().empty());
        clock.set({60'000});
        works = true;
        QVERIFY(registry.call("dmp", "GET", "/"));
        QCOMPARE(registry.breaker("dmp"), BreakerState::Closed);
    }

    void healthIsAskedWithOneRetry()
    {
        base::ManualClock clock;
        int calls = 0;
        ServiceRegistry registry(
            clock,
            [&](const RemoteCall& call) -> Result<RemoteAnswer> {
                ++calls;
                if (call.service == "dmp")
                    return kTimeout;
                return ok("{\"status\":\"healthy\"}");
            },
            [](std::int64_t) {});
        registry.add("dmp");
        registry.add("dsp");
        const auto all = registry.checkAllHealth();
        QCOMPARE(calls, 3);
        QCOMPARE(all.at(0).status, std::string("unhealthy"));
        QVERIFY(!all.at(0).healthy && !all.at(0).error.empty());
        QVERIFY(all.at(1).healthy);
    }

    void aBrokenConnectionCountsAsAFailure()
    {
        base::ManualClock clock;
        ServiceRegistry registry(
            clock,
            [](const RemoteCall&) -> Result<RemoteAnswer> {
                return Error{"COMMUNICATION_ERROR", "dsp", "reset", ""};
            },
            [](std::int64_t) {});
        registry.add("dsp");
        for (int i = 0; i < 5; ++i)
            QVERIFY(!registry.call("dsp", "GET", "/"));
        QCOMPARE(registry.breaker("dsp"), BreakerState::Open);
    }

    void remotesAreReadFromTheCommandLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wrong"); // where; "" = good
        QTest::newRow("dmp") << QByteArray("dmp=http://127.0.0.1:8005") << QByteArray();
        QTest::newRow("dsp by name") << QByteArray("dsp=http://bids.example:80") << QByteArray();
        QTest::newRow("unknown") << QByteArray("foo=http://h:1") << QByteArray("remote");
        QTest::newRow("local only") << QByteArray("ssp=http://h:1") << QByteArray("remote");
        QTest::newRow("empty") << QByteArray() << QByteArray("remote");
        QTest::newRow("no address") << QByteArray("dmp") << QByteArray("remote dmp");
        QTest::newRow("no scheme") << QByteArray("dmp=h:1") << QByteArray("remote dmp");
        QTest::newRow("other scheme") << QByteArray("dmp=https://h:1") << QByteArray("remote dmp");
        QTest::newRow("no port") << QByteArray("dmp=http://h") << QByteArray("remote dmp");
        QTest::newRow("port 0") << QByteArray("dmp=http://h:0") << QByteArray("remote dmp");
        QTest::newRow("port 65536") << QByteArray("dmp=http://h:65536") << QByteArray("remote dmp");
        QTest::newRow("no host") << QByteArray("dmp=http://:80") << QByteArray("remote dmp");
        QTest::newRow("path") << QByteArray("dmp=http://h:1/x") << QByteArray("remote dmp");
        QTest::newRow("user") << QByteArray("dmp=http://a:b@h:1") << QByteArray("remote dmp");
    }
    void remotesAreReadFromTheCommandLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, wrong);
        const auto remote = parseRemote(text.toStdString());
        QCOMPARE(remote.has_value(), wrong.isEmpty());
        if (!remote) {
            QCOMPARE(remote.error().where, wrong.toStdString());
            QVERIFY(!remote.error().what.empty() && !remote.error().advice.empty());
        }
    }

    void aPortWithoutAListenerIsUnavailable()
    {
        const auto answer = callRemote({"dsp", "http://127.0.0.1:1", "GET", "/health", {}, 1'000});
        QCOMPARE(answer.error().code, std::string("SERVICE_UNAVAILABLE"));
        QVERIFY(!callRemote({"dsp", "ftp://x", "GET", "/", {}, 1'000}));
    }
};

QTEST_GUILESS_MAIN(TestRemote)
#include "test_remote.moc"
