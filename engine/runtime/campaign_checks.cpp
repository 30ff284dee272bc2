// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/campaign_checks.h"

#include "engine/base/money.h"
#include "engine/dsp/targeting/local_time.h"
#include "engine/ledger/audit/ledger_search.h"
#include "engine/ledger/settlement/own_spend.h"
#include "engine/model/campaign_json.h"
#include "engine/runtime/market_run.h"
#include "engine/store/campaign_table.h"
#include "engine/store/connection.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace gavel::runtime {

namespace {

constexpr std::int64_t kQuarterMs = 15 * base::kMinuteMs;

struct Run
{
    std::string market;
    TimeMs began;
    std::optional<Currency> currency{}; ///< none: no book of it, so prices are taken as they stand
};

/// A campaign of the file with its budget and caps.
struct Known
{
    model::Campaign campaign;
    dsp::TimeZone zone;
    Money beside; ///< spent outside the auctions

    /// The log's prices are of another currency than its budgets.
    bool isForeignTo(const Run& run) const
    {
        return run.currency && campaign.currency != *run.currency;
    }

    /// The local hour that a quarter of an hour is part of, as hours of UTC where it begins.
    std::int64_t hourOf(TimeMs at) const
    {
        const std::int64_t offset = zone.offsetMs(at) % base::kHourMs;
        return (at.value + offset) / base::kHourMs;
    }

    /// Budgets and caps of today held when this was logged. A scenario's times are virtual: there
    /// the whole run must have begun after the last edit.
    bool holdsFor(const Run& run, TimeMs at) const
    {
        const TimeMs since = campaign.updatedAt;
        return run.began >= since || (run.market == kLiveMarket && at >= since);
    }
};

struct File
{
    std::map<std::int64_t, Run> runs;
    std::map<std::int64_t, std::string> names; ///< of campaigns
    std::map<std::pair<std::string, std::string>, Known> campaigns; ///< by market and id

    const Known* find(const Run& run, std::int64_t name) const
    {
        const auto text = names.find(name);
        if (text == names.end())
            return nullptr;
        const auto found = campaigns.find({run.market, text->second});
        return found == campaigns.end() ? nullptr : &found->second;
    }
};

/// Calls take(statement) for each row.
template<typename Take>
Result<void> eachRow(store::Connection& connection, std::string_view sql, Take take)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(*statement);
    }
}

Result<void> readCampaigns(store::Connection& connection, const std::string& market, File& file)
{
    const auto stored = store::loadCampaigns(connection, market);
    if (!stored)
        return stored.error();
    for (const auto& one : *stored) {
        auto campaign = model::campaignFromJson(one.json, "campaign " + one.id);
        if (!campaign)
            return campaign.error();
        const auto zone = dsp::TimeZone::named(campaign->timeZone);
        if (!zone)
            return zone.error();
        file.campaigns[{market, one.id}] = {std::move(*campaign), *zone, one.spent};
    }
    return {};
}

/// Of every run that has a book: all runs of the live market have one.
Result<void> readCurrencies(store::Connection& connection, File& file)
{
    const auto books = ledger::readBooks(connection);
    if (!books)
        return books.error();
    for (const ledger::BookRow& book : *books)
        for (auto& [number, run] : file.runs)
            if (run.market == book.market && (book.run == 0 || book.run == number))
                run.currency = book.currency;
    return {};
}

Result<File> readFile(store::Connection& connection)
{
    File file;
    std::set<std::string> markets;
    auto read
        = eachRow(connection, "SELECT id, market, began_at FROM run", [&](store::Statement& row) {
              file.runs[row.integer(0)] = {std::string(row.text(1)), TimeMs{row.integer(2)}, {}};
              markets.emplace(row.text(1));
          });
    if (read)
        read = eachRow(
            connection, "SELECT id, text FROM name WHERE kind = 'campaign'",
            [&](store::Statement& row) { file.names[row.integer(0)] = std::string(row.text(1)); });
    if (read)
        read = readCurrencies(connection, file);
    for (auto market = markets.begin(); read && market != markets.end(); ++market)
        read = readCampaigns(connection, *market, file);
    if (!read)
        return read.error();
    return file;
}

/// How a check went: what was broken first is named.
struct Finding
{
    std::size_t looked = 0;
    std::size_t broken = 0;
    std::size_t leftOut = 0;
    std::string first;

