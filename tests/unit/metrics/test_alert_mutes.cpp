// SPDX-License-Identifier: GPL-3.0-or-later
// Silences and inhibition: the alert lives on, but nobody is told.
#include "tests/unit/metrics/alert_bed.h"

using namespace gavel;
using namespace gavel::metrics;

class AlertMutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilenceMutesUntilItsEnd();
    void aSilenceEndsEarlier();
    void aSilenceBeginsLater();
    void eachFieldOfASilenceMustMatch();
    void previewTellsWhatWouldBeMuted();
    void badSilencesAreRefused_data();
    void badSilencesAreRefused();
    void aRootCauseMutesItsEffects();
    void aRootCauseOfAnotherSubjectDoesNot();
    void whoWasToldOfTheBeginIsToldOfTheEnd();
};

namespace {

Silence quiet()
{
    Silence silence;
    silence.id = "s1";
    silence.rule = "load_high";
    silence.author = "Ada";
    silence.reason = "load test";
    silence.begin = kStart;
    silence.end = kStart + base::kHourMs;
    return silence;
}

std::vector<AlertRule> causeAndEffect()
{
    AlertRule cause = loadRule("cause");
    cause.metric = "cause";
    AlertRule effect = loadRule("effect");
    effect.inhibitedBy = {"cause"};
    return {cause, effect};
}

} // namespace

void AlertMutesTest::aSilenceMutesUntilItsEnd()
{
    AlertRule rule = loadRule();
    rule.staleMs = 0;
    AlertBook book({rule});
    QVERIFY(book.silence(quiet(), kStart)->empty());
    const auto fired = see(book, value("load", 11, kStart + 1));
    QCOMPARE(told(fired), QStringLiteral("firing load_high"));
    QVERIFY(!fired.front().tell);
    QVERIFY(fired.front().alert.mute == Mute::Silenced);
    QCOMPARE(fired.front().alert.mutedBy, std::string("s1"));
    QCOMPARE(told(book.observe({}, kStart + (base::kHourMs - 1))), QString());
    const auto over = book.observe({}, kStart + base::kHourMs);
    QCOMPARE(told(over), QStringLiteral("unmuted load_high"));
    QVERIFY(over.front().tell); // now they hear of it
    QVERIFY(book.silences().empty());
}

void AlertMutesTest::aSilenceEndsEarlier()
{
    AlertBook book({loadRule()});
    see(book, value("load", 11, kStart));
    const auto muted = book.silence(quiet(), kStart + 1);
    QCOMPARE(told(*muted), QStringLiteral("muted load_high"));
    QVERIFY(!muted->front().tell);
    const auto over = book.endSilence("s1", kStart + 2);
    QCOMPARE(told(*over), QStringLiteral("unmuted load_high"));
    QVERIFY(!over->front().tell); // they knew before
    QCOMPARE(book.endSilence("s1", kStart + 3).error().code, std::string("SILENCE_UNKNOWN"));
}

void AlertMutesTest::aSilenceBeginsLater()
{
    AlertRule rule = loadRule();
    rule.staleMs = 0;
    AlertBook book({rule});
    see(book, value("load", 11, kStart));
    Silence later = quiet();
    later.begin = kStart + kMinute;
    QVERIFY(book.silence(later, kStart)->empty());
    QCOMPARE(told(book.observe({}, kStart + kMinute)), QStringLiteral("muted load_high"));
}

void AlertMutesTest::eachFieldOfASilenceMustMatch()
{
    Alert alert;
    alert.rule = "load_high";
    alert.subject = "shard-1";
    alert.level = AlertLevel::Warn;
    Silence silence = quiet();
    QVERIFY(matches(silence, alert));
    silence.subject = "shard-1";
    silence.level = AlertLevel::Warn;
    QVERIFY(matches(silence, alert));
    Silence other = silence;
    other.rule = "load";
    QVERIFY(!matches(other, alert));
    other = silence;
    other.subject = "shard-2";
    QVERIFY(!matches(other, alert));
    other = silence;
    other.level = AlertLevel::Page;
    QVERIFY(!matches(other, alert));
    QVERIFY(isActive(silence, silence.begin) && !isActive(silence, silence.begin + -1));
    QVERIFY(isActive(silence, silence.end + -1) && !isActive(silence, silence.end));
}

