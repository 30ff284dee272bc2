// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace gavel::base;

namespace {

/// The authors' xoshiro256++ 1.0 (prng.di.unimi.it/xoshiro256plusplus.c), written out again.
struct Reference
{
    std::array<std::uint64_t, 4> s;

    static std::uint64_t rotl(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::uint64_t next()
    {
        const std::uint64_t result = rotl(s[0] + s[3], 23) + s[0];
        const std::uint64_t t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = rotl(s[3], 45);
        return result;
    }
};

} // namespace

class TestRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theReferenceGivesItsPublishedOutputs()
    {
        // First outputs from the state {1, 2, 3, 4}.
        Reference reference{{1, 2, 3, 4}};
        for (const std::uint64_t expected :
             {41943041ULL, 58720359ULL, 3588806011781223ULL, 3591011842654386ULL})
            QCOMPARE(reference.next(), expected);
    }

    void aStreamIsTheReferenceSeededByChainedMixes()
    {
        Reference reference{};
        std::uint64_t seed = 20240501;
        for (auto& word : reference.s)
            word = seed = mix64(seed);
        Random random(20240501);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(random.next(), reference.next());
    }

    void mixIsSplitMix64()
    {
        // First output of splitmix64.c from the state 0.
        QCOMPARE(mix64(0), std::uint64_t{0xe220a8397b1dcdafULL});
    }

    void equalSeedsGiveEqualStreamsAndSplitsDiffer()
    {
        Random a(9);
        Random b(9);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(a.next(), b.next());
        QCOMPARE(Random(9).split(3).next(), Random(9).split(3).next());
        QVERIFY(Random(9).split(3).next() != Random(9).split(4).next());
        QVERIFY(Random(9).split(3).next() != Random(10).split(3).next());
    }

    void boundsHold()
    {
        Random random(1);
        QCOMPARE(random.below(0), std::uint32_t{0});
        QCOMPARE(random.below(1), std::uint32_t{0});
        for (int i = 0; i < 100'000; ++i) {
            QVERIFY(random.below(7) < 7);
            const double u = random.uniform();
            QVERIFY(u >= 0 && u < 1);
        }
    }

    void distributionsHaveTheirMoments()
    {
        // Mean and variance within 5 standard errors of a million draws.
        constexpr int kDraws = 1'000'000;
        Random random(77);
        double normal = 0;
        double squares = 0;
        double exponential = 0;
        double logs = 0;
        for (int i = 0; i < kDraws; ++i) {
            const double x = random.normal();
            normal += x;
            squares += x * x;
            exponential += random.exponential(2);
            logs += random.logNormal(0, 0.5);
        }
        const double root = std::sqrt(double{kDraws});
        QVERIFY(std::abs(normal / kDraws) < 5 / root);
        QVERIFY(std::abs(squares / kDraws - 1) < 5 * std::sqrt(2.0) / root);
        QVERIFY(std::abs(exponential / kDraws - 2) < 5 * 2 / root);
        const double mean = std::exp(0.125);
        const double deviation = mean * std::sqrt(std::exp(0.25) - 1);
        QVERIFY(std::abs(logs / kDraws - mean) < 5 * deviation / root);
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "test_random.moc"
