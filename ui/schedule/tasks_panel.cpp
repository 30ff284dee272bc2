// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/schedule/tasks_panel.h"

#include "ui/schedule/schedule_words.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace gavel::schedule {

using namespace widgets;

namespace {

constexpr std::size_t kMostRows = 500;
constexpr int kComingShown = 4;

FilterVerdict judge(const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto read = runtime::parseTaskFilter(text.toStdString());
    if (!read)
        return filterRefused(read.error().code, read.error().where, read.error().what);
    return {FilterVerdict::State::Valid, {}, -1};
}

/// Names where a test begins, values where one ends.
QStringList proposals(const QString& text, int cursor)
{
    const QString before = text.left(cursor).trimmed().toLower();
    QStringList words;
    const auto add = [&](const auto& names) {
        for (const std::string_view name : names)
            words << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    };
    if (before.endsWith(u"state =") || before.endsWith(u"state !="))
        add(model::kTaskStateNames);
    else if (before.endsWith(u"trigger =") || before.endsWith(u"trigger !="))
        add(model::kTriggerKindNames);
    else if (before.endsWith(u"priority =") || before.endsWith(u"priority !="))
        add(model::kTaskPriorityNames);
    else
        words = QStringList{
            QStringLiteral("task"),    QStringLiteral("campaign"), QStringLiteral("name"),
            QStringLiteral("trigger"), QStringLiteral("priority"), QStringLiteral("state"),
            QStringLiteral("owner"),   QStringLiteral("attempt"),  QStringLiteral("and"),
            QStringLiteral("or"),      QStringLiteral("not")};
    return words;
}

} // namespace

TasksPanel::TasksPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows(taskKey)
    , m_table(new DataTable(QString()))
    , m_filter(new FilterEdit(tr("Filter of the tasks")))
    , m_which(new Segmented)
    , m_coming(new ElidedLabel(TextRole::Body, Token::T2))
{
    m_rows.setColumns(taskColumns());
    m_table->setModel(&m_rows);
    m_table->setWidths(taskWidths());
    m_table->setSortable(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_filter->setCheck(judge);
    m_filter->setComplete(proposals);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space::kCell, 6, space::kCell, 6);
    bar->setSpacing(space::kCell);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_which);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kPadding, 4, space::kPadding, 5);
    foot->addWidget(m_coming, 1);
    column->addLayout(foot);
    setBody(inner);
    connectParts();
    retranslate();
}

void TasksPanel::connectParts()
{
    connect(m_filter, &FilterEdit::applied, this, [this](const QString& text) {
        m_applied = text;
        Q_EMIT queryChanged();
    });
    connect(m_which, &Segmented::chosen, this, [this](int index) {
        m_notDoneOnly = index == 0;
        Q_EMIT queryChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectedChanged(selected());
    });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const runtime::TaskRow* row = m_rows.rowAt(index))
            Q_EMIT campaignWanted(QString::fromStdString(row->campaignId));
    });
    connect(m_table, &DataTable::menuRequested, this,
            [this](const QModelIndex& index, const QPoint& place) {
                m_table->setCurrentIndex(index);
                Q_EMIT menuWanted(place);
            });
}

void TasksPanel::retranslate()
{
    setTitle(tr("Tasks"));
    setCaption(tr("not done and stopped first"));
    m_table->setAccessibleName(tr("Tasks"));
    m_filter->setPlaceholder(
        tr("Filter, for example %1").arg(QStringLiteral("state = failed and priority = high")));
    m_rows.setColumns(taskColumns());
}

runtime::TaskQuery TasksPanel::query() const
{
    runtime::TaskQuery query;
    query.filter = m_applied.toStdString();
    query.notDoneOnly = m_notDoneOnly;
    query.count = kMostRows;
    return query;
}

void TasksPanel::setNotDoneOnly(bool only)
{
    m_notDoneOnly = only;
    m_which->setCurrent(only ? 0 : 1);
}

void TasksPanel::showChoices(std::size_t notDone, std::size_t total)
{
    const auto number
        = [](std::size_t value) { return numbers::count(static_cast<std::int64_t>(value)); };
    m_which->setChoices({tr("Not done %1").arg(number(notDone)), tr("All %1").arg(number(total))});
    m_which->setCurrent(m_notDoneOnly ? 0 : 1);
}

void TasksPanel::setTasks(const runtime::TaskPage& page)
{
    const model::TaskId before = selected();
    clearEmpty();
    showChoices(page.notDone, page.total);
    setCaption(page.matching > page.rows.size()
                   ? tr("the first %1 of %2; filter to see others")
                         .arg(numbers::count(static_cast<std::int64_t>(page.rows.size())),
                              numbers::count(static_cast<std::int64_t>(page.matching)))
                   : tr("not done and stopped first"));
    m_filling = true;
    m_rows.update(page.rows);
    m_filling = false;
    if (selected() == 0 && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    else if (selected() != before)
        Q_EMIT selectedChanged(selected());
    m_filter->setResultWords(
        m_applied.isEmpty()
            ? QString()
            : tr("%1 tasks").arg(numbers::count(static_cast<std::int64_t>(page.matching))));
    touch();
}

void TasksPanel::setNothing(const QString& sentence)
{
    m_rows.update({});
    showChoices(0, 0);
    setEmpty(sentence);
}

void TasksPanel::setComing(const std::vector<runtime::ComingRound>& coming, std::int64_t now,
                           int utcOffset)
{
    QStringList texts;
    for (const runtime::ComingRound& round : coming) {
        if (texts.size() == kComingShown)
            break;
        texts << tr("%1 in %2, %3", "time, how long from now, what")
                     .arg(numbers::timeShort(round.at.value, utcOffset),
                          numbers::duration(std::max<std::int64_t>(round.at.value - now, 0)),
                          words::coming(round));
    }
    m_coming->setText(texts.isEmpty() ? tr("No round is to come.")
                                      : tr("Coming: %1").arg(texts.join(QStringLiteral("   "))));
}

model::TaskId TasksPanel::selected() const
{
    const runtime::TaskRow* row = m_rows.rowAt(m_table->currentIndex());
    return row == nullptr ? 0 : row->id;
}

void TasksPanel::select(model::TaskId task)
{
    if (const int row = m_rows.find(task); row >= 0)
        m_table->setCurrentIndex(m_rows.index(row, 0));
}

} // namespace gavel::schedule
