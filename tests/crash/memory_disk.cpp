// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/memory_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <bitset>
#include <cstring>
#include <set>
#include <utility>

namespace gavel::store::test {

namespace {

constexpr std::size_t kSector = 512;
constexpr std::uint32_t kTornOneIn = 8;
constexpr int kSaidSectorSize = 4096; // what SQLite's own VFS says on Linux
constexpr const char* kName = "memory-disk";

using Bytes = std::vector<unsigned char>;

} // namespace

/// The shared memory of a write-ahead log: gone with the power.
struct MemoryDisk::Shared
{
    std::vector<std::unique_ptr<Bytes>> regions;
    std::array<int, SQLITE_SHM_NLOCK> readers{};
    std::bitset<SQLITE_SHM_NLOCK> writers;
    int users = 0;
};

struct MemoryDisk::File
{
    Bytes now;
    Bytes durable;
    std::set<std::size_t> unsynced; ///< sectors written since the last sync
    int shared = 0; ///< holders of each lock
    int reserved = 0;
    int exclusive = 0;
    Shared memory;
};

namespace {

/// What an open file knows. SQLite keeps only the Handle, in memory of its own.
struct Opened
{
    MemoryDisk& disk;
    std::shared_ptr<MemoryDisk::File> file;
    std::string removeAtClose; ///< "" = stays
    int lock = SQLITE_LOCK_NONE;
    bool sharesMemory = false;
    std::bitset<SQLITE_SHM_NLOCK> sharedLocks;
    std::bitset<SQLITE_SHM_NLOCK> ownLocks;
};
struct Handle : sqlite3_file
{
    Opened* opened;
};

Opened& of(sqlite3_file* file)
{
    return *static_cast<Handle*>(file)->opened;
}

MemoryDisk& diskOf(sqlite3_vfs* vfs)
{
    return *static_cast<MemoryDisk*>(vfs->pAppData);
}

void releaseLocks(Opened& handle)
{
    auto& file = *handle.file;
    if (handle.lock >= SQLITE_LOCK_SHARED)
        --file.shared;
    if (handle.lock >= SQLITE_LOCK_RESERVED)
        --file.reserved;
    if (handle.lock >= SQLITE_LOCK_EXCLUSIVE)
        --file.exclusive;
    handle.lock = SQLITE_LOCK_NONE;
}

int shmUnmap(sqlite3_file* file, int remove)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (!handle.sharesMemory)
        return SQLITE_OK;
    auto& memory = handle.file->memory;
    for (std::size_t i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        memory.readers[i] -= handle.sharedLocks.test(i) ? 1 : 0;
        if (handle.ownLocks.test(i))
            memory.writers.reset(i);
    }
    handle.sharedLocks.reset();
    handle.ownLocks.reset();
    handle.sharesMemory = false;
    if (--memory.users == 0 && remove != 0)
        memory.regions.clear();
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file)
{
    Opened& handle = of(file);
    shmUnmap(file, 0);
    {
        const std::scoped_lock lock(handle.disk.mutex());
        releaseLocks(handle);
        if (!handle.removeAtClose.empty())
            handle.disk.remove(handle.removeAtClose);
    }
    file->pMethods = nullptr;
    const std::unique_ptr<Opened> ends(static_cast<Handle*>(file)->opened);
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (const int met = handle.disk.meet(MemoryDisk::Call::Read); met != SQLITE_OK)
        return met;
    const auto& bytes = handle.file->now;
    const auto from = std::min(static_cast<std::size_t>(offset), bytes.size());
    const auto there = std::min(static_cast<std::size_t>(amount), bytes.size() - from);
    if (there > 0)
        std::memcpy(to, bytes.data() + from, there);
    if (there == static_cast<std::size_t>(amount))
        return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(amount) - there);
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (const int met = handle.disk.meet(MemoryDisk::Call::Write); met != SQLITE_OK)
        return met;
    auto& to = *handle.file;
    const auto begin = static_cast<std::size_t>(offset);
    const auto end = begin + static_cast<std::size_t>(amount);
    if (to.now.size() < end)
        to.now.resize(end);
    std::memcpy(to.now.data() + begin, from, static_cast<std::size_t>(amount));
    for (std::size_t sector = begin / kSector; sector * kSector < end; ++sector)
        to.unsynced.insert(sector);
    return handle.disk.endWrite();
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (const int met = handle.disk.meet(MemoryDisk::Call::Truncate); met != SQLITE_OK)
        return met;
    auto& bytes = handle.file->now;
    const auto wanted = static_cast<std::size_t>(size);
    for (std::size_t sector = wanted / kSector; sector * kSector < bytes.size(); ++sector)
        handle.file->unsynced.insert(sector);
    bytes.resize(wanted);
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (const int met = handle.disk.meet(MemoryDisk::Call::Sync); met != SQLITE_OK)
        return met;
    handle.disk.sync(*handle.file);
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (const int met = handle.disk.meet(MemoryDisk::Call::Look); met != SQLITE_OK)
        return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(handle.file->now.size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    auto& on = *handle.file;
    if (handle.lock >= level)
        return SQLITE_OK;
    if (level == SQLITE_LOCK_SHARED && on.exclusive > 0)
        return SQLITE_BUSY;
    if (level >= SQLITE_LOCK_RESERVED && handle.lock < SQLITE_LOCK_RESERVED && on.reserved > 0)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && on.shared > 1)
        return SQLITE_BUSY;
    on.shared += handle.lock < SQLITE_LOCK_SHARED ? 1 : 0;
    on.reserved += level >= SQLITE_LOCK_RESERVED && handle.lock < SQLITE_LOCK_RESERVED ? 1 : 0;
    on.exclusive += level == SQLITE_LOCK_EXCLUSIVE ? 1 : 0;
    handle.lock = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int level)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    if (handle.lock <= level)
        return SQLITE_OK;
    releaseLocks(handle);
    if (level == SQLITE_LOCK_SHARED) {
        ++handle.file->shared;
        handle.lock = SQLITE_LOCK_SHARED;
    }
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* held)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    *held = handle.file->reserved > 0 ? 1 : 0;
    return SQLITE_OK;
}

