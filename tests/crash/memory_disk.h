// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace gavel::store::test {

/// A disk in memory that SQLite writes to while this lives: it is the process's default VFS. Each
/// file has what programs read and what a power cut leaves: a sync makes the one the other. At a
/// cut a random half of the 512-byte sectors written since survives, one in eight of those torn;
/// from then on every call fails until the power is back. A file is there, or deleted, at once (a
/// bound, no file system). Calls can also be made to fail. Any thread.
class MemoryDisk
{
public:
    explicit MemoryDisk(std::uint64_t seed);
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;

    /// Cuts the power in the `call`-th write, sync or truncation from now, which is not done whole.
    void cutAt(std::uint64_t call);
    void cutNow();
    bool isOff() const;
    /// What survived is what is there. Every connection must be closed.
    void powerOn();

    /// The `call`-th call from now fails with an I/O error; and every later one, when it stays so.
    void failAt(std::uint64_t call, bool stays);
    void failNever();
    std::uint64_t calls() const; ///< since the last failAt() or failNever()

    /// A disk that says yes to a sync and does nothing.
    void setLies(bool lies);
    void removeAll();

    // For the functions that SQLite calls.
    struct File;
    struct Shared;
    enum class Call : std::uint8_t { Look, Read, Write, Sync, Truncate };
    std::shared_ptr<File> open(const std::string& name, bool create);
    bool exists(const std::string& name) const;
    void remove(const std::string& name);
    /// SQLITE_OK, or the error that this call meets. Under the mutex.
    int meet(Call call);
    /// Cuts the power when it was to happen in the write that has just been taken.
    int endWrite();
    std::mutex& mutex() { return m_mutex; }
    void sync(File& file) const;

private:
    void cutLocked();

    mutable std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<File>> m_files;
    base::Random m_random;
    std::uint64_t m_changes = 0;
    std::uint64_t m_cutAt = 0; ///< 0 = never
    std::uint64_t m_calls = 0;
    std::uint64_t m_failAt = 0; ///< 0 = never
    bool m_failsOn = false;
    bool m_off = false;
    bool m_lies = false;
    bool m_cutsAfterWrite = false;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace gavel::store::test
