// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/verdict.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QWidget>

namespace gavel::overview {

/// One line of 40 px: how many things need you, the chosen one in a sentence, and the button that
/// goes there.
class VerdictBar final : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* parent = nullptr);

    /// `quiet` is said where nothing needs you.
    void setNeeds(std::vector<Need> needs, const QString& quiet);
    /// No market runs: says so instead.
    void setStopped();
    const std::vector<Need>& needs() const { return m_needs; }
    /// Shows the next (1) or previous (-1) need.
    void turn(int step);
    QString sentence() const;
    void retranslate();

Q_SIGNALS:
    void opened(const gavel::bridge::Destination& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show();
    widgets::Mark mark() const;

    std::vector<Need> m_needs;
    QString m_quiet;
    std::size_t m_shown = 0;
    bool m_stopped = true;
    widgets::ElidedLabel* m_lead;
    widgets::ElidedLabel* m_sentence;
    widgets::ElidedLabel* m_place;
    widgets::Button* m_previous;
    widgets::Button* m_next;
    widgets::Button* m_open;
};

} // namespace gavel::overview
