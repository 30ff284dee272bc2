// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/clearing.h"

#include <QtTest>

#include <cmath>

using namespace gavel;
using namespace gavel::model;
using namespace gavel::exchange;

namespace {

constexpr Handle kDeal = 9;

/// One impression of 300x250 with a floor of 0.50 per thousand, second price, no increment.
struct Room
{
    AuctionRules rules;
    Opportunity offer;
    Price floor{500'000};
    Currency currency;
    std::vector<ExchangeRate> rates{{*Currency::parse("EUR"), 11, 10}};
    base::Random random{42};
    BidList bids;

    Room()
    {
        rules.increment = {};
        offer.width = 300;
        offer.height = 250;
    }
    Bid& add(std::int64_t nanos, BidFate fate = BidFate::Outbid)
    {
        Bid bid;
        bid.seat = static_cast<Handle>(bids.size() + 1);
        bid.price = {nanos};
        bid.fate = fate;
        bids.push(bid);
        return bids[bids.size() - 1];
    }
    Clearing clear()
    {
        return exchange::clear(bids, {&rules, &offer, floor, currency, &rates}, random);
    }
};

QString fates(const BidList& bids)
{
    QStringList names;
    for (const auto& bid : bids)
        names << QString::fromUtf8(kBidFateNames[static_cast<std::size_t>(bid.fate)].data());
    return names.join(' ');
}

} // namespace

class TestClearing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pricesFollowTheRule_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("soft");
        QTest::addColumn<bool>("reserve");
        QTest::addColumn<qint64>("increment");
        QTest::addColumn<QList<qint64>>("bids");
        QTest::addColumn<int>("winner");
        QTest::addColumn<qint64>("price");
        const auto row = [](const char* name, PriceRule kind, qint64 soft, bool reserve,
                            qint64 increment, const QList<qint64>& bids, int winner, qint64 price) {
            QTest::newRow(name) << static_cast<int>(kind) << soft << reserve << increment << bids
                                << winner << price;
        };
        const auto first = PriceRule::FirstPrice;
        const auto second = PriceRule::SecondPrice;
        const auto soft = PriceRule::SoftFloor;
        row("first price pays its own bid", first, 0, true, 0, {700'000, 900'000}, 1, 900'000);
        row("second price pays the second", second, 0, true, 0, {700'000, 900'000, 600'000}, 1,
            700'000);
        row("second price adds the increment", second, 0, true, 10'000, {700'000, 900'000}, 1,
            710'000);
        row("the increment stops at the own bid", second, 0, true, 10'000, {895'000, 900'000}, 1,
            900'000);
        row("second price with one bid pays the floor", second, 0, true, 10'000, {900'000}, 0,
            500'000);
        row("one bid pays itself when the floor is no reserve", second, 0, false, 10'000, {900'000},
            0, 900'000);
        row("bids below the floor do not set the price", second, 0, true, 0, {900'000, 499'999}, 0,
            500'000);
        row("a bid at the floor counts", second, 0, true, 0, {900'000, 500'000}, 0, 500'000);
        row("nobody above the floor", second, 0, true, 0, {499'999, 1}, -1, 0);
        row("nobody at all", second, 0, true, 0, {}, -1, 0);
        row("below the soft floor pays its own bid", soft, 1'000'000, true, 0, {900'000, 700'000},
            0, 900'000);
        row("above the soft floor pays the soft floor", soft, 1'000'000, true, 0,
            {1'500'000, 700'000}, 0, 1'000'000);
        row("at the soft floor pays it", soft, 1'000'000, true, 0, {1'000'000, 700'000}, 0,
            1'000'000);
        row("above the soft floor pays the second above it", soft, 1'000'000, true, 0,
            {1'500'000, 1'200'000}, 0, 1'200'000);
        row("alone above the soft floor", soft, 1'000'000, true, 0, {1'500'000}, 0, 1'000'000);
    }
    void pricesFollowTheRule()
    {
        QFETCH(int, kind);
        QFETCH(qint64, soft);
        QFETCH(bool, reserve);
        QFETCH(qint64, increment);
        QFETCH(QList<qint64>, bids);
        QFETCH(int, winner);
        QFETCH(qint64, price);
        Room room;
        room.rules.kind = static_cast<PriceRule>(kind);
        room.rules.softFloor = {soft};
        room.rules.floorIsReserve = reserve;
        room.rules.increment = {increment};
        for (const auto bid : bids)
            room.add(bid);
        const auto clearing = room.clear();
        QCOMPARE(int{clearing.winner}, winner);
        QCOMPARE(qint64{clearing.price.nanos}, price);
    }

    void theContractsDemonstrationClearsAsWritten()
    {
        // Amounts for one impression: 0.0001 is 100 000 nano-units. First received wins ties,
        // second + 0.01, at most the own bid, four decimals, alone the own bid.
        Room room;
        room.floor = {250'000'000};
        room.rules.increment = {10'000'000};
        room.rules.priceQuantum = {100'000};
        room.rules.floorIsReserve = false;
        room.rules.seededTies = false;
        room.add(780'000'000);
        room.add(653'450'000);
        auto clearing = room.clear();
        // 0.65345 + 0.01 = 0.66345 -> 0.6635 by halves up
        QCOMPARE(qint64{clearing.price.nanos}, qint64{663'500'000});
        QCOMPARE(clearing.winner, 0);
        room.bids.clear();
        room.add(780'000'000);
        room.add(780'000'000);
        clearing = room.clear();
        QCOMPARE(clearing.winner, 0);
        QCOMPARE(qint64{clearing.price.nanos}, qint64{780'000'000});
        QCOMPARE(fates(room.bids), QString("won tie_lost"));
        room.bids.clear();
        room.add(249'000'000);
        room.add(900'000'000);
        QCOMPARE(qint64{room.clear().price.nanos}, qint64{900'000'000});
    }

    void roundingNeverPassesTheBidOrTheFloor()
    {
        Room room;
        room.rules.kind = PriceRule::FirstPrice;
        room.rules.priceQuantum = {1000};
        room.add(900'600);
        QCOMPARE(qint64{room.clear().price.nanos}, qint64{900'600});
        room.rules.kind = PriceRule::SecondPrice;
        room.floor = {500'400};
        QCOMPARE(qint64{room.clear().price.nanos}, qint64{500'400});
    }

    void everyRefusalSaysWhy()
    {
        Room room;
        room.offer.blockedCategories.push(7);
        room.offer.blockedAdvertisers.push(8);
        for (const Handle seat : {1, 2, 3, 4, 6, 7, 8})
            room.offer.allowedSeats.push(seat);
        room.add(900'000);
        room.add(0);
        room.add(-1);
        room.add(900'000).currency = *Currency::parse("JPY");
        room.add(900'000); // seat 5
        room.add(900'000).deal = kDeal;
        room.add(900'000).width = 728;
        room.add(900'000, BidFate::Late).category = 7;
        QCOMPARE(room.clear().valid, std::uint16_t{1});
        QCOMPARE(
            fates(room.bids),
            QString("won not_positive not_positive wrong_currency seat_not_allowed unknown_deal "
                    "wrong_size late"));
        room.bids.clear();
        room.offer.allowedSeats.clear();
        room.add(900'000).category = 7;
        room.add(900'000).advertiser = 8;
        room.add(499'999);
        room.add(900'000).height = 90;
        room.add(900'000, BidFate::CutOff);
        room.add(0, BidFate::NoBid);
        const auto clearing = room.clear();
        QCOMPARE(clearing.winner, -1);
        QCOMPARE(clearing.valid, std::uint16_t{0});
        QCOMPARE(clearing.price, Price{});
        QCOMPARE(
            fates(room.bids),
            QString("blocked_category blocked_advertiser below_floor wrong_size cut_off no_bid"));
    }

    void clearingAgainGivesTheSameAnswer()
    {
        Room room;
        room.add(900'000);
        room.add(800'000).currency = *Currency::parse("EUR");
        room.add(100'000);
        const auto once = room.clear();
        const auto before = fates(room.bids);
        const auto again = room.clear();
        QCOMPARE(again.winner, once.winner);
        QCOMPARE(again.price, once.price);
        QCOMPARE(fates(room.bids), before);
    }

    void bidsAreConvertedDown()
    {
        Room room;
        room.add(900'000);
        room.add(820'009).currency = *Currency::parse("EUR"); // x 11/10 = 902009.9
        const auto clearing = room.clear();
        QCOMPARE(clearing.winner, 1);
        QCOMPARE(qint64{room.bids[1].price.nanos}, qint64{902'009});
        QCOMPARE(qint64{clearing.price.nanos}, qint64{900'000});
        const auto euro = *Currency::parse("EUR");
        QVERIFY(!convert({5}, *Currency::parse("KRW"), Currency{}, room.rates));
        QVERIFY(!convert({INT64_MAX}, euro, Currency{}, room.rates));
        QVERIFY(!convert({5}, euro, Currency{}, {{euro, 1, 0}}));
    }

    void dealsHaveTheirOwnFloor()
    {
        Room room;
        room.offer.deals.push({kDeal, {800'000}});
        room.add(790'000).deal = kDeal;
        room.add(600'000);
        auto clearing = room.clear();
        QCOMPARE(fates(room.bids), QString("below_floor won"));
        QCOMPARE(qint64{clearing.floor.nanos}, qint64{500'000});
        room.bids[0].price = {900'000};
        clearing = room.clear();
        QCOMPARE(clearing.winner, 0);
        QCOMPARE(qint64{clearing.floor.nanos}, qint64{800'000});
        QCOMPARE(qint64{clearing.price.nanos}, qint64{800'000});
        // A deal below the open floor is sold below it.
        room.offer.deals[0].floor = {300'000};
        room.bids[0].price = {350'000};
        room.bids[1].price = {400'000};
        clearing = room.clear();
        QCOMPARE(fates(room.bids), QString("won below_floor"));
        QCOMPARE(qint64{clearing.price.nanos}, qint64{300'000});
    }

    void aPrivateAuctionTakesDealsOnly()
    {
        Room room;
        room.offer.dealsOnly = true;
        room.offer.deals.push({kDeal, {600'000}});
        room.add(5'000'000);
        room.add(700'000).deal = kDeal;
        QCOMPARE(room.clear().winner, 1);
        QCOMPARE(fates(room.bids), QString("unknown_deal won"));
    }

    void tiesAreDrawnFairlyFromTheSeed()
    {
        // Chi-square with 3 degrees of freedom: 16.27 is passed once in a thousand by a fair draw.
        Room room;
        std::array<int, 4> wins{};
        constexpr int kRounds = 40'000;
        for (int round = 0; round < kRounds; ++round) {
            room.bids.clear();
            for (int i = 0; i < 4; ++i)
                room.add(900'000);
            room.add(800'000);
            ++wins[static_cast<std::size_t>(room.clear().winner)];
        }
        double chiSquare = 0;
        for (const int won : wins)
            chiSquare += (won - kRounds / 4.0) * (won - kRounds / 4.0) / (kRounds / 4.0);
        QVERIFY2(chiSquare < 16.27, qPrintable(QString::number(chiSquare)));
        QCOMPARE(fates(room.bids).count("tie_lost"), 3);
        QCOMPARE(fates(room.bids).count("outbid"), 1);
    }

    void theStreamIsDrawnOnlyForTies()
    {
        Room room;
        room.add(700'000);
        room.add(700'000);
        room.add(900'000);
        room.clear();
        QCOMPARE(room.random.next(), base::Random(42).next());
        room.rules.seededTies = false;
        room.bids[2].price = {700'000};
        QCOMPARE(room.clear().winner, 0);
        base::Random second(42);
        second.next();
        QCOMPARE(room.random.next(), second.next());
    }

    void feeAndPublisherSumToThePrice()
    {
        Room room;
        room.floor = {};
        base::Random draw(11);
        for (int round = 0; round < 100'000; ++round) {
            room.bids.clear();
            room.rules.feePpm = static_cast<std::int32_t>(draw.below(1'000'001));
            room.add(1 + static_cast<std::int64_t>(draw.next() >> 20));
            room.add(1 + static_cast<std::int64_t>(draw.next() >> 20));
            const auto clearing = room.clear();
            QCOMPARE((clearing.fee + clearing.publisher).nanos, clearing.price.nanos);
            const auto exact = static_cast<__int128_t>(clearing.price.nanos) * room.rules.feePpm;
            QVERIFY(clearing.fee.nanos == static_cast<std::int64_t>(exact / 1'000'000));
            QVERIFY(clearing.price <= room.bids[static_cast<std::size_t>(clearing.winner)].price);
        }
    }

    void revenueMeetsTheClosedForms_data()
    {
        // Values uniform in [0,1]: second price without floor earns (n-1)/(n+1); with floor 1/2 it
        // earns n (2 v^(n+1)/(n+1) - v^n/n) from 1/2 to 1: 5/12 for two bidders, 17/32 for three.
        // First price with the equilibrium bid (n-1)/n v earns the same as the second price
        // (Vickrey 1961).
        QTest::addColumn<int>("bidders");
        QTest::addColumn<bool>("firstPrice");
        QTest::addColumn<double>("floor");
        QTest::addColumn<double>("revenue");
        QTest::newRow("second, 2") << 2 << false << 0.0 << 1.0 / 3;
        QTest::newRow("second, 5") << 5 << false << 0.0 << 4.0 / 6;
        QTest::newRow("first, 2") << 2 << true << 0.0 << 1.0 / 3;
        QTest::newRow("first, 5") << 5 << true << 0.0 << 4.0 / 6;
        QTest::newRow("floor 1/2, 2") << 2 << false << 0.5 << 5.0 / 12;
        QTest::newRow("floor 1/2, 3") << 3 << false << 0.5 << 17.0 / 32;
    }
    void revenueMeetsTheClosedForms()
    {
        QFETCH(int, bidders);
        QFETCH(bool, firstPrice);
        QFETCH(double, floor);
        QFETCH(double, revenue);
        constexpr double kUnit = 1e9;
        constexpr int kAuctions = 1'000'000;
        Room room;
        room.rules.kind = firstPrice ? PriceRule::FirstPrice : PriceRule::SecondPrice;
        room.floor = Price::floorOf(floor * kUnit);
        base::Random values(2024);
        double sum = 0;
        double squares = 0;
        const double factor = firstPrice ? (bidders - 1.0) / bidders : 1;
        for (int i = 0; i < kAuctions; ++i) {
            room.bids.clear();
            for (int j = 0; j < bidders; ++j)
                room.add(1 + static_cast<std::int64_t>(values.uniform() * factor * kUnit));
            const double paid = static_cast<double>(room.clear().price.nanos) / kUnit;
            sum += paid;
            squares += paid * paid;
        }
        const double mean = sum / kAuctions;
        const double standardError = std::sqrt((squares / kAuctions - mean * mean) / kAuctions);
        QVERIFY2(std::abs(mean - revenue) < 4 * standardError,
                 qPrintable(QString("%1 against %2, standard error %3")
                                .arg(mean)
                                .arg(revenue)
                                .arg(standardError)));
    }
};

QTEST_GUILESS_MAIN(TestClearing)
#include "test_clearing.moc"
