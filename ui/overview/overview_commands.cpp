// SPDX-License-Identifier: GPL-3.0-or-later
// The page's keys, what it remembers, and its states worth a picture.
#include "ui/overview/alerts/alerts_panel.h"
#include "ui/overview/explore/explore_panel.h"
#include "ui/overview/latency_panel.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/range_bar.h"
#include "ui/overview/throughput_panel.h"
#include "ui/overview/tile_row.h"
#include "ui/overview/verdict_bar.h"
#include "ui/widgets/panel/panel_group.h"

#include <QApplication>
#include <QSplitter>

namespace gavel::overview {

using namespace widgets;

namespace {

QString textOf(const QSplitter& splitter)
{
    return QString::fromLatin1(splitter.saveState().toBase64());
}

void restore(QSplitter& splitter, const QJsonValue& value)
{
    const QByteArray state = QByteArray::fromBase64(value.toString().toLatin1());
    if (!state.isEmpty())
        splitter.restoreState(state);
}

} // namespace

std::optional<bridge::CommandState> OverviewPage::commandState(const QString& id) const
{
    const bool running = m_snapshot && m_snapshot->mode != runtime::MarketMode::Stopped;
    const QString stopped = tr("No market runs.");
    if (id == u"range.earlier")
        return bridge::CommandState{running, stopped, {}, {}};
    if (id == u"chart.table")
        return exploresInFront()
            ? bridge::CommandState{true, {}, m_explore->showsTable(), {}}
            : bridge::CommandState{running, stopped, m_throughput->showsTable(), {}};
    if (id == u"explore.open")
        return bridge::CommandState{};
    if (id == u"explore.copy")
        return bridge::CommandState{
            m_explore->rows().rowCount() > 0, tr("The explorer shows nothing."), {}, {}};
    if (id == u"range.later" || id == u"range.out" || id == u"market.live")
        return bridge::CommandState{running && !m_range.follows(),
                                    running ? tr("The charts show the present.") : stopped,
                                    {},
                                    {}};
    if (id == u"need.next" || id == u"need.previous")
        return bridge::CommandState{!m_verdict->needs().empty(), tr("Nothing needs you."), {}, {}};
    if (id.startsWith(u"alert."))
        return alertState(id);
    if (id == u"number.trace")
        return traceState();
    if (id.startsWith(u"mark.") || id == u"row.mark" || id == u"edit.undo" || id == u"edit.redo")
        return markState(id);
    if (id == u"market.pause")
        return running ? pauseState() : bridge::CommandState{false, stopped, {}, {}};
    return std::nullopt;
}

bridge::CommandState OverviewPage::pauseState() const
{
    const bool simulated = m_snapshot->mode == runtime::MarketMode::Simulation;
    const bool repeats = m_snapshot->replayTo > 0;
    return {simulated && !repeats,
            repeats ? tr("The run is being repeated.") : tr("Real traffic does not pause."),
            {},
            {}};
}

bridge::CommandState OverviewPage::traceState() const
{
    if (m_explore->isAncestorOf(QApplication::focusWidget()))
        return {m_explore->traced().has_value(), tr("Select a row of the explorer first."), {}, {}};
    const bool onTile = qobject_cast<Tile*>(QApplication::focusWidget()) != nullptr;
    return {onTile, tr("Select one of the seven numbers first."), {}, {}};
}

/// Beside the throughput, the one with the focus is meant.
bool OverviewPage::exploresInFront() const
{
    return m_charts->isTabbed() ? m_explore->isVisibleTo(this)
                                : m_explore->isAncestorOf(QApplication::focusWidget());
}

void OverviewPage::openTrace(const runtime::LineageQuery& query)
{
    navigator().go(bridge::tracePlace(query));
}

bridge::CommandState OverviewPage::alertState(const QString& id) const
{
    if (id == u"alert.rules" || id == u"alert.subscribers")
        return {true, {}, {}, {}};
    const auto act = id == u"alert.silence" ? AlertAct::Silence : AlertAct::Acknowledge;
    return {m_alerts->canDo(act), tr("Select an alert that fires first."), {}, {}};
}

void OverviewPage::runCommand(const QString& id)
{
    const TimeWindow whole = run();
    if (id == u"range.earlier")
        changeRange([&] { m_range.earlier(whole.from, whole.to); });
    else if (id == u"range.later")
        changeRange([&] { m_range.later(whole.from, whole.to); });
    else if (id == u"range.out" || id == u"market.live")
        changeRange([&] { m_range.reset(); });
    else if (id == u"chart.table")
        exploresInFront() ? m_explore->showTable(!m_explore->showsTable())
                          : m_throughput->showTable(!m_throughput->showsTable());
    else if (id == u"explore.open") {
        m_charts->showPanel(m_explore);
        m_explore->table().setFocus();
    } else if (id == u"explore.copy")
        navigator().say(tr("%n row(s) copied as CSV.", nullptr, m_explore->copyCsv()));
    else if (id == u"need.next")
        m_verdict->turn(1);
    else if (id == u"need.previous")
        m_verdict->turn(-1);
    else if (id == u"alert.rules")
        openAlertRules();
    else if (id == u"alert.subscribers")
        openSubscribers();
    else if (id == u"alert.acknowledge")
        m_alerts->doIt(AlertAct::Acknowledge);
    else if (id == u"alert.silence")
        m_alerts->doIt(AlertAct::Silence);
    else if (id.startsWith(u"mark.") || id == u"row.mark" || id.startsWith(u"edit."))
        runMark(id);
    else if (id == u"number.trace") {
        if (auto* tile = qobject_cast<Tile*>(QApplication::focusWidget()))
            tile->click();
        else if (const auto query = m_explore->traced())
            openTrace(*query);
    } else if (id == u"market.pause") {
        const bool paused = m_snapshot->paused;
        client().tell(
            [paused](runtime::Engine& engine) { paused ? engine.resume() : engine.pause(); });
    }
}

bool OverviewPage::stepBack()
{
    if (exploresInFront() && m_explore->showsTable()) {
        m_explore->showTable(false);
        return true;
    }
    if (m_throughput->showsTable()) {
        m_throughput->showTable(false);
        return true;
    }
    if (m_held) {
        m_held.reset();
        showCursor({});
        return true;
    }
    if (m_range.follows())
        return false;
    changeRange([this] { m_range.reset(); });
    return true;
}

QJsonObject OverviewPage::saveState() const
{
    QJsonObject state{{QStringLiteral("span"), static_cast<int>(m_range.span())},
                      {QStringLiteral("rows"), textOf(*m_rows)},
                      {QStringLiteral("lower"), textOf(*m_lower)},
                      {QStringLiteral("explore"), m_explore->choice().toJson()}};
    if (m_width == Width::Usual) {
        state.insert(QStringLiteral("upper"), textOf(*m_upper));
        state.insert(QStringLiteral("side"), textOf(*m_side->splitter()));
    }
    return state;
}

void OverviewPage::restoreState(const QJsonObject& state)
{
    const int span = state.value(u"span").toInt(static_cast<int>(Span::Hour));
    if (span >= 0 && span < kSpanCount)
        m_range.setSpan(static_cast<Span>(span));
    m_explore->setChoice(ExploreChoice::fromJson(state.value(u"explore").toObject()));
    restore(*m_rows, state.value(u"rows"));
    restore(*m_lower, state.value(u"lower"));
    restore(*m_upper, state.value(u"upper"));
    restore(*m_side->splitter(), state.value(u"side"));
    if (m_snapshot)
        showSnapshot();
}

void OverviewPage::resetLayout()
{
    m_rows->setSizes({304, 321});
    m_upper->setSizes(m_width == Width::Wide ? QList<int>{1900, 490} : QList<int>{848, 426});
    m_charts->splitter()->setSizes({900, 1000});
    m_lower->setSizes({488, 786});
    m_side->splitter()->setSizes({256, 246, 264});
}

std::vector<bridge::CaptureState> OverviewPage::captureStates()
{
    const auto toMiddle = [this] {
        const TimeWindow whole = run();
        const TimeWindow window = m_range.window(whole.from, whole.to);
        showCursor(window.from + window.length() * 2 / 3);
    };
    return {bridge::CaptureState{{}, [this] { showCursor({}); }, 1500},
            bridge::CaptureState{QStringLiteral("cursor"), toMiddle, 1200},
            bridge::CaptureState{QStringLiteral("explore"),
                                 [this] { runCommand(QStringLiteral("explore.open")); }, 1500}};
}

} // namespace gavel::overview
