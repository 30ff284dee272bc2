// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/trace_json.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"

#include <boost/json.hpp>

namespace gavel::runtime {

namespace json = boost::json;
using model::Dimension;

namespace {

constexpr std::array<const char*, model::kSteps> kStepNames{
    "visit", "profile", "ad_request", "bid_requests", "auction", "display", "feedback"};

double milliseconds(std::uint32_t micros)
{
    return static_cast<double>(micros) / 1000;
}

json::value text(std::string_view view)
{
    return json::value(json::string(view));
}

json::object opportunityOf(const model::Opportunity& opportunity,
                           const model::Vocabulary& vocabulary)
{
    json::object object;
    for (std::size_t i = 0; i < model::kSingleDimensions; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        if (const auto value = vocabulary.text(dimension, opportunity.values[i]); !value.empty())
            object[model::name(dimension)] = value;
    }
    for (std::size_t i = model::kSingleDimensions; i < model::kValueDimensions; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        json::array values;
        for (const Handle handle : opportunity.list(dimension))
            values.emplace_back(vocabulary.text(dimension, handle));
        if (!values.empty())
            object[model::name(dimension)] = std::move(values);
    }
    if (opportunity.located)
        object["location"]
            = {{"latitude", opportunity.latitude}, {"longitude", opportunity.longitude}};
    object["user"] = std::to_string(opportunity.user);
    object["floor"] = base::cpmNumber(opportunity.floor);
    return object;
}

json::object formulaOf(const model::BidFormula& formula)
{
    json::object object{{"strategy", model::kStrategyNames[static_cast<std::size_t>(formula.kind)]},
                        {"pctr", formula.pCtr},
                        {"pcvr", formula.pCvr},
                        {"pacing", formula.pacing},
                        {"value", base::cpmNumber(formula.value)},
                        {"shaded", base::cpmNumber(formula.shaded)},
                        {"bid", base::cpmNumber(formula.bid)}};
    if (formula.kind == model::StrategyKind::Contract) {
        object["interests_and_segments"] = formula.interests;
        object["device"] = formula.device;
    }
    return object;
}

json::array seatsOf(const model::AuctionTrace& trace, const model::Vocabulary& vocabulary)
{
    json::array seats;
    for (const auto& seat : trace.seats) {
        json::object object{{"seat", text(vocabulary.seats.text(seat.seat))},
                            {"fate", model::kBidFateNames[static_cast<std::size_t>(seat.bid.fate)]},
                            {"answer_ms", milliseconds(seat.bid.answerMicros)},
                            {"deadline_ms", milliseconds(seat.deadlineMicros)}};
        if (seat.bid.price.nanos > 0)
            object["price"] = base::cpmNumber(seat.bid.price);
        if (seat.bid.campaign != 0) {
            object["campaign"] = text(vocabulary.campaigns.text(seat.bid.campaign));
            object["creative"] = text(vocabulary.creatives.text(seat.bid.creative));
            object["formula"] = formulaOf(seat.formula);
        }
        seats.push_back(std::move(object));
    }
    return seats;
}

json::object clearingOf(const model::AuctionTrace& trace, const model::Vocabulary& vocabulary)
{
    json::object object{
        {"rule", model::kPriceRuleNames[static_cast<std::size_t>(trace.rules.kind)]},
        {"floor", base::cpmNumber(trace.hardFloor)},
        {"valid_bids", trace.clearing.valid}};
    if (trace.clearing.winner < 0)
        return object;
    object["winner"] = text(
        vocabulary.seats.text(trace.seats[static_cast<std::size_t>(trace.clearing.winner)].seat));
    object["price"] = base::cpmNumber(trace.clearing.price);
    object["publisher"] = base::cpmNumber(trace.clearing.publisher);
    object["fee"] = base::cpmNumber(trace.clearing.fee);
    return object;
}

json::array campaignsOf(const model::AuctionTrace& trace, const model::Vocabulary& vocabulary)
{
    json::array campaigns;
    for (const auto& campaign : trace.campaigns) {
        json::object object{
            {"campaign", text(vocabulary.campaigns.text(campaign.campaign))},
            {"fate", model::kCampaignFateNames[static_cast<std::size_t>(campaign.fate)]}};
        json::array mismatches;
        for (const auto& mismatch : campaign.mismatches)
            mismatches.push_back(
                {{"dimension", model::name(mismatch.dimension)},
                 {"match", model::kMatchNames[static_cast<std::size_t>(mismatch.match)]},
                 {"needs", mismatch.needs},
                 {"got", mismatch.got}});
        if (!mismatches.empty())
            object["mismatches"] = std::move(mismatches);
        campaigns.push_back(std::move(object));
    }
    return campaigns;
}

} // namespace

std::string toJson(const model::AuctionTrace& trace, const model::Vocabulary& vocabulary)
{
    json::object steps;
    for (std::size_t i = 0; i < model::kSteps; ++i)
        steps[kStepNames[i]] = milliseconds(trace.row.steps[i]);
    json::array notices;
    for (const auto& notice : trace.notices)
        notices.push_back({{"seat", text(vocabulary.seats.text(notice.seat))},
                           {"kind", notice.kind},
                           {"url", notice.url}});
    return base::jsonPretty(
        json::object{{"auction", std::to_string(trace.row.id)},
                     {"at", base::toIso(trace.row.at)},
                     {"opportunity", opportunityOf(trace.opportunity, vocabulary)},
                     {"seats", seatsOf(trace, vocabulary)},
                     {"clearing", clearingOf(trace, vocabulary)},
                     {"steps_ms", std::move(steps)},
                     {"campaigns", campaignsOf(trace, vocabulary)},
                     {"notices", std::move(notices)}});
}

} // namespace gavel::runtime
