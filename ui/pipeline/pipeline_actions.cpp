// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do about events: each is listed first, then done.
#include "ui/bridge/person.h"
#include "ui/pipeline/dead/dead_panel.h"
#include "ui/pipeline/dialogs/feed_dialog.h"
#include "ui/pipeline/dialogs/line_dialog.h"
#include "ui/pipeline/dialogs/replay_dialog.h"
#include "ui/pipeline/dialogs/rules_dialog.h"
#include "ui/pipeline/dialogs/trace_dialog.h"
#include "ui/pipeline/pipeline_page.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/pipeline/sources_panel.h"
#include "ui/pipeline/stages_panel.h"
#include "ui/widgets/numbers.h"

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::DeadLetter;
using runtime::PipelineDesk;
using runtime::RedriveOutcome;

namespace {

constexpr std::size_t kLettersAPage = 1000;
constexpr qsizetype kReasonsListed = 6;

/// The open letters of the rows, newest first.
std::vector<std::uint64_t> lettersOf(const PipelineDesk& desk, runtime::DeadQuery query,
                                     const std::vector<DeadRow>& rows)
{
    std::vector<std::uint64_t> letters;
    query.most = kLettersAPage;
    for (const DeadRow& row : rows) {
        if (row.letter != 0) {
            letters.push_back(row.letter);
            continue;
        }
        query.rule = row.rule.toStdString();
        query.beforeId = UINT64_MAX;
        for (;;) {
            const auto page = desk.deadLetters(query).letters;
            for (const DeadLetter& letter : page)
                letters.push_back(letter.id);
            if (page.size() < query.most)
                break;
            query.beforeId = page.back().id;
        }
    }
    return letters;
}

QString editsText(const std::vector<runtime::FieldEdit>& edits)
{
    QStringList said;
    for (const runtime::FieldEdit& edit : edits)
        said << (edit.taken ? PipelinePage::tr("without %1", "field").arg(words::of(edit.field))
                            : PipelinePage::tr("%1 = %2", "field, value")
                                  .arg(words::of(edit.field), words::of(edit.value)));
    return said.join(QStringLiteral(", "));
}

/// "Country is not an ISO 3166 code: 41" a row.
QStringList rowTexts(const std::vector<DeadRow>& rows)
{
    QStringList said;
    for (const DeadRow& row : rows) {
        if (said.size() == kReasonsListed)
            break;
        said << PipelinePage::tr("%1: %2", "reason, number or value")
                    .arg(row.reason, row.letter == 0 ? words::count(row.count) : row.value);
    }
    if (const int more = static_cast<int>(rows.size()) - static_cast<int>(kReasonsListed); more > 0)
        said << PipelinePage::tr("and %n more row(s)", nullptr, more);
    return said;
}

QString outcomeText(const RedriveOutcome& outcome)
{
    QStringList said{PipelinePage::tr("%1 stored", "events").arg(words::count(outcome.stored))};
    if (outcome.duplicate > 0)
        said << PipelinePage::tr("%1 were duplicates").arg(words::count(outcome.duplicate));
    if (outcome.stillDead > 0)
        said << PipelinePage::tr("%1 are still dead").arg(words::count(outcome.stillDead));
    if (outcome.notOpen > 0)
        said << PipelinePage::tr("%1 were not open").arg(words::count(outcome.notOpen));
    return said.join(QStringLiteral(", ")) + u'.';
}

} // namespace

void PipelinePage::tell(const Result<void>& done, const QString& sentence)
{
    navigator().say(done ? sentence : words::wrong(done.error()));
    look();
}

void PipelinePage::withChosen(std::function<void(const Letters& letters)> then)
{
    const std::vector<DeadRow> rows = m_dead->chosen();
    if (rows.empty())
        return;
    m_pipeline.ask(
        this,
        [query = m_dead->query(), rows](PipelineDesk& desk) {
            return lettersOf(desk, query, rows);
        },
        std::move(then));
}

void PipelinePage::redrive()
{
    withChosen([this](const Letters& letters) {
        const int count = static_cast<int>(letters.size());
        auto* dialog
            = new OrderDialog(tr("Redrive %n dead letter(s)", nullptr, count), tr("Redrive"), this);
        dialog->addNumber(letters.size());
        QStringList what = rowTexts(m_dead->chosen());
        const QString edits = editsText(m_repair->edits());
        what << (edits.isEmpty() ? tr("Each is judged again by the rules in force.")
                                 : tr("Each is judged again with %1.").arg(edits))
             << tr("What passes is stored and counted as late; what fails stays here.");
        dialog->setCheck([dialog, what, count] { dialog->tell(what, {}, count > 0); });
        connect(dialog, &QDialog::accepted, this, [this, letters] { carryOutRedrive(letters); });
        dialog->changed();
        dialog->open();
    });
}

void PipelinePage::redriveOne()
{
    if (m_repair->isOpen())
        carryOutRedrive({m_repair->letter()->id});
}

void PipelinePage::carryOutRedrive(const Letters& letters)
{
    m_pipeline.ask(
        this,
        [letters, edits = m_repair->edits()](PipelineDesk& desk) {
            return desk.redrive(letters, edits, bridge::personName());
        },
        [this](const Result<RedriveOutcome>& done) {
            navigator().say(done ? outcomeText(*done) : words::wrong(done.error()));
            m_dead->rows().checkAll(false);
            lookAtFlow();
            lookAtDead();
            lookAtLetter();
        });
}

