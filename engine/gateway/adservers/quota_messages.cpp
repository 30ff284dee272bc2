// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/adservers/quota_messages.h"

#include "engine/base/json.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace gavel::gateway {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

constexpr std::int64_t kMost = INT64_MAX;
constexpr std::int64_t kLeast = INT64_MIN;
constexpr std::int32_t kMostFactor = 1'000'000'000;

std::int64_t numberOf(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

void readTime(ObjectReader& reader, std::string_view key, TimeMs& out)
{
    reader.integer<std::int64_t>(key, out.value, kLeast, kMost, Need::Required);
}

void readCount(ObjectReader& reader, std::string_view key, std::uint64_t& out)
{
    reader.integer<std::uint64_t>(key, out, 0, UINT64_MAX);
}

void readNanos(ObjectReader& reader, std::string_view key, std::int64_t& out)
{
    reader.integer<std::int64_t>(key, out, 0, kMost);
}

model::QuotaGrant grantFrom(const json::value& value, const std::string& path,
                            const model::Vocabulary& names, std::vector<Error>& errors)
{
    model::QuotaGrant grant;
    ObjectReader reader(value, path, errors);
    if (!reader.isObject())
        return grant;
    std::string campaign;
    reader.text("campaign", campaign, Need::Required);
    grant.campaign = names.campaigns.find(campaign);
    readTime(reader, "window_start_ms", grant.windowStart);
    readTime(reader, "window_end_ms", grant.windowEnd);
    readTime(reader, "not_after_ms", grant.notAfter);
    reader.integer<std::uint64_t>("epoch", grant.epoch, 1, UINT64_MAX, Need::Required);
    reader.integer<std::uint64_t>("version", grant.version, 1, UINT64_MAX, Need::Required);
    reader.integer<std::int64_t>("limit_nanos", grant.limit.nanos, 0, kMost, Need::Required);
    reader.integer<std::int32_t>("bid_factor_ppm", grant.bidFactorPpm, 0, kMostFactor,
                                 Need::Required);
    reader.refuseUnknown();
    if (grant.windowStart >= grant.windowEnd)
        reader.fail("window_end_ms", "does not come after window_start_ms", "send a whole window");
    return grant;
}

json::array floats(const std::array<float, model::PriceRatios::kBins>& values)
{
    json::array list;
    for (const float value : values)
        list.push_back(static_cast<double>(value));
    return list;
}

void readFloats(ObjectReader& reader, std::string_view key,
                std::array<float, model::PriceRatios::kBins>& out)
{
    std::size_t place = 0;
    reader.each(key, [&](const json::value& value, const std::string&) {
        if (place < out.size() && value.is_number())
            out[place] = static_cast<float>(value.to_number<double>());
        ++place;
    });
    if (place != 0 && place != out.size())
        reader.fail(key, "must hold " + std::to_string(out.size()) + " numbers",
                    "send all of them");
}

json::object pacingValue(const model::PacingTally& pacing)
{
    json::object value{
        {"eligible", numberOf(pacing.eligible)}, {"asked", numberOf(pacing.asked)},
        {"missed", numberOf(pacing.missed)},     {"priced", numberOf(pacing.priced)},
        {"worth_seen", pacing.worthSeen},        {"worth_won", pacing.worthWon},
        {"worth_lost", pacing.worthLost},        {"highest_bid", pacing.highestBid.nanos}};
    if (pacing.ratios.weight > 0) {
        value["weight"] = static_cast<double>(pacing.ratios.weight);
        value["price"] = floats(pacing.ratios.price);
        value["worth"] = floats(pacing.ratios.worth);
    }
    return value;
}

void readPacing(ObjectReader& reader, model::PacingTally& pacing)
{
    readCount(reader, "eligible", pacing.eligible);
    readCount(reader, "asked", pacing.asked);
    readCount(reader, "missed", pacing.missed);
    readCount(reader, "priced", pacing.priced);
    readNanos(reader, "worth_seen", pacing.worthSeen);
    readNanos(reader, "worth_won", pacing.worthWon);
    readNanos(reader, "worth_lost", pacing.worthLost);
    readNanos(reader, "highest_bid", pacing.highestBid.nanos);
    double weight = 0;
    reader.number("weight", weight, 0, 1e30);
    pacing.ratios.weight = static_cast<float>(weight);
    readFloats(reader, "price", pacing.ratios.price);
    readFloats(reader, "worth", pacing.ratios.worth);
    reader.refuseUnknown();
}

bool isIdle(const model::CampaignReport& report)
{
    return report.bids == 0 && report.boundNanos == 0 && report.pacing.asked == 0
        && report.appliedVersion == 0 && report.impressions == 0 && report.clicks == 0
        && report.conversions == 0;
}

json::object campaignValue(const model::CampaignReport& report, const model::Vocabulary& names)
{
    return {{"campaign", names.campaigns.text(report.campaign)},
            {"applied_epoch", numberOf(report.appliedEpoch)},
            {"applied_version", numberOf(report.appliedVersion)},
            {"bound_nanos", report.boundNanos},
            {"spent_nanos", report.spentNanos},
            {"held_nanos", report.heldNanos},
            {"cleared_nanos", report.clearedNanos},
            {"publisher_nanos", report.publisherNanos},
            {"uncharged_nanos", report.unchargedNanos},
            {"bids", numberOf(report.bids)},
            {"wins", numberOf(report.wins)},
            {"impressions", numberOf(report.impressions)},
            {"clicks", numberOf(report.clicks)},
            {"conversions", numberOf(report.conversions)},
            {"pacing", pacingValue(report.pacing)}};
}

model::CampaignReport campaignFrom(const json::value& value, const std::string& path,
                                   const model::Vocabulary& names, std::vector<Error>& errors)
{
    model::CampaignReport report;
    ObjectReader reader(value, path, errors);
    if (!reader.isObject())
        return report;
    std::string campaign;
    reader.text("campaign", campaign, Need::Required);
    report.campaign = names.campaigns.find(campaign);
    readCount(reader, "applied_epoch", report.appliedEpoch);
    readCount(reader, "applied_version", report.appliedVersion);
    readNanos(reader, "bound_nanos", report.boundNanos);
    readNanos(reader, "spent_nanos", report.spentNanos);
    readNanos(reader, "held_nanos", report.heldNanos);
    readNanos(reader, "cleared_nanos", report.clearedNanos);
    readNanos(reader, "publisher_nanos", report.publisherNanos);
    readNanos(reader, "uncharged_nanos", report.unchargedNanos);
    readCount(reader, "bids", report.bids);
    readCount(reader, "wins", report.wins);
    readCount(reader, "impressions", report.impressions);
    readCount(reader, "clicks", report.clicks);
    readCount(reader, "conversions", report.conversions);
    reader.object("pacing", [&](ObjectReader& inner) { readPacing(inner, report.pacing); });
    reader.refuseUnknown();
    if (report.boundNanos < report.spentNanos)
        reader.fail("bound_nanos", "is below spent_nanos", "send what may be spent in the end");
    if (report.publisherNanos > report.clearedNanos)
        reader.fail("publisher_nanos", "is above cleared_nanos", "send the publishers' part of it");
    return report;
}

} // namespace

