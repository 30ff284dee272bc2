// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/trace_dialog.h"

#include "ui/pipeline/dialogs/line_dialog.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/segmented.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QSplitter>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::LineageQuery;
using runtime::LineageView;
namespace numbers = widgets::numbers;

namespace {

constexpr int kBackward = 0;
constexpr int kForward = 1;
const QString kMoment = QStringLiteral("yyyy-MM-dd hh:mm");

QString momentText(TimeMs at, int utcOffset)
{
    return QDateTime::fromMSecsSinceEpoch(at.value + qint64{utcOffset} * base::kMinuteMs, Qt::UTC)
        .toString(kMoment);
}

Result<TimeMs> readMoment(const QString& field, const QString& text, int utcOffset)
{
    QDateTime moment = QDateTime::fromString(text.trimmed(), kMoment);
    if (!moment.isValid())
        return Error{"LINEAGE_WRONG", field.toStdString(),
                     TraceDialog::tr("a time is written 2026-03-20 14:00").toStdString()};
    moment.setTimeSpec(Qt::UTC);
    return TimeMs{moment.toMSecsSinceEpoch() - qint64{utcOffset} * base::kMinuteMs};
}

} // namespace

TraceDialog::TraceDialog(const bridge::PipelineClient& pipeline, const LineageQuery& query,
                         int utcOffset, QWidget* parent)
    : SheetDialog(tr("Trace a number"), parent)
    , m_pipeline(pipeline)
    , m_utcOffset(utcOffset)
    , m_sourceRows([](const Source& source) { return words::of(source.name); })
    , m_batchRows([](const Batch& batch) { return quint64{batch.id}; })
    , m_eventRows([](const Event& event) {
        return words::of(event.source) + u'/' + QString::number(event.sequence);
    })
    , m_numberRows([](const Number& number) {
        return words::of(number.dimension) + u'/' + words::of(number.key) + u'/'
            + words::of(number.measure) + u'/' + QString::number(number.from.value);
    })
    , m_dimension(new QComboBox)
    , m_key(new QLineEdit(words::of(query.key)))
    , m_measure(new QComboBox)
    , m_from(new QLineEdit(momentText(query.from, utcOffset)))
    , m_to(new QLineEdit(momentText(query.to, utcOffset)))
    , m_trace(new Button(tr("Trace"), Button::Kind::Primary))
    , m_verdict(new ElidedLabel(TextRole::BodyBold))
    , m_which(new Segmented)
    , m_sources(new DataTable(tr("Sources")))
    , m_batches(new DataTable(tr("Batches")))
    , m_events(new DataTable(tr("Events")))
    , m_numbers(new DataTable(tr("Numbers")))
    , m_back(makeBack())
{
    resize(1000, 620);
    setColumns();
    setNumberColumns();
    m_which->setChoices({tr("What is behind it"), tr("What a batch touched")});
    content()->addWidget(makeForm());
    auto* row = new QHBoxLayout;
    row->addWidget(m_verdict, 1);
    row->addWidget(m_which);
    content()->addLayout(row);
    content()->addWidget(m_back, 1);
    content()->addWidget(m_numbers, 1);
    m_dimension->setCurrentText(words::of(query.dimension));
    m_measure->setCurrentText(words::of(query.measure));
    auto* close = new Button(tr("Close"));
    addButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connectParts();
    showDirection(kBackward);
    say(Token::T2, tr("Name what the number is of, its hour, and trace it."));
    if (!query.key.empty())
        trace();
    else
        m_key->setFocus();
}

