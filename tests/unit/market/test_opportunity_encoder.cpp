// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/country_codes.h"
#include "engine/market/device_words.h"
#include "engine/market/opportunity_encoder.h"
#include "engine/model/targeting.h"

#include <QtTest/QtTest>

using namespace gavel;
using model::Dimension;

namespace {

constexpr TimeMs kNow{1'774'000'000'000}; // March 2026

model::Campaign campaign(const char* id, const char* advertiser, const char* address)
{
    model::Campaign campaign;
    campaign.id = id;
    campaign.advertiserId = advertiser;
    campaign.ads.emplace_back().creatives.emplace_back().clickUrl = address;
    return campaign;
}

model::MarketSetup setup()
{
    model::MarketSetup setup;
    for (const char* id : {"north", "south", "west"}) {
        model::Seat seat;
        seat.id = id;
        setup.seats.push_back(seat);
    }
    model::Placement placement;
    placement.id = "top";
    placement.publisherId = "news";
    placement.width = 728;
    placement.height = 90;
    placement.floor = Price::cpm({500'000});
    setup.placements.push_back(placement);
    setup.rates.push_back({*Currency::parse("EUR"), 11, 10});
    setup.vocabulary->of(Dimension::Category).intern("IAB25");
    setup.campaigns.push_back(campaign("camp-1", "adv-1", "https://Shop.Known.example:8443/sale"));
    setup.campaigns.push_back(campaign("camp-2", "adv-2", "https://known.example/"));
    setup.campaigns.push_back(campaign("camp-3", "adv-3", ""));
    model::Publisher publisher;
    publisher.id = "news";
    publisher.blockedCategories = {"IAB7"};
    publisher.blockedAdvertisers = {"adv-3"};
    setup.publishers.push_back(publisher);
    for (const auto& campaign : setup.campaigns)
        setup.vocabulary->advertisers.intern(campaign.advertiserId);
    return setup;
}

openrtb::BidRequest request()
{
    openrtb::BidRequest request;
    request.id = "r";
    request.impressions.resize(1);
    request.impressions[0].id = "1";
    request.impressions[0].tagId = "top";
    request.impressions[0].banner = openrtb::Banner{};
    return request;
}

} // namespace

class TestOpportunityEncoder : public QObject
{
    Q_OBJECT
    model::MarketSetup m_setup = setup();
    market::OpportunityEncoder m_encoder{m_setup};

    std::string text(const model::Opportunity& opportunity, Dimension dimension) const
    {
        return m_setup.vocabulary->text(dimension, opportunity.value(dimension));
    }
    model::Opportunity encode(const openrtb::BidRequest& request)
    {
        const auto all = m_encoder.encode(request, kNow, 7);
        if (!all)
            qFatal("%s", base::toString(all.error()).c_str());
        return all->front();
    }

private Q_SLOTS:
    void aKnownPlacementFillsWhatIsLeftOut()
    {
        const auto opportunity = encode(request());
        QCOMPARE(opportunity.id, std::uint64_t{7});
        QCOMPARE(text(opportunity, Dimension::Placement), std::string("top"));
        QCOMPARE(text(opportunity, Dimension::Publisher), std::string("news"));
        QCOMPARE(text(opportunity, Dimension::Size), std::string("728x90"));
        QCOMPARE(text(opportunity, Dimension::Format), std::string("banner"));
        QCOMPARE(opportunity.floor, Price::cpm({500'000}));
    }

    void whatTheRequestSaysGoesFirst()
    {
        auto asked = request();
        asked.impressions[0].banner->formats = {{300, 250}, {320, 50}};
        asked.impressions[0].floor = Price::cpm({2'000'000});
        asked.impressions[0].floorCurrency = "EUR";
        asked.property = openrtb::Property{};
        asked.property->publisher = openrtb::Publisher{"pub-9", "", {"IAB1"}, "nine.example"};
        asked.property->categories = {"IAB1", "IAB2"};
        const auto opportunity = encode(asked);
        QCOMPARE(opportunity.width, std::uint16_t{300});
        // 2.00 EUR at 11/10.
        QCOMPARE(opportunity.floor, Price::cpm({2'200'000}));
        QCOMPARE(text(opportunity, Dimension::Publisher), std::string("pub-9"));
        QCOMPARE(text(opportunity, Dimension::Domain), std::string("nine.example"));
        QCOMPARE(opportunity.list(Dimension::Category).size(), std::size_t{2});
    }

    void devicesAndPeopleGetTheMarketsWords()
    {
        auto asked = request();
        asked.device = openrtb::Device{};
        asked.device->type = 4;
        asked.device->os = "ios";
        asked.device->osVersion = "17.4.1";
        asked.device->make = "iPhone";
        asked.device->connectionType = 6;
        asked.device->userAgent
            = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/17.4 Mobile Safari/604.1";
        asked.device->geo = openrtb::Geo{};
        asked.device->geo->country = "KOR";
        asked.device->geo->latitude = 37.5;
        asked.device->geo->longitude = 127.0;
        asked.user = openrtb::User{};
        asked.user->id = "u1";
        asked.user->gender = "F";
        asked.user->yearOfBirth = 1996;
        asked.user->keywords = {"music", "music", "news"};
        asked.user->segments = {{"high_value", "", ""}, {"", "by name", ""}};
        const auto opportunity = encode(asked);
        QCOMPARE(text(opportunity, Dimension::DeviceType), std::string("mobile"));
        QCOMPARE(text(opportunity, Dimension::Os), std::string("iOS"));
        QCOMPARE(text(opportunity, Dimension::DeviceMake), std::string("Apple"));
        QCOMPARE(text(opportunity, Dimension::Connection), std::string("4g"));
        QCOMPARE(text(opportunity, Dimension::Browser), std::string("Safari"));
        QCOMPARE(text(opportunity, Dimension::Country), std::string("KR"));
        QCOMPARE(text(opportunity, Dimension::Gender), std::string("female"));
        QCOMPARE(opportunity.value(Dimension::Age), Handle{2026 - 1996 + 1});
        QCOMPARE(opportunity.osVersion, model::packVersion(17, 4, 1));
        QVERIFY(opportunity.located);
        QVERIFY(opportunity.user != 0);
        QCOMPARE(opportunity.profile, UINT32_MAX);
        QCOMPARE(opportunity.list(Dimension::Interest).size(), std::size_t{2});
        QCOMPARE(opportunity.list(Dimension::Segment).size(), std::size_t{2});
    }

    void blocksKeepOnlyWhatTheMarketKnows()
    {
        auto asked = request();
        asked.impressions[0].tagId = ""; // a publisher of whom nothing is known
        asked.blockedCategories = {"IAB25", "IAB26", "IAB24"};
        asked.blockedAdvertisers = {"shop.known.example", "unknown.example"};
        const auto opportunity = encode(asked);
        QCOMPARE(opportunity.blockedCategories.size(), std::size_t{1});
        QCOMPARE(opportunity.blockedAdvertisers.size(), std::size_t{1});
        QVERIFY(opportunity.allowedSeats.empty());
    }

    void aPublisherBlocksOnItsPlacements()
    {
        const auto& categories = m_setup.vocabulary->of(Dimension::Category);
        const auto check = [&](const model::Opportunity& opportunity) {
            return opportunity.blockedCategories.contains(categories.find("IAB7"))
                && opportunity.blockedAdvertisers.contains(
                    m_setup.vocabulary->advertisers.find("adv-3"));
        };
        auto asked = request();
        asked.blockedCategories = {"IAB7", "IAB25"};
        QVERIFY(check(encode(asked)));
        QCOMPARE(encode(asked).blockedCategories.size(), std::size_t{2}); // each once
        // Under another publisher's name the placement's own still decides.
        asked.property = openrtb::Property{};
        asked.property->publisher = openrtb::Publisher{"pub-9", "", {}, ""};
        QVERIFY(check(encode(asked)));
        // Without a placement the publisher that is named decides.
        asked.impressions[0].tagId = "";
        QVERIFY(!check(encode(asked)));
        asked.property->publisher->id = "news";
        QVERIFY(check(encode(asked)));
    }

    void moreBlocksThanThereIsRoomForAreRefused()
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < model::Opportunity::kListCapacity; ++i)
            names.push_back("IAB9-" + std::to_string(i));
        auto asked = request();
        for (const auto& name : names) {
            m_setup.vocabulary->of(Dimension::Category).intern(name);
            asked.blockedCategories.push_back(name);
        }
        asked.blockedCategories.push_back(names[0]); // named twice takes room once
        const auto placement = asked.impressions[0].tagId;
        asked.impressions[0].tagId = "";
        QCOMPARE(encode(asked).blockedCategories.size(), names.size());
        asked.blockedCategories.push_back("IAB25");
        auto all = m_encoder.encode(asked, kNow, 1);
        QVERIFY(!all);
        QCOMPARE(all.error().where, std::string("bcat"));
        asked.blockedCategories.pop_back();
        asked.impressions[0].tagId = placement; // whose publisher blocks one more
        all = m_encoder.encode(asked, kNow, 1);
        QVERIFY(!all);
        QCOMPARE(all.error().where, std::string("bcat"));
    }

    void blocksStayWithTheirImpression()
    {
        auto asked = request();
        asked.impressions.resize(2);
        const auto all = m_encoder.encode(asked, kNow, 1);
        QVERIFY(all.has_value());
        QCOMPARE((*all)[0].blockedAdvertisers.size(), std::size_t{1});
        QVERIFY((*all)[1].blockedAdvertisers.empty()); // of no publisher
    }

    void blockedAdvertisersAreDomains_data()
    {
        QTest::addColumn<QByteArray>("domain");
        QTest::addColumn<QStringList>("blocked");
        const auto row = [](const char* domain, const QStringList& blocked) {
            QTest::newRow(domain) << QByteArray(domain) << blocked;
        };
        row("shop.known.example", {"adv-1"});
        row("known.example", {"adv-1", "adv-2"}); // a domain blocks those below it
        row("KNOWN.Example", {"adv-1", "adv-2"});
        row("www.known.example", {});
        row("own.example", {}); // ends alike, but is another domain
        row("adv-1", {}); // an id is no domain
        row("", {});
        row(".", {});
    }

    void blockedAdvertisersAreDomains()
    {
        QFETCH(QByteArray, domain);
        QFETCH(QStringList, blocked);
        auto asked = request();
        asked.impressions[0].tagId = "";
        const std::string_view text{domain.constData(), static_cast<std::size_t>(domain.size())};
        asked.blockedAdvertisers = {text, text};
        const auto opportunity = encode(asked);
        QCOMPARE(opportunity.blockedAdvertisers.size(), static_cast<std::size_t>(blocked.size()));
        for (const auto& id : blocked)
            QVERIFY(opportunity.blockedAdvertisers.contains(
                m_setup.vocabulary->advertisers.find(id.toStdString())));
    }

    void domainsFollowTheCampaigns()
    {
        market::AdvertiserDomains domains;
        domains.put(campaign("one", "adv", "https://a.example/"));
        domains.put(campaign("two", "adv", "https://a.example/"));
        domains.remove("one");
        domains.remove("nobody");
        QCOMPARE(domains.advertisersOf("a.example").size(), std::size_t{1});
        domains.put(campaign("two", "adv", "https://b.example/"));
        QVERIFY(domains.advertisersOf("a.example").empty());
        QCOMPARE(domains.advertisersOf("b.example"), std::vector<std::string>{"adv"});
    }

    void seatsAreAllowedAndBlockedByName()
    {
        auto asked = request();
        asked.allowedSeats = {"north", "west"};
        asked.blockedSeats = {"west"};
        auto opportunity = encode(asked);
        QCOMPARE(opportunity.allowedSeats.size(), std::size_t{1});
        QCOMPARE(opportunity.allowedSeats[0], m_setup.vocabulary->seats.find("north"));
        // Seats that are not in this market: nobody may bid, which is not the same as everybody.
        asked.allowedSeats = {"elsewhere"};
        opportunity = encode(asked);
        QCOMPARE(opportunity.allowedSeats.size(), std::size_t{1});
        QVERIFY(opportunity.allowedSeats[0] > 3);
    }

    void dealsComeWithTheirFloors()
    {
        auto asked = request();
        asked.impressions[0].privateAuction = true;
        openrtb::Deal deal;
        deal.id = "deal-1";
        deal.floor = Price::cpm({1'000'000});
        deal.floorCurrency = "EUR";
        asked.impressions[0].deals.push_back(deal);
        const auto opportunity = encode(asked);
        QVERIFY(opportunity.dealsOnly);
        QCOMPARE(opportunity.deals.size(), std::size_t{1});
        QCOMPARE(opportunity.deals[0].floor, Price::cpm({1'100'000}));
        QVERIFY(opportunity.list(Dimension::Deal).contains(opportunity.deals[0].deal));
    }

    void everyImpressionIsAnOpportunity()
    {
        auto asked = request();
        asked.impressions.resize(3);
        const auto all = m_encoder.encode(asked, kNow, 100);
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), std::size_t{3});
        QCOMPARE((*all)[2].id, std::uint64_t{102});
        QCOMPARE((*all)[2].request, std::uint64_t{100});
    }

    void currenciesWithoutARateAreRefused_data()
    {
        QTest::addColumn<QByteArray>("currency");
        for (const char* bad : {"GBP", "", "euro", "E"})
            QTest::newRow(bad) << QByteArray(bad);
    }

    void currenciesWithoutARateAreRefused()
    {
        QFETCH(QByteArray, currency);
        auto asked = request();
        asked.impressions[0].floor = Price::cpm({1});
        asked.impressions[0].floorCurrency
            = {currency.constData(), static_cast<std::size_t>(currency.size())};
        const auto all = m_encoder.encode(asked, kNow, 1);
        QVERIFY(!all);
        QCOMPARE(all.error().where, std::string("imp[0].bidfloorcur"));
    }

    void countriesOfThreeLettersBecomeTwo()
    {
        // ISO 3166-1: the first, the last and some between.
        QCOMPARE(market::alpha2Of("ABW"), std::string_view("AW"));
        QCOMPARE(market::alpha2Of("CHN"), std::string_view("CN"));
        QCOMPARE(market::alpha2Of("GBR"), std::string_view("GB"));
        QCOMPARE(market::alpha2Of("USA"), std::string_view("US"));
        QCOMPARE(market::alpha2Of("ZWE"), std::string_view("ZW"));
        QCOMPARE(market::alpha2Of("US"), std::string_view("US"));
        QCOMPARE(market::alpha2Of("XYZ"), std::string_view("XYZ"));
        QCOMPARE(market::alpha2Of(""), std::string_view(""));
    }

    void numbersOfTheListsHaveWords()
    {
        QCOMPARE(market::deviceTypeWord(5), std::string_view("tablet"));
        QCOMPARE(market::deviceTypeWord(2), std::string_view("desktop"));
        QCOMPARE(market::deviceTypeWord(-1), std::string_view(""));
        QCOMPARE(market::deviceTypeWord(99), std::string_view(""));
        QCOMPARE(market::connectionWord(2), std::string_view("wifi"));
        QCOMPARE(market::connectionWord(8), std::string_view(""));
        QCOMPARE(market::browserWord("x Chrome/120.0 Safari/537.36 Edg/120"),
                 std::string_view("Edge"));
        QCOMPARE(market::versionOf("13"), model::packVersion(13, 0, 0));
        QCOMPARE(market::versionOf("beta"), std::uint32_t{0});
    }
};

QTEST_GUILESS_MAIN(TestOpportunityEncoder)
#include "test_opportunity_encoder.moc"
