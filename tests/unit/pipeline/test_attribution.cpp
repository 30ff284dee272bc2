// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_store.h"
#include "engine/model/auction_name.h"
#include "engine/pipeline/counters/counter_check.h"
#include "engine/pipeline/counters/recount.h"
#include "engine/pipeline/intake/causes.h"
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/store/event_key.h"
#include "tests/unit/pipeline/intake_bed.h"

using namespace gavel;
using namespace gavel::pipeline;
using model::AttributedBy;
using model::EventKind;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::uint64_t kAuction = (1ULL << 63) + 17; // a real one has the top bit

/// A line of these fields, at so long before the morning.
std::string told(const char* id, const char* type, std::int64_t before, const char* rest)
{
    return std::string("{\"eventId\":\"") + id + "\",\"eventType\":\"" + type
        + "\",\"timestamp\":" + std::to_string(kMorning - before) + rest + "}";
}

/// An impression of a campaign's ad.
std::string shown(const char* id, int campaign, std::int64_t before, const char* rest = "")
{
    const std::string number = std::to_string(campaign);
    return told(
        id, "IMPRESSION", before,
        (",\"advertisementId\":\"ad-" + number + "\",\"campaignId\":\"camp-" + number + "\"" + rest)
            .c_str());
}

constexpr const char* kByU1 = ",\"userId\":\"u-1\"";

struct AttributionBed : IntakeBed
{
    /// A market wins a real auction for a user, and logs nothing else of it.
    void win(std::uint64_t auction, const char* user, std::int64_t before)
    {
        const auto words = std::make_shared<model::Vocabulary>();
        model::DeliveryEvent event;
        event.kind = EventKind::Win;
        event.sequence = 1;
        event.at = {kMorning - before};
        event.auction = auction;
        event.campaign = words->campaigns.intern("camp-live");
        event.creative = words->creatives.intern("banner-live");
        event.placement = words->of(model::Dimension::Placement).intern("top");
        event.user = dmp::userHash(user);
        event.amount = 1'000'000;
        base::SpscRing<model::DeliveryEvent> ring{8};
        const auto run = events->beginRun("live", {kMorning}).value();
        const auto source = events->addSource(run, "shard 0").value();
        QVERIFY(events->attach(ring, source, words));
        QVERIFY(ring.push(event));
        QVERIFY(events->detach(source));
    }
    std::int64_t how() const { return integer("SELECT coalesce(max(how), 0) FROM attribution"); }
    void countsAreARecount()
    {
        QVERIFY(counters->flush());
        auto reader = workspace->reader();
        const auto check = checkCounters(*reader);
        QVERIFY2(check && check->ok, check ? check->detail.c_str() : "");
        const auto again = recount(*workspace, *counters, [](auto, auto) { return true; });
        QVERIFY2(again, again ? "" : toString(again.error()).c_str());
        QCOMPARE(again->differing, 0U);
        QVERIFY2(flowCheck().ok, flowCheck().detail.c_str());
    }
};

} // namespace

class AttributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickGoesToWhatItsUserWasShownLast();
    void aConversionGoesToTheLastClick();
    void withoutAClickItGoesToWhatWasShown();
    void aCauseLiesInItsWindow_data();
    void aCauseLiesInItsWindow();
    void theSameRequestBeatsTheLastTouch();
    void aRequestThatNamesAnAuctionIsOfItsWin_data();
    void aRequestThatNamesAnAuctionIsOfItsWin();
    void aWonAuctionIsAClicksLastTouch();
    void anotherUsersTouchIsNotTaken();
    void whatIsInQuarantineCausesNothing();
    void aCauseContradictsNothingThatIsTold();
    void onlyWhatIsNotToldIsTakenFromTheCause();
    void aLetterWaitsForItsCause();
    void aDuplicateIsAttributedOnce();
    void withoutUserAndRequestItIsDead();
    void touchesAreKnownAfterARestart();
    void theMemoryIsBounded();
    void causesAreFoundBothWays();
    void windowsOfNothingAttributeNothing();
    void badWindowsAreRefused_data();
    void badWindowsAreRefused();
    void anOlderWorkspaceHasItsMarketsAttributed();
};

void AttributionTest::aClickGoesToWhatItsUserWasShownLast()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, 3 * kHour, kByU1), shown("i-2", 2, 2 * kHour, kByU1),
               told("c-1", "CLICK", kHour, kByU1)});
    const Measures first = bed.total(CountedBy::Campaign, "camp-1");
    const Measures second = bed.total(CountedBy::Campaign, "camp-2");
    QCOMPARE(first.clicks, 0);
    QCOMPARE(second.clicks, 1);
    QCOMPARE(second.attributedClicks, 1);
    QVERIFY(bed.total(CountedBy::Ad, "ad-2") == second);
    QCOMPARE(bed.how(), static_cast<std::int64_t>(AttributedBy::View));
    bed.countsAreARecount();
}

