// SPDX-License-Identifier: GPL-3.0-or-later
// What an OpenRTB request says beside its impressions, on a market with an exchange rate and a
// publisher that does not take everybody.
#include "tests/integration/rest_bed.h"

#include <fstream>

using namespace gavel;

namespace {

constexpr const char* kScenario = R"({
"title": "Picky", "start": "2026-03-20T00:00:00Z", "duration_minutes": 60,
"rates": [{"from": "EUR", "numerator": 11, "denominator": 10}],
"rules": {"kind": "first"},
"publishers": [{"id": "news", "domain": "news.example"},
    {"id": "picky", "domain": "picky.example", "blocked_advertisers": ["adv"]},
    {"id": "prude", "domain": "prude.example", "blocked_categories": ["IAB7"]}],
"placements": [{"id": "top", "publisher_id": "news", "width": 300, "height": 250},
    {"id": "side", "publisher_id": "picky", "width": 300, "height": 250},
    {"id": "low", "publisher_id": "prude", "width": 300, "height": 250}],
"seats": [{"id": "north", "deadline_ms": 50}],
"campaigns": [{"id": "camp-1", "name": "One", "advertiser_id": "adv", "seat_id": "north",
    "status": "active", "pacing": "asap", "budget": {"total": 100},
    "strategy": {"kind": "fixed_cpm", "cpm": 2, "shade": false},
    "ads": [{"id": "ad", "creatives": [
        {"id": "cr", "width": 300, "height": 250, "category": "IAB7"}]}]}],
"traffic": {"auctions": 1, "placements": [{"id": "top"}]},
"population": {"users": 100,
    "places": [{"country": "CN", "city": "Shanghai", "latitude": 31, "longitude": 121}],
    "devices": [{"type": "mobile", "os": "iOS"}], "ages": [{"from": 18, "to": 30}],
    "segments": [{"name": "young", "share": 0.4}]},
"behaviour": {"shown": 1, "click": {"rate": 0.01}, "conversion": {"rate": 0.1},
    "conversion_value": 10}
})";

} // namespace

class TestOpenRtb : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RestBed m_bed;

    Answered ask(const std::string& more, const char* placement = "top") const
    {
        return m_bed.exchange().post("/openrtb2/auction",
                                     std::string("{\"id\":\"r1\",") + more
                                         + "\"imp\":[{\"id\":\"1\",\"tagid\":\"" + placement
                                         + "\",\"banner\":{\"w\":300,\"h\":250}}]}");
    }
    std::uint64_t wins()
    {
        const auto view = m_bed.engine().campaignView("camp-1");
        return view ? view->wins : UINT64_MAX;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto file = m_folder.filePath("picky.json").toStdString();
        std::ofstream(file) << kScenario;
        QVERIFY(m_bed.start());
        runtime::ScenarioRequest wanted;
        wanted.scenario = file;
        const auto loaded = m_bed.engine().loadScenario(wanted);
        QVERIFY2(loaded.has_value(), loaded ? "" : toString(loaded.error()).c_str());
        QTRY_COMPARE(ask("").status, 200U); // quota comes with the first round
    }
    void cleanupTestCase() { m_bed.stop(); }

    void theAnswerIsInACurrencyThatWasAskedFor_data()
    {
        QTest::addColumn<QByteArray>("currencies");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<double>("price");
        const auto row = [](const char* asked, const char* currency, double price) {
            QTest::newRow(asked) << QByteArray(asked) << QByteArray(currency) << price;
        };
        row("", "USD", 2.0);
        row("\"cur\":[],", "USD", 2.0);
        row("\"cur\":[\"USD\"],", "USD", 2.0);
        row("\"cur\":[\"EUR\",\"USD\"],", "USD", 2.0);
        // One euro is 1.1 dollars: 2 / 1.1 = 1.8181..., down to a millionth.
        row("\"cur\":[\"EUR\"],", "EUR", 1.818181);
        row("\"cur\":[\"GBP\",\"EUR\"],", "EUR", 1.818181);
    }

    void theAnswerIsInACurrencyThatWasAskedFor()
    {
        QFETCH(QByteArray, currencies);
        QFETCH(QByteArray, currency);
        QFETCH(double, price);
        const auto sold = ask(currencies.toStdString());
        QCOMPARE(sold.status, 200U);
        QCOMPARE(textAt(sold.json(), "cur"), currency.toStdString());
        const auto bid = sold.json().at("seatbid").at(0).at("bid").at(0);
        QCOMPARE(bid.at("price").to_number<double>(), price);
    }

    void whatCannotBeChargedIsNotAuctioned_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<unsigned>("status");
        QTest::newRow("test") << QByteArray("\"test\":1,") << 204U;
        QTest::newRow("no rate") << QByteArray("\"cur\":[\"GBP\"],") << 204U;
        QTest::newRow("no currency") << QByteArray("\"cur\":[\"\",\"euro\"],") << 204U;
        QTest::newRow("currency is no list") << QByteArray("\"cur\":5,") << 400U;
        QTest::newRow("test is text") << QByteArray("\"test\":\"yes\",") << 400U;
    }

    void whatCannotBeChargedIsNotAuctioned()
    {
        QFETCH(QByteArray, more);
        QFETCH(unsigned, status);
        const auto before = wins();
        const auto auctions = m_bed.engine().freshSnapshot()->total.auctions;
        const auto answer = ask(more.toStdString());
        QVERIFY2(answer.status == status, answer.body.c_str());
        QCOMPARE(wins(), before);
        QCOMPARE(m_bed.engine().freshSnapshot()->total.auctions, auctions);
        QCOMPARE(ask("\"test\":0,").status, 200U);
        QCOMPARE(wins(), before + 1);
    }

    void aPublisherDoesNotGetWhatItDoesNotTake()
    {
        QCOMPARE(ask("", "side").status, 204U);
        QCOMPARE(ask("", "low").status, 204U);
        QCOMPARE(ask("\"site\":{\"publisher\":{\"id\":\"news\"}},", "side").status, 204U);
        for (const auto& [slot, status] : {std::pair("top", 200U), {"side", 204U}, {"low", 204U}}) {
            const auto sold = m_bed.ssp().post("/ad-request",
                                               std::string("{\"slot_id\":\"") + slot
                                                   + "\",\"user_id\":\"u\",\"device\":{\"type\":"
                                                     "\"mobile\"},\"geo\":{\"country\":\"CN\"}}");
            QVERIFY2(sold.status == status, sold.body.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenRtb)
#include "test_openrtb.moc"
