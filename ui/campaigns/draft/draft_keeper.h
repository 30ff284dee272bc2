// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"
#include "ui/bridge/engine_client.h"

#include <QObject>

namespace gavel::campaigns {

/// Between the draft and the engine: fetches what is live, keeps the draft after each edit, brings
/// it back, publishes it.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    DraftKeeper(bridge::EngineClient& client, bridge::CampaignDraft& draft,
                QObject* parent = nullptr);

    /// Notices another market, a publication from elsewhere, and what was spent.
    void setSnapshot(const bridge::SnapshotPtr& snapshot);
    bool isLoaded() const { return m_loaded; }
    /// Every edit so far is stored.
    bool isKept() const { return !m_saving && !m_dirty && m_problem.isEmpty(); }
    /// Why the draft could not be kept; "" when it was.
    const QString& problem() const { return m_problem; }

    void publish();
    /// One step of undo: everything as it is live.
    void discard();
    void keepNow();

Q_SIGNALS:
    void loaded();
    /// A draft of an earlier session is back.
    void restored(int changes);
    void keptChanged();
    void published(int changes);
    void refused(const QStringList& lines);

private:
    struct Market
    {
        std::string name;
        std::int64_t start = 0;
        bool operator==(const Market&) const = default;
    };

    void load(bool withDraft);
    void giveContext(const runtime::Snapshot& snapshot);
    std::string draftName() const;

    bridge::EngineClient& m_client;
    bridge::CampaignDraft& m_draft;
    Market m_market;
    std::int64_t m_lastPublished = 0;
    std::int64_t m_contextAt = 0;
    quint64 m_question = 0;
    bool m_loaded = false;
    bool m_saving = false;
    bool m_dirty = false;
    QString m_problem;
};

} // namespace gavel::campaigns
