// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/topics.h"

#include "engine/health/alert_tables.h"
#include "engine/pipeline/topics/batch_topic.h"
#include "engine/pipeline/topics/event_topic.h"
#include "engine/pipeline/topics/metric_topic.h"
#include "engine/store/workspace.h"

namespace gavel::runtime {

namespace {

using pipeline::KeptPlaces;
using pipeline::MessageKind;
using pipeline::PlacedMessage;

/// The kept changes of alerts, which have numbers of their own.
class AlertTopic final : public pipeline::TopicLog
{
public:
    Result<KeptPlaces> look(store::Workspace&, store::Connection& reader, TimeMs) override
    {
        const auto newest = health::newestAlertChange(reader);
        if (!newest)
            return newest.error();
        return KeptPlaces{1, *newest};
    }
    Result<std::vector<PlacedMessage>> read(store::Connection& reader, std::uint64_t after,
                                            std::size_t most) override
    {
        const auto changes = health::readAlertChangesAfter(reader, after, most);
        if (!changes)
            return changes.error();
        std::vector<PlacedMessage> messages;
        for (const auto& [number, change] : *changes) {
            auto& placed = messages.emplace_back(PlacedMessage{number, std::nullopt});
            if (change && change->tell)
                placed.message = pipeline::messageOf(*change);
        }
        return messages;
    }
};

} // namespace

Topics::Topics(store::Workspace& workspace, const base::Clock& clock)
    : m_workspace(workspace)
    , m_clock(clock)
{
    makeLogs();
}

Topics::~Topics() = default;

void Topics::makeLogs()
{
    m_logs[MessageKind::Alert] = std::make_unique<AlertTopic>();
    m_logs[MessageKind::Metric] = std::make_unique<pipeline::MetricTopic>(m_clock.now());
    m_logs[MessageKind::Event] = std::make_unique<pipeline::EventTopic>();
    m_logs[MessageKind::Batch] = std::make_unique<pipeline::BatchTopic>();
}

void Topics::dropCaches()
{
    const std::lock_guard lock(m_mutex);
    m_reader.reset();
    m_seen.clear();
    makeLogs();
}

Result<store::Connection*> Topics::reader()
{
    if (!m_reader) {
        auto opened = m_workspace.reader();
        if (!opened)
            return opened.error();
        m_reader.emplace(std::move(*opened));
    }
    return &*m_reader;
}

Result<KeptPlaces> Topics::look(MessageKind topic)
{
    const std::lock_guard lock(m_mutex);
    const auto connection = reader();
    if (!connection)
        return connection.error();
    const auto version = (*connection)->integer("PRAGMA data_version");
    if (!version)
        return version.error();
    Seen& seen = m_seen[topic];
    const bool isNews = *version != seen.version || topic == MessageKind::Metric; // by the clock
    if (!isNews)
        return seen.kept;
    auto kept = m_logs.at(topic)->look(m_workspace, **connection, m_clock.now());
    if (kept)
        seen = {*version, *kept};
    return kept;
}

Result<std::vector<PlacedMessage>> Topics::read(MessageKind topic, std::uint64_t after,
                                                std::size_t most)
{
    const std::lock_guard lock(m_mutex);
    const auto connection = reader();
    if (!connection)
        return connection.error();
    return m_logs.at(topic)->read(**connection, after, most);
}

} // namespace gavel::runtime
