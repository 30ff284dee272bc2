// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/metrics.h"
#include "ui/overview/explore/explore_choice.h"

#include <QCoreApplication>

#include <functional>

namespace gavel::overview {

/// How the explorer calls and writes things, in the language of the moment.
class ExploreWords
{
    Q_DECLARE_TR_FUNCTIONS(gavel::overview::ExploreWords)
public:
    static QString dimension(const QString& name);
    static QString measure(const QString& name);
    static QString window(ExploreWindow window);
    /// The heading of a column of it: "Spend, USD".
    static QString heading(const QString& measure, const QString& currency);

    static QString value(const std::optional<runtime::MetricValue>& value, const QString& measure);
    /// Of a chart, where money is in units and not exact.
    static std::function<QString(double)> format(const QString& measure);
    /// For painting only.
    static double plotted(const std::optional<runtime::MetricValue>& value);
    /// "+4.1 %", or points for rates; "" when there is nothing to compare with.
    static QString change(const runtime::MetricRow& row, const QString& measure);
    /// Parts of this measure add up to a whole.
    static bool isSum(const QString& measure);
};

} // namespace gavel::overview
