// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/counter_book.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/intake/flow_check.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/event_writer.h"
#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace gavel::pipeline {

inline constexpr std::int64_t kMorning = 1'774'000'800'000; // 2026-03-20 10:00 UTC

/// Knows nothing of any market.
struct Nothing final : Surroundings
{
    bool isKnown(model::AdField, std::string_view) const override { return false; }
    std::string_view ownerOf(model::AdField, std::string_view, model::AdField) const override
    {
        return {};
    }
};

inline std::string shippedRules()
{
    std::ifstream in(GAVEL_SOURCE_DIR "/resources/pipeline/rules.json");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The way of events from outside on a real workspace, without a market.
struct IntakeBed
{
    IntakeBed() { open(); }
    ~IntakeBed() { close(); }
    void open(const Intake::Limits& limits = {})
    {
        auto opened = store::Workspace::open(std::filesystem::path(folder.path().toStdString())
                                                 / "events.gavel",
                                             pipelineMigrations());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
        events = std::make_unique<store::EventWriter>(*workspace);
        auto counting = CounterBook::open(*workspace, *events);
        QVERIFY(counting);
        counters = std::move(*counting);
        auto taking = Intake::open(
            {*workspace, *events, *counters, surroundings, clock, shippedRules()}, limits);
        QVERIFY2(taking, taking ? "" : toString(taking.error()).c_str());
        intake = std::move(*taking);
        auto row = intake->collector("push", "push", "{}");
        QVERIFY2(row, row ? "" : toString(row.error()).c_str());
        collector = row->id;
    }
    void close()
    {
        intake.reset();
        counters.reset();
        events.reset();
        workspace.reset();
    }
    OfferOutcome offer(const std::vector<std::string>& lines)
    {
        return offerOf("test", lines, false);
    }
    /// The lines of a file have their places in it.
    OfferOutcome offerOf(const char* origin, const std::vector<std::string>& lines,
                         bool isFile = true)
    {
        Offer made;
        made.collector = collector;
        made.received = clock.now();
        made.origin = origin;
        for (const auto& line : lines)
            made.lines.push_back({line, isFile ? made.lines.size() + 1 : 0, 0, {}});
        auto outcome = intake->offerAndWait(std::move(made));
        return outcome ? *outcome : OfferOutcome{};
    }
    Measures total(CountedBy by, const char* text)
    {
        if (!counters->flush())
            return {};
        auto reader = workspace->reader();
        const auto scopes = Scopes::read(*reader).value();
        const auto name = nameOf(*reader, by, text).value();
        if (!name)
            return {};
        const auto rows = readCounters(
            *reader, {{scopes.newestOf(kOutsideMarket)}, by, *name, Granularity::Total, 0, 1});
        return rows && !rows->empty() ? rows->front().measures : Measures{};
    }
    std::int64_t integer(const char* sql) const
    {
        auto reader = workspace->reader();
        return reader->integer(sql).value();
    }
    store::Check flowCheck() const
    {
        auto reader = workspace->reader();
        return checkFlow(*reader).value();
    }
    Flow minutes() const
    {
        auto reader = workspace->reader();
        auto sums = reader->prepare("SELECT sum(received), sum(stored), sum(duplicate), sum(dead), "
                                    "sum(refused), sum(repaired), sum(quarantined) FROM "
                                    "flow_minute");
        Flow flow;
        if (!sums || !sums->step())
            return flow;
        int column = 0;
        for (const auto field : Flow::kFields)
            flow.*field = sums->integer(column++);
        return flow;
    }

    QTemporaryDir folder;
    Nothing surroundings;
    base::ManualClock clock{TimeMs{kMorning}};
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> events;
    std::unique_ptr<CounterBook> counters;
    std::unique_ptr<Intake> intake;
    std::uint32_t collector = 0;
};

} // namespace gavel::pipeline
