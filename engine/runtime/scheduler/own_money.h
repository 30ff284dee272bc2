// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/market_rate.h"
#include "engine/ledger/settlement/own_spend.h"
#include "engine/model/market_setup.h"
#include "engine/runtime/scheduler/campaign_line.h"

#include <map>
#include <optional>
#include <string>

namespace gavel::store {
class Connection;
}

namespace gavel::runtime {

/// One unit of a currency in the market's.
dsp::MarketRate rateOf(const model::MarketSetup& setup, Currency currency);

/// What campaigns of other currencies than the market's spent in their own before a restart: what
/// was kept with the settlements, and each win that the log has since, at the rate of that time.
/// Whatever the rate is today, what was spent stays spent.
class OwnMoney
{
public:
    /// Of every ad server's source, or one. Errors: those of the store.
    static Result<OwnMoney> read(store::Connection& reader, const std::string& market,
                                 const model::MarketSetup& setup,
                                 std::optional<std::uint32_t> source = std::nullopt);

    /// It is of another currency, and this file keeps it.
    bool knows(const model::Campaign& campaign) const;
    ledger::OwnSums of(const model::Campaign& campaign) const;
    /// In the local day and hour; of those that have begun since it was kept, never too little.
    void tellSpent(const model::Campaign& campaign, TimeMs now, SpentSoFar& spent) const;

private:
    struct Known
    {
        dsp::MarketRate rate; ///< when the last settlements were made
        ledger::OwnSums kept;
        ledger::OwnSums tail;
        std::optional<ledger::OwnPeriods> periods;
    };

    static void take(const ledger::OwnSpend& kept, const model::Campaign& campaign,
                     std::optional<std::uint32_t> source, Known& known);
    Result<void> readTail(store::Connection& reader, std::uint32_t source, std::uint64_t after);

    bool m_isKept = false;
    std::map<std::string, Known> m_known; ///< by campaign
};

} // namespace gavel::runtime
