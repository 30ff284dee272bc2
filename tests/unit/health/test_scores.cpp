// SPDX-License-Identifier: GPL-3.0-or-later
// The four scores by the formulas of the header, worked out by hand.
#include "engine/health/scores.h"

#include <QtTest>

#include <cmath>

using namespace gavel::health;
using gavel::metrics::Counts;

class ScoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartHasItsPointsBetweenZeroAndTarget_data();
    void aPartHasItsPointsBetweenZeroAndTarget();
    void everyPartOfTheSeedIsThere();
    void allGoodIsAHundred();
    void whatWasNotMeasuredHasNoWeight();
    void nothingMeasuredHasNoScore();
    void whatIsNoNumberWasNotMeasured();
    void theTotalIsTheMean();
    void valuesAreWrittenWithTheirUnit();
};

namespace {

bool isNear(std::optional<double> found, double expected)
{
    return found && std::abs(*found - expected) < 1e-6;
}

const ScorePart& partOf(const HealthReport& report, std::size_t score, std::string_view name)
{
    for (const ScorePart& part : report.scores[score].parts)
        if (part.name == name)
            return part;
    qFatal("no such part");
}

HealthInputs allGood()
{
    HealthInputs inputs;
    inputs.complete = inputs.accurate = inputs.timely = inputs.consistent = Counts{1000, 1000};
    inputs.latencyMs = 20;
    inputs.processed = Counts{1000, 1000};
    inputs.errors = inputs.retries = Counts{0, 1000};
    inputs.cpu = inputs.memory = inputs.disk = inputs.network = 0.5;
    inputs.withinSla = Counts{1000, 1000};
    inputs.satisfaction = 0.95;
    inputs.delivered = Counts{1000, 1000};
    inputs.returned = Counts{3000, 1000};
    return inputs;
}

} // namespace

void ScoresTest::aPartHasItsPointsBetweenZeroAndTarget_data()
{
    QTest::addColumn<double>("latency");
    QTest::addColumn<double>("points");
    QTest::newRow("at the target") << 50.0 << 100.0;
    QTest::newRow("better than the target") << 1.0 << 100.0;
    QTest::newRow("half way") << 275.0 << 50.0; // (275 - 500) / (50 - 500) = 0.5
    QTest::newRow("nine tenths") << 95.0 << 90.0; // (95 - 500) / (50 - 500) = 0.9
    QTest::newRow("at zero") << 500.0 << 0.0;
    QTest::newRow("worse than zero") << 5000.0 << 0.0;
}

void ScoresTest::aPartHasItsPointsBetweenZeroAndTarget()
{
    QFETCH(double, latency);
    QFETCH(double, points);
    HealthInputs inputs;
    inputs.latencyMs = latency;
    const HealthReport report = scoreHealth(inputs);
    QVERIFY(isNear(partOf(report, 1, "latency").points, points));
    QVERIFY(isNear(report.scores[1].points, points)); // the only part that was measured
}

void ScoresTest::everyPartOfTheSeedIsThere()
{
    const HealthReport report = scoreHealth({});
    QStringList names;
    for (const HealthScore& score : report.scores) {
        double weights = 0;
        for (const ScorePart& part : score.parts) {
            names << QString::fromUtf8(part.name.data(), static_cast<int>(part.name.size()));
            weights += part.weight;
        }
        QVERIFY(isNear(weights, 1));
    }
    QCOMPARE(names.join(u' '),
             QStringLiteral("completeness accuracy timeliness consistency "
                            "latency throughput error_rate retry_rate "
                            "cpu memory disk network "
                            "sla satisfaction value cost_efficiency"));
}

void ScoresTest::allGoodIsAHundred()
{
    const HealthReport report = scoreHealth(allGood());
    for (const HealthScore& score : report.scores)
        QVERIFY(isNear(score.points, 100));
    QVERIFY(isNear(report.total, 100));
}

void ScoresTest::whatWasNotMeasuredHasNoWeight()
{
    HealthInputs inputs = allGood();
    inputs.satisfaction.reset();
    inputs.delivered = Counts{750, 1000}; // (0.75 - 0.5) / (1 - 0.5) = 0.5
    const HealthReport report = scoreHealth(inputs);
    const ScorePart& satisfaction = partOf(report, 3, "satisfaction");
    QVERIFY(!satisfaction.points && !satisfaction.value);
    QCOMPARE(valueText(satisfaction), std::string("not measured"));
    // (0.3 * 100 + 0.3 * 50 + 0.2 * 100) / 0.8 = 65 / 0.8 = 81.25
    QVERIFY(isNear(report.scores[3].points, 81.25));
}

void ScoresTest::nothingMeasuredHasNoScore()
{
    const HealthReport report = scoreHealth({});
    for (const HealthScore& score : report.scores)
        QVERIFY(!score.points);
    QVERIFY(!report.total);
}

void ScoresTest::whatIsNoNumberWasNotMeasured()
{
    HealthInputs inputs;
    inputs.cpu = std::nan("");
    inputs.memory = INFINITY;
    inputs.disk = -0.1;
    inputs.errors = Counts{0, 0};
    inputs.retries = Counts{-1, 10};
    const HealthReport report = scoreHealth(inputs);
    QVERIFY(!report.total);
}

void ScoresTest::theTotalIsTheMean()
{
    HealthInputs inputs = allGood();
    inputs.cpu = 0.85; // (0.85 - 1) / (0.7 - 1) = 0.5: the score is (50 + 300) / 4 = 87.5
    inputs.errors = Counts{255, 10'000}; // (0.0255 - 0.05) / (0.001 - 0.05) = 0.5: 87.5 as well
    HealthReport report = scoreHealth(inputs);
    QVERIFY(isNear(report.scores[1].points, 87.5));
    QVERIFY(isNear(report.scores[2].points, 87.5));
    QVERIFY(isNear(report.total, 93.75)); // (100 + 87.5 + 87.5 + 100) / 4
    inputs.cpu.reset();
    inputs.memory.reset();
    inputs.disk.reset();
    inputs.network.reset();
    report = scoreHealth(inputs);
    QVERIFY(isNear(report.total, 95.833333)); // (100 + 87.5 + 100) / 3
}

void ScoresTest::valuesAreWrittenWithTheirUnit()
{
    HealthInputs inputs;
    inputs.accurate = Counts{987, 1000};
    inputs.latencyMs = 12.5;
    const HealthReport report = scoreHealth(inputs);
    QCOMPARE(valueText(partOf(report, 0, "accuracy")), std::string("98.7 %"));
    QCOMPARE(valueText(partOf(report, 1, "latency")), std::string("12.5 ms"));
}

QTEST_GUILESS_MAIN(ScoresTest)
#include "test_scores.moc"
