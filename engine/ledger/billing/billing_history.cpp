// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/billing/billing_history.h"

#include "engine/ledger/ledger_rows.h"

#include <algorithm>

namespace gavel::ledger {

using store::Connection;

namespace {

BillingTerms termsRow(const store::Statement& row)
{
    BillingTerms terms;
    terms.campaign = row.text(3);
    terms.billing.model = static_cast<model::BillingModel>(row.integer(4));
    terms.billing.perClick = {row.integer(5)};
    terms.billing.perConversion = {row.integer(6)};
    terms.billing.perDay = {row.integer(7)};
    terms.timeZone = row.text(8);
    terms.owedNanos = row.integer(9);
    return terms;
}

Result<std::map<std::int64_t, BillingStart>> readStarts(Connection& connection, std::int64_t book)
{
    std::map<std::int64_t, BillingStart> starts;
    auto read = forRows(
        connection,
        "SELECT number, first_source, at, campaign, model, per_click, per_conversion, per_day, "
        "time_zone, owed_nanos FROM billing_terms WHERE book = $1",
        [&](const store::Statement& row) -> Result<void> {
            if (row.integer(4) < 0
                || row.integer(4) >= static_cast<std::int64_t>(model::kBillingNames.size()))
                return Error{"LEDGER_CORRUPT", "billing_terms",
                             "a campaign has a billing model that does not exist",
                             "restore a backup"};
            BillingStart& start = starts[row.integer(0)];
            start.firstSource = static_cast<std::uint32_t>(row.integer(1));
            start.at = {row.integer(2)};
            start.terms.push_back(termsRow(row));
            return {};
        },
        book);
    if (!read)
        return read.error();
    return starts;
}

/// How far the log had come when they began.
LogPositions beginOf(const BillingStart& start, const LogPositions& settled)
{
    LogPositions begin;
    for (const auto& [source, sequence] : settled)
        if (source < start.firstSource)
            begin[source] = sequence;
    for (const SourcePosition& position : start.sources)
        begin[position.source] = position.sequence;
    return begin;
}

} // namespace

Result<std::vector<BillingStart>> readBilling(Connection& connection, std::int64_t book)
{
    const auto present = connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'billing_terms'");
    if (!present)
        return present.error();
    std::vector<BillingStart> ordered;
    if (*present == 0)
        return ordered;
    auto starts = readStarts(connection, book);
    if (!starts)
        return starts.error();
    auto read = forRows(
        connection,
        "SELECT number, source, sequence FROM billing_source WHERE book = $1 ORDER BY number, "
        "source",
        [&](const store::Statement& row) -> Result<void> {
            if (const auto start = starts->find(row.integer(0)); start != starts->end())
                start->second.sources.push_back(
                    {static_cast<std::uint32_t>(row.integer(1)), bits(row.integer(2))});
            return {};
        },
        book);
    if (!read)
        return read.error();
    for (auto& [number, start] : *starts)
        ordered.push_back(std::move(start));
    return ordered;
}

bool isWithin(const LogPositions& positions, const LogPositions& limit)
{
    return std::ranges::all_of(positions, [&](const auto& position) {
        const auto known = limit.find(position.first);
        return position.second <= (known == limit.end() ? 0 : known->second);
    });
}

BillingHistory::BillingHistory(std::vector<BillingStart> starts, const LogPositions& settled)
    : m_end(settled)
{
    LogPositions limit = settled;
    std::vector<BillingStart> counting;
    for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
        LogPositions begin = beginOf(*start, settled);
        if (!isWithin(begin, limit))
            continue;
        limit = begin;
        m_begins.push_back(std::move(begin));
        counting.push_back(std::move(*start));
    }
    m_begins.emplace_back(); // the part before all terms
    std::ranges::reverse(m_begins);
    std::ranges::reverse(counting);
    for (std::size_t i = 0; i < counting.size(); ++i)
        for (BillingTerms& terms : counting[i].terms) {
            std::vector<Step>& steps = m_steps[terms.campaign];
            steps.push_back({i + 1, std::move(terms)});
        }
}

std::vector<LogRange> BillingHistory::rangesOf(std::size_t part) const
{
    const LogPositions& begin = m_begins[part];
    std::vector<LogRange> ranges;
    for (const auto& [source, upTo] : part + 1 < m_begins.size() ? m_begins[part + 1] : m_end) {
        const auto known = begin.find(source);
        const std::uint64_t after = known == begin.end() ? 0 : known->second;
        if (after < upTo)
            ranges.push_back({source, after, upTo});
    }
    return ranges;
}

std::span<const BillingHistory::Step> BillingHistory::stepsOf(const std::string& campaign) const
{
    const auto known = m_steps.find(campaign);
    return known == m_steps.end() ? std::span<const Step>() : known->second;
}

bool BillingHistory::countsDays(const std::string& campaign) const
{
    return std::ranges::any_of(
        stepsOf(campaign), [](const Step& step) { return step.terms.billing.perDay > Money{}; });
}

} // namespace gavel::ledger