    void breaks(const std::string& what)
    {
        if (broken++ == 0)
            first = what;
    }
    store::Check check(const char* name, const char* what, const char* why) const
    {
        std::string detail = broken == 0 ? std::to_string(looked) + " " + what + " checked"
                                         : std::to_string(broken) + " of " + std::to_string(looked)
                + " " + what + " broken, first " + first;
        if (leftOut > 0)
            detail += "; " + std::to_string(leftOut) + " not provable: " + why;
        return {name, broken == 0, std::move(detail)};
    }
};

bool isAbove(std::int64_t nanos, Money budget)
{
    return nanos / base::kNanosPerMicro > budget.micros;
}

std::string over(const std::string& id, std::int64_t nanos, Money budget)
{
    return "campaign " + id + ": spent " + base::toString(Money{nanos / base::kNanosPerMicro})
        + " of " + base::toString(budget);
}

/// What was spent of each budget. Real money stays spent from run to run; a scenario begins its
/// budgets anew with each.
struct Spending
{
    struct Sum
    {
        const Known* known = nullptr;
        std::int64_t nanos = 0;

        void add(const Known& campaign, std::int64_t more)
        {
            known = &campaign;
            nanos += more;
        }
    };
    std::map<std::pair<std::int64_t, std::int64_t>, Sum> totals; ///< by run (0 = live), campaign
    std::map<std::tuple<std::int64_t, std::int64_t, std::int32_t>, Sum> days;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, Sum> hours;
    std::size_t totalsLeftOut = 0;
    std::size_t daysLeftOut = 0;
    std::size_t hoursLeftOut = 0;

    /// A row of campaign_quarter.
    void add(const File& file, store::Statement& row)
    {
        const auto run = file.runs.find(row.integer(0));
        const auto* known
            = run == file.runs.end() ? nullptr : file.find(run->second, row.integer(1));
        if (known == nullptr) {
            ++totalsLeftOut;
            return;
        }
        const bool isLive = run->second.market == kLiveMarket;
        if (known->isForeignTo(run->second)) {
            totalsLeftOut += isLive ? 0 : 1; // of real money the book knows what it was
            daysLeftOut += known->campaign.budgetDay > Money{} ? 1 : 0;
            hoursLeftOut += known->campaign.budgetHour > Money{} ? 1 : 0;
            return;
        }
        const std::int64_t scope = isLive ? 0 : run->first;
        const TimeMs at{row.integer(2) * kQuarterMs};
        const std::int64_t nanos = row.integer(3);
        if (isLive || known->holdsFor(run->second, at))
            totals[{scope, row.integer(1)}].add(*known, nanos);
        else
            ++totalsLeftOut;
        if (known->campaign.budgetHour > Money{}
            && known->holdsFor(run->second, {known->hourOf(at) * base::kHourMs}))
            hours[{scope, row.integer(1), known->hourOf(at)}].add(*known, nanos);
        if (known->campaign.budgetDay == Money{})
            return;
        const std::int32_t local = known->zone.at(at).day;
        if (known->holdsFor(run->second, known->zone.startOfDay(local)))
            days[{scope, row.integer(1), local}].add(*known, nanos);
        else
            ++daysLeftOut;
    }
};

void compare(const Known& known, std::int64_t nanos, Money budget, Finding& finding)
{
    ++finding.looked;
    if (isAbove(nanos, budget))
        finding.breaks(over(known.campaign.id, nanos, budget));
}

/// Campaigns of other currencies than the live market's: what the book keeps of them.
Result<void> checkOwnSpend(store::Connection& connection, const File& file, Finding& total)
{
    const auto own = ledger::readOwnSpend(connection, kLiveMarket);
    if (!own)
        return own.error();
    for (const auto& [campaign, sources] : own->campaigns) {
        const auto known = file.campaigns.find({kLiveMarket, campaign});
        if (known == file.campaigns.end()) {
            ++total.leftOut;
            continue;
        }
        std::int64_t nanos = known->second.beside.micros * base::kNanosPerMicro;
        for (const auto& [source, sums] : sources)
            nanos += sums.spentNanos;
        compare(known->second, nanos, known->second.campaign.budgetTotal, total);
    }
    return {};
}

