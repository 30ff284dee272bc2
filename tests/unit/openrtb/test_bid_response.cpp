// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/bid_response.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::openrtb;

/// The response of "OpenRTB 2.6", sections 4.2.1 to 4.2.3.
class TestBidResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBidIsWrittenWithItsMarkupAndNotices();
    void withoutASeatTheReasonIsWritten();
    void pricesAreTheShortestExactDecimal_data();
    void pricesAreTheShortestExactDecimal();
};

namespace {

const std::string kOneBid = R"({"id":"r1","seatbid":[{"bid":[{"id":"b1","impid":"1","price":9.43,)"
                            R"("adm":"<a href=\"x\">\u000a</a>","adomain":["adv.example"],)"
                            R"("cid":"camp-001","crid":"cr-1","dealid":"d1","nurl":"http://w/",)"
                            R"("burl":"http://b/","lurl":"http://l/","w":300,"h":250,"mtype":1}],)"
                            R"("seat":"s1"}],"bidid":"a1","cur":"USD"})";
const std::string kNoBid = R"({"id":"r1","nbr":13,"cur":"USD"})";

} // namespace

void TestBidResponse::aBidIsWrittenWithItsMarkupAndNotices()
{
    ResponseBid bid;
    bid.id = "b1";
    bid.impressionId = "1";
    bid.price = Price{9'430'000}; // 9.43 per thousand
    bid.markup = "<a href=\"x\">\n</a>";
    bid.advertiserDomain = "adv.example";
    bid.campaignId = "camp-001";
    bid.creativeId = "cr-1";
    bid.dealId = "d1";
    bid.winUrl = "http://w/";
    bid.billingUrl = "http://b/";
    bid.lossUrl = "http://l/";
    bid.width = 300;
    bid.height = 250;
    bid.markupType = MarkupType::Banner;
    BidResponse response;
    response.id = "r1";
    response.bidId = "a1";
    response.seats.push_back({"s1", {bid}});
    std::string out = "old";
    writeBidResponse(response, out);
    QCOMPARE(out, kOneBid);
}

void TestBidResponse::withoutASeatTheReasonIsWritten()
{
    BidResponse response;
    response.id = "r1";
    response.noBidReason = NoBidReason::InsufficientTime;
    std::string out;
    writeBidResponse(response, out);
    QCOMPARE(out, kNoBid);
}

void TestBidResponse::pricesAreTheShortestExactDecimal_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QString>("written");
    QTest::newRow("one") << qint64{1'000'000} << "1";
    QTest::newRow("least") << qint64{1} << "0.000001";
    QTest::newRow("0.1") << qint64{100'000} << "0.1";
    QTest::newRow("large") << qint64{123'456'654'321} << "123456.654321";
    QTest::newRow("zero") << qint64{0} << "0";
}

void TestBidResponse::pricesAreTheShortestExactDecimal()
{

    QFETCH(qint64, nanos);
    QFETCH(QString, written);
    ResponseBid bid;
    bid.price = Price{nanos};
    BidResponse response;
    response.seats.push_back({"", {bid}});
    std::string out;
    writeBidResponse(response, out);
    QVERIFY2(out.find("\"price\":" + written.toStdString() + "}") != std::string::npos,
             out.c_str());
}

QTEST_GUILESS_MAIN(TestBidResponse)
#include "test_bid_response.moc"
