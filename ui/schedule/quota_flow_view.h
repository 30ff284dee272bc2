// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/schedule.h"

#include <QWidget>

#include <optional>

namespace gavel::schedule {

/// Where a campaign's budget is: spent, held in slices, free; each slice and the ad server that
/// has it.
class QuotaFlowView final : public QWidget
{
    Q_OBJECT
public:
    explicit QuotaFlowView(QWidget* parent = nullptr);

    void setFlow(const runtime::QuotaFlow& flow, int utcOffset);

    QSize sizeHint() const override { return {440, 240}; }
    QSize minimumSizeHint() const override { return {380, 160}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect bar() const;
    QRect sliceBox(std::size_t slice) const;
    std::size_t shownSlices() const;
    void paintBudget(QPainter& painter) const;
    void paintSlice(QPainter& painter, std::size_t slice, int heldTop, int heldHeight) const;
    QString sliceText(const runtime::QuotaSlice& slice) const;
    int heightOf(Money part) const;

    runtime::QuotaFlow m_flow;
    int m_utcOffset = 0;
};

} // namespace gavel::schedule