void AlertMutesTest::previewTellsWhatWouldBeMuted()
{
    AlertRule page = loadRule("page");
    page.level = AlertLevel::Page;
    AlertBook book({loadRule(), page});
    see(book, value("load", 11, kStart, "a"));
    see(book, value("load", 11, kStart, "b"));
    Silence silence;
    silence.subject = "a";
    QCOMPARE(book.preview(silence).size(), 2U);
    silence.level = AlertLevel::Page;
    QCOMPARE(book.preview(silence).size(), 1U);
    QCOMPARE(book.preview(silence).front().fingerprint, fingerprintOf("page", "a"));
    QVERIFY(book.find(fingerprintOf("page", "a"))->mute == Mute::None); // nothing happened
    silence.subject = "c";
    QVERIFY(book.preview(silence).empty());
}

void AlertMutesTest::badSilencesAreRefused_data()
{
    QTest::addColumn<QString>("field");
    for (const char* field : {"id", "rule", "author", "reason", "begin", "end before begin",
                              "end passed", "end after 90 days"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void AlertMutesTest::badSilencesAreRefused()
{
    QFETCH(QString, field);
    Silence silence = quiet();
    TimeMs now = kStart;
    if (field == QLatin1String("id"))
        silence.id = "a b";
    else if (field == QLatin1String("rule"))
        silence.rule.clear(); // and no subject and no level: it would mute everything
    else if (field == QLatin1String("author"))
        silence.author = " ";
    else if (field == QLatin1String("reason"))
        silence.reason.clear();
    else if (field == QLatin1String("begin"))
        silence.begin = {INT64_MIN};
    else if (field == QLatin1String("end before begin"))
        silence.end = silence.begin;
    else if (field == QLatin1String("end passed"))
        now = silence.end;
    else
        silence.end = silence.begin + (90 * base::kDayMs + 1);
    AlertBook book({loadRule()});
    const auto refused = book.silence(silence, now);
    QVERIFY(!refused.has_value());
    QCOMPARE(QString::fromStdString(refused.error().where), field.section(u' ', 0, 0));
    QVERIFY(book.silences().empty());
    QVERIFY(book.silence(quiet(), kStart));
    QCOMPARE(book.silence(quiet(), kStart).error().code, std::string("SILENCE_EXISTS"));
}

void AlertMutesTest::aRootCauseMutesItsEffects()
{
    AlertBook book(causeAndEffect());
    // In one batch, the effect first: it is still not told of.
    const std::vector<Observation> batch{value("load", 11, kStart, "a"),
                                         value("cause", 11, kStart)};
    const auto changes = book.observe(batch, kStart);
    QCOMPARE(told(changes), QStringLiteral("firing effect, firing cause"));
    QVERIFY(!changes[0].tell);
    QVERIFY(changes[0].alert.mute == Mute::Inhibited);
    QCOMPARE(changes[0].alert.mutedBy, std::string("cause"));
    QVERIFY(changes[1].tell);
    const auto over = see(book, value("cause", 1, kStart + 1));
    QCOMPARE(told(over), QStringLiteral("resolved cause, unmuted effect"));
    QVERIFY(over[0].tell);
    QVERIFY(over[1].tell); // the cause is gone and it still fires
}

void AlertMutesTest::aRootCauseOfAnotherSubjectDoesNot()
{
    AlertBook book(causeAndEffect());
    see(book, value("cause", 11, kStart, "b"));
    QVERIFY(see(book, value("load", 11, kStart, "a")).front().tell);
    QVERIFY(!see(book, value("load", 11, kStart, "b")).front().tell); // the same subject
    // A cause that is only pending explains nothing yet.
    auto rules = causeAndEffect();
    rules[0].forMs = kMinute;
    AlertBook patient(rules);
    see(patient, value("cause", 11, kStart));
    QVERIFY(see(patient, value("load", 11, kStart)).front().tell);
}

void AlertMutesTest::whoWasToldOfTheBeginIsToldOfTheEnd()
{
    AlertBook heard({loadRule()});
    see(heard, value("load", 11, kStart));
    QVERIFY(heard.silence(quiet(), kStart + 1));
    QVERIFY(see(heard, value("load", 1, kStart + 2)).front().tell);
    AlertBook quietAllAlong({loadRule()});
    QVERIFY(quietAllAlong.silence(quiet(), kStart));
    see(quietAllAlong, value("load", 11, kStart + 1));
    QVERIFY(!see(quietAllAlong, value("load", 1, kStart + 2)).front().tell);
}

QTEST_GUILESS_MAIN(AlertMutesTest)
#include "test_alert_mutes.moc"
