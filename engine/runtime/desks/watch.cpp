// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/watch.h"

#include "engine/health/alert_tables.h"
#include "engine/pipeline/counters/counter_book.h"
#include "engine/pipeline/counters/counter_query.h"
#include "engine/runtime/desks/event_pipeline.h"
#include "engine/runtime/desks/log_storage.h"
#include "engine/runtime/desks/subscriptions.h"
#include "engine/runtime/faults/faults.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace gavel::runtime {

namespace {

using metrics::AlertState;
using namespace std::chrono_literals;

constexpr auto kLookEvery = 1s;
constexpr std::size_t kMostEnded = 50;
constexpr std::size_t kMostAdNames = 20'000;
constexpr metrics::AlertBook::Limits kLimits{20'000, 200, 200};
constexpr std::string_view kBook = "alerts";
// What a rule has seen so far is kept this often, but at most a part of the time is spent on it.
constexpr std::int64_t kKeepEveryNanos = 1'500'000'000;
constexpr std::int64_t kKeepRest = 50;

AlertUnit unitOf(const metrics::AlertRule& rule)
{
    if (std::holds_alternative<metrics::RatioAbove>(rule.condition)
        || rule.metric.ends_with("_share"))
        return AlertUnit::Share;
    if (std::holds_alternative<metrics::BurnAbove>(rule.condition))
        return AlertUnit::Times;
    if (rule.metric.ends_with("_ms"))
        return AlertUnit::Milliseconds;
    return rule.metric.ends_with("_bytes") ? AlertUnit::Bytes : AlertUnit::Plain;
}

void fillLimit(AlertView& view, const metrics::AlertRule& rule)
{
    view.unit = unitOf(rule);
    view.forMs = rule.forMs;
    view.hasLimit = !std::holds_alternative<metrics::NotZero>(rule.condition);
    if (const auto* threshold = std::get_if<metrics::Threshold>(&rule.condition)) {
        view.limit = threshold->limit;
        view.isBelow = threshold->side == metrics::Side::Below;
    } else if (const auto* ratio = std::get_if<metrics::RatioAbove>(&rule.condition)) {
        view.limit = ratio->limit;
    } else if (const auto* burn = std::get_if<metrics::BurnAbove>(&rule.condition)) {
        view.limit = burn->factor;
    }
}

/// "bad", "warn", "info" or "good", as in the event log.
std::string logLevelOf(const metrics::AlertChange& change)
{
    if (change.kind == metrics::AlertChangeKind::Resolved)
        return "good";
    if (change.kind != metrics::AlertChangeKind::Firing)
        return "info";
    return change.alert.level == metrics::AlertLevel::Page ? "bad" : "warn";
}

/// "firing: Click rate above 10 %"
std::string logWordsOf(const metrics::AlertChange& change)
{
    std::string words(metrics::kAlertChangeKindNames[static_cast<std::size_t>(change.kind)]);
    if (!change.person.empty())
        words += " by " + change.person;
    return words + ": " + change.alert.name;
}

bool isBefore(const AlertView& a, const AlertView& b)
{
    const auto rank = [](const AlertView& view) {
        return std::tuple(view.alert.state != AlertState::Firing,
                          view.alert.mute != metrics::Mute::None, view.alert.level,
                          std::max(view.alert.firingAt, view.alert.pendingAt),
                          view.alert.fingerprint);
    };
    return rank(a) < rank(b);
}

Result<std::string> readText(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!(text << file.rdbuf()))
        return Error{"ALERT_RULES_NOT_FOUND", path.string(), "the file cannot be read",
                     "install the program's resources beside it"};
    return text.str();
}

} // namespace

Watch::Watch(Parts parts)
    : m_parts(std::move(parts))
    , m_traffic(std::make_shared<TrafficWatch>())
    , m_book(std::vector<metrics::AlertRule>())
{
    m_view.store(std::make_shared<const WatchView>());
}

Result<std::unique_ptr<Watch>> Watch::open(Parts parts)
{
    std::unique_ptr<Watch> watch(new Watch(std::move(parts)));
    if (auto begun = watch->begin(); !begun)
        return begun.error();
    return watch;
}

