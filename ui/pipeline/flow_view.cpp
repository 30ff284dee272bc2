// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/flow_view.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/charts/plot.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kFlowEdge = 10;
constexpr int kStageGap = 38;
constexpr int kBoxTop = 12;
constexpr int kBoxHeight = 106;
constexpr int kRepairDrop = 28;
constexpr int kBandMiddle = 17; ///< below the top of a box
constexpr int kWidestBand = 16;
constexpr int kSparkWidth = 62;
constexpr int kSparkHeight = 18;
constexpr double kSparkRoom = 1.7; ///< above the highest: a steady rate is a line in the middle
constexpr int kOutTop = 146;
constexpr double kAlmostFull = 0.8; ///< of the limit of a backlog

/// A small triangle to the right.
void paintArrowHead(QPainter& painter, QPointF tip, const QColor& ink, bool down)
{
    const QPointF back = down ? QPointF(0, -6) : QPointF(-6, 0);
    const QPointF side = down ? QPointF(4, 0) : QPointF(0, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({tip, tip + back + side, tip + back - side}));
}

double shareOf(const runtime::StageView& view)
{
    return view.limit == 0 ? 0
                           : static_cast<double>(view.backlog) / static_cast<double>(view.limit);
}

} // namespace

FlowView::FlowView(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_rates.fill(std::nan(""));
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FlowView::setStatus(const runtime::PipelineStatus& status, const FlowRates& rates)
{
    m_status = status;
    for (std::size_t i = 0; i < runtime::kPipelineStages; ++i) {
        const Meter& meter = rates.stage(static_cast<Stage>(i));
        m_rates[i] = meter.perSecond();
        m_histories[i] = meter.history();
    }
    m_retries = rates.retriesInAMinute();
    describe();
    update();
}

void FlowView::setStale(bool stale)
{
    m_stale = stale;
    update();
}

/// What is drawn, for those who do not see it.
void FlowView::describe()
{
    QStringList said;
    for (std::size_t i = 0; i < runtime::kPipelineStages; ++i) {
        const auto stage = static_cast<Stage>(i);
        said << tr("%1: %2 per second, backlog %3", "stage")
                    .arg(words::stage(stage), rateText(stage), words::count(view(stage).backlog));
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
}

const runtime::StageView& FlowView::view(Stage stage) const
{
    return m_status.stages[static_cast<std::size_t>(stage)];
}

double FlowView::rate(Stage stage) const
{
    return m_rates[static_cast<std::size_t>(stage)];
}

QString FlowView::rateText(Stage stage) const
{
    const double now = rate(stage);
    return std::isfinite(now) && now < 99.95 ? numbers::decimal(now, now == 0 ? 0 : 1)
                                             : numbers::big(now);
}

QRect FlowView::boxOf(Stage stage) const
{
    const auto column = static_cast<int>(stage);
    const int stages = static_cast<int>(runtime::kPipelineStages);
    const int pitch = (width() - 2 * kFlowEdge + kStageGap) / stages;
    const int drop = stage == Stage::Repair ? kRepairDrop : 0;
    return {kFlowEdge + column * pitch, kBoxTop + drop, pitch - kStageGap, kBoxHeight - drop};
}

/// Almost full is late; full is where the sender is told to wait.
Mark FlowView::markOf(Stage stage) const
{
    const double share = shareOf(view(stage));
    if (m_stale)
        return Mark::Stale;
    if (share >= 1)
        return Mark::Bad;
    const bool repairs = stage == Stage::Repair && rate(stage) > 0;
    return share >= kAlmostFull || repairs ? Mark::Warn : Mark::Good;
}

void FlowView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBands(painter);
    paintRepairWays(painter);
    for (std::size_t i = 0; i < runtime::kPipelineStages; ++i)
        paintBox(painter, static_cast<Stage>(i));
    const runtime::Completeness& minute = m_status.lastMinute;
    paintOutflow(painter, Stage::Collect, Mark::Info, tr("Refused"), minute.refused);
    paintOutflow(painter, Stage::Validate, Mark::Stale, tr("Duplicate"), minute.duplicate);
    paintOutflow(painter, Stage::Repair, Mark::Bad, tr("Dead letter"), minute.dead);
    paintOutflow(painter, Stage::Transform, Mark::Warn, tr("Quarantine"), minute.quarantined);
    paintOutflow(painter, Stage::Distribute, Mark::Retry, tr("Retries"), m_retries);
}

void FlowView::paintBands(QPainter& painter) const
{
    paintBand(painter, Stage::Collect, Stage::Validate);
    paintBand(painter, Stage::Validate, Stage::Transform);
    paintBand(painter, Stage::Transform, Stage::Store);
    paintBand(painter, Stage::Store, Stage::Distribute);
}

void FlowView::paintBand(QPainter& painter, Stage from, Stage to) const
{
    double most = 0;
    for (const double each : m_rates)
        most = std::isfinite(each) ? std::max(most, each) : most;
    const double now = rate(to);
    const double share = most > 0 && std::isfinite(now) ? now / most : 0;
    const int height = std::max(2, qRound(share * kWidestBand));
    const QRect source = boxOf(from);
    const QRect target = boxOf(to);
    const int middle = kBoxTop + kBandMiddle;
    QColor ink = m_stale ? color(Token::Stale) : Theme::current().series(0);
    QColor fill = ink;
    fill.setAlphaF(0.45F);
    painter.fillRect(
        QRect(source.right() + 1, middle - height / 2, target.left() - source.right() - 1, height),
        fill);
    paintArrowHead(painter, QPointF((source.right() + target.left()) / 2.0 + 3, middle), ink,
                   false);
}

void FlowView::paintRepairWays(QPainter& painter) const
{
    const QRect repair = boxOf(Stage::Repair);
    const bool flows = !m_stale && rate(Stage::Repair) > 0;
    const int y = repair.center().y();
    const std::array ways{std::tuple(boxOf(Stage::Validate).right(), repair.left(), Token::Warn),
                          std::tuple(repair.right(), boxOf(Stage::Transform).left(), Token::Good)};
    for (const auto& [from, to, token] : ways) {
        const QColor ink = color(flows ? token : Token::Edge);
        painter.fillRect(QRect(from + 1, y - 1, to - from - 1, 2), ink);
        paintArrowHead(painter, QPointF((from + to) / 2.0 + 3, y), ink, false);
    }
}

void FlowView::paintBox(QPainter& painter, Stage stage) const
{
    const QRect box = boxOf(stage);
    const Mark mark = markOf(stage);
    const bool calls = mark == Mark::Warn || mark == Mark::Bad;
    painter.setBrush(color(Token::Bg2));
    painter.setPen(color(calls ? markToken(mark) : Token::Line2));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    if (hasFocus() && m_current == static_cast<int>(stage)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color(Token::Focus));
        painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
    }
    const QRect inner = box.adjusted(10, 7, -10, -6);
    const QRect head(inner.left(), inner.top(), inner.width(), 18);
    paintMark(painter, QRect(head.left(), head.top(), 12, head.height()), mark);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(m_stale ? Token::T3 : Token::T1));
    const QString name = words::stage(stage);
    const int nameEnd = head.left() + 19 + painter.fontMetrics().horizontalAdvance(name);
    painter.drawText(head.adjusted(19, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(Token::T3));
    const QRect rest(nameEnd + 6, head.top(), head.right() - nameEnd - 5, head.height());
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(
                         words::stageParts(stage, view(stage), m_status.rulesVersion),
                         Qt::ElideRight, rest.width()));
    const bool small = stage == Stage::Repair;
    paintRate(painter, stage, QRect(inner.left(), head.bottom() + 3, inner.width(), 20));
    if (!small)
        painter.fillRect(inner.left(), head.bottom() + 30, inner.width(), 1, color(Token::Line1));
    paintBacklog(painter, stage,
                 QRect(inner.left(), head.bottom() + (small ? 26 : 34), inner.width(), 16));
}

