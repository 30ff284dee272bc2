// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/plan_panel.h"

#include "ui/bridge/plan_today.h"
#include "ui/campaigns/campaign_cells.h"
#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QDateTime>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr std::size_t kPoints = 289; ///< every five minutes of a day
constexpr std::int64_t kAskEveryMs = 1000;

} // namespace

PlanPanel::PlanPanel(bridge::EngineClient& client, QWidget* parent)
    : Panel(QString(), parent)
    , m_client(client)
    , m_chart(new LineChart(QString()))
    , m_table(new ChartTable(QString()))
    , m_stack(new QStackedWidget)
    , m_numbers(new PlanNumbers)
{
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    row->addWidget(m_stack, 1);
    row->addWidget(m_numbers);
    setBody(body);
    setPeriod(kAskEveryMs);
    m_chart->setFormat([](double value) { return numbers::decimal(value, 0); });
    retranslate();
}

void PlanPanel::retranslate()
{
    setTitle(tr("Plan against actual"));
    m_chart->setAccessibleName(tr("Plan against actual"));
    m_table->setAccessibleName(tr("Plan against actual"));
    setCampaign(m_campaign ? &*m_campaign : nullptr);
}

void PlanPanel::setCampaign(const model::Campaign* live)
{
    m_campaign = live ? std::optional(*live) : std::nullopt;
    if (!m_campaign) {
        setCaption(QString());
        setEmpty(tr("No running campaign is selected."));
        return;
    }
    clearEmpty();
    m_askedAt = 0;
    if (m_snapshot)
        setSnapshot(m_snapshot);
}

const runtime::CampaignView* PlanPanel::view() const
{
    if (!m_snapshot || !m_campaign)
        return nullptr;
    for (const runtime::CampaignView& view : m_snapshot->campaigns) {
        if (view.id == m_campaign->id)
            return &view;
    }
    return nullptr;
}

void PlanPanel::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (!m_campaign || !isVisible() || snapshot->wallMs - m_askedAt < kAskEveryMs)
        return;
    m_askedAt = snapshot->wallMs;
    setCaption(tr("%1, today, %2, as of %3", "campaign, currency, time")
                   .arg(QString::fromStdString(m_campaign->name),
                        QString::fromUtf8(snapshot->currency.code, 3),
                        numbers::time(snapshot->now.value, snapshot->utcOffsetMinutes)));
    showNumbers();
    ask();
}

/// From midnight to midnight in the campaign's own zone.
PlanPanel::Day PlanPanel::dayOf(std::int64_t now) const
{
    const QTimeZone zone = zoneOf(m_campaign->timeZone);
    const QDate day = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    return {day.startOfDay(zone).toMSecsSinceEpoch(),
            day.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

void PlanPanel::ask()
{
    const quint64 question = ++m_question;
    const Day day = dayOf(m_snapshot->now.value);
    using Lines = std::pair<std::vector<double>, std::vector<double>>;
    m_client.ask(
        this,
        [campaign = *m_campaign, day](runtime::Engine& engine) {
            Lines lines;
            lines.first = engine.plannedSpend(campaign, TimeMs{day.from}, TimeMs{day.to}, kPoints);
            const auto series = engine.series({{"campaign." + campaign.id + ".spent"},
                                               TimeMs{day.from},
                                               TimeMs{day.to},
                                               kPoints});
            if (!series.empty())
                lines.second = series.front().values;
            return lines;
        },
        [this, question, day](const Lines& lines) {
            if (question == m_question)
                showLines(day, lines.first, lines.second);
        });
}

void PlanPanel::showLines(const Day& day, const std::vector<double>& plan,
                          const std::vector<double>& spent)
{
    const int offset = zoneOf(m_campaign->timeZone)
                           .offsetFromUtc(QDateTime::fromMSecsSinceEpoch(day.from, Qt::UTC))
        / 60;
    m_chart->setUtcOffset(offset);
    m_chart->setRange(day.from, day.to);
    std::vector<ChartLine> lines;
    if (!plan.empty()) {
        ChartLine line;
        line.name = tr("Plan");
        line.values = plan;
        line.token = Token::T1;
        line.style = Qt::DashLine;
        lines.push_back(std::move(line));
    }
    ChartLine actual;
    actual.name = tr("Actual");
    actual.values = spent;
    actual.area = true;
    actual.selected = true;
    lines.push_back(std::move(actual));
    m_table->lines().setLines(day.from, day.to, offset, lines,
                              [](double value) { return numbers::decimal(value, 2); });
    m_chart->setLines(std::move(lines));
    std::vector<ChartLimit> limits;
    if (m_campaign->budgetDay > Money{})
        limits.push_back({static_cast<double>(m_campaign->budgetDay.micros) / 1e6,
                          tr("day budget %1").arg(fieldText(Field::DayBudget, *m_campaign)),
                          Token::T2});
    m_chart->setLimits(std::move(limits));
    m_chart->setMoments(
        {{m_snapshot->now.value,
          tr("now %1").arg(numbers::timeShort(m_snapshot->now.value, offset)), Mark::None}});
    touch();
}

void PlanPanel::showNumbers()
{
    const runtime::CampaignView* now = view();
    m_numbers->setRows(now ? rowsOf(*now) : std::vector<PlanNumbers::Row>{});
    m_numbers->setToolTip(now ? QString::fromStdString(now->quotaNote) : QString());
}

/// What was spent, what ad servers may still spend and what nobody has been given make the budget.
std::vector<PlanNumbers::Row> PlanPanel::rowsOf(const runtime::CampaignView& now) const
{
    const auto amount = [](Money money) { return numbers::amount(money.micros, 2); };
    std::vector<PlanNumbers::Row> rows;
    rows.push_back({tr("Spent"), amount(now.spentToday), false, false});
    rows.push_back({tr("Held as quota"), amount(now.quotaHeld), false, false});
    if (now.budgetDay > Money{}) {
        rows.push_back(
            {tr("Free"), amount(now.budgetDay - now.spentToday - now.quotaHeld), false, false});
        rows.push_back({tr("Day budget"), amount(now.budgetDay), true, false});
    }
    if (const std::optional<double> share = toPlan(now))
        rows.push_back({tr("To plan now"), numbers::change(*share), false, bridge::isBehind(now)});
    if (now.budgetDay > Money{})
        rows.push_back({tr("Used up"), usedUp(now), false, false});
    rows.push_back({tr("Pacing"), words::pacing(now.pacing), false, !now.quotaNote.empty()});
    rows.push_back({tr("Lost to pacing, in all"), amount(now.valueLost), false, false});
    return rows;
}

/// When the day budget ends at the pace of now.
QString PlanPanel::usedUp(const runtime::CampaignView& now) const
{
    if (now.spentToday >= now.budgetDay)
        return tr("by now");
    if (now.budgetEnds == TimeMs{})
        return tr("not today");
    const QTimeZone zone = zoneOf(m_campaign->timeZone);
    const int offset
        = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(now.budgetEnds.value, Qt::UTC)) / 60;
    return tr("at %1", "time").arg(numbers::timeShort(now.budgetEnds.value, offset));
}

bool PlanPanel::showsTable() const
{
    return m_stack->currentWidget() == m_table;
}

void PlanPanel::toggleTable()
{
    m_stack->setCurrentIndex(showsTable() ? 0 : 1);
}

} // namespace gavel::campaigns
