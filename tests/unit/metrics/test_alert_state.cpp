// SPDX-License-Identifier: GPL-3.0-or-later
// An alert book goes on after a restart where it stood.
#include "engine/base/json.h"
#include "engine/metrics/alerts/alert_json.h"
#include "tests/unit/metrics/alert_bed.h"

using namespace gavel;
using namespace gavel::metrics;

class AlertStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBookGoesOnWhereItStood();
    void windowsAreKept();
    void whatNoRuleKnowsIsResolved();
    void badStatesAreRefused_data();
    void badStatesAreRefused();
    void silencesAreReadAndWritten();
};

namespace {

AlertBook again(const AlertBook& book, const std::vector<AlertRule>& rules)
{
    auto restored = AlertBook::restore(rules, {}, book.exportState());
    if (!restored)
        qFatal("%s", base::toString(restored.error()).c_str());
    return std::move(*restored);
}

} // namespace

void AlertStateTest::aBookGoesOnWhereItStood()
{
    AlertRule rule = loadRule();
    rule.forMs = kMinute;
    rule.keepFiringMs = kMinute;
    rule.labels = {{"component", "shard"}};
    AlertBook first({rule});
    see(first, value("load", 11, kStart, "a"));
    see(first, value("load", 0.1 + 0.2, kStart, "b"));
    see(first, value("load", 12.5, kStart + kMinute, "a"));
    see(first, value("load", 99, kStart + kMinute, "c"));
    see(first, value("load", 5, kStart + (kMinute + 1), "a"));
    QVERIFY(first.acknowledge(fingerprintOf("load_high", "a"), "Ada", kStart + kMinute));
    Silence silence;
    silence.id = "s1";
    silence.subject = "c";
    silence.author = "Ada";
    silence.reason = "known";
    silence.begin = kStart;
    silence.end = kStart + base::kHourMs;
    QVERIFY(first.silence(silence, kStart + kMinute));
    AlertBook book = again(first, {rule});
    QVERIFY(book.active() == first.active());
    QVERIFY(book.silences() == first.silences());
    QVERIFY(book.history() == first.history());
    QCOMPARE(book.exportState(), first.exportState());
    // "a" keeps firing until a minute has passed and "c" is pending: both go on.
    for (AlertBook* each : {&first, &book}) {
        const auto changes = see(*each, value("load", 99, kStart + 2 * kMinute, "c"));
        QCOMPARE(told(changes), QStringLiteral("firing load_high, resolved load_high"));
        QVERIFY(!changes[0].tell); // silenced
        QCOMPARE(changes[1].alert.acknowledgedBy, std::string("Ada"));
        QVERIFY(changes[1].tell);
    }
}

void AlertStateTest::windowsAreKept()
{
    AlertRule rule = loadRule();
    rule.condition = RatioAbove{0.1, 5 * kMinute, 500, 1.96};
    AlertBook first({rule});
    see(first, counts("load", 40, 250, kStart));
    AlertBook book = again(first, {rule});
    // 80 of 500 together, Wilson's lower bound 0.1305.
    QCOMPARE(told(see(book, counts("load", 40, 250, kStart + kMinute))),
             QStringLiteral("firing load_high"));
    QCOMPARE(book.active().front().latestValue, 0.16);
    // A window of another length cannot use what was counted.
    AlertRule longer = rule;
    longer.condition = RatioAbove{0.1, 10 * kMinute, 500, 1.96};
    AlertBook other = again(first, {longer});
    QCOMPARE(told(see(other, counts("load", 40, 250, kStart + kMinute))), QString());
}

void AlertStateTest::whatNoRuleKnowsIsResolved()
{
    AlertBook first({loadRule()});
    see(first, value("load", 11, kStart));
    AlertBook book = again(first, {loadRule("another")});
    QCOMPARE(told(book.observe({}, kStart + 1)), QStringLiteral("resolved load_high"));
}

void AlertStateTest::badStatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("field");
    const auto row
        = [](const char* name, const char* before, const char* after, const char* field) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(after)
                                  << QString::fromLatin1(field);
          };
    row("a state of its own", R"("state":"firing")", R"("state":"burning")", "alerts[0].state");
    row("not active", R"("state":"firing")", R"("state":"resolved")", "alerts[0].state");
    row("no time", R"("pending_at":1714552200000,)", "", "alerts[0].pending_at");
    row("before 1970", R"("held_at":1714552200000)", R"("held_at":-1)", "alerts[0].held_at");
    row("no list", R"("silences":[])", R"("silences":1)", "silences");
    row("a broken window", R"("steps":[)", R"("steps":[1,-1,1,)", "series[0].windows[0].steps");
}

void AlertStateTest::badStatesAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, field);
    AlertRule rule = loadRule();
    rule.condition = RatioAbove{0.1, kMinute, 1, 0};
    AlertBook book({rule});
    see(book, counts("load", 1, 2, kStart));
    QByteArray text = QByteArray::fromStdString(book.exportState());
    QVERIFY2(text.contains(before), text.constData());
    text.replace(text.indexOf(before), before.size(), after);
    const auto restored = AlertBook::restore({rule}, {}, text.toStdString());
    QVERIFY(!restored.has_value());
    QVERIFY2(QString::fromStdString(restored.error().where).contains(u'"' + field + u'"'),
             base::toString(restored.error()).c_str());
    QVERIFY(!AlertBook::restore({rule}, {}, "{").has_value());
}

void AlertStateTest::silencesAreReadAndWritten()
{
    const std::string good = R"({"id": "s1", "level": "ticket", "author": "Ada", "reason": "why",
        "begin": "2024-05-01T08:30:00Z", "end": 1714555800000})";
    std::vector<Error> errors;
    const Silence silence = readSilence(*base::parseJson(good, "text"), "", errors);
    QVERIFY(errors.empty());
    QVERIFY(silence.level == AlertLevel::Ticket);
    QVERIFY(silence.begin == kStart);
    QVERIFY(silence.end == kStart + base::kHourMs);
    QVERIFY(readSilence(toJson(silence), "", errors) == silence);
    readSilence(*base::parseJson(R"({"id": "s1", "levl": "page"})", "text"), "", errors);
    QStringList fields;
    for (const Error& error : errors)
        fields << QString::fromStdString(error.where);
    QCOMPARE(fields.join(u' '), QStringLiteral("author reason begin end levl"));
}

QTEST_GUILESS_MAIN(AlertStateTest)
#include "test_alert_state.moc"
