// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/pipeline_words.h"

#include "engine/model/auction_name.h"

#include <algorithm>
#include <cstdio>

namespace gavel::runtime {

namespace {

using pipeline::Measures;

constexpr std::array<CountedKind, 7> kKinds{
    {{"wins", model::EventKind::Win, &Measures::wins},
     {"impressions", model::EventKind::Impression, &Measures::impressions},
     {"viewable", model::EventKind::Viewable, &Measures::viewable},
     {"clicks", model::EventKind::Click, &Measures::clicks},
     {"conversions", model::EventKind::Conversion, &Measures::conversions},
     {"attributed_clicks", model::EventKind::Click, &Measures::attributedClicks, true},
     {"attributed_conversions", model::EventKind::Conversion, &Measures::attributedConversions,
      true}}};

std::uint64_t positive(std::int64_t count)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, count));
}

std::string hexadecimal(std::uint64_t hash)
{
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

std::string repairText(const pipeline::Rule& rule)
{
    std::string text;
    for (const auto& check : rule.checks)
        text += (text.empty() ? "" : ", ")
            + std::string(pipeline::kCheckNames[static_cast<std::size_t>(check.kind)]);
    for (std::size_t i = 0; i < rule.repairs.size(); ++i)
        text += (i == 0 ? (text.empty() ? "" : "; else ") : ", ")
            + std::string(pipeline::kRepairNames[static_cast<std::size_t>(rule.repairs[i].kind)]);
    return text;
}

std::string auctionText(std::uint64_t auction)
{
    return auction == 0 ? std::string() : model::auctionName(auction);
}

std::vector<LineageLink> linksOf(const std::vector<pipeline::LinkedEvent>& events)
{
    std::vector<LineageLink> links;
    links.reserve(events.size());
    for (const auto& event : events)
        links.push_back(
            {std::string(model::kAttributedByNames[static_cast<std::size_t>(event.how)]),
             std::string(model::kEventNames[static_cast<std::size_t>(event.kind)]), event.source,
             event.sequence, event.at, event.campaign, auctionText(event.auction)});
    return links;
}

} // namespace

Completeness completenessOf(const pipeline::Flow& flow)
{
    return {positive(flow.received),   positive(flow.stored),  positive(flow.duplicate),
            positive(flow.dead),       positive(flow.refused), positive(flow.repaired),
            positive(flow.quarantined)};
}

DeadLetter viewOf(const pipeline::Letter& letter)
{
    return {letter.id,       letter.batch, letter.position, letter.source,  letter.event,
            letter.stage,    letter.rule,  letter.reason,   letter.field,   letter.value,
            letter.original, letter.state, letter.attempts, letter.firstAt, letter.changedAt,
            letter.actor,    letter.note};
}

BatchView viewOf(const pipeline::BatchRow& row)
{
    BatchView view;
    view.id = row.id;
    view.source = row.source;
    view.origin = row.origin;
    view.state = row.state;
    view.openedAt = row.openedAt;
    view.changedAt = row.changedAt;
    view.rules = row.rules;
    view.firstPosition = row.firstPosition;
    view.lastPosition = row.lastPosition;
    view.counts = completenessOf(row.flow);
    view.inHash = hexadecimal(row.inHash);
    view.outHash = hexadecimal(row.outHash);
    view.firstEvent = row.firstEvent;
    view.lastEvent = row.lastEvent;
    return view;
}

LineageEvent viewOf(const pipeline::TracedEvent& event)
{
    LineageEvent view;
    view.source = event.source;
    view.sequence = event.sequence;
    view.origin = event.origin;
    view.position = event.position;
    view.letter = event.letter;
    view.redrivenBy = event.redrivenBy;
    view.batch = event.batch;
    view.kind = model::kEventNames[static_cast<std::size_t>(event.kind)];
    view.campaign = event.campaign;
    view.at = event.at;
    view.original = event.original;
    view.quarantined = event.quarantined;
    view.auction = auctionText(event.auction);
    view.causes = linksOf(event.causes);
    view.effects = linksOf(event.effects);
    for (std::string_view rest = event.changes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::array<std::string_view, 4> cells; // field, before, after, how
        std::string_view line = rest.substr(0, end);
        for (auto& cell : cells) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            cell = line.substr(0, tab);
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        view.repaired += std::string(cells[0]) + ": " + std::string(cells[1]) + " → "
            + std::string(cells[2]) + " (" + std::string(cells[3]) + ")\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return view;
}

std::vector<RuleView> viewsOf(const pipeline::RuleSet& rules,
                              std::span<const pipeline::RuleCount> counts)
{
    std::vector<RuleView> views;
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        const auto& rule = rules.rules[i];
        RuleView& view = views.emplace_back();
        view.id = rule.id;
        view.stage = pipeline::kRuleStageNames[static_cast<std::size_t>(rule.stage)];
        view.field = model::kAdFieldNames[static_cast<std::size_t>(rule.field)];
        view.text = repairText(rule);
        view.otherwise = pipeline::kOtherwiseNames[static_cast<std::size_t>(rule.otherwise)];
        if (i < counts.size()) {
            view.passed = counts[i].passed;
            view.repaired = counts[i].repaired;
            view.failed = counts[i].failed;
        }
    }
    return views;
}

Result<CountedKind> kindNamed(std::string_view measure)
{
    for (const CountedKind& kind : kKinds)
        if (kind.name == measure)
            return kind;
    return Error{"LINEAGE_WRONG", "measure", "\"" + std::string(measure) + "\" is no count",
                 "write wins, impressions, viewable, clicks, conversions, attributed_clicks or "
                 "attributed_conversions"};
}

Result<pipeline::CountedBy> countedByNamed(std::string_view dimension)
{
    for (std::size_t i = 0; i < pipeline::kCountedBy; ++i)
        if (pipeline::kCountedByNames[i] == dimension)
            return static_cast<pipeline::CountedBy>(i);
    return Error{"LINEAGE_WRONG", "dimension",
                 "\"" + std::string(dimension) + "\" is nothing that is counted by",
                 "write campaign, ad, creative, advertiser, publisher, placement, device, country, "
                 "segment or source"};
}

std::string_view measureOf(model::EventKind kind)
{
    for (const CountedKind& counted : kKinds)
        if (counted.kind == kind)
            return counted.name;
    return "events";
}

} // namespace gavel::runtime
