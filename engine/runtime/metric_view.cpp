// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/metric_view.h"

#include "engine/runtime/engine.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

namespace gavel::runtime {

Result<MetricAnswer> readMetrics(const Engine& engine, const MetricQuery& query)
{
    auto reader = engine.workspace().reader();
    if (!reader)
        return reader.error();
    return pipeline::readMetrics(*reader, engine.countedScopes(), query);
}

Result<CountedTime> readCountedTime(const Engine& engine)
{
    auto reader = engine.workspace().reader();
    if (!reader)
        return reader.error();
    return pipeline::readCountedTime(*reader, engine.countedScopes());
}

} // namespace gavel::runtime
