// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace gavel::store {

class Connection;

Result<void> saveSetting(Connection& connection, std::string_view key, std::string_view value);
Result<std::optional<std::string>> loadSetting(Connection& connection, std::string_view key);

} // namespace gavel::store