void PipelinePage::discard()
{
    withChosen([this](const Letters& letters) {
        const int count = static_cast<int>(letters.size());
        auto* dialog
            = new OrderDialog(tr("Discard %n dead letter(s)", nullptr, count), tr("Discard"), this);
        QLineEdit* reason = dialog->addLine(tr("Reason"), {}, tr("stands beside each letter"));
        dialog->addNumber(letters.size());
        QStringList what = rowTexts(m_dead->chosen());
        what << tr("They stay listed as discarded with their lines, are never stored and never "
                   "counted. This cannot be undone.");
        dialog->setCheck([dialog, reason, what, count] {
            const bool hasReason = !reason->text().trimmed().isEmpty();
            dialog->tell(what, hasReason ? QStringList() : QStringList{tr("A reason is needed.")},
                         count > 0 && hasReason);
        });
        connect(dialog, &QDialog::accepted, this, [this, letters, reason] {
            m_pipeline.ask(
                this,
                [letters, why = reason->text().trimmed().toStdString()](PipelineDesk& desk) {
                    return desk.discard(letters, why, bridge::personName());
                },
                [this](const Result<std::uint64_t>& done) {
                    navigator().say(
                        done ? tr("%1 discarded.", "dead letters").arg(words::count(*done))
                             : words::wrong(done.error()));
                    m_dead->rows().checkAll(false);
                    lookAtDead();
                    lookAtLetter();
                });
        });
        dialog->changed();
        dialog->open();
    });
}

void PipelinePage::makeRule()
{
    const runtime::FieldView* field = m_repair->field();
    if (!m_repair->letter() || field == nullptr)
        return openRules({});
    RuleWish wish{words::of(m_repair->letter()->stage), words::of(field->name),
                  words::of(field->original), field->wasThere,
                  field->how.empty() ? QString() : words::of(field->repaired)};
    for (const runtime::FieldEdit& edit : m_repair->edits())
        if (edit.field == field->name && !edit.taken)
            wish.repaired = words::of(edit.value);
    openRules(wish);
}

void PipelinePage::openRules(const std::optional<RuleWish>& wish)
{
    auto* dialog = new RulesDialog(m_pipeline, wish, this);
    connect(dialog, &RulesDialog::saved, this, [this](quint32 version) {
        navigator().say(tr("Version %1 of the rules holds for the next batch.").arg(version));
        lookAtRules();
        lookAtLetter();
    });
    dialog->open();
}

void PipelinePage::openFeed()
{
    auto* dialog = new FeedDialog(m_pipeline, this);
    connect(dialog, &FeedDialog::added, this, [this](const QString& place) {
        navigator().say(tr("%1 is a source now.").arg(place));
        lookAtFlow();
    });
    dialog->open();
}

/// From the hour that runs; 0 = no batch, a number is asked for.
void PipelinePage::openTrace(std::uint64_t batch)
{
    runtime::LineageQuery query;
    const TimeMs at = m_marketAt != TimeMs{} ? m_marketAt : m_status.at;
    query.from = {base::floorDivide(at.value, base::kHourMs) * base::kHourMs};
    query.to = query.from + base::kHourMs;
    auto* dialog = new TraceDialog(m_pipeline, query, m_utcOffset, this);
    if (batch != 0)
        dialog->openBatch(batch);
    dialog->open();
}

void PipelinePage::traceNumber(const runtime::LineageQuery& query)
{
    auto* dialog = new TraceDialog(m_pipeline, query, m_utcOffset, this);
    dialog->open();
}

void PipelinePage::openReplay()
{
    auto* dialog = new ReplayDialog(m_pipeline, m_utcOffset, this);
    dialog->open();
}

void PipelinePage::openRaw()
{
    if (!m_repair->letter())
        return;
    const DeadLetter& letter = *m_repair->letter();
    QStringList facts{
        tr("Line %1 of %2, %3", "position, source, state")
            .arg(words::count(letter.position), words::of(letter.source),
                 words::letterState(letter.state)),
        tr("%1: %2", "rule, reason").arg(words::of(letter.rule), words::of(letter.reason))};
    if (!letter.note.empty())
        facts << tr("%1 by %2: %3", "state, person, reason")
                     .arg(words::letterState(letter.state), words::of(letter.actor),
                          words::of(letter.note));
    auto* dialog = new LineDialog(
        {letter.eventId.empty() ? tr("Raw line") : words::of(letter.eventId), facts.join(u'\n'),
         words::of(letter.original), tr("Nothing of it is stored while it is dead.")},
        this);
    dialog->open();
}

void PipelinePage::pauseSource(const QString& name, bool pause)
{
    m_pipeline.ask(
        this,
        [source = name.toStdString(), pause](PipelineDesk& desk) {
            return desk.pauseSource(source, pause);
        },
        [this, name, pause](const Result<void>& done) {
            tell(done, pause ? tr("%1 is paused.").arg(name) : tr("%1 goes on.").arg(name));
            lookAtFlow();
        });
}

void PipelinePage::removeSource(const QString& name)
{
    m_pipeline.ask(
        this,
        [source = name.toStdString()](PipelineDesk& desk) {
            return desk.removeSource(source, bridge::personName());
        },
        [this, name](const Result<void>& done) {
            tell(done, tr("%1 is read no more; what it brought stays.").arg(name));
            lookAtFlow();
        });
}

} // namespace gavel::pipeline_page