Watch::~Watch()
{
    m_parts.counters.setWatcher({});
    m_parts.storage.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    if (m_parts.isAtWork)
        (void)keep({});
}

Result<void> Watch::begin()
{
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    auto kept = health::readAlertRules(*reader);
    if (!kept)
        return kept.error();
    if (*kept) {
        m_rules = {(*kept)->version, (*kept)->at, (*kept)->actor, (*kept)->json};
    } else {
        auto shipped = readText(m_parts.rulesFile);
        if (!shipped)
            return shipped.error();
        m_rules.json = std::move(*shipped);
    }
    auto rules = metrics::parseAlertRules(m_rules.json, m_parts.rulesFile.filename().string());
    if (!rules)
        return rules.error();
    const auto state = health::readBook(*reader, kBook);
    if (!state)
        return state.error();
    m_book = metrics::AlertBook(*rules, kLimits);
    if (!state->empty())
        if (auto restored = metrics::AlertBook::restore(*rules, kLimits, *state))
            m_book = std::move(*restored);
    const auto changes = health::readAlertChanges(*reader, kMostEnded * 8);
    if (!changes)
        return changes.error();
    for (auto change = changes->rbegin(); change != changes->rend(); ++change)
        remember(change->change, change->marketAt);
    publish();
    if (!m_parts.isAtWork)
        return {};
    m_parts.counters.setWatcher(
        [traffic = m_traffic](const pipeline::Additions& added) { traffic->add(added); });
    m_thread = std::thread([this] { run(); });
    return {};
}

void Watch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        lock.unlock();
        look();
        m_parts.storage.work();
        m_parts.faults.tick();
        lock.lock();
        m_wake.wait_for(lock, kLookEvery, [this] { return m_stop; });
    }
}

void Watch::look()
{
    const TimeMs now = m_parts.clock.now();
    const auto market = m_parts.snapshot();
    const auto sources = m_parts.pipeline.sources();
    const TrafficWatch::Look traffic = m_traffic->take(now);
    m_isNews = m_isNews || !traffic.ads.empty() || !traffic.sessions.empty();
    const auto observations = m_readings.read(
        {now, m_parts.pipeline.statusInMemory(), sources, *market, traffic,
         m_parts.workspace.file(), [this](std::uint64_t number) { return nameOfAd(number); },
         m_parts.subscriptions.openDeads()});
    const std::lock_guard lock(m_mutex);
    m_health = health::scoreHealth(m_readings.inputs());
    auto changes = m_book.observe(observations, now);
    const std::int64_t begun = base::monotonicNanos();
    if (!changes.empty() || (begun >= m_keepAt && m_isNews)) {
        (void)keep(std::move(changes)); // a workspace that writes no more has its own alarm
        const std::int64_t ended = base::monotonicNanos();
        m_isNews = false;
        m_keepAt = ended + std::max(kKeepEveryNanos, (ended - begun) * kKeepRest);
    }
    publish();
}

std::string Watch::nameOfAd(std::uint64_t number)
{
    if (const auto known = m_adNames.find(number); known != m_adNames.end())
        return known->second;
    if (!m_reader) {
        auto reader = m_parts.workspace.reader();
        if (!reader)
            return {};
        m_reader.emplace(std::move(*reader));
    }
    auto text = pipeline::textOf(*m_reader, pipeline::CountedBy::Ad, number);
    if (!text)
        return {};
    if (m_adNames.size() >= kMostAdNames)
        m_adNames.clear();
    return m_adNames[number] = std::move(*text);
}

Result<void> Watch::keep(std::vector<metrics::AlertChange> changes)
{
    const auto market = m_parts.snapshot();
    const TimeMs marketAt = market->mode == MarketMode::Stopped ? TimeMs{} : market->now;
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        for (const metrics::AlertChange& change : changes)
            if (auto one = health::keepAlertChange(connection, {change, marketAt}); !one)
                return one;
        return health::keepBook(connection, kBook, m_book.exportState());
    });
    if (!changes.empty())
        m_parts.subscriptions.hear();
    for (const metrics::AlertChange& change : changes) {
        remember(change, marketAt);
        if (!change.tell)
            continue;
        m_parts.say({change.at, "alert", logLevelOf(change),
                     change.alert.subject.empty() ? change.alert.name : change.alert.subject,
                     logWordsOf(change)});
    }
    return kept;
}

