// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace gavel::pipeline {

/// What became of events: received = stored + duplicate + dead + refused. Repaired and quarantined
/// ones are among the stored.
struct Flow
{
    std::int64_t received = 0;
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;
    std::int64_t dead = 0;
    std::int64_t refused = 0;
    std::int64_t repaired = 0;
    std::int64_t quarantined = 0;

    Flow& operator+=(const Flow& other)
    {
        for (const auto field : kFields)
            this->*field += other.*field;
        return *this;
    }
    std::int64_t missing() const { return received - stored - duplicate - dead - refused; }
    bool operator==(const Flow&) const = default;

    static const std::array<std::int64_t Flow::*, 7> kFields;
};
inline constexpr std::array<std::int64_t Flow::*, 7> Flow::kFields{
    &Flow::received, &Flow::stored,   &Flow::duplicate,  &Flow::dead,
    &Flow::refused,  &Flow::repaired, &Flow::quarantined};

} // namespace gavel::pipeline
