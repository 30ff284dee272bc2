// SPDX-License-Identifier: GPL-3.0-or-later
// The auction list, its filter language, full stories and what-if.
#include "engine/runtime/books/trace_json.h"
#include "engine/runtime/engine_state.h"
#include "engine/runtime/market_run.h"

namespace gavel::runtime {

namespace {

Error notTraced(std::uint64_t auction)
{
    return {"NOT_TRACED", "auction " + std::to_string(auction),
            "its full story was not kept: only a part of all auctions is traced",
            "choose one that is marked as traced, or filter so that every match is traced"};
}

FilterCheck::State stateOf(const Error& error)
{
    return error.code == "FILTER_UNFINISHED" ? FilterCheck::State::Unfinished
                                             : FilterCheck::State::Wrong;
}

/// The number of "column N"; 0 when the text is another.
std::size_t columnOf(const std::string& where)
{
    const auto digits = where.find_first_of("0123456789");
    return digits == std::string::npos ? 0
                                       : static_cast<std::size_t>(std::stoul(where.substr(digits)));
}

} // namespace

Result<AuctionPage> Engine::auctions(const AuctionQuery& query) const
{
    return m_state->rows.page(query, *vocabulary());
}

FilterCheck Engine::checkFilter(const std::string& text) const
{
    FilterCheck check;
    if (text.find_first_not_of(' ') == std::string::npos)
        return check;
    const auto known = vocabulary();
    const auto filter = market::AuctionFilter::parse(text, *known);
    if (!filter) {
        check.state = stateOf(filter.error());
        check.reason = filter.error().what;
        check.column = columnOf(filter.error().where);
        return check;
    }
    check.state = FilterCheck::State::Valid;
    check.parts = filter->parts();
    check.campaignId = known->campaigns.text(filter->campaign());
    return check;
}

std::vector<std::string> Engine::completeFilter(const std::string& text, std::size_t cursor) const
{
    return market::completions(text, cursor, *vocabulary());
}

Result<void> Engine::setTraceFilter(const std::string& filter)
{
    if (!filter.empty())
        if (const auto parsed = market::AuctionFilter::parse(filter, *vocabulary()); !parsed)
            return parsed.error();
    {
        const std::unique_lock lock(m_state->market);
        m_state->traceFilter = filter;
    }
    m_state->setTracing();
    return {};
}

Result<model::AuctionTrace> Engine::trace(std::uint64_t auction) const
{
    const auto found = m_state->traces.find(auction);
    if (!found)
        return notTraced(auction);
    return *found;
}

Result<market::WhatIfOutcome> Engine::whatIf(const model::AuctionTrace& trace,
                                             const market::WhatIf& change) const
{
    const std::shared_lock lock(m_state->market);
    if (!m_state->host)
        return noMarket();
    const model::MarketSetup& setup = m_state->host->setup();
    return market::replayWith(trace, change, setup.currency, setup.rates, setup.seed);
}

std::string Engine::traceJson(const model::AuctionTrace& trace) const
{
    return toJson(trace, *vocabulary());
}

} // namespace gavel::runtime
