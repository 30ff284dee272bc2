// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alerts/silence_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"
#include "ui/widgets/numbers.h"

#include <QComboBox>

#include <array>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr std::array kSpans{qint64{15 * base::kMinuteMs}, qint64{base::kHourMs},
                            qint64{4 * base::kHourMs}, qint64{base::kDayMs}, qint64{base::kWeekMs}};
constexpr int kUsualSpan = 1;
constexpr std::size_t kListed = 5;
// What a silence means, as the data of its choice.
constexpr int kThisAlert = 0;
constexpr int kThisRule = 1;
constexpr int kThisSubject = 2;

} // namespace

SilenceDialog::SilenceDialog(bridge::EngineClient& client, const AlertRow& alert, QWidget* parent)
    : OrderDialog(tr("Silence an alert"), tr("Silence"), parent)
    , m_client(client)
    , m_alert(alert)
    , m_scope(new QComboBox)
    , m_duration(new QComboBox)
{
    setFixedWidth(520);
    m_scope->addItem(tr("Only this: %1 \u00b7 %2").arg(alert.name, subjectWords()), kThisAlert);
    m_scope->addItem(tr("The rule, whatever it is about: %1").arg(alert.name), kThisRule);
    if (!alert.subject.isEmpty())
        m_scope->addItem(tr("Every rule about %1").arg(alert.subject), kThisSubject);
    for (const qint64 span : kSpans)
        m_duration->addItem(numbers::duration(span), QVariant::fromValue(span));
    m_duration->setCurrentIndex(kUsualSpan);
    addField(tr("What"), m_scope);
    addField(tr("How long"), m_duration);
    m_reason = addLine(tr("Reason"), QString(), tr("Why nobody needs to hear of it"));
    for (QComboBox* box : {m_scope, m_duration})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { changed(); });
    setCheck([this] { check(); });
    setOrder([this] { carryOut(); });
    m_reason->setFocus();
    changed();
}

QString SilenceDialog::subjectWords() const
{
    return m_alert.subject.isEmpty() ? tr("the whole desk") : m_alert.subject;
}

metrics::Silence SilenceDialog::silence(TimeMs now) const
{
    metrics::Silence silence;
    const int scope = m_scope->currentData().toInt();
    if (scope != kThisSubject)
        silence.rule = m_alert.rule.toStdString();
    if (scope != kThisRule)
        silence.subject = m_alert.subject.toStdString();
    silence.author = bridge::personName();
    silence.reason = m_reason->text().trimmed().toStdString();
    silence.begin = now;
    silence.end = now + m_duration->currentData().toLongLong();
    return silence;
}

void SilenceDialog::check()
{
    const auto watch = m_client.snapshot()->watch;
    const TimeMs now = watch ? watch->at : TimeMs{};
    m_client.ask(
        this,
        [wanted = silence(now)](runtime::Engine& engine) { return engine.watch().preview(wanted); },
        [this, question = ask()](const std::vector<runtime::AlertView>& muted) {
            if (!isNewest(question))
                return;
            QStringList what{
                tr("It would mute %n alert(s) that are active now. What fires is still "
                   "kept and listed, but nobody is told.",
                   nullptr, static_cast<int>(muted.size()))};
            for (std::size_t i = 0; i < std::min(muted.size(), kListed); ++i)
                what << QStringLiteral("\u2022 %1 \u00b7 %2")
                            .arg(ruleWords(muted[i].alert.name),
                                 QString::fromStdString(muted[i].alert.subject));
            const bool hasReason = !m_reason->text().trimmed().isEmpty();
            tell(what, hasReason ? QStringList() : QStringList{tr("Say why.")}, hasReason);
        });
}

void SilenceDialog::carryOut()
{
    const auto watch = m_client.snapshot()->watch;
    const TimeMs now = watch ? watch->at : TimeMs{};
    m_client.ask(
        this,
        [wanted = silence(now)](runtime::Engine& engine) { return engine.watch().silence(wanted); },
        [this](const Result<void>& done) {
            if (!done)
                return tell({}, {bridge::wordsOf(done.error())}, false);
            Q_EMIT silenced(tr("Silenced for %1.").arg(m_duration->currentText()));
            accept();
        });
}

} // namespace gavel::overview
