// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/explore/explore_panel.h"

#include "ui/bridge/error_words.h"
#include "ui/overview/explore/explore_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_notice.h"
#include "ui/widgets/toggle.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kEveryMs = 2000;

/// The chosen word of a box, whatever language it is shown in.
void fill(QComboBox& box, const QStringList& names, const QString& chosen,
          QString (*words)(const QString&))
{
    const QSignalBlocker quiet(box);
    box.clear();
    for (const QString& name : names)
        box.addItem(words(name), name);
    box.setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, names.indexOf(chosen))));
}

} // namespace

ExplorePanel::ExplorePanel(bridge::EngineClient& client, QWidget* parent)
    : Panel(QString(), parent)
    , m_client(client)
    , m_snapshot(client.snapshot())
    , m_turn(kEveryMs)
    , m_rows([](const ExploreRow& row) { return row.key; })
    , m_dimension(new QComboBox)
    , m_measure(new QComboBox)
    , m_window(new QComboBox)
    , m_compare(new Toggle(QString()))
    , m_switch(addLink(QString()))
    , m_table(new DataTable(QString()))
    , m_stack(new QStackedWidget)
    , m_chart(new LineChart(QString()))
    , m_chartTable(new ChartTable(QString()))
    , m_both(new QStackedWidget)
    , m_nothing(new PanelNotice(PanelNotice::Place::Centre))
{
    build();
    connectParts();
    retranslate();
    setPeriod(3 * kEveryMs);
}

void ExplorePanel::build()
{
    auto* choosers = new QHBoxLayout;
    choosers->setContentsMargins(space::kCell, 6, space::kCell, 6);
    choosers->setSpacing(6);
    for (QWidget* chooser :
         std::initializer_list<QWidget*>{m_dimension, m_measure, m_window, m_compare})
        choosers->addWidget(chooser);
    choosers->addStretch(1);
    m_compare->setCheckable(true);
    m_table->setItemDelegate(new ExploreDelegate(m_table));
    m_rows.setColumns(exploreColumns(m_choice.dimension, m_choice.measure, {}));
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 92, 54, 74, 56});
    m_table->setSortable(true);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_chartTable);
    auto* both = new QSplitter(Qt::Horizontal);
    both->setHandleWidth(space::kGap);
    both->setChildrenCollapsible(false);
    both->addWidget(m_table);
    both->addWidget(m_stack);
    both->setSizes({460, 390});
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(choosers);
    m_both->addWidget(both);
    m_both->addWidget(m_nothing);
    column->addWidget(m_both, 1);
    setBody(body);
}

void ExplorePanel::connectParts()
{
    const auto change = [this](auto set) {
        return [this, set](int index) {
            ExploreChoice next = m_choice;
            set(next, index);
            choose(next);
        };
    };
    connect(m_dimension, &QComboBox::activated, this,
            change([this](ExploreChoice& next, int index) {
                next.dimension = m_dimension->itemData(index).toString();
                if (!exploreMeasures(next.dimension).contains(next.measure))
                    next.measure = ExploreChoice().measure;
            }));
    connect(m_measure, &QComboBox::activated, this, change([this](ExploreChoice& next, int index) {
                next.measure = m_measure->itemData(index).toString();
            }));
    connect(m_window, &QComboBox::activated, this, change([](ExploreChoice& next, int index) {
                next.window = static_cast<ExploreWindow>(index);
            }));
    connect(m_compare, &QAbstractButton::clicked, this, [this](bool on) {
        ExploreChoice next = m_choice;
        next.compare = on;
        choose(next);
    });
    connect(m_switch, &QPushButton::clicked, this, [this] { showTable(!showsTable()); });
    connect(m_table, &DataTable::opened, this, &ExplorePanel::openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExplorePanel::showLines);
    connect(this, &Panel::staleChanged, m_chart, &LineChart::setStale);
}

