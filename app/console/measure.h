// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QTimer>

namespace gavel::console {

/// Watches a window at work: when it first painted, and how long its event loop was ever busy while
/// it turned through its pages. Times are of this machine.
class Measure final : public QObject
{
    Q_OBJECT
public:
    Measure(bridge::EngineClient& client, shell::MainWindow& window, int seconds);

    /// One JSON object: first_paint_ms since the program was started, longest_gap_ms and
    /// median_gap_ms of the seconds after, seconds, auctions.
    std::string json() const;

Q_SIGNALS:
    void finished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteSecond(int worstMs);

    bridge::EngineClient& m_client;
    shell::MainWindow& m_window;
    int m_seconds;
    int m_firstPaintMs = -1;
    QTimer m_painted; ///< runs out when the first paint is done
    std::vector<int> m_gaps; ///< the longest of each second
};

} // namespace gavel::console
