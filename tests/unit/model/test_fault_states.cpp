// SPDX-License-Identifier: GPL-3.0-or-later
// Every ordered pair of the thirteen states of a fault, against the arrows of the seed's diagram.
#include "engine/model/fault.h"

#include <QtTest>

#include <set>

using namespace gavel::model;

class FaultStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPair_data();
    void everyPair();
    void thereAreNineteenArrowsAndNoneTwice();
    void aPersonDoesWhatNeedsOne();
    void everyStateIsReachedAndLeft();
    void everyNameIsThereOnce();
};

namespace {

/// The diagram of the seed document, section 7.2.1, word for word, without its labels.
constexpr const char* kArrows = R"(
    Normal --> Monitoring
    Monitoring --> Normal
    Monitoring --> AlertTriggered
    AlertTriggered --> Investigating
    AlertTriggered --> AutoHealing
    Investigating --> ManualIntervention
    Investigating --> AutoHealing
    AutoHealing --> HealingInProgress
    HealingInProgress --> Normal
    HealingInProgress --> Failed
    Failed --> ManualIntervention
    ManualIntervention --> HumanFixing
    HumanFixing --> Normal
    HumanFixing --> Escalation
    Escalation --> ExpertIntervention
    ExpertIntervention --> Normal
    ExpertIntervention --> SystemShutdown
    SystemShutdown --> Maintenance
    Maintenance --> Normal
)";

/// Those that a person does: begins the repair, asks for an expert, is the expert, shuts down,
/// ends the maintenance.
constexpr const char* kByHand = R"(
    ManualIntervention --> HumanFixing
    HumanFixing --> Escalation
    Escalation --> ExpertIntervention
    ExpertIntervention --> SystemShutdown
    Maintenance --> Normal
)";

const QStringList kNames{"Normal",        "Monitoring",         "AlertTriggered",
                         "Investigating", "AutoHealing",        "HealingInProgress",
                         "Failed",        "ManualIntervention", "HumanFixing",
                         "Escalation",    "ExpertIntervention", "SystemShutdown",
                         "Maintenance"};

std::set<std::pair<int, int>> arrows(const char* text)
{
    std::set<std::pair<int, int>> pairs;
    for (const QString& line : QString::fromLatin1(text).split('\n', Qt::SkipEmptyParts)) {
        const QStringList ends = line.split(QStringLiteral("-->"));
        if (ends.size() == 2)
            pairs.insert({kNames.indexOf(ends[0].trimmed()), kNames.indexOf(ends[1].trimmed())});
    }
    return pairs;
}

FaultState state(int number)
{
    return static_cast<FaultState>(number);
}

/// "AutoHealing" as "auto_healing".
QString snakeCase(const QString& name)
{
    QString text;
    for (const QChar c : name) {
        if (c.isUpper() && !text.isEmpty())
            text += '_';
        text += c.toLower();
    }
    return text;
}

} // namespace

void FaultStatesTest::everyPair_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("allowed");
    const auto expected = arrows(kArrows);
    for (int from = 0; from < 13; ++from)
        for (int to = 0; to < 13; ++to)
            QTest::addRow("%s to %s", qPrintable(kNames[from]), qPrintable(kNames[to]))
                << from << to << expected.contains({from, to});
}

void FaultStatesTest::everyPair()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, allowed);
    QCOMPARE(mayMove(state(from), state(to)), allowed);
    QCOMPARE((nextStates(state(from)) >> to & 1U) == 1U, allowed);
}

void FaultStatesTest::thereAreNineteenArrowsAndNoneTwice()
{
    QCOMPARE(arrows(kArrows).size(), 19U);
    std::set<std::pair<FaultState, FaultState>> pairs;
    for (const FaultTransition& transition : kFaultTransitions)
        pairs.insert({transition.from, transition.to});
    QCOMPARE(pairs.size(), 19U);
}

void FaultStatesTest::aPersonDoesWhatNeedsOne()
{
    const auto byHand = arrows(kByHand);
    QCOMPARE(byHand.size(), 5U);
    for (int from = 0; from < 13; ++from)
        for (int to = 0; to < 13; ++to)
            QCOMPARE(byHandOnly(state(from), state(to)), byHand.contains({from, to}));
    for (int number = 0; number < 13; ++number)
        QCOMPARE(needsPerson(state(number)), number >= kNames.indexOf("ManualIntervention"));
}

void FaultStatesTest::everyStateIsReachedAndLeft()
{
    for (int number = 0; number < 13; ++number) {
        QVERIFY(nextStates(state(number)) != 0);
        bool reached = false;
        for (int from = 0; from < 13; ++from)
            reached = reached || mayMove(state(from), state(number));
        QVERIFY2(reached, qPrintable(kNames[number]));
    }
}

void FaultStatesTest::everyNameIsThereOnce()
{
    for (int number = 0; number < 13; ++number) {
        const auto& name = kFaultStateNames[static_cast<std::size_t>(number)];
        QCOMPARE(QString::fromUtf8(name.data(), static_cast<int>(name.size())),
                 snakeCase(kNames[number]));
    }
    QCOMPARE(std::set(kFaultClassNames.begin(), kFaultClassNames.end()).size(), kFaultClasses);
}

QTEST_GUILESS_MAIN(FaultStatesTest)
#include "test_fault_states.moc"
