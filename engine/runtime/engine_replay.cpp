// SPDX-License-Identifier: GPL-3.0-or-later
// Going back in a scenario: its run is repeated up to the auction before.
#include "engine/runtime/engine_state.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

Error refused(const char* what, const char* advice)
{
    return {"INVALID_REQUEST", "market", what, advice};
}

/// How far each shard has run.
struct Progress
{
    std::vector<std::uint64_t> generated;
    std::vector<TimeMs> last; ///< time of the shard's last auction
    bool complete = true; ///< nothing but the scenario's auctions has run
};

Progress progressOf(MarketHost& host)
{
    Progress progress{std::vector<std::uint64_t>(host.shards()), std::vector<TimeMs>(host.shards()),
                      true};
    std::vector<std::uint64_t> auctions(host.shards());
    host.onShards([&](ShardCell& cell) {
        progress.generated[cell.shard()] = cell.place().generated;
        progress.last[cell.shard()] = cell.market().counters().now;
        auctions[cell.shard()] = cell.market().counters().auctions;
    });
    progress.complete = auctions == progress.generated;
    return progress;
}

} // namespace

/// A market that was just paused: every shard runs to where the furthest one stands, so that a
/// moment of the market is the same in all of them.
void Engine::State::settle()
{
    host->onShards([](ShardCell&) {}); // the turns that were under way have ended
    TimeMs furthest{INT64_MIN};
    for (std::size_t shard = 0; shard < host->shards(); ++shard)
        furthest = std::max(furthest, host->cell(shard).reached());
    // A shard that is behind may wait for grants that are on their way.
    for (bool isThere = false; !isThere && !(scheduler && scheduler->problem());) {
        std::atomic<bool> all{true};
        host->onShards([&](ShardCell& cell) {
            if (!cell.catchUp(furthest))
                all = false;
            cell.market().flush();
        });
        isThere = all;
        if (!isThere)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

Result<void> Engine::State::stepBack()
{
    const std::unique_lock lock(market);
    if (!host || !host->plan().scenario)
        return refused("no scenario runs", "open a scenario");
    if (replayTo != 0)
        return refused("the market is being replayed", "wait until it has come to its auction");
    if (!host->paused() && !host->finished())
        return refused("the market is running", "pause it first");
    const Progress ran = progressOf(*host);
    if (disturbed || !ran.complete)
        return refused("other programs took part in this run, so it cannot be repeated",
                       "start it over");
    // Of auctions at the same time the shards run theirs in order.
    std::size_t latest = 0;
    for (std::size_t shard = 0; shard < ran.last.size(); ++shard)
        if (ran.generated[shard] > 0
            && (ran.generated[latest] == 0 || ran.last[shard] >= ran.last[latest]))
            latest = shard;
    if (ran.generated[latest] == 0)
        return refused("no auction has been run yet", "run one first");
    std::vector<std::uint64_t> stopAt = ran.generated;
    --stopAt[latest];
    return replay(ran.generated, stopAt, ran.last[latest]);
}

Result<void> Engine::State::replay(const std::vector<std::uint64_t>& ran,
                                   const std::vector<std::uint64_t>& stopAt, TimeMs until)
{
    const std::vector<TapedChange> changes = cutTo(tape.changes(), ran, stopAt);
    MarketHost::Plan plan = host->plan();
    const double speed = host->speed();
    const auto people = audience;
    stopMarket();
    audience = people;
    if (auto started = runPlan(std::move(plan), editsOf(changes)); !started)
        return started;
    std::uint64_t auctions = 0;
    for (const std::uint64_t count : stopAt)
        auctions += count;
    host->onShards([&](ShardCell& cell) {
        cell.follow(scriptOf(changes, cell.shard(), stopAt[cell.shard()], until));
    });
    for (const TapedChange& change : changes) {
        noteControls(change);
        log.journal(change.line);
        tape.add(change);
    }
    speedAfterReplay = speed;
    replayTo = std::max<std::uint64_t>(auctions, 1);
    host->setSpeed(0);
    host->resume();
    return {};
}

/// Once every shard has come to its auction the market is paused there, as before the replay.
void Engine::State::endReplay()
{
    const std::shared_lock lock(market);
    if (replayTo == 0 || !host)
        return;
    for (std::size_t shard = 0; shard < host->shards(); ++shard)
        if (!host->cell(shard).holds())
            return;
    host->pause();
    host->setSpeed(speedAfterReplay);
    const Progress reached = progressOf(*host);
    TimeMs last = host->setup().start;
    for (std::size_t shard = 0; shard < reached.last.size(); ++shard)
        if (reached.generated[shard] > 0)
            last = std::max(last, reached.last[shard]);
    host->onShards([last](ShardCell& cell) {
        cell.leaveScript(last);
        cell.market().flush();
    });
    const std::lock_guard one(controlsMutex);
    for (const ScriptedEdit& edit : scheduler->leaveScript())
        static_cast<void>(makeUpFor(edit, edit.change));
    replayTo = 0;
}

/// The scheduler had not come to it when the replay ended.
Result<void> Engine::State::makeUpFor(const ScriptedEdit& missed, std::size_t change)
{
    if (!missed.order)
        return schedule(change, missed.changes);
    acted.assign(host->shards(), {});
    const auto done = scheduler->order(missed.order);
    if (!done)
        return done.error();
    tape.noteRound(change, *done, std::move(acted));
    return {};
}

std::vector<Engine::State::KeptChange> Engine::State::cutReplay()
{
    std::vector<TapedChange> changes = tape.changes();
    std::vector<std::size_t> played(host->shards());
    std::vector<ShardPlace> places(host->shards());
    host->onShards([&](ShardCell& cell) {
        played[cell.shard()] = cell.changesPlayed();
        places[cell.shard()] = cell.place();
    });
    const std::size_t come = *std::max_element(played.begin(), played.end());
    std::vector<KeptChange> kept;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i >= come && !changes[i].published)
            continue;
        TapedChange& change = kept.emplace_back(i, std::move(changes[i])).second;
        // Quota that the shards had not come to was not given.
        for (std::size_t shard = 0; shard < change.acted.size(); ++shard)
            std::erase_if(change.acted[shard], [&](const TapedGrants& taped) {
                return taped.at.generated > places[shard].generated
                    || taped.at.passed > places[shard].passed;
            });
        host->onShards([&](ShardCell& cell) {
            if (i < played[cell.shard()])
                return;
            change.after[cell.shard()] = cell.place();
            give(change, cell);
        });
    }
    return kept;
}

