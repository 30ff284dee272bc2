// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/commands.h"
#include "ui/pipeline/pipeline_page.h"
#include "ui/widgets/theme.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <mutex>

namespace bed {

using namespace gavel;

inline constexpr int kWaitMs = 20'000;
/// 2026-03-20 06:32:07 UTC
inline constexpr std::int64_t kNow = 1'773'988'327'000;

/// A pipeline with what a picture of the page shows: eight sources, 41 letters whose country is no
/// code and 5 of other rules. It notes what it was told to do.
class Desk final : public runtime::PipelineDesk
{
public:
    Desk()
    {
        for (std::uint64_t i = 0; i < 41; ++i)
            m_letters.push_back(letterOf(100 + i, "country", "Country is not an ISO 3166 code",
                                         "geo-partner", "country", "CN-SH"));
        for (std::uint64_t i = 0; i < 3; ++i)
            m_letters.push_back(letterOf(200 + i, "bid-amount", "Amount is not a number",
                                         "shop-orders", "bidAmount", "12,50"));
        for (std::uint64_t i = 0; i < 2; ++i)
            m_letters.push_back(
                letterOf(300 + i, "session", "Session is missing", "pixel", "sessionId", ""));
    }

    runtime::PipelineStatus status() const override
    {
        const std::lock_guard lock(m_mutex);
        ++m_looks;
        runtime::PipelineStatus status;
        status.at = {kNow + m_looks * 500}; // each look is half a second later
        status.rulesVersion = 17;
        const std::array<std::uint64_t, 6> perLook{4380, 4380, 11, 4373, 4373, 4373};
        const std::array<std::uint64_t, 6> backlog{0, 212, 96, 180, 1024, 3410};
        const std::array<std::uint64_t, 6> parts{8, 41, 12, 3, 1, 6};
        const std::array<double, 6> p99{4.1, 0.8, 2.3, 1.1, 3.9, 12};
        for (std::size_t i = 0; i < 6; ++i)
            status.stages[i] = {perLook[i] * static_cast<std::uint64_t>(m_looks), backlog[i], 8192,
                                p99[i], parts[i]};
        status.minute = {kNow - kNow % 60'000 - 60'000};
        // 524,812 + 614 + 158 + 16 = 525,600
        status.lastMinute = {525'600 + lost, 524'812, 614, 158, 16, 1344, 37};
        for (const runtime::DeadLetter& letter : m_letters)
            status.deadLetters += letter.state == "open" ? 1 : 0;
        status.retries = static_cast<std::uint64_t>(m_looks / 10);
        status.batches[21] = 1204; // distribution_completed
        status.batches[9] = 1; // manual_intervention
        status.batches[4] = 2; // validation_in_progress
        return status;
    }
    std::vector<runtime::SourceView> sources() const override
    {
        using F = runtime::Freshness;
        if (noSources)
            return {};
        const auto source = [](const char* name, const char* collector, F freshness,
                               std::int64_t agoMs, runtime::Completeness counts) {
            runtime::SourceView view;
            view.name = name;
            view.collector = collector;
            view.freshness = freshness;
            view.lastAt = {kNow - agoMs};
            view.counts = counts;
            view.mayPause = view.collector == "file" || view.collector == "poll";
            return view;
        };
        std::vector<runtime::SourceView> all{
            source("shard-0", "ring", F::Fresh, 0, {221'400, 221'400}),
            source("shard-1", "ring", F::Fresh, 0, {219'800, 219'800}),
            source("shard-2", "ring", F::Fresh, 0, {218'700, 218'700}),
            source("edge-1", "stream", F::Behind, 38'000, {174'600, 174'565, 0, 35}),
            source("push 8085", "push", F::Fresh, 200, {26'200, 26'200}),
            source("pixel", "pixel", F::Fresh, 400, {9'600, 9'596, 0, 4}),
            source("shop-orders", "file", F::Fresh, 52'000, {4'500, 4'400, 100}),
            source("geo-partner", "poll", F::Stale, 120'000, {1000, 989, 0, 11})};
        all[6].progress = 0.53;
        all[6].checkpoint = "line 48,213 of 90,000";
        const std::lock_guard lock(m_mutex);
        for (runtime::SourceView& view : all) {
            view.isPaused = m_paused.contains(view.name);
            const auto more = static_cast<std::uint64_t>(m_looks) * view.counts.received / 200;
            view.counts.received += more;
            view.counts.stored += more;
        }
        return all;
    }
    runtime::DeadPage deadLetters(const runtime::DeadQuery& query) const override
    {
        const std::lock_guard lock(m_mutex);
        runtime::DeadPage page;
        for (const runtime::DeadLetter& letter : m_letters) {
            if (!fits(letter, query))
                continue;
            ++page.count;
            addToGroup(page.groups, letter);
            if (letter.id < query.beforeId && page.letters.size() < query.most)
                page.letters.push_back(letter);
        }
        page.chartFrom = {kNow - kNow % 60'000 - 89 * 60'000};
        page.perMinute.assign(90, 12);
        page.perMinute[89] = 158;
        return page;
    }
    Result<runtime::DeadLetter> deadLetter(std::uint64_t id) const override
    {
        const std::lock_guard lock(m_mutex);
        for (const runtime::DeadLetter& letter : m_letters)
            if (letter.id == id)
                return letter;
        return Error{"LETTER_UNKNOWN", "letter", "there is no such letter"};
    }
    std::vector<runtime::BatchView> batches(std::size_t /*most*/) const override
    {
        return {batchOf(1204, model::BatchState::DistributionCompleted),
                batchOf(1203, model::BatchState::ManualIntervention),
                batchOf(1202, model::BatchState::DistributionCompleted)};
    }
    Result<runtime::BatchView> batch(std::uint64_t id) const override
    {
        using S = model::BatchState;
        if (id != 1203)
            return batchOf(id, S::DistributionCompleted);
        runtime::BatchView view = batchOf(id, S::ManualIntervention);
        for (const S state :
             {S::DataIngestion, S::CollectionInProgress, S::ValidationPending,
              S::ValidationInProgress, S::ValidationPartial, S::DataRepair, S::ManualIntervention})
            view.steps.push_back({state, view.openedAt, "41 events"});
        return view;
    }
    runtime::RuleSetView rules() const override
    {
        runtime::RuleSetView set;
        set.version = 17;
        set.actor = "mina";
        set.at = {kNow};
        set.json = "{\n  \"version\": 1,\n  \"rules\": [\n    {\"id\": \"country\"}\n  ]\n}\n";
        set.rules
            = {{"event-type", "format", "eventType", "one of 6; upper case", "dead", 525'426, 0, 0},
               {"country", "format", "country", "a country; first two letters", "dead", 525'000,
                385, 41},
               {"click-storm", "business", "sessionId", "at most 10 clicks", "quarantine", 525'300,
                0, 37}};
        return set;
    }
    Result<runtime::LineageView> lineage(const runtime::LineageQuery& query) const override
    {
        if (query.key == "nobody")
            return Error{"LINEAGE_WRONG", "key", "there is no campaign nobody"};
        runtime::LineageView view;
        view.value = 2;
        view.counter = counterDiffers ? 3 : 2;
        view.sources = {{"geo-partner", 2}};
        view.batches = {batchOf(1204, model::BatchState::DistributionCompleted)};
        for (std::uint64_t i = 0; i < 2; ++i)
            view.events.push_back(
                {"geo-partner",
                 7 - i,
                 "rows.jsonl",
                 48'213 - i,
                 i,
                 i == 0 ? "" : "Mina",
                 1204,
                 "impression",
                 query.key,
                 {kNow},
                 kLine,
                 "country: CN-SH -> CN",
                 false,
                 "",
                 {{"click_through", "click", "push", 6, {kNow}, query.key, ""},
                  {"request", "win", "shard 0", 5, {kNow}, query.key, "auction-17"}},
                 {}});
        return view;
    }
    Result<std::vector<runtime::TouchedNumber>> touched(std::uint64_t /*batch*/) const override
    {
        return std::vector<runtime::TouchedNumber>{
            {"campaign", "camp-002", "impressions", {kNow - kNow % 3'600'000}, 41}};
    }
    Result<runtime::VerdictView> tryRepair(std::uint64_t id,
                                           std::span<const runtime::FieldEdit> edits) const override
    {
        using C = runtime::CheckOutcome;
        const auto letter = deadLetter(id);
        if (!letter)
            return letter.error();
        runtime::VerdictView verdict;
        std::string value = letter->value;
        for (const runtime::FieldEdit& edit : edits)
            if (edit.field == letter->field)
                value = edit.value;
        const bool isGood = value.size() == 2;
        verdict.stages = {isGood ? C::Passed : C::Failed, isGood ? C::Passed : C::NotReached,
                          isGood ? C::Passed : C::NotReached, isGood ? C::Passed : C::NotReached};
        const auto field = [](const char* name, const char* text) {
            return runtime::FieldView{name, text, true, text, {}, false};
        };
        verdict.fields
            = {field("eventType", "IMPRESSION"),
               field("campaignId", "camp-002"),
               {letter->field, letter->value, !letter->value.empty(), value, "", !isGood},
               {"region", "", false, "SH", "rest of country", false},
               field("timestamp", "14:31:52.118"),
               field("currency", "USD")};
        if (isGood) {
            verdict.effect = "Stored and counted as late: +1 impression of camp-002";
        } else {
            verdict.rule = letter->rule;
            verdict.reason = letter->reason;
        }
        return verdict;
    }
    Result<runtime::RedriveOutcome> redrive(std::span<const std::uint64_t> letters,
                                            std::span<const runtime::FieldEdit> edits,
                                            const std::string& actor) override
    {
        const std::lock_guard lock(m_mutex);
        redriven.assign(letters.begin(), letters.end());
        redriveEdits.assign(edits.begin(), edits.end());
        close(letters, "redriven", actor, {});
        runtime::RedriveOutcome outcome;
        outcome.asked = letters.size();
        outcome.stored = letters.size();
        return outcome;
    }
    Result<std::uint64_t> discard(std::span<const std::uint64_t> letters, const std::string& reason,
                                  const std::string& actor) override
    {
        const std::lock_guard lock(m_mutex);
        discarded.assign(letters.begin(), letters.end());
        discardReason = reason;
        close(letters, "discarded", actor, reason);
        return letters.size();
    }
    Result<runtime::RuleSetView> checkRules(const std::string& json) const override
    {
        if (json.find("nonsense") != std::string::npos)
            return Error{"RULES_WRONG", "rules line 4, field check", "nonsense is no check"};
        runtime::RuleSetView set = rules();
        set.json = json;
        return set;
    }
    Result<runtime::RuleTrial> tryRules(const std::string& /*json*/,
                                        std::size_t lines) const override
    {
        return runtime::RuleTrial{lines, lines - 1, 41, 0, 1, {{kLine, "dead: country", "stored"}}};
    }
    Result<std::uint32_t> setRules(const std::string& json, const std::string& /*actor*/) override
    {
        const std::lock_guard lock(m_mutex);
        savedRules = json;
        return 18U;
    }
    Result<void> addSource(const runtime::SourceOrder& order, const std::string& /*actor*/) override
    {
        const std::lock_guard lock(m_mutex);
        if (order.place == "/nowhere.csv")
            return Error{"SOURCE_WRONG", "place", "there is no file /nowhere.csv"};
        addedSources.push_back(order);
        return {};
    }
    Result<void> pauseSource(const std::string& name, bool pause) override
    {
        const std::lock_guard lock(m_mutex);
        if (pause)
            m_paused.insert(name);
        else
            m_paused.erase(name);
        return {};
    }
    Result<void> removeSource(const std::string& name, const std::string& /*actor*/) override
    {
        const std::lock_guard lock(m_mutex);
        removed.push_back(name);
        return {};
    }
    Result<void> startReplay(const std::string& /*actor*/) override
    {
        replays = true;
        return {};
    }
    void cancelReplay() override
    {
        replays = false;
        wasCancelled = true;
    }
    runtime::ReplayStatus replay() const override
    {
        runtime::ReplayStatus status;
        status.isRunning = replays;
        status.what = "all counters";
        status.done = 420'000;
        status.total = 1'000'000;
        status.beganAt = {kNow};
        status.wasCancelled = wasCancelled;
        return status;
    }

    // what a test sets before the page looks
    std::uint64_t lost = 0;
    bool noSources = false;
    bool counterDiffers = false;
    // what the page told it
    std::vector<std::uint64_t> redriven;
    std::vector<runtime::FieldEdit> redriveEdits;
    std::vector<std::uint64_t> discarded;
    std::string discardReason;
    std::string savedRules;
    std::vector<runtime::SourceOrder> addedSources;
    std::vector<std::string> removed;
    std::atomic<bool> replays = false;
    std::atomic<bool> wasCancelled = false;

private:
    static constexpr const char* kLine
        = "{\"eventId\":\"evt-7\",\"eventType\":\"IMPRESSION\",\"country\":\"CN-SH\"}";

    static runtime::DeadLetter letterOf(std::uint64_t id, const char* rule, const char* reason,
                                        const char* source, const char* field, const char* value)
    {
        runtime::DeadLetter letter;
        letter.id = id;
        letter.batch = 1203;
        letter.position = 48'000 + id;
        letter.source = source;
        letter.eventId = "evt-9f21c0d4b" + std::to_string(id);
        letter.stage = "format";
        letter.rule = rule;
        letter.reason = reason;
        letter.field = field;
        letter.value = value;
        letter.original = kLine;
        letter.state = "open";
        letter.attempts = 1;
        letter.firstAt = {kNow - 9'000};
        return letter;
    }
    static runtime::BatchView batchOf(std::uint64_t id, model::BatchState state)
    {
        runtime::BatchView view;
        view.id = id;
        view.source = "geo-partner";
        view.origin = "geo-2026-03-20-1431.jsonl";
        view.state = state;
        view.openedAt = {kNow - 60'000};
        view.changedAt = {kNow};
        view.rules = 17;
        view.firstPosition = 48'000;
        view.lastPosition = 49'000;
        view.counts = {1000, 959, 0, 41};
        view.firstEvent = 88'486'172;
        view.lastEvent = 88'487'130;
        view.inHash = "7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a";
        view.outHash = view.inHash;
        return view;
    }
    static bool fits(const runtime::DeadLetter& letter, const runtime::DeadQuery& query)
    {
        return (query.rule.empty() || letter.rule == query.rule)
            && (query.source.empty() || letter.source == query.source)
            && (query.state.empty() || letter.state == query.state) && letter.firstAt >= query.from
            && letter.firstAt < query.to
            && (query.text.empty() || letter.reason.find(query.text) != std::string::npos
                || letter.original.find(query.text) != std::string::npos);
    }
    static void addToGroup(std::vector<runtime::DeadGroup>& groups,
                           const runtime::DeadLetter& letter)
    {
        for (runtime::DeadGroup& group : groups)
            if (group.rule == letter.rule) {
                ++group.count;
                return;
            }
        groups.push_back({letter.rule,
                          letter.reason,
                          letter.source,
                          letter.value,
                          letter.firstAt,
                          1,
                          {letter.source}});
    }
    void close(std::span<const std::uint64_t> letters, const char* state, const std::string& actor,
               const std::string& note)
    {
        for (runtime::DeadLetter& letter : m_letters)
            if (std::find(letters.begin(), letters.end(), letter.id) != letters.end()) {
                letter.state = state;
                letter.actor = actor;
                letter.note = note;
                letter.changedAt = {kNow};
            }
    }

    mutable std::mutex m_mutex;
    mutable std::int64_t m_looks = 0;
    std::vector<runtime::DeadLetter> m_letters;
    std::set<std::string> m_paused;
};

/// The page over an engine without a market and a desk of its own.
struct PipelineBed
{
    PipelineBed()
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        options.workspace = folder.filePath(QStringLiteral("test.gavel")).toStdString();
        engine = *runtime::Engine::open(options);
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<pipeline_page::PipelinePage>(
            *client, navigator,
            [this](runtime::Engine&) -> runtime::PipelineDesk& { return desk; });
        page->resize(1304, 799);
        page->retranslate();
        page->setSnapshot(client->snapshot());
        QObject::connect(&navigator, &bridge::Navigator::noticed, page.get(),
                         [this](const bridge::Notice& notice) { said << notice.sentence; });
    }
    template<typename Widget>
    Widget& part() const
    {
        return *page->findChild<Widget*>();
    }
    /// Of a dialog that may come later; nullptr = it did not.
    template<typename Dialog>
    Dialog* dialog() const
    {
        Dialog* found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = page->findChild<Dialog*>()) != nullptr; },
                              kWaitMs);
        return found;
    }

    QTemporaryDir folder;
    Desk desk;
    std::unique_ptr<runtime::Engine> engine;
    bridge::Navigator navigator;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<pipeline_page::PipelinePage> page;
    QStringList said;
};

} // namespace bed
