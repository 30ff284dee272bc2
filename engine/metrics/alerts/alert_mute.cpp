// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of what: silences and inhibition.
#include "engine/metrics/alerts/alert_book.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gavel::metrics {

Result<std::vector<AlertChange>> AlertBook::silence(const Silence& silence, TimeMs now)
{
    if (auto errors = checkSilence(silence, now); !errors.empty())
        return errors.front();
    const bool there = std::any_of(m_silences.begin(), m_silences.end(),
                                   [&](const Silence& other) { return other.id == silence.id; });
    if (there)
        return Error{"SILENCE_EXISTS", "id", "there is a silence \"" + silence.id + "\" already",
                     "give it another id, or end that one first"};
    if (m_silences.size() >= m_limits.silences)
        return Error{"BOOK_FULL", "silences",
                     "there are " + std::to_string(m_limits.silences) + " silences already",
                     "end some of them"};
    m_silences.push_back(silence);
    return finish({}, now);
}

Result<std::vector<AlertChange>> AlertBook::endSilence(std::string_view id, TimeMs now)
{
    if (std::erase_if(m_silences, [&](const Silence& silence) { return silence.id == id; }) == 0)
        return Error{"SILENCE_UNKNOWN", "id", "there is no silence \"" + std::string(id) + "\"",
                     "it may have ended"};
    return finish({}, now);
}

std::vector<Alert> AlertBook::preview(const Silence& silence) const
{
    std::vector<Alert> alerts;
    for (const auto& [key, alert] : m_alerts)
        if (matches(silence, alert))
            alerts.push_back(alert);
    return alerts;
}

/// A firing root cause of the whole market, or of the same subject, explains an alert.
std::pair<Mute, std::string> AlertBook::muteOf(const Alert& alert, TimeMs now) const
{
    for (const Silence& silence : m_silences)
        if (isActive(silence, now) && matches(silence, alert))
            return {Mute::Silenced, silence.id};
    const AlertRule* rule = ruleOf(alert.rule);
    if (rule == nullptr)
        return {Mute::None, {}};
    for (const std::string& root : rule->inhibitedBy)
        for (const std::string& subject : {alert.subject, std::string()}) {
            const auto cause = m_alerts.find({root, subject});
            if (cause != m_alerts.end() && cause->second.state == AlertState::Firing)
                return {Mute::Inhibited, root};
        }
    return {Mute::None, {}};
}

/// Brings the mutes of all firing alerts up to date; one that fires just now is not told of it.
void AlertBook::remute(TimeMs now, std::vector<AlertChange>& changes)
{
    std::set<std::string> justFired;
    for (const AlertChange& change : changes)
        if (change.kind == AlertChangeKind::Firing)
            justFired.insert(change.alert.fingerprint);
    for (auto& [key, alert] : m_alerts) {
        auto [mute, by] = muteOf(alert, now);
        if (mute == alert.mute && by == alert.mutedBy)
            continue;
        const bool turned = (mute == Mute::None) != (alert.mute == Mute::None);
        alert.mute = mute;
        alert.mutedBy = std::move(by);
        if (turned && alert.state == AlertState::Firing && !justFired.contains(alert.fingerprint))
            changes.push_back(
                {mute == Mute::None ? AlertChangeKind::Unmuted : AlertChangeKind::Muted,
                 now,
                 alert,
                 {},
                 false});
    }
}

/// People are told once that an alert fires, when nothing mutes it, and then also of its end.
void AlertBook::decideWhoIsTold(TimeMs now, std::vector<AlertChange>& changes)
{
    std::map<std::string, bool> told;
    for (AlertChange& change : changes) {
        Alert& alert = change.alert;
        const auto before = told.find(alert.fingerprint);
        if (before != told.end())
            alert.told = before->second;
        if (change.kind == AlertChangeKind::Firing)
            std::tie(alert.mute, alert.mutedBy) = muteOf(alert, now);
        const bool news
            = change.kind == AlertChangeKind::Firing || change.kind == AlertChangeKind::Unmuted;
        if (news)
            change.tell = alert.mute == Mute::None && !alert.told;
        else if (change.kind == AlertChangeKind::Resolved)
            change.tell = alert.told;
        alert.told = alert.told || (news && change.tell);
        told[alert.fingerprint] = alert.told && change.kind != AlertChangeKind::Resolved;
    }
    for (auto& [key, alert] : m_alerts)
        if (const auto decided = told.find(alert.fingerprint); decided != told.end())
            alert.told = decided->second;
}

std::vector<AlertChange> AlertBook::finish(std::vector<AlertChange> changes, TimeMs now)
{
    std::erase_if(m_silences, [&](const Silence& silence) { return silence.end <= now; });
    remute(now, changes);
    decideWhoIsTold(now, changes);
    remember(changes);
    return changes;
}

} // namespace gavel::metrics
