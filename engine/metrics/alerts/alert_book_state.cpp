// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of an alert book over a restart.
#include "engine/base/json.h"
#include "engine/metrics/alerts/alert_book.h"
#include "engine/metrics/alerts/alert_json.h"

#include <boost/json.hpp>

#include <limits>

namespace gavel::metrics {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr auto kMostWhole = std::numeric_limits<std::int64_t>::max();

/// The numbers of a window's steps in one flat list, three for each.
json::object windowObject(const RatioWindow& window)
{
    json::array steps;
    for (const RatioWindow::Step& step : window.steps())
        for (const std::int64_t number : {step.number, step.counts.part, step.counts.whole})
            steps.push_back(number);
    return json::object{{"step_ms", window.stepMs()}, {"steps", std::move(steps)}};
}

json::object seriesObject(const RuleSeries& series)
{
    json::object object{{"at", series.newestAt().value}};
    if (const auto* counts = std::get_if<Counts>(&series.newest())) {
        object["part"] = counts->part;
        object["whole"] = counts->whole;
    } else {
        object["value"] = std::get<double>(series.newest());
    }
    json::array windows;
    for (const RatioWindow& window : series.windows())
        windows.push_back(windowObject(window));
    object["windows"] = std::move(windows);
    return object;
}

RatioWindow readWindow(const json::value& value, const std::string& path,
                       std::vector<Error>& errors)
{
    ObjectReader reader(value, path, errors);
    std::int64_t stepMs = 1;
    reader.integer("step_ms", stepMs, std::int64_t{1}, base::kWeekMs, Need::Required);
    std::vector<std::int64_t> numbers;
    reader.each(
        "steps",
        [&](const json::value& element, const std::string&) {
            const std::int64_t* number = element.if_int64();
            numbers.push_back(number == nullptr ? -1 : *number);
        },
        Need::Required);
    RatioWindow window(stepMs * RatioWindow::kSteps);
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
        const Counts counts{numbers[i + 1], numbers[i + 2]};
        const bool good = numbers[i] >= 0 && numbers[i] <= kLastMoment / stepMs && counts.part >= 0
            && counts.whole >= 0;
        if (good)
            window.add({numbers[i] * stepMs}, counts);
        else
            reader.fail("steps", "hold a number that is no count", "leave the window out");
    }
    return window;
}

std::variant<double, Counts> readNewest(ObjectReader& reader)
{
    if (!reader.has("part")) {
        double value = 0;
        const double most = std::numeric_limits<double>::max();
        reader.number("value", value, -most, most, Need::Required);
        return value;
    }
    Counts counts;
    reader.integer("part", counts.part, std::int64_t{0}, kMostWhole);
    reader.integer("whole", counts.whole, std::int64_t{0}, kMostWhole, Need::Required);
    return counts;
}

/// The elements of a list, each by its own reader.
template<typename Read>
auto readEach(ObjectReader& reader, std::string_view key, Read read)
{
    std::vector<decltype(read(std::declval<const json::value&>(), std::string(), reader.errors()))>
        list;
    reader.each(
        key,
        [&](const json::value& element, const std::string& path) {
            list.push_back(read(element, path, reader.errors()));
        },
        Need::Required);
    return list;
}

} // namespace

std::string AlertBook::exportState() const
{
    json::array series;
    for (const auto& [key, kept] : m_series) {
        auto object = seriesObject(kept);
        object["rule"] = key.rule;
        object["subject"] = key.subject;
        series.push_back(std::move(object));
    }
    json::array alerts;
    for (const auto& [key, alert] : m_alerts)
        alerts.push_back(toJson(alert));
    json::array silences;
    for (const Silence& silence : m_silences)
        silences.push_back(toJson(silence));
    json::array history;
    for (const AlertChange& change : m_history)
        history.push_back(toJson(change));
    return base::jsonText(json::object{{"judged_at", m_judgedAt.value},
                                       {"series", std::move(series)},
                                       {"alerts", std::move(alerts)},
                                       {"silences", std::move(silences)},
                                       {"history", std::move(history)}});
}

struct AlertBook::StateReader
{
    AlertBook& book;

    /// What a rule that is gone has seen is left out.
    void readSeries(const json::value& value, const std::string& path, std::vector<Error>& errors)
    {
        ObjectReader reader(value, path, errors);
        Key key;
        TimeMs at;
        reader.text("rule", key.rule, Need::Required);
        reader.text("subject", key.subject, Need::Required);
        reader.integer("at", at.value, std::int64_t{0}, kLastMoment, Need::Required);
        const auto newest = readNewest(reader);
        const auto windows = readEach(reader, "windows", readWindow);
        const AlertRule* rule = book.ruleOf(key.rule);
        if (rule == nullptr || book.m_series.size() >= book.m_limits.series)
            return;
        RuleSeries series(*rule);
        series.restore(at, newest, windows);
        book.m_series.emplace(key, std::move(series));
    }

    void readActive(const json::value& value, const std::string& path, std::vector<Error>& errors)
    {
        Alert alert = readAlert(value, path, errors);
        if (alert.state == AlertState::Pending || alert.state == AlertState::Firing)
            book.m_alerts.emplace(Key{alert.rule, alert.subject}, std::move(alert));
        else
            errors.push_back({"INVALID_FIELD", path + ".state", "is not that of an active alert",
                              "keep pending and firing ones here"});
    }

    bool read(const json::value& value, std::vector<Error>& errors)
    {
        ObjectReader reader(value, "", errors);
        reader.integer("judged_at", book.m_judgedAt.value, std::int64_t{0}, kLastMoment,
                       Need::Required);
        reader.each(
            "series",
            [&](const json::value& element, const std::string& path) {
                readSeries(element, path, errors);
            },
            Need::Required);
        reader.each(
            "alerts",
            [&](const json::value& element, const std::string& path) {
                readActive(element, path, errors);
            },
            Need::Required);
        book.m_silences = readEach(reader, "silences", readSilence);
        book.remember(readEach(reader, "history", readAlertChange));
        return reader.isObject();
    }
};

Result<AlertBook> AlertBook::restore(std::vector<AlertRule> rules, Limits limits,
                                     std::string_view state)
{
    AlertBook book(std::move(rules), limits);
    StateReader reader{book};
    const auto read = base::readDocument(state, "alerts",
                                         [&](const json::value& value, std::vector<Error>& errors) {
                                             return reader.read(value, errors);
                                         });
    if (!read)
        return read.error();
    return book;
}

} // namespace gavel::metrics
