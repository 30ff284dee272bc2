// SPDX-License-Identifier: GPL-3.0-or-later
// What people do about where the events of old days are.
#include "ui/bridge/error_words.h"
#include "ui/documents/storage_policy_dialog.h"
#include "ui/system/store_panel.h"
#include "ui/system/system_page.h"
#include "ui/widgets/order_dialog.h"

#include <QDateTime>

namespace gavel::system_page {

using namespace widgets;

void SystemPage::editPolicy()
{
    auto* dialog = new documents::StoragePolicyDialog(client(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &documents::DeskDocumentDialog::saved, this, [this](quint32 version) {
        navigator().say(tr("Version %1 of the policy is in force.").arg(version));
        look();
    });
    dialog->open();
}

/// A second time it cancels.
void SystemPage::moveNow()
{
    if (m_store->isMoving()) {
        client().tell([](runtime::Engine& engine) { engine.storage().cancelNow(); });
        return;
    }
    m_store->setMoving(true);
    client().ask(
        this, [](runtime::Engine& engine) { return engine.storage().runNow(); },
        [this](const Result<void>& done) {
            m_store->setMoving(false);
            if (!done && done.error().code == "CANCELLED") {
                navigator().say(tr("Moving was cancelled; what is left is moved by itself."));
                return look();
            }
            tell(done, tr("Every day that is old enough has been moved."));
        });
    look();
}

/// A day of the archive comes back beside the workspace.
void SystemPage::askRestore()
{
    auto* dialog = new OrderDialog(tr("Restore a day"), tr("Restore"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto* day = dialog->addLine(tr("Day, UTC"), QString(), QStringLiteral("2026-03-20"));
    const auto dayOf = [day] { return QDate::fromString(day->text().trimmed(), Qt::ISODate); };
    dialog->setCheck([dialog, dayOf] {
        const bool isDay = dayOf().isValid();
        dialog->tell({tr("Its files are copied from the archive, checked, and kept beside the "
                         "workspace for a while.")},
                     isDay ? QStringList() : QStringList{tr("Write a day as 2026-03-20.")}, isDay);
    });
    dialog->setOrder([this, dialog, dayOf] {
        const std::int64_t wanted = QDate(1970, 1, 1).daysTo(dayOf());
        client().ask(
            dialog,
            [wanted](runtime::Engine& engine) { return engine.storage().restoreDay(wanted); },
            [this, dialog](const Result<std::size_t>& files) {
                if (!files)
                    return dialog->tell({}, {bridge::wordsOf(files.error())}, false);
                navigator().say(tr("%n file(s) restored.", nullptr, static_cast<int>(*files)));
                look();
                dialog->accept();
            });
    });
    dialog->open();
    day->setFocus();
    dialog->changed();
}

} // namespace gavel::system_page
