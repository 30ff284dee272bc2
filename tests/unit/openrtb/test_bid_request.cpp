// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/bid_request.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::openrtb;

/// The objects and rules of "OpenRTB 2.6", sections 3.2.1 to 3.2.20.
class TestBidRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUsedObjectIsRead();
    void brokenRulesNameTheirPath_data();
    void brokenRulesNameTheirPath();
    void floorsAreExactDecimals_data();
    void floorsAreExactDecimals();
    void thirtyTwoLevelsAndUnknownKeysAreAllowed();
    void textThatIsNotUtf8IsRefused();
    void moreThanOneMebibyteIsRefused();
    void aRequestHasAtMostSixtyFourImpressions();
};

namespace {

const std::string kBanner = R"({"id":"r1","imp":[{"id":"1","banner":{"w":300,"h":250}}]})";

const std::string kEveryObject = R"({
            "id":"80ce30c5","at":1,"tmax":100,"cur":["USD","EUR"],"bcat":["IAB25"],"badv":["bad.example"],
            "wseat":["s1"],"bseat":["s9"],"test":1,"regs":{"coppa":1,"gdpr":0,"ext":{"x":1}},
            "imp":[{"id":"1","tagid":"top","bidfloor":0.125,"bidfloorcur":"EUR","secure":1,"instl":1,
                "banner":{"w":0,"h":0,"pos":1,"format":[{"w":300,"h":250},{"w":728,"h":90}]},
                "pmp":{"private_auction":1,"deals":[{"id":"d1","bidfloor":2.5,"at":3,"wseat":["s1"]}]}},
              {"id":"2","video":{"mimes":["video/mp4"],"w":640,"h":360,"minduration":5,"maxduration":30,
                "protocols":[2,3],"plcmt":1}},
              {"id":"3","native":{"request":"{}","ver":"1.2"}}],
            "site":{"id":"site1","domain":"news.example","page":"https://news.example/a","cat":["IAB12"],
                "pagecat":["IAB12-1"],"keywords":"a, b,,c ","publisher":{"id":"p1","name":"P"},
                "content":{"id":"c1","language":"en"}},
            "device":{"devicetype":4,"make":"Apple","model":"iPhone","os":"iOS","osv":"15.2","ua":"UA",
                "ip":"192.0.2.1","language":"en","connectiontype":2,"lmt":0,
                "geo":{"lat":37.77,"lon":-122.42,"country":"USA","region":"CA","city":"San Francisco"}},
            "user":{"id":"u1","buyeruid":"b1","yob":1990,"gender":"F","keywords":"x,y","kwarray":["z"],
                "data":[{"id":"d","segment":[{"id":"s1"},{"id":"s2","value":"v"}]},{"segment":[{"id":"s3"}]}],
                "eids":[{"source":"id.example","uids":[{"id":"e1"},{"id":"e2"}]}]}})";

std::string nested(int depth)
{
    // The request object is level 1, ext 2, and so on.
    std::string open;
    std::string close;
    for (int i = 2; i < depth; ++i) {
        open += R"({"a":)";
        close += "}";
    }
    return R"({"id":"r1","imp":[{"id":"1","banner":{}}],"ext":)" + open + "{}" + close + "}";
}

} // namespace

