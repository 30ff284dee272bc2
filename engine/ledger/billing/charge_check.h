// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/billing/billed_log.h"

#include <string>

namespace gavel::ledger {

/// Whether campaigns were charged what the event log says, by the terms that they had.
class ChargeCheck
{
public:
    /// Reads the log as far as the book is settled.
    static Result<ChargeCheck> read(store::Connection& connection, std::int64_t book,
                                    LocalDay localDay);

    struct Charged
    {
        std::string campaign;
        Money amount; ///< that settlements charged since the book began, uncovered ones too
        bool ownMedia = false; ///< the platform bought its media: it did not always pay prices
        bool foreign = false; ///< of another currency than the prices of the log
    };
    struct Finding
    {
        std::string wrong; ///< "" when the log says the same
        bool provable = true; ///< from the beginning
    };
    Finding check(const Charged& charged) const;

    /// All of a campaign, as far as the book is settled.
    Delivered delivered(const std::string& campaign) const
    {
        return m_log.delivered(campaign, 0, m_history.parts());
    }

private:
    ChargeCheck(BillingHistory history, BilledLog log, LocalDay localDay)
        : m_history(std::move(history))
        , m_log(std::move(log))
        , m_localDay(std::move(localDay))
    {
    }
    Finding checkBeginning(const Charged& charged, const BillingHistory::Step& first) const;
    /// The parts from a step to before `end`, after which `owed` was owed.
    std::string checkStep(const BillingHistory::Step& step, std::size_t end, Money owed) const;

    BillingHistory m_history;
    BilledLog m_log;
    LocalDay m_localDay;
};

} // namespace gavel::ledger