// 12.50 and 2.50 of value; the later impression does not hide the click.
void AttributionTest::aConversionGoesToTheLastClick()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, 5 * kHour, kByU1), told("c-1", "CLICK", 4 * kHour, kByU1),
               shown("i-2", 2, 2 * kHour, kByU1),
               told("v-1", "CONVERSION", 0, ",\"userId\":\"u-1\",\"conversionValue\":\"12.50\""),
               told("v-2", "CONVERSION", 0,
                    ",\"userId\":\"u-2\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-1\","
                    "\"conversionValue\":\"2.50\"")});
    const Measures first = bed.total(CountedBy::Campaign, "camp-1");
    QCOMPARE(first.conversions, 2);
    QCOMPARE(first.valueMicros, 15'000'000);
    QCOMPARE(first.attributedConversions, 1);
    QCOMPARE(first.attributedMicros, 12'500'000);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-2").conversions, 0);
    QCOMPARE(bed.integer("SELECT count(*) FROM attribution WHERE how = 2"), 1); // click-through
    bed.countsAreARecount();
}

void AttributionTest::withoutAClickItGoesToWhatWasShown()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, 3 * kHour, kByU1), shown("i-2", 2, 2 * kHour, kByU1),
               told("v-1", "CONVERSION", 0, kByU1)});
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-2").attributedConversions, 1);
    QCOMPARE(bed.how(), static_cast<std::int64_t>(AttributedBy::View));
}

void AttributionTest::aCauseLiesInItsWindow_data()
{
    QTest::addColumn<QString>("touch");
    QTest::addColumn<qint64>("before");
    QTest::addColumn<int>("attributed");
    QTest::newRow("a click of seven days ago") << "CLICK" << qint64{7 * kDay} << 1;
    QTest::newRow("a click of more than that") << "CLICK" << qint64{7 * kDay + 1} << 0;
    QTest::newRow("an impression of a day ago") << "IMPRESSION" << qint64{kDay} << 1;
    QTest::newRow("an impression of more than that") << "IMPRESSION" << qint64{kDay + 1} << 0;
    QTest::newRow("at the same moment") << "IMPRESSION" << qint64{0} << 1;
    QTest::newRow("later than the conversion") << "IMPRESSION" << qint64{-1} << 0;
    QTest::newRow("a click later than the conversion") << "CLICK" << qint64{-1} << 0;
}

void AttributionTest::aCauseLiesInItsWindow()
{
    QFETCH(const QString, touch);
    QFETCH(const qint64, before);
    QFETCH(const int, attributed);
    AttributionBed bed;
    const char* const ad
        = ",\"userId\":\"u-1\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-1\"";
    QCOMPARE(bed.offer({told("t-1", touch.toStdString().c_str(), before, ad),
                        told("v-1", "CONVERSION", 0, ad)})
                 .flow.stored,
             2);
    const Measures counted = bed.total(CountedBy::Campaign, "camp-1");
    QCOMPARE(counted.conversions, 1);
    QCOMPARE(counted.attributedConversions, attributed);
}

// A report that names its request needs no window: i-1 was two days before.
void AttributionTest::theSameRequestBeatsTheLastTouch()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, 2 * kDay, ",\"userId\":\"u-1\",\"requestId\":\"r-1\""),
               shown("i-2", 2, kHour, kByU1),
               told("c-1", "CLICK", 0, ",\"userId\":\"u-1\",\"requestId\":\"r-1\"")});
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").attributedClicks, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-2").clicks, 0);
    QCOMPARE(bed.how(), static_cast<std::int64_t>(AttributedBy::Request));
}

void AttributionTest::aRequestThatNamesAnAuctionIsOfItsWin_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("attributed");
    const std::string number = std::to_string(kAuction);
    QTest::newRow("the auction") << QString::fromStdString("auction-" + number) << 1;
    QTest::newRow("its impression") << QString::fromStdString("imp-" + number) << 1;
    QTest::newRow("another auction")
        << QString::fromStdString(model::auctionName(kAuction + 1)) << 0;
    QTest::newRow("no number") << QStringLiteral("auction-x") << 0;
    QTest::newRow("an auction of a scenario") << QStringLiteral("auction-17") << 0;
}