void ExplorePanel::retranslate()
{
    setTitle(tr("Explore"));
    m_table->setAccessibleName(tr("Explore"));
    m_chart->setAccessibleName(tr("Lines of the rows"));
    m_chartTable->setAccessibleName(tr("Lines of the rows"));
    m_dimension->setAccessibleName(tr("Dimension"));
    m_measure->setAccessibleName(tr("Measure"));
    m_window->setAccessibleName(tr("Window"));
    m_compare->setText(tr("Compare with before"));
    m_compare->setToolTip(tr("As long a time, right before the window."));
    m_switch->setText(showsTable() ? tr("Chart", "show the chart") : tr("Table", "show the table"));
    m_switch->updateGeometry();
    m_table->setToolTip(tr("Space gives a row its line, or takes it."));
    fill(*m_dimension, exploreDimensions(), m_choice.dimension, &ExploreWords::dimension);
    fillMeasures();
    const QSignalBlocker quiet(m_window);
    m_window->clear();
    for (int i = 0; i < kExploreWindows; ++i)
        m_window->addItem(ExploreWords::window(static_cast<ExploreWindow>(i)));
    m_window->setCurrentIndex(static_cast<int>(m_choice.window));
    m_compare->setChecked(m_choice.compare);
    if (m_answer)
        showRows();
}

void ExplorePanel::fillMeasures()
{
    fill(*m_measure, exploreMeasures(m_choice.dimension), m_choice.measure, &ExploreWords::measure);
}

void ExplorePanel::setChoice(const ExploreChoice& choice)
{
    m_choice = choice;
    retranslate();
    ask();
}

void ExplorePanel::choose(const ExploreChoice& choice)
{
    if (choice == m_choice)
        return;
    if (choice.dimension != m_choice.dimension)
        m_lines.clear();
    m_choice = choice;
    fillMeasures();
    startLoading(tr("Reading the counters"));
    ask();
    Q_EMIT choiceChanged();
}

void ExplorePanel::setMoment(const bridge::SnapshotPtr& snapshot, TimeWindow page)
{
    const bool isOther = page != m_moment.page && m_snapshot->now == snapshot->now;
    m_snapshot = snapshot;
    const bool runs = snapshot->mode != runtime::MarketMode::Stopped;
    m_moment = {page, runs ? snapshot->now.value : 0, snapshot->utcOffsetMinutes};
    if (isVisible() && (isOther || m_turn.isDue()))
        ask();
}

void ExplorePanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    ask();
}

ExplorePanel::Answer ExplorePanel::read(const runtime::Engine& engine, const ExploreChoice& choice,
                                        const ExploreMoment& moment)
{
    const auto counted = runtime::readCountedTime(engine);
    if (!counted)
        return {choice, counted.error()};
    if (counted->to.value == 0)
        return {choice, runtime::MetricAnswer{}, true};
    return {choice, runtime::readMetrics(engine, queryOf(choice, moment, *counted))};
}

/// One question at a time; a choice that was made meanwhile is asked right after.
void ExplorePanel::ask()
{
    if (!m_turn.begin())
        return;
    m_client.ask(
        this,
        [choice = m_choice, moment = m_moment](const runtime::Engine& engine) {
            return read(engine, choice, moment);
        },
        [this](const Answer& answer) {
            const bool again = m_turn.end();
            if (answer.choice == m_choice)
                showAnswer(answer);
            if (again)
                ask();
        });
}

void ExplorePanel::showAnswer(const Answer& answer)
{
    stopLoading();
    touch();
    if (!answer.metrics) {
        const Error& error = answer.metrics.error();
        setError({QString::fromStdString(error.where), QString::fromStdString(error.what),
                  QString::fromStdString(error.advice), tr("Try again"), [this] { ask(); }});
        return;
    }
    clearError();
    if (answer.isNothingCounted) {
        m_answer.reset();
        m_rows.update({});
        setEmpty(tr("Nothing is counted yet."));
        return;
    }
    m_answer = *answer.metrics;
    clearEmpty();
    showNothing(m_answer->rows.empty());
    showRows();
}

/// The choosers stay: another choice may have something.
void ExplorePanel::showNothing(bool isNothing)
{
    m_both->setCurrentIndex(isNothing ? 1 : 0);
    if (!isNothing)
        return;
    const bool isAll = m_choice.window == ExploreWindow::Everything;
    m_nothing->show(Mark::None, tr("Nothing was counted in this window."),
                    isAll ? QString() : tr("Show everything counted"), [this] {
                        ExploreChoice next = m_choice;
                        next.window = ExploreWindow::Everything;
                        m_window->setCurrentIndex(static_cast<int>(next.window));
                        choose(next);
                    });
}

