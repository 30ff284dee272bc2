// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/pipeline/values/code_tables.h"
#include "engine/pipeline/values/event_time.h"
#include "engine/pipeline/values/name_list.h"
#include "engine/pipeline/values/recent_map.h"
#include "engine/pipeline/values/user_agent.h"
#include "engine/pipeline/values/utf8.h"
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

QString hexOf(Hash128 hash)
{
    return QStringLiteral("%1%2")
        .arg(hash.high, 16, 16, QLatin1Char('0'))
        .arg(hash.low, 16, 16, QLatin1Char('0'));
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decimalsAreExact_data();
    void decimalsAreExact();
    void decimalsCompareBySize();
    void decimalsAreRounded_data();
    void decimalsAreRounded();
    void textsAreOfTheirKind_data();
    void textsAreOfTheirKind();
    void timesAreRead_data();
    void timesAreRead();
    void listsAreRead_data();
    void listsAreRead();
    void agentsTellTheirDevice_data();
    void agentsTellTheirDevice();
    void marksAreFoundInEitherCase();
    void hashesAreMurmur3();
    void placesOfASourceNeverMeet();
    void aRecentMapForgetsTheOldest();
    void aRecentMapAgreesWithAPlainOne();
    void textsStayUntilTheArenaIsCleared();
    void theFirstByteThatIsNotUtf8IsFound();
};

void TestValues::decimalsAreExact_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("places");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<qint64>("scaled");
    const auto row = [](const char* text, int places, std::optional<qint64> scaled) {
        QTest::newRow(text) << QByteArray(text) << places << scaled.has_value()
                            << scaled.value_or(0);
    };
    row("0", 9, 0);
    row("-0.000", 2, 0);
    row("0.1", 9, 100'000'000);
    row("0.000000001", 9, 1);
    row("0.0000000001", 9, {}); // ten decimals
    row("0.1000000000000", 9, 100'000'000); // the zeros say nothing
    row("12.50", 6, 12'500'000);
    row("-12.5", 1, -125);
    row("007", 0, 7);
    row("1e3", 0, 1000);
    row("1.0E-4", 9, 100'000); // as Java writes 0.0001
    row("1.25e+2", 0, 125);
    row("1.25e1", 0, {}); // 12.5 is not whole
    row("9223372036.854775807", 9, INT64_MAX); // 2^63 - 1
    row("9223372036.854775808", 9, {});
    row("-9223372036.854775808", 9, INT64_MIN);
    row("-9223372036.854775809", 9, {});
    row("1e99", 0, {});
    row("9999999999999999999999999999999999999999", 0, {});
}

void TestValues::decimalsAreExact()
{
    QFETCH(QByteArray, text);
    QFETCH(int, places);
    QFETCH(bool, fits);
    QFETCH(qint64, scaled);
    const auto number = Decimal::parse(text.toStdString());
    QVERIFY(number);
    const auto value = number->scaled(places);
    QCOMPARE(value.has_value(), fits);
    QCOMPARE(value.value_or(0), scaled);
}

void TestValues::decimalsCompareBySize()
{
    // Ascending; each with another way to write it.
    const std::vector<std::pair<const char*, const char*>> ascending{
        {"-1e30", "-1000000000000000000000000000000"},
        {"-12.5", "-12.50"},
        {"-1", "-1.0"},
        {"-0.05", "-5e-2"},
        {"0", "-0.0"},
        {"0.0499999999999999999999999", "0.04999999999999999999999990"},
        {"0.05", "0.050"},
        {"0.5", "5e-1"},
        {"9.99", "09.99"},
        {"10", "1e1"},
        {"12.5", "12.50"},
        {"9223372036854775808", "9.223372036854775808e18"}};
    for (std::size_t i = 0; i < ascending.size(); ++i)
        for (std::size_t j = 0; j < ascending.size(); ++j) {
            const auto a = *Decimal::parse(ascending[i].first);
            const auto b = *Decimal::parse(ascending[j].second);
            QVERIFY2((a <=> b) == (i <=> j), ascending[i].first);
            QCOMPARE(a == b, i == j);
        }
    for (const char* bad :
         {"", "-", ".5", "5.", "1.2.3", "+1", "1e", "1e+", "1e100", "0x1", " 1", "1 ", "1,5", "NaN",
          "1e1.5", "--1", "12345678901234567890123456789012345678901"})
        QVERIFY2(!Decimal::parse(bad), bad);
}