void Watch::remember(const metrics::AlertChange& change, TimeMs marketAt)
{
    if (change.kind == metrics::AlertChangeKind::Firing)
        m_marketAt[change.alert.fingerprint] = marketAt;
    if (change.kind != metrics::AlertChangeKind::Resolved)
        return;
    m_ended.insert(m_ended.begin(), viewOf(change.alert));
    m_ended.resize(std::min(m_ended.size(), kMostEnded));
    m_marketAt.erase(change.alert.fingerprint);
}

AlertView Watch::viewOf(const metrics::Alert& alert) const
{
    AlertView view;
    view.alert = alert;
    if (const auto at = m_marketAt.find(alert.fingerprint); at != m_marketAt.end())
        view.marketAt = at->second;
    for (const metrics::AlertRule& rule : m_book.rules())
        if (rule.id == alert.rule)
            fillLimit(view, rule);
    return view;
}

void Watch::publish()
{
    auto view = std::make_shared<WatchView>();
    view->at = m_parts.clock.now();
    for (const metrics::Alert& alert : m_book.active()) {
        view->active.push_back(viewOf(alert));
        if (alert.state != AlertState::Firing)
            ++view->pending;
        else
            ++(alert.mute == metrics::Mute::None ? view->firing : view->muted);
    }
    std::sort(view->active.begin(), view->active.end(), isBefore);
    view->ended = m_ended;
    view->silences = m_book.silences();
    view->health = m_health;
    m_view.store(std::move(view));
}

Result<void> Watch::acknowledge(const std::string& fingerprint, const std::string& actor)
{
    const std::lock_guard lock(m_mutex);
    auto change = m_book.acknowledge(fingerprint, actor, m_parts.clock.now());
    if (!change)
        return change.error();
    auto kept = keep({std::move(*change)});
    publish();
    return kept;
}

std::vector<AlertView> Watch::preview(const metrics::Silence& silence) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<AlertView> views;
    for (const metrics::Alert& alert : m_book.preview(silence))
        views.push_back(viewOf(alert));
    return views;
}

Result<void> Watch::silence(metrics::Silence silence)
{
    const std::lock_guard lock(m_mutex);
    const TimeMs now = m_parts.clock.now();
    if (silence.id.empty())
        silence.id = "silence-" + std::to_string(now.value);
    auto changes = m_book.silence(silence, now);
    if (!changes)
        return changes.error();
    auto kept = keep(std::move(*changes));
    publish();
    return kept;
}

Result<void> Watch::endSilence(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    auto changes = m_book.endSilence(id, m_parts.clock.now());
    if (!changes)
        return changes.error();
    auto kept = keep(std::move(*changes));
    publish();
    return kept;
}

AlertRulesView Watch::rules() const
{
    const std::lock_guard lock(m_mutex);
    return m_rules;
}

Result<std::size_t> Watch::checkRules(const std::string& json) const
{
    const auto rules = metrics::parseAlertRules(json, "rules");
    if (!rules)
        return rules.error();
    return rules->size();
}

Result<std::uint32_t> Watch::setRules(const std::string& json, const std::string& actor)
{
    auto rules = metrics::parseAlertRules(json, "rules");
    if (!rules)
        return rules.error();
    const TimeMs now = m_parts.clock.now();
    Result<std::uint32_t> version = std::uint32_t{0};
    auto kept = m_parts.workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        version = health::keepAlertRules(connection, json, actor, now);
        return version ? Result<void>() : version.error();
    });
    if (!kept)
        return kept.error();
    const std::lock_guard lock(m_mutex);
    m_rules = {*version, now, actor, json};
    m_book.replaceRules(std::move(*rules));
    m_parts.say({now, "pipeline", "info", "Alerts",
                 "version " + std::to_string(*version) + " of the rules by " + actor});
    return version;
}

} // namespace gavel::runtime
