// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/iso_time.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/rest/rest_bid_response.h"
#include "engine/gateway/rest/rest_campaign.h"
#include "engine/gateway/rest/services.h"
#include "engine/gateway/rest/workflow.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gavel::gateway {

namespace {

namespace json = boost::json;

constexpr std::size_t kMostAuctions = 100;
constexpr std::size_t kRecentAuctions = 100;

double shareOf(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

HttpResponse auction(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    const auto body = readBody(call);
    if (!body)
        return invalid({body.error()}, now);
    std::vector<Error> errors;
    const auto request = readRestBidRequest(*body, errors);
    if (!errors.empty())
        return invalid(errors, now);
    const auto sold = services.desk.sell(request);
    return sold ? answer(restAuctionResult(*sold)) : refusal(sold.error(), now);
}

HttpResponse auctionById(Services& services, const ServiceCall& call)
{
    const auto number = auctionNumber(call.ids[0]);
    const auto record = number ? services.journal.auction(*number) : std::nullopt;
    if (!record)
        return refusal(404, "DATA_NOT_FOUND", "Auction not found", services.clock.now(),
                       {{"advice",
                         "the last " + std::to_string(AuctionJournal::kKept)
                             + " auctions that were asked for by REST are kept"}});
    return answer(restAuctionResult(*record));
}

json::object recentMetrics(Services& services)
{
    std::uint64_t count = 0;
    Price sum;
    Price highest;
    Price lowest;
    for (const auto& record : services.journal.auctions(kRecentAuctions)) {
        for (const auto& bid : record.bids) {
            lowest = count == 0 ? bid.price : std::min(lowest, bid.price);
            highest = std::max(highest, bid.price);
            sum += bid.price;
            ++count;
        }
    }
    const Price mean{count == 0 ? 0 : sum.nanos / static_cast<std::int64_t>(count)};
    return {{"total_bids", count},
            {"highest_bid", restPrice(highest)},
            {"lowest_bid", restPrice(lowest)},
            {"average_bid", restPrice(mean)},
            {"bid_range", restPrice(highest - lowest)}};
}

json::object platformStatistics(Services& services)
{
    const auto counts = services.journal.counts();
    const auto sold = static_cast<std::int64_t>(counts.successful);
    const Price cpm{sold == 0 ? 0 : counts.volume.nanos * 1000 / sold};
    return {{"total_auctions", counts.auctions},
            {"successful_auctions", counts.successful},
            {"total_revenue", restPrice(counts.fees)},
            {"average_cpm", restPrice(cpm)},
            {"recent_auction_metrics", recentMetrics(services)},
            {"success_rate", shareOf(counts.successful, counts.auctions)},
            {"total_transactions", counts.transactions}};
}

HttpResponse exchangeStatistics(Services& services, const ServiceCall&)
{
    return answer(platformStatistics(services));
}

HttpResponse transactions(Services& services, const ServiceCall& call)
{
    const auto limit = queryNumber(call, "limit", 100, 1, AuctionJournal::kKept);
    if (!limit)
        return invalid({limit.error()}, services.clock.now());
    json::array list;
    for (const auto& transaction : services.journal.transactions(*limit))
        list.push_back(restTransaction(transaction));
    return answer(list);
}

HttpResponse fullFlow(Services& services, const ServiceCall& call)
{
    const auto now = services.clock.now();
    std::vector<Error> errors;
    const auto visit = readVisit(call.body, errors);
    if (!errors.empty())
        return invalid(errors, now);
    return answer(
        json::object{{"demo_info",
                      json::object{{"description", "Complete RTB workflow demonstration"},
                                   {"version", "1.0"},
                                   {"execution_timestamp", base::toIso(now)}}},
                     {"workflow_result", runWorkflow(services, visit).result},
                     {"console_logs_note",
                      "Every auction can be opened step by step in the console's market page."}});
}

json::object simpleResult(const WorkflowOutcome& outcome)
{
    if (!outcome.succeeded)
        return {{"workflow_id", outcome.workflowId},
                {"status", "failed"},
                {"error", outcome.error},
                {"duration_ms", 0},
                {"winning_campaign", nullptr},
                {"final_price", 0.0},
                {"impression_confirmed", false}};
    return {{"workflow_id", outcome.workflowId},
            {"status", "success"},
            {"duration_ms", outcome.milliseconds},
            {"winning_campaign",
             outcome.campaignId.empty() ? json::value() : json::value(outcome.campaignId)},
            {"final_price", restPrice(outcome.price)},
            {"impression_confirmed", outcome.confirmed}};
}

HttpResponse simpleFlow(Services& services, const ServiceCall& call)
{
    std::vector<Error> errors;
    const auto visit = readVisit(call.body, errors);
    if (!errors.empty())
        return invalid(errors, services.clock.now());
    return answer(simpleResult(runWorkflow(services, visit)));
}

HttpResponse completeWorkflow(Services& services, const ServiceCall& call)
{
    std::vector<Error> errors;
    const auto visit = readVisit(call.body, errors);
    if (!errors.empty())
        return invalid(errors, services.clock.now());
    return answer(runWorkflow(services, visit).result);
}

HttpResponse batchWorkflow(Services& services, const ServiceCall& call)
{
    const auto size = queryNumber(call, "batch_size", 5, 1, kMostAuctions);
    if (!size)
        return invalid({size.error()}, services.clock.now());
    std::uint64_t successful = 0;
    double milliseconds = 0;
    json::array results;
    while (results.size() < *size) {
        if (call.isAbandoned() || !services.ready)
            return refusal(503, "SERVICE_UNAVAILABLE", "The batch ended before its last workflow",
                           services.clock.now());
        const auto outcome = runWorkflow(services, {});
        successful += outcome.succeeded ? 1 : 0;
        milliseconds += outcome.milliseconds;
        results.push_back(simpleResult(outcome));
    }
    return answer(json::object{{"batch_id", "batch-" + std::to_string(services.workflows.next())},
                               {"batch_size", *size},
                               {"total_duration_ms", milliseconds},
                               {"average_duration_ms", milliseconds / static_cast<double>(*size)},
                               {"successful_count", successful},
                               {"failed_count", *size - successful},
                               {"success_rate", shareOf(successful, *size)},
                               {"results", std::move(results)}});
}

json::object workflowCounts(const WorkflowBook::Counts& counts)
{
    return {{"total_workflows", counts.total},
            {"successful_workflows", counts.successful},
            {"failed_workflows", counts.failed},
            {"average_duration_ms", counts.averageMs()}};
}

HttpResponse demoStats(Services& services, const ServiceCall&)
{
    json::array recent;
    for (const auto& record : services.journal.auctions(10))
        recent.push_back(restAuctionResult(record));
    const auto counts = services.journal.counts();
    return answer(
        json::object{{"workflow_statistics", workflowCounts(services.workflows.counts())},
                     {"platform_statistics", platformStatistics(services)},
                     {"recent_auctions", std::min<std::uint64_t>(counts.auctions, kRecentAuctions)},
                     {"recent_auction_list", std::move(recent)},
                     {"total_transactions", counts.transactions},
                     {"timestamp", base::toIso(services.clock.now())}});
}

double fourDecimals(double share)
{
    return std::round(share * 10'000) / 10'000;
}

HttpResponse workflowStats(Services& services, const ServiceCall&)
{
    const auto counts = services.workflows.counts();
    auto body = workflowCounts(counts);
    const double success = shareOf(counts.successful, counts.total);
    body["success_rate"] = fourDecimals(success);
    body["failure_rate"] = fourDecimals(1 - success);
    return answer(body);
}

HttpResponse resetStats(Services& services, const ServiceCall&)
{
    const auto now = services.clock.now();
    for (const auto& done : {services.journal.reset(), services.workflows.reset()})
        if (!done)
            return refusal(done.error(), now);
    return answer(json::object{{"status", "success"},
                               {"message", "All demo statistics have been reset"},
                               {"timestamp", base::toIso(services.clock.now())}});
}

HttpResponse workflowHistory(Services& services, const ServiceCall& call)
{
    const auto limit = queryNumber(call, "limit", 50, 1, WorkflowBook::kKept);
    if (!limit)
        return invalid({limit.error()}, services.clock.now());
    json::array list;
    for (const auto& entry : services.workflows.history(*limit)) {
        const bool won = !entry.campaignId.empty();
        list.push_back(json::object{
            {"auction_id", auctionName(entry.auction)},
            {"request_id", entry.requestId},
            {"timestamp", base::toIso(entry.at)},
            {"had_winner", won},
            {"winning_price", restPrice(entry.price)},
            {"total_bids", entry.bids},
            {"winning_campaign", won ? json::value(entry.campaignId) : json::value()}});
    }
    return answer(json::object{{"total_entries", services.workflows.counts().successful},
                               {"limit", *limit},
                               {"workflow_history", std::move(list)}});
}

HttpResponse auctionHistory(Services& services, const ServiceCall& call)
{
    const auto limit = queryNumber(call, "limit", 50, 1, AuctionJournal::kKept);
    if (!limit)
        return invalid({limit.error()}, services.clock.now());
    json::array list;
    for (const auto& record : services.journal.auctions(*limit))
        list.push_back(restAuctionResult(record));
    return answer(list);
}

constexpr std::string_view kVisit
    = R"({"user_context":{"user_id":"user-12345","device_type":"mobile","location":{"country":"US","city":"San Francisco"}}})";

constexpr std::array kExchangeRoutes{
    Route{Service::Exchange,
          Method::Post,
          "/rtb",
          auction,
          "One auction.",
          "200 422 503",
          {},
          kBidRequestExample},
    Route{Service::Exchange, Method::Get, "/auction/{id}", auctionById, "What an auction came to.",
          "200 404"},
    Route{Service::Exchange, Method::Get, "/auction-history", auctionHistory,
          "The last auctions, newest first.", "200 422", "limit"},
    Route{Service::Exchange, Method::Get, "/stats", exchangeStatistics,
          "Auctions, fees and recent bids."},
    Route{Service::Exchange, Method::Get, "/transactions", transactions,
          "The last sales that were shown.", "200 422", "limit"},
    Route{Service::Exchange,
          Method::Post,
          "/demo/rtb-flow",
          fullFlow,
          "The seven steps of a visit with everything they say.",
          "200 422",
          {},
          kVisit},
    Route{Service::Exchange,
          Method::Post,
          "/demo/rtb-flow-simple",
          simpleFlow,
          "The same in six fields.",
          "200 422",
          {},
          kVisit},
    Route{Service::Exchange, Method::Get, "/demo/workflow-stats", demoStats,
          "How the workflows went."},
    Route{Service::Exchange, Method::Post, "/demo/reset-stats", resetStats,
          "Forgets auctions, transactions and statistics shown here; the event log stays."},
    Route{Service::Exchange, Method::Get, "/workflow/stats", workflowStats,
          "Counts and rates of workflows."},
    Route{Service::Exchange,
          Method::Post,
          "/rtb/complete-workflow",
          completeWorkflow,
          "One workflow.",
          "200 422",
          {},
          kVisit},
    Route{Service::Exchange,
          Method::Post,
          "/rtb/batch-workflow",
          batchWorkflow,
          "Several workflows in turn; ends with the one that runs when the caller leaves.",
          "200 422 503",
          "batch_size",
          {},
          true},
    Route{Service::Exchange, Method::Get, "/rtb/workflow-history", workflowHistory,
          "The last workflows, newest first.", "200 422", "limit"},
};

} // namespace

std::span<const Route> exchangeRoutes()
{
    return kExchangeRoutes;
}

} // namespace gavel::gateway
