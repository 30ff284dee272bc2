// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pipeline/dead/repair_panel.h"

namespace gavel::pipeline_page {

/// What the four stages say, and below them what would happen.
class RepairPanel::Verdict final : public QWidget
{
public:
    Verdict();
    void setVerdict(const Result<runtime::VerdictView>& verdict);
    QString words() const;
    QSize sizeHint() const override { return {300, 52}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStages(QPainter& painter, int x) const;

    Result<runtime::VerdictView> m_verdict = runtime::VerdictView{};
    QString m_words;
    bool m_isGood = false;
};

/// Where an event came from and where it goes: a line each, with an icon.
class RepairPanel::Where final : public QWidget
{
public:
    struct Line
    {
        QString icon;
        QString name;
        QString detail;
    };
    Where();
    void setLines(const QString& title, std::vector<Line> lines);
    /// The first lines only, where the panel is low; all are in the tooltip.
    void setMost(std::size_t most);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    std::vector<Line> m_lines;
    std::size_t m_most = SIZE_MAX;
};

} // namespace gavel::pipeline_page
