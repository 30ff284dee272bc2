// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/rules/rule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gavel::pipeline {

/// What becomes of an event. A quarantined one is stored and not billed.
enum class Fate : std::uint8_t { Stored, Dead, Quarantined };
inline constexpr std::array<std::string_view, 3> kFateNames{"stored", "dead", "quarantined"};

enum class StageOutcome : std::uint8_t { NotReached, Passed, Repaired, Failed };

/// What one rule has made of one field.
struct Change
{
    std::uint16_t rule = 0; ///< place in the set
    model::AdField field{};
    RepairKind how{}; ///< the last repair that did something
    std::string_view before; ///< no data = the field was not there
    std::string_view after; ///< no data = it was taken away
};

/// What the rules say of one event. Its views live as long as the texts it was judged with.
struct Verdict
{
    Fate fate = Fate::Stored;
    bool ifAttributed = false; ///< dead by `rule` after all, if no cause of it is found
    std::array<StageOutcome, kRuleStages> stages{};
    std::optional<std::uint16_t> rule; ///< place of the one that decided; none when every one held
    std::span<const Change> changes; ///< in the order of their rules
};

} // namespace gavel::pipeline
