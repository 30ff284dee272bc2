// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/subscribers_dialog.h"

#include "ui/bridge/person.h"
#include "ui/widgets/elided_label.h"

#include <QVBoxLayout>

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
    },
    {
      "name": "board",
      "enabled": false,
      "channel": "webhook",
      "place": "https://hooks.example.com/metrics/change-me",
      "messages": ["metric"],
      "of": ["ad"],
      "spans": ["minute"],
      "format": "json-array",
      "batch": { "most_messages": 500, "most_bytes": 1048576, "most_wait_ms": 5000 }
    },
    {
      "name": "clicks",
      "enabled": false,
      "channel": "files",
      "place": "/var/spool/gavel",
      "messages": ["event"],
      "events": ["click", "conversion"],
      "quarantined": false,
      "format": "csv",
      "fields": [{ "name": "at" }, { "name": "ad", "as": "advertisementId" }]
    },
    {
      "name": "wrong-batches",
      "enabled": false,
      "channel": "webhook",
      "place": "https://hooks.example.com/batches/change-me",
      "messages": ["batch"],
      "states": ["validation_failed", "validation_partial"],
      "format": "json-array"
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

/// What the words of the document mean.
QWidget* wordsOfDocument(const QStringList& lines)
{
    auto* words = new QWidget;
    auto* layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const QString& line : lines) {
        auto* label = new widgets::ElidedLabel(widgets::TextRole::Body, widgets::Token::T2);
        label->setText(line);
        layout->addWidget(label);
    }
    return words;
}

} // namespace

SubscribersDialog::SubscribersDialog(bridge::EngineClient& client, QWidget* parent)
    : DeskDocumentDialog(client, subscriberDesk(),
                         tr("Who is told of alerts, metrics, events and batches"),
                         tr("Subscribers as JSON"), parent)
{
    addBelow(wordsOfDocument(
        {tr("messages: what one is told, one of alert, metric, event and batch; alerts without "
            "it."),
         tr("alert: alerts with least_level, rules and groups. metric: of ad or campaign, spans of "
            "minute, hour or day."),
         tr("event: events such as impression or click, quarantined true or false. metric and "
            "event: campaigns, sources."),
         tr("batch: with its moves; states such as validation_failed take those that had one, "
            "sources those of a source."),
         tr("fields: what goes out, and under which name. batch: most_messages, most_bytes, "
            "most_wait_ms.")}));
    read(tr("Reading the subscribers…"));
}

void SubscribersDialog::showDocument(const Document& document)
{
    const QString inForce = QString::fromStdString(document.json);
    setTitle(document.version == 0 ? tr("Who is told: only this console")
                                   : tr("Who is told, version %1 by %2")
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
