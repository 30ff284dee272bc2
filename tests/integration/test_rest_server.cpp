// SPDX-License-Identifier: GPL-3.0-or-later
// What every port answers, and requests that no service sees.
#include "engine/base/iso_time.h"
#include "engine/gateway/http/server.h"
#include "tests/integration/rest_bed.h"

#include <future>
#include <optional>

using namespace gavel;

class TestRestServer : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void everyServiceTellsItsHealthAndItsRoutes()
    {
        for (std::size_t i = 0; i < gateway::kServices; ++i) {
            auto service = m_bed.client(static_cast<gateway::Service>(i));
            const auto health = service.get("/health");
            QCOMPARE(health.status, 200U);
            QCOMPARE(textAt(health.json(), "status"), std::string("healthy"));
            QCOMPARE(textAt(health.json(), "version"), std::string("0.1.0"));
            QVERIFY(has(health.json(), {"timestamp", "details"}));
            QCOMPARE(service.get("/health/live").status, 200U);
            QCOMPARE(service.get("/health/ready").status, 200U);
            QCOMPARE(service.get("/health/detailed").status, 200U);
            QVERIFY(has(service.get("/openapi.json").json(), {"openapi", "paths"}));
            QVERIFY(service.get("/docs").body.starts_with("<!doctype html>"));
            QCOMPARE(service.get("/redoc").status, 200U);
            QVERIFY(service.get("/metrics").body.find("gavel_alerts{state=\"firing\"}")
                    != std::string::npos);
            QVERIFY(service.get("/metrics").body.find("# TYPE gavel_auctions_total counter")
                    != std::string::npos);
        }
    }

    void misframedRequestsAreRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        const QByteArray host = "Host: localhost\r\n";
        QTest::newRow("chunk extension")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\n12345\r\n0\r\n\r\n")
            << QByteArray("400");
        QTest::newRow("two framings")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            << QByteArray("400");
        QTest::newRow("no host") << QByteArray("GET /health HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("foreign host")
            << QByteArray("GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            << QByteArray("421");
        QTest::newRow("foreign page")
            << QByteArray("POST /bid HTTP/1.1\r\n" + host
                          + "Origin: https://evil.example\r\nContent-Length: 0\r\n\r\n")
            << QByteArray("403");
        QTest::newRow("too long") << QByteArray("POST /bid HTTP/1.1\r\n" + host
                                                + "Content-Length: 1048577\r\n\r\n")
                                  << QByteArray("413");
        QTest::newRow("long header") << QByteArray("GET / HTTP/1.1\r\n" + host
                                                   + "X: " + QByteArray(20'000, 'x') + "\r\n\r\n")
                                     << QByteArray("431");
    }

    void misframedRequestsAreRefusedAndClosed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        const auto answer = RestClient::raw(m_bed.ports().at(1), bytes.toStdString());
        QVERIFY2(answer.starts_with("HTTP/1.1 " + status.toStdString()), answer.c_str());
        QVERIFY(answer.find("Connection: close") != std::string::npos);
        const auto body = base::parseJson(answer.substr(answer.find("\r\n\r\n") + 4), "body");
        QVERIFY(body.has_value());
        QVERIFY(has(*body, {"error_code", "message", "details", "timestamp", "detail"}));
        QCOMPARE(textAt(*body, "error_code"), std::string("INVALID_REQUEST"));
        QVERIFY(base::parseIso(textAt(*body, "timestamp"), "timestamp").has_value());
    }

    void anAddressIsTakenAsTarget()
    {
        const auto port = m_bed.ports().at(0);
        const auto ask = [&](const std::string& target, const std::string& host) {
            return RestClient::raw(port,
                                   "GET " + target + " HTTP/1.1\r\nHost: " + host
                                       + "\r\nConnection: close, TE\r\n\r\n");
        };
        const auto own = "http://localhost:" + std::to_string(port);
        QVERIFY(ask(own + "/health", "localhost").starts_with("HTTP/1.1 200"));
        QVERIFY(ask(own + "/campaigns?limit=x", "localhost").starts_with("HTTP/1.1 422"));
        QVERIFY(ask(own, "localhost").starts_with("HTTP/1.1 404"));
        QVERIFY(ask("http://evil.example/health", "localhost").starts_with("HTTP/1.1 421"));
        QVERIFY(ask("https://localhost/health", "localhost").starts_with("HTTP/1.1 400"));
    }

    void aConnectionTooManyIsToldToComeAgain()
    {
        RestBed full;
        gateway::GatewayOptions options;
        options.server.mostConnections = 1;
        QVERIFY(full.start(options));
        auto first = full.adManagement();
        QCOMPARE(first.get("/health/live").status, 200U);
        const auto answer = RestClient::raw(full.ports().at(0), "");
        QVERIFY2(answer.starts_with("HTTP/1.1 503"), answer.c_str());
        QVERIFY(answer.find("Retry-After: 1\r\n") != std::string::npos);
        QVERIFY(answer.find("\"error_code\":\"SERVICE_UNAVAILABLE\"") != std::string::npos);
        QVERIFY(answer.find("\"timestamp\":") != std::string::npos);
        QCOMPARE(first.get("/health/live").status, 200U);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        const std::string first = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const std::string second
            = "GET /none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        const auto answer = RestClient::raw(m_bed.ports().at(0), first + second);
        QVERIFY(answer.starts_with("HTTP/1.1 200"));
        QVERIFY(answer.find("HTTP/1.1 404") != std::string::npos);
    }

    /// A writer may still hold the reply of what it stored when the port is shut.
    void aReplyMayOutliveItsServer()
    {
        gateway::ServerOptions options;
        options.ports = {0};
        std::promise<gateway::Reply> kept;
        auto server = gateway::HttpServer::start(
            options, [&](const gateway::HttpRequest&, const gateway::Reply& reply) {
                kept.set_value(reply);
            });
        QVERIFY(server.has_value());
        auto answer = std::async(std::launch::async, [port = (*server)->ports().front()] {
            return RestClient::raw(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        std::optional<gateway::Reply> reply = kept.get_future().get();
        QCOMPARE((*server)->counters().connections.load(), std::uint64_t{1});
        server->reset();
        QCOMPARE(answer.get(), std::string());
        reply->send({});
        reply.reset();
    }
};

QTEST_GUILESS_MAIN(TestRestServer)
#include "test_rest_server.moc"