Result<std::vector<store::Check>> checkBudgets(store::Connection& connection, const File& file)
{
    Spending spending;
    const auto read
        = eachRow(connection, "SELECT run, campaign, quarter, spent_nanos FROM campaign_quarter",
                  [&](store::Statement& row) { spending.add(file, row); });
    if (!read)
        return read.error();
    Finding total;
    Finding day;
    Finding hour;
    total.leftOut = spending.totalsLeftOut;
    day.leftOut = spending.daysLeftOut;
    hour.leftOut = spending.hoursLeftOut;
    if (auto checked = checkOwnSpend(connection, file, total); !checked)
        return checked.error();
    for (const auto& [where, sum] : spending.totals) {
        const std::int64_t beside
            = where.first == 0 ? sum.known->beside.micros * base::kNanosPerMicro : 0;
        compare(*sum.known, sum.nanos + beside, sum.known->campaign.budgetTotal, total);
    }
    for (const auto& [where, sum] : spending.days)
        compare(*sum.known, sum.nanos, sum.known->campaign.budgetDay, day);
    for (const auto& [where, sum] : spending.hours)
        compare(*sum.known, sum.nanos, sum.known->campaign.budgetHour, hour);
    return std::vector{
        total.check("budgets", "campaign totals",
                    "quarters of campaigns that were removed or edited since"),
        day.check("day budgets", "campaign days",
                  "quarters of days before the last edit, or of another currency"),
        hour.check("hour budgets", "campaign hours", "quarters of another currency")};
}

/// The impressions of one campaign to one user in one scope, in time: counts them in each window.
class CapWatch
{
public:
    explicit CapWatch(const Known& known)
        : m_known(known)
    {
    }

    /// The cap that one more impression passes; nullptr = none.
    const model::FrequencyCap* add(TimeMs at, std::int64_t creative)
    {
        const model::FrequencyCap* passed = nullptr;
        const std::int32_t day = m_known.zone.at(at).day;
        for (const auto& cap : m_known.campaign.caps) {
            const auto thing = cap.scope == model::CapScope::Creative ? creative : 0;
            auto& shown = m_shown[{thing, cap.window}];
            if (cap.window == model::CapWindow::Hour)
                while (!shown.empty() && at - shown.front() >= base::kHourMs)
                    shown.pop_front();
            else if (cap.window == model::CapWindow::Day)
                while (!shown.empty() && m_known.zone.at(shown.front()).day != day)
                    shown.pop_front();
            shown.push_back(at);
            if (shown.size() > cap.limit)
                passed = &cap;
        }
        return passed;
    }

private:
    const Known& m_known;
    std::map<std::pair<std::int64_t, model::CapWindow>, std::deque<TimeMs>> m_shown;
};

Result<store::Check> checkCaps(store::Connection& connection, const File& file)
{
    // As with money: real users stay users from run to run, those of a scenario begin anew.
    Finding caps;
    const bool any = std::ranges::any_of(
        file.campaigns, [](const auto& entry) { return !entry.second.campaign.caps.empty(); });
    if (!any)
        return caps.check("frequency caps", "impressions of capped campaigns", "");
    std::tuple<std::int64_t, std::int64_t, std::int64_t> who{};
    std::optional<CapWatch> watch;
    const auto read = eachRow(
        connection,
        "SELECT s.run, e.campaign, e.user, e.at, e.creative, "
        "CASE WHEN r.market = 'live' THEN 0 ELSE s.run END AS scope FROM event e "
        "JOIN source s ON s.id = e.key >> 40 JOIN run r ON r.id = s.run "
        "WHERE e.kind = 3 AND e.user <> 0 AND e.campaign <> 0 "
        "ORDER BY scope, e.campaign, e.user, e.at",
        [&](store::Statement& row) {
            const auto run = file.runs.find(row.integer(0));
            const auto* known
                = run == file.runs.end() ? nullptr : file.find(run->second, row.integer(1));
            if (known == nullptr || known->campaign.caps.empty())
                return;
            const TimeMs at{row.integer(3)};
            if (!known->holdsFor(run->second, at)) {
                ++caps.leftOut;
                return;
            }
            const std::tuple now{row.integer(5), row.integer(1), row.integer(2)};
            if (!watch || now != who)
                watch.emplace(*known);
            who = now;
            ++caps.looked;
            if (const auto* cap = watch->add(at, row.integer(4)))
                caps.breaks(
                    "campaign " + known->campaign.id + ": more than " + std::to_string(cap->limit)
                    + " in one "
                    + std::string(model::kCapWindowNames[static_cast<std::size_t>(cap->window)])
                    + " to one user");
        });
    if (!read)
        return read.error();
    return caps.check("frequency caps", "impressions of capped campaigns",
                      "shown before the last edit");
}

} // namespace

Result<std::vector<store::Check>> checkCampaigns(store::Connection& connection)
{
    const auto file = readFile(connection);
    if (!file)
        return file.error();
    auto checks = checkBudgets(connection, *file);
    if (!checks)
        return checks.error();
    auto caps = checkCaps(connection, *file);
    if (!caps)
        return caps.error();
    checks->push_back(std::move(*caps));
    return checks;
}

} // namespace gavel::runtime
