// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/segment_copies.h"

#include "engine/store/connection.h"
#include "engine/store/moving/tier_policy.h"
#include "engine/store/tiers/segment_folder.h"
#include "engine/store/tiers/segment_shelf.h"
#include "engine/store/workspace_files.h"

#include <algorithm>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

Result<void> copyAll(const std::vector<SegmentRow>& rows, const fs::path& from,
                     const std::string& archiveFolder, const fs::path& to)
{
    for (const SegmentRow& row : rows) {
        Result<void> copied;
        for (const auto& place : placesOf(row, from, archiveFolder)) {
            copied = copySegment(place, to / row.file, row.sha256);
            if (copied || copied.error().code != "SEGMENT_MISSING")
                break;
        }
        if (!copied)
            return ofDay(copied.error(), row.extent.day);
    }
    return writeManifest(to, rows);
}

} // namespace

Result<void> copyColdSegments(const fs::path& copy, const fs::path& original,
                              const fs::path& target)
{
    auto reader = Connection::open(copy, Connection::Access::Read);
    if (!reader)
        return reader.error();
    auto rows = readSegments(*reader);
    if (!rows)
        return rows.error();
    const auto policy = readTierPolicy(*reader);
    if (!policy)
        return policy.error();
    std::erase_if(*rows, [](const SegmentRow& row) { return row.tier != SegmentTier::Cold; });
    const fs::path folder = coldFolderOf(target);
    if (rows->empty())
        return {};
    std::error_code failed;
    if (fs::exists(folder, failed))
        return Error{"BACKUP_EXISTS", folder.string(), "the folder is there already",
                     "choose another name"};
    const fs::path part = folder.string() + ".part";
    fs::remove_all(part, failed);
    auto done = makeFolder(part);
    if (done)
        done = copyAll(*rows, coldFolderOf(original), policy->policy.archiveFolder, part);
    if (done)
        done = renameDurably(part, folder);
    if (!done)
        fs::remove_all(part, failed);
    return done;
}

} // namespace gavel::store