void TestValues::decimalsAreRounded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("rounded");
    const auto row = [](const char* text, int places, const char* rounded) {
        QTest::newRow(text) << QByteArray(text) << places << QByteArray(rounded);
    };
    row("0.30000000000000004", 9, "0.3"); // 0.1 + 0.2 in binary
    row("0.0000000005", 9, "0.000000001");
    row("0.00000000049", 9, "0");
    row("-0.0000000005", 9, "-0.000000001");
    row("9.995", 2, "10");
    row("99.95", 1, "100");
    row("0.096", 2, "0.1");
    row("1.25", 6, "1.25");
    row("1e-20", 9, "0");
    row("123.5", 0, "124");
    row("1.5e3", 0, "1500");
    row("0.00012", 5, "0.00012");
}

void TestValues::decimalsAreRounded()
{
    QFETCH(QByteArray, text);
    QFETCH(int, places);
    QFETCH(QByteArray, rounded);
    QCOMPARE(Decimal::parse(text.toStdString())->rounded(places).text(), rounded.toStdString());
}

void TestValues::textsAreOfTheirKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArrayList>("good");
    QTest::addColumn<QByteArrayList>("bad");
    const auto row = [](ValueKind kind, const QByteArrayList& good, const QByteArrayList& bad) {
        QTest::newRow(std::string(kValueKindNames[static_cast<std::size_t>(kind)]).c_str())
            << static_cast<int>(kind) << good << bad;
    };
    row(ValueKind::Id, {"a", "camp-001_X", QByteArray(64, 'a')},
        {"", "a b", "a/b", "\xc3\xa9", QByteArray(65, 'a')});
    row(ValueKind::Uuid,
        {"123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-42661417400F"},
        {"", "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g",
         "123e4567-e89b-12d3-a456-4266141740000", "{123e4567-e89b-12d3-a456-42661417400}"});
    row(ValueKind::Ip,
        {"192.0.2.1", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::8a2e:370:7334",
         "2001:DB8:0:0:8:800:200C:417A", "::ffff:192.0.2.128", "1::", "1:2:3:4:5:6:7::"},
        {"",
         "unknown",
         "256.0.0.1",
         "1.2.3",
         "1.2.3.4.5",
         "01.2.3.4",
         "1.2.3.4:80",
         "1.2.3.",
         "1..2.3",
         ":::",
         "1::2::3",
         "1:2:3:4:5:6:7",
         "1:2:3:4:5:6:7:8:9",
         "1:2:3:4:5:6:7:8::",
         "12345::",
         "fe80::1%eth0",
         "::192.0.2.256",
         "1.2.3.4::",
         ":1",
         "1:"});
    row(ValueKind::Integer, {"0", "-7", "007", "123456789012345678"},
        {"", "-", "1.0", "+1", "1e3", "1234567890123456789"});
    row(ValueKind::Decimal, {"0", "-1.5", "2e-3"}, {"", "1,5", "abc", "$1"});
    row(ValueKind::Boolean, {"true", "false"}, {"", "True", "1", "yes"});
    row(ValueKind::Time, {"2026-03-20T14:31:52Z", "1774017112"},
        {"", "2026-03-20T14:31:52", "yesterday"});
    row(ValueKind::Country, {"CN", "KR", "US", "GB", "AD", "ZW"},
        {"", "cn", "UK", "XX", "USA", "CN-SH"});
    row(ValueKind::Language, {"en", "zh-Hans-CN", "ko-KR", "en_US", "es-419", "kok"},
        {"", "e", "engl", "en-", "-en", "en--US", "12", "en-abcdefghi", "en US"});
    row(ValueKind::Timezone,
        {"Asia/Seoul", "America/Argentina/Buenos_Aires", "UTC", "GMT", "+08:00", "-0330", "UTC+8",
         "Etc/GMT+5"},
        {"", "Seoul", "/Seoul", "Asia/", "Asia//Seoul", "+", "+8:0:0", "+08:0x", "Asia/Se oul"});
    row(ValueKind::Size, {"300x250", "1x1", "16384x99999"},
        {"", "300", "300x", "x250", "300X250", "300x250x1", "100000x1", "-1x2"});
    row(ValueKind::Url,
        {"https://example.com", "http://a.example:8080/x?y#z", "https://[::1]/", "http://u@h/"},
        {"", "example.com", "ftp://a.example", "https://", "https:///x", "https://a b",
         "javascript:alert(1)", "https://a.example/\"x", "http://u@/"});
    row(ValueKind::Currency, {"USD", "CNY", "KRW", "EUR"}, {"", "usd", "US", "USDT", "ABC", "XXX"});
}

