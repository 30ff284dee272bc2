// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/batches/batches_view.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSplitter>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kDetailWidth = 370;
constexpr qsizetype kHashShown = 24; ///< of 64 digits; the whole is in the tooltip

QWidget* barOf(QWidget* words, QWidget* button)
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::kPadding, 3, space::kPadding, 3);
    row->addWidget(words, 1);
    row->addWidget(button);
    bar->setFixedHeight(space::kPanelHeader);
    return bar;
}

} // namespace

BatchesView::BatchesView(QWidget* parent)
    : QWidget(parent)
    , m_rows([](const Batch& batch) { return quint64{batch.id}; })
    , m_stepRows([](const Step& step) {
        return qint64{step.at.value} * 32 + static_cast<qint64>(step.state);
    })
    , m_diagram(new BatchDiagram)
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_showAll(new Button(QString(), Button::Kind::Link))
    , m_table(new DataTable(QString()))
    , m_title(new ElidedLabel(TextRole::BodyBold))
    , m_numbers(new Button(QString(), Button::Kind::Link))
    , m_facts(new QLabel)
    , m_steps(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({64, 96, 0, 172, 68, 66, 60, 68, 52, 46});
    m_table->setSortable(true);
    m_steps->setModel(&m_stepRows);
    m_steps->setWidths({70, 170, 0});
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(barOf(m_words, m_showAll));
    column->addWidget(m_table, 1);
    auto* lower = new QSplitter(Qt::Horizontal);
    lower->setChildrenCollapsible(false);
    lower->addWidget(list);
    lower->addWidget(makeDetail());
    lower->setStretchFactor(0, 1);
    lower->setSizes({1000, kDetailWidth});
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_diagram, 1);
    outer->addWidget(lower, 1);
    connect(m_diagram, &BatchDiagram::stateChosen, this, [this](model::BatchState state) {
        showStates(m_states == std::set{state} ? std::set<model::BatchState>{} : std::set{state});
    });
    connect(m_showAll, &QPushButton::clicked, this, [this] { showStates({}); });
    connect(m_numbers, &QPushButton::clicked, this, [this] { Q_EMIT numbersWanted(selected()); });
    connect(m_table, &DataTable::opened, this, [this] { Q_EMIT numbersWanted(selected()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectedChanged();
    });
    retranslate();
}

QWidget* BatchesView::makeDetail()
{
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(barOf(m_title, m_numbers));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setContentsMargins(space::kPadding, 0, space::kPadding, 6);
    column->addWidget(m_facts);
    column->addWidget(m_steps, 1);
    return detail;
}

void BatchesView::setColumns()
{
    const auto counted = [](const QString& title, std::uint64_t runtime::Completeness::*number) {
        return textColumn<Batch>(
            title, [number](const Batch& batch) { return words::count(batch.counts.*number); },
            true,
            [number](const Batch& a, const Batch& b) {
                return a.counts.*number < b.counts.*number;
            });
    };
    RowColumn<Batch> state = textColumn<Batch>(
        tr("State"), [](const Batch& batch) { return words::batchState(batch.state); }, false,
        [](const Batch& a, const Batch& b) { return a.state < b.state; });
    state.value = [show = std::move(state.value)](const Batch& batch, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(words::batchMark(batch.state)))
                                : show(batch, role);
    };
    m_rows.setColumns(
        {textColumn<Batch>(
             tr("Batch"), [](const Batch& batch) { return words::batch(batch.id); }, false,
             [](const Batch& a, const Batch& b) { return a.id < b.id; }),
         textColumn<Batch>(tr("Source"),
                           [](const Batch& batch) { return words::of(batch.source); }),
         textColumn<Batch>(tr("Origin"),
                           [](const Batch& batch) { return words::of(batch.origin); }),
         std::move(state),
         textColumn<Batch>(
             tr("Opened"),
             [this](const Batch& batch) {
                 return numbers::time(batch.openedAt.value, m_utcOffset);
             },
             false, [](const Batch& a, const Batch& b) { return a.openedAt < b.openedAt; }),
         counted(tr("Received"), &runtime::Completeness::received),
         counted(tr("Stored"), &runtime::Completeness::stored),
         counted(tr("Duplicate"), &runtime::Completeness::duplicate),
         counted(tr("Dead"), &runtime::Completeness::dead),
         textColumn<Batch>(
             tr("Rules"), [](const Batch& batch) { return QStringLiteral("v%1").arg(batch.rules); },
             true, [](const Batch& a, const Batch& b) { return a.rules < b.rules; })});
    RowColumn<Step> into
        = textColumn<Step>(tr("State"), [](const Step& s) { return words::batchState(s.state); });
    into.value = [show = std::move(into.value)](const Step& step, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(words::batchMark(step.state)))
                                : show(step, role);
    };
    m_stepRows.setColumns(
        {textColumn<Step>(tr("Time"),
                          [this](const Step& s) { return numbers::time(s.at.value, m_utcOffset); }),
         std::move(into),
         textColumn<Step>(tr("What happened"), [](const Step& s) { return words::of(s.detail); })});
}

