// SPDX-License-Identifier: GPL-3.0-or-later
// A market with real traffic and rounds that never stop, to be killed at any moment. Says on
// standard output when it is ready and what it has promised: "ready MS", "won NANOS".
#include "engine/base/random.h"
#include "engine/dmp/audience.h"
#include "engine/runtime/engine.h"

#include <cstdio>

using namespace gavel;

namespace {

void say(const char* word, std::int64_t number)
{
    std::printf("%s %lld\n", word, static_cast<long long>(number));
    std::fflush(stdout);
}

model::Opportunity phoneIn(runtime::Engine& engine, const std::string& user)
{
    const auto setup = engine.setup();
    auto& words = *setup->vocabulary;
    model::Opportunity opportunity;
    opportunity.set(model::Dimension::DeviceType,
                    words.of(model::Dimension::DeviceType).intern("mobile"));
    opportunity.set(model::Dimension::Country, words.of(model::Dimension::Country).intern("US"));
    opportunity.set(model::Dimension::Format, words.of(model::Dimension::Format).intern("banner"));
    opportunity.set(model::Dimension::Size, words.of(model::Dimension::Size).intern("320x50"));
    opportunity.width = 320;
    opportunity.height = 50;
    opportunity.floor = Price::perImpression(Money{250'000});
    engine.audience()->fill(opportunity, user);
    return opportunity;
}

} // namespace

int main(int count, char** words)
{
    if (count != 4)
        return 2;
    const std::int64_t begun = base::monotonicNanos();
    runtime::EngineOptions options;
    options.workspace = words[1];
    options.scenarioFolder = words[2];
    options.threads = 1;
    auto engine = runtime::Engine::open(options);
    if (!engine || !(*engine)->goLive())
        return 1;
    say("ready", (base::monotonicNanos() - begun) / 1'000'000);
    base::Random random(std::strtoull(words[3], nullptr, 10));
    for (int i = 1;; ++i) {
        const std::string user = "user-" + std::to_string(random.below(1'000'000));
        const auto answer = (*engine)->auction(phoneIn(**engine, user), 2'000);
        if (answer && answer->clearing.winner >= 0)
            say("won", answer->clearing.price.nanos);
        if (i % 4 == 0 && !(*engine)->schedule().runNow({}, "crash"))
            return 1;
    }
}
