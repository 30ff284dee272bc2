// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/draft_keeper.h"

namespace gavel::campaigns {

namespace {

constexpr std::int64_t kContextEveryMs = 1000;

struct Loaded
{
    std::vector<bridge::CampaignPtr> campaigns;
    std::optional<std::string> draft;
};

struct Published
{
    runtime::PublishReport report;
    std::vector<bridge::CampaignPtr> live;
};

/// Made to be shared where the window does not wait for it.
std::vector<bridge::CampaignPtr> shared(std::vector<model::Campaign>&& campaigns)
{
    std::vector<bridge::CampaignPtr> all;
    all.reserve(campaigns.size());
    for (model::Campaign& campaign : campaigns)
        all.push_back(std::make_shared<const model::Campaign>(std::move(campaign)));
    return all;
}

/// When campaigns were last changed from anywhere: the newest such line of the journal.
std::int64_t lastPublished(const runtime::Snapshot& snapshot)
{
    for (const runtime::LogLine& line : snapshot.journal) {
        if (line.kind == "campaign")
            return line.at.value + 1;
    }
    return 0;
}

} // namespace

DraftKeeper::DraftKeeper(bridge::EngineClient& client, bridge::CampaignDraft& draft,
                         QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_draft(draft)
{
    connect(&draft, &bridge::CampaignDraft::edited, this, &DraftKeeper::keepNow);
}

std::string DraftKeeper::draftName() const
{
    return "campaigns." + (m_market.name.empty() ? std::string("live") : m_market.name);
}

void DraftKeeper::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    if (snapshot->mode == runtime::MarketMode::Stopped)
        return;
    const Market market{snapshot->scenario, snapshot->start.value};
    const std::int64_t changed = lastPublished(*snapshot);
    const bool other = !(market == m_market);
    if (other || snapshot->wallMs - m_contextAt >= kContextEveryMs) {
        m_contextAt = snapshot->wallMs;
        giveContext(*snapshot);
    }
    if (!other && changed == m_lastPublished)
        return;
    m_market = market;
    m_lastPublished = changed;
    load(other);
}

void DraftKeeper::giveContext(const runtime::Snapshot& snapshot)
{
    bridge::DraftContext context;
    for (const runtime::CampaignView& view : snapshot.campaigns)
        context.spent[view.id] = view.spent;
    for (const runtime::SeatView& seat : snapshot.seats) {
        if (seat.kind == model::SeatKind::Campaigns)
            context.seats.insert(seat.id);
    }
    context.now = snapshot.now;
    m_draft.setContext(std::move(context));
}

void DraftKeeper::load(bool withDraft)
{
    const quint64 question = ++m_question;
    m_client.ask(
        this,
        [name = draftName(), withDraft](runtime::Engine& engine) {
            Loaded loaded{shared(engine.campaigns()), std::nullopt};
            if (withDraft)
                loaded.draft = engine.loadDraft(name);
            return loaded;
        },
        [this, question, withDraft](const Loaded& loaded) {
            if (question != m_question)
                return;
            if (withDraft)
                m_draft.clear();
            m_draft.setLive(loaded.campaigns);
            m_loaded = true;
            Q_EMIT this->loaded();
            if (loaded.draft && m_draft.fromJson(QString::fromStdString(*loaded.draft))
                && !m_draft.isEmpty())
                Q_EMIT restored(m_draft.counts().changes());
        });
}

/// One save at a time: an edit during a save is kept right after it.
void DraftKeeper::keepNow()
{
    if (m_saving) {
        m_dirty = true;
        return;
    }
    m_saving = true;
    m_dirty = false;
    Q_EMIT keptChanged();
    // Made into text where the window does not wait for it.
    m_client.ask(
        this,
        [name = draftName(), entries = m_draft.entries()](runtime::Engine& engine) {
            return entries.empty()
                ? engine.discardDraft(name)
                : engine.saveDraft(name, bridge::CampaignDraft::toJson(entries).toStdString());
        },
        [this](const Result<void>& kept) {
            m_saving = false;
            m_problem = kept ? QString() : QString::fromStdString(base::toString(kept.error()));
            if (m_dirty)
                keepNow();
            else
                Q_EMIT keptChanged();
        });
}

void DraftKeeper::publish()
{
    const int changes = m_draft.counts().changes();
    m_client.ask(
        this,
        [entries = m_draft.entries()](runtime::Engine& engine) {
            const auto oneStep = engine.holdCampaigns();
            Published result;
            result.report = engine.publish(bridge::CampaignDraft::toStore(entries),
                                           bridge::CampaignDraft::toRemove(entries));
            result.live = shared(engine.campaigns());
            return result;
        },
        [this, changes](const Published& result) {
            if (!result.report.errors.empty()) {
                QStringList lines;
                for (const Error& error : result.report.errors)
                    lines << QString::fromStdString(base::toString(error));
                Q_EMIT refused(lines);
                return;
            }
            m_draft.clear();
            m_draft.setLive(result.live);
            keepNow();
            Q_EMIT published(changes);
        });
}

void DraftKeeper::discard()
{
    const std::set<std::string> ids = m_draft.changedIds();
    m_draft.revert(tr("discard of the draft"), {ids.begin(), ids.end()});
}

} // namespace gavel::campaigns
