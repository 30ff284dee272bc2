// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/notices.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::model;
using namespace gavel::exchange;
using openrtb::Macro;

class TestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reasonsAreNumberedAsTheStandardSays_data()
    {
        // AdCOM 1.0, list "Loss Reason Codes"
        QTest::addColumn<int>("fate");
        QTest::addColumn<uint>("deal");
        QTest::addColumn<int>("code");
        const auto row = [](BidFate fate, uint deal, int code) {
            QTest::addRow("%s %u", kBidFateNames[static_cast<std::size_t>(fate)].data(), deal)
                << static_cast<int>(fate) << deal << code;
        };
        row(BidFate::Won, 0, 0);
        row(BidFate::Late, 0, 2);
        row(BidFate::CutOff, 0, 2);
        row(BidFate::UnknownDeal, 5, 4);
        row(BidFate::NotPositive, 0, 9);
        row(BidFate::BelowFloor, 0, 100);
        row(BidFate::BelowFloor, 5, 101);
        row(BidFate::Outbid, 0, 102);
        row(BidFate::TieLost, 0, 102);
        row(BidFate::SeatNotAllowed, 0, 104);
        row(BidFate::WrongSize, 0, 203);
        row(BidFate::BlockedAdvertiser, 0, 205);
        row(BidFate::BlockedCategory, 0, 209);
        row(BidFate::WrongCurrency, 0, 3);
    }
    void reasonsAreNumberedAsTheStandardSays()
    {
        QFETCH(int, fate);
        QFETCH(uint, deal);
        QFETCH(int, code);
        Bid bid;
        bid.fate = static_cast<BidFate>(fate);
        bid.deal = deal;
        QCOMPARE(static_cast<int>(lossReason(bid)), code);
    }

    void winnerAndLosersAreToldTheirPart()
    {
        AuctionRules rules;
        rules.increment = {};
        Opportunity offer;
        offer.blockedAdvertisers.push(8);
        const auto euro = *Currency::parse("EUR");
        const std::vector<ExchangeRate> rates{{euro, 5, 4}};
        const ClearingTerms terms{&rules, &offer, Price{500'000}, Currency{}, &rates};
        BidList bids;
        for (const std::int64_t price : {2'000'000, 1'500'000, 300'000, 4'000'000}) {
            Bid bid;
            bid.price = {price};
            bid.fate = BidFate::Outbid;
            bids.push(bid);
        }
        bids[3].advertiser = 8;
        base::Random random;
        const auto clearing = clear(bids, terms, random);
        const NoticeNames names{"auction 1", "bid", "imp", "seat", "ad"};

        const auto won = noticeValues(bids, 0, clearing, terms, Currency{}, names);
        const std::string url
            = "https://dsp.test/win?a=${AUCTION_ID}&i=${AUCTION_IMP_ID}&s=${AUCTION_SEAT_ID}"
              "&p=${AUCTION_PRICE}&c=${AUCTION_CURRENCY}&m=${AUCTION_MBR}&l=${AUCTION_LOSS}"
              "&w=${AUCTION_MIN_TO_WIN}";
        // second price 1.50, ratio 1.5/2.0 = 0.75
        QCOMPARE(
            noticeUrl(url, won),
            std::string(
                "https://dsp.test/win?a=auction%201&i=imp&s=seat&p=1.50&c=USD&m=0.75&l=0&w=1.50"));

        const auto outbid = noticeValues(bids, 1, clearing, terms, Currency{}, names);
        QCOMPARE(outbid[Macro::Loss], std::string("102"));
        QCOMPARE(outbid[Macro::MinToWin], std::string("2.00"));
        QVERIFY(outbid[Macro::Price].empty() && outbid[Macro::MarketBidRatio].empty());

        const auto low = noticeValues(bids, 2, clearing, terms, euro, names);
        QCOMPARE(low[Macro::Loss], std::string("100"));
        QCOMPARE(low[Macro::Currency], std::string("EUR"));
        QCOMPARE(low[Macro::MinToWin], std::string("1.60")); // 2.00 USD at 1.25 USD for one EUR

        const auto blocked = noticeValues(bids, 3, clearing, terms, Currency{}, names);
        QCOMPARE(blocked[Macro::Loss], std::string("205"));
        QVERIFY(blocked[Macro::MinToWin].empty());
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "test_notices.moc"
