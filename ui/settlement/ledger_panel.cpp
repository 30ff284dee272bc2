// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/ledger_panel.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QTreeWidget>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr std::size_t kMostRows = 500;
constexpr int kDetailWidth = 170;
constexpr int kAmountWidth = 104;

FilterVerdict judge(const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto read = runtime::checkLedgerFilter(text.toStdString());
    if (!read)
        return filterRefused(read.error().code, read.error().where, read.error().what);
    return {FilterVerdict::State::Valid, {}, -1};
}

QStringList proposals(const QString& /*text*/, int /*cursor*/)
{
    return {QStringLiteral("campaign"), QStringLiteral("advertiser"), QStringLiteral("publisher"),
            QStringLiteral("account"),  QStringLiteral("kind"),       QStringLiteral("code"),
            QStringLiteral("amount"),   QStringLiteral("transfer"),   QStringLiteral("refused"),
            QStringLiteral("by_hand"),  QStringLiteral("and"),        QStringLiteral("or"),
            QStringLiteral("not")};
}

} // namespace

LedgerPanel::LedgerPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const Row& row) { return quint64{row.sequence}; })
    , m_filter(new FilterEdit(tr("Filter of the ledger")))
    , m_count(new ElidedLabel(TextRole::Body, Token::T2))
    , m_table(new DataTable(QString()))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_title(new ElidedLabel(TextRole::BodyBold))
    , m_origin(new ElidedLabel(TextRole::Caption, Token::T2))
    , m_auctions(new QTreeWidget)
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({72, 70, 84, 0, 0, 108});
    m_filter->setCheck(judge);
    m_filter->setComplete(proposals);
    m_auctions->setColumnCount(3);
    m_auctions->setHeaderHidden(true);
    m_auctions->setItemDelegate(new CellDelegate(m_auctions));
    m_auctions->setFrameShape(QFrame::NoFrame);
    m_auctions->setUniformRowHeights(true);
    m_auctions->header()->setStretchLastSection(false);
    m_auctions->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_auctions->setColumnWidth(1, kDetailWidth);
    m_auctions->setColumnWidth(2, kAmountWidth);
    auto* top = new QWidget;
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space::kCell, 6, space::kCell, 6);
    bar->setSpacing(space::kCell);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    auto* below = new QWidget;
    auto* detail = new QVBoxLayout(below);
    detail->setContentsMargins(0, 0, 0, 0);
    detail->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::kPadding, 6, space::kPadding, 4);
    line->setSpacing(space::kPadding);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    line->addWidget(m_title);
    line->addWidget(m_origin, 1);
    detail->addLayout(line);
    detail->addWidget(m_auctions, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(top);
    m_splitter->addWidget(below);
    m_splitter->setSizes({330, 210});
    setBody(m_splitter);
    connectParts();
    retranslate();
}

void LedgerPanel::setColumns()
{
    RowColumn<Row> kind
        = textColumn<Row>(tr("Kind"), [](const Row& row) { return words::transferKind(row.kind); });
    kind.value = [show = std::move(kind.value)](const Row& row, int role) -> QVariant {
        if (role == MarkRole)
            return static_cast<int>(words::transferMark(row.kind));
        return role == Qt::ToolTipRole ? QVariant(words::transferCode(row.code)) : show(row, role);
    };
    const auto account = [](const QString& title, runtime::AccountView Row::*side) {
        RowColumn<Row> column
            = textColumn<Row>(title, [side](const Row& row) { return words::account(row.*side); });
        column.value
            = [side, show = std::move(column.value)](const Row& row, int role) -> QVariant {
            return role == Qt::ToolTipRole ? QVariant(words::of((row.*side).account))
                                           : show(row, role);
        };
        return column;
    };
    m_rows.setColumns(
        {textColumn<Row>(
             tr("Time"),
             [this](const Row& row) { return numbers::time(row.at.value, m_utcOffset); }),
         textColumn<Row>(tr("Transfer"),
                         [](const Row& row) { return words::transfer(row.sequence); }),
         std::move(kind), account(tr("From"), &Row::from), account(tr("To"), &Row::to),
         textColumn<Row>(
             tr("Amount"), [](const Row& row) { return words::exact(row.amount); }, true)});
}

void LedgerPanel::connectParts()
{
    connect(m_filter, &FilterEdit::applied, this, [this](const QString& text) {
        m_applied = text;
        Q_EMIT queryChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT selectedChanged();
    });
    connect(m_table, &DataTable::opened, this, &LedgerPanel::adjustmentWanted);
    connect(m_auctions, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const quint64 auction = item->data(0, IdRole).toULongLong(); auction != 0)
            Q_EMIT auctionWanted(auction);
    });
}

runtime::LedgerQuery LedgerPanel::query() const
{
    runtime::LedgerQuery query;
    query.filter = m_applied.toStdString();
    query.count = kMostRows;
    return query;
}

