// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/repair_parts.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::CheckOutcome;

namespace {

constexpr int kVerdictLine = 20;
constexpr int kWhereLine = 21;

Token outcomeInk(CheckOutcome outcome)
{
    return outcome == CheckOutcome::Failed    ? Token::Bad
        : outcome == CheckOutcome::NotReached ? Token::T3
                                              : Token::Good;
}

} // namespace

RepairPanel::Verdict::Verdict()
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RepairPanel::Verdict::setVerdict(const Result<runtime::VerdictView>& verdict)
{
    m_verdict = verdict;
    m_isGood = false;
    if (!verdict) {
        m_words = words::wrong(verdict.error());
    } else if (!verdict->rule.empty() && !verdict->isQuarantined) {
        m_words = RepairPanel::tr("%1: %2", "rule, reason")
                      .arg(words::of(verdict->rule), words::of(verdict->reason));
    } else if (verdict->isDuplicate) {
        m_words = RepairPanel::tr("An event with this id is stored: it counts once.");
    } else if (verdict->isQuarantined) {
        m_words = RepairPanel::tr("Stored in quarantine, not billed: %1", "reason")
                      .arg(words::of(verdict->reason));
    } else {
        m_words = words::of(verdict->effect);
        m_isGood = true;
    }
    QStringList said;
    if (verdict)
        for (std::size_t i = 0; i < verdict->stages.size(); ++i)
            said << RepairPanel::tr("%1 %2", "stage, outcome")
                        .arg(words::ruleStage(i), words::outcome(verdict->stages[i]));
    said << m_words;
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setToolTip(said.join(u'\n'));
    update();
}

QString RepairPanel::Verdict::words() const
{
    return m_words;
}

/// The gaps give way where the line is short.
void RepairPanel::Verdict::paintStages(QPainter& painter, int x) const
{
    int wanted = 0;
    for (std::size_t i = 0; i < m_verdict->stages.size(); ++i)
        wanted += 17 + painter.fontMetrics().horizontalAdvance(words::ruleStage(i));
    const int spare = width() - space::kPadding - x - wanted;
    const int gap = std::clamp(spare / static_cast<int>(m_verdict->stages.size() - 1), 4, 14);
    for (std::size_t i = 0; i < m_verdict->stages.size(); ++i) {
        const CheckOutcome outcome = m_verdict->stages[i];
        const QColor ink = color(outcomeInk(outcome));
        paintMark(painter, QRect(x, 6, 12, kVerdictLine), words::outcomeMark(outcome), ink, 11);
        const QString name = words::ruleStage(i);
        painter.setPen(ink);
        painter.drawText(QRect(x + 17, 6, width() - x, kVerdictLine),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        x += 17 + painter.fontMetrics().horizontalAdvance(name) + gap;
    }
}

void RepairPanel::Verdict::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Token::Bg3));
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    const QString title = RepairPanel::tr("Verdict now");
    painter.drawText(QRect(space::kPadding, 6, width(), kVerdictLine),
                     Qt::AlignLeft | Qt::AlignVCenter, title);
    const int x = space::kPadding + painter.fontMetrics().horizontalAdvance(title) + 12;
    painter.setFont(widgets::font(TextRole::Body));
    if (m_verdict)
        paintStages(painter, x);
    painter.setPen(color(m_isGood ? Token::T1 : Token::Bad));
    if (m_verdict && (m_verdict->isDuplicate || m_verdict->isQuarantined))
        painter.setPen(color(Token::Warn));
    const QRect line(space::kPadding, 6 + kVerdictLine, width() - 2 * space::kPadding,
                     kVerdictLine);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_words, Qt::ElideRight, line.width()));
}

RepairPanel::Where::Where()
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RepairPanel::Where::setLines(const QString& title, std::vector<Line> lines)
{
    m_title = title;
    m_lines = std::move(lines);
    QStringList said{title};
    for (const Line& line : m_lines)
        said << RepairPanel::tr("%1, %2", "what, detail").arg(line.name, line.detail);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(u'\n'));
    updateGeometry();
    update();
}

void RepairPanel::Where::setMost(std::size_t most)
{
    if (m_most == most)
        return;
    m_most = most;
    updateGeometry();
    update();
}

QSize RepairPanel::Where::sizeHint() const
{
    return {300, 10 + kWhereLine * (static_cast<int>(std::min(m_most, m_lines.size())) + 1)};
}

void RepairPanel::Where::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRect row(space::kPadding, 6, width() - 2 * space::kPadding, kWhereLine);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(widgets::font(TextRole::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    for (std::size_t i = 0; i < std::min(m_most, m_lines.size()); ++i) {
        const Line& line = m_lines[i];
        row.translate(0, kWhereLine);
        paintIcon(painter, QRect(row.left(), row.top(), 16, row.height()), line.icon,
                  color(Token::T2), 14);
        const int least = std::min(metrics.horizontalAdvance(line.name), row.width() / 3);
        const int detail
            = std::min(metrics.horizontalAdvance(line.detail) + 2, row.width() - 30 - least);
        painter.setPen(color(Token::T2));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(line.detail, Qt::ElideRight, detail));
        const QRect name = row.adjusted(22, 0, -detail - 8, 0);
        painter.setPen(color(Token::T1));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.name, Qt::ElideMiddle, name.width()));
    }
}

} // namespace gavel::pipeline_page
