// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/reconciliation_panel.h"

#include "ui/settlement/month_view.h"
#include "ui/settlement/settlement_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>

namespace gavel::settlement {

using namespace widgets;
using runtime::DifferingAuction;
using runtime::ReconciledHour;

namespace {

constexpr int kBookDecimals = 4;
constexpr int kExactDecimals = 6;

/// Of a column's cell; nothing = as usual.
std::optional<Token> toneOf(const ReconciledHour& hour, std::size_t column)
{
    const bool isOff = column == 1 ? hour.seats != hour.exchange
        : column == 3              ? hour.publishers != hour.exchange
                                   : column == 4 && !hour.agrees();
    if (isOff)
        return hour.closed ? Token::Warn : Token::T2;
    return column == 0 && !hour.closed ? std::optional(Token::T3) : std::nullopt;
}

} // namespace

ReconciliationPanel::ReconciliationPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_hourRows([](const Row& row) { return row.summed > 0 ? qint64{-1} : row.hour.from.value; })
    , m_auctionRows([](const DifferingAuction& auction) { return quint64{auction.auction}; })
    , m_hours(new DataTable(QString()))
    , m_verdict(new ElidedLabel(TextRole::BodyBold))
    , m_differences(new DataTable(QString()))
    , m_books(new QLabel)
    , m_month(new ElidedLabel(TextRole::BodyBold))
    , m_monthWords(new ElidedLabel(TextRole::Body, Token::T2))
    , m_monthView(new MonthView)
    , m_open(new Button(QString(), Button::Kind::Primary))
    , m_refund(new Button(QString()))
{
    setColumns();
    m_hours->setModel(&m_hourRows);
    m_hours->setWidths({52, 0, 0, 0, 76});
    m_differences->setModel(&m_auctionRows);
    m_differences->setWidths({66, 0, 90, 76});
    build();
    connect(m_hours->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            Q_EMIT hourChanged();
    });
    connect(m_differences->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReconciliationPanel::showWords);
    const auto open = [this] {
        if (const DifferingAuction* auction = chosenAuction())
            Q_EMIT auctionWanted(auction->auction);
    };
    connect(m_differences, &DataTable::opened, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_refund, &QPushButton::clicked, this, &ReconciliationPanel::refundWanted);
    connect(m_monthView, &MonthView::dayChosen, this, &ReconciliationPanel::dayChosen);
    retranslate();
}

void ReconciliationPanel::build()
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_hours, 3);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    words->addWidget(m_verdict);
    column->addLayout(words);
    column->addWidget(m_differences, 2);
    m_books->setWordWrap(true);
    m_books->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    column->addWidget(m_books);
    auto* month = new QVBoxLayout;
    month->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    month->setSpacing(6);
    auto* title = new QHBoxLayout;
    m_month->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_monthWords->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    title->addWidget(m_month);
    title->addWidget(m_monthWords, 1);
    month->addLayout(title);
    month->addWidget(m_monthView);
    column->addLayout(month);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    foot->setSpacing(space::kCell);
    m_open->setIconName(QStringLiteral("market"));
    foot->addWidget(m_open);
    foot->addWidget(m_refund);
    foot->addStretch(1);
    column->addLayout(foot);
    setBody(inner);
}

void ReconciliationPanel::setColumns()
{
    const auto book = [](const QString& title, std::int64_t ReconciledHour::*nanos) {
        return textColumn<Row>(
            title, [nanos](const Row& row) { return words::nanos(row.hour.*nanos, kBookDecimals); },
            true);
    };
    RowColumn<Row> differs = textColumn<Row>(
        tr("Differs"),
        [](const Row& row) { return words::nanos(row.hour.difference(), kBookDecimals); }, true);
    std::vector<RowColumn<Row>> columns{
        textColumn<Row>(tr("Hour"),
                        [this](const Row& row) {
                            return row.summed > 0
                                ? tr("%1 h", "hours").arg(row.summed)
                                : numbers::timeShort(row.hour.from.value, m_utcOffset);
                        }),
        book(tr("Seats"), &ReconciledHour::seats), book(tr("Exchange"), &ReconciledHour::exchange),
        book(tr("Publishers"), &ReconciledHour::publishers), std::move(differs)};
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i].value
            = [i, show = std::move(columns[i].value)](const Row& row, int role) -> QVariant {
            if (role == RowKindRole && row.summed > 0)
                return static_cast<int>(RowKind::Total);
            if (role == ToneRole)
                if (const auto tone = toneOf(row.hour, i))
                    return static_cast<int>(*tone);
            if (role == Qt::ToolTipRole && i == 0 && !row.hour.closed)
                return tr("Still open: events may come.");
            return show(row, role);
        };
    m_hourRows.setColumns(std::move(columns));
    m_auctionRows.setColumns(
        {textColumn<DifferingAuction>(
             tr("Time"),
             [this](const DifferingAuction& a) { return numbers::time(a.at.value, m_utcOffset); }),
         textColumn<DifferingAuction>(
             tr("Placement"), [](const DifferingAuction& a) { return words::of(a.placement); }),
         textColumn<DifferingAuction>(
             tr("Won by"), [](const DifferingAuction& a) { return words::of(a.campaignName); }),
         textColumn<DifferingAuction>(
             tr("Differs"),
             [](const DifferingAuction& a) {
                 return words::nanos(a.publisher - a.exchange, kExactDecimals);
             },
             true)});
}

