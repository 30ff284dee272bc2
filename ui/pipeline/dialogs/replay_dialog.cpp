// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/replay_dialog.h"

#include "ui/bridge/person.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel.h"

#include <QBoxLayout>
#include <QLabel>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::ReplayStatus;

namespace {

constexpr int kReplayLookMs = 400;

} // namespace

ReplayDialog::ReplayDialog(const bridge::PipelineClient& pipeline, int utcOffset, QWidget* parent)
    : SheetDialog(tr("Replay"), parent)
    , m_pipeline(pipeline)
    , m_utcOffset(utcOffset)
    , m_panel(new Panel(tr("Counters")))
    , m_words(new QLabel)
    , m_stop(new Button(tr("Stop the replay")))
    , m_start(new Button(tr("Replay"), Button::Kind::Primary))
{
    setFixedWidth(500);
    auto* what = new QLabel(
        tr("Every counter is counted anew from the log beside the one in use, compared with it, "
           "and put in its place. Events that come meanwhile are counted as always; nothing is "
           "sent to subscribers again."));
    what->setWordWrap(true);
    content()->addWidget(what);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumHeight(2 * Theme::current().lineHeight(TextRole::Body));
    m_panel->setBody(m_words, space::kPadding);
    content()->addWidget(m_panel);
    auto* close = new Button(tr("Close"));
    addButton(m_stop);
    addButton(close);
    addButton(m_start);
    m_start->setEnabled(false);
    m_stop->hide();
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_start->setEnabled(false);
        m_pipeline.ask(
            this,
            [](runtime::PipelineDesk& desk) { return desk.startReplay(bridge::personName()); },
            [this](const Result<void>& started) {
                m_wrong = started ? QString() : words::wrong(started.error());
                look();
            });
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_pipeline.ask(
            this, [](runtime::PipelineDesk& desk) { desk.cancelReplay(); }, [this] { look(); });
    });
    m_timer.setInterval(kReplayLookMs);
    connect(&m_timer, &QTimer::timeout, this, &ReplayDialog::look);
    m_timer.start();
    look();
}

void ReplayDialog::look()
{
    if (m_asking)
        return;
    m_asking = true;
    m_pipeline.ask(
        this, [](runtime::PipelineDesk& desk) { return desk.replay(); },
        [this](const ReplayStatus& status) {
            m_asking = false;
            showStatus(status);
        });
}

QString ReplayDialog::progressOf(const ReplayStatus& status) const
{
    return tr("%1 of %2 events read, began at %3")
        .arg(words::count(status.done), words::count(status.total),
             numbers::time(status.beganAt.value, m_utcOffset));
}

void ReplayDialog::showStatus(const ReplayStatus& status)
{
    m_start->setEnabled(!status.isRunning);
    m_stop->setVisible(status.isRunning);
    m_stop->setEnabled(true);
    m_panel->setCaption(words::of(status.what));
    if (status.isRunning) {
        const auto share
            = numbers::ratio(static_cast<double>(status.done), static_cast<double>(status.total));
        if (!m_panel->isLoading())
            m_panel->startLoading(QString());
        m_panel->setProgress(share.value_or(0), tr("Counting"));
        m_words->setText(progressOf(status));
        return;
    }
    m_panel->stopLoading();
    if (!m_wrong.isEmpty())
        m_words->setText(m_wrong);
    else if (status.wasCancelled)
        m_words->setText(tr("The last replay was stopped; the counters are as they were."));
    else if (!status.outcome.empty())
        m_words->setText(words::of(status.outcome));
    else
        m_words->setText(tr("No replay has run since the start."));
}

QString ReplayDialog::sentence() const
{
    return m_words->text();
}

} // namespace gavel::pipeline_page
