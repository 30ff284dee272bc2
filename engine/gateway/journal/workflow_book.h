// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/money.h"
#include "engine/gateway/journal/record_keeper.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace gavel::gateway {

/// A line of the workflow history.
struct WorkflowEntry
{
    std::uint64_t auction = 0; ///< 0 = it came to none
    std::string requestId;
    std::string campaignId; ///< "" = nobody won
    Price price;
    std::size_t bids = 0;
    TimeMs at;
};

/// How the demonstration's workflows went; the last ones can be listed, also after a restart. Any
/// thread.
class WorkflowBook
{
public:
    static constexpr std::size_t kKept = 1'000;

    explicit WorkflowBook(RecordKeeper& keeper);

    struct Counts
    {
        std::uint64_t total = 0;
        std::uint64_t successful = 0;
        std::uint64_t failed = 0;
        double milliseconds = 0; ///< sum over the successful

        double averageMs() const
        {
            return successful == 0 ? 0 : milliseconds / static_cast<double>(successful);
        }
    };

    /// A number that no other workflow has, from 1.
    std::uint64_t next();
    // Durable when they return. Errors: those of the store.
    Result<void> succeeded(const std::string& workflowId, const WorkflowEntry& entry,
                           double milliseconds);
    Result<void> failed();
    Result<void> reset();
    Counts counts() const;
    std::vector<WorkflowEntry> history(std::size_t most) const; ///< newest first

private:
    RecordKeeper::Record countsLocked() const;

    RecordKeeper& m_keeper;
    mutable std::mutex m_mutex;
    std::uint64_t m_last = 0;
    Counts m_counts;
    std::deque<WorkflowEntry> m_entries;
};

} // namespace gavel::gateway
