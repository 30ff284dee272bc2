// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/service_rows.h"

#include <algorithm>
#include <tuple>

namespace gavel::system_page {

using model::FaultState;

namespace {

bool isAtRest(const health::Fault& fault)
{
    return fault.state == FaultState::Normal && fault.firing.empty() && fault.pending.empty();
}

ServiceRow rowOf(const health::Fault& fault)
{
    ServiceRow row;
    row.component = fault.component;
    row.kind = fault.kind;
    row.state = fault.state;
    row.since = fault.since;
    row.acknowledgedBy = fault.acknowledgedBy;
    row.isRaised = fault.raisedAt != TimeMs{};
    row.isEscalated = fault.escalatedAt != TimeMs{};
    if (fault.run)
        row.action = fault.run->action;
    return row;
}

/// Who waits longest for a person stands first.
auto rankOf(const ServiceRow& row)
{
    const bool waits = model::needsPerson(row.state) || row.state == FaultState::Failed;
    return std::tuple(!waits, !row.isRaised, row.state == FaultState::Normal, row.component,
                      row.kind);
}

} // namespace

std::string ServiceRow::key() const
{
    const std::string_view name
        = kind ? model::kFaultClassNames[static_cast<std::size_t>(*kind)] : std::string_view();
    return component + "/" + std::string(name);
}

std::vector<ServiceRow> serviceRows(const runtime::FaultsView& view)
{
    std::vector<ServiceRow> rows;
    for (const std::string& component : view.components) {
        ServiceRow quiet;
        quiet.component = component;
        bool isQuiet = true;
        for (const health::Fault& fault : view.faults) {
            if (fault.component != component)
                continue;
            quiet.since = std::max(quiet.since, fault.since);
            if (isAtRest(fault))
                continue;
            isQuiet = false;
            rows.push_back(rowOf(fault));
        }
        if (isQuiet)
            rows.push_back(quiet);
    }
    for (ServiceRow& row : rows)
        if (const auto* work = view.workOn(row.component))
            row.work = *work;
    std::ranges::stable_sort(rows, {}, rankOf);
    return rows;
}

std::vector<FaultState> wayOf(const std::vector<health::KeptFaultChange>& history,
                              model::FaultClass kind, FaultState now)
{
    std::vector<FaultState> way{now};
    for (const health::KeptFaultChange& change : history) {
        if (change.what != health::FaultEntry::Moved || change.kind != kind)
            continue;
        if (way.back() == FaultState::Normal || change.to != way.back())
            break;
        way.push_back(change.from);
    }
    std::ranges::reverse(way);
    return way;
}

} // namespace gavel::system_page
