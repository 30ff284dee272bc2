// SPDX-License-Identifier: GPL-3.0-or-later
// Charges are worked out from the log by the terms that held, and those that differ are found.
#include "engine/ledger/audit/verify_ledger.h"
#include "tests/unit/ledger/audit_bed.h"

using namespace gavel;
using namespace gavel::ledger;
using model::Billing;
using model::BillingModel;

namespace {

constexpr Handle kCampaign = 1;
constexpr int kAfterMidnight = 380; ///< minutes: 16:06 UTC, six minutes into a day of Shanghai
constexpr qint64 kUnit = 1'000'000'000; ///< nano-units

/// Calendar of Shanghai, UTC for all others.
std::int32_t dayOf(const std::string& zone, TimeMs at)
{
    const std::int64_t offset = zone == "Asia/Shanghai" ? 8 * base::kHourMs : 0;
    return static_cast<std::int32_t>((at.value + offset) / base::kDayMs);
}

Billing billed(BillingModel model)
{
    return {model, Money{400'000}, Money::units(5), Money::units(7)};
}

Billing perClick(std::int64_t micros)
{
    return {BillingModel::Cpc, Money{micros}, {}, {}};
}

Billing perDay(std::int64_t units)
{
    return {BillingModel::Fixed, {}, {}, Money::units(units)};
}

/// A market with one campaign whose terms are kept.
struct BilledBed : AuditBed
{
    explicit BilledBed(bool paysPrices = false)
    {
        bed.settlement.setCampaign(
            kCampaign, {"camp-001", "pine", kUsd, Money::units(100), paysPrices}, kStart);
    }
    /// Terms that hold from here on.
    void terms(const Billing& billing, std::int64_t owedNanos = 0,
               const std::string& zone = "Asia/Shanghai")
    {
        termsFrom(sequence, billing, owedNanos, zone);
    }
    void termsFrom(std::uint64_t position, const Billing& billing, std::int64_t owedNanos,
                   const std::string& zone = "Asia/Shanghai")
    {
        m_starts.push_back(
            {kStart, source, {{source, position}}, {{"camp-001", billing, zone, owedNanos}}});
    }
    void clicks(int count)
    {
        for (int i = 0; i < count; ++i)
            click(kCampaign);
    }
    /// Everything that was told is settled; the campaign owes this much since the book began.
    void settleOwing(std::int64_t nanos, int minute = 1)
    {
        owe(kCampaign, nanos);
        keep({{settle(minute).round}, {}, {}, {}, std::exchange(m_starts, {})});
    }
    store::Check check() const
    {
        auto reader = this->reader();
        const auto checks = verifyLedger(reader, dayOf);
        for (const auto& check : *checks)
            if (check.name == "ledger settlement" || !check.ok)
                return check;
        return {};
    }
    std::string wrong() const
    {
        const store::Check found = check();
        return found.ok ? std::string() : found.detail;
    }

private:
    std::vector<BillingStart> m_starts;
};

} // namespace

class ChargeCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachModelIsChargedByItsOwnCounts_data();
    void eachModelIsChargedByItsOwnCounts();
    void newTermsCountForWhatComesAfterThem();
    void aWrongSumWhereTermsChangeIsFound();
    void pricesAndThenClicksAreBothDerived();
    void partsOfAMicroUnitAreCarriedOver();
    void daysAreThoseOfTheCampaignsZone();
    void aDayIsChargedOnceForEachDayOnly();
    void whatIsToldAfterMidnightMayBelongToEitherDay();
    void sourcesBelowTheFirstAreWhollyBefore();
    void termsThatWereNeverSettledDoNotCount();
    void ownRatesWithoutTermsAreSaidToBeNotProvable();
    void termsThatBeganLateProveWhatCameAfter();
    void aFileOfAnEarlierVersionIsCheckedAsBefore();
};

void ChargeCheckTest::eachModelIsChargedByItsOwnCounts_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<qint64>("owed"); // nano-units
    QTest::addColumn<qint64>("wrong");
    QTest::addColumn<QByteArray>("message");
    // Won for 2.0000015 and 1, one of 0.5 too late; 3 clicks at 0.40, 1 conversion at 5, one day at
    // 7.
    QTest::newRow("cpm") << int(BillingModel::Cpm) << qint64(3'000'001'500) << qint64(3'000'003'000)
                         << QByteArray("charged 3.000003, the log says 3.000001");
    QTest::newRow("a click too many")
        << int(BillingModel::Cpc) << qint64(1'200'000'000) << qint64(1'600'000'000)
        << QByteArray("charged 1.600000, the log says 1.200000");
    QTest::newRow("a wrong rate") << int(BillingModel::Cpc) << qint64(1'200'000'000)
                                  << qint64(1'230'000'000)
                                  << QByteArray("charged 1.230000, the log says 1.200000");
    QTest::newRow("a click too few")
        << int(BillingModel::Cpc) << qint64(1'200'000'000) << qint64(800'000'000)
        << QByteArray("charged 0.800000, the log says 1.200000");
    QTest::newRow("cpa") << int(BillingModel::Cpa) << 5 * kUnit << 10 * kUnit
                         << QByteArray("charged 10.000000, the log says 5.000000");
    QTest::newRow("a day too many")
        << int(BillingModel::Fixed) << 7 * kUnit << 14 * kUnit
        << QByteArray("charged 14.000000, the log says 0.000000 and at most 1 day at 7.000000");
    QTest::newRow("another amount for a day")
        << int(BillingModel::Fixed) << 7 * kUnit << 6 * kUnit
        << QByteArray("charged 6.000000, the log says 0.000000 and at most 1 day at 7.000000");
    // 3.0000015 + 1.20 + 5 and the day's 7
    QTest::newRow("mixed")
        << int(BillingModel::Mixed) << qint64(16'200'001'500) << qint64(16'600'001'500)
        << QByteArray("charged 16.600001, the log says 9.200001 and at most 1 day at 7.000000");
    QTest::newRow("mixed, its day not charged")
        << int(BillingModel::Mixed) << qint64(9'200'001'500) << qint64(8'800'001'500)
        << QByteArray("charged 8.800001, the log says 9.200001 and at most 1 day");
}

void ChargeCheckTest::eachModelIsChargedByItsOwnCounts()
{
    QFETCH(const int, model);
    QFETCH(const qint64, owed);
    QFETCH(const qint64, wrong);
    QFETCH(const QByteArray, message);
    for (const bool isRight : {true, false}) {
        BilledBed market(BillingModel(model) == BillingModel::Cpm);
        market.terms(billed(BillingModel(model)));
        market.win(1, kCampaign, 1, 2'000'001'500);
        market.win(1, kCampaign, 2, kUnit);
        market.win(1, kCampaign, 2, kUnit / 2, true);
        market.clicks(3);
        market.tell(model::EventKind::Conversion, kCampaign, kStart);
        market.settleOwing(isRight ? owed : wrong);
        const std::string found = market.wrong();
        if (isRight)
            QCOMPARE(found, std::string());
        else
            QVERIFY2(
                QByteArray::fromStdString(found).contains("campaign camp-001 of live: " + message),
                found.c_str());
    }
}

/// Two clicks at 0.40 and three at 0.50 are 2.30.
void ChargeCheckTest::newTermsCountForWhatComesAfterThem()
{
    for (const std::int64_t owed : {2'300'000'000, 2'500'000'000}) {
        BilledBed market;
        market.terms(perClick(400'000));
        market.win(1, kCampaign, 1, kUnit);
        market.clicks(2);
        market.settleOwing(800'000'000);
        market.terms(perClick(500'000), 800'000'000);
        market.clicks(3);
        market.settleOwing(owed, 2);
        const std::string wanted = owed == 2'300'000'000
            ? std::string()
            : "first: campaign camp-001 of live: charged 2.500000, the log says 2.300000";
        QCOMPARE(market.wrong(), wanted);
    }
}

void ChargeCheckTest::aWrongSumWhereTermsChangeIsFound()
{
    BilledBed market;
    market.terms(perClick(400'000));
    market.win(1, kCampaign, 1, kUnit);
    market.clicks(2);
    market.terms(perClick(500'000), kUnit); // as if the new rate had held before
    market.clicks(3);
    market.settleOwing(2'500'000'000);
    QCOMPARE(market.wrong(),
             std::string("first: campaign camp-001 of live: owed when its terms changed 1.000000, "
                         "the log says 0.800000"));
}

/// 1.5 for what was won, then 2 clicks; wins that came too late are the platform's throughout.
void ChargeCheckTest::pricesAndThenClicksAreBothDerived()
{
    BilledBed market(true);
    market.terms(Billing());
    market.win(1, kCampaign, 1, kUnit + kUnit / 2);
    market.win(1, kCampaign, 1, kUnit / 4, true);
    market.settleOwing(1'500'000'000);
    market.bed.settlement.setCampaign(kCampaign,
                                      {"camp-001", "pine", kUsd, Money::units(100), false}, kStart);
    market.terms(perClick(400'000), 1'500'000'000);
    market.win(2, kCampaign, 1, kUnit);
    market.win(2, kCampaign, 1, kUnit / 2, true);
    market.clicks(2);
    market.settleOwing(2'300'000'000, 2);
    QCOMPARE(market.wrong(), std::string());
    QCOMPARE(market.bed.at(AccountKind::LateWinLoss, "camp-001").settled, 750'000);
}

/// 0.0000006 twice is a whole micro-unit, on both sides of the change.
void ChargeCheckTest::partsOfAMicroUnitAreCarriedOver()
{
    const Billing cheaper{BillingModel::Mixed, Money{400'000}, {}, {}};
    const Billing dearer{BillingModel::Mixed, Money{500'000}, {}, {}};
    BilledBed market;
    market.terms(cheaper);
    market.win(1, kCampaign, 1, 600);
    market.settleOwing(600);
    market.terms(dearer, 600);
    market.win(2, kCampaign, 1, 600);
    market.settleOwing(1200, 2);
    QCOMPARE(market.bed.at(AccountKind::CampaignBudget, "camp-001").settled, 1);
    QCOMPARE(market.wrong(), std::string());
}

void ChargeCheckTest::daysAreThoseOfTheCampaignsZone()
{
    for (const char* zone : {"Asia/Shanghai", "UTC"}) {
        BilledBed market;
        market.terms(perDay(7), 0, zone);
        market.win(1, kCampaign, 1, kUnit);
        market.settleOwing(7 * kUnit);
        market.win(kAfterMidnight, kCampaign, 1, kUnit);
        market.settleOwing(14 * kUnit, kAfterMidnight);
        QCOMPARE(market.wrong().empty(), std::string(zone) == "Asia/Shanghai");
    }
}

void ChargeCheckTest::aDayIsChargedOnceForEachDayOnly()
{
    BilledBed market;
    market.terms(perDay(7));
    market.win(1, kCampaign, 1, kUnit);
    market.settleOwing(7 * kUnit);
    market.win(kAfterMidnight, kCampaign, 1, kUnit);
    market.settleOwing(21 * kUnit, kAfterMidnight);
    QCOMPARE(market.wrong(),
             std::string("first: campaign camp-001 of live: charged 21.000000, the log says "
                         "0.000000 and at most 2 days at 7.000000"));
}

/// It carries the time of its auction, but counts when it is reported.
void ChargeCheckTest::whatIsToldAfterMidnightMayBelongToEitherDay()
{
    BilledBed market;
    market.terms(perDay(7));
    market.win(1, kCampaign, 1, kUnit);
    market.settleOwing(7 * kUnit);
    market.tell(model::EventKind::Impression, kCampaign, kStart);
    market.settleOwing(14 * kUnit, kAfterMidnight);
    QCOMPARE(market.wrong(), std::string());
}

/// A source of an earlier process is not named any more; one of a later process is not yet.
void ChargeCheckTest::sourcesBelowTheFirstAreWhollyBefore()
{
    for (const bool isBefore : {true, false}) {
        BilledBed market;
        market.terms(perClick(400'000));
        market.win(1, kCampaign, 1, kUnit);
        market.clicks(2);
        market.settleOwing(800'000'000);
        const BillingStart start{
            kStart,
            market.source + (isBefore ? 1 : 0),
            {},
            {{"camp-001", perClick(500'000), "UTC", isBefore ? 800'000'000 : 0}}};
        market.keep({{}, {}, {}, {}, {start}});
        QCOMPARE(market.wrong(),
                 isBefore ? std::string()
                          : std::string("first: campaign camp-001 of live: charged 0.800000, the "
                                        "log says 1.000000"));
    }
}

/// A process dies with a change that it had not settled yet; the next one takes up the new terms
/// from where the log was settled.
void ChargeCheckTest::termsThatWereNeverSettledDoNotCount()
{
    BilledBed market;
    market.terms(perClick(400'000));
    market.win(1, kCampaign, 1, kUnit);
    market.clicks(2);
    market.settleOwing(800'000'000);
    const std::uint64_t settled = market.sequence;
    market.termsFrom(settled + 3, perClick(500'000), 2'000'000'000); // three clicks that are lost
    market.keep({});
    market.settleOwing(800'000'000, 2);
    QCOMPARE(market.wrong(), std::string());
    market.termsFrom(settled, perClick(500'000), 800'000'000);
    market.clicks(4); // further than the lost three
    market.settleOwing(2'800'000'000, 3);
    QCOMPARE(market.wrong(), std::string());
}

void ChargeCheckTest::ownRatesWithoutTermsAreSaidToBeNotProvable()
{
    BilledBed market;
    market.win(1, kCampaign, 1, kUnit);
    market.settleOwing(123'000'000);
    const store::Check check = market.check();
    QVERIFY2(check.ok, check.detail.c_str());
    QCOMPARE(check.detail,
             std::string("2 checked; 1 not provable: charged before their terms were kept, or at "
                         "the prices of another currency"));
}

void ChargeCheckTest::termsThatBeganLateProveWhatCameAfter()
{
    for (const std::int64_t owed : {523'000'000, 524'000'000}) {
        BilledBed market;
        market.win(1, kCampaign, 1, kUnit);
        market.settleOwing(123'000'000);
        market.terms(perClick(400'000), 123'000'000);
        market.clicks(1);
        market.settleOwing(owed, 2);
        const store::Check check = market.check();
        QCOMPARE(check.ok, owed == 523'000'000);
        QVERIFY(check.detail.find("1 not provable") != std::string::npos);
    }
}

void ChargeCheckTest::aFileOfAnEarlierVersionIsCheckedAsBefore()
{
    BilledBed market(true);
    market.win(1, kCampaign, 1, 2 * kUnit);
    market.settleOwing(2 * kUnit);
    market.damage("DROP TABLE billing_terms; DROP TABLE billing_source");
    QCOMPARE(market.check().detail, std::string("2 checked"));
    market.settleOwing(3 * kUnit, 2);
    QCOMPARE(market.wrong(),
             std::string("first: campaign camp-001 of live: charged 3.000000, the log says "
                         "2.000000"));
}

QTEST_APPLESS_MAIN(ChargeCheckTest)
#include "test_charge_check.moc"
