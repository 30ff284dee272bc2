// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/storage_policy_dialog.h"

#include "ui/bridge/person.h"
#include "ui/bridge/storage.h"

#include <QJsonDocument>

namespace gavel::documents {

namespace {

DeskDocumentDialog::Desk policyDesk()
{
    return {[](runtime::Engine& engine) -> Result<DeskDocumentDialog::Document> {
                const auto storage = engine.storage().view();
                if (!storage)
                    return storage.error();
                const auto policy = QJsonDocument::fromJson(
                    QByteArray::fromStdString(storage->policy.policy.toJson()));
                return DeskDocumentDialog::Document{
                    storage->policy.version, storage->policy.actor,
                    policy.toJson(QJsonDocument::Indented).toStdString()};
            },
            [](runtime::Engine& engine, const std::string& json) -> Result<std::size_t> {
                const auto policy = engine.storage().checkPolicy(json);
                if (!policy)
                    return policy.error();
                return std::size_t{1};
            },
            [](runtime::Engine& engine, const std::string& json) {
                return engine.storage().setPolicy(json, bridge::personName());
            }};
}

} // namespace

StoragePolicyDialog::StoragePolicyDialog(bridge::EngineClient& client, QWidget* parent)
    : DeskDocumentDialog(client, policyDesk(), tr("Where old events go"),
                         tr("Retention policy as JSON"), parent)
{
    read(tr("Reading the policy…"));
}

void StoragePolicyDialog::showDocument(const Document& document)
{
    setTitle(document.version == 0 ? tr("Where old events go, as it came with the program")
                                   : tr("Where old events go, version %1 by %2")
                                         .arg(document.version)
                                         .arg(QString::fromStdString(document.actor)));
    const QString policy = QString::fromStdString(document.json);
    setDocument(policy, policy);
}

QString StoragePolicyDialog::goodWords(int /*entries*/) const
{
    return isChanged() ? tr("All understood; 0 days is never")
                       : tr("As it is in force; 0 days is never");
}

} // namespace gavel::documents
