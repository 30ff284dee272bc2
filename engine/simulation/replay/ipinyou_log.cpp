// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/replay/ipinyou_log.h"

#include "engine/base/json.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace gavel::simulation {

namespace {

constexpr std::int64_t kMostCount = 1'000'000'000'000;

/// Takes one number and the blanks before it off the text.
template<typename T>
bool takeNumber(std::string_view& text, T& out)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc{})
        return false;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return text.empty() || text.front() == ' ' || text.front() == '\t' || text.front() == '\r';
}

} // namespace

double IpinyouTraining::costAt(double bid) const
{
    std::int64_t sum = 0;
    for (std::size_t price = 0; price < kPrices && static_cast<double>(price) <= bid; ++price)
        sum += histogram[price] * static_cast<std::int64_t>(price);
    return static_cast<double>(sum) / static_cast<double>(impressions);
}

double IpinyouTraining::winRate(double bid) const
{
    std::int64_t sum = 0;
    for (std::size_t price = 0; price < kPrices && static_cast<double>(price) <= bid; ++price)
        sum += histogram[price];
    return static_cast<double>(sum) / static_cast<double>(impressions);
}

Result<IpinyouTraining> readTraining(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (file.peek(); !file.is_open() || file.bad())
        return Error{"FILE_NOT_FOUND", path.string(), "cannot be read",
                     "give the campaign's info JSON file"};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto name = path.filename().string();
    const auto json = base::parseJson(text, name);
    if (!json)
        return json.error();
    IpinyouTraining training;
    std::vector<Error> errors;
    base::ObjectReader reader(*json, "", errors);
    if (reader.isObject()) {
        std::size_t bins = 0;
        reader.each(
            "price_counter_train",
            [&](const boost::json::value& value, const std::string& where) {
                const auto* count = value.if_int64();
                if (count == nullptr || *count < 0 || *count > kMostCount)
                    errors.push_back({"OUT_OF_RANGE", where, "is not a count",
                                      "write a whole number from 0 up"});
                else if (bins < IpinyouTraining::kPrices)
                    training.histogram[bins] = *count;
                ++bins;
            },
            base::Need::Required);
        if (errors.empty() && bins != IpinyouTraining::kPrices)
            reader.fail("price_counter_train", "has " + std::to_string(bins) + " values",
                        "write 301, for prices 0 to 300");
        reader.integer<std::int64_t>("imp_train", training.impressions, 1, kMostCount,
                                     base::Need::Required);
        reader.integer<std::int64_t>("clk_train", training.clicks, 1, kMostCount,
                                     base::Need::Required);
        reader.integer<std::int64_t>("cost_train", training.cost, 1, kMostCount,
                                     base::Need::Required);
    }
    if (errors.empty())
        return training;
    base::nameLines(errors, text, name);
    return errors.front();
}

IpinyouLog::IpinyouLog(const std::filesystem::path& path)
    : m_name(path.filename().string())
    , m_file(path)
{
}

Result<std::optional<IpinyouAuction>> IpinyouLog::next()
{
    if (!std::getline(m_file, m_line)) {
        if (m_file.bad())
            return Error{"FILE_NOT_FOUND", m_name, "cannot be read",
                         "give a file of lines \"click price ctr\""};
        return std::optional<IpinyouAuction>{};
    }
    ++m_number;
    std::string_view rest = m_line;
    int click = 0;
    IpinyouAuction auction;
    const bool read = takeNumber(rest, click) && takeNumber(rest, auction.price)
        && takeNumber(rest, auction.ctr)
        && rest.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!read || click < 0 || click > 1 || auction.price < 0 || auction.price > 1'000'000
        || !(auction.ctr >= 0 && auction.ctr <= 1))
        return Error{"INVALID_LOG", m_name + " line " + std::to_string(m_number),
                     "is not \"click market_price predicted_ctr\"",
                     "write 0 or 1, a price in whole fen per thousand, and a probability"};
    auction.clicked = click == 1;
    return std::optional(auction);
}

} // namespace gavel::simulation
