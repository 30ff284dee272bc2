// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/workspace_rooms.h"

#include "engine/dmp/profile_table.h"
#include "engine/health/alert_tables.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/scheduling/task_schema.h"
#include "engine/store/workspace.h"

#include <vector>

namespace gavel::runtime {

Result<std::unique_ptr<store::Workspace>> openWorkspace(const std::filesystem::path& file)
{
    std::vector<store::Migration> rooms;
    for (const auto room :
         {dmp::profileMigrations(), ledger::ledgerMigrations(), scheduling::schedulingMigrations(),
          pipeline::pipelineMigrations(), health::healthMigrations()})
        rooms.insert(rooms.end(), room.begin(), room.end());
    return store::Workspace::open(file, rooms);
}

} // namespace gavel::runtime
