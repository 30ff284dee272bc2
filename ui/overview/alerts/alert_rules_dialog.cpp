// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alerts/alert_rules_dialog.h"

#include "ui/bridge/person.h"

namespace gavel::overview {

namespace {

using documents::DeskDocumentDialog;

DeskDocumentDialog::Desk watchDesk()
{
    return {[](runtime::Engine& engine) {
                const auto rules = engine.watch().rules();
                return DeskDocumentDialog::Document{rules.version, rules.actor, rules.json};
            },
            [](runtime::Engine& engine, const std::string& json) {
                return engine.watch().checkRules(json);
            },
            [](runtime::Engine& engine, const std::string& json) {
                return engine.watch().setRules(json, bridge::personName());
            }};
}

} // namespace

AlertRulesDialog::AlertRulesDialog(bridge::EngineClient& client, QWidget* parent)
    : DeskDocumentDialog(client, watchDesk(), tr("Rules of alerts"), tr("Rules of alerts as JSON"),
                         parent)
{
    read(tr("Reading the rules…"));
}

void AlertRulesDialog::showDocument(const Document& document)
{
    const QString inForce = QString::fromStdString(document.json);
    setTitle(document.version == 0 ? tr("Rules of alerts, as they came with the program")
                                   : tr("Rules of alerts, version %1 by %2")
                                         .arg(document.version)
                                         .arg(QString::fromStdString(document.actor)));
    setDocument(inForce, inForce);
}

QString AlertRulesDialog::goodWords(int entries) const
{
    const QString words = tr("%n rule(s)", nullptr, entries);
    return isChanged() ? tr("%1, all understood", "rules").arg(words)
                       : tr("%1, as they are in force", "rules").arg(words);
}

} // namespace gavel::overview
