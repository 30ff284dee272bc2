// SPDX-License-Identifier: GPL-3.0-or-later
// From a number back to the lines it was counted from, and from a batch forward to the numbers.
#include "app/server/commands.h"
#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/runtime/pipeline_desk.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <sstream>
#include <thread>

namespace gavel::server {

namespace {

namespace json = boost::json;

constexpr int kMostTries = 25;
constexpr std::chrono::milliseconds kTryAgain{200};

struct WantedTrace
{
    std::string workspace;
    runtime::LineageQuery query;
    std::string from;
    std::string to;
    std::uint64_t batch = 0; ///< 0 = a number is asked for
    bool json = false;
};

Result<void> readTimes(WantedTrace& wanted)
{
    const auto read = [](const std::string& text, const char* field, TimeMs otherwise) {
        return text.empty() ? Result<TimeMs>(otherwise) : base::parseIso(text, field);
    };
    const auto to = read(wanted.to, "to", base::SystemClock().now());
    if (!to)
        return to.error();
    const auto from = read(wanted.from, "from", *to + -base::kDayMs);
    if (!from)
        return from.error();
    if (*to <= *from)
        return Error{"INVALID_TIME", "from",
                     base::toIso(*from) + " is not before " + base::toIso(*to),
                     "write a time before --to"};
    wanted.query.from = *from;
    wanted.query.to = *to;
    return {};
}

json::array linksOf(const std::vector<runtime::LineageLink>& links)
{
    json::array list;
    for (const runtime::LineageLink& link : links)
        list.push_back(json::object{{"how", link.how},
                                    {"kind", link.kind},
                                    {"source", link.source},
                                    {"sequence", link.sequence},
                                    {"at", base::toIso(link.at)},
                                    {"campaign", link.campaign},
                                    {"auction", link.auction}});
    return list;
}

json::object objectOf(const runtime::LineageEvent& event)
{
    return {{"source", event.source},
            {"sequence", event.sequence},
            {"origin", event.origin},
            {"position", event.position},
            {"letter", event.letter},
            {"redriven_by", event.redrivenBy},
            {"batch", event.batch},
            {"kind", event.kind},
            {"campaign", event.campaign},
            {"at", base::toIso(event.at)},
            {"original", event.original},
            {"repaired", event.repaired},
            {"quarantined", event.quarantined},
            {"auction", event.auction},
            {"causes", linksOf(event.causes)},
            {"effects", linksOf(event.effects)}};
}

json::object objectOf(const runtime::BatchView& batch)
{
    return {{"id", batch.id},
            {"source", batch.source},
            {"origin", batch.origin},
            {"state", base::nameOf(batch.state, model::kBatchStateNames)},
            {"rules", batch.rules},
            {"received", batch.counts.received},
            {"stored", batch.counts.stored},
            {"duplicate", batch.counts.duplicate},
            {"dead", batch.counts.dead},
            {"refused", batch.counts.refused},
            {"in_hash", batch.inHash},
            {"out_hash", batch.outHash}};
}

void printJson(const WantedTrace& wanted, const runtime::LineageView& view)
{
    json::array sources;
    for (const auto& source : view.sources)
        sources.push_back(json::object{{"source", source.name}, {"events", source.events}});
    json::array batches;
    for (const runtime::BatchView& batch : view.batches)
        batches.push_back(objectOf(batch));
    json::array events;
    for (const runtime::LineageEvent& event : view.events)
        events.push_back(objectOf(event));
    printLine(base::jsonText(json::object{{"measure", wanted.query.measure},
                                          {"dimension", wanted.query.dimension},
                                          {"key", wanted.query.key},
                                          {"market", view.market},
                                          {"from", base::toIso(view.from)},
                                          {"to", base::toIso(view.to)},
                                          {"in_log", view.value},
                                          {"counted", view.counter},
                                          {"sources", std::move(sources)},
                                          {"batches", std::move(batches)},
                                          {"events", std::move(events)}}));
}

void printLinks(const char* arrow, const std::vector<runtime::LineageLink>& links)
{
    for (const runtime::LineageLink& link : links)
        printLine(std::string("    ") + arrow + " " + link.how + " " + link.kind + "\t"
                  + link.source + " " + std::to_string(link.sequence) + "\t" + base::toIso(link.at)
                  + "\t" + link.auction);
}

/// "rows.jsonl 39, dead letter 10 by mina"
std::string placeOf(const runtime::LineageEvent& event)
{
    if (event.origin.empty())
        return event.auction;
    std::string place = event.origin + " " + std::to_string(event.position);
    if (event.letter != 0)
        place += ", dead letter " + std::to_string(event.letter) + " by " + event.redrivenBy;
    return place;
}

void printText(const WantedTrace& wanted, const runtime::LineageView& view)
{
    printLine(wanted.query.measure + " of " + wanted.query.dimension + " " + wanted.query.key
              + (view.market.empty() ? "" : " in " + view.market) + ", " + base::toIso(view.from)
              + " to " + base::toIso(view.to) + ": " + std::to_string(view.value) + " in the log, "
              + std::to_string(view.counter) + " counted");
    for (const auto& source : view.sources)
        printLine("source\t" + source.name + "\t" + std::to_string(source.events));
    for (const runtime::BatchView& batch : view.batches)
        printLine("batch\t" + std::to_string(batch.id) + "\t" + batch.source + "\t" + batch.origin
                  + "\trules " + std::to_string(batch.rules) + "\t"
                  + std::to_string(batch.counts.stored) + " of "
                  + std::to_string(batch.counts.received) + " stored");
    for (const runtime::LineageEvent& event : view.events) {
        printLine("event\t" + event.source + " " + std::to_string(event.sequence) + "\t"
                  + base::toIso(event.at) + "\t" + placeOf(event) + "\t" + event.original);
        std::istringstream repairs(event.repaired);
        for (std::string repair; std::getline(repairs, repair);)
            printLine("    " + repair);
        printLinks("<-", event.causes);
        printLinks("->", event.effects);
    }
}

Result<int> traceNumber(const runtime::PipelineDesk& desk, const WantedTrace& wanted)
{
    auto view = desk.lineage(wanted.query);
    // What an engine that was killed had not counted, this one counts beside us.
    for (int tries = 0; view && view->value != view->counter && tries < kMostTries; ++tries) {
        std::this_thread::sleep_for(kTryAgain);
        view = desk.lineage(wanted.query);
    }
    if (!view)
        return view.error();
    if (wanted.json)
        printJson(wanted, *view);
    else
        printText(wanted, *view);
    return view->value == view->counter ? kDone : kFoundWrong;
}

Result<int> traceBatch(const runtime::PipelineDesk& desk, const WantedTrace& wanted)
{
    const auto batch = desk.batch(wanted.batch);
    if (!batch)
        return batch.error();
    const auto touched = desk.touched(wanted.batch);
    if (!touched)
        return touched.error();
    json::array numbers;
    for (const runtime::TouchedNumber& number : *touched) {
        if (!wanted.json)
            printLine(number.dimension + "\t" + number.key + "\t" + number.measure + "\t"
                      + base::toIso(number.from) + "\t" + std::to_string(number.count));
        numbers.push_back(json::object{{"dimension", number.dimension},
                                       {"key", number.key},
                                       {"measure", number.measure},
                                       {"from", base::toIso(number.from)},
                                       {"count", number.count}});
    }
    if (wanted.json) {
        json::object told = objectOf(*batch);
        told["numbers"] = std::move(numbers);
        printLine(base::jsonText(told));
    }
    return kDone;
}

int trace(WantedTrace wanted)
{
    if (const auto read = readTimes(wanted); !read)
        return cannot(read.error());
    if (wanted.batch == 0 && wanted.query.key.empty())
        return cannot({"LINEAGE_WRONG", "key", "nothing is asked for",
                       "name a campaign, another key with --of, or a batch with --batch"});
    const auto engine = openWorkspace(wanted.workspace);
    if (!engine)
        return cannot(engine.error());
    const runtime::PipelineDesk& desk = (*engine)->pipeline();
    const auto done = wanted.batch == 0 ? traceNumber(desk, wanted) : traceBatch(desk, wanted);
    return done ? *done : cannot(done.error());
}

} // namespace

void addTrace(CLI::App& app, int& exitCode)
{
    const auto wanted = std::make_shared<WantedTrace>();
    auto* command = app.add_subcommand(
        "trace", "Where a number comes from, down to the lines; exit 1 if the log has another.");
    command->add_option("WORKSPACE", wanted->workspace, "the file")->required();
    auto* key = command->add_option("KEY", wanted->query.key, "what the number is of: an id");
    command
        ->add_option("--of", wanted->query.dimension,
                     "campaign, ad, creative, advertiser, publisher, placement, device, country, "
                     "segment, source")
        ->capture_default_str();
    command
        ->add_option("--measure", wanted->query.measure,
                     "wins, impressions, viewable, clicks, conversions, attributed_clicks, "
                     "attributed_conversions")
        ->capture_default_str();
    command->add_option("--market", wanted->query.market,
                        "of this market: live, or a scenario's name; else of that which ran last");
    command->add_option("--from", wanted->from, "a day or a time; else a day before --to");
    command->add_option("--to", wanted->to, "not included; else now");
    command->add_option("--events", wanted->query.mostEvents, "lines to show, the newest")
        ->capture_default_str();
    command->add_option("--batch", wanted->batch, "instead: every number this batch touched")
        ->excludes(key);
    command->add_flag("--json", wanted->json, "one JSON object");
    command->callback([wanted, &exitCode] { exitCode = trace(*wanted); });
}

} // namespace gavel::server
