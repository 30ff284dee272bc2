// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/bridge/engine_client.h"
#include "ui/campaigns/campaign_fields.h"

#include <QAbstractItemModel>
#include <QCollator>

#include <optional>
#include <set>
#include <unordered_map>

namespace gavel::campaigns {

/// The draft as a tree: advertisers with their campaigns. Owns filter, order and checks; values
/// that run come from the snapshot.
class CampaignTree final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        Check,
        Sign,
        Mark,
        Name,
        State,
        Strategy,
        Bid,
        Budget,
        Spent,
        ToPlan,
        Ctr,
        Ends,
        Seat, ///< from here on where a page is wide
        Total,
        SpentAll,
        Impressions,
        Clicks,
        ColumnCount
    };

    explicit CampaignTree(bridge::CampaignDraft& draft, QObject* parent = nullptr);

    void setSnapshot(const bridge::SnapshotPtr& snapshot);
    /// Words that must all be in name, id, advertiser, seat, state or strategy.
    void setFilter(const QString& words);
    const QString& filter() const { return m_filter; }
    /// The draft is different: rows may come and go.
    void refresh();
    void retranslate();

    int shown() const;
    int total() const { return m_total; }
    std::string idAt(const QModelIndex& index) const;
    QModelIndex indexOf(const std::string& id, int column = Name) const;
    bool isGroup(const QModelIndex& index) const
    {
        return index.isValid() && !index.parent().isValid();
    }
    /// Ids in the order shown.
    std::vector<std::string> shownIds() const;

    const std::set<std::string>& checked() const { return m_checked; }
    void setChecked(const std::vector<std::string>& ids, bool checked);
    /// None, some or all of the shown rows.
    Qt::CheckState checkState() const;

    static std::optional<Field> fieldOf(int column);
    const runtime::CampaignView* view(const std::string& id) const;
    const bridge::CampaignDraft& draft() const { return m_draft; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void checksChanged();
    /// Rows were made anew: selection and expansion by id are the view's.
    void rebuilt();

private:
    struct Group
    {
        std::string advertiser;
        QString name;
        std::vector<std::string> ids;
    };

    struct SortKey
    {
        double number = 0;
        std::optional<QCollatorSortKey> text{}; ///< made once, compared many times
    };

    std::vector<Group> grouped() const;
    bool passes(const model::Campaign& campaign, const QStringList& wanted) const;
    SortKey keyOf(const std::string& id, const model::Campaign& campaign,
                  const QCollator& collator) const;
    void order(Group& group, const QCollator& collator) const;
    void values(int firstColumn, int lastColumn);
    QVariant groupData(const Group& group, int column, int role) const;
    QVariant checkOf(const Group& group) const;
    QString seatName(const std::string& id) const;

    bridge::CampaignDraft& m_draft;
    bridge::SnapshotPtr m_snapshot;
    std::unordered_map<std::string, std::size_t> m_views; ///< place in the snapshot
    std::vector<Group> m_groups;
    std::set<std::string> m_checked;
    QString m_filter;
    int m_total = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace gavel::campaigns
