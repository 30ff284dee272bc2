// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events and spends into a workspace until it is killed, and says on standard output what
// was acknowledged: "source N", then "events N" (last durable sequence) and "spends N" (REST spends
// answered with yes).
#include "engine/store/campaign_table.h"
#include "engine/store/event_writer.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

using namespace gavel;
using namespace gavel::store;
using model::DeliveryEvent;
using model::EventKind;

// One write call a line, so that a killed process leaves whole lines.
void say(const char* what, std::uint64_t number)
{
    std::array<char, 64> line{};
    const int length = std::snprintf(line.data(), line.size(), "%s %llu\n", what,
                                     static_cast<unsigned long long>(number));
    if (::write(STDOUT_FILENO, line.data(), static_cast<std::size_t>(length)) != length)
        std::_Exit(4);
}

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", toString(result.error()).c_str());
        std::_Exit(3);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

DeliveryEvent eventAt(std::uint64_t sequence)
{
    DeliveryEvent event;
    event.kind = sequence % 2 == 1 ? EventKind::Win : EventKind::Impression;
    event.sequence = sequence;
    event.at = {1'800'000'000'000 + static_cast<std::int64_t>(sequence)};
    event.auction = (sequence + 1) / 2;
    event.campaign = static_cast<Handle>(event.auction % 3 + 1);
    event.amount = 1'000'000;
    event.publisher = 900'000;
    return event;
}

void spendForEver(Workspace& workspace)
{
    for (std::uint64_t spends = 1;; ++spends) {
        must(workspace.writeAndWait([](Connection& connection) {
            return recordSpend(connection, "live", "camp-1", Money{1});
        }));
        say("spends", spends);
    }
}

void run(const char* file)
{
    const auto workspace = must(Workspace::open(file));
    must(workspace->writeAndWait([](Connection& connection) {
        model::Campaign campaign;
        campaign.id = "camp-1";
        return storeCampaign(connection, "live", campaign, "{}");
    }));
    auto words = std::make_shared<model::Vocabulary>();
    for (const char* id : {"camp-1", "camp-2", "camp-3"})
        words->campaigns.intern(id);
    EventWriter writer(*workspace);
    const auto source = must(writer.addSource(must(writer.beginRun("live", {})), "shard 0"));
    base::SpscRing<DeliveryEvent> ring(4096);
    must(writer.attach(ring, source, words, [&] { say("events", writer.committed(source)); }));
    say("source", source);
    std::thread spender([&] { spendForEver(*workspace); });
    for (std::uint64_t sequence = 1;; ++sequence) {
        while (!ring.push(eventAt(sequence)))
            std::this_thread::yield();
        if (sequence % 20 == 0) // small commits, so that a kill meets them at every step
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    run(argv[1]);
    return 0;
}
