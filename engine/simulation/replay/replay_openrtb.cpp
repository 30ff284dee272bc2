// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/replay_openrtb.h"

#include "engine/base/json.h"
#include "engine/dsp/budget_parts.h"
#include "engine/market/market_shard.h"
#include "engine/market/opportunity_encoder.h"
#include "engine/openrtb/bid_request.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <fstream>

namespace gavel::simulation {

namespace {

namespace json = boost::json;

/// One shard that answers requests in turn.
class Answerer
{
public:
    Answerer(const Scenario& scenario, std::uint64_t seed)
        : m_setup(scenario.setup(seed, 1))
        , m_encoder(m_setup)
        , m_shard(m_setup, 0, {})
    {
        m_shard.apply(dsp::budgetParts(m_setup, 0));
    }

    std::string answer(std::string_view line, std::uint64_t number)
    {
        json::object told{{"line", number}};
        const auto request = openrtb::parseBidRequest(line, m_parser);
        if (!request)
            return refuse(told, request.error());
        const auto opportunities = m_encoder.encode(
            *request, m_setup.start + static_cast<std::int64_t>(number), m_nextId);
        told["id"] = request->id;
        if (!opportunities)
            return refuse(told, opportunities.error());
        m_nextId += opportunities->size();
        json::array outcomes;
        for (std::size_t i = 0; i < opportunities->size(); ++i)
            outcomes.push_back(run((*opportunities)[i], request->impressions[i].id));
        told["outcomes"] = std::move(outcomes);
        return base::jsonText(told);
    }

    ReplaySummary summary() const
    {
        const auto counters = m_shard.counters();
        ReplaySummary summary;
        summary.auctions = counters.auctions;
        summary.bids = counters.bids;
        summary.impressions = counters.impressions;
        summary.cost = {counters.costNanos / 1000};
        summary.revenue = {counters.publisherNanos / 1000};
        summary.refused = m_refused;
        summary.digest = m_shard.digest();
        return summary;
    }

private:
    std::string refuse(json::object& told, const Error& error)
    {
        ++m_refused;
        told["error"] = json::object{{"code", error.code},
                                     {"where", error.where},
                                     {"what", error.what},
                                     {"advice", error.advice}};
        return base::jsonText(told);
    }
    json::object run(const model::Opportunity& opportunity, std::string_view impression)
    {
        const auto& row = m_shard.run(opportunity);
        json::object outcome{{"imp", impression}, {"won", row.winnerSeat != 0}};
        if (row.winnerSeat != 0) {
            m_shard.feedback(true, false, false, {});
            describeWinner(outcome);
        }
        outcome["floor"] = base::cpmNumber(row.floor);
        outcome["bids"] = row.bids;
        return outcome;
    }
    void describeWinner(json::object& outcome) const
    {
        const auto& clearing = m_shard.lastClearing();
        const auto& bid = m_shard.lastBids()[static_cast<std::size_t>(clearing.winner)];
        outcome["seat"] = m_setup.vocabulary->seats.text(bid.seat);
        // A rival has neither.
        if (bid.campaign != base::kNone) {
            outcome["campaign"] = m_setup.vocabulary->campaigns.text(bid.campaign);
            outcome["creative"] = m_setup.vocabulary->creatives.text(bid.creative);
        }
        outcome["price"] = base::cpmNumber(clearing.price);
    }

    model::MarketSetup m_setup;
    market::OpportunityEncoder m_encoder;
    market::MarketShard m_shard;
    openrtb::RequestParser m_parser;
    std::uint64_t m_nextId = 1;
    std::uint64_t m_refused = 0;
};

} // namespace

Result<ReplaySummary> replayOpenRtb(const std::filesystem::path& file, const Scenario& scenario,
                                    std::uint64_t seed,
                                    const std::function<void(std::string_view)>& outcome)
{
    std::ifstream requests(file, std::ios::binary);
    if (requests.peek(); !requests.is_open() || requests.bad())
        return Error{"FILE_NOT_FOUND", file.string(), "cannot be read",
                     "give the path of a file with one OpenRTB request a line"};
    Answerer answerer(scenario, seed);
    std::string line;
    for (std::uint64_t number = 1; std::getline(requests, line); ++number)
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            outcome(answerer.answer(line, number));
    return answerer.summary();
}

} // namespace gavel::simulation
