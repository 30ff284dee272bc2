// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tile_row.h"

#include "ui/bridge/plan_today.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

#include <cmath>

namespace gavel::overview {

using namespace widgets;

namespace {

/// Colours of the series, as in the charts: auctions blue, bids orange, wins cyan.
constexpr std::array<int, TileRow::Count> kSeries{0, 1, 3, 2, 4, 5, 0};

bridge::Destination sourceOf(TileRow::Place place)
{
    const auto market = [](const char* filter) {
        return bridge::Destination{QStringLiteral("market"), QStringLiteral("filter"),
                                   QString::fromLatin1(filter)};
    };
    switch (place) {
    case TileRow::Bids:
        return market("bids > 0");
    case TileRow::WinRate:
    case TileRow::ClearingCpm:
        return market("filled");
    case TileRow::Fill:
        return market("unfilled");
    case TileRow::AuctionP99:
        return market("late");
    case TileRow::SpendToday:
        return {QStringLiteral("campaigns"), {}, {}};
    default:
        return market("");
    }
}

int directionOf(double difference)
{
    return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

} // namespace

TileRow::TileRow(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kGap);
    for (int i = 0; i < Count; ++i) {
        auto* tile = new Tile(QString(), kSeries[static_cast<std::size_t>(i)]);
        connect(tile, &Tile::clicked, this,
                [this, i] { Q_EMIT opened(sourceOf(static_cast<Place>(i))); });
        m_tiles[static_cast<std::size_t>(i)] = tile;
        row->addWidget(tile, 1);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void TileRow::retranslate()
{
    m_tiles[Auctions]->setLabel(tr("Auctions", "tile"));
    m_tiles[Bids]->setLabel(tr("Bids", "tile"));
    m_tiles[WinRate]->setLabel(tr("Win rate", "tile"));
    m_tiles[Fill]->setLabel(tr("Fill", "tile"));
    m_tiles[ClearingCpm]->setLabel(tr("Clearing CPM", "tile"));
    m_tiles[AuctionP99]->setLabel(tr("Auction p99", "tile"));
    m_tiles[SpendToday]->setLabel(tr("Spend today", "tile"));
    showToolTips();
}

/// What a tile counts, over which time, and where it leads.
void TileRow::showToolTips()
{
    const std::array<QString, Count> help{
        tr("Auctions in a second of market time. Opens the auctions."),
        tr("Bids in a second of market time. Opens the auctions that had a bid."),
        tr("Wins by bids. Opens the auctions that were won."),
        tr("Auctions with a winner. Opens those without one."),
        tr("Paid for a thousand impressions. Opens the auctions that were won."),
        tr("99 of 100 auctions are faster. Opens the auctions with late answers."),
        tr("Spent by all campaigns on their day. Opens the campaigns.")};
    for (std::size_t place = 0; place < Count; ++place) {
        const bool isMean = place != SpendToday && m_meanMs > 0;
        m_tiles[place]->setToolTip(
            isMean ? help[place] + u'\n'
                    + tr("The number is the mean of the last %1.").arg(numbers::duration(m_meanMs))
                   : help[place]);
    }
}

void TileRow::setStale(bool stale)
{
    for (Tile* tile : m_tiles)
        tile->setStale(stale);
}

void TileRow::setValues(const runtime::Snapshot& snapshot, const History& history)
{
    m_since = numbers::timeShort(history.window.from, snapshot.utcOffsetMinutes);
    if (const std::int64_t mean = lengthOfLast(history); mean != m_meanMs) {
        m_meanMs = mean;
        showToolTips();
    }
    setRate(Auctions, history.auctions);
    setRate(Bids, history.bids);
    setShare(WinRate, ratios(history.wins, history.bids));
    setShare(Fill, ratios(history.wins, history.auctions));
    setCpm(snapshot, history);
    setLatency(snapshot, history);
    setSpend(snapshot, history);
}

void TileRow::compare(Place place, const QString& difference, double sign)
{
    if (!std::isfinite(sign))
        m_tiles[place]->setComparison({}, 0);
    else
        m_tiles[place]->setComparison(
            tr("%1 since %2", "difference, time").arg(difference, m_since), directionOf(sign));
}

void TileRow::setRate(Place place, const std::vector<double>& values)
{
    const double now = meanOfLast(values);
    const double change = now / meanOfFirst(values) - 1;
    m_tiles[place]->setValue(now < 10 ? numbers::decimal(now, 1) : numbers::big(now),
                             tr("/s", "per second, after a number"));
    m_tiles[place]->setHistory(values);
    compare(place, numbers::change(change), change);
}

void TileRow::setShare(Place place, std::vector<double> values)
{
    const double now = meanOfLast(values);
    const double change = now - meanOfFirst(values);
    m_tiles[place]->setValue(numbers::decimal(now * 100, 1), QStringLiteral("%"));
    m_tiles[place]->setHistory(std::move(values));
    compare(place, numbers::points(change), change);
}

void TileRow::setCpm(const runtime::Snapshot& snapshot, const History& history)
{
    std::vector<double> values = ratios(history.cost, history.wins, 1000);
    const double now = meanOfLast(values);
    const double change = now / meanOfFirst(values) - 1;
    const QString currency = QString::fromUtf8(snapshot.currency.code, 3);
    m_tiles[ClearingCpm]->setValue(std::isfinite(now)
                                       ? numbers::amountAlone(std::llround(now * 1e6), currency, 2)
                                       : numbers::missing(),
                                   {});
    m_tiles[ClearingCpm]->setHistory(std::move(values));
    compare(ClearingCpm, numbers::change(change), change);
}

void TileRow::setLatency(const runtime::Snapshot& snapshot, const History& history)
{
    const double now = meanOfLast(history.p99);
    const double change = now - meanOfFirst(history.p99);
    const bool over = now * 1000 > snapshot.rules.auctionDeadlineMicros;
    m_tiles[AuctionP99]->setValue(numbers::decimal(now, 1), tr("ms", "milliseconds"));
    m_tiles[AuctionP99]->setHistory(history.p99);
    if (!std::isfinite(change)) {
        m_tiles[AuctionP99]->setComparison({}, 0);
        return;
    }
    const QString size = numbers::decimal(std::abs(change), 1);
    const QString text = change < 0 ? tr("−%1 ms since %2", "less").arg(size, m_since)
                                    : tr("+%1 ms since %2", "more").arg(size, m_since);
    m_tiles[AuctionP99]->setComparison(text, directionOf(change), over ? Token::Warn : Token::T3);
}

void TileRow::setSpend(const runtime::Snapshot& snapshot, const History& history)
{
    Money spent;
    bridge::PlanToday today;
    for (const runtime::CampaignView& campaign : snapshot.campaigns) {
        spent += campaign.spentToday;
        today.add(campaign);
    }
    const QString currency = QString::fromUtf8(snapshot.currency.code, 3);
    m_tiles[SpendToday]->setValue(numbers::amountAlone(spent.micros, currency, 0), {});
    m_tiles[SpendToday]->setHistory(history.spent);
    const std::optional<double> distance = today.distance();
    if (!distance) {
        m_tiles[SpendToday]->setComparison(tr("no plan for the day"), 0);
        return;
    }
    m_tiles[SpendToday]->setComparison(
        tr("%1 to plan %2", "distance, planned amount")
            .arg(numbers::change(*distance), numbers::amountAlone(today.plan.micros, currency, 0)),
        directionOf(*distance), today.isBehind() ? Token::Warn : Token::T3);
}

} // namespace gavel::overview
