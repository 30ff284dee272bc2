// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds over ad servers that lose, double, delay and reorder messages and stand still beyond their
// lease: budgets hold to the nano-unit whatever happens, and little is stranded.
#include "engine/base/random.h"
#include "engine/dsp/held_quota.h"
#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/runtime/scheduler/rounds.h"

#include <QtTest>

#include <deque>

using namespace gavel;
using runtime::AdServerLink;
using runtime::Rounds;

namespace {

constexpr TimeMs kMidnight{1'773'964'800'000}; ///< 2026-03-20 00:00 UTC
constexpr std::int64_t kBid = 2'000'000; ///< nano-units: 2 units per thousand

struct Faults
{
    double lostReport = 0;
    double lostGrant = 0; ///< the grant never comes, and the scheduler is told so
    double lostAnswer = 0; ///< the grant comes, but the scheduler is told that it did not
    double doubled = 0; ///< comes again with the next one
    double delayed = 0; ///< comes a window late, after newer ones
    double paused = 0; ///< stands still for five windows: longer than any lease
};

struct Sent
{
    TimeMs at;
    model::QuotaGrants grants;
};

/// An ad server with more traffic than money: it buys as long as its quota lasts.
class WildServer final : public AdServerLink
{
public:
    WildServer(std::uint32_t source, std::size_t campaigns, const Faults& faults,
               bool isElsewhere = false)
        : m_isElsewhere(isElsewhere)
        , m_source(source)
        , m_name("wild-" + std::to_string(source))
        , m_faults(faults)
        , m_random(source)
        , m_quotas(campaigns + 1)
    {
    }

    std::uint32_t source() const override { return m_source; }
    const std::string& name() const override { return m_name; }
    bool isDurable(std::uint64_t) const override { return true; }
    bool isElsewhere() const override { return m_isElsewhere; }
    void open(TimeMs) override { }

    std::optional<model::QuotaReport> report(TimeMs boundary) override
    {
        if (isMute || m_pausedUntil > boundary || m_random.chance(m_faults.lostReport))
            return std::nullopt;
        return reportOf(boundary);
    }
    Result<model::QuotaReport> reportNow(TimeMs at) override { return reportOf(at); }

    Result<void> give(TimeMs boundary, const model::QuotaGrants& grants) override
    {
        const Error silent{"TIMEOUT", m_name, "no answer", "try again"};
        if (m_random.chance(m_faults.lostGrant))
            return silent;
        const bool isLate = m_random.chance(m_faults.delayed);
        m_sent.push_back({isLate ? boundary + base::kMinuteMs : boundary, grants});
        if (m_random.chance(m_faults.doubled))
            m_sent.push_back({boundary + base::kMinuteMs, grants});
        if (m_random.chance(m_faults.lostAnswer))
            return silent;
        return {};
    }
    Result<void> giveNow(const model::QuotaGrants& grants) override
    {
        return give({INT64_MIN / 2}, grants);
    }

    /// A minute of market time; `auctions` opportunities for each campaign.
    void live(TimeMs from, int auctions, std::map<Handle, std::int64_t>& spent)
    {
        if (m_pausedUntil > from)
            return;
        if (m_random.chance(m_faults.paused))
            m_pausedUntil = from + 5 * base::kMinuteMs;
        for (auto sent = m_sent.begin(); sent != m_sent.end();) {
            if (sent->at > from) {
                ++sent;
                continue;
            }
            for (const model::QuotaGrant& grant : *sent->grants.grants)
                m_quotas[grant.campaign].apply(grant, from);
            sent = m_sent.erase(sent);
        }
        for (Handle campaign = 1; campaign < m_quotas.size(); ++campaign) {
            dsp::HeldQuota& quota = m_quotas[campaign];
            quota.turn(from);
            for (int i = 0; i < auctions && quota.hold({kBid}); ++i) {
                const Price price{kBid / 2 + m_random.below(kBid / 2)};
                quota.post({kBid}, price);
                spent[campaign] += price.nanos;
                m_counts[campaign].first += 1;
                m_counts[campaign].second += price.nanos;
            }
        }
    }

