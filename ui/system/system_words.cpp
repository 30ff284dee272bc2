// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/system_words.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>

namespace gavel::system_page::words {

using model::FaultState;
using widgets::Mark;

namespace {

struct SystemWords
{
    Q_DECLARE_TR_FUNCTIONS(SystemWords)
};

constexpr std::array<const char*, model::kFaultStates> kStates{
    QT_TRANSLATE_NOOP("SystemWords", "Normal"),
    QT_TRANSLATE_NOOP("SystemWords", "Monitoring"),
    QT_TRANSLATE_NOOP("SystemWords", "Alert triggered"),
    QT_TRANSLATE_NOOP("SystemWords", "Investigating"),
    QT_TRANSLATE_NOOP("SystemWords", "Auto healing"),
    QT_TRANSLATE_NOOP("SystemWords", "Healing in progress"),
    QT_TRANSLATE_NOOP("SystemWords", "Failed"),
    QT_TRANSLATE_NOOP("SystemWords", "Manual intervention"),
    QT_TRANSLATE_NOOP("SystemWords", "Human fixing"),
    QT_TRANSLATE_NOOP("SystemWords", "Escalation"),
    QT_TRANSLATE_NOOP("SystemWords", "Expert intervention"),
    QT_TRANSLATE_NOOP("SystemWords", "System shutdown"),
    QT_TRANSLATE_NOOP("SystemWords", "Maintenance")};
constexpr std::array<Mark, model::kFaultStates> kMarks{
    Mark::Good, Mark::Waiting, Mark::Warn, Mark::Warn,    Mark::Working, Mark::Working, Mark::Bad,
    Mark::Bad,  Mark::Working, Mark::Bad,  Mark::Working, Mark::Bad,     Mark::Paused};
constexpr std::array<const char*, model::kFaultClasses> kClasses{
    QT_TRANSLATE_NOOP("SystemWords", "traffic"), QT_TRANSLATE_NOOP("SystemWords", "latency"),
    QT_TRANSLATE_NOOP("SystemWords", "errors"), QT_TRANSLATE_NOOP("SystemWords", "resources"),
    QT_TRANSLATE_NOOP("SystemWords", "integrity")};

struct Named
{
    std::string_view id;
    const char* text;
};
constexpr std::array<Named, 7> kComponents{
    {{"market", QT_TRANSLATE_NOOP("SystemWords", "Market")},
     {"pipeline", QT_TRANSLATE_NOOP("SystemWords", "Pipeline")},
     {"storage", QT_TRANSLATE_NOOP("SystemWords", "Store")},
     {"gateway", QT_TRANSLATE_NOOP("SystemWords", "Gateway")},
     {"ledger", QT_TRANSLATE_NOOP("SystemWords", "Ledger")},
     {"traffic", QT_TRANSLATE_NOOP("SystemWords", "Traffic")},
     {"memory", QT_TRANSLATE_NOOP("SystemWords", "Memory")}}};
constexpr std::array<Named, 5> kActions{
    {{"restart_source", QT_TRANSLATE_NOOP("SystemWords", "Restart the source of events")},
     {"shed_load", QT_TRANSLATE_NOOP("SystemWords", "Refuse a part of the requests")},
     {"checkpoint", QT_TRANSLATE_NOOP("SystemWords", "Move the log into the workspace file")},
     {"drop_cache", QT_TRANSLATE_NOOP("SystemWords", "Drop what can be read again")},
     {"close_intake", QT_TRANSLATE_NOOP("SystemWords", "Take nothing in any more")}}};
constexpr std::array<Named, 10> kCauses{
    {{"an alert is pending", QT_TRANSLATE_NOOP("SystemWords", "an alert is pending")},
     {"an alert fires", QT_TRANSLATE_NOOP("SystemWords", "an alert fires")},
     {"its alerts still fire", QT_TRANSLATE_NOOP("SystemWords", "its alerts still fire")},
     {"its alerts are resolved", QT_TRANSLATE_NOOP("SystemWords", "its alerts are resolved")},
     {"its alerts are gone", QT_TRANSLATE_NOOP("SystemWords", "its alerts are gone")},
     {"no automatic action may be tried now",
      QT_TRANSLATE_NOOP("SystemWords", "no automatic action may be tried now")},
     {"somebody has seen it", QT_TRANSLATE_NOOP("SystemWords", "somebody has seen it")},
     {"nobody acknowledged it within 15 minutes",
      QT_TRANSLATE_NOOP("SystemWords", "nobody acknowledged it within 15 minutes")},
     {"the time it was given is over",
      QT_TRANSLATE_NOOP("SystemWords", "the time it was given is over")},
     {"by hand", QT_TRANSLATE_NOOP("SystemWords", "by hand")}}};

template<std::size_t Count>
QString named(const std::array<Named, Count>& names, const std::string& id)
{
    for (const Named& name : names)
        if (name.id == id)
            return SystemWords::tr(name.text);
    return QString::fromStdString(id);
}

} // namespace

QString state(FaultState state)
{
    return SystemWords::tr(kStates[static_cast<std::size_t>(state)]);
}

Mark stateMark(FaultState state)
{
    return kMarks[static_cast<std::size_t>(state)];
}

QString faultClass(model::FaultClass kind)
{
    return SystemWords::tr(kClasses[static_cast<std::size_t>(kind)]);
}

QString component(const std::string& component)
{
    if (component.starts_with(health::kSourceComponents))
        return SystemWords::tr("Source %1")
            .arg(QString::fromStdString(component.substr(health::kSourceComponents.size())));
    return named(kComponents, component);
}

QString action(const std::string& id)
{
    return named(kActions, id);
}

QString entry(const health::KeptFaultChange& change)
{
    switch (change.what) {
    case health::FaultEntry::Moved:
        return state(change.to);
    case health::FaultEntry::Acknowledged:
        return SystemWords::tr("Acknowledged");
    case health::FaultEntry::Escalated:
        return SystemWords::tr("Escalated");
    case health::FaultEntry::MaintenanceBegun:
        return SystemWords::tr("Maintenance begun");
    case health::FaultEntry::MaintenanceEnded:
        return SystemWords::tr("Maintenance ended");
    }
    return {};
}

QString cause(const std::string& cause)
{
    return named(kCauses, cause);
}

QString move(FaultState to)
{
    switch (to) {
    case FaultState::Normal:
        return SystemWords::tr("Repaired…");
    case FaultState::ManualIntervention:
        return SystemWords::tr("Take over…");
    case FaultState::HumanFixing:
        return SystemWords::tr("Begin to fix…");
    case FaultState::Escalation:
        return SystemWords::tr("Escalate…");
    case FaultState::ExpertIntervention:
        return SystemWords::tr("The expert begins…");
    case FaultState::SystemShutdown:
        return SystemWords::tr("Shut the intake down…");
    default:
        return SystemWords::tr("%1…").arg(state(to));
    }
}

QString bytes(std::int64_t bytes)
{
    constexpr std::array<const char*, 5> kUnits{"B", "KiB", "MiB", "GiB", "TiB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < kUnits.size(); ++unit)
        value /= 1024;
    return QStringLiteral("%1 %2").arg(widgets::numbers::decimal(value, unit == 0 ? 0 : 1),
                                       QString::fromLatin1(kUnits[unit]));
}

} // namespace gavel::system_page::words
