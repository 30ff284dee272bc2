// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/campaign_draft.h"

#include "engine/model/campaign_json.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUndoCommand>

#include <algorithm>
#include <charconv>
#include <utility>

namespace gavel::bridge {

namespace {

constexpr int kFormat = 1;
constexpr std::string_view kIdStart = "camp-";
constexpr std::size_t kCheckedAtOnce = 100;
constexpr std::int64_t kFlightStepMs = 60'000; ///< flights begin and end by the minute
constexpr qint64 kChecksMs = 8; ///< in one turn of the window

} // namespace

/// Entries before and after one edit; exchanging them is both undo and redo.
class DraftStep final : public QUndoCommand
{
public:
    DraftStep(CampaignDraft& draft, const QString& text, CampaignDraft::Patch patch)
        : QUndoCommand(text)
        , m_draft(draft)
        , m_patch(std::move(patch))
    {
    }
    void undo() override { m_draft.exchange(m_patch); }
    void redo() override { m_draft.exchange(m_patch); }

private:
    CampaignDraft& m_draft;
    CampaignDraft::Patch m_patch;
};

bool sameContent(const model::Campaign& a, const model::Campaign& b)
{
    // What is edited most is compared first: a whole campaign is costly to copy.
    if (a.budgetDay != b.budgetDay || a.name != b.name || a.status != b.status
        || !(a.strategy == b.strategy) || a.flightEnd != b.flightEnd)
        return false;
    model::Campaign other = b;
    other.version = a.version;
    other.createdAt = a.createdAt;
    other.updatedAt = a.updatedAt;
    return a == other;
}

CampaignDraft::CampaignDraft(QObject* parent)
    : QObject(parent)
{
    connect(&m_checks, &QTimer::timeout, this, &CampaignDraft::checkSome);
}

void CampaignDraft::setLive(const std::vector<model::Campaign>& campaigns)
{
    m_live.clear();
    for (const model::Campaign& campaign : campaigns)
        m_live.emplace(campaign.id, campaign);
    dropUnchanged();
    m_findings.clear();
    checkEntries(changedIdList());
    Q_EMIT changed();
}

void CampaignDraft::setContext(DraftContext context)
{
    const DraftContext before = std::exchange(m_context, std::move(context));
    const bool all = before.seats != m_context.seats
        || before.now.value / kFlightStepMs != m_context.now.value / kFlightStepMs;
    const auto spentOf = [](const DraftContext& of, const std::string& id) {
        const auto found = of.spent.find(id);
        return found == of.spent.end() ? Money{} : found->second;
    };
    std::vector<std::string> ids = changedIdList();
    if (!all)
        std::erase_if(ids, [&](const std::string& id) {
            return spentOf(before, id) == spentOf(m_context, id);
        });
    if (m_unchecked.empty())
        checkEntries(ids);
}

/// Entries that say what is live already.
void CampaignDraft::dropUnchanged()
{
    std::erase_if(m_entries, [this](const auto& item) {
        const auto& [id, entry] = item;
        const model::Campaign* now = live(id);
        return entry.content ? now != nullptr && sameContent(*now, *entry.content) : now == nullptr;
    });
}

std::vector<std::string> CampaignDraft::ids() const
{
    std::vector<std::string> all;
    all.reserve(m_live.size() + m_entries.size());
    for (const auto& [id, campaign] : m_live)
        all.push_back(id);
    for (const auto& [id, entry] : m_entries) {
        if (!m_live.contains(id))
            all.push_back(id);
    }
    return all;
}

const model::Campaign* CampaignDraft::live(const std::string& id) const
{
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : &found->second;
}

const model::Campaign* CampaignDraft::find(const std::string& id) const
{
    const auto entry = m_entries.find(id);
    if (entry != m_entries.end() && entry->second.content)
        return entry->second.content.get();
    return live(id);
}

DraftChange CampaignDraft::changeOf(const std::string& id) const
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return DraftChange::None;
    if (!entry->second.content)
        return DraftChange::Removed;
    return m_live.contains(id) ? DraftChange::Edited : DraftChange::Added;
}

const std::vector<Finding>& CampaignDraft::findings(const std::string& id) const
{
    static const std::vector<Finding> kNone;
    const auto found = m_findings.find(id);
    return found == m_findings.end() ? kNone : found->second;
}

bool CampaignDraft::isOvertaken(const std::string& id) const
{
    const auto entry = m_entries.find(id);
    const model::Campaign* now = live(id);
    return entry != m_entries.end() && entry->second.content && now
        && now->version != entry->second.content->version;
}

const DraftCounts& CampaignDraft::counts() const
{
    if (m_counts)
        return *m_counts;
    DraftCounts& counts = m_counts.emplace();
    for (const auto& [id, entry] : m_entries) {
        switch (changeOf(id)) {
        case DraftChange::Added:
            ++counts.added;
            break;
        case DraftChange::Edited:
            ++counts.edited;
            break;
        default:
            ++counts.removed;
            break;
        }
        const std::vector<Finding>& found = findings(id);
        if (found.empty() && m_unchecked.contains(id))
            ++counts.unchecked;
        else if (found.empty())
            ++counts.checked;
        else if (found.front().error)
            ++counts.errors;
        else
            ++counts.warnings;
    }
    return counts;
}

