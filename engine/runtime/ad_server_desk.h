// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/market_setup.h"
#include "engine/store/event_log.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gavel::runtime {

/// What an ad server said to the grants of one message, by GrantAnswer.
using GrantAnswers = std::array<std::uint64_t, model::kGrantAnswerNames.size()>;

/// Grants on their way to an ad server of another process.
struct GrantMessage
{
    TimeMs actsAt; ///< a boundary of the rounds; 0 = as soon as they are there
    std::uint64_t marketVersion = 0; ///< the server must know the market as of then first
    model::QuotaGrants grants;
};

/// How the scheduler reaches one such server. Calls wait, at most a second or two; any thread.
/// Errors: those of the transport, and what the server answers.
struct AdServerLine
{
    std::function<Result<GrantAnswers>(const GrantMessage& message)> give;
    std::function<Result<model::QuotaReport>()> report; ///< its state of this moment
};

/// A program that wants to spend this market's quota.
struct JoinRequest
{
    std::string name; ///< for people: "tokyo-1"
    std::string address; ///< "http://host:port" where it takes grants
};

/// What a joined ad server must know of its membership.
struct Membership
{
    std::string key; ///< names it in every message; new with each joining
    std::uint32_t source = 0; ///< its number in the market's event log
    std::uint32_t run = 0; ///< makes the ids of its auctions its own
    std::int64_t intervalMs = 0; ///< of the rounds
};

/// What a market consists of, or what of it changed since a version.
struct MarketPart
{
    std::uint64_t version = 0; ///< as of which this is
    bool isComplete = false; ///< campaigns that no page names are to go
    std::vector<model::Seat> seats;
    std::vector<model::Publisher> publishers;
    std::vector<model::Placement> placements;
    model::AuctionRules rules;
    Currency currency;
    std::vector<model::ExchangeRate> rates;
    std::uint64_t seed = 1;
    std::vector<model::Campaign> campaigns; ///< by id, one page
    std::vector<std::string> removed;
    std::string next; ///< the page after follows this campaign; "" = this is the last
};

/// How one joined ad server does.
struct AdServerView
{
    std::string key;
    std::string name;
    std::string address;
    std::uint32_t source = 0;
    TimeMs joinedAt;
    TimeMs heardAt; ///< wall; 0 = not since this process runs
    TimeMs lastReport;
    std::uint64_t committed = 0; ///< its events in the log
    bool answering = false;
    double latencyMs = 0; ///< of its last answer
    double load = 0; ///< of its processor, 0 to 1
    GrantAnswers answers{}; ///< since it joined or this process began
    std::string problem; ///< why the last grants did not arrive
};

/// Ad servers of other processes that spend the running market's quota. Got from
/// Engine::adServers(). Any thread; everything that is told is durable when a call returns. Only a
/// live market with a workspace has them: else joining is refused as JOIN_REFUSED. Other errors:
/// AD_SERVER_NOT_FOUND for a key that is none or has left, INVALID_REQUEST, those of the store.
class AdServerDesk
{
public:
    virtual ~AdServerDesk() = default;

    /// How servers are reached from now on; nothing = not at all, when it returns no line is in
    /// use.
    using Dial = std::function<AdServerLine(const std::string& key, const std::string& name,
                                            const std::string& address)>;
    virtual void setDial(Dial dial) = 0;

    virtual Result<Membership> join(const JoinRequest& request) = 0;
    /// A page of the market: everything, or what changed since a version.
    virtual Result<MarketPart> market(const std::string& key, std::uint64_t since,
                                      const std::string& after)
        = 0;
    /// Stores events under the server's source, each once; tells how far its log is durable here.
    virtual Result<std::uint64_t> store(const std::string& key,
                                        std::span<const store::StoredEvent> events)
        = 0;
    /// The server's state at a boundary. It counts when the events before it are stored.
    virtual Result<void> report(const std::string& key, model::QuotaReport report, double load) = 0;
    /// The server ends, with all its events stored: what it did not spend comes back.
    virtual Result<void> leave(const std::string& key) = 0;

    virtual std::uint64_t marketVersion() const = 0;
    virtual std::vector<AdServerView> list() const = 0;
};

/// The other side: this process is the ad server. Got from Engine::joined(). Any thread.
class JoinedDesk
{
public:
    virtual ~JoinedDesk() = default;

    /// Runs the market that was joined; one that ran before ends, its events in the workspace.
    virtual Result<void> start(const Membership& membership, const MarketPart& market,
                               const std::vector<model::Campaign>& campaigns)
        = 0;
    /// The market changed: campaigns new or edited, and those that are gone.
    virtual Result<void> follow(const MarketPart& market,
                                const std::vector<model::Campaign>& campaigns,
                                const std::vector<std::string>& removed)
        = 0;
    /// Errors: NOT_JOINED.
    virtual Result<GrantAnswers> give(const GrantMessage& message) = 0;
    virtual Result<model::QuotaReport> reportNow() = 0;
    /// The newest report of a boundary, once.
    virtual std::optional<model::QuotaReport> takeReport() = 0;

    /// Every membership that this workspace has events of, oldest first.
    struct Log
    {
        std::string key;
        std::uint32_t source = 0; ///< in this workspace
    };
    virtual Result<std::vector<Log>> logs() const = 0;
    /// Events of a log after a sequence, in order.
    virtual Result<std::vector<store::StoredEvent>>
    events(std::uint32_t source, std::uint64_t after, std::size_t most) const = 0;
};

} // namespace gavel::runtime
