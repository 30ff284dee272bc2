// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QLabel>
#include <QWidget>

namespace gavel::campaigns {

/// What is said beside an editor while a value breaks a rule.
struct BubbleText
{
    bool error = true;
    QString rule;
    QString advice;
    QString proposal; ///< "Use 8,412.00"; "" = none
    QString keeps; ///< "Esc keeps 6,400.00"
};

/// A frame below a cell: the rule, the advice, and the value that would do. Never takes the focus.
class ValidationBubble final : public QWidget
{
    Q_OBJECT
public:
    explicit ValidationBubble(QWidget* parent);

    /// Below the widget, or above where there is no room.
    void showAt(const QWidget& editor, const BubbleText& text);
    const QString& rule() const { return m_rule; }

Q_SIGNALS:
    void proposalTaken();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_rule;
    bool m_error = true;
    QLabel* m_ruleLabel;
    QLabel* m_advice;
    widgets::Button* m_use;
    QLabel* m_keeps;
};

} // namespace gavel::campaigns
