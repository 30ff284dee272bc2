// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <filesystem>
#include <utility>

namespace gavel::store {

/// An exclusive lock on a file beside the workspace, held while this lives; the system ends it with
/// the process.
class FileLock
{
public:
    /// Errors: WORKSPACE_LOCKED with the owner's process number, STORE_IO.
    static Result<FileLock> take(const std::filesystem::path& file);
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FileLock& operator=(FileLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

private:
    int m_descriptor = -1;
};

/// A folder of this process alone, removed with all that is in it.
class TemporaryFolder
{
public:
    static Result<TemporaryFolder> make();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {
    }
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    std::filesystem::path m_path;
};

/// Opens a copied workspace and lets SQLite check it. Errors: STORE_CORRUPT.
Result<void> checkCopy(const std::filesystem::path& file);
/// Puts a written file under its name so that it is whole there or not at all, even after a power
/// cut.
Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);
/// Names that were added to or removed from a folder stay so after a power cut; "" is the current
/// one.
Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace gavel::store
