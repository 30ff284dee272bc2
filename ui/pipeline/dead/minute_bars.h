// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace gavel::pipeline_page {

/// Counts, one bar a minute, the newest at the right. A bar far above the usual one is marked.
class MinuteBars final : public QWidget
{
    Q_OBJECT
public:
    explicit MinuteBars(QWidget* parent = nullptr);

    void setCounts(TimeMs from, const std::vector<std::uint64_t>& counts, int utcOffset);
    void setStale(bool stale);
    /// More than three times the middle one of those that are not 0.
    bool isJump(std::size_t minute) const;

    QSize sizeHint() const override { return {300, 74}; }
    QSize minimumSizeHint() const override { return {160, 60}; }

Q_SIGNALS:
    /// Begin of a minute.
    void minuteChosen(qint64 at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect plotRect() const;
    std::optional<std::size_t> minuteAt(int x) const;

    TimeMs m_from;
    std::vector<std::uint64_t> m_counts;
    std::uint64_t m_usual = 0;
    int m_utcOffset = 0;
    bool m_stale = false;
};

} // namespace gavel::pipeline_page