void TestBidRequest::everyUsedObjectIsRead()
{
    RequestParser parser;
    const auto read = parseBidRequest(kEveryObject, parser);
    QVERIFY2(read, read ? "" : toString(read.error()).c_str());
    const BidRequest& request = *read;
    QCOMPARE(request.auctionType, 1);
    QCOMPARE(request.timeMaxMs, 100);
    QVERIFY(request.test);
    QVERIFY(request.coppa);
    QVERIFY(!request.gdpr);
    QCOMPARE(request.currencies.size(), 2U);
    QCOMPARE(request.impressions.size(), 3U);
    const Impression& first = request.impressions[0];
    QCOMPARE(first.floor.nanos, 125'000); // 0.125 per thousand is 125 000 nano-units for one
    QCOMPARE(first.floorCurrency, Text("EUR"));
    QVERIFY(first.secure && first.interstitial && first.privateAuction);
    QCOMPARE(first.banner->formats[1].width, 728);
    QCOMPARE(first.deals.at(0).id, Text("d1"));
    QCOMPARE(first.deals.at(0).floor.nanos, 2'500'000);
    QCOMPARE(request.impressions[1].video->protocols, (std::vector<int>{2, 3}));
    QCOMPARE(request.impressions[2].native->request, Text("{}"));
    QVERIFY(!request.property->isApp);
    QCOMPARE(request.property->categories, (Texts{"IAB12", "IAB12-1"}));
    QCOMPARE(request.property->keywords, (Texts{"a", "b", "c"}));
    QCOMPARE(request.property->publisher->id, Text("p1"));
    QCOMPARE(*request.device->geo->longitude, -122.42);
    QCOMPARE(request.user->keywords, (Texts{"x", "y", "z"}));
    QCOMPARE(request.user->segments.size(), 3U);
    QCOMPARE(request.user->externalIds.at(1).id, Text("e2"));
}

void TestBidRequest::brokenRulesNameTheirPath_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto imp = [](const char* fields) {
        return QString(R"({"id":"r","imp":[{"id":"1","banner":{},%1}]})").arg(fields);
    };
    QTest::newRow("empty") << ""
                           << "request"
                           << "JSON";
    QTest::newRow("no object") << "[]"
                               << ""
                               << "object";
    QTest::newRow("cut off") << R"({"id":"r","imp":[)"
                             << "request"
                             << "JSON";
    QTest::newRow("bytes after") << R"({"id":"r"} x)"
                                 << "request"
                                 << "JSON";
    QTest::newRow("no id") << R"({"imp":[{"id":"1","banner":{}}]})"
                           << "id"
                           << "required";
    QTest::newRow("null id") << R"({"id":null,"imp":[{"id":"1","banner":{}}]})"
                             << "id"
                             << "required";
    QTest::newRow("no imp") << R"({"id":"r"})"
                            << "imp"
                            << "required";
    QTest::newRow("empty imp") << R"({"id":"r","imp":[]})"
                               << "imp"
                               << "required";
    QTest::newRow("imp no list") << R"({"id":"r","imp":{}})"
                                 << "imp"
                                 << "list";
    QTest::newRow("imp without id") << R"({"id":"r","imp":[{"banner":{}}]})"
                                    << "imp[0].id"
                                    << "required";
    QTest::newRow("nothing offered") << R"({"id":"r","imp":[{"id":"1"}]})"
                                     << "imp[0]"
                                     << "nothing";
    QTest::newRow("same imp twice")
        << R"({"id":"r","imp":[{"id":"1","banner":{}},{"id":"1","banner":{}}]})"
        << "imp[1].id"
        << "another";
    QTest::newRow("key twice") << R"({"id":"r","id":"s","imp":[{"id":"1","banner":{}}]})"
                               << "id"
                               << "twice";
    QTest::newRow("negative floor") << imp(R"("bidfloor":-0.5)") << "imp[0].bidfloor"
                                    << "negative";
    QTest::newRow("seven decimals") << imp(R"("bidfloor":0.1234567)") << "imp[0].bidfloor"
                                    << "six decimals";
    QTest::newRow("floor as text") << imp(R"("bidfloor":"1")") << "imp[0].bidfloor"
                                   << "number";
    QTest::newRow("floor too large") << imp(R"("bidfloor":1e300)") << "imp[0].bidfloor"
                                     << "six decimals";
    QTest::newRow("floor overflows")
        << imp(R"("bidfloor":9223372036854775807)") << "imp[0].bidfloor"
        << "too large";
    QTest::newRow("not a flag") << imp(R"("secure":2)") << "imp[0].secure"
                                << "0 to 1";
    QTest::newRow("deal without id")
        << imp(R"("pmp":{"deals":[{"id":"a"},{"bidfloor":1}]})") << "imp[0].pmp.deals[1].id"
        << "required";
    QTest::newRow("video without mimes") << R"({"id":"r","imp":[{"id":"1","video":{}}]})"
                                         << "imp[0].video.mimes"
                                         << "required";
    QTest::newRow("latitude")
        << R"({"id":"r","imp":[{"id":"1","banner":{}}],"device":{"geo":{"lat":91}}})"
        << "device.geo.lat"
        << "-90 to 90";
    QTest::newRow("site and app")
        << R"({"id":"r","imp":[{"id":"1","banner":{}}],"site":{},"app":{}})"
        << "app"
        << "beside";
    QTest::newRow("33 levels") << QString::fromStdString(nested(33)) << "request"
                               << "32";
}

