// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/marks/mark_words.h"

#include "ui/overview/alerts/alert_rows.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gavel::overview {

using namespace widgets;
using health::Annotation;

namespace {

constexpr std::size_t kMostShown = 40;
constexpr qsizetype kMostInChart = 48; // characters of a text beside its mark

struct MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(gavel::overview::MarkWords)
};

/// "firing: Click rate above 10 %" in the words of this language.
QString alertWords(const QString& text)
{
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    if (colon < 0)
        return text;
    const QString name = ruleWords(text.mid(colon + 2).toStdString());
    if (text.startsWith(QStringLiteral("firing")))
        return MarkWords::tr("fires: %1", "name of an alert").arg(name);
    if (text.startsWith(QStringLiteral("resolved")))
        return MarkWords::tr("is over: %1", "name of an alert").arg(name);
    return text.left(colon + 2) + name;
}

} // namespace

bool isOwn(const Annotation& annotation)
{
    return annotation.kind == health::kByPerson;
}

Mark markOfLevel(const std::string& level)
{
    if (level == "good")
        return Mark::Good;
    if (level == "warn")
        return Mark::Warn;
    return level == "bad" ? Mark::Bad : Mark::Info;
}

Mark markOf(const Annotation& annotation)
{
    return isOwn(annotation) ? Mark::Draft : markOfLevel(annotation.level);
}

QString markWords(const Annotation& annotation)
{
    QString text = QString::fromStdString(annotation.text);
    if (isOwn(annotation))
        return text;
    return MarkWords::tr("%1 %2", "moment of a chart: whose, what happened")
        .arg(QString::fromStdString(annotation.subject),
             annotation.kind == "alert" ? alertWords(text) : text);
}

std::vector<ChartMoment> chartMoments(const runtime::Snapshot& snapshot, TimeWindow window)
{
    std::vector<ChartMoment> moments;
    if (!snapshot.annotations)
        return moments;
    const int offset = snapshot.utcOffsetMinutes;
    const auto& all = *snapshot.annotations;
    for (auto mark = all.rbegin(); mark != all.rend() && moments.size() < kMostShown; ++mark) {
        if (mark->at.value < window.from || mark->at.value > window.to)
            continue;
        const QString words = markWords(*mark);
        const QString brief
            = words.size() > kMostInChart ? words.left(kMostInChart - 1) + u'\u2026' : words;
        const QString who = isOwn(*mark) ? QString::fromStdString(mark->person)
                                         : MarkWords::tr("by itself", "who marked a moment");
        moments.push_back(
            {mark->at.value,
             MarkWords::tr("%1 %2", "moment of a chart: time, words")
                 .arg(numbers::timeShort(mark->at.value, offset), brief),
             markOf(*mark),
             MarkWords::tr("%1 (%2)", "moment of a chart: words, who").arg(words, who)});
    }
    std::ranges::reverse(moments);
    return moments;
}

std::optional<Annotation> markById(const runtime::Snapshot& snapshot, qint64 id)
{
    if (!snapshot.annotations)
        return std::nullopt;
    const auto found = std::ranges::find(*snapshot.annotations, id, &Annotation::id);
    return found == snapshot.annotations->end() ? std::nullopt : std::optional(*found);
}

std::optional<Annotation> markNear(const runtime::Snapshot& snapshot, qint64 at, qint64 reach)
{
    std::optional<Annotation> nearest;
    if (!snapshot.annotations)
        return nearest;
    for (const Annotation& mark : *snapshot.annotations) {
        const qint64 far = std::abs(mark.at.value - at);
        if (far > reach)
            continue;
        reach = far;
        nearest = mark;
    }
    return nearest;
}

} // namespace gavel::overview
