// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/dead_panel.h"

#include "ui/pipeline/dead/dead_filter.h"
#include "ui/pipeline/dead/minute_bars.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QListView>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::DeadGroup;
using runtime::DeadLetter;

namespace {

constexpr std::size_t kLettersAtOnce = 200;
constexpr std::size_t kMostLetters = 5000;
constexpr qsizetype kValueShown = 40;
constexpr int kListStretch = 1000; ///< the list takes what it needs, then what is left

} // namespace

DeadPanel::DeadPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_most(kLettersAtOnce)
    , m_filter(new FilterEdit(tr("Filter of the dead letters")))
    , m_which(new Segmented)
    , m_list(new QListView)
    , m_sum(new ElidedLabel(TextRole::Body, Token::T2))
    , m_sumCount(new ElidedLabel(TextRole::BodyBold))
    , m_chartTitle(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_chart(new MinuteBars)
    , m_others(new ElidedLabel(TextRole::Body, Token::Info))
    , m_show(new Button(QString(), Button::Kind::Link))
{
    build();
    connectParts();
    retranslate();
}

void DeadPanel::build()
{
    m_filter->setCheck(judgeDeadFilter);
    m_filter->setHighlight(deadFilterSpans);
    m_filter->setComplete([this](const QString& text, int cursor) {
        QStringList rules;
        QStringList sources;
        for (const DeadGroup& group : m_page.groups) {
            rules << words::of(group.rule);
            for (const std::string& source : group.sources)
                sources << words::of(source);
        }
        rules.removeDuplicates();
        sources.removeDuplicates();
        return deadFilterProposals(text.left(cursor), rules, sources);
    });
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new DeadDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sumCount->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const auto row = [](std::initializer_list<QWidget*> parts, int top, int bottom) {
        auto* line = new QHBoxLayout;
        line->setContentsMargins(space::kPadding, top, space::kPadding, bottom);
        line->setSpacing(space::kCell);
        for (QWidget* part : parts)
            line->addWidget(part, part == *parts.begin() ? 1 : 0);
        return line;
    };
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addHeaderWidget(m_which);
    column->addLayout(row({m_filter}, 6, 6));
    column->addWidget(m_list, kListStretch);
    column->addLayout(row({m_sum, m_sumCount}, 5, 5));
    column->addLayout(row({m_chartTitle}, 2, 0));
    column->addLayout(row({m_chart}, 0, 0));
    column->addStretch(1);
    column->addLayout(row({m_others, m_show}, 4, 5));
    setBody(inner);
}

void DeadPanel::connectParts()
{
    connect(m_filter, &FilterEdit::applied, this, [this](const QString& text) {
        m_applied = text;
        m_most = kLettersAtOnce;
        Q_EMIT queryChanged();
    });
    connect(m_which, &Segmented::chosen, this, [this](int index) { showByRule(index == 0); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_filling)
            return;
        Q_EMIT currentChanged();
        Q_EMIT chosenChanged();
    });
    connect(&m_rows, &DeadRows::checkedChanged, this, [this] {
        showFoot();
        Q_EMIT chosenChanged();
    });
    connect(m_list, &QListView::activated, this, &DeadPanel::shownWanted);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (!m_byRule && m_page.count > m_page.letters.size()) {
            m_most = std::min(m_most + kLettersAtOnce, kMostLetters);
            Q_EMIT queryChanged();
        } else {
            m_filter->setText({});
        }
    });
    connect(m_chart, &MinuteBars::minuteChosen, this, [this](qint64 at) {
        m_filter->setText(QStringLiteral("minute = %1").arg(numbers::timeShort(at, m_utcOffset)));
    });
    connect(this, &Panel::staleChanged, m_chart, &MinuteBars::setStale);
}

void DeadPanel::retranslate()
{
    setTitle(tr("Dead letters"));
    setCaption(tr("kept, counted, never billed"));
    m_list->setAccessibleName(tr("Dead letters"));
    m_chart->setAccessibleName(tr("Dead letters per minute"));
    m_filter->setPlaceholder(tr("Filter, for example %1").arg(QStringLiteral("rule = country")));
    showCounts();
    showFoot();
}

runtime::DeadQuery DeadPanel::query() const
{
    auto query = readDeadFilter(m_applied, m_now, m_utcOffset);
    runtime::DeadQuery result = query ? *query : runtime::DeadQuery{};
    result.most = m_most;
    return result;
}

void DeadPanel::showByRule(bool byRule)
{
    m_byRule = byRule;
    m_rows.checkAll(false);
    showRows();
    showCounts();
    showFoot();
}

void DeadPanel::setPage(const runtime::DeadPage& page, std::uint64_t openInAll, TimeMs now,
                        int utcOffset)
{
    stopLoading();
    clearEmpty();
    m_page = page;
    m_openInAll = openInAll;
    m_now = now;
    m_utcOffset = utcOffset;
    showRows();
    showCounts();
    showFoot();
    m_chart->setCounts(page.chartFrom, page.perMinute, utcOffset);
    const std::int64_t to = page.chartFrom.value
        + (static_cast<std::int64_t>(page.perMinute.size()) - 1) * base::kMinuteMs;
    m_chartTitle->setText(page.perMinute.empty()
                              ? QString()
                              : tr("Dead letters per minute, %1 to %2")
                                    .arg(numbers::timeShort(page.chartFrom.value, utcOffset),
                                         numbers::timeShort(to, utcOffset)));
    touch();
}

