// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QWidget>

namespace gavel::campaigns {

/// A creative as a user meets it, scaled to fit: frame of its size, title, description, button.
class CreativePreview final : public QWidget
{
    Q_OBJECT
public:
    explicit CreativePreview(QWidget* parent = nullptr);
    void setCreative(const model::Creative& creative, const QString& advertiser);

    QSize sizeHint() const override { return {320, 132}; }
    QSize minimumSizeHint() const override { return {200, 132}; }

    /// The frame of a creative of this size inside a rectangle; never larger than real.
    static QRect frameOf(const model::Creative& creative, const QRect& room);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    model::Creative m_creative;
    QString m_advertiser;
};

} // namespace gavel::campaigns
