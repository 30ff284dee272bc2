// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/framing.h"

#include <QtTest>

#include <string>

using namespace gavel::gateway;

/// RFC 9112 sections 3, 5, 6 and 7, and the request-smuggling probes that lenient parsers let
/// through.
class TestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsAreTakenOrRefused_data();
    void headsAreTakenOrRefused();
    void aGoodHeadTellsItsFraming();
    void theConnectionClosesWhenOneOptionSaysSo_data();
    void theConnectionClosesWhenOneOptionSaysSo();
    void anAddressAsTargetNamesTheHost_data();
    void anAddressAsTargetNamesTheHost();
    void atMostOneHundredFieldsAreTaken();
    void aHeadIsAtMostSixteenKibibytes();
};

void TestFraming::headsAreTakenOrRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<unsigned>("refusal");
    const QByteArray post = "POST /x HTTP/1.1\r\nHost: a\r\n";
    const auto row = [](const char* name, const QByteArray& head, unsigned refusal) {
        QTest::newRow(name) << head << refusal;
    };
    row("get", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0U);
    row("get on 1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n", 0U);
    row("length", post + "Content-Length: 5\r\n\r\n", 0U);
    row("chunked", post + "Transfer-Encoding: chunked\r\n\r\n", 0U);
    row("chunked in capitals", post + "Transfer-Encoding: Chunked\r\n\r\n", 0U);
    row("gzip and length", post + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\n", 400U);
    row("xchunked and length", post + "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n",
        400U);
    row("chunked on 1.0", "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
        400U);
    row("equal lengths", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", 400U);
    row("different lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400U);
    row("length list", post + "Content-Length: 5, 5\r\n\r\n", 400U);
    row("length with sign", post + "Content-Length: +5\r\n\r\n", 400U);
    row("negative length", post + "Content-Length: -5\r\n\r\n", 400U);
    row("hexadecimal length", post + "Content-Length: 0x5\r\n\r\n", 400U);
    row("empty length", post + "Content-Length:\r\n\r\n", 400U);
    row("length of 11 digits", post + "Content-Length: 00000000005\r\n\r\n", 400U);
    row("length over the limit", post + "Content-Length: 1048577\r\n\r\n", 413U);
    row("length at the limit", post + "Content-Length: 1048576\r\n\r\n", 0U);
    row("folded line", post + "X: a\r\n b\r\n\r\n", 400U);
    row("folded by tab", post + "X: a\r\n\tb\r\n\r\n", 400U);
    row("host twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400U);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400U);
    row("identity", post + "Transfer-Encoding: identity\r\n\r\n", 400U);
    row("chunked and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n",
        400U);
    row("length and chunked", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        400U);
    row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        400U);
    row("chunked list", post + "Transfer-Encoding: chunked, chunked\r\n\r\n", 400U);
    row("gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 400U);
    row("blank before colon", post + "Content-Length : 5\r\n\r\n", 400U);
    row("name with control", post + QByteArray("X\x01: a\r\n\r\n"), 400U);
    row("no colon", post + "Content-Length\r\n\r\n", 400U);
    row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400U);
    row("bare carriage return", post + "X: a\rContent-Length: 5\r\n\r\n", 400U);
    row("bare line feed in value", post + "X: a\nContent-Length: 5\r\n\r\n", 400U);
    row("NUL in value", post + QByteArray("X: a\0b\r\n\r\n", 10), 400U);
    row("two blanks in request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400U);
    row("blank in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400U);
    row("no version", "GET /\r\nHost: a\r\n\r\n", 400U);
    row("lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400U);
    row("version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505U);
    row("empty", "", 400U);
    row("cut off", "GET / HTTP/1.1\r\nHost: a\r\n", 400U);
    row("expectation", post + "Expect: 100-continue\r\n\r\n", 0U);
    row("other expectation", post + "Expect: tea\r\n\r\n", 417U);
    row("address", "GET http://a/x HTTP/1.1\r\nHost: b\r\n\r\n", 0U);
    row("address without Host", "GET http://a/x HTTP/1.1\r\n\r\n", 400U);
    row("address without a host", "GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n", 400U);
    row("bytes after", "GET / HTTP/1.1\r\nHost: a\r\n\r\nx", 400U);
}

void TestFraming::headsAreTakenOrRefused()
{
    QFETCH(QByteArray, head);
    QFETCH(unsigned, refusal);
    const auto framing
        = checkFraming({head.constData(), static_cast<std::size_t>(head.size())}, {});
    QCOMPARE(framing.refusal, refusal);
    QCOMPARE(framing.reason.empty(), refusal == 0);
}

void TestFraming::aGoodHeadTellsItsFraming()
{
    const auto framing = checkFraming(
        "PUT /user/a?b=1 HTTP/1.1\r\nhost: localhost:8001\r\nContent-Length: 12\r\n"
        "Connection: close\r\nX-Gavel-Envelope: 1\r\nOrigin: http://localhost\r\n\r\n",
        {});
    QCOMPARE(framing.refusal, 0U);
    QCOMPARE(framing.method, std::string_view("PUT"));
    QCOMPARE(framing.target, std::string_view("/user/a?b=1"));
    QCOMPARE(framing.host, std::string_view("localhost:8001"));
    QCOMPARE(framing.origin, std::string_view("http://localhost"));
    QCOMPARE(framing.envelope, std::string_view("1"));
    QCOMPARE(framing.contentLength, std::uint64_t{12});
    QVERIFY(!framing.keepAlive);
    QVERIFY(!framing.chunked);
}

void TestFraming::theConnectionClosesWhenOneOptionSaysSo_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char* version, const char* fields, bool keepAlive) {
        QTest::addRow("%s %s", version, fields)
            << QByteArray(version) << QByteArray(fields) << keepAlive;
    };
    row("1.1", "", true);
    row("1.1", "Connection: close, TE\r\n", false);
    row("1.1", "Connection: TE ,\tClose\r\n", false);
    row("1.1", "Connection: TE\r\nConnection: close\r\n", false);
    row("1.1", "Connection: close\r\nConnection: keep-alive\r\n", false);
    row("1.1", "Connection: keep-alive, Upgrade\r\n", true);
    row("1.1", "Connection: closed\r\n", true);
    row("1.1", "Connection: ,,\r\n", true);
    row("1.0", "", false);
    row("1.0", "Connection: TE, Keep-Alive\r\n", true);
    row("1.0", "Connection: keep-alive, close\r\n", false);
}

void TestFraming::theConnectionClosesWhenOneOptionSaysSo()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, fields);
    QFETCH(bool, keepAlive);
    const std::string head
        = "GET / HTTP/" + version.toStdString() + "\r\nHost: a\r\n" + fields.toStdString() + "\r\n";
    const auto framing = checkFraming(head, {});
    QCOMPARE(framing.refusal, 0U);
    QCOMPARE(framing.keepAlive, keepAlive);
}

void TestFraming::anAddressAsTargetNamesTheHost_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("pathIsEmpty");
    const auto row = [](const char* target, const char* host, const char* path, bool pathIsEmpty) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(host) << QByteArray(path)
                              << pathIsEmpty;
    };
    row("http://localhost:8001/health?a=b", "localhost:8001", "/health?a=b", false);
    row("HTTP://localhost/health", "localhost", "/health", false);
    row("http://localhost:8001", "localhost:8001", "", true);
    row("http://localhost?a=/b", "localhost", "?a=/b", true);
    row("http://u@evil.example/x", "u@evil.example", "/x", false);
    row("/http://localhost/", "sent.example", "/http://localhost/", false);
    row("https://localhost/", "sent.example", "https://localhost/", false); // served by none here
    row("*", "sent.example", "*", false);
}