    /// Everything it did, as its log has it.
    model::QuotaReport everything() { return reportOf({INT64_MAX}); }
    bool isMute = false; ///< leaves no reports

private:
    model::QuotaReport reportOf(TimeMs at)
    {
        model::QuotaReport report;
        report.server = m_source;
        report.at = at;
        for (Handle campaign = 1; campaign < m_quotas.size(); ++campaign) {
            const dsp::HeldQuota& quota = m_quotas[campaign];
            model::CampaignReport& line = report.campaigns.emplace_back();
            line.campaign = campaign;
            line.appliedEpoch = quota.epoch();
            line.appliedVersion = quota.version();
            line.boundNanos = quota.bound().nanos;
            line.spentNanos = quota.spent().nanos;
            line.heldNanos = quota.held().nanos;
            line.clearedNanos = quota.spent().nanos;
            line.publisherNanos = quota.spent().nanos;
            line.wins = line.impressions = m_counts[campaign].first;
            line.pacing.highestBid = {kBid};
            line.pacing.worthSeen = quota.spent().nanos;
            report.publishers.push_back({0, 0});
            report.publishers.front().earnedNanos += quota.spent().nanos;
        }
        report.publishers.resize(1);
        return report;
    }

    bool m_isElsewhere;
    std::uint32_t m_source;
    std::string m_name;
    Faults m_faults;
    base::Random m_random;
    std::vector<dsp::HeldQuota> m_quotas;
    std::deque<Sent> m_sent;
    std::map<Handle, std::pair<std::uint64_t, std::int64_t>> m_counts;
    TimeMs m_pausedUntil{INT64_MIN};
};

/// Eight servers and campaigns of every kind of budget.
struct WildMarket
{
    WildMarket(const Faults& faults, std::vector<model::Campaign> wanted, int minutes = 1)
    {
        auto setup = std::make_shared<model::MarketSetup>();
        setup->start = kMidnight;
        setup->campaigns = std::move(wanted);
        for (const auto& campaign : setup->campaigns)
            setup->vocabulary->campaigns.intern(campaign.id);
        Rounds::Links links;
        for (std::uint32_t source = 1; source <= 8; ++source) {
            auto server = std::make_unique<WildServer>(source, setup->campaigns.size(), faults);
            servers.push_back(server.get());
            links.push_back(std::move(server));
        }
        Rounds::Plan plan;
        plan.setup = setup;
        plan.market = "wild";
        plan.intervalMs = minutes * base::kMinuteMs;
        rounds = *Rounds::open(std::move(plan), std::move(links), {}, kMidnight);
    }

    /// Minutes from midnight; calls `each` after every one with its start.
    template<typename Each>
    void run(int minutes, int auctions, Each each)
    {
        QVERIFY(rounds->begin(kMidnight).has_value());
        for (int minute = 0; minute < minutes; ++minute) {
            const TimeMs from = kMidnight + minute * base::kMinuteMs;
            for (WildServer* server : servers)
                server->live(from, auctions, spent);
            each(from);
            const TimeMs boundary = from + base::kMinuteMs;
            QVERIFY(rounds->run(boundary, boundary).has_value());
        }
    }

    std::vector<WildServer*> servers;
    std::unique_ptr<Rounds> rounds;
    std::map<Handle, std::int64_t> spent;
};

model::Campaign campaignOf(const std::string& id, Money total, Money day, Money hour,
                           model::PacingPolicy pacing)
{
    model::Campaign campaign;
    campaign.id = id;
    campaign.name = id;
    campaign.advertiserId = "adv";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = total;
    campaign.budgetDay = day;
    campaign.budgetHour = hour;
    campaign.pacing = pacing;
    return campaign;
}

std::vector<model::Campaign> everyKind()
{
    using model::PacingPolicy;
    std::vector<model::Campaign> campaigns;
    int number = 0;
    for (const PacingPolicy pacing : {PacingPolicy::Asap, PacingPolicy::Even, PacingPolicy::Traffic,
                                      PacingPolicy::Pid, PacingPolicy::Dual, PacingPolicy::Mpc}) {
        const auto id = [&] { return "c" + std::to_string(++number); };
        campaigns.push_back(campaignOf(id(), Money::units(40), Money::units(12), {}, pacing));
        campaigns.push_back(
            campaignOf(id(), Money::units(40), Money::units(12), Money::units(1), pacing));
        campaigns.push_back(campaignOf(id(), Money::units(9), {}, {}, pacing));
    }
    campaigns[1].timeZone = "Asia/Kolkata"; // five and a half hours from UTC
    return campaigns;
}

} // namespace

class TestRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsOverspentWhateverHappens_data()
    {
        QTest::addColumn<double>("fault");
        QTest::newRow("every message comes") << 0.0;
        QTest::newRow("one in twenty goes wrong") << 0.05;
        QTest::newRow("one in four goes wrong") << 0.25;
    }
    void nothingIsOverspentWhateverHappens()
    {
        QFETCH(const double, fault);
        WildMarket market({fault, fault, fault, fault, fault, fault / 25}, everyKind());
        const auto& campaigns = market.rounds->plan().setup->campaigns;
        std::map<Handle, std::int64_t> atDay;
        std::map<Handle, std::int64_t> atHour;
        market.run(30 * 60, 40, [&](TimeMs from) {
            for (std::size_t i = 0; i < campaigns.size(); ++i) {
                const model::Campaign& campaign = campaigns[i];
                const auto handle = static_cast<Handle>(i + 1);
                const auto zone = dsp::TimeZone::named(campaign.timeZone).value();
                const std::int64_t now = market.spent[handle];
                QVERIFY(now <= campaign.budgetTotal.micros * 1000);
                const TimeMs end = from + base::kMinuteMs;
                if (campaign.budgetDay > Money{})
                    QVERIFY(now - atDay[handle] <= campaign.budgetDay.micros * 1000);
                if (campaign.budgetHour > Money{})
                    QVERIFY(now - atHour[handle] <= campaign.budgetHour.micros * 1000);
                if (zone.at(end).day != zone.at(from).day)
                    atDay[handle] = now;
                if (zone.at(end).hourOfWeek != zone.at(from).hourOfWeek)
                    atHour[handle] = now;
            }
        });
        QCOMPARE(market.rounds->sheet().broken(), std::uint64_t{0});
        QCOMPARE(market.rounds->ledger().broken(), std::uint64_t{0});
        QCOMPARE(market.rounds->archive().broken(), std::uint64_t{0});
    }

    /// With more traffic than money a day's budget is used up to one part in a hundred.
    void atMostOneHundredthOfADayIsStranded()
    {
        std::vector<model::Campaign> campaigns;
        for (int i = 1; i <= 10; ++i)
            campaigns.push_back(
                campaignOf("c" + std::to_string(i), Money::units(1000), Money::units(5 * i), {},
                           i % 2 == 0 ? model::PacingPolicy::Asap : model::PacingPolicy::Traffic));
        WildMarket market({.lostReport = 0.02, .lostGrant = 0.02}, campaigns);
        market.run(24 * 60, 40, [](TimeMs) {});
        for (Handle campaign = 1; campaign <= campaigns.size(); ++campaign) {
            const std::int64_t budget = campaigns[campaign - 1].budgetDay.micros * 1000;
            QVERIFY2(market.spent[campaign] >= budget / 100 * 99,
                     qPrintable(QStringLiteral("campaign %1 spent %2 of %3")
                                    .arg(campaign)
                                    .arg(market.spent[campaign])
                                    .arg(budget)));
            QVERIFY(market.spent[campaign] <= budget);
        }
    }

    void everythingSpentIsSettledAndEverythingHeldComesBack()
    {
        WildMarket market({}, everyKind());
        market.run(90, 40, [](TimeMs) {});
        QVERIFY(market.rounds->finish(kMidnight + 2 * base::kHourMs).has_value());
        std::int64_t charged = 0;
        for (const auto& [campaign, nanos] : market.spent) {
            QCOMPARE(market.rounds->ledger().settlement().chargedOf(campaign).micros, nanos / 1000);
            QCOMPARE(market.rounds->ledger().settlement().heldOf(campaign).micros, 0);
            charged += nanos / 1000;
        }
        const auto& book = market.rounds->ledger().book();
        const auto payable
            = book.find({ledger::AccountKind::PublisherPayable, "unknown", book.currency()});
        QCOMPARE(book.account(payable).balance().micros, charged);
    }

    /// Servers of other processes come and go, some unheard of for longer than their lease.
    void serversThatJoinAndLeaveSpendNothingTwice()
    {
        const Faults faults{.lostReport = 0.1, .lostGrant = 0.1, .delayed = 0.1, .paused = 0.02};
        WildMarket market(faults, everyKind());
        Rounds& rounds = *market.rounds;
        std::deque<std::shared_ptr<WildServer>> elsewhere;
        std::uint32_t source = 100;
        std::size_t most = 0;
        const auto& campaigns = rounds.plan().setup->campaigns;
        market.run(12 * 60, 20, [&](TimeMs from) {
            for (const auto& server : elsewhere)
                server->live(from, 20, market.spent);
            for (std::size_t i = 0; i < campaigns.size(); ++i)
                QVERIFY(market.spent[static_cast<Handle>(i + 1)]
                        <= campaigns[i].budgetTotal.micros * 1000);
            const TimeMs end = from + base::kMinuteMs;
            const std::int64_t minute = (from - kMidnight) / base::kMinuteMs;
            if (minute % 20 == 5) {
                elsewhere.push_back(
                    std::make_shared<WildServer>(++source, campaigns.size(), faults, true));
                QVERIFY(rounds.join(elsewhere.back(), end + -1).has_value());
            }
            if (minute % 20 == 15 && elsewhere.size() > 2) {
                QVERIFY(rounds.leave(elsewhere.front()->everything(), end + -1).has_value());
                elsewhere.pop_front();
            }
            most = std::max(most, rounds.links().size());
        });
        QCOMPARE(most, std::size_t{8 + 3}); // who comes takes the place of who left
        for (const auto& server : elsewhere)
            QVERIFY(rounds.leave(server->everything(), kMidnight + 12 * base::kHourMs).has_value());
        QVERIFY(rounds.finish(kMidnight + 13 * base::kHourMs).has_value());
        for (const auto& [campaign, nanos] : market.spent) {
            QCOMPARE(rounds.ledger().settlement().chargedOf(campaign).micros, nanos / 1000);
            QCOMPARE(rounds.ledger().settlement().heldOf(campaign).micros, 0);
        }
        QCOMPARE(rounds.sheet().broken(), std::uint64_t{0});
        QCOMPARE(rounds.ledger().broken(), std::uint64_t{0});
    }

    /// A round is settled up to where the log of each server is known, for all campaigns: also one
    /// that has ended, and in a round that is about another.
    void aRoundSettlesAllThatWasReportedToIt()
    {
        using model::PacingPolicy;
        std::vector<model::Campaign> campaigns{
            campaignOf("c1", Money::units(40), {}, {}, PacingPolicy::Asap),
            campaignOf("c2", Money::units(40), {}, {}, PacingPolicy::Asap),
            campaignOf("c3", Money::units(40), {}, {}, PacingPolicy::Asap)};
        WildMarket market({}, campaigns);
        Rounds& rounds = *market.rounds;
        const auto charged
            = [&](Handle of) { return rounds.ledger().settlement().chargedOf(of).micros; };
        QVERIFY(rounds.begin(kMidnight).has_value());
        for (WildServer* server : market.servers)
            server->live(kMidnight, 5, market.spent);
        rounds.remove("c2");
        const auto away = std::make_shared<WildServer>(100, 3, Faults{}, true);
        QVERIFY(rounds.join(away, kMidnight + 30'000).has_value());
        for (Handle campaign = 1; campaign <= 3; ++campaign) {
            QVERIFY(market.spent[campaign] > 0);
            QCOMPARE(charged(campaign), market.spent[campaign] / 1000);
        }
        // What is asked of the servers for one campaign says what the others did, too.
        for (WildServer* server : market.servers)
            server->live(kMidnight + 40'000, 5, market.spent);
        QVERIFY(rounds.makeRoom(1, Money::units(39), kMidnight + 50'000).has_value());
        const std::vector<Rounds::Wish> wishes{{1, {}}};
        QVERIFY(rounds.between(wishes, "Ada", kMidnight + 51'000).has_value());
        QCOMPARE(charged(1), market.spent[1] / 1000);
        QCOMPARE(charged(3), market.spent[3] / 1000);
    }

    /// The market ends, the server does not: what it may still spend stays held.
    void aServerElsewhereOutlivesTheMarket()
    {
        WildMarket market({},
                          {campaignOf("c1", Money::units(40), {}, {}, model::PacingPolicy::Asap)});
        Rounds& rounds = *market.rounds;
        const auto away = std::make_shared<WildServer>(100, 1, Faults{}, true);
        market.run(10, 1, [&](TimeMs from) {
            if (from == kMidnight)
                QVERIFY(rounds.join(away, from + 1).has_value());
            away->live(from, 1, market.spent);
        });
        const model::QuotaReport before = away->everything();
        QVERIFY(before.campaigns.front().spentNanos > 0);
        QVERIFY(rounds.finish(kMidnight + 11 * base::kMinuteMs).has_value());
        const auto& settlement = rounds.ledger().settlement();
        QVERIFY(settlement.chargedOf(1).micros * 1000 <= market.spent[1]);
        const std::int64_t still
            = before.campaigns.front().boundNanos - before.campaigns.front().spentNanos;
        QVERIFY(still > 0);
        QVERIFY(settlement.heldOf(1).micros * 1000 >= still);
    }

    /// Every 20 minutes of its own clock, beside rounds of a quarter of an hour.
    void aCronRuleMakesRoundsOfItsOwn()
    {
        const Money total = Money::units(40);
        std::vector<model::Campaign> campaigns{
            campaignOf("c1", total, {}, {}, model::PacingPolicy::Asap),
            campaignOf("c2", total, {}, {}, model::PacingPolicy::Asap)};
        campaigns[0].timeZone = "Asia/Kolkata"; // 05:30 where the market begins
        campaigns[0].roundCron = "*/20 * * * *";
        WildMarket market({}, campaigns, 15);
        Rounds& rounds = *market.rounds;
        QVERIFY(rounds.begin(kMidnight).has_value());
        const auto minute = [](int number) { return kMidnight + number * base::kMinuteMs; };
        // 05:40, 06:00, 06:20 and 06:40 there are 10, 30, 50 and 70 minutes after midnight.
        std::vector<std::pair<int, std::size_t>> between;
        for (int now = 1; now <= 75; ++now) {
            if (now % 15 == 0) {
                QVERIFY(rounds.run(minute(now), minute(now)).has_value());
                continue;
            }
            const auto due = rounds.nextCron();
            if (!due || *due > minute(now))
                continue;
            QVERIFY(rounds.runCron(minute(now)).has_value());
            between.emplace_back(now, rounds.windows().back().tasks.size());
        }
        const std::vector<std::pair<int, std::size_t>> wanted{{10, 1}, {50, 1}, {70, 1}};
        QVERIFY(between == wanted);
        // That of 06:00 is part of the round of that boundary, in which c2 has its interval.
        for (const Rounds::Window& window : rounds.windows()) {
            if (window.times.window.report != minute(30)
                || window.trigger != model::TriggerKind::Interval)
                continue;
            std::vector<model::TriggerKind> triggers;
            for (const model::TaskId id : window.tasks)
                triggers.push_back(rounds.archive().find(id)->task.trigger);
            QVERIFY(triggers
                    == (std::vector{model::TriggerKind::Cron, model::TriggerKind::Interval}));
        }
        // The calendar has the next one; without its rule there is none.
        QCOMPARE(rounds.triggers().coming(minute(75), minute(120), 9).size(), std::size_t{2});
        campaigns[0].roundCron.clear();
        rounds.edit(campaigns[0], minute(75));
        QVERIFY(rounds.triggers().coming(minute(75), minute(120), 9).empty());
    }

    void aReportAfterItsRoundHasARoundOfItsOwn()
    {
        WildMarket market({},
                          {campaignOf("c1", Money::units(40), {}, {}, model::PacingPolicy::Asap)});
        Rounds& rounds = *market.rounds;
        const auto charged = [&] { return rounds.ledger().settlement().chargedOf(1).micros; };
        market.run(3, 5, [&](TimeMs from) {
            market.servers[2]->isMute = from == kMidnight + 2 * base::kMinuteMs;
        });
        const TimeMs late = kMidnight + 3 * base::kMinuteMs + 20'000;
        QVERIFY(charged() > 0);
        QVERIFY(charged() < market.spent[1] / 1000);
        QVERIFY(!rounds.sheet().servers()[2].reachable);
        QCOMPARE(rounds.takeLate(late).value(), false); // it is not there yet
        market.servers[2]->isMute = false;
        QCOMPARE(rounds.takeLate(late).value(), true);
        QCOMPARE(charged(), market.spent[1] / 1000);
        QVERIFY(rounds.sheet().servers()[2].reachable);
        const Rounds::Window& window = rounds.windows().back();
        QVERIFY(window.trigger == model::TriggerKind::Event);
        QCOMPARE(window.tasks.size(), std::size_t{1});
        const auto* task = rounds.archive().find(window.tasks.front());
        QCOMPARE(task->events.front().text->detail, std::string(R"({"event":"source_late"})"));
        QCOMPARE(rounds.takeLate(late + 1).value(), false); // and once is enough
    }

    /// From 01:30 back to 00:30: an hour that has had its rounds comes again.
    void aClockThatIsSetBackDoesNotLetQuotaRunOut()
    {
        WildMarket market(
            {},
            {campaignOf("c1", Money::units(40), Money::units(12), {}, model::PacingPolicy::Mpc),
             campaignOf("c2", Money::units(40), {}, {}, model::PacingPolicy::Asap)});
        Rounds& rounds = *market.rounds;
        market.run(90, 1, [](TimeMs) {});
        const TimeMs back = kMidnight + 30 * base::kMinuteMs;
        // Half a minute back is no reason: what was granted lasts longer.
        const TimeMs nearly = kMidnight + 90 * base::kMinuteMs + -30'000;
        QCOMPARE(rounds.repeat(nearly).value(), false);
        const auto before = market.spent;
        for (int minute = 0; minute < 59; ++minute) {
            const TimeMs now = back + minute * base::kMinuteMs;
            const auto was = market.spent;
            QCOMPARE(rounds.repeat(now).value(), true);
            QCOMPARE(rounds.repeat(now + 20'000).value(), false);
            for (WildServer* server : market.servers)
                server->live(now, 1, market.spent);
            QVERIFY2(market.spent[2] > was.at(2), qPrintable(QString::number(minute)));
        }
        QVERIFY(market.spent[1] > before.at(1));
        QVERIFY(market.spent[1] <= 12'000'000'000);
        const auto* task = rounds.archive().find(rounds.windows().back().tasks.front());
        QCOMPARE(task->events.front().text->detail, std::string(R"({"event":"clock_set_back"})"));
        // The clock is where it was, and the rounds of the boundaries go on.
        const TimeMs next = kMidnight + 91 * base::kMinuteMs;
        QCOMPARE(rounds.repeat(next).value(), false);
        for (WildServer* server : market.servers)
            server->live(next + -base::kMinuteMs, 1, market.spent);
        QVERIFY(rounds.run(next, next).has_value());
        QCOMPARE(rounds.ledger().settlement().chargedOf(2).micros, market.spent[2] / 1000);
        QCOMPARE(rounds.sheet().broken(), std::uint64_t{0});
        QCOMPARE(rounds.ledger().broken(), std::uint64_t{0});
        QCOMPARE(rounds.archive().broken(), std::uint64_t{0});
    }

    void aWalletWithoutMoneyGetsNoQuotaUntilItIsPaidIn()
    {
        WildMarket market(
            {},
            {campaignOf("c1", Money::units(40), Money::units(12), {}, model::PacingPolicy::Asap)});
        runtime::LedgerDesk& desk = market.rounds->ledger();
        runtime::WalletTerms prepaid;
        prepaid.prepaid = true;
        QVERIFY(desk.setTerms("adv", prepaid, "tester", kMidnight).has_value());
        market.run(3, 40, [](TimeMs) {});
        QCOMPARE(market.spent[1], 0);
        QVERIFY(!market.rounds->noteOf(1).empty());
        const TimeMs later = kMidnight + 3 * base::kMinuteMs;
        QVERIFY(desk.payIn({"adv", Money::units(1), {}, "bank-1"}, "tester", later).has_value());
        QVERIFY(desk.payIn({"adv", Money::units(1), {}, "bank-1"}, "tester", later).has_value());
        QVERIFY(market.rounds->between(market.rounds->walletWishes("adv"), "tester", later)
                    .has_value());
        for (int minute = 3; minute < 20; ++minute) {
            const TimeMs from = kMidnight + minute * base::kMinuteMs;
            for (WildServer* server : market.servers)
                server->live(from, 400, market.spent);
            QVERIFY(market.rounds->run(from + base::kMinuteMs, from + base::kMinuteMs).has_value());
        }
        QVERIFY(market.spent[1] > 900'000'000);
        QVERIFY(market.spent[1] <= 1'000'000'000); // what was paid in, once
    }

    void theSameReportsGiveTheSameGrants()
    {
        const auto spentOf = [] {
            WildMarket market({.lostReport = 0.1, .lostGrant = 0.1, .delayed = 0.1}, everyKind());
            market.run(120, 40, [](TimeMs) {});
            return market.spent;
        };
        QCOMPARE(spentOf(), spentOf());
    }

    void boundariesAreWholeIntervals()
    {
        using runtime::boundaryAfter;
        QCOMPARE(boundaryAfter(kMidnight, base::kMinuteMs).value,
                 kMidnight.value + base::kMinuteMs);
        QCOMPARE(boundaryAfter(kMidnight + 1, base::kHourMs).value,
                 kMidnight.value + base::kHourMs);
        QCOMPARE(boundaryAfter({-1}, base::kMinuteMs).value, 0);
    }
};

QTEST_GUILESS_MAIN(TestRounds)
#include "test_rounds.moc"
