// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/explore/explore_rows.h"

#include "ui/overview/explore/explore_words.h"
#include "ui/widgets/charts/plot.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/numbers.h"

#include <QPainter>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kPlainSeries = 7;
constexpr int kArrow = 12;

int directionOf(const ExploreRow& row)
{
    const double now = ExploreWords::plotted(row.counted.value);
    const double before = ExploreWords::plotted(row.counted.before);
    return now > before ? 1 : now < before ? -1 : 0;
}

bool less(const std::optional<runtime::MetricValue>& a,
          const std::optional<runtime::MetricValue>& b)
{
    if (!a || !b)
        return !a && b;
    return std::pair(a->number, a->ratio) < std::pair(b->number, b->ratio);
}

RowColumn<ExploreRow> nameColumn(const QString& title)
{
    return {title,
            [](const ExploreRow& row, int role) -> QVariant {
                if (role == Qt::DisplayRole)
                    return row.name;
                if (role == Qt::ToolTipRole)
                    return row.name == row.key ? row.name : row.name + u'\n' + row.key;
                return role == SeriesRole && row.series >= 0 ? QVariant(row.series) : QVariant();
            },
            [](const ExploreRow& a, const ExploreRow& b) {
                return QString::localeAwareCompare(a.name, b.name) < 0;
            },
            false,
            {}};
}

RowColumn<ExploreRow> valueColumn(const QString& title, const QString& measure)
{
    return {title,
            [measure](const ExploreRow& row, int role) -> QVariant {
                if (role == ToneRole && !row.counted.value)
                    return static_cast<int>(Token::T3);
                if (role == Qt::DisplayRole)
                    return ExploreWords::value(row.counted.value, measure);
                return role == Qt::ToolTipRole && row.counted.value
                    ? QVariant(QString::fromStdString(pipeline::textOf(*row.counted.value)))
                    : QVariant();
            },
            [](const ExploreRow& a, const ExploreRow& b) {
                return less(a.counted.value, b.counted.value);
            },
            true,
            {}};
}

RowColumn<ExploreRow> changeColumn(const QString& title, const QString& measure)
{
    return {title,
            [measure](const ExploreRow& row, int role) -> QVariant {
                const QString change = ExploreWords::change(row.counted, measure);
                if (role == Qt::DisplayRole)
                    return change.isEmpty() ? numbers::missing() : change;
                if (role == ToneRole)
                    return static_cast<int>(change.isEmpty() ? Token::T3 : Token::T2);
                if (role == ExploreDelegate::kDirectionRole)
                    return change.isEmpty() ? 0 : directionOf(row);
                if (role == Qt::ToolTipRole && row.counted.before)
                    return ExploreWords::tr("before: %1")
                        .arg(ExploreWords::value(row.counted.before, measure));
                return {};
            },
            {},
            true,
            {}};
}

QString cell(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString exact(const std::optional<runtime::MetricValue>& value)
{
    return value ? QString::fromStdString(pipeline::textOf(*value)) : QString();
}

} // namespace

std::vector<RowColumn<ExploreRow>> exploreColumns(const QString& dimension, const QString& measure,
                                                  const QString& currency)
{
    return {nameColumn(ExploreWords::dimension(dimension)),
            valueColumn(ExploreWords::heading(measure, currency), measure),
            {ExploreWords::tr("Share"),
             [](const ExploreRow& row, int role) -> QVariant {
                 if (role == ToneRole)
                     return static_cast<int>(row.share ? Token::T2 : Token::T3);
                 return role == Qt::DisplayRole
                     ? QVariant(row.share ? numbers::percent(*row.share) : numbers::missing())
                     : QVariant();
             },
             {},
             true,
             ExploreWords::tr("Of everything that is counted in the window.")},
            changeColumn(ExploreWords::tr("Change"), measure),
            {ExploreWords::tr("Course"),
             [](const ExploreRow& row, int role) -> QVariant {
                 if (role == ExploreDelegate::kCourseRole) {
                     QList<double> values;
                     for (const auto& step : row.counted.steps)
                         values << ExploreWords::plotted(step);
                     return QVariant::fromValue(values);
                 }
                 return role == SeriesRole ? QVariant(row.series) : QVariant();
             },
             {},
             false,
             {}}};
}

QString exploreCsv(const std::vector<ExploreRow>& rows, const runtime::MetricAnswer& answer,
                   const QString& dimension, const QString& measure, int utcOffset)
{
    QString text = QStringLiteral("%1,name,from,%2,before\n").arg(dimension, measure);
    for (const ExploreRow& row : rows)
        for (std::size_t step = 0; step < row.counted.steps.size(); ++step) {
            const qint64 at = answer.from.value + static_cast<qint64>(step) * answer.stepMs;
            const auto& before = row.counted.stepsBefore;
            text += cell(row.key) + u',' + cell(row.name) + u',' + numbers::dateTime(at, utcOffset)
                + u',' + exact(row.counted.steps[step]) + u','
                + (step < before.size() ? exact(before[step]) : QString()) + u'\n';
        }
    return text;
}

void ExploreDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto course = index.data(kCourseRole);
    if (course.isValid()) {
        const auto values = course.value<QList<double>>();
        paintBackground(*painter, option, index);
        const int series = index.data(SeriesRole).toInt();
        const QColor ink = Theme::current().series(series >= 0 ? series : kPlainSeries);
        const QRect place = option.rect.adjusted(space::kCell, 4, -space::kCell, -4);
        const std::span<const double> all(values.constData(),
                                          static_cast<std::size_t>(values.size()));
        const plot::Extent extent = plot::extentOf(all, true);
        const plot::Scale scale{extent.low, extent.high, static_cast<double>(place.top()),
                                static_cast<double>(place.bottom())};
        plot::paintRuns(*painter, plot::reduce(all, place.left(), place.right(), scale),
                        QPen(ink, 1.2));
        return;
    }
    CellDelegate::paint(painter, option, index);
    const int direction = index.data(kDirectionRole).toInt();
    if (direction != 0)
        paintIcon(*painter,
                  QRect(option.rect.left() + space::kCell - 4,
                        option.rect.center().y() - kArrow / 2, kArrow, kArrow),
                  direction > 0 ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"),
                  color(Token::T2), kArrow);
}

} // namespace gavel::overview
