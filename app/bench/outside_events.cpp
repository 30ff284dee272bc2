// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/outside_events.h"

#include "engine/base/random.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace gavel::bench {

using namespace std::chrono_literals;

std::string outsideEvent(std::uint64_t number, std::uint32_t campaigns, TimeMs at)
{
    const std::uint64_t mixed = base::mix64(number);
    const auto campaign = std::to_string(mixed % campaigns);
    const auto user = std::to_string((mixed >> 20) % 1'000'000);
    std::string line;
    line.reserve(360);
    line.append(R"({"eventId":"7b1e0000-0000-4000-8000-)");
    const std::string id = std::to_string(number);
    line.append(12 - std::min<std::size_t>(12, id.size()), '0').append(id);
    line.append(number % 10 == 0 ? R"(","eventType":"CLICK)" : R"(","eventType":"IMPRESSION)");
    line.append(R"(","advertisementId":"ad-)").append(campaign);
    line.append(R"(","campaignId":"camp-)").append(campaign);
    line.append(R"(","userId":"user-)").append(user);
    line.append(R"(","sessionId":"session-)").append(std::to_string(number / 8));
    line.append(R"(","deviceType":"MOBILE","location":"US","placement":"home-top-)")
        .append(std::to_string(mixed % 40));
    line.append(R"(","publisherId":"publisher-)").append(std::to_string(mixed % 12));
    line.append(R"(","bidAmount":0.0021,"timestamp":)").append(std::to_string(at.value));
    return line.append("}");
}

PipelineBed::PipelineBed()
    : m_file("gavel-bench-" + std::to_string(::getpid()) + ".gavel")
{
    runtime::EngineOptions options;
    options.workspace = m_file;
    options.scenarioFolder = GAVEL_SCENARIO_DIR;
    options.threads = 1;
    m_engine = must(runtime::Engine::open(options));
    m_reader = std::make_unique<store::Connection>(must(m_engine->workspace().reader()));
    m_collector = must(m_engine->intake().collector("bench", "push", "{}")).id;
}

PipelineBed::~PipelineBed()
{
    m_reader.reset();
    m_engine.reset();
    for (const char* end : {"", "-lock", "-wal", "-shm"})
        std::filesystem::remove(m_file.string() + end);
}

void PipelineBed::offer(const std::vector<std::string>& lines, const std::function<void()>& done)
{
    for (;;) {
        pipeline::Offer offer;
        offer.collector = m_collector;
        offer.received = base::SystemClock().now();
        offer.lines.resize(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            offer.lines[i].text = lines[i];
        offer.done = [done](const Result<pipeline::OfferOutcome>& outcome) {
            must(outcome);
            if (done)
                done();
        };
        const auto taken = m_engine->intake().offer(std::move(offer));
        if (taken)
            return;
        if (taken.error().code != "OVERLOADED")
            must(taken);
        std::this_thread::sleep_for(200us);
    }
}

std::uint64_t PipelineBed::counted()
{
    const auto rows
        = must(pipeline::readCounters(*m_reader,
                                      {m_engine->countedScopes(), pipeline::CountedBy::All,
                                       std::nullopt, pipeline::Granularity::Total, 0, 1}));
    std::int64_t count = 0;
    for (const auto& row : rows)
        count += row.measures.impressions + row.measures.clicks;
    return static_cast<std::uint64_t>(count);
}

void PipelineBed::waitForCount(std::uint64_t count)
{
    while (counted() < count)
        std::this_thread::sleep_for(10ms);
}

} // namespace gavel::bench