std::set<std::string> CampaignDraft::changedIds() const
{
    std::set<std::string> ids;
    for (const auto& [id, entry] : m_entries)
        ids.insert(id);
    return ids;
}

void CampaignDraft::put(const QString& step, std::vector<model::Campaign> campaigns)
{
    Patch patch;
    for (model::Campaign& campaign : campaigns) {
        const model::Campaign* now = live(campaign.id);
        std::optional<DraftEntry>& entry = patch[campaign.id];
        if (!now || !sameContent(*now, campaign))
            entry = DraftEntry{std::make_shared<const model::Campaign>(std::move(campaign))};
    }
    pushStep(step, std::move(patch));
}

void CampaignDraft::remove(const QString& step, const std::vector<std::string>& ids)
{
    Patch patch;
    for (const std::string& id : ids) {
        if (m_live.contains(id))
            patch[id] = DraftEntry{};
        else
            patch[id] = std::nullopt;
    }
    pushStep(step, std::move(patch));
}

void CampaignDraft::revert(const QString& step, const std::vector<std::string>& ids)
{
    Patch patch;
    for (const std::string& id : ids)
        patch[id] = std::nullopt;
    pushStep(step, std::move(patch));
}

void CampaignDraft::pushStep(const QString& text, Patch patch)
{
    std::erase_if(patch, [this](const auto& item) {
        const auto entry = m_entries.find(item.first);
        return entry == m_entries.end() ? !item.second.has_value() : item.second == entry->second;
    });
    if (!patch.empty())
        m_steps.push(new DraftStep(*this, text, std::move(patch)));
}

void CampaignDraft::exchange(Patch& patch)
{
    for (auto& [id, other] : patch) {
        const auto entry = m_entries.find(id);
        std::optional<DraftEntry> before;
        if (entry != m_entries.end())
            before = std::move(entry->second);
        if (other)
            m_entries.insert_or_assign(id, std::move(*other));
        else
            m_entries.erase(id);
        other = std::move(before);
    }
    std::vector<std::string> ids;
    for (const auto& [id, other] : patch)
        ids.push_back(id);
    checkEntries(ids);
    Q_EMIT edited();
    Q_EMIT changed();
}

std::vector<std::string> CampaignDraft::changedIdList() const
{
    std::vector<std::string> ids;
    for (const auto& [id, entry] : m_entries)
        ids.push_back(id);
    return ids;
}

/// A few at once; of many only what goes, the rest between the turns of the window.
void CampaignDraft::checkEntries(const std::vector<std::string>& ids)
{
    m_counts.reset();
    for (const std::string& id : ids) {
        const auto entry = m_entries.find(id);
        const bool stays = entry != m_entries.end() && entry->second.content;
        if (ids.size() > kCheckedAtOnce && stays)
            m_unchecked.insert(id);
        else
            checkAgain(id);
    }
    if (!m_unchecked.empty())
        m_checks.start(0);
}

void CampaignDraft::checkSome()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_unchecked.empty() && timer.elapsed() < kChecksMs)
        checkAgain(std::string(*m_unchecked.begin()));
    if (!m_unchecked.empty())
        return;
    m_checks.stop();
    Q_EMIT changed();
}

void CampaignDraft::finishChecks()
{
    while (!m_unchecked.empty())
        checkAgain(std::string(*m_unchecked.begin()));
}

void CampaignDraft::checkAgain(const std::string& id)
{
    m_unchecked.erase(id);
    m_counts.reset();
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end() || !entry->second.content)
        m_findings.erase(id);
    else
        m_findings[id] = findingsOf(*entry->second.content, live(id), m_context);
}

std::string CampaignDraft::freeId() const
{
    int largest = 0;
    for (const std::string& id : ids()) {
        int number = 0;
        if (id.starts_with(kIdStart)
            && std::from_chars(id.data() + kIdStart.size(), id.data() + id.size(), number).ptr
                == id.data() + id.size())
            largest = std::max(largest, number);
    }
    return QStringLiteral("camp-%1").arg(largest + 1, 3, 10, QChar(u'0')).toStdString();
}

std::vector<model::Campaign> CampaignDraft::toStore() const
{
    std::vector<model::Campaign> all;
    for (const auto& [id, entry] : m_entries) {
        if (entry.content)
            all.push_back(*entry.content);
    }
    return all;
}

std::vector<std::string> CampaignDraft::toRemove() const
{
    std::vector<std::string> all;
    for (const auto& [id, entry] : m_entries) {
        if (!entry.content)
            all.push_back(id);
    }
    return all;
}

void CampaignDraft::clear()
{
    m_entries.clear();
    m_findings.clear();
    m_unchecked.clear();
    m_counts.reset();
    m_steps.clear();
    Q_EMIT changed();
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
    dropUnchanged();
    m_findings.clear();
    checkEntries(changedIdList());
    Q_EMIT changed();
    return true;
}

} // namespace gavel::bridge
