// SPDX-License-Identifier: GPL-3.0-or-later
// Where whole segments go: into the archive, back from it, or away.
#include "engine/store/moving/log_mover.h"
#include "engine/store/tiers/segment_folder.h"

namespace gavel::store {

namespace fs = std::filesystem;

namespace {
constexpr std::int64_t kRestoredForMs = 7 * base::kDayMs;
}

Result<void> LogMover::place(TimeMs now)
{
    const auto rows = segments();
    if (!rows)
        return rows.error();
    const TierPolicy& policy = m_policy.policy;
    for (const SegmentRow& row : *rows) {
        if (!row.isWhole() || row.keepUntil > now || row.tier == SegmentTier::Dropped)
            continue;
        if (TierPolicy::isDue(policy.dropAfterDays, row.extent.day, m_today))
            return drop(row);
        if (row.tier == SegmentTier::Cold && !policy.archiveFolder.empty()
            && TierPolicy::isDue(policy.archiveAfterDays, row.extent.day, m_today))
            return archive(row);
    }
    m_phase = Phase::Done;
    return {};
}

Result<void> LogMover::archive(const SegmentRow& row)
{
    const fs::path folder = m_policy.policy.archiveFolder;
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) // never made here: it may be a disk that is not mounted
        return Error{"ARCHIVE_MISSING", folder.string(), "the archive folder is not there",
                     "make it, or mount its disk"};
    const fs::path target = folder / row.file;
    if (!checkSegment(target, row)) // a restored one may be there still
        if (auto copied = copySegment(m_coldFolder / row.file, target, row.sha256); !copied)
            return copied;
    if (auto set = setPlace(row, SegmentTier::Archive, folder.string(), {}); !set)
        return set;
    fs::remove(m_coldFolder / row.file, ignored);
    return rewriteManifests(folder.string());
}

Result<void> LogMover::drop(const SegmentRow& row)
{
    if (auto set = setPlace(row, SegmentTier::Dropped, "", {}); !set)
        return set;
    std::error_code ignored;
    for (const auto& file : placesOf(row, m_coldFolder, ""))
        fs::remove(file, ignored);
    return rewriteManifests(row.archive);
}

Result<void> LogMover::setPlace(const SegmentRow& row, SegmentTier tier, const std::string& archive,
                                TimeMs keepUntil)
{
    return m_workspace.writeAndWait([&](Connection& connection) {
        return setSegmentPlace(connection, row.id, tier, archive, keepUntil);
    });
}

/// Of the cold folder, and of one of archives when it is told.
Result<void> LogMover::rewriteManifests(const std::string& archiveFolder)
{
    const auto rows = segments();
    if (!rows)
        return rows.error();
    std::vector<SegmentRow> cold;
    std::vector<SegmentRow> archived;
    for (const SegmentRow& row : *rows) {
        if (row.tier == SegmentTier::Cold)
            cold.push_back(row);
        if (row.tier != SegmentTier::Dropped && row.archive == archiveFolder)
            archived.push_back(row);
    }
    if (auto written = writeManifest(m_coldFolder, cold); !written || archiveFolder.empty())
        return written;
    return writeManifest(archiveFolder, archived);
}

Result<std::size_t> LogMover::restore(std::int64_t day, TimeMs now)
{
    const auto rows = segments();
    if (!rows)
        return rows.error();
    std::size_t known = 0;
    std::size_t restored = 0;
    for (const SegmentRow& row : *rows) {
        if (row.extent.day != day)
            continue;
        ++known;
        if (row.tier == SegmentTier::Dropped)
            return Error{"EVENTS_DROPPED", row.file,
                         "the events of " + dayText(day) + " were dropped by the policy",
                         "restore a back-up that has them"};
        if (row.tier != SegmentTier::Archive)
            continue;
        if (auto made = makeFolder(m_coldFolder); !made)
            return made.error();
        const fs::path from = fs::path(row.archive) / row.file;
        if (auto copied = copySegment(from, m_coldFolder / row.file, row.sha256); !copied)
            return copied.error();
        if (auto set = setPlace(row, SegmentTier::Cold, row.archive, now + kRestoredForMs); !set)
            return set.error();
        ++restored;
    }
    if (known == 0)
        return Error{"DAY_UNKNOWN", dayText(day), "no segment holds events of this day",
                     "list the segments to see which days there are"};
    if (auto written = restored > 0 ? rewriteManifests("") : Result<void>(); !written)
        return written.error();
    return restored;
}

} // namespace gavel::store
