// SPDX-License-Identifier: GPL-3.0-or-later
// A draft as what is published, and as the text that is kept of it.
#include "engine/model/campaign_json.h"
#include "ui/bridge/campaign_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gavel::bridge {

namespace {

constexpr int kFormat = 1;

} // namespace

std::vector<model::Campaign> CampaignDraft::toStore(const Entries& entries)
{
    std::vector<model::Campaign> all;
    for (const auto& [id, entry] : entries) {
        if (entry.content)
            all.push_back(*entry.content);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return all;
}

std::vector<std::string> CampaignDraft::toRemove(const Entries& entries)
{
    std::vector<std::string> all;
    for (const auto& [id, entry] : entries) {
        if (!entry.content)
            all.push_back(id);
    }
    std::sort(all.begin(), all.end());
    return all;
}

QString CampaignDraft::toJson(const Entries& entries)
{
    QJsonArray contents;
    QJsonArray removed;
    for (const auto& [id, entry] : entries) {
        if (entry.content)
            contents << QString::fromStdString(model::toJson(*entry.content));
        else
            removed << QString::fromStdString(id);
    }
    const QJsonObject all{{QStringLiteral("format"), kFormat},
                          {QStringLiteral("contents"), contents},
                          {QStringLiteral("removed"), removed}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

bool CampaignDraft::fromJson(const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    if (all.value(QStringLiteral("format")).toInt() != kFormat)
        return false;
    Entries entries;
    for (const auto& value : all.value(QStringLiteral("contents")).toArray()) {
        auto campaign = model::draftFromJson(value.toString().toStdString(), "draft");
        if (!campaign)
            return false;
        const std::string id = campaign->id;
        entries[id] = DraftEntry{std::make_shared<const model::Campaign>(std::move(*campaign))};
    }
    for (const auto& value : all.value(QStringLiteral("removed")).toArray())
        entries[value.toString().toStdString()] = DraftEntry{};
    m_steps.clear();
    m_entries = std::move(entries);
    noteChange(true);
    dropUnchanged();
    m_findings.clear();
    checkEntries(changedIdList());
    Q_EMIT changed();
    return true;
}

} // namespace gavel::bridge