QWidget* TraceDialog::makeForm()
{
    for (const char* name : {"campaign", "ad", "creative", "placement", "publisher", "advertiser",
                             "country", "device", "segment", "source"})
        m_dimension->addItem(QString::fromLatin1(name));
    for (const char* name : {"impressions", "wins", "viewable", "clicks", "conversions",
                             "attributed_clicks", "attributed_conversions"})
        m_measure->addItem(QString::fromLatin1(name));
    m_dimension->setEditable(true);
    m_measure->setEditable(true);
    m_key->setPlaceholderText(QStringLiteral("camp-002"));
    m_dimension->setAccessibleName(tr("Of what"));
    m_key->setAccessibleName(tr("Id"));
    m_measure->setAccessibleName(tr("Measure"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    const std::array<std::pair<QString, QWidget*>, 5> fields{{{tr("Of what"), m_dimension},
                                                              {tr("Id"), m_key},
                                                              {tr("Measure"), m_measure},
                                                              {tr("From"), m_from},
                                                              {tr("To"), m_to}}};
    int column = 0;
    for (const auto& [name, field] : fields) {
        auto* label = new ElidedLabel(TextRole::Caption, Token::T3);
        label->setText(name);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column, field == m_key ? 2 : 1);
        ++column;
    }
    grid->addWidget(m_trace, 1, column);
    return form;
}

QWidget* TraceDialog::makeBack()
{
    auto* side = new QSplitter(Qt::Vertical);
    side->addWidget(m_sources);
    side->addWidget(m_batches);
    side->setSizes({150, 300});
    auto* both = new QSplitter(Qt::Horizontal);
    both->addWidget(side);
    both->addWidget(m_events);
    both->setSizes({340, 620});
    for (QSplitter* splitter : {side, both}) {
        splitter->setHandleWidth(space::kGap);
        splitter->setChildrenCollapsible(false);
    }
    return both;
}

void TraceDialog::connectParts()
{
    m_trace->setDefault(true); // so that Return in a field traces, once
    connect(m_trace, &QPushButton::clicked, this, &TraceDialog::trace);
    connect(m_which, &Segmented::chosen, this, &TraceDialog::showDirection);
    connect(m_events, &DataTable::opened, this, &TraceDialog::openLine);
    connect(m_numbers, &DataTable::opened, this, &TraceDialog::traceNumber);
    connect(m_batches, &DataTable::opened, this, [this](const QModelIndex& index) {
        if (const Batch* batch = m_batchRows.rowAt(index))
            openBatch(batch->id);
    });
}

void TraceDialog::showDirection(int direction)
{
    m_which->setCurrent(direction);
    m_back->setVisible(direction == kBackward);
    m_numbers->setVisible(direction == kForward);
}

void TraceDialog::say(Token token, const QString& sentence)
{
    m_verdict->setToken(token);
    m_verdict->setText(sentence);
}

QString TraceDialog::verdictWords() const
{
    return m_verdict->text();
}

Result<LineageQuery> TraceDialog::query() const
{
    LineageQuery query;
    query.dimension = m_dimension->currentText().trimmed().toStdString();
    query.key = m_key->text().trimmed().toStdString();
    query.measure = m_measure->currentText().trimmed().toStdString();
    const auto from = readMoment(tr("From"), m_from->text(), m_utcOffset);
    if (!from)
        return from.error();
    const auto to = readMoment(tr("To"), m_to->text(), m_utcOffset);
    if (!to)
        return to.error();
    query.from = *from;
    query.to = *to;
    return query;
}

void TraceDialog::trace()
{
    showDirection(kBackward);
    const auto wanted = query();
    if (!wanted)
        return say(Token::Bad, words::wrong(wanted.error()));
    say(Token::T2, tr("Reading the log…"));
    m_pipeline.ask(
        this, [query = *wanted](runtime::PipelineDesk& desk) { return desk.lineage(query); },
        [this, question = ++m_asked](const Result<LineageView>& view) {
            if (question == m_asked)
                showLineage(view);
        });
}

void TraceDialog::showLineage(const Result<LineageView>& view)
{
    m_sourceRows.update(view ? view->sources : std::vector<Source>{});
    m_batchRows.update(view ? view->batches : std::vector<Batch>{});
    m_eventRows.update(view ? view->events : std::vector<Event>{});
    if (!view)
        return say(Token::Bad, words::wrong(view.error()));
    showVerdict(*view);
    if (m_eventRows.rowCount() > 0)
        m_events->setCurrentIndex(m_eventRows.index(0, 0));
}

void TraceDialog::showVerdict(const LineageView& view)
{
    const QString what = m_measure->currentText();
    if (view.value == view.counter)
        say(Token::Good,
            tr("%1 %2 of %3; the log and the counter agree.", "number, measure, id")
                .arg(words::count(view.value), what, m_key->text()));
    else
        say(Token::Bad,
            tr("The log has %1 %2 of %3, the counter has %4. Replay to count anew.",
               "number, measure, id, number")
                .arg(words::count(view.value), what, m_key->text(), words::count(view.counter)));
}

void TraceDialog::openBatch(std::uint64_t batch)
{
    showDirection(kForward);
    say(Token::T2, tr("Reading what batch %1 touched…").arg(words::batch(batch)));
    m_pipeline.ask(
        this, [batch](runtime::PipelineDesk& desk) { return desk.touched(batch); },
        [this, batch, question = ++m_asked](const Result<std::vector<Number>>& touched) {
            if (question != m_asked)
                return;
            if (!touched)
                return say(Token::Bad, words::wrong(touched.error()));
            showTouched(batch, *touched);
        });
}

void TraceDialog::showTouched(std::uint64_t batch, const std::vector<Number>& touched)
{
    m_numberRows.update(touched);
    say(Token::T1,
        touched.empty()
            ? tr("Batch %1 touched no number: nothing of it is counted.").arg(words::batch(batch))
            : tr("Batch %1 touched %n number(s). Enter traces one.", nullptr,
                 static_cast<int>(touched.size()))
                  .arg(words::batch(batch)));
    if (m_numberRows.rowCount() > 0)
        m_numbers->setCurrentIndex(m_numberRows.index(0, 0));
}

void TraceDialog::traceNumber(const QModelIndex& index)
{
    const Number* number = m_numberRows.rowAt(index);
    if (number == nullptr)
        return;
    m_dimension->setCurrentText(words::of(number->dimension));
    m_key->setText(words::of(number->key));
    m_measure->setCurrentText(words::of(number->measure));
    m_from->setText(momentText(number->from, m_utcOffset));
    m_to->setText(momentText(number->from + base::kHourMs, m_utcOffset));
    trace();
}

/// The way from an auction to a conversion that an event is on, a sentence for each step.
QString TraceDialog::wayWords(const Event& event) const
{
    const auto step = [this](const runtime::LineageLink& link) {
        QStringList parts{tr("%1 of %2 at %3, %4/%5", "kind, campaign, time, source, sequence")
                              .arg(words::of(link.kind), words::of(link.campaign),
                                   numbers::dateTime(link.at.value, m_utcOffset),
                                   words::of(link.source), words::count(link.sequence)),
                          words::attribution(link.how)};
        if (!link.auction.empty())
            parts << tr("of %1", "an auction").arg(words::of(link.auction));
        return parts.join(QStringLiteral(" · "));
    };
    QStringList lines;
    if (!event.auction.empty())
        lines << tr("of %1", "an auction").arg(words::of(event.auction));
    for (const auto& cause : event.causes)
        lines << tr("Caused by %1", "an event").arg(step(cause));
    for (const auto& effect : event.effects)
        lines << tr("Led to %1", "an event").arg(step(effect));
    return lines.isEmpty() ? QString() : u'\n' + lines.join(u'\n');
}

/// A line more for what a batch brought, with its file and who repaired it.
QString TraceDialog::cameFrom(const Event& event)
{
    if (event.origin.empty())
        return {};
    QString from = u'\n'
        + tr("Came as %1, line %2", "file or request, place")
              .arg(words::of(event.origin), words::count(event.position));
    if (event.letter != 0)
        from += tr("; was dead letter %1, redriven by %2", "number, person")
                    .arg(QString::number(event.letter), words::of(event.redrivenBy));
    return from;
}

void TraceDialog::openLine(const QModelIndex& index)
{
    const Event* event = m_eventRows.rowAt(index);
    if (event == nullptr)
        return;
    const QString facts = tr("%1 of %2 at %3\nPosition %4 of %5, batch %6, sequence %7",
                             "kind, campaign, time, position, source, batch, sequence")
                              .arg(words::of(event->kind), words::of(event->campaign),
                                   numbers::dateTime(event->at.value, m_utcOffset),
                                   words::count(event->position), words::of(event->source),
                                   words::batch(event->batch), words::count(event->sequence))
        + cameFrom(*event);
    auto* dialog = new LineDialog({words::of(event->source) + u' ' + words::count(event->sequence),
                                   facts + wayWords(*event), words::of(event->original),
                                   words::of(event->repaired)},
                                  this);
    dialog->open();
}

} // namespace gavel::pipeline_page
