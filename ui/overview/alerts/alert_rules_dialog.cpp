// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alerts/alert_rules_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"

namespace gavel::overview {

AlertRulesDialog::AlertRulesDialog(bridge::EngineClient& client, QWidget* parent)
    : DocumentDialog(tr("Rules of alerts"), tr("Rules of alerts as JSON"), parent)
    , m_client(client)
{
    setCheck([this](const QString& text, const Answer& answer) { ask(text, answer); });
    setSave([this](const QString& text, const Answer& answer) { save(text, answer); });
    startReading(tr("Reading the rules…"));
    m_client.ask(
        this, [](runtime::Engine& engine) { return engine.watch().rules(); },
        [this](const runtime::AlertRulesView& rules) {
            const QString inForce = QString::fromStdString(rules.json);
            setTitle(rules.version == 0 ? tr("Rules of alerts, as they came with the program")
                                        : tr("Rules of alerts, version %1 by %2")
                                              .arg(rules.version)
                                              .arg(QString::fromStdString(rules.actor)));
            setDocument(inForce, inForce);
        });
}

void AlertRulesDialog::ask(const QString& text, const Answer& answer)
{
    m_client.ask(
        this,
        [json = text.toStdString()](runtime::Engine& engine) {
            return engine.watch().checkRules(json);
        },
        [this, answer](const Result<std::size_t>& rules) {
            if (!rules)
                return answer(
                    {false, bridge::wordsOf(rules.error()), bridge::lineOf(rules.error())});
            const QString words = tr("%n rule(s)", nullptr, static_cast<int>(*rules));
            answer({true,
                    isChanged() ? tr("%1, all understood", "rules").arg(words)
                                : tr("%1, as they are in force", "rules").arg(words)});
        });
}

void AlertRulesDialog::save(const QString& text, const Answer& answer)
{
    m_client.ask(
        this,
        [json = text.toStdString()](runtime::Engine& engine) {
            return engine.watch().setRules(json, bridge::personName());
        },
        [this, answer](const Result<std::uint32_t>& version) {
            if (!version)
                return answer(
                    {false, bridge::wordsOf(version.error()), bridge::lineOf(version.error())});
            Q_EMIT saved(*version);
            answer({true});
        });
}

} // namespace gavel::overview
