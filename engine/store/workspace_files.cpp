// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workspace_files.h"

#include "engine/store/connection.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

Error systemError(const fs::path& file, int number)
{
    return {"STORE_IO", file.string(), std::system_category().message(number),
            "check the folder, its permissions and the disk"};
}

std::string ownerIn(int descriptor)
{
    std::array<char, 32> digits{};
    const auto length = ::pread(descriptor, digits.data(), digits.size() - 1, 0);
    return length > 0 ? std::string(digits.data(), static_cast<std::size_t>(length)) : "?";
}

Result<void> sync(const fs::path& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return systemError(path, errno);
    const int result = ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    if (result != 0)
        return systemError(path, number);
    return {};
}

} // namespace

Result<FileLock> FileLock::take(const fs::path& file)
{
    FileLock lock;
    lock.m_descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_descriptor < 0)
        return systemError(file, errno);
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return Error{"WORKSPACE_LOCKED", file.string(),
                     "process " + ownerIn(lock.m_descriptor) + " has this workspace open",
                     "close it there first"};
    const std::string owner = std::to_string(::getpid());
    if (::ftruncate(lock.m_descriptor, 0) != 0
        || ::pwrite(lock.m_descriptor, owner.data(), owner.size(), 0) < 0)
        return systemError(file, errno);
    return lock;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<TemporaryFolder> TemporaryFolder::make()
{
    std::error_code failed;
    const fs::path parent = fs::temp_directory_path(failed);
    std::string pattern = ((failed ? fs::path("/tmp") : parent) / "gavel-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        return systemError(pattern, errno);
    return TemporaryFolder(pattern);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

Result<void> checkCopy(const fs::path& file)
{
    auto copy = Connection::open(file, Connection::Access::Read);
    if (!copy)
        return copy.error();
    auto check = copy->prepare("PRAGMA integrity_check(1)");
    if (!check)
        return check.error();
    const auto row = check->step();
    if (!row)
        return row.error();
    if (!*row || check->text(0) != "ok")
        return Error{"STORE_CORRUPT", file.string(), std::string(check->text(0)),
                     "check the disk; the original was not touched"};
    return {};
}

Result<void> renameDurably(const fs::path& from, const fs::path& to)
{
    if (auto synced = sync(from, O_RDONLY); !synced)
        return synced;
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed)
        return systemError(to, failed.value());
    return syncFolder(to.parent_path());
}

Result<void> syncFolder(const fs::path& folder)
{
    return sync(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

} // namespace gavel::store
