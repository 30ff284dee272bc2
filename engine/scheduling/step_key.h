// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/schedule.h"

#include <compare>
#include <string>

namespace gavel::scheduling {

/// Names one effect in the world: the same step of the same run has the same key however often it
/// is tried and whoever tries it, so its target does it once. 128 bits.
struct StepKey
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    std::string text() const; ///< 32 hexadecimal digits
    auto operator<=>(const StepKey&) const = default; // NOLINT(modernize-use-nullptr)
};

/// Counts up when what a step does changes, so that a key never means two things.
inline constexpr std::uint32_t kSagaDefinition = 1;

/// `generation` is the task's: what was undone and begins anew has new keys.
StepKey stepKey(model::TaskId task, std::uint32_t generation, model::SagaStep step, bool undo);

} // namespace gavel::scheduling
