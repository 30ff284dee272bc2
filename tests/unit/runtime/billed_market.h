// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/market_rate.h"
#include "engine/ledger/ledger_tables.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/runtime/scheduler/market_before.h"
#include "engine/runtime/scheduler/quota_gate.h"
#include "engine/scheduling/task_schema.h"
#include "engine/store/connection.h"
#include "engine/store/event_writer.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gavel::runtime {

using model::BillingModel;
using model::EventKind;

/// 2026-03-20 17:30 UTC: midnight is in one hour in Kolkata and in six and a half in UTC.
inline constexpr TimeMs kEvening{1'774'027'800'000};
inline constexpr std::size_t kCampaigns = 5;

/// An ad server that logs what it is told to have done, and reports it.
class LoggedServer final : public AdServerLink
{
public:
    LoggedServer(store::EventWriter& events, std::uint32_t run, bool isElsewhere,
                 const std::shared_ptr<model::Vocabulary>& words)
        : m_events(events)
        , m_run(run)
        , m_isElsewhere(isElsewhere)
        , m_source(*events.addSource(run, "logged"))
        , m_name("logged-" + std::to_string(m_source))
    {
        m_report.server = m_source;
        m_report.publishers.resize(1);
        for (Handle campaign = 1; campaign <= kCampaigns; ++campaign)
            m_report.campaigns.emplace_back().campaign = campaign;
        if (!events.attach(m_ring, m_source, words))
            qFatal("the ring was not attached");
    }
    ~LoggedServer() override { static_cast<void>(m_events.detach(m_source)); }

    std::uint32_t source() const override { return m_source; }
    std::uint32_t run() const { return m_run; }
    const std::string& name() const override { return m_name; }
    std::optional<model::QuotaReport> report(TimeMs boundary) override
    {
        return isMute ? std::nullopt : std::optional(reportOf(boundary));
    }
    Result<model::QuotaReport> reportNow(TimeMs at) override { return reportOf(at); }
    bool isDurable(std::uint64_t sequence) const override
    {
        static_cast<void>(m_events.flush());
        return m_events.committed(m_source) >= sequence;
    }
    Result<void> give(TimeMs, const model::QuotaGrants&) override { return {}; }
    Result<void> giveNow(const model::QuotaGrants&) override { return {}; }
    void open(TimeMs) override { }
    bool isElsewhere() const override { return m_isElsewhere; }

    void tell(EventKind kind, Handle campaign, TimeMs at, std::int64_t nanos = 0,
              bool isLate = false)
    {
        model::CampaignReport& counts = m_report.campaigns[campaign - 1];
        model::DeliveryEvent event;
        event.kind = kind;
        event.at = at;
        event.auction = ++m_auction;
        event.campaign = campaign;
        event.amount = nanos;
        if (kind == EventKind::Win) {
            event.publisher = nanos;
            event.uncharged = isLate;
            const auto foreign = rates.find(campaign);
            const std::int64_t own
                = foreign == rates.end() ? nanos : foreign->second.fromMarket({nanos}).nanos;
            (isLate ? counts.unchargedNanos : counts.spentNanos) += own;
            counts.clearedNanos += nanos;
            counts.publisherNanos += nanos;
            m_report.publishers.front().earnedNanos += nanos;
        }
        counts.wins += kind == EventKind::Win ? 1 : 0;
        counts.impressions += kind == EventKind::Impression ? 1 : 0;
        counts.clicks += kind == EventKind::Click ? 1 : 0;
        counts.conversions += kind == EventKind::Conversion ? 1 : 0;
        event.sequence = ++m_report.lastSequence;
        if (!m_ring.push(event))
            qFatal("the ring is full");
    }
    model::QuotaReport reportOf(TimeMs at) const
    {
        model::QuotaReport report = m_report;
        report.at = at;
        return report;
    }
    bool isMute = false;
    std::map<Handle, dsp::MarketRate>
        rates; ///< of campaigns of other currencies, as a seat has them

private:
    store::EventWriter& m_events;
    std::uint32_t m_run;
    bool m_isElsewhere;
    std::uint32_t m_source;
    std::string m_name;
    model::QuotaReport m_report;
    std::uint64_t m_auction = 0;
    base::SpscRing<model::DeliveryEvent> m_ring{1 << 12};
};

/// The check of what was settled, or of the ledger what is wrong before it.
inline store::Check settlementCheck(const std::string& file)
{
    auto reader = store::Connection::open(file, store::Connection::Access::Read);
    const auto checks = checkLedger(*reader);
    for (const auto& check : *checks)
        if (check.name == "ledger settlement" || !check.ok)
            return check;
    return {};
}

