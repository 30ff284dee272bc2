// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/auction_columns.h"

#include "ui/market/words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::auctions {

using namespace widgets;

namespace {

struct AuctionListWords
{
    Q_DECLARE_TR_FUNCTIONS(AuctionList)
};

QString quoted(QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return QStringLiteral("\"%1\"").arg(value);
}

QString decimalText(Price price)
{
    return QString::fromStdString(base::toCpmString(price, 0));
}

const model::RowBid* winnerOf(const model::AuctionRow& row)
{
    const auto end = row.bid.begin() + row.rowBids;
    const auto found = std::find_if(row.bid.begin(), end, [](const model::RowBid& bid) {
        return bid.fate == model::BidFate::Won;
    });
    return found == end ? nullptr : &*found;
}

QString orMissing(const QString& text)
{
    return text.isEmpty() ? numbers::missing() : text;
}

/// Less than a cent is told to the last digit.
QString differenceText(Price difference, const Names& names)
{
    constexpr std::int64_t kCent = 10'000;
    return difference.nanos < kCent ? names.exact(difference) : names.price(difference);
}

/// "Outbid by 0.23" where both prices are known, else the fate.
QString whyLost(const model::AuctionRow& row, const model::RowBid& offer, const Names& names)
{
    const model::RowBid* winner = winnerOf(row);
    if (offer.fate == model::BidFate::Outbid && winner)
        return AuctionListWords::tr("Outbid by %1")
            .arg(differenceText(winner->price - offer.price, names));
    if (offer.fate == model::BidFate::BelowFloor)
        return AuctionListWords::tr("Below floor %1").arg(names.price(row.floor));
    if (offer.fate == model::BidFate::Late)
        return AuctionListWords::tr("Seat late");
    return bidFateText(offer.fate);
}

/// The winner offered more than it pays: both are told.
QString whyLostHelp(const model::AuctionRow& row, const model::RowBid& offer, const Names& names)
{
    const model::RowBid* winner = winnerOf(row);
    if (offer.fate != model::BidFate::Outbid || !winner)
        return whyLost(row, offer, names);
    return AuctionListWords::tr("%1 offered %2 and pays %3; %4 offered %5.")
        .arg(names.seat(winner->seat), names.exact(winner->price), names.exact(row.price),
             names.campaignId(offer.campaign), names.exact(offer.price));
}

QVariant whyLostCell(const model::AuctionRow& row, int role, const Names& names, Handle campaign)
{
    const model::RowBid* offer = offerOf(row, campaign);
    if (role == Qt::DisplayRole)
        return offer ? whyLost(row, *offer, names) : AuctionListWords::tr("Did not bid");
    if (role == Qt::ToolTipRole)
        return offer ? whyLostHelp(row, *offer, names)
                     : AuctionListWords::tr(
                         "The campaign was not its seat's bid; open the auction to see why.");
    if (role == MarkRole)
        return static_cast<int>(offer ? bidFateMark(offer->fate) : Mark::Stale);
    if (role == ToneRole && offer && offer->fate == model::BidFate::Outbid)
        return static_cast<int>(Token::T2);
    return {};
}

QString textOf(const model::AuctionRow& row, Column column, const Names& names, Handle campaign)
{
    switch (column) {
    case Column::Time:
        return numbers::timeMillis(row.at.value, names.utcOffset());
    case Column::Auction:
        return QString::number(row.id);
    case Column::Publisher:
        return names.publisher(row.publisher);
    case Column::Placement:
        return names.placement(row.placement);
    case Column::Seats:
        return QStringLiteral("%1/%2").arg(row.seatsInTime).arg(row.seatsAsked);
    case Column::Bids:
        return numbers::count(row.bids);
    case Column::Floor:
        return names.price(row.floor);
    case Column::CampaignBid: {
        const model::RowBid* offer = offerOf(row, campaign);
        return offer && offer->price.nanos > 0 ? names.price(offer->price) : numbers::missing();
    }
    case Column::Price:
        return row.winnerSeat ? names.price(row.price) : numbers::missing();
    case Column::WonBySeat:
        return orMissing(names.seat(row.winnerSeat));
    case Column::WonByCampaign:
        return orMissing(names.campaign(row.winnerCampaign));
    case Column::Milliseconds:
        return numbers::decimal(row.totalMicros() / 1000.0, 1);
    case Column::WhyLost:
    case Column::Timing:
        break;
    }
    return {};
}

/// A filter that takes rows like this cell.
QString filterOf(const model::AuctionRow& row, Column column, const Names& names, Handle campaign)
{
    using model::Dimension;
    switch (column) {
    case Column::Time:
        return QStringLiteral("hour = %1").arg(row.at.value / base::kHourMs % 24);
    case Column::Auction:
        return QStringLiteral("auction = %1").arg(row.id);
    case Column::Publisher:
        return QStringLiteral("publisher = %1")
            .arg(quoted(names.value(Dimension::Publisher, row.publisher)));
    case Column::Placement:
        return QStringLiteral("placement = %1")
            .arg(quoted(names.value(Dimension::Placement, row.placement)));
    case Column::Seats:
        return QStringLiteral("seats = %1").arg(row.seatsInTime);
    case Column::Bids:
        return QStringLiteral("bids = %1").arg(row.bids);
    case Column::Floor:
        return QStringLiteral("floor = %1").arg(decimalText(row.floor));
    case Column::Price:
        return row.winnerSeat ? QStringLiteral("price = %1").arg(decimalText(row.price))
                              : QStringLiteral("unfilled");
    case Column::WonBySeat:
        return row.winnerSeat
            ? QStringLiteral("(seat = %1 and won)").arg(quoted(names.seatId(row.winnerSeat)))
            : QStringLiteral("unfilled");
    case Column::WonByCampaign:
        return row.winnerCampaign ? QStringLiteral("(campaign = %1 and won)")
                                        .arg(quoted(names.campaignId(row.winnerCampaign)))
                                  : QString();
    case Column::Timing:
    case Column::Milliseconds:
        return QStringLiteral("ms >= %1").arg(row.totalMicros() / 1000);
    case Column::CampaignBid:
    case Column::WhyLost:
        break;
    }
    const model::RowBid* offer = offerOf(row, campaign);
    if (!offer)
        return {};
    if (column == Column::CampaignBid)
        return QStringLiteral("bid >= %1").arg(decimalText(offer->price));
    const std::string_view fate = model::kBidFateNames[static_cast<std::size_t>(offer->fate)];
    return QStringLiteral("fate = %1")
        .arg(QString::fromUtf8(fate.data(), static_cast<qsizetype>(fate.size())));
}

QVariant toneOf(const model::AuctionRow& row, Column column, const Names& names)
{
    const bool late = column == Column::Seats && row.seatsInTime < row.seatsAsked;
    const bool slow = column == Column::Milliseconds && row.totalMicros() > names.limitMicros();
    if (late || slow)
        return static_cast<int>(late ? Token::Warn : Token::Bad);
    if (column == Column::Time || column == Column::Auction)
        return static_cast<int>(row.traced ? Token::T1 : Token::T3);
    if (column == Column::Placement || column == Column::Floor || column == Column::WonByCampaign)
        return static_cast<int>(Token::T2);
    return {};
}

QVariant fontOf(Column column)
{
    if (column == Column::Auction)
        return font(TextRole::Mono);
    if (column == Column::Price)
        return font(TextRole::BodyBold);
    return {};
}

QVariant timingCell(const model::AuctionRow& row, int role, const Names& names)
{
    if (role == kTimingRole)
        return QVariant::fromValue(MiniTiming{row.steps, names.limitMicros()});
    if (role != Qt::ToolTipRole)
        return {};
    QStringList lines;
    for (std::size_t step = 0; step < model::kSteps; ++step)
        lines << AuctionListWords::tr("%1: %2 ms", "step of an auction, duration")
                     .arg(stepText(step), numbers::decimal(row.steps[step] / 1000.0, 2));
    return lines.join(u'\n');
}

} // namespace

