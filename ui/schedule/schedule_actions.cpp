// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do about the schedule: each is listed first, then confirmed, then done.
#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"
#include "ui/schedule/schedule_page.h"
#include "ui/schedule/schedule_words.h"
#include "ui/schedule/task_panel.h"
#include "ui/schedule/tasks_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/numbers.h"

#include <QJsonObject>
#include <QMenu>
#include <QSplitter>

#include <array>

namespace gavel::schedule {

using namespace widgets;

namespace {

constexpr int kLinesListed = 10;

} // namespace

/// Says what would happen; nothing is done yet.
void SchedulePage::order(Order order, std::uint64_t task, const QString& campaign)
{
    client().ask(
        this,
        [order, task, name = campaign.toStdString()](runtime::Engine& engine) {
            const std::array one{task};
            const std::array<std::string, 1> campaigns{name};
            switch (order) {
            case Order::RunNow:
                return engine.schedule().previewRunNow({});
            case Order::RunCampaign:
                return engine.schedule().previewRunNow(campaigns);
            case Order::Retry:
                return engine.schedule().previewRetry(one);
            case Order::Cancel:
                break;
            }
            return engine.schedule().previewCancel(one);
        },
        [this, order, task, campaign](const runtime::CommandPreview& preview) {
            if (!preview.errors.empty())
                navigator().say(bridge::wordsOf(preview.errors.front()));
            else
                confirm(order, task, campaign, preview);
        });
}

void SchedulePage::confirm(Order order, std::uint64_t task, const QString& campaign,
                           const runtime::CommandPreview& preview)
{
    QStringList lines;
    for (const std::string& line : preview.lines) {
        if (lines.size() == kLinesListed) {
            lines << tr("and %1 more").arg(preview.lines.size() - kLinesListed);
            break;
        }
        lines << QString::fromStdString(line);
    }
    if (lines.isEmpty())
        lines << tr("No campaign is due now, so nothing will change.");
    ConfirmDialog::Words words;
    words.title = order == Order::Retry ? tr("Retry the task")
        : order == Order::Cancel        ? tr("Cancel the task")
                                        : tr("Run a round now");
    words.what = lines.join(u'\n');
    words.lost = QString::fromStdString(preview.caution);
    words.button = order == Order::Retry ? tr("Retry")
        : order == Order::Cancel
        ? tr("Cancel the task")
        : tr("Run %n campaign(s)", nullptr, static_cast<int>(preview.objects));
    auto* dialog = new ConfirmDialog(words, this);
    connect(dialog, &QDialog::accepted, this,
            [this, order, task, campaign] { carryOut(order, task, campaign); });
    dialog->open();
}

void SchedulePage::carryOut(Order order, std::uint64_t task, const QString& campaign)
{
    client().ask(
        this,
        [order, task, name = campaign.toStdString()](runtime::Engine& engine) -> Result<void> {
            const std::array one{task};
            const std::array<std::string, 1> campaigns{name};
            switch (order) {
            case Order::RunNow:
                return engine.schedule().runNow({}, bridge::personName());
            case Order::RunCampaign:
                return engine.schedule().runNow(campaigns, bridge::personName());
            case Order::Retry:
                return engine.schedule().retry(one, bridge::personName());
            case Order::Cancel:
                break;
            }
            return engine.schedule().cancel(one, bridge::personName());
        },
        [this](const Result<void>& done) {
            navigator().say(done ? tr("Done.") : bridge::wordsOf(done.error()));
            look();
        });
}

void SchedulePage::showMenu(const QPoint& globalPosition)
{
    const auto& task = m_detail->task();
    if (!task || task->row.id != m_task)
        return;
    const QString campaign = QString::fromStdString(task->row.campaignId);
    const QString name = QString::fromStdString(task->row.campaignName);
    QMenu menu(this);
    QAction* const retry = menu.addAction(tr("Retry…"));
    QAction* const cancel = menu.addAction(tr("Cancel…"));
    QAction* const run = menu.addAction(tr("Run a round of %1 now…").arg(name));
    menu.addSeparator();
    QAction* const open = menu.addAction(tr("Open %1 in Campaigns").arg(name));
    retry->setEnabled(task->mayRetry);
    cancel->setEnabled(task->mayCancel);
    const QAction* const chosen = menu.exec(globalPosition);
    if (chosen == retry)
        order(Order::Retry, m_task, {});
    else if (chosen == cancel)
        order(Order::Cancel, m_task, {});
    else if (chosen == run)
        order(Order::RunCampaign, 0, campaign);
    else if (chosen == open)
        navigator().openCampaign(campaign);
}

void SchedulePage::showCalendar()
{
    QMenu menu(this);
    for (const runtime::ComingRound& round : m_coming)
        menu.addAction(QStringLiteral("%1   %2").arg(
                           numbers::dateTime(round.at.value, m_snapshot->utcOffsetMinutes),
                           words::coming(round)))
            ->setEnabled(false);
    if (m_coming.empty())
        menu.addAction(tr("No round is to come."))->setEnabled(false);
    menu.exec(m_calendar->mapToGlobal(QPoint(0, m_calendar->height() + 2)));
}

std::optional<bridge::CommandState> SchedulePage::commandState(const QString& id) const
{
    const auto& task = m_detail->task();
    if (id == u"schedule.runNow")
        return bridge::CommandState{runs(), tr("No market runs."), {}, {}};
    if (id == u"schedule.retry")
        return bridge::CommandState{
            task && task->mayRetry, tr("Only a failed task is retried by hand."), {}, {}};
    if (id == u"schedule.cancel")
        return bridge::CommandState{task && task->mayCancel,
                                    tr("It has ended, or an ad server has its quota already."),
                                    {},
                                    {}};
    if (id == u"schedule.newest")
        return bridge::CommandState{m_round != 0, tr("The newest round is shown."), {}, {}};
    if (id == u"filter.open")
        return bridge::CommandState{true, {}, {}, {}};
    return std::nullopt;
}

void SchedulePage::runCommand(const QString& id)
{
    if (id == u"schedule.runNow")
        order(Order::RunNow, 0, {});
    else if (id == u"schedule.retry")
        order(Order::Retry, m_task, {});
    else if (id == u"schedule.cancel")
        order(Order::Cancel, m_task, {});
    else if (id == u"schedule.newest")
        stepBack();
    else if (id == u"filter.open")
        openFilter();
}

bool SchedulePage::openFilter()
{
    m_tasks->filter().takeFocus();
    return true;
}

bool SchedulePage::stepBack()
{
    if (!m_tasks->filter().text().isEmpty()) {
        m_tasks->filter().setText({});
        look();
        return true;
    }
    if (m_round == 0)
        return false;
    m_round = 0;
    m_rounds.clear();
    look();
    return true;
}

void SchedulePage::open(const bridge::Destination& destination)
{
    if (destination.kind == u"filter")
        m_tasks->filter().setText(destination.value);
    else if (destination.kind == u"campaign")
        m_campaign = destination.value;
    look();
}

bridge::Destination SchedulePage::place() const
{
    const QString filter = m_tasks->filter().text();
    return filter.isEmpty() ? Page::place()
                            : bridge::Destination{info().id, QStringLiteral("filter"), filter};
}

QJsonObject SchedulePage::saveState() const
{
    return {{QStringLiteral("columns"), m_tasks->table().saveColumns()},
            {QStringLiteral("filter"), m_tasks->filter().text()},
            {QStringLiteral("notDone"), m_tasks->query().notDoneOnly}};
}

void SchedulePage::restoreState(const QJsonObject& state)
{
    m_tasks->table().restoreColumns(state.value(QStringLiteral("columns")).toString());
    m_tasks->filter().setText(state.value(QStringLiteral("filter")).toString());
    m_tasks->setNotDoneOnly(state.value(QStringLiteral("notDone")).toBool());
}

std::vector<bridge::CaptureState> SchedulePage::captureStates()
{
    return {
        bridge::CaptureState{},
        {QStringLiteral("filter"),
         [this] { m_tasks->filter().setText(QStringLiteral("state = completed and priority")); }},
        {QStringLiteral("steps"), [this] {
             m_tasks->filter().setText({});
             m_detail->showView(2);
         }}};
}

} // namespace gavel::schedule
