// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <string>

namespace gavel::gateway {

struct Services;

/// An ad was shown: the impression is durable in the event log and the sale becomes a transaction.
/// Telling it twice changes nothing. Errors: DATA_NOT_FOUND for an impression of no auction that
/// was won here.
Result<void> recordDisplay(Services& services, const std::string& impressionId);

} // namespace gavel::gateway
