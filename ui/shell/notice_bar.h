// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/navigator.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QTimer>

namespace gavel::shell {

/// One sentence over the foot of the page for eight seconds, with at most one action; the newest
/// replaces the older.
class NoticeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* area);
    void show(const bridge::Notice& notice);
    const QString& sentence() const { return m_sentence->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    widgets::ElidedLabel* m_sentence;
    widgets::Button* m_action;
    std::function<void()> m_run;
    QTimer m_timer;
};

} // namespace gavel::shell