void TestValues::textsAreOfTheirKind()
{
    QFETCH(int, kind);
    QFETCH(QByteArrayList, good);
    QFETCH(QByteArrayList, bad);
    for (const auto& each : good)
        QVERIFY2(isOfKind(each.toStdString(), static_cast<ValueKind>(kind)), each.constData());
    for (const auto& each : bad)
        QVERIFY2(!isOfKind(each.toStdString(), static_cast<ValueKind>(kind)), each.constData());
}

void TestValues::timesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds"); ///< -1 = not a time
    const auto row = [](const char* text, qint64 milliseconds) {
        QTest::newRow(text) << QByteArray(text) << milliseconds;
    };
    // kNow is 2026-03-20T14:31:52Z.
    row("2026-03-20T14:31:52Z", kNow.value);
    row("2026-03-20T14:31:52.118Z", kNow.value + 118);
    row("2026-03-20T22:31:52+08:00", kNow.value);
    row("2026-03-20T10:01:52-0430", kNow.value);
    row("2026-03-20 14:31:52.118999Z", kNow.value + 118);
    row("1774017112", kNow.value);
    row("1774017112.118", kNow.value + 118);
    row("1774017112.5", kNow.value + 500);
    row("1774017112118", kNow.value + 118);
    row("1774017112118.9", kNow.value + 118);
    row("0", 0);
    row("99999999999", 99'999'999'999'000); // the last that is seconds
    row("100000000000", 100'000'000'000); // the first that is milliseconds
    row("2026-03-20T14:31:52", -1);
    row("2026-03-20", -1);
    row("2026-02-30T00:00:00Z", -1);
    row("2026-03-20T25:00:00Z", -1);
    row("-1", -1);
    row("1e9", -1);
    row("99999999999999", -1);
    row("", -1);
    row("20/03/2026 14:31", -1);
}

void TestValues::timesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto time = timeOf(text.toStdString());
    QCOMPARE(time ? time->value : -1, milliseconds);
    QVERIFY(lacksZone("2026-03-20T14:31:52") && lacksZone("2026-03-20 14:31:52.1"));
    QVERIFY(!lacksZone("2026-03-20T14:31:52Z") && !lacksZone("2026-03-20")
            && !lacksZone("2026-03-20T99:31:52"));
}

void TestValues::listsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("sports") << QByteArray("sports;");
    QTest::newRow("of a table") << QByteArray("sports| new parents |")
                                << QByteArray("sports;new parents;");
    QTest::newRow("JSON") << QByteArray(R"([ "a|b", "\u4f53\u80b2" ])")
                          << QByteArray("a|b;\u4f53\u80b2;");
    QTest::newRow("twice") << QByteArray("a|b|a") << QByteArray("a;b;");
    QTest::newRow("of three") << QByteArray("a|b|c") << QByteArray("a;b;c;");
    QTest::newRow("of four") << QByteArray("a|b|c|d") << QByteArray("refused");
    QTest::newRow("an object") << QByteArray(R"([{"a":1}])") << QByteArray("refused");
    QTest::newRow("128 bytes") << QByteArray(128, 'a') << QByteArray(128, 'a') + ';';
    QTest::newRow("129 bytes") << QByteArray(129, 'a') << QByteArray("refused");
}

