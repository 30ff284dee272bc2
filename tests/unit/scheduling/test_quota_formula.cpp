// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/base/random.h"
#include "engine/scheduling/quota/quota_formula.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::scheduling;

namespace {

constexpr std::int64_t kUnit = 1'000'000'000;

/// A campaign in a zone, asked at round moments; even traffic unless said.
struct Desk
{
    dsp::TimeZone zone;
    HalfHours shape = evenShape();
    OpenHours open;

    QuotaAhead ahead(const BudgetUse& budget, const char* report, int windowMinutes = 1) const
    {
        const TimeMs at = *base::parseIso(report, "test");
        const std::int64_t window = windowMinutes * base::kMinuteMs;
        const RoundTimes times{at, at + window, at + window, at + 2 * window};
        const LocalDay today = localDay(zone, at);
        const LocalDay windowDay = localDay(zone, times.windowStart);
        return quotaAhead(budget, {shape, zone, today, windowDay, open}, times);
    }
};

/// Shares are floored to multiples of 2^-40: of 15 thousand units less than 20 nano-units.
bool isShare(std::int64_t got, std::int64_t exact)
{
    return got <= exact && got >= exact - 20;
}

} // namespace

class TestQuotaFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evenTrafficSpendsAMinutesPartAMinute()
    {
        // 1440 a day, 720 spent by noon: two minutes until the window's end allow 2.
        const BudgetUse budget{.total = 10'000 * kUnit,
                               .day = 1440 * kUnit,
                               .spent = 720 * kUnit,
                               .spentDay = 720 * kUnit};
        const QuotaAhead ahead = Desk().ahead(budget, "2026-07-01T12:00:00Z");
        QVERIFY(isShare(ahead.allowed(0), 2 * kUnit));
        QCOMPARE(ahead.most(), 720 * kUnit);
    }

    void whatWasNotSpentIsSpreadOverTheRestOfTheDay()
    {
        const BudgetUse budget{.total = 10'000 * kUnit, .day = 1440 * kUnit};
        const QuotaAhead ahead = Desk().ahead(budget, "2026-07-01T12:00:00Z");
        QVERIFY(isShare(ahead.allowed(0), 4 * kUnit));
    }

    void moneyFollowsTheTraffic()
    {
        // From 12:00 on only the half hour at 18:00 has traffic, three times as much in its day.
        Desk desk;
        desk.shape.fill(0);
        desk.shape[36] = 48;
        const BudgetUse budget{.total = 300 * kUnit, .day = 300 * kUnit};
        QCOMPARE(desk.ahead(budget, "2026-07-01T12:00:00Z").allowed(0), 0);
        // 2 of 30 minutes
        QVERIFY(isShare(desk.ahead(budget, "2026-07-01T18:00:00Z").allowed(0), 20 * kUnit));
        // Nothing is expected any more: nothing needs to be kept back.
        QCOMPARE(desk.ahead(budget, "2026-07-01T19:00:00Z").allowed(0), 300 * kUnit);
    }

    void partingKeepsMoneyForOpenHours()
    {
        model::HourGrid hours;
        for (std::size_t day = 0; day < 7; ++day)
            for (std::size_t hour = 20; hour < 22; ++hour)
                hours.set(day * 24 + hour);
        Desk desk;
        desk.open.hours = &hours;
        const BudgetUse budget{.total = 1200 * kUnit, .day = 120 * kUnit};
        QCOMPARE(desk.ahead(budget, "2026-07-01T12:00:00Z").allowed(0), 0);
        QVERIFY(isShare(desk.ahead(budget, "2026-07-01T20:00:00Z").allowed(0), 2 * kUnit));
    }

    void theSmallestOfTotalDayAndHourCounts()
    {
        BudgetUse budget{.total = 1440 * kUnit, .day = 1440 * kUnit, .hour = 30 * kUnit};
        const auto allowed
            = [&] { return Desk().ahead(budget, "2026-07-01T00:00:00Z").allowed(0); };
        QVERIFY(isShare(allowed(), kUnit)); // 30 an hour: 1 in two minutes
        budget.hour = 0;
        QVERIFY(isShare(allowed(), 2 * kUnit)); // of the day
        budget.total = kUnit; // only a bound: the flight is open and a day budget says how long
        QCOMPARE(allowed(), kUnit);
    }

    void aFlightSpreadsTheTotal()
    {
        Desk desk;
        desk.open.flightEnd = *base::parseIso("2026-07-11T00:00:00Z", "test");
        const BudgetUse budget{.total = 14'400 * kUnit, .day = 10'000 * kUnit};
        QVERIFY(isShare(desk.ahead(budget, "2026-07-01T00:00:00Z").allowed(0), 2 * kUnit));
    }

    void withoutAnyEndTheTotalLastsUntilMidnight()
    {
        const BudgetUse budget{.total = 720 * kUnit};
        QVERIFY(isShare(Desk().ahead(budget, "2026-07-01T12:00:00Z").allowed(0), 2 * kUnit));
    }

    void theDayWithSummerTimeHasTwentyThreeHours()
    {
        Desk desk;
        desk.zone = *dsp::TimeZone::named("Europe/Berlin");
        const BudgetUse budget{.total = 10'000 * kUnit, .day = 23 * 60 * kUnit};
        // midnight of 29 March is 23:00 in UTC
        QVERIFY(isShare(desk.ahead(budget, "2026-03-28T23:00:00Z").allowed(0), 2 * kUnit));
        QVERIFY(isShare(desk.ahead(budget, "2026-03-28T23:00:00Z", 30).allowed(0), 60 * kUnit));
    }

    void atMidnightANewDayBegins()
    {
        const BudgetUse budget{.total = 100'000 * kUnit,
                               .day = 1440 * kUnit,
                               .spent = 1400 * kUnit,
                               .spentDay = 1400 * kUnit};
        const QuotaAhead ahead = Desk().ahead(budget, "2026-07-01T23:59:00Z");
        // One minute of the new day, and of the old one's 40 what the last minute still takes.
        QVERIFY(isShare(ahead.allowed(0), kUnit));
        QVERIFY(isShare(ahead.allowed(3 * kUnit), 4 * kUnit));
        QCOMPARE(ahead.most(), 1440 * kUnit);
    }

    void anHourTurnsWithItsWindow()
    {
        const BudgetUse budget{.total = 100'000 * kUnit,
                               .hour = 60 * kUnit,
                               .spent = 60 * kUnit,
                               .spentHour = 60 * kUnit};
        QVERIFY(isShare(Desk().ahead(budget, "2026-07-01T10:59:00Z").allowed(0), kUnit));
        QCOMPARE(Desk().ahead(budget, "2026-07-01T10:58:00Z").allowed(0), 0);
    }

    void overspentBudgetsAllowNothing()
    {
        const BudgetUse budget{
            .total = 10 * kUnit, .day = 5 * kUnit, .spent = 11 * kUnit, .spentDay = 6 * kUnit};
        const QuotaAhead ahead = Desk().ahead(budget, "2026-07-01T12:00:00Z");
        QCOMPARE(ahead.allowed(kUnit), 0);
        QCOMPARE(ahead.most(), 0);
    }

    void aPartIsNeverMoreThanItsShare()
    {
        base::Random random(3);
        for (int i = 0; i < 10'000; ++i) {
            const auto amount = static_cast<std::int64_t>(random.next() >> 2);
            const double share = random.uniform();
            const std::int64_t part = partOf(amount, share);
            QVERIFY(part >= 0 && part <= amount);
            const auto exact = static_cast<long double>(amount) * share;
            QVERIFY(static_cast<long double>(part) <= exact);
            QVERIFY(exact - static_cast<long double>(part)
                    <= 1 + static_cast<long double>(amount) / (1LL << 40));
        }
        QCOMPARE(partOf(INT64_MAX, 1), INT64_MAX);
        QCOMPARE(partOf(-5, 1), 0);
        QCOMPARE(partOf(5, std::nan("")), 0);
    }
};

QTEST_GUILESS_MAIN(TestQuotaFormula)
#include "test_quota_formula.moc"
