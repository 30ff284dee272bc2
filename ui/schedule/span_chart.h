// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"

#include <QWidget>

#include <vector>

namespace gavel::schedule {

/// The states of a task as bars over the time it took; gaps that are much longer than everything
/// else are compressed.
class SpanChart final : public QWidget
{
    Q_OBJECT
public:
    explicit SpanChart(QWidget* parent = nullptr);

    void setSpans(const std::vector<runtime::TaskSpan>& spans);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<runtime::TaskSpan> m_spans;
};

} // namespace gavel::schedule