void LedgerPanel::setPage(const Result<runtime::LedgerPage>& page, int utcOffset)
{
    m_utcOffset = utcOffset;
    if (!page) {
        if (page.error().code == "NOT_KEPT")
            return setNothing(
                tr("This market keeps no ledger: run it with its events kept in a workspace."));
        setError({words::of(page.error().where),
                  words::of(page.error().what),
                  words::of(page.error().advice),
                  {},
                  {}});
        return;
    }
    clearError();
    clearEmpty();
    const std::uint64_t before = selected();
    m_filling = true;
    m_rows.update(page->rows);
    m_filling = false;
    if (selected() == 0 && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    else if (selected() != before)
        Q_EMIT selectedChanged();
    const auto number
        = [](std::size_t value) { return numbers::count(static_cast<std::int64_t>(value)); };
    const QString counted
        = page->isWholeCount ? tr("%1 of %2") : tr("more than %1 of %2", "transfers that match");
    m_count->setText(m_applied.isEmpty()
                         ? number(page->total)
                         : counted.arg(number(page->matching), number(page->total)));
    if (page->total == 0)
        setEmpty(tr("Nothing has moved yet."));
    touch();
}

void LedgerPanel::setNothing(const QString& sentence)
{
    m_rows.update({});
    m_count->setText({});
    setTransfer({});
    setEmpty(sentence);
    touch();
}

QTreeWidgetItem* LedgerPanel::itemOf(const runtime::DrillRow& row) const
{
    auto* item = new QTreeWidgetItem;
    const QString wins = tr("%Ln win(s)", nullptr, static_cast<int>(row.wins));
    const QString name = row.name.empty() ? tr("every campaign") : words::of(row.name);
    if (row.auction != 0) {
        item->setText(0, tr("auction %1, %2").arg(row.auction).arg(name));
        item->setText(1, tr("price %1 per 1,000").arg(numbers::cpm(row.nanos, 6)));
        item->setToolTip(0, tr("Enter opens the auction."));
    } else {
        item->setText(0, row.depth == 0 ? tr("What the round settled, %1").arg(name) : name);
        item->setText(1, wins);
    }
    item->setText(2, words::nanos(row.nanos, 6));
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(0, IdRole, QVariant::fromValue<qulonglong>(row.auction));
    return item;
}

void LedgerPanel::showDetailWords(const runtime::TransferDetail& detail)
{
    m_title->setText(tr("%1 down to its auctions").arg(words::transfer(detail.row.sequence)));
    QStringList parts{words::transferCode(detail.row.code)};
    if (detail.windowEnd != TimeMs{})
        parts << tr("round of %1").arg(numbers::time(detail.windowEnd.value, m_utcOffset));
    if (!detail.actor.empty())
        parts << tr("by %1: %2", "person, reason")
                     .arg(words::of(detail.actor), words::of(detail.reason));
    for (const Row& linked : detail.linked)
        parts << tr("linked to %1, %2 %3", "transfer, kind, amount")
                     .arg(words::transfer(linked.sequence), words::transferKind(linked.kind),
                          words::exact(linked.amount));
    if (detail.rows.empty())
        parts << tr("of no auction");
    m_origin->setText(parts.join(QStringLiteral(" · ")));
}

void LedgerPanel::setTransfer(const std::optional<runtime::TransferDetail>& detail)
{
    if (!detail) {
        m_shown = 0;
        m_auctions->clear();
        m_title->setText({});
        m_origin->setText({});
        return;
    }
    showDetailWords(*detail);
    if (detail->row.sequence == m_shown)
        return; // a transfer never changes; what is open stays open
    m_shown = detail->row.sequence;
    m_auctions->clear();
    std::array<QTreeWidgetItem*, 4> path{};
    std::vector<std::pair<QTreeWidgetItem*, std::size_t>> cut;
    for (const runtime::DrillRow& row : detail->rows) {
        const auto depth = static_cast<std::size_t>(std::clamp(row.depth, 0, 3));
        QTreeWidgetItem* item = itemOf(row);
        path[depth] = item;
        if (depth == 0 || path[depth - 1] == nullptr)
            m_auctions->addTopLevelItem(item);
        else
            path[depth - 1]->addChild(item);
        if (row.more > 0)
            cut.emplace_back(item, row.more);
    }
    for (const auto& [item, more] : cut)
        item->addChild(new QTreeWidgetItem(
            {tr("%1 more").arg(numbers::count(static_cast<std::int64_t>(more)))}));
    m_auctions->expandToDepth(0);
}

std::uint64_t LedgerPanel::selected() const
{
    const Row* row = m_rows.rowAt(m_table->currentIndex());
    return row == nullptr ? 0 : row->sequence;
}

void LedgerPanel::retranslate()
{
    setTitle(tr("Ledger"));
    setCaption(tr("append only; corrections are linked reversals"));
    m_table->setAccessibleName(tr("Ledger"));
    m_auctions->setAccessibleName(tr("Auctions of the transfer"));
    m_filter->setPlaceholder(tr("A number, or for example %1")
                                 .arg(QStringLiteral("campaign = \"camp-001\" and by_hand")));
    setColumns();
}

} // namespace gavel::settlement
