// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/scores_panel.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kScoreRow = 21;
constexpr int kPointsWidth = 44;
constexpr double kMostPoints = 100;

} // namespace

/// Name, bar and points of each score.
class ScoresPanel::Bars final : public QWidget
{
public:
    explicit Bars(const std::vector<Score>& scores)
        : m_scores(scores)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {240, kScoreRow * static_cast<int>(m_scores.size())}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setFont(widgets::font(TextRole::Body));
        const int nameWidth = width() / 4;
        for (std::size_t i = 0; i < m_scores.size(); ++i) {
            const QRect row(0, static_cast<int>(i) * kScoreRow, width(), kScoreRow);
            paintScore(painter, row, nameWidth, m_scores[i]);
        }
    }

private:
    static void paintScore(QPainter& painter, const QRect& row, int nameWidth, const Score& score)
    {
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(color(Token::T2));
        painter.drawText(
            QRect(row.left(), row.top(), nameWidth, row.height()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(score.name, Qt::ElideRight, nameWidth - 6));
        const QRect track(row.left() + nameWidth, row.center().y() - 2,
                          row.width() - nameWidth - kPointsWidth - 4, 6);
        painter.fillRect(track, color(Token::Bg3));
        if (score.points) {
            const double share = std::clamp(*score.points / kMostPoints, 0.0, 1.0);
            painter.fillRect(
                QRect(track.topLeft(), QSize(qRound(share * track.width()), track.height())),
                Theme::current().series(2));
        }
        painter.setFont(widgets::font(TextRole::BodyBold));
        painter.setPen(color(score.points ? Token::T1 : Token::T3));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         score.points ? numbers::decimal(*score.points, 1) : numbers::missing());
    }

    const std::vector<Score>& m_scores;
};

ScoresPanel::ScoresPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_bars(new Bars(m_scores))
    , m_words(new QLabel)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bars);
    column->addWidget(m_words);
    column->addStretch(1);
    setBody(inner, space::kPadding);
    hide();
    retranslate();
}

void ScoresPanel::retranslate()
{
    setTitle(tr("Scores"));
    showWords();
}

void ScoresPanel::setScores(std::vector<Score> scores)
{
    m_scores = std::move(scores);
    QStringList said;
    for (const Score& score : m_scores)
        said << tr("%1: %2", "score, points")
                    .arg(score.name,
                         score.points ? numbers::decimal(*score.points, 1) : tr("not measured"));
    m_bars->setAccessibleDescription(said.join(QStringLiteral(", ")));
    m_bars->updateGeometry();
    m_bars->update();
    showWords();
    touch();
}

/// What the lowest is made of, so that one knows where to look.
void ScoresPanel::showWords()
{
    const Score* lowest = nullptr;
    for (const Score& score : m_scores)
        if (score.points && (lowest == nullptr || *score.points < *lowest->points))
            lowest = &score;
    m_words->setText(lowest == nullptr || lowest->parts.isEmpty()
                         ? QString()
                         : tr("%1 is lowest: %2", "score, what it is made of")
                               .arg(lowest->name, lowest->parts.join(QStringLiteral("; "))));
}

} // namespace gavel::pipeline_page
