// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ledger/ledger_store.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/store/event_writer.h"
#include "tests/unit/ledger/ledger_bed.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gavel::ledger {

/// A workspace with an event log and a ledger that are written side by side, as a market does: wins
/// go to the log and to the counters, a minute's end settles the counters.
class AuditBed
{
public:
    AuditBed()
    {
        auto opened = store::Workspace::open(folder.path().toStdString() + "/test.gavel",
                                             ledgerMigrations());
        if (!opened)
            qFatal("%s", toString(opened.error()).c_str());
        workspace = std::move(*opened);
        writer = std::make_unique<store::EventWriter>(*workspace);
        source = writer->addSource(writer->beginRun("live", kStart).value(), "shard 0").value();
        auto words = std::make_shared<model::Vocabulary>();
        for (const char* campaign : {"camp-001", "camp-002"})
            words->campaigns.intern(campaign);
        for (const char* seat : {"northwind", "southwind"})
            words->seats.intern(seat);
        for (const char* placement : {"home-top", "article-mid"})
            words->of(model::Dimension::Placement).intern(placement);
        if (!writer->attach(ring, source, words))
            qFatal("the ring was not attached");
        store = std::make_unique<LedgerStore>(
            LedgerStore::open(*workspace, "live", kEveryRun, kUsd, kStart).value());
    }
    ~AuditBed()
    {
        store.reset();
        writer.reset();
    }

    /// A win; the fee is a tenth. Placement 1 is harbor's, 2 metro's.
    void win(int minute, Handle campaign, Handle placement, std::int64_t nanos, bool late = false,
             bool shown = true)
    {
        const std::int64_t fee = nanos / 10;
        model::DeliveryEvent event;
        event.kind = model::EventKind::Win;
        event.at = kStart + (minute - 1) * base::kMinuteMs + 1000;
        event.auction = ++auction;
        event.campaign = campaign;
        event.seat = campaign;
        event.placement = placement;
        event.amount = nanos;
        event.publisher = nanos - fee;
        event.bid = nanos;
        event.uncharged = late;
        send(event);
        (late ? m_counts[campaign].unchargedNanos : m_counts[campaign].dueNanos) += nanos;
        m_counts[campaign].clearedNanos += nanos;
        m_earned[placement] += nanos - fee;
        m_fee += fee;
        if (!shown)
            return;
        event.kind = model::EventKind::Impression;
        event.publisher = event.bid = 0;
        send(event);
    }
    void click(Handle campaign) { tell(model::EventKind::Click, campaign, kStart); }
    /// Something that became of the newest win.
    void tell(model::EventKind kind, Handle campaign, TimeMs at)
    {
        model::DeliveryEvent event;
        event.kind = kind;
        event.at = at;
        event.auction = auction;
        event.campaign = campaign;
        send(event);
    }
    void send(model::DeliveryEvent event)
    {
        event.sequence = ++sequence;
        if (!ring.push(event))
            qFatal("the ring is full");
    }
    /// By its billing, instead of what it won.
    void owe(Handle campaign, std::int64_t nanos) { m_counts[campaign].dueNanos = nanos; }
    /// What was won until now is settled as of the end of a minute.
    RoundResult settle(int minute, std::int32_t taxPpm = 0)
    {
        std::vector<CampaignCounts> campaigns;
        for (auto& [campaign, counts] : m_counts) {
            counts.campaign = campaign;
            campaigns.push_back(counts);
        }
        std::vector<PublisherCounts> publishers;
        for (const auto& [placement, nanos] : m_earned)
            publishers.push_back({placement, nanos});
        const TimeMs end = kStart + minute * base::kMinuteMs;
        const std::vector<SourcePosition> sources{{source, sequence}};
        return bed.settlement.settle({end + -base::kMinuteMs,
                                      end,
                                      static_cast<std::uint64_t>(minute) * 2,
                                      campaigns,
                                      publishers,
                                      m_fee,
                                      taxPpm,
                                      sources,
                                      {}},
                                     end);
    }
    /// Everything is in the file.
    void keep(LedgerRecords records)
    {
        const auto kept = store->append(bed.book, std::move(records)).get();
        QVERIFY2(kept, kept ? "" : toString(kept.error()).c_str());
        QVERIFY(writer->flush());
    }
    store::Connection reader() const { return workspace->reader().value(); }
    /// As somebody would who does not care for triggers.
    void damage(const std::string& sql) const
    {
        const auto done = workspace->writeAndWait(
            [&](store::Connection& connection) { return connection.execute(sql); });
        QVERIFY2(done, done ? "" : toString(done.error()).c_str());
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> writer;
    base::SpscRing<model::DeliveryEvent> ring{1 << 12};
    std::uint32_t source = 0;
    std::uint64_t sequence = 0;
    std::uint64_t auction = 0;
    std::unique_ptr<LedgerStore> store;
    LedgerBed bed;

private:
    std::map<Handle, CampaignCounts> m_counts;
    std::map<Handle, std::int64_t> m_earned; ///< by placement, which is its publisher's handle
    std::int64_t m_fee = 0;
};

} // namespace gavel::ledger
