// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/schedule_page.h"

#include "ui/schedule/diagram_panel.h"
#include "ui/schedule/quota_panel.h"
#include "ui/schedule/schedule_words.h"
#include "ui/schedule/state_diagram.h"
#include "ui/schedule/task_panel.h"
#include "ui/schedule/tasks_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSplitter>

namespace gavel::schedule {

using namespace widgets;

namespace {

constexpr int kNarrowWidth = 1260;
constexpr int kWideWidth = 1900;
constexpr int kLookEveryMs = 500;
constexpr std::size_t kRoundsListed = 60;

} // namespace

SchedulePage::SchedulePage(bridge::EngineClient& client, bridge::Navigator& navigator,
                           QWidget* parent)
    : Page(client, navigator, parent)
    , m_next(new ElidedLabel(TextRole::Body, Token::T2, this))
    , m_roundBox(new QComboBox(this))
    , m_calendar(new Button(QString(), Button::Kind::Normal, this))
    , m_runNow(new Button(QString(), Button::Kind::Normal, this))
    , m_diagram(new DiagramPanel)
    , m_tasks(new TasksPanel)
    , m_quota(new QuotaPanel)
    , m_detail(new TaskPanel)
    , m_all(new QuotaPanel)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_left(new QSplitter(Qt::Vertical))
    , m_right(new QSplitter(Qt::Vertical))
    , m_lower(new PanelGroup(Qt::Horizontal))
{
    build();
    connectPanels();
    for (Panel* panel : QList<Panel*>{m_diagram, m_tasks, m_quota, m_detail})
        panel->setPeriod(4 * kLookEveryMs);
    arrange();
}

void SchedulePage::build()
{
    m_runNow->setIconName(QStringLiteral("play"));
    m_calendar->setIconName(QStringLiteral("calendar"));
    m_calendar->setOpensMenu(true);
    m_roundBox->setMinimumWidth(150);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    for (QSplitter* splitter : {m_columns, m_left, m_right}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_left->addWidget(m_diagram);
    m_left->addWidget(m_tasks);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_right);
    m_columns->addWidget(m_all);
    m_columns->setStretchFactor(0, 1);
    m_right->addWidget(m_lower);
    m_all->keepAll();
    column->addWidget(m_columns, 1);
}

void SchedulePage::connectPanels()
{
    connect(
        &m_diagram->diagram(), &StateDiagram::stateChosen, this, [this](model::TaskState state) {
            const std::string_view name = model::kTaskStateNames[static_cast<std::size_t>(state)];
            m_tasks->setNotDoneOnly(false);
            m_tasks->filter().setText(
                QStringLiteral("state = %1")
                    .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
            look();
        });
    connect(m_tasks, &TasksPanel::queryChanged, this, &SchedulePage::look);
    connect(m_tasks, &TasksPanel::selectedChanged, this, [this](std::uint64_t task) {
        m_task = task;
        m_campaign.clear();
        look();
        navigator().pageChanged();
    });
    connect(m_tasks, &TasksPanel::campaignWanted, this,
            [this](const QString& campaign) { navigator().openCampaign(campaign); });
    connect(m_tasks, &TasksPanel::menuWanted, this, &SchedulePage::showMenu);
    connect(m_detail, &TaskPanel::retryWanted, this,
            [this](std::uint64_t task) { order(Order::Retry, task, {}); });
    connect(m_detail, &TaskPanel::cancelWanted, this,
            [this](std::uint64_t task) { order(Order::Cancel, task, {}); });
    for (QuotaPanel* panel : {m_quota, m_all})
        connect(panel, &QuotaPanel::campaignChosen, this, [this](const QString& campaign) {
            m_campaign = campaign;
            look();
        });
    connect(m_roundBox, &QComboBox::activated, this, &SchedulePage::chooseRound);
    connect(m_runNow, &QPushButton::clicked, this, [this] { order(Order::RunNow, 0, {}); });
    connect(m_calendar, &QPushButton::clicked, this, &SchedulePage::showCalendar);
}

/// Where the page is narrow the quota is a tab of the task; where it is wide all quota has a
/// column.
void SchedulePage::arrange()
{
    if (m_narrow) {
        m_lower->setPanels({m_detail, m_quota}, true);
    } else {
        m_lower->setPanels({m_detail}, false);
        m_right->insertWidget(0, m_quota);
        m_quota->show();
    }
    m_all->setVisible(m_wide);
    resetLayout();
}

void SchedulePage::resetLayout()
{
    m_columns->setSizes(m_wide ? QList<int>{1100, 640, 640}
                               : QList<int>{804, m_narrow ? 420 : 470});
    m_left->setSizes({m_narrow ? 250 : 300, 469});
    m_right->setSizes({300, 469});
}

void SchedulePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrowWidth;
    const bool wide = width() >= kWideWidth;
    if (narrow == m_narrow && wide == m_wide)
        return;
    m_narrow = narrow;
    m_wide = wide;
    arrange();
}

bridge::PageInfo SchedulePage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("schedule");
    page.icon = QStringLiteral("schedule");
    page.title = tr("Schedule");
    if (!runs())
        page.sentence = tr("No market runs, so nothing is scheduled.");
    else if (!m_policy)
        page.sentence = tr("One task for each campaign and round: collect, settle, distribute.");
    else
        page.sentence
            = tr("A task for each campaign and round. Ended ones stay for %1, failed ones for %2.")
                  .arg(keptFor(m_policy->dropTasksAfterDays),
                       keptFor(m_policy->dropFailedTasksAfterDays));
    return page;
}

