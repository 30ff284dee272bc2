// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/pipeline/rules/transform.h"
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

const SmallWorld kWorld;
const Received kHere{kNow, "push 8085", {}, 1, {}};

/// An event with the fields of the collector's contract.
const std::string kExample = R"({"eventId":"123e4567-e89b-12d3-a456-426614174000",
    "eventType":"IMPRESSION","advertisementId":"ad-001","campaignId":"camp-001","userId":"user-123",
    "userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/122.0.0.0 Safari/537.36",
    "ipAddress":"192.0.2.10","referrer":"https://example.com/page","bidAmount":1.5,
    "timestamp":"2026-03-20T14:31:50Z","deviceType":"DESKTOP","location":"Seoul",
    "placement":"top-banner","duration":30,"isViewable":true,"creativeType":"banner",
    "publisherId":"pub-001","sessionId":"session-456","requestId":"req-789","browser":"Chrome",
    "os":"Windows","screenResolution":"1920x1080","language":"ko-KR","timezone":"Asia/Seoul",
    "adSize":"300x250","adFormat":"display","targetingCriteria":{"age":[18,35]},"revenue":0.75,
    "conversionType":"purchase","conversionValue":49.99})";

std::string oneLine(std::string text)
{
    std::erase(text, '\n');
    return text;
}

/// The example with one field written otherwise; "" takes it away.
std::string exampleWith(const std::string& field, const std::string& value)
{
    const std::string line = oneLine(kExample);
    const auto begin = line.find("\"" + field + "\":");
    if (begin == std::string::npos)
        return line.substr(0, line.size() - 1) + ",\"" + field + "\":" + value + "}";
    auto end = line.find(",", begin);
    while (end != std::string::npos && line.compare(end, 2, ",\"") != 0
           && line.compare(end, 5, ",    ") != 0)
        end = line.find(",", end + 1);
    end = std::min(end, line.size() - 1);
    if (!value.empty())
        return line.substr(0, begin) + "\"" + field + "\":" + value + line.substr(end);
    return line.substr(0, begin) + line.substr(line.find('"', end));
}

struct Fared
{
    Fate fate = Fate::Dead;
    std::string rule;
    AdEvent event;
    std::size_t changes = 0;
};

/// Reads and judges a line as the pipeline does.
class Line
{
public:
    Fared fare(const std::string& line)
    {
        Fared fared;
        if (!m_reader.readJson(line, fared.event)) {
            fared.rule = kUnreadable;
            return fared;
        }
        const auto verdict = m_judge.judge(fared.event, {kNow, "push", {}, ++m_position, {}});
        fared.fate = verdict.fate;
        fared.changes = verdict.changes.size();
        if (verdict.rule)
            fared.rule = m_judge.rules().rules[*verdict.rule].id;
        return fared;
    }
    Judge& judge() { return m_judge; }

private:
    Judge m_judge{*RuleSet::parse(shippedRules()), kWorld};
    AdEventReader m_reader;
    std::uint64_t m_position = 0;
};

std::string mutated(std::string line, base::Random& random)
{
    constexpr std::string_view kBytes = "{}[]\":,\\0159-+eE. \t\n\xc3\xa9\xff\x00truefalsn";
    const auto at = [&] { return random.below(static_cast<std::uint32_t>(line.size())); };
    for (std::uint32_t i = 0; i <= random.below(4) && !line.empty(); ++i)
        switch (random.below(6)) {
        case 0:
            line[at()] = kBytes[random.below(kBytes.size())];
            break;
        case 1:
            line.insert(at(), 1, kBytes[random.below(kBytes.size())]);
            break;
        case 2:
            line.erase(at(), 1 + random.below(8));
            break;
        case 3:
            line.resize(at());
            break;
        case 4:
            line.insert(at(), line.substr(at(), random.below(40)));
            break;
        default:
            line[at()] = static_cast<char>(random.below(256));
        }
    return line;
}

} // namespace

