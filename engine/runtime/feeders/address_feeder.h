// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/feeders/poll_order.h"
#include "engine/runtime/poll_feed.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gavel::runtime {

/// Addresses that are asked for events again and again: says when each is to be asked, and offers
/// what it answered. A page's lines are durable together with the cursor behind them; what could
/// not be stored is asked for again. Asks nobody itself. Any thread.
class AddressFeeder final : public PollFeed
{
public:
    /// Both must outlive it.
    AddressFeeder(pipeline::Intake& intake, const base::Clock& clock);

    /// Goes on behind the row's checkpoint. A row that cannot be read is shown with its error.
    void add(const pipeline::CollectorRow& row);
    /// False when there is no such source.
    bool setPaused(const std::string& name, bool paused);
    bool remove(const std::string& name);
    /// Asks as soon as the address itself allows, behind what is durable; an answer that is under
    /// way is taken first. False when there is no such source.
    bool restart(const std::string& name);

    struct Status
    {
        std::string error; ///< of the last answer; "" = it was good
        std::uint64_t answers = 0; ///< since it began, good or bad
        std::string place; ///< "event 48213, cursor 9f2"
        std::vector<std::string> headers; ///< names of those that are sent
        TimeMs dueAt; ///< when it is asked next
        TimeMs nextGoodAt; ///< when a good answer is due at the latest; 0 = there was none yet
    };
    std::optional<Status> status(const std::string& name) const;

    std::optional<PollAsk> next(const std::stop_token& stop) override;
    void take(const PollAsk& ask, const Result<pipeline::FetchedPage>& answer,
              const std::stop_token& stop) override;

private:
    struct Polled
    {
        pipeline::CollectorRow row;
        PollOrder order;
        std::optional<pipeline::PollSource> source; ///< none = its order cannot be read
        std::string durable; ///< the checkpoint that is stored
        TimeMs notBefore{INT64_MIN}; ///< after its events could not be stored
        bool isAsked = false; ///< its source is the answering thread's
        bool isPaused = false;
        bool isRemoved = false;
        bool isRestarted = false; ///< as soon as it is not asked
        Status status;
    };
    using Held = std::unique_lock<std::mutex>;

    static TimeMs dueAt(const Polled& polled);
    /// Has nothing to wait for but its time.
    static bool isReady(const Polled& polled);
    std::shared_ptr<Polled> find(const std::string& name) const;
    std::shared_ptr<Polled> nextDue(TimeMs now) const;
    std::int64_t waitMs(TimeMs now) const;
    Result<pipeline::PollSource> open(const Polled& polled) const;
    void beginAnew(Polled& polled) const;
    /// Without the mutex.
    Result<void> store(const Polled& polled, pipeline::PolledPage page,
                       const std::stop_token& stop);
    static std::string placeOf(std::string_view checkpoint);

    pipeline::Intake& m_intake;
    const base::Clock& m_clock;
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::vector<std::shared_ptr<Polled>> m_all;
    bool m_isNews = false; ///< next() may have something sooner
};

} // namespace gavel::runtime