std::string grantsText(const std::string& key, std::uint32_t source,
                       const runtime::GrantMessage& message, std::size_t first, std::size_t most,
                       const model::Vocabulary& names)
{
    json::array grants;
    const auto& all = *message.grants.grants;
    for (std::size_t place = first; place < std::min(all.size(), first + most); ++place) {
        const model::QuotaGrant& grant = all[place];
        grants.push_back(json::object{{"campaign", names.campaigns.text(grant.campaign)},
                                      {"window_start_ms", grant.windowStart.value},
                                      {"window_end_ms", grant.windowEnd.value},
                                      {"epoch", numberOf(grant.epoch)},
                                      {"version", numberOf(grant.version)},
                                      {"limit_nanos", grant.limit.nanos},
                                      {"not_after_ms", grant.notAfter.value},
                                      {"bid_factor_ppm", grant.bidFactorPpm}});
    }
    return json::serialize(json::object{{"key", key},
                                        {"server", source},
                                        {"acts_at_ms", message.actsAt.value},
                                        {"market_version", numberOf(message.marketVersion)},
                                        {"grants", std::move(grants)}});
}

Result<KeyedGrants> grantsFrom(std::string_view body, const model::Vocabulary& names)
{
    return base::readDocument(
        body, "grants", [&](const json::value& value, std::vector<Error>& errors) {
            KeyedGrants keyed;
            ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return keyed;
            std::uint32_t server = 0;
            std::vector<model::QuotaGrant> grants;
            reader.text("key", keyed.key, Need::Required);
            reader.integer<std::uint32_t>("server", server, 1, UINT32_MAX, Need::Required);
            readTime(reader, "acts_at_ms", keyed.message.actsAt);
            readCount(reader, "market_version", keyed.message.marketVersion);
            reader.each(
                "grants",
                [&](const json::value& one, const std::string& path) {
                    grants.push_back(grantFrom(one, path, names, errors));
                    grants.back().server = server;
                },
                Need::Required);
            reader.refuseUnknown();
            keyed.message.grants.grants
                = std::make_shared<const std::vector<model::QuotaGrant>>(std::move(grants));
            return keyed;
        });
}

