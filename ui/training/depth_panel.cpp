// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/depth_panel.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr double kBinCpm = 0.1;
constexpr int kWidePanel = 1000;
constexpr int kPriceSeries = 4;
constexpr int kScaleWidth = 40;
constexpr int kLineWidth = 16;

/// A fast market fills only some columns between two looks at it. Columns as wide as the longest
/// gap are joined, so that nothing seems to be missing.
std::size_t longestGap(const runtime::Depth& depth, std::size_t columns)
{
    std::size_t longest = 1;
    std::size_t last = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        const auto* counts = depth.counts.data() + column * depth.bins;
        if (std::all_of(counts, counts + depth.bins, [](std::uint32_t n) { return n == 0; }))
            continue;
        longest = std::max(longest, column - last);
        last = column;
    }
    return longest;
}

HeatMapValues joined(const runtime::Depth& depth)
{
    HeatMapValues values;
    values.rows = static_cast<int>(depth.bins);
    values.rowHeight = kBinCpm;
    const std::size_t columns = depth.bins == 0 ? 0 : depth.counts.size() / depth.bins;
    const std::size_t joint = std::clamp<std::size_t>(longestGap(depth, columns), 1,
                                                      std::max<std::size_t>(1, columns / 12));
    // Whole groups that end with the newest column.
    const std::size_t skipped = columns % joint;
    values.from = depth.from.value + static_cast<qint64>(skipped) * depth.columnMs;
    values.columnMs = depth.columnMs * static_cast<qint64>(joint);
    for (std::size_t first = skipped; first < columns; first += joint) {
        std::vector<quint32> sum(depth.bins);
        double price = std::nan("");
        for (std::size_t column = first; column < first + joint; ++column) {
            for (std::size_t bin = 0; bin < depth.bins; ++bin)
                sum[bin] += depth.counts[column * depth.bins + bin];
            if (std::isfinite(depth.clearingCpm[column]))
                price = depth.clearingCpm[column];
        }
        values.counts.insert(values.counts.end(), sum.begin(), sum.end());
        values.line.push_back(price);
    }
    return values;
}

/// What the colours and lines of the map mean.
class DepthKey final : public QWidget
{
public:
    DepthKey()
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(widgets::font(TextRole::Caption));
        int wide = kScaleWidth + 2 * kLineWidth + 3 * 5 + 2 * 12;
        for (const QString& word : words())
            wide += metrics.horizontalAdvance(word);
        return {wide + 4, 20};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setFont(widgets::font(TextRole::Caption));
        const int middle = height() / 2;
        int x = 0;
        for (int i = 0; i < kScaleWidth; ++i)
            painter.fillRect(x + i, middle - 4, 1, 8,
                             Theme::current().heat(static_cast<double>(i) / kScaleWidth));
        x = drawWord(painter, x + kScaleWidth + 5, words()[0]) + 12;
        painter.setPen(QPen(Theme::current().series(kPriceSeries), 2));
        painter.drawLine(x, middle, x + kLineWidth, middle);
        x = drawWord(painter, x + kLineWidth + 5, words()[1]) + 12;
        painter.setPen(QPen(color(Token::T1), 1, Qt::DashLine));
        painter.drawLine(x, middle, x + kLineWidth, middle);
        drawWord(painter, x + kLineWidth + 5, words()[2]);
    }

private:
    static std::array<QString, 3> words()
    {
        return {DepthPanel::tr("few to many"), DepthPanel::tr("price paid"),
                DepthPanel::tr("lowest floor")};
    }

    int drawWord(QPainter& painter, int x, const QString& word) const
    {
        const int wide = painter.fontMetrics().horizontalAdvance(word);
        painter.setPen(color(Token::T2));
        painter.drawText(QRect(x, 0, wide + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, word);
        return x + wide;
    }
};

} // namespace

DepthPanel::DepthPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_map(new HeatMap(QString()))
    , m_key(new DepthKey)
{
    addHeaderWidget(m_key);
    setBody(m_map);
    connect(this, &Panel::staleChanged, m_map, &HeatMap::setStale);
    retranslate();
}

void DepthPanel::retranslate()
{
    setTitle(tr("Market depth"));
    setCaption(tr("bids by CPM and time"));
    m_map->setAccessibleName(tr("Market depth"));
    m_map->setLadderTitle(tr("bids now"));
    m_key->updateGeometry();
}

qint64 DepthPanel::spanMs() const
{
    return (width() >= kWidePanel ? 60 : 30) * base::kMinuteMs;
}

void DepthPanel::setDepth(const runtime::Depth& depth, double floorFactor, int utcOffsetMinutes)
{
    HeatMapValues values = joined(depth);
    values.floor = depth.floorCpm * floorFactor;
    if (depth.counts.empty())
        setEmpty(tr("No bid has been made yet."));
    else
        clearEmpty();
    m_map->setUtcOffset(utcOffsetMinutes);
    m_map->setValues(std::move(values));
    touch();
}

} // namespace gavel::training