/// The newest hour that is closed and differs, else the newest.
int ReconciliationPanel::firstShown(const std::vector<ReconciledHour>& hours)
{
    for (std::size_t i = hours.size(); i-- > 0;)
        if (hours[i].closed && !hours[i].agrees())
            return static_cast<int>(i);
    return static_cast<int>(hours.size()) - 1;
}

void ReconciliationPanel::setHours(const std::vector<ReconciledHour>& hours, Currency currency,
                                   int utcOffset)
{
    clearEmpty();
    m_currency = currency;
    m_utcOffset = utcOffset;
    std::vector<Row> rows;
    Row sum;
    sum.hour.closed = true;
    for (const ReconciledHour& hour : hours) {
        if (sum.summed++ == 0)
            sum.hour.from = hour.from;
        sum.hour.to = hour.to;
        sum.hour.seats += hour.seats;
        sum.hour.exchange += hour.exchange;
        sum.hour.publishers += hour.publishers;
        sum.hour.differing += hour.differing;
        sum.hour.closed = sum.hour.closed && hour.closed;
        rows.push_back({hour, 0});
    }
    if (sum.summed > 1)
        rows.push_back(sum);
    const auto before = chosenHour();
    m_filling = true;
    m_hourRows.update(std::move(rows));
    m_filling = false;
    if (!chosenHour() && !hours.empty())
        m_hours->setCurrentIndex(m_hourRows.index(firstShown(hours), 0));
    else if (before && chosenHour() && chosenHour()->from != before->from)
        Q_EMIT hourChanged();
    if (hours.empty())
        setEmpty(tr("Nothing was settled on this day, or this market keeps no ledger."));
    showWords();
    touch();
}

void ReconciliationPanel::setDifferences(const runtime::BookDifferences& differences)
{
    m_listed = differences;
    m_auctionRows.update(differences.auctions);
    if (chosenAuction() == nullptr && m_auctionRows.rowCount() > 0)
        m_differences->setCurrentIndex(m_auctionRows.index(0, 0));
    showWords();
}

void ReconciliationPanel::setMonth(const std::vector<runtime::ReconciledDay>& days, TimeMs chosen)
{
    m_days = days;
    m_monthView->setDays(days, chosen, m_utcOffset);
    showWords();
}

QString ReconciliationPanel::bookWords(const DifferingAuction& auction) const
{
    const QString currency = words::code(m_currency);
    const auto said = [&](std::int64_t nanos) {
        return QStringLiteral("%1 %2").arg(words::nanos(nanos, kExactDecimals), currency);
    };
    QStringList lines{
        tr("Seat: %1 paid %2", "seat, amount").arg(words::of(auction.seatName), said(auction.seat)),
        tr("Exchange: cleared at %1 per 1,000").arg(numbers::cpm(auction.exchange, kExactDecimals)),
        tr("Publisher: %1, %2", "amount, why")
            .arg(said(auction.publisher), words::difference(auction.reason))};
    if (auction.refunded)
        lines << tr("Its price was given back.");
    return lines.join(u'\n');
}

QString ReconciliationPanel::campaignWords() const
{
    const QString currency = words::code(m_currency);
    QStringList lines;
    for (const runtime::DifferingCampaign& campaign : m_listed.campaigns)
        lines << tr("%1: the seat paid %2 %4, the exchange cleared %3 %4", "campaign, amounts")
                     .arg(words::of(campaign.name), words::nanos(campaign.seat, kExactDecimals),
                          words::nanos(campaign.exchange, kExactDecimals), currency);
    return lines.join(u'\n');
}

