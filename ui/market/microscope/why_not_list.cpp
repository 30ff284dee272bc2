// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/why_not_list.h"

#include "ui/widgets/cell_delegate.h"

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kName = 0;
constexpr int kReason = 1;
constexpr int kAlso = 2;
constexpr int kReasonColumns = 3;

} // namespace

WhyNotList::WhyNotList(const Names& names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_names(names)
{
}

void WhyNotList::show(TracePtr trace, std::vector<std::size_t> campaigns)
{
    beginResetModel();
    m_trace = std::move(trace);
    m_campaigns = std::move(campaigns);
    endResetModel();
}

int WhyNotList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_campaigns.size());
}

int WhyNotList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kReasonColumns;
}

QString WhyNotList::textOf(const model::CampaignTrace& campaign, int column) const
{
    if (column == kName)
        return m_names.campaign(campaign.campaign);
    return column == kReason ? reasonText(campaign, m_names) : alsoText(campaign);
}

QVariant WhyNotList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const model::CampaignTrace& campaign
        = m_trace->campaigns[m_campaigns[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(campaign, index.column());
    case Qt::ToolTipRole:
        return index.column() == kAlso ? alsoStopped(campaign).join(QStringLiteral(", "))
                                       : textOf(campaign, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == kAlso ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole:
        return static_cast<int>(index.column() == kName         ? Token::T1
                                    : index.column() == kReason ? Token::T2
                                                                : Token::T3);
    case IdRole:
        return m_names.campaignId(campaign.campaign);
    default:
        return {};
    }
}

QVariant WhyNotList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kName:
        return tr("Campaign");
    case kReason:
        return tr("Reason");
    default:
        return tr("And also");
    }
}

} // namespace gavel::auctions