int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    auto& shared = handle.file->memory;
    if (!handle.sharesMemory) {
        handle.sharesMemory = true;
        ++shared.users;
    }
    const auto place = static_cast<std::size_t>(region);
    *memory = nullptr;
    while (extend != 0 && shared.regions.size() <= place)
        shared.regions.push_back(std::make_unique<Bytes>(static_cast<std::size_t>(size)));
    if (place < shared.regions.size())
        *memory = shared.regions[place]->data();
    return SQLITE_OK;
}

int shmLock(sqlite3_file* file, int first, int count, int flags)
{
    Opened& handle = of(file);
    const std::scoped_lock lock(handle.disk.mutex());
    auto& memory = handle.file->memory;
    const auto begin = static_cast<std::size_t>(first);
    const auto end = begin + static_cast<std::size_t>(count);
    const bool isShared = (flags & SQLITE_SHM_SHARED) != 0;
    if ((flags & SQLITE_SHM_LOCK) != 0)
        for (std::size_t i = begin; i < end; ++i) {
            const int others = memory.readers[i] - (handle.sharedLocks.test(i) ? 1 : 0);
            const bool isTaken = memory.writers.test(i) && !handle.ownLocks.test(i);
            if (isTaken || (!isShared && others > 0))
                return SQLITE_BUSY;
        }
    for (std::size_t i = begin; i < end; ++i) {
        const bool takes = (flags & SQLITE_SHM_LOCK) != 0;
        if (isShared && handle.sharedLocks.test(i) != takes) {
            memory.readers[i] += takes ? 1 : -1;
            handle.sharedLocks.set(i, takes);
        } else if (!isShared && handle.ownLocks.test(i) != takes) {
            memory.writers.set(i, takes);
            handle.ownLocks.set(i, takes);
        }
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file* file)
{
    const std::scoped_lock lock(of(file).disk.mutex());
}

int fileControl(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*)
{
    return kSaidSectorSize;
}
int characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

constexpr sqlite3_io_methods kMethods{
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = sizeOfFile,
    .xLock = lockFile,
    .xUnlock = unlockFile,
    .xCheckReservedLock = checkReserved,
    .xFileControl = fileControl,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = shmMap,
    .xShmLock = shmLock,
    .xShmBarrier = shmBarrier,
    .xShmUnmap = shmUnmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    MemoryDisk& disk = diskOf(vfs);
    file->pMethods = nullptr;
    const std::scoped_lock lock(disk.mutex());
    if (disk.meet(MemoryDisk::Call::Look) != SQLITE_OK)
        return SQLITE_CANTOPEN;
    const std::string path = name == nullptr ? "unnamed" : name;
    auto opened = disk.open(path, (flags & SQLITE_OPEN_CREATE) != 0);
    if (!opened)
        return SQLITE_CANTOPEN;
    const bool isTemporary = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    auto made = std::make_unique<Opened>(Opened{disk,
                                                std::move(opened),
                                                isTemporary ? path : std::string(),
                                                SQLITE_LOCK_NONE,
                                                false,
                                                {},
                                                {}});
    static_cast<Handle*>(file)->opened = made.release();
    file->pMethods = &kMethods;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int)
{
    MemoryDisk& disk = diskOf(vfs);
    const std::scoped_lock lock(disk.mutex());
    if (disk.meet(MemoryDisk::Call::Look) != SQLITE_OK)
        return SQLITE_IOERR_DELETE;
    if (!disk.exists(name))
        return SQLITE_IOERR_DELETE_NOENT;
    disk.remove(name);
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int, int* there)
{
    MemoryDisk& disk = diskOf(vfs);
    const std::scoped_lock lock(disk.mutex());
    if (disk.meet(MemoryDisk::Call::Look) != SQLITE_OK)
        return SQLITE_IOERR_ACCESS;
    *there = disk.exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int room, char* path)
{
    sqlite3_snprintf(room, path, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* bytes)
{
    std::memset(bytes, 7, static_cast<std::size_t>(count)); // the same in every run
    return count;
}

int sleepFor(sqlite3_vfs*, int microseconds)
{
    return microseconds;
}

int timeNow(sqlite3_vfs*, sqlite3_int64* milliseconds)
{
    *milliseconds = 213'000'000'000'000;
    return SQLITE_OK;
}

} // namespace

MemoryDisk::MemoryDisk(std::uint64_t seed)
    : m_random(seed)
    , m_vfs(std::make_unique<sqlite3_vfs>())
{
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(Handle);
    m_vfs->mxPathname = 512;
    m_vfs->zName = kName;
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullPath;
    m_vfs->xRandomness = randomness;
    m_vfs->xSleep = sleepFor;
    m_vfs->xCurrentTimeInt64 = timeNow;
    sqlite3_vfs_register(m_vfs.get(), 1);
}

MemoryDisk::~MemoryDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

std::shared_ptr<MemoryDisk::File> MemoryDisk::open(const std::string& name, bool create)
{
    auto found = m_files.find(name);
    if (found == m_files.end() && create)
        found = m_files.emplace(name, std::make_shared<File>()).first;
    return found == m_files.end() ? nullptr : found->second;
}

bool MemoryDisk::exists(const std::string& name) const
{
    return m_files.contains(name);
}

void MemoryDisk::remove(const std::string& name)
{
    m_files.erase(name);
}

int MemoryDisk::meet(Call call)
{
    constexpr std::array kErrors{SQLITE_IOERR, SQLITE_IOERR_READ, SQLITE_IOERR_WRITE,
                                 SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE};
    const int error = kErrors[static_cast<std::size_t>(call)];
    if (m_off)
        return error;
    ++m_calls;
    if (m_failAt != 0 && (m_calls == m_failAt || (m_failsOn && m_calls > m_failAt)))
        return error;
    if (call < Call::Write || ++m_changes != m_cutAt)
        return SQLITE_OK;
    if (call == Call::Write) {
        m_cutsAfterWrite = true; // what is under way counts among the unsynced
        return SQLITE_OK;
    }
    cutLocked();
    return error;
}

int MemoryDisk::endWrite()
{
    if (!std::exchange(m_cutsAfterWrite, false))
        return SQLITE_OK;
    cutLocked();
    return SQLITE_IOERR_WRITE;
}

void MemoryDisk::sync(File& file) const
{
    if (m_lies)
        return;
    file.durable = file.now;
    file.unsynced.clear();
}

void MemoryDisk::cutLocked()
{
    m_off = true;
    for (auto& [name, file] : m_files) {
        for (const std::size_t sector : file->unsynced) {
            if (m_random.below(2) == 0)
                continue;
            const std::size_t begin = sector * kSector;
            const std::size_t torn = m_random.below(kTornOneIn) == 0
                ? m_random.below(static_cast<std::uint32_t>(kSector))
                : kSector;
            const std::size_t end = std::min(begin + torn, file->now.size());
            if (begin >= file->now.size()) {
                file->durable.resize(std::min(file->durable.size(), begin)); // cut off here
                continue;
            }
            if (file->durable.size() < end)
                file->durable.resize(end);
            std::copy(file->now.begin() + static_cast<std::ptrdiff_t>(begin),
                      file->now.begin() + static_cast<std::ptrdiff_t>(end),
                      file->durable.begin() + static_cast<std::ptrdiff_t>(begin));
        }
    }
}

void MemoryDisk::cutAt(std::uint64_t call)
{
    const std::scoped_lock lock(m_mutex);
    m_changes = 0;
    m_cutAt = call;
}

void MemoryDisk::cutNow()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_off)
        cutLocked();
}

bool MemoryDisk::isOff() const
{
    const std::scoped_lock lock(m_mutex);
    return m_off;
}

void MemoryDisk::powerOn()
{
    const std::scoped_lock lock(m_mutex);
    for (auto& [name, file] : m_files) {
        auto fresh = std::make_shared<File>();
        fresh->now = fresh->durable = std::move(file->durable);
        file = std::move(fresh);
    }
    m_off = false;
    m_cutAt = 0;
}

void MemoryDisk::failAt(std::uint64_t call, bool stays)
{
    const std::scoped_lock lock(m_mutex);
    m_calls = 0;
    m_failAt = call;
    m_failsOn = stays;
}

void MemoryDisk::failNever()
{
    failAt(0, false);
}

std::uint64_t MemoryDisk::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

void MemoryDisk::setLies(bool lies)
{
    const std::scoped_lock lock(m_mutex);
    m_lies = lies;
}

void MemoryDisk::removeAll()
{
    const std::scoped_lock lock(m_mutex);
    m_files.clear();
}

} // namespace gavel::store::test
