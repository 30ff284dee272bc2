// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_explain.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <date/date.h>

namespace gavel::dsp {

using model::Dimension;
using model::Match;

namespace {

constexpr std::size_t kMostNamed = 8;

/// "a, b, c", or eight of them "and 12 more".
std::string join(const std::vector<std::string>& words)
{
    std::string text;
    const std::size_t named = std::min(words.size(), kMostNamed);
    for (std::size_t i = 0; i < named; ++i)
        text += (i == 0 ? "" : ", ") + words[i];
    if (words.size() > named)
        text += " and " + std::to_string(words.size() - named) + " more";
    return text;
}

template<typename... Values>
std::string format(const char* pattern, Values... values)
{
    std::array<char, 96> buffer{};
    std::snprintf(buffer.data(), buffer.size(), pattern, values...);
    return buffer.data();
}

std::string valueText(Dimension dimension, Handle handle, const model::Vocabulary& vocabulary)
{
    std::string text = vocabulary.text(dimension, handle);
    return text.empty() ? "a value never seen" : text;
}

std::string wordsOf(const CompiledRule& rule, const model::Vocabulary& vocabulary)
{
    std::vector<std::string> words;
    for (const Handle handle : rule.written.empty() ? rule.values : rule.written)
        words.push_back(valueText(rule.dimension, handle, vocabulary));
    return join(words);
}

std::string gotIn(Dimension dimension, const model::Opportunity& opportunity,
                  const model::Vocabulary& vocabulary)
{
    if (model::isSingle(dimension))
        return vocabulary.text(dimension, opportunity.value(dimension));
    std::vector<std::string> words;
    for (const Handle handle : opportunity.list(dimension))
        words.push_back(valueText(dimension, handle, vocabulary));
    return join(words);
}

constexpr std::array<const char*, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/// "Mon 9-17": the hours of one day, from the first to the end of the last, in runs.
std::string dayText(const model::HourGrid& hours, std::size_t day)
{
    std::string text;
    for (std::size_t hour = 0; hour < 24;) {
        if (!hours.test(day * 24 + hour)) {
            ++hour;
            continue;
        }
        std::size_t end = hour;
        while (end < 24 && hours.test(day * 24 + end))
            ++end;
        text += (text.empty() ? "" : " ") + std::to_string(hour) + '-' + std::to_string(end);
        hour = end;
    }
    return text;
}

/// Days with the same hours are told together: "Mon-Fri 9-17, Sat 10-14".
std::string hoursText(const model::HourGrid& hours)
{
    std::vector<std::string> parts;
    for (std::size_t day = 0; day < kWeekdays.size();) {
        const std::string times = dayText(hours, day);
        std::size_t last = day;
        while (last + 1 < kWeekdays.size() && dayText(hours, last + 1) == times)
            ++last;
        if (!times.empty())
            parts.push_back(kWeekdays[day] + (last > day ? std::string("-") + kWeekdays[last] : "")
                            + ' ' + times);
        day = last + 1;
    }
    return parts.empty() ? "no hour at all" : join(parts);
}

std::string hourText(const LocalTime& local)
{
    return format("%s %02u:00", kWeekdays[local.hourOfWeek / 24], local.hourOfWeek % 24);
}

/// 2026-03-29
std::string dateText(std::int32_t day)
{
    const date::year_month_day civil = date::sys_days(date::days(day));
    return format("%04d-%02u-%02u", static_cast<int>(civil.year()),
                  static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

std::string datesText(const std::vector<model::DateRange>& dates)
{
    std::vector<std::string> words;
    words.reserve(dates.size());
    for (const model::DateRange& range : dates)
        words.push_back(dateText(range.first) + " to " + dateText(range.last));
    return join(words);
}

std::string pointText(model::GeoPoint point)
{
    return format("%.4f %.4f", point.latitude, point.longitude);
}

std::string versionText(std::uint32_t version)
{
    const std::string text = format("%u.%u", version >> 16, (version >> 8) & 0xffU);
    return (version & 0xffU) == 0 ? text : text + '.' + std::to_string(version & 0xffU);
}

/// Gathers what failed; each tell...() looks at one kind of rule.
class Explanation
{
public:
    Explanation(const model::Opportunity& opportunity, const CompiledTargeting& targeting,
                const model::Vocabulary& vocabulary)
        : m_opportunity(opportunity)
        , m_targeting(targeting)
        , m_vocabulary(vocabulary)
    {
    }

    void tellRules()
    {
        for (const CompiledRule& rule : m_targeting.rules)
            if (!holds(rule, m_opportunity)) {
                add(rule.dimension, wordsOf(rule, m_vocabulary),
                    gotIn(rule.dimension, m_opportunity, m_vocabulary), rule.match);
                m_mismatches.back().values = rule.values;
            }
    }
    void tellAge()
    {
        if (!ageHolds(m_targeting, m_opportunity))
            add(Dimension::Age, format("%d to %d", m_targeting.age->least, m_targeting.age->most),
                gotIn(Dimension::Age, m_opportunity, m_vocabulary));
    }
    void tellTime()
    {
        const LocalTime local = m_targeting.zone.at(m_opportunity.at);
        const std::string zone = ' ' + std::string(m_targeting.zone.name());
        if (!hourHolds(m_targeting, local))
            add(Dimension::HourOfWeek, hoursText(*m_targeting.hours) + zone,
                hourText(local) + zone);
        if (!dateHolds(m_targeting, local))
            add(Dimension::DateRange, datesText(m_targeting.dates) + zone,
                dateText(local.day) + zone);
    }
    void tellPlace()
    {
        if (placeHolds(m_targeting, m_opportunity))
            return;
        const model::GeoPoint point{m_opportunity.latitude, m_opportunity.longitude};
        const std::string got = m_opportunity.located ? pointText(point) : "";
        std::vector<std::string> circles;
        for (const CircleArea& area : m_targeting.circles)
            circles.push_back(format("%.0f m around ", area.shape().radiusMetres)
                              + pointText(area.shape().centre));
        std::vector<std::string> polygons;
        for (const PolygonArea& area : m_targeting.polygons)
            polygons.push_back("an area of " + std::to_string(area.shape().corners.size())
                               + " corners");
        if (!circles.empty())
            add(Dimension::Circle, join(circles), got);
        if (!polygons.empty())
            add(Dimension::Polygon, join(polygons), got);
    }
    void tellOsVersion()
    {
        if (osVersionHolds(m_targeting, m_opportunity))
            return;
        const Handle os = m_opportunity.value(Dimension::Os);
        const std::string name = valueText(Dimension::Os, os, m_vocabulary) + ' ';
        std::uint32_t least = 0;
        for (const CompiledOsVersion& rule : m_targeting.osVersions)
            if (rule.os == os)
                least = std::max(least, rule.least);
        add(Dimension::OsVersion, name + versionText(least) + " or later",
            m_opportunity.osVersion == 0 ? "" : name + versionText(m_opportunity.osVersion));
    }
    std::vector<model::Mismatch> take()
    {
        std::stable_sort(m_mismatches.begin(), m_mismatches.end(),
                         [](const auto& a, const auto& b) { return a.dimension < b.dimension; });
        return std::move(m_mismatches);
    }

private:
    void add(Dimension dimension, std::string needs, std::string got, Match match = Match::AnyOf)
    {
        m_mismatches.push_back({dimension, match, std::move(needs), std::move(got)});
    }

    const model::Opportunity& m_opportunity;
    const CompiledTargeting& m_targeting;
    const model::Vocabulary& m_vocabulary;
    std::vector<model::Mismatch> m_mismatches;
};

} // namespace

std::vector<model::Mismatch> explain(const model::Opportunity& opportunity,
                                     const CompiledTargeting& targeting,
                                     const model::Vocabulary& vocabulary)
{
    Explanation explanation(opportunity, targeting, vocabulary);
    explanation.tellRules();
    explanation.tellAge();
    explanation.tellTime();
    explanation.tellPlace();
    explanation.tellOsVersion();
    return explanation.take();
}

} // namespace gavel::dsp
