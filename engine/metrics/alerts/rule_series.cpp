// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/rule_series.h"

#include "engine/metrics/alerts/burn_rate.h"
#include "engine/metrics/wilson.h"
#include "engine/model/checks.h"

#include <algorithm>
#include <cmath>

namespace gavel::metrics {

namespace {

constexpr std::size_t kMostSubject = 128; ///< bytes

/// The plain comparison is exact, for the counts may be money: no floating point.
bool isAbove(const RatioAbove& rule, Counts counts)
{
    if (counts.whole < rule.leastTrials)
        return false;
    if (rule.wilsonZ > 0)
        return wilsonLowerBound(counts.part, counts.whole, rule.wilsonZ) > rule.limit;
    const auto millionths = static_cast<__int128_t>(std::llround(rule.limit * 1e6));
    return static_cast<__int128_t>(counts.part) * 1'000'000 > millionths * counts.whole;
}

double ratioOf(Counts counts)
{
    return counts.whole == 0 ? 0
                             : static_cast<double>(counts.part) / static_cast<double>(counts.whole);
}

bool needsCounts(const Condition& condition)
{
    return std::holds_alternative<RatioAbove>(condition)
        || std::holds_alternative<BurnAbove>(condition);
}

/// What each kind of condition says of a series that is not stale.
struct Judge
{
    const RuleSeries& series;
    TimeMs now;

    double value() const { return std::get<double>(series.newest()); }

    Verdict operator()(const Threshold& rule) const
    {
        const bool above = rule.side == Side::Above;
        return {above ? value() > rule.limit : value() < rule.limit, value()};
    }
    Verdict operator()(const NotZero&) const { return {value() != 0, value()}; }
    Verdict operator()(const RatioAbove& rule) const
    {
        const Counts counts = series.windows().empty() ? std::get<Counts>(series.newest())
                                                       : series.windows().front().sum(now);
        return {isAbove(rule, counts), ratioOf(counts)};
    }
    Verdict operator()(const BurnAbove& rule) const
    {
        const Burn burn = burnOf(series.windows().front(), series.windows().back(), rule, now);
        return {burnsTooFast(burn, rule), std::min(burn.fast, burn.slow)};
    }
};

Error badObservation(std::string field, std::string rule)
{
    return {"INVALID_OBSERVATION", std::move(field), std::move(rule), "leave it out"};
}

} // namespace

Result<void> checkObservation(const Observation& observation)
{
    if (!model::isId(observation.metric))
        return badObservation("metric", "is not a name of letters, digits, - and _");
    if (observation.subject.size() > kMostSubject)
        return badObservation("subject", "is longer than 128 bytes");
    if (observation.at < TimeMs{})
        return badObservation("at", "is before 1970");
    if (const auto* value = std::get_if<double>(&observation.reading))
        if (!std::isfinite(*value))
            return badObservation("value", "is not a number");
    if (const auto* counts = std::get_if<Counts>(&observation.reading))
        if (counts->part < 0 || counts->whole < 0)
            return badObservation("counts", "are below zero");
    return {};
}

RuleSeries::RuleSeries(const AlertRule& rule)
{
    if (needsCounts(rule.condition))
        m_newest = Counts{};
    if (const auto* ratio = std::get_if<RatioAbove>(&rule.condition); ratio && ratio->windowMs > 0)
        m_windows.emplace_back(ratio->windowMs);
    if (const auto* burn = std::get_if<BurnAbove>(&rule.condition)) {
        m_windows.emplace_back(burn->longMs);
        m_windows.emplace_back(burn->shortMs);
    }
}

bool RuleSeries::take(const AlertRule& rule, const Observation& observation)
{
    const auto* counts = std::get_if<Counts>(&observation.reading);
    if ((counts != nullptr) != needsCounts(rule.condition))
        return false;
    for (RatioWindow& window : m_windows)
        window.add(observation.at, *counts);
    if (observation.at >= m_newestAt) {
        m_newestAt = observation.at;
        m_newest = observation.reading;
    }
    return true;
}

Verdict RuleSeries::judge(const AlertRule& rule, TimeMs now) const
{
    const bool stale = rule.staleMs > 0 && now - m_newestAt >= rule.staleMs;
    Verdict verdict = std::visit(Judge{*this, now}, rule.condition);
    if (stale && m_windows.empty())
        verdict.holds = false;
    return verdict;
}

bool RuleSeries::isSpent(const AlertRule& rule, TimeMs now) const
{
    if (m_windows.empty())
        return !judge(rule, now).holds;
    return std::all_of(m_windows.begin(), m_windows.end(),
                       [&](const RatioWindow& window) { return window.sum(now) == Counts{}; });
}

void RuleSeries::restore(TimeMs at, const std::variant<double, Counts>& newest,
                         const std::vector<RatioWindow>& windows)
{
    if (newest.index() != m_newest.index())
        return;
    m_newestAt = at;
    m_newest = newest;
    for (std::size_t i = 0; i < std::min(windows.size(), m_windows.size()); ++i)
        if (windows[i].stepMs() == m_windows[i].stepMs())
            m_windows[i] = windows[i];
}

} // namespace gavel::metrics
