// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/metrics.h"
#include "ui/overview/time_range.h"

#include <QJsonObject>
#include <QString>

namespace gavel::overview {

/// How far back the explorer looks.
enum class ExploreWindow : quint8 { Page, Hour, FourHours, Day, Week, Everything };
inline constexpr int kExploreWindows = 6;

/// What the explorer shows; kept with the page.
struct ExploreChoice
{
    QString dimension = QStringLiteral("campaign");
    QString measure = QStringLiteral("impressions");
    ExploreWindow window = ExploreWindow::Page;
    bool compare = true;

    bool operator==(const ExploreChoice&) const = default;
    QJsonObject toJson() const;
    /// What is not understood stays as at first.
    static ExploreChoice fromJson(const QJsonObject& json);
};

/// The dimensions that can be chosen, and the measures that are kept by one.
QStringList exploreDimensions();
QStringList exploreMeasures(const QString& dimension);

/// Where the market stands when the question is asked.
struct ExploreMoment
{
    TimeWindow page; ///< what the page shows
    qint64 now = 0; ///< of the market; 0 = none runs
    int utcOffset = 0;
};

/// The choice as a question, in steps that suit the window. The newest minute and quarter that are
/// still being filled are left out.
runtime::MetricQuery queryOf(const ExploreChoice& choice, const ExploreMoment& moment,
                             const runtime::CountedTime& counted);

/// The measure whose events stand behind this one: "clicks" for "ctr".
QString tracedMeasure(const QString& measure);

} // namespace gavel::overview