Result<void> Engine::State::stopReplay()
{
    const std::unique_lock lock(market);
    if (replayTo == 0)
        return refused("no replay is under way", "step back first");
    host->pause();
    host->setSpeed(speedAfterReplay);
    settle();
    const std::vector<KeptChange> kept = cutReplay();
    const TimeMs now = host->now();
    host->onShards([now](ShardCell& cell) {
        cell.leaveScript(now);
        cell.market().flush();
    });
    const std::vector<ScriptedEdit> missed = scheduler->leaveScript();
    tape.clear();
    log.clear();
    beginControls();
    for (const auto& [before, change] : kept) {
        noteControls(change);
        log.journal(change.line);
        tape.add(change);
    }
    for (const ScriptedEdit& edit : missed) {
        const auto place = std::ranges::find(kept, edit.change, &KeptChange::first);
        if (place == kept.end()) // no shard had come to it
            continue;
        if (auto made = makeUpFor(edit, static_cast<std::size_t>(place - kept.begin())); !made)
            return made;
    }
    replayTo = 0;
    return {};
}

Result<void> Engine::stopReplay()
{
    auto stopped = m_state->stopReplay();
    m_state->makeSnapshot();
    return stopped;
}

Result<void> Engine::stepBack()
{
    auto begun = m_state->stepBack();
    m_state->setTracing();
    m_state->makeSnapshot();
    return begun;
}

} // namespace gavel::runtime