/// The rules that ship with the program.
class TestDefaultRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theContractsExampleIsStoredAsItIs();
    void brokenEventsNameTheirRule_data();
    void brokenEventsNameTheirRule();
    void slightFaultsAreRepaired_data();
    void slightFaultsAreRepaired();
    void whatIsJudgedGoodCanBeTransformed();
    void theEleventhClickIsQuarantined();
    void everyMutatedLineHasOneFate();
};

void TestDefaultRules::theContractsExampleIsStoredAsItIs()
{
    Line lines;
    const auto fared = lines.fare(oneLine(kExample));
    QCOMPARE(text(kFateNames[static_cast<std::size_t>(fared.fate)]) + fared.rule,
             std::string("stored"));
    QCOMPARE(fared.changes, std::size_t{0});
    const auto fact = transform(fared.event, kHere);
    QVERIFY(fact);
    QCOMPARE(fact->bid.nanos, std::int64_t{1'500'000'000});
    QVERIFY(fact->isViewable && fact->device == DeviceClass::Desktop);
}

void TestDefaultRules::brokenEventsNameTheirRule_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("isQuarantined");
    const auto row
        = [](const char* field, const char* value, const char* rule, bool isQuarantined = false) {
              QTest::addRow("%s %s", field, value)
                  << QByteArray(field) << QByteArray(value) << QByteArray(rule) << isQuarantined;
          };
    row("eventType", R"("PURCHASE")", "event-type");
    row("eventType", "", "event-type-missing");
    row("eventType", "null", "event-type-missing");
    row("eventType", R"("  ")", "event-type-missing");
    row("advertisementId", "", "advertisement-id-missing");
    row("advertisementId", R"("")", "advertisement-id-missing");
    row("advertisementId", R"("ad 001")", "advertisement-id");
    row("advertisementId", R"({"id":1})", "advertisement-id");
    row("campaignId", R"("camp/1")", "campaign-id");
    row("bidAmount", R"("free")", "bid-amount");
    row("bidAmount", R"("1.234,50")", "bid-amount");
    row("bidAmount", "-0.01", "bid-range");
    row("bidAmount", "1000000.01", "bid-range");
    row("revenue", R"("1 000")", "revenue");
    row("conversionValue", "1e12", "conversion-value-range");
    row("timestamp", R"("yesterday")", "timestamp");
    row("timestamp", R"("2026-03-20T22:31:50Z")", "time-ahead"); // eight hours
    row("timestamp", R"("1999-12-31T23:59:59Z")", "time-old");
    row("country", R"("XX")", "country");
    row("country", R"("CHINA")", "country");
    row("currency", R"("DOLLAR")", "currency");
    row("eventId", R"(})", "unreadable");
    row("os", R"("a","os":"b")", "unreadable");
    row("userAgent", "\"Mozilla/5.0 (compatible; Googlebot/2.1)\"", "robot", true);
    row("userAgent", R"("Mozilla/5.0 HeadlessChrome/122")", "robot", true);
    row("advertisementId", R"("ad-1")", "campaign-of-ad", true); // it belongs to camp-1
}

void TestDefaultRules::brokenEventsNameTheirRule()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, rule);
    QFETCH(bool, isQuarantined);
    Line lines;
    const auto fared = lines.fare(exampleWith(field.toStdString(), value.toStdString()));
    QCOMPARE(QByteArray::fromStdString(fared.rule), rule);
    QVERIFY(fared.fate == (isQuarantined ? Fate::Quarantined : Fate::Dead));
}

