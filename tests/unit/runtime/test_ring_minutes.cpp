// SPDX-License-Identifier: GPL-3.0-or-later
// Minutes of the market's rings out of running totals.
#include "engine/runtime/books/ring_minutes.h"

#include <QtTest>

using namespace gavel;
using runtime::RingMinutes;

namespace {

constexpr std::int64_t kMinute = 28'575'870; // 2024-05-01 08:30 UTC
constexpr TimeMs kBegin{kMinute * base::kMinuteMs};

pipeline::Flow total(std::int64_t received, std::int64_t stored, std::int64_t duplicate)
{
    pipeline::Flow flow;
    flow.received = received;
    flow.stored = stored;
    flow.duplicate = duplicate;
    return flow;
}

} // namespace

class RingMinutesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNewBelongsToTheMinuteOfItsLook()
    {
        RingMinutes minutes;
        minutes.note(kBegin + 1'000, total(10, 10, 0));
        minutes.note(kBegin + 59'999, total(25, 24, 1));
        minutes.note(kBegin + 60'000, total(40, 39, 1));
        QCOMPARE(minutes.minute(kMinute) == total(25, 24, 1), true);
        QCOMPARE(minutes.minute(kMinute + 1) == total(15, 15, 0), true);
        QCOMPARE(minutes.minute(kMinute).missing(), 0);
        QCOMPARE(minutes.minute(kMinute + 2) == pipeline::Flow(), true);
    }
    void aMinuteThatDoesNotAddUpSaysHowMany()
    {
        RingMinutes minutes;
        minutes.note(kBegin, total(10, 10, 0));
        minutes.note(kBegin + 60'000, total(17, 14, 0)); // three were jumped over
        QCOMPARE(minutes.minute(kMinute).missing(), 0);
        QCOMPARE(minutes.minute(kMinute + 1).missing(), 3);
    }
    void oldMinutesAreForgotten()
    {
        RingMinutes minutes;
        for (int i = 0; i < 5; ++i)
            minutes.note(kBegin + i * base::kMinuteMs, total(i + 1, i + 1, 0));
        QCOMPARE(minutes.minute(kMinute + 1).received, 0);
        QCOMPARE(minutes.minute(kMinute + 2).received, 1);
    }
};

QTEST_GUILESS_MAIN(RingMinutesTest)
#include "test_ring_minutes.moc"
