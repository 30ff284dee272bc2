// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/market_badge.h"
#include "ui/widgets/status_mark.h"

#include <QFrame>

namespace gavel::campaigns {

/// What the draft holds, in counts, and the two ways out of it: discard, or review and publish.
class DraftBar final : public QFrame
{
    Q_OBJECT
public:
    explicit DraftBar(QWidget* parent = nullptr);

    /// `kept` says whether the draft is stored.
    void show(const bridge::DraftCounts& counts, const QString& kept);
    void retranslate();

Q_SIGNALS:
    void reviewAsked();
    void discardAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Count;
    void showCounts();

    bridge::DraftCounts m_counts;
    QString m_kept;
    widgets::MarketBadge* m_badge;
    widgets::ElidedLabel* m_words;
    Count* m_added;
    Count* m_edited;
    Count* m_removed;
    Count* m_errors;
    Count* m_warnings;
    Count* m_checked;
    widgets::Button* m_discard;
    widgets::Button* m_review;
};

} // namespace gavel::campaigns
