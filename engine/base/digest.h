// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <cstdint>

namespace gavel::base {

/// A running 64-bit fingerprint of what happened, in order. Equal runs have equal digests; not a
/// signature.
class Digest
{
public:
    void add(std::uint64_t value) { m_state = mix64(m_state ^ value) + 0x9e3779b97f4a7c15ULL; }
    void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
    std::uint64_t value() const { return m_state; }

private:
    std::uint64_t m_state = 0x6a09e667f3bcc908ULL;
};

} // namespace gavel::base
