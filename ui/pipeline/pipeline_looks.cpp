// SPDX-License-Identifier: GPL-3.0-or-later
// What the page asks the desk again and again while it is seen.
#include "ui/pipeline/batches/batches_view.h"
#include "ui/pipeline/dead/dead_panel.h"
#include "ui/pipeline/deliveries/deliveries.h"
#include "ui/pipeline/pipeline_page.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/pipeline/rules_view.h"
#include "ui/pipeline/sources_panel.h"
#include "ui/pipeline/stages_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"

namespace gavel::pipeline_page {

namespace numbers = widgets::numbers;
using runtime::DeadLetter;
using runtime::DeadPage;
using runtime::PipelineDesk;

namespace {

constexpr std::size_t kBatchesListed = 500;
constexpr std::size_t kMostStepped = 2000; ///< letters with one reason that one can step through

} // namespace

void PipelinePage::look()
{
    if (!isVisible())
        return;
    if (!m_flowTurn.wasAsked())
        for (widgets::Panel* panel : QList<widgets::Panel*>{m_stages, m_sources, m_dead, m_repair})
            panel->startLoading(tr("Asking the pipeline…"));
    if (m_flowTurn.isDue())
        lookAtFlow();
    if (m_deadTurn.isDue())
        lookAtDead();
    if (m_stages->view() == StagesPanel::Batches && m_batchTurn.isDue())
        lookAtBatches();
    if (m_stages->view() == StagesPanel::Rules && m_ruleTurn.isDue())
        lookAtRules();
    if (m_stages->view() == StagesPanel::Deliveries && m_deliveries->isDue())
        m_deliveries->look();
}

void PipelinePage::lookAtFlow()
{
    if (!m_flowTurn.begin())
        return;
    m_pipeline.ask(
        this,
        [](PipelineDesk& desk) {
            return Flow{desk.status(), desk.sources(), desk.replay()};
        },
        [this](const Flow& flow) {
            const bool again = m_flowTurn.end();
            showFlow(flow);
            if (again)
                lookAtFlow();
        });
}

void PipelinePage::showFlow(const Flow& flow)
{
    m_status = flow.status;
    m_replay = flow.replay;
    m_rates.look(flow.status, flow.sources);
    m_stages->setStatus(flow.status, m_rates, m_utcOffset);
    m_sources->setSources(flow.sources, m_rates, flow.status.at);
    const auto share
        = numbers::ratio(static_cast<double>(m_replay.done), static_cast<double>(m_replay.total));
    m_replayButton->setText(m_replay.isRunning && share
                                ? tr("Replay, %1").arg(numbers::percent(*share, 0))
                                : tr("Replay…"));
}

void PipelinePage::lookAtDead()
{
    if (!m_deadTurn.begin())
        return;
    m_pipeline.ask(
        this,
        [query = m_dead->query()](PipelineDesk& desk) {
            return std::pair(desk.deadLetters(query), desk.status());
        },
        [this](const std::pair<DeadPage, runtime::PipelineStatus>& look) {
            const bool again = m_deadTurn.end();
            m_dead->setPage(look.first, look.second.deadLetters, look.second.at, m_utcOffset);
            if (m_dead->current() == nullptr)
                m_repair->setLook({}, m_utcOffset);
            if (again)
                lookAtDead();
        });
}

/// The letter at a place among those of a row's rule; edits only of the letter they were made for.
RepairLook PipelinePage::answer(const PipelineDesk& desk, const LetterQuestion& question)
{
    RepairLook look;
    look.count = question.row.count;
    std::uint64_t id = question.row.letter;
    if (id == 0) {
        runtime::DeadQuery query = question.query;
        query.rule = question.row.rule.toStdString();
        query.most = kMostStepped;
        for (const DeadLetter& letter : desk.deadLetters(query).letters) {
            id = letter.id;
            if (look.place == question.place)
                break;
            ++look.place;
        }
    }
    auto letter = desk.deadLetter(id);
    if (!letter)
        return look;
    look.letter = std::move(*letter);
    look.verdict = desk.tryRepair(
        id, question.edited == id ? question.edits : std::vector<runtime::FieldEdit>{});
    if (auto batch = desk.batch(look.letter->batch))
        look.batch = std::move(*batch);
    return look;
}

void PipelinePage::lookAtLetter()
{
    const DeadRow* row = m_dead->current();
    if (row == nullptr)
        return m_repair->setLook({}, m_utcOffset);
    if (!m_letterTurn.begin())
        return;
    LetterQuestion question{m_dead->query(), *row, m_letterPlace,
                            m_repair->letter() ? m_repair->letter()->id : 0, m_repair->edits()};
    m_pipeline.ask(
        this,
        [question = std::move(question)](PipelineDesk& desk) { return answer(desk, question); },
        [this](const RepairLook& look) {
            if (m_letterTurn.end())
                return lookAtLetter(); // of what is typed or selected now
            m_letterPlace = look.place;
            m_repair->setLook(look, m_utcOffset);
            navigator().pageChanged();
        });
}

void PipelinePage::lookAtBatches()
{
    if (!m_batchTurn.begin())
        return;
    m_pipeline.ask(
        this,
        [selected = m_stages->batches().selected()](PipelineDesk& desk) {
            Batches batches{desk.batches(kBatchesListed), {}};
            if (selected != 0)
                if (auto batch = desk.batch(selected))
                    batches.selected = std::move(*batch);
            return batches;
        },
        [this](const Batches& batches) {
            const bool again = m_batchTurn.end();
            m_stages->batches().setBatches(batches.list, m_utcOffset);
            m_stages->batches().setBatch(batches.selected);
            if (again)
                lookAtBatches();
        });
}

void PipelinePage::lookAtRules()
{
    if (!m_ruleTurn.begin())
        return;
    m_pipeline.ask(
        this, [](PipelineDesk& desk) { return desk.rules(); },
        [this](const runtime::RuleSetView& rules) {
            const bool again = m_ruleTurn.end();
            m_stages->rules().setRules(rules, m_utcOffset);
            if (again)
                lookAtRules();
        });
}

} // namespace gavel::pipeline_page
