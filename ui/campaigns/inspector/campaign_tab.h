// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QWidget>

namespace gavel::campaigns {

/// One side of a campaign in the inspector.
class CampaignTab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows a campaign as it will be; `live` is null when it is new. Called again after each edit.
    virtual void show(const model::Campaign& campaign, const model::Campaign* live) = 0;
    virtual void retranslate() = 0;
    /// Removed campaigns are shown, not edited.
    void setReadOnly(bool readOnly) { setEnabled(!readOnly); }

Q_SIGNALS:
    /// The user changed something: the whole campaign as it should be, and what was done.
    void edited(const gavel::model::Campaign& campaign, const QString& step);
};

} // namespace gavel::campaigns