void TestValues::listsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, names);
    const std::string list = text.toStdString();
    const auto read = namesOf(list, 3);
    QByteArray found = read ? "" : "refused";
    if (read)
        for (const std::string& name : *read)
            found += QByteArray::fromStdString(name) + ';';
    QCOMPARE(found, names);
}

void TestValues::agentsTellTheirDevice_data()
{
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QByteArray>("browser");
    QTest::addColumn<QByteArray>("system");
    const auto row
        = [](const char* agent, const char* device, const char* browser, const char* system) {
              QTest::newRow(agent) << QByteArray(agent) << QByteArray(device) << QByteArray(browser)
                                   << QByteArray(system);
          };
    // As the browsers send them.
    row("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
        "mobile", "Safari", "iOS");
    row("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "CriOS/120.0 Mobile/15E148 Safari/604.1",
        "tablet", "Chrome", "iPadOS");
    row("Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) "
        "SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36",
        "mobile", "Samsung Internet", "Android");
    row("Mozilla/5.0 (Linux; Android 13; SM-X900) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/122.0.0.0 Safari/537.36",
        "tablet", "Chrome", "Android");
    row("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/122.0.0.0 Safari/537.36 Edg/122.0.2365.80",
        "desktop", "Edge", "Windows");
    row("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.3; rv:123.0) Gecko/20100101 Firefox/123.0",
        "desktop", "Firefox", "macOS");
    row("Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/538.1 (KHTML, like Gecko) "
        "Version/6.0 "
        "TV Safari/538.1",
        "ctv", "Safari", "Tizen");
    row("curl/8.5.0", "", "", "");
    row("", "", "", "");
}

void TestValues::agentsTellTheirDevice()
{
    QFETCH(QByteArray, agent);
    QFETCH(QByteArray, device);
    QFETCH(QByteArray, browser);
    QFETCH(QByteArray, system);
    const std::string sent = agent.toStdString();
    QCOMPARE(bytes(kDeviceClassNames[static_cast<std::size_t>(deviceOfAgent(sent))]), device);
    QCOMPARE(bytes(browserOfAgent(sent)), browser);
    QCOMPARE(bytes(systemOfAgent(sent)), system);
    QVERIFY(deviceOfWord("MOBILE") == DeviceClass::Mobile);
    QVERIFY(deviceOfWord("Connected_TV") == DeviceClass::Ctv);
    QVERIFY(deviceOfWord("fridge") == DeviceClass::Unknown);
}

void TestValues::marksAreFoundInEitherCase()
{
    const MarkSet marks({"GoogleBot", "spider/"});
    QVERIFY(marks.isIn("Mozilla/5.0 (compatible; Googlebot/2.1)"));
    QVERIFY(marks.isIn("BaiSPIDER/"));
    QVERIFY(marks.isIn("googlebot"));
    QVERIFY(!marks.isIn("spider"));
    QVERIFY(!marks.isIn("googlebo"));
    QVERIFY(!marks.isIn("g"));
    QVERIFY(!marks.isIn(""));
    QVERIFY(!MarkSet().isIn("anything"));
}

void TestValues::hashesAreMurmur3()
{
    // Published values of MurmurHash3_x64_128 with seed 0.
    QCOMPARE(hexOf(hash128("")), QStringLiteral("00000000000000000000000000000000"));
    QCOMPARE(hexOf(hash128("hello")), QStringLiteral("cbd8a7b341bd9b025b1e906a48ae1d19"));
    QCOMPARE(hexOf(hash128("The quick brown fox jumps over the lazy dog")),
             QStringLiteral("e34bbc7bbc071b6c7a433ca9c49a9347"));
    QVERIFY(hash128("a") != hash128(std::string_view("a\0", 2)));
    QVERIFY(hash128("hello", 1) != hash128("hello"));
}

