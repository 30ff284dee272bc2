// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/campaign_table.h"
#include "engine/store/event_log.h"
#include "engine/store/event_writer.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"

#include <filesystem>
#include <memory>
#include <string>

namespace gavel::store::test {

/// Events and spends written into one workspace from open to open, and what was acknowledged of
/// them. Everything that reaches the disk happens on the writer's thread in an order that depends
/// on nothing but the calls made here.
class DiskLoad
{
public:
    explicit DiskLoad(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    /// Opens the workspace and goes on where the last one ended. False = not acknowledged.
    bool open()
    {
        auto opened = Workspace::open(m_file);
        if (!opened)
            return false;
        m_workspace = std::move(*opened);
        return begin();
    }
    void close()
    {
        m_writer.reset();
        m_ring.reset();
        m_workspace.reset();
    }

    /// One commit with so many events and one spend. True = acknowledged.
    bool round(std::uint64_t events)
    {
        const auto done = m_workspace->writeAndWait([&](Connection& connection) {
            for (std::uint64_t i = 0; i < events; ++i)
                if (!m_ring->push(next()))
                    return Result<void>(Error{"STORE_FULL", "ring", "is full", ""});
            return recordSpend(connection, "live", "camp-1", Money{1});
        });
        m_ackedEvents = std::max(m_ackedEvents, m_writer->committed(m_source));
        m_ackedSpends += done ? 1 : 0;
        m_doubtfulSpends += done ? 0 : 1;
        return done.has_value();
    }

    /// What is wrong with the file that is open, compared with what was acknowledged; "" = nothing.
    std::string judge()
    {
        auto reader = m_workspace->reader();
        if (!reader)
            return toString(reader.error());
        const auto checks = verify(*reader);
        if (!checks)
            return toString(checks.error());
        for (const Check& check : *checks)
            if (!check.ok)
                return check.name + ": " + check.detail;
        const auto last = lastSequence(*reader, m_source).value();
        if (last < m_ackedEvents)
            return std::to_string(m_ackedEvents) + " events acknowledged, " + std::to_string(last)
                + " there";
        const auto spent
            = reader->integer("SELECT coalesce(sum(spent_micros), 0) FROM campaign").value();
        if (spent < m_ackedSpends || spent > m_ackedSpends + m_doubtfulSpends)
            return std::to_string(m_ackedSpends) + " spends acknowledged, " + std::to_string(spent)
                + " there";
        m_ackedSpends = spent; // what was in doubt is known now
        m_doubtfulSpends = 0;
        return {};
    }

    std::uint64_t ackedEvents() const { return m_ackedEvents; }
    bool hasFailed() const { return m_workspace->failure().has_value(); }

private:
    /// The campaign, run and source, made in the file's first life.
    bool begin()
    {
        m_words = std::make_shared<model::Vocabulary>();
        m_words->campaigns.intern("camp-1");
        m_writer = std::make_unique<EventWriter>(*m_workspace);
        m_ring = std::make_unique<base::SpscRing<model::DeliveryEvent>>(256);
        if (!m_hasCampaign) {
            model::Campaign campaign;
            campaign.id = "camp-1";
            m_hasCampaign = m_workspace
                                ->writeAndWait([&](Connection& connection) {
                                    return storeCampaign(connection, "live", campaign, "{}");
                                })
                                .has_value();
            if (!m_hasCampaign)
                return false;
        }
        if (m_source == 0) {
            const auto run = m_writer->beginRun("live", {});
            const auto source = run ? m_writer->addSource(*run, "shard") : run;
            if (!source)
                return false;
            m_source = *source;
        }
        if (!m_writer->attach(*m_ring, m_source, m_words))
            return false;
        m_sequence = m_writer->committed(m_source);
        return true;
    }

    /// Wins and their impressions in turn.
    model::DeliveryEvent next()
    {
        model::DeliveryEvent event;
        event.sequence = ++m_sequence;
        event.kind = m_sequence % 2 == 1 ? model::EventKind::Win : model::EventKind::Impression;
        event.at = {1'800'000'000'000 + static_cast<std::int64_t>(m_sequence)};
        event.auction = (std::uint64_t{1} << 63) | ((m_sequence + 1) / 2);
        event.campaign = 1;
        event.amount = 1'000'000;
        event.publisher = event.kind == model::EventKind::Win ? 900'000 : 0;
        return event;
    }

    std::filesystem::path m_file;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EventWriter> m_writer;
    std::unique_ptr<base::SpscRing<model::DeliveryEvent>> m_ring;
    std::shared_ptr<model::Vocabulary> m_words;
    std::uint32_t m_source = 0;
    std::uint64_t m_sequence = 0;
    bool m_hasCampaign = false;
    std::uint64_t m_ackedEvents = 0;
    std::int64_t m_ackedSpends = 0;
    std::int64_t m_doubtfulSpends = 0;
};

} // namespace gavel::store::test
