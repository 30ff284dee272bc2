// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/market/bookmarks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_edit.h"

#include <QTimer>

namespace gavel::auctions {

/// The filter of the list: the line, its parts as chips, how many rows it takes, history and
/// bookmarks.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const bridge::EngineClient& client, QWidget* parent = nullptr);

    QString filter() const { return m_applied; }
    /// "" = none.
    const QString& campaignId() const { return m_campaign; }
    void setFilter(const QString& filter) { m_edit->setText(filter); }
    void addCondition(const QString& condition) { m_edit->addCondition(condition); }
    /// Puts the text into the line and leaves it to the user to apply it.
    void prepare(const QString& condition);
    void takeFocus() { m_edit->takeFocus(); }
    bool hasTypingFocus() const;
    void setCounts(std::size_t matching, std::size_t total, double milliseconds);
    void retranslate();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    /// A valid or empty filter.
    void applied();

private:
    void build();
    void take(const QString& filter);
    void removePart(int part);
    void remember();
    void showHistory();
    void showBookmarks();

    const bridge::EngineClient& m_client;
    widgets::FilterEdit* m_edit;
    widgets::Button* m_historyButton;
    widgets::Button* m_bookmark;
    widgets::ChipRow* m_chips;
    widgets::ElidedLabel* m_shown;
    widgets::Button* m_clear;
    widgets::ElidedLabel* m_bookmarksLabel;
    QList<widgets::Button*> m_bookmarkButtons;
    Bookmarks m_bookmarks;
    QStringList m_history;
    QTimer m_settled;
    QString m_applied;
    QString m_campaign;
    QStringList m_parts;
    std::size_t m_matching = 0;
    std::size_t m_total = 0;
};

} // namespace gavel::auctions
