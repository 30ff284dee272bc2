// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of who is told: subscribers, what nobody took, what people did about it.
#include "engine/runtime/subscriber_desk.h"

#include <QString>

namespace gavel::bridge {

/// A body that was sent, as people read it: JSON indented, one document or one a line; anything
/// else as it is.
QString readableBody(const std::string& body);

} // namespace gavel::bridge