// The win was ten days ago, and neither of them names a user that the other knows.
void AttributionTest::aRequestThatNamesAnAuctionIsOfItsWin()
{
    QFETCH(const QString, name);
    QFETCH(const int, attributed);
    AttributionBed bed;
    bed.win(kAuction, "u-9", 10 * kDay);
    const std::string rest = ",\"requestId\":\"" + name.toStdString() + "\"";
    const auto outcome = bed.offer({told("v-1", "CONVERSION", 0, rest.c_str())});
    QCOMPARE(outcome.flow.stored, attributed);
    QCOMPARE(outcome.flow.dead, 1 - attributed);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-live").attributedConversions, attributed);
    QCOMPARE(bed.total(CountedBy::Creative, "banner-live").conversions, attributed);
    QCOMPARE(bed.total(CountedBy::Placement, "top").conversions, attributed);
    bed.countsAreARecount();
}

// A won auction is what a click is of; a conversion waits for more than a win.
void AttributionTest::aWonAuctionIsAClicksLastTouch()
{
    AttributionBed bed;
    bed.win(kAuction, "u-1", kHour);
    const auto outcome
        = bed.offer({told("v-0", "CONVERSION", 1, kByU1), told("c-1", "CLICK", 0, kByU1)});
    QCOMPARE(outcome.flow.dead, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-live").attributedClicks, 1);
}

void AttributionTest::anotherUsersTouchIsNotTaken()
{
    AttributionBed bed;
    const auto outcome = bed.offer({shown("i-1", 1, kHour, ",\"userId\":\"u-2\""),
                                    shown("i-2", 1, kHour), told("c-1", "CLICK", 0, kByU1)});
    QCOMPARE(outcome.flow.stored, 2);
    QCOMPARE(outcome.flow.dead, 1);
    QCOMPARE(bed.integer("SELECT count(*) FROM attribution"), 0);
}

void AttributionTest::whatIsInQuarantineCausesNothing()
{
    AttributionBed bed;
    const auto outcome
        = bed.offer({shown("i-1", 1, kHour, ",\"userId\":\"u-1\",\"userAgent\":\"Googlebot/2.1\""),
                     told("c-1", "CLICK", 0, kByU1)});
    QCOMPARE(outcome.flow.quarantined, 1);
    QCOMPARE(outcome.flow.dead, 1);
}

void AttributionTest::aCauseContradictsNothingThatIsTold()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, 3 * kHour, ",\"userId\":\"u-1\",\"creativeId\":\"old\""),
               shown("i-2", 2, 2 * kHour, ",\"userId\":\"u-1\",\"creativeId\":\"new\""),
               told("c-1", "CLICK", 0, ",\"userId\":\"u-1\",\"advertisementId\":\"ad-1\""),
               told("c-2", "CLICK", 0,
                    ",\"userId\":\"u-1\",\"advertisementId\":\"ad-3\",\"campaignId\":\"camp-3\"")});
    QCOMPARE(bed.total(CountedBy::Creative, "old").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Creative, "new").clicks, 0);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-3").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-3").attributedClicks, 0);
}

void AttributionTest::onlyWhatIsNotToldIsTakenFromTheCause()
{
    AttributionBed bed;
    bed.offer({shown("i-1", 1, kHour,
                     ",\"userId\":\"u-1\",\"creativeId\":\"big\",\"placement\":\"top\","
                     "\"publisherId\":\"daily\",\"segments\":\"vip\""),
               told("c-1", "CLICK", 0,
                    ",\"userId\":\"u-1\",\"creativeId\":\"small\",\"publisherId\":\"weekly\"")});
    QCOMPARE(bed.total(CountedBy::Ad, "ad-1").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Placement, "top").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Creative, "small").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Creative, "big").clicks, 0);
    QCOMPARE(bed.total(CountedBy::Publisher, "weekly").clicks, 1);
    QCOMPARE(bed.total(CountedBy::Publisher, "daily").clicks, 0);
    QCOMPARE(bed.total(CountedBy::Segment, "vip").clicks, 1);
}

// The click came before its impression: once that is there, a person redrives it.
void AttributionTest::aLetterWaitsForItsCause()
{
    AttributionBed bed;
    const auto outcome = bed.offer({told("c-1", "CLICK", 0, kByU1)});
    QCOMPARE(outcome.flow.dead, 1);
    QCOMPARE(outcome.dead.front().rule, std::string("advertisement-id-missing"));
    QCOMPARE(outcome.dead.front().field, std::string("advertisementId"));
    bed.countsAreARecount();
    auto reader = bed.workspace->reader();
    const std::vector<std::uint64_t> letters{readLetters(*reader, {}).value().front().id};
    QCOMPARE(redriveLetters(*bed.intake, *reader, letters, {}, "Mina", bed.clock.now())
                 .value()
                 .stillDead,
             1U);
    bed.offer({shown("i-1", 1, kHour, kByU1)});
    QCOMPARE(
        redriveLetters(*bed.intake, *reader, letters, {}, "Mina", bed.clock.now()).value().stored,
        1U);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").attributedClicks, 1);
    QCOMPARE(bed.minutes().dead, 0);
    bed.countsAreARecount();
}

