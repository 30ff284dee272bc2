// SPDX-License-Identifier: GPL-3.0-or-later
// What the page reads, and how it is shown.
#include "ui/settlement/documents_panel.h"
#include "ui/settlement/ledger_panel.h"
#include "ui/settlement/money_panel.h"
#include "ui/settlement/reconciliation_panel.h"
#include "ui/settlement/settlement_page.h"
#include "ui/settlement/settlement_words.h"
#include "ui/settlement/wallets_panel.h"
#include "ui/widgets/numbers.h"

#include <QAbstractItemView>
#include <QComboBox>

#include <algorithm>
#include <utility>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kMostDays = 62;

} // namespace

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
            if (!books.hours.empty()) {
                const bool isHere = hour && hour->from >= from && hour->to <= to;
                const runtime::ReconciledHour& wanted = isHere ? *hour : books.hours.back();
                const bool agrees = std::ranges::any_of(books.hours, [&](const auto& known) {
                    return known.from == wanted.from && known.to == wanted.to && known.agrees();
                });
                books.differences.from = wanted.from;
                books.differences.to = wanted.to;
                if (!agrees) // else there is nothing to read
                    books.differences = desk.differences(wanted.from, wanted.to);
            }
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
