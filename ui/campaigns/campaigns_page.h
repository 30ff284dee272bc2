// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/bridge/page.h"
#include "ui/campaigns/campaign_tree.h"
#include "ui/campaigns/draft/draft_keeper.h"
#include "ui/campaigns/inspector/campaign_inspector.h"

#include <QPointer>
#include <QSplitter>

namespace gavel::widgets {
class Button;
class PanelGroup;
} // namespace gavel::widgets
namespace gavel::campaigns {
class CampaignPanel;
class CampaignTable;
class DraftBar;
class CreativePanel;
class PlanPanel;
class ReviewDialog;
} // namespace gavel::campaigns

namespace gavel::pages {

/// Campaigns: the draft over what is live, its table, its inspector, plan against actual. What is
/// edited here runs only after the review.
class CampaignsPage final : public bridge::Page
{
    Q_OBJECT
public:
    CampaignsPage(bridge::EngineClient& client, bridge::Navigator& navigator,
                  QWidget* parent = nullptr);
    ~CampaignsPage() override;

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

    bridge::CampaignDraft& draft() { return m_draft; }
    campaigns::CampaignTable& table() { return *m_table; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void arrange(bool narrow);
    void showWide(bool wide);
    void sizePanels();
    void placeInspector();
    void showInspector(bool shown);
    void selectCampaign(const QString& id);
    void openNow(const QString& value);
    void proposeBid(const std::string& id, const QString& bid);
    void draftChanged();
    void showBar();
    void refreshButtons();
    void say(const QString& sentence) { navigator().say(sentence); }

    void addNew();
    void duplicate();
    void removeSelected();
    void review();
    void discard();
    void selectFinding(int step);
    void showMenu(const QString& id, const QPoint& place);
    /// The checked campaigns, else the selected one.
    std::vector<std::string> chosen() const;
    QString undoText(bool redo) const;

    bridge::CampaignDraft m_draft;
    campaigns::CampaignTree m_tree;
    campaigns::DraftKeeper* m_keeper;
    campaigns::DraftBar* m_bar;
    campaigns::CampaignPanel* m_panel;
    campaigns::CampaignTable* m_table;
    campaigns::PlanPanel* m_plan;
    campaigns::CampaignInspector* m_inspector;
    campaigns::CreativePanel* m_creatives;
    widgets::PanelGroup* m_group;
    QSplitter* m_split;
    widgets::Button* m_undo;
    widgets::Button* m_redo;
    widgets::Button* m_new;
    QPointer<campaigns::ReviewDialog> m_review;
    QByteArray m_keptSplit; ///< of the last session
    QString m_waiting; ///< what to open once campaigns are there
    std::int64_t m_valuesAt = 0;
    bool m_reviewWaits = false; ///< asked for before every change was checked
    bool m_narrow = false;
    bool m_wide = false; ///< more columns, and the creatives beside the inspector
    bool m_inspectorOpen = false; ///< over the table, where the page is narrow
};

} // namespace gavel::pages
