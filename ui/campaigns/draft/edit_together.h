// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>

namespace gavel::campaigns {

/// One change for many campaigns: set, raise or lower bid or day budget. Shows what it will do
/// before it does; one step of undo.
class EditTogether final : public QFrame
{
    Q_OBJECT
public:
    enum class What : quint8 { DayBudget, Bid };
    enum class How : quint8 { Set, Raise, Lower };

    explicit EditTogether(bridge::CampaignDraft& draft, QWidget* parent = nullptr);

    void setIds(std::vector<std::string> ids);
    void retranslate();
    void takeFocus();

    struct Change
    {
        What what = What::DayBudget;
        How how = How::Set;
        Money value; ///< an amount, or a percentage
    };
    /// Those of the campaigns that change, with their new values rounded to cents. Any thread.
    static std::vector<bridge::CampaignPtr> changed(const std::vector<bridge::CampaignPtr>& before,
                                                    const Change& change);

Q_SIGNALS:
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void preview();
    void apply();
    void finish(const std::vector<bridge::CampaignPtr>& after);
    void setBusy(bool busy);
    QString step(int count) const;
    std::optional<Change> change() const;
    /// The campaigns there are of the ids, but for those the draft removes.
    std::vector<bridge::CampaignPtr> chosen() const;

    bridge::CampaignDraft& m_draft;
    bool m_busy = false; ///< a change of many is being made
    std::vector<std::string> m_ids;
    QComboBox* m_what;
    QComboBox* m_how;
    QLineEdit* m_value;
    QLabel* m_preview;
    widgets::Button* m_apply;
    widgets::Button* m_close;
};

} // namespace gavel::campaigns
