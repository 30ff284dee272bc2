// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/rules/received.h"
#include "engine/pipeline/rules/rule_set.h"
#include "engine/pipeline/rules/verdict.h"
#include "engine/pipeline/values/recent_map.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// How many entries of each kind are remembered; beyond, those not touched for longest go.
struct MemoryLimits
{
    std::size_t history = 65'536; ///< a field of a user or session
    std::size_t requests = 65'536; ///< a field of a request
    std::size_t impressions = 131'072; ///< requests and sessions
    std::size_t sessions = 65'536; ///< with clicks
    std::size_t clicks = 131'072;
};

/// What a judge remembers of the events it has judged: what its rules ask for and no more. What it
/// says depends on these events and their order alone. One thread.
class JudgeMemory
{
public:
    JudgeMemory(const RuleSet& rules, const MemoryLimits& limits);
    /// From now on for these rules; what is remembered stays.
    void serve(const RuleSet& rules);

    /// The last value of a field for the event's user, else its session; "" = not known.
    std::string_view lastOf(model::AdField field, const model::AdEvent& event) const;
    /// The value that another source told for the event's request; "" = none.
    std::string_view toldElsewhere(model::AdField field, const model::AdEvent& event,
                                   std::string_view source) const;
    /// An impression of the same request or session, at most so long before.
    bool hadImpression(const model::AdEvent& event, TimeMs at, std::int64_t withinMs) const;
    /// Which click of its session a click is, from 1: the same when it comes again. 0 = no session.
    std::uint32_t clickNumber(const model::AdEvent& event, const Received& received) const;

    /// Remembers an event that was judged. A dead one leaves nothing, one in quarantine no values.
    void learn(const model::AdEvent& event, const Received& received, TimeMs at, Fate fate);

    std::size_t size() const;

private:
    /// Longer values are not remembered.
    struct KnownText
    {
        std::uint64_t source = 0;
        std::uint8_t size = 0;
        std::array<char, 63> text{};

        void set(std::string_view value);
        std::string_view view() const { return {text.data(), size}; }
    };
    struct Span
    {
        std::int64_t first = INT64_MAX;
        std::int64_t last = INT64_MIN;
    };

    void learnValues(const model::AdEvent& event, const Received& received);
    void learnImpression(const model::AdEvent& event, TimeMs at);
    void learnClick(const model::AdEvent& event, const Received& received);

    MemoryLimits m_limits;
    std::vector<model::AdField> m_historyFields;
    std::vector<model::AdField> m_requestFields;
    std::optional<RecentMap<KnownText>> m_history;
    std::optional<RecentMap<KnownText>> m_requests;
    std::optional<RecentMap<Span>> m_impressions;
    std::optional<RecentMap<std::uint32_t>> m_sessions; ///< clicks so far
    std::optional<RecentMap<std::uint32_t>> m_clicks; ///< their number in their session
};

} // namespace gavel::pipeline
