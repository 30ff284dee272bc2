// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/settlement_page.h"

#include "ui/settlement/documents_panel.h"
#include "ui/settlement/ledger_panel.h"
#include "ui/settlement/money_panel.h"
#include "ui/settlement/reconciliation_panel.h"
#include "ui/settlement/settlement_words.h"
#include "ui/settlement/wallets_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_group.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSplitter>

#include <utility>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kNarrowWidth = 1180;
constexpr int kTallHeight = 1100;
constexpr int kTopHeight = 205;
constexpr int kLookEveryMs = 2000; ///< a look reads the file

} // namespace

SettlementPage::SettlementPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                               QWidget* parent)
    : Page(client, navigator, parent)
    , m_money(kLookEveryMs)
    , m_reading(kLookEveryMs)
    , m_comparing(kLookEveryMs)
    , m_dayBox(new QComboBox(this))
    , m_find(new Button(QString(), Button::Kind::Normal, this))
    , m_adjust(new Button(QString(), Button::Kind::Normal, this))
    , m_export(new Button(QString(), Button::Kind::Normal, this))
    , m_wallets(new WalletsPanel)
    , m_equation(new MoneyPanel)
    , m_ledger(new LedgerPanel)
    , m_documents(new DocumentsPanel)
    , m_books(new ReconciliationPanel)
    , m_rows(new QSplitter(Qt::Vertical))
    , m_top(new QSplitter(Qt::Horizontal))
    , m_bottom(new PanelGroup(Qt::Horizontal))
{
    build();
    connectPanels();
    arrange();
}

void SettlementPage::build()
{
    m_find->setIconName(QStringLiteral("search"));
    m_adjust->setIconName(QStringLiteral("plus"));
    m_export->setIconName(QStringLiteral("export"));
    m_export->setOpensMenu(true);
    m_dayBox->setMinimumWidth(130);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    for (QSplitter* splitter : {m_rows, m_top}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    m_top->addWidget(m_wallets);
    m_top->addWidget(m_equation);
    m_rows->addWidget(m_top);
    m_rows->addWidget(m_bottom);
    m_rows->setStretchFactor(1, 1);
    column->addWidget(m_rows);
}

void SettlementPage::connectPanels()
{
    for (Panel* panel : QList<Panel*>{m_wallets, m_equation, m_ledger})
        panel->setPeriod(2 * kLookEveryMs);
    connect(m_wallets, &WalletsPanel::selectedChanged, this, [this] {
        if (const runtime::WalletView* wallet = m_wallets->selected()) {
            m_documents->choose(words::of(wallet->advertiserId));
            if (runs())
                lookAtPapers();
        }
    });
    connect(m_wallets, &WalletsPanel::payInWanted, this, &SettlementPage::payIn);
    connect(m_wallets, &WalletsPanel::termsWanted, this, &SettlementPage::changeTerms);
    connect(m_ledger, &LedgerPanel::queryChanged, this, [this] {
        if (runs())
            lookAtMoney();
    });
    connect(m_ledger, &LedgerPanel::selectedChanged, this, [this] {
        if (runs())
            lookAtMoney();
        navigator().pageChanged();
    });
    connect(m_ledger, &LedgerPanel::adjustmentWanted, this, &SettlementPage::adjust);
    connect(m_documents, &DocumentsPanel::queryChanged, this, [this] {
        if (runs())
            lookAtPapers();
    });
    connect(m_documents, &DocumentsPanel::previewWanted, this, &SettlementPage::printPreview);
    connect(m_documents, &DocumentsPanel::exportWanted, this,
            [this](const QPoint& place) { showExports(place, true); });
    connect(m_documents, &DocumentsPanel::invoiceWanted, this, &SettlementPage::issueInvoice);
    connect(m_books, &ReconciliationPanel::hourChanged, this, [this] {
        if (runs())
            lookAtBooks();
    });
    connect(m_books, &ReconciliationPanel::refundWanted, this, &SettlementPage::refund);
    connect(m_books, &ReconciliationPanel::dayChosen, this,
            [this](qint64 moment) { chooseDay({moment}); });
    const auto openAuction = [this](quint64 auction) { navigator().openAuction(auction); };
    connect(m_ledger, &LedgerPanel::auctionWanted, this, openAuction);
    connect(m_books, &ReconciliationPanel::auctionWanted, this, openAuction);
    connect(m_dayBox, &QComboBox::activated, this,
            [this](int index) { chooseDay({m_dayBox->itemData(index).toLongLong()}); });
    connect(m_find, &QPushButton::clicked, this, &SettlementPage::openFilter);
    connect(m_adjust, &QPushButton::clicked, this, &SettlementPage::adjust);
    connect(m_export, &QPushButton::clicked, this, [this] {
        showExports(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)), false);
    });
}

