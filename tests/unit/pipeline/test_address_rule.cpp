// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/address_rule.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::pipeline;
using boost::asio::ip::make_address;

namespace {

std::string codeOf(const char* text, const AddressRule& rule = {})
{
    const auto checked = checkAddress(text, rule);
    return checked ? "" : checked.error().code;
}

} // namespace

class AddressRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsTakenApart_data();
    void anAddressIsTakenApart();
    void whatIsNoWebAddress_data();
    void whatIsNoWebAddress();
    void whatMayNotBeReached_data();
    void whatMayNotBeReached();
    void thePublicMayBeReached_data();
    void thePublicMayBeReached();
    void whatIsListedIsAllowed();
    void everyResolvedAddressCounts();
};

void AddressRuleTest::anAddressIsTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSecure");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("target");
    QTest::newRow("bare") << "http://hooks.example.com" << false << "hooks.example.com" << 80
                          << "/";
    QTest::newRow("secure") << "https://hooks.example.com/a/b?c=d%20e" << true
                            << "hooks.example.com" << 443 << "/a/b?c=d%20e";
    QTest::newRow("port") << "http://hooks.example.com:443/x" << false << "hooks.example.com" << 443
                          << "/x";
    QTest::newRow("empty port") << "https://hooks.example.com:/x" << true << "hooks.example.com"
                                << 443 << "/x";
    QTest::newRow("capitals") << "HTTPS://Hooks.EXAMPLE.com./X" << true << "hooks.example.com"
                              << 443 << "/X";
    QTest::newRow("query only") << "http://hooks.example.com?q=1" << false << "hooks.example.com"
                                << 80 << "/?q=1";
    QTest::newRow("number") << "http://93.184.216.34/" << false << "93.184.216.34" << 80 << "/";
    QTest::newRow("IPv6") << "http://[2606:2800:220:1::1]/" << false << "2606:2800:220:1::1" << 80
                          << "/";
}

void AddressRuleTest::anAddressIsTakenApart()
{
    QFETCH(QString, text);
    QFETCH(bool, isSecure);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, target);
    const auto address = checkAddress(text.toStdString(), {});
    QVERIFY2(address, address ? "" : toString(address.error()).c_str());
    const WebAddress expected{isSecure, host.toStdString(), static_cast<std::uint16_t>(port),
                              target.toStdString()};
    QVERIFY(*address == expected);
}

void AddressRuleTest::whatIsNoWebAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             "hooks.example.com",
                             "//hooks.example.com/",
                             "ftp://hooks.example.com/",
                             "file:///etc/passwd",
                             "gopher://hooks.example.com/",
                             "http:hooks.example.com",
                             "http:///path",
                             "http://",
                             "http://user@hooks.example.com/",
                             "http://user:word@hooks.example.com/",
                             "http://hooks.example.com@127.0.0.1/",
                             "http://hooks.example.com/#part",
                             "http://hooks.example.com/a b",
                             "http://hooks.example.com:0/",
                             "http://hooks.example.com:65536/",
                             "http://hooks.example.com:99999999999/",
                             "http://hooks..example.com/",
                             "http://.example.com/",
                             "http://hooks%2eexample.com%00/",
                             "http://ho%20oks.com/",
                             "http://h\xc3\xb6st.example/",
                             "http://[::1/",
                             "http://[fe80::1%25eth0]/",
                             "http://[v1.fe80::a]/",
                             "http://2130706433/",
                             "http://0177.0.0.1/",
                             "http://127.1/",
                             "http://0x7f000001/",
                             "http://0x7f.0.0.1/",
                             "http://127.0.0.0x1/",
                             "http://017700000001/",
                             "http://127.0.0.1.1/",
                             "http://93.184.216.34.example.com/",
                             "http://256.1.1.1/",
                             "http://127.0.0.01/",
                             "http://1.2.3.4.5/",
                             "http://0x/",
                             "http://127.0.0.1.example.com@/",
                             "http://[::1]example.com/",
                             "http://\t127.0.0.1/",
                             "http://127.0.0.1\\@hooks.example.com/",
                             "http://hooks.example.com\r\nHost: other/"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void AddressRuleTest::whatIsNoWebAddress()
{
    QFETCH(QString, text);
    QCOMPARE(codeOf(text.toUtf8().constData()), std::string("ADDRESS_INVALID"));
    const std::string longText = "http://hooks.example.com/" + std::string(2024, 'a');
    QCOMPARE(codeOf(longText.c_str()), std::string("ADDRESS_INVALID"));
}