QString SchedulePage::keptFor(std::int32_t days)
{
    return days > 0 ? tr("%n day(s)", nullptr, days) : tr("ever");
}

bool SchedulePage::runs() const
{
    return m_snapshot && m_snapshot->schedule.running;
}

void SchedulePage::retranslate()
{
    m_runNow->setText(tr("Run now…"));
    m_runNow->setKeyHint(QStringLiteral("R"));
    m_calendar->setText(tr("Calendar"));
    m_roundBox->setAccessibleName(tr("Round"));
    m_diagram->retranslate();
    m_tasks->retranslate();
    m_quota->retranslate();
    m_all->retranslate();
    m_detail->retranslate();
    m_lower->retranslate();
    m_rounds.clear();
    if (m_snapshot)
        look();
}

QList<QWidget*> SchedulePage::headerActions()
{
    return {m_next, m_roundBox, m_calendar, m_runNow};
}

void SchedulePage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const bool ran = runs();
    m_snapshot = snapshot;
    showNextRound();
    if (ran != runs())
        navigator().pageChanged();
    if (!m_sinceLook.isValid() || m_sinceLook.elapsed() >= kLookEveryMs)
        look();
}

/// Asks for everything that is shown; one question at a time.
void SchedulePage::look()
{
    if (!m_snapshot)
        return;
    if (!runs())
        return showStopped();
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_sinceLook.start();
    runtime::TaskQuery query = m_tasks->query();
    const bool all = m_wide || m_quota->showsAll();
    client().ask(
        this,
        [query, all, round = m_round, task = m_task,
         campaign = m_campaign.toStdString()](runtime::Engine& engine) mutable {
            const runtime::ScheduleDesk& desk = engine.schedule();
            Look look;
            look.rounds = desk.rounds();
            if (!look.rounds.empty())
                query.round = round != 0 ? round : look.rounds.front().number;
            look.tasks = desk.tasks(query);
            look.coming = desk.coming();
            if (auto policy = engine.storage().policy())
                look.policy = std::move(*policy);
            if (all)
                look.flows = desk.quotas();
            if (auto detail = desk.task(task))
                look.task = std::move(*detail);
            const std::string owner
                = campaign.empty() && look.task ? look.task->row.campaignId : campaign;
            if (auto flow = desk.quota(owner))
                look.flow = std::move(*flow);
            return look;
        },
        [this](const Look& look) {
            m_asking = false;
            showLook(look);
            if (m_askAgain) {
                m_askAgain = false;
                this->look();
            }
        });
}

