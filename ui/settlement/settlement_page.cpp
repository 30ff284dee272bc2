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
constexpr int kMostDays = 62;

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

void SettlementPage::look()
{
    if (!m_snapshot)
        return;
    if (!runs())
        return showStopped();
    lookAtMoney();
    lookAtPapers();
    lookAtBooks();
}

void SettlementPage::lookAtMoney()
{
    if (!m_money.begin())
        return;
    client().ask(
        this,
        [query = m_ledger->query(), moment = day(),
         transfer = m_ledger->selected()](runtime::Engine& engine) {
            const runtime::SettlementDesk& desk = engine.settlement();
            Balances balances;
            balances.wallets = desk.wallets();
            balances.owners = desk.owners();
            balances.day = desk.day(moment);
            balances.ledger = desk.ledger(query);
            if (transfer != 0)
                if (auto detail = desk.transfer(transfer))
                    balances.transfer = std::move(*detail);
            return balances;
        },
        [this](const Balances& balances) {
            const bool again = m_money.end();
            showMoney(balances);
            if (again)
                lookAtMoney();
        });
}

void SettlementPage::lookAtPapers()
{
    if (m_documents->owner() == nullptr || !m_reading.begin())
        return;
    if (m_read != statementQuery())
        m_documents->startLoading(tr("Reading the events of the day…"));
    m_read = statementQuery();
    client().ask(
        this,
        [wanted = statementQuery()](runtime::Engine& engine) {
            const runtime::SettlementDesk& desk = engine.settlement();
            Papers papers;
            papers.statement = desk.statement(wanted);
            if (!wanted.isPublisher)
                papers.invoices = desk.invoices(wanted.ownerId);
            return papers;
        },
        [this](const Papers& papers) {
            const bool again = m_reading.end();
            showPapers(papers);
            if (again)
                lookAtPapers();
        });
}

void SettlementPage::lookAtBooks()
{
    if (!m_comparing.begin())
        return;
    if (m_compared != day())
        m_books->startLoading(tr("Comparing the books of the day…"));
    m_compared = day();
    client().ask(
        this,
        [from = m_compared, to = m_compared + base::kDayMs,
         hour = m_books->chosenHour()](runtime::Engine& engine) {
            const runtime::SettlementDesk& desk = engine.settlement();
            Books books;
            books.hours = desk.reconciliation(from, to);
            if (hour && hour->from >= from && hour->to <= to)
                books.differences = desk.differences(hour->from, hour->to);
            else if (!books.hours.empty())
                books.differences
                    = desk.differences(books.hours.back().from, books.hours.back().to);
            books.month = desk.month(from);
            return books;
        },
        [this](const Books& books) {
            const bool again = m_comparing.end();
            showBooks(books);
            if (again)
                lookAtBooks();
        });
}

void SettlementPage::showMoney(const Balances& balances)
{
    if (!runs())
        return showStopped();
    const int offset = m_snapshot->utcOffsetMinutes;
    showDays();
    m_wallets->setWallets(balances.wallets);
    m_equation->setDay(balances.day, offset);
    m_ledger->setPage(balances.ledger, offset);
    m_ledger->setTransfer(balances.transfer);
    const bool hadOwner = m_documents->owner() != nullptr;
    m_documents->setOwners(balances.owners);
    if (!hadOwner && m_documents->owner() != nullptr)
        lookAtPapers();
}

void SettlementPage::showPapers(const Papers& papers)
{
    if (!runs())
        return showStopped();
    m_documents->stopLoading();
    if (!papers.statement && papers.statement.error().code == "NOT_KEPT")
        return m_documents->setNothing(tr("Statements need a ledger that is kept."));
    m_documents->setStatement(papers.statement, m_snapshot->utcOffsetMinutes);
    m_documents->setInvoices(papers.invoices, m_snapshot->utcOffsetMinutes);
}

void SettlementPage::showBooks(const Books& books)
{
    if (!runs())
        return showStopped();
    m_books->stopLoading();
    m_books->setHours(books.hours, m_snapshot->settlement.today.currency,
                      m_snapshot->utcOffsetMinutes);
    m_books->setDifferences(books.differences);
    m_books->setMonth(books.month, day());
}

void SettlementPage::showDays()
{
    QList<qint64> days;
    const TimeMs first = midnightOf(m_snapshot->start);
    for (TimeMs day
         = midnightOf(std::max(m_snapshot->settlement.settledTo + -1, m_snapshot->start));
         day >= first && days.size() < kMostDays; day = day + -base::kDayMs)
        days << day.value;
    if (days == m_daysListed || m_dayBox->view()->isVisible())
        return;
    m_daysListed = days;
    m_dayBox->clear();
    m_dayBox->addItem(tr("Newest day"), qint64{0});
    for (const qint64 day : days)
        m_dayBox->addItem(numbers::date(day, m_snapshot->utcOffsetMinutes), day);
    m_dayBox->setCurrentIndex(std::max(m_dayBox->findData(qint64{m_day.value}), 0));
}

void SettlementPage::chooseDay(TimeMs day)
{
    m_day = day;
    m_dayBox->setCurrentIndex(std::max(m_dayBox->findData(qint64{m_day.value}), 0));
    look();
}

void SettlementPage::showStopped()
{
    m_money.pass();
    m_day = {};
    m_daysListed.clear();
    m_dayBox->clear();
    m_wallets->setWallets({});
    m_wallets->setEmpty(tr("No market runs. Choose a scenario in Training, or go live."),
                        tr("Open Training"),
                        [this] { navigator().openPage(QStringLiteral("training")); });
    m_equation->setEmpty(tr("The equation of a day appears with its first round."));
    m_ledger->setNothing(tr("Transfers appear with the first round of a market."));
    m_documents->setNothing(tr("Statements appear with the first charge."));
    m_books->setNothing(tr("The three books appear with the first round."));
}

} // namespace gavel::settlement
