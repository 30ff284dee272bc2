// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gavel::bridge {

enum class DraftChange : quint8 { None, Added, Edited, Removed };

/// A rule a campaign breaks (error: blocks publishing) or something worth a look (warning).
struct Finding
{
    bool error = true;
    QString field; ///< path of the field: "budget.day"
    QString rule; ///< what is wrong, one sentence
    QString advice; ///< what to do about it, one sentence
    std::optional<model::Campaign> proposal; ///< the campaign with the value that would do
};

/// What the rules compare a campaign with.
struct DraftContext
{
    std::unordered_map<std::string, Money> spent; ///< by campaign id, since its start
    std::set<std::string> seats; ///< that bid for campaigns; empty = not known
    TimeMs now; ///< market time; 0 = not known
};

/// Every rule of publishing that a campaign breaks, then the warnings. `live` is null for a new
/// one. Pure.
std::vector<Finding> findingsOf(const model::Campaign& campaign, const model::Campaign* live,
                                const DraftContext& context);

struct DraftCounts
{
    int added = 0;
    int edited = 0;
    int removed = 0;
    int errors = 0; ///< campaigns with an error
    int warnings = 0; ///< campaigns with a warning and no error
    int checked = 0; ///< campaigns changed and without either
    int unchecked = 0; ///< campaigns whose check is still to come
    int changes() const { return added + edited + removed; }
};

/// A campaign that nobody changes any more: another thread may read it.
using CampaignPtr = std::shared_ptr<const model::Campaign>;

/// One campaign of a draft: its new content, or its removal.
struct DraftEntry
{
    CampaignPtr content; ///< none = removed
    bool operator==(const DraftEntry& other) const
    {
        return content == other.content || (content && other.content && *content == *other.content);
    }
};

/// The campaigns as they will be once published: what is live with added, edited and removed ones
/// over it. Each public change is one step of undo. Lives on the GUI thread; never calls the
/// engine.
class CampaignDraft final : public QObject
{
    Q_OBJECT
public:
    explicit CampaignDraft(QObject* parent = nullptr);

    /// What runs now. Entries that equal it are no change any more.
    void setLive(const std::vector<CampaignPtr>& campaigns);
    void setLive(const std::vector<model::Campaign>& campaigns);
    void setContext(DraftContext context);
    const DraftContext& context() const { return m_context; }

    /// Every id there is, live or added, in order.
    const std::vector<std::string>& ids() const;
    /// As it will be; of a removed one as it is. Null when unknown.
    const model::Campaign* find(const std::string& id) const;
    const model::Campaign* live(const std::string& id) const;
    /// As find(), to be kept beyond the next change or read elsewhere.
    CampaignPtr share(const std::string& id) const;
    /// Counts the changes of content and of what is live.
    std::uint64_t version() const { return m_version; }
    DraftChange changeOf(const std::string& id) const;
    const std::vector<Finding>& findings(const std::string& id) const;
    /// The live campaign was published again after its draft was begun.
    bool isOvertaken(const std::string& id) const;
    /// Many campaigns that change at once are checked a few at a time between the turns of the
    /// window: changed() tells when the last one was.
    const DraftCounts& counts() const;
    bool isEmpty() const { return m_entries.empty(); }
    std::set<std::string> changedIds() const;

    /// One step: these campaigns have this content from now on.
    void put(const QString& step, std::vector<model::Campaign> campaigns);
    void put(const QString& step, const std::vector<CampaignPtr>& campaigns);
    void remove(const QString& step, const std::vector<std::string>& ids);
    /// One step: these campaigns are as they are live; added ones go.
    void revert(const QString& step, const std::vector<std::string>& ids);
    /// A free id "camp-061" after the largest number in use.
    std::string freeId() const;
    QUndoStack& steps() { return m_steps; }
    const QUndoStack& steps() const { return m_steps; }

    using Entries = std::unordered_map<std::string, DraftEntry>;
    const Entries& entries() const { return m_entries; }
    /// What publishing stores and takes away, in the order of the ids. Any thread.
    static std::vector<model::Campaign> toStore(const Entries& entries);
    static std::vector<std::string> toRemove(const Entries& entries);
    /// Everything was published or dropped: empty, nothing to undo.
    void clear();

    QString toJson() const { return toJson(m_entries); }
    /// Any thread.
    static QString toJson(const Entries& entries);
    /// Takes over a kept draft; false when the text is not one. Not a step of undo.
    bool fromJson(const QString& text);

Q_SIGNALS:
    /// Content, live campaigns or findings are different now.
    void changed();
    /// The content of the draft is different now: keep it.
    void edited();

private:
    friend class DraftStep;
    using Patch = std::unordered_map<std::string, std::optional<DraftEntry>>;

    void pushStep(const QString& text, Patch patch);
    /// Exchanges entries with a patch, which then undoes it.
    void exchange(Patch& patch);
    void checkAgain(const std::string& id);
    std::vector<std::string> changedIdList() const;
    void checkEntries(const std::vector<std::string>& ids);
    void checkSome();
    void dropUnchanged();
    /// Content or what is live is different.
    void noteChange(bool idsToo);

    std::unordered_map<std::string, CampaignPtr> m_live;
    Entries m_entries;
    DraftContext m_context;
    std::unordered_map<std::string, std::vector<Finding>> m_findings;
    std::unordered_set<std::string> m_unchecked;
    std::uint64_t m_version = 0;
    mutable std::vector<std::string> m_ids; ///< sorted; empty = to be made again
    mutable std::optional<DraftCounts> m_counts; ///< none = to be counted again
    QTimer m_checks;
    QUndoStack m_steps;
};

/// Equal but for version and times of storing.
bool sameContent(const model::Campaign& a, const model::Campaign& b);

} // namespace gavel::bridge
