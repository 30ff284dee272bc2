// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/dead_letters.h"

#include "engine/base/filter_lexer.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <boost/json.hpp>

#include <algorithm>

namespace gavel::pipeline {

namespace {

constexpr std::string_view kLetterColumns
    = "SELECT d.id, d.batch, d.collector, c.name, d.position, d.event, d.stage, d.rule, d.reason, "
      "d.field, d.value, d.original, d.given, d.state, d.attempts, d.first_at, d.changed_at, "
      "d.actor, d.note, coalesce(b.origin, '') FROM dead_letter d JOIN collector c ON c.id = "
      "d.collector LEFT JOIN batch b ON b.id = d.batch ";
constexpr std::string_view kLetterFilter
    = "WHERE ($1 = '' OR d.rule = $1) AND ($2 = '' OR c.name = $2) AND ($3 = '' OR "
      "instr(lower(d.original), $3) > 0 OR instr(lower(d.reason), $3) > 0 OR "
      "instr(lower(d.value), $3) > 0) AND ($4 = '' OR d.state = $4) AND d.first_at >= $5 AND "
      "d.first_at < $6 AND d.id < $7 ";

std::string lettersWhere(std::string_view filter, std::string_view rest = {})
{
    std::string sql(kLetterColumns);
    sql.append(filter).append(rest);
    return sql;
}

Letter letterOf(const store::Statement& row)
{
    const auto number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
    const auto text = [&](int column) { return std::string(row.text(column)); };
    Letter letter;
    letter.id = number(0);
    letter.batch = number(1);
    letter.collector = static_cast<std::uint32_t>(number(2));
    letter.source = text(3);
    letter.position = number(4);
    letter.event = text(5);
    letter.stage = text(6);
    letter.rule = text(7);
    letter.reason = text(8);
    letter.field = text(9);
    letter.value = text(10);
    letter.original = text(11);
    letter.given = text(12);
    letter.state = text(13);
    letter.attempts = static_cast<std::uint32_t>(number(14));
    letter.firstAt = {row.integer(15)};
    letter.changedAt = {row.integer(16)};
    letter.actor = text(17);
    letter.note = text(18);
    letter.origin = text(19);
    return letter;
}

void bindFilter(store::Statement& statement, const LetterQuery& query)
{
    statement.bindAll(query.rule, query.source, base::lowered(query.text), query.state,
                      query.from.value, query.to.value, query.beforeId);
}

} // namespace

Result<std::vector<Letter>> readLetters(store::Connection& connection, const LetterQuery& query)
{
    auto statement = connection.prepare(lettersWhere(kLetterFilter, "ORDER BY d.id DESC LIMIT $8"));
    if (!statement)
        return statement.error();
    bindFilter(*statement, query);
    statement->bind(8, static_cast<std::int64_t>(query.most));
    std::vector<Letter> letters;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return letters;
        letters.push_back(letterOf(*statement));
    }
}

Result<Letter> readLetter(store::Connection& connection, std::uint64_t id)
{
    auto statement = connection.prepare(lettersWhere("WHERE d.id = $1"));
    if (!statement)
        return statement.error();
    const auto row = statement->bindAll(id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{"LETTER_UNKNOWN", "letter " + std::to_string(id), "there is no such letter",
                     "look at the list again"};
    return letterOf(*statement);
}

Result<std::vector<LetterGroup>> readLetterGroups(store::Connection& connection,
                                                  const LetterQuery& query)
{
    auto statement = connection.prepare(
        "SELECT d.rule, count(*), max(d.id), group_concat(DISTINCT c.name) FROM dead_letter d "
        "JOIN collector c ON c.id = d.collector "
        + std::string(kLetterFilter) + "GROUP BY d.rule ORDER BY count(*) DESC, d.rule");
    if (!statement)
        return statement.error();
    bindFilter(*statement, query);
    std::vector<LetterGroup> groups;
    std::vector<std::uint64_t> newest;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        LetterGroup& group = groups.emplace_back();
        group.rule = statement->text(0);
        group.count = static_cast<std::uint64_t>(statement->integer(1));
        newest.push_back(static_cast<std::uint64_t>(statement->integer(2)));
        std::string_view names = statement->text(3);
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(','), names.size());
            group.sources.emplace_back(names.substr(0, end));
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto letter = readLetter(connection, newest[i]);
        if (!letter)
            return letter.error();
        groups[i].newest = std::move(*letter);
    }
    return groups;
}