void FlowView::paintRate(QPainter& painter, Stage stage, const QRect& line) const
{
    painter.setFont(widgets::font(TextRole::Title));
    painter.setPen(color(m_stale ? Token::T3 : Token::T1));
    const QString number = rateText(stage);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, number);
    const int end = line.left() + painter.fontMetrics().horizontalAdvance(number) + 4;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T2));
    painter.drawText(QRect(end, line.top() + 2, 40, line.height() - 2),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("/s", "per second"));
    const int left = std::max(line.right() - kSparkWidth, end + 18);
    if (line.right() - left < kSparkWidth / 2)
        return;
    const std::vector<double>& history = m_histories[static_cast<std::size_t>(stage)];
    const plot::Extent extent = plot::extentOf(history, true);
    const QRectF place(left, line.top() + 1, line.right() - left, kSparkHeight);
    const plot::Scale scale{extent.low, extent.high * kSparkRoom + 0.001, place.top(),
                            place.bottom()};
    const QColor ink = m_stale        ? color(Token::Stale)
        : markOf(stage) == Mark::Warn ? color(Token::Warn)
                                      : Theme::current().series(0);
    const auto runs = plot::reduce(history, place.left(), place.right(), scale);
    plot::paintArea(painter, runs, place.bottom(), ink);
    plot::paintRuns(painter, runs, QPen(ink, 1.2));
}

