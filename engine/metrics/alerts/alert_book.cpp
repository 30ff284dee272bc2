// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/alert_book.h"

#include "engine/model/checks.h"

#include <algorithm>

namespace gavel::metrics {

AlertBook::AlertBook(std::vector<AlertRule> rules)
    : AlertBook(std::move(rules), Limits{})
{
}

AlertBook::AlertBook(std::vector<AlertRule> rules, Limits limits)
    : m_limits(limits)
{
    replaceRules(std::move(rules));
}

void AlertBook::replaceRules(std::vector<AlertRule> rules)
{
    const std::vector<AlertRule> before = std::exchange(m_rules, std::move(rules));
    std::erase_if(m_series, [&](const auto& entry) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const AlertRule& rule) {
            return rule.id == entry.first.rule;
        });
        const AlertRule* now = ruleOf(entry.first.rule);
        return old == before.end() || now == nullptr || now->metric != old->metric
            || !(now->condition == old->condition);
    });
    m_rulesOfMetric.clear();
    for (std::size_t i = 0; i < m_rules.size(); ++i)
        m_rulesOfMetric.emplace(m_rules[i].metric, i);
}

const AlertRule* AlertBook::ruleOf(std::string_view id) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(),
                                    [&](const AlertRule& rule) { return rule.id == id; });
    return found == m_rules.end() ? nullptr : &*found;
}

std::vector<AlertChange> AlertBook::observe(std::span<const Observation> observations, TimeMs now)
{
    std::vector<AlertChange> changes;
    for (const Observation& observation : observations)
        takeIn(observation, now, changes);
    judgeAll(now, changes);
    resolveOrphans(now, changes);
    m_judgedAt = now;
    return finish(std::move(changes), now);
}

// A clock that is set back must not hold anything up: what seems to come from the future comes now.
void AlertBook::takeIn(const Observation& observation, TimeMs now,
                       std::vector<AlertChange>& changes)
{
    if (!checkObservation(observation)) {
        ++m_refused;
        return;
    }
    Observation taken = observation;
    taken.at = std::min(taken.at, now);
    const TimeMs at = std::max(taken.at, std::min(m_judgedAt, now));
    const auto [first, last] = m_rulesOfMetric.equal_range(taken.metric);
    for (auto it = first; it != last; ++it) {
        const AlertRule& rule = m_rules[it->second];
        const Key key{rule.id, taken.subject};
        auto series = m_series.find(key);
        if (series == m_series.end()) {
            if (m_series.size() >= m_limits.series) {
                ++m_unwatched;
                continue;
            }
            series = m_series.emplace(key, RuleSeries(rule)).first;
        }
        if (!series->second.take(rule, taken)) {
            ++m_refused;
            continue;
        }
        step(rule, taken.subject, series->second.judge(rule, at), at, changes);
    }
}

void AlertBook::judgeAll(TimeMs now, std::vector<AlertChange>& changes)
{
    const AlertRule* rule = nullptr; // series stand in the order of their rules
    for (auto it = m_series.begin(); it != m_series.end();) {
        const auto& [key, series] = *it;
        if (rule == nullptr || rule->id != key.rule)
            rule = ruleOf(key.rule);
        step(*rule, key.subject, series.judge(*rule, now), now, changes);
        const bool idle = !m_alerts.contains(key);
        it = idle && series.isSpent(*rule, now) ? m_series.erase(it) : std::next(it);
    }
}

void AlertBook::step(const AlertRule& rule, const std::string& subject, const Verdict& verdict,
                     TimeMs at, std::vector<AlertChange>& changes)
{
    const Key key{rule.id, subject};
    const auto found = m_alerts.find(key);
    if (found == m_alerts.end()) {
        if (verdict.holds)
            begin(rule, subject, verdict, at, changes);
        return;
    }
    Alert& alert = found->second;
    alert.latestValue = verdict.value;
    alert.pendingAt = std::min(alert.pendingAt, at);
    alert.heldAt = verdict.holds ? at : std::min(alert.heldAt, at);
    if (alert.state == AlertState::Pending) {
        if (!verdict.holds)
            end(key, AlertChangeKind::Cleared, at, changes);
        else if (at - alert.pendingAt >= rule.forMs)
            fire(alert, at, changes);
    } else if (!verdict.holds && at - alert.heldAt >= rule.keepFiringMs) {
        end(key, AlertChangeKind::Resolved, at, changes);
    }
}