void TestBidRequest::floorsAreExactDecimals_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("zero") << "0" << qint64{0};
    QTest::newRow("0.1") << "0.1" << qint64{100'000};
    QTest::newRow("0.000001") << "0.000001" << qint64{1};
    QTest::newRow("2.87") << "2.87" << qint64{2'870'000};
    QTest::newRow("1e2") << "1e2" << qint64{100'000'000};
    QTest::newRow("123456.654321") << "123456.654321" << qint64{123'456'654'321};
    QTest::newRow("50") << "50" << qint64{50'000'000};
}

void TestBidRequest::thirtyTwoLevelsAndUnknownKeysAreAllowed()
{
    RequestParser parser;
    QVERIFY(parseBidRequest(nested(32), parser));
    QVERIFY(
        parseBidRequest(R"({"id":"r","imp":[{"id":"1","banner":{"new":[1]}}],"new":{}})", parser));
}

void TestBidRequest::textThatIsNotUtf8IsRefused()
{
    RequestParser parser;
    const auto read = parseBidRequest("{\"id\":\"\xff\",\"imp\":[]}", parser);
    QVERIFY(!read);
    QVERIFY(read.error().what.find("UTF-8") != std::string::npos);
}

void TestBidRequest::moreThanOneMebibyteIsRefused()
{
    RequestParser parser;
    const std::string padding(kMaxRequestBytes, ' ');
    QVERIFY(!parseBidRequest(kBanner + padding, parser));
    const auto fits = kBanner + padding.substr(kBanner.size());
    QCOMPARE(fits.size(), kMaxRequestBytes);
    QVERIFY(parseBidRequest(fits, parser));
}

void TestBidRequest::aRequestHasAtMostSixtyFourImpressions()
{
    const auto request = [](int count) {
        std::string imps;
        for (int i = 0; i < count; ++i)
            imps += (i > 0 ? "," : "") + (R"({"id":")" + std::to_string(i)) + R"(","banner":{}})";
        return R"({"id":"r","imp":[)" + imps + "]}";
    };
    RequestParser parser;
    QVERIFY(parseBidRequest(request(64), parser));
    QCOMPARE(parseBidRequest(request(65), parser).error().where, std::string("imp[64]"));
}

void TestBidRequest::brokenRulesNameTheirPath()
{

    QFETCH(QString, json);
    QFETCH(QString, where);
    QFETCH(QString, what);
    RequestParser parser;
    const auto read = parseBidRequest(json.toStdString(), parser);
    QVERIFY(!read);
    QCOMPARE(QString::fromStdString(read.error().where), where);
    QVERIFY2(QString::fromStdString(read.error().what).contains(what), read.error().what.c_str());
    QCOMPARE(read.error().code, std::string("INVALID_REQUEST"));
    // and the parser goes on
    QVERIFY(parseBidRequest(kBanner, parser));
}

void TestBidRequest::floorsAreExactDecimals()
{

    QFETCH(QString, written);
    QFETCH(qint64, nanos);
    RequestParser parser;
    const auto json
        = R"({"id":"r","imp":[{"id":"1","banner":{},"bidfloor":)" + written.toStdString() + "}]}";
    const auto read = parseBidRequest(json, parser);
    QVERIFY(read);
    QCOMPARE(read->impressions[0].floor.nanos, nanos);
}

QTEST_GUILESS_MAIN(TestBidRequest)
#include "test_bid_request.moc"
