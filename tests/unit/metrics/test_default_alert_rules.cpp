// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule of the product with observations that fire it and others that nearly do.
#include "tests/unit/metrics/alert_bed.h"

#include <set>

using namespace gavel;
using namespace gavel::metrics;

using Trace = std::vector<Observation>;
Q_DECLARE_METATYPE(Trace)

class DefaultRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void traces_data();
    void traces();
    void everyRuleHasBothTraces();
    void aRootCauseOfTheProductMutesItsEffects();

private:
    std::vector<AlertRule> m_rules;
    std::set<std::pair<std::string, bool>> m_seen;
};

namespace {

/// The same reading every `every` from the start to `last`.
Trace steady(const Observation& first, std::int64_t every, std::int64_t last)
{
    Trace trace;
    for (std::int64_t at = 0; at <= last; at += every) {
        trace.push_back(first);
        trace.back().at = kStart + at;
    }
    return trace;
}

/// So many failures of 1000 requests each minute.
Trace failing(int bad, std::int64_t minutes)
{
    return steady(counts("requests", bad, 1000, kStart, "gateway"), kMinute,
                  (minutes - 1) * kMinute);
}

Trace joined(Trace first, const Trace& second, std::int64_t after)
{
    for (Observation observation : second) {
        observation.at = observation.at + after;
        first.push_back(observation);
    }
    return first;
}

void addRow(const char* name, const char* rule, bool fires, const Trace& trace)
{
    QTest::newRow(name) << QString::fromLatin1(rule) << fires << trace;
}

constexpr double kMiB = 1024.0 * 1024;
constexpr double kGiB = 1024 * kMiB;

void addTrafficRows()
{
    // Wilson's lower bound at z = 1.96: 50 of 500 -> 0.0767, 80 of 500 -> 0.1305, 79 of 499 ->
    // above 0.1 as well but too few; worked out in test_alert_arithmetic.
    addRow("clicked too often", "ctr_high", true, {counts("ctr", 80, 500, kStart, "ad-1")});
    addRow("10 % might be chance", "ctr_high", false, {counts("ctr", 50, 500, kStart, "ad-1")});
    addRow("too few impressions", "ctr_high", false, {counts("ctr", 79, 499, kStart, "ad-1")});
    addRow("within five minutes", "ctr_high", true,
           steady(counts("ctr", 20, 125, kStart, "ad-1"), kMinute, 3 * kMinute)); // 80 of 500
    addRow("not within five minutes", "ctr_high", false,
           steady(counts("ctr", 20, 125, kStart, "ad-1"), 2 * kMinute, 20 * kMinute)); // 60 of 375
    addRow("of two ads", "ctr_high", false,
           {counts("ctr", 40, 250, kStart, "ad-1"), counts("ctr", 40, 250, kStart, "ad-2")});
    addRow("the eleventh click", "click_storm", true,
           {value("session_clicks", 11, kStart, "session-1")});
    addRow("the tenth click", "click_storm", false,
           {value("session_clicks", 10, kStart, "session-1")});
}

void addServiceRows()
{
    // One of 1000 may fail; 15 of 1000 burn at 15, 7 at 7, 2 at 2.
    addRow("15 times for an hour", "slo_burn_fast", true, failing(15, 60));
    addRow("14 times for an hour", "slo_burn_fast", false, failing(14, 60));
    // After an hour of good ones 5 minutes of 15 are 75 of 60 000 in the hour: 1.25 times.
    addRow("15 times for 5 minutes", "slo_burn_fast", false,
           joined(failing(0, 60), failing(15, 5), base::kHourMs));
    addRow("99 requests", "slo_burn_fast", false, {counts("requests", 99, 99, kStart, "gateway")});
    addRow("100 requests", "slo_burn_fast", true,
           {counts("requests", 100, 100, kStart, "gateway")});
    addRow("7 times for six hours", "slo_burn_slow", true, failing(7, 360));
    addRow("5 times for six hours", "slo_burn_slow", false, failing(5, 360));
    addRow("2 times for three days", "slo_burn_trend", true, failing(2, 3 * 24 * 60));
    addRow("all of what is allowed, no more", "slo_burn_trend", false,
           steady(counts("requests", 9, 10'000, kStart, "gateway"), kMinute, 12 * base::kHourMs));
}

void addPipelineRows()
{
    addRow("slow for 5 minutes", "pipeline_lag", true,
           steady(value("pipeline_lag_p99_ms", 1001, kStart), 10 * kSecond, 5 * kMinute));
    addRow("slow for less", "pipeline_lag", false,
           steady(value("pipeline_lag_p99_ms", 1001, kStart), 10 * kSecond,
                  5 * kMinute - 10 * kSecond));
    addRow("a second is good", "pipeline_lag", false,
           steady(value("pipeline_lag_p99_ms", 1000, kStart), 10 * kSecond, 10 * kMinute));
    addRow("one event is missing", "completeness_gap", true,
           {value("completeness_gap", 1, kStart)});
    addRow("one event too many", "completeness_gap", true, {value("completeness_gap", -1, kStart)});
    addRow("all are there", "completeness_gap", false, {value("completeness_gap", 0, kStart)});
    // 2 of 1000 are 0.2 %, 1 of 1000 is 0.1 %.
    addRow("refused for 5 minutes", "dead_letters", true,
           steady(counts("dead_letters", 2, 1000, kStart), 10 * kSecond, 5 * kMinute));
    addRow("refused for 4 minutes", "dead_letters", false,
           steady(counts("dead_letters", 2, 1000, kStart), 10 * kSecond, 4 * kMinute));
    addRow("one of a thousand is good", "dead_letters", false,
           steady(counts("dead_letters", 1, 1000, kStart), 10 * kSecond, 10 * kMinute));
}

void addOtherRows()
{
    // 1.200001 and 1.2 times the plan, in micros.
    addRow("over plan for 10 minutes", "spend_over_plan", true,
           steady(counts("spend_to_plan", 1'200'001, 1'000'000, kStart, "camp-1"), kMinute,
                  10 * kMinute));
    addRow("over plan for 9 minutes", "spend_over_plan", false,
           steady(counts("spend_to_plan", 1'200'001, 1'000'000, kStart, "camp-1"), kMinute,
                  9 * kMinute));
    addRow("1.2 is good", "spend_over_plan", false,
           steady(counts("spend_to_plan", 1'200'000, 1'000'000, kStart, "camp-1"), kMinute,
                  20 * kMinute));
    addRow("behind plan for 10 minutes", "spend_behind", true,
           steady(counts("spend_behind_plan", 100'001, 1'000'000, kStart, "camp-1"), kMinute,
                  10 * kMinute));
    addRow("10 % behind is good", "spend_behind", false,
           steady(counts("spend_behind_plan", 100'000, 1'000'000, kStart, "camp-1"), kMinute,
                  20 * kMinute));
    addRow("6 of 100 answers late", "seat_late", true,
           steady(counts("seat_late", 6, 100, kStart, "Northwind"), kSecond, 40 * kSecond));
    addRow("5 of 100 answers late", "seat_late", false,
           steady(counts("seat_late", 5, 100, kStart, "Northwind"), kSecond, kMinute));
    addRow("away for 10 seconds", "source_failed", true,
           steady(value("source_failed", 1, kStart, "orders.csv"), kSecond, 10 * kSecond));
    addRow("away for 9 seconds", "source_failed", false,
           steady(value("source_failed", 1, kStart, "orders.csv"), kSecond, 9 * kSecond));
    addRow("one was not told", "dead_deliveries", true,
           {value("dead_deliveries", 1, kStart, "ops")});
    addRow("all were told", "dead_deliveries", false, {value("dead_deliveries", 0, kStart, "ops")});
    addRow("a large log", "log_large", true, {value("log_bytes", 256 * kMiB + 1, kStart)});
    addRow("256 MiB is good", "log_large", false, {value("log_bytes", 256 * kMiB, kStart)});
    addRow("a full disk", "disk_free", true, {value("disk_free_bytes", 2 * kGiB - 1, kStart)});
    addRow("2 GiB is good", "disk_free", false, {value("disk_free_bytes", 2 * kGiB, kStart)});
    addRow("81 % of the memory for 5 minutes", "memory_high", true,
           steady(value("memory_share", 0.81, kStart), 10 * kSecond, 5 * kMinute));
    addRow("80 % is good", "memory_high", false,
           steady(value("memory_share", 0.8, kStart), 10 * kSecond, 10 * kMinute));
    addRow("a rule broken", "invariant_broken", true,
           {value("broken_invariants", 1, kStart, "ledger_sum")});
    addRow("all rules hold", "invariant_broken", false,
           {value("broken_invariants", 0, kStart, "ledger_sum")});
}

} // namespace

void DefaultRulesTest::initTestCase()
{
    const auto rules = loadAlertRules(GAVEL_SOURCE_DIR "/resources/alerts/default.json");
    QVERIFY(rules.has_value());
    m_rules = *rules;
}

void DefaultRulesTest::traces_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("fires");
    QTest::addColumn<Trace>("trace");
    addTrafficRows();
    addServiceRows();
    addPipelineRows();
    addOtherRows();
}

void DefaultRulesTest::traces()
{
    QFETCH(QString, rule);
    QFETCH(bool, fires);
    QFETCH(Trace, trace);
    AlertBook book(m_rules);
    bool fired = false;
    for (const Observation& observation : trace)
        for (const AlertChange& change : see(book, observation))
            if (change.kind == AlertChangeKind::Firing && change.alert.rule == rule.toStdString())
                fired = true;
    QCOMPARE(fired, fires);
    QCOMPARE(book.refused(), 0U);
    m_seen.insert({rule.toStdString(), fires});
}

void DefaultRulesTest::everyRuleHasBothTraces()
{
    for (const AlertRule& rule : m_rules)
        for (const bool fires : {true, false})
            QVERIFY2(m_seen.contains({rule.id, fires}), rule.id.c_str());
}

void DefaultRulesTest::aRootCauseOfTheProductMutesItsEffects()
{
    AlertBook book(m_rules);
    see(book, value("disk_free_bytes", kGiB, kStart));
    const Trace lag = steady(value("pipeline_lag_p99_ms", 5000, kStart), 10 * kSecond, 5 * kMinute);
    std::vector<AlertChange> changes;
    for (const Observation& observation : lag) {
        const Trace batch{value("disk_free_bytes", kGiB, observation.at), observation};
        changes = book.observe(batch, observation.at);
    }
    QCOMPARE(told(changes), QStringLiteral("firing pipeline_lag"));
    QVERIFY(changes.front().alert.mute == Mute::Inhibited);
    QCOMPARE(changes.front().alert.mutedBy, std::string("disk_free"));
    QVERIFY(!changes.front().tell);
}

QTEST_GUILESS_MAIN(DefaultRulesTest)
#include "test_default_alert_rules.moc"
