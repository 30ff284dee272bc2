// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault that the code can be told to make has a test that must catch it.
#include "engine/base/fault.h"

#include <QtTest>

class FaultListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsTest()
    {
        QStringList known;
        for (const std::string_view name : gavel::base::kFaultNames)
            known << QString::fromUtf8(name.data(), qsizetype(name.size()));
        QStringList tested = QStringLiteral(GAVEL_FAULT_TESTS).split(u' ');
        known.sort();
        tested.sort();
        QCOMPARE(tested, known);
    }
#ifndef GAVEL_FAULTS
    void noFaultIsPlantedInThisBuild()
    {
        static_assert(!gavel::base::planted(gavel::base::Fault::ForgetVoid));
    }
#endif
};

QTEST_APPLESS_MAIN(FaultListTest)
#include "test_fault_list.moc"
