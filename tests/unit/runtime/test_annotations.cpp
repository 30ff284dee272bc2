// SPDX-License-Identifier: GPL-3.0-or-later
// What people and the program mark: kept, changed, taken away, refused, and what a market that
// begins has of earlier ones.
#include "engine/health/alert_tables.h"
#include "engine/runtime/desks/annotations.h"
#include "engine/runtime/engine.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using health::Annotation;
using runtime::Annotations;

namespace {

constexpr TimeMs kWall{1'714'552'200'000};
constexpr TimeMs kMoment{1'700'000'000'000};

struct Bed
{
    Bed()
    {
        clock.set(kWall);
        open();
    }
    void open()
    {
        desk.reset();
        workspace.reset();
        const auto file = folder.filePath("w.gavel").toStdString();
        workspace = store::Workspace::open(file, health::healthMigrations()).value();
        desk = Annotations::open(*workspace, clock).value();
    }
    static Annotation wanted(const std::string& text, TimeMs at = kMoment)
    {
        Annotation annotation;
        annotation.at = at;
        annotation.person = "Mina Kang";
        annotation.text = text;
        return annotation;
    }
    std::string errorOf(const Annotation& annotation)
    {
        const auto kept = desk->keep(annotation);
        return kept ? std::string() : kept.error().code + " " + kept.error().where;
    }

    QTemporaryDir folder;
    base::ManualClock clock;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<Annotations> desk;
};

} // namespace

class AnnotationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonsMarkOutlivesTheProgram();
    void aMarkIsChangedTakenAwayAndPutBack();
    void badInputIsRefusedByField();
    void theProgramMarksWhatIsWorthIt();
    void theProgramsOwnAreFixed();
    void aMarketThatBeginsAnewHasOnlyThoseOfPeople();
    void anotherMarketsMarkCannotBeChangedHere();
    void aMarketIsPausedAndRunsOn();
};

void AnnotationsTest::aPersonsMarkOutlivesTheProgram()
{
    Bed bed;
    QVERIFY(bed.desk->begin("live", false).has_value());
    const auto kept = bed.desk->keep(Bed::wanted("sale begins"));
    QVERIFY(kept.has_value());
    QCOMPARE(kept->id, 1);
    QCOMPARE(kept->toldAt.value, kWall.value);
    bed.open();
    QVERIFY(bed.desk->view()->empty());
    QVERIFY(bed.desk->begin("live", false).has_value());
    const auto view = bed.desk->view();
    QCOMPARE(view->size(), std::size_t{1});
    QVERIFY(view->front() == *kept);
    QCOMPARE(bed.desk->keep(Bed::wanted("next"))->id, 2);
}

void AnnotationsTest::aMarkIsChangedTakenAwayAndPutBack()
{
    Bed bed;
    QVERIFY(bed.desk->begin("live", false).has_value());
    const Annotation first = *bed.desk->keep(Bed::wanted("sale begins"));
    QVERIFY(bed.desk->keep(Bed::wanted("earlier", kMoment + -1000)).has_value());
    Annotation changed = first;
    changed.text = "sale is over";
    changed.at = kMoment + -2000;
    QVERIFY(bed.desk->keep(changed).has_value());
    QCOMPARE(bed.desk->view()->size(), std::size_t{2});
    QCOMPARE(bed.desk->view()->front().text, std::string("sale is over"));
    const auto removed = bed.desk->remove(first.id);
    QVERIFY(removed.has_value());
    QCOMPARE(removed->text, std::string("sale is over"));
    QCOMPARE(bed.desk->remove(first.id).error().code, std::string("ANNOTATION_UNKNOWN"));
    QVERIFY(bed.desk->keep(first).has_value());
    QCOMPARE(bed.desk->view()->back().text, std::string("sale begins"));
}

void AnnotationsTest::badInputIsRefusedByField()
{
    Bed bed;
    QCOMPARE(bed.errorOf(Bed::wanted("no market")), std::string("SERVICE_UNAVAILABLE market"));
    QVERIFY(bed.desk->begin("live", false).has_value());
    QCOMPARE(bed.errorOf(Bed::wanted("")), std::string("INVALID_ANNOTATION text"));
    QCOMPARE(bed.errorOf(Bed::wanted("  ")), std::string("INVALID_ANNOTATION text"));
    QCOMPARE(bed.errorOf(Bed::wanted(std::string(201, 'x'))),
             std::string("INVALID_ANNOTATION text"));
    QCOMPARE(bed.errorOf(Bed::wanted("two\nlines")), std::string("INVALID_ANNOTATION text"));
    QCOMPARE(bed.errorOf(Bed::wanted("x", {0})), std::string("INVALID_ANNOTATION at"));
    Annotation nobody = Bed::wanted("x");
    nobody.person.clear();
    QCOMPARE(bed.errorOf(nobody), std::string("INVALID_ANNOTATION person"));
    Annotation unknown = Bed::wanted("x");
    unknown.id = 7;
    QCOMPARE(bed.errorOf(unknown), std::string("ANNOTATION_UNKNOWN id"));
    QVERIFY(bed.desk->view()->empty());
    QVERIFY(bed.desk->keep(Bed::wanted(std::string(200, 'x'))).has_value());
}

