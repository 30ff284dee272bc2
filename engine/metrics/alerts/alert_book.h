// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/alerts/alert.h"
#include "engine/metrics/alerts/rule_series.h"

#include <deque>
#include <map>
#include <span>

namespace gavel::metrics {

/// Every alert of one market, moved by observations and by time. Pure: no clock, no file; one
/// thread. Memory is bounded: by the limits, and by the windows of the rules.
class AlertBook
{
public:
    struct Limits
    {
        std::size_t series = 20'000; ///< rules x subjects; a new one beyond them is not watched
        std::size_t history = 1000; ///< changes
        std::size_t silences = 200;
    };

    /// The rules have passed checkAlertRules().
    explicit AlertBook(std::vector<AlertRule> rules);
    AlertBook(std::vector<AlertRule> rules, Limits limits);

    /// Takes the observations in their order and judges every rule, also of subjects of which
    /// nothing came. The changes are in the order they happened. What checkObservation() refuses
    /// or no rule can use is counted.
    std::vector<AlertChange> observe(std::span<const Observation> observations, TimeMs now);

    /// Other rules from now on, which have passed checkAlertRules(). A rule that stays as it was
    /// keeps what it has seen; alerts of rules that are gone are resolved at the next observe().
    void replaceRules(std::vector<AlertRule> rules);
    const std::vector<AlertRule>& rules() const { return m_rules; }

    /// From its begin to its end. Errors: those of checkSilence(), SILENCE_EXISTS, BOOK_FULL.
    Result<std::vector<AlertChange>> silence(const Silence& silence, TimeMs now);
    /// Errors: SILENCE_UNKNOWN.
    Result<std::vector<AlertChange>> endSilence(std::string_view id, TimeMs now);
    /// The alerts that the silence would mute if it were active now.
    std::vector<Alert> preview(const Silence& silence) const;
    /// Those that have not ended.
    const std::vector<Silence>& silences() const { return m_silences; }

    /// A person has seen it. Errors: ALERT_UNKNOWN, PERSON_MISSING, ALERT_NOT_FIRING,
    /// ALREADY_ACKNOWLEDGED.
    Result<AlertChange> acknowledge(std::string_view fingerprint, const std::string& person,
                                    TimeMs now);

    /// Null when it is inactive.
    const Alert* find(std::string_view fingerprint) const;
    /// Pending and firing ones, by rule and subject.
    std::vector<Alert> active() const;
    /// Of firing ones, by name.
    std::vector<AlertGroup> groups() const;
    const std::deque<AlertChange>& history() const { return m_history; } ///< newest last
    std::uint64_t refused() const { return m_refused; } ///< observations that could not be used
    std::uint64_t unwatched() const { return m_unwatched; } ///< those beyond the limit of series

    /// Everything but the rules, as JSON on one line.
    std::string exportState() const;
    /// The book as it was exported, under the same or other rules. Errors: INVALID_JSON, or the
    /// field that is broken; the caller begins with an empty book then.
    static Result<AlertBook> restore(std::vector<AlertRule> rules, Limits limits,
                                     std::string_view state);

private:
    struct Key
    {
        std::string rule;
        std::string subject;
        auto operator<=>(const Key&) const = default; // NOLINT(modernize-use-nullptr)
    };

    struct StateReader; ///< in alert_book_state.cpp

    const AlertRule* ruleOf(std::string_view id) const;
    void takeIn(const Observation& observation, TimeMs now, std::vector<AlertChange>& changes);
    void step(const AlertRule& rule, const std::string& subject, const Verdict& verdict, TimeMs at,
              std::vector<AlertChange>& changes);
    void begin(const AlertRule& rule, const std::string& subject, const Verdict& verdict, TimeMs at,
               std::vector<AlertChange>& changes);
    void fire(Alert& alert, TimeMs at, std::vector<AlertChange>& changes);
    void end(const Key& key, AlertChangeKind kind, TimeMs at, std::vector<AlertChange>& changes);
    void judgeAll(TimeMs now, std::vector<AlertChange>& changes);
    void resolveOrphans(TimeMs now, std::vector<AlertChange>& changes);

    std::pair<Mute, std::string> muteOf(const Alert& alert, TimeMs now) const;
    void remute(TimeMs now, std::vector<AlertChange>& changes);
    void decideWhoIsTold(TimeMs now, std::vector<AlertChange>& changes);
    std::vector<AlertChange> finish(std::vector<AlertChange> changes, TimeMs now);
    void remember(const std::vector<AlertChange>& changes);

    std::vector<AlertRule> m_rules;
    Limits m_limits;
    std::multimap<std::string, std::size_t, std::less<>> m_rulesOfMetric;
    std::map<Key, RuleSeries> m_series;
    std::map<Key, Alert> m_alerts; ///< pending and firing ones
    std::vector<Silence> m_silences;
    std::deque<AlertChange> m_history;
    TimeMs m_judgedAt;
    std::uint64_t m_refused = 0;
    std::uint64_t m_unwatched = 0;
};

} // namespace gavel::metrics