void BatchesView::setBatches(const std::vector<Batch>& batches, int utcOffset)
{
    m_utcOffset = utcOffset;
    m_all = batches;
    showRows();
}

void BatchesView::showRows()
{
    std::vector<Batch> shown;
    for (const Batch& batch : m_all)
        if (m_states.empty() || m_states.contains(batch.state))
            shown.push_back(batch);
    const std::uint64_t before = selected();
    m_words->setText(
        m_states.empty()
            ? tr("The newest %n batch(es)", nullptr, static_cast<int>(m_all.size()))
            : tr("%1 of the newest %n batch(es)", nullptr, static_cast<int>(m_all.size()))
                  .arg(words::count(shown.size())));
    m_filling = true;
    m_rows.update(std::move(shown));
    if (selected() == 0 && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    m_filling = false;
    m_showAll->setVisible(!m_states.empty());
    if (selected() != before)
        Q_EMIT selectedChanged();
}

void BatchesView::setBatch(const std::optional<Batch>& batch)
{
    m_numbers->setVisible(batch.has_value());
    m_title->setText(batch ? tr("Batch %1").arg(words::batch(batch->id)) : QString());
    if (!batch) {
        m_facts->setText({});
        m_stepRows.update({});
        m_diagram->setPath({});
        return;
    }
    const auto hash = [](const std::string& text) {
        return text.empty() ? numbers::missing() : words::of(text).left(kHashShown);
    };
    m_facts->setText(
        tr("Positions %1 to %2 of %3\nEvents %4 to %5 of the log\nHash of what came: %6\nHash of "
           "what was stored: %7")
            .arg(words::count(batch->firstPosition), words::count(batch->lastPosition),
                 batch->origin.empty() ? words::of(batch->source) : words::of(batch->origin),
                 batch->firstEvent == 0 ? numbers::missing() : words::count(batch->firstEvent),
                 batch->firstEvent == 0 ? numbers::missing() : words::count(batch->lastEvent),
                 hash(batch->inHash), hash(batch->outHash)));
    m_facts->setToolTip(words::of(batch->inHash) + u'\n' + words::of(batch->outHash));
    m_stepRows.update(batch->steps);
    std::vector<model::BatchState> path;
    for (const Step& step : batch->steps)
        path.push_back(step.state);
    m_diagram->setBatchPath(path);
}

void BatchesView::showStates(const std::set<model::BatchState>& states)
{
    m_states = states;
    m_diagram->setChosen(states);
    showRows();
}

std::uint64_t BatchesView::selected() const
{
    const Batch* batch = m_rows.rowAt(m_table->currentIndex());
    return batch == nullptr ? 0 : batch->id;
}

void BatchesView::retranslate()
{
    m_diagram->setAccessibleName(tr("States of the batches"));
    m_diagram->update();
    m_showAll->setText(tr("Show all"));
    m_numbers->setText(tr("Numbers it touched"));
    m_table->setAccessibleName(tr("Batches"));
    m_steps->setAccessibleName(tr("Steps of the batch"));
    setColumns();
    showRows();
}

} // namespace gavel::pipeline_page
