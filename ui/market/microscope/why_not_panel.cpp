// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/why_not_panel.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kBarRow = 18;
constexpr int kNameWidth = 116;
constexpr int kAlsoWidth = 84;
constexpr int kCaption = 22;
constexpr int kMostBars = 9; ///< in sight; the others are scrolled to

/// Gives its table the height of whole rows.
class WholeRows final : public QWidget
{
public:
    explicit WholeRows(DataTable* table)
        : m_table(table)
    {
        table->setParent(this);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setMinimumHeight(space::kTreeRow);
    }

protected:
    void resizeEvent(QResizeEvent* /*event*/) override
    {
        m_table->setWidths(
            {std::max(kNameWidth, width() / 4), 0, std::max(kAlsoWidth, width() / 5)});
        m_table->setGeometry(0, 0, width(), height() / space::kTreeRow * space::kTreeRow);
    }

private:
    DataTable* m_table;
};

QWidget* captionRow(QWidget* left, QWidget* right)
{
    auto* box = new QWidget;
    box->setFixedHeight(kCaption);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(space::kCell, 0, space::kCell, 0);
    row->addWidget(left);
    row->addWidget(right, 1);
    return box;
}

} // namespace

WhyNotPanel::WhyNotPanel(const Names& names, QWidget* parent)
    : Panel(QString(), parent)
    , m_campaigns(names)
    , m_bars(new BarList(QString()))
    , m_group(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_also(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_table(new DataTable(QString()))
    , m_more(new Button(QString(), Button::Kind::Link))
    , m_sum(new ElidedLabel(TextRole::Caption, Token::T3))
{
    build();
    connect(m_bars, &BarList::selected, this, &WhyNotPanel::showGroup);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(IdRole).toString(); !id.isEmpty())
            Q_EMIT campaignOpened(id);
    });
    connect(m_table, &DataTable::openedBeside, this, [this](const QModelIndex& index) {
        if (const QString id = index.data(IdRole).toString(); !id.isEmpty())
            Q_EMIT campaignOpenedBeside(id);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_table->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &WhyNotPanel::showMore);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &WhyNotPanel::showMore);
    retranslate();
}

void WhyNotPanel::build()
{
    m_bars->setSelectable(true);
    m_bars->setRowHeight(kBarRow);
    m_bars->setLabelShare(0.44);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_bars);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_bars->setAutoFillBackground(false);
    m_table->setModel(&m_campaigns);
    m_table->horizontalHeader()->hide();
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_also->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 2);
    column->addWidget(captionRow(m_group, m_also));
    column->addWidget(new WholeRows(m_table), 1);
    m_more->setDense(true);
    m_sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    column->addWidget(captionRow(m_more, m_sum));
    setBody(body);
    m_barArea = scroll;
}

void WhyNotPanel::retranslate()
{
    setTitle(tr("Why not"));
    m_bars->setAccessibleName(tr("Why campaigns did not bid"));
    m_table->setAccessibleName(tr("Campaigns of the chosen reason"));
    showGroups();
}

void WhyNotPanel::setTrace(const TracePtr& trace)
{
    m_trace = trace;
    m_whyNot = whyNotOf(*trace);
    showGroups();
}

void WhyNotPanel::showGroups()
{
    std::vector<BarRow> rows;
    bool keepsChoice = false;
    for (const WhyNotGroup& group : m_whyNot.groups) {
        const auto count = static_cast<std::int64_t>(group.campaigns.size());
        BarRow row;
        row.key = group.key;
        row.label = group.label;
        row.value = static_cast<double>(count);
        row.text = numbers::count(count);
        keepsChoice = keepsChoice || group.key == m_chosen;
        rows.push_back(row);
    }
    if (!keepsChoice)
        m_chosen = m_whyNot.groups.empty() ? QString() : m_whyNot.groups.front().key;
    for (BarRow& row : rows)
        if (row.key == m_chosen)
            row.token = Token::Accent;
    const auto total = static_cast<int>(m_whyNot.total);
    const auto bid = static_cast<int>(m_whyNot.bid);
    setCaption(
        tr("%1 of %Ln campaign(s) did not bid", nullptr, total).arg(numbers::count(total - bid)));
    m_sum->setText(
        tr("%1 bid + %2 did not = %3 campaigns")
            .arg(numbers::count(bid), numbers::count(total - bid), numbers::count(total)));
    const auto bars = static_cast<int>(rows.size());
    m_bars->setMinimumHeight(kBarRow * bars);
    m_barArea->setMaximumHeight(kBarRow * std::clamp(bars, 1, kMostBars));
    m_bars->setRows(std::move(rows));
    m_bars->setCurrent(m_chosen);
    showGroup(m_chosen);
}

void WhyNotPanel::showGroup(const QString& key)
{
    if (key != m_chosen) {
        m_chosen = key;
        showGroups();
        return;
    }
    for (const WhyNotGroup& group : m_whyNot.groups) {
        if (group.key != key)
            continue;
        m_group->setText(
            tr("%1: %Ln campaign(s)", nullptr, static_cast<int>(group.campaigns.size()))
                .arg(group.label));
        m_also->setText(tr("and also"));
        m_campaigns.show(m_trace, group.campaigns);
        m_table->verticalHeader()->setDefaultSectionSize(space::kTreeRow);
        // A reason reaches over the last column where nothing stands in it.
        m_table->clearSpans();
        for (int row = 0; row < m_campaigns.rowCount(); ++row)
            if (m_campaigns.index(row, 2).data().toString().isEmpty())
                m_table->setSpan(row, 1, 1, 2);
        m_table->scrollToTop();
        showMore();
        return;
    }
    m_group->setText({});
    m_also->setText({});
    m_campaigns.show(nullptr, {});
    showMore();
}

/// How many campaigns stand below the last in sight.
void WhyNotPanel::showMore()
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    const int below = bar->maximum() - bar->value();
    m_more->setVisible(below > 0);
    m_more->setText(tr("%n more", nullptr, below));
    m_more->updateGeometry();
}

} // namespace gavel::auctions
