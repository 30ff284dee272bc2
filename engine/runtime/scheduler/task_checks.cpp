// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/task_checks.h"

#include "engine/scheduling/task_query.h"
#include "engine/store/connection.h"

namespace gavel::runtime {

Result<std::vector<store::Check>> checkTasks(store::Connection& connection)
{
    const auto tables
        = connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'task_event'");
    if (!tables)
        return tables.error();
    store::Check check{"schedule tasks", true, "0 events checked"};
    if (*tables > 0) {
        const auto wrong = scheduling::firstBrokenTask(connection);
        if (!wrong)
            return wrong.error();
        const auto events = connection.integer("SELECT count(*) FROM task_event");
        if (!events)
            return events.error();
        check.ok = wrong->empty();
        check.detail = check.ok ? std::to_string(*events) + " events checked" : "first: " + *wrong;
    }
    return std::vector{std::move(check)};
}

} // namespace gavel::runtime
