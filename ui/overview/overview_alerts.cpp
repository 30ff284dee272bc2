// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do about alerts.
#include "ui/bridge/error_words.h"
#include "ui/bridge/person.h"
#include "ui/documents/subscribers_dialog.h"
#include "ui/overview/alerts/alert_rules_dialog.h"
#include "ui/overview/alerts/alerts_panel.h"
#include "ui/overview/alerts/silence_dialog.h"
#include "ui/overview/overview_page.h"

namespace gavel::overview {

void OverviewPage::actOn(AlertAct act, const AlertRow& row)
{
    switch (act) {
    case AlertAct::ShowMoment:
        navigator().go(
            {QStringLiteral("overview"), QStringLiteral("moment"), QString::number(row.marketAt)});
        break;
    case AlertAct::ShowSource:
        navigator().go(row.source);
        break;
    case AlertAct::Acknowledge:
        client().ask(
            this,
            [alert = row.fingerprint.toStdString()](runtime::Engine& engine) {
                return engine.watch().acknowledge(alert, bridge::personName());
            },
            [this, name = row.name](const Result<void>& done) {
                tell(done, tr("Acknowledged: %1.").arg(name));
            });
        break;
    case AlertAct::Silence: {
        auto* dialog = new SilenceDialog(client(), row, this);
        connect(dialog, &SilenceDialog::silenced, this,
                [this](const QString& sentence) { navigator().say(sentence); });
        dialog->open();
        break;
    }
    case AlertAct::EndSilence:
        client().ask(
            this,
            [silence = row.silence.toStdString()](runtime::Engine& engine) {
                return engine.watch().endSilence(silence);
            },
            [this](const Result<void>& done) { tell(done, tr("The silence has ended.")); });
        break;
    }
}

void OverviewPage::openAlertRules()
{
    auto* dialog = new AlertRulesDialog(client(), this);
    connect(dialog, &AlertRulesDialog::saved, this, [this](quint32 version) {
        navigator().say(tr("Version %1 of the rules is in force.").arg(version));
    });
    dialog->open();
}

void OverviewPage::openSubscribers()
{
    auto* dialog = new documents::SubscribersDialog(client(), this);
    connect(dialog, &documents::SubscribersDialog::saved, this, [this](quint32 version) {
        navigator().say(tr("Version %1 of the subscribers is in force.").arg(version));
    });
    dialog->open();
}

void OverviewPage::tell(const Result<void>& done, const QString& sentence)
{
    navigator().say(done ? sentence : bridge::wordsOf(done.error()));
}

} // namespace gavel::overview