void AnnotationsTest::theProgramMarksWhatIsWorthIt()
{
    Bed bed;
    const runtime::LogLine firing{kMoment, "alert", "warn", "ad-0214", "firing: Click rate"};
    bed.desk->hear(firing);
    QVERIFY(bed.desk->view()->empty()); // no market
    QVERIFY(bed.desk->begin("live", false).has_value());
    bed.desk->hear(firing);
    bed.desk->hear({kMoment, "alert", "info", "ad-0214", "acknowledged: Click rate"});
    bed.desk->hear({kMoment, "campaign", "info", "Spring Sale", "day budget is spent"});
    bed.desk->hear({kMoment, "journal", "info", "Campaign", "3 published"});
    const auto view = bed.desk->view();
    QCOMPARE(view->size(), std::size_t{2});
    QCOMPARE(view->at(0).subject, std::string("ad-0214"));
    QCOMPARE(view->at(0).person, std::string());
    QCOMPARE(view->at(1).text, std::string("3 published"));
    bed.open(); // what was written without waiting is there
    QVERIFY(bed.desk->begin("live", false).has_value());
    QVERIFY(*bed.desk->view() == *view);
}

void AnnotationsTest::theProgramsOwnAreFixed()
{
    Bed bed;
    QVERIFY(bed.desk->begin("live", false).has_value());
    bed.desk->hear({kMoment, "market", "info", "Market", "is paused"});
    Annotation own = bed.desk->view()->front();
    QCOMPARE(bed.desk->remove(own.id).error().code, std::string("ANNOTATION_FIXED"));
    own.text = "was never paused";
    own.person = "Mina Kang";
    QCOMPARE(bed.errorOf(own), std::string("ANNOTATION_FIXED id"));
}

void AnnotationsTest::aMarketThatBeginsAnewHasOnlyThoseOfPeople()
{
    Bed bed;
    QVERIFY(bed.desk->begin("city-day", true).has_value());
    QVERIFY(bed.desk->keep(Bed::wanted("lunch")).has_value());
    bed.desk->hear({kMoment, "market", "info", "Market", "is paused"});
    QCOMPARE(bed.desk->view()->size(), std::size_t{2});
    QVERIFY(bed.desk->begin("city-day", true).has_value());
    QCOMPARE(bed.desk->view()->size(), std::size_t{1});
    QCOMPARE(bed.desk->view()->front().text, std::string("lunch"));
}

void AnnotationsTest::anotherMarketsMarkCannotBeChangedHere()
{
    Bed bed;
    QVERIFY(bed.desk->begin("live", false).has_value());
    Annotation other = *bed.desk->keep(Bed::wanted("sale begins"));
    QVERIFY(bed.desk->begin("city-day", true).has_value());
    QVERIFY(bed.desk->view()->empty());
    other.text = "changed";
    QCOMPARE(bed.errorOf(other), std::string("ANNOTATION_UNKNOWN id"));
    QCOMPARE(bed.desk->remove(other.id).error().code, std::string("ANNOTATION_UNKNOWN"));
}

void AnnotationsTest::aMarketIsPausedAndRunsOn()
{
    runtime::EngineOptions options;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    options.threads = 1;
    auto engine = runtime::Engine::open(options).value();
    runtime::ScenarioRequest request;
    request.scenario = "city-day";
    request.shards = 1;
    QVERIFY(engine->loadScenario(request).has_value());
    QTRY_VERIFY(engine->freshSnapshot()->now > engine->freshSnapshot()->start);
    engine->pause();
    engine->pause(); // changes nothing
    engine->resume();
    QStringList words;
    for (const Annotation& one : *engine->annotations().view())
        words << QString::fromStdString(one.text);
    QCOMPARE(words.mid(1), (QStringList{"is paused", "runs on"}));
    QCOMPARE(words.front(), QStringLiteral("scenario city-day is ready"));
    QCOMPARE(*engine->freshSnapshot()->annotations == *engine->annotations().view(), true);
}

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "test_annotations.moc"
