// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/store_facts.h"

#include "engine/store/workspace.h"

namespace gavel::runtime {

namespace {

std::int64_t sizeOf(const std::filesystem::path& file)
{
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    return failed ? 0 : static_cast<std::int64_t>(bytes);
}

} // namespace

Result<StoreFacts> readStoreFacts(const store::Workspace& workspace)
{
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    StoreFacts facts;
    facts.file = workspace.file();
    const auto pages = reader->integer("PRAGMA page_count");
    const auto pageBytes = reader->integer("PRAGMA page_size");
    const auto unused = reader->integer("PRAGMA freelist_count");
    if (!pages || !pageBytes || !unused)
        return !pages ? pages.error() : !pageBytes ? pageBytes.error() : unused.error();
    facts.fileBytes = *pages * *pageBytes;
    facts.unusedBytes = *unused * *pageBytes;
    if (facts.file.empty())
        return facts;
    facts.fileBytes = sizeOf(facts.file);
    facts.logBytes = sizeOf(facts.file.string() + "-wal");
    const auto folder
        = facts.file.has_parent_path() ? facts.file.parent_path() : std::filesystem::path(".");
    std::error_code failed;
    const auto space = std::filesystem::space(folder, failed);
    if (!failed)
        facts.freeBytes = static_cast<std::int64_t>(space.available);
    return facts;
}

} // namespace gavel::runtime
