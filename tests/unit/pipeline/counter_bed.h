// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/counters/recount.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gavel::pipeline {

using model::DeliveryEvent;
using model::EventKind;
using Ring = base::SpscRing<DeliveryEvent>;

constexpr std::int64_t kNewYear = 1'767'225'600'000; // 2026-01-01 00:00 UTC
constexpr std::int64_t kNewYearDay = 20'454;

inline model::Campaign campaign(const char* id, const char* advertiser, const char* zone,
                                const char* creative)
{
    model::Campaign made;
    made.id = id;
    made.advertiserId = advertiser;
    made.timeZone = zone;
    model::Creative shown;
    shown.id = creative;
    made.ads = {{std::string("ad of ") + id, "", {shown}}};
    return made;
}

/// A live market with two campaigns, one of them in Seoul (UTC+9), and a placement.
struct CounterBed
{
    CounterBed()
    {
        words->campaigns.intern("camp-1");
        words->campaigns.intern("camp-2");
        words->creatives.intern("banner-1");
        words->creatives.intern("banner-2");
        words->of(model::Dimension::Placement).intern("top");
        words->of(model::Dimension::Country).intern("KR");
        words->of(model::Dimension::DeviceType).intern("mobile");
        words->of(model::Dimension::Segment).intern("sports");
        words->of(model::Dimension::Segment).intern("travel");
    }
    ~CounterBed() { close(); }
    void open(bool counts = true)
    {
        auto opened = store::Workspace::open(path(), pipelineMigrations());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
        writer = std::make_unique<store::EventWriter>(*workspace);
        if (counts)
            count();
        const auto run = writer->beginRun("live", {}).value();
        source = writer->addSource(run, "shard 0").value();
        QVERIFY(writer->attach(ring, source, words));
        sequence = 0;
        if (counts)
            QVERIFY(book->learn(run, campaigns, placements));
    }
    void count()
    {
        auto opened = CounterBook::open(*workspace, *writer);
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        book = std::move(*opened);
    }
    void close()
    {
        book.reset();
        writer.reset();
        workspace.reset();
    }
    /// Users of odd numbers are in "sports", every third one from 1 on in "travel".
    void send(EventKind kind, std::int64_t at, Handle of, std::int64_t amount,
              std::uint64_t user = 7, bool uncharged = false)
    {
        DeliveryEvent event;
        event.kind = kind;
        event.uncharged = uncharged;
        event.sequence = ++sequence;
        event.at = {at};
        event.auction = sequence;
        event.campaign = of;
        event.creative = of;
        event.placement = 1;
        event.country = 1;
        event.device = 1;
        if (user % 2 == 1)
            event.segments.push(1);
        if (user % 3 == 1)
            event.segments.push(2);
        event.user = user;
        event.amount = amount;
        event.publisher = kind == EventKind::Win ? amount * 8 / 10 : 0;
        QVERIFY(ring.push(event));
    }
    void flush()
    {
        if (book)
            QVERIFY(book->flush());
        else
            QVERIFY(writer->flush());
    }
    std::vector<CounterRow> rows(CountedBy by, const char* text, Granularity granularity,
                                 std::int64_t from = 0, std::int64_t to = 1) const
    {
        auto reader = workspace->reader();
        const auto name = nameOf(*reader, by, text).value();
        if (!name)
            return {};
        const auto scopes = Scopes::read(*reader).value();
        return readCounters(*reader, {{scopes.newestOf("live")}, by, *name, granularity, from, to})
            .value();
    }
    Measures total(CountedBy by, const char* text) const
    {
        const auto found = rows(by, text, Granularity::Total);
        return found.empty() ? Measures{} : found.front().measures;
    }
    std::uint64_t users(CountedBy by, const char* text) const
    {
        auto reader = workspace->reader();
        const auto scopes = Scopes::read(*reader).value();
        const auto name = nameOf(*reader, by, text).value();
        return readUsers(*reader, {{scopes.newestOf("live")}, by, *name, Granularity::Total, 0, 1})
            .value();
    }
    std::filesystem::path path() const
    {
        return std::filesystem::path(folder.path().toStdString()) / "counters.gavel";
    }

    QTemporaryDir folder;
    std::shared_ptr<model::Vocabulary> words = std::make_shared<model::Vocabulary>();
    std::vector<model::Campaign> campaigns{campaign("camp-1", "acme", "UTC", "banner-1"),
                                           campaign("camp-2", "hanok", "Asia/Seoul", "banner-2")};
    std::vector<model::Placement> placements = [] {
        model::Placement top;
        top.id = "top";
        top.publisherId = "daily";
        return std::vector{top};
    }();
    Ring ring{256};
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> writer;
    std::unique_ptr<CounterBook> book;
    std::uint32_t source = 0;
    std::uint64_t sequence = 0;
};

} // namespace gavel::pipeline