void FlowView::paintBacklog(QPainter& painter, Stage stage, const QRect& line) const
{
    const runtime::StageView& now = view(stage);
    painter.setFont(widgets::font(TextRole::Caption));
    painter.setPen(color(m_stale ? Token::T3 : Token::T2));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("backlog %1").arg(words::count(now.backlog)));
    const QString p99 = now.p99Ms < 0
        ? numbers::missing()
        : tr("%1 ms").arg(numbers::decimal(now.p99Ms, now.p99Ms < 10 ? 1 : 0));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("p99 %1").arg(p99));
    if (now.limit == 0)
        return;
    const QRect track(line.left(), line.bottom() + (stage == Stage::Repair ? 1 : 6), line.width(),
                      stage == Stage::Repair ? 3 : 5);
    const double share = shareOf(now);
    const Token full = share >= 1 ? Token::Bad : Token::Warn;
    const QColor ink = share >= kAlmostFull ? color(full) : Theme::current().series(0);
    painter.fillRect(track, color(Token::Bg3));
    const int length = now.backlog == 0 ? 0 : std::max(2, qRound(share * track.width()));
    painter.fillRect(QRect(track.topLeft(), QSize(std::min(length, track.width()), track.height())),
                     m_stale ? color(Token::Stale) : ink);
}

void FlowView::paintOutflow(QPainter& painter, Stage stage, Mark mark, const QString& name,
                            std::uint64_t perMinute) const
{
    const QRect box = boxOf(stage);
    const int x = box.center().x();
    const bool none = perMinute == 0 || m_stale;
    const QColor ink = color(none ? Token::Edge : markToken(mark));
    painter.setPen(QPen(ink, 1.2, Qt::DotLine));
    painter.drawLine(QPointF(x + 0.5, box.bottom() + 2), QPointF(x + 0.5, kOutTop - 8));
    paintArrowHead(painter, QPointF(x + 0.5, kOutTop - 2), ink, true);
    painter.setFont(widgets::font(TextRole::BodyBold));
    const QString number = tr("%1 /min", "in a minute").arg(words::count(perMinute));
    const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.setFont(widgets::font(TextRole::Body));
    const int nameWidth = painter.fontMetrics().horizontalAdvance(name);
    QRect line(x - (18 + nameWidth + 10 + numberWidth) / 2, kOutTop, 12, 20);
    paintMark(painter, line, mark, ink, 11);
    line = QRect(line.left() + 18, line.top(), nameWidth, line.height());
    painter.setPen(color(Token::T2));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(none ? Token::T3 : Token::T1));
    painter.drawText(QRect(line.right() + 11, line.top(), numberWidth + 4, line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, number);
}

std::optional<FlowView::Stage> FlowView::stageAt(QPoint place) const
{
    for (std::size_t i = 0; i < runtime::kPipelineStages; ++i)
        if (boxOf(static_cast<Stage>(i)).contains(place))
            return static_cast<Stage>(i);
    return std::nullopt;
}

void FlowView::mousePressEvent(QMouseEvent* event)
{
    if (const auto stage = stageAt(event->position().toPoint())) {
        m_current = static_cast<int>(*stage);
        update();
        Q_EMIT stageChosen(*stage);
    }
}

void FlowView::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(stageAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FlowView::keyPressEvent(QKeyEvent* event)
{
    const int stages = static_cast<int>(runtime::kPipelineStages);
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        m_current = (m_current + 1) % stages;
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        m_current = (m_current + stages - 1) % stages;
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)
        Q_EMIT stageChosen(static_cast<Stage>(m_current));
    else
        return QWidget::keyPressEvent(event);
    update();
}

bool FlowView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto stage = stageAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       stage
                           ? tr("%1: %2 events since the start, backlog %3 of at most %4", "stage")
                                 .arg(words::stage(*stage), words::count(view(*stage).total),
                                      words::count(view(*stage).backlog),
                                      view(*stage).limit == 0 ? numbers::missing()
                                                              : words::count(view(*stage).limit))
                           : QString(),
                       this);
    return true;
}

} // namespace gavel::pipeline_page