QString ExplorePanel::nameOf(const QString& key) const
{
    const std::string id = key.toStdString();
    const auto named = [&](const auto& things) {
        for (const auto& thing : things)
            if (thing.id == id)
                return QString::fromStdString(thing.name);
        return key;
    };
    if (m_choice.dimension == u"all")
        return ExploreWords::dimension(m_choice.dimension);
    if (m_choice.dimension == u"campaign")
        return named(m_snapshot->campaigns);
    if (m_choice.dimension == u"publisher")
        return named(m_snapshot->publishers);
    return m_choice.dimension == u"placement" ? named(m_snapshot->placements) : key;
}

void ExplorePanel::showRows()
{
    const std::vector<QString> lines = charted();
    const double whole = ExploreWords::plotted(m_answer->all.value);
    std::vector<ExploreRow> rows;
    for (const runtime::MetricRow& counted : m_answer->rows) {
        ExploreRow& row = rows.emplace_back();
        row.key = QString::fromStdString(counted.key);
        row.name = nameOf(row.key);
        row.counted = counted;
        if (ExploreWords::isSum(m_choice.measure) && counted.value && whole > 0)
            row.share = ExploreWords::plotted(counted.value) / whole;
        const auto line = std::find(lines.begin(), lines.end(), row.key);
        if (line != lines.end())
            row.series = static_cast<int>(line - lines.begin());
    }
    m_rows.setColumns(exploreColumns(m_choice.dimension, m_choice.measure,
                                     QString::fromUtf8(m_snapshot->currency.code, 3)));
    m_rows.update(std::move(rows));
    if (!m_table->currentIndex().isValid() && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    showCaption();
    showLines();
}

void ExplorePanel::showCaption()
{
    const int offset = m_moment.utcOffset;
    const auto moment = [offset](TimeMs at) {
        return numbers::date(at.value, offset).mid(5) + u' ' + numbers::timeShort(at.value, offset);
    };
    const QString window
        = tr("%1 to %2", "moments").arg(moment(m_answer->from), moment(m_answer->to));
    const QString shown = tr("%1 of %2 shown")
                              .arg(numbers::count(m_rows.rowCount()),
                                   numbers::count(static_cast<qint64>(m_answer->names)));
    if (m_answer->provisionalFrom < m_answer->to)
        setCaption(tr("%1; %2; from %3 on it may still grow", "window, rows, time")
                       .arg(window, shown, moment(m_answer->provisionalFrom)));
    else if (m_answer->waiting > 0)
        setCaption(tr("%1; %2; %3 events are not counted yet", "window, rows, number")
                       .arg(window, shown, numbers::count(static_cast<qint64>(m_answer->waiting))));
    else
        setCaption(tr("%1; %2", "window, rows").arg(window, shown));
}

std::optional<runtime::LineageQuery> ExplorePanel::traced() const
{
    const ExploreRow* row = m_rows.rowAt(m_table->currentIndex());
    if (row == nullptr || !m_answer || row->key.isEmpty())
        return std::nullopt;
    runtime::LineageQuery query;
    query.dimension = m_choice.dimension.toStdString();
    query.key = row->key.toStdString();
    query.measure = tracedMeasure(m_choice.measure).toStdString();
    query.from = m_answer->from;
    query.to = m_answer->to;
    return query;
}

void ExplorePanel::openRow(const QModelIndex& index)
{
    const ExploreRow* row = m_rows.rowAt(index);
    if (row != nullptr && m_choice.dimension == u"campaign")
        Q_EMIT campaignOpened(row->key);
    else if (const auto query = traced())
        Q_EMIT traceWanted(*query);
}

int ExplorePanel::copyCsv() const
{
    if (!m_answer)
        return 0;
    std::vector<ExploreRow> rows;
    for (int i = 0; i < m_rows.rowCount(); ++i)
        rows.push_back(m_rows.row(i));
    QApplication::clipboard()->setText(
        exploreCsv(rows, *m_answer, m_choice.dimension, m_choice.measure, m_moment.utcOffset));
    return static_cast<int>(rows.size());
}

} // namespace gavel::overview
