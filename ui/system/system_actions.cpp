// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about faults, components and sources.
#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"
#include "ui/system/fault_panel.h"
#include "ui/system/services_panel.h"
#include "ui/system/sources_panel.h"
#include "ui/system/store_panel.h"
#include "ui/system/system_page.h"
#include "ui/system/system_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/order_dialog.h"

#include <QComboBox>

namespace gavel::system_page {

using namespace widgets;
using model::FaultState;

namespace {

constexpr std::array kSpans{std::int64_t{15 * base::kMinuteMs}, std::int64_t{base::kHourMs},
                            std::int64_t{4 * base::kHourMs}, std::int64_t{base::kDayMs},
                            std::int64_t{base::kWeekMs}};
constexpr int kUsualSpan = 1;

QString whatFollows(FaultState to)
{
    if (to == FaultState::SystemShutdown)
        return SystemPage::tr(
            "Collectors refuse every event, files are not read, and a live market "
            "takes no auctions. Reading and export go on.");
    if (to == FaultState::Normal)
        return SystemPage::tr("The fault ends. What still fires in 5 minutes raises it again.");
    return SystemPage::tr("It is then: %1.").arg(words::state(to));
}

} // namespace

void SystemPage::tell(const Result<void>& done, const QString& sentence)
{
    navigator().say(done ? sentence : bridge::wordsOf(done.error()));
    look();
}

void SystemPage::acknowledge()
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr || !row->kind)
        return;
    client().ask(
        this,
        [component = row->component, kind = *row->kind](runtime::Engine& engine) {
            return engine.faults().acknowledge(component, kind, bridge::personName());
        },
        [this, name = words::component(row->component)](const Result<void>& done) {
            tell(done, tr("Acknowledged: %1.").arg(name));
        });
}

/// Asks why; the engine says once more whether it may be.
void SystemPage::askMove(FaultState to)
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr || !row->kind)
        return;
    const QString name = words::component(row->component);
    auto* dialog = new OrderDialog(tr("%1: %2", "service, state").arg(name, words::state(to)),
                                   words::state(to), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* reason = dialog->addLine(tr("Reason"), QString(), tr("What was seen, what is done"));
    dialog->setCheck([dialog, reason, to] {
        const bool isSaid = !reason->text().trimmed().isEmpty();
        dialog->tell({whatFollows(to)}, isSaid ? QStringList() : QStringList{tr("Say why.")},
                     isSaid);
    });
    dialog->setOrder([this, dialog, reason, to, component = row->component, kind = *row->kind] {
        client().ask(
            dialog,
            [component, kind, to,
             note = reason->text().trimmed().toStdString()](runtime::Engine& engine) {
                return engine.faults().move(component, kind, to, bridge::personName(), note);
            },
            [this, dialog, component, to](const Result<void>& done) {
                if (!done)
                    return dialog->tell({}, {bridge::wordsOf(done.error())}, false);
                tell(done,
                     tr("%1: %2.", "service, state")
                         .arg(words::component(component), words::state(to)));
                dialog->accept();
            });
    });
    dialog->open();
    reason->setFocus();
    dialog->changed();
}

void SystemPage::askNextMove()
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr || !row->kind)
        return;
    // Escalating comes last: the other way is that it is repaired.
    if (const auto ways = waysByHand(row->state); !ways.empty())
        askMove(ways.front());
}

void SystemPage::askMaintenance()
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr)
        return;
    auto* dialog = new OrderDialog(tr("Maintenance of %1").arg(words::component(row->component)),
                                   tr("Begin"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* span = new QComboBox;
    for (const std::int64_t each : kSpans)
        span->addItem(numbers::duration(each), QVariant::fromValue<qint64>(each));
    span->setCurrentIndex(kUsualSpan);
    dialog->addField(tr("How long"), span);
    auto* reason = dialog->addLine(tr("Reason"), QString(), tr("What is worked on"));
    dialog->setCheck([dialog, reason] {
        const bool isSaid = !reason->text().trimmed().isEmpty();
        dialog->tell({tr("Its alerts raise no fault, nothing is tried by itself, and nobody is "
                         "called.")},
                     isSaid ? QStringList() : QStringList{tr("Say why.")}, isSaid);
    });
    dialog->setOrder([this, dialog, reason, span, component = row->component] {
        const TimeMs until = m_snapshot->faults->at + span->currentData().toLongLong();
        client().ask(
            dialog,
            [component, until,
             note = reason->text().trimmed().toStdString()](runtime::Engine& engine) {
                return engine.faults().maintain(component, until, bridge::personName(), note);
            },
            [this, dialog, component](const Result<void>& done) {
                if (!done)
                    return dialog->tell({}, {bridge::wordsOf(done.error())}, false);
                tell(done, tr("Maintenance of %1 has begun.").arg(words::component(component)));
                dialog->accept();
            });
    });
    dialog->open();
    reason->setFocus();
    dialog->changed();
}

void SystemPage::endMaintenance()
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr)
        return;
    client().ask(
        this,
        [component = row->component](runtime::Engine& engine) {
            return engine.faults().endMaintenance(component, bridge::personName());
        },
        [this](const Result<void>& done) { tell(done, tr("The maintenance has ended.")); });
}

