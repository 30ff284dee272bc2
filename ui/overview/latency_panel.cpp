// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/latency_panel.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QPainter>

#include <cmath>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kLegendHeight = 24;
constexpr std::array<int, 3> kSeries{2, 0, 5};

} // namespace

/// Square, name and newest value of each line: in one row, or one below the other where it is
/// narrow.
class LatencyPanel::Legend final : public QWidget
{
public:
    explicit Legend(QWidget* parent = nullptr)
        : QWidget(parent)
    {
        setFixedHeight(kLegendHeight);
    }

    void setLines(std::vector<ChartLine> lines)
    {
        m_lines = std::move(lines);
        arrange();
        update();
    }

protected:
    void resizeEvent(QResizeEvent* /*event*/) override { arrange(); }
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int count = std::max(1, static_cast<int>(m_lines.size()));
        const int part = m_stacked ? width() : width() / count;
        const int row = m_stacked ? kLegendRow : height();
        int x = space::kPadding;
        int y = 0;
        for (const ChartLine& line : m_lines) {
            paintLine(painter, QRect(x, y, part - space::kPadding, row), line);
            m_stacked ? y += row : x += part;
        }
    }

private:
    static constexpr int kLegendRow = 20;
    static constexpr int kPartWidth = 105; ///< a square, a name and a value

    void arrange()
    {
        const int count = static_cast<int>(m_lines.size());
        m_stacked = width() < count * kPartWidth;
        setFixedHeight(m_stacked ? count * kLegendRow + 6 : kLegendHeight);
    }
    void paintLine(QPainter& painter, const QRect& box, const ChartLine& line) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().series(line.series));
        painter.drawRoundedRect(QRect(box.left(), box.top() + (box.height() - 10) / 2, 10, 10), 1.5,
                                1.5);
        painter.setPen(color(Token::T2));
        painter.setFont(widgets::font(TextRole::Body));
        const QRect place = box.adjusted(15, 0, -space::kPadding, 0);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, line.name);
        const int name = painter.fontMetrics().horizontalAdvance(line.name) + 6;
        painter.setPen(color(Token::T1));
        painter.setFont(widgets::font(TextRole::BodyBold));
        const Qt::Alignment side = m_stacked ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(m_stacked ? place : place.adjusted(name, 0, 0, 0),
                         static_cast<int>((side | Qt::AlignVCenter).toInt()), line.endText);
    }

    std::vector<ChartLine> m_lines;
    bool m_stacked = false;
};

LatencyPanel::LatencyPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_chart(new QtChartPanel(QString()))
    , m_legend(new Legend)
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(4, 4, 0, 4);
    column->setSpacing(0);
    column->addWidget(m_chart, 1);
    column->addWidget(m_legend);
    setBody(body);
    retranslate();
}

void LatencyPanel::retranslate()
{
    setTitle(tr("Auction latency"));
    m_chart->setAccessibleName(tr("Auction latency"));
}

void LatencyPanel::setValues(const runtime::Snapshot& snapshot, const History& history)
{
    const double limit = snapshot.rules.auctionDeadlineMicros / 1000.0;
    const std::array<const std::vector<double>*, 3> values{&history.p50, &history.p95,
                                                           &history.p99};
    const std::array<QString, 3> names{QStringLiteral("p50"), QStringLiteral("p95"),
                                       QStringLiteral("p99")};
    std::vector<ChartLine> lines(names.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double now = meanOfLast(*values[i]);
        lines[i].name = names[i];
        lines[i].values = *values[i];
        lines[i].series = kSeries[i];
        lines[i].endText = std::isfinite(now)
            ? tr("%1 ms", "milliseconds").arg(numbers::decimal(now, 1))
            : numbers::missing();
    }
    setCaption(tr("whole auctions, ms"));
    m_chart->setLimit({limit, tr("limit %1 ms").arg(numbers::decimal(limit, 0))});
    m_chart->setLines(history.window.from, history.window.to, snapshot.utcOffsetMinutes, lines);
    QStringList words;
    for (const ChartLine& line : lines)
        words << tr("%1: %2", "chart line: last value").arg(line.name, line.endText);
    m_chart->setAccessibleDescription(words.join(QStringLiteral("; ")));
    m_legend->setLines(std::move(lines));
    touch();
}

} // namespace gavel::overview
