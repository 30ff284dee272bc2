// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/dead_deliveries.h"

#include "ui/pipeline/deliveries/delivery_words.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace gavel::pipeline_page {

using namespace widgets;
using pipeline::DeadState;

namespace {

constexpr std::size_t kListedAtOnce = 200;
constexpr std::size_t kMostListed = 2000;
constexpr qsizetype kGroupShown = 24;

} // namespace

DeadDeliveries::DeadDeliveries(QWidget* parent)
    : QWidget(parent)
    , m_rows([](const Delivery& delivery) { return qint64{delivery.id}; })
    , m_most(kListedAtOnce)
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_older(new Button(QString(), Button::Kind::Link))
    , m_groups(new Segmented)
    , m_states(new Segmented)
    , m_error(new PanelNotice(PanelNotice::Place::Strip))
    , m_table(new DataTable(QString()))
    , m_empty(new PanelNotice(PanelNotice::Place::Centre))
    , m_redrive(new Button(QString()))
    , m_discard(new Button(QString()))
{
    build();
    connectParts();
    retranslate();
}

void DeadDeliveries::build()
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({136, 96, 60, 68, 0, 96, 90, 90});
    m_table->setSortable(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_redrive->setIconName(QStringLiteral("reset"));
    m_redrive->setKeyHint(QStringLiteral("R"));
    m_discard->setIconName(QStringLiteral("trash"));
    m_error->setTint(Token::BadBg);
    const auto barOf = [](std::initializer_list<QWidget*> parts) {
        auto* bar = new QHBoxLayout;
        bar->setContentsMargins(space::kPadding, 4, space::kPadding, 4);
        bar->setSpacing(space::kCell);
        for (QWidget* part : parts)
            bar->addWidget(part, part == *parts.begin() ? 1 : 0);
        return bar;
    };
    for (Button* button : {m_redrive, m_discard})
        button->setDense(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(barOf({m_words, m_older, m_groups, m_states, m_redrive, m_discard}));
    column->addWidget(m_error);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_error->hide();
    m_empty->hide();
    m_older->hide();
}

void DeadDeliveries::connectParts()
{
    connect(m_groups, &Segmented::chosen, this, [this](int index) { showOnlyGroup(index == 1); });
    connect(m_states, &Segmented::chosen, this, [this](int index) { showAnyState(index == 1); });
    connect(m_older, &QPushButton::clicked, this, [this] {
        m_most = std::min(m_most + kListedAtOnce, kMostListed);
        Q_EMIT queryChanged();
    });
    connect(m_redrive, &QPushButton::clicked, this, &DeadDeliveries::redriveWanted);
    connect(m_discard, &QPushButton::clicked, this, &DeadDeliveries::discardWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT currentChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_filling)
            return;
        showWords();
        Q_EMIT chosenChanged();
    });
}

void DeadDeliveries::setColumns()
{
    const auto counted = [](const QString& title, std::uint32_t Delivery::*number) {
        return textColumn<Delivery>(
            title, [number](const Delivery& one) { return words::count(one.*number); }, true,
            [number](const Delivery& a, const Delivery& b) { return a.*number < b.*number; });
    };
    const auto text = [](const QString& title, std::string Delivery::*part) {
        return textColumn<Delivery>(title, [part](const Delivery& one) {
            return (one.*part).empty() ? numbers::missing() : words::of(one.*part);
        });
    };
    RowColumn<Delivery> state = textColumn<Delivery>(
        tr("State"), [](const Delivery& one) { return words::deliveryState(one.state); }, false,
        [](const Delivery& a, const Delivery& b) { return a.state < b.state; });
    state.value = [show = std::move(state.value)](const Delivery& one, int role) -> QVariant {
        return role == MarkRole ? QVariant(static_cast<int>(words::deliveryMark(one.state)))
                                : show(one, role);
    };
    m_rows.setColumns(
        {textColumn<Delivery>(
             tr("Given up at"),
             [this](const Delivery& one) { return words::moment(one.at, m_utcOffset); }, false,
             [](const Delivery& a, const Delivery& b) { return a.at < b.at; }),
         text(tr("Group"), &Delivery::group), counted(tr("Tries"), &Delivery::attempts),
         counted(tr("Messages"), &Delivery::messages), text(tr("Last reason"), &Delivery::reason),
         std::move(state), text(tr("Who"), &Delivery::actor), text(tr("Why"), &Delivery::note)});
}

void DeadDeliveries::setGroup(const QString& group)
{
    if (m_group == group)
        return;
    m_group = group;
    retranslate();
    if (m_onlyGroup)
        Q_EMIT queryChanged();
}

