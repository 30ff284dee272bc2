// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/money_panel.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/status_mark.h"

#include <QPainter>

#include <algorithm>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kMargin = 14;
constexpr int kTop = 8;
constexpr int kLine = 22;
constexpr int kBarHeight = 15;
constexpr int kLegendGap = 6;
constexpr int kSquare = 9;
constexpr int kLeastPart = 3;
constexpr int kPublishers = 2; ///< series
constexpr int kFees = 4;

double shareOf(Money part, Money whole)
{
    return whole <= Money{}
        ? 0.0
        : std::clamp(static_cast<double>(part.micros) / static_cast<double>(whole.micros), 0.0,
                     1.0);
}

} // namespace

MoneyView::MoneyView(QWidget* parent)
    : QWidget(parent)
{
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MoneyView::setDay(const runtime::MoneyDay& day)
{
    m_day = day;
    QStringList said;
    for (const Check& check : checks())
        said << check.what + QStringLiteral(": ") + check.shown;
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

QSize MoneyView::minimumSizeHint() const
{
    return {320, kTop + 6 * kLine + 2 * kBarHeight};
}

std::vector<MoneyView::Check> MoneyView::checks() const
{
    const auto shown = [&](Money amount) { return words::amount(amount, m_day.currency); };
    bool zero = true;
    QStringList zeros;
    for (const auto& of : m_day.zeros) {
        zero = zero && of.sum == Money{};
        zeros << words::code(of.currency) + u' ' + words::amount(of.sum, of.currency);
    }
    return {{m_day.closes, tr("Paid = earned + fees + adjustments"),
             m_day.isSummed ? tr("%1 = %2 + %3 + %4")
                                  .arg(shown(m_day.paid), shown(m_day.publishers),
                                       shown(m_day.fees), shown(m_day.adjustments))
                            : numbers::missing()},
            {zero, tr("All accounts together are zero"), zeros.join(QStringLiteral("   "))},
            {m_day.campaignsWithin == m_day.campaigns, tr("No budget is overspent"),
             tr("%1 of %2 campaigns, spent + held within budget")
                 .arg(m_day.campaignsWithin)
                 .arg(m_day.campaigns)}};
}

void MoneyView::paintBars(QPainter& painter) const
{
    const int width = this->width() - 2 * kMargin;
    const int top = kTop + kLine;
    painter.fillRect(kMargin, top, width, kBarHeight, color(Token::Bg1));
    if (m_day.paid > Money{})
        painter.fillRect(kMargin, top, width, kBarHeight, color(Token::AccentFill));
    int left = kMargin;
    const std::array parts{std::pair(m_day.publishers, Theme::current().series(kPublishers)),
                           std::pair(m_day.fees, Theme::current().series(kFees)),
                           std::pair(m_day.adjustments, color(Token::Warn))};
    for (const auto& [part, tint] : parts) {
        if (part <= Money{})
            continue;
        const int room = kMargin + width - left;
        const int length = std::min(
            room, std::max(kLeastPart, static_cast<int>(shareOf(part, m_day.paid) * width)));
        painter.fillRect(left, top + kBarHeight + 3, length, kBarHeight, tint);
        left += length + 1;
    }
}

void MoneyView::paintLegend(QPainter& painter) const
{
    const int top = kTop + kLine + 2 * kBarHeight + 3 + kLegendGap;
    int left = kMargin;
    const auto entry = [&](const QColor& tint, const QString& name, Money amount) {
        painter.fillRect(left, top + (kLine - kSquare) / 2, kSquare, kSquare, tint);
        left += kSquare + 4;
        for (const auto& [text, role] :
             {std::pair(name, TextRole::Body),
              std::pair(words::amount(amount, m_day.currency), TextRole::BodyBold)}) {
            painter.setFont(widgets::font(role));
            painter.setPen(color(Token::T1));
            const int width = painter.fontMetrics().horizontalAdvance(text);
            painter.drawText(QRect(left, top, width + 1, kLine), Qt::AlignVCenter, text);
            left += width + 6;
        }
        left += 12;
    };
    const auto percent = [&](Money part) { return numbers::percent(shareOf(part, m_day.paid), 0); };
    entry(Theme::current().series(kPublishers),
          tr("Publishers earned, %1").arg(percent(m_day.publishers)), m_day.publishers);
    entry(Theme::current().series(kFees), tr("Fees, %1").arg(percent(m_day.fees)), m_day.fees);
    if (m_day.adjustments != Money{})
        entry(color(Token::Warn), tr("Adjustments"), m_day.adjustments);
}

void MoneyView::paintChecks(QPainter& painter) const
{
    int top = kTop + 2 * kLine + 2 * kBarHeight + 3 + 2 * kLegendGap;
    const auto all = checks();
    painter.setFont(widgets::font(TextRole::Body));
    int widest = 0;
    for (const Check& check : all)
        widest = std::max(widest, painter.fontMetrics().horizontalAdvance(check.what));
    const int left = kMargin + 16;
    const int second = std::min(left + widest + 20, width() / 2);
    for (const Check& check : all) {
        const Mark mark = check.holds ? Mark::Good : Mark::Bad;
        paintMark(painter, QRect(kMargin, top, 11, kLine), mark);
        painter.setPen(color(markToken(mark)));
        const auto draw = [&](int x, int end, const QString& text) {
            painter.drawText(QRect(x, top, end - x, kLine), Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, end - x));
        };
        draw(left, second - 8, check.what);
        painter.setPen(color(Token::T1));
        draw(second, width() - kMargin, check.shown);
        top += kLine;
    }
}

void MoneyView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T1));
    const QString paid = tr("Advertisers paid") + u' ';
    const int width = painter.fontMetrics().horizontalAdvance(paid);
    painter.drawText(QRect(kMargin, kTop, width, kLine), Qt::AlignVCenter, paid);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.drawText(QRect(kMargin + width + 4, kTop, this->width() - width, kLine),
                     Qt::AlignVCenter, words::amount(m_day.paid, m_day.currency));
    if (m_day.lateWinLoss > Money{}) {
        painter.setFont(widgets::font(TextRole::Caption));
        painter.setPen(color(Token::T2));
        painter.drawText(QRect(kMargin, kTop, this->width() - 2 * kMargin, kLine),
                         Qt::AlignVCenter | Qt::AlignRight,
                         tr("of it %1 by the platform, for wins told too late")
                             .arg(words::amount(m_day.lateWinLoss, m_day.currency)));
    }
    paintBars(painter);
    paintLegend(painter);
    paintChecks(painter);
}

MoneyPanel::MoneyPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_view(new MoneyView)
{
    setBody(m_view);
    retranslate();
}

void MoneyPanel::setDay(const runtime::MoneyDay& day, int utcOffset)
{
    clearEmpty();
    setCaption(QStringLiteral("%1, %2, %3–%4")
                   .arg(words::code(day.currency), numbers::date(day.from.value, utcOffset),
                        numbers::timeShort(day.from.value, utcOffset),
                        numbers::timeShort(day.to.value, utcOffset)));
    m_view->setDay(day);
    touch();
}

void MoneyPanel::retranslate()
{
    setTitle(tr("Money of the day"));
    m_view->setAccessibleName(tr("Money of the day"));
    m_view->update();
}

} // namespace gavel::settlement
