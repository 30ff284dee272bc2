// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace gavel::simulation {

/// What the training days of an iPinYou campaign say: a histogram of market prices (fen per
/// thousand) and totals.
struct IpinyouTraining
{
    static constexpr std::size_t kPrices = 301;

    std::array<std::int64_t, kPrices> histogram{};
    std::int64_t impressions = 0;
    std::int64_t clicks = 0;
    std::int64_t cost = 0; ///< sum of the prices

    double averageCtr() const
    {
        return static_cast<double>(clicks) / static_cast<double>(impressions);
    }
    double costPerClick() const { return static_cast<double>(cost) / static_cast<double>(clicks); }
    /// Expected cost of one auction with this bid, and the share of auctions that it wins.
    double costAt(double bid) const;
    double winRate(double bid) const;
};

/// Errors: not readable, not JSON, a missing or impossible count.
Result<IpinyouTraining> readTraining(const std::filesystem::path& path);

struct IpinyouAuction
{
    bool clicked = false;
    std::int64_t price = 0; ///< market price, fen per thousand
    double ctr = 0;
};

/// Reads a log line by line: "click market_price predicted_ctr".
class IpinyouLog
{
public:
    explicit IpinyouLog(const std::filesystem::path& path);
    bool readable() const { return m_file.is_open(); }
    /// nullopt at the end. Errors: INVALID_LOG with the line.
    Result<std::optional<IpinyouAuction>> next();

private:
    std::string m_name;
    std::ifstream m_file;
    std::string m_line;
    std::uint64_t m_number = 0;
};

} // namespace gavel::simulation
