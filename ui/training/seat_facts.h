// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/facts.h"

#include <optional>

namespace gavel::training {

/// What is known of a seat, for the inspector beside other pages; nullopt when the market has none
/// with this id.
std::optional<bridge::Facts> seatFacts(const runtime::Snapshot& snapshot, const QString& id);

} // namespace gavel::training
