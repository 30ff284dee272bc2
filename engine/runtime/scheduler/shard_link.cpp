// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/scheduler/shard_link.h"

namespace gavel::runtime {

ShardLink::ShardLink(MarketHost& host, std::size_t shard, Acted acted)
    : m_host(host)
    , m_shard(shard)
    , m_name("shard-" + std::to_string(shard))
    , m_acted(std::move(acted))
{
}

QuotaGate& ShardLink::gate() const
{
    return m_host.cell(m_shard).gate();
}

std::uint32_t ShardLink::source() const
{
    return gate().server();
}

std::optional<model::QuotaReport> ShardLink::report(TimeMs boundary)
{
    return gate().takeReport(boundary);
}

Result<model::QuotaReport> ShardLink::reportNow(TimeMs at)
{
    model::QuotaReport report;
    m_host.onShard(m_shard, [&](ShardCell& cell) { report = cell.report(at); });
    return report;
}

bool ShardLink::isDurable(std::uint64_t sequence) const
{
    return m_host.committed(static_cast<std::uint32_t>(m_shard)) >= sequence;
}

Result<void> ShardLink::give(TimeMs boundary, const model::QuotaGrants& grants)
{
    gate().give(boundary, grants);
    return {};
}

Result<void> ShardLink::giveNow(const model::QuotaGrants& grants)
{
    if (m_isSilent)
        return {};
    m_host.onShard(m_shard, [&](ShardCell& cell) {
        cell.apply(grants);
        if (m_acted)
            m_acted(m_shard, cell.place(), grants);
    });
    return {};
}

void ShardLink::open(TimeMs boundary)
{
    gate().open(boundary);
}

} // namespace gavel::runtime