const model::RowBid* offerOf(const model::AuctionRow& row, Handle campaign)
{
    const auto end = row.bid.begin() + row.rowBids;
    const auto found = std::find_if(
        row.bid.begin(), end, [&](const model::RowBid& bid) { return bid.campaign == campaign; });
    return campaign == base::kNone || found == end ? nullptr : &*found;
}

QVariant cellOf(const model::AuctionRow& row, Column column, int role, const Names& names,
                Handle campaign)
{
    if (role == FilterRole)
        return filterOf(row, column, names, campaign);
    if (column == Column::Timing)
        return timingCell(row, role, names);
    if (column == Column::WhyLost)
        return whyLostCell(row, role, names, campaign);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column, names, campaign);
    case Qt::ToolTipRole:
        if (column == Column::Price && row.winnerSeat)
            return names.exact(row.price);
        if (column == Column::Time || column == Column::Auction)
            return row.traced
                ? AuctionListWords::tr("The full story was kept.")
                : AuctionListWords::tr("The full story was not kept: only the steps are known.");
        return column == Column::Floor ? names.exact(row.floor)
                                       : textOf(row, column, names, campaign);
    case Qt::FontRole:
        return fontOf(column);
    case ToneRole:
        return toneOf(row, column, names);
    case IdRole:
        return QVariant::fromValue<quint64>(row.id);
    case MarkRole:
        return column == Column::Time && row.traced ? QVariant(static_cast<int>(Mark::Info))
                                                    : QVariant();
    default:
        return {};
    }
}

