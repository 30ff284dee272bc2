// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/ledger_checks.h"

#include "engine/dsp/targeting/local_time.h"
#include "engine/ledger/audit/verify_ledger.h"

#include <map>

namespace gavel::runtime {

Result<std::vector<store::Check>> checkLedger(store::Connection& connection)
{
    std::map<std::string, dsp::TimeZone> zones;
    return ledger::verifyLedger(connection, [&](const std::string& name, TimeMs at) {
        auto known = zones.find(name);
        if (known == zones.end()) {
            const auto zone = dsp::TimeZone::named(name);
            known = zones.emplace(name, zone ? *zone : dsp::TimeZone()).first;
        }
        return known->second.at(at).day;
    });
}

} // namespace gavel::runtime
