// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panel/panel.h"

#include <optional>
#include <vector>

class QLabel;

namespace gavel::pipeline_page {

/// One score of 0 to 100, and what it is made of.
struct Score
{
    QString name{};
    std::optional<double> points{}; ///< none = not measured
    QStringList parts{}; ///< a sentence each
};

/// Scores as bars, below them what the lowest is made of. Hidden while there are none.
class ScoresPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ScoresPanel(QWidget* parent = nullptr);

    void setScores(std::vector<Score> scores);
    bool hasScores() const { return !m_scores.empty(); }
    void retranslate();

private:
    class Bars;
    void showWords();

    std::vector<Score> m_scores;
    Bars* m_bars;
    QLabel* m_words;
};

} // namespace gavel::pipeline_page
