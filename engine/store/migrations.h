// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <span>
#include <string_view>

namespace gavel::store {

class Connection;

/// One step of a room's schema. Numbers of a room count up from 1 without gaps and never change
/// meaning: a schema changes by a new number only.
struct Migration
{
    std::string_view room;
    int number = 0;
    std::string_view sql;
};

/// The store's own tables.
std::span<const Migration> storeMigrations();

/// Brings a file to the newest schema of these rooms, each step in its own transaction; tables of
/// other rooms stay. Errors: WORKSPACE_NEWER when a newer program wrote the file, NOT_A_WORKSPACE
/// when another kind of program did.
Result<void> migrate(Connection& connection, std::span<const Migration> migrations);

} // namespace gavel::store