void SchedulePage::showLook(const Look& look)
{
    if (!runs())
        return showStopped();
    if (look.policy != m_policy) {
        m_policy = look.policy;
        navigator().pageChanged();
    }
    showRounds(look.rounds);
    m_coming = look.coming;
    m_tasks->setComing(look.coming, m_snapshot->now.value, m_snapshot->utcOffsetMinutes);
    if (look.tasks) {
        m_tasks->clearError();
        m_tasks->setTasks(*look.tasks);
    } else {
        m_tasks->setError({QString::fromStdString(look.tasks.error().where),
                           QString::fromStdString(look.tasks.error().what),
                           QString::fromStdString(look.tasks.error().advice),
                           {},
                           {}});
    }
    showTask(look);
    showFailures(look);
    for (QuotaPanel* panel : {m_all, m_quota})
        if (panel->showsAll())
            panel->setAll(look.flows);
}

void SchedulePage::showTask(const Look& look)
{
    m_detail->setTask(look.task, m_snapshot->utcOffsetMinutes);
    m_diagram->setTask(look.task ? &*look.task : nullptr);
    m_quota->setFlow(look.flow, m_snapshot->utcOffsetMinutes);
}

/// The list follows the newest round until another is chosen.
void SchedulePage::showRounds(const std::vector<runtime::RoundView>& rounds)
{
    const bool same = m_rounds.size() == rounds.size() && !rounds.empty()
        && m_rounds.front().number == rounds.front().number;
    m_rounds = rounds;
    const runtime::RoundView* shown = m_rounds.empty() ? nullptr : &m_rounds.front();
    for (const runtime::RoundView& round : m_rounds)
        if (round.number == m_round)
            shown = &round;
    if (shown == nullptr) {
        m_diagram->setEmpty(tr("No round has begun yet."));
        return;
    }
    if (m_round != 0 && shown->number != m_round)
        m_round = 0; // it is not kept any more
    const int offset = m_snapshot->utcOffsetMinutes;
    m_diagram->setRound(*shown, m_snapshot->now.value, offset);
    if (same || m_roundBox->view()->isVisible())
        return;
    m_roundBox->clear();
    m_roundBox->addItem(tr("Newest round"), 0);
    for (std::size_t i = 0; i < std::min(m_rounds.size(), kRoundsListed); ++i)
        m_roundBox->addItem(roundName(m_rounds[i], offset),
                            QVariant::fromValue<qulonglong>(m_rounds[i].number));
    m_roundBox->setCurrentIndex(
        std::max(m_roundBox->findData(QVariant::fromValue<qulonglong>(m_round)), 0));
}

void SchedulePage::chooseRound(int index)
{
    m_round = m_roundBox->itemData(index).toULongLong();
    look();
}

/// What stopped, in the words of the failures themselves, each said once.
void SchedulePage::showFailures(const Look& look)
{
    QStringList said;
    if (look.tasks)
        for (const runtime::TaskRow& row : look.tasks->rows) {
            const QString why = QString::fromStdString(row.failure);
            if (row.state == model::TaskState::Failed && !why.isEmpty() && !said.contains(why))
                said << why;
        }
    m_diagram->diagram().setFailureWords(said.join(QStringLiteral(" · ")));
}

void SchedulePage::showNextRound()
{
    if (!runs()) {
        m_next->setText({});
        return;
    }
    const runtime::ScheduleStatus& schedule = m_snapshot->schedule;
    if (!schedule.problem.empty()) {
        m_next->setText(QString::fromStdString(schedule.problem));
        m_next->setToken(Token::Bad);
        return;
    }
    m_next->setToken(Token::T2);
    const std::int64_t left
        = std::max<std::int64_t>(schedule.nextRound.value - m_snapshot->now.value, 0);
    m_next->setText(tr("Next round %1, %2", "time, how long from now")
                        .arg(numbers::time(schedule.nextRound.value, m_snapshot->utcOffsetMinutes),
                             numbers::duration(left / base::kSecondMs * base::kSecondMs)));
}

void SchedulePage::showStopped()
{
    m_sinceLook.start();
    m_rounds.clear();
    m_roundBox->clear();
    const QString sentence = tr("No market runs. Choose a scenario in Training, or go live.");
    m_diagram->setEmpty(sentence, tr("Open Training"),
                        [this] { navigator().openPage(QStringLiteral("training")); });
    m_tasks->setNothing(tr("Tasks appear with the first round of a market."));
    m_detail->setTask(std::nullopt, 0);
    m_quota->setFlow(std::nullopt, 0);
    m_quota->setAll({});
    m_all->setAll({});
}

} // namespace gavel::schedule
