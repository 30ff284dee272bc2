// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/market_badge.h"

#include <QStackedWidget>

namespace gavel::shell {

/// Title, market badge, one sentence, and the actions of the page in front.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);

    /// Takes the page's actions; call once for each page, in the order of the pages.
    void addPage(bridge::Page& page);
    void show(int page, const bridge::PageInfo& info, widgets::MarketWord word);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::ElidedLabel* m_title;
    widgets::MarketBadge* m_badge;
    widgets::MarketBadge* m_draft;
    widgets::ElidedLabel* m_sentence;
    QList<QWidget*> m_actions; ///< one box for each page
};

} // namespace gavel::shell
