// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/moving/day_export.h"
#include "engine/store/moving/storage_view.h"
#include "engine/store/workspace.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace gavel::store {

/// Moves events from tier to tier by the policy, in steps of some ten milliseconds (reading a whole
/// segment back: some hundred). What it does not finish, the next one takes up. For one thread at a
/// time; not the writer's.
class LogMover
{
public:
    /// The workspace must outlive it. One without a file keeps everything warm.
    explicit LogMover(Workspace& workspace);

    /// One step; false when nothing is due until the day or the policy changes. After an error the
    /// next step begins anew.
    Result<bool> step(TimeMs now);
    /// The next step looks at everything again; what is under way is written anew.
    void beginAnew();
    /// Steps until nothing is due.
    Result<void> run(TimeMs now);
    /// Brings the archived segments of a day back beside the workspace, where they stay for seven
    /// days at least; gives their number. Errors: DAY_UNKNOWN, EVENTS_DROPPED, those of the files.
    Result<std::size_t> restore(std::int64_t day, TimeMs now);
    /// What the table and the files hold; hot and the tasks are the caller's to fill.
    Result<StorageView> view();
    /// What a step found in force; null before the first one.
    const TierPolicy* policy() const { return m_isPolicyRead ? &m_policy.policy : nullptr; }

private:
    enum class Phase : std::uint8_t { Begin, Release, Survey, Export, Place, Done };

    Result<void> begin();
    Result<void> release();
    Result<void> survey(TimeMs now);
    Result<void> exportDay();
    Result<void> endExport();
    /// Archives or drops one segment.
    Result<void> place(TimeMs now);
    Result<void> archive(const SegmentRow& row);
    Result<void> drop(const SegmentRow& row);
    Result<void> setPlace(const SegmentRow& row, SegmentTier tier, const std::string& archive,
                          TimeMs keepUntil);
    Result<void> rewriteManifests(const std::string& archiveFolder);
    Result<std::vector<SegmentRow>> segments();
    Result<Connection*> reader();
    void say(std::string what, std::uint64_t done, std::uint64_t total);

    Workspace& m_workspace;
    std::filesystem::path m_coldFolder;
    std::optional<Connection> m_reader;

    Phase m_phase = Phase::Begin;
    std::int64_t m_today = 0; ///< of the round
    KeptPolicy m_policy;
    bool m_isPolicyRead = false;
    std::deque<SegmentRow> m_unfinished; ///< some of their events are in the table still
    std::unique_ptr<LogSurvey> m_survey;
    std::deque<std::pair<std::int64_t, WarmDay>> m_due;
    std::unique_ptr<DayExport> m_export;
    std::shared_ptr<SegmentFile> m_releasing; ///< the file of the first unfinished one

    TierFigures m_warm; ///< as of the last survey, less what was moved since
    TimeMs m_warmAt;
    std::string m_moving;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace gavel::store
