// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace gavel::campaigns {

/// How many opportunities a day are left, as a number over a bar.
class ShareBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);

    /// `share` of the first bar; nothing = not counted yet.
    void setValue(std::optional<double> value, double share);
    QString text() const;

    QSize sizeHint() const override { return {96, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_value;
    double m_share = 0;
};

} // namespace gavel::campaigns