QVariant columnTitle(Column column, const Names& names, Handle campaign)
{
    switch (column) {
    case Column::Time:
        return AuctionListWords::tr("Time");
    case Column::Auction:
        return AuctionListWords::tr("Auction");
    case Column::Publisher:
        return AuctionListWords::tr("Publisher");
    case Column::Placement:
        return AuctionListWords::tr("Placement");
    case Column::Seats:
        return AuctionListWords::tr("Seats");
    case Column::Bids:
        return AuctionListWords::tr("Bids");
    case Column::Floor:
        return AuctionListWords::tr("Floor");
    case Column::CampaignBid:
        return AuctionListWords::tr("%1 bid", "column: id of a campaign")
            .arg(names.campaignId(campaign));
    case Column::Price:
        return AuctionListWords::tr("Price");
    case Column::WonBySeat:
        return AuctionListWords::tr("Won by");
    case Column::WonByCampaign:
        return AuctionListWords::tr("Campaign");
    case Column::WhyLost:
        return AuctionListWords::tr("Why %1 lost", "column: id of a campaign")
            .arg(names.campaignId(campaign));
    case Column::Timing:
        return AuctionListWords::tr("Timing to %1 ms").arg(names.limitMicros() / 1000);
    case Column::Milliseconds:
        return AuctionListWords::tr("ms", "column: milliseconds");
    }
    return {};
}

QString columnToolTip(Column column)
{
    switch (column) {
    case Column::Time:
        return AuctionListWords::tr("A square marks auctions whose full story was kept.");
    case Column::Seats:
        return AuctionListWords::tr("Seats that answered in time, of those asked.");
    case Column::Bids:
        return AuctionListWords::tr("Bids received in time.");
    case Column::Floor:
    case Column::CampaignBid:
    case Column::Price:
        return AuctionListWords::tr("Per thousand impressions.");
    case Column::Timing:
        return AuctionListWords::tr(
            "The seven steps from visit to feedback; the dashed line is the limit.");
    case Column::Milliseconds:
        return AuctionListWords::tr("From visit to feedback.");
    default:
        return {};
    }
}

bool isRight(Column column)
{
    switch (column) {
    case Column::Time: // its mark stands left of it
    case Column::Seats:
    case Column::Bids:
    case Column::Floor:
    case Column::CampaignBid:
    case Column::Price:
    case Column::Milliseconds:
        return true;
    default:
        return false;
    }
}

} // namespace gavel::auctions
