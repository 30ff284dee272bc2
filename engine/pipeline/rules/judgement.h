// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/rules/judge_memory.h"
#include "engine/pipeline/rules/surroundings.h"
#include "engine/pipeline/values/text_arena.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gavel::pipeline {

/// One event while it is judged: what its checks ask and its repairs change. Changes no memory.
class Judgement
{
public:
    Judgement(model::AdEvent& event, const Received& received, const Surroundings& surroundings,
              const JudgeMemory& memory, TextArena& texts, std::vector<Change>& changes);

    enum class Outcome : std::uint8_t { NotAsked, Passed, Repaired, Failed };
    /// Runs a rule. One that fails leaves the event as it was before.
    Outcome run(const Rule& rule, std::uint16_t place);

    /// A click or a conversion that names a request or a user: its cause may be found.
    bool mayBeAttributed() const;
    /// The time of the event; when it was received if it tells none that can be read.
    TimeMs at();

private:
    bool isAsked(const Rule& rule) const;
    bool passes(const Rule& rule);
    bool holds(const Check& check, model::AdField field);
    bool holdsInBounds(const Check& check, std::string_view text) const;
    bool holdsInTime(const Check& check);
    bool holdsInMemory(const Check& check);
    bool belongs(const Check& check, model::AdField field) const;

    /// The value after a repair; nothing when it has nothing to do.
    std::optional<std::string_view> repaired(const Repair& repair, model::AdField field);
    std::optional<std::string_view> rewritten(const Repair& repair, std::string_view text);
    std::optional<std::string_view> found(const Repair& repair, model::AdField field);
    std::optional<std::string_view> prefix(const Repair& repair, std::string_view text);
    std::optional<std::string_view> receivedTime(const Repair& repair);
    std::string_view derived(model::AdField field) const;
    bool apply(const Repair& repair, model::AdField field);
    void set(model::AdField field, std::string_view value, RepairKind how);
    void undoTo(std::size_t changes);

    model::AdEvent& m_event;
    const Received& m_received;
    const Surroundings& m_surroundings;
    const JudgeMemory& m_memory;
    TextArena& m_texts;
    std::vector<Change>& m_changes;
    std::size_t m_firstChange = 0; ///< of the rule that runs
    std::uint16_t m_place = 0; ///< of the rule that runs
    std::string_view m_timeText; ///< that m_time was read from
    std::optional<TimeMs> m_time;
};

} // namespace gavel::pipeline