void TestFraming::anAddressAsTargetNamesTheHost()
{
    QFETCH(QByteArray, target);
    const std::string head
        = "GET " + target.toStdString() + " HTTP/1.1\r\nHost: sent.example\r\n\r\n";
    const auto framing = checkFraming(head, {});
    QCOMPARE(framing.refusal, 0U);
    QTEST(QByteArray(framing.host.data(), static_cast<int>(framing.host.size())), "host");
    QTEST(QByteArray(framing.target.data(), static_cast<int>(framing.target.size())), "path");
    QTEST(framing.pathIsEmpty, "pathIsEmpty");
}

void TestFraming::atMostOneHundredFieldsAreTaken()
{
    std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 99; ++i)
        head += "X: 1\r\n";
    QCOMPARE(checkFraming(head + "\r\n", {}).refusal, 0U);
    QCOMPARE(checkFraming(head + "X: 1\r\n\r\n", {}).refusal, 431U);
}

void TestFraming::aHeadIsAtMostSixteenKibibytes()
{
    const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const std::string end = "\r\n\r\n";
    const std::string fill(16'384 - start.size() - end.size(), 'x');
    QCOMPARE(checkFraming(start + fill + end, {}).refusal, 0U);
    QCOMPARE(checkFraming(start + fill + "x" + end, {}).refusal, 431U);
}

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
