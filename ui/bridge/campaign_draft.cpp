// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/campaign_draft.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <algorithm>
#include <charconv>
#include <utility>

namespace gavel::bridge {

namespace {

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
    std::vector<CampaignPtr> shared;
    shared.reserve(campaigns.size());
    for (const model::Campaign& campaign : campaigns)
        shared.push_back(std::make_shared<const model::Campaign>(campaign));
    setLive(shared);
}

void CampaignDraft::setLive(const std::vector<CampaignPtr>& campaigns)
{
    m_live.clear();
    m_live.reserve(campaigns.size());
    for (const CampaignPtr& campaign : campaigns)
        m_live.emplace(campaign->id, campaign);
    noteChange(true);
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

void CampaignDraft::noteChange(bool idsToo)
{
    ++m_version;
    m_counts.reset();
    if (idsToo)
        m_ids.clear();
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

const std::vector<std::string>& CampaignDraft::ids() const
{
    if (!m_ids.empty())
        return m_ids;
    m_ids.reserve(m_live.size() + m_entries.size());
    for (const auto& [id, campaign] : m_live)
        m_ids.push_back(id);
    for (const auto& [id, entry] : m_entries) {
        if (!m_live.contains(id))
            m_ids.push_back(id);
    }
    std::sort(m_ids.begin(), m_ids.end());
    return m_ids;
}

const model::Campaign* CampaignDraft::live(const std::string& id) const
{
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : found->second.get();
}

const model::Campaign* CampaignDraft::find(const std::string& id) const
{
    const auto entry = m_entries.find(id);
    if (entry != m_entries.end() && entry->second.content)
        return entry->second.content.get();
    return live(id);
}

CampaignPtr CampaignDraft::share(const std::string& id) const
{
    const auto entry = m_entries.find(id);
    if (entry != m_entries.end() && entry->second.content)
        return entry->second.content;
    const auto found = m_live.find(id);
    return found == m_live.end() ? nullptr : found->second;
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
    std::vector<CampaignPtr> shared;
    shared.reserve(campaigns.size());
    for (model::Campaign& campaign : campaigns)
        shared.push_back(std::make_shared<const model::Campaign>(std::move(campaign)));
    put(step, shared);
}

void CampaignDraft::put(const QString& step, const std::vector<CampaignPtr>& campaigns)
{
    Patch patch;
    patch.reserve(campaigns.size());
    for (const CampaignPtr& campaign : campaigns) {
        const model::Campaign* now = live(campaign->id);
        std::optional<DraftEntry>& entry = patch[campaign->id];
        if (!now || !sameContent(*now, *campaign))
            entry = DraftEntry{campaign};
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
    std::vector<std::string> ids;
    ids.reserve(patch.size());
    m_entries.reserve(m_entries.size() + patch.size());
    bool othersCome = false;
    for (auto& [id, other] : patch) {
        ids.push_back(id);
        othersCome = othersCome || !m_live.contains(id);
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end()) {
            if (other)
                m_entries.emplace(id, *std::exchange(other, std::nullopt));
        } else if (other) {
            std::swap(entry->second, *other);
        } else {
            other = std::move(entry->second);
            m_entries.erase(entry);
        }
    }
    noteChange(othersCome);
    checkEntries(ids);
    Q_EMIT edited();
    Q_EMIT changed();
}

std::vector<std::string> CampaignDraft::changedIdList() const
{
    std::vector<std::string> ids;
    ids.reserve(m_entries.size());
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

void CampaignDraft::clear()
{
    m_entries.clear();
    noteChange(true);
    m_findings.clear();
    m_unchecked.clear();
    m_counts.reset();
    m_steps.clear();
    Q_EMIT changed();
}

} // namespace gavel::bridge