void DeadDeliveries::showOnlyGroup(bool only)
{
    m_onlyGroup = only;
    m_groups->setCurrent(only ? 1 : 0);
    Q_EMIT queryChanged();
}

void DeadDeliveries::showAnyState(bool any)
{
    m_anyState = any;
    m_states->setCurrent(any ? 1 : 0);
    Q_EMIT queryChanged();
}

runtime::DeadDeliveryQuery DeadDeliveries::query() const
{
    runtime::DeadDeliveryQuery query;
    if (!m_anyState)
        query.state = DeadState::Open;
    if (m_onlyGroup)
        query.group = m_group.toStdString();
    query.most = m_most;
    return query;
}

/// What cannot be read leaves the list as it was.
void DeadDeliveries::setDeliveries(const Result<std::vector<Delivery>>& deliveries, int utcOffset)
{
    m_error->setVisible(!deliveries);
    if (!deliveries)
        return m_error->show(Mark::Bad, words::wrong(deliveries.error()), tr("Read again"),
                             [this] { Q_EMIT queryChanged(); });
    m_utcOffset = utcOffset;
    m_isRead = true;
    m_filling = true;
    m_rows.update(*deliveries);
    if (current() == nullptr && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    m_filling = false;
    showWords();
    showEmpty();
    Q_EMIT currentChanged();
    Q_EMIT chosenChanged();
}

void DeadDeliveries::setWaiting(std::size_t deliveries)
{
    m_waiting = deliveries;
    showWords();
}

const DeadDeliveries::Delivery* DeadDeliveries::current() const
{
    return m_rows.rowAt(m_table->currentIndex());
}

std::vector<DeadDeliveries::Delivery> DeadDeliveries::chosen() const
{
    std::vector<Delivery> open;
    for (int row = 0; row < m_rows.rowCount(); ++row)
        if (m_rows.row(row).state == DeadState::Open
            && m_table->selectionModel()->isRowSelected(row, {}))
            open.push_back(m_rows.row(row));
    return open;
}

void DeadDeliveries::selectNext()
{
    if (m_rows.rowCount() == 0)
        return;
    const int next = (m_table->currentIndex().row() + 1) % m_rows.rowCount();
    m_table->setCurrentIndex(m_rows.index(next, 0));
}

void DeadDeliveries::showWords()
{
    const auto listed = static_cast<std::size_t>(m_rows.rowCount());
    const int selected = static_cast<int>(chosen().size());
    const int count = static_cast<int>(listed);
    if (m_waiting > 0)
        m_words->setText(tr("%n wait(s) for the redrive", nullptr, static_cast<int>(m_waiting)));
    else if (selected > 1)
        m_words->setText(tr("%n open one(s) selected", nullptr, selected));
    else
        m_words->setText(listed == 0 ? QString()
                             : listed >= m_most
                             ? tr("The newest %n dead deliveries", nullptr, count)
                             : tr("%n dead deliveries", nullptr, count));
    m_older->setVisible(listed >= m_most && m_most < kMostListed);
    for (Button* button : {m_redrive, m_discard}) {
        button->setEnabled(selected > 0);
        button->setToolTip(selected > 0 ? QString() : tr("No open dead delivery is selected."));
    }
}

void DeadDeliveries::showEmpty()
{
    const bool isEmpty = m_isRead && m_rows.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (!isEmpty)
        return;
    if (m_onlyGroup)
        m_empty->show(Mark::None,
                      m_anyState ? tr("No delivery to %1 was ever given up.").arg(m_group)
                                 : tr("No dead delivery to %1 waits for you.").arg(m_group),
                      tr("Show every group"), [this] { showOnlyGroup(false); });
    else if (!m_anyState)
        m_empty->show(Mark::None, tr("No dead delivery waits for you."), tr("Show any state"),
                      [this] { showAnyState(true); });
    else
        m_empty->show(Mark::None, tr("No delivery was ever given up."), {}, {});
}

void DeadDeliveries::retranslate()
{
    m_groups->setChoices({tr("Every group"), tr("Only %1").arg(m_group.left(kGroupShown))});
    m_groups->setCurrent(m_onlyGroup ? 1 : 0);
    m_groups->setAccessibleName(tr("Groups that are listed"));
    m_groups->setVisible(!m_group.isEmpty());
    m_states->setChoices({tr("Open"), tr("Any state")});
    m_states->setCurrent(m_anyState ? 1 : 0);
    m_states->setAccessibleName(tr("States that are listed"));
    m_older->setText(tr("Show older"));
    m_redrive->setText(tr("Redrive…"));
    m_discard->setText(tr("Discard…"));
    m_table->setAccessibleName(tr("Dead deliveries"));
    setColumns();
    showWords();
    showEmpty();
}

} // namespace gavel::pipeline_page
