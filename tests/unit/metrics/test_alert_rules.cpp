// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/metrics/alert_bed.h"

using namespace gavel;
using namespace gavel::metrics;

class AlertRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsReadAndWritten();
    void theProductsRulesAreGood();
    void badRulesAreRefused_data();
    void badRulesAreRefused();
    void anErrorNamesTheLine();
    void badObservationsAreRefusedAndCounted();
    void aFileThatIsNotThereIsSaid();
};

namespace {

constexpr const char* kRule = R"({"rules": [{"id": "a", "name": "A", "level": "warn",
  "metric": "load", "condition": {"kind": "above", "limit": 10}}]})";

QByteArray with(const char* before, const char* after)
{
    QByteArray text(kRule);
    Q_ASSERT(text.contains(before));
    return text.replace(before, after);
}

} // namespace

void AlertRulesTest::everyFieldIsReadAndWritten()
{
    AlertRule full = loadRule("full");
    full.description = "Says \"what to do\"\n\xc3\xa4";
    full.level = AlertLevel::Page;
    full.forMs = 1;
    full.keepFiringMs = 2;
    full.staleMs = 0;
    full.labels = {{"component", "pipeline"}, {"fault", "latency"}};
    full.inhibitedBy = {"below"};
    AlertRule below = loadRule("below");
    below.condition = Threshold{Side::Below, -2.5};
    AlertRule any = loadRule("any");
    any.condition = NotZero{};
    any.level = AlertLevel::Ticket;
    AlertRule ratio = loadRule("ratio");
    ratio.condition = RatioAbove{0.001, 60'000, 500, 1.96};
    AlertRule burn = loadRule("burn");
    burn.condition = BurnAbove{0.9999, 14.4, base::kHourMs, 5 * base::kMinuteMs, 100};
    const std::vector<AlertRule> rules{full, below, any, ratio, burn};
    const auto read = parseAlertRules(alertRulesText(rules), "text");
    QVERIFY2(read.has_value(), read ? "" : base::toString(read.error()).c_str());
    QVERIFY(*read == rules);
}

void AlertRulesTest::theProductsRulesAreGood()
{
    const auto rules = loadAlertRules(GAVEL_SOURCE_DIR "/resources/alerts/default.json");
    QVERIFY2(rules.has_value(), rules ? "" : base::toString(rules.error()).c_str());
    QCOMPARE(rules->size(), 17U);
    for (const AlertRule& rule : *rules)
        QVERIFY2(!rule.description.empty() && !rule.group.empty(), rule.id.c_str());
}

void AlertRulesTest::badRulesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& text, const char* field) {
        QTest::newRow(name) << text << QString::fromLatin1(field);
    };
    row("no id", with(R"("id": "a", )", ""), "rules[0].id");
    row("an id of blanks", with(R"("id": "a")", R"("id": "a b")"), "rules[0].id");
    row("no name", with(R"("name": "A", )", ""), "rules[0].name");
    row("a level of its own", with("warn", "panic"), "rules[0].level");
    row("no metric", with(R"("metric": "load", )", ""), "rules[0].metric");
    row("no condition", with(R"("condition": {"kind": "above", "limit": 10})", R"("group": "g")"),
        "rules[0].condition");
    row("no limit", with(R"(, "limit": 10)", ""), "rules[0].condition.limit");
    row("a limit of words", with("10", R"("ten")"), "rules[0].condition.limit");
    row("an unknown kind", with("above", "over"), "rules[0].condition.kind");
    row("a field of another kind", with("10", R"(10, "wilson_z": 2)"),
        "rules[0].condition.wilson_z");
    row("an unknown field", with(R"("level")", R"("lvl": 1, "level")"), "rules[0].lvl");
    row("below zero", with(R"("level")", R"("for_ms": -1, "level")"), "rules[0].for_ms");
    row("longer than a week", with(R"("level")", R"("keep_firing_ms": 604800001, "level")"),
        "rules[0].keep_firing_ms");
    row("a label of no text", with(R"("level")", R"("labels": {"a": 1}, "level")"),
        "rules[0].labels.a");
    row("a root that is not there", with(R"("level")", R"("inhibited_by": ["b"], "level")"),
        "rules[0].inhibited_by");
    row("mutes itself", with(R"("level")", R"("inhibited_by": ["a"], "level")"),
        "rules[0].inhibited_by");
    const auto condition
        = [&](const char* text) { return with(R"({"kind": "above", "limit": 10})", text); };
    row("a proportion above one", condition(R"({"kind": "ratio", "limit": 1.5, "wilson_z": 2})"),
        "rules[0].condition.limit");
    row("seven decimals", condition(R"({"kind": "ratio", "limit": 0.0000001})"),
        "rules[0].condition.limit");
    row("no trials", condition(R"({"kind": "ratio", "limit": 0.1, "least_trials": 0})"),
        "rules[0].condition.least_trials");
    row("everything must be good",
        condition(R"({"kind": "burn_rate", "objective": 1, "factor": 1, "long_ms": 3600000,
                      "short_ms": 300000})"),
        "rules[0].condition.objective");
    row("more than everything fails", // 1 / (1 - 0.9) = 10
        condition(R"({"kind": "burn_rate", "objective": 0.9, "factor": 14.4, "long_ms": 3600000,
                      "short_ms": 300000})"),
        "rules[0].condition.factor");
    row("windows the wrong way round",
        condition(R"({"kind": "burn_rate", "objective": 0.999, "factor": 1, "long_ms": 300000,
                      "short_ms": 3600000})"),
        "rules[0].condition.short_ms");
    const QByteArray two = R"({"rules": [
      {"id": "a", "name": "A", "level": "warn", "metric": "m", "condition": {"kind": "not_zero"},
       "inhibited_by": ["b"]},
      {"id": "b", "name": "B", "level": "warn", "metric": "m", "condition": {"kind": "not_zero"},
       "inhibited_by": ["a"]}]})";
    row("two mute each other", two, "rules[0].inhibited_by");
    const QByteArray rule = QByteArray(kRule).mid(11).chopped(2); // without the list around it
    row("there twice", R"({"rules": [)" + rule + ", " + rule + "]}", "rules[1].id");
    row("no list", R"({"rules": {}})", "rules");
}