void SystemPage::pauseSource(const QString& name, bool pause)
{
    client().ask(
        this,
        [source = name.toStdString(), pause](runtime::Engine& engine) {
            return engine.pipeline().pauseSource(source, pause);
        },
        [this, name, pause](const Result<void>& done) {
            tell(done, pause ? tr("%1 is paused.").arg(name) : tr("%1 is read again.").arg(name));
        });
}

std::optional<bridge::CommandState> SystemPage::commandState(const QString& id) const
{
    static const QStringList always{
        QStringLiteral("system.policy"), QStringLiteral("system.restoreDay"),
        QStringLiteral("system.services"), QStringLiteral("system.sources"),
        QStringLiteral("system.store")};
    if (id == u"system.moveNow")
        return bridge::CommandState{
            true, {}, {}, m_store->isMoving() ? tr("Cancel moving old events") : QString()};
    if (always.contains(id))
        return bridge::CommandState{};
    if (id == u"system.pauseSource") {
        const auto* source = section() == Section::Sources ? m_sources->selected() : nullptr;
        const bool may = source != nullptr && source->mayPause;
        return bridge::CommandState{may, may ? QString() : tr("Select a file first."), {}, {}};
    }
    return serviceState(id);
}

/// Of the commands for the selected service.
std::optional<bridge::CommandState> SystemPage::serviceState(const QString& id) const
{
    static const QStringList known{QStringLiteral("system.acknowledge"),
                                   QStringLiteral("system.move"), QStringLiteral("system.maintain"),
                                   QStringLiteral("system.endMaintenance")};
    if (!known.contains(id))
        return std::nullopt;
    const ServiceRow* row = section() == Section::Services ? m_services->selected() : nullptr;
    if (row == nullptr)
        return bridge::CommandState{false, tr("Select a service first."), {}, {}};
    const auto only = [](bool may, const QString& why) {
        return bridge::CommandState{may, may ? QString() : why, {}, {}};
    };
    if (id == u"system.acknowledge")
        return only(row->isRaised && row->acknowledgedBy.empty(), tr("Nothing waits for it."));
    if (id == u"system.endMaintenance")
        return only(row->work.has_value(), tr("Nobody works on it."));
    if (id == u"system.maintain")
        return bridge::CommandState{};
    const bool may = row->kind && !waysByHand(row->state).empty();
    auto state = only(may, tr("It moves by itself, or nothing is wrong."));
    if (may)
        state.text = words::move(waysByHand(row->state).front());
    return state;
}

void SystemPage::runCommand(const QString& id)
{
    if (id == u"system.acknowledge")
        acknowledge();
    else if (id == u"system.move")
        askNextMove();
    else if (id == u"system.maintain")
        askMaintenance();
    else if (id == u"system.endMaintenance")
        endMaintenance();
    else if (id == u"system.services")
        showSection(Section::Services);
    else if (id == u"system.sources")
        showSection(Section::Sources);
    else if (id == u"system.store")
        showSection(Section::Store);
    else if (id == u"system.policy")
        editPolicy();
    else if (id == u"system.moveNow")
        moveNow();
    else if (id == u"system.restoreDay")
        askRestore();
    else if (const auto* source = m_sources->selected(); id == u"system.pauseSource" && source)
        pauseSource(QString::fromStdString(source->name), !source->isPaused);
}

} // namespace gavel::system_page
