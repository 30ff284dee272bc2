// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/commands.h"
#include "ui/bridge/page.h"
#include "ui/market/filter_bar.h"
#include "ui/market/list_panel.h"
#include "ui/market/list_place.h"
#include "ui/market/microscope/microscope.h"
#include "ui/market/what_if/what_if_strip.h"

#include <QElapsedTimer>
#include <QTimer>

class QSplitter;

namespace gavel::pages {

/// What happened in one auction, and why: filter, list, microscope, what-if.
class MarketPage final : public bridge::Page
{
    Q_OBJECT
public:
    MarketPage(bridge::EngineClient& client, bridge::Navigator& navigator,
               QWidget* parent = nullptr);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    void open(const bridge::Destination& destination) override;
    bridge::Destination place() const override;
    void tellFacts(const bridge::Destination& thing, const FactsAnswer& answer) override;
    QList<QWidget*> headerActions() override;
    std::optional<bridge::CommandState> commandState(const QString& id) const override;
    void runCommand(const QString& id) override;
    bool openFilter() override;
    bool stepBack() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void resetLayout() override;
    std::vector<bridge::CaptureState> captureStates() override;

    const auctions::AuctionList& list() const { return m_list; }
    auctions::FilterBar* filterBar() const { return m_filter; }
    auctions::ListPanel* listPanel() const { return m_table; }
    auctions::Microscope* microscope() const { return m_microscope; }
    auctions::WhatIfStrip* whatIf() const { return m_whatIf; }
    /// The auction whose full story is shown; 0 = none.
    std::uint64_t openedAuction() const { return m_trace ? m_trace->row.id : 0; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void arrange();
    void connectParts();
    void connectMicroscope();
    auctions::AuctionList::Ask asking();
    void refreshList();
    void filterApplied();
    void showCounts();
    void comeBack(const auctions::ListPlace& place);
    void showWanted();
    void showAuction(const model::AuctionRow& row);
    void showTrace(std::uint64_t auction, Result<model::AuctionTrace>&& trace);
    QString untracedWords() const;
    void forgetAuction();
    void openNearestTraced();
    void showJson();
    void askWhatIf(const market::WhatIf& change);
    void openDraft(const QString& campaign, const QString& amount);
    void showMenu(const QModelIndex& index, const QPoint& place);
    void togglePause();
    void showHeader();
    Handle filterCampaign() const;

    auctions::Names m_names;
    auctions::AuctionList m_list;
    auctions::FilterBar* m_filter;
    auctions::ListPanel* m_table;
    auctions::Microscope* m_microscope;
    auctions::WhatIfStrip* m_whatIf;
    QSplitter* m_split;
    widgets::Button* m_follow;
    widgets::Button* m_pause;
    widgets::Button* m_previous;
    widgets::Button* m_next;
    bridge::SnapshotPtr m_snapshot;
    std::shared_ptr<const model::Vocabulary> m_vocabulary;
    std::optional<model::AuctionRow> m_selected;
    auctions::TracePtr m_trace;
    std::uint64_t m_whatIfTurn = 0;
    std::uint64_t m_auctionsSeen = 0;
    QElapsedTimer m_sinceRefresh;
    QTimer m_arranging;
    bool m_isArranged = false; ///< by the user
    std::optional<auctions::ListPlace> m_wanted; ///< to be shown as soon as its rows are there
};

} // namespace gavel::pages
