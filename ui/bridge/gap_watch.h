// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gavel::bridge {

/// Measures how long the event loop of its thread was busy without a turn. A tick is due every 10
/// ms; what a tick is late counts as the gap.
class GapWatch final : public QObject
{
    Q_OBJECT
public:
    explicit GapWatch(QObject* parent = nullptr);
    /// The longest gap of the last full second.
    int worstMs() const { return m_worstMs; }
    /// The longest gap since the start.
    int worstEverMs() const { return m_worstEverMs; }

Q_SIGNALS:
    void measured(int worstMs);

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    QElapsedTimer m_sinceReport;
    int m_runningWorstMs = 0;
    int m_worstMs = 0;
    int m_worstEverMs = 0;
};

} // namespace gavel::bridge