Result<std::vector<std::uint64_t>> readLetterMinutes(store::Connection& connection,
                                                     const LetterQuery& query, TimeMs from,
                                                     std::size_t minutes)
{
    auto statement
        = connection.prepare("SELECT (d.first_at - $8) / 60000, count(*) FROM dead_letter d "
                             "JOIN collector c ON c.id = d.collector "
                             + std::string(kLetterFilter) + "AND d.first_at >= $8 GROUP BY 1");
    if (!statement)
        return statement.error();
    bindFilter(*statement, query);
    statement->bind(8, from.value);
    std::vector<std::uint64_t> counts(minutes);
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return counts;
        const auto minute = static_cast<std::size_t>(statement->integer(0));
        if (minute < minutes)
            counts[minute] = static_cast<std::uint64_t>(statement->integer(1));
    }
}

Result<Redrive> redriveOf(const Letter& letter, const std::vector<GivenField>& byHand)
{
    Redrive redrive;
    redrive.line = {letter.original, letter.position, letter.id, {}, letter.origin};
    boost::system::error_code failed;
    const auto given = boost::json::parse(letter.given, failed);
    if (failed || !given.is_object())
        return Error{"STORE_CORRUPT", "letter " + std::to_string(letter.id),
                     "what came with the line cannot be read", "discard it"};
    for (const auto& [name, value] : given.as_object()) {
        if (const auto field = model::adFieldOf(name); field && value.is_array()) {
            const auto& pair = value.as_array();
            redrive.given.push_back(
                {*field, std::string(pair.at(0).as_string()), pair.at(1).as_bool(), false});
        } else if (value.is_string()) {
            redrive.headerText = value.as_string();
            auto header = CsvHeader::parse(redrive.headerText, FieldMap());
            if (!header)
                return header.error();
            redrive.header = std::make_shared<const CsvHeader>(std::move(*header));
        }
    }
    redrive.given.insert(redrive.given.end(), byHand.begin(), byHand.end());
    return redrive;
}

Result<RedriveCounts> redriveLetters(Intake& intake, store::Connection& reader,
                                     std::span<const std::uint64_t> letters,
                                     const std::vector<GivenField>& byHand,
                                     const std::string& actor, TimeMs now)
{
    if (letters.size() > kMostLettersRedriven)
        return Error{"REDRIVE_LIMIT", "letters",
                     "at most " + std::to_string(kMostLettersRedriven) + " are judged at once",
                     "choose fewer"};
    RedriveCounts counts;
    std::map<std::pair<std::uint32_t, std::string>, Offer> offers; // by collector and its givens
    for (const std::uint64_t id : letters) {
        const auto letter = readLetter(reader, id);
        if (!letter)
            return letter.error();
        if (letter->state != "open") {
            ++counts.notOpen;
            continue;
        }
        auto redrive = redriveOf(*letter, byHand);
        if (!redrive)
            return redrive.error();
        Offer& offer = offers[{letter->collector, letter->given}];
        offer.collector = letter->collector;
        offer.received = now;
        offer.lines.push_back(std::move(redrive->line));
        offer.given = std::move(redrive->given);
        offer.header = std::move(redrive->header);
        offer.headerText = std::move(redrive->headerText);
        offer.actor = actor;
        offer.origin = kRedriveOrigin;
    }
    for (auto& [key, offer] : offers) {
        const auto outcome = intake.offerAndWait(std::move(offer));
        if (!outcome)
            return outcome.error();
        counts.stored += static_cast<std::uint64_t>(outcome->flow.stored);
        counts.duplicate += static_cast<std::uint64_t>(outcome->flow.duplicate);
        counts.stillDead += static_cast<std::uint64_t>(outcome->flow.dead);
        counts.batch = outcome->batch;
    }
    return counts;
}

Result<std::uint64_t> discardLetters(store::Workspace& workspace,
                                     std::span<const std::uint64_t> letters,
                                     const std::string& reason, const std::string& actor,
                                     TimeMs now)
{
    if (reason.empty())
        return Error{"REASON_MISSING", "reason", "a reason is needed", "say why nobody needs them"};
    std::uint64_t discarded = 0;
    auto written = workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        discarded = 0;
        const auto discard = connection.cached(
            "UPDATE dead_letter SET state = 'discarded', changed_at = $2, actor = $3, note = $4 "
            "WHERE id = $1 AND state = 'open'");
        if (!discard)
            return discard.error();
        for (const std::uint64_t id : letters) {
            if (auto done = (*discard)->bindAll(id, now.value, actor, reason).run(); !done)
                return done;
            discarded += static_cast<std::uint64_t>(connection.changes());
        }
        return {};
    });
    if (!written)
        return written.error();
    return discarded;
}

} // namespace gavel::pipeline
