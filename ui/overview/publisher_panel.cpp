// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/publisher_panel.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>

#include <algorithm>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kFooter = 26;
constexpr int kPublisherSeries = 2;

QString keyOf(const PublisherRow& row)
{
    return row.id.isEmpty() ? QStringLiteral("/%1").arg(static_cast<int>(row.kind)) : row.id;
}

} // namespace

std::vector<PublisherRow> publisherRows(const runtime::Snapshot& snapshot, int most)
{
    std::vector<const runtime::SupplyView*> publishers;
    PublisherRow sum{{}, {}, RowKind::Total, {}, 0};
    for (const runtime::SupplyView& publisher : snapshot.publishers) {
        publishers.push_back(&publisher);
        sum.revenue += publisher.revenue;
    }
    std::stable_sort(publishers.begin(), publishers.end(),
                     [](const auto* a, const auto* b) { return a->revenue > b->revenue; });
    const std::size_t room = static_cast<std::size_t>(std::max(most - 1, 1));
    const std::size_t single = publishers.size() <= room ? publishers.size() : room - 1;
    const std::int64_t largest = publishers.empty() ? 0 : publishers.front()->revenue.micros;
    std::vector<PublisherRow> rows;
    for (std::size_t i = 0; i < single; ++i)
        rows.push_back({QString::fromStdString(publishers[i]->id),
                        QString::fromStdString(publishers[i]->name), RowKind::Normal,
                        publishers[i]->revenue,
                        numbers::ratio(static_cast<double>(publishers[i]->revenue.micros),
                                       static_cast<double>(largest))
                            .value_or(0)});
    if (single < publishers.size()) {
        PublisherRow others;
        for (std::size_t i = single; i < publishers.size(); ++i)
            others.revenue += publishers[i]->revenue;
        others.name = PublisherPanel::tr("%n other(s)", nullptr,
                                         static_cast<int>(publishers.size() - single));
        rows.push_back(others);
    }
    sum.name = PublisherPanel::tr("%n publisher(s)", nullptr, static_cast<int>(publishers.size()));
    rows.push_back(sum);
    return rows;
}

PublisherPanel::PublisherPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows(keyOf)
    , m_table(new DataTable(QString()))
    , m_equation(new ElidedLabel(TextRole::Caption, Token::T2))
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kCell, 0, space::kCell, 0);
    m_equation->setFixedHeight(kFooter);
    foot->addWidget(m_equation);
    column->addLayout(foot);
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({0, 44, 66});
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBody(body);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex& index) {
        const PublisherRow* row = m_rows.rowAt(index);
        if (row && !row->id.isEmpty())
            Q_EMIT opened(row->id);
    });
    retranslate();
}

void PublisherPanel::setColumns()
{
    const auto kind = [](const PublisherRow& row, int role) -> QVariant {
        if (role == RowKindRole)
            return static_cast<int>(row.kind);
        return role == ToneRole && row.id.isEmpty() && row.kind == RowKind::Normal
            ? QVariant(static_cast<int>(Token::T2))
            : QVariant();
    };
    m_rows.setColumns({
        {tr("Publisher"),
         [kind](const PublisherRow& row, int role) -> QVariant {
             return role == Qt::DisplayRole || role == Qt::ToolTipRole ? row.name : kind(row, role);
         },
         {},
         false,
         {}},
        {QString(),
         [kind](const PublisherRow& row, int role) -> QVariant {
             if (role == BarRole && !row.id.isEmpty())
                 return QVariant::fromValue(
                     CellBar{CellBar::Kind::Plain, row.share, -1, kPublisherSeries, -1});
             return kind(row, role);
         },
         {},
         false,
         {}},
        {tr("Revenue"),
         [kind](const PublisherRow& row, int role) -> QVariant {
             if (role == Qt::DisplayRole)
                 return numbers::amount(row.revenue.micros, 0);
             return role == Qt::ToolTipRole ? QVariant(numbers::amount(row.revenue.micros, 6))
                                            : kind(row, role);
         },
         {},
         true,
         {}},
    });
}

void PublisherPanel::retranslate()
{
    setTitle(tr("Publisher revenue"));
    m_table->setAccessibleName(tr("Publisher revenue"));
    setColumns();
    fill();
}

void PublisherPanel::setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot)
{
    m_snapshot = snapshot;
    setCaption(tr("since the start, %1").arg(QString::fromUtf8(snapshot->currency.code, 3)));
    fill();
    touch();
}

void PublisherPanel::fill()
{
    if (!m_snapshot)
        return;
    if (m_snapshot->publishers.empty()) {
        setEmpty(tr("This market has no publishers."));
        return;
    }
    clearEmpty();
    const int room = height() - headerHeight() - space::kTableHeader - kFooter - 2;
    m_rows.update(publisherRows(*m_snapshot, std::max(3, room / Theme::current().rowPixels())));
    showEquation();
}

/// Publishers are rounded down to whole micro-units one by one; more than that is a difference.
void PublisherPanel::showEquation()
{
    const runtime::Totals& total = m_snapshot->total;
    Money earned;
    for (const runtime::SupplyView& publisher : m_snapshot->publishers)
        earned += publisher.revenue;
    const std::int64_t difference = (total.cost - total.fee - earned).micros;
    const auto rounding = static_cast<std::int64_t>(m_snapshot->publishers.size()) + 1;
    const bool closes = std::abs(difference) <= rounding;
    const auto whole = [](Money amount) { return numbers::amount(amount.micros, 0); };
    m_equation->setToken(closes ? Token::T2 : Token::Bad);
    m_equation->setText(closes ? tr("paid %1 = earned %2 + fees %3")
                                     .arg(whole(total.cost), whole(earned), whole(total.fee))
                               : tr("paid %1 is not earned %2 + fees %3: the difference is %4")
                                     .arg(whole(total.cost), whole(earned), whole(total.fee),
                                          numbers::amount(difference, 6)));
}

void PublisherPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fill();
}

} // namespace gavel::overview
