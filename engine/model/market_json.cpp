// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/market_json.h"

#include "engine/base/json.h"
#include "engine/model/checks.h"
#include "engine/model/opportunity.h"

namespace gavel::model {

namespace {

namespace json = boost::json;
using base::Need;
using base::ObjectReader;

void putTexts(json::object& out, std::string_view key, const std::vector<std::string>& texts)
{
    if (!texts.empty())
        out[key] = base::textArray(texts);
}

void readId(ObjectReader& reader, std::string_view key, std::string& out)
{
    if (reader.text(key, out, Need::Required))
        Checks(reader.errors()).id(out, reader.pathOf(key));
}

/// Each opportunity of the publisher carries the list.
void checkRoom(ObjectReader& reader, std::string_view key, const std::vector<std::string>& list)
{
    Checks(reader.errors())
        .need(list.size() <= Opportunity::kListCapacity, reader.pathOf(key),
              "has more than " + std::to_string(Opportunity::kListCapacity) + " entries",
              "name fewer");
}

void readIds(ObjectReader& reader, std::string_view key, std::vector<std::string>& out)
{
    reader.texts(key, out);
    for (std::size_t i = 0; i < out.size(); ++i)
        Checks(reader.errors()).id(out[i], reader.pathOf(key) + "[" + std::to_string(i) + "]");
}

/// A decimal field, exactly, as a whole number of 10^-decimals between least and most.
template<typename T>
void readScaled(ObjectReader& reader, std::string_view key, int decimals, T& out,
                std::int64_t least, std::int64_t most)
{
    const auto* value = reader.find(key);
    if (value == nullptr)
        return;
    const auto scaled = base::amount(*value, decimals, reader.pathOf(key));
    if (!scaled)
        reader.errors().push_back(scaled.error());
    else if (*scaled < least || *scaled > most)
        reader.fail(key, base::jsonText(*value) + " is out of range",
                    "write " + base::formatDecimal(least, decimals, 0) + " to "
                        + base::formatDecimal(most, decimals, 0));
    else
        out = static_cast<T>(*scaled);
}

/// Milliseconds with up to three decimals, kept in microseconds.
constexpr int kMilliDecimals = 3;
constexpr std::int64_t kMostMicros = 60'000'000;

json::value milliseconds(std::uint32_t micros)
{
    if (micros % 1000 == 0)
        return micros / 1000;
    return static_cast<double>(micros) / 1000;
}

/// Parts per million as the share they stand for.
constexpr int kShareDecimals = 6;

json::value share(std::int32_t ppm)
{
    return base::amountNumber({ppm});
}

} // namespace

json::value toValue(const Publisher& publisher)
{
    json::object out{{"id", publisher.id}, {"name", publisher.name}, {"domain", publisher.domain}};
    putTexts(out, "categories", publisher.categories);
    putTexts(out, "blocked_categories", publisher.blockedCategories);
    putTexts(out, "blocked_advertisers", publisher.blockedAdvertisers);
    return out;
}

Publisher publisherFromValue(const json::value& value, std::string_view path,
                             std::vector<Error>& errors)
{
    ObjectReader reader(value, std::string(path), errors);
    Publisher publisher;
    readId(reader, "id", publisher.id);
    reader.text("name", publisher.name);
    reader.text("domain", publisher.domain);
    reader.texts("categories", publisher.categories);
    reader.texts("blocked_categories", publisher.blockedCategories);
    readIds(reader, "blocked_advertisers", publisher.blockedAdvertisers);
    checkRoom(reader, "blocked_categories", publisher.blockedCategories);
    checkRoom(reader, "blocked_advertisers", publisher.blockedAdvertisers);
    reader.refuseUnknown();
    return publisher;
}

json::value toValue(const Placement& placement)
{
    json::object out{
        {"id", placement.id},         {"publisher_id", placement.publisherId},
        {"name", placement.name},     {"position", placement.position},
        {"format", placement.format}, {"width", placement.width},
        {"height", placement.height}, {"floor_cpm", base::toCpmString(placement.floor)}};
    if (!placement.available)
        out["available"] = false;
    return out;
}

Placement placementFromValue(const json::value& value, std::string_view path,
                             std::vector<Error>& errors)
{
    ObjectReader reader(value, std::string(path), errors);
    Placement placement;
    readId(reader, "id", placement.id);
    readId(reader, "publisher_id", placement.publisherId);
    reader.text("name", placement.name);
    reader.text("position", placement.position);
    CreativeFormat format{};
    if (reader.choice("format", format, kFormatNames))
        placement.format = kFormatNames[static_cast<std::size_t>(format)];
    reader.integer("width", placement.width, 1, 65'535, Need::Required);
    reader.integer("height", placement.height, 1, 65'535, Need::Required);
    reader.cpm("floor_cpm", placement.floor);
    reader.boolean("available", placement.available);
    reader.refuseUnknown();
    return placement;
}

json::value toValue(const AuctionRules& rules)
{
    return {{"kind", kPriceRuleNames[static_cast<std::size_t>(rules.kind)]},
            {"increment_cpm", base::toCpmString(rules.increment)},
            {"floor_is_reserve", rules.floorIsReserve},
            {"seeded_ties", rules.seededTies},
            {"soft_floor_cpm", base::toCpmString(rules.softFloor)},
            {"fee", share(rules.feePpm)},
            {"floor_factor", share(rules.floorFactorPpm)},
            {"deadline_ms", milliseconds(rules.auctionDeadlineMicros)},
            {"price_quantum_cpm", base::toCpmString(rules.priceQuantum)}};
}

AuctionRules rulesFromValue(const json::value& value, std::string_view path,
                            std::vector<Error>& errors)
{
    ObjectReader reader(value, std::string(path), errors);
    AuctionRules rules;
    reader.choice("kind", rules.kind, kPriceRuleNames);
    reader.cpm("increment_cpm", rules.increment);
    reader.boolean("floor_is_reserve", rules.floorIsReserve);
    reader.boolean("seeded_ties", rules.seededTies);
    reader.cpm("soft_floor_cpm", rules.softFloor);
    readScaled(reader, "fee", kShareDecimals, rules.feePpm, 0, 1'000'000);
    readScaled(reader, "floor_factor", kShareDecimals, rules.floorFactorPpm, 0, 1'000'000'000);
    readScaled(reader, "deadline_ms", kMilliDecimals, rules.auctionDeadlineMicros, 1, kMostMicros);
    if (reader.cpm("price_quantum_cpm", rules.priceQuantum) && rules.priceQuantum < Price{1})
        reader.fail("price_quantum_cpm", "prices need a smallest step", "write 0.000001 or more");
    reader.refuseUnknown();
    return rules;
}

json::value toValue(const ExchangeRate& rate)
{
    return {{"from", rate.from.view()},
            {"numerator", rate.numerator},
            {"denominator", rate.denominator}};
}

ExchangeRate rateFromValue(const json::value& value, std::string_view path,
                           std::vector<Error>& errors)
{
    constexpr std::int64_t kMost = 1'000'000'000'000;
    ObjectReader reader(value, std::string(path), errors);
    ExchangeRate rate;
    reader.currency("from", rate.from, Need::Required);
    reader.integer<std::int64_t>("numerator", rate.numerator, 1, kMost, Need::Required);
    reader.integer<std::int64_t>("denominator", rate.denominator, 1, kMost);
    reader.refuseUnknown();
    return rate;
}

namespace {

void writeRival(const Seat& seat, json::object& out)
{
    const Seat standard;
    if (!seat.histogram.empty())
        out["histogram"] = json::array(seat.histogram.begin(), seat.histogram.end());
    if (seat.histogramStepNanos != standard.histogramStepNanos)
        out["histogram_step_cpm"] = base::toCpmString({seat.histogramStepNanos});
    if (seat.logMu != standard.logMu)
        out["log_mu"] = seat.logMu;
    if (seat.logSigma != standard.logSigma)
        out["log_sigma"] = seat.logSigma;
    if (seat.bidShare != standard.bidShare)
        out["bid_share"] = seat.bidShare;
}

void readHistogram(ObjectReader& reader, Seat& seat)
{
    constexpr std::size_t kBins = 301;
    std::uint64_t weight = 0;
    reader.each("histogram", [&](const json::value& value, const std::string& path) {
        const auto* count = value.if_int64();
        if (count == nullptr || *count < 0 || *count > UINT32_MAX) {
            reader.errors().push_back({"INVALID_FIELD", path, "a weight is needed here",
                                       "write a whole number from 0 to 4294967295"});
            return;
        }
        weight += static_cast<std::uint64_t>(*count);
        seat.histogram.push_back(static_cast<std::uint32_t>(*count));
    });
    if (seat.histogram.size() > kBins)
        reader.fail("histogram", std::to_string(seat.histogram.size()) + " bins are too many",
                    "give at most 301");
    if (seat.kind == SeatKind::Histogram && weight == 0)
        reader.fail("histogram", "a rival of kind histogram needs weights",
                    "give a list of up to 301 counts");
    Price step{seat.histogramStepNanos};
    if (reader.cpm("histogram_step_cpm", step) && step < Price{1})
        reader.fail("histogram_step_cpm", "the step between prices is 0", "write 0.000001 or more");
    seat.histogramStepNanos = step.nanos;
}

void readAnswerTime(ObjectReader& reader, AnswerTime& time)
{
    reader.object("answer_time", [&](ObjectReader& answer) {
        readScaled(answer, "median_ms", kMilliDecimals, time.medianMicros, 0, kMostMicros);
        answer.number("sigma", time.sigma, 0, 10);
        answer.refuseUnknown();
    });
}

} // namespace

json::value toValue(const Seat& seat)
{
    json::object out{{"id", seat.id},
                     {"name", seat.name},
                     {"played_by", seat.playedBy},
                     {"kind", kSeatKindNames[static_cast<std::size_t>(seat.kind)]},
                     {"selection", kSelectionNames[static_cast<std::size_t>(seat.selection)]},
                     {"currency", seat.currency.view()},
                     {"deadline_ms", milliseconds(seat.deadlineMicros)},
                     {"answer_time",
                      {{"median_ms", milliseconds(seat.answerTime.medianMicros)},
                       {"sigma", seat.answerTime.sigma}}}};
    writeRival(seat, out);
    if (seat.cutOff)
        out["cut_off"] = true;
    return out;
}

Seat seatFromValue(const json::value& value, std::string_view path, std::vector<Error>& errors)
{
    ObjectReader reader(value, std::string(path), errors);
    Seat seat;
    readId(reader, "id", seat.id);
    reader.text("name", seat.name);
    reader.text("played_by", seat.playedBy);
    reader.choice("kind", seat.kind, kSeatKindNames);
    reader.choice("selection", seat.selection, kSelectionNames);
    reader.currency("currency", seat.currency);
    readScaled(reader, "deadline_ms", kMilliDecimals, seat.deadlineMicros, 1, kMostMicros);
    readAnswerTime(reader, seat.answerTime);
    readHistogram(reader, seat);
    reader.number("log_mu", seat.logMu, -50, 50);
    reader.number("log_sigma", seat.logSigma, 0, 10);
    reader.number("bid_share", seat.bidShare, 0, 1);
    reader.boolean("cut_off", seat.cutOff);
    reader.refuseUnknown();
    return seat;
}

std::string toJson(const Seat& seat)
{
    return base::jsonText(toValue(seat));
}

Result<Seat> seatFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return seatFromValue(value, "", errors);
                              });
}

std::string toJson(const Publisher& publisher)
{
    return base::jsonText(toValue(publisher));
}

Result<Publisher> publisherFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return publisherFromValue(value, "", errors);
                              });
}

std::string toJson(const Placement& placement)
{
    return base::jsonText(toValue(placement));
}

Result<Placement> placementFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return placementFromValue(value, "", errors);
                              });
}

std::string toJson(const AuctionRules& rules)
{
    return base::jsonText(toValue(rules));
}

Result<AuctionRules> rulesFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return rulesFromValue(value, "", errors);
                              });
}

std::string toJson(const ExchangeRate& rate)
{
    return base::jsonText(toValue(rate));
}

Result<ExchangeRate> rateFromJson(std::string_view text, std::string_view where)
{
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  return rateFromValue(value, "", errors);
                              });
}

} // namespace gavel::model