void AlertRulesTest::badRulesAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    const auto rules = parseAlertRules(text.toStdString(), "rules.json");
    QVERIFY(!rules.has_value());
    const QString where = QString::fromStdString(rules.error().where);
    QVERIFY2(where.contains(QStringLiteral("field \"%1\"").arg(field)),
             base::toString(rules.error()).c_str());
    QVERIFY(!rules.error().what.empty());
    QVERIFY(!rules.error().advice.empty());
}

void AlertRulesTest::anErrorNamesTheLine()
{
    const QByteArray text = with("10", "true"); // on the second line
    const auto rules = parseAlertRules(text.toStdString(), "rules.json");
    QCOMPARE(rules.error().where,
             std::string("rules.json line 2, field \"rules[0].condition.limit\""));
    const auto broken = parseAlertRules("{\n\"rules\": [,]}", "rules.json");
    QCOMPARE(broken.error().code, std::string("INVALID_JSON"));
    QVERIFY(broken.error().where.starts_with("rules.json line 2"));
}

void AlertRulesTest::badObservationsAreRefusedAndCounted()
{
    const auto field = [](const Observation& observation) {
        const auto checked = checkObservation(observation);
        return checked ? std::string() : checked.error().where;
    };
    QCOMPARE(field(value("load", 1, kStart)), std::string());
    QCOMPARE(field(value("", 1, kStart)), std::string("metric"));
    QCOMPARE(field(value("load", std::nan(""), kStart)), std::string("value"));
    QCOMPARE(field(value("load", 1, kStart, std::string(129, 'x'))), std::string("subject"));
    QCOMPARE(field(counts("load", -1, 5, kStart)), std::string("counts"));
    QCOMPARE(field(value("load", 1, {-1})), std::string("at"));
    AlertBook book({loadRule()});
    QVERIFY(see(book, value("load", std::nan(""), kStart)).empty());
    QVERIFY(see(book, counts("load", 100, 5, kStart)).empty()); // the rule wants a value
    QCOMPARE(book.refused(), 2U);
    QVERIFY(see(book, value("other", 100, kStart)).empty()); // nobody's business
    QCOMPARE(book.refused(), 2U);
}

void AlertRulesTest::aFileThatIsNotThereIsSaid()
{
    QCOMPARE(loadAlertRules("/nowhere/rules.json").error().code,
             std::string("ALERT_RULES_NOT_FOUND"));
}

QTEST_GUILESS_MAIN(AlertRulesTest)
#include "test_alert_rules.moc"
