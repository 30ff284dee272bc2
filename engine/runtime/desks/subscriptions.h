// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/distributor.h"
#include "engine/pipeline/distribute/subscriber_set.h"
#include "engine/runtime/delivery_feed.h"
#include "engine/runtime/snapshot.h"
#include "engine/runtime/subscriber_desk.h"
#include "engine/runtime/topics.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace gavel::store {
class Connection;
class Workspace;
} // namespace gavel::store

namespace gavel::runtime {

/// Who is told of alerts, metrics, events or batches, what is on its way to them, and what nobody
/// took. The topics are the queues: each group has its place in one, kept with the state of its
/// parcels. Sends nothing itself.
class Subscriptions final : public SubscriberDesk, public DeliveryFeed
{
public:
    struct Parts
    {
        store::Workspace& workspace;
        const base::Clock& clock;
        std::uint64_t seed = 1; ///< of the waits between tries
        /// What people are told of: a line for the event log.
        std::function<void(LogLine)> say;
    };
    /// Goes on where earlier times have come to. The parts must outlive it. Errors: those of the
    /// store, and of what was kept.
    static Result<std::unique_ptr<Subscriptions>> open(Parts parts);

    /// Changes of alerts were kept. Any thread.
    void hear();
    Topics& topics() { return m_topics; }
    /// Dead deliveries that wait for a person, for each group that is there or has some.
    std::map<std::string, std::uint64_t> openDeads() const;
    /// What next() gives when there is something now.
    std::optional<Outgoing> tryNext();

    std::optional<Outgoing> next(const std::stop_token& stop) override;
    void note(const pipeline::Delivery& delivery,
              const pipeline::DeliveryOutcome& outcome) override;

    std::vector<SubscriberView> subscribers() const override;
    Result<std::vector<DeadDeliveryView>>
    deadDeliveries(const DeadDeliveryQuery& query) const override;
    Result<std::vector<SubscriberAct>> acts(std::size_t most) const override;
    Result<void> redrive(std::int64_t id, const std::string& actor) override;
    Result<void> discard(std::int64_t id, const std::string& reason,
                         const std::string& actor) override;
    SubscribersDocument document() const override;
    Result<std::size_t> checkDocument(const std::string& json) const override;
    Result<std::uint32_t> setDocument(const std::string& json, const std::string& actor) override;
    Result<void> sendTest(const std::string& name, const std::string& actor) override;

private:
    /// The groups of a topic.
    struct Told
    {
        pipeline::Distributor distributor;
        std::uint64_t newest = 0; ///< place in the topic
    };
    using ToldByTopic = std::map<pipeline::MessageKind, Told>;

    /// A message of no meaning, and what became of it.
    struct Test
    {
        pipeline::Delivery delivery;
        bool isSent = false;
        std::optional<pipeline::DeliveryOutcome> outcome;
    };

    explicit Subscriptions(Parts parts);
    Result<void> see(std::int64_t id, const std::string& actor, const std::string& action,
                     const std::function<Result<void>(pipeline::DeadDelivery&)>& change);
    // The mutex is held in all of these.
    Result<void> load();
    std::optional<Outgoing> take();
    std::int64_t waitMs() const;
    void readOn(pipeline::MessageKind topic, Told& told);
    bool offerTo(pipeline::MessageKind topic, Told& told, const pipeline::KeptPlaces& kept,
                 const pipeline::Distributor::Behind& behind);
    std::optional<Outgoing> decide(pipeline::MessageKind topic, Told& told);
    bool polls() const;
    void redriveWaiting();
    bool redriveAgain(store::Connection& reader, std::int64_t id);
    bool noteTest(const pipeline::Delivery& delivery, const pipeline::DeliveryOutcome& outcome);
    void keep(const pipeline::ParcelNews& news, const pipeline::Delivery& delivery);
    void recount();
    Result<void> lookFor(const pipeline::SubscriberSet& wanted, ToldByTopic& told);
    void change(const pipeline::SubscriberSet& wanted, ToldByTopic& told) const;
    std::vector<std::string> homeless(const pipeline::SubscriberSet& wanted) const;

    Parts m_parts;
    Topics m_topics;
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    SubscribersDocument m_document;
    pipeline::SubscriberSet m_set;
    ToldByTopic m_told;
    pipeline::MessageKind m_lastTopic{}; ///< topics take turns
    bool m_isNews = true; ///< next() may have something
    bool m_hasSender = false;
    std::vector<std::int64_t> m_toRedrive; ///< dead deliveries of earlier times
    std::map<std::string, pipeline::DeadDelivery> m_redriven; ///< on their way, by key
    std::map<std::string, std::uint64_t> m_openDeads; ///< by group
    std::map<std::string, TimeMs> m_successAt; ///< by subscriber
    std::vector<std::shared_ptr<Test>> m_tests;
};

} // namespace gavel::runtime