inline model::Campaign campaignOf(Handle handle, const model::Billing& billing)
{
    model::Campaign campaign;
    campaign.id = "c" + std::to_string(handle);
    campaign.advertiserId = "adv";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(1'000'000);
    campaign.timeZone = handle % 2 == 0 ? "Asia/Kolkata" : "UTC";
    campaign.billing = billing;
    return campaign;
}

inline model::Billing billed(BillingModel model, std::int64_t cents = 0)
{
    return {model, Money{400'000 + cents * 10'000}, Money::units(5 + cents),
            Money::units(7 + cents)};
}

/// One process after the other over the same file.
class BilledMarket
{
public:
    BilledMarket()
    {
        for (Handle handle = 1; handle <= kCampaigns; ++handle)
            campaigns[handle] = campaignOf(handle, billed(static_cast<BillingModel>(handle - 1)));
    }
    ~BilledMarket() { stop(); }

    void start()
    {
        const std::vector<store::Migration> migrations = [] {
            std::vector<store::Migration> all(ledger::ledgerMigrations().begin(),
                                              ledger::ledgerMigrations().end());
            all.insert(all.end(), scheduling::schedulingMigrations().begin(),
                       scheduling::schedulingMigrations().end());
            return all;
        }();
        workspace = *store::Workspace::open(file(), migrations);
        events = std::make_unique<store::EventWriter>(*workspace);
        const std::uint32_t run = *events->beginRun("live", now);
        auto setup = std::make_shared<model::MarketSetup>();
        setup->start = now;
        setup->rates = rates;
        for (Handle handle = 1; handle <= kCampaigns; ++handle)
            setup->vocabulary->campaigns.intern("c" + std::to_string(handle));
        for (const auto& [handle, campaign] : campaigns)
            setup->campaigns.push_back(campaign);
        words = setup->vocabulary;
        Rounds::Plan plan;
        plan.setup = setup;
        plan.workspace = workspace.get();
        plan.market = "live";
        plan.run = run;
        plan.isLive = true;
        plan.before = *readBefore(*workspace, "live", *setup, now);
        Rounds::Links links;
        for (int i = 0; i < 2; ++i) {
            servers.push_back(std::make_shared<LoggedServer>(*events, run, false, words));
            tellRates(*servers.back());
            links.push_back(servers.back());
        }
        auto opened = Rounds::open(std::move(plan), std::move(links), {}, now);
        if (!opened)
            qFatal("%s", toString(opened.error()).c_str());
        rounds = std::move(*opened);
        QVERIFY(rounds->begin(now).has_value());
    }
    /// Without finish() it is as if it had died.
    void stop()
    {
        if (events)
            static_cast<void>(events->flush());
        rounds.reset();
        servers.clear();
        events.reset();
        workspace.reset();
    }
    void join()
    {
        servers.push_back(
            std::make_shared<LoggedServer>(*events, *events->beginRun("live", now), true, words));
        tellRates(*servers.back());
        QVERIFY(rounds->join(servers.back(), now).has_value());
    }
    void leave()
    {
        static_cast<void>(events->flush());
        QVERIFY(rounds->leave(servers.back()->reportOf({INT64_MAX}), now).has_value());
        servers.pop_back();
    }
    void edit(Handle handle, const model::Billing& billing, bool isSettled = true)
    {
        campaigns[handle].billing = billing;
        rounds->edit(campaigns[handle], now);
        const std::vector<Rounds::Wish> wishes{{handle, scheduling::TriggerEvent::CampaignEdited}};
        if (isSettled)
            QVERIFY(rounds->between(wishes, {}, now).has_value());
    }
    /// To the next minute, and its round.
    void pass()
    {
        now = boundaryAfter(now, base::kMinuteMs);
        QVERIFY(rounds->run(now, now).has_value());
    }
    void finish()
    {
        now = now + 1;
        QVERIFY(rounds->finish(now).has_value());
    }
    store::Check check() const { return settlementCheck(file()); }
    std::int64_t charged(Handle handle) const
    {
        return rounds->ledger().settlement().chargedOf(handle).micros;
    }
    std::string file() const { return folder.filePath("t.gavel").toStdString(); }

    QTemporaryDir folder;
    TimeMs now = kEvening;
    std::vector<model::ExchangeRate> rates;
    std::map<Handle, model::Campaign> campaigns; ///< in the market
    std::shared_ptr<model::Vocabulary> words;
    std::unique_ptr<store::Workspace> workspace;
    std::unique_ptr<store::EventWriter> events;
    std::vector<std::shared_ptr<LoggedServer>> servers;
    std::unique_ptr<Rounds> rounds;

private:
    void tellRates(LoggedServer& server) const
    {
        for (const auto& [handle, campaign] : campaigns)
            for (const model::ExchangeRate& rate : rates)
                if (campaign.currency == rate.from)
                    server.rates[handle] = {rate.numerator, rate.denominator};
    }
};

} // namespace gavel::runtime
