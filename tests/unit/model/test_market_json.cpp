// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/market_json.h"
#include "engine/model/opportunity.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::model;

namespace {

QByteArray place(const Error& error)
{
    return QByteArray::fromStdString(error.where);
}

template<typename T>
QByteArray wrongField(const Result<T>& result)
{
    return result ? QByteArray() : place(result.error());
}

QByteArray wrongFieldOf(const QByteArray& noun, const std::string& text)
{
    if (noun == "seat")
        return wrongField(seatFromJson(text, "s"));
    if (noun == "publisher")
        return wrongField(publisherFromJson(text, "s"));
    if (noun == "placement")
        return wrongField(placementFromJson(text, "s"));
    if (noun == "rules")
        return wrongField(rulesFromJson(text, "s"));
    return wrongField(rateFromJson(text, "s"));
}

} // namespace

class TestMarketJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBack()
    {
        Seat seat;
        seat.id = "rival-1";
        seat.name = "Rival";
        seat.playedBy = "histogram";
        seat.kind = SeatKind::Histogram;
        seat.selection = Selection::LargestRemainingBudget;
        seat.currency = *Currency::parse("KRW");
        seat.deadlineMicros = 50'001;
        seat.answerTime = {12'345, 0.125};
        seat.histogram = std::vector<std::uint32_t>(301, 4'294'967'295U);
        seat.histogramStepNanos = 12'345;
        seat.logMu = -0.75;
        seat.logSigma = 0.3;
        seat.bidShare = 1.0 / 3;
        seat.cutOff = true;
        QVERIFY(*seatFromJson(toJson(seat), "") == seat);
        for (std::size_t kind = 0; kind < kSeatKindNames.size(); ++kind) {
            seat.kind = static_cast<SeatKind>(kind);
            QVERIFY(*seatFromJson(toJson(seat), "") == seat);
        }

        const Publisher publisher{"pub", "Name", "news.test", {"IAB1"}, {"IAB26"}, {"adv"}};
        QVERIFY(*publisherFromJson(toJson(publisher), "") == publisher);

        const Placement placement{"slot", "pub", "Top", "top", "native", 320, 50, {250'001}, false};
        QVERIFY(*placementFromJson(toJson(placement), "") == placement);

        const AuctionRules rules{PriceRule::SoftFloor,
                                 {1},
                                 false,
                                 false,
                                 {2'000'000},
                                 123'456,
                                 1'500'000,
                                 99'999,
                                 {100}};
        QVERIFY(*rulesFromJson(toJson(rules), "") == rules);
        QVERIFY(*rulesFromJson("{}", "") == AuctionRules{});

        const ExchangeRate rate{*Currency::parse("JPY"), 1, 150};
        QVERIFY(*rateFromJson(toJson(rate), "") == rate);
    }

    void readableUnits()
    {
        const auto rules = rulesFromJson(
            R"({"fee":0.1,"deadline_ms":100,"increment_cpm":0.01,"kind":"second"})", "");
        QVERIFY(rules);
        QCOMPARE(rules->feePpm, 100'000);
        QCOMPARE(rules->auctionDeadlineMicros, 100'000U);
        QCOMPARE(rules->increment.nanos, std::int64_t{10'000});
    }

    void badInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("noun");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* noun, const char* text, const char* field) {
            QTest::addRow("%s %s", noun, text)
                << QByteArray(noun) << QByteArray(text) << QByteArray(field);
        };
        row("seat", "{}", "id");
        row("seat", R"({"id":"a b"})", "id");
        row("seat", R"({"id":"a","kind":"robot"})", "kind");
        row("seat", R"({"id":"a","selection":"best"})", "selection");
        row("seat", R"({"id":"a","deadline_ms":0})", "deadline_ms");
        row("seat", R"({"id":"a","deadline_ms":0.0001})", "deadline_ms");
        row("seat", R"({"id":"a","deadline_ms":60001})", "deadline_ms");
        row("seat", R"({"id":"a","bid_share":1.1})", "bid_share");
        row("seat", R"({"id":"a","kind":"histogram"})", "histogram");
        row("seat", R"({"id":"a","kind":"histogram","histogram":[0,0]})", "histogram");
        row("seat", R"({"id":"a","histogram":[1,-1]})", "histogram[1]");
        row("seat", R"({"id":"a","histogram":[4294967296]})", "histogram[0]");
        row("seat", R"({"id":"a","histogram_step_cpm":0})", "histogram_step_cpm");
        row("seat", R"({"id":"a","answer_time":{"sigma":-1}})", "answer_time.sigma");
        row("seat", R"({"id":"a","answer_time":{"mean":1}})", "answer_time.mean");
        row("seat", R"({"id":"a","deadline":50})", "deadline");
        row("publisher", R"({"name":"x"})", "id");
        row("publisher", R"({"id":"p","categories":"IAB1"})", "categories");
        row("publisher", R"({"id":"p","blocked_advertisers":["a b"]})", "blocked_advertisers[0]");
        std::string many;
        for (std::size_t i = 0; i <= Opportunity::kListCapacity; ++i)
            many += (i > 0 ? ",\"adv-" : "\"adv-") + std::to_string(i) + "\"";
        for (const std::string field : {"blocked_categories", "blocked_advertisers"})
            row("publisher", ("{\"id\":\"p\",\"" + field + "\":[" + many + "]}").c_str(),
                field.c_str());
        row("placement", R"({"id":"s","publisher_id":"p","width":0,"height":1})", "width");
        row("placement", R"({"id":"s","publisher_id":"p","width":1})", "height");
        row("placement", R"({"id":"s","width":1,"height":1})", "publisher_id");
        row("placement", R"({"id":"s","publisher_id":"p","width":1,"height":1,"floor_cpm":-1})",
            "floor_cpm");
        row("placement", R"({"id":"s","publisher_id":"p","width":1,"height":1,"format":"gif"})",
            "format");
        row("rules", R"({"fee":1.000001})", "fee");
        row("rules", R"({"fee":0.0000001})", "fee");
        row("rules", R"({"fee":"a tenth"})", "fee");
        row("rules", R"({"price_quantum_cpm":0})", "price_quantum_cpm");
        row("rules", R"({"kind":"third"})", "kind");
        row("rules", R"({"seeded_ties":1})", "seeded_ties");
        row("rules", R"({"floor":1})", "floor");
        row("rate", R"({"from":"EUR","numerator":0})", "numerator");
        row("rate", R"({"from":"EUR","numerator":1,"denominator":0})", "denominator");
        row("rate", R"({"from":"eur","numerator":1})", "from");
        row("rate", R"({"numerator":1})", "from");
    }
    void badInputIsRefused()
    {
        QFETCH(QByteArray, noun);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        QCOMPARE(wrongFieldOf(noun, text.toStdString()), "s line 1, field \"" + field + "\"");
    }
};

QTEST_GUILESS_MAIN(TestMarketJson)
#include "test_market_json.moc"
