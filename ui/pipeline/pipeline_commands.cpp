// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the page, and the states it is pictured in.
#include "ui/pipeline/batches/batches_view.h"
#include "ui/pipeline/dead/dead_panel.h"
#include "ui/pipeline/deliveries/dead_deliveries.h"
#include "ui/pipeline/deliveries/deliveries.h"
#include "ui/pipeline/deliveries/subscribers_table.h"
#include "ui/pipeline/pipeline_page.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/pipeline/sources_panel.h"
#include "ui/pipeline/stages_panel.h"

namespace gavel::pipeline_page {

std::optional<bridge::CommandState> PipelinePage::commandState(const QString& id) const
{
    if (m_stages->view() == StagesPanel::Deliveries)
        if (auto state = deliveryState(id))
            return state;
    const bool hasLetters = m_dead->current() != nullptr;
    if (id == u"pipeline.redrive" || id == u"pipeline.discard" || id == u"pipeline.next")
        return bridge::CommandState{hasLetters, tr("No dead letter is selected."), {}, {}};
    if (id == u"pipeline.redriveOne")
        return bridge::CommandState{
            m_repair->isOpen(), tr("No open dead letter is shown."), {}, {}};
    if (id == u"pipeline.raw" || id == u"pipeline.makeRule")
        return bridge::CommandState{
            m_repair->letter().has_value(), tr("No dead letter is shown."), {}, {}};
    if (id == u"pipeline.pauseSource" || id == u"pipeline.removeSource") {
        const runtime::SourceView* source = m_sources->selected();
        return bridge::CommandState{source != nullptr && source->mayPause,
                                    tr("Only a file or an address is read; the others send."),
                                    {},
                                    {}};
    }
    if (id == u"pipeline.clearFilter")
        return bridge::CommandState{
            !m_dead->filter().text().isEmpty(), tr("The filter is empty."), {}, {}};
    const auto isView = [this](StagesPanel::View view) {
        return bridge::CommandState{true, {}, m_stages->view() == view, {}};
    };
    if (id == u"pipeline.flow")
        return isView(StagesPanel::Flow);
    if (id == u"pipeline.states")
        return isView(StagesPanel::Batches);
    if (id == u"pipeline.ruleTable")
        return isView(StagesPanel::Rules);
    if (id == u"pipeline.deliveries")
        return isView(StagesPanel::Deliveries);
    if (id == u"pipeline.sendTest")
        return bridge::CommandState{m_stages->deliveries().subscribers().selected() != nullptr,
                                    tr("No subscriber is selected among the deliveries."),
                                    {},
                                    {}};
    if (id == u"pipeline.rules" || id == u"pipeline.deliveryActs" || id == u"pipeline.feed"
        || id == u"pipeline.replay" || id == u"number.trace" || id == u"filter.open")
        return bridge::CommandState{true, {}, {}, {}};
    return std::nullopt;
}

/// Of the commands that mean deliveries while those are shown.
std::optional<bridge::CommandState> PipelinePage::deliveryState(const QString& id) const
{
    DeadDeliveries& dead = m_stages->deliveries().dead();
    if (id == u"pipeline.redrive" || id == u"pipeline.discard")
        return bridge::CommandState{
            !dead.chosen().empty(), tr("No open dead delivery is selected."), {}, {}};
    if (id == u"pipeline.next")
        return bridge::CommandState{
            dead.current() != nullptr, tr("No dead delivery is listed."), {}, {}};
    return std::nullopt;
}

/// False when it is none of those.
bool PipelinePage::runDelivery(const QString& id)
{
    if (id == u"pipeline.redrive")
        m_deliveries->redrive();
    else if (id == u"pipeline.discard")
        m_deliveries->discard();
    else if (id == u"pipeline.next")
        m_stages->deliveries().dead().selectNext();
    else
        return false;
    return true;
}

void PipelinePage::runCommand(const QString& id)
{
    if (m_stages->view() == StagesPanel::Deliveries && runDelivery(id))
        return;
    const std::array<std::pair<QStringView, std::function<void()>>, 18> actions{{
        {u"pipeline.redrive", [this] { redrive(); }},
        {u"pipeline.redriveOne", [this] { redriveOne(); }},
        {u"pipeline.discard", [this] { discard(); }},
        {u"pipeline.makeRule", [this] { makeRule(); }},
        {u"pipeline.next", [this] { m_dead->selectNext(); }},
        {u"pipeline.raw", [this] { openRaw(); }},
        {u"pipeline.clearFilter", [this] { m_dead->filter().setText({}); }},
        {u"pipeline.rules", [this] { openRules({}); }},
        {u"pipeline.feed", [this] { openFeed(); }},
        {u"pipeline.replay", [this] { openReplay(); }},
        {u"pipeline.flow", [this] { m_stages->showView(StagesPanel::Flow); }},
        {u"pipeline.states", [this] { m_stages->showView(StagesPanel::Batches); }},
        {u"pipeline.ruleTable", [this] { m_stages->showView(StagesPanel::Rules); }},
        {u"pipeline.deliveries", [this] { m_stages->showView(StagesPanel::Deliveries); }},
        {u"pipeline.sendTest", [this] { m_deliveries->sendTest(); }},
        {u"pipeline.deliveryActs", [this] { m_deliveries->showActs(); }},
        {u"number.trace",
         [this] {
             openTrace(m_stages->view() == StagesPanel::Batches ? m_stages->batches().selected()
                                                                : 0);
         }},
        {u"filter.open", [this] { openFilter(); }},
    }};
    for (const auto& [name, action] : actions)
        if (id == name)
            return action();
    const runtime::SourceView* source = m_sources->selected();
    if (id == u"pipeline.pauseSource" && source != nullptr)
        pauseSource(words::of(source->name), !source->isPaused);
    if (id == u"pipeline.removeSource" && source != nullptr)
        removeSource(words::of(source->name));
}

std::vector<bridge::CaptureState> PipelinePage::captureStates()
{
    const auto flow = [this] { m_stages->showView(StagesPanel::Flow); };
    return {{QString(), flow, 4000},
            {QStringLiteral("each"),
             [this] {
                 m_dead->showByRule(false);
                 m_dead->rows().checkAll(true);
             },
             1500},
            {QStringLiteral("filter-wrong"),
             [this] {
                 m_dead->showByRule(true);
                 m_dead->filter().setText(QStringLiteral("state = gone"));
             }},
            {QStringLiteral("filter-hides"),
             [this] { m_dead->filter().setText(QStringLiteral("rule = none")); }, 1000},
            {QStringLiteral("states"),
             [this] {
                 m_dead->filter().setText({});
                 m_stages->showView(StagesPanel::Batches);
             },
             1500},
            {QStringLiteral("rules"), [this] { m_stages->showView(StagesPanel::Rules); }, 1500},
            {QStringLiteral("deliveries"), [this] { m_stages->showView(StagesPanel::Deliveries); },
             1500},
            {QStringLiteral("delivery-acts"), [this] { m_deliveries->showActs(); }, 1000},
            {QStringLiteral("rules-edit"),
             [this, flow] {
                 flow();
                 makeRule();
             },
             1500},
            {QStringLiteral("trace"), [this] { openTrace(0); }},
            {QStringLiteral("feed"), [this] { openFeed(); }},
            {QStringLiteral("replay"), [this] { openReplay(); }, 1000},
            {QStringLiteral("discard"), [this] { discard(); }, 1000}};
}

} // namespace gavel::pipeline_page