bool ReconciliationPanel::isListed() const
{
    const Row* row = m_hourRows.rowAt(m_hours->currentIndex());
    // The sum grows with each hour.
    return row != nullptr && m_listed.from == row->hour.from
        && (m_listed.to == row->hour.to
            || (row->summed > 1 && m_listed.to > m_listed.from + base::kHourMs));
}

void ReconciliationPanel::showVerdict()
{
    const auto hour = chosenHour();
    m_verdict->setVisible(hour.has_value());
    if (!hour)
        return;
    const int auctions = static_cast<int>(hour->differing);
    QStringList parts;
    if (hour->seats != hour->exchange)
        parts << tr("The seats’ book is %1 %2 from the exchange’s", "amount, currency")
                     .arg(words::nanos(hour->seats - hour->exchange, kExactDecimals),
                          words::code(m_currency));
    if (auctions > 0)
        parts << (hour->closed
                      ? tr("%Ln auction(s) differ, in the publishers’ book", nullptr, auctions)
                      : tr("Still open: %Ln auction(s) without their impression so far", nullptr,
                           auctions));
    if (parts.empty())
        parts << (hour->closed ? tr("All three books agree")
                               : tr("Still open: all three books agree so far"));
    m_verdict->setToken(hour->agrees()                                      ? Token::Good
                            : hour->closed || hour->seats != hour->exchange ? Token::Warn
                                                                            : Token::T2);
    m_verdict->setText(parts.join(tr("; ", "between two findings")));
}

void ReconciliationPanel::showMonth()
{
    if (m_days.empty())
        return;
    int closed = 0;
    int differing = 0;
    for (const runtime::ReconciledDay& day : m_days) {
        closed += day.closed ? 1 : 0;
        differing += day.closed && !day.agrees ? 1 : 0;
    }
    m_month->setText(numbers::date(m_days.front().day.value, m_utcOffset).left(7));
    m_monthWords->setText(
        closed == 0 ? tr("no day is closed yet")
            : differing == 0
            ? tr("%n day(s) closed, all three books agree", nullptr, closed)
            : tr("%1 closed, on %2 the books differ", "days, days").arg(closed).arg(differing));
}

void ReconciliationPanel::showWords()
{
    const auto hour = chosenHour();
    const DifferingAuction* auction = chosenAuction();
    const bool differs = hour && !hour->agrees();
    const bool shown = differs && isListed();
    const bool hasAuction = shown && auction != nullptr;
    showVerdict();
    m_differences->setVisible(shown && m_auctionRows.rowCount() > 0);
    QStringList books;
    if (differs && !shown)
        books << tr("Reading where they differ…");
    if (shown && !m_listed.campaigns.empty())
        books << campaignWords();
    if (hasAuction)
        books << bookWords(*auction);
    m_books->setVisible(!books.empty());
    m_books->setText(books.join(u'\n'));
    m_open->setEnabled(hasAuction);
    m_refund->setEnabled(hasAuction && !auction->refunded);
    m_refund->setToolTip(hasAuction && auction->refunded ? tr("Its price was given back.")
                                                         : QString());
    showMonth();
}

std::optional<ReconciledHour> ReconciliationPanel::chosenHour() const
{
    const Row* row = m_hourRows.rowAt(m_hours->currentIndex());
    return row == nullptr ? std::nullopt : std::optional(row->hour);
}

const DifferingAuction* ReconciliationPanel::chosenAuction() const
{
    return m_auctionRows.rowAt(m_differences->currentIndex());
}

void ReconciliationPanel::setNothing(const QString& sentence)
{
    m_hourRows.update({});
    m_auctionRows.update({});
    m_listed = {};
    m_days.clear();
    setEmpty(sentence);
    touch();
}

void ReconciliationPanel::retranslate()
{
    setTitle(tr("Reconciliation"));
    setCaption(tr("3 books, by hour"));
    m_open->setText(tr("Open auction"));
    m_refund->setText(tr("Refund…"));
    m_hours->setAccessibleName(tr("Hours of the day"));
    m_differences->setAccessibleName(tr("Auctions that differ"));
    m_monthView->setAccessibleName(tr("Days of the month"));
    setColumns();
    showWords();
}

} // namespace gavel::settlement
