// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/joined_market.h"

#include "engine/runtime/market_run.h"

namespace gavel::runtime {

namespace {

Error notJoined()
{
    return {"NOT_JOINED", "market", "this process is no ad server of another market",
            "start it with `gaveld adserver --join URL`"};
}

std::size_t placeOf(model::GrantAnswer answer)
{
    return static_cast<std::size_t>(answer);
}

} // namespace

Result<void> JoinedMarket::start(const Membership& membership, const MarketPart& market,
                                 const std::vector<model::Campaign>& campaigns)
{
    return m_access.start(membership, market, campaigns);
}

Result<void> JoinedMarket::follow(const MarketPart& market,
                                  const std::vector<model::Campaign>& campaigns,
                                  const std::vector<std::string>& removed)
{
    return m_access.follow(market, campaigns, removed);
}

Result<GrantAnswers> JoinedMarket::give(const GrantMessage& message)
{
    GrantAnswers answers{};
    const bool isThere = m_access.with([&](MarketHost& host) {
        ShardCell& shard = host.cell(0);
        if (message.actsAt == TimeMs{}) {
            host.onShard(0, [&](ShardCell& cell) {
                for (const model::QuotaGrant& grant : *message.grants.grants)
                    ++answers[placeOf(grant.server == cell.gate().server()
                                          ? cell.market().apply(grant)
                                          : model::GrantAnswer::OtherServer)];
            });
            return;
        }
        for (const model::QuotaGrant& grant : *message.grants.grants)
            ++answers[placeOf(
                grant.server != shard.gate().server() ? model::GrantAnswer::OtherServer
                    : grant.campaign == base::kNone   ? model::GrantAnswer::UnknownCampaign
                                                      : model::GrantAnswer::Applied)];
        const std::lock_guard one(m_gateMutex);
        shard.gate().give(message.actsAt, message.grants);
    });
    if (!isThere)
        return notJoined();
    return answers;
}

Result<model::QuotaReport> JoinedMarket::reportNow()
{
    model::QuotaReport report;
    const bool isThere = m_access.with([&](MarketHost& host) {
        host.onShard(0, [&](ShardCell& cell) { report = cell.report(host.now()); });
    });
    if (!isThere)
        return notJoined();
    return report;
}

std::optional<model::QuotaReport> JoinedMarket::takeReport()
{
    std::optional<model::QuotaReport> report;
    m_access.with([&](MarketHost& host) {
        QuotaGate& gate = host.cell(0).gate();
        const std::lock_guard one(m_gateMutex);
        if (const auto newest = gate.newestReport())
            report = gate.takeReport(*newest);
    });
    return report;
}

Result<std::vector<JoinedDesk::Log>> JoinedMarket::logs() const
{
    auto reader = m_access.workspace().reader();
    if (!reader)
        return reader.error();
    const auto sources = store::readSourceNames(*reader, kJoinedMarket);
    if (!sources)
        return sources.error();
    std::vector<Log> logs;
    for (const auto& [source, name] : *sources)
        logs.push_back({name, source});
    return logs;
}

Result<std::vector<store::StoredEvent>>
JoinedMarket::events(std::uint32_t source, std::uint64_t after, std::size_t most) const
{
    auto reader = m_access.workspace().reader();
    if (!reader)
        return reader.error();
    return store::readEvents(*reader, source, after, most);
}

} // namespace gavel::runtime
