// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/market_badge.h"

#include <QWidget>

#include <vector>

namespace gavel::shell {

/// The foot of the window: market, virtual time, speed, rate, invariants, and the window's own
/// worst gap.
class StatusBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget* parent = nullptr);

    void setSnapshot(const runtime::Snapshot& snapshot, widgets::MarketWord word);
    /// The snapshot is older than it should be; 0 = fresh.
    void setStale(std::int64_t ageMs);
    void setWorstGap(int milliseconds);

Q_SIGNALS:
    /// A click on the invariants.
    void invariantsClicked();
    /// A click on the alerts.
    void alertsClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int paintMarket(QPainter& painter, int x) const;
    int paintTime(QPainter& painter, int x) const;
    int paintPair(QPainter& painter, int x, const QString& label, const QString& value) const;
    int paintInvariants(QPainter& painter, int x);
    int paintWindow(QPainter& painter) const;
    void paintAlerts(QPainter& painter, int right);
    int endCell(QPainter& painter, int x) const;
    QString speedText() const;
    QString invariantsToolTip() const;
    void describe();

    struct Lamp
    {
        QString name;
        QString detail;
        bool broken;
    };
    widgets::MarketWord m_word = widgets::MarketWord::Stopped;
    QString m_date;
    QString m_zone;
    double m_speed = 1;
    bool m_paused = false;
    bool m_finished = false;
    double m_rate = 0;
    std::vector<Lamp> m_lamps;
    std::int64_t m_staleMs = 0;
    int m_gapMs = 0;
    QRect m_invariants;
    std::size_t m_firing = 0;
    std::size_t m_pending = 0;
    bool m_isPaging = false; ///< one that fires wakes somebody
    QRect m_alerts;
};

} // namespace gavel::shell