void AlertBook::begin(const AlertRule& rule, const std::string& subject, const Verdict& verdict,
                      TimeMs at, std::vector<AlertChange>& changes)
{
    Alert alert;
    alert.fingerprint = fingerprintOf(rule.id, subject);
    alert.rule = rule.id;
    alert.name = rule.name;
    alert.description = rule.description;
    alert.metric = rule.metric;
    alert.subject = subject;
    alert.level = rule.level;
    alert.group = rule.group;
    alert.labels = rule.labels;
    alert.state = AlertState::Pending;
    alert.triggerValue = verdict.value;
    alert.latestValue = verdict.value;
    alert.pendingAt = at;
    alert.heldAt = at;
    Alert& kept = m_alerts[{rule.id, subject}] = std::move(alert);
    if (rule.forMs == 0)
        fire(kept, at, changes);
    else
        changes.push_back({AlertChangeKind::Pending, at, kept, {}, false});
}

void AlertBook::fire(Alert& alert, TimeMs at, std::vector<AlertChange>& changes)
{
    alert.state = AlertState::Firing;
    alert.firingAt = at;
    alert.triggerValue = alert.latestValue;
    changes.push_back({AlertChangeKind::Firing, at, alert, {}, false});
}

void AlertBook::end(const Key& key, AlertChangeKind kind, TimeMs at,
                    std::vector<AlertChange>& changes)
{
    auto node = m_alerts.extract(key);
    Alert& alert = node.mapped();
    const bool resolved = kind == AlertChangeKind::Resolved;
    alert.state = resolved ? AlertState::Resolved : AlertState::Inactive;
    if (resolved)
        alert.resolvedAt = at;
    changes.push_back({kind, at, std::move(alert), {}, false});
}

/// Alerts whose rule, or what it had seen, is gone.
void AlertBook::resolveOrphans(TimeMs now, std::vector<AlertChange>& changes)
{
    std::vector<Key> orphans;
    for (const auto& [key, alert] : m_alerts)
        if (!m_series.contains(key))
            orphans.push_back(key);
    for (const Key& key : orphans) {
        const bool fires = m_alerts.at(key).state == AlertState::Firing;
        end(key, fires ? AlertChangeKind::Resolved : AlertChangeKind::Cleared, now, changes);
    }
}

Result<AlertChange> AlertBook::acknowledge(std::string_view fingerprint, const std::string& person,
                                           TimeMs now)
{
    const std::string where = "alert " + std::string(fingerprint);
    const auto found = std::find_if(m_alerts.begin(), m_alerts.end(), [&](const auto& entry) {
        return entry.second.fingerprint == fingerprint;
    });
    if (found == m_alerts.end())
        return Error{"ALERT_UNKNOWN", where, "no such alert is active", "look in the history"};
    Alert& alert = found->second;
    if (model::isBlank(person))
        return Error{"PERSON_MISSING", "person", "an alert is acknowledged by somebody",
                     "say who you are"};
    if (alert.state != AlertState::Firing)
        return Error{"ALERT_NOT_FIRING", where, "it does not fire yet", "wait until it does"};
    if (!alert.acknowledgedBy.empty())
        return Error{"ALREADY_ACKNOWLEDGED", where, alert.acknowledgedBy + " has it already",
                     "ask that person"};
    alert.acknowledgedBy = person;
    alert.acknowledgedAt = now;
    AlertChange change{AlertChangeKind::Acknowledged, now, alert, person, alert.told};
    remember({change});
    return change;
}

const Alert* AlertBook::find(std::string_view fingerprint) const
{
    for (const auto& [key, alert] : m_alerts)
        if (alert.fingerprint == fingerprint)
            return &alert;
    return nullptr;
}

std::vector<Alert> AlertBook::active() const
{
    std::vector<Alert> alerts;
    for (const auto& [key, alert] : m_alerts)
        alerts.push_back(alert);
    return alerts;
}

std::vector<AlertGroup> AlertBook::groups() const
{
    std::map<std::string, AlertGroup> groups;
    for (const auto& [key, alert] : m_alerts) {
        if (alert.state != AlertState::Firing)
            continue;
        AlertGroup& group = groups[alert.group];
        group.name = alert.group;
        group.worst = std::min(group.worst, alert.level);
        ++group.firing;
        group.waiting += alert.acknowledgedBy.empty() ? 1 : 0;
    }
    std::vector<AlertGroup> list;
    list.reserve(groups.size());
    for (auto& [name, group] : groups)
        list.push_back(std::move(group));
    return list;
}

void AlertBook::remember(const std::vector<AlertChange>& changes)
{
    for (const AlertChange& change : changes)
        m_history.push_back(change);
    while (m_history.size() > m_limits.history)
        m_history.pop_front();
}

} // namespace gavel::metrics
