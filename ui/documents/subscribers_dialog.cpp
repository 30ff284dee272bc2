// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/subscribers_dialog.h"

#include "ui/bridge/person.h"

namespace gavel::documents {

namespace {

constexpr const char* kExample = R"({
  "subscribers": [
    {
      "name": "on-call",
      "enabled": false,
      "channel": "webhook",
      "place": "https://hooks.example.com/services/change-me",
      "messages": ["alert"],
      "alerts": { "least_level": "warn" },
      "notification": { "format": "slack" }
    }
  ]
}
)";

DeskDocumentDialog::Desk subscriberDesk()
{
    return {[](runtime::Engine& engine) {
                const auto kept = engine.subscribers().document();
                return DeskDocumentDialog::Document{kept.version, kept.actor, kept.json};
            },
            [](runtime::Engine& engine, const std::string& json) {
                return engine.subscribers().checkDocument(json);
            },
            [](runtime::Engine& engine, const std::string& json) {
                return engine.subscribers().setDocument(json, bridge::personName());
            }};
}

} // namespace

SubscribersDialog::SubscribersDialog(bridge::EngineClient& client, QWidget* parent)
    : DeskDocumentDialog(client, subscriberDesk(), tr("Who is told of alerts"),
                         tr("Subscribers as JSON"), parent)
{
    read(tr("Reading the subscribers…"));
}

void SubscribersDialog::showDocument(const Document& document)
{
    const QString inForce = QString::fromStdString(document.json);
    setTitle(document.version == 0 ? tr("Who is told of alerts: only this console")
                                   : tr("Who is told of alerts, version %1 by %2")
                                         .arg(document.version)
                                         .arg(QString::fromStdString(document.actor)));
    setDocument(inForce, document.version == 0 ? QString::fromLatin1(kExample) : inForce);
}

QString SubscribersDialog::goodWords(int entries) const
{
    const QString words = tr("%n subscriber(s)", nullptr, entries);
    return isChanged() ? tr("%1, all understood", "subscribers").arg(words)
                       : tr("%1, as they are in force", "subscribers").arg(words);
}

} // namespace gavel::documents