void AttributionTest::aDuplicateIsAttributedOnce()
{
    AttributionBed bed;
    const std::string click = told("c-1", "CLICK", 0, kByU1);
    QCOMPARE(bed.offer({shown("i-1", 1, kHour, kByU1), click, click}).flow.duplicate, 1);
    bed.close();
    bed.open();
    QCOMPARE(bed.offer({click}).flow.duplicate, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").attributedClicks, 1);
    QCOMPARE(bed.integer("SELECT count(*) FROM attribution"), 1);
}

void AttributionTest::withoutUserAndRequestItIsDead()
{
    AttributionBed bed;
    const auto outcome = bed.offer({shown("i-1", 1, kHour, kByU1), told("v-1", "CONVERSION", 0, ""),
                                    told("i-2", "IMPRESSION", 0, kByU1)});
    QCOMPARE(outcome.flow.dead, 2);
    QCOMPARE(outcome.dead.front().rule, std::string("advertisement-id-missing"));
    QCOMPARE(outcome.dead.back().rule, std::string("advertisement-id-missing"));
}

void AttributionTest::touchesAreKnownAfterARestart()
{
    AttributionBed bed;
    bed.win(kAuction, "u-2", kHour);
    bed.offer({shown("i-1", 1, 2 * kHour, kByU1), shown("i-2", 2, 3 * kHour, kByU1)});
    bed.close();
    bed.open();
    bed.offer({told("c-1", "CLICK", 0, kByU1), told("c-2", "CLICK", 0, ",\"userId\":\"u-2\"")});
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").attributedClicks, 1);
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-live").attributedClicks, 1);
    bed.countsAreARecount();
}

void AttributionTest::theMemoryIsBounded()
{
    IntakeBed bed; // for its connection
    auto reader = bed.workspace->reader();
    Attribution attribution(2);
    store::LoggedEvent event;
    event.kind = EventKind::Impression;
    event.campaign = 5;
    const auto causeOf = [&](std::uint64_t user) {
        store::LoggedEvent click;
        click.kind = EventKind::Click;
        click.user = user;
        return attribution.causeOf(*reader, click, {}, {}, {}).value();
    };
    for (std::uint64_t user = 1; user <= 3; ++user) {
        event.user = user;
        event.sequence = user;
        attribution.told(event, 0);
    }
    QVERIFY(!causeOf(1)); // forgotten for the third
    QCOMPARE(causeOf(2)->key, store::eventKey(0, 2));
    QCOMPARE(causeOf(3)->key, store::eventKey(0, 3));
    QCOMPARE(causeOf(3)->campaign, 5U);
}

// Conversion, click, win, auction: and back.
void AttributionTest::causesAreFoundBothWays()
{
    AttributionBed bed;
    bed.win(kAuction, "u-1", kHour);
    const std::string request
        = ",\"userId\":\"u-1\",\"requestId\":\"" + model::auctionName(kAuction) + "\"";
    bed.offer({told("c-1", "CLICK", 1000, request.c_str()),
               told("v-1", "CONVERSION", 0, request.c_str())});
    auto reader = bed.workspace->reader();
    const std::int64_t conversion = bed.integer("SELECT key FROM event WHERE kind = 6");
    const std::int64_t win = bed.integer("SELECT key FROM event WHERE kind = 2");
    const auto causes = readCauses(*reader, conversion).value();
    QCOMPARE(causes.size(), std::size_t{2});
    QVERIFY(causes[0].kind == EventKind::Click && causes[0].how == AttributedBy::Request);
    QVERIFY(causes[1].kind == EventKind::Win && causes[1].how == AttributedBy::Request);
    QCOMPARE(causes[1].auction, kAuction);
    QCOMPARE(causes[1].campaign, std::string("camp-live"));
    const auto effects = readEffects(*reader, win, 20).value();
    QCOMPARE(effects.size(), std::size_t{2});
    QVERIFY(effects[0].kind == EventKind::Click && effects[1].kind == EventKind::Conversion);
    QCOMPARE(readEffects(*reader, win, 1).value().size(), std::size_t{1});
    QVERIFY(readCauses(*reader, win).value().empty());
    QVERIFY(readEffects(*reader, conversion, 20).value().empty());
}

void AttributionTest::windowsOfNothingAttributeNothing()
{
    AttributionBed bed;
    std::string json = shippedRules();
    const std::string windows = R"({"clickHours": 168, "viewHours": 24})";
    json.replace(json.find(windows), windows.size(), R"({"clickHours": 0, "viewHours": 0})");
    QCOMPARE(bed.intake->setRules(RuleSet::parse(json).value(), json, "Mina").value(), 2U);
    const char* const ad
        = ",\"userId\":\"u-1\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-1\"";
    bed.offer(
        {shown("i-1", 1, 0, kByU1), told("c-1", "CLICK", 0, ad), told("v-1", "CONVERSION", 0, ad)});
    QCOMPARE(bed.total(CountedBy::Campaign, "camp-1").attributedConversions, 0);
    QCOMPARE(bed.integer("SELECT count(*) FROM attribution"), 0);
}

void AttributionTest::badWindowsAreRefused_data()
{
    QTest::addColumn<QString>("windows");
    QTest::addColumn<QString>("field");
    QTest::newRow("less than nothing") << R"({"clickHours":-1})"
                                       << "attribution.clickHours";
    QTest::newRow("a click window of more than 90 days") << R"({"clickHours":2161})"
                                                         << "attribution.clickHours";
    QTest::newRow("a view window of more than 30 days") << R"({"viewHours":721})"
                                                        << "attribution.viewHours";
    QTest::newRow("half an hour") << R"({"viewHours":0.5})"
                                  << "attribution.viewHours";
    QTest::newRow("a text") << R"({"viewHours":"24"})"
                            << "attribution.viewHours";
    QTest::newRow("another word") << R"({"viewDays":1})"
                                  << "attribution.viewDays";
    QTest::newRow("no object") << R"(7)"
                               << "attribution";
}

void AttributionTest::badWindowsAreRefused()
{
    QFETCH(const QString, windows);
    QFETCH(const QString, field);
    const auto set = RuleSet::parse("{\"version\":1,\"attribution\":" + windows.toStdString()
                                    + ",\"rules\":[]}");
    QVERIFY(!set);
    const std::string text = toString(set.error());
    QVERIFY2(text.find("\"" + field.toStdString() + "\"") != std::string::npos, text.c_str());
    const auto most = RuleSet::parse(
        R"({"version":1,"attribution":{"clickHours":2160,"viewHours":720},"rules":[]})");
    QCOMPARE(most->attribution.clickMs, 90 * kDay);
    QCOMPARE(most->attribution.viewMs, 30 * kDay);
    const auto none = RuleSet::parse(R"({"version":1,"rules":[]})");
    QCOMPARE(none->attribution.clickMs, 7 * kDay);
    QCOMPARE(none->attribution.viewMs, kDay);
}

// Before, every click of a market was of its auction, and nothing from outside was attributed.
void AttributionTest::anOlderWorkspaceHasItsMarketsAttributed()
{
    QTemporaryDir folder;
    const std::filesystem::path path
        = std::filesystem::path(folder.path().toStdString()) / "old.gavel";
    for (std::size_t from = 1; from < 6; ++from) {
        const auto file = path.string() + std::to_string(from);
        {
            auto old = store::Workspace::open(file, pipelineMigrations().first(from)).value();
            QVERIFY(old->writeAndWait([](store::Connection& connection) {
                return connection.execute(
                    "INSERT INTO run (id, market, began_at) VALUES (1, 'live', 0), "
                    "(2, 'outside', 0);"
                    "INSERT INTO counter VALUES (1, 3, 0, 1, 7, 0, 0, 9, 9, 0, 5, 2, 0, 0, 0, 0, "
                    "3000000), (2, 3, 0, 1, 7, 0, 0, 0, 9, 0, 4, 1, 0, 0, 0, 0, 1000000);");
            }));
        }
        const auto workspace = store::Workspace::open(file, pipelineMigrations()).value();
        auto reader = workspace->reader();
        const auto measures = [&](std::uint32_t scope) {
            return readCounters(*reader,
                                {{scope}, CountedBy::Campaign, 7, Granularity::Total, 0, 1})
                .value()
                .front()
                .measures;
        };
        QCOMPARE(measures(1).attributedClicks, 5);
        QCOMPARE(measures(1).attributedConversions, 2);
        QCOMPARE(measures(1).attributedMicros, 3'000'000);
        QCOMPARE(measures(2).clicks, 4);
        QCOMPARE(measures(2).attributedClicks, 0);
        QCOMPARE(measures(2).attributedMicros, 0);
    }
}

QTEST_APPLESS_MAIN(AttributionTest)
#include "test_attribution.moc"