void TestDefaultRules::slightFaultsAreRepaired_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after"); ///< "-" = taken away
    const auto row = [](const char* field, const char* value, const char* after) {
        QTest::addRow("%s %s", field, value)
            << QByteArray(field) << QByteArray(value) << QByteArray(after);
    };
    row("eventType", R"(" impression")", "IMPRESSION");
    row("eventType", R"("clk")", "CLICK");
    row("bidAmount", R"("12,50")", "12.50");
    row("bidAmount", "0.30000000000000004", "0.3");
    row("country", R"("CN-SH")", "CN");
    row("country", R"("uk")", "GB");
    row("deviceType", R"("phone")", "MOBILE");
    row("deviceType", R"("FRIDGE")", "DESKTOP"); // as the user agent says
    row("timestamp", R"("2026-03-20T14:31:50")", "2026-03-20T14:31:50Z");
    row("timestamp", "", "2026-03-20T14:31:52Z");
    row("timestamp", R"("2026-03-20T14:40:00Z")", "2026-03-20T14:31:52Z");
    row("ipAddress", R"("unknown")", "-");
    row("adSize", R"("300X250")", "300x250");
    row("isViewable", "1", "true");
    row("language", R"("?")", "-");
    row("currency", R"("usd")", "USD");
    row("duration", "-5", "-");
    row("publisherId", R"("pub 1")", "-");
}

void TestDefaultRules::slightFaultsAreRepaired()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    Line lines;
    const auto fared = lines.fare(exampleWith(field.toStdString(), value.toStdString()));
    QCOMPARE(fared.rule, std::string());
    QVERIFY(fared.changes >= 1);
    const auto place = *model::adFieldOf(field.toStdString());
    QCOMPARE(fared.event.has(place) ? bytes(fared.event[place]) : QByteArray("-"), after);
    QVERIFY(transform(fared.event, kHere));
}

void TestDefaultRules::whatIsJudgedGoodCanBeTransformed()
{
    Line lines;
    // The dearest and the finest amounts that the rules let pass.
    for (const char* amount : {"1000000", "0.000000001", "999999.999999999", "1e-9", "1E6"}) {
        const auto fared = lines.fare(exampleWith("bidAmount", amount));
        QVERIFY2(fared.fate == Fate::Stored, amount);
        QVERIFY2(transform(fared.event, kHere), amount);
    }
    const auto refund = lines.fare(exampleWith("revenue", "-1000000000"));
    QVERIFY(refund.fate == Fate::Stored);
    QCOMPARE(transform(refund.event, kHere)->revenue.micros, std::int64_t{-1'000'000'000'000'000});
}

void TestDefaultRules::theEleventhClickIsQuarantined()
{
    Line lines;
    for (int i = 1; i <= 12; ++i) {
        const auto fared
            = lines.fare(R"({"eventId":"c)" + std::to_string(i)
                         + R"(","event_type":"click","ad_id":"a1","session_id":"s1"})");
        QVERIFY(fared.fate == (i <= 10 ? Fate::Stored : Fate::Quarantined));
        QCOMPARE(fared.rule, std::string(i <= 10 ? "" : "click-storm"));
    }
}

void TestDefaultRules::everyMutatedLineHasOneFate()
{
    Line lines;
    base::Random random(20'260'320);
    const std::string good = oneLine(kExample);
    const std::string small
        = R"({"event_type":"CLICK","ad_id":"a","ts":1774017112,"bid_amount":"1,5"})";
    std::array<std::size_t, 3> fates{};
    std::size_t transformed = 0;
    constexpr std::size_t kLines = 100'000;
    for (std::size_t i = 0; i < kLines; ++i) {
        const auto fared = lines.fare(mutated(i % 2 == 0 ? good : small, random));
        ++fates[static_cast<std::size_t>(fared.fate)];
        QCOMPARE(fared.rule.empty(), fared.fate == Fate::Stored);
        if (fared.fate != Fate::Dead && transform(fared.event, kHere))
            ++transformed;
        lines.judge().clear();
    }
    QCOMPARE(fates[0] + fates[1] + fates[2], kLines);
    // Nothing that the rules let pass fails later.
    QCOMPARE(transformed, fates[0] + fates[2]);
    QVERIFY(fates[0] > kLines / 50 && fates[1] > kLines / 4);
}

QTEST_GUILESS_MAIN(TestDefaultRules)
#include "test_default_rules.moc"
