// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/step_key.h"

#include "engine/base/digest.h"
#include "engine/base/fault.h"

namespace gavel::scheduling {

namespace {

void appendHex(std::string& text, std::uint64_t value)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text += kDigits[value >> shift & 15U];
}

} // namespace

std::string StepKey::text() const
{
    std::string text;
    appendHex(text, high);
    appendHex(text, low);
    return text;
}

StepKey stepKey(model::TaskId task, std::uint32_t generation, model::SagaStep step, bool undo)
{
    const auto half = [&](std::uint64_t side) {
        base::Digest digest;
        digest.add(side);
        digest.add(task);
        if (!base::planted(base::Fault::ReuseStepKey))
            digest.add(std::uint64_t{generation});
        digest.add(static_cast<std::uint64_t>(step));
        digest.add(std::uint64_t{undo ? 1U : 0U});
        digest.add(std::uint64_t{kSagaDefinition});
        return digest.value();
    };
    return {half(0), half(1)};
}

} // namespace gavel::scheduling