void TestValues::placesOfASourceNeverMeet()
{
    std::map<Hash128, int> seen;
    for (const char* source : {"push 8085", "orders"})
        for (const char* file : {"a.csv", "b.csv"})
            for (std::uint64_t position = 0; position < 5'000; ++position)
                ++seen[eventIdOf(AdEvent{}, {kNow, source, file, position, "1,2,3"})];
    QCOMPARE(seen.size(), std::size_t{20'000});
    const Received here{kNow, "a", "f", 1, "line"};
    QVERIFY(eventIdOf(AdEvent{}, here) == eventIdOf(AdEvent{}, {kNow + 1, "a", "f", 1, "line"}));
    QVERIFY(eventIdOf(AdEvent{}, here) != eventIdOf(AdEvent{}, {kNow, "a", "f", 1, "other"}));
    const auto named = eventOf({{AdField::EventId, "e1"}});
    const Received there{kNow, "b", "g", 2, "other"};
    QVERIFY(eventIdOf(named, here) == eventIdOf(named, there));
}

void TestValues::aRecentMapForgetsTheOldest()
{
    RecentMap<int> map(3);
    map.touch(1) = 10;
    map.touch(2) = 20;
    map.touch(3) = 30;
    map.touch(1) += 1; // now 2 is the oldest
    QCOMPARE(*map.find(2), 20); // a look is no touch
    map.touch(4) = 40;
    QVERIFY(map.find(2) == nullptr);
    QCOMPARE(*map.find(1), 11);
    QCOMPARE(*map.find(3), 30);
    QCOMPARE(*map.find(4), 40);
    QCOMPARE(map.size(), std::size_t{3});
    QCOMPARE(map.touch(2), 0); // anew
}

void TestValues::aRecentMapAgreesWithAPlainOne()
{
    // Keys that share their lowest bits, so that they crowd in the table.
    base::Random random(11);
    RecentMap<std::uint32_t> map(50);
    std::map<std::uint64_t, std::pair<std::uint32_t, std::uint32_t>> plain; // value, last touch
    for (std::uint32_t turn = 1; turn < 20'000; ++turn) {
        const std::uint64_t key = static_cast<std::uint64_t>(random.below(120)) << (turn % 2 * 7);
        map.touch(key) = turn;
        plain[key] = {turn, turn};
        if (plain.size() > 50)
            plain.erase(std::min_element(plain.begin(), plain.end(), [](auto& a, auto& b) {
                return a.second.second < b.second.second;
            }));
        const std::uint64_t other = static_cast<std::uint64_t>(random.below(120)) << 7;
        const auto* found = map.find(other);
        const auto expected = plain.find(other);
        QCOMPARE(found == nullptr, expected == plain.end());
        if (found != nullptr)
            QCOMPARE(*found, expected->second.first);
    }
    QCOMPARE(map.size(), std::size_t{50});
}

void TestValues::textsStayUntilTheArenaIsCleared()
{
    TextArena arena;
    std::vector<std::string_view> kept;
    kept.reserve(50'000);
    for (int i = 0; i < 50'000; ++i)
        kept.push_back(arena.keep("text " + std::to_string(i)));
    TextArena moved = std::move(arena);
    for (std::size_t i = 0; i < kept.size(); ++i)
        QCOMPARE(text(kept[i]), "text " + std::to_string(i));
    const auto bytes = moved.bytes();
    moved.clear();
    for (int i = 0; i < 50'000; ++i)
        moved.keep("text " + std::to_string(i));
    QCOMPARE(moved.bytes(), bytes);
    QVERIFY(moved.keep({}).data() != nullptr);
}

void TestValues::theFirstByteThatIsNotUtf8IsFound()
{
    QVERIFY(!firstByteNotUtf8("a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80"));
    QCOMPARE(*firstByteNotUtf8("a\xc3"), std::size_t{1});
    QCOMPARE(*firstByteNotUtf8("\xe4\xb8\xad\xed\xa0\x80"), std::size_t{3}); // a surrogate
    QCOMPARE(*firstByteNotUtf8("ab\xc0\xaf"), std::size_t{2}); // longer than needed
    QCOMPARE(*firstByteNotUtf8("\xf4\x90\x80\x80"), std::size_t{0}); // beyond U+10FFFF
    QCOMPARE(charactersIn("a\xc3\xa9\xe4\xb8\xad"), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