/// Rows of the view that is chosen; what was selected stays so while it is there.
void DeadPanel::showRows()
{
    const QString before = current() == nullptr ? QString() : current()->key;
    m_filling = true;
    m_rows.update(m_byRule ? groupRows() : letterRows());
    const int row = std::max(m_rows.find(before), 0);
    if (m_rows.rowCount() > 0)
        m_list->setCurrentIndex(m_rows.index(row));
    m_filling = false;
    m_list->setMaximumHeight(std::max(1, m_rows.rowCount()) * DeadDelegate::kRowHeight);
    if ((current() == nullptr ? QString() : current()->key) != before)
        Q_EMIT currentChanged();
    Q_EMIT chosenChanged();
    const bool filtered = !m_applied.isEmpty();
    if (m_rows.rowCount() == 0 && !filtered)
        setEmpty(tr("No dead letter waits. Every event was stored, or known already."));
}

std::vector<DeadRow> DeadPanel::groupRows() const
{
    std::vector<DeadRow> rows;
    rows.reserve(m_page.groups.size());
    for (const DeadGroup& group : m_page.groups) {
        const QString time = numbers::time(group.newestAt.value, m_utcOffset);
        const int others = static_cast<int>(group.sources.size()) - 1;
        rows.push_back(
            {words::of(group.rule) + u'\n' + words::of(group.reason),
             words::of(group.rule),
             words::of(group.reason),
             others > 0 ? tr("%1 and %n more, newest %2", "source, time", others)
                              .arg(words::of(group.source), time)
                        : tr("%1, newest %2", "source, time").arg(words::of(group.source), time),
             words::of(group.value).left(kValueShown),
             group.count,
             0,
             {}});
    }
    return rows;
}

std::vector<DeadRow> DeadPanel::letterRows() const
{
    std::vector<DeadRow> rows;
    rows.reserve(m_page.letters.size());
    for (const DeadLetter& letter : m_page.letters)
        rows.push_back(
            {QString::number(letter.id), words::of(letter.rule), words::of(letter.reason),
             tr("%1, %2", "source, time")
                 .arg(words::of(letter.source), numbers::time(letter.firstAt.value, m_utcOffset)),
             words::of(letter.value).left(kValueShown), 1, letter.id, words::of(letter.state)});
    return rows;
}

void DeadPanel::showCounts()
{
    m_which->setChoices({tr("By rule %1").arg(m_page.groups.size()),
                         tr("Each %1").arg(words::count(m_page.count))});
    m_which->setCurrent(m_byRule ? 0 : 1);
    std::set<std::string> sources;
    for (const DeadGroup& group : m_page.groups)
        sources.insert(group.sources.begin(), group.sources.end());
    m_sum->setText(tr("%1, %2", "rules, sources")
                       .arg(tr("%n rule(s)", nullptr, static_cast<int>(m_page.groups.size())),
                            tr("%n source(s)", nullptr, static_cast<int>(sources.size()))));
    m_sumCount->setText(words::count(m_page.count));
}

/// What is not listed here, and the way to it.
void DeadPanel::showFoot()
{
    const std::uint64_t checked = m_rows.checked().empty() ? 0 : chosenCount();
    const std::uint64_t older = m_byRule || m_page.count < m_page.letters.size()
        ? 0
        : m_page.count - m_page.letters.size();
    const std::uint64_t others
        = m_applied.isEmpty() || m_openInAll < m_page.count ? 0 : m_openInAll - m_page.count;
    m_show->setVisible(older > 0 || others > 0);
    m_show->setText(tr("Show"));
    m_others->setToken(older > 0 || others > 0 ? Token::Info : Token::T2);
    if (checked > 0)
        m_others->setText(tr("%1 checked").arg(words::count(checked)));
    else if (older > 0)
        m_others->setText(tr("%1 older ones wait").arg(words::count(older)));
    else if (others > 0)
        m_others->setText(tr("%1 others wait outside the filter").arg(words::count(others)));
    else
        m_others->setText(m_page.count == 0 && !m_applied.isEmpty() ? tr("The filter hides all.")
                                                                    : tr("Space checks a row."));
}

std::vector<DeadRow> DeadPanel::chosen() const
{
    std::vector<DeadRow> rows = m_rows.checked();
    if (rows.empty() && current() != nullptr)
        rows.push_back(*current());
    return rows;
}

const DeadRow* DeadPanel::current() const
{
    return m_rows.at(m_list->currentIndex());
}

std::uint64_t DeadPanel::chosenCount() const
{
    std::uint64_t sum = 0;
    for (const DeadRow& row : chosen())
        sum += row.count;
    return sum;
}

void DeadPanel::selectNext()
{
    if (m_rows.rowCount() == 0)
        return;
    const int next = (m_list->currentIndex().row() + 1) % m_rows.rowCount();
    m_list->setCurrentIndex(m_rows.index(next));
}

void DeadPanel::showOnly(const QString& field, const QString& value)
{
    m_filter->setText(QStringLiteral("%1 = %2").arg(field, deadFilterValue(value)));
}

} // namespace gavel::pipeline_page