/// Where the page is narrow documents and books are tabs beside the ledger.
void SettlementPage::arrange()
{
    m_bottom->setPanels({m_ledger, m_documents, m_books}, m_narrow);
    resetLayout();
}

void SettlementPage::resetLayout()
{
    m_rows->setSizes({m_tall ? 2 * kTopHeight : kTopHeight, 563});
    m_top->setSizes({680, 560});
    if (!m_narrow)
        m_bottom->splitter()->setSizes({596, 300, 372});
}

void SettlementPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrowWidth;
    const bool tall = height() >= kTallHeight;
    if (narrow == m_narrow && tall == m_tall)
        return;
    m_narrow = narrow;
    m_tall = tall;
    arrange();
}

bridge::PageInfo SettlementPage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("settlement");
    page.icon = QStringLiteral("scale");
    page.title = tr("Settlement");
    page.sentence = runs() ? tr("Every amount can be followed to the auction that made it.")
                           : tr("No market runs, so no money moves.");
    return page;
}

bool SettlementPage::runs() const
{
    return m_snapshot && m_snapshot->settlement.running;
}

void SettlementPage::retranslate()
{
    m_find->setText(tr("Find an amount…"));
    m_find->setKeyHint(QStringLiteral("/"));
    m_adjust->setText(tr("Adjustment…"));
    m_export->setText(tr("Export"));
    m_dayBox->setAccessibleName(tr("Day"));
    m_wallets->retranslate();
    m_equation->retranslate();
    m_ledger->retranslate();
    m_documents->retranslate();
    m_books->retranslate();
    m_bottom->retranslate();
    m_daysListed.clear();
    if (m_snapshot)
        look();
}

QList<QWidget*> SettlementPage::headerActions()
{
    return {m_dayBox, m_find, m_adjust, m_export};
}

void SettlementPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    const bool ran = runs();
    m_snapshot = snapshot;
    if (ran != runs())
        navigator().pageChanged();
    if (!runs()) {
        if (ran || !m_money.wasAsked())
            showStopped();
        return;
    }
    if (m_money.isDue())
        lookAtMoney();
    if (m_reading.isDue())
        lookAtPapers();
    if (m_comparing.isDue())
        lookAtBooks();
}

TimeMs SettlementPage::midnightOf(TimeMs moment) const
{
    const std::int64_t offset = m_snapshot->utcOffsetMinutes * base::kMinuteMs;
    return {base::floorDivide(moment.value + offset, base::kDayMs) * base::kDayMs - offset};
}

TimeMs SettlementPage::day() const
{
    if (m_day != TimeMs{})
        return m_day;
    // A window that ends at midnight is of the day before.
    return midnightOf(std::max(m_snapshot->settlement.settledTo + -1, m_snapshot->start));
}

runtime::StatementQuery SettlementPage::statementQuery() const
{
    runtime::StatementQuery query;
    if (const runtime::OwnerView* owner = m_documents->owner()) {
        query.ownerId = owner->id;
        query.isPublisher = owner->isPublisher;
    }
    query.from = day();
    query.to = query.from + base::kDayMs;
    return query;
}

} // namespace gavel::settlement
