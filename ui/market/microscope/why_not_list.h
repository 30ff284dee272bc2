// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/microscope/why_not.h"

#include <QAbstractTableModel>

namespace gavel::auctions {

using TracePtr = std::shared_ptr<const model::AuctionTrace>;

/// The campaigns of one reason: name, what was wanted and what there was, what else stopped them.
class WhyNotList final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit WhyNotList(const Names& names, QObject* parent = nullptr);
    /// `campaigns` are places in the trace's campaigns.
    void show(TracePtr trace, std::vector<std::size_t> campaigns);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const model::CampaignTrace& campaign, int column) const;

    const Names& m_names;
    TracePtr m_trace;
    std::vector<std::size_t> m_campaigns;
};

} // namespace gavel::auctions
