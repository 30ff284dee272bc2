// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace gavel::store {

class Connection;

/// Something that programs may ask for again, as JSON text under a kind and a name.
struct StoredRecord
{
    std::string name;
    TimeMs at;
    std::string json;
};

/// Stores a record, or replaces the one of that name, and forgets the oldest beyond `most` of its
/// kind.
Result<void> keepRecord(Connection& connection, std::string_view kind, const StoredRecord& record,
                        std::size_t most);
/// Every record of a kind, oldest first.
Result<std::vector<StoredRecord>> readRecords(Connection& connection, std::string_view kind);
Result<void> forgetRecords(Connection& connection, std::string_view kind);

} // namespace gavel::store
