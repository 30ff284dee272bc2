// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/watch_view.h"

#include <memory>

namespace gavel::runtime {

/// Alerts, for people. Got from Engine::watch(). Any thread; commands return when they are durable.
/// Actors are names of people.
class WatchDesk
{
public:
    virtual ~WatchDesk() = default;

    /// As of the last look, at most a second ago.
    virtual std::shared_ptr<const WatchView> view() const = 0;

    /// Errors: ALERT_UNKNOWN, PERSON_MISSING, ALERT_NOT_FIRING, ALREADY_ACKNOWLEDGED.
    virtual Result<void> acknowledge(const std::string& fingerprint, const std::string& actor) = 0;
    /// What the silence would mute if it were active now.
    virtual std::vector<AlertView> preview(const metrics::Silence& silence) const = 0;
    /// Gets an id when it has none. Errors: those of metrics::checkSilence(), BOOK_FULL.
    virtual Result<void> silence(metrics::Silence silence) = 0;
    /// Errors: SILENCE_UNKNOWN.
    virtual Result<void> endSilence(const std::string& id) = 0;

    virtual AlertRulesView rules() const = 0;
    /// How many rules the document has. Errors: the first that is wrong, with line and field.
    virtual Result<std::size_t> checkRules(const std::string& json) const = 0;
    /// In force at the next look; gives the new version. Errors: those of checkRules().
    virtual Result<std::uint32_t> setRules(const std::string& json, const std::string& actor) = 0;
};

} // namespace gavel::runtime