void AddressRuleTest::whatMayNotBeReached_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {// the first and the last of each net of RFC 6890
          "http://0.0.0.0/", "http://0.255.255.255/", "http://10.0.0.0/", "http://10.255.255.255/",
          "http://100.64.0.0/", "http://100.127.255.255/", "http://127.0.0.1/",
          "http://127.255.255.255/", "http://169.254.0.0/", "http://169.254.169.254/latest",
          "http://169.254.255.255/", "http://172.16.0.0/", "http://172.31.255.255/",
          "http://192.0.0.0/", "http://192.0.0.255/", "http://192.0.2.1/", "http://192.88.99.1/",
          "http://192.168.0.0/", "http://192.168.255.255/", "http://198.18.0.0/",
          "http://198.19.255.255/", "http://198.51.100.1/", "http://203.0.113.1/",
          "http://224.0.0.0/", "http://239.255.255.255/", "http://240.0.0.0/",
          "http://255.255.255.255/",
          // loopback, unspecified, v4-mapped, v4-compatible, NAT64, Teredo, documentation, 6to4
          "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/",
          "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::ffff:93.184.216.34]/",
          "http://[::7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::a00:1]/",
          "http://[2001::1]/", "http://[2001:db8::1]/", "http://[2002:7f00:1::]/",
          "http://[fc00::1]/", "http://[fdff::1]/", "http://[fe80::1]/", "http://[febf::1]/",
          "http://[fec0::1]/", "http://[ff02::1]/", "http://[100::1]/", "http://[4000::1]/",
          // names inside a network
          "http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://printer/",
          "http://printer.local/", "http://metadata.google.internal/", "http://router.lan/",
          "http://router.home.arpa/",
          // ports
          "http://hooks.example.com:22/", "http://hooks.example.com:8080/",
          "https://hooks.example.com:25/"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void AddressRuleTest::whatMayNotBeReached()
{
    QFETCH(QString, text);
    QCOMPARE(codeOf(text.toUtf8().constData()), std::string("ADDRESS_REFUSED"));
}

void AddressRuleTest::thePublicMayBeReached_data()
{
    QTest::addColumn<QString>("address");
    // The neighbours of each private net.
    for (const char* text : {"1.0.0.0",
                             "9.255.255.255",
                             "11.0.0.0",
                             "100.63.255.255",
                             "100.128.0.0",
                             "126.255.255.255",
                             "128.0.0.0",
                             "169.253.255.255",
                             "169.255.0.0",
                             "172.15.255.255",
                             "172.32.0.0",
                             "192.0.1.0",
                             "192.0.3.0",
                             "192.167.255.255",
                             "192.169.0.0",
                             "198.17.255.255",
                             "198.20.0.0",
                             "223.255.255.255",
                             "2606:2800:220:1::1",
                             "2001:200::1",
                             "2001:4860:4860::8888",
                             "2003::1",
                             "3ffe::1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void AddressRuleTest::thePublicMayBeReached()
{
    QFETCH(QString, address);
    const auto number = make_address(address.toStdString());
    QCOMPARE(std::string(whyPrivate(number)), std::string());
    const std::string host
        = number.is_v4() ? address.toStdString() : "[" + address.toStdString() + "]";
    const std::string text = "https://" + host + "/";
    QCOMPARE(codeOf(text.c_str()), std::string());
}

void AddressRuleTest::whatIsListedIsAllowed()
{
    const AddressRule rule{{"localhost", "10.0.0.7", "::1"}, {8080}};
    QCOMPARE(codeOf("http://localhost:8080/x", rule), std::string());
    QCOMPARE(codeOf("http://10.0.0.7/x", rule), std::string());
    QCOMPARE(codeOf("http://[::1]/x", rule), std::string());
    QCOMPARE(codeOf("http://10.0.0.8/x", rule), std::string("ADDRESS_REFUSED"));
    QCOMPARE(codeOf("http://a.localhost/x", rule), std::string("ADDRESS_REFUSED"));
    QCOMPARE(codeOf("http://localhost:8081/x", rule), std::string("ADDRESS_REFUSED"));
    QCOMPARE(codeOf("http://user@localhost/x", rule), std::string("ADDRESS_INVALID"));
}

void AddressRuleTest::everyResolvedAddressCounts()
{
    const auto address = checkAddress("https://hooks.example.com/", {}).value();
    const auto code = [&](std::vector<boost::asio::ip::address> found, const AddressRule& rule) {
        const auto checked = checkResolved(address, found, rule);
        return checked ? std::string() : checked.error().code;
    };
    const auto outside = make_address("93.184.216.34");
    const auto inside = make_address("10.1.2.3");
    QCOMPARE(code({outside}, {}), std::string());
    QCOMPARE(code({}, {}), std::string("ADDRESS_UNKNOWN"));
    QCOMPARE(code({inside}, {}), std::string("ADDRESS_REFUSED"));
    QCOMPARE(code({outside, inside}, {}), std::string("ADDRESS_REFUSED"));
    QCOMPARE(code({make_address("::ffff:10.1.2.3")}, {}), std::string("ADDRESS_REFUSED"));
    const AddressRule byName{{"hooks.example.com"}, {}};
    const AddressRule byNumber{{"10.1.2.3"}, {}};
    QCOMPARE(code({inside}, byName), std::string());
    QCOMPARE(code({inside}, byNumber), std::string());
    QCOMPARE(code({make_address("10.1.2.4")}, byNumber), std::string("ADDRESS_REFUSED"));
}

QTEST_GUILESS_MAIN(AddressRuleTest)
#include "test_address_rule.moc"
