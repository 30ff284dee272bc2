// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/event_log.h"
#include "engine/store/event_writer.h"
#include "engine/store/moving/log_mover.h"
#include "engine/store/tiers/segment_folder.h"
#include "tests/unit/store/workspace_bed.h"

#include <thread>

namespace gavel::store {

using model::DeliveryEvent;
using model::EventKind;

inline constexpr std::int64_t kDay = 20'532; // 2026-03-20
inline constexpr int kDays = 3;
inline constexpr int kEach = 12'000; // events of a day, of both sources together
inline constexpr std::uint64_t kReal = std::uint64_t{1} << 63;
inline constexpr std::uint64_t kSimulated = 1;

inline TimeMs noonAfter(std::int64_t days)
{
    return {(kDay + days) * base::kDayMs + base::kDayMs / 2};
}

/// Even places are wins at 1000 nanos for the publisher's 900, odd ones the impression of the same
/// auction. Days follow each other, but every hundredth event tells a time of the day before. Real
/// auctions are rows, simulated ones are packed.
inline DeliveryEvent eventAt(std::uint64_t sequence, std::uint64_t firstAuction = kReal)
{
    DeliveryEvent event;
    event.sequence = sequence;
    const auto place = static_cast<std::int64_t>(sequence - 1);
    const std::int64_t day = place / (kEach / 2);
    event.kind = place % 2 == 0 ? EventKind::Win : EventKind::Impression;
    event.at = {(kDay + day) * base::kDayMs + place % (kEach / 2) * 1000
                - (place % 100 == 0 && day > 0 ? base::kDayMs : 0)};
    event.auction = firstAuction + static_cast<std::uint64_t>(place / 2);
    event.campaign = static_cast<Handle>(place / 2 % 3 + 1);
    event.placement = event.seat = event.creative = 1;
    event.user = 7;
    event.amount = event.kind == EventKind::Win ? 1000 : 0;
    event.publisher = event.kind == EventKind::Win ? 900 : 0;
    return event;
}

/// A log of three days by two sources, the second with other auctions.
struct TieredBed : WorkspaceBed
{
    explicit TieredBed(std::uint64_t firstAuction = kReal)
    {
        static const TieredBed rows(kReal, Written());
        static const TieredBed packs(kSimulated, Written());
        const TieredBed& first = firstAuction == kReal ? rows : packs;
        std::filesystem::copy_file(first.path(), path());
        sources = first.sources;
        open();
    }
    /// Written once, then copied.
    struct Written
    {
    };
    TieredBed(std::uint64_t firstAuction, Written /*unused*/)
    {
        open();
        auto words = std::make_shared<model::Vocabulary>();
        for (const char* id : {"camp-1", "camp-2", "camp-3"})
            words->campaigns.intern(id);
        words->seats.intern("seat-a");
        words->of(model::Dimension::Placement).intern("top");
        words->creatives.intern("banner");
        auto writer = std::make_unique<EventWriter>(*workspace);
        const auto run = writer->beginRun("live", {}).value();
        for (int number = 0; number < 2; ++number) {
            base::SpscRing<DeliveryEvent> ring(8192);
            sources[number] = writer->addSource(run, "shard").value();
            QVERIFY(writer->attach(ring, sources[number], words));
            for (std::uint64_t sequence = 1; sequence <= kDays * kEach / 2; ++sequence) {
                auto event = eventAt(sequence, firstAuction);
                event.auction += number == 0 ? 0 : 1'000'000;
                while (!ring.push(event))
                    std::this_thread::yield();
            }
            QVERIFY(writer->detach(sources[number]));
        }
        writer.reset();
        close();
    }
    void setPolicy(const TierPolicy& policy)
    {
        QVERIFY(workspace->writeAndWait([&](Connection& connection) -> Result<void> {
            const auto version = keepTierPolicy(connection, policy, "Mina Kang", {});
            return version ? Result<void>() : version.error();
        }));
    }
    /// Everything older than yesterday at noon of the day after the last.
    void moveTwoDays()
    {
        setPolicy({2, 0, "", 0});
        LogMover mover(*workspace);
        const auto moved = mover.run(noonAfter(kDays));
        QVERIFY2(moved, moved ? "" : toString(moved.error()).c_str());
    }
    StorageView view() const { return LogMover(*workspace).view().value(); }
    std::filesystem::path cold() const { return coldFolderOf(path()); }

    std::array<std::uint32_t, 2> sources{};
};

/// What the readers of the log say, so that it can be compared before and after.
struct Answers
{
    std::vector<CampaignTotals> totals;
    std::vector<StoredEvent> events;
    std::int64_t sums = 0;
    std::map<std::uint32_t, std::uint64_t> reached;
    std::vector<std::int64_t> wins;
    std::optional<StoredEvent> win;
    std::uint32_t told = 0;
    bool operator==(const Answers&) const = default;
};

inline Answers ask(const TieredBed& bed)
{
    auto reader = bed.workspace->reader();
    Answers answers;
    answers.totals = recountTotals(*reader, "live").value();
    for (const std::uint32_t source : bed.sources)
        for (const std::uint64_t after : {0, 5'990, 17'990}) {
            const auto page = readEvents(*reader, source, after, 50).value();
            answers.events.insert(answers.events.end(), page.begin(), page.end());
        }
    answers.sums = reader
                       ->integer("SELECT sum(key % 1000003 + at % 7919 + auction % 31 + amount + "
                                 "publisher + campaign + kind * 3) FROM event")
                       .value();
    answers.reached = readSources(*reader, "live").value();
    (void)readPastWins(*reader, "live", {kDay * base::kDayMs + 5'000'000}, 1'000'000,
                       [&](const PastWin& win) { answers.wins.push_back(win.at.value); });
    if (const auto known = readRealWin(*reader, "live", kReal + 5).value()) {
        answers.win = known->win;
        answers.told = known->told;
    }
    return answers;
}

} // namespace gavel::store