json::object reportValue(const model::QuotaReport& report, std::size_t first, std::size_t most,
                         const model::Vocabulary& names)
{
    json::array campaigns;
    std::size_t place = first;
    for (; place < report.campaigns.size() && campaigns.size() < most; ++place)
        if (!isIdle(report.campaigns[place]))
            campaigns.push_back(campaignValue(report.campaigns[place], names));
    json::array publishers;
    const auto& texts = names.of(model::Dimension::Publisher);
    for (const model::PublisherReport& publisher : report.publishers)
        publishers.push_back(json::object{{"publisher", texts.text(publisher.publisher)},
                                          {"earned_nanos", publisher.earnedNanos}});
    return {{"at_ms", report.at.value},
            {"last_sequence", numberOf(report.lastSequence)},
            {"fee_nanos", report.feeNanos},
            {"campaigns", std::move(campaigns)},
            {"publishers", std::move(publishers)},
            {"first", first},
            {"next", place < report.campaigns.size() ? place : 0}};
}

Result<ReportPart> reportFrom(std::string_view body, const model::Vocabulary& names)
{
    return base::readDocument(
        body, "report", [&](const json::value& value, std::vector<Error>& errors) {
            ReportPart part;
            ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return part;
            readTime(reader, "at_ms", part.report.at);
            readCount(reader, "last_sequence", part.report.lastSequence);
            readNanos(reader, "fee_nanos", part.report.feeNanos);
            reader.integer<std::size_t>("first", part.first, 0, SIZE_MAX);
            reader.integer<std::size_t>("next", part.next, 0, SIZE_MAX);
            reader.number("load", part.load, 0, 1);
            reader.each(
                "campaigns",
                [&](const json::value& one, const std::string& path) {
                    part.report.campaigns.push_back(campaignFrom(one, path, names, errors));
                },
                Need::Required);
            reader.each("publishers", [&](const json::value& one, const std::string& path) {
                ObjectReader inner(one, path, errors);
                std::string publisher;
                model::PublisherReport earned;
                if (!inner.isObject())
                    return;
                inner.text("publisher", publisher, Need::Required);
                readNanos(inner, "earned_nanos", earned.earnedNanos);
                inner.refuseUnknown();
                earned.publisher = names.of(model::Dimension::Publisher).find(publisher);
                part.report.publishers.push_back(earned);
            });
            reader.refuseUnknown();
            std::erase_if(part.report.campaigns, [](const model::CampaignReport& report) {
                return report.campaign == base::kNone;
            });
            std::ranges::sort(part.report.campaigns, {}, &model::CampaignReport::campaign);
            return part;
        });
}

void append(model::QuotaReport& report, ReportPart part)
{
    auto campaigns = std::move(report.campaigns);
    campaigns.insert(campaigns.end(), part.report.campaigns.begin(), part.report.campaigns.end());
    std::ranges::sort(campaigns, {}, &model::CampaignReport::campaign);
    report = std::move(part.report);
    report.campaigns = std::move(campaigns);
}

json::object answersValue(const runtime::GrantAnswers& answers)
{
    json::object value;
    for (std::size_t answer = 0; answer < answers.size(); ++answer)
        value[model::kGrantAnswerNames[answer]] = answers[answer];
    return value;
}

Result<runtime::GrantAnswers> answersFrom(std::string_view body)
{
    return base::readDocument(
        body, "answers", [](const json::value& value, std::vector<Error>& errors) {
            runtime::GrantAnswers answers{};
            ObjectReader reader(value, "", errors);
            if (!reader.isObject())
                return answers;
            for (std::size_t answer = 0; answer < answers.size(); ++answer)
                readCount(reader, model::kGrantAnswerNames[answer], answers[answer]);
            return answers;
        });
}

} // namespace gavel::gateway
