// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"
#include "engine/base/clock.h"
#include "engine/base/histogram.h"
#include "engine/market/opportunity_encoder.h"
#include "engine/openrtb/bid_request.h"
#include "engine/openrtb/bid_response.h"

namespace gavel::bench {

BenchResult benchParse();

namespace {

constexpr std::uint64_t kParsed = 200'000;

/// 1.2 KB with everything the market reads.
const std::string kRequest
    = R"({"id":"80ce30c53c16e6ede735f123ef6e32361bfc7b22","at":1,"tmax":100,"cur":["USD"],"bcat":["IAB25","IAB7-39"],)"
      R"("badv":["bad.example","worse.example"],"imp":[{"id":"1","tagid":"news-top","bidfloor":0.53,"bidfloorcur":"USD",)"
      R"("secure":1,"banner":{"w":300,"h":250,"pos":1,"format":[{"w":300,"h":250},{"w":336,"h":280}]},"pmp":{"private_auction":0,)"
      R"("deals":[{"id":"deal-17","bidfloor":2.5,"at":1,"wseat":["northwind","tailspin"]}]}}],"site":{"id":"102855","name":"Daily News",)"
      R"("domain":"news.example","cat":["IAB12","IAB12-1"],"page":"https://news.example/2024/05/article-about-things.html",)"
      R"("keywords":"politics,economy,elections","publisher":{"id":"pub-8953","name":"News House","domain":"house.example"},)"
      R"("content":{"id":"a-20240501","language":"en"}},"device":{"ua":"Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) )"
      R"(AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1","ip":"203.0.113.7","devicetype":4,)"
      R"("make":"Apple","model":"iPhone","os":"iOS","osv":"17.4.1","language":"en","connectiontype":2,"lmt":0,"geo":{"lat":37.7749,)"
      R"("lon":-122.4194,"country":"USA","region":"CA","city":"San Francisco"}},"user":{"id":"55816b39711f9b5acf3b90e313ed29e51665623f",)"
      R"("yob":1984,"gender":"F","keywords":"travel,music","data":[{"id":"dmp-1","segment":[{"id":"high_value"},{"id":"tech_enthusiasts"},)"
      R"({"id":"mobile_users"}]}]},"regs":{"coppa":0,"gdpr":0}})";

openrtb::BidResponse response()
{
    openrtb::ResponseBid bid;
    bid.id = "auction-123456789";
    bid.impressionId = "1";
    bid.price = Price{1'234'567};
    bid.markup = "<a href=\"https://adv.example/landing?c=17\"><img "
                 "src=\"https://cdn.adv.example/300x250.png\" "
                 "width=\"300\" height=\"250\" alt=\"Everything 20 % off\"></a>";
    bid.advertiserDomain = "adv.example";
    bid.campaignId = "camp-001";
    bid.creativeId = "camp-001-300x250";
    bid.width = 300;
    bid.height = 250;
    bid.markupType = openrtb::MarkupType::Banner;
    openrtb::BidResponse out;
    out.id = "80ce30c53c16e6ede735f123ef6e32361bfc7b22";
    out.bidId = bid.id;
    out.seats.push_back({"northwind", {bid}});
    return out;
}

} // namespace

/// A request to a struct and on to an opportunity; beside it the response out.
BenchResult benchParse()
{
    BenchResult result;
    result.name = "parse";
    openrtb::RequestParser parser;
    market::OpportunityEncoder encoder{model::MarketSetup{}};
    base::Histogram nanos;
    const auto begin = base::monotonicNanos();
    auto before = begin;
    for (std::uint64_t i = 0; i < kParsed; ++i) {
        const auto request = openrtb::parseBidRequest(kRequest, parser);
        const auto opportunities = encoder.encode(*request, TimeMs{1'700'000'000'000}, i);
        result.work += opportunities->size();
        const auto now = base::monotonicNanos();
        nanos.add(static_cast<std::uint64_t>(now - before));
        before = now;
    }
    result.seconds = static_cast<double>(before - begin) * 1e-9;
    result.p50Micros = static_cast<double>(nanos.percentile(0.5)) * 1e-3;
    result.p99Micros = static_cast<double>(nanos.percentile(0.99)) * 1e-3;

    const auto answer = response();
    std::string text;
    std::uint64_t bytes = 0;
    const auto start = base::monotonicNanos();
    for (std::uint64_t i = 0; i < kParsed; ++i) {
        openrtb::writeBidResponse(answer, text);
        bytes += text.size();
    }
    const auto each
        = static_cast<double>(base::monotonicNanos() - start) * 1e-3 / static_cast<double>(kParsed);
    result.extra.emplace_back("request_bytes", std::to_string(kRequest.size()));
    result.extra.emplace_back("response_bytes", std::to_string(bytes / kParsed));
    result.extra.emplace_back("response_us", rounded(each, 3));
    return result;
}

} // namespace gavel::bench
