// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/auction_filter.h"
#include "engine/market/filter/filter_parser.h"

#include <QtTest>

using namespace gavel;
using market::AuctionFilter;
using model::BidFate;

namespace {

/// Handles by order of intern: camp-001 = 1, camp-002 = 2, Lunar Trail = 3; orchid = 1, helios = 2,
/// tidewater = 3.
model::Vocabulary& vocabulary()
{
    static model::Vocabulary words;
    if (words.campaigns.size() == 0) {
        for (const auto* id : {"camp-001", "camp-002", "Lunar Trail", "春季促销"})
            words.campaigns.intern(id);
        for (const auto* id : {"orchid", "helios", "tidewater"})
            words.seats.intern(id);
        words.of(model::Dimension::Publisher).intern("harbor");
        words.of(model::Dimension::Placement).intern("home-top");
        words.of(model::Dimension::Country).intern("US");
        words.of(model::Dimension::DeviceType).intern("mobile");
    }
    return words;
}

/// 14:32:05.958 UTC; camp-001 of orchid bids 2.86 and loses to camp-002 of helios at 2.87;
/// tidewater is late with 9.
model::AuctionRow sampleRow()
{
    model::AuctionRow row;
    row.id = 91842;
    row.at = {((14 * 60 + 32) * 60 + 5) * 1000 + 958};
    row.publisher = 1;
    row.placement = 1;
    row.country = 1;
    row.deviceType = 1;
    row.floor = {1'200'000};
    row.price = {2'870'000};
    row.winnerCampaign = 2;
    row.winnerSeat = 2;
    row.seatsAsked = 3;
    row.seatsInTime = 2;
    row.bids = 2;
    row.shown = 1 | 2;
    row.steps = {310, 1'740, 1'070, 50'000, 80, 5'730, 2'470};
    row.rowBids = 3;
    row.bid[0] = {2, 2, BidFate::Won, {3'419'655}};
    row.bid[1] = {3, 3, BidFate::Late, {9'000'000}};
    row.bid[2] = {1, 1, BidFate::Outbid, {2'860'000}};
    return row;
}

} // namespace

class TestAuctionFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsTakenOrNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("takes");
        const auto row = [](const char* text, bool takes) { QTest::newRow(text) << text << takes; };
        row("", true);
        row("   ", true);
        row("price > 0.8 and campaign = \"camp-001\" and lost", true);
        row("price > 2.869999", true);
        row("price > 2.87", false);
        row("price >= 2.870000", true);
        row("price = 2.87", true);
        row("price != 2.87", false);
        row("price in (1, 2.87)", true);
        row("floor < 1.2", false);
        row("floor <= 1.2", true);
        row("bids = 2 and seats = 2", true);
        row("hour = 14", true);
        row("hour = 15", false);
        row("ms > 61.399", true); // 0.31 + 1.74 + 1.07 + 50 + 0.08 + 5.73 + 2.47 = 61.4
        row("ms > 61.4", false);
        row("publisher = harbor and placement = home-top", true);
        row("publisher != harbor", false);
        row("country = US", true);
        row("DEVICE = mobile AND Filled", true);
        row("auction = 91842", true);
        row("auction = \"91842\"", true);
        row("auction in (\"1\", 91842)", true);
        row("auction != \"91842\"", false);
        row("auction in (1, 2)", false);
        row("campaign = \"Lunar Trail\" and late", true);
        row("campaign = camp-001 and won", false);
        row("won and campaign = camp-002", true);
        row("won and campaign = camp-001", false);
        row("campaign = camp-001 and lost and campaign = camp-002 and won", true);
        row("campaign = camp-001 and won and campaign = camp-002 and lost", false);
        row("campaign = camp-001 and (won or late)", false);
        row("campaign = camp-001 and not (won or late)", true);
        row("campaign in (camp-001, camp-002) and won", true);
        row("seat = helios and won", true);
        row("seat = tidewater and fate = late", true);
        row("seat = orchid and fate in (late, won)", false);
        row("seat = orchid and fate != late", true);
        row("campaign = camp-001 and bid > 2.85", true);
        row("campaign = camp-001 and bid > 3", false);
        row("bid > 8", true);
        row("bid > 9", false);
        row("fate = below_floor", false);
        row("lost", true);
        row("campaign != camp-001", false);
        row("campaign != \"春季促销\"", true);
        // "not" names nobody, so anybody's win counts
        row("not campaign = \"春季促销\" and won", true);
        row("not campaign = camp-001 and won", false);
        row("unfilled", false);
        row("clicked", true);
        row("converted or traced", false);
        row("unfilled or price > 1 and clicked", true);
        row("(unfilled or price > 1) and converted", false);
    }
    void aRowIsTakenOrNot()
    {
        QFETCH(QString, text);
        QFETCH(bool, takes);
        const auto filter = AuctionFilter::parse(text.toStdString(), vocabulary());
        QVERIFY2(filter.has_value(), filter ? "" : base::toString(filter.error()).c_str());
        QCOMPARE(filter->matches(sampleRow()), takes);
    }

    void anErrorSaysWhereAndWhetherTypingHelps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* text, bool unfinished, int column) {
            QTest::newRow(text) << QString::fromUtf8(text)
                                << (unfinished ? "FILTER_UNFINISHED" : "FILTER_WRONG")
                                << QString("column %1").arg(column);
        };
        row("pri", true, 1);
        row("price", true, 6);
        row("price ", true, 7);
        row("price >", true, 8);
        row("price > 0.", true, 9);
        row("price > -", true, 9);
        row("price !", true, 7);
        row("price i", true, 7);
        row("won an", true, 5);
        row("won and", true, 8);
        row("won or not", true, 11);
        row("(won", true, 5);
        row("campaign = camp-0", true, 12);
        row("campaign = \"camp-0", true, 12);
        row("campaign in", true, 12);
        row("campaign in (camp-001", true, 22);
        row("campaign in (camp-001,", true, 23);
        row("fate = out", true, 8);
        row("priced", false, 1);
        row("price > cheap", false, 9);
        row("price > 0.1234567", false, 9);
        row("price > 1e3", false, 9);
        row("bids > 1.5", false, 8);
        row("hour = 24", false, 8);
        row("campaign > camp-001", false, 10);
        row("campaign = \"camp-0\"", false, 12);
        row("campaign = camp-0 and won", false, 12);
        row("campaign = \"春季\" and won", false, 12);
        row("campaign = \"春季促销\" or campain = camp-001", false, 22);
        row("won lost", false, 5);
        row("won)", false, 4);
        row("won and and lost", false, 9);
        row("price == 1", false, 8);
        row("price > 1 ; drop", false, 11);
        row("auction = a-1", false, 11);
        row("auction = \"a-1\"", false, 11);
        row("auction = 1.5", false, 11);
        row("auction = -1 and won", false, 11);
        row("auction = \"\"", false, 11);
        row("auction = 99999999999999999999", false, 11); // above 2^64
        row("auction > 5", false, 9);
        row("price > \"0.8\"", false, 9);
        row("hour = \"14\"", false, 8);
        row("in", false, 1);
    }
    void anErrorSaysWhereAndWhetherTypingHelps()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, where);
        const auto filter = AuctionFilter::parse(text.toStdString(), vocabulary());
        QVERIFY(!filter);
        QCOMPARE(QString::fromStdString(filter.error().where), where);
        QCOMPARE(QString::fromStdString(filter.error().code), code);
        QVERIFY(!filter.error().what.empty());
        QVERIFY(!filter.error().advice.empty());
    }

    void anUnknownNameIsNamed()
    {
        const auto filter = AuctionFilter::parse("campaign = \"nobody\"", vocabulary());
        QCOMPARE(filter.error().what, std::string("no campaign is called \"nobody\""));
    }

    void depthAndLengthAreBounded()
    {
        const auto nested = [](int depth) {
            return std::string(static_cast<std::size_t>(depth), '(') + "won"
                + std::string(static_cast<std::size_t>(depth), ')');
        };
        QVERIFY(AuctionFilter::parse(nested(market::kFilterDepth - 1), vocabulary()).has_value());
        QCOMPARE(AuctionFilter::parse(nested(market::kFilterDepth), vocabulary()).error().where,
                 "column " + std::to_string(market::kFilterDepth + 1));
        const std::string longest = "won" + std::string(market::kFilterBytes - 3, ' ');
        QVERIFY(AuctionFilter::parse(longest, vocabulary()).has_value());
        QCOMPARE(AuctionFilter::parse(longest + ' ', vocabulary()).error().code,
                 std::string("FILTER_WRONG"));
    }

    void partsAreTheAndPartsAsTyped()
    {
        const auto filter = AuctionFilter::parse(
            " price > 0.8 and campaign = \"camp-001\" and (lost or late) ", vocabulary());
        const std::vector<std::string> expected{"price > 0.8", "campaign = \"camp-001\"",
                                                "(lost or late)"};
        QCOMPARE(filter->parts(), expected);
        QCOMPARE(filter->campaign(), vocabulary().campaigns.find("camp-001"));
        QVERIFY(!filter->takesAll());
    }

    void aFilterWithOrIsOnePartAboutNoCampaign()
    {
        const auto filter = AuctionFilter::parse("campaign = camp-001 or won", vocabulary());
        QCOMPARE(filter->parts().size(), std::size_t{1});
        QCOMPARE(filter->campaign(), base::kNone);
        QVERIFY(AuctionFilter::parse("", vocabulary())->takesAll());
    }

    void completionOffersWhatMayFollow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("offers");
        QTest::newRow("field") << "pri" << QStringList{"price"};
        QTest::newRow("fields") << "price > 1 and bi" << QStringList{"bid", "bids"};
        QTest::newRow("order of a number")
            << "price " << QStringList{">", ">=", "<", "<=", "=", "!=", "in"};
        QTest::newRow("names have no order") << "seat " << QStringList{"=", "!=", "in"};
        QTest::newRow("longer comparison") << "price >" << QStringList{">", ">="};
        QTest::newRow("value") << "campaign = camp" << QStringList{"camp-001", "camp-002"};
        QTest::newRow("value with a space") << "campaign = \"lun" << QStringList{"\"Lunar Trail\""};
        QTest::newRow("value that contains") << "seat = water" << QStringList{"tidewater"};
        QTest::newRow("value in a list") << "seat in (orchid, hel" << QStringList{"helios"};
        QTest::newRow("fate") << "fate = l" << QStringList{"late",
                                                           "below_floor",
                                                           "blocked_category",
                                                           "blocked_advertiser",
                                                           "seat_not_allowed",
                                                           "unknown_deal",
                                                           "tie_lost"};
        QTest::newRow("after a test") << "won " << QStringList{"and", "or"};
        QTest::newRow("in brackets") << "(won " << QStringList{"and", "or", ")"};
        QTest::newRow("list goes on") << "seat in (orchid " << QStringList{",", ")"};
        QTest::newRow("nothing after an error") << "won won " << QStringList{};
    }
    void completionOffersWhatMayFollow()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, offers);
        const auto typed = text.toStdString();
        QStringList got;
        for (const auto& offer : market::completions(typed, typed.size(), vocabulary()))
            got << QString::fromStdString(offer);
        QCOMPARE(got, offers);
    }

    void completionReplacesTheWordAtTheCursor()
    {
        QCOMPARE(market::completionStart("price > 1 and cam", 17), std::size_t{14});
        QCOMPARE(market::completionStart("price > 1 and ", 14), std::size_t{14});
        QCOMPARE(market::completionStart("pri > 1", 3), std::size_t{0});
        QCOMPARE(market::completionStart("campaign = \"Lunar T", 19), std::size_t{11});
    }
};

QTEST_GUILESS_MAIN(TestAuctionFilter)
#include "test_auction_filter.moc"
