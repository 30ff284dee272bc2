// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <QWidget>

class QLabel;

namespace gavel::pipeline_page {

/// What was received in the last full minute equals what became of it; red with the number when
/// something is missing.
class EquationStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit EquationStrip(QWidget* parent = nullptr);

    void setStatus(const runtime::PipelineStatus& status, int utcOffset);
    bool closes() const { return m_closes; }
    /// The sentence, as it is read.
    QString sentence() const;

    QSize sizeHint() const override { return {900, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_equation;
    QWidget* m_mark;
    QLabel* m_verdict;
    QLabel* m_stored;
    bool m_closes = true;
};

} // namespace gavel::pipeline_page
