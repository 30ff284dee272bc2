// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace gavel::campaigns {

/// Labels with amounts below each other; a line stands above a total.
class PlanNumbers final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString label;
        QString value;
        bool total = false;
        bool warns = false;
        bool operator==(const Row&) const = default;
    };

    explicit PlanNumbers(QWidget* parent = nullptr);
    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }

    QSize sizeHint() const override { return {196, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Row> m_rows;
};

} // namespace gavel::campaigns
