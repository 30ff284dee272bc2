// SPDX-License-Identifier: GPL-3.0-or-later
// The event pipeline with a sender that pushes without end and a file that is read, to be killed at
// any moment. Says on standard output what was acknowledged: "pushed NUMBER". After the last line
// it waits until the file is read, and ends.
//   crash_pipeline WORKSPACE SCENARIOS FILE ACKNOWLEDGED LAST LINES-OF-FILE
#include "engine/base/random.h"
#include "engine/pipeline/intake/intake.h"
#include "engine/runtime/engine.h"
#include "engine/store/workspace.h"
#include "tests/crash/pipeline_load.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace gavel;
using namespace std::chrono_literals;

namespace {

/// True once it is there, or known from before.
bool addFile(runtime::Engine& engine, const char* file)
{
    runtime::SourceOrder order;
    order.name = "orders";
    order.collector = "file";
    order.place = file;
    order.everySeconds = 1;
    const auto added = engine.pipeline().addSource(order, "crash");
    return added || added.error().code == "SOURCE_EXISTS";
}

class Sender
{
public:
    Sender(pipeline::Intake& intake, std::uint32_t collector, std::uint64_t from)
        : m_intake(intake)
        , m_collector(collector)
        , m_acknowledged(from)
        , m_random(from)
    {
    }
    bool sendTo(std::uint64_t last)
    {
        for (std::uint64_t next = m_acknowledged + 1; next <= last;) {
            if (next > m_acknowledged + kCrashUnderWay) {
                std::this_thread::sleep_for(200us);
                continue;
            }
            const std::uint64_t end = std::min(last + 1, next + 1 + m_random.below(400));
            if (!offer(next, end))
                return false;
            next = end;
        }
        while (m_acknowledged < last)
            std::this_thread::sleep_for(1ms);
        return true;
    }

private:
    bool offer(std::uint64_t first, std::uint64_t end)
    {
        pipeline::Offer offer;
        offer.collector = m_collector;
        offer.received = base::SystemClock().now();
        offer.origin = "crash";
        for (std::uint64_t number = first; number < end; ++number)
            offer.lines.push_back({crashLine("push", number), 0, 0, {}});
        offer.done = [this, end](const Result<pipeline::OfferOutcome>& outcome) {
            if (!outcome)
                return;
            m_acknowledged = end - 1;
            std::printf("pushed %llu\n", static_cast<unsigned long long>(end - 1));
            std::fflush(stdout);
        };
        return m_intake.offer(std::move(offer)).has_value();
    }

    pipeline::Intake& m_intake;
    std::uint32_t m_collector;
    std::atomic<std::uint64_t> m_acknowledged;
    base::Random m_random;
};

/// Until the file gave `lines` lines, in this run and those before.
bool waitForFile(const runtime::Engine& engine, std::int64_t lines)
{
    auto reader = engine.workspace().reader();
    while (reader) {
        const auto read
            = reader->integer("SELECT sum(f.received) FROM flow_minute f JOIN "
                              "collector c ON c.id = f.collector WHERE c.name = 'orders'");
        if (!read || *read >= lines)
            return read.has_value();
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

} // namespace

int main(int count, char** words)
{
    if (count != 7)
        return 2;
    runtime::EngineOptions options;
    options.workspace = words[1];
    options.scenarioFolder = words[2];
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    if (!engine || !addFile(**engine, words[3]))
        return 1;
    auto collector = (*engine)->intake().collector("sender", "push", "{}");
    if (!collector)
        return 1;
    Sender sender((*engine)->intake(), collector->id, std::strtoull(words[4], nullptr, 10));
    if (!sender.sendTo(std::strtoull(words[5], nullptr, 10)))
        return 1;
    return waitForFile(**engine, std::strtoll(words[6], nullptr, 10)) ? 0 : 1;
}
