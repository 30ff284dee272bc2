// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gavel::store {

class Connection;

/// A document that people edit. Every version stays in its table, whose columns are version (its
/// row number), at, actor and json.
struct KeptDocument
{
    std::uint32_t version = 0;
    TimeMs at;
    std::string actor; ///< "" = the program
    std::string json;
};
/// The newest; nullopt where nothing was kept. The table's name is the program's own word.
Result<std::optional<KeptDocument>> readNewestDocument(Connection& connection,
                                                       std::string_view table);
/// As the next version, which it gives. In the open transaction.
Result<std::uint32_t> keepDocument(Connection& connection, std::string_view table,
                                   std::string_view json, std::string_view actor, TimeMs at);

} // namespace gavel::store
