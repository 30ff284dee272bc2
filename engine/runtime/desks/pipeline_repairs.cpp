// SPDX-License-Identifier: GPL-3.0-or-later
// What people repair: dead letters and the rules.
#include "engine/pipeline/intake/dead_letters.h"
#include "engine/pipeline/intake/event_ids.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/runtime/desks/event_pipeline.h"
#include "engine/runtime/desks/pipeline_words.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

namespace gavel::runtime {

namespace {

using model::AdField;

constexpr std::size_t kMostChanged = 100;
constexpr std::size_t kTrialBatches = 50;

Result<std::vector<pipeline::GivenField>> givenOf(std::span<const FieldEdit> edits)
{
    std::vector<pipeline::GivenField> given;
    for (const FieldEdit& edit : edits) {
        const auto field = model::adFieldOf(edit.field);
        if (!field)
            return Error{"FIELD_UNKNOWN", edit.field, "no event has such a field",
                         "write one of the contract's fields"};
        pipeline::GivenField& set = given.emplace_back();
        set.field = *field;
        if (!edit.taken)
            set.value = edit.value;
        set.wins = true;
        set.byHand = true;
    }
    return given;
}

/// An event as a line says it, with the fields over it that are given.
Result<model::AdEvent> readAgain(pipeline::AdEventReader& reader, const pipeline::Redrive& redrive)
{
    model::AdEvent event;
    auto read = redrive.header ? reader.readCsv(redrive.line.text, *redrive.header, event)
                               : reader.readJson(redrive.line.text, event);
    if (!read)
        return read.error();
    for (const auto& given : redrive.given)
        if (given.wins || !event.has(given.field) || event[given.field].empty())
            event[given.field] = given.value ? std::string_view(*given.value) : std::string_view();
    return event;
}

std::string effectOf(const pipeline::AdFact& fact, bool quarantined, bool isLate)
{
    const std::string what(fact.kind == model::EventKind::Impression       ? "impression"
                               : fact.kind == model::EventKind::Click      ? "click"
                               : fact.kind == model::EventKind::Conversion ? "conversion"
                                                                           : "viewable impression");
    if (quarantined)
        return "Stored in quarantine, counted and billed nowhere.";
    std::string text = isLate ? "Stored and counted as late: +1 " : "Stored and counted: +1 ";
    text += what;
    if (!fact.campaign.empty())
        text += " of " + std::string(fact.campaign);
    if (fact.kind == model::EventKind::Impression && fact.bid.nanos > 0)
        text += ", +" + base::formatDecimal(fact.bid.nanos, 9, 5) + " "
            + std::string(fact.currency.view());
    return text + ".";
}

std::vector<FieldView> fieldsOf(const model::AdEvent& original, const model::AdEvent& repaired,
                                const pipeline::Verdict& verdict, const pipeline::RuleSet& rules,
                                std::span<const FieldEdit> edits)
{
    std::vector<FieldView> fields;
    for (std::size_t i = 0; i < model::kAdFields; ++i) {
        const auto field = static_cast<AdField>(i);
        const bool isWrong = verdict.rule && verdict.fate != pipeline::Fate::Stored
            && rules.rules[*verdict.rule].field == field;
        if (!original.has(field) && !repaired.has(field) && !isWrong)
            continue;
        FieldView& view = fields.emplace_back();
        view.name = model::kAdFieldNames[i];
        view.original = original[field];
        view.wasThere = original.has(field);
        view.repaired = repaired[field];
        view.isWrong = isWrong;
        for (const auto& edit : edits)
            if (edit.field == view.name)
                view.how = "by hand";
        for (const auto& change : verdict.changes)
            if (change.field == field)
                view.how = pipeline::kRepairNames[static_cast<std::size_t>(change.how)];
    }
    return fields;
}

/// Stored only if its cause is found.
bool isConditional(const pipeline::Verdict& verdict)
{
    return verdict.ifAttributed && verdict.fate != pipeline::Fate::Dead;
}

std::string fateText(const pipeline::Verdict& verdict, const pipeline::RuleSet& rules)
{
    std::string text(pipeline::kFateNames[static_cast<std::size_t>(verdict.fate)]);
    if (verdict.rule)
        text += ": " + rules.rules[*verdict.rule].id;
    else if (!verdict.changes.empty())
        text += ", repaired";
    return text + (isConditional(verdict) ? ", if attributed" : "");
}

} // namespace

Result<VerdictView> EventPipeline::tryRepair(std::uint64_t id,
                                             std::span<const FieldEdit> edits) const
{
    const auto given = givenOf(edits);
    if (!given)
        return given.error();
    auto connection = m_parts.workspace.reader();
    if (!connection)
        return connection.error();
    const auto letter = pipeline::readLetter(*connection, id);
    if (!letter)
        return letter.error();
    const auto before = pipeline::redriveOf(*letter, {});
    const auto after = pipeline::redriveOf(*letter, *given);
    if (!before || !after)
        return before ? after.error() : before.error();
    pipeline::AdEventReader first;
    pipeline::AdEventReader second;
    VerdictView view;
    const auto original = readAgain(first, *before);
    auto repaired = readAgain(second, *after);
    if (!original || !repaired) {
        view.stages[0] = CheckOutcome::Failed;
        view.rule = pipeline::kUnreadable;
        view.reason = toString(original ? repaired.error() : original.error());
        return view;
    }
    const pipeline::Received received{m_parts.clock.now(), letter->source, letter->origin,
                                      letter->position, letter->original};
    pipeline::TextArena texts;
    bool needsCause = false;
    m_intake->withJudge([&](const pipeline::Judge& judge) {
        const auto verdict = judge.tryOut(*repaired, received, texts);
        for (std::size_t i = 0; i < view.stages.size(); ++i)
            view.stages[i] = static_cast<CheckOutcome>(verdict.stages[i]);
        if (verdict.rule) {
            view.rule = judge.rules().rules[*verdict.rule].id;
            view.reason = judge.rules().rules[*verdict.rule].reason.en;
        }
        view.isQuarantined = verdict.fate == pipeline::Fate::Quarantined;
        view.fields = fieldsOf(*original, *repaired, verdict, judge.rules(), edits);
        needsCause = isConditional(verdict);
        if (verdict.fate == pipeline::Fate::Dead)
            view.effect = "Stays a dead letter.";
    });
    if (!view.effect.empty())
        return view;
    const auto fact = pipeline::transform(*repaired, received);
    if (!fact) {
        view.reason = toString(fact.error());
        view.effect = "Stays a dead letter.";
        return view;
    }
    const auto isDuplicate = pipeline::isEventStored(*connection, fact->id);
    if (!isDuplicate)
        return isDuplicate.error();
    view.isDuplicate = *isDuplicate;
    const bool isLate = received.now - fact->at > base::kMinuteMs;
    view.effect = view.isDuplicate
        ? "An event with this id is stored: it would count as a duplicate."
        : effectOf(*fact, view.isQuarantined, isLate);
    if (needsCause && !view.isDuplicate)
        view.effect += " Only if its cause is found; else it stays a dead letter.";
    return view;
}

Result<RedriveOutcome> EventPipeline::redrive(std::span<const std::uint64_t> letters,
                                              std::span<const FieldEdit> edits,
                                              const std::string& actor)
{
    const auto given = givenOf(edits);
    if (!given)
        return given.error();
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto counts
        = pipeline::redriveLetters(*m_intake, *reader, letters, *given, actor, m_parts.clock.now());
    if (!counts)
        return counts.error();
    RedriveOutcome outcome;
    outcome.asked = letters.size();
    outcome.stored = counts->stored;
    outcome.duplicate = counts->duplicate;
    outcome.stillDead = counts->stillDead;
    outcome.notOpen = counts->notOpen;
    outcome.batch = counts->batch;
    return outcome;
}

Result<std::uint64_t> EventPipeline::discard(std::span<const std::uint64_t> letters,
                                             const std::string& reason, const std::string& actor)
{
    return pipeline::discardLetters(m_parts.workspace, letters, reason, actor, m_parts.clock.now());
}

RuleSetView EventPipeline::rules() const
{
    RuleSetView view;
    m_intake->withJudge([&](const pipeline::Judge& judge) {
        view.version = judge.rules().version;
        view.rules = viewsOf(judge.rules(), judge.counts());
    });
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return view;
    auto statement = reader->prepare("SELECT at, actor, json FROM rule_set WHERE version = $1");
    if (!statement)
        return view;
    if (const auto row = statement->bindAll(view.version).step(); row && *row) {
        view.at = {statement->integer(0)};
        view.actor = statement->text(1);
        view.json = statement->text(2);
    }
    return view;
}

Result<RuleSetView> EventPipeline::checkRules(const std::string& json) const
{
    const auto rules = pipeline::RuleSet::parse(json);
    if (!rules)
        return rules.error();
    RuleSetView view;
    view.version = rules->version;
    view.json = json;
    view.rules = viewsOf(*rules, {});
    return view;
}

Result<RuleTrial> EventPipeline::tryRules(const std::string& json, std::size_t lines) const
{
    auto changed = pipeline::RuleSet::parse(json);
    if (!changed)
        return changed.error();
    pipeline::RuleSet current;
    Known known;
    m_intake->withJudge([&](const pipeline::Judge& judge) {
        current = judge.rules();
        known = m_known;
    });
    auto reader = m_parts.workspace.reader();
    if (!reader)
        return reader.error();
    const auto recent = pipeline::readRecentLines(*reader, kTrialBatches, lines);
    if (!recent)
        return recent.error();
    // Judges of their own: what they remember begins with the first of these lines.
    pipeline::Judge before(std::move(current), known);
    pipeline::Judge after(std::move(*changed), known);
    RuleTrial trial;
    for (const auto& line : *recent) {
        pipeline::AdEventReader one;
        pipeline::AdEventReader two;
        model::AdEvent asBefore;
        model::AdEvent asAfter;
        if (!one.readJson(line.original, asBefore) || !two.readJson(line.original, asAfter))
            continue;
        const pipeline::Received received{line.received, line.source, line.origin, line.position,
                                          line.original};
        const auto was = before.judge(asBefore, received);
        const auto is = after.judge(asAfter, received);
        ++trial.lines;
        trial.stored += is.fate == pipeline::Fate::Stored ? 1 : 0;
        trial.quarantined += is.fate == pipeline::Fate::Quarantined ? 1 : 0;
        trial.dead += is.fate == pipeline::Fate::Dead ? 1 : 0;
        trial.repaired += is.fate != pipeline::Fate::Dead && !is.changes.empty() ? 1 : 0;
        const std::string old = fateText(was, before.rules());
        const std::string now = fateText(is, after.rules());
        if (old != now && trial.changed.size() < kMostChanged)
            trial.changed.push_back({line.original, old, now});
    }
    return trial;
}

Result<std::uint32_t> EventPipeline::setRules(const std::string& json, const std::string& actor)
{
    auto rules = pipeline::RuleSet::parse(json);
    if (!rules)
        return rules.error();
    auto version = m_intake->setRules(std::move(*rules), json, actor);
    if (version)
        say("info", "version " + std::to_string(*version) + " of the rules by " + actor);
    return version;
}

} // namespace gavel::runtime
